//! `docs/formats.md` and what stands beside it, checked: every example is made anew from fixed inputs and compared byte
//! for byte, read back from the documentation, matched against the documentation's own CDDL, and opened and verified as
//! a device would. Limits, error numbers and the files that the attack table names are compared with the code.
//!
//! `UPDATE_DOCS=1 cargo test -p rastau-core --test formats` writes the blocks anew; read the difference afterwards.
//!
//! Modules: `book` (labelled blocks of the documentation), `cddl` (a matcher for the subset used), `explain` (bytes with
//! comments, by a second reader that shares no code with the core), `world` (the fixed inputs), `made` (the blocks).

use std::borrow::Cow;
use std::collections::BTreeMap;

use coset::TaggedCborSerializable;
use rastau_core::codec::base45;
use rastau_core::document::{Claims, Form, Presented, Unverified};
use rastau_core::error::{CodeError, OpenError, PageError, ReadError, Statement};
use rastau_core::snapshot::pages::{Pages, SegmentId, SegmentKind};
use rastau_core::snapshot::{PAGE_SIZE, Seen, Snapshot, Statements, container};
use rastau_core::verdict::{Answer, CheckId, Freshness, Outcome, Verdict};
use rastau_core::verify::{Policy, Question, verify};

/// The files with labelled blocks, from the workspace's root.
const FILES: [&str; 3] = ["docs/formats.md", "docs/formats/example.md", "docs/formats/attacks.md"];
/// All CDDL of the documentation in one file, for tools.
const CDDL_FILE: &str = "docs/formats/rastau.cddl";
const CDDL_HEAD: &str =
    "; Written by core/tests/formats.rs from the CDDL in docs/formats.md, which explains it. RFC 8610.\n\n";

fn path(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn docs() -> String {
    FILES.map(read).concat()
}

/// Blocks of the documentation that are fenced as ```` ```kind name=… cddl=… ````.
mod book {
    use std::collections::BTreeMap;

    #[derive(Debug, Clone, PartialEq)]
    pub struct Block {
        pub kind: String,
        /// The rule of the CDDL that the bytes are of; empty for none.
        pub rule: String,
        pub text: String,
    }

    impl Block {
        /// The bytes of a hex block: `#` starts a comment, `hh * n` repeats a byte.
        pub fn bytes(&self) -> Vec<u8> {
            assert_eq!(self.kind, "hex");
            let mut bytes = Vec::new();
            for line in self.text.lines() {
                let code = line.split('#').next().unwrap_or_default();
                if let Some((byte, count)) = code.split_once('*') {
                    let byte = u8::from_str_radix(byte.trim(), 16).expect("a byte before *");
                    bytes.extend(vec![byte; count.trim().parse().expect("a count after *")]);
                } else {
                    let digits: String = code.split_whitespace().collect();
                    assert!(digits.len().is_multiple_of(2), "half a byte: {line}");
                    let pairs = (0..digits.len()).step_by(2).map(|at| &digits[at..at + 2]);
                    bytes.extend(pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal")));
                }
            }
            bytes
        }
    }

    fn fence(line: &str) -> Option<(String, Block)> {
        let mut words = line.strip_prefix("```")?.split_whitespace();
        let kind = words.next()?.to_string();
        let (mut name, mut rule) = (None, String::new());
        for word in words {
            match word.split_once('=')? {
                ("name", value) => name = Some(value.to_string()),
                ("cddl", value) => rule = value.to_string(),
                _ => return None,
            }
        }
        Some((name?, Block { kind, rule, text: String::new() }))
    }

    /// Every labelled block, by its name.
    pub fn blocks(text: &str) -> BTreeMap<String, Block> {
        let mut blocks = BTreeMap::new();
        walk(text, |name, block| {
            assert!(blocks.insert(name.to_string(), block.clone()).is_none(), "{name} stands twice");
            block.text
        });
        blocks
    }

    /// The text with each labelled block's content replaced by what `new` gives for it.
    pub fn walk(text: &str, mut new: impl FnMut(&str, Block) -> String) -> String {
        let mut out = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            out += &format!("{line}\n");
            if let Some((name, mut block)) = fence(line) {
                let inside = lines.by_ref().take_while(|line| *line != "```");
                block.text = inside.map(|line| format!("{line}\n")).collect();
                out += &new(&name, block);
                out += "```\n";
            }
        }
        out
    }

    /// What stands in unlabelled blocks of CDDL, in order.
    pub fn cddl(text: &str) -> String {
        let parts = text.split("```cddl\n").skip(1).map(|part| part.split("```").next().unwrap_or_default());
        parts.collect::<Vec<_>>().join("\n")
    }
}

/// A matcher for the part of CDDL (RFC 8610) that the documentation uses.
mod cddl {
    use std::collections::BTreeMap;

    use dcbor::prelude::*;

    #[derive(Debug, Clone)]
    enum Type {
        Name(String),
        Range(i128, i128),
        Text(String),
        Size(Box<Type>, i128, i128),
        Embedded(Box<Type>),
        Tag(u64, Box<Type>),
        Array(Vec<Entry>),
        Map(Vec<Entry>),
        Choice(Vec<Type>),
    }

    /// A member: how often, under which key (of a map), of which type.
    #[derive(Debug, Clone)]
    struct Entry {
        least: usize,
        most: usize,
        key: Option<Type>,
        of: Type,
    }

    pub struct Rules(BTreeMap<String, Type>);

    struct Parser<'t> {
        tokens: Vec<&'t str>,
        at: usize,
    }

    fn tokens(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        for line in text.lines() {
            let mut rest = line.split(';').next().unwrap_or_default().trim_start();
            while !rest.is_empty() {
                let word = |c: char| c.is_alphanumeric() || "-.#_".contains(c);
                let length = if let Some(inner) = rest.strip_prefix('"') {
                    inner.find('"').expect("an end of the text") + 2
                } else if rest.starts_with("=>") {
                    2
                } else {
                    rest.find(|c| !word(c)).unwrap_or(rest.len()).max(1)
                };
                let (token, left) = rest.split_at(length);
                tokens.push(token);
                rest = left.trim_start();
            }
        }
        tokens
    }

    impl Parser<'_> {
        fn peek(&self, ahead: usize) -> &str {
            self.tokens.get(self.at + ahead).copied().unwrap_or_default()
        }

        fn next(&mut self) -> String {
            self.at += 1;
            self.tokens[self.at - 1].to_string()
        }

        fn eat(&mut self, token: &str) -> bool {
            let found = self.peek(0) == token;
            self.at += usize::from(found);
            found
        }

        fn want(&mut self, token: &str) {
            let near = &self.tokens[self.at.saturating_sub(4)..self.tokens.len().min(self.at + 1)];
            assert!(self.eat(token), "{token} expected near {near:?}");
        }

        fn choice(&mut self) -> Type {
            let mut all = vec![self.one()];
            while self.eat("/") {
                all.push(self.one());
            }
            if all.len() == 1 { all.remove(0) } else { Type::Choice(all) }
        }

        fn range(text: &str) -> Option<(i128, i128)> {
            let (low, high) = text.split_once("..").unwrap_or((text, text));
            Some((low.parse().ok()?, high.parse().ok()?))
        }

        fn within(&mut self) -> Type {
            let inner = self.choice();
            self.want(")");
            inner
        }

        fn one(&mut self) -> Type {
            let token = self.next();
            let base = match token.as_str() {
                "[" => Type::Array(self.entries("]", false)),
                "{" => Type::Map(self.entries("}", true)),
                "(" => self.within(),
                text if text.starts_with('"') => Type::Text(text.trim_matches('"').to_string()),
                tag if tag.starts_with("#6.") => {
                    self.want("(");
                    Type::Tag(tag[3..].parse().expect("a tag"), Box::new(self.within()))
                }
                other => match Self::range(other) {
                    Some((low, high)) => Type::Range(low, high),
                    None => Type::Name(other.to_string()),
                },
            };
            if self.eat(".size") {
                let bracket = self.eat("(");
                let (low, high) = Self::range(&self.next()).expect("a size");
                if bracket {
                    self.want(")");
                }
                Type::Size(Box::new(base), low, high)
            } else if self.eat(".cbor") {
                assert!(matches!(&base, Type::Name(name) if name == "bstr"));
                Type::Embedded(Box::new(self.one()))
            } else {
                base
            }
        }

        fn entries(&mut self, end: &str, map: bool) -> Vec<Entry> {
            let mut entries = Vec::new();
            while !self.eat(end) {
                let (mut least, mut most) = (1, 1);
                let counted = self.peek(0).parse::<usize>().is_ok() && self.peek(1) == "*";
                if self.eat("?") {
                    least = 0;
                } else if counted || self.peek(0) == "*" {
                    least = if counted { self.next().parse().expect("a count") } else { 0 };
                    self.want("*");
                    // A number right after the star is the upper bound.
                    most = self.peek(0).parse().unwrap_or(usize::MAX);
                    self.at += usize::from(most != usize::MAX);
                }
                let first = self.choice();
                let key = map.then(|| first.clone());
                let of = if map {
                    assert!(self.eat(":") || self.eat("=>"), "a key without a value");
                    self.choice()
                } else {
                    first
                };
                entries.push(Entry { least, most, key, of });
                self.eat(",");
            }
            entries
        }
    }

    impl Rules {
        pub fn parse(text: &str) -> Self {
            let mut parser = Parser { tokens: tokens(text), at: 0 };
            let mut rules = BTreeMap::new();
            while parser.at < parser.tokens.len() {
                let name = parser.next();
                parser.want("=");
                let rule = parser.choice();
                assert!(rules.insert(name.clone(), rule).is_none(), "{name} is defined twice");
            }
            Self(rules)
        }

        /// Whether `bytes` are deterministic CBOR of the rule. `dcbor` reads them: it refuses all but one spelling.
        pub fn matches(&self, rule: &str, bytes: &[u8]) -> bool {
            assert!(self.0.contains_key(rule), "the CDDL has no rule {rule}");
            CBOR::try_from_data(bytes).is_ok_and(|item| self.is(&item, &Type::Name(rule.to_string())))
        }

        fn is(&self, item: &CBOR, of: &Type) -> bool {
            let int = match item.as_case() {
                CBORCase::Unsigned(value) => Some(i128::from(*value)),
                CBORCase::Negative(value) => Some(-1 - i128::from(*value)),
                _ => None,
            };
            match (of, item.as_case()) {
                (Type::Name(name), case) => match (name.as_str(), case) {
                    ("any", _) | ("uint", CBORCase::Unsigned(_)) => true,
                    ("tstr", CBORCase::Text(_)) | ("bstr", CBORCase::ByteString(_)) => true,
                    ("int", _) => int.is_some(),
                    ("uint" | "tstr" | "bstr", _) => false,
                    (name, _) => self.is(item, self.0.get(name).unwrap_or_else(|| panic!("no rule {name}"))),
                },
                (Type::Range(low, high), _) => int.is_some_and(|value| (*low..=*high).contains(&value)),
                (Type::Text(text), CBORCase::Text(found)) => text == found,
                (Type::Size(of, low, high), case) => {
                    let length = match case {
                        CBORCase::Text(text) => text.len(),
                        CBORCase::ByteString(bytes) => bytes.data().len(),
                        _ => return false,
                    };
                    self.is(item, of) && (*low..=*high).contains(&(length as i128))
                }
                (Type::Embedded(of), CBORCase::ByteString(bytes)) => {
                    CBOR::try_from_data(bytes.data()).is_ok_and(|inner| self.is(&inner, of))
                }
                (Type::Tag(number, of), CBORCase::Tagged(tag, inner)) => {
                    tag.value() == *number && self.is(inner, of)
                }
                (Type::Array(entries), CBORCase::Array(items)) => {
                    let mut rest = items.as_slice();
                    entries.iter().all(|entry| {
                        let fitting = rest.iter().take(entry.most).take_while(|item| self.is(item, &entry.of));
                        let count = fitting.count();
                        rest = &rest[count..];
                        count >= entry.least
                    }) && rest.is_empty()
                }
                (Type::Map(entries), CBORCase::Map(map)) => {
                    let mut found = vec![0; entries.len()];
                    let fits = map.iter().all(|(key, value)| {
                        // A key belongs to the first member that names it.
                        let named = |entry: &Entry| entry.key.as_ref().is_some_and(|name| self.is(key, name));
                        entries.iter().position(named).is_some_and(|at| {
                            found[at] += 1;
                            self.is(value, &entries[at].of)
                        })
                    });
                    let counted = |(entry, count): (&Entry, &usize)| (entry.least..=entry.most).contains(count);
                    fits && entries.iter().zip(&found).all(counted)
                }
                (Type::Choice(all), _) => all.iter().any(|one| self.is(item, one)),
                _ => false,
            }
        }
    }
}

/// Bytes with comments. This is a second, small reader of the formats: it takes nothing from the core but dates.
mod explain {
    use rastau_core::calendar::{Date, Timestamp};

    pub fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Names of places inside an item: map keys and array places parted by dots, `*` for any. A name may begin with
    /// what the value is: `@d` a date, `@t` an instant, `@a` an algorithm, `@e` bytes that hold CBOR.
    pub type Names = &'static [(&'static str, &'static str)];

    const COLUMN: usize = 56;

    #[derive(Default)]
    pub struct Text {
        pub out: String,
    }

    impl Text {
        /// One run of bytes, in parts; a last part that is too long goes on below.
        pub fn line(&mut self, depth: usize, parts: &[&[u8]], comment: &str) {
            let full = parts.iter().filter(|part| !part.is_empty());
            let mut hexes: Vec<String> = full.map(|part| hex(part)).collect();
            let indent = "  ".repeat(depth);
            let mut below = String::new();
            if hexes.iter().map(|hex| hex.len() + 1).sum::<usize>() + indent.len() > COLUMN {
                below = hexes.pop().unwrap_or_default();
                if hexes.is_empty() {
                    let cut = below.len().min(32);
                    hexes.push(below.drain(..cut).collect());
                }
            }
            let first = format!("{indent}{}", hexes.join(" "));
            self.out += format!("{first:<COLUMN$}# {comment}").trim_end();
            self.out.push('\n');
            let mut rest = below.as_str();
            while !rest.is_empty() {
                let (now, later) = rest.split_at(rest.len().min(32));
                self.out += &format!("{indent}  {now}\n");
                rest = later;
            }
        }

        /// More comment, on a line of its own.
        pub fn note(&mut self, comment: &str) {
            self.out += &format!("{:COLUMN$}#   {comment}\n", "");
        }

        /// What is left of a page.
        pub fn filling(&mut self, rest: &[u8]) {
            assert!(rest.iter().all(|byte| *byte == 0), "the filling is zeros");
            let code = format!("00 * {}", rest.len());
            self.out += &format!("{code:<COLUMN$}# filling\n");
        }

        /// One item of CBOR with everything in it.
        pub fn cbor(bytes: &[u8], names: Names) -> String {
            let mut text = Self::default();
            text.whole(bytes, 0, names);
            text.out
        }

        fn whole(&mut self, bytes: &[u8], depth: usize, names: Names) {
            let mut rest = bytes;
            self.item(&mut rest, depth, (&[], ""), &mut Vec::new(), names);
            assert!(rest.is_empty());
        }

        fn item(
            &mut self,
            rest: &mut &[u8],
            depth: usize,
            (key, key_name): (&[u8], &str),
            place: &mut Vec<String>,
            names: Names,
        ) {
            let (head, major, value) = head(rest);
            let (kind, name) = name(place, names);
            let said = |what: String| format!("{key_name}{what}{}{name}", if name.is_empty() { "" } else { "  " });
            match major {
                0 | 1 => {
                    let number = if major == 0 { i128::from(value) } else { -1 - i128::from(value) };
                    let shown = match (kind, number) {
                        ("@d", days) => {
                            format!("{days} = {}", date(i64::try_from(days).expect("days")))
                        }
                        ("@t", _) => format!("{value} = {}", Timestamp(value)),
                        ("@a", -19) => "-19 = Ed25519".into(),
                        ("@a", -9) => "-9 = ESP256".into(),
                        _ => number.to_string(),
                    };
                    self.line(depth, &[key, head], &said(shown));
                }
                2 | 3 => {
                    let content = take(rest, value);
                    if kind == "@e" {
                        self.line(depth, &[key, head], &said(format!("<< {} bytes", content.len())));
                        let mut inner = content;
                        self.item(&mut inner, depth + 1, (&[], ""), place, names);
                        assert!(inner.is_empty());
                    } else if major == 2 {
                        let unit = if content.len() == 1 { "byte" } else { "bytes" };
                        self.line(depth, &[key, head, content], &said(format!("{} {unit}", content.len())));
                    } else {
                        let content_text = std::str::from_utf8(content).expect("UTF-8");
                        self.line(depth, &[key, head, content], &said(format!("{content_text:?}")));
                    }
                }
                4 => {
                    self.line(depth, &[key, head], &said(format!("[ {value}")));
                    for index in 0..value {
                        place.push(index.to_string());
                        self.item(rest, depth + 1, (&[], ""), place, names);
                        place.pop();
                    }
                }
                5 => {
                    self.line(depth, &[key, head], &said(format!("{{ {value}")));
                    for _ in 0..value {
                        let (key, major, value) = self::head(rest);
                        let number = if major == 0 { i128::from(value) } else { -1 - i128::from(value) };
                        place.push(number.to_string());
                        self.item(rest, depth + 1, (key, &format!("{number}: ")), place, names);
                        place.pop();
                    }
                }
                _ => {
                    self.line(depth, &[key, head], &format!("tag {value}"));
                    self.item(rest, depth, (&[], ""), place, names);
                }
            }
        }
    }

    fn date(days: i64) -> Date {
        Date::from_days(days).expect("a date")
    }

    fn name(place: &[String], names: Names) -> (&'static str, &'static str) {
        let fits = |pattern: &str| {
            let parts: Vec<&str> = pattern.split('.').filter(|part| !part.is_empty()).collect();
            parts.len() == place.len() && parts.iter().zip(place).all(|(part, at)| *part == "*" || part == at)
        };
        let name = names.iter().find(|(pattern, _)| fits(pattern)).map_or("", |(_, name)| name);
        if name.starts_with('@') { name.split_once(' ').unwrap_or((name, "")) } else { ("", name) }
    }

    /// The head of an item: its bytes, major type and argument.
    fn head<'b>(rest: &mut &'b [u8]) -> (&'b [u8], u8, u64) {
        let small = rest[0] & 31;
        let more = match small {
            0..=23 => 0,
            24..=27 => 1 << (small - 24),
            _ => panic!("an indefinite length"),
        };
        let bytes = take(rest, 1 + more);
        let value = bytes[1..].iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        (bytes, bytes[0] >> 5, if more == 0 { u64::from(small) } else { value })
    }

    fn take<'b>(rest: &mut &'b [u8], length: u64) -> &'b [u8] {
        let (head, tail) = rest.split_at(usize::try_from(length).expect("a length"));
        *rest = tail;
        head
    }

    fn byte(rest: &mut &[u8]) -> u8 {
        take(rest, 1)[0]
    }

    /// A varint: its bytes and value.
    fn varint<'b>(rest: &mut &'b [u8]) -> (&'b [u8], u64) {
        let length = rest.iter().position(|byte| byte & 0x80 == 0).expect("an end") + 1;
        let bytes = take(rest, length as u64);
        (bytes, bytes.iter().rev().fold(0, |value, byte| value << 7 | u64::from(byte & 0x7f)))
    }

    /// A key after the one before it.
    fn key(text: &mut Text, rest: &mut &[u8], current: &mut Vec<u8>, show: impl Fn(&[u8]) -> String) {
        let ((one, shared), (two, length)) = (varint(rest), varint(rest));
        let suffix = take(rest, length);
        current.truncate(usize::try_from(shared).expect("a length"));
        current.extend_from_slice(suffix);
        text.line(0, &[one, two, suffix], &format!("shares {shared}, {length} more: {}", show(current)));
    }

    fn lossy(key: &[u8]) -> String {
        String::from_utf8_lossy(key).into_owned()
    }

    pub fn index_page(page: &[u8]) -> String {
        let (mut text, mut rest, mut current) = (Text::default(), page, Vec::new());
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("{count} children"));
        let (bytes, first) = varint(&mut rest);
        text.line(0, &[bytes], &format!("the first of them is page {first}"));
        for _ in 0..count {
            key(&mut text, &mut rest, &mut current, lossy);
            text.line(1, &[take(&mut rest, 32)], "its page hash");
        }
        text.filling(rest);
        text.out
    }

    pub fn documents_page(page: &[u8]) -> String {
        let (mut text, mut rest) = (Text::default(), page);
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("documents on the page: {count}"));
        let (bytes, rank) = varint(&mut rest);
        text.line(0, &[bytes], &format!("rank of the first: {rank}"));
        let common = byte(&mut rest);
        text.line(0, &[&[common]], &format!("usual length of sealed attributes: {common}"));
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
                text.line(0, &[bytes], &format!("{step} above the one before{flag}: {}", lossy(&number)));
            } else {
                let (two, length) = varint(&mut rest);
                let suffix = take(&mut rest, length);
                number.truncate(usize::try_from(value >> 2).expect("a length"));
                number.extend_from_slice(suffix);
                let said = format!("shares {}, {length} more{flag}: {}", value >> 2, lossy(&number));
                text.line(0, &[bytes, two, suffix], &said);
            }
            let length = if own {
                let more = byte(&mut rest);
                let said = match more.checked_sub(1) {
                    None => "no tags, no attributes: issued before there were codes".to_string(),
                    Some(length) => format!("length of its sealed attributes, plus 1: {length}"),
                };
                text.line(1, &[&[more]], &said);
                more.checked_sub(1)
            } else {
                Some(common)
            };
            if let Some(length) = length {
                text.line(1, &[take(&mut rest, 12)], "holder tag");
                text.line(1, &[take(&mut rest, 8)], "name tag: 5 bytes exact, 3 Russian");
                text.line(1, &[take(&mut rest, 4)], "check");
                text.line(1, &[take(&mut rest, length.into())], "sealed attributes");
            }
        }
        text.filling(rest);
        text.out
    }

    /// How many bytes of a page of documents are numbers.
    pub fn number_bytes(page: &[u8]) -> usize {
        let mut rest = page;
        let (_, count) = varint(&mut rest);
        varint(&mut rest);
        let common = byte(&mut rest);
        let mut sum = 0;
        for _ in 0..count {
            let before = rest.len();
            let (_, value) = varint(&mut rest);
            assert!(value & 2 == 0, "all of the usual length");
            if value & 1 == 1 {
                let (_, length) = varint(&mut rest);
                take(&mut rest, length);
            }
            sum += before - rest.len();
            take(&mut rest, 24 + u64::from(common));
        }
        sum
    }

    pub fn rows_page(page: &[u8], names: impl Fn(u8) -> Names) -> String {
        let (mut text, mut rest, mut current) = (Text::default(), page, Vec::new());
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("rows on the page: {count}"));
        for _ in 0..count {
            key(&mut text, &mut rest, &mut current, |key| match key[0] {
                b'i' | b'o' | b'a' | b'l' => format!("{} {}", char::from(key[0]), hex(&key[1..])),
                _ => format!("{} {}", char::from(key[0]), lossy(&key[1..]).replace('\0', " 00 ")),
            });
            let (bytes, length) = varint(&mut rest);
            text.line(1, &[bytes], &format!("length of the row: {length}"));
            text.whole(take(&mut rest, length), 1, names(current[0]));
        }
        text.filling(rest);
        text.out
    }

    pub struct Bits<'b> {
        bytes: &'b [u8],
        at: usize,
        shown: Vec<String>,
    }

    impl<'b> Bits<'b> {
        pub fn new(bytes: &'b [u8]) -> Self {
            Self { bytes, at: 0, shown: Vec::new() }
        }

        pub fn take(&mut self, width: usize) -> u64 {
            let bit = |at: usize| u64::from(self.bytes[at / 8] >> (7 - at % 8) & 1);
            let bits: Vec<u64> = (self.at..self.at + width).map(bit).collect();
            self.at += width;
            self.shown.push(bits.iter().map(u64::to_string).collect());
            bits.iter().fold(0, |value, bit| value << 1 | bit)
        }

        /// The bits taken since the last time.
        pub fn shown(&mut self) -> String {
            std::mem::take(&mut self.shown).join(" ")
        }
    }

    pub fn status_page(page: &[u8]) -> String {
        let (mut text, mut rest) = (Text::default(), page);
        let place = |value: u64| format!("segment {}, rank {}", value >> 32, value & 0xffff_ffff);
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("documents on the page: {count}"));
        let (bytes, mut number) = varint(&mut rest);
        text.line(0, &[bytes], &format!("place of the first: {}", place(number)));
        let (bytes, base) = varint(&mut rest);
        let day = |days: u64| date(i64::try_from(base + days).expect("days"));
        text.line(0, &[bytes], &format!("earliest day: {base} = {}", day(0)));
        let (width, rice) = (byte(&mut rest), byte(&mut rest));
        text.line(0, &[&[width]], "w: bits of a day, counted from the earliest");
        text.line(0, &[&[rice]], "k: Rice parameter of the gaps");
        let (width, rice) = (usize::from(width), usize::from(rice));
        let mut bits = Bits::new(rest);
        let mut said: Vec<String> = Vec::new();
        for index in 0..count {
            if index > 0 {
                let mut quotient = 0;
                while bits.take(1) == 1 {
                    quotient += 1;
                }
                let gap = quotient << rice | bits.take(rice);
                number += gap + 1;
                said.push(format!("{}: gap {gap}: {}", bits.shown(), place(number)));
            }
            loop {
                let (on, ground) = (day(bits.take(width)), bits.take(3));
                let back = (bits.take(1) == 1).then(|| day(bits.take(width)));
                let more = back.is_some() && bits.take(1) == 1;
                let back = back.map_or(String::new(), |day| format!(", in force again on {day}"));
                said.push(format!("{}: cancelled on {on}, ground {ground}{back}", bits.shown()));
                if !more {
                    break;
                }
            }
        }
        let used = bits.at.div_ceil(8) as u64;
        text.line(0, &[take(&mut rest, used)], "bits:");
        said.iter().for_each(|line| text.note(line));
        text.filling(rest);
        text.out
    }

    /// The front of a container, up to its first part.
    pub fn container_head(bytes: &[u8], names: Names) -> String {
        let (mut text, mut rest) = (Text::default(), bytes);
        text.line(0, &[take(&mut rest, 8)], "\"RASTAUB1\"");
        let length = take(&mut rest, 4);
        let value = length.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        text.line(0, &[length], &format!("length of the index: {value}"));
        text.whole(take(&mut rest, value), 0, names);
        text.filling(rest);
        text.out
    }
}
