//! Typed or signed fields that differ from the register's record, one at a time; numbers, coverage, codes.

use serde_json::{Value, json};

use super::documents::Documents;
use super::ids::{
    BASIS, CANCELLATION, CODE, COMPARED, FUTURE, HOLDER, LAW, LISTED, MODE, PROFESSION, RULES, SKILLS, all,
};
use super::row::{Row, contestable, invalid, unknown, valid, verdict};

pub(super) fn rows(documents: &Documents<'_>) -> Vec<Row> {
    [fields(documents), records(documents), numbers(documents), coverage(documents), law(documents)].concat()
}

/// Each field of a form, wrong one at a time.
fn fields(documents: &Documents<'_>) -> Vec<Row> {
    let wrong = |field: &'static str, check: &'static str, value: Value| {
        let name = format!("typed-other-{field}");
        let why =
            format!("A typed form with another {field} than the register's changes only that comparison");
        invalid(&name, &why, documents.form("ordinary", &[(field, value)]), &[check]).flips(&[check])
    };
    let text = |id: &str| documents.text(id);
    let centre_b = documents.claims("p256").centre.as_str();
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
        wrong("holder", HOLDER, json!(documents.claims("p256").holder.as_str())),
        wrong("code", CODE, json!(documents.claims("p256").code.expect("a code").printed())),
    ];
    rows.extend([
        valid(
            "typed-everything",
            "Every field of the printed document typed; all match the register",
            documents.full_form("ordinary", &[]),
        ),
        valid(
            "typed-everything-skills",
            "A document on skills typed in full; the order of skills does not matter",
            documents.full_form("skills", &[("skills", json!(["7212-1-S2", "7212-1-S1"]))]),
        ),
        invalid(
            "typed-other-edition",
            "The same code of another edition of the classifier is another profession",
            documents.form("ordinary", &[("profession", json!("7212-1")), ("edition", json!("2027"))]),
            &["register.profession"],
        )
        .flips(&["register.profession"]),
        invalid(
            "typed-skill-left-out",
            "Only one of two skills is typed",
            documents.form("skills", &[("skills", json!(["7212-1-S1"]))]),
            &["register.skills"],
        )
        .flips(&["register.skills"]),
        invalid(
            "typed-end-of-unlimited",
            "A day typed for a document without an end",
            documents.form("unlimited", &[("valid_until", json!("2031-05-20"))]),
            &["register.validity"],
        )
        .flips(&["register.validity"]),
        valid(
            "typed-end-by-term",
            "A typed last day that follows from the register's term, though the record prints none",
            documents.form("unprinted", &[("valid_until", json!("2025-09-10"))]),
        )
        .on("2025-09-01"),
        valid(
            "signed-skills",
            "A document on two skills with every name that art. 20.3 requires",
            text("skills"),
        ),
        invalid(
            "skill-not-named",
            "A skill without a name in the register (art. 20.3)",
            text("skills-unnamed"),
            &[SKILLS],
        )
        .flips(&[SKILLS]),
        invalid(
            "skills-without-qualification.typed",
            "A document on skills without a qualification (art. 20.3), typed",
            documents.form("skills-no-qualification", &[]),
            &[SKILLS],
        )
        .flips(&[SKILLS]),
        valid(
            "no-qualification",
            "A document on a complete profession needs no qualification code",
            text("no-qualification"),
        ),
        invalid(
            "signed-qualification-added",
            "A centre signs a qualification that the record lacks",
            documents.changed("no-qualification", |claims| claims.qualification = Some("7212-1-3".into())),
            &["register.qualification"],
        )
        .flips(&["register.qualification"]),
        invalid(
            "signed-skills-left-out",
            "A document on two skills presented as a document on the complete profession",
            documents.changed("skills", |claims| claims.skills.clear()),
            &["register.skills"],
        )
        .flips(&["register.skills"]),
        invalid(
            "signed-end-left-out",
            "A signed document that leaves out the last day, although the record states that it is printed",
            documents.changed("ordinary", |claims| claims.valid_until = None),
            &["register.validity"],
        )
        .flips(&["register.validity"]),
        invalid(
            "signed-other-holder",
            "A centre signs another holder than the registered one",
            documents.changed("ordinary", |claims| claims.holder = documents.claims("p256").holder.clone()),
            &[HOLDER],
        )
        .flips(&[HOLDER]),
        invalid(
            "signed-other-exam-date",
            "A centre signs another exam date than the registered one",
            documents.changed("ordinary", |claims| claims.exam_on = claims.exam_on.plus_days(1)),
            &["register.exam-date"],
        )
        .flips(&["register.exam-date"]),
    ]);
    rows
}

/// Missing or misplaced codes, and records without a code.
fn records(documents: &Documents<'_>) -> Vec<Row> {
    let no_code: &[(&str, Value)] = &[("code", Value::Null)];
    let no_holder: &[(&str, Value)] = &[("holder", Value::Null)];
    vec![
        unknown("typed-without-code", "Without the code the register confirms the number and its status only", documents.form("ordinary", no_code), &all(&[&[CODE, HOLDER], RULES])).flips(&[CODE]),
        unknown("typed-without-holder", "Without an identity number the holder is undetermined", documents.form("ordinary", no_holder), &[HOLDER]).flips(&[HOLDER]),
        invalid("typed-number-of-another", "Another document's number under this one's code: the code is not that record's", documents.form("ordinary", &[("number", json!(documents.claims("unlimited").number))]), &[CODE]).flips(&[CODE]),
        valid("typed-code-lower-case", "A code typed in lower case, without hyphens, with O for 0", documents.form("ordinary", &[("code", json!(documents.claims("ordinary").code.expect("a code").printed().to_lowercase().replace('-', " ").replace('0', "o")))])),
        invalid("signed-code-left-out", "A signed document that leaves out the code with which it was issued, as the thief of an issuing key would", documents.changed("ordinary", |claims| claims.code = None), &[CODE]).flips(&[CODE]),
        invalid("signed-code-left-out-altered", "The same with another level: the code is left out so that the level is not compared", documents.changed("ordinary", |claims| { claims.code = None; claims.level = "4".into(); }), &[CODE]).flips(&[CODE]),
        unknown("sealed-later.signed", "A document issued without a code whose record was sealed later: only the signature confirms its attributes", documents.changed("sealed-later", |claims| claims.code = None), &all(&[&[CODE], COMPARED])).flips(&[CODE]),
        unknown("sealed-later.without-code", "The same, typed without the code", documents.form("sealed-later", no_code), &all(&[&[CODE, HOLDER], RULES])).flips(&[CODE]),
        valid("sealed-later", "The same, typed with the code that the register gave the holder later", documents.form("sealed-later", &[])),
        unknown("plain-signed", "Issued before codes were introduced: the register confirms number and status, the signature the attributes", documents.text("plain"), &all(&[&[CODE], COMPARED])).flips(&all(&[&[CODE], COMPARED])),
        unknown("plain-signed-p256", "The same from a centre with a P-256 key", documents.text("plain-p256"), &all(&[&[CODE], COMPARED])).flips(&all(&[&[CODE], COMPARED])),
        unknown("plain-signed-with-code", "A code on the document of a record without a code", documents.changed("plain", |claims| claims.code = documents.claims("ordinary").code), &all(&[&[CODE], COMPARED])).flips(&all(&[&[CODE], COMPARED])),
        unknown("plain-typed", "A record without a code, typed: only its number and status are known", documents.form("plain", &[]), &all(&[&[CODE, HOLDER], RULES])).flips(&[CODE, HOLDER]),
        unknown("plain-typed-with-code", "A code typed for a record without a code", documents.form("plain", &[("code", json!(documents.claims("ordinary").code.expect("a code").printed()))]), &all(&[&[CODE, HOLDER], RULES])).flips(&[CODE, HOLDER]),
        verdict("plain-cancelled", "A cancelled record without a code: the status counts", documents.text("plain-cancelled"), "invalid", &[CANCELLATION], &all(&[&[CODE], COMPARED]), &[]).flips(&all(&[&[CANCELLATION, CODE], COMPARED])),
        verdict("plain-cancelled.typed", "The same, typed", documents.form("plain-cancelled", &[]), "invalid", &[CANCELLATION], &all(&[&[CODE, HOLDER], RULES]), &[]).flips(&[CANCELLATION, CODE, HOLDER]),
    ]
}

fn numbers(documents: &Documents<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (id, why) in [
        ("number-64", "A number of 64 characters, not all of them Latin"),
        ("number-letters", "A number with letters of two scripts"),
        ("number-letters-longer", "A number that continues another"),
        ("number-20-digits", "A decimal number too large for 64 bits"),
        ("number-short", "A number of one digit"),
    ] {
        rows.push(valid(id, why, documents.text(id)));
        rows.push(valid(&format!("{id}.typed"), &format!("{why}, typed"), documents.form(id, &[])));
    }
    let number = |number: &str| {
        documents.form("ordinary", &[("number", json!(number)), ("issued_on", json!("2026-05-20"))])
    };
    for (name, why, text) in [
        ("number-prefix", "A prefix of a listed number is not listed", "AB-12"),
        ("number-below-all", "A number below the first one listed", "!"),
        ("number-above-all", "A number above the last one listed", "ҰҰҰ"),
        ("number-leading-zero", "A leading zero: another number", "07"),
    ] {
        rows.push(invalid(name, why, number(text), &[LISTED]).flips(&[LISTED]));
    }
    rows.push(valid(
        "holder-passport",
        "A holder with another number than an IIN",
        documents.text("holder-passport"),
    ));
    rows.push(valid("holder-passport.typed", "The same, typed", documents.form("holder-passport", &[])));
    rows.push(valid(
        "holder-passport-formatted",
        "The same in small letters, with a hyphen and a Cyrillic letter",
        documents.form("holder-passport", &[("holder", json!("с01x00t-47"))]),
    ));
    let other = documents.form("holder-passport", &[("holder", json!("C01X00T-48"))]);
    rows.push(
        invalid("holder-passport-other", "Another such number, with a hyphen for a blank", other, &[HOLDER])
            .flips(&[HOLDER]),
    );
    rows
}

/// Documents that are not listed, with the possible reasons.
fn coverage(documents: &Documents<'_>) -> Vec<Row> {
    let signed_unlisted = all(&[&[LISTED, CODE], COMPARED, &[CANCELLATION]]);
    let typed_unlisted = all(&[&[LISTED, CODE, HOLDER, CANCELLATION], RULES]);
    let dated =
        |id: &str| documents.form(id, &[("issued_on", json!(documents.claims(id).issued_on.to_string()))]);
    let typed = all(&[&typed_unlisted, &["register.issue-date"]]);
    let not_listed = |name: &str, why: &str, input| invalid(name, why, input, &[LISTED]).flips(&[LISTED]);
    let open =
        |name: &str, why: &str, input, ids: &[&'static str]| unknown(name, why, input, ids).flips(&[LISTED]);
    vec![
        not_listed(
            "not-listed",
            "Issued within coverage and not listed: not in the register",
            documents.text("invented"),
        ),
        not_listed("not-listed.typed", "The same, typed with its issue date", dated("invented")),
        open(
            "not-listed-undated",
            "Typed without its issue date: whether the snapshot should list it is undetermined",
            documents.form("invented", &[]),
            &typed_unlisted,
        ),
        open(
            "not-covered",
            "Issued before the days that the snapshot covers",
            documents.text("before-coverage"),
            &signed_unlisted,
        ),
        open("not-covered.typed", "The same, typed", dated("before-coverage"), &typed),
        not_listed(
            "first-covered-day",
            "The first covered day counts as covered",
            documents.text("first-day-covered"),
        ),
        not_listed(
            "last-covered-day",
            "The last covered day counts as covered",
            documents.text("last-day-covered"),
        ),
        open(
            "newer-by-a-day",
            "Issued the day after the last covered one: newer than the snapshot",
            documents.text("after-coverage"),
            &signed_unlisted,
        ),
        open("newer-by-a-day.typed", "The same, typed", dated("after-coverage"), &typed),
    ]
}

/// The Law, the register of professions, the basis (art. 31, 15.1, 15.4, 15.5).
fn law(documents: &Documents<'_>) -> Vec<Row> {
    let satisfied = |id: &str, why: &str| valid(id, why, documents.text(id));
    let violated = |id: &str, why: &str, check: &'static str| {
        invalid(id, why, documents.text(id), &[check]).flips(&[check])
    };
    vec![
        violated("before-the-law", "Issued the day before the Law was in force (art. 31)", LAW),
        satisfied(
            "first-day-of-the-law",
            "Issued on the first day of the Law: sixty days after 5 July 2023 have passed",
        ),
        violated(
            "profession-gone",
            "The profession had left the register before the day of issue (art. 15.1)",
            PROFESSION,
        ),
        contestable(
            "profession-left-after-exam",
            "The profession was in the register on the day of the exam, and not on the day of issue: two readings (art. 1(9))",
            documents.text("profession-left-after-exam"),
            &[PROFESSION],
        )
        .flips(&[PROFESSION]),
        verdict(
            "profession-gone-plain",
            "The same of a record without a code",
            documents.text("profession-gone-plain"),
            "invalid",
            &[PROFESSION],
            &all(&[&[CODE], COMPARED]),
            &[],
        )
        .flips(&all(&[&[PROFESSION, CODE], COMPARED])),
        verdict(
            "exam-after-issue",
            "A centre signs a document that is dated before its exam; the record without a code does not correct it",
            documents.changed("plain", |claims| claims.exam_on = claims.issued_on.plus_days(1)),
            "invalid",
            &[FUTURE],
            &all(&[&[CODE], COMPARED]),
            &[],
        )
        .flips(&all(&[&[FUTURE, CODE], COMPARED])),
        satisfied("profession-last-day", "Issued on the profession's last day in the register"),
        unknown(
            "mandatory-then",
            "Recognition was mandatory on the day of issue (art. 15.5), voluntary since",
            documents.text("mandatory-then"),
            &[MODE],
        )
        .flips(&[MODE]),
        satisfied("voluntary-now", "Recognition has been voluntary from the day of issue on"),
        satisfied("requirements", "Qualification requirements, while there was no standard (art. 15.4)"),
        satisfied("requirements-last-day", "The exam was on the last day without a standard"),
        violated(
            "requirements-beside-standard",
            "The exam was on the first day of a standard: the requirements no longer apply",
            BASIS,
        ),
        violated("basis-ended", "The exam was the day after the standard's last one", BASIS),
        satisfied("basis-last-day", "The exam was on the standard's last day"),
        violated("basis-of-another", "Another profession's standard", BASIS),
    ]
}
