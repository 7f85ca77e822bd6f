//! House rule: a source file is one idea, some 300 lines at the most. Above that comes advice, above 500 it fails. Tests
//! are lists of cases and may be as long as they need.

use super::{Finding, House};

const ADVISED: usize = 300;
const MOST: usize = 500;

/// Files that may be longer, each with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

pub(super) fn check(house: &House) -> Vec<Finding> {
    let excepted = |path: &str| EXCEPTIONS.iter().any(|(excepted, _)| *excepted == path);
    let files = house.live(&[""]).filter(|file| !excepted(&file.path));
    let long = files.map(|file| (file, file.text.lines().count())).filter(|(_, lines)| *lines > ADVISED);
    long.map(|(file, lines)| Finding {
        fails: lines > MOST,
        ..file.whole(format!("{lines} lines; aim for {ADVISED}, at most {MOST}: split it by idea"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_advised_on_and_longer_ones_fail() {
        let weigh = |path: &str, lines: usize| {
            let findings = check(&House::of(&[(path, &"x\n".repeat(lines))]));
            findings.first().map(|finding| finding.fails)
        };
        assert_eq!(weigh("a/src/b.rs", 300), None);
        assert_eq!(weigh("a/src/b.rs", 301), Some(false));
        assert_eq!(weigh("a/src/b.rs", 501), Some(true));
        assert_eq!(weigh("a/src/tests.rs", 900), None);
        assert_eq!(weigh("a/tests/b.rs", 900), None);
        assert_eq!(weigh("a/b.json", 900), None);
    }
}
