//! Limits, context strings and error numbers of the documentation are those of the code.

use std::collections::BTreeMap;

use rastau_core::document::Claims;
use rastau_core::error::{CodeError, FieldProblem, FormField, OpenError, ReadError, Statement};
use rastau_core::snapshot::{PAGE_SIZE, container};
use rastau_core::verdict::Chapter;

use crate::docs::{self, FORMATS, quoted, table};

#[test]
fn documented_limits_match_the_constants() {
    use rastau_core::calendar::Term;
    use rastau_core::codec::cose::MAX_SIGNATURES;
    use rastau_core::crypto::{HASH_LEN, KEY_ID_LEN, MAX_PUBLIC_KEY};
    use rastau_core::document::code::CODE_LEN;
    use rastau_core::document::link::MAX_ORIGIN;
    use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED};
    use rastau_core::document::tags::{HOLDER_TAG_LEN, NAME_TAG_LEN};
    use rastau_core::document::text::{MAX_FORM, MAX_LINK, MAX_TEXT};
    use rastau_core::document::{MAX_CODE, MAX_NAME, MAX_NUMBER, MAX_SKILLS};
    use rastau_core::identity::MAX_IDENTITY;
    use rastau_core::snapshot::contact::{MAX_EMAIL, MAX_PAGE_ADDRESS, MAX_TELEPHONE};
    use rastau_core::snapshot::root::MAX_EXTENSION;
    use rastau_core::snapshot::rows::{MAX_DAY_NAME, MAX_LIST, MAX_LOCALIZED_NAME};
    use rastau_core::snapshot::segment::MAX_KEY;
    use rastau_core::snapshot::statements::MAX_CONFIRMABLE;
    use rastau_core::snapshot::status::MAX_CANCELLATIONS;
    use rastau_core::snapshot::tables::MAX_ROW;
    use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};
    use rastau_core::snapshot::{MAX_CHAIN, MAX_SEGMENTS, MAX_STATEMENT};
    use rastau_core::verify::CLOCK_TOLERANCE;
    let constants = [
        ("MAX_TEXT", MAX_TEXT),
        ("MAX_LINK", MAX_LINK),
        ("MAX_ORIGIN", MAX_ORIGIN),
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
        ("MAX_CONFIRMABLE", MAX_CONFIRMABLE as usize),
        ("MAX_EXTENSION", MAX_EXTENSION),
        ("MAX_PAGE_ADDRESS", MAX_PAGE_ADDRESS),
        ("MAX_TELEPHONE", MAX_TELEPHONE),
        ("MAX_EMAIL", MAX_EMAIL),
        ("CLOCK_TOLERANCE", CLOCK_TOLERANCE as usize),
    ];
    let mut documented: BTreeMap<String, String> = BTreeMap::new();
    for row in table(FORMATS, "## Limits") {
        documented.insert(quoted(&row[0]).remove(0), row[1].replace(',', ""));
    }
    for (name, value) in constants {
        assert_eq!(documented.remove(name), Some(value.to_string()), "{name}");
    }
    assert!(documented.is_empty(), "no constants for {documented:?}");
    let first_year = format!("looks up the years from {FIRST_YEAR} onwards");
    assert!(docs::all().contains(&first_year), "missing: {first_year}");

    // The CDDL has the same numbers.
    let rules = docs::cddl();
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
        format!("9: 0..{MAX_CONFIRMABLE},"),
        format!("bstr .size (0..{MAX_EXTENSION})]"),
        format!("address = tstr .size (9..{MAX_PAGE_ADDRESS})"),
        format!("origin = tstr .size (9..{MAX_ORIGIN})"),
        format!("tstr .size (0..{MAX_TELEPHONE}), tstr .size (0..{MAX_EMAIL})]"),
        format!("signers = [1*{MAX_SIGNATURES} key-id]"),
    ] {
        assert!(rules.contains(&line), "missing in the CDDL: {line}");
    }
}

#[test]
fn documented_context_strings_and_prefix_match_the_constants() {
    use rastau_core::document::text;
    use rastau_core::snapshot::{root, statements};
    let rows = table(FORMATS, "## Envelopes");
    let documented: Vec<_> = rows.iter().map(|row| quoted(&row[2]).remove(0)).collect();
    let contexts = [
        text::CONTEXT,
        root::CONTEXT,
        statements::MANIFEST_CONTEXT,
        statements::CENTRES_CONTEXT,
        statements::FRESHNESS_CONTEXT,
    ];
    assert_eq!(documented, contexts);
    for prefix in [text::PREFIX, text::LINK_PREFIX] {
        assert!(docs::all().contains(&format!("`{prefix}`")), "{prefix}");
    }
}

/// The number of each error, by the name that the documentation uses.
pub(crate) fn error_numbers() -> BTreeMap<&'static str, u16> {
    let statement = Statement::Root;
    let codec = Claims::read(&[]).unwrap_err();
    let open = [
        ("Malformed", OpenError::Malformed(statement, codec)),
        ("TooFewSignatures", OpenError::TooFewSignatures { statement, valid: 0, required: 1 }),
        ("ForeignRegister", OpenError::ForeignRegister(statement)),
        ("BadRoles", OpenError::BadRoles),
        ("BrokenChain", OpenError::BrokenChain),
        ("RootExpired", OpenError::RootExpired),
        ("Rollback", OpenError::Rollback(statement)),
        ("SameVersionOtherContent", OpenError::SameVersionOtherContent(statement)),
        ("MixedUp", OpenError::MixedUp(statement)),
        ("SegmentVanished", OpenError::SegmentVanished),
        ("BadSegments", OpenError::BadSegments),
        ("NewerFormat", OpenError::NewerFormat(statement)),
        ("LoweredFloor", OpenError::LoweredFloor),
    ];
    let read = [
        ("ReadError::TooLong", ReadError::TooLong { limit: 1 }),
        ("ReadError::NotADocument", ReadError::NotADocument),
        ("ReadError::UnknownVersion", ReadError::UnknownVersion { prefix: String::new() }),
        ("ReadError::NotBase45", ReadError::NotBase45),
        ("ReadError::LinkUser", ReadError::LinkUser),
        ("ReadError::Malformed", ReadError::Malformed(codec)),
        ("ReadError::Form", ReadError::Form { problem: String::new() }),
        ("ReadError::Field", ReadError::Field { field: FormField::Level, problem: FieldProblem::Code }),
        ("Length", ReadError::Code(CodeError::Length { found: 0 })),
        ("Character", ReadError::Code(CodeError::Character { character: 'U' })),
        ("Check", ReadError::Code(CodeError::Check)),
    ];
    let open = open.into_iter().map(|(name, error)| (name, error.code().number()));
    open.chain(read.into_iter().map(|(name, error)| (name, error.code().number()))).collect()
}

#[test]
fn documented_error_numbers_match_the_code() {
    let numbers = error_numbers();
    let text = docs::all();
    let mut found = 0;
    for (at, _) in text.match_indices("` (") {
        let name = text[..at].rsplit('`').next().unwrap();
        let inside = text[at + 3..].split(')').next().unwrap();
        if let (Some(number), Ok(documented)) = (numbers.get(name), inside.parse::<u16>()) {
            assert_eq!(*number, documented, "{name}");
            found += 1;
        }
    }
    assert!(found >= 15, "only {found} errors have their numbers in the documentation");
}

#[test]
fn every_cited_chapter_is_a_heading() {
    let headings: Vec<String> = docs::read(FORMATS)
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(str::to_lowercase)
        .collect();
    for chapter in Chapter::ALL {
        assert!(headings.iter().any(|heading| heading == chapter.name()), "{chapter:?} in {headings:?}");
    }
}
