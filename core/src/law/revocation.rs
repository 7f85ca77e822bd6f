//! Art. 26.2, part two: cancelled documents.

use super::Ruling;
use crate::calendar::{Date, Timestamp};
use crate::snapshot::status::Cancellation;
use crate::verdict::{Answer, Facts};

/// `art26.p2.part2.document-cancellation`: not cancelled on the day asked about.
///
/// `cancellations` is the document's history in the register of cancelled documents, in time order; a document is
/// cancelled from the day of the cancellation on, that day included, until the day from which it is reinstated.
/// Past `today` nothing can be known: a document that is in force may still be cancelled.
#[must_use]
pub fn document_cancellation(
    cancellations: &[Cancellation],
    on: Date,
    today: Date,
    as_of: Timestamp,
) -> Ruling {
    let facts = Facts::new().with("as_of", as_of);
    let open =
        |one: &&Cancellation| one.on <= on && one.reinstated_on.is_none_or(|reinstated| on < reinstated);
    let ended = cancellations.iter().rev().find(|one| one.on <= on);
    let later = cancellations.iter().find(|one| one.on > on).map(|one| one.on);
    match cancellations.iter().find(open) {
        Some(one) => {
            let facts = facts.with("cancelled_on", one.on).with("ground", one.ground.name());
            Ruling::new(Answer::Violated, facts.with_some("reinstated_on", one.reinstated_on))
        }
        _ if on > today => Ruling::new(
            Answer::Undetermined(alloc::vec!["future"]),
            facts.with_some("cancelled_later", later),
        ),
        None => {
            let facts = facts
                .with_some("cancelled_on", ended.map(|one| one.on))
                .with_some("reinstated_on", ended.and_then(|one| one.reinstated_on));
            Ruling::new(Answer::Satisfied, facts.with_some("cancelled_later", later))
        }
    }
}
