//! Reports in English.

use rastau_core::report::{CauseKind, Meaning};

use super::EvidenceWords;

/// English.
pub(crate) const EVIDENCE: EvidenceWords = EvidenceWords {
    title: "Report of one verification",
    register: "Register",
    version: "Version of the register",
    as_of: "Register as of",
    root: "Fingerprint of the trust root",
    anchors: ["pinned", "taken from the bundle itself"],
    clock: "Time of the device's clock",
    effective: "Time that was used",
    program: "Program",
    by: "Made by",
    fingerprint: "Fingerprint of the input",
    no_fingerprint: "none, because the input has no verification code",
    proves: "What this report proves, once it is repeated with the same answer",
    does_not_prove: "What it does not prove",
    repeat: "How a third person repeats it",
    how_to_repeat: "Give the report as a JSON file, the same document, and the bundle of the version named above, with the trust root from the operator of the register:",
    whole: "The report as JSON",
    meaning,
    as_known: "As it was known on {time}, the time of the report. This is not today's answer.",
    same: "Same answer: {outcome}.",
    same_outcome: "Not the same answer: the outcome is the same ({outcome}), other parts differ.",
    other_outcome: "Not the same answer: the report says “{reported}”, the repetition “{repeated}”.",
    differences: "In the report, and in the repetition",
    more: "More values that differ: {number}; --json lists all of them.",
    causes: "What else differs",
    nothing: "nothing",
    cause,
};

const fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::AnswerOfRegister => {
            "This version of the register gave this answer to this question at the stated time."
        }
        Meaning::Repeatable => {
            "Whoever has the same document and the same version of the register can repeat the verification."
        }
        Meaning::Unchanged => {
            "That nobody changed the report. The program does not sign it: sign the file with your own electronic signature."
        }
        Meaning::Time => "When the verification was made. The time is that of the device's clock.",
        Meaning::Person => "That the person who showed the document is its holder.",
        Meaning::Later => "What the register learned later: the document may have been cancelled since.",
        Meaning::WhoseRegister => {
            "Whose register it was: the trust root came from the bundle itself, and nothing confirms it."
        }
        Meaning::WhichInput => {
            "Which input was verified: it has no verification code, so the report has no fingerprint of it."
        }
        Meaning::Maker => "Who made the report: that is the user's own text.",
    }
}

const fn cause(cause: CauseKind) -> &'static str {
    match cause {
        CauseKind::Register => "The register: the report is of “{reported}”, the bundle is of “{repeated}”.",
        CauseKind::Root => "The trust root of the register: {reported} in the report, {repeated} now.",
        CauseKind::Version => "The version of the register: {reported} in the report, {repeated} now.",
        CauseKind::Confirmation => {
            "The confirmation of the register: of {reported} in the report, of {repeated} now."
        }
        CauseKind::Anchor => {
            "How the trust root was obtained: “{reported}” in the report, “{repeated}” now. This does not change the answer."
        }
        CauseKind::Program => "The program: {reported} in the report, {repeated} now.",
        CauseKind::Memory => {
            "The time: the first device used {reported}, which is not what its clock and the register give ({repeated}). Its memory held another time."
        }
        CauseKind::Input => "The input: this is not the one that the report is about.",
        CauseKind::InputNotComparable => {
            "The input has no verification code, so it cannot be compared with that of the report: it may be another one."
        }
        CauseKind::Presentation => {
            "The form of the input: it is the same document, with another web address or formatted in another way."
        }
        CauseKind::Changed => {
            "The report: nothing else explains the difference, or the report contradicts itself. It may have been changed after it was made."
        }
    }
}
