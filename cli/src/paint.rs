//! Colours, on a terminal only.

use std::io::IsTerminal;

/// Colours text, or leaves it unchanged.
#[derive(Clone, Copy)]
pub struct Paint(bool);

impl Paint {
    /// Colours if standard output is a terminal and `NO_COLOR` is empty or not set.
    pub fn stdout() -> Self {
        Self(
            std::io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        )
    }

    fn code(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }

    /// For valid results.
    pub fn green(self, text: &str) -> String {
        self.code("1;32", text)
    }

    /// For invalid results.
    pub fn red(self, text: &str) -> String {
        self.code("1;31", text)
    }

    /// For undetermined results.
    pub fn yellow(self, text: &str) -> String {
        self.code("1;33", text)
    }

    /// For secondary text.
    pub fn dim(self, text: &str) -> String {
        self.code("2", text)
    }

    /// For headings.
    pub fn bold(self, text: &str) -> String {
        self.code("1", text)
    }
}
