//! The checks: each with its stable id and number, what it rests on, and when it may be left out.

use crate::citation::Citation;

/// When a check may be left out of a good document's verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayNotApply {
    /// Never.
    Never,
    /// On a typed form, which has no signature and may leave attributes out.
    Typed,
    /// On any document that has no such part (skills).
    Always,
}

impl MayNotApply {
    /// Whether leaving the check out is in order for a typed form (or a signed document).
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
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckId { $($(#[$doc])* $name,)* }

        impl CheckId {
            /// Every check, in order.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$name),*];

            /// The stable id, as in JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The stable number, never reused.
            #[must_use]
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code,)* }
            }

            /// What the check rests on.
            #[must_use]
            pub const fn citation(self) -> Citation {
                match self { $(Self::$name => $citation,)* }
            }

            /// Whether the check compares an attribute of the document with the record of the register.
            #[must_use]
            pub const fn is_comparison(self) -> bool {
                matches!(
                    self,
                    Self::RegisterProfession
                        | Self::RegisterQualification
                        | Self::RegisterLevel
                        | Self::RegisterSkills
                        | Self::RegisterCentre
                        | Self::RegisterAccreditation
                        | Self::RegisterBasis
                        | Self::RegisterExamDate
                        | Self::RegisterIssueDate
                        | Self::RegisterValidity
                )
            }

            /// When the check may be left out.
            #[must_use]
            pub const fn may_not_apply(self) -> MayNotApply {
                match self { $(Self::$name => MayNotApply::$may,)* }
            }
        }
    };
}

checks! {
    /// Every page of the register that was read is the one that was signed.
    SnapshotAuthentic = 1001, "snapshot.authentic", Citation::standard("docs/formats.md, segments"), Never;
    /// Every page that was needed could be read.
    SnapshotComplete = 1002, "snapshot.complete", Citation::standard("docs/formats.md, segments"), Never;
    /// The snapshot is young enough for the policy.
    SnapshotFresh = 1003, "snapshot.fresh", Citation::standard("docs/formats.md, freshness"), Never;
    /// The device's clock is not behind the newest signed time, nor behind what it is known to have shown.
    ClockPlausible = 1004, "clock.plausible", Citation::standard("docs/formats.md, freshness"), Never;
    /// Every claim of the document is known to this version.
    DocumentReadable = 1101, "document.readable", Citation::standard("RFC 8392, section 3"), Typed;
    /// The register lists the key that is said to have signed.
    DocumentKeyKnown = 1102, "document.key-known", Citation::standard("docs/formats.md, tables"), Typed;
    /// The signature is that key's, over the bytes that arrived.
    DocumentSignature = 1103, "document.signature", Citation::standard("RFC 9052, section 4.4"), Typed;
    /// The key may sign for this centre and profession.
    DocumentKeyScope = 1104, "document.key-in-scope", Citation::standard("docs/formats.md, tables"), Typed;
    /// The key was in force on the day of issue.
    DocumentKeyInForce = 1105, "document.key-in-force", Citation::standard("docs/formats.md, tables"), Typed;
    /// The day of issue is not in the future.
    DocumentIssueDate = 1106, "document.issue-date", Citation::law(21, 1, 0, 0), Never;
    /// The register of issued and cancelled documents lists the number.
    RegisterListed = 1201, "register.listed", Citation::law(6, 1, 0, 8), Never;
    /// The verification code is the record's.
    RegisterCode = 1202, "register.code", Citation::law(6, 1, 0, 8), Never;
    /// The holder's identity number is the record's.
    RegisterHolder = 1203, "register.holder", Citation::law(6, 1, 0, 8), Never;
    /// The holder's name is the record's.
    RegisterName = 1204, "register.name", Citation::law(6, 1, 0, 8), Typed;
    /// The profession is the record's.
    RegisterProfession = 1205, "register.profession", Citation::law(6, 1, 0, 8), Typed;
    /// The qualification is the record's.
    RegisterQualification = 1206, "register.qualification", Citation::law(6, 1, 0, 8), Typed;
    /// The level is the record's.
    RegisterLevel = 1207, "register.level", Citation::law(6, 1, 0, 8), Typed;
    /// The skills are the record's.
    RegisterSkills = 1208, "register.skills", Citation::law(6, 1, 0, 8), Typed;
    /// The centre is the record's.
    RegisterCentre = 1209, "register.centre", Citation::law(6, 1, 0, 8), Typed;
    /// The accreditation is the record's.
    RegisterAccreditation = 1210, "register.accreditation", Citation::law(6, 1, 0, 8), Typed;
    /// The basis is the record's.
    RegisterBasis = 1211, "register.basis", Citation::law(6, 1, 0, 8), Typed;
    /// The day of the exam is the record's.
    RegisterExamDate = 1212, "register.exam-date", Citation::law(6, 1, 0, 8), Typed;
    /// The day of issue is the record's.
    RegisterIssueDate = 1213, "register.issue-date", Citation::law(6, 1, 0, 8), Typed;
    /// The end of validity is the record's.
    RegisterValidity = 1214, "register.validity", Citation::law(6, 1, 0, 8), Typed;
    /// The Law was in force on the day of issue.
    LawInForce = 1301, "art31.entry-into-force", Citation::law(31, 0, 0, 0), Never;
    /// The profession was in the register of professions on the day of issue.
    Profession = 1302, "art15.p1.profession-recognisable", Citation::law(15, 1, 0, 0), Never;
    /// Recognition in the profession is voluntary, so that this Law decides.
    Mode = 1303, "art15.p5.mandatory-other-law", Citation::law(15, 5, 0, 0), Never;
    /// The standard, or in its absence the qualification requirements, were in force on the day of the exam.
    Basis = 1304, "art15.p4.part2.basis", Citation::law(15, 4, 2, 0), Never;
    /// The centre was accredited for the profession on the day of the exam.
    Centre = 1305, "art15.p3.centre-conducts", Citation::law(15, 3, 0, 0), Never;
    /// A document on skills names skills, qualification and profession.
    SkillFields = 1306, "art20.p3.skill-document-fields", Citation::law(20, 3, 0, 0), Always;
    /// The document is within its validity on the day asked about.
    Validity = 1307, "art21.p5.document-validity", Citation::law(21, 5, 0, 0), Never;
    /// The document is not cancelled on the day asked about.
    Cancellation = 1308, "art26.p2.part2.document-cancellation", Citation::law(26, 2, 2, 0), Never;
}
