//! Art. 20.3 and 21.5: which names a document on skills must contain, and how long a document is valid.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Answer, Missing, Ruling};
use crate::calendar::{Date, Term};
use crate::facts::{Facts, Reason};
use crate::law::Reading;
use crate::snapshot::verified::StatedEnd;

/// `art20.p3.skill-document-fields`: a document on skills names the skills, the qualification and the profession.
///
/// Each name counts if its code is on the document and the register has a name for it. `named` is `None` for a
/// document on a whole profession.
#[must_use]
pub fn skill_document_fields(named: Option<SkillNames>) -> Ruling {
    let Some(named) = named else { return Ruling::new(Answer::NotApplicable, Facts::new()) };
    let fields =
        [("skills", named.skills), ("qualification", named.qualification), ("profession", named.profession)];
    let missing: Vec<_> =
        fields.iter().filter(|(_, named)| !named).map(|(field, _)| (*field).to_string()).collect();
    let answer = Answer::from_bool(missing.is_empty());
    Ruling::new(answer, Facts::new().with("missing_fields", missing))
}

/// Which of the names that art. 20.3 requires are available.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkillNames {
    /// The names of all skills.
    pub skills: bool,
    /// The name of the qualification.
    pub qualification: bool,
    /// The name of the profession.
    pub profession: bool,
}

/// `art21.p5.document-validity`: the document is within its validity on the day `on`.
///
/// `end` is the end that the document, or its record, states. `register_term` is the term of the profession in the
/// register version of the day of issue; `None` where that version is unknown. The last day is the corresponding
/// date, included, and not moved by days off. A stated date takes precedence. Where it differs from the register's
/// term by more than a day and the two give different answers on this day, the answer is contestable. Where no date
/// is stated, the corresponding date itself is contestable: the other reading ends a day earlier.
#[must_use]
pub fn document_validity(issued_on: Date, end: StatedEnd, register_term: Option<Term>, on: Date) -> Ruling {
    let facts = Facts::new().with("issued_on", issued_on);
    if on < issued_on {
        return Ruling::new(Answer::Violated, facts.with("reason", Reason::NotYet));
    }
    let computed = register_term.map(|term| term.last_day(issued_on));
    let (last, stated) = match (end, computed) {
        (StatedEnd::On(day), _) => (Some(day), true),
        (StatedEnd::Unlimited, _) => (None, true),
        (StatedEnd::ByRegister, Some(computed)) => (computed, false),
        (StatedEnd::ByRegister, None) => {
            return Ruling::new(Answer::Undetermined(alloc::vec![Missing::RegisterTerm]), facts);
        }
    };
    let facts = facts.with_some("valid_until", last);
    let facts = match computed {
        Some(computed) if stated && computed != last => {
            facts.with_some("stated_until", last).with_some("computed_until", computed)
        }
        _ => facts,
    };
    let within = |last: Option<Date>| last.is_none_or(|last| on <= last);
    if let (true, Some(computed)) = (stated, computed)
        && differ_by_more_than_a_day(last, computed)
        && within(last) != within(computed)
    {
        let reading = |reading, last: Option<Date>| Reading {
            reading,
            satisfied: within(last),
            facts: Facts::new().with_some("valid_until", last),
        };
        let readings = alloc::vec![reading("stated-date", last), reading("register-term", computed)];
        return Ruling::new(Answer::Contestable(readings), facts);
    }
    if let (false, Some(last)) = (stated, last)
        && on == last
    {
        let reading = |reading, satisfied, last: Date| Reading {
            reading,
            satisfied,
            facts: Facts::new().with("valid_until", last),
        };
        let readings = alloc::vec![
            reading("corresponding-day-included", true, last),
            reading("corresponding-day-excluded", false, last.minus_days(1)),
        ];
        return Ruling::new(Answer::Contestable(readings), facts);
    }
    if within(last) {
        Ruling::new(Answer::Satisfied, facts)
    } else {
        Ruling::new(Answer::Violated, facts.with("reason", Reason::Expired))
    }
}

fn differ_by_more_than_a_day(left: Option<Date>, right: Option<Date>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => left.days().abs_diff(right.days()) > 1,
        (None, None) => false,
        _ => true,
    }
}
