//! The fields of a list.

use rastau_core::error::FormField;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:expr,)*) => {
        /// A field that a column of a list holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// All fields.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// The name: of a form's field, that of [`FormField`].
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)* }
            }
        }
    };
}

fields! {
    /// The text of a document's QR code.
    Document = "document",
    /// Document number.
    Number = FormField::Number.name(),
    /// Verification code.
    Code = FormField::Code.name(),
    /// Identity number of the holder.
    Holder = FormField::Holder.name(),
    /// Name of the holder.
    Name = FormField::Name.name(),
    /// Surname; a part of the name.
    Surname = "surname",
    /// Given name; a part of the name.
    GivenName = "given_name",
    /// Patronymic; a part of the name.
    Patronymic = "patronymic",
    /// Code of the profession.
    Profession = FormField::Profession.name(),
    /// Code or name of the profession that the person's post asks for. It is compared beside the verdict and never changes it.
    Post = "post_profession",
    /// Edition of the classifier.
    Edition = FormField::Edition.name(),
    /// Code of the qualification.
    Qualification = FormField::Qualification.name(),
    /// Qualification level.
    Level = FormField::Level.name(),
    /// Codes of the skills, with commas or semicolons between them.
    Skills = FormField::Skills.name(),
    /// BIN of the centre.
    Centre = FormField::Centre.name(),
    /// Serial number of the accreditation certificate.
    Accreditation = FormField::Accreditation.name(),
    /// Identifier of the basis of the exam, with or without its kind.
    Basis = FormField::Basis.name(),
    /// Day of the exam.
    ExamOn = FormField::ExamOn.name(),
    /// Day of issue.
    IssuedOn = FormField::IssuedOn.name(),
    /// Last day of validity.
    ValidUntil = FormField::ValidUntil.name(),
}

impl Field {
    /// Returns the field with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// Returns the field of a form; `None` for the text of a document and for the post. The parts of a name map to the name.
    #[must_use]
    pub fn form_field(self) -> Option<FormField> {
        let name = if self.is_name_part() { Self::Name.name() } else { self.name() };
        FormField::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// Returns whether the field is a part of the name. [`crate::Row`] has the parts joined, as [`Field::Name`].
    #[must_use]
    pub const fn is_name_part(self) -> bool {
        matches!(self, Self::Surname | Self::GivenName | Self::Patronymic)
    }
}

#[cfg(test)]
mod tests {
    use rastau_core::error::FORM_FIELDS;

    use super::*;

    #[test]
    fn the_fields_are_those_of_a_form() {
        let own = Field::ALL
            .iter()
            .filter(|field| !field.is_name_part() && !matches!(field, Field::Document | Field::Post));
        assert_eq!(own.map(|field| field.name()).collect::<Vec<_>>(), FORM_FIELDS);
        assert!(Field::ALL.iter().all(|field| Field::from_name(field.name()) == Some(*field)));
        let without = Field::ALL.iter().filter(|field| field.form_field().is_none());
        assert!(without.eq(&[Field::Document, Field::Post]));
        assert_eq!(Field::Surname.form_field(), Some(FormField::Name));
    }
}
