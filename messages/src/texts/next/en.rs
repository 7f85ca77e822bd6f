//! What to do after a verdict, in English.

use rastau_core::snapshot::status::Ground;
use rastau_core::verdict::{LevelMatch, NextStep, PostMatch};

/// Returns the sentences of a step. There is one arm per step and no catch-all arm.
pub(crate) const fn next(step: NextStep) -> &'static str {
    match step {
        NextStep::ComparePerson => {
            "Compare the name and the identity number with the person's own identity document: a photograph or a screenshot of a code verifies as well as the paper."
        }
        NextStep::CompareIdentity => {
            "Compare the identity number with the person's own identity document. Another number: this is not that person's document. The same: the name may have changed; ask for proof of the change."
        }
        NextStep::Cancelled => {
            "The document is cancelled. It does not confirm the qualification from the day of the cancellation on."
        }
        NextStep::AskForReplacement => "A new document was issued in its place: ask the holder for it.",
        NextStep::AskForCurrent => "The document is not in force on {day}: ask the holder for a current one.",
        NextStep::CorrectList => "Find out whose document it is, and correct the list.",
        NextStep::NoteNumber => {
            "Note the document number and the day. The answer says nothing about the person: a mistyped number, a mistake of the centre and a forgery look alike."
        }
        NextStep::EnterNumber => "Type the number as it is on the document.",
        NextStep::EnterCode => "Type in the verification code from the document.",
        NextStep::EnterIdentity => "Type in the IIN from the person's own identity document.",
        NextStep::EnterIssueDate => "Type in the date of issue from the document.",
        NextStep::EnterName => "Type the name in the script of the document.",
        NextStep::SetClock => "Set the clock of this device and check again.",
        NextStep::UpdateRegister => "Get a newer register and check again.",
        NextStep::RepairRegister => "Get the register again: a part of it is missing or damaged.",
        NextStep::UpdateProgram => "Update the program and check again.",
        NextStep::AskOnThatDay => "Check again on that day: the document may still be cancelled.",
        NextStep::OtherLaw => "Other rules than this Law decide about the document; look there.",
        NextStep::TwoReadings => {
            "The Law can be read in two ways on this day: do not decide on this answer alone."
        }
        NextStep::AskRegister => {
            "Ask the keeper of the register or the centre, through the contact that the register states and never through one on the paper."
        }
    }
}

/// Returns what a cancellation on a ground means from its day on.
pub(crate) const fn cancelled(ground: Ground) -> &'static str {
    match ground {
        Ground::ConfirmedComplaint => {
            "It was cancelled on {day} after a confirmed complaint. From that day on it does not confirm the qualification."
        }
        Ground::CourtDecision => {
            "A court decision cancelled it on {day}. From that day on it does not confirm the qualification."
        }
        Ground::IssuedInError => {
            "It was cancelled on {day} because it was issued in error. From that day on it does not confirm the qualification."
        }
        Ground::HolderRequest => {
            "It was cancelled on {day} at the holder's request. From that day on it does not confirm the qualification."
        }
        Ground::OtherLaw => {
            "It was cancelled on {day} under another law. From that day on it does not confirm the qualification."
        }
    }
}

/// Returns how the profession of a document relates to that of a post.
pub(crate) const fn post(profession: PostMatch) -> &'static str {
    match profession {
        PostMatch::Same => "The document is for the profession of the post.",
        PostMatch::PartOfIt => {
            "The document is for skills of the profession of the post, and not for the whole profession (art. 20)."
        }
        PostMatch::Another => "The document is for another profession than that of the post.",
        PostMatch::AnotherEdition => {
            "The profession of the post is in another edition of the classifier, so it cannot be compared with the document's."
        }
        PostMatch::Unknown => {
            "The register's classifier does not have the profession of the post as it is written, so it cannot be compared. Give its code."
        }
        PostMatch::NotConfirmed => {
            "Nothing confirms the profession of this document, so it cannot be compared with that of the post."
        }
        PostMatch::Unreadable => {
            "A part of the register's classifier cannot be read, so the professions cannot be compared."
        }
    }
}

/// Returns whether the level is that of the post.
pub(crate) const fn level(level: LevelMatch) -> &'static str {
    match level {
        LevelMatch::Same => "The level is the same.",
        LevelMatch::NotTheSameText => {
            "The level is not the same text; which of the two is higher is not known here."
        }
    }
}

/// What a comparison with a post does not say.
pub(crate) const POST_LIMIT: &str =
    "This does not say whether the Law lets the person do this work (art. 15.5).";
