//! Files that are made to exhaust or crash their decoder: each is an error, soon, and within the limit on memory.
#![allow(missing_docs)]
#![cfg(unix)]

mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::{rastau, stderr, stdout};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use nix::sys::resource::{UsageWho, getrusage};

/// Maximum bytes of memory of any process, and the time of one file. Killing a process takes a moment more.
const MEMORY: u64 = 512 << 20;
const TIME: Duration = Duration::from_secs(25);

fn zlib(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Returns a PDF stream of dictionary entries and data.
fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

/// Returns a PDF with one page of content, on which `X0`, `X1`, … are the objects and `G` is a graphics state with the
/// first of them as soft mask.
fn page(content: &[u8], objects: &[Vec<u8>]) -> Vec<u8> {
    let names: String = (0..objects.len()).map(|at| format!("/X{at} {} 0 R", at + 6)).collect();
    let mut all = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R>>".to_vec(),
        stream("", content),
        format!("<</XObject<<{names}>>/ExtGState<</G<</SMask<</S/Luminosity/G 6 0 R>>>>>>>>").into_bytes(),
    ];
    all.extend_from_slice(objects);
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in all.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let (table, end) = (out.len(), all.len() + 1);
    out.extend(format!("xref\n0 {end}\n0000000000 65535 f \n").bytes());
    places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").bytes()));
    out.extend(format!("trailer\n<</Size {end}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}

const DRAW: &[u8] = b"q 500 0 0 500 20 20 cm /X0 Do Q";

/// Returns a page with a picture of the given entries.
fn picture(entries: &str, data: &[u8]) -> Vec<u8> {
    page(DRAW, &[stream(&format!("/Subtype/Image/ColorSpace/DeviceGray{entries}"), data)])
}

/// Returns forms, each of which draws the next one several times, with these entries.
fn forms(depth: usize, times: usize, entries: &str, last: &[u8]) -> Vec<Vec<u8>> {
    let form = |at: usize| {
        let draw = format!("/X{} Do ", at + 1).repeat(times);
        let content = if at + 1 == depth { last } else { draw.as_bytes() };
        stream(&format!("/Subtype/Form/BBox[0 0 600 800]/Resources 5 0 R{entries}"), content)
    };
    (0..depth).map(form).collect()
}

/// Returns a JBIG2 segment of a type.
fn jbig2_segment(number: u32, kind: u8, data: &[u8]) -> Vec<u8> {
    [&number.to_be_bytes()[..], &[kind, 0, 1], &(data.len() as u32).to_be_bytes(), data].concat()
}

/// Returns JBIG2 data whose page has the given sides, with a region of the same.
fn jbig2(width: u32, height: u32) -> Vec<u8> {
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let page = [&sides[..], &[0; 8], &[0, 0, 0]].concat();
    let region =
        [&sides[..], &[0; 8], &[0, 0], &[3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe], &[0; 64]].concat();
    [jbig2_segment(0, 48, &page), jbig2_segment(1, 38, &region)].concat()
}

/// Returns a PNG of one colour: the header states the size, the data is complete.
fn png(width: u32, height: u32, color: u8, bits: u8, channels: u64) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, color, 0, 0, 0]].concat();
    let mut data = ZlibEncoder::new(Vec::new(), Compression::best());
    let row = vec![0; 1 + (u64::from(width) * channels * u64::from(bits) / 8) as usize];
    (0..height).for_each(|_| data.write_all(&row).unwrap());
    for (name, data) in [(b"IHDR", header), (b"IDAT", data.finish().unwrap()), (b"IEND", Vec::new())] {
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&data);
        out.extend((data.len() as u32).to_be_bytes());
        out.extend(name);
        out.extend(data);
        out.extend(sum.sum().to_be_bytes());
    }
    out
}

/// Returns a GIF whose screen and frame have these sides, with a frame of no pixels at a place.
fn gif(screen: [u16; 2], place: [u16; 2], frame: [u16; 2]) -> Vec<u8> {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    [
        b"GIF89a",
        &words(&screen)[..],
        &[0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x2c],
        &words(&place),
        &words(&frame),
        &[0, 2, 2, 0x4c, 1, 0, 0x3b],
    ]
    .concat()
}

/// Returns a directory of a TIFF with these tags, each a number of 32 bits, and the offset of the next directory.
fn directory(tags: &[(u16, u32)], next: u32) -> Vec<u8> {
    let entry = |(tag, value): &(u16, u32)| {
        [&tag.to_le_bytes()[..], &4u16.to_le_bytes(), &1u32.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let entries = tags.iter().flat_map(entry).collect::<Vec<u8>>();
    [&(tags.len() as u16).to_le_bytes()[..], &entries, &next.to_le_bytes()].concat()
}

/// Returns a TIFF of one picture, whose only strip or tile has no data.
fn tiff(width: u32, height: u32, more: &[(u16, u32)]) -> Vec<u8> {
    let mut tags = vec![(256, width), (257, height), (258, 8), (259, 5), (262, 1), (277, 1)];
    tags.extend_from_slice(more);
    tags.sort_unstable();
    [b"II*\0\x08\0\0\0", &directory(&tags, 0)[..]].concat()
}

/// Returns a JPEG that states its size in a frame header of this kind, and has one scan without data.
fn jpeg(frame: u8, side: u16, components: u8) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    let parts: Vec<u8> = (1..=components).flat_map(|number| [number, 0x11, 0]).collect();
    let scan: Vec<u8> = (1..=components).flat_map(|number| [number, 0]).collect();
    let quantities = [&[0xff, 0xdb, 0, 67, 0][..], &[1; 64]].concat();
    let table = |class: u8| [&[0xff, 0xc4, 0, 20, class, 1][..], &[0; 15], &[0]].concat();
    [
        &[0xff, 0xd8][..],
        &quantities,
        &table(0),
        &table(0x10),
        &[0xff, frame, 0, 8 + 3 * components, 8, high, low, high, low, components],
        &parts,
        &[0xff, 0xda, 0, 6 + 2 * components, components],
        &scan,
        &[0, if frame == 0xc2 { 0 } else { 63 }, 0, 0, 0, 0xff, 0xd9],
    ]
    .concat()
}

/// The hostile files, by name.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let zeros = zlib(&[0; 4096]);
    let flate = |entries: &str| picture(&format!("/BitsPerComponent 8/Filter/FlateDecode{entries}"), &zeros);
    let group = "/Group<</S/Transparency/CS/DeviceRGB>>";
    vec![
        (
            "predictor-columns.pdf",
            flate("/Width 9/Height 9/DecodeParms<</Predictor 15/Columns 2147483647/Colors 4>>"),
        ),
        (
            "predictor-colors.pdf",
            flate(
                "/Width 9/Height 9/DecodeParms<</Predictor 2/Columns 99999999/Colors 255/BitsPerComponent 16>>",
            ),
        ),
        (
            "predictor-zero.pdf",
            flate("/Width 9/Height 9/DecodeParms<</Predictor 12/Columns 0/Colors 0/BitsPerComponent 0>>"),
        ),
        ("dash.pdf", page(b"[0.0001 0.0001] 0 d 9 w 0 0 m 600 800 l 0 800 l 600 0 l S", &[])),
        ("dash-many.pdf", page(&b"[0.001] 0 d 2 w 0 0 m 600 800 l 0 800 l 600 0 l S\n".repeat(500), &[])),
        ("long-line.pdf", page(b"[1] 0 d 1 w -1e30 -1e30 m 1e30 1e30 l S", &[])),
        (
            "jbig2-page.pdf",
            picture(
                "/BitsPerComponent 1/Width 9/Height 9/Filter/JBIG2Decode",
                &jbig2(0xffff_fff0, 0xffff_fff0),
            ),
        ),
        (
            "jbig2-large.pdf",
            picture("/BitsPerComponent 1/Width 9/Height 9/Filter/JBIG2Decode", &jbig2(60_000, 60_000)),
        ),
        (
            "ccitt-columns.pdf",
            picture(
                "/BitsPerComponent 1/Width 9/Height 9/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>",
                &[0xff; 999],
            ),
        ),
        ("forms.pdf", page(b"/X0 Do", &forms(12, 10, "", b"0 0 500 500 re f"))),
        ("groups.pdf", page(b"/X0 Do", &forms(60, 1, group, b"0 0 500 500 re f"))),
        ("group-tree.pdf", page(b"/X0 Do", &forms(8, 8, group, b"0 0 500 500 re f"))),
        ("mask-loop.pdf", page(b"/G gs 0 0 500 500 re f", &forms(1, 1, group, b"/G gs 0 0 500 500 re f"))),
        (
            "masks.pdf",
            page(&b"q /G gs 0 0 500 500 re f Q\n".repeat(3000), &forms(1, 1, group, b"1 g 0 0 500 500 re f")),
        ),
        ("nested-arrays.pdf", page(&[b"[".repeat(400_000), b"]".repeat(400_000)].concat(), &[])),
        ("nested-states.pdf", page(&b"q 1 0 0 1 0 0 cm 0 0 500 500 re W n ".repeat(20_000), &[])),
        (
            "bomb.pdf",
            page(b"", &[stream("/Filter[/FlateDecode/FlateDecode]", &zlib(&zlib(&vec![0; 400 << 20])))]),
        ),
        ("bomb-content.pdf", {
            let content = zlib(&b"0 0 1 1 re f\n".repeat(4_000_000));
            let mut file = page(b"", &[]);
            let empty = stream("", b"");
            let at = file.windows(empty.len()).position(|window| window == empty).unwrap();
            file.splice(at..at + empty.len(), stream("/Filter/FlateDecode", &content));
            file
        }),
        ("wide.png", png(60_000_000, 1, 0, 8, 1)),
        ("deep.png", png(12_000, 12_000, 6, 16, 4)),
        ("screen.gif", gif([65_535; 2], [0; 2], [1; 2])),
        ("frame.gif", gif([9; 2], [65_535; 2], [60_000, 3_000])),
        ("frame-far.gif", gif([14_000; 2], [13_999; 2], [14_000; 2])),
        ("sides.tif", tiff(u32::MAX, u32::MAX, &[(273, 8), (278, u32::MAX), (279, 9)])),
        ("strip.tif", tiff(14_000, 14_000, &[(273, 8), (278, 14_000), (279, 9)])),
        ("tiles.tif", tiff(14_000, 14_000, &[(322, 16), (323, 16), (324, 8), (325, 9)])),
        ("tile.tif", tiff(9, 9, &[(322, 1 << 30), (323, 1 << 30), (324, 8), (325, 9)])),
        ("fax-tile.tif", {
            let tags = [(256, 9), (257, 9), (259, 4), (322, 1 << 30), (323, 1 << 30), (324, 8), (325, 9)];
            [b"II*\0\x08\0\0\0", &directory(&tags, 0)[..]].concat()
        }),
        ("fax-strips.tif", {
            let tags = [(256, 60_000_000), (257, 3), (259, 3), (273, 8), (278, 1), (279, u32::MAX)];
            [b"II*\0\x08\0\0\0", &directory(&tags, 0)[..]].concat()
        }),
        ("loop.tif", [b"II*\0\x08\0\0\0", &directory(&[(256, 9)], 8)[..]].concat()),
        ("directories.tif", {
            let chain = (1..=5_000u32).flat_map(|at| directory(&[(256, 9)], 8 + 18 * (at % 5_000)));
            [&b"II*\0\x08\0\0\0"[..], &chain.collect::<Vec<u8>>()].concat()
        }),
        ("large.webp", {
            let size = (13_999u32 | 13_999 << 14).to_le_bytes();
            [&b"RIFF\x40\0\0\0WEBPVP8L\x34\0\0\0\x2f"[..], &size, &[0; 48]].concat()
        }),
        ("large.bmp", {
            let side = 14_000u32.to_le_bytes();
            let header = [&40u32.to_le_bytes()[..], &side, &side, &[1, 0, 32, 0], &[0; 24]].concat();
            [&b"BM\0\0\0\0\0\0\0\0\x36\0\0\0"[..], &header, &[0; 99]].concat()
        }),
        ("large.jpg", jpeg(0xc0, 14_000, 4)),
        ("progressive.jpg", jpeg(0xc2, 14_000, 3)),
    ]
}

#[test]
fn hostile_files_are_errors_within_the_limits() {
    let directory = tempfile::tempdir().unwrap();
    let mut answers = Vec::new();
    for (name, bytes) in files() {
        std::fs::write(directory.path().join(name), &bytes).unwrap();
        let start = Instant::now();
        let output = rastau(directory.path(), &["verify", "--bundle", "nowhere", "--lang", "ru", name]);
        let (code, message, took) = (output.status.code(), stderr(&output), start.elapsed());
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() as u64 * 1024;
        answers.push(format!(
            "{name}: {} bytes, {took:?}, {} MiB so far: {message}",
            bytes.len(),
            peak >> 20
        ));
        assert!(code == Some(65) && stdout(&output).is_empty(), "{name}: {code:?} {message}");
        assert_eq!(message.lines().count(), 1, "{name}: {message}");
        assert!(took < TIME, "{name}: {took:?}");
        assert!(peak <= MEMORY, "{name}: {peak}");
    }
    // Some of them are stopped by the limits of the child.
    let all = answers.concat();
    for limit in ["512 МиБ памяти", "больше 20 секунд"] {
        assert!(all.contains(limit), "{limit}: {all}");
    }
}

/// Starts the program on a file that takes long to decode.
fn start_long(at: &Path, lang: &str) -> Child {
    let (_, bytes) = files().into_iter().find(|(name, _)| *name == "masks.pdf").unwrap();
    std::fs::write(at.join("masks.pdf"), bytes).unwrap();
    Command::new(common::PROGRAM)
        .current_dir(at)
        .args(["verify", "--bundle", "nowhere", "--lang", lang, "masks.pdf"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// A decoder that crashes is an error, in each language.
#[cfg(target_os = "linux")]
#[test]
fn a_child_that_crashes_is_an_error() {
    let directory = tempfile::tempdir().unwrap();
    for (lang, text) in [
        ("kk", "Файлдың мазмұнын оқитын процесс қатемен аяқталды"),
        ("ru", "Процесс, который читает содержимое файла, завершился с ошибкой"),
        ("en", "the decoder process failed on this file"),
    ] {
        let program = start_long(directory.path(), lang);
        let children = format!("/proc/{0}/task/{0}/children", program.id());
        let child = std::iter::repeat_with(|| {
            std::thread::sleep(Duration::from_millis(5));
            std::fs::read_to_string(&children).unwrap()
        })
        .find_map(|children| children.trim().parse::<i32>().ok())
        .unwrap();
        let kill = Command::new("kill").args(["-ABRT", &child.to_string()]).status().unwrap();
        assert!(kill.success());
        let output = program.wait_with_output().unwrap();
        let message = stderr(&output);
        assert!(output.status.code() == Some(65) && message.contains(text), "{message}");
        assert!(output.stdout.is_empty());
    }
}

/// The child sets its own limits: memory, processor time, no files, no core dump.
#[cfg(target_os = "linux")]
#[test]
fn the_child_limits_itself_before_it_reads() {
    let mut child = Command::new(common::PROGRAM)
        .args(["decode-limited", "codes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let path = format!("/proc/{}/limits", child.id());
    let limits = |text: &str| -> Vec<Option<String>> {
        let soft = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            line[name.len()..].split_whitespace().next().map(str::to_owned)
        };
        ["Max address space", "Max cpu time", "Max file size", "Max core file size"].map(soft).to_vec()
    };
    let expected: Vec<_> = ["536870912", "20", "0", "0"].map(|value| Some(value.to_owned())).to_vec();
    let due = Instant::now() + Duration::from_secs(20);
    let mut found = Vec::new();
    while Instant::now() < due && found != expected {
        found = limits(&std::fs::read_to_string(Path::new(&path)).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(5));
    }
    // Only now a file, which the child answers.
    let request = br#"{"pass":0,"from":1,"skip":[],"password":"","seconds":9}"#;
    child.stdin.take().unwrap().write_all(&[&request[..], b"\nno picture"].concat()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(found, expected);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "{\"Refused\":\"NotAPicture\"}\n");
}
