//! Data that a snapshot lacks makes an answer undetermined, never violated and never satisfied.

use super::*;
use crate::Identity;
use crate::calendar::Term;
use crate::document::sealed::{Attributes, Sealed};
use crate::fixture::{EDITION, HOLDER_NAME, NUMBER, WELDER, iin};
use crate::snapshot::documents::Record;
use crate::snapshot::pages::SegmentKind;
use crate::snapshot::rows::key;

fn skill_document(case: &mut Case) {
    case.issued(|claims| claims.skills = vec!["S1".into()], Sealing::ByTerm);
    case.register.one_row_per_page = true;
}

/// Each row has a page of its own, and one page at a time is missing. The verdict is never `invalid`, and is not `valid` if
/// it needs the row.
#[test]
fn a_missing_row_decides_nothing() {
    let (mut case, mut undetermined) = (Case::valid(), 0);
    case.register.one_row_per_page = true;
    let keys: Vec<Vec<u8>> = case.register.keeper.keys().cloned().collect();
    let mut signed = case.register.bundle().sign();
    for row in keys {
        let page = signed.pages.row_page(SegmentKind::Tables, &row);
        let original = core::mem::take(page);
        let verdict = verify(&signed.open(None).unwrap(), &case.presented(), &case.question);
        assert_ne!(verdict.outcome(), Outcome::Invalid, "{:?}", String::from_utf8_lossy(&row));
        undetermined += usize::from(verdict.outcome() == Outcome::Indeterminate);
        let at = signed.pages.of(SegmentKind::Tables).iter().position(Vec::is_empty).unwrap();
        signed.pages.of(SegmentKind::Tables)[at] = original;
    }
    // The key and the profession are needed, and possibly the qualification, of which only the name is shown.
    assert!((2..=3).contains(&undetermined), "{undetermined}");
}

#[test]
fn a_missing_page_of_the_profession_is_indeterminate() {
    let verdict = after(|case| {
        skill_document(case);
        case.pages = |pages| pages.row_page(SegmentKind::Tables, &key::profession(WELDER, EDITION)).clear();
    });
    assert_eq!(verdict.outcome(), Outcome::Indeterminate, "{:?}", roots(&verdict));
}

#[test]
fn a_missing_page_of_a_skill_or_a_qualification_is_undetermined() {
    let pages: [fn(&mut MemoryPages); 2] = [
        |pages| pages.row_page(SegmentKind::Tables, &key::skill(WELDER, EDITION, "S1")).clear(),
        |pages| pages.row_page(SegmentKind::Tables, &key::qualification(WELDER, EDITION, "7212-1-4")).clear(),
    ];
    for remove in pages {
        let verdict = after(|case| {
            skill_document(case);
            case.pages = remove;
        });
        assert_eq!(roots(&verdict), ["snapshot.complete undetermined segment"]);
    }
}

/// `snapshot.authentic` covers every page that is read, also those with names.
#[test]
fn an_altered_page_of_names_is_not_authentic() {
    let verdict = after(|case| {
        case.register.one_row_per_page = true;
        case.pages = |pages| {
            pages.row_page(SegmentKind::Tables, &key::qualification(WELDER, EDITION, "7212-1-4"))[4000] ^= 1;
        };
    });
    assert_eq!(roots(&verdict), ["snapshot.authentic undetermined segment"]);
}

/// Dictionary entries are authenticated when they are read. A record with a dangling index is not readable.
#[test]
fn a_record_with_a_dangling_index_is_not_readable() {
    let verdict = after(|case| {
        case.register.one_row_per_page = true;
        case.pages = |pages| pages.row_page(SegmentKind::Tables, &key::offer(0)).clear();
    });
    assert_eq!(roots(&verdict), ["snapshot.complete undetermined segment"]);
    let verdict = after(|case| {
        let Some(Record::Coded { sealed, .. }) = case.register.documents.get_mut(NUMBER) else { panic!() };
        let code = case.claims.code.unwrap();
        let attributes = sealed.open(&code, NUMBER).unwrap();
        *sealed = Sealed::seal(&code, NUMBER, &Attributes { offer: 9_999, ..attributes }).unwrap();
    });
    assert_eq!(roots(&verdict), ["register.code undetermined register-record"]);
}

/// A document issued after the snapshot, in a profession that the snapshot lacks.
#[test]
fn a_profession_newer_than_the_snapshot_is_undetermined() {
    let verdict = after(|case| {
        case.claims.profession = "9999-1".into();
        case.claims.issued_on = day("2026-03-02");
        case.claims.exam_on = day("2026-03-02");
        case.register.documents.remove(NUMBER);
    });
    assert_eq!(verdict.outcome(), Outcome::Indeterminate, "{:?}", roots(&verdict));
}

#[test]
fn an_exam_newer_than_the_list_of_centres_is_undetermined() {
    for (exam_on, newer) in [("2026-03-01", false), ("2026-03-02", true)] {
        let verdict = after(|case| {
            let day = day(exam_on);
            case.issued(|claims| (claims.exam_on, claims.issued_on) = (day, day), Sealing::ByTerm);
            case.on("2026-03-02");
        });
        let expected = [
            "art15.p1.profession-recognisable undetermined newer-snapshot",
            "art15.p4.part2.basis undetermined newer-snapshot",
            "art15.p3.centre-conducts undetermined newer-snapshot",
        ];
        assert_eq!(roots(&verdict), if newer { &expected[..] } else { &[] }, "{exam_on}");
    }
}

/// An unlisted key violates the check for a document issued before the snapshot. For a later one, the register may have
/// listed the key since.
#[test]
fn a_key_newer_than_the_snapshot_is_undetermined() {
    let newer = [
        "document.key-known undetermined newer-snapshot",
        "art15.p1.profession-recognisable undetermined newer-snapshot",
    ];
    for (issued_on, expected) in
        [("2026-02-28", &["document.key-known violated"][..]), ("2026-03-02", &newer[..])]
    {
        let verdict = after(|case| {
            case.key = Signer::ed25519(99);
            case.issued(|claims| claims.issued_on = day(issued_on), Sealing::ByTerm);
        });
        assert_eq!(roots(&verdict), expected, "{issued_on}");
        // Without a valid signature the verdict repeats no personal data.
        assert_eq!(verdict.document.holder, None);
        assert!(
            !verdict.to_json().contains(valid_claims().holder.as_str())
                && !verdict.to_json().contains(HOLDER_NAME)
        );
    }
}

/// The snapshot was made at noon of 1 March, so it lacks documents of that afternoon, even if its coverage includes the day.
#[test]
fn the_day_of_the_snapshot_is_not_completely_covered() {
    let verdict = after(|case| {
        case.issued(|claims| claims.issued_on = day("2026-03-01"), Sealing::ByTerm);
        case.register.documents.remove(NUMBER);
        case.bundle = |bundle| bundle.manifest.coverage.until = Some(bundle.manifest.as_of.date());
    });
    assert_eq!(roots(&verdict), ["register.listed undetermined newer-snapshot"]);
}

/// A document is issued after a passed exam (art. 21.1), so not before it.
#[test]
fn a_document_is_not_issued_before_its_exam() {
    let verdict = after(|case| {
        case.claims.exam_on = day("2025-05-21");
        case.register.documents.insert(NUMBER.into(), Record::Plain);
    });
    assert_eq!(finding(&verdict, CheckId::DocumentIssueDate), &CheckAnswer::Violated);
}

/// The term in the record differs from the term in the register of professions.
#[test]
fn a_record_with_another_term_than_the_register_is_not_satisfied() {
    let verdict = after(|case| {
        let claims = case.claims.clone();
        case.register.issue_with_term(&claims, Sealing::ByTerm, Term::Months(6));
    });
    assert_ne!(finding(&verdict, CheckId::Validity), &CheckAnswer::Satisfied);
}

/// A document issued after the snapshot, on a skill whose name the snapshot lacks.
#[test]
fn a_skill_newer_than_the_snapshot_is_undetermined() {
    let verdict = after(|case| {
        case.claims.skills = vec!["S9".into()];
        (case.claims.exam_on, case.claims.issued_on) = (day("2026-03-02"), day("2026-03-02"));
        case.register.documents.remove(NUMBER);
    });
    assert_eq!(verdict.outcome(), Outcome::Indeterminate, "{:?}", roots(&verdict));
}

/// The snapshot was made at noon of 1 March. Keys and professions that it lacks may have been added that afternoon.
#[test]
fn unknown_entries_on_the_day_of_the_snapshot_are_undetermined() {
    let changes: [fn(&mut Case); 2] =
        [|case| case.key = Signer::ed25519(99), |case| case.claims.profession = "9999-1".into()];
    for change in changes {
        let verdict = after(|case| {
            (case.claims.exam_on, case.claims.issued_on) = (day("2026-03-01"), day("2026-03-01"));
            case.register.documents.remove(NUMBER);
            change(case);
        });
        assert_eq!(verdict.outcome(), Outcome::Indeterminate, "{:?}", roots(&verdict));
    }
}

/// The last day in the document details is the one that the validity check used.
#[test]
fn the_reported_last_day_is_the_one_that_decides() {
    let verdict = after(|case| {
        let claims = case.claims.clone();
        case.register.issue_with_term(&claims, Sealing::ByTerm, Term::Months(12));
    });
    let validity = verdict.findings().iter().find(|finding| finding.check == CheckId::Validity).unwrap();
    assert_eq!(validity.facts.date("valid_until"), Some(day("2026-05-20")));
    assert_eq!(verdict.document.valid_until, Some(day("2026-05-20")));
}

/// A centre's issuing key signs a document for a listed person and adds another name, which the register does not know.
#[test]
fn only_the_confirmed_name_is_the_holders() {
    let other = "Somebody\u{202e} Else";
    let verdict = after(|case| case.claims.names.push(other.into()));
    assert_eq!(verdict.outcome(), Outcome::Valid, "{:?}", roots(&verdict));
    let holder = verdict.document.holder.unwrap();
    assert_eq!(holder.names, [HOLDER_NAME]);
    assert_eq!(holder.unconfirmed_names, [other]);

    // Before the registered name, it is not the holder's either.
    let verdict = after(|case| case.claims.names.insert(0, other.into()));
    let holder = verdict.document.holder.unwrap();
    assert_eq!((holder.names, holder.unconfirmed_names), (vec![HOLDER_NAME.into()], vec![other.into()]));

    // Without the code nothing is confirmed.
    let verdict = after(|case| {
        case.claims.code = None;
        case.sealed_later();
    });
    let holder = verdict.document.holder.unwrap();
    assert_eq!((holder.names.len(), holder.unconfirmed_names), (0, vec![HOLDER_NAME.into()]));
    assert_eq!((holder.identity, holder.unconfirmed_identity), (None, Some(iin())));
}

/// The tag confirms the words of a name. Whatever a document or a form states between them is not the holder's.
#[test]
fn what_no_tag_covers_is_not_shown() {
    let junk = [
        " 990101200077",
        "\u{202e} 77002",
        " \u{2605}\u{2605}",
        " №4 (5)",
        "\u{e0041}",
        ", +7 700 000 00 00",
        " \u{2014}",
    ];
    for junk in junk {
        let stated = format!("{HOLDER_NAME}{junk}");
        for (of, verdict) in [
            ("a document", after(|case| case.claims.names = vec![stated.clone()])),
            (
                "a form",
                after(|case| {
                    let code = case.claims.code.unwrap().printed();
                    let form = serde_json::json!({ "number": NUMBER, "code": code, "holder": iin().as_str(), "name": stated });
                    case.form = Some(form.to_string());
                }),
            ),
        ] {
            let holder = verdict.document.holder.unwrap();
            assert_eq!(holder.names, [HOLDER_NAME], "{of}: {junk:?}");
            assert!(holder.unconfirmed_names.is_empty(), "{of}: {junk:?}");
        }
    }
    let number = iin();
    let (front, back) = number.as_str().split_at(6);
    let spaced = after(|case| case.claims.holder = Identity::parse(&format!("{front} {back}")).unwrap());
    assert_eq!(spaced.document.holder.unwrap().identity, Some(number));
}

/// The identity number of somebody else, on a form with the right number and code, is not the holder's.
#[test]
fn only_the_confirmed_identity_number_is_the_holders() {
    let typed = |holder: &str| {
        let verdict = after(|case| {
            let code = case.claims.code.unwrap().printed();
            case.form = Some(format!(r#"{{"number":"{NUMBER}","code":"{code}","holder":"{holder}"}}"#));
        });
        verdict.document.holder.unwrap()
    };
    let holder = typed(iin().as_str());
    assert_eq!((holder.identity, holder.unconfirmed_identity), (Some(iin()), None));
    let other = typed("P-1");
    assert_eq!((other.identity, other.unconfirmed_identity.unwrap().as_str()), (None, "P-1"));
}
