//! Ambiguities in the Law's text: what is open, how it is read here, and where the reading appears in the answers.

/// How an ambiguity is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// By the reading of this name, which the answers state. Where two readings differ on the day, they state both.
    Reading(&'static str),
    /// By a choice that the trace records under this name.
    Step(&'static str),
    /// By a type that distinguishes, or unites, what the wording does not.
    Type(&'static str),
    /// By the rule of this id, which sets no further condition.
    Rule(&'static str),
}

impl Settled {
    /// Returns the stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading(name) | Self::Step(name) | Self::Type(name) | Self::Rule(name) => name,
        }
    }

    /// Returns the kind of the name.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Reading(_) => "reading",
            Self::Step(_) => "step",
            Self::Type(_) => "type",
            Self::Rule(_) => "rule",
        }
    }
}

/// An ambiguous place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ambiguity {
    /// The provisions.
    pub provision: &'static str,
    /// What is open.
    pub open: &'static str,
    /// How it is read here, and why.
    pub read: &'static str,
    /// Where the reading appears.
    pub settled: Settled,
}

macro_rules! ambiguities {
    ($($provision:literal, $open:literal, $read:literal, $kind:ident($name:literal);)*) => {
        /// Every ambiguity, in the order in which they were found.
        pub const AMBIGUITIES: &[Ambiguity] = &[$(Ambiguity {
            provision: $provision,
            open: $open,
            read: $read,
            settled: Settled::$kind($name),
        }),*];
    };
}

ambiguities! {
    "1(3), 1(17)", "two different notions are both called skill",
        "art. 20 speaks of the wide one (дағды, навык); single actions have no type of their own",
        Type("snapshot::rows::Skill");
    "1(14)", "informal education is named twice",
        "the first stands for non-formal education, as in definition 21",
        Type("law::articles::a19_education::EducationKind.NonFormal");
    "26.1, 26.5", "renewal is two acts",
        "in 26.1 it is the reissue after a reorganisation, in 26.5 the resumption after a revocation",
        Reading("renewal-means-reissue");
    "2.3(2)", "whether employees of financial organisations are meant",
        "the words belong to the name of one regulator: a bank's clerk is not excluded",
        Reading("regulator-is-one-body");
    "26.2(3)", "whether criteria and agreement must both be violated",
        "either suffices, because 25.3 sends a violated criterion here alone",
        Reading("either-suffices");
    "26.2(4)", "whether one confirmed complaint suffices",
        "it does: the plural names the kind",
        Reading("one-complaint-suffices");
    "26.6(2)", "validity ends by the end of validity",
        "it ends when the three years are over",
        Reading("end-of-validity-means-end-of-term");
    "21.2", "whether failing and not coming count alike",
        "they do, where the exam fell into a time of disability",
        Reading("absence-and-failure-alike");
    "29.1", "once a year",
        "once in a calendar year, as the practice of issuing has it",
        Reading("calendar-year");
    "29.3", "extended during the disability: by its length, or until its end",
        "by its length; where the other reading gives another answer on the day, both are reported",
        Reading("extended-by-length");
    "24.2", "what it is to be established at an educational institution",
        "to be a part of one or under one; renting its rooms, or being founded by one, is left to human judgement",
        Reading("as-a-part-or-under-one");
    "25.2", "from when the ten days run, and whether they cover the agreement",
        "from the decision; issue and listing are covered, the agreement is reported separately",
        Step("term-runs-from-decision");
    "26.3", "whether the ten days run from the event or from its detection",
        "from the detection; the day counted from the event is reported as the strict one, and both where they differ",
        Reading("from-detection");
    "22.1, 22.2, 25.4, 26.4", "whether the day of the event is counted",
        "it is not; on the days between the two last days both answers are reported",
        Reading("event-day-excluded");
    "21.5, 23.2(5)", "whether the corresponding day is the last day of validity, or the day before it",
        "it is the last day; on that day both are reported, unless a date is printed",
        Reading("corresponding-day-included");
    "23.5", "six months backwards from the end of a month",
        "rounded down to the last day of a shorter month, and never extended: earlier is always in time",
        Reading("month-end-rounded-down");
    "18(1)", "on which day the age counts, and the birthday of 29 February",
        "on the day of the exam; that birthday is 28 February by one reading and 1 March by the other",
        Reading("age-on-the-day-of-the-exam");
    "22.2, 22.3(2)", "by when the result of an appeal must be communicated",
        "within the five days of its consideration, of which the communication is a part",
        Step("informing-belongs-to-consideration");
    "22.2", "by when an appeal must be registered",
        "the Law does not say; from the day of filing only the earliest last day follows",
        Step("registration-day-unknown");
    "1(7), 15.1", "a candidate applies voluntarily, and recognition may be mandatory",
        "nobody is turned away for having to be recognised; another law then decides",
        Rule("art15.p5.mandatory-other-law");
    "4, 9, 10, 12", "councils and frameworks are called now industry, now sectoral; the National council for, or on",
        "the same bodies and tools under two names",
        Type("law::articles::a04_participants::ParticipantKind");
    "23.2(2), 23.2(3)", "two stages are both called examination",
        "the second is the expertise of the documents, the third the survey on site",
        Type("law::articles::a23_accreditation::p2_stages::AccreditationStage");
    "26.5, 26.6(1)", "a revocation terminates the certificate, and may be undone",
        "it is terminated until it is resumed; its last day stays what it was",
        Reading("revoked-until-resumed");
    "6.1(5), 11(2)", "the list of centres and the Chamber's register of accredited centres",
        "one table of centres with the route of each, which the Chamber signs separately",
        Type("snapshot::rows::Centre");
    "15.3, 1(9)", "whether a centre must be accredited on the day of the exam only, or until the decision",
        "both: recognition is an evaluation and a decision; where the centre lost its accreditation between them, both readings are reported",
        Reading("centre-until-the-decision");
    "15.1, 1(9)", "whether a profession must be in the register on the day of the exam, or of the decision",
        "both; where it was there on one of the two days, both readings are reported",
        Reading("register-on-the-day-of-the-exam");
    "26.2, part two", "whether a document that must be cancelled is valid until the register says that it is cancelled",
        "it is cancelled by the entry; a question about the document reports both readings",
        Reading("cancelled-by-the-confirmation");
    "26.5, part two", "whether a violation must concern health, life support and safety together",
        "any one of them bars the resumption",
        Reading("any-kind-bars");
    "10.3", "from when the six months of an update are counted",
        "from the last update",
        Reading("six-months-from-the-last-update");
    "29.1", "on which day the status of an unemployed person counts",
        "on the day of the request; losing it later cancels no voucher",
        Reading("status-on-request-date");
    "23.2", "whether the stages must follow one another in the order of their numbers",
        "they must: a later one rests on the result of an earlier one, for the decision by art. 25.1",
        Reading("stages-in-their-order");
    "2.3(4)", "deputies of the Kurultai, which follows Parliament on 1 July 2026",
        "they count as deputies of the national legislature",
        Reading("kurultai-deputies-are-deputies");
}
