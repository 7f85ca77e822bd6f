//! `rastau register`: imports and checks a register.

use std::io::Write;

use rastau_registry::check::{Severity, check};
use rastau_registry::csv_import::import;
use rastau_registry::register::{Register, SCHEMA};
use serde_json::json;

use crate::args::{RegisterArgs, RegisterCommand};
use crate::error::CliError;
use crate::files::require_regular;
use crate::out::{self, print_line};
use crate::plain::plain;
use crate::progress::progress_bar;

pub fn run(args: &RegisterArgs) -> Result<u8, CliError> {
    match &args.command {
        RegisterCommand::Import { directory, into, name, covered_from } => {
            for table in std::fs::read_dir(directory).into_iter().flatten().flatten() {
                if table.path().extension().is_some_and(|ending| ending == "csv") {
                    require_regular(&table.path())?;
                }
            }
            let bar = progress_bar(0, "rows");
            let imported =
                import(directory, into, name, &covered_from.to_string(), &|rows| bar.set_position(rows))?;
            bar.finish_and_clear();
            for (table, rows) in imported {
                print_line!("{rows:>10} {table}");
            }
            print_line!("Next, check it: rastau register check {}", into.display());
            Ok(0)
        }
        RegisterCommand::Check { register, json } => {
            require_regular(register)?;
            let problems = check(&Register::open(register)?)?;
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            let errors = problems.iter().filter(|problem| problem.kind.severity() == Severity::Error).count();
            for problem in &problems {
                let severity = match problem.kind.severity() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                };
                if *json {
                    let line = json!({ "severity": severity, "kind": problem.kind.name(), "row": problem.place, "problem": problem.kind.text() });
                    writeln!(out, "{line}")?;
                } else {
                    writeln!(
                        out,
                        "{severity}: {} {} [{}]",
                        plain(&problem.place.to_string()),
                        plain(problem.kind.text()),
                        problem.kind.name()
                    )?;
                }
            }
            if !json {
                writeln!(out, "{errors} errors, {} warnings", problems.len() - errors)?;
            }
            out.flush()?;
            Ok(u8::from(errors > 0))
        }
        RegisterCommand::Schema => {
            out::print(format_args!("{SCHEMA}"))?;
            Ok(0)
        }
    }
}
