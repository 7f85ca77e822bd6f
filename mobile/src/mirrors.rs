//! Types of `rastau-core`, `rastau-messages` and `rastau-store` that cross to Kotlin and Swift as they are.
//!
//! `#[uniffi::remote]` repeats the definition of a type of another crate and makes code for that type itself: there is no
//! second type and no conversion. A variant or a field that the original has and the definition here lacks does not compile
//! (`docs/decisions/0069-mirrored-types.md`).

use rastau_core::calendar::Date;

use crate::error::{Argument, RastauError};

pub use rastau_core::calendar::Interval;
pub use rastau_core::error::ErrorCode;
pub use rastau_core::snapshot::info::CalendarInfo as CalendarSpan;
pub use rastau_core::verdict::{
    Freshness, LevelMatch, LocalizedName as Translations, NamedCode as Named, Outcome, PostComparison,
    PostMatch, Source,
};
pub use rastau_core::verify::post::Post;
pub use rastau_messages::{ExplainedFinding as FindingText, ExplainedRule as RuleText, Lang as Language};
pub use rastau_store::Change;

/// A civil date of Kazakhstan: `LocalDate` in Kotlin, `YYYY-MM-DD` in Swift.
pub type Day = Date;

uniffi::custom_type!(Day, String, {
    remote,
    lower: |day| day.to_string(),
    try_lift: |text| match Date::parse(&text) {
        Some(day) => Ok(day),
        None => Err(RastauError::from(Argument::Day).into()),
    },
});

macro_rules! define_error_code {
    ($(
        $number:tt $variant:ident $name:literal $stage:ident $exit:ident
        $(($only:literal))? $([$front:literal])? $($text:literal $([$detail:literal])? $($advice:literal)?)?;
    )*) => {
        /// The stable code of an error, the same in every binding. Its value is the number, which is never reused:
        /// `code.value` in Kotlin, `code.rawValue` in Swift.
        #[uniffi::remote(Enum)]
        #[repr(i32)]
        pub enum ErrorCode {
            $($(#[doc = $only])? $(#[doc = $text])? $variant = $number,)*
        }
    };
}

// From the table in `core/src/error/codes.rs`: a new code needs no edit here.
rastau_core::for_each_error_code!(define_error_code);

macro_rules! define_language {
    ($($number:literal $variant:ident $code:ident $name:tt $own_name:literal $plural:ident $date:literal;)*) => {
        /// A language of the answers.
        #[uniffi::remote(Enum)]
        pub enum Language { $(#[doc = $name] $variant,)* }
    };
}

// From the table in `messages/src/lang.rs`: a new language needs no edit here.
rastau_messages::for_each_language!(define_language);

/// Whether a document is valid on the evaluated day.
#[uniffi::remote(Enum)]
pub enum Outcome {
    /// Every required check is satisfied.
    Valid,
    /// At least one check is violated.
    Invalid,
    /// No check is violated, and at least one could not be decided. Never treat it as valid.
    Indeterminate,
}

/// The age of the snapshot.
#[uniffi::remote(Enum)]
pub enum Freshness {
    /// The next update is not due yet.
    Current,
    /// The next update is overdue by no more than the policy's grace.
    Late,
    /// The next update is overdue by more than the grace.
    Stale,
    /// A signed statement has expired.
    Expired,
}

/// The source of a document's attributes.
#[uniffi::remote(Enum)]
pub enum Source {
    /// The record of the register, opened with the verification code.
    Register,
    /// The signed document; the register confirmed only its number.
    Document,
    /// The input alone; nothing confirmed it.
    Presented,
}

/// The outcome of an update.
#[uniffi::remote(Enum)]
pub enum Change {
    /// The device has its first bundle.
    First,
    /// A newer bundle, freshness statement or trust root is active.
    Newer,
    /// The source has nothing newer; damaged files of the device were replaced.
    Mended,
    /// The source has nothing newer.
    Nothing,
}

/// A text in three languages.
#[uniffi::remote(Record)]
pub struct Translations {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

/// A code with the names that the register gives it.
#[uniffi::remote(Record)]
pub struct Named {
    /// The code.
    pub code: String,
    /// Its names; none where the register has none.
    pub names: Option<Translations>,
}

/// A period of days. Both ends are included; the end can be open.
#[uniffi::remote(Record)]
pub struct Interval {
    /// The first day.
    pub from: Day,
    /// The last day; none for an open end.
    pub until: Option<Day>,
}

/// The days that a calendar of working days covers; both ends are included.
#[uniffi::remote(Record)]
pub struct CalendarSpan {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// A finding as text.
#[uniffi::remote(Record)]
pub struct FindingText {
    /// What was checked.
    pub title: String,
    /// The answer.
    pub text: String,
    /// What to do, if the check is not satisfied.
    pub advice: Option<String>,
    /// The provision of the Law or the standard that the check rests on.
    pub source: String,
    /// Whether it could not be decided only because another check could not. An app may hide these.
    pub waits: bool,
}

/// A rule's answer as text.
#[uniffi::remote(Record)]
pub struct RuleText {
    /// The question.
    pub title: String,
    /// The answer.
    pub text: String,
    /// What to do, where there is something.
    pub advice: Option<String>,
    /// The steps that influenced the answer: skipped days, chosen readings.
    pub trace: Vec<String>,
    /// The provision of the Law.
    pub source: String,
    /// The members of an aggregate, or the rules of a composite question.
    pub parts: Vec<RuleText>,
}

/// What a person's post asks for. It is compared beside the verdict and never changes it.
#[uniffi::remote(Record)]
pub struct Post {
    /// The profession: a code, a name in one of the register's languages, or both.
    pub profession: String,
    /// The qualification level that the post asks for, if one is stated.
    pub level: Option<String>,
}

/// How the profession of a document relates to that of a post.
#[uniffi::remote(Enum)]
pub enum PostMatch {
    /// The document is for the profession of the post.
    Same,
    /// The document is for skills of the profession of the post (art. 20).
    PartOfIt,
    /// The document is for another profession.
    Another,
    /// The profession of the post is in another edition of the classifier only, so they cannot be compared.
    AnotherEdition,
    /// The classifier has no such code or name, or the text names several professions; they cannot be compared.
    Unknown,
    /// Nothing confirms the profession of the document, so they cannot be compared.
    NotConfirmed,
    /// A page of the classifier cannot be read, so they cannot be compared.
    Unreadable,
}

/// Whether the level of a document is the same text as that of a post.
#[uniffi::remote(Enum)]
pub enum LevelMatch {
    /// The same text.
    Same,
    /// Not the same text. Which of the two is higher is not known.
    NotTheSameText,
}

/// A document beside a post. It says nothing about whether the Law lets the person do this work (art. 15.5).
#[uniffi::remote(Record)]
pub struct PostComparison {
    /// The profession.
    pub profession: PostMatch,
    /// The level; none if the post states none, or the document's is not confirmed.
    pub level: Option<LevelMatch>,
}
