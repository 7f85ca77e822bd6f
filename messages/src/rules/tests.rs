use std::collections::BTreeSet;
use std::path::PathBuf;

use rastau_core::calendar::{Date, WorkingDays};
use rastau_core::error::{FactProblem, FactsError};
use rastau_core::law::Output;
use rastau_core::law::{MissingForRule, Rule, RuleAnswer, rule, rules};
use rastau_core::verdict::Fact;

use super::*;

fn placeholders(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_rule_has_texts_for_every_status_in_three_languages() {
    for rule in rules() {
        let texts = texts_of(rule.id).unwrap_or_else(|| panic!("no texts for {}", rule.id));
        let statuses = rule.values().find(|(name, _)| *name == "status");
        let Some((_, Output::OneOf(statuses))) = statuses else { panic!("{}", rule.id) };
        for status in statuses.iter().filter(|status| !status.ends_with("contestable")) {
            let found = texts.outcomes().find(|(known, _, _)| known == status);
            let (_, outcome, advice) =
                found.unwrap_or_else(|| panic!("{} has no text for {status}", rule.id));
            assert_well_formed(rule, outcome);
            if advice != EMPTY {
                assert_well_formed(rule, advice);
            }
        }
        let undeclared = texts.outcomes().filter(|(status, _, _)| !statuses.contains(status));
        assert_eq!(
            undeclared.map(|(status, _, _)| status).collect::<Vec<_>>(),
            Vec::<&str>::new(),
            "{}",
            rule.id
        );
        assert_eq!(all().filter(|other| other.id == rule.id).count(), 1, "{}", rule.id);
    }
    assert_eq!(all().count(), rules().count());
}

/// Asserts that the texts are complete sentences with the same placeholders, all of which the rule declares.
fn assert_well_formed(rule: &Rule, texts: Translations) {
    let english: Vec<_> = in_lang(texts, Lang::En).split('|').collect();
    for lang in Lang::ALL {
        let alternatives: Vec<_> = in_lang(texts, lang).split('|').collect();
        assert_eq!(
            alternatives.iter().map(|text| placeholders(text)).collect::<Vec<_>>(),
            english.iter().map(|text| placeholders(text)).collect::<Vec<_>>(),
            "{} {lang:?} {alternatives:?}",
            rule.id
        );
        for sentence in alternatives {
            assert!(sentence.is_empty() || sentence.ends_with('.'), "{} {sentence}", rule.id);
        }
    }
    for en in english {
        let used = placeholders(en);
        for name in used {
            let declared = rule.values().find(|(known, _)| *known == name);
            let (_, output) = declared.unwrap_or_else(|| panic!("{} does not declare {name}: {en}", rule.id));
            if let Output::OneOf(names) | Output::SomeOf(names) = output {
                for name in names {
                    assert!(names::NAMES.text(name, Lang::En).is_some(), "{} {name}", rule.id);
                }
            }
        }
    }
}

fn corpus(id: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/rules").join(id);
    std::fs::read_to_string(folder.join("facts.jsonl")).unwrap()
}

/// English words with a hyphen.
const HYPHENATED: [&str; 6] =
    ["non-formal", "re-accreditation", "e-mail", "law-enforcement", "post-accreditation", "one-time"];

/// Whether the text contains what may be a stable name: lower-case words joined by hyphens or underscores.
fn has_stable_name(text: &str) -> bool {
    let word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    text.split(|c: char| c.is_whitespace() || ",.;:()«»".contains(c)).any(|piece| {
        let parts: Vec<&str> = piece.split(['-', '_']).collect();
        parts.len() > 1 && parts.iter().all(|part| word(part)) && !HYPHENATED.contains(&piece)
    })
}

fn all_texts(explained: &ExplainedRule) -> Vec<&String> {
    let own = [&explained.title, &explained.text, &explained.source].into_iter();
    let rest = explained.advice.iter().chain(&explained.trace);
    own.chain(rest).chain(explained.parts.iter().flat_map(all_texts)).collect()
}

#[test]
fn every_answer_of_the_corpus_is_complete_in_three_languages() {
    let days = WorkingDays::built_in();
    let mut bad = BTreeSet::new();
    for rule in rules() {
        for facts in corpus(rule.id).lines() {
            let Ok(result) = rule.judge(facts, &days) else { continue };
            for lang in Lang::ALL {
                let explained = explain_rule(&result, lang);
                for text in all_texts(&explained) {
                    if text.is_empty()
                        || text.contains(['{', '}', '…'])
                        || has_stable_name(text)
                        || text.contains("..")
                    {
                        bad.insert(format!("{} {lang:?}: {text}", rule.id));
                    }
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Errors that a user of a form can cause are in the user's language, with the form's names for the facts.
#[test]
fn every_problem_with_a_fact_has_a_message_in_three_languages() {
    let day = |text| Date::parse(text).unwrap();
    let (on, other_day) = (day("2026-03-09"), day("2026-03-27"));
    let problems = [
        FactProblem::Before { day: on, other: "registered_on".into(), other_day },
        FactProblem::After { day: other_day, other: "disability.from".into(), other_day: on },
        FactProblem::Above { number: 20, other: "limits.max", other_number: 18 },
        FactProblem::Empty,
        FactProblem::TooMany { found: 101, max: 100 },
        FactProblem::Blank,
        FactProblem::InvalidDate { text: "2026-02-30".into(), forms: "YYYY-MM-DD" },
        FactProblem::YearOutOfRange { year: -1 },
        FactProblem::NotAnInteger { min: Some(0), max: Some(255), found: "256".into() },
        FactProblem::NotAnInteger { min: Some(0), max: None, found: "-1".into() },
        FactProblem::NotAnInteger { min: None, max: None, found: "a fraction".into() },
        FactProblem::InvalidTerm,
        FactProblem::InvalidBin(rastau_core::identity::IdentityError::WrongCheckDigit),
        FactProblem::IinNotBin,
        FactProblem::OwnRequestDetected,
        FactProblem::NothingRevoked,
        FactProblem::NoClockChosen,
        FactProblem::Differs { other: "centre.procedure_date" },
    ];
    for lang in Lang::ALL {
        let mut all = BTreeSet::new();
        for problem in &problems {
            let message = facts_error(&FactsError::field("stages[0].on", problem.clone()), lang);
            assert!(
                message.ends_with('.') && !message.contains(['{', '}', '…', '_', '[']),
                "{lang:?} {problem:?}: {message}"
            );
            let latin = message.chars().any(|letter| letter.is_ascii_alphabetic());
            assert_eq!(latin, lang == Lang::En, "{lang:?} {problem:?}: {message}");
            assert!(all.insert(message), "{problem:?} has the message of another problem");
        }
    }
    let early = FactsError::field("considered_on", problems.first().unwrap().clone());
    assert_eq!(
        facts_error(&early, Lang::En),
        "Field \"the day of consideration\": 9 March 2026 is before the day of registration of the appeal (27 March 2026)."
    );
    let mut facts: serde_json::Value =
        serde_json::from_str(rule("ask.can-i-apply").unwrap().example).unwrap();
    facts["admission"]["age"]["limits"] = serde_json::json!({ "min": 20, "max": 18 });
    let asked = rule("ask.can-i-apply").unwrap().judge(&facts.to_string(), &WorkingDays::built_in());
    assert_eq!(
        facts_error(&asked.unwrap_err(), Lang::Ru),
        "Возраст кандидата. Поле «наименьший возраст»: 20 больше, чем 18 (наибольший возраст)."
    );
    // Two facts of one name are told apart by their parts.
    facts["admission"]["age"]["limits"] = serde_json::json!({ "min": 18, "max": 20 });
    facts["scope"]["as_of"] = "2026-03-20".into();
    let asked = rule("ask.can-i-apply").unwrap().judge(&facts.to_string(), &WorkingDays::built_in());
    assert_eq!(
        facts_error(&asked.unwrap_err(), Lang::En),
        "Field \"the day asked about (facts about the person's office)\": differs from the day asked about (the profession); both are one fact."
    );
    assert!(facts_error(&FactsError::UnknownRule { id: "art99".into() }, Lang::Kk).contains(": art99."));
    assert!(facts_error(&FactsError::NotAnObject, Lang::Kk).contains("JSON"));
    let broken = FactsError::Malformed { problem: "EOF".into() };
    assert_eq!(facts_error(&broken, Lang::Ru), "Сведения — не JSON: EOF.");
    let shape = FactsError::field("x", FactProblem::Shape("is not known here".into()));
    assert_eq!(facts_error(&shape, Lang::Ru), "Поле «x»: is not known here.");
}

/// Lists of unknown or satisfied items, of items needed later, and of reasons that the texts name directly.
const NOT_VIOLATED: [&str; 5] = ["unknown", "not_known", "recognisable", "reasons", "later"];

/// The explanation of a violated rule contains every list of violated items. Unknown items may be omitted.
#[test]
fn every_list_of_violated_items_is_in_the_explanation() {
    let days = WorkingDays::built_in();
    let mut bad = BTreeSet::new();
    for rule in rules() {
        for facts in corpus(rule.id).lines() {
            let Ok(result) = rule.judge(facts, &days) else { continue };
            if result.ruling.answer != RuleAnswer::Violated {
                continue;
            }
            let explained = explain_rule(&result, Lang::En);
            let text = all_texts(&explained).into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
            for (name, value) in result.ruling.value.iter().filter(|(name, _)| !NOT_VIOLATED.contains(name)) {
                let Fact::List(list) = value else { continue };
                let title = |item: &str| texts_of(item).map(|texts| in_lang(texts.title(), Lang::En));
                let named =
                    |item: &str| names::NAMES.text(item, Lang::En).or(title(item)).map(ToString::to_string);
                for item in list.iter().filter(|item| !text.contains(&named(item).unwrap_or((*item).clone())))
                {
                    bad.insert(format!("{} {name}: {item} is not in \"{text}\"", rule.id));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Found by fuzzing: with too few facts there was no text, and with enough of them the computed day was reported as if the
/// Law were in force.
#[test]
fn before_the_law_is_in_force_a_rule_is_explained_as_not_applicable() {
    let days = WorkingDays::built_in();
    let mut asked = 0;
    // The rule on the entry into force applies before it too.
    for rule in rules().filter(|rule| !rule.id.starts_with("art31.")) {
        let mut facts: serde_json::Value = serde_json::from_str(rule.example).unwrap();
        if facts.get("as_of").is_none() {
            continue;
        }
        facts["as_of"] = "2022-01-01".into();
        for facts in [facts.to_string(), r#"{"as_of":"2022-01-01"}"#.to_owned()] {
            let Ok(result) = rule.judge(&facts, &days) else { continue };
            asked += 1;
            for lang in Lang::ALL {
                let explained = explain_rule(&result, lang);
                assert_eq!(explained.text, lang.words().not_applicable, "{} {facts}", rule.id);
                assert!(explained.trace.iter().any(|step| step.contains("2023")), "{} {facts}", rule.id);
            }
        }
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn a_known_last_day_is_reported_with_missing_facts() {
    let rule = rules().find(|rule| rule.id == "art22.p1.appeal-window").unwrap();
    let result = rule.judge(r#"{"informed_on":"2026-03-19"}"#, &WorkingDays::built_in()).unwrap();
    for lang in Lang::ALL {
        let text = explain_rule(&result, lang).text;
        assert!(text.contains("31") && text.ends_with('.'), "{text}");
    }
}

/// The rules with facts of the corpus do not reach every reason, so each is rendered here by itself.
#[test]
fn every_reason_that_is_not_a_fact_has_a_name_in_each_language() {
    let rule = rule("art22.p1.appeal-window").unwrap();
    let undetermined = |missing| {
        let mut result = rule.judge(rule.example, &WorkingDays::built_in()).unwrap();
        result.ruling.answer = RuleAnswer::Undetermined(vec![missing]);
        result
    };
    for lang in Lang::ALL {
        let mut texts = BTreeSet::new();
        for reason in MissingForRule::REASONS {
            let text = explain_rule(&undetermined(reason), lang).text;
            assert!(!has_stable_name(&text), "{lang:?} {reason:?}: {text}");
            let label = fact_labels(lang).find(|(name, _)| *name == reason.name()).map(|(_, label)| label);
            assert!(label.is_some_and(|label| label != reason.name() && text.contains(label)), "{text}");
            assert!(texts.insert(text), "{lang:?} {reason:?} has the text of another reason");
        }
    }
}
