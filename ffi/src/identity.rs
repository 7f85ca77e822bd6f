//! Identity numbers.

use rastau_core::identity::{self, identify};
use rastau_messages::Lang;

/// Returns the kind of an identity number, as `rastau id --json` prints it.
pub(crate) fn check(number: &str) -> String {
    let number = number.trim();
    identity::to_json(number, &identify(number))
}

/// Describes an identity number in a sentence.
pub(crate) fn explain(number: &str, lang: Lang) -> String {
    rastau_messages::identity(&identify(number.trim()), lang)
}
