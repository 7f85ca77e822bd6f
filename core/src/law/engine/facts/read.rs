//! Reads facts from JSON, one implementation for each type of fact.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Known, SomeOf, Text};
use crate::calendar::Date;
use crate::codec::json::{self, Json};
use crate::error::{FactProblem, FactsError};
use crate::names::Named;
use crate::sorted::distinct;

/// A problem with a fact, and the fact's path.
pub(in crate::law) type Problem = json::Problem<FactProblem>;

impl From<json::Problem> for Problem {
    #[inline(never)]
    fn from(problem: json::Problem) -> Self {
        Self { path: problem.path, what: FactProblem::Shape(problem.what) }
    }
}

/// A type that a fact can have.
pub(in crate::law) trait Fact: Sized {
    /// Reads a value from JSON.
    fn read(json: &Json) -> Result<Self, Problem>;

    /// Replaces this value by one read from JSON.
    fn read_into(&mut self, json: &Json) -> Result<(), Problem> {
        *self = Self::read(json)?;
        Ok(())
    }
}

/// A field of a structure of facts, whatever its type. Fields as trait objects let all structures share one function,
/// [`fill`]: separate code for some hundred structures took a tenth of the compiled library.
pub(in crate::law) trait Field {
    fn set(&mut self, json: &Json) -> Result<(), Problem>;
}

impl<T: Fact> Field for T {
    fn set(&mut self, json: &Json) -> Result<(), Problem> {
        self.read_into(json)
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
/// Text that is not a JSON object.
pub(in crate::law) fn object(json: &str) -> Result<Json, FactsError> {
    // Checked first: "a JSON object" is a more useful message than a syntax error.
    if !json.trim_start().starts_with('{') {
        return Err(FactsError::NotAnObject);
    }
    Json::parse(json).map_err(|problem| FactsError::Malformed { problem })
}

/// Reads the members of an object into the fields of these names. A field whose member is absent keeps its value.
///
/// # Errors
/// A value that is not an object, an unknown member, a member that cannot be read.
#[inline(never)]
pub(in crate::law) fn fill(
    json: &Json,
    names: &[&str],
    fields: &mut [&mut dyn Field],
) -> Result<(), Problem> {
    let object = json.object(names)?;
    for (name, field) in names.iter().zip(fields) {
        if let Some(json) = object.get(name) {
            field.set(json).map_err(|problem| problem.within(name))?;
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

impl<T: Named> Fact for T {
    fn read(json: &Json) -> Result<Self, Problem> {
        let at = json.one_of(T::NAMES)?;
        // The names are in the order of the cases.
        T::CASES.get(at).copied().ok_or_else(|| json.mismatch("known").into())
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
                let wrong = || FactProblem::InvalidDate { text: text.clone(), forms: "YYYY-MM-DD" };
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
    ($($type:ty: $min:expr, $max:expr;)*) => {$(
        impl Fact for $type {
            fn read(json: &Json) -> Result<Self, Problem> {
                let number = match json {
                    Json::Natural(number) => Self::try_from(*number).ok(),
                    Json::Negative(number) => Self::try_from(*number).ok(),
                    _ => None,
                };
                number.ok_or_else(|| not_whole(json, $min, $max))
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
fn not_whole(json: &Json, min: Option<u64>, max: Option<u64>) -> Problem {
    Problem::new(FactProblem::NotAnInteger { min, max, found: json.describe().into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WorkingDays;
    use crate::law::rule;

    /// The error message of a rule for invalid facts.
    fn error_message(id: &str, facts: &str) -> String {
        rule(id).unwrap().judge(facts, &WorkingDays::built_in()).unwrap_err().to_string()
    }

    #[test]
    fn an_error_names_the_fact_and_the_problem() {
        for (id, facts, expected) in [
            ("art22.p1.appeal-window", "[]", "the facts are not a JSON object"),
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
            let message = error_message(id, facts);
            assert_eq!(message.matches(expected).count(), 1, "{facts}: {message}");
        }
    }

    #[test]
    fn a_number_out_of_range_is_rejected() {
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
