//! Invented texts: the act's text is not part of this project.

use proptest::prelude::*;

use super::split::split;
use super::*;
use crate::error::ErrorCode;

const TEXT: &str = "\
# **On kites**

#### *Unofficial translation*

The Law of 1 May, No. 7.

This Law is about kites
and their strings.

## **Chapter 1. KITES**

### **Article 1. What a kite is**

In this Law:

1) kite – a thing that *flies*;

2) string - what holds it,
as given in subparagraph
1) of this article.

A kite may be red.

Or blue.

### **Article 2. Flying**

1. Anyone may fly a kite on:

- 1) a hill;
- 2) a beach.

In the case of subparagraph 2) of part one, mind the tide.

2. A permit is asked for at the

office of winds.

Note. There is no office of winds.

3. Whoever flies by night:

- 1) has a lamp;

2) has a licence of the year 2023. or later.

### **Article 2-1. Landing**

1-1. Softly.

*President of the Republic of Kazakhstan*

*A. KITE*
";

fn ids(text: &str) -> Vec<String> {
    split(text).into_iter().map(|(unit, _)| unit.to_string()).collect()
}

fn text_of(text: &str, unit: &str) -> String {
    let found = split(text).into_iter().find(|(found, _)| found.to_string() == unit);
    found.unwrap_or_else(|| panic!("no {unit}")).1
}

/// The differences between two texts, the first of which was recorded.
fn between(before: &str, after: &str) -> Drift {
    let recorded: Vec<_> = split(before).into_iter().map(|(unit, text)| (unit, hash_of(&text))).collect();
    compare(&split(after), &recorded)
}

fn named(before: &str, after: &str) -> String {
    let drift = between(before, after);
    let list = |units: Vec<Unit>| units.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let order = drift.moved.iter().filter(|moved| moved.unit == moved.now);
    let parts = [
        ("changed", list(drift.changed.iter().map(|changed| changed.unit).collect())),
        ("missing", list(drift.missing.clone())),
        ("added", list(drift.added.iter().map(|added| added.unit).collect())),
        ("moved", list(order.map(|moved| moved.unit).collect())),
    ];
    let parts = parts.iter().filter(|(_, units)| !units.is_empty());
    let mut described = parts.map(|(what, units)| format!("{what} {units}")).collect::<Vec<_>>();
    let shifted = drift.moved.iter().filter(|moved| moved.unit != moved.now);
    described.extend(shifted.map(|moved| format!("{} is now {}", moved.unit, moved.now)));
    let described = described.join("; ");
    assert_eq!(described.is_empty(), drift.is_none());
    described
}

#[test]
fn a_text_is_split_by_its_structure() {
    let expected = "title title.date preamble art1 art1.s1 art1.s2 art1.part2 art1.part3 art2.p1 art2.p1.s1 \
                    art2.p1.s2 art2.p1.part2 art2.p2 art2.p2.note art2.p3 art2.p3.s1 art2.p3.s2 art2-1.p1-1";
    assert_eq!(ids(TEXT).join(" "), expected);
    for (unit, text) in [
        ("title", "On kites"),
        ("preamble", "This Law is about kites and their strings."),
        ("art1.s1", "kite - a thing that flies;"),
        ("art1.s2", "string - what holds it, as given in subparagraph 1) of this article."),
        ("art1.part3", "Or blue."),
        ("art2.p1.part2", "In the case of subparagraph 2) of part one, mind the tide."),
        ("art2.p2", "A permit is asked for at the office of winds."),
        ("art2.p2.note", "There is no office of winds."),
        ("art2-1.p1-1", "Softly."),
    ] {
        assert_eq!(text_of(TEXT, unit), text);
    }
}

#[test]
fn formatting_is_not_a_difference() {
    let crlf = TEXT.replace('\n', "\r\n");
    let plain: String = TEXT.replace(['#', '*'], "");
    let lines: String =
        plain.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect();
    // Without blank lines each line is a paragraph, so that broken lines must first be joined.
    let lines = lines
        .replace("kites\nand", "kites and")
        .replace("it,\nas", "it, as")
        .replace("aph\n1) of", "aph 1) of");
    let same = [
        ("marks of the byte order", format!("\u{feff}{TEXT}")),
        ("line ends", crlf),
        ("no Markdown", plain),
        ("no blank lines", lines),
        ("other dashes", TEXT.replace('–', "-").replace("- what", "— what")),
        ("spaces", TEXT.replace("a hill", " a\u{a0} hill").replace("Article 1.", "Article  1. ")),
        ("escapes", TEXT.replace("1. Any", "1\\. Any").replace("1) kite", "1\\) kite")),
        (
            "dots for dashes",
            TEXT.replace("- 1) a hill", "* 1) a hill").replace("- 2) a beach", "• 2) a beach"),
        ),
        ("headings", TEXT.replace("What a kite is", "Kites").replace("KITES", "ALL KITES")),
        ("a heading on two lines", TEXT.replace("Article 1. What a", "Article 1. What\na")),
        ("no blank line after a heading", TEXT.replace("is**\n\n", "is**\n").replace("ing**\n\n", "ing**\n")),
        ("a signature on three lines", TEXT.replace("Republic of Kaz", "Republic\nof\nKaz")),
        ("no blank line before a heading", TEXT.replace("blue.\n\n###", "blue.\n###")),
        ("a drawn line", TEXT.replace("\n\n### **Article 2.", "\n\n---\n\n### **Article 2.")),
        ("no signature", TEXT.split("*President").next().unwrap().to_string()),
        ("blank lines at the ends", format!("\n\n\n{TEXT}\n\n")),
    ];
    for (what, text) in same {
        assert_eq!(named(TEXT, &text), "", "{what}");
    }
}

#[test]
fn every_kind_of_difference_is_named() {
    for (before, after, expected) in [
        ("On kites", "On kites and balloons", "changed title"),
        ("1 May", "2 May", "changed title.date"),
        ("a hill", "a mountain", "changed art2.p1.s1"),
        ("office of winds.\n", "Office of winds.\n", "changed art2.p2"),
        ("There is no office", "There is an office", "changed art2.p2.note"),
        ("- 2) a beach.\n", "", "missing art2.p1.s2"),
        ("Or blue.\n", "Or blue.\n\nOr green.\n", "added art1.part4"),
        ("A kite may be red.\n\n", "", "missing art1.part2; art1.part3 is now art1.part2"),
        (
            "A kite may be red.",
            "There are red kites.\n\nA kite may be red.",
            "added art1.part2; art1.part2 is now art1.part3; art1.part3 is now art1.part4",
        ),
        (
            "A kite may be red.\n\nOr blue.",
            "Or blue.\n\nA kite may be red.",
            "art1.part2 is now art1.part3; art1.part3 is now art1.part2",
        ),
        ("2. A permit", "4. A permit", "art2.p2 is now art2.p4; art2.p2.note is now art2.p4.note"),
        ("- 1) has a lamp;\n", "- 1) has a lamp;\n- 1-1) has two;\n", "added art2.p3.s1-1"),
        // The next unit begins nevertheless.
        ("a hill;", "a hill", "changed art2.p1.s1"),
        ("any", "any", ""),
        (
            "### **Article 2. Flying**",
            "### **Article 3. Flying**",
            "art2.p1 is now art3.p1; art2.p1.s1 is now art3.p1.s1; art2.p1.s2 is now art3.p1.s2; art2.p1.part2 is now \
             art3.p1.part2; art2.p2 is now art3.p2; art2.p2.note is now art3.p2.note; art2.p3 is now art3.p3; \
             art2.p3.s1 is now art3.p3.s1; art2.p3.s2 is now art3.p3.s2",
        ),
        // A duplicate unit is changed: neither text is dropped.
        ("2) a beach.\n", "2) a beach.\n- 2) a lake.\n", "changed art2.p1.s2"),
        ("*A. KITE*", "*A. KITE*\n\nKites are forbidden.", "added art2-1.p1-1.part2"),
    ] {
        assert!(before == "any" || TEXT.contains(before), "{before}");
        assert_eq!(named(TEXT, &TEXT.replacen(before, after, 1)), expected, "{before} -> {after}");
    }
}

#[test]
fn a_moved_unit_is_reported_only_as_moved() {
    let list = |order: &[&str]| format!("Article 1. A\n\n{}\n", order.join("\n\n"));
    let before = list(&["1. a.", "2. b.", "3. c.", "4. d."]);
    for (order, expected) in [
        (["2. b.", "1. a.", "3. c.", "4. d."], 1),
        (["4. d.", "1. a.", "2. b.", "3. c."], 1),
        (["2. b.", "3. c.", "4. d.", "1. a."], 1),
        (["4. d.", "3. c.", "2. b.", "1. a."], 3),
        (["2. b.", "1. a.", "4. d.", "3. c."], 2),
    ] {
        let drift = between(&before, &list(&order));
        assert_eq!(drift.moved.len(), expected, "{order:?}");
        assert!(drift.changed.is_empty() && drift.missing.is_empty() && drift.added.is_empty());
        assert!(drift.moved.is_sorted());
    }
    assert_eq!(named(&before, &list(&["4. d.", "1. a.", "2. b.", "3. c."])), "moved art1.p4");
}

#[test]
fn paragraphs_may_be_broken_into_lines_anywhere() {
    let text = "Article 1. A\n\n1. By subparagraph 4) of part one, and by 2. of the annex - 3. of the list.\n\n- 1) one (see 2) above);\n";
    for width in 1..60 {
        let mut broken = String::new();
        for block in text.split("\n\n") {
            // A heading of a line is left as it is.
            let width = if block.starts_with("Article") { 100 } else { width };
            let mut length = 0;
            for word in block.split_whitespace() {
                // A number at the beginning of a block stays with its words, as does a dash with its number.
                if length > 0 && length + word.len() > width && !broken.ends_with(['-', '.']) {
                    broken.push('\n');
                    length = 0;
                } else if length > 0 {
                    broken.push(' ');
                }
                broken.push_str(word);
                length += word.len() + 1;
            }
            broken.push_str("\n\n");
        }
        assert_eq!(named(text, &broken), "", "{width}\n{broken}");
    }
}

#[test]
fn rejects_a_text_that_is_not_the_act() {
    for text in
        ["", "\n\n", "{}", "Статья 1. Понятия", "Article", "Article 1", "Article one.", "# Article 0."]
    {
        assert_eq!(drift(text), Err(ActError::NoArticle), "{text}");
    }
    assert_eq!(drift(&"a".repeat(MAX_TEXT + 1)), Err(ActError::TooLong { limit: MAX_TEXT }));
    assert_eq!(drift(&"a".repeat(MAX_TEXT)), Err(ActError::NoArticle));
    assert_eq!(
        (ActError::TooLong { limit: 1 }.code(), ActError::NoArticle.code()),
        (ErrorCode::ActTooLong, ErrorCode::ActNoArticle)
    );
    let kites = drift(TEXT).unwrap();
    assert_eq!(kites.missing.len() + kites.changed.len(), recorded().len());
}

/// The time must be linear in the length of the text. The limit is generous; quadratic time is far above it.
#[test]
fn long_texts_take_linear_time() {
    let head = "Article 1. A\n1. a\n";
    for piece in ["1)\n\n", "1. \n", "x\n\n", "\n", "- 1)\n", "Article 1.\n", "Note.\n\n", "#", "*", "x\n"] {
        let text = head.to_string() + &piece.repeat((MAX_TEXT / 8) / piece.len());
        let begun = std::time::Instant::now();
        let _ = drift(&text).unwrap();
        assert!(begun.elapsed().as_secs() < 10, "{piece:?}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_drift_as_json() {
    let before = "Article 1. A\n\n1. a.\n\n2. b.\n";
    let drift = between(before, "Article 1. A\n\n1. A.\n\n3. c.\n");
    let json = serde_json::to_string(&drift).unwrap();
    assert!(json.starts_with(r#"{"changed":[{"unit":"art1.p1","recorded":""#), "{json}");
    assert!(json.ends_with(r#"}],"moved":[]}"#) && json.contains(r#""missing":["art1.p2"]"#), "{json}");
}

proptest! {
    #[test]
    fn any_text_is_read(text in "(?s).{0,400}") {
        let _ = drift(&text);
        let units = split(&text);
        let places: alloc::collections::BTreeSet<_> = units.iter().map(|(unit, _)| *unit).collect();
        prop_assert_eq!(places.len(), units.len());
    }

    #[test]
    fn two_texts_agree_where_their_units_do(one in pieces(), other in pieces()) {
        let (one, other) = (one.concat(), other.concat());
        prop_assert!(between(&one, &one).is_none());
        prop_assert_eq!(between(&one, &other).is_none(), split(&one) == split(&other));
        let _ = drift(&one);
    }

    /// Each recorded unit that changed is reported once, and so is each new text.
    #[test]
    fn every_difference_is_reported_once(one in pieces(), other in pieces()) {
        let (before, after) = (split(&one.concat()), split(&other.concat()));
        let drift = between(&one.concat(), &other.concat());
        let shifted: Vec<Moved> = drift.moved.iter().copied().filter(|moved| moved.unit != moved.now).collect();
        let changed: Vec<Unit> = drift.changed.iter().map(|changed| changed.unit).collect();
        let mut reported = changed.clone();
        reported.extend(&drift.missing);
        reported.extend(shifted.iter().map(|moved| moved.unit));
        reported.sort();
        let mut departed: Vec<Unit> =
            before.iter().filter(|unit| !after.contains(unit)).map(|(unit, _)| *unit).collect();
        departed.sort();
        prop_assert_eq!(reported, departed);
        let mut reported: Vec<Unit> = drift.added.iter().map(|added| added.unit).chain(changed).collect();
        reported.extend(shifted.iter().map(|moved| moved.now));
        reported.sort();
        let mut arrived: Vec<Unit> =
            after.iter().filter(|unit| !before.contains(unit)).map(|(unit, _)| *unit).collect();
        arrived.sort();
        prop_assert_eq!(reported, arrived);
    }
}

/// Fragments from which texts with some structure are built.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let pieces = vec![
        "Article 1. A",
        "# **Article 2.",
        "x**",
        "Chapter 1. B",
        "1. ",
        "2-1. ",
        "1) ",
        "- 2) ",
        "- ",
        "Note. ",
        "a",
        "b;",
        "c.",
        "d:",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n",
        " ",
        "65535. ",
        "65536) ",
        "*",
        "\u{feff}",
        "–",
        "\u{301}",
        "President of the Republic of Kazakhstan",
        "\n\nArticle 1.\n\n",
        "\n\n1. a.\n\n",
        "\n\n2. b.\n\n",
        "\n\na.\n\n",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..40)
}
