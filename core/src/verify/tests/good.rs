//! `ask.is-document-good` answers as a verification does: for every case that changes only what the Law decides, its parts give
//! the answers of the checks.

use serde_json::{Value, json};

use super::flips::FLIPS;
use super::*;
use crate::calendar::{Interval, WorkingDays};
use crate::law::RuleAnswer;
use crate::law::questions::is_document_good::CHECKED;
use crate::law::rule;
use crate::snapshot::rows::{Centre, Mode, Profession, Scope};

/// The checks that the parts answer, in the order of the parts.
const CHECKS: [CheckId; 8] = [
    CheckId::LawInForce,
    CheckId::Profession,
    CheckId::Mode,
    CheckId::Basis,
    CheckId::Centre,
    CheckId::SkillFields,
    CheckId::Validity,
    CheckId::Cancellation,
];

fn entries(code: &str, profession: Option<&Profession>) -> Vec<Value> {
    let versions = profession.into_iter().flat_map(|profession| &profession.versions);
    let entry = |version: &crate::snapshot::rows::ProfessionVersion| {
        let (mode, other_law) = match &version.mode {
            Mode::Voluntary => ("voluntary", None),
            Mode::Mandatory { other_law } => ("mandatory", Some(other_law)),
        };
        let validity = match version.term {
            crate::calendar::Term::Months(months) => json!({ "months": months }),
            crate::calendar::Term::Unlimited => json!({ "unlimited": true }),
        };
        let Interval { from, until } = version.interval;
        json!({
            "profession": code, "included_on": from, "excluded_on": until.map(|day| day.plus_days(1)),
            "mode": mode, "other_law": other_law, "validity": validity,
        })
    };
    versions.map(entry).collect()
}

fn bases(kind: &str, code: &str, profession: Option<&Profession>) -> Vec<Value> {
    let bases = profession.into_iter().flat_map(|profession| &profession.bases);
    let of_kind = bases.filter(|dated| dated.basis.kind.name() == kind);
    let basis = |dated: &crate::snapshot::rows::DatedBasis| {
        let Interval { from, until } = dated.interval;
        json!({ "id": dated.basis.id, "profession": code, "approved_on": from, "in_force_until": until })
    };
    of_kind.map(basis).collect()
}

fn centre_facts(
    as_of: Date,
    bin: &str,
    serial: &str,
    code: &str,
    centre: Option<Centre>,
    scope: Option<Scope>,
) -> Value {
    let Some(centre) = centre else { return Value::Null };
    let one = centre.accreditations.iter().find(|one| one.serial == serial);
    let certificate = one.map(|one| {
        let events: Vec<_> =
            one.events.iter().map(|event| json!({ "on": event.on, "kind": event.kind.name() })).collect();
        let Interval { from, until } = one.interval;
        json!({ "serial": serial, "issued_on": from, "valid_to": until, "events": events })
    });
    let intervals = scope.into_iter().flat_map(|scope| scope.intervals);
    let covered: Vec<_> =
        intervals.map(|one| json!({ "profession": code, "from": one.from, "until": one.until })).collect();
    json!({
        "bin": bin, "kind": if centre.legal_entity { "legal-entity" } else { "individual" },
        "route": one.map(|one| one.route.name()), "certificate": certificate, "professions": covered,
        "list_as_of": as_of,
    })
}

/// The facts of the question about the document of a case, from what its snapshot holds.
fn facts(case: &Case) -> Value {
    let (snapshot, claims) = (case.snapshot(), &case.claims);
    let (code, edition) = (claims.profession.as_str(), claims.edition.as_str());
    let profession = snapshot.profession(code, edition).unwrap();
    let (bin, serial) = (claims.centre.as_str(), claims.accreditation.as_str());
    let centre = snapshot.centre(bin).unwrap();
    let scope = snapshot.scope(bin, serial, code).unwrap();
    let named = claims.skills.iter().all(|skill| snapshot.skill(code, edition, skill).unwrap().is_some());
    let names = claims.skills.iter().filter(|_| named).collect::<Vec<_>>();
    let qualification = claims.qualification.as_ref();
    let qualification =
        qualification.filter(|one| snapshot.qualification(code, edition, one).unwrap().is_some());
    let cancelled = case.register.cancellations.get(NUMBER).cloned().unwrap_or_default();
    let cancelled: Vec<_> = cancelled
        .iter()
        .map(|one| {
            json!({
                "document": NUMBER, "cancelled_on": one.on, "reinstated_on": one.reinstated_on(),
                "ground": "confirmed-complaint",
            })
        })
        .collect();
    let on = case.question.on.unwrap_or_else(|| case.question.clock.date());
    json!({
        "signature_holds": true,
        "profession": {
            "profession": code, "register": entries(code, profession.as_ref()),
            "register_as_of": snapshot.manifest().as_of.date(), "as_of": claims.issued_on,
        },
        "document_basis": {
            "kind": claims.basis.kind.name(), "id": claims.basis.id,
            "standards": bases("standard", code, profession.as_ref()),
            "qualification_requirements": bases("qualification-requirements", code, profession.as_ref()),
            "lists_as_of": snapshot.manifest().as_of.date(),
        },
        "centre": {
            "centre": centre_facts(snapshot.centres().as_of.date(), bin, serial, code, centre, scope), "procedure_date": claims.exam_on,
        },
        "skills": {
            "is_skill_document": !claims.skills.is_empty(), "skills": names, "qualification_name": qualification,
            "profession_name": profession.map(|_| code),
        },
        "validity": { "valid_to_printed": claims.valid_until, "as_of": on },
        "cancellation": {
            "document": NUMBER, "cancelled_register": cancelled, "complaint": null,
            "register_as_of": case.question.clock.date(),
        },
    })
}

/// The answer of a check or of a part: its name, with the readings of a contestable one.
fn named(answer: &CheckAnswer) -> String {
    match answer {
        CheckAnswer::Contestable(readings) => {
            readings.iter().map(|one| format!("{}:{} ", one.reading, one.satisfied)).collect()
        }
        other @ (CheckAnswer::Satisfied
        | CheckAnswer::Violated
        | CheckAnswer::Undetermined(_)
        | CheckAnswer::NotApplicable(_)) => other.name().into(),
    }
}

#[test]
fn the_question_makes_the_checks_of_a_verification() {
    let law: Vec<_> = CheckId::ALL.into_iter().filter(|check| (1301..1400).contains(&check.code())).collect();
    assert_eq!(law, CHECKS);
    for (check, rule) in CHECKS.into_iter().zip(CHECKED) {
        assert_eq!(check.citation(), rule.citation, "{}", rule.id);
        // The rule of this id asks which basis applies; a check asks whether the one of the document did.
        assert_eq!(check == CheckId::Basis, check.id() != rule.id, "{}", rule.id);
    }
    let question = rule("ask.is-document-good").unwrap();
    let example = question.judge(question.example, &WorkingDays::built_in()).unwrap();
    assert!(example.ruling.parts.iter().map(|part| part.rule).eq(CHECKED));
}

#[test]
fn the_question_answers_as_a_verification() {
    let of_law = |root: &&str| CHECKS.iter().any(|check| root.starts_with(&format!("{} ", check.id())));
    let mut asked = 0;
    let mut flipped = std::collections::BTreeSet::new();
    for flip in FLIPS.iter().filter(|flip| flip.roots.iter().all(of_law)) {
        let mut case = Case::valid();
        (flip.change)(&mut case);
        // A typed form, another key or a clock change nothing that the question asks.
        let (verdict, facts) = (case.verdict(), facts(&case));
        let question = rule("ask.is-document-good").unwrap();
        let result = question.judge(&facts.to_string(), &WorkingDays::built_in());
        let result = result.unwrap_or_else(|error| panic!("{}: {error}", flip.name));
        for part in &result.ruling.parts {
            let at = CHECKED.iter().position(|rule| *rule == part.rule).unwrap();
            let check = CHECKS[at];
            let answered = finding(&verdict, check);
            if let CheckAnswer::NotApplicable(Some(_)) = answered {
                continue;
            }
            let found = match &part.ruling.answer {
                RuleAnswer::Contestable(readings) => CheckAnswer::Contestable(readings.clone()),
                RuleAnswer::Satisfied => CheckAnswer::Satisfied,
                RuleAnswer::Violated => CheckAnswer::Violated,
                RuleAnswer::Undetermined(_) => CheckAnswer::Undetermined(vec![]),
                RuleAnswer::NotApplicable => CheckAnswer::NotApplicable(None),
            };
            assert_eq!(named(&found), named(answered), "{} {}", flip.name, check.id());
            if !matches!(found, CheckAnswer::Satisfied | CheckAnswer::NotApplicable(_)) {
                flipped.insert(check.id());
            }
            asked += 1;
        }
        let (good, valid) =
            (result.ruling.answer == RuleAnswer::Satisfied, verdict.outcome() == Outcome::Valid);
        assert_eq!(good, valid, "{}", flip.name);
        let (bad, invalid) =
            (result.ruling.answer == RuleAnswer::Violated, verdict.outcome() == Outcome::Invalid);
        assert_eq!(bad, invalid, "{}", flip.name);
    }
    assert_eq!(flipped.len(), CHECKS.len(), "{flipped:?}");
    assert!(asked > 150, "{asked}");
}
