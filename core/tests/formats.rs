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
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::{PAGE_SIZE, Snapshot, Statements, TrustedState, container};
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
    pub(crate) struct Block {
        pub(crate) kind: String,
        /// The rule of the CDDL that the bytes are of; empty for none.
        pub(crate) rule: String,
        pub(crate) text: String,
    }

    impl Block {
        /// The bytes of a hex block: `#` starts a comment, `hh * n` repeats a byte.
        pub(crate) fn bytes(&self) -> Vec<u8> {
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
    pub(crate) fn blocks(text: &str) -> BTreeMap<String, Block> {
        let mut blocks = BTreeMap::new();
        walk(text, |name, block| {
            assert!(blocks.insert(name.to_string(), block.clone()).is_none(), "{name} stands twice");
            block.text
        });
        blocks
    }

    /// The text with each labelled block's content replaced by what `new` gives for it.
    pub(crate) fn walk(text: &str, mut new: impl FnMut(&str, Block) -> String) -> String {
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
    pub(crate) fn cddl(text: &str) -> String {
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

    pub(crate) struct Rules(BTreeMap<String, Type>);

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
            let found = self.next();
            assert_eq!(found, token, "after {:?}", &self.tokens[self.at.saturating_sub(6)..self.at]);
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
        pub(crate) fn parse(text: &str) -> Self {
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
        pub(crate) fn matches(&self, rule: &str, bytes: &[u8]) -> bool {
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
                        let fitting =
                            rest.iter().take(entry.most).take_while(|item| self.is(item, &entry.of));
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
                    let counted =
                        |(entry, count): (&Entry, &usize)| (entry.least..=entry.most).contains(count);
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

    pub(crate) fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Names of places inside an item: map keys and array places parted by dots, `*` for any. A name may begin with
    /// what the value is: `@d` a date, `@t` an instant, `@a` an algorithm, `@e` bytes that hold CBOR.
    pub(crate) type Names = &'static [(&'static str, &'static str)];

    const COLUMN: usize = 56;

    #[derive(Default)]
    pub(crate) struct Text {
        pub(crate) out: String,
    }

    impl Text {
        /// One run of bytes, in parts; a last part that is too long goes on below.
        pub(crate) fn line(&mut self, depth: usize, parts: &[&[u8]], comment: &str) {
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
        pub(crate) fn note(&mut self, comment: &str) {
            self.out += &format!("{:COLUMN$}#   {comment}\n", "");
        }

        /// What is left of a page.
        pub(crate) fn filling(&mut self, rest: &[u8]) {
            assert!(rest.iter().all(|byte| *byte == 0), "the filling is zeros");
            let code = format!("00 * {}", rest.len());
            self.out += &format!("{code:<COLUMN$}# filling\n");
        }

        /// One item of CBOR with everything in it.
        pub(crate) fn cbor(bytes: &[u8], names: Names) -> String {
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
            let said =
                |what: String| format!("{key_name}{what}{}{name}", if name.is_empty() { "" } else { "  " });
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

    pub(crate) fn index_page(page: &[u8]) -> String {
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

    pub(crate) fn documents_page(page: &[u8]) -> String {
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
    pub(crate) fn number_bytes(page: &[u8]) -> usize {
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

    pub(crate) fn rows_page(page: &[u8], names: impl Fn(u8) -> Names) -> String {
        let (mut text, mut rest, mut current) = (Text::default(), page, Vec::new());
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("rows on the page: {count}"));
        for _ in 0..count {
            key(&mut text, &mut rest, &mut current, |key| match key[0] {
                b'w' => {
                    let year = key[1..].try_into().map(u32::from_be_bytes).expect("four bytes");
                    format!("w {year}")
                }
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

    pub(crate) struct Bits<'b> {
        bytes: &'b [u8],
        at: usize,
        shown: Vec<String>,
    }

    impl<'b> Bits<'b> {
        pub(crate) fn new(bytes: &'b [u8]) -> Self {
            Self { bytes, at: 0, shown: Vec::new() }
        }

        pub(crate) fn take(&mut self, width: usize) -> u64 {
            let bit = |at: usize| u64::from(self.bytes[at / 8] >> (7 - at % 8) & 1);
            let bits: Vec<u64> = (self.at..self.at + width).map(bit).collect();
            self.at += width;
            self.shown.push(bits.iter().map(u64::to_string).collect());
            bits.iter().fold(0, |value, bit| value << 1 | bit)
        }

        /// The bits taken since the last time.
        pub(crate) fn shown(&mut self) -> String {
            std::mem::take(&mut self.shown).join(" ")
        }
    }

    pub(crate) fn status_page(page: &[u8]) -> String {
        let (mut text, mut rest) = (Text::default(), page);
        let place = |value: u64| format!("segment {}, rank {}", value >> 32, value & 0xffff_ffff);
        let (bytes, count) = varint(&mut rest);
        text.line(0, &[bytes], &format!("documents on the page: {count}"));
        let (bytes, mut number) = varint(&mut rest);
        text.line(0, &[bytes], &format!("place of the first: {}", place(number)));
        let (bytes, base) = varint(&mut rest);
        let base = if base % 2 == 0 { i128::from(base / 2) } else { -1 - i128::from(base / 2) };
        let day = |days: u64| date(i64::try_from(base + i128::from(days)).expect("days"));
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
    pub(crate) fn container_head(bytes: &[u8], names: Names) -> String {
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

/// The fixed inputs: one tiny register, whole.
mod world {
    use std::convert::Infallible;

    use rastau_core::calendar::{Date, Interval, SpecialDay, SpecialKind, Term, Timestamp};
    use rastau_core::codec::cose::{CoSignature, co_sign, write_sign, write_sign1};
    use rastau_core::crypto::{PublicKey, sha256};
    use rastau_core::document::name::Script;
    use rastau_core::document::sealed::{Attributes, Sealed, Validity};
    use rastau_core::document::tags::{HolderTag, NameTag};
    use rastau_core::document::{Basis, BasisKind, Claims, Code, text};
    use rastau_core::identity::{Identity, check_digit};
    use rastau_core::snapshot::documents::PageWriter;
    use rastau_core::snapshot::pages::{SegmentId, SegmentKind};
    use rastau_core::snapshot::root::{self, Role, Root};
    use rastau_core::snapshot::rows::{
        Accreditation, AccreditationRef, Centre, DatedBasis, Event, EventKind, IssuingKey, Mode, Offer,
        Profession, ProfessionVersion, Qualification, Route, Row, Scope, Skill, SkillList, WorkingYear, key,
    };
    use rastau_core::snapshot::statements::{
        CENTRES_CONTEXT, Centres, FRESHNESS_CONTEXT, FreshnessStatement, MANIFEST_CONTEXT, Manifest,
    };
    use rastau_core::snapshot::status::{Cancellation, Ground, Place, write_page};
    use rastau_core::snapshot::tree::{Child, build_index, page_hash};
    use rastau_core::snapshot::{Record, Segment, Statements, container, tables};
    use rastau_core::verdict::LocalizedName;

    pub(crate) const CLOCK: &str = "2026-11-23T10:00:00+05:00";
    pub(crate) const CODE: Code = Code([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
    pub(crate) const OTHER_CODE: Code = Code([0x5a; 10]);
    pub(crate) const NUMBER: &str = "240000000001";
    pub(crate) const OTHER: &str = "240000000002";
    pub(crate) const PLAIN: &str = "A-7";
    pub(crate) const NAME: &str = "Сынақбаева Үлгіжан";
    pub(crate) const RUSSIAN: &str = "Сынакбаева Улгижан";
    const REGISTER: &str = "kz.example";
    const CENTRE: &str = "990140000017";

    /// A secret key: 32 times one byte.
    pub(crate) enum Key {
        Ed25519(ed25519_dalek::SigningKey),
        Esp256(p256::ecdsa::SigningKey),
    }

    impl Key {
        pub(crate) fn public(&self) -> PublicKey {
            match self {
                Self::Ed25519(key) => {
                    PublicKey { algorithm: -19, bytes: key.verifying_key().to_bytes().to_vec() }
                }
                Self::Esp256(key) => {
                    let point = key.verifying_key().to_sec1_point(true);
                    PublicKey { algorithm: -9, bytes: point.as_bytes().to_vec() }
                }
            }
        }

        /// This key's part of a statement.
        pub(crate) fn co_sign(&self, payload: &[u8], context: &str) -> CoSignature {
            let public = self.public();
            let signed =
                co_sign(payload, context, public.algorithm, public.id(), |covered| self.sign(covered));
            signed.unwrap_or_else(|never| match never {})
        }

        fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Infallible> {
            Ok(match self {
                Self::Ed25519(key) => ed25519_dalek::Signer::sign(key, message).to_bytes().to_vec(),
                // RFC 6979: no randomness, so the same bytes everywhere.
                Self::Esp256(key) => {
                    let signature: p256::ecdsa::Signature =
                        p256::ecdsa::signature::Signer::sign(key, message);
                    signature.normalize_s().to_bytes().to_vec()
                }
            })
        }
    }

    /// The keys of the example: what each is for, and the byte of its seed.
    pub(crate) fn keys() -> [(&'static str, u8, Key); 6] {
        let ed = |seed| Key::Ed25519(ed25519_dalek::SigningKey::from_bytes(&[seed; 32]));
        let p256 = |seed| Key::Esp256(p256::ecdsa::SigningKey::from_slice(&[seed; 32]).expect("a key"));
        [
            ("root", 1, ed(1)),
            ("keeper", 2, ed(2)),
            ("keeper, second", 3, p256(3)),
            ("chamber", 4, ed(4)),
            ("fresh", 5, ed(5)),
            ("centre's issuing key", 6, ed(6)),
        ]
    }

    pub(crate) fn day(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    pub(crate) fn time(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("an instant")
    }

    /// Born in 1899, by the seventh digit: nobody alive has this number.
    pub(crate) fn holder() -> Identity {
        let body = [9, 9, 0, 1, 0, 1, 2, 0, 0, 0, 7];
        let check = check_digit(&body).expect("a check digit");
        let digits: String = body.iter().chain([&check]).map(u8::to_string).collect();
        Identity::parse(&digits).expect("an IIN")
    }

    fn centre() -> Identity {
        Identity::parse(CENTRE).expect("a BIN")
    }

    fn basis() -> Basis {
        Basis { kind: BasisKind::Standard, id: "PS-7212-1".into() }
    }

    pub(crate) fn claims() -> Claims {
        Claims {
            number: NUMBER.into(),
            holder: holder(),
            names: vec![NAME.into()],
            profession: "7212-1".into(),
            edition: "2017".into(),
            qualification: Some("7212-1-4".into()),
            level: "4".into(),
            skills: vec![],
            centre: centre(),
            accreditation: "EXAMPLE-1".into(),
            basis: basis(),
            exam_on: day("2026-05-11"),
            issued_on: day("2026-05-20"),
            valid_until: None,
            code: Some(CODE),
            unknown: vec![],
        }
    }

    pub(crate) fn text_of(claims: &Claims) -> String {
        let [.., (_, _, key)] = keys();
        text::write(claims, &key.public(), |covered| key.sign(covered)).unwrap_or_else(|never| match never {})
    }

    pub(crate) fn attributes() -> Attributes {
        Attributes {
            offer: 0,
            accreditation: 0,
            skills: None,
            exam_on: day("2026-05-11"),
            issued_on: day("2026-05-20"),
            validity: Validity::ByTerm,
            name_script: Script::Cyrillic,
        }
    }

    fn record(code: &Code, number: &str, holder: &Identity, name: &str, attributes: &Attributes) -> Record {
        Record::Coded {
            holder: HolderTag::new(code, number, holder),
            name: NameTag::new(code, number, name),
            sealed: Sealed::seal(code, number, attributes).expect("attributes that fit"),
        }
    }

    /// The record of the example's document.
    pub(crate) fn good() -> Record {
        record(&CODE, NUMBER, &holder(), NAME, &attributes())
    }

    /// A document on one skill, valid until a day of its own, for a holder with a passport.
    fn other() -> Record {
        let holder = Identity::parse("PASSPORT-EXAMPLE").expect("an identity number");
        let validity = Validity::Until(day("2028-02-29"));
        let attributes = Attributes { skills: Some(0), validity, ..attributes() };
        record(&OTHER_CODE, OTHER, &holder, "Қиялов Мысалбек", &attributes)
    }

    /// A leaf page with its first and last key and its number of entries.
    pub(crate) type Leaf = (Vec<u8>, Vec<u8>, Vec<u8>, u64);
    /// A segment and its pages.
    pub(crate) type Built = (Segment, Vec<Vec<u8>>);

    pub(crate) fn segment(kind: SegmentKind, leaves: Vec<Leaf>) -> Built {
        let serial = 1;
        let hashed = (0u32..).zip(&leaves).map(|(index, (page, first, ..))| Child {
            first: first.clone(),
            hash: page_hash(kind, serial, 0, index, page),
        });
        let (index, root, height) = build_index(kind, serial, hashed.collect());
        let (first, last) = (leaves[0].1.clone(), leaves[leaves.len() - 1].2.clone());
        let entries = leaves.iter().map(|leaf| leaf.3).sum();
        let pages: Vec<Vec<u8>> = leaves.into_iter().map(|leaf| leaf.0).chain(index).collect();
        let count = u32::try_from(pages.len()).expect("few pages");
        let id = SegmentId { kind, serial, root };
        (Segment { id, covers_from: 1, pages: count, height, entries, first, last }, pages)
    }

    /// Two documents on the first page and one on the second, so that there is an index page to show.
    fn documents() -> Built {
        let mut first = PageWriter::new(0);
        assert!(first.push(NUMBER.as_bytes(), &good()) && first.push(OTHER.as_bytes(), &other()));
        let mut second = PageWriter::new(2);
        assert!(second.push(PLAIN.as_bytes(), &Record::Plain));
        let leaves = vec![
            (first.finish(), NUMBER.into(), OTHER.into(), 2),
            (second.finish(), PLAIN.into(), PLAIN.into(), 1),
        ];
        segment(SegmentKind::Documents, leaves)
    }

    pub(crate) fn cancellations() -> [(Place, Vec<Cancellation>); 2] {
        let one =
            |on, ground, back| vec![Cancellation { on: day(on), ground, reinstated_on: Date::parse(back) }];
        let place = |rank| Place { serial: 1, rank };
        [
            (place(1), one("2026-06-15", Ground::CourtDecision, "2026-07-01")),
            (place(2), one("2026-07-10", Ground::HolderRequest, "")),
        ]
    }

    fn status() -> Built {
        let entries = cancellations();
        let (page, count) = write_page(&entries);
        assert_eq!(count, 2);
        let (first, last) = (entries[0].0.key().to_vec(), entries[1].0.key().to_vec());
        segment(SegmentKind::Status, vec![(page, first, last, 2)])
    }

    fn rows(kind: SegmentKind, mut rows: Vec<(Vec<u8>, Vec<u8>)>) -> Built {
        rows.sort();
        let mut page = tables::PageWriter::new();
        assert!(rows.iter().all(|(key, row)| page.push(key, row)));
        let (first, last) = (rows[0].0.clone(), rows[rows.len() - 1].0.clone());
        segment(kind, vec![(page.finish(), first, last, rows.len() as u64)])
    }

    fn words(kk: &str, ru: &str, en: &str) -> LocalizedName {
        LocalizedName { kk: kk.into(), ru: ru.into(), en: en.into() }
    }

    /// A row with everything that one can have, in ASCII.
    pub(crate) fn long_profession() -> Profession {
        let interval = |from, until| Interval { from: day(from), until: Date::parse(until) };
        let version = |interval, mode| ProfessionVersion { interval, mode, term: Term::Months(12) };
        Profession {
            names: words("kk", "ru", "en"),
            versions: vec![
                version(interval("2023-10-01", "2024-12-31"), Mode::Voluntary),
                version(interval("2025-01-01", ""), Mode::Mandatory { other_law: "a law".into() }),
            ],
            bases: vec![DatedBasis { basis: basis(), interval: interval("2023-10-01", "2024-12-31") }],
        }
    }

    /// The same for a centre.
    pub(crate) fn long_centre() -> Centre {
        let one = Accreditation {
            serial: "1".into(),
            route: Route::ConformityAssessment,
            interval: Interval { from: day("2024-01-01"), until: Some(day("2026-12-31")) },
            events: vec![
                Event { on: day("2025-01-01"), kind: EventKind::Revoked },
                Event { on: day("2025-02-01"), kind: EventKind::Resumed },
            ],
        };
        Centre { names: words("kk", "ru", "en"), legal_entity: true, accreditations: vec![one] }
    }

    /// Days of each kind.
    fn working_year() -> WorkingYear {
        let special = |on, kind, name: &str, related| SpecialDay {
            day: day(on),
            kind,
            name: name.into(),
            related: Date::parse(related),
        };
        WorkingYear {
            covered_from: day("2023-01-01"),
            covered_until: day("2023-12-31"),
            days: vec![
                special("2023-05-07", SpecialKind::Holiday, "defender-day", ""),
                special("2023-05-08", SpecialKind::DayOff, "defender-day", "2023-05-07"),
                special("2023-07-01", SpecialKind::Worked, "", "2023-07-07"),
                special("2023-07-07", SpecialKind::DayOff, "", "2023-07-01"),
            ],
        }
    }

    fn keeper_rows() -> Built {
        let since = Interval { from: day("2023-10-01"), until: None };
        let [.., (_, _, issuing)] = keys();
        let term = Term::Months(60);
        let profession = Profession {
            names: words("Дәнекерлеуші", "Сварщик", "Welder"),
            versions: vec![ProfessionVersion { interval: since, mode: Mode::Voluntary, term }],
            bases: vec![DatedBasis { basis: basis(), interval: since }],
        };
        let issuing = IssuingKey {
            key: issuing.public(),
            centre: centre(),
            professions: vec![],
            interval: Interval { from: day("2024-01-01"), until: Some(day("2027-12-31")) },
        };
        let offer = Offer {
            profession: "7212-1".into(),
            edition: "2017".into(),
            qualification: Some("7212-1-4".into()),
            level: "4".into(),
            basis: basis(),
            term,
        };
        let accreditation = AccreditationRef { centre: centre(), serial: "EXAMPLE-1".into() };
        let qualification = Qualification { names: words("", "", "Welder, level 4"), level: "4".into() };
        let skill = Skill { names: words("", "", "Gas cutting") };
        rows(
            SegmentKind::Tables,
            vec![
                (key::profession("7212-1", "2017"), profession.to_bytes()),
                (key::qualification("7212-1", "2017", "7212-1-4"), qualification.to_bytes()),
                (key::skill("7212-1", "2017", "S1"), skill.to_bytes()),
                (key::issuing_key(issuing.id()), issuing.to_bytes()),
                (key::offer(0), offer.to_bytes()),
                (key::accreditation(0), accreditation.to_bytes()),
                (key::skill_list(0), SkillList { skills: vec!["S1".into()] }.to_bytes()),
                (key::working_year(2023), working_year().to_bytes()),
            ],
        )
    }

    fn chamber_rows() -> Built {
        let interval = Interval { from: day("2024-01-01"), until: Some(day("2026-12-31")) };
        let serial = String::from("EXAMPLE-1");
        let one = Accreditation { serial, route: Route::ThisLaw, interval, events: vec![] };
        let row = Centre {
            names: words("Үлгі орталығы", "Центр «Пример»", "Example Centre"),
            legal_entity: true,
            accreditations: vec![one],
        };
        let scope = Scope { intervals: vec![interval] };
        rows(
            SegmentKind::Centres,
            vec![
                (key::centre(CENTRE), row.to_bytes()),
                (key::scope(CENTRE, "EXAMPLE-1", "7212-1"), scope.to_bytes()),
            ],
        )
    }

    /// The signed statements, the segments with their pages, and the bundle as one file.
    pub(crate) struct Bundle {
        pub(crate) statements: Statements,
        pub(crate) segments: Vec<Built>,
        pub(crate) container: Vec<u8>,
    }

    fn together(payload: &[u8], context: &str, keys: &[&Key]) -> Vec<u8> {
        let signatures: Vec<_> = keys.iter().map(|key| key.co_sign(payload, context)).collect();
        write_sign(payload, &signatures)
    }

    pub(crate) fn file_name(id: &SegmentId) -> String {
        format!("segments/{}.seg", super::explain::hex(&id.root))
    }

    pub(crate) fn bundle() -> Bundle {
        let [root_key, keeper, second, chamber, online, _] = keys().map(|(_, _, key)| key);
        let role = |threshold, keys: &[&Key]| Role {
            threshold,
            keys: keys.iter().map(|key| key.public().id()).collect(),
        };
        let register = || String::from(REGISTER);
        let root = Root {
            register: register(),
            version: 1,
            expires: time("2035-01-01T00:00:00Z"),
            keys: [&root_key, &keeper, &second, &chamber, &online].map(Key::public).to_vec(),
            roles: [
                role(1, &[&root_key]),
                role(2, &[&keeper, &second]),
                role(1, &[&chamber]),
                role(1, &[&online]),
            ],
        };
        let root = together(&root.write(), root::CONTEXT, &[&root_key]);
        let segments = vec![documents(), status(), keeper_rows(), chamber_rows()];
        let (as_of, not_after) = (time("2026-11-20T10:00:00+05:00"), time("2027-11-20T10:00:00+05:00"));
        let listed: Vec<Segment> = segments.iter().map(|(segment, _)| segment.clone()).collect();
        let centres =
            Centres { register: register(), version: 1, as_of, not_after, segments: listed[3..].to_vec() };
        let centres = together(&centres.write(), CENTRES_CONTEXT, &[&chamber]);
        let manifest = Manifest {
            register: register(),
            epoch: 1,
            version: 1,
            as_of,
            not_after,
            coverage: Interval { from: day("2024-01-01"), until: Some(day("2026-11-19")) },
            segments: listed[..3].to_vec(),
            centres: sha256(&[&centres]),
        };
        let manifest = together(&manifest.write(), MANIFEST_CONTEXT, &[&keeper, &second]);
        let fresh = FreshnessStatement {
            register: register(),
            manifest: sha256(&[&manifest]),
            checked_at: time("2026-11-23T09:00:00+05:00"),
            next_update: time("2026-11-24T09:00:00+05:00"),
        };
        let (payload, key) = (fresh.write(), online.public());
        let fresh =
            write_sign1(&payload, FRESHNESS_CONTEXT, key.algorithm, key.id(), |covered| online.sign(covered));
        let fresh = fresh.unwrap_or_else(|never| match never {});
        let statements = Statements { roots: vec![(1, root)], manifest, centres, fresh };
        let container = one_file(&statements, &segments);
        Bundle { statements, segments, container }
    }

    fn one_file(statements: &Statements, segments: &[Built]) -> Vec<u8> {
        let mut parts = vec![
            (String::from("roots/1.cose"), statements.roots[0].1.clone()),
            ("centres.cose".into(), statements.centres.clone()),
            ("fresh.cose".into(), statements.fresh.clone()),
            ("manifest.cose".into(), statements.manifest.clone()),
        ];
        let files = segments.iter().map(|(segment, pages)| (file_name(&segment.id), pages.concat()));
        let mut files: Vec<_> = files.collect();
        files.sort();
        parts.extend(files);
        let named: Vec<_> = parts.iter().map(|(name, bytes)| (name.clone(), bytes.len() as u64)).collect();
        let (mut file, laid) = container::write_head(&named);
        for (part, (_, bytes)) in laid.iter().zip(&parts) {
            file.resize(usize::try_from(part.offset).expect("small"), 0);
            file.extend_from_slice(bytes);
        }
        file
    }
}

/// Every labelled block, made from the fixed inputs.
mod made {
    use std::collections::BTreeMap;

    use rastau_core::calendar::Date;
    use rastau_core::crypto::hmac_sha256;
    use rastau_core::document::name::fold;
    use rastau_core::document::name::normalise;
    use rastau_core::document::sealed::{Attributes, Sealed, Validity};
    use rastau_core::document::tags::{HolderTag, NameTag};
    use rastau_core::document::{Claims, Code};
    use rastau_core::snapshot::documents::PageWriter;
    use rastau_core::snapshot::pages::SegmentKind;
    use rastau_core::snapshot::status::{Cancellation, Ground, Place, write_page};
    use rastau_core::snapshot::{PAGE_SIZE, Record, Snapshot};

    use super::explain::{self, Bits, Names, Text};
    use super::world::{self, Bundle, CODE, NAME, NUMBER, RUSSIAN};

    const SIGN1: [(&str, &str); 6] = [
        ("0", "@e protected header"),
        ("0.1", "@a algorithm"),
        ("0.4", "key id"),
        ("1", "unprotected header: none"),
        ("2", "@e payload"),
        ("3", "signature"),
    ];
    const SIGN: [(&str, &str); 9] = [
        ("0", "protected header of the body: none"),
        ("1", "unprotected header: none"),
        ("2", "@e payload"),
        ("3", "signatures"),
        ("3.*.0", "@e protected header"),
        ("3.*.0.1", "@a algorithm"),
        ("3.*.0.4", "key id"),
        ("3.*.1", "unprotected header: none"),
        ("3.*.2", "signature"),
    ];

    /// Names of an envelope and of what is in it. Leaked once per block: the names live as long as the test.
    fn with(envelope: &[(&'static str, &'static str)], payload: Names) -> Names {
        Vec::leak([envelope, payload].concat())
    }

    const CLAIMS: Names = &[
        ("2.1", "iss: the centre's BIN"),
        ("2.2", "sub: the holder's identity number"),
        ("2.-65537", "recognition"),
        ("2.-65537.1", "number"),
        ("2.-65537.2", "names"),
        ("2.-65537.3", "profession"),
        ("2.-65537.4", "edition of the classifier"),
        ("2.-65537.5", "qualification"),
        ("2.-65537.6", "level"),
        ("2.-65537.8", "accreditation"),
        ("2.-65537.9", "basis"),
        ("2.-65537.9.0", "a standard"),
        ("2.-65537.10", "@d exam"),
        ("2.-65537.11", "@d issue"),
        ("2.-65537.13", "verification code"),
    ];
    const ROOT: Names = &[
        ("2.0", "what it is"),
        ("2.1", "register"),
        ("2.2", "version"),
        ("2.3", "@t expires"),
        ("2.4", "keys"),
        ("2.4.*.0", "@a "),
        ("2.4.*.1", "public key"),
        ("2.5", "roles"),
        ("2.5.0", "root"),
        ("2.5.1", "keeper"),
        ("2.5.2", "chamber"),
        ("2.5.3", "fresh"),
        ("2.5.*.0", "threshold"),
        ("2.5.*.1.*", "key id"),
    ];
    const MANIFEST: Names = &[
        ("2.0", "what it is"),
        ("2.1", "register"),
        ("2.2", "epoch"),
        ("2.3", "version"),
        ("2.4", "@t as_of"),
        ("2.5", "@t not_after"),
        ("2.6", "coverage: issue dates"),
        ("2.6.*", "@d "),
        ("2.7", "segments"),
        ("2.7.*.0", "kind"),
        ("2.7.*.1", "serial"),
        ("2.7.*.2", "covers_from"),
        ("2.7.*.3", "pages"),
        ("2.7.*.4", "height"),
        ("2.7.*.5", "root hash"),
        ("2.7.*.6", "entries"),
        ("2.7.*.7", "first key"),
        ("2.7.*.8", "last key"),
        ("2.8", "SHA-256 of centres.cose"),
    ];
    const FRESH: Names = &[
        ("2.0", "what it is"),
        ("2.1", "register"),
        ("2.2", "SHA-256 of manifest.cose"),
        ("2.3", "@t checked_at"),
        ("2.4", "@t next_update"),
    ];
    const SEEN: Names = &[
        ("0", "root version"),
        ("1", "manifest epoch"),
        ("2", "manifest version"),
        ("3", "SHA-256 of manifest.cose"),
        ("4", "version of the centres' statement"),
        ("5", "@t newest signed time"),
        ("6", "segments"),
        ("6.*.0", "kind"),
        ("6.*.1", "serial"),
    ];
    const INDEX: Names = &[("*.0", ""), ("*.1", "offset"), ("*.2", "length")];

    fn row_names(table: u8) -> Names {
        match table {
            b'p' => &[
                ("0", "names: kk, ru, en"),
                ("1", "versions"),
                ("1.*.0", "from, no end"),
                ("1.*.0.*", "@d "),
                ("1.*.1", "term in months"),
                ("1.*.2", "voluntary"),
                ("2", "bases"),
                ("2.*.0", "a standard"),
                ("2.*.2", "from, no end"),
                ("2.*.2.*", "@d "),
            ],
            b'q' => &[("0", "names"), ("1", "level")],
            b'k' => &[("", "names")],
            b'i' => &[
                ("0", "@a "),
                ("1", "public key"),
                ("2", "centre"),
                ("3", "professions: all"),
                ("4", "from, until"),
                ("4.*", "@d "),
            ],
            b'o' => &[
                ("0", "profession"),
                ("1", "edition"),
                ("2", "qualification"),
                ("3", "level"),
                ("4", "a standard"),
                ("6", "term in months"),
            ],
            b'a' => &[("0", "centre"), ("1", "serial number")],
            b'l' => &[("", "skills")],
            b'c' => &[
                ("0", "names"),
                ("1", "a legal entity"),
                ("2", "accreditations"),
                ("2.*.0", "serial number"),
                ("2.*.1", "route: this Law"),
                ("2.*.2", "from, until"),
                ("2.*.2.*", "@d "),
                ("2.*.3", "events"),
            ],
            b's' => &[("", "intervals"), ("*.*", "@d ")],
            b'w' => &[
                ("0", "@d first day covered"),
                ("1", "@d last day covered"),
                ("2", "special days"),
                ("2.*.0", "@d "),
                ("2.*.1", "kind"),
                ("2.*.2", "name"),
                ("2.*.3", "@d the day that it stands for"),
            ],
            _ => &[],
        }
    }

    pub(crate) fn all() -> BTreeMap<&'static str, String> {
        let bundle = world::bundle();
        let text = world::text_of(&world::claims());
        let document = rastau_core::codec::base45::decode(&text[5..]).expect("base45");
        let pages = |at: usize| bundle.segments[at].1.as_slice();
        let [documents, status, tables, centres] = [0, 1, 2, 3].map(pages);
        let [first, second, index] = documents else { panic!("three pages") };
        let start = bundle.container.iter().position(|byte| *byte == 0xd8).expect("a COSE_Sign") / PAGE_SIZE;
        BTreeMap::from([
            ("keys", keys()),
            ("document-text", wrapped(&text, 100)),
            ("document", Text::cbor(&document, with(&SIGN1, CLAIMS))),
            ("covered", covered(&document)),
            ("code", code()),
            ("tags", tags()),
            ("sealed", sealed()),
            ("root", Text::cbor(&bundle.statements.roots[0].1, with(&SIGN, ROOT))),
            ("manifest", Text::cbor(&bundle.statements.manifest, with(&SIGN, MANIFEST))),
            ("centres", Text::cbor(&bundle.statements.centres, with(&SIGN, MANIFEST))),
            ("fresh", Text::cbor(&bundle.statements.fresh, with(&SIGN1, FRESH))),
            ("documents-0", explain::documents_page(first)),
            ("documents-1", explain::documents_page(second)),
            ("documents-2", explain::index_page(index)),
            ("page-hash", page_hash(&bundle)),
            ("status-0", explain::status_page(&status[0])),
            ("tables-0", explain::rows_page(&tables[0], row_names)),
            ("centres-0", explain::rows_page(&centres[0], row_names)),
            ("container", explain::container_head(&bundle.container[..start.max(1) * PAGE_SIZE], INDEX)),
            ("folder", folder(&bundle)),
            ("seen", Text::cbor(&seen(&bundle), SEEN)),
            ("sizes-document", document_sizes()),
            ("sizes-register", register_sizes()),
        ])
    }

    fn wrapped(text: &str, width: usize) -> String {
        let mut out = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (line, later) = rest.split_at(rest.len().min(width));
            out += &format!("{line}\n");
            rest = later;
        }
        out
    }

    fn keys() -> String {
        let mut out = Text::default();
        for (name, seed, key) in world::keys() {
            let public = key.public();
            let algorithm = if public.algorithm == -19 { "Ed25519" } else { "ESP256" };
            out.line(0, &[&public.bytes], &format!("{name}: {algorithm}, secret key 32 times {seed:02x}"));
            out.line(0, &[&public.id().0], "  its key id");
        }
        out.out
    }

    /// What the signature of a document covers, part by part.
    fn covered(document: &[u8]) -> String {
        let envelope = rastau_core::codec::cose::read_sign1("document", document, 4096).expect("an envelope");
        let bytes = envelope.covered("rastau/document/1");
        Text::cbor(&bytes, &[("1", "protected header"), ("2", "rastau/document/1"), ("3", "payload")])
    }

    fn code() -> String {
        let printed = CODE.printed();
        let mut out = Text::default();
        out.line(0, &[&CODE.0], &format!("printed as {printed}"));
        let mut bits = Bits::new(&CODE.0);
        let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let symbols: Vec<u8> = (0..16).map(|_| u8::try_from(bits.take(5)).expect("five bits")).collect();
        let groups = bits.shown();
        let groups: Vec<&str> = groups.split(' ').collect();
        for (at, four) in groups.chunks(4).enumerate() {
            let letters: String = symbols[at * 4..at * 4 + 4]
                .iter()
                .map(|symbol| char::from(alphabet[usize::from(*symbol)]))
                .collect();
            out.note(&format!("{} = {letters}", four.join(" ")));
        }
        // The sum written out, each weight a power of x by itself; the core multiplies step by step from the end.
        let times_x = |value: u8| if value & 16 == 0 { value << 1 } else { value << 1 ^ 0b10_0101 };
        let mut weight = 1;
        let mut sum = 0;
        let mut terms = Vec::new();
        for symbol in &symbols {
            weight = times_x(weight);
            let term = (0..5)
                .filter(|bit| weight >> bit & 1 == 1)
                .fold(0, |term, bit| term ^ (0..bit).fold(*symbol, |value, _| times_x(value)));
            terms.push(format!("{symbol}·{weight}={term}"));
            sum ^= term;
        }
        for eight in terms.chunks(8) {
            out.note(&eight.join("  "));
        }
        let letter = char::from(alphabet[usize::from(sum)]);
        assert!(printed.ends_with(letter));
        out.note(&format!("sum {sum} = {letter}"));
        out.out
    }

    fn message(out: &mut Text, domain: &str, last: &str, name: &str) -> [u8; 32] {
        let parts = [domain.as_bytes(), &[0], NUMBER.as_bytes(), &[0], last.as_bytes()];
        out.line(0, &parts[..2], &format!("{domain:?} 00"));
        out.line(0, &parts[2..4], &format!("{NUMBER:?} 00"));
        if !last.is_empty() {
            out.line(0, &parts[4..], &format!("{last:?}: {name}"));
        }
        let hash = hmac_sha256(&CODE.0, &parts);
        out.line(1, &[&hash], "HMAC-SHA-256 of this, keyed by the code");
        hash
    }

    fn tags() -> String {
        let mut out = Text::default();
        let holder = world::holder();
        let hash = message(&mut out, "rastau/holder/1", holder.as_str(), "the identity number");
        let tag = HolderTag::new(&CODE, NUMBER, &holder).0;
        assert_eq!(hash[..12], tag);
        out.line(1, &[&tag], "holder tag: its first 12 bytes");
        let exact = message(&mut out, "rastau/name/1", &normalise(NAME), "the name");
        let folded = message(&mut out, "rastau/name-folded/1", &fold(NAME), "in Russian spelling");
        assert_eq!(fold(NAME), fold(RUSSIAN));
        let tag = NameTag::new(&CODE, NUMBER, NAME).0;
        assert_eq!([&exact[..5], &folded[..3]].concat(), tag);
        out.line(1, &[&tag], "name tag: 5 bytes of the first, 3 of the second");
        out.out
    }

    fn sealed() -> String {
        let mut out = Text::default();
        let hash = message(&mut out, "rastau/sealed/1", "", "");
        let sealed = Sealed::seal(&CODE, NUMBER, &world::attributes()).expect("attributes that fit");
        assert_eq!(hash[..4], sealed.check);
        out.line(1, &[&sealed.check], "check: its first 4 bytes");
        let plain: Vec<u8> = sealed.bytes.iter().zip(&hash[4..]).map(|(byte, mask)| byte ^ mask).collect();
        out.line(1, &[&plain], "the attributes before they are masked:");
        let mut bits = Bits::new(&plain);
        let mut said = |width: &[usize], what: &str| {
            width.iter().for_each(|width| {
                bits.take(*width);
            });
            out.note(&format!("{:<20} {what}", bits.shown()));
        };
        said(&[2], "script of the tagged name: Cyrillic");
        said(&[2, 6], "offer: class 0, index 0");
        said(&[2, 6], "accreditation: class 0, index 0");
        said(&[15], "issue: days after 2000-01-01");
        said(&[1, 5], "exam: 9 days before the issue");
        said(&[1], "no skills");
        said(&[1], "validity by the term");
        assert_eq!(plain.len(), 42usize.div_ceil(8));
        out.line(1, &[&sealed.bytes], "sealed attributes: XOR with bytes 4 and on");
        out.out
    }

    /// The root hash of the documents segment, from what goes into it.
    fn page_hash(bundle: &Bundle) -> String {
        let (segment, pages) = &bundle.segments[0];
        let mut out = Text::default();
        out.line(0, &[b"rastau/page/1\0"], "\"rastau/page/1\" 00");
        out.line(0, &[&[1]], "kind: documents");
        out.line(0, &[&[segment.height]], "level: one above the leaves");
        out.line(0, &[&segment.id.serial.to_be_bytes()], "serial");
        out.line(0, &[&2u32.to_be_bytes()], "place of the page in the file");
        out.note("and the page's 4,096 bytes; the SHA-256 of it all:");
        let parts: [&[u8]; 5] = [b"rastau/page/1\0", &[1, 1], &[0, 0, 0, 1], &[0, 0, 0, 2], &pages[2]];
        let hash = rastau_core::crypto::sha256(&parts);
        assert_eq!(hash, segment.id.root);
        out.line(1, &[&hash], "root hash");
        out.out
    }

    fn folder(bundle: &Bundle) -> String {
        let statements = &bundle.statements;
        let mut out = String::new();
        let mut line = |name: &str, bytes: &[u8]| {
            out += &format!("{name:<78} {:>6} bytes\n", bytes.len());
        };
        line("roots/1.cose", &statements.roots[0].1);
        line("manifest.cose", &statements.manifest);
        line("centres.cose", &statements.centres);
        line("fresh.cose", &statements.fresh);
        for (segment, pages) in &bundle.segments {
            line(&world::file_name(&segment.id), &pages.concat());
        }
        line("the same as one file", &bundle.container);
        out
    }

    fn seen(bundle: &Bundle) -> Vec<u8> {
        let pages = super::Memory::of(bundle);
        let clock = world::time(world::CLOCK);
        let snapshot = Snapshot::open(&bundle.statements.roots[0].1, &bundle.statements, pages, clock, None);
        snapshot.expect("a good bundle").trusted_state().write()
    }

    /// The smallest QR version that holds so many characters in alphanumeric mode at level Q (ISO/IEC 18004:
    /// data codewords; 4 bits of mode, 9, 11 or 13 of count, 11 for two characters).
    fn qr_version(characters: usize) -> usize {
        const CODEWORDS: [usize; 20] =
            [13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206, 244, 261, 295, 325, 367, 397, 445, 485];
        let fits = |(at, words): (usize, &usize)| {
            let count = if at < 9 { 9 } else { 11 };
            let bits = 4 + count + characters / 2 * 11 + characters % 2 * 6;
            (bits <= words * 8).then_some(at + 1)
        };
        CODEWORDS.iter().enumerate().find_map(fits).expect("a version up to 20")
    }

    fn document_sizes() -> String {
        let typical = world::claims();
        let both = Claims { names: vec![NAME.into(), "Synaqbaeva Ülgijan".into()], ..typical.clone() };
        let skills = |count: u32| Claims {
            skills: (1..=count).map(|index| format!("7212-1-S{index}")).collect(),
            valid_until: Date::parse("2031-05-20"),
            ..both.clone()
        };
        let kinds = [
            ("the example above", typical.clone()),
            ("the same without code", Claims { code: None, ..typical.clone() }),
            ("with a Latin name too", both.clone()),
            ("two names, end printed, 5 skills", skills(5)),
            ("two names, end printed, 12 skills", skills(12)),
        ];
        let mut out =
            format!("{:<34} {:>8} {:>7} {:>11} {:>12}\n", "", "payload", "COSE", "characters", "QR, level Q");
        for (name, claims) in kinds {
            let text = world::text_of(&claims);
            let cose = rastau_core::codec::base45::decode(&text[5..]).expect("base45");
            let version = qr_version(text.len());
            let side = version * 4 + 17;
            let (payload, cose) = (claims.write().len(), cose.len());
            out += &format!(
                "{name:<34} {payload:>8} {cose:>7} {:>11} {version:>4} ({side}×{side})\n",
                text.len()
            );
        }
        assert!(qr_version(world::text_of(&typical).len()) <= 14, "the typical document's target");
        out
    }

    /// The register's cost, measured on the pages themselves.
    fn register_sizes() -> String {
        let attributes = Attributes {
            offer: 1_900,
            accreditation: 700,
            validity: Validity::PrintedTerm,
            ..world::attributes()
        };
        let good = Sealed::seal(&Code([7; 10]), "N", &attributes).expect("attributes that fit");
        let record =
            Record::Coded { holder: HolderTag([0xaa; 12]), name: NameTag([0xbb; 8]), sealed: good.clone() };
        let mut out =
            format!("{:<46} {:>14} {:>14}\n", "bytes a document", "dense numbers", "random numbers");
        let (dense, random) = (documents(&record, |_| 1), documents(&record, |random| 1 + random % 9_000));
        let mut line = |name: &str, values: [f64; 2]| {
            out += &format!("{name:<46} {:>14.2} {:>14.2}\n", values[0], values[1]);
        };
        line("number", [dense.number, random.number]);
        line("holder tag 12, name tag 8", [20.0; 2]);
        line("check", [4.0; 2]);
        line("sealed attributes", [good.bytes.len() as f64; 2]);
        line("head and filling of the page", [dense.filling, random.filling]);
        line("index pages", [dense.index, random.index]);
        line("together", [dense.total, random.total]);
        assert!(dense.total <= 34.0, "the target");

        // One document in fifty cancelled, over two years, a tenth of them reinstated.
        let (listed, cancelled) = (1_000_000u32, 20_000u32);
        let mut lcg = Lcg(1);
        let mut ranks = std::collections::BTreeSet::new();
        while ranks.len() < cancelled as usize {
            ranks.insert(lcg.next() % listed);
        }
        let start = world::day("2025-01-01");
        let entries: Vec<_> =
            ranks.into_iter().map(|rank| (Place { serial: 1, rank }, one(&mut lcg, start))).collect();
        let (mut rest, mut pages) = (entries.as_slice(), 0u32);
        while !rest.is_empty() {
            let (_, count) = write_page(rest);
            rest = &rest[count..];
            pages += 1;
        }
        let share = f64::from(cancelled) / f64::from(listed);
        let entropy = -(share.log2() + (1.0 - share) / share * (1.0 - share).log2());
        let bits = f64::from(pages) * PAGE_SIZE as f64 * 8.0 / f64::from(cancelled);
        // Ten bits of a day, three of the ground, a flag; and for a tenth ten bits and a flag more.
        let facts = 10.0 + 3.0 + 1.0 + 1.1;
        out +=
            &format!("\n{cancelled} of {listed} documents cancelled: {pages} pages, {bits:.1} bits each\n");
        out += &format!("  of these {facts:.1} are days, grounds and flags; {:.1} the place\n", bits - facts);
        out += &format!(
            "  log2 C(N, pN) is {entropy:.2} bits each; the place costs {:.2} times that\n",
            (bits - facts) / entropy
        );
        assert!((bits - facts) / entropy <= 1.2, "the target");

        let day = |per_page: f64| (500.0 / per_page).ceil();
        let per_page = f64::from(u16::try_from(PAGE_SIZE).expect("small")) / (dense.total - dense.index);
        let (leaves, used) = (day(per_page), 500.0 * (31.0 + dense.number));
        let pages = leaves + 2.0;
        out += &format!(
            "\na day with 500 new and 20 cancelled documents: {pages} pages, {} bytes\n",
            pages * PAGE_SIZE as f64
        );
        out += &format!("  of these {used:.0} bytes are documents; the rest is index, status and filling\n");
        out
    }

    fn one(lcg: &mut Lcg, start: Date) -> Vec<Cancellation> {
        let on = start.plus_days(lcg.next() % 700);
        let back = lcg.next().is_multiple_of(10).then(|| on.plus_days(20));
        vec![Cancellation { on, ground: Ground::ALL[lcg.next() as usize % 5], reinstated_on: back }]
    }

    /// Numbers without rhyme, the same on every machine.
    struct Lcg(u64);

    impl Lcg {
        fn next(&mut self) -> u32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as u32
        }
    }

    struct Measured {
        number: f64,
        filling: f64,
        index: f64,
        total: f64,
    }

    /// A segment of fifty thousand records whose numbers are `step` apart.
    fn documents(record: &Record, step: impl Fn(u32) -> u32) -> Measured {
        let count = 50_000u32;
        let mut lcg = Lcg(2);
        let mut number = 240_000_000_000u64;
        let mut leaves: Vec<world::Leaf> = Vec::new();
        let mut writer = PageWriter::new(0);
        for rank in 0..count {
            number += u64::from(step(lcg.next()));
            let text = number.to_string();
            if !writer.push(text.as_bytes(), record) {
                leaves.push((writer.finish(), writer.first().to_vec(), text.clone().into(), writer.count()));
                writer = PageWriter::new(rank.into());
                assert!(writer.push(text.as_bytes(), record));
            }
        }
        leaves.push((writer.finish(), writer.first().to_vec(), vec![], writer.count()));
        let numbers: usize = leaves.iter().map(|leaf| explain::number_bytes(&leaf.0)).sum();
        let leaf_pages = leaves.len();
        let (_, pages) = world::segment(SegmentKind::Documents, leaves);
        let each = |bytes: usize| bytes as f64 / f64::from(count);
        let Record::Coded { sealed, .. } = record else { panic!("a coded record") };
        let known = each(numbers) + 24.0 + sealed.bytes.len() as f64;
        Measured {
            number: each(numbers),
            filling: each(leaf_pages * PAGE_SIZE) - known,
            index: each((pages.len() - leaf_pages) * PAGE_SIZE),
            total: each(pages.len() * PAGE_SIZE),
        }
    }

    /// How a mismatch between a block and its new text is told.
    pub(crate) fn first_difference(left: &str, right: &str) -> String {
        let lines = left.lines().zip(right.lines()).enumerate().find(|(_, (left, right))| left != right);
        lines.map_or("one ends before the other".into(), |(at, (left, right))| {
            format!("line {}:\n  {left}\n  {right}", at + 1)
        })
    }
}

/// Segment pages by root hash.
#[derive(Debug, Clone)]
struct Memory(Vec<(SegmentId, Vec<Vec<u8>>)>);

impl Memory {
    fn of(bundle: &world::Bundle) -> Self {
        Self(bundle.segments.iter().map(|(segment, pages)| (segment.id, pages.clone())).collect())
    }
}

impl Pages for Memory {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        let file = self.0.iter().find(|(id, _)| id.root == segment.root).ok_or(PageError::Missing)?;
        file.1.get(index as usize).map(|page| Cow::Borrowed(page.as_slice())).ok_or(PageError::Missing)
    }
}

/// What is wrong with a block of the documentation.
fn wrong(name: &str, block: &book::Block, fresh: Option<&String>) -> Option<String> {
    let Some(fresh) = fresh else { return Some(format!("{name}: nothing makes this block")) };
    let new = book::Block { text: fresh.clone(), ..block.clone() };
    if block.kind == "hex" && block.bytes() != new.bytes() {
        return Some(format!("{name}: other bytes, {}", made::first_difference(&block.text, fresh)));
    }
    (block.text != *fresh)
        .then(|| format!("{name}: other text, {}", made::first_difference(&block.text, fresh)))
}

/// Blocks that are written by hand and only read back.
const BY_HAND: [&str; 1] = ["form"];

#[test]
fn every_block_is_what_the_code_makes() {
    let fresh = made::all();
    let mut problems = Vec::new();
    let mut met = Vec::new();
    for file in FILES {
        let text = read(file);
        let new = book::walk(&text, |name, block| {
            met.push(name.to_string());
            if BY_HAND.contains(&name) {
                return block.text;
            }
            problems.extend(wrong(name, &block, fresh.get(name)));
            fresh.get(name).cloned().unwrap_or_default()
        });
        if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
            std::fs::write(path(file), new).expect("a file that can be written");
        }
    }
    let rules = format!("{CDDL_HEAD}{}", book::cddl(&docs()));
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(path(CDDL_FILE), &rules).expect("a file that can be written");
        return;
    }
    problems.extend((read(CDDL_FILE) != rules).then(|| format!("{CDDL_FILE} differs from docs/formats.md")));
    let missing = fresh.keys().filter(|name| !met.iter().any(|met| met == *name));
    problems.extend(missing.map(|name| format!("{name}: not in the documentation")));
    assert!(problems.is_empty(), "{}\nrun with UPDATE_DOCS=1, then read the difference", problems.join("\n"));
}

/// Each digit of each block in turn: the comparison notices every one.
#[test]
fn a_changed_digit_is_noticed() {
    let fresh = made::all();
    for (name, block) in book::blocks(&docs()).into_iter().filter(|(_, block)| block.kind == "hex") {
        let code =
            |at: usize| !block.text[block.text[..at].rfind('\n').map_or(0, |end| end + 1)..at].contains('#');
        let digits = block.text.char_indices().filter(|(at, c)| c.is_ascii_hexdigit() && code(*at));
        for (at, digit) in digits {
            let other = if digit == '0' { "1" } else { "0" };
            let mut changed = block.clone();
            changed.text.replace_range(at..=at, other);
            assert!(wrong(&name, &changed, fresh.get(name.as_str())).is_some(), "{name}: digit at {at}");
        }
    }
}

fn rules() -> cddl::Rules {
    cddl::Rules::parse(&book::cddl(&docs()))
}

fn bytes(name: &str) -> Vec<u8> {
    book::blocks(&docs())[name].bytes()
}

#[test]
fn examples_are_of_their_rules() {
    let rules = rules();
    let with_rule: Vec<_> =
        book::blocks(&docs()).into_iter().filter(|(_, block)| !block.rule.is_empty()).collect();
    assert!(with_rule.len() >= 6, "root, manifest, centres, fresh, document, seen");
    for (name, block) in with_rule {
        assert!(rules.matches(&block.rule, &block.bytes()), "{name} is no {}", block.rule);
        let mut longer = block.bytes();
        longer.push(0);
        assert!(!rules.matches(&block.rule, &longer), "{name} with a byte after it");
    }
    let head = bytes("container");
    let length = container::index_length(head[..container::HEAD].try_into().unwrap()).unwrap();
    assert!(rules.matches("container-index", &head[container::HEAD..container::HEAD + length]));
}

/// A reader of something that the CDDL describes: whether it takes the bytes.
type Takes = fn(&[u8]) -> bool;

/// Whatever the code takes, the CDDL allows: every single-byte change of a sample of each rule.
#[test]
fn the_cddl_allows_all_that_the_code_takes() {
    use rastau_core::codec::cose::read_sign1;
    use rastau_core::snapshot::rows::{
        AccreditationRef, Centre, IssuingKey, Offer, Profession, Qualification, Row, Scope, Skill, SkillList,
        WorkingYear,
    };
    use rastau_core::snapshot::statements::{Centres, FreshnessStatement, Manifest};
    use rastau_core::snapshot::tables;

    let rules = rules();
    let payload = |name: &str| match rastau_core::codec::cose::read_sign(
        "sample",
        &bytes(name),
        rastau_core::snapshot::MAX_STATEMENT,
    ) {
        Ok(sign) => sign.payload.to_vec(),
        Err(_) => read_sign1("sample", &bytes(name), 4096).unwrap().payload.to_vec(),
    };
    // No letter outside ASCII: a changed byte must not make text that dcbor refuses as not composed.
    let ascii = Claims { names: vec!["Synaqbaeva".into()], ..world::claims() };
    let document = base45::decode(&world::text_of(&ascii)[5..]).unwrap();
    let row = |page: &str, key: Vec<u8>| {
        let page = bytes(page);
        tables::find(&page, &key).unwrap().expect("a row of the example").to_vec()
    };
    use rastau_core::snapshot::rows::key;
    let issuing = world::keys()[5].2.public().id();
    let samples: Vec<(&str, Vec<u8>, Takes)> = vec![
        ("claims", ascii.write(), |bytes| Claims::read(bytes).is_ok()),
        ("document", document, |bytes| {
            read_sign1("document", bytes, 4096).is_ok_and(|envelope| Claims::read(envelope.payload).is_ok())
        }),
        ("manifest-content", payload("manifest"), |bytes| Manifest::read(bytes).is_ok()),
        ("centres-content", payload("centres"), |bytes| Centres::read(bytes).is_ok()),
        ("fresh-content", payload("fresh"), |bytes| FreshnessStatement::read(bytes).is_ok()),
        ("seen", bytes("seen"), |bytes| TrustedState::read(bytes).is_ok()),
        ("profession", world::long_profession().to_bytes(), |bytes| Profession::from_bytes(bytes).is_ok()),
        ("qualification", row("tables-0", key::qualification("7212-1", "2017", "7212-1-4")), |bytes| {
            Qualification::from_bytes(bytes).is_ok()
        }),
        ("skill", row("tables-0", key::skill("7212-1", "2017", "S1")), |bytes| {
            Skill::from_bytes(bytes).is_ok()
        }),
        ("issuing-key", row("tables-0", key::issuing_key(issuing)), |bytes| {
            IssuingKey::from_bytes(bytes).is_ok()
        }),
        ("offer", row("tables-0", key::offer(0)), |bytes| Offer::from_bytes(bytes).is_ok()),
        ("accreditation-ref", row("tables-0", key::accreditation(0)), |bytes| {
            AccreditationRef::from_bytes(bytes).is_ok()
        }),
        ("skill-list", row("tables-0", key::skill_list(0)), |bytes| SkillList::from_bytes(bytes).is_ok()),
        ("working-year", row("tables-0", key::working_year(2023)), |bytes| {
            WorkingYear::from_bytes(bytes).is_ok()
        }),
        ("centre", world::long_centre().to_bytes(), |bytes| Centre::from_bytes(bytes).is_ok()),
        ("scope", row("centres-0", key::scope("990140000017", "EXAMPLE-1", "7212-1")), |bytes| {
            Scope::from_bytes(bytes).is_ok()
        }),
    ];
    for (rule, sample, takes) in samples {
        assert!(rules.matches(rule, &sample), "{rule}");
        let mut taken = 0;
        for at in 0..sample.len() {
            for value in 0..=u8::MAX {
                let mut changed = sample.clone();
                changed[at] = value;
                if takes(&changed) {
                    taken += 1;
                    assert!(
                        rules.matches(rule, &changed),
                        "{rule}: {value:02x} at {at} is read, and not allowed"
                    );
                }
            }
        }
        assert!(taken > sample.len(), "{rule}: hardly anything was read");
    }
}

/// The same for a root, which is read behind its own signature: every flipped bit, signed anew.
#[test]
fn the_cddl_allows_all_roots_that_the_code_takes() {
    use rastau_core::codec::cose::{read_sign, write_sign};
    use rastau_core::snapshot::{MAX_STATEMENT, Root, root};
    let rules = rules();
    let sample = bytes("root");
    let sample = read_sign("root", &sample, MAX_STATEMENT).unwrap().payload;
    let [(_, _, key), ..] = world::keys();
    let mut taken = 0;
    for bit in 0..sample.len() * 8 {
        let mut changed = sample.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        let signed = write_sign(&changed, &[key.co_sign(&changed, root::CONTEXT)]);
        let sign = read_sign("root", &signed, MAX_STATEMENT).unwrap();
        if Root::from_sign(&sign).is_ok() {
            taken += 1;
            assert!(rules.matches("root-content", &changed) && rules.matches("root", &signed), "bit {bit}");
        }
    }
    assert!(taken > 50, "the register's name, the version and the day may differ: {taken}");
}

#[test]
fn the_document_reads_back() {
    let text = book::blocks(&docs())["document-text"].text.lines().collect::<String>();
    let envelope = bytes("document");
    assert_eq!(base45::decode(&text[5..]).as_deref(), Some(envelope.as_slice()));
    let document = Unverified::read(&text).unwrap();
    assert_eq!(document.claims, world::claims());
    let [.., (_, _, key)] = world::keys();
    assert!(document.signed_by(&key.public()));
    let theirs = coset::CoseSign1::from_tagged_slice(&envelope).unwrap();
    assert_eq!(theirs.tbs_data(b"rastau/document/1"), bytes("covered"));
    assert!(key.public().verifies(-19, &bytes("covered"), &theirs.signature));
}

/// The bundle as it stands in the documentation, with nothing from the generator but names of blocks.
fn bundle_of_the_docs() -> (Vec<u8>, Statements, Memory) {
    let statements = Statements {
        roots: vec![(1, bytes("root"))],
        manifest: bytes("manifest"),
        centres: bytes("centres"),
        fresh: bytes("fresh"),
    };
    use rastau_core::snapshot::statements::{Centres, Manifest};
    let sign = |bytes: &[u8]| {
        let sign =
            rastau_core::codec::cose::read_sign("statement", bytes, rastau_core::snapshot::MAX_STATEMENT);
        sign.unwrap().payload.to_vec()
    };
    let mut segments = Manifest::read(&sign(&statements.manifest)).unwrap().segments;
    segments.extend(Centres::read(&sign(&statements.centres)).unwrap().segments);
    let pages = segments.iter().map(|segment| {
        let page = |index| bytes(&format!("{}-{index}", segment.id.kind.name()));
        (segment.id, (0..segment.pages).map(page).collect())
    });
    let memory = Memory(pages.collect());
    (bytes("root"), statements, memory)
}

fn ask(snapshot: &Snapshot<Memory>, presented: &str) -> Verdict {
    let question = Question { on: None, clock: world::time(world::CLOCK), policy: Policy::default() };
    verify(snapshot, &Presented::read(presented).unwrap(), &question)
}

#[test]
fn the_bundle_opens_and_the_document_is_valid() {
    let (root, statements, memory) = bundle_of_the_docs();
    let clock = world::time(world::CLOCK);
    let snapshot = Snapshot::open(&root, &statements, memory, clock, None).unwrap();
    let blocks = book::blocks(&docs());
    let text: String = blocks["document-text"].text.lines().collect();
    for presented in [text.as_str(), &blocks["form"].text] {
        let verdict = ask(&snapshot, presented);
        let not_satisfied: Vec<_> = verdict
            .findings()
            .iter()
            .filter(|finding| !matches!(finding.answer, Answer::Satisfied | Answer::NotApplicable(None)))
            .collect();
        assert_eq!(
            (verdict.outcome(), verdict.freshness),
            (Outcome::Valid, Freshness::Current),
            "{not_satisfied:?}"
        );
    }
    assert_eq!(TrustedState::read(&bytes("seen")).unwrap(), snapshot.trusted_state());
    for (place, list) in world::cancellations() {
        assert_eq!(snapshot.cancellations(place), Ok(list));
    }
    for (number, rank) in [(world::NUMBER, 0), (world::OTHER, 1), (world::PLAIN, 2)] {
        assert_eq!(snapshot.document(number).unwrap().map(|found| found.place.rank), Some(rank));
    }
    for absent in ["1", "240000000003", "A-6", "A-8", ""] {
        assert_eq!(snapshot.document(absent), Ok(None), "{absent}");
    }
}

#[test]
fn one_flipped_bit_on_a_page_of_the_docs_is_found() {
    let (root, statements, memory) = bundle_of_the_docs();
    for (segment, page, looked_up) in [(0, 0, true), (0, 2, true), (0, 1, false)] {
        let mut bad = memory.clone();
        bad.0[segment].1[page][100] ^= 1;
        let snapshot = Snapshot::open(&root, &statements, bad, world::time(world::CLOCK), None).unwrap();
        let found = snapshot.document(world::NUMBER);
        assert_eq!(found.is_err(), looked_up, "page {page}");
        assert!(found.is_ok() || found == Err(PageError::Altered));
    }
}

#[test]
fn the_form_reads_back() {
    let form = Form::read(&book::blocks(&docs())["form"].text).unwrap();
    let claims = world::claims();
    assert_eq!((form.number, form.code, form.holder), (claims.number, claims.code, Some(claims.holder)));
    assert_eq!(form.stated.level, Some(claims.level));
}

/// The parts of the documentation, laid out as the container's head says, are the container.
#[test]
fn the_container_is_put_together_from_the_docs() {
    let (_, statements, memory) = bundle_of_the_docs();
    let whole = world::bundle().container;
    let mut file = bytes("container");
    let length = container::index_length(file[..container::HEAD].try_into().unwrap()).unwrap();
    let index = file[container::HEAD..container::HEAD + length].to_vec();
    for part in container::read_index(&index, whole.len() as u64).unwrap() {
        let content = match part.name.as_str() {
            "roots/1.cose" => statements.roots[0].1.clone(),
            "manifest.cose" => statements.manifest.clone(),
            "centres.cose" => statements.centres.clone(),
            "fresh.cose" => statements.fresh.clone(),
            name => memory.0.iter().find(|(id, _)| world::file_name(id) == name).unwrap().1.concat(),
        };
        assert_eq!((part.offset % PAGE_SIZE as u64, part.length), (0, content.len() as u64), "{}", part.name);
        file.resize(usize::try_from(part.offset).unwrap(), 0);
        file.extend(content);
    }
    assert!(file == whole);
}

/// Cells of the rows of the first table under a heading.
fn table(file: &str, heading: &str) -> Vec<Vec<String>> {
    let text = read(file);
    let at = text.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{file} has no {heading}"));
    let rows = text[at..].lines().skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &str| {
        let inner = row.trim_matches('|').replace("\\|", "∣");
        inner.split('|').map(|cell| cell.trim().to_string()).collect()
    };
    rows.map(cells).collect()
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(String::from).collect()
}

#[test]
fn limits_are_the_codes() {
    use rastau_core::calendar::Term;
    use rastau_core::codec::cose::MAX_SIGNATURES;
    use rastau_core::crypto::{HASH_LEN, KEY_ID_LEN, MAX_PUBLIC_KEY};
    use rastau_core::document::code::CODE_LEN;
    use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED};
    use rastau_core::document::tags::{HOLDER_TAG_LEN, NAME_TAG_LEN};
    use rastau_core::document::text::{MAX_FORM, MAX_TEXT};
    use rastau_core::document::{MAX_CODE, MAX_NAME, MAX_NUMBER, MAX_SKILLS};
    use rastau_core::identity::MAX_IDENTITY;
    use rastau_core::snapshot::rows::{MAX_DAY_NAME, MAX_LIST, MAX_LOCALIZED_NAME};
    use rastau_core::snapshot::segment::MAX_KEY;
    use rastau_core::snapshot::status::MAX_CANCELLATIONS;
    use rastau_core::snapshot::tables::MAX_ROW;
    use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};
    use rastau_core::snapshot::{MAX_CHAIN, MAX_SEGMENTS, MAX_STATEMENT};
    let constants = [
        ("MAX_TEXT", MAX_TEXT),
        ("MAX_FORM", MAX_FORM),
        ("MAX_NUMBER", MAX_NUMBER),
        ("MAX_CODE", MAX_CODE),
        ("MAX_NAME", MAX_NAME),
        ("MAX_SKILLS", MAX_SKILLS),
        ("MAX_IDENTITY", MAX_IDENTITY),
        ("MAX_SIGNATURES", MAX_SIGNATURES),
        ("MAX_PUBLIC_KEY", MAX_PUBLIC_KEY),
        ("KEY_ID_LEN", KEY_ID_LEN),
        ("HASH_LEN", HASH_LEN),
        ("CODE_LEN", CODE_LEN),
        ("HOLDER_TAG_LEN", HOLDER_TAG_LEN),
        ("NAME_TAG_LEN", NAME_TAG_LEN),
        ("CHECK_LEN", CHECK_LEN),
        ("MAX_SEALED", MAX_SEALED),
        ("PAGE_SIZE", PAGE_SIZE),
        ("MAX_STATEMENT", MAX_STATEMENT),
        ("MAX_SEGMENTS", MAX_SEGMENTS),
        ("MAX_CHAIN", MAX_CHAIN),
        ("MAX_KEY", MAX_KEY),
        ("MAX_ROW", MAX_ROW),
        ("MAX_LOCALIZED_NAME", MAX_LOCALIZED_NAME),
        ("MAX_LIST", MAX_LIST),
        ("MAX_DAY_NAME", MAX_DAY_NAME),
        ("MAX_YEARS", MAX_YEARS as usize),
        ("MAX_CANCELLATIONS", MAX_CANCELLATIONS),
        ("MAX_INDEX", container::MAX_INDEX),
        ("MAX_MONTHS", Term::MAX_MONTHS.into()),
    ];
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for row in table("docs/formats.md", "## Limits") {
        said.insert(quoted(&row[0]).remove(0), row[1].replace(',', ""));
    }
    for (name, value) in constants {
        assert_eq!(said.remove(name), Some(value.to_string()), "{name}");
    }
    assert!(said.is_empty(), "no such limits: {said:?}");
    assert!(docs().contains(&format!("asks for the years from {FIRST_YEAR} on")), "the first year");

    // The CDDL says the same numbers.
    let rules = book::cddl(&docs());
    for line in [
        format!("document-number = tstr .size (1..{})", MAX_NUMBER * 4),
        format!("code = tstr .size (1..{MAX_CODE})"),
        format!("name = tstr .size (1..{MAX_NAME})"),
        format!("identity = 0..999999999999 / tstr .size (1..{})", MAX_IDENTITY * 4),
        format!("? 7: [1*{MAX_SKILLS} code]"),
        format!("? 13: bstr .size {CODE_LEN}"),
        format!("key-id = bstr .size {KEY_ID_LEN}"),
        format!("hash = bstr .size {HASH_LEN}"),
        format!("public-key = bstr .size (0..{MAX_PUBLIC_KEY})"),
        format!("[1*{MAX_SIGNATURES} co-signature]"),
        format!("[0*{MAX_SEGMENTS} segment]"),
        format!("key = bstr .size (0..{MAX_KEY})"),
        format!("title = tstr .size (0..{MAX_LOCALIZED_NAME})"),
        format!("[0*{MAX_LIST} accreditation]"),
        format!("[0*{MAX_LIST} special-day]"),
        format!("day-name = tstr .size (0..{MAX_DAY_NAME})"),
        format!("term = 0..{}", Term::MAX_MONTHS),
    ] {
        assert!(rules.contains(&line), "the CDDL does not say {line}");
    }
}

#[test]
fn context_strings_and_prefix_are_the_codes() {
    use rastau_core::document::text;
    use rastau_core::snapshot::{root, statements};
    let rows = table("docs/formats.md", "## Envelopes");
    let said: Vec<_> = rows.iter().map(|row| quoted(&row[2]).remove(0)).collect();
    let contexts = [
        text::CONTEXT,
        root::CONTEXT,
        statements::MANIFEST_CONTEXT,
        statements::CENTRES_CONTEXT,
        statements::FRESHNESS_CONTEXT,
    ];
    assert_eq!(said, contexts);
    assert!(docs().contains(&format!("`{}`", text::PREFIX)));
}

/// Numbers of errors, by the names of their cases.
fn numbered() -> BTreeMap<&'static str, u16> {
    let at = Statement::Root;
    let codec = Claims::read(&[]).unwrap_err();
    let open = [
        ("Malformed", OpenError::Malformed(at, codec)),
        ("TooFewSignatures", OpenError::TooFewSignatures { statement: at, good: 0, wanted: 1 }),
        ("ForeignRegister", OpenError::ForeignRegister(at)),
        ("BadRoles", OpenError::BadRoles),
        ("BrokenChain", OpenError::BrokenChain),
        ("RootExpired", OpenError::RootExpired),
        ("Rollback", OpenError::Rollback(at)),
        ("SameVersionOtherContent", OpenError::SameVersionOtherContent(at)),
        ("MixedUp", OpenError::MixedUp(at)),
        ("SegmentVanished", OpenError::SegmentVanished),
        ("BadSegments", OpenError::BadSegments),
    ];
    let read = [
        ("ReadError::TooLong", ReadError::TooLong { most: 1 }),
        ("ReadError::NotADocument", ReadError::NotADocument),
        ("ReadError::UnknownVersion", ReadError::UnknownVersion { prefix: String::new() }),
        ("ReadError::NotBase45", ReadError::NotBase45),
        ("ReadError::Malformed", ReadError::Malformed(codec)),
        ("ReadError::Form", ReadError::Form { problem: String::new() }),
        ("ReadError::Field", ReadError::Field { name: "", problem: String::new() }),
        ("Length", ReadError::Code(CodeError::Length { found: 0 })),
        ("Character", ReadError::Code(CodeError::Character { character: 'U' })),
        ("Check", ReadError::Code(CodeError::Check)),
    ];
    let open = open.into_iter().map(|(name, error)| (name, error.code()));
    open.chain(read.into_iter().map(|(name, error)| (name, error.code()))).collect()
}

#[test]
fn numbers_of_errors_are_the_codes() {
    let numbers = numbered();
    let text = docs();
    let mut met = 0;
    for (at, _) in text.match_indices("` (") {
        let name = text[..at].rsplit('`').next().unwrap();
        let inside = text[at + 3..].split(')').next().unwrap();
        if let (Some(number), Ok(said)) = (numbers.get(name), inside.parse::<u16>()) {
            assert_eq!(*number, said, "{name}");
            met += 1;
        }
    }
    assert!(met >= 15, "only {met} errors are named with their numbers");
}

/// Every source file under `core/src`.
fn sources(folder: std::path::PathBuf, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path.to_str().unwrap().replace('\\', "/"), text));
        }
    }
}

#[test]
fn the_attack_table_names_what_is_there() {
    let mut files = Vec::new();
    sources(path("core/src"), &mut files);
    let ids: Vec<&str> = CheckId::ALL.iter().map(|check| check.id()).collect();
    let numbers = numbered();
    let rows = table("docs/formats/attacks.md", "## The table");
    assert!(rows.len() >= 20, "{} rows", rows.len());
    for row in rows {
        let [attack, place, answer, tests, cases] = row.as_slice() else { panic!("{row:?}") };
        for file in quoted(place) {
            assert!(path(&file).exists(), "{attack}: no file {file}");
        }
        for name in quoted(answer) {
            assert!(
                ids.contains(&name.as_str()) || numbers.contains_key(name.as_str()),
                "{attack}: no {name}"
            );
        }
        for test in quoted(tests) {
            let (module, function) = test.split_once("::").unwrap_or_else(|| panic!("{attack}: {test}"));
            let there = files.iter().any(|(path, text)| {
                path.ends_with(&format!("/{module}.rs")) && text.contains(&format!("fn {function}("))
            });
            assert!(there, "{attack}: no test {test}");
        }
        for case in quoted(cases) {
            assert!(path("tests/corpus/cases").join(&case).is_dir(), "{attack}: no case {case}");
        }
    }
}
