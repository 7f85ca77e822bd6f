//! What is wrong with a field of a typed form.

use alloc::string::String;

use thiserror::Error;

use crate::identity::IdentityError;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// A field of a typed form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FormField { $($(#[$doc])* $field,)* }

        impl FormField {
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
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FieldProblem {
    /// A document number is too long, empty or not printable.
    #[error("must be 1 to 64 printable characters")]
    Number,
    /// A code is too long, empty or not printable.
    #[error("must be 1 to 32 printable characters")]
    Code,
    /// A name is too long, or not a name.
    #[error("must be a name of at most 160 bytes")]
    Name,
    /// A list of skills is too long, or contains something that is not a code.
    #[error("must be at most 32 codes of 1 to 32 printable characters")]
    Skills,
    /// The kind of a basis is unknown.
    #[error("kind must be \"standard\" or \"qualification-requirements\"")]
    BasisKind,
    /// The identifier of a basis is missing, too long, empty or not printable.
    #[error("id must be 1 to 32 printable characters")]
    BasisId,
    /// A text is not a date.
    #[error("\"{text}\" is not a date; write it as YYYY-MM-DD")]
    Date {
        /// The text.
        text: String,
    },
    /// The BIN of the centre is not an identity number.
    #[error("{0}")]
    Centre(IdentityError),
}
