use std::collections::BTreeSet;

use super::*;
use crate::texts::checks::CheckWords;
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::verdict::{
    CheckAnswer, CheckId, Fact, Facts, Finding, LocalizedName, MissingForCheck, Reading, Reason,
};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn explained(check: CheckId, answer: CheckAnswer, facts: Facts, lang: Lang) -> Explained {
    explain(&Finding { check, answer, facts }, lang)
}

/// The message names the centre or the profession, whichever the key may not sign for.
#[test]
fn a_key_out_of_scope_names_the_scope() {
    let facts = |reason: Reason| {
        let facts = Facts::new().with("key_centre", "990140000017").with("centre", "050140000013");
        facts.with("profession", "7212-1").with("reason", reason)
    };
    for lang in Lang::ALL {
        let text =
            |reason| explained(CheckId::DocumentKeyScope, CheckAnswer::Violated, facts(reason), lang).text;
        let (centre, profession) = (text(Reason::OtherCentre), text(Reason::OtherProfession));
        assert!(centre.contains("990140000017") && centre.contains("050140000013"));
        assert!(profession.contains("7212-1") && !profession.contains("990140000017"));
    }
}

/// A reason that has a sentence of its own differs from every other one, whatever the check.
#[test]
fn each_reason_has_its_own_sentence() {
    for lang in Lang::ALL {
        let texts: Vec<String> = Reason::ALL
            .iter()
            .filter_map(|reason| (lang.words().reason)(*reason))
            .map(|reason| reason.text.to_string())
            .collect();
        assert!(texts.len() >= 8, "{lang:?}: {texts:?}");
        for (at, text) in texts.iter().enumerate() {
            assert!(!texts[..at].contains(text), "{lang:?}: two reasons have one sentence: {text}");
        }
    }
}

/// A later date does not help if the exam is dated after the issue, so the advice differs.
#[test]
fn advice_fits_the_reason() {
    let facts = Facts::new().with("issued_on", day("2026-03-01")).with("exam_on", day("2026-03-05"));
    for lang in Lang::ALL {
        let advice = |facts: &Facts| {
            explained(CheckId::DocumentIssueDate, CheckAnswer::Violated, facts.clone(), lang).advice.unwrap()
        };
        assert_ne!(advice(&facts), advice(&facts.clone().with("reason", Reason::ExamAfterIssue)));
    }
}

/// The message about a clock that is an hour behind has the time, in Kazakhstan's time zone.
#[test]
fn a_clock_behind_on_the_same_day_has_the_time() {
    let at = |text| Timestamp::parse(text).unwrap();
    let facts = Facts::new().with("clock", Fact::Clock(at("2026-03-01T19:05:00Z")));
    let facts = facts.with("newest_signed", Fact::Clock(at("2026-03-01T20:00:00Z")));
    let text = explained(
        CheckId::ClockPlausible,
        CheckAnswer::Undetermined(vec![MissingForCheck::Clock]),
        facts,
        Lang::En,
    )
    .text;
    assert!(text.contains("2 March 2026, 00:05") && text.contains("2 March 2026, 01:00"), "{text}");
}

/// The message for an unlisted number depends on the reason.
#[test]
fn an_unlisted_number_has_a_text_for_each_reason() {
    let facts = Facts::new().with("as_of", day("2026-06-01"));
    let facts = facts.with("covered_from", day("2024-01-01")).with("covered_through", day("2026-05-31"));
    for lang in Lang::ALL {
        let text = |answer, reason: Reason| {
            explained(CheckId::RegisterListed, answer, facts.clone().with("reason", reason), lang).text
        };
        let texts = [
            text(CheckAnswer::Violated, Reason::NotListed),
            text(CheckAnswer::Undetermined(vec![MissingForCheck::NewerSnapshot]), Reason::NewerThanSnapshot),
            text(CheckAnswer::Undetermined(vec![MissingForCheck::WiderSnapshot]), Reason::NotCovered),
            text(CheckAnswer::Undetermined(vec![MissingForCheck::IssuedOn]), Reason::IssueDateNotGiven),
        ];
        let [_, newer, older, _] = &texts;
        assert!(newer.contains(&date(day("2026-05-31"), lang)), "{newer}");
        assert!(older.contains(&date(day("2024-01-01"), lang)), "{older}");
        for (at, one) in texts.iter().enumerate() {
            assert!(texts.iter().skip(at + 1).all(|other| other != one), "{one}");
        }
    }
}

/// A headline has the text of the check that decided, so no two checks have the same one.
#[test]
fn a_headline_identifies_the_check() {
    for lang in Lang::ALL {
        let texts = CheckId::ALL.map(lang.words().check);
        for (check, words) in CheckId::ALL.into_iter().zip(&texts) {
            let text = |words: &CheckWords| (words.violated, words.differs);
            let same = texts.iter().filter(|other| text(other) == text(words)).count();
            assert_eq!(same, 1, "{lang:?}: {check:?}");
        }
    }
}

/// A host that shows the document's details finds the row that a compared attribute differs in by the title of its check.
#[test]
fn the_title_of_a_compared_attribute_is_the_label_of_its_row() {
    for lang in Lang::ALL {
        let labels = &lang.words().labels;
        for (check, label) in [
            (CheckId::RegisterProfession, labels.profession),
            (CheckId::RegisterQualification, labels.qualification),
            (CheckId::RegisterLevel, labels.level),
            (CheckId::RegisterSkills, labels.skills),
            (CheckId::RegisterCentre, labels.centre),
            (CheckId::RegisterAccreditation, labels.accreditation),
            (CheckId::RegisterExamDate, labels.exam_on),
            (CheckId::RegisterIssueDate, labels.issued_on),
            (CheckId::RegisterValidity, labels.valid_until),
        ] {
            assert_eq!((lang.words().check)(check).title, label, "{lang:?}: {check:?}");
        }
    }
}

/// A list that is empty on paper and in the register has no value to show.
#[test]
fn an_attribute_that_is_in_neither_is_told_without_a_value() {
    let facts = Facts::new().with("stated", Fact::List(Vec::new())).with("register", Fact::List(Vec::new()));
    for lang in Lang::ALL {
        let text = explained(CheckId::RegisterSkills, CheckAnswer::Satisfied, facts.clone(), lang).text;
        assert_eq!(text, *(lang.words().check)(CheckId::RegisterSkills).satisfied.last().unwrap());
        let text = explained(CheckId::RegisterSkills, CheckAnswer::Violated, facts.clone(), lang).text;
        assert!(text.contains('—'), "a difference has both values: {text}");
    }
}

/// A check that lacks several things names each of them, and each advice once.
#[test]
fn everything_that_is_missing_is_named() {
    let undetermined = |missing: &[MissingForCheck]| CheckAnswer::Undetermined(missing.to_vec());
    for lang in Lang::ALL {
        let texts = |missing: &[MissingForCheck]| {
            let explained = explained(CheckId::SnapshotComplete, undetermined(missing), Facts::new(), lang);
            (explained.text, explained.advice.unwrap())
        };
        let (segment, version) =
            (texts(&[MissingForCheck::Segment]), texts(&[MissingForCheck::NewerVersion]));
        let both = texts(&[MissingForCheck::Segment, MissingForCheck::NewerVersion]);
        assert_eq!(both.0, format!("{} {}", segment.0, version.0));
        assert_eq!(both.1, format!("{} {}", segment.1, version.1));
        assert_eq!(texts(&[MissingForCheck::Segment, MissingForCheck::Segment]), segment);
        let [listed, code] = [CheckId::RegisterListed, CheckId::RegisterCode].map(MissingForCheck::Check);
        let (text, _) = texts(&[listed, code]);
        assert!(text.contains(&texts(&[listed]).0) && text.contains(&texts(&[code]).0), "{text}");
    }
    let waiting = |missing: &[MissingForCheck]| {
        let answer = undetermined(missing);
        waits(&Finding { check: CheckId::Basis, answer, facts: Facts::new() })
    };
    let other = MissingForCheck::Check(CheckId::Profession);
    assert!(waiting(&[other]) && !waiting(&[other, MissingForCheck::NewerSnapshot]) && !waiting(&[]));
}

/// A document cancelled, reinstated and cancelled again: the message has every date that concerns the date in question.
#[test]
fn texts_of_a_cancellation_have_every_date() {
    let dates = ["2024-01-02", "2024-03-04", "2025-05-06"].map(day);
    let [cancelled, reinstated, later] = dates;
    let facts = Facts::new().with("cancelled_on", cancelled).with("reinstated_on", reinstated);
    let again = facts.clone().with("cancelled_later", later);
    for lang in Lang::ALL {
        let text = explained(CheckId::Cancellation, CheckAnswer::Satisfied, again.clone(), lang).text;
        assert!(dates.iter().all(|day| text.contains(&date(*day, lang))), "{text}");
        let facts = facts.clone().with("ground", "issued-in-error");
        let text = explained(CheckId::Cancellation, CheckAnswer::Violated, facts, lang).text;
        assert!(text.contains(&date(reinstated, lang)), "{text}");
    }
}

/// Stable names have texts; opaque codes are unchanged, even if they look like a stable name.
#[test]
fn stable_names_have_texts_and_codes_have_none() {
    let level = Facts::new().with("stated", "expired").with("register", "late");
    let text = explained(CheckId::RegisterLevel, CheckAnswer::Violated, level, Lang::En).text;
    assert_eq!(text, "The level does not match: expired on paper, late in the register.");
    let basis =
        Facts::new().with("register", "PS-1").with("register_kind", Fact::word("qualification-requirements"));
    let text = explained(CheckId::RegisterBasis, CheckAnswer::Satisfied, basis, Lang::Ru).text;
    assert_eq!(text, "Совпадает с реестром: PS-1 (квалификационные требования).");
    let end = Facts::new().with("register", Fact::word("unlimited"));
    let code = Facts::new().with("register", "unlimited");
    let text = explained(CheckId::RegisterValidity, CheckAnswer::Satisfied, code, Lang::Kk).text;
    assert_eq!(text, "Тізілімге сәйкес: unlimited.");
    let text = explained(CheckId::RegisterValidity, CheckAnswer::Satisfied, end, Lang::Kk).text;
    assert_eq!(text, "Тізілімге сәйкес: мерзімсіз.");
}

/// Every stable name of the core has its own text in every language.
#[test]
fn every_stable_name_has_a_text() {
    let known = [
        "current late stale expired unlimited skills qualification profession standard",
        "qualification-requirements cyrillic latin not-yet",
        "revoked liquidated court-ban not-accredited not-legal-entity profession-not-covered unknown-centre",
        "confirmed-complaint court-decision issued-in-error holder-request other-law stated-date",
        "register-term corresponding-day-included corresponding-day-excluded decision-day-included",
        "decision-day-excluded",
    ];
    for lang in Lang::ALL {
        for name in known.iter().flat_map(|line| line.split(' ')) {
            assert!(lang.words().name(name).is_some(), "{lang:?}: {name}");
        }
        let texts = MissingForCheck::REASONS.map(|missing| (lang.words().missing)(missing).0);
        for (at, text) in texts.iter().enumerate() {
            assert!(!texts[..at].contains(text), "{lang:?}: two reasons have one text: {text:?}");
        }
    }
}

/// A name that the register lacks in one language is shown in another. A name that it lacks in every language leaves no gap
/// in the sentence.
#[test]
fn a_missing_name_leaves_no_gap() {
    let name = |ru: &str| LocalizedName { kk: String::new(), ru: ru.into(), en: String::new() };
    let facts = |ru| Facts::new().with("centre_name", name(ru)).with("exam_on", day("2026-03-01"));
    let text = |ru| explained(CheckId::Centre, CheckAnswer::Satisfied, facts(ru), Lang::En).text;
    assert_eq!(text("Центр"), "Центр was accredited on the day of the exam, 1 March 2026.");
    assert_eq!(text(""), "The centre was accredited on the day of the exam.");
}

#[test]
fn counts_for_article_28() {
    let on = day("2026-03-01");
    let en = |valid, total| article_28(on, valid, total, Lang::En);
    assert_eq!(en(17, 20), "On 1 March 2026, a document in force is held by 17 of 20 people (art. 28).");
    assert_eq!(en(1, 1), "On 1 March 2026, a document in force is held by 1 of 1 person (art. 28).");
    assert!(article_28(on, 17, 21, Lang::Ru).contains("у 17 из 21 работника ("));
    assert!(article_28(on, 1, 22, Lang::Ru).contains("у 1 из 22 работников ("));
    for lang in Lang::ALL {
        let text = article_28(on, 3, 4, lang);
        assert!(!text.contains(['{', '}']) && !text.contains("  "), "{text}");
    }
}

/// Returns every fact that a finding may have, with a plausible value.
fn all_facts() -> Facts {
    let day = Date::parse("2026-03-01").unwrap();
    let named = LocalizedName {
        kk: "Дәнекерлеуші".into(), ru: "Сварщик".into(), en: "Welder".into()
    };
    let dates = [
        "as_of",
        "next_update",
        "not_after",
        "clock",
        "newest_signed",
        "shown",
        "issued_on",
        "from",
        "until",
        "today",
        "exam_on",
        "since",
        "revoked_later",
        "valid_until",
        "cancelled_on",
        "reinstated_on",
        "cancelled_later",
        "in_force_since",
    ];
    let texts = [
        ("grade", "late"),
        ("key", "00ff"),
        ("key_centre", "990140000017"),
        ("centre", "990140000017"),
        ("profession", "7212-1"),
        ("stated", "5"),
        ("register", "3"),
        ("other_law", "Заң"),
        ("basis", "PS-1"),
        ("status", "revoked"),
        ("ground", "court-decision"),
        ("script", "latin"),
        ("standard", "PS-2"),
    ];
    let facts = dates.into_iter().fold(Facts::new(), |facts, name| facts.with(name, day));
    let facts = texts.into_iter().fold(facts, |facts, (name, text)| facts.with(name, text));
    facts
        .with("centre_name", named.clone())
        .with("profession_name", named)
        .with("missing_fields", Fact::Words(vec!["skills".into()]))
}

/// Returns no facts and these facts, each without a reason and with each reason.
fn with_each_reason(facts: &Facts) -> Vec<Facts> {
    let reasons = || Reason::ALL.iter().map(|reason| Some(*reason)).chain([None]);
    let with = |facts: &Facts| -> Vec<Facts> {
        reasons().map(|reason| facts.clone().with_some("reason", reason)).collect()
    };
    [with(&Facts::new()), with(facts)].concat()
}

fn answers() -> Vec<CheckAnswer> {
    let reading = |reading| Reading { reading, satisfied: true, facts: Facts::new() };
    let mut answers = vec![
        CheckAnswer::Satisfied,
        CheckAnswer::Violated,
        CheckAnswer::Undetermined(vec![]),
        CheckAnswer::Contestable(vec![reading("stated-date"), reading("register-term")]),
        CheckAnswer::NotApplicable(None),
        CheckAnswer::NotApplicable(Some(CheckId::RegisterListed)),
    ];
    let missing =
        MissingForCheck::REASONS.into_iter().chain([MissingForCheck::Check(CheckId::RegisterListed)]);
    answers.extend(missing.map(|missing| CheckAnswer::Undetermined(vec![missing])));
    answers.push(CheckAnswer::Undetermined(MissingForCheck::REASONS.to_vec()));
    answers
}

#[test]
fn every_finding_has_complete_sentences_in_every_language() {
    for lang in Lang::ALL {
        for check in CheckId::ALL {
            for answer in answers() {
                for facts in with_each_reason(&all_facts()) {
                    let finding = Finding { check, answer: answer.clone(), facts };
                    let texts = explain(&finding, lang);
                    let place = format!("{lang:?} {finding:?}: {texts:?}");
                    assert!(!texts.title.is_empty() && !texts.source.is_empty(), "{place}");
                    assert!(texts.text.ends_with(['.', '…']), "{place}");
                    for gap in ["{", "}", "@", "|", "  ", "…"] {
                        assert!(!texts.text.contains(gap), "{gap} in {place}");
                    }
                    let advised = matches!(
                        answer,
                        CheckAnswer::Violated | CheckAnswer::Undetermined(_) | CheckAnswer::Contestable(_)
                    );
                    assert_eq!(advised, texts.advice.is_some(), "{place}");
                    if let Some(advice) = &texts.advice {
                        let complete =
                            !["{", "}", "@", "|", "  ", "…"].iter().any(|gap| advice.contains(gap));
                        assert!(advice.ends_with('.') && complete, "{place}");
                    }
                }
            }
        }
    }
}

/// Russian texts have no Kazakh letters, and neither Russian nor Kazakh texts have Latin letters.
#[test]
fn each_language_uses_its_own_letters() {
    let kazakh = |letter: char| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter);
    // Only facts without opaque codes, because a code may be in any script.
    let facts = ["grade", "status", "ground", "script"];
    let facts = facts.into_iter().zip(["late", "revoked", "court-decision", "latin"]);
    let facts = facts.fold(Facts::new(), |facts, (name, text)| facts.with(name, Fact::word(text)));
    let facts = ["exam_on", "issued_on", "as_of", "since", "valid_until", "cancelled_on"]
        .into_iter()
        .fold(facts, |facts, name| facts.with(name, day("2026-03-01")));
    for check in CheckId::ALL {
        for answer in answers() {
            for facts in with_each_reason(&facts) {
                let finding = Finding { check, answer: answer.clone(), facts };
                for lang in [Lang::Ru, Lang::Kk] {
                    let texts = explain(&finding, lang);
                    let text = format!(
                        "{} {} {}",
                        texts.title,
                        texts.text,
                        texts.advice.as_deref().unwrap_or_default()
                    );
                    let latin = text.replace("Rastau", "");
                    assert!(!latin.chars().any(|letter| letter.is_ascii_alphabetic()), "{texts:?}");
                    assert!(lang == Lang::Kk || !text.chars().any(kazakh), "{texts:?}");
                }
            }
        }
    }
}

#[test]
fn russian_plurals() {
    for (number, form) in [
        (0, Plural::Many),
        (1, Plural::One),
        (2, Plural::Few),
        (4, Plural::Few),
        (5, Plural::Many),
        (11, Plural::Many),
        (12, Plural::Many),
        (14, Plural::Many),
        (21, Plural::One),
        (22, Plural::Few),
        (25, Plural::Many),
        (101, Plural::One),
        (111, Plural::Many),
        (112, Plural::Many),
        (1_002, Plural::Few),
    ] {
        assert_eq!(plural(number, Lang::Ru), form, "{number}");
    }
    assert_eq!(checks_satisfied(21, Lang::Ru), "21 проверка пройдена");
    assert_eq!(checks_satisfied(23, Lang::Ru), "23 проверки пройдены");
    assert_eq!(checks_satisfied(1, Lang::En), "1 check satisfied");
    assert_eq!(checks_satisfied(5, Lang::Kk), "5 тексеру өтті");
    for (number, documents, days, checks) in [
        (1, "1 документ", "1 день", "1 проверка"),
        (3, "3 документа", "3 дня", "3 проверки"),
        (5, "5 документов", "5 дней", "5 проверок"),
        (12, "12 документов", "12 дней", "12 проверок"),
        (21, "21 документ", "21 день", "21 проверка"),
    ] {
        let texts = [count_documents, count_days, count_checks].map(|count| count(number, Lang::Ru));
        assert_eq!(texts, [documents, days, checks]);
    }
    assert_eq!(count_documents(1, Lang::En), "1 document");
    assert_eq!((count_documents(5, Lang::Kk), count_days(1, Lang::Kk)), ("5 құжат".into(), "1 күн".into()));
}

#[test]
fn dates_in_words() {
    let day = Date::parse("2026-03-01").unwrap();
    assert_eq!(date(day, Lang::En), "1 March 2026");
    assert_eq!(date(day, Lang::Ru), "1 марта 2026 г.");
    assert_eq!(date(day, Lang::Kk), "2026 ж. 1 наурыз");
}

#[test]
fn errors_are_complete_sentences() {
    use rastau_core::FileError;
    use rastau_core::error::{
        ActError, CodeError, FieldProblem, FormField, OpenError, PageError, ReadError, ReportError, Statement,
    };
    use rastau_core::identity::{IdentityError, identify};
    let read = [
        ReadError::Empty,
        ReadError::TooLong { limit: 1 },
        ReadError::NotADocument,
        ReadError::UnknownVersion { prefix: "RST9".into() },
        ReadError::NotBase45,
        ReadError::LinkUser,
        ReadError::Form { problem: "x".into() },
        ReadError::Field { field: FormField::Number, problem: FieldProblem::Number },
        ReadError::Field { field: FormField::Level, problem: FieldProblem::Code },
        ReadError::Field { field: FormField::Name, problem: FieldProblem::Name },
        ReadError::Field { field: FormField::Skills, problem: FieldProblem::Skills },
        ReadError::Field { field: FormField::Basis, problem: FieldProblem::BasisKind },
        ReadError::Field { field: FormField::Basis, problem: FieldProblem::BasisId },
        ReadError::Field {
            field: FormField::Centre,
            problem: FieldProblem::Centre(IdentityError::UnknownKind),
        },
        ReadError::Field { field: FormField::IssuedOn, problem: FieldProblem::Date { text: "x".into() } },
        ReadError::Code(CodeError::Length { found: 3 }),
        ReadError::Code(CodeError::Character { character: 'U' }),
        ReadError::Code(CodeError::Check),
        ReadError::Identity(IdentityError::WrongCheckDigit),
    ];
    let open = [
        OpenError::TooFewSignatures { statement: Statement::Manifest, valid: 1, required: 2 },
        OpenError::ForeignRegister(Statement::Freshness),
        OpenError::BadRoles,
        OpenError::BrokenChain,
        OpenError::RootExpired,
        OpenError::Rollback(Statement::Centres),
        OpenError::SameVersionOtherContent(Statement::Manifest),
        OpenError::MixedUp(Statement::Freshness),
        OpenError::SegmentVanished,
        OpenError::BadSegments,
        OpenError::NewerFormat(Statement::Manifest),
        OpenError::LoweredFloor,
        OpenError::Closed,
    ];
    let file = [FileError::NotABundle, FileError::TooLarge { name: "fresh.cose".into() }];
    let report = [
        ReportError::Malformed { problem: "x".into() },
        ReportError::UnknownVersion { schema: "rastau/report/9".into() },
        ReportError::TooLong { limit: 1 },
    ];
    let act = [ActError::TooLong { limit: 1 }, ActError::NoArticle];
    let pages = [PageError::Missing, PageError::Altered, PageError::Unreadable];
    for lang in Lang::ALL {
        let mut texts: Vec<String> = read.iter().map(|error| read_error(error, lang)).collect();
        texts.extend(open.iter().map(|error| error_text(error, lang)));
        texts.extend(file.iter().map(|error| error_text(error, lang)));
        texts.extend(report.iter().map(|error| error_text(error, lang)));
        texts.extend(act.iter().map(|error| error_text(error, lang)));
        texts.extend(pages.iter().map(|error| page_error(*error, lang)));
        texts.extend(["990140000017", "123", "850228900019"].map(|number| identity(&identify(number), lang)));
        for text in texts {
            assert!(text.ends_with('.') && !text.contains('{'), "{lang:?}: {text}");
        }
    }
}

/// Every error that users see has a text of its own in every language, with the values of the English text.
#[test]
fn every_error_has_a_text_in_its_language() {
    use rastau_core::error::{ErrorCode, Stage};
    let values = |text: &str| -> Vec<String> {
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_string()).collect()
    };
    for code in ErrorCode::ALL {
        let english = if *code == ErrorCode::FactsField { ErrorCode::FormField } else { *code }.template();
        let mut all = BTreeSet::from([english]);
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::En) {
            let text = (lang.words().errors.error)(*code);
            let programmers = matches!(code.stage(), Stage::Argument | Stage::Internal | Stage::Page);
            assert_eq!(text.is_none(), programmers, "{lang:?} {code:?}");
            let Some(text) = text else { continue };
            assert!(!text.ends_with('.') && !text.starts_with(' ') && all.insert(text), "{lang:?}: {text}");
            assert!(values(text).iter().all(|name| values(english).contains(name)), "{lang:?}: {text}");
        }
        for lang in Lang::ALL {
            let text = device_error(*code, lang);
            let of_language = (lang.words().errors.error)(*code).unwrap_or_default();
            let template = if lang == Lang::En { code.text() } else { of_language };
            let is_whole = code.stage() == Stage::Disk && !template.contains('{');
            assert_eq!(text.is_some(), is_whole, "{lang:?} {code:?}");
            assert!(text.is_none_or(|text| text.len() == template.len() + 1), "{lang:?} {code:?}");
        }
    }
}

/// The problem of a field is in the language of the sentence.
#[test]
fn a_problem_within_a_field_is_translated() {
    use rastau_core::error::{CodeError, FieldProblem, FormField, ReadError};
    use rastau_core::identity::IdentityError;
    let centre = FieldProblem::Centre(IdentityError::NotTwelveDigits);
    for (error, kk, en) in [
        (
            ReadError::Field { field: FormField::Centre, problem: centre },
            "«Тану орталығы» өрісі: ЖСН мен БСН дәл 12 цифрдан тұрады.",
            "Field \"Recognition centre\": an IIN or BIN has exactly 12 digits.",
        ),
        (
            ReadError::Code(CodeError::Length { found: 3 }),
            "«Тексеру коды» өрісі: тексеру кодында 17 әріп пен цифр болады, мұнда 3.",
            "Field \"Verification code\": a verification code has 17 letters and digits, this has 3.",
        ),
    ] {
        assert_eq!([read_error(&error, Lang::Kk), read_error(&error, Lang::En)], [kk, en]);
    }
}

/// A date that ends with a full stop does not add a second one to the sentence.
#[test]
fn a_birth_date_adds_no_second_full_stop() {
    for lang in Lang::ALL {
        let text = identity(&rastau_core::identity::identify("500112200116"), lang);
        assert!(text.contains("1850") || text.contains("1950"), "{text}");
        assert!(text.ends_with('.') && !text.contains(".."), "{text}");
    }
}

/// A source in our own documents is shown as the format of Rastau, because the name of a file does not help a user.
#[test]
fn our_own_documents_are_not_shown_as_a_provision() {
    for lang in Lang::ALL {
        let texts = explained(CheckId::DocumentKeyKnown, CheckAnswer::Satisfied, Facts::new(), lang);
        assert!(texts.source.contains("Rastau") && !texts.source.contains("docs/"), "{}", texts.source);
    }
}

/// Every sentence of a report is a sentence of its own in each language, with the values that it needs.
#[test]
fn reports_are_complete_sentences() {
    use rastau_core::report::{Cause, CauseKind, Meaning};
    let mut all = BTreeSet::new();
    for lang in Lang::ALL {
        let meanings = Meaning::ALL.iter().map(|meaning| meaning_text(*meaning, lang).to_string());
        let causes = CauseKind::ALL.iter().map(|kind| {
            let cause = Cause { cause: *kind, reported: "{repeated}".into(), repeated: "<2>".into() };
            let text = cause_text(&cause, lang);
            assert_eq!(text.contains("{repeated}"), text.contains("<2>"), "{lang:?}: {text}");
            text.replace("{repeated}", "<1>")
        });
        for text in meanings.chain(causes) {
            assert!(text.ends_with('.') && !text.contains(['{', '}']), "{lang:?}: {text}");
            assert!(all.insert(text.clone()), "{lang:?}: {text}");
        }
    }
}
