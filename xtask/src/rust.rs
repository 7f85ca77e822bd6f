//! Enough of Rust's lexical rules to search code without being fooled by comments and strings. Every function keeps
//! byte positions, so that a place in the result is the same place in the file.

/// The text with comments, and the insides of string and character literals, turned into spaces.
pub(crate) fn code(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut kept = bytes.to_vec();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        let (from, until, next) = match byte {
            b'/' if rest.starts_with(b"//") => {
                let end = at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
                (at, end, end)
            }
            b'/' if rest.starts_with(b"/*") => {
                let end = at + block_comment(rest);
                (at, end, end)
            }
            b'r' | b'b' | b'c' if !after_word(bytes, at) && raw_string(rest).is_some() => {
                let (begin, end, next) = raw_string(rest).unwrap_or_default();
                (at + begin, at + end, at + next)
            }
            b'"' => {
                let end = at + 1 + quoted(&rest[1..], b'"');
                (at + 1, end, end + 1)
            }
            b'\'' => match character(&text[at..]) {
                Some(end) => (at + 1, at + end, at + end + 1),
                None => (at, at, at + 1),
            },
            _ => (at, at, at + 1),
        };
        let until = until.min(kept.len());
        kept[from..until].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
        at = next;
    }
    // Only whole literals and comments were blanked, byte by byte: what is left is still UTF-8.
    String::from_utf8_lossy(&kept).into_owned()
}

fn after_word(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|b| is_word(*b))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

fn block_comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// For `r"…"`, `br#"…"#` and their kin: where the inside begins and ends, and where the literal ends.
fn raw_string(rest: &[u8]) -> Option<(usize, usize, usize)> {
    let prefix = rest.iter().take_while(|b| b"bcr".contains(b)).count();
    if !rest[..prefix].ends_with(b"r") {
        return None;
    }
    let hashes = rest[prefix..].iter().take_while(|b| **b == b'#').count();
    let begin = prefix + hashes;
    if rest.get(begin) != Some(&b'"') {
        return None;
    }
    let mut close = vec![b'"'];
    close.resize(hashes + 1, b'#');
    let inside = rest[begin + 1..].windows(close.len()).position(|window| window == close);
    let end = inside.map_or(rest.len(), |inside| begin + 1 + inside);
    Some((begin + 1, end, end + close.len()))
}

/// How far it is to the closing quote, past escaped ones.
fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 0;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'\\' => at += 2,
            byte if byte == quote => return at,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Where a character literal's closing quote is; nothing for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut inside = rest.char_indices().skip(1);
    let (_, first) = inside.next()?;
    if first == '\\' {
        return Some(1 + quoted(&rest.as_bytes()[1..], b'\''));
    }
    inside.next().filter(|(_, second)| *second == '\'').map(|(at, _)| at)
}

/// Code (as [`code`] leaves it) with every item under `#[cfg(test)]` turned into spaces as well.
pub(crate) fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = code.to_owned();
    while let Some(at) = kept.find(MARK) {
        let end = at + MARK.len() + item(&kept[at + MARK.len()..]);
        let blank = kept[at..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect::<String>();
        kept.replace_range(at..end, &blank);
    }
    kept
}

/// How long the item is that begins here: up to a `;`, or to the end of its braces.
fn item(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && byte == b'}' {
                    return at + 1;
                }
            }
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The inside of the braces that begin here, or what is left of the file.
pub(crate) fn braces(rest: &str) -> &str {
    let Some(inside) = rest.strip_prefix('{') else { return "" };
    let length = item(rest);
    if rest[..length].ends_with('}') { &inside[..length - 2] } else { inside }
}

/// Where `needle` stands with no letter, digit or underscore joined to it.
pub(crate) fn words<'t>(text: &'t str, needle: &'t str) -> impl Iterator<Item = usize> + 't {
    let bytes = text.as_bytes();
    let open = move |at: Option<usize>, edge: Option<u8>| {
        !edge.is_some_and(is_word) || !at.and_then(|at| bytes.get(at)).is_some_and(|b| is_word(*b))
    };
    text.match_indices(needle).map(|(at, _)| at).filter(move |&at| {
        open(at.checked_sub(1), needle.bytes().next()) && open(Some(at + needle.len()), needle.bytes().last())
    })
}

/// The line, counted from 1, of a place in the text.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests;
