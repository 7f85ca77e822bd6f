//! The summary at the end: a table, and a line for programs to read.

use std::time::Duration;

/// The result of one step.
pub(crate) struct StepResult {
    /// The step's name.
    pub(crate) id: String,
    /// A message if it failed.
    pub(crate) result: Result<(), String>,
    /// Its wall-clock time.
    pub(crate) time: Duration,
}

/// Formats what failed and the table. The last line is exactly `N passed, M failed`.
pub(crate) fn format(results: &[StepResult]) -> String {
    let width = results.iter().map(|step| step.id.len()).max().unwrap_or_default().max(11);
    let failed = results.iter().filter_map(|step| Some((&step.id, step.result.as_ref().err()?)));
    let mut text: String = failed.map(|(id, message)| format!("\n{id}: {message}\n")).collect();
    text += &format!("\n{:<width$} {:<7} {:>8}\n", "step", "result", "seconds");
    for StepResult { id, result, time } in results {
        let result = if result.is_ok() { "ok" } else { "FAILED" };
        text += &format!("{id:<width$} {result:<7} {:>8.1}\n", time.as_secs_f64());
    }
    let passed = results.iter().filter(|step| step.result.is_ok()).count();
    text + &format!("{passed} passed, {} failed\n", results.len() - passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let step =
            |id: &str, result| StepResult { id: id.to_owned(), result, time: Duration::from_millis(1250) };
        let text =
            format(&[step("fmt", Ok(())), step("tests", Err("exit 101".to_owned())), step("docs", Ok(()))]);
        assert_eq!(text.lines().last(), Some("2 passed, 1 failed"));
        assert!(text.contains("tests       FAILED       1.2\n"), "{text}");
        assert!(text.starts_with("\ntests: exit 101\n"), "{text}");
    }
}
