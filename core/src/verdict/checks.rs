//! The checks, each with its stable id and number, its source, and when it may be not applicable.

use crate::citation::{Chapter, Citation};

/// When a check of a `valid` verdict may be not applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayNotApply {
    /// Never.
    Never,
    /// For a typed form, which has no signature and may omit attributes.
    Typed,
    /// For any document without such a part (skills).
    Always,
}

impl MayNotApply {
    /// Returns whether the check may be not applicable: to a typed form if `typed`, otherwise to a signed document.
    #[must_use]
    pub const fn allows(self, typed: bool) -> bool {
        match self {
            Self::Never => false,
            Self::Typed => typed,
            Self::Always => true,
        }
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $id:literal, $citation:expr, $may:ident;)*) => {
        /// A check of the verification, in the order in which verdicts list them.
        ///
        /// ```
        /// use rastau_core::CheckId;
        ///
        /// let check = CheckId::RegisterLevel;
        /// assert_eq!((check.id(), check.code()), ("register.level", 1207));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckId { $($(#[$doc])* $name,)* }

        impl CheckId {
            /// Every check, in order.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$name),*];

            /// Returns the stable id, as in JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Returns the stable number, which is never reused.
            #[must_use]
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code,)* }
            }

            /// Returns the source of the check: an article of the Law, or a clause of a standard.
            #[must_use]
            pub const fn citation(self) -> Citation {
                match self { $(Self::$name => $citation,)* }
            }

            /// Returns when the check may be not applicable.
            #[must_use]
            pub const fn may_not_apply(self) -> MayNotApply {
                match self { $(Self::$name => MayNotApply::$may,)* }
            }
        }
    };
}

checks! {
    /// Every page of the register that was read matches the signed data.
    SnapshotAuthentic = 1001, "snapshot.authentic", Citation::format(Chapter::Segments), Never;
    /// Every page that was needed could be read.
    SnapshotComplete = 1002, "snapshot.complete", Citation::format(Chapter::Segments), Never;
    /// The snapshot is recent enough for the policy.
    SnapshotFresh = 1003, "snapshot.fresh", Citation::format(Chapter::Freshness), Never;
    /// The device's clock is not behind the newest signed time, nor behind the latest time that it is known to have shown.
    ClockPlausible = 1004, "clock.plausible", Citation::format(Chapter::Freshness), Never;
    /// This version of the program knows every claim of the document.
    DocumentReadable = 1101, "document.readable", Citation::rfc(8392, "3"), Typed;
    /// The register lists the key that the document names as its signing key.
    DocumentKeyKnown = 1102, "document.key-known", Citation::format(Chapter::Tables), Typed;
    /// The signature over the received bytes is valid for that key.
    DocumentSignature = 1103, "document.signature", Citation::rfc(9052, "4.4"), Typed;
    /// The key may sign for this centre and profession.
    DocumentKeyScope = 1104, "document.key-in-scope", Citation::format(Chapter::Tables), Typed;
    /// The key was in force on the day of issue.
    DocumentKeyInForce = 1105, "document.key-in-force", Citation::format(Chapter::Tables), Typed;
    /// The day of issue is not in the future.
    DocumentIssueDate = 1106, "document.issue-date", Citation::law(21, 1, 0, 0), Never;
    /// The register of issued and cancelled documents lists the number.
    RegisterListed = 1201, "register.listed", Citation::law(6, 1, 0, 8), Never;
    /// The verification code matches the record.
    RegisterCode = 1202, "register.code", Citation::law(6, 1, 0, 8), Never;
    /// The holder's identity number matches the record.
    RegisterHolder = 1203, "register.holder", Citation::law(6, 1, 0, 8), Never;
    /// The holder's name matches the record.
    RegisterName = 1204, "register.name", Citation::law(6, 1, 0, 8), Typed;
    /// The profession matches the record.
    RegisterProfession = 1205, "register.profession", Citation::law(6, 1, 0, 8), Typed;
    /// The qualification matches the record.
    RegisterQualification = 1206, "register.qualification", Citation::law(6, 1, 0, 8), Typed;
    /// The level matches the record.
    RegisterLevel = 1207, "register.level", Citation::law(6, 1, 0, 8), Typed;
    /// The skills match the record.
    RegisterSkills = 1208, "register.skills", Citation::law(6, 1, 0, 8), Typed;
    /// The centre matches the record.
    RegisterCentre = 1209, "register.centre", Citation::law(6, 1, 0, 8), Typed;
    /// The accreditation matches the record.
    RegisterAccreditation = 1210, "register.accreditation", Citation::law(6, 1, 0, 8), Typed;
    /// The basis matches the record.
    RegisterBasis = 1211, "register.basis", Citation::law(6, 1, 0, 8), Typed;
    /// The day of the exam matches the record.
    RegisterExamDate = 1212, "register.exam-date", Citation::law(6, 1, 0, 8), Typed;
    /// The day of issue matches the record.
    RegisterIssueDate = 1213, "register.issue-date", Citation::law(6, 1, 0, 8), Typed;
    /// The end of validity matches the record.
    RegisterValidity = 1214, "register.validity", Citation::law(6, 1, 0, 8), Typed;
    /// What was stated beside the document, such as the other columns of its row in a list, matches the document and the record.
    StatedBeside = 1215, "register.stated-beside", Citation::law(6, 1, 0, 8), Always;
    /// The Law was in force on the day of issue.
    LawInForce = 1301, "art31.entry-into-force", Citation::law(31, 0, 0, 0), Never;
    /// The profession was in the register of professions on the day of issue.
    Profession = 1302, "art15.p1.profession-recognisable", Citation::law(15, 1, 0, 0), Never;
    /// Recognition in the profession is voluntary, so this Law applies.
    Mode = 1303, "art15.p5.mandatory-other-law", Citation::law(15, 5, 0, 0), Never;
    /// The standard was in force on the day of the exam, or the qualification requirements if there was no standard.
    Basis = 1304, "art15.p4.part2.basis", Citation::law(15, 4, 2, 0), Never;
    /// The centre was accredited for the profession on the day of the exam.
    Centre = 1305, "art15.p3.centre-conducts", Citation::law(15, 3, 0, 0), Never;
    /// A document on skills names skills, qualification and profession.
    SkillFields = 1306, "art20.p3.skill-document-fields", Citation::law(20, 3, 0, 0), Always;
    /// The document is within its validity on the date in question.
    Validity = 1307, "art21.p5.document-validity", Citation::law(21, 5, 0, 0), Never;
    /// The document is not cancelled on the date in question.
    Cancellation = 1308, "art26.p2.part2.document-cancellation", Citation::law(26, 2, 2, 0), Never;
}
