//! From JSON to facts: one small step to each type of fact, compiled once.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Known, SomeOf, Text};
use crate::calendar::Date;
use crate::codec::json::{self, Json};
use crate::error::{FactProblem, FactsError};
use crate::sorted::distinct;

/// What is wrong with a fact, and where.
pub(in crate::law) type Problem = json::Problem<FactProblem>;

/// What is wrong with the JSON itself.
impl From<json::Problem> for Problem {
    #[inline(never)]
    fn from(problem: json::Problem) -> Self {
        Self { path: problem.path, what: FactProblem::Shape(problem.what) }
    }
}

/// Something that a fact can be.
pub(in crate::law) trait Fact: Sized {
    /// Takes it from JSON.
    fn read(json: &Json) -> Result<Self, Problem>;

    /// Takes it from JSON into its place.
    fn take(&mut self, json: &Json) -> Result<(), Problem> {
        *self = Self::read(json)?;
        Ok(())
    }
}

/// The place that a fact is read into. Places of every type stand in one list, so that a structure of facts is no code of its
/// own: of a hundred of them that was a tenth of the compiled library.
pub(in crate::law) trait Place {
    fn fill(&mut self, json: &Json) -> Result<(), Problem>;
}

impl<T: Fact> Place for T {
    fn fill(&mut self, json: &Json) -> Result<(), Problem> {
        self.take(json)
    }
}

impl From<Problem> for FactsError {
    #[inline(never)]
    fn from(problem: Problem) -> Self {
        Self::field(problem.path, problem.what)
    }
}

/// Reads the facts of a rule: a JSON object.
///
/// # Errors
/// Text that is no JSON object.
pub(in crate::law) fn object(json: &str) -> Result<Json, FactsError> {
    // Whatever else it is: facts have names, and that says more than where it is no JSON.
    if !json.trim_start().starts_with('{') {
        return Err(FactsError::NotAnObject);
    }
    Json::parse(json).map_err(|problem| FactsError::Malformed { problem })
}

/// Reads the members of an object into their places; where one was left out, its place stays what nothing was said of.
#[inline(never)]
pub(in crate::law) fn fill(
    json: &Json,
    names: &[&str],
    places: &mut [&mut dyn Place],
) -> Result<(), Problem> {
    let object = json.object(names)?;
    for (name, place) in names.iter().zip(places) {
        if let Some(json) = object.get(name) {
            place.fill(json).map_err(|problem| problem.within(name))?;
        }
    }
    Ok(())
}

impl<T: Fact> Fact for Option<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        if matches!(json, Json::Null) { Ok(None) } else { T::read(json).map(Some) }
    }
}

impl<T: Fact> Fact for Known<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        if matches!(json, Json::Null) { Ok(Self::None) } else { T::read(json).map(Self::Is) }
    }
}

impl<T: Fact> Fact for Vec<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        let mut items = Vec::new();
        for (at, item) in json.list()?.iter().enumerate() {
            items.push(T::read(item).map_err(|problem| problem.within(&alloc::format!("[{at}]")))?);
        }
        Ok(items)
    }
}

impl<T: Fact + Ord> Fact for SomeOf<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        let members = Vec::<T>::read(json)?;
        if members.is_empty() {
            return Err(Problem::new(FactProblem::Empty));
        }
        Ok(Self(distinct(members)))
    }
}

impl Fact for Text {
    fn read(json: &Json) -> Result<Self, Problem> {
        let text = json.text()?;
        if text.trim().is_empty() {
            return Err(Problem::new(FactProblem::Blank));
        }
        Ok(Self(text.to_string()))
    }
}

impl Fact for Date {
    fn read(json: &Json) -> Result<Self, Problem> {
        match json {
            Json::Text(text) => {
                let wrong = || FactProblem::NoDate { text: text.clone(), forms: "YYYY-MM-DD" };
                Self::parse(text).ok_or_else(|| Problem::new(wrong()))
            }
            other => Err(other.mismatch("a date written YYYY-MM-DD").into()),
        }
    }
}

impl Fact for bool {
    fn read(json: &Json) -> Result<Self, Problem> {
        match json {
            Json::Flag(flag) => Ok(*flag),
            other => Err(other.mismatch("true or false").into()),
        }
    }
}

macro_rules! numbers {
    ($($type:ty: $least:expr, $most:expr;)*) => {$(
        impl Fact for $type {
            fn read(json: &Json) -> Result<Self, Problem> {
                let number = match json {
                    Json::Natural(number) => Self::try_from(*number).ok(),
                    Json::Negative(number) => Self::try_from(*number).ok(),
                    _ => None,
                };
                number.ok_or_else(|| not_whole(json, $least, $most))
            }
        }
    )*};
}

numbers! {
    u8: Some(0), Some(u8::MAX.into());
    u16: Some(0), Some(u16::MAX.into());
    u64: Some(0), None;
    i32: None, None;
}

#[inline(never)]
fn not_whole(json: &Json, least: Option<u64>, most: Option<u64>) -> Problem {
    Problem::new(FactProblem::NotWhole { least, most, found: json.describe().into() })
}

#[cfg(test)]
mod tests {
    use super::super::super::rule;
    use super::*;
    use crate::calendar::WorkingDays;

    /// What a rule says of facts that it does not take.
    fn problem(id: &str, facts: &str) -> String {
        rule(id).unwrap().judge(facts, &WorkingDays::built_in()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (id, facts, said) in [
            ("art22.p1.appeal-window", "[]", "facts are a JSON object"),
            ("art22.p1.appeal-window", "{\"as_of\":", "the facts are not JSON: EOF"),
            ("art22.p1.appeal-window", r#"{"as_of":null,"as_of":null}"#, "as_of: duplicate field"),
            (
                "art22.p1.appeal-window",
                r#"{"as_of":true}"#,
                "as_of: must be a date written YYYY-MM-DD, not true",
            ),
            ("art18.s1.age", r#"{"limits":[null,18]}"#, "limits: must be an object, not a list"),
            (
                "art18.s1.age",
                r#"{"limits":{"min":256}}"#,
                "limits.min: must be a whole number from 0 to 255, not 256",
            ),
            ("art18.s1.age", r#"{"limits":{"least":1}}"#, "limits.least: unknown field; expected"),
        ] {
            assert_eq!(problem(id, facts).split(said).count(), 2, "{facts}: {}", problem(id, facts));
        }
    }

    #[test]
    fn numbers_keep_to_their_range() {
        let read = |json: &str| Json::parse(json).unwrap_or(Json::Null);
        assert!(matches!(u8::read(&read("255")), Ok(255)));
        assert!(matches!(u16::read(&read("65535")), Ok(65_535)));
        assert!(matches!(u64::read(&read("18446744073709551615")), Ok(u64::MAX)));
        assert!(matches!(i32::read(&read("-2147483648")), Ok(i32::MIN)));
        for json in ["-1", "1.0", "256", "\"1\"", "null"] {
            assert!(u8::read(&read(json)).is_err(), "{json}");
        }
        for json in ["-1", "65536"] {
            assert!(u16::read(&read(json)).is_err(), "{json}");
        }
        assert!(u64::read(&read("-1")).is_err());
        assert!(i32::read(&read("2147483648")).is_err());
    }
}
