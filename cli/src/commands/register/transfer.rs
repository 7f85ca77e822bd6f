//! `rastau register import`, `export` and `migrate`.

use rastau_registry::csv_import::{ImportOptions, import as import_csv};
use rastau_registry::export::export as export_csv;
use rastau_registry::migrate::{Migrated, migrate as migrate_file};
use serde_json::{Map, Value, json};

use super::{author, open, print_result};
use crate::args::{ExportArgs, ImportArgs, MigrateArgs};
use crate::error::CliError;
use crate::files::require_regular;
use crate::out::print_line;
use crate::progress::progress_bar;

pub(super) fn import(args: &ImportArgs) -> Result<u8, CliError> {
    let ImportArgs { directory, into, name, covered_from, by, reason, json } = args;
    for table in std::fs::read_dir(directory).into_iter().flatten().flatten() {
        if table.path().extension().is_some_and(|ending| ending == "csv") {
            require_regular(&table.path())?;
        }
    }
    let covered_from = covered_from.map(|day| day.to_string());
    let author = author(by, reason)?;
    let options =
        ImportOptions { name: name.as_deref(), covered_from: covered_from.as_deref(), author: &author };
    let bar = progress_bar(0, "rows");
    let imported = import_csv(directory, into, &options, &|rows| bar.set_position(rows))?;
    bar.finish_and_clear();
    print_tables(&imported, *json)?;
    if !json {
        print_line!("Next, check it: rastau register check {}", into.display());
    }
    Ok(0)
}

pub(super) fn export(args: &ExportArgs) -> Result<u8, CliError> {
    let register = open(&args.register)?;
    let bar = progress_bar(0, "rows");
    let exported = export_csv(&register, &args.directory, &|rows| bar.set_position(rows))?;
    bar.finish_and_clear();
    print_tables(&exported, args.json)?;
    Ok(0)
}

fn print_tables(tables: &[(&'static str, u64)], json: bool) -> Result<(), CliError> {
    if json {
        let rows: Map<String, Value> =
            tables.iter().map(|(table, rows)| ((*table).to_string(), json!(rows))).collect();
        print_line!("{}", json!({ "rows": rows }));
        return Ok(());
    }
    for (table, rows) in tables {
        print_line!("{rows:>10} {table}");
    }
    Ok(())
}

pub(super) fn migrate(args: &MigrateArgs) -> Result<u8, CliError> {
    require_regular(&args.register)?;
    let Migrated { from, backup } = migrate_file(&args.register, &author(&args.by, "update of Rastau")?)?;
    let file = args.register.display();
    let text = match &backup {
        Some(backup) => {
            format!(
                "changed {file} from schema version {from}; as it was, it is kept in {}",
                backup.display()
            )
        }
        None => format!("{file} has schema version {from}, the current one; left unchanged"),
    };
    let backup = backup.map(|path| path.display().to_string());
    print_result(args.json, &json!({ "from": from, "backup": backup }), &text)?;
    Ok(0)
}
