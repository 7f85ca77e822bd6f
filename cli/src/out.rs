//! Output on standard output and standard error. A failed write is a [`CliError`] with an exit code, where `println!`
//! would panic.

use std::fmt::Arguments;
use std::io::Write;

use crate::error::CliError;
use crate::plain::{plain, plain_lines};

/// Prints a line on standard output; returns from the function if that fails.
macro_rules! print_line {
    ($($text:tt)*) => { $crate::out::print(format_args!("{}\n", format_args!($($text)*)))? };
}

/// Prints a line on standard error. A failure is ignored: there is no other stream to report it on.
macro_rules! note {
    ($($text:tt)*) => { $crate::out::print_error(format_args!($($text)*)) };
}

pub(crate) use {note, print_line};

/// Prints on standard output.
pub fn print(text: Arguments<'_>) -> Result<(), CliError> {
    // One write for each call, so that a reader that stops has everything printed before.
    Ok(std::io::stdout().lock().write_all(text.to_string().as_bytes())?)
}

/// Prints a line on standard error.
pub fn print_error(text: Arguments<'_>) {
    let _ = std::io::stderr().lock().write_all(format!("{}\n", plain(&text.to_string())).as_bytes());
}

/// Prints the lines of a text on standard error.
pub fn print_error_lines(text: &str) {
    let _ = std::io::stderr().lock().write_all(plain_lines(text).as_bytes());
}

/// Flushes standard output, so that exit code 0 means that everything was written.
pub fn finish() -> Result<(), CliError> {
    Ok(std::io::stdout().lock().flush()?)
}
