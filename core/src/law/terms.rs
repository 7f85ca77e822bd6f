//! Vocabularies of the Law that no rule computes with, but a program prints and reads: the participants of the
//! system, its tools, and the forms of mandatory recognition.

use alloc::string::{String, ToString};
use core::fmt;

/// Defines an enum with stable kebab-case names, and a table of the names.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $table:ident, pub enum $name:ident { $($(#[$member_doc:meta])* $member:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$member_doc])* $member,)* }

        const $table: Vocabulary = Vocabulary {
            item: concat!("law::terms::", stringify!($name)),
            members: &[$((concat!("law::terms::", stringify!($name), ".", stringify!($member)), &[$text])),*],
            names: &[$($text),*],
        };

        impl $name {
            /// Every member, in the order of the act.
            pub const ALL: &'static [Self] = &[$(Self::$member),*];

            /// Returns the stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $text,)* }
            }

            /// Returns the member with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
    };
}

struct Vocabulary {
    item: &'static str,
    members: &'static [(&'static str, &'static [&'static str])],
    names: &'static [&'static str],
}

vocabulary! {
    /// The participants of the National qualifications system (art. 4): a closed list.
    PARTICIPANTS, pub enum ParticipantKind {
        /// The Government.
        Government = "government",
        /// The authorised body.
        AuthorizedBody = "authorized-body",
        /// Sectoral state bodies.
        SectoralStateBodies = "sectoral-state-bodies",
        /// The National council.
        NationalCouncil = "national-council",
        /// The National Chamber of Entrepreneurs, which accredits under this Law (art. 23.1).
        NationalChamber = "national-chamber",
        /// The accreditation body, which accredits in conformity assessment (art. 17.1, part two).
        AccreditationBody = "accreditation-body",
        /// The National body.
        NationalBody = "national-body",
        /// Industry councils, which the act also calls sectoral.
        IndustryCouncils = "industry-councils",
        /// Employers.
        Employers = "employers",
        /// Candidates.
        Candidates = "candidates",
        /// Recognition centres.
        RecognitionCentres = "recognition-centres",
    }
}

vocabulary! {
    /// The basic tools of the system (art. 5.2): a closed list.
    TOOLS, pub enum QualificationTool {
        /// The national qualifications framework.
        NationalFramework = "national-framework",
        /// The industry framework, which the act also calls sectoral.
        IndustryFramework = "industry-framework",
        /// Professional standards, and qualification requirements.
        StandardsAndRequirements = "standards-and-requirements",
        /// The register of professions.
        RegisterOfProfessions = "register-of-professions",
    }
}

vocabulary! {
    /// The forms of mandatory recognition that the Law itself names (note to art. 15.5).
    FORMS, pub enum NamedForm {
        /// A licence.
        Licensing = "licensing",
        /// Attestation.
        Attestation = "attestation",
        /// Certification.
        Certification = "certification",
        /// Notice that an individual begins an activity.
        Notification = "notification",
        /// A test.
        Testing = "testing",
        /// A qualification exam.
        QualificationExam = "qualification-exam",
    }
}

/// A form of mandatory recognition (note to art. 15.5): an open list, which other laws extend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MandatoryForm {
    /// A form that this Law names.
    Named(NamedForm),
    /// A form of another law, by its name.
    Other(String),
}

impl MandatoryForm {
    /// Returns the form with this name. Any name that is not blank is a form.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let other = || (!name.is_empty()).then(|| Self::Other(name.to_string()));
        NamedForm::from_name(name).map(Self::Named).or_else(other)
    }
}

impl fmt::Display for MandatoryForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Named(form) => form.name(),
            Self::Other(name) => name,
        })
    }
}

/// The names of an item, `law::terms::ParticipantKind` or `law::terms::ParticipantKind.Employers`; none for an item
/// that is not a vocabulary of this module.
pub(super) fn names_of(item: &str) -> &'static [&'static str] {
    if item == "law::terms::MandatoryForm" {
        return FORMS.names;
    }
    for vocabulary in [PARTICIPANTS, TOOLS, FORMS] {
        if vocabulary.item == item {
            return vocabulary.names;
        }
        if let Some((_, name)) = vocabulary.members.iter().find(|(member, _)| *member == item) {
            return name;
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_kebab_case_and_reads_back() {
        for vocabulary in [PARTICIPANTS, TOOLS, FORMS] {
            for (name, (item, own)) in vocabulary.names.iter().zip(vocabulary.members) {
                assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
                assert_eq!(names_of(item), *own);
                assert_eq!(*own, [*name]);
            }
            assert_eq!(names_of(vocabulary.item), vocabulary.names);
        }
        for member in ParticipantKind::ALL {
            assert_eq!(ParticipantKind::from_name(member.name()), Some(*member));
        }
        for member in QualificationTool::ALL {
            assert_eq!(QualificationTool::from_name(member.name()), Some(*member));
        }
        assert_eq!(
            (ParticipantKind::ALL.len(), QualificationTool::ALL.len(), NamedForm::ALL.len()),
            (11, 4, 6)
        );
        assert_eq!(ParticipantKind::from_name("Government"), None);
        assert!(names_of("law::terms::Nobody").is_empty());
    }

    #[test]
    fn the_forms_are_an_open_list() {
        for (name, form) in [
            ("licensing", MandatoryForm::Named(NamedForm::Licensing)),
            (" qualification-exam ", MandatoryForm::Named(NamedForm::QualificationExam)),
            ("entry in a roll", MandatoryForm::Other("entry in a roll".into())),
        ] {
            assert_eq!(MandatoryForm::from_name(name), Some(form.clone()));
            assert_eq!(form.to_string(), name.trim());
        }
        assert_eq!(MandatoryForm::from_name("  "), None);
    }
}
