//! Writes the initial inputs of the targets, from the corpus, to `fuzz/corpus/TARGET/`.

use std::fs;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::law;
use rastau_fuzz::{base, corpus, inputs};
use rastau_tables::write::{self, About};

fn folder(target: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder).expect("cannot create a directory");
    folder
}

fn main() {
    for (number, input) in inputs().iter().enumerate() {
        fs::write(folder("input").join(format!("seed-{number}")), input).expect("cannot write a file");
    }
    for (number, change) in (0..=u8::MAX).step_by(5).enumerate() {
        let changes = [change, change / 3, change / 7];
        fs::write(folder("wrapped").join(format!("seed-{number}")), changes).expect("cannot write a file");
    }
    let folders = fs::read_dir(corpus().join("cases")).expect("cannot read the cases of the corpus");
    for folder_of_case in folders.filter_map(Result::ok) {
        let name = folder_of_case.file_name().to_string_lossy().into_owned();
        let input = fs::read_to_string(folder_of_case.path().join("input.txt"));
        if let (true, Ok(link)) = (name.starts_with("link."), input) {
            let seed = format!("https://register.example\n{link}");
            fs::write(folder("link").join(name), seed).expect("cannot write a file");
        }
    }
    let (heading, row) = (["Номер документа", "Код", "ИИН", "ФИО"], ["N-1", "", "0", "Ә"]);
    let row = || row.map(str::to_owned).to_vec();
    let about = About { created: Timestamp(1_772_000_000), title: "A", rows: &[] };
    let workbook = write::xlsx("L", &heading, [row(), row()], &about).expect("cannot write a workbook");
    fs::write(folder("tables").join("seed-xlsx"), workbook).expect("cannot write a file");
    for (number, delimiter) in [",", ";", "\t"].into_iter().enumerate() {
        let list = format!("{}\n{}\n", heading.join(delimiter), row().join(delimiter));
        let wide: Vec<u8> = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(folder("tables").join(format!("seed-{number}")), list).expect("cannot write a file");
        fs::write(folder("tables").join(format!("seed-{number}-utf-16")), wide).expect("cannot write a file");
    }
    fs::write(folder("report").join("seed-0"), [0, 1, b'0']).expect("cannot write a file");
    fs::write(folder("bundle").join("seed-base"), base()).expect("cannot write a file");
    for place in 0..32_u8 {
        let page = [place, 0, 1].iter().copied().chain([0_u8; 64]).collect::<Vec<_>>();
        fs::write(folder("page").join(format!("seed-{place}")), page).expect("cannot write a file");
    }
    for rule in law::rules() {
        let lines = fs::read_to_string(corpus().join("rules").join(rule.id).join("facts.jsonl"));
        for (number, facts) in lines.unwrap_or_default().lines().chain([rule.example]).enumerate() {
            let seed = format!("{}\n{facts}", rule.id);
            fs::write(folder("facts").join(format!("{}-{number}", rule.id)), seed)
                .expect("cannot write a file");
        }
    }
}
