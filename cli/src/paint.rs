//! Colour, on a terminal only.

use std::io::IsTerminal;

/// Paints or leaves plain.
#[derive(Clone, Copy)]
pub struct Paint(bool);

impl Paint {
    /// Colour if standard output is a terminal and nobody asked for none (`NO_COLOR`).
    pub fn stdout() -> Self {
        Self(
            std::io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        )
    }

    fn code(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }

    /// For what is good.
    pub fn green(self, text: &str) -> String {
        self.code("1;32", text)
    }

    /// For what is not.
    pub fn red(self, text: &str) -> String {
        self.code("1;31", text)
    }

    /// For what cannot be told.
    pub fn yellow(self, text: &str) -> String {
        self.code("1;33", text)
    }

    /// For what stands back.
    pub fn dim(self, text: &str) -> String {
        self.code("2", text)
    }

    /// For what stands out.
    pub fn bold(self, text: &str) -> String {
        self.code("1", text)
    }
}
