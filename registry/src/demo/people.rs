//! The demo's people: names made of words such as "example" and "fancy", and identity numbers of people born in the
//! nineteenth century, so no living person has either.

use crate::RegistryError;
use crate::random::Random;

use super::reference::with_check;

const SURNAMES: [&str; 12] = [
    "Сынақбаев",
    "Қиялов",
    "Үлгібаев",
    "Мысалов",
    "Ертегиев",
    "Жаңғырықов",
    "Елесбаев",
    "Бұлдыров",
    "Өтірікбаев",
    "Ғажайыпов",
    "Һәмзинов",
    "Іздеуов",
];
const GIVEN: [(&str, bool); 12] = [
    ("Үлгіжан", true),
    ("Мысалбек", false),
    ("Қиялгүл", true),
    ("Сынақхан", false),
    ("Ертегі", true),
    ("Елесжан", false),
    ("Әңгімегүл", true),
    ("Өрнекбай", false),
    ("Жаңғырық", false),
    ("Бұлтгүл", true),
    ("Іңкәр", true),
    ("Ғажап", false),
];

/// An invented person.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name in Kazakh.
    pub name: String,
    /// The identity number (IIN), 12 digits.
    pub iin: String,
}

/// Returns the person of an index; the same index gives the same person.
#[must_use]
pub fn person(index: u64) -> Person {
    let at = |offset: u64, length: usize| usize::try_from((index / offset) % length as u64).unwrap_or(0);
    let surname = SURNAMES[at(1, SURNAMES.len())];
    let (given, female) = GIVEN[at(SURNAMES.len() as u64, GIVEN.len())];
    let ending = if female { "а" } else { "" };
    let year = 50 + (index / 10_000) % 50;
    let (month, day) = (1 + (index / 100) % 12, 1 + index % 28);
    // The seventh digit 1 (men) or 2 (women) means "born from 1801 to 1900".
    let sex = if female { 2 } else { 1 };
    let iin = with_check(&format!("{year:02}{month:02}{day:02}{sex}{:04}", index % 10_000));
    Person { name: format!("{surname}{ending} {given}"), iin }
}

/// Returns a random person.
///
/// # Errors
/// [`RegistryError::Random`] where `random` fails.
pub fn random_person(random: &mut impl Random) -> Result<Person, RegistryError> {
    Ok(person(random.below(5_000_000)?))
}
