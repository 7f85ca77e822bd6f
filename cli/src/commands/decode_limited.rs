//! `rastau decode-limited`: the child process that decodes untrusted files.

use crate::child::{self, Task};
use crate::error::CliError;
use crate::rows;

/// Decodes what is on standard input, with limits on memory and time.
pub fn run(task: Task, request: Option<&str>) -> Result<u8, CliError> {
    child::limit_this_process(task)?;
    match task {
        Task::Codes => child::decode_codes()?,
        Task::Rows => rows::decode(request.unwrap_or_default())?,
    }
    Ok(0)
}
