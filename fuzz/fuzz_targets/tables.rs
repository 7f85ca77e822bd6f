//! A list of people of any format: text, CSV, a workbook. Each row is read or has an error, and the number of rows is limited.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rastau_messages::Lang;
use rastau_tables::{Input, Options, Table};

/// No input of the fuzzer's size has more rows; a workbook can repeat one row, up to the format's own limit.
const ROWS: usize = 1_100_000;

fuzz_target!(|bytes: &[u8]| {
    let table = match Table::open(Input::bytes(bytes.to_vec()), &Options::default()) {
        Ok(table) => table,
        Err(error) => {
            assert!(Lang::ALL.iter().all(|lang| !error.text(*lang).is_empty()));
            return;
        }
    };
    let mut rows = 0_usize;
    for row in table {
        rows += 1;
        assert!(rows <= ROWS, "a list has no end");
        match row {
            Ok(Ok(row)) => {
                assert!(!row.values.is_empty() || !row.unread.is_empty(), "a blank row is returned")
            }
            Ok(Err(error)) => assert!(!error.text(Lang::En).is_empty()),
            Err(_) => break,
        }
    }
});
