//! Reads the documentation: labelled blocks, CDDL and Markdown tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) const FORMATS: &str = "docs/formats.md";
pub(crate) const ATTACKS: &str = "docs/formats/attacks.md";
pub(crate) const TUF: &str = "docs/formats/tuf.md";
/// The files with labelled blocks, relative to the workspace root.
pub(crate) const FILES: [&str; 4] = [FORMATS, "docs/formats/example.md", ATTACKS, TUF];

/// The absolute path of a file of the workspace.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

pub(crate) fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The text of all [`FILES`].
pub(crate) fn all() -> String {
    FILES.map(read).concat()
}

/// The content of a block that is fenced as ```` ```kind name=… cddl=… ````.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    /// `hex`, `text` or `json`.
    pub(crate) kind: String,
    /// The CDDL rule that the bytes match; empty if there is none.
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
                assert!(digits.len().is_multiple_of(2), "odd number of hex digits: {line}");
                let pairs = (0..digits.len()).step_by(2).map(|at| &digits[at..at + 2]);
                bytes.extend(pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal")));
            }
        }
        bytes
    }
}

/// Parses the opening line of a labelled block: its name and the block without its text.
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

/// Returns `text` with the content of each labelled block replaced by the result of `replace`.
pub(crate) fn rewrite(text: &str, mut replace: impl FnMut(&str, Block) -> String) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out += &format!("{line}\n");
        if let Some((name, mut block)) = fence(line) {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            block.text = inside.map(|line| format!("{line}\n")).collect();
            out += &replace(&name, block);
            out += "```\n";
        }
    }
    out
}

/// Every labelled block of the documentation, by its name.
pub(crate) fn blocks() -> BTreeMap<String, Block> {
    let mut blocks = BTreeMap::new();
    rewrite(&all(), |name, block| {
        assert!(blocks.insert(name.to_string(), block.clone()).is_none(), "duplicate block {name}");
        block.text
    });
    blocks
}

/// The bytes of a labelled hex block.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    blocks()[name].bytes()
}

/// The content of all CDDL blocks of the documentation, in order.
pub(crate) fn cddl() -> String {
    let text = all();
    let parts = text.split("```cddl\n").skip(1).map(|part| part.split("```").next().unwrap_or_default());
    parts.collect::<Vec<_>>().join("\n")
}

/// The cells of the first table under a heading, row by row, without the table's own heading.
pub(crate) fn table(file: &str, heading: &str) -> Vec<Vec<String>> {
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

/// The parts of a cell between backquotes.
pub(crate) fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(String::from).collect()
}
