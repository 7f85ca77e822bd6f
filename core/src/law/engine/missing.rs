//! What an undetermined answer lacks.

use crate::names::missing;

missing! {
    /// Something that a rule needs for its answer and does not have: a fact, or one of the other reasons.
    pub enum MissingForRule {
        /// A fact that the caller did not give, named by its path in the rule's facts: `as_of`, `centre.certificate`.
        Fact(&'static str) = |path| path,
        /// Events after the last day on which they can be known.
        Future = "future",
        /// The text leaves the question to human judgement.
        HumanDecision = "human-decision",
        /// Register entries known up to the day asked about.
        NewerRegister = "newer-register",
        /// The order of events of one day.
        OrderOfEvents = "order-of-events",
        /// Another law decides (art. 15.5, 17.1).
        OtherLaw = "other-law",
        /// The register's term of validity on the day of issue (art. 21.5).
        RegisterTerm = "register-term",
        /// A calendar of working days that covers the term.
        WorkingDayCalendar = "working-day-calendar",
    }
}
