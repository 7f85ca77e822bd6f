//! Typed or signed fields that differ from the register's record, one at a time; numbers, coverage, codes.

use serde_json::{Value, json};

use super::ids::{
    BASIS, CANCELLATION, CODE, COMPARED, HOLDER, LAW, LISTED, MODE, PROFESSION, RULES, SKILLS, all,
};
use super::papers::Papers;
use super::row::{Row, invalid, unknown, valid, verdict};

pub(super) fn rows(papers: &Papers<'_>) -> Vec<Row> {
    [fields(papers), records(papers), numbers(papers), coverage(papers), law(papers)].concat()
}

/// Each field of a form, wrong one at a time.
fn fields(papers: &Papers<'_>) -> Vec<Row> {
    let wrong = |field: &'static str, check: &'static str, value: Value| {
        let name = format!("typed-other-{field}");
        let why =
            format!("A typed form with another {field} than the register's flips that comparison alone");
        invalid(&name, &why, papers.form("ordinary", &[(field, value)]), &[check]).flips(&[check])
    };
    let text = |id: &str| papers.text(id);
    let centre_b = papers.claims("p256").centre.as_str();
    let mut rows = vec![
        wrong("profession", "register.profession", json!("7411-2")),
        wrong("qualification", "register.qualification", json!("7212-1-4")),
        wrong("level", "register.level", json!("3.1")),
        wrong("skills", "register.skills", json!(["7212-1-S1"])),
        wrong("centre", "register.centre", json!(centre_b)),
        wrong("accreditation", "register.accreditation", json!("ҰКП-0005")),
        wrong("basis", "register.basis", json!({"kind": "qualification-requirements", "id": "PS-7212-1"})),
        wrong("exam_on", "register.exam-date", json!("2026-05-11")),
        wrong("issued_on", "register.issue-date", json!("2026-05-21")),
        wrong("valid_until", "register.validity", json!("2031-05-21")),
        wrong("holder", HOLDER, json!(papers.claims("p256").holder.as_str())),
        wrong("code", CODE, json!(papers.claims("p256").code.expect("a code").printed())),
    ];
    rows.extend([
        valid(
            "typed-everything",
            "Everything on the paper typed, all of it the register's",
            papers.full_form("ordinary", &[]),
        ),
        valid(
            "typed-everything-skills",
            "A document on skills typed in full; the order of skills means nothing",
            papers.full_form("skills", &[("skills", json!(["7212-1-S2", "7212-1-S1"]))]),
        ),
        invalid(
            "typed-other-edition",
            "The same code of another edition of the classifier is another profession",
            papers.form("ordinary", &[("profession", json!("7212-1")), ("edition", json!("2027"))]),
            &["register.profession"],
        )
        .flips(&["register.profession"]),
        invalid(
            "typed-skill-left-out",
            "One of two skills typed is not the register's list",
            papers.form("skills", &[("skills", json!(["7212-1-S1"]))]),
            &["register.skills"],
        )
        .flips(&["register.skills"]),
        invalid(
            "typed-end-of-unlimited",
            "A day typed for a document without an end",
            papers.form("unlimited", &[("valid_until", json!("2031-05-20"))]),
            &["register.validity"],
        )
        .flips(&["register.validity"]),
        valid(
            "typed-end-by-term",
            "A typed last day that follows from the register's term, though the record prints none",
            papers.form("unprinted", &[("valid_until", json!("2025-09-10"))]),
        )
        .on("2025-09-01"),
        valid(
            "signed-skills",
            "A document on two skills with every name that art. 20.3 asks for",
            text("skills"),
        ),
        invalid(
            "skill-not-named",
            "A skill that the register has no name for (art. 20.3)",
            text("skills-unnamed"),
            &[SKILLS],
        )
        .flips(&[SKILLS]),
        invalid(
            "skills-without-qualification.typed",
            "A document on skills without a qualification (art. 20.3), typed",
            papers.form("skills-no-qualification", &[]),
            &[SKILLS],
        )
        .flips(&[SKILLS]),
        valid("no-qualification", "A whole profession needs no qualification code", text("no-qualification")),
        invalid(
            "signed-qualification-added",
            "A centre signs a qualification that the register's record does not have",
            papers.changed("no-qualification", |claims| claims.qualification = Some("7212-1-3".into())),
            &["register.qualification"],
        )
        .flips(&["register.qualification"]),
        invalid(
            "signed-skills-left-out",
            "A document on two skills presented as the whole profession",
            papers.changed("skills", |claims| claims.skills.clear()),
            &["register.skills"],
        )
        .flips(&["register.skills"]),
        invalid(
            "signed-end-left-out",
            "A signed document that leaves out the last day that the register says it prints",
            papers.changed("ordinary", |claims| claims.valid_until = None),
            &["register.validity"],
        )
        .flips(&["register.validity"]),
        invalid(
            "signed-other-holder",
            "A centre signs another holder than it registered",
            papers.changed("ordinary", |claims| claims.holder = papers.claims("p256").holder.clone()),
            &[HOLDER],
        )
        .flips(&[HOLDER]),
        invalid(
            "signed-other-exam-date",
            "A centre signs another exam date than it registered",
            papers.changed("ordinary", |claims| claims.exam_on = claims.exam_on.plus_days(1)),
            &["register.exam-date"],
        )
        .flips(&["register.exam-date"]),
    ]);
    rows
}

/// Missing or misplaced codes, and records without a code.
fn records(papers: &Papers<'_>) -> Vec<Row> {
    let no_code: &[(&str, Value)] = &[("code", Value::Null)];
    let no_holder: &[(&str, Value)] = &[("holder", Value::Null)];
    vec![
        unknown("typed-without-code", "Without the code the register confirms the number and its status only", papers.form("ordinary", no_code), &all(&[&[CODE, HOLDER], &RULES])).flips(&[CODE]),
        unknown("typed-without-holder", "Without an identity number nobody knows whose document it is", papers.form("ordinary", no_holder), &[HOLDER]).flips(&[HOLDER]),
        invalid("typed-number-of-another", "Another document's number under this one's code: the code is not that record's", papers.form("ordinary", &[("number", json!(papers.claims("unlimited").number))]), &[CODE]).flips(&[CODE]),
        valid("typed-code-lower-case", "A code typed in lower case, without hyphens, with O for 0", papers.form("ordinary", &[("code", json!(papers.claims("ordinary").code.expect("a code").printed().to_lowercase().replace('-', " ").replace('0', "o")))])),
        unknown("signed-code-left-out", "A signed document that leaves out the code of its record: the signature alone speaks for its attributes", papers.changed("ordinary", |claims| claims.code = None), &all(&[&[CODE], &COMPARED])).flips(&[CODE]),
        unknown("plain-signed", "Issued before there were codes: number and status confirmed, attributes by signature only", papers.text("plain"), &all(&[&[CODE], &COMPARED])).flips(&all(&[&[CODE], &COMPARED])),
        unknown("plain-signed-p256", "The same from a centre with a P-256 key", papers.text("plain-p256"), &all(&[&[CODE], &COMPARED])).flips(&all(&[&[CODE], &COMPARED])),
        unknown("plain-signed-with-code", "A code on the paper of a record that has none", papers.changed("plain", |claims| claims.code = papers.claims("ordinary").code), &all(&[&[CODE], &COMPARED])).flips(&all(&[&[CODE], &COMPARED])),
        unknown("plain-typed", "A record without a code, typed: nothing but its number and status is known", papers.form("plain", &[]), &all(&[&[CODE, HOLDER], &RULES])).flips(&[CODE, HOLDER]),
        unknown("plain-typed-with-code", "A code typed for a record that has none", papers.form("plain", &[("code", json!(papers.claims("ordinary").code.expect("a code").printed()))]), &all(&[&[CODE, HOLDER], &RULES])).flips(&[CODE, HOLDER]),
        verdict("plain-cancelled", "A cancelled record without a code: the status counts", papers.text("plain-cancelled"), "invalid", &[CANCELLATION], &all(&[&[CODE], &COMPARED]), &[]).flips(&all(&[&[CANCELLATION, CODE], &COMPARED])),
        verdict("plain-cancelled.typed", "The same, typed", papers.form("plain-cancelled", &[]), "invalid", &[CANCELLATION], &all(&[&[CODE, HOLDER], &RULES]), &[]).flips(&[CANCELLATION, CODE, HOLDER]),
    ]
}

fn numbers(papers: &Papers<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (id, why) in [
        ("number-64", "A number of 64 characters, not all of them Latin"),
        ("number-letters", "A number with letters of two scripts"),
        ("number-letters-longer", "A number that continues another"),
        ("number-20-digits", "A decimal number too large for 64 bits"),
        ("number-short", "A number of one digit"),
    ] {
        rows.push(valid(id, why, papers.text(id)));
        rows.push(valid(&format!("{id}.typed"), &format!("{why}, typed"), papers.form(id, &[])));
    }
    let number = |number: &str| {
        papers.form("ordinary", &[("number", json!(number)), ("issued_on", json!("2026-05-20"))])
    };
    for (name, why, text) in [
        ("number-prefix", "A number of which only the beginning is listed is not listed", "AB-12"),
        ("number-below-all", "A number below the first one listed", "!"),
        ("number-above-all", "A number above the last one listed", "ҰҰҰ"),
        ("number-leading-zero", "A leading zero makes another number", "07"),
    ] {
        rows.push(invalid(name, why, number(text), &[LISTED]).flips(&[LISTED]));
    }
    rows.push(valid(
        "holder-passport",
        "A holder with another number than an IIN",
        papers.text("holder-passport"),
    ));
    rows.push(valid("holder-passport.typed", "The same, typed", papers.form("holder-passport", &[])));
    let other = papers.form("holder-passport", &[("holder", json!("C01X00T-47"))]);
    rows.push(
        invalid("holder-passport-other", "Another such number: it is opaque, blanks count", other, &[HOLDER])
            .flips(&[HOLDER]),
    );
    rows
}

/// Documents that are not listed, with the possible reasons.
fn coverage(papers: &Papers<'_>) -> Vec<Row> {
    let signed_unlisted = all(&[&[LISTED, CODE], &COMPARED, &[CANCELLATION]]);
    let typed_unlisted = all(&[&[LISTED, CODE, HOLDER, CANCELLATION], &RULES]);
    let dated = |id: &str| papers.form(id, &[("issued_on", json!(papers.claims(id).issued_on.to_string()))]);
    let typed = all(&[&typed_unlisted, &["register.issue-date"]]);
    let not_listed = |name: &str, why: &str, input| invalid(name, why, input, &[LISTED]).flips(&[LISTED]);
    let open =
        |name: &str, why: &str, input, ids: &[&'static str]| unknown(name, why, input, ids).flips(&[LISTED]);
    vec![
        not_listed(
            "not-listed",
            "Issued within coverage and not listed: not in the register",
            papers.text("invented"),
        ),
        not_listed("not-listed.typed", "The same, typed with its issue date", dated("invented")),
        open(
            "not-listed-undated",
            "Typed without its issue date: nobody can say whether the snapshot should list it",
            papers.form("invented", &[]),
            &typed_unlisted,
        ),
        open(
            "not-covered",
            "Issued before the days that the snapshot covers",
            papers.text("before-coverage"),
            &signed_unlisted,
        ),
        open("not-covered.typed", "The same, typed", dated("before-coverage"), &typed),
        not_listed(
            "first-covered-day",
            "The first covered day counts as covered",
            papers.text("first-day-covered"),
        ),
        not_listed(
            "last-covered-day",
            "The last covered day counts as covered",
            papers.text("last-day-covered"),
        ),
        open(
            "newer-by-a-day",
            "Issued the day after the last covered one: newer than the snapshot",
            papers.text("after-coverage"),
            &signed_unlisted,
        ),
        open("newer-by-a-day.typed", "The same, typed", dated("after-coverage"), &typed),
    ]
}

/// The Law, the register of professions, the basis (art. 31, 15.1, 15.4, 15.5).
fn law(papers: &Papers<'_>) -> Vec<Row> {
    let good = |id: &str, why: &str| valid(id, why, papers.text(id));
    let bad = |id: &str, why: &str, check: &'static str| {
        invalid(id, why, papers.text(id), &[check]).flips(&[check])
    };
    vec![
        bad("before-the-law", "Issued the day before the Law was in force (art. 31)", LAW),
        good(
            "first-day-of-the-law",
            "Issued on the first day of the Law: sixty days after 5 July 2023 have run out",
        ),
        bad(
            "profession-gone",
            "The profession had left the register before the day of issue (art. 15.1)",
            PROFESSION,
        ),
        verdict(
            "profession-gone-plain",
            "The same of a record without a code",
            papers.text("profession-gone-plain"),
            "invalid",
            &[PROFESSION],
            &all(&[&[CODE], &COMPARED]),
            &[],
        )
        .flips(&all(&[&[PROFESSION, CODE], &COMPARED])),
        good("profession-last-day", "Issued on the profession's last day in the register"),
        unknown(
            "mandatory-then",
            "Recognition was mandatory on the day of issue (art. 15.5), voluntary since",
            papers.text("mandatory-then"),
            &[MODE],
        )
        .flips(&[MODE]),
        good("voluntary-now", "Recognition has been voluntary from the day of issue on"),
        good("requirements", "Qualification requirements, while there was no standard (art. 15.4)"),
        good("requirements-last-day", "The exam was on the last day without a standard"),
        bad(
            "requirements-beside-standard",
            "The exam was on the first day of a standard: requirements no longer serve",
            BASIS,
        ),
        bad("basis-ended", "The exam was the day after the standard's last one", BASIS),
        good("basis-last-day", "The exam was on the standard's last day"),
        bad("basis-of-another", "Another profession's standard", BASIS),
    ]
}
