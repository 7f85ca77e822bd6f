//! Every file of `tests/files`: its QR code is read, or its kind is named.
#![allow(missing_docs)]
#![cfg(unix)]

mod common;

use std::path::{Path, PathBuf};

use common::{fail, rastau, stderr};

/// Files of kinds that are not read, and the name of the kind.
const REFUSED: [(&str, &str); 3] =
    [("photo.heic", "HEIC"), ("photo.avif", "AVIF"), ("scan.jp2", "JPEG 2000")];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/files")
}

/// Reads a file of the folder, which has no document; returns the message.
/// The message for a code that was read and is not that of a document.
const READ: &str = "the QR code is not that of a recognition document";

fn message(name: &str, arguments: &[&str]) -> String {
    let words = [&["verify", "--bundle", "nowhere"], arguments, &[name]].concat();
    let (code, message) = fail(&folder(), &words);
    assert_eq!(code, 65, "{name}: {message}");
    message
}

#[test]
fn every_file_is_read_or_named() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !["README.md", "make.py", "requirements.txt"].contains(&name.as_str()))
        .collect();
    names.sort();
    assert!(names.len() > 40, "{names:?}");
    let mut wrong = Vec::new();
    for name in &names {
        let has_password = name == "user-password.pdf";
        let message =
            message(name, if has_password { &["--password-file", "requirements.txt"] } else { &[] });
        let expected = match REFUSED.iter().find(|(refused, _)| refused == name) {
            Some((_, kind)) => (*kind).to_owned(),
            None if has_password => "not the one of this PDF".to_owned(),
            None => READ.to_owned(),
        };
        // The code contains the name in capitals, and no message quotes a code.
        if !message.contains(&expected) || message.contains(&name.to_uppercase()) {
            wrong.push(format!("{name}: {message}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn a_password_opens_a_pdf() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("password");
    let password = file.to_str().unwrap();
    std::fs::write(&file, "secret\nnot this\n").unwrap();
    assert!(message("user-password.pdf", &["--password-file", password]).contains(READ));
    // A file without a password ignores one.
    assert!(message("flate.pdf", &["--password-file", password]).contains(READ));
    assert!(message("user-password.pdf", &[]).contains("--password-file"));
    std::fs::write(&file, "Secret\n").unwrap();
    assert!(message("user-password.pdf", &["--password-file", password]).contains("check it"));
    for wrong in [&[0xff, 0xfe, 0x00][..], &[b'a'; 5000]] {
        std::fs::write(&file, wrong).unwrap();
        let message = message("user-password.pdf", &["--password-file", password]);
        assert!(message.contains("longer than 4096 bytes"), "{message}");
    }
}

#[test]
fn a_page_that_was_not_read_is_reported() {
    for (lang, note, read) in [
        ("en", "not read: pages 2 of 3", READ),
        ("kk", "оқылмаған беттер: 2 (барлығы 3)", "QR-код тану туралы құжаттікі емес"),
        ("ru", "не прочитаны страницы: 2 (всего 3)", "QR-код не относится к документу о признании"),
    ] {
        let message = message("page-2-of-3-too-large.pdf", &["--lang", lang]);
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].contains(note) && lines[1].contains(read), "{message}");
        assert_eq!(lines.len(), 2, "{message}");
    }
}

/// The kind follows from the content, not from the file name.
#[test]
fn kinds_are_named_in_each_language() {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    let zip = |name: &str| [&b"PK\x03\x04"[..], &[0; 22], name.as_bytes()].concat();
    for (name, bytes, texts) in [
        (
            "a.jpg",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(),
            ["HEIC picture", "HEIC суреті", "изображение HEIC"],
        ),
        (
            "b",
            b"\0\0\0\x1cftypavif\0\0\0\0avifmif1".to_vec(),
            ["AVIF picture", "AVIF суреті", "изображение AVIF"],
        ),
        ("c.pdf", b"\0\0\0\x18ftypisom\0\0\0\0isomiso2".to_vec(), ["video", "бейнежазба", "видеозапись"]),
        ("d.docx", zip("word/document.xml"), ["office document", "кеңсе құжаты", "офисный документ"]),
        ("e", zip("xl/workbook.xml"), ["--list", "--list", "--list"]),
        (
            "f.png",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            ["SVG drawing", "SVG сызбасы", "рисунок SVG"],
        ),
        ("g.pdf", b"<!DOCTYPE html><title>404</title>".to_vec(), ["web page", "веб-бет", "веб-страница"]),
        ("h.jpg", b"Rar!\x1a\x07\x01\0".to_vec(), ["archive", "мұрағат", "архив"]),
        ("i", vec![7; 40_000], ["is not a picture", "сурет те", "не является изображением"]),
        ("j.png", b"a text".to_vec(), ["is not a picture", "сурет те", "не является изображением"]),
        ("k", b"%PDF-1.7\n".to_vec(), ["PDF document cannot be read", "PDF құжаты оқылмады", "документ PDF"]),
        ("l", b"GIF89a".to_vec(), ["GIF picture cannot be read", "GIF суреті оқылмады", "изображение GIF"]),
    ] {
        std::fs::write(at.join(name), bytes).unwrap();
        for (lang, text) in ["en", "kk", "ru"].into_iter().zip(texts) {
            let (code, message) = fail(at, &["verify", "--bundle", "nowhere", "--lang", lang, name]);
            assert!(code == 65 && message.contains(text), "{name}: {message}");
            assert_eq!(message.lines().count(), 1, "{message}");
        }
    }
    let output = rastau(at, &["verify", "--bundle", "nowhere", "--lang", "ru", "missing"]);
    assert!(stderr(&output).contains("нет такого файла") && output.status.code() == Some(66), "{output:?}");
}

/// Some programs choose file names that look like forms.
#[test]
fn a_name_in_braces_is_a_file() {
    let directory = tempfile::tempdir().unwrap();
    let name = "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}.png";
    std::fs::copy(folder().join("grey.png"), directory.path().join(name)).unwrap();
    let (code, message) = fail(directory.path(), &["verify", "--bundle", "nowhere", name]);
    assert!(code == 65 && message.contains(READ), "{message}");
    // A damaged form is still treated as a form.
    let (code, message) = fail(directory.path(), &["verify", "--bundle", "nowhere", "{\"number\":"]);
    assert!(code == 65 && message.contains("form"), "{message}");
}
