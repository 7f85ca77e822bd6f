//! Pages of segments and the head of a container, with comments.

use rastau_core::codec::hex;

use super::{Annotated, Bits, Labels, date, take};

fn byte(rest: &mut &[u8]) -> u8 {
    take(rest, 1)[0]
}

/// Removes a varint: its bytes and value.
fn varint<'b>(rest: &mut &'b [u8]) -> (&'b [u8], u64) {
    let length = rest.iter().position(|byte| byte & 0x80 == 0).expect("an end") + 1;
    let bytes = take(rest, length as u64);
    (bytes, bytes.iter().rev().fold(0, |value, byte| value << 7 | u64::from(byte & 0x7f)))
}

/// Writes a prefix-compressed key; `current` is the previous key and becomes this one.
fn key(text: &mut Annotated, rest: &mut &[u8], current: &mut Vec<u8>, display: impl Fn(&[u8]) -> String) {
    let ((one, shared), (two, length)) = (varint(rest), varint(rest));
    let suffix = take(rest, length);
    current.truncate(usize::try_from(shared).expect("a length"));
    current.extend_from_slice(suffix);
    let comment = format!("shares {shared}, {length} more: {}", display(current));
    text.line(0, &[one, two, suffix], &comment);
}

fn lossy(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}

pub(crate) fn index_page(page: &[u8]) -> String {
    let (mut text, mut rest, mut current) = (Annotated::default(), page, Vec::new());
    let (bytes, count) = varint(&mut rest);
    text.line(0, &[bytes], &format!("number of children: {count}"));
    let (bytes, first) = varint(&mut rest);
    text.line(0, &[bytes], &format!("page number of the first child: {first}"));
    for _ in 0..count {
        key(&mut text, &mut rest, &mut current, lossy);
        text.line(1, &[take(&mut rest, 32)], "page hash of the child");
    }
    text.padding(rest);
    text.out
}

pub(crate) fn documents_page(page: &[u8]) -> String {
    let (mut text, mut rest) = (Annotated::default(), page);
    let (bytes, count) = varint(&mut rest);
    text.line(0, &[bytes], &format!("number of documents: {count}"));
    let (bytes, rank) = varint(&mut rest);
    text.line(0, &[bytes], &format!("rank of the first: {rank}"));
    let common = byte(&mut rest);
    let later = |form: u8| if form & 0x80 == 0 { "" } else { ", sealed later" };
    let comment = format!("default length of sealed attributes: {}{}", common & 0x7f, later(common));
    text.line(0, &[&[common]], &comment);
    let mut number: Vec<u8> = Vec::new();
    for _ in 0..count {
        let (bytes, value) = varint(&mut rest);
        let own = value & 2 != 0;
        let flag = if own { ", length follows" } else { "" };
        if value & 1 == 0 {
            let digits = number.iter().rev().take(18).take_while(|byte| byte.is_ascii_digit()).count();
            let (prefix, run) = number.split_at(number.len() - digits);
            let next = lossy(run).parse::<u64>().expect("digits") + (value >> 2) + 1;
            number = format!("{}{next:0digits$}", lossy(prefix)).into_bytes();
            let step = (value >> 2) + 1;
            text.line(0, &[bytes], &format!("previous number plus {step}{flag}: {}", lossy(&number)));
        } else {
            let (two, length) = varint(&mut rest);
            let suffix = take(&mut rest, length);
            number.truncate(usize::try_from(value >> 2).expect("a length"));
            number.extend_from_slice(suffix);
            let comment = format!("shares {}, {length} more{flag}: {}", value >> 2, lossy(&number));
            text.line(0, &[bytes, two, suffix], &comment);
        }
        let length = if own {
            let more = byte(&mut rest);
            let comment = match (more & 0x7f).checked_sub(1) {
                None => "no tags and no attributes: issued before verification codes existed".to_string(),
                Some(length) => format!("own length of sealed attributes, plus 1: {length}{}", later(more)),
            };
            text.line(1, &[&[more]], &comment);
            (more & 0x7f).checked_sub(1)
        } else {
            Some(common & 0x7f)
        };
        if let Some(length) = length {
            text.line(1, &[take(&mut rest, 12)], "holder tag");
            text.line(1, &[take(&mut rest, 8)], "name tag: 5 bytes of the name, 3 masked hints of its words");
            text.line(1, &[take(&mut rest, 4)], "check");
            text.line(1, &[take(&mut rest, length.into())], "sealed attributes");
        }
    }
    text.padding(rest);
    text.out
}

/// Returns how many bytes of a page of documents encode numbers.
pub(crate) fn number_bytes(page: &[u8]) -> usize {
    let mut rest = page;
    let (_, count) = varint(&mut rest);
    varint(&mut rest);
    let common = byte(&mut rest);
    let mut sum = 0;
    for _ in 0..count {
        let before = rest.len();
        let (_, value) = varint(&mut rest);
        assert!(value & 2 == 0, "every record has the default length");
        if value & 1 == 1 {
            let (_, length) = varint(&mut rest);
            take(&mut rest, length);
        }
        sum += before - rest.len();
        take(&mut rest, 24 + u64::from(common));
    }
    sum
}

pub(crate) fn rows_page(page: &[u8], labels: impl Fn(u8) -> Labels) -> String {
    let (mut text, mut rest, mut current) = (Annotated::default(), page, Vec::new());
    let (bytes, count) = varint(&mut rest);
    text.line(0, &[bytes], &format!("number of rows: {count}"));
    for _ in 0..count {
        key(&mut text, &mut rest, &mut current, |key| match key[0] {
            b'w' => {
                let year = key[1..].try_into().map(u32::from_be_bytes).expect("four bytes");
                format!("w {year}")
            }
            b'i' | b'o' | b'a' | b'l' => format!("{} {}", char::from(key[0]), hex::encode(&key[1..])),
            _ => format!("{} {}", char::from(key[0]), lossy(&key[1..]).replace('\0', " 00 ")),
        });
        let (bytes, length) = varint(&mut rest);
        text.line(1, &[bytes], &format!("length of the row: {length}"));
        text.cbor_at(take(&mut rest, length), 1, labels(current[0]));
    }
    text.padding(rest);
    text.out
}

pub(crate) fn status_page(page: &[u8]) -> String {
    let (mut text, mut rest) = (Annotated::default(), page);
    let place_text = |value: u64| format!("segment {}, rank {}", value >> 32, value & 0xffff_ffff);
    let (bytes, count) = varint(&mut rest);
    text.line(0, &[bytes], &format!("number of documents: {count}"));
    let (bytes, mut number) = varint(&mut rest);
    text.line(0, &[bytes], &format!("place of the first: {}", place_text(number)));
    let (bytes, base) = varint(&mut rest);
    let base = if base % 2 == 0 { i128::from(base / 2) } else { -1 - i128::from(base / 2) };
    let day = |days: u64| date(i64::try_from(base + i128::from(days)).expect("days"));
    text.line(0, &[bytes], &format!("earliest day: {base} = {}", day(0)));
    let (width, rice) = (byte(&mut rest), byte(&mut rest));
    text.line(0, &[&[width]], "w: width of a day, counted from the earliest");
    text.line(0, &[&[rice]], "k: Rice parameter of the gaps");
    let (width, rice) = (usize::from(width), usize::from(rice));
    let mut bits = Bits::new(rest);
    let mut comments: Vec<String> = Vec::new();
    for index in 0..count {
        if index > 0 {
            let mut quotient = 0;
            while bits.take(1) == 1 {
                quotient += 1;
            }
            let gap = quotient << rice | bits.take(rice);
            number += gap + 1;
            comments.push(format!("{}: gap {gap}: {}", bits.groups(), place_text(number)));
        }
        loop {
            let on = day(bits.take(width));
            if bits.take(1) == 0 {
                let (ground, replaced) = (bits.take(3), bits.take(1));
                let replaced = if replaced == 1 { "replaced by a new document" } else { "not replaced" };
                comments.push(format!("{}: cancelled on {on}, ground {ground}, {replaced}", bits.groups()));
                break;
            }
            let (back, more) = (day(bits.take(width)), bits.take(1) == 1);
            let more_text = if more { "another follows" } else { "no other follows" };
            comments.push(format!("{}: cancelled on {on}, reinstated on {back}, {more_text}", bits.groups()));
            if !more {
                break;
            }
        }
    }
    text.line(0, &[take(&mut rest, bits.bytes_taken())], "bits:");
    comments.iter().for_each(|line| text.note(line));
    text.padding(rest);
    text.out
}

/// The head of a container, up to its first part.
pub(crate) fn container_head(bytes: &[u8], labels: Labels) -> String {
    let (mut text, mut rest) = (Annotated::default(), bytes);
    text.line(0, &[take(&mut rest, 8)], "\"RASTAUB1\"");
    let length = take(&mut rest, 4);
    let value = length.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    text.line(0, &[length], &format!("length of the index: {value}"));
    text.cbor_at(take(&mut rest, value), 0, labels);
    text.padding(rest);
    text.out
}
