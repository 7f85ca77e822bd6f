//! The ids of checks in verdicts, and groups of them that change together.

pub(super) const AUTHENTIC: &str = "snapshot.authentic";
pub(super) const COMPLETE: &str = "snapshot.complete";
pub(super) const FRESH: &str = "snapshot.fresh";
pub(super) const CLOCK: &str = "clock.plausible";
pub(super) const READABLE: &str = "document.readable";
pub(super) const KEY: &str = "document.key-known";
pub(super) const SIGNATURE: &str = "document.signature";
pub(super) const KEY_SCOPE: &str = "document.key-in-scope";
pub(super) const KEY_IN_FORCE: &str = "document.key-in-force";
pub(super) const FUTURE: &str = "document.issue-date";
pub(super) const LISTED: &str = "register.listed";
pub(super) const CODE: &str = "register.code";
pub(super) const HOLDER: &str = "register.holder";
pub(super) const NAME: &str = "register.name";
pub(super) const LAW: &str = "art31.entry-into-force";
pub(super) const PROFESSION: &str = "art15.p1.profession-recognisable";
pub(super) const MODE: &str = "art15.p5.mandatory-other-law";
pub(super) const BASIS: &str = "art15.p4.part2.basis";
pub(super) const CENTRE: &str = "art15.p3.centre-conducts";
pub(super) const SKILLS: &str = "art20.p3.skill-document-fields";
pub(super) const VALIDITY: &str = "art21.p5.document-validity";
pub(super) const CANCELLATION: &str = "art26.p2.part2.document-cancellation";

/// The checks that compare a signed document with an opened record.
pub(super) const COMPARED: &[&str] = &[
    HOLDER,
    NAME,
    "register.profession",
    "register.qualification",
    "register.level",
    "register.skills",
    "register.centre",
    "register.accreditation",
    "register.basis",
    "register.exam-date",
    "register.issue-date",
    "register.validity",
];

/// The rules that need trusted attributes.
pub(super) const RULES: &[&str] = &[FUTURE, LAW, PROFESSION, MODE, BASIS, CENTRE, SKILLS, VALIDITY];

/// Joins groups to one list.
pub(super) fn all(groups: &[&[&'static str]]) -> Vec<&'static str> {
    groups.concat()
}
