//! Exit codes of the command line.

/// Exit codes of the command line for errors, after BSD's `sysexits(3)`. Verdicts use 0, 1 and 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Exit {
    /// The command line is wrong (`EX_USAGE`).
    Usage = 64,
    /// The input is not in the expected format (`EX_DATAERR`).
    Data = 65,
    /// An input file is missing or cannot be read (`EX_NOINPUT`).
    NoInput = 66,
    /// A bundle or a device's state was refused (`EX_UNAVAILABLE`).
    Refused = 69,
    /// A fault of the program (`EX_SOFTWARE`).
    Internal = 70,
    /// Output could not be written (`EX_CANTCREAT`).
    CannotWrite = 73,
    /// A source of updates could not be read (`EX_IOERR`).
    CannotFetch = 74,
    /// Another process holds the device; a later try may succeed (`EX_TEMPFAIL`).
    Busy = 75,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// Defines an error type whose variants each state the exit code of the command line.
///
/// A variant is written as in an enum, followed by the name of its [`Exit`]: `NotFound(PathBuf) = NoInput`. The variants after
/// `nested` contain another error, which has the exit code: `Open(#[from] OpenError) = 0.exit()` names the field and the methods
/// that return it. Errors with a number, which bindings return too, are made by `coded_error!` instead: their exit code is in
/// the table of codes.
#[doc(hidden)]
#[macro_export]
macro_rules! exit_error {
    (
        $(#[$meta:meta])*
        pub enum $Error:ident {
            $(
                $(#[$doc:meta])* $Variant:ident $({ $($fields:tt)* })? $(( $($parts:tt)* ))? = $Exit:ident
            ),* $(,)?
        }
        $(nested {
            $(
                $(#[$nested_doc:meta])* $Nested:ident $({ $($nested_fields:tt)* })? $(( $($nested_parts:tt)* ))?
                = $at:tt $(. $method:ident())+;
            )*
        })?
    ) => {
        $(#[$meta])*
        pub enum $Error {
            $($(#[$doc])* $Variant $({ $($fields)* })? $(( $($parts)* ))?,)*
            $($($(#[$nested_doc])* $Nested $({ $($nested_fields)* })? $(( $($nested_parts)* ))?,)*)?
        }

        impl $Error {
            /// Returns the exit code of the command line.
            #[must_use]
            pub const fn exit(&self) -> $crate::error::Exit {
                match self {
                    $(Self::$Variant { .. } => $crate::error::Exit::$Exit,)*
                    $($(Self::$Nested { $at: error, .. } => error $(.$method())+,)*)?
                }
            }
        }
    };
}
