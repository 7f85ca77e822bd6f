//! Art. 15: recognition is for professions of the register, under this Law where it is voluntary, against the
//! standard or in its absence the qualification requirements, in an accredited centre. These are the checks of a
//! document; [`super::procedure`] has the questions of a candidate.

use super::accreditation::{Standing, standing};
use super::missing::Missing;
use super::ruling::{Answer, Ruling};
use crate::calendar::{Date, Interval};
use crate::document::claims::{Basis, BasisKind};
use crate::facts::{Facts, Reason};
use crate::snapshot::rows::{Centre, DatedBasis, Mode, Profession, ProfessionVersion, Scope};

/// A day, with its name in the answer's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated(pub &'static str, pub Date);

/// Returns the version of a profession's entry that is in force on a day, if there is one.
#[must_use]
pub fn version_on(profession: &Profession, day: Date) -> Option<&ProfessionVersion> {
    profession.versions.iter().find(|version| version.interval.contains(day))
}

/// `art15.p1.profession-recognisable`: the profession was in the register on the day.
///
/// `profession` is the entry with its history, or `None` where the register never had it.
#[must_use]
pub fn profession_recognisable(code: &str, profession: Option<&Profession>, day: Dated) -> Ruling {
    let Dated(day_name, day) = day;
    let facts = Facts::new()
        .with("profession", code)
        .with_some("profession_name", profession.and_then(|profession| profession.names.known()))
        .with(day_name, day);
    match profession.map(|profession| (version_on(profession, day), profession)) {
        Some((Some(version), _)) => {
            let facts = facts.with("from", version.interval.from).with_some("until", version.interval.until);
            Ruling::new(Answer::Satisfied, facts)
        }
        Some((None, profession)) => {
            let from = profession.versions.iter().map(|version| version.interval.from).min();
            let until = profession.versions.iter().filter_map(|version| version.interval.until).max();
            Ruling::new(Answer::Violated, facts.with_some("from", from).with_some("until", until))
        }
        None => Ruling::new(Answer::Violated, facts),
    }
}

/// `art15.p5.mandatory-other-law`: where recognition is mandatory, another law decides (art. 15.5), and the answer is
/// undetermined.
#[must_use]
pub fn mandatory_other_law(mode: &Mode) -> Ruling {
    match mode {
        Mode::Voluntary => Ruling::new(Answer::Satisfied, Facts::new().with("mode", "voluntary")),
        Mode::Mandatory { other_law } => Ruling::new(
            Answer::Undetermined(alloc::vec![Missing::OtherLaw]),
            Facts::new().with("mode", "mandatory").with("other_law", other_law.as_str()),
        ),
    }
}

/// What an exam on a day must be based on: the standards in force, or the requirements if there are none.
pub(super) fn applicable(bases: &[DatedBasis], day: Date) -> impl Iterator<Item = &DatedBasis> {
    let in_force = move |basis: &&DatedBasis| basis.interval.contains(day);
    let standard = bases.iter().filter(in_force).any(|one| one.basis.kind == BasisKind::Standard);
    bases.iter().filter(in_force).filter(move |one| (one.basis.kind == BasisKind::Standard) == standard)
}

/// `art15.p4.part2.basis`, asked of a document: the basis of the exam belonged to the profession and was in force on
/// the day of the exam. Qualification requirements are a valid basis only where no standard was in force.
#[must_use]
pub fn basis(basis: &Basis, profession: &Profession, exam_on: Date) -> Ruling {
    let facts = Facts::new().with("basis", basis.id.as_str()).with("exam_on", exam_on);
    let mut known = profession.bases.iter().filter(|dated| dated.basis == *basis).peekable();
    if known.peek().is_none() {
        return Ruling::new(Answer::Violated, facts.with("reason", Reason::NotForProfession));
    }
    if !known.any(|dated| dated.interval.contains(exam_on)) {
        return Ruling::new(Answer::Violated, facts.with("reason", Reason::NotInForce));
    }
    let standard = applicable(&profession.bases, exam_on).find(|one| one.basis.kind == BasisKind::Standard);
    match (basis.kind, standard) {
        (BasisKind::QualificationRequirements, Some(standard)) => Ruling::new(
            Answer::Violated,
            facts.with("reason", Reason::StandardExists).with("standard", standard.basis.id.as_str()),
        ),
        (BasisKind::QualificationRequirements, None) | (BasisKind::Standard, _) => {
            Ruling::new(Answer::Satisfied, facts)
        }
    }
}

/// `art15.p3.centre-conducts`: on the day of the exam the centre was accredited under the certificate that the
/// document names, and the certificate covered the profession. Later events of the centre do not matter (argument
/// from art. 26.2, part two).
#[must_use]
pub fn centre_conducts(
    bin: &str,
    centre: Option<&Centre>,
    serial: &str,
    scope: Option<&Scope>,
    exam_on: Date,
) -> Ruling {
    let facts = Facts::new()
        .with("centre", bin)
        .with_some("centre_name", centre.and_then(|centre| centre.names.known()))
        .with("exam_on", exam_on);
    let Some(centre) = centre else {
        return Ruling::new(Answer::Violated, facts.with("status", "unknown-centre"));
    };
    let standing = standing(centre, serial, exam_on);
    let covers = |interval: &Interval| interval.contains(exam_on);
    let covered = scope.is_some_and(|scope| scope.intervals.iter().any(covers));
    match standing {
        Standing::Accredited { interval, lost_later } if covered => {
            let facts = facts.with("status", "accredited").with("from", interval.from);
            let facts = facts.with_some("until", interval.until).with_some("revoked_later", lost_later);
            Ruling::new(Answer::Satisfied, facts)
        }
        Standing::Accredited { .. } => {
            Ruling::new(Answer::Violated, facts.with("status", "profession-not-covered"))
        }
        Standing::LostThatDay { readings } if covered => Ruling::new(
            Answer::Contestable(readings.into()),
            facts.with("status", "revoked").with("since", exam_on),
        ),
        Standing::LostThatDay { .. } => {
            Ruling::new(Answer::Violated, facts.with("status", "profession-not-covered"))
        }
        Standing::Not { status, since } => {
            Ruling::new(Answer::Violated, facts.with("status", status).with_some("since", since))
        }
    }
}
