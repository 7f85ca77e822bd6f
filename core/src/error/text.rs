//! The texts of errors: templates with values.

use core::fmt;

use super::codes::ErrorCode;

/// An error whose text is in the table of codes.
pub trait Coded: fmt::Display {
    /// Returns the stable code.
    fn code(&self) -> ErrorCode;

    /// Returns the code whose text states the error. It differs from [`Coded::code`] if the error concerns a field of a
    /// form.
    fn text_code(&self) -> ErrorCode;

    /// Writes the value of a placeholder of the text, in English; writes an unknown placeholder unchanged.
    ///
    /// # Errors
    /// The errors of `out`.
    fn write_value(&self, name: &str, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Returns the error that is the value of the placeholder `{source}`: it has a text in each language too.
    fn cause(&self) -> Option<&dyn Coded> {
        None
    }
}

/// Writes a template. `value` writes the value of each `{placeholder}`. Braces in a value are not placeholders.
///
/// # Errors
/// The errors of `out` and `value`.
pub fn write_template<W: fmt::Write + ?Sized>(
    out: &mut W,
    template: &str,
    mut value: impl FnMut(&str, &mut W) -> fmt::Result,
) -> fmt::Result {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.write_str(before)?;
        value(name, out)?;
        rest = after;
    }
    out.write_str(rest)
}

/// Defines an error type whose texts are in the table of codes.
///
/// A variant is written as in an enum, followed by its code: `TooLong { limit: usize } = InputTooLong`. The fields of a tuple
/// variant are named, too. A field's value in the text is its `Display`, or the expression after `=>`. The field after `because` is
/// a boxed error of the table, and its placeholder is `{source}`. The variants after
/// `nested` contain another error: each has expressions for its code and for the code of its text, and one that writes a value.
#[doc(hidden)]
#[macro_export]
macro_rules! coded_error {
    (
        $(#[$meta:meta])*
        pub enum $Error:ident {
            $(
                $(#[$doc:meta])* $Variant:ident
                $({ $($(#[$field_doc:meta])* $field:ident: $type:ty $(=> $show:expr)?),+ $(,)? })?
                $(( $($(#[$part_doc:meta])* $part:ident: $part_type:ty $(=> $part_show:expr)?),+ $(,)? ))?
                = $Code:ident $(because $cause:ident)?
            ),* $(,)?
        }
        $(nested {
            $(
                $(#[$nested_doc:meta])* $Nested:ident ( $(#[$inner_doc:meta])* $inner:ident: $inner_type:ty )
                = $code:expr, $text:expr, |$name:ident, $out:ident| $write:expr;
            )*
        })?
    ) => {
        $(#[$meta])*
        pub enum $Error {
            $(
                $(#[$doc])* $Variant
                $({ $($(#[$field_doc])* $field: $type),+ })?
                $(( $($(#[$part_doc])* $part_type),+ ))?,
            )*
            $($($(#[$nested_doc])* $Nested($(#[$inner_doc])* $inner_type),)*)?
        }

        impl $Error {
            /// Returns the stable code. Numbers are never reused.
            #[must_use]
            pub const fn code(&self) -> $crate::error::ErrorCode {
                match self {
                    $(Self::$Variant { .. } => $crate::error::ErrorCode::$Code,)*
                    $($(Self::$Nested($inner) => $code,)*)?
                }
            }
        }

        #[cfg(test)]
        impl $Error {
            /// The codes of the variants, each with the names of its values.
            pub(crate) const VALUES: &'static [($crate::error::ErrorCode, &'static [&'static str])] = &[$((
                $crate::error::ErrorCode::$Code,
                &[$($(stringify!($field)),+)? $($(stringify!($part)),+)?],
            )),*];
        }

        impl $crate::error::Coded for $Error {
            fn code(&self) -> $crate::error::ErrorCode {
                self.code()
            }

            fn text_code(&self) -> $crate::error::ErrorCode {
                match self {
                    $(Self::$Variant { .. } => $crate::error::ErrorCode::$Code,)*
                    $($(Self::$Nested($inner) => {
                        let _ = $inner;
                        $text
                    })*)?
                }
            }

            fn write_value(&self, name: &str, out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                match self {
                    $(Self::$Variant $({ $($field),+ })? $(( $($part),+ ))? => {
                        $($(if name == stringify!($field) {
                            return write!(out, "{}", $crate::coded_error!(@show $field $($show)?));
                        })+)?
                        $($(if name == stringify!($part) {
                            return write!(out, "{}", $crate::coded_error!(@show $part $($part_show)?));
                        })+)?
                        write!(out, "{{{name}}}")
                    })*
                    $($(Self::$Nested($inner) => {
                        let ($name, $out) = (name, out);
                        $write
                    })*)?
                }
            }

            fn cause(&self) -> ::core::option::Option<&dyn $crate::error::Coded> {
                $($(if let Self::$Variant { $cause, .. } = self {
                    return ::core::option::Option::Some(&**$cause);
                })?)*
                ::core::option::Option::None
            }
        }

        impl ::core::fmt::Display for $Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                use $crate::error::Coded;
                let template = self.text_code().template();
                $crate::error::write_template(f, template, |name, out| self.write_value(name, out))
            }
        }
    };
    (@show $field:ident) => { $field };
    (@show $field:ident $show:expr) => { $show };
}
