//! The demo's people: names put together from words like "example" and "fancy", identity numbers of people born in
//! the nineteenth century. Nobody alive has either.

use crate::RegistryError;
use crate::random::Random;

use super::world::with_check;

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

/// A person of the demo.
#[derive(Debug, Clone)]
pub struct Person {
    /// Name in Kazakh.
    pub name: String,
    /// Identity number.
    pub iin: String,
}

/// The person of a number: the same number, the same person.
#[must_use]
pub fn person(index: u64) -> Person {
    let at = |offset: u64, length: usize| usize::try_from((index / offset) % length as u64).unwrap_or(0);
    let surname = SURNAMES[at(1, SURNAMES.len())];
    let (given, female) = GIVEN[at(SURNAMES.len() as u64, GIVEN.len())];
    let ending = if female { "а" } else { "" };
    let year = 50 + (index / 10_000) % 50;
    let (month, day) = (1 + (index / 100) % 12, 1 + index % 28);
    // The seventh digit says "born 1801–1900": 1 for men, 2 for women.
    let sex = if female { 2 } else { 1 };
    let iin = with_check(&format!("{year:02}{month:02}{day:02}{sex}{:04}", index % 10_000));
    Person { name: format!("{surname}{ending} {given}"), iin }
}

/// Some person or other.
pub fn anyone(random: &mut impl Random) -> Result<Person, RegistryError> {
    Ok(person(random.below(5_000_000)?))
}
