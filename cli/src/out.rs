//! The one place that prints. A failed write is an error like any other, with a sentence and an exit code: the
//! standard `println!` panics instead.

use std::fmt::Arguments;
use std::io::Write;

use crate::error::CliError;

/// Prints a line on standard output, or leaves the function with why it could not be.
macro_rules! say {
    ($($words:tt)*) => { $crate::out::print(format_args!("{}\n", format_args!($($words)*)))? };
}

/// Writes a line on standard error. Where nobody can read that, there is nobody left to tell.
macro_rules! note {
    ($($words:tt)*) => { $crate::out::tell(format_args!($($words)*)) };
}

pub(crate) use {note, say};

/// Prints on standard output.
pub fn print(words: Arguments<'_>) -> Result<(), CliError> {
    // One write a call, so that a reader that stops has what was said before.
    Ok(std::io::stdout().lock().write_all(words.to_string().as_bytes())?)
}

/// Writes a line on standard error.
pub fn tell(words: Arguments<'_>) {
    let _ = std::io::stderr().lock().write_all(format!("{words}\n").as_bytes());
}

/// Brings out what still waits: an exit code of 0 says that everything was written.
pub fn finish() -> Result<(), CliError> {
    Ok(std::io::stdout().lock().flush()?)
}
