//! What is printed at the end: a table, and the line that a machine reads.

use std::time::Duration;

/// How one step went.
pub(crate) struct Done {
    /// The step's name.
    pub(crate) id: &'static str,
    /// A sentence when it failed.
    pub(crate) outcome: Result<(), String>,
    /// Wall time.
    pub(crate) took: Duration,
}

/// The table, and as its last line exactly `N passed, M failed`.
pub(crate) fn table(results: &[Done]) -> String {
    let mut text = format!("\n{:<11} {:<7} {:>8}\n", "step", "result", "seconds");
    for Done { id, outcome, took } in results {
        let result = if outcome.is_ok() { "ok" } else { "FAILED" };
        text += &format!("{id:<11} {result:<7} {:>8.1}\n", took.as_secs_f64());
    }
    let passed = results.iter().filter(|done| done.outcome.is_ok()).count();
    text + &format!("{passed} passed, {} failed\n", results.len() - passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let done = |id, outcome| Done { id, outcome, took: Duration::from_millis(1250) };
        let text =
            table(&[done("fmt", Ok(())), done("tests", Err("exit 101".to_owned())), done("docs", Ok(()))]);
        assert_eq!(text.lines().last(), Some("2 passed, 1 failed"));
        assert!(text.contains("tests       FAILED       1.2\n"), "{text}");
    }
}
