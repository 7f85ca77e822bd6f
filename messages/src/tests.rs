use super::*;
use rastau_core::calendar::Date;
use rastau_core::verdict::{Answer, CheckId, Fact, Facts, Finding, Reading, Words};

/// Every fact that a finding may carry, with a plausible value.
fn rich() -> Facts {
    let day = Date::parse("2026-03-01").unwrap();
    let named =
        Words { kk: "Дәнекерлеуші".into(), ru: "Сварщик".into(), en: "Welder".into() };
    let dates = [
        "as_of",
        "next_update",
        "not_after",
        "clock",
        "newest_signed",
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
        ("reason", "not-in-force"),
        ("status", "revoked"),
        ("ground", "court-decision"),
        ("script", "latin"),
    ];
    let facts = dates.into_iter().fold(Facts::new(), |facts, name| facts.with(name, day));
    let facts = texts.into_iter().fold(facts, |facts, (name, text)| facts.with(name, text));
    facts
        .with("centre_name", named.clone())
        .with("profession_name", named)
        .with("missing_fields", Fact::List(vec!["skills".into()]))
}

fn answers() -> Vec<Answer> {
    let names = [
        "segment",
        "newer-version",
        "newer-snapshot",
        "wider-snapshot",
        "issued-on",
        "clock",
        "code",
        "record-has-no-code",
        "register-record",
        "holder",
        "exact-spelling",
        "same-script",
        "other-law",
        "register-term",
        "future",
        "check-not-made",
        "register.listed",
        "something-new",
    ];
    let reading = |reading| Reading { reading, satisfied: true, facts: Facts::new() };
    let mut answers = vec![
        Answer::Satisfied,
        Answer::Violated,
        Answer::Undetermined(vec![]),
        Answer::Contestable(vec![reading("stated-date"), reading("register-term")]),
        Answer::NotApplicable(None),
        Answer::NotApplicable(Some(CheckId::RegisterListed)),
    ];
    answers.extend(names.map(|name| Answer::Undetermined(vec![name])));
    answers
}

#[test]
fn every_finding_has_whole_sentences_in_every_language() {
    for lang in Lang::ALL {
        for check in CheckId::ALL {
            for answer in answers() {
                for facts in [Facts::new(), rich()] {
                    let bare = facts == Facts::new();
                    let finding = Finding { check, answer: answer.clone(), facts };
                    let said = explain(&finding, lang);
                    let place = format!("{lang:?} {check:?} {answer:?}: {said:?}");
                    assert!(!said.title.is_empty() && !said.source.is_empty(), "{place}");
                    assert!(said.text.ends_with(['.', '…']), "{place}");
                    for hole in ["{", "}", "@", "|", "  ", "…"] {
                        assert!(!said.text.contains(hole), "{hole} in {place}, bare: {bare}");
                    }
                    let advised = matches!(answer, Answer::Violated | Answer::Contestable(_));
                    assert!(!advised || said.advice.is_some(), "{place}");
                }
            }
        }
    }
}

/// Kazakh has letters that Russian has not, and the other way round nothing is Latin.
#[test]
fn each_language_keeps_to_its_letters() {
    let kazakh = |letter: char| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter);
    for check in CheckId::ALL {
        for answer in [Answer::Satisfied, Answer::Violated] {
            let finding = Finding { check, answer, facts: Facts::new() };
            let russian = explain(&finding, Lang::Ru);
            assert!(!russian.text.chars().any(kazakh), "{russian:?}");
            for lang in [Lang::Ru, Lang::Kk] {
                let said = explain(&finding, lang);
                let latin = said.text.replace("Rastau", "");
                assert!(!latin.chars().any(|letter| letter.is_ascii_alphabetic()), "{said:?}");
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
}

#[test]
fn dates_in_words() {
    let day = Date::parse("2026-03-01").unwrap();
    assert_eq!(date(day, Lang::En), "1 March 2026");
    assert_eq!(date(day, Lang::Ru), "1 марта 2026 г.");
    assert_eq!(date(day, Lang::Kk), "2026 ж. 1 наурыз");
}

#[test]
fn errors_are_whole_sentences() {
    use rastau_core::error::{CodeError, OpenError, ReadError, Statement};
    use rastau_core::identity::{IdentityError, identify};
    let read = [
        ReadError::Empty,
        ReadError::TooLong { most: 1 },
        ReadError::NotADocument,
        ReadError::UnknownVersion { prefix: "RST9".into() },
        ReadError::NotBase45,
        ReadError::Form { problem: "x".into() },
        ReadError::Field { name: "level", problem: "x.".into() },
        ReadError::Code(CodeError::Length { found: 3 }),
        ReadError::Code(CodeError::Character { character: 'U' }),
        ReadError::Code(CodeError::Check),
        ReadError::Identity(IdentityError::WrongCheckDigit),
    ];
    let open = [
        OpenError::TooFewSignatures { statement: Statement::Manifest, good: 1, wanted: 2 },
        OpenError::ForeignRegister(Statement::Fresh),
        OpenError::BadRoles,
        OpenError::BrokenChain,
        OpenError::RootExpired,
        OpenError::Rollback(Statement::Centres),
        OpenError::SameVersionOtherContent(Statement::Manifest),
        OpenError::MixedUp(Statement::Fresh),
        OpenError::SegmentVanished,
        OpenError::BadSegments,
    ];
    for lang in Lang::ALL {
        let mut said: Vec<String> = read.iter().map(|error| read_error(error, lang)).collect();
        said.extend(open.iter().map(|error| open_error(error, lang)));
        said.extend(["990140000017", "123", "850228900019"].map(|number| identity(&identify(number), lang)));
        for text in said {
            assert!(text.ends_with('.') && !text.contains('{'), "{lang:?}: {text}");
        }
    }
}
