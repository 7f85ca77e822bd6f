//! The QR codes of a picture or a PDF.
//!
//! The parent writes a line with the request and then the file to the child's standard input. A child that ended early is a
//! [`DecodeError`] about the page that it had begun; `scan::search` starts another one for the pages after it.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::thread::{Builder, scope};
use std::time::{Duration, Instant};

use super::{Running, SECONDS, Task, write_event};
use crate::decode_error::DecodeError;
use crate::error::CliError;
use crate::scan::{self, Event, Found, Progress, Request, Runner, ScanError, Stopped};

/// Maximum bytes of the line with the request.
const MAX_REQUEST: u64 = 64 << 10;

/// Returns the codes of a picture or a PDF, read in child processes.
///
/// # Errors
/// [`ScanError`]: the file cannot be read, or has no code.
pub fn codes(bytes: &[u8], password: &str, progress: Progress<'_>) -> Result<Found, ScanError> {
    let kind = scan::check_file(bytes)?;
    let due = Instant::now() + Duration::from_secs(SECONDS);
    scan::search(kind, password, due, &mut Children { bytes }, progress)
}

/// Runs each request in a child process of its own.
struct Children<'a> {
    bytes: &'a [u8],
}

impl Runner for Children<'_> {
    fn run(
        &mut self,
        request: &Request,
        limit: &mut dyn FnMut() -> Instant,
        report: &mut dyn FnMut(Event),
    ) -> Result<Stopped, DecodeError> {
        let mut input = serde_json::to_vec(request).map_err(|_| DecodeError::Failed)?;
        input.push(b'\n');
        scope(|scope| {
            // Dropped before the scope waits for the thread, whose pipe it closes.
            let mut child = Running::start(Task::Codes, &[], Stdio::piped())?;
            let mut stdin = child.take_input().ok_or(DecodeError::NoProcess)?;
            // A child that ends early closes the pipe; its answer or its exit status says why.
            let write = move || {
                let _ = stdin.write_all(&input).and_then(|()| stdin.write_all(self.bytes));
            };
            Builder::new().spawn_scoped(scope, write).map_err(|_| DecodeError::NoProcess)?;
            let (mut due, mut is_complete) = (limit(), false);
            loop {
                match child.next(due) {
                    Ok(Some(event)) => {
                        is_complete = matches!(event, Event::End | Event::Refused(_));
                        report(event);
                        due = limit();
                    }
                    Ok(None) => return Ok(child.stopped(due, is_complete)),
                    Err(error) => return Ok(Stopped::Early(error)),
                }
            }
        })
    }
}

/// The child's side: reads the request and the file on standard input, and reports what the file has.
///
/// # Errors
/// Standard input cannot be read, or has no request. In that case nothing was decoded.
pub fn decode() -> Result<(), CliError> {
    let mut input = BufReader::new(std::io::stdin());
    let mut line = Vec::new();
    input.by_ref().take(MAX_REQUEST).read_until(b'\n', &mut line).map_err(CliError::StandardInput)?;
    let request: Request = serde_json::from_slice(&line).map_err(std::io::Error::other)?;
    let mut bytes = Vec::new();
    input.take(scan::MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(CliError::StandardInput)?;
    let report = |event: Event| {
        // A page without its codes does not count as read.
        if !write_event(&event) {
            std::process::exit(1);
        }
    };
    scan::decode(bytes, &request, report);
    Ok(())
}
