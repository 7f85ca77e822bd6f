//! What is wrong with a field of a typed form.

use alloc::string::String;
use core::fmt;

use super::identity::IdentityError;
use super::write_template;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// A field of a typed form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FormField { $($(#[$doc])* $field,)* }

        impl serde::Serialize for FormField {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl FormField {
            /// Every field, in order.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// The name in JSON and as a column of a list.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)* }
            }
        }

        /// The names of a form's fields, in the order of [`FormField`].
        pub const FORM_FIELDS: &[&str] = &[$($name),*];
    };
}

fields! {
    /// Document number.
    Number = "number",
    /// Verification code.
    Code = "code",
    /// Identity number of the holder.
    Holder = "holder",
    /// Name of the holder.
    Name = "name",
    /// Code of the profession.
    Profession = "profession",
    /// Edition of the classifier.
    Edition = "edition",
    /// Code of the qualification.
    Qualification = "qualification",
    /// Qualification level.
    Level = "level",
    /// Codes of the skills.
    Skills = "skills",
    /// BIN of the centre.
    Centre = "centre",
    /// Serial number of the accreditation certificate.
    Accreditation = "accreditation",
    /// Basis of the exam.
    Basis = "basis",
    /// Day of the exam.
    ExamOn = "exam_on",
    /// Day of issue.
    IssuedOn = "issued_on",
    /// Last day of validity.
    ValidUntil = "valid_until",
}

/// What is wrong with a field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldProblem {
    /// A document number is too long, empty or not printable.
    Number,
    /// A code is too long, empty or not printable.
    Code,
    /// A name is too long, or not a name.
    Name,
    /// Letters or digits were lost when the value was saved or exported: `?` or U+FFFD in it, or `1.5E+11`.
    Lost,
    /// A list of skills is too long, or contains something that is not a code.
    Skills,
    /// The kind of a basis is unknown.
    BasisKind,
    /// The identifier of a basis is missing, too long, empty or not printable.
    BasisId,
    /// A text is not a date.
    Date {
        /// The text.
        text: String,
    },
    /// The BIN of the centre is not an identity number.
    Centre(IdentityError),
}

impl FieldProblem {
    /// Returns the text in English, to be put after the name of the field, with `{placeholders}` for
    /// [`FieldProblem::write_value`].
    #[must_use]
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Number => "must be 1 to 64 printable characters",
            Self::Code => "must be 1 to 32 printable characters",
            Self::Name => "must be a name of at most 160 bytes",
            Self::Lost => {
                "has lost letters or digits (\"?\" or 1.5E+11 in it); copy it from the document again"
            }
            Self::Skills => "must be at most 32 codes of 1 to 32 printable characters",
            Self::BasisKind => "kind must be \"standard\" or \"qualification-requirements\"",
            Self::BasisId => "id must be 1 to 32 printable characters",
            Self::Date { .. } => "\"{text}\" is not a date; write it as YYYY-MM-DD",
            Self::Centre(_) => "{problem}",
        }
    }

    /// Writes the value of a placeholder, in English; writes an unknown placeholder unchanged.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_value(&self, name: &str, out: &mut dyn fmt::Write) -> fmt::Result {
        match (self, name) {
            (Self::Date { text }, "text") => out.write_str(text),
            (Self::Centre(error), "problem") => write!(out, "{error}"),
            _ => write!(out, "{{{name}}}"),
        }
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_template(f, self.template(), |name, out| self.write_value(name, out))
    }
}
