//! Decodes untrusted files in a child process of this program, with limits on memory and processor time.
//!
//! Decoders of pictures and PDFs are large, and a file of a few hundred bytes can state sizes that take gigabytes, or nest
//! so deep that the stack overflows. A failed allocation or a stack overflow ends the whole process, so neither can be
//! caught inside it. [`codes`] starts the program again as [`COMMAND`] and writes a line with the request and then the
//! file to its standard input. The child answers with one event in JSON on each line of its standard output. [`serve`]
//! is the child: it limits itself before it reads a byte.
//!
//! A page of a document counts as read only if its event arrived complete. A child that ended early is a
//! [`DecodeError`] about the page that it had begun; `scan::search` starts another one for the pages after it.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, scope};
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::decode_error::DecodeError;
use crate::error::CliError;
use crate::scan::{self, Event, Found, Progress, Request, Runner, ScanError, Stopped};

/// The hidden command of the child.
pub const COMMAND: &str = "decode-limited";
/// Maximum bytes of the child's address space.
const MEMORY: u64 = 512 << 20;
/// Maximum seconds of all children for one file, of processor time and of elapsed time.
const SECONDS: u64 = 20;
/// Maximum bytes of the events of one child.
const MAX_ANSWER: u64 = 4 << 20;
/// Maximum bytes of the line with the request.
const MAX_REQUEST: u64 = 64 << 10;
/// Maximum bytes that are read of the child's standard error.
const MAX_COMPLAINT: u64 = 4 << 10;
/// The message of Rust's runtime on standard error before it ends a process after a failed allocation.
const OUT_OF_MEMORY: &[u8] = b"memory allocation of ";
/// The polling interval for a child that has answered but not exited.
const POLL: Duration = Duration::from_millis(1);

/// What the child decodes.
#[derive(Clone, Copy, ValueEnum)]
pub enum Task {
    /// The QR codes of a picture or a PDF: see [`scan::decode`].
    Codes,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes",
        }
    }
}

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

/// What a thread has read from the child.
enum Message {
    /// An event.
    Event(Event),
    /// The end of standard output. The last line may be incomplete.
    NoMoreEvents,
    /// All of standard error.
    Complaint(Vec<u8>),
}

impl Runner for Children<'_> {
    fn run(
        &mut self,
        request: &Request,
        limit: &mut dyn FnMut() -> Instant,
        report: &mut dyn FnMut(Event),
    ) -> Result<Stopped, DecodeError> {
        if !cfg!(unix) {
            return Err(DecodeError::NoProcess);
        }
        let mut input = serde_json::to_vec(request).map_err(|_| DecodeError::Failed)?;
        input.push(b'\n');
        let program = std::env::current_exe().map_err(|_| DecodeError::NoProcess)?;
        let mut child = Command::new(program)
            .args([COMMAND, Task::Codes.name()])
            // Otherwise glibc reserves address space for each thread.
            .env("MALLOC_ARENA_MAX", "1")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|_| DecodeError::NoProcess)?;
        let (Some(mut stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(DecodeError::NoProcess);
        };
        let (send, messages) = channel();
        let send_complaint = send.clone();
        scope(|scope| {
            let threads = [
                // A child that ends early closes the pipe; its answer or its exit status says why.
                Builder::new().spawn_scoped(scope, move || {
                    let _ = stdin.write_all(&input).and_then(|()| stdin.write_all(self.bytes));
                }),
                Builder::new().spawn_scoped(scope, move || read_events(stdout, &send)),
                Builder::new().spawn_scoped(scope, move || {
                    let complaint = Message::Complaint(read(stderr, MAX_COMPLAINT));
                    let _ = send_complaint.send(complaint);
                }),
            ];
            let ended = if threads.iter().any(Result::is_err) {
                Err(DecodeError::NoProcess)
            } else {
                Ok(relay_events(&mut child, &messages, limit, report))
            };
            // The child has ended, or is killed here. The threads then reach the ends of its pipes.
            let _ = child.kill();
            let _ = child.wait();
            ended
        })
    }
}

/// Sends the events that a child writes, up to the first that is not one.
fn read_events(stdout: impl Read, send: &Sender<Message>) {
    let mut stdout = BufReader::new(stdout.take(MAX_ANSWER));
    let mut line = Vec::new();
    while stdout.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        let Some(Ok(event)) = line.strip_suffix(b"\n").map(serde_json::from_slice) else { break };
        if send.send(Message::Event(event)).is_err() {
            return;
        }
        line.clear();
    }
    let _ = send.send(Message::NoMoreEvents);
}

/// Reports the events of a child until it has ended or its time is up.
fn relay_events(
    child: &mut Child,
    messages: &Receiver<Message>,
    limit: &mut dyn FnMut() -> Instant,
    report: &mut dyn FnMut(Event),
) -> Stopped {
    let (mut complaint, mut is_complete) = (Vec::new(), false);
    let mut due = limit();
    for _ in 0..2 {
        loop {
            let left = due.saturating_duration_since(Instant::now());
            match messages.recv_timeout(left) {
                Ok(Message::Event(event)) => {
                    is_complete = matches!(event, Event::End | Event::Refused(_));
                    report(event);
                    due = limit();
                }
                Ok(Message::NoMoreEvents) => break,
                Ok(Message::Complaint(bytes)) => {
                    complaint = bytes;
                    break;
                }
                Err(_) => return Stopped::Early(DecodeError::Time),
            }
        }
    }
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return ended(status, is_complete, &complaint),
            Ok(None) if Instant::now() < due => std::thread::sleep(POLL),
            Ok(None) => return Stopped::Early(DecodeError::Time),
            Err(_) => return Stopped::Early(DecodeError::Failed),
        }
    }
}

/// Reads at most `limit` bytes.
fn read(stream: impl Read, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // The bytes read before an error are enough.
    let _ = stream.take(limit).read_to_end(&mut bytes);
    bytes
}

/// Returns how a child has ended. Only one that ended with code 0 after its last event is complete.
fn ended(status: ExitStatus, is_complete: bool, complaint: &[u8]) -> Stopped {
    if status.success() && is_complete {
        return Stopped::Complete;
    }
    let is_out_of_memory = complaint.windows(OUT_OF_MEMORY.len()).any(|text| text == OUT_OF_MEMORY);
    Stopped::Early(if is_out_of_time(status) {
        DecodeError::Time
    } else if is_out_of_memory {
        DecodeError::Memory
    } else {
        DecodeError::Failed
    })
}

/// Returns whether the system ended the process because of `RLIMIT_CPU`.
#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
const fn is_out_of_time(_: ExitStatus) -> bool {
    false
}

/// The child: limits itself, reads the request and the file from standard input and writes the events.
///
/// # Errors
/// The limits cannot be set, or a stream fails. In that case nothing was decoded, or not all events were written.
pub fn serve(task: Task) -> Result<u8, CliError> {
    limit()?;
    let mut input = BufReader::new(std::io::stdin());
    let mut line = Vec::new();
    input.by_ref().take(MAX_REQUEST).read_until(b'\n', &mut line).map_err(CliError::StandardInput)?;
    let request: Request = serde_json::from_slice(&line).map_err(std::io::Error::other)?;
    let mut bytes = Vec::new();
    input.take(scan::MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(CliError::StandardInput)?;
    let report = |event: Event| {
        // Without a reader, the result is not needed.
        let line = serde_json::to_vec(&event).map(|line| [&line[..], b"\n"].concat());
        let written =
            line.map_err(std::io::Error::other).and_then(|line| std::io::stdout().lock().write_all(&line));
        if written.is_err() {
            std::process::exit(1);
        }
    };
    match task {
        Task::Codes => scan::decode(bytes, &request, report),
    }
    Ok(0)
}

/// Limits memory and processor time of this process. It also writes no files and no core dumps.
#[cfg(unix)]
fn limit() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let set = |resource, soft: u64, hard: u64| {
        // A lower limit is kept.
        let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        setrlimit(resource, Rlimit { current: Some(soft.min(most)), maximum: Some(hard.min(most)) })
    };
    let memory = set(Resource::As, MEMORY, MEMORY);
    // macOS has this limit, but a process cannot set it below the address space that every process has there.
    if !cfg!(target_vendor = "apple") {
        memory?;
    }
    // The first second over the limit ends the process with SIGXCPU, the next with SIGKILL.
    set(Resource::Cpu, SECONDS, SECONDS + 1)?;
    set(Resource::Fsize, 0, 0)?;
    set(Resource::Core, 0, 0)?;
    // A core dump that is written to a program has no size limit.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

#[cfg(not(unix))]
fn limit() -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use rastau_core::error::Coded;

    use super::*;

    #[test]
    fn the_texts_state_the_limits() {
        assert!(DecodeError::Memory.to_string().contains(&format!("{} MiB", MEMORY >> 20)));
        assert!(DecodeError::Time.to_string().contains(&format!("{SECONDS} seconds")));
        for (code, values) in DecodeError::VALUES {
            assert!(values.is_empty() && !code.template().contains('{'), "{code:?}");
        }
        assert_eq!(Coded::code(&DecodeError::Failed).number(), 32);
    }

    #[cfg(unix)]
    #[test]
    fn only_a_complete_report_of_a_child_that_succeeded_counts() {
        use std::os::unix::process::ExitStatusExt;
        let ended = |status: i32, is_complete, complaint: &[u8]| {
            ended(ExitStatus::from_raw(status), is_complete, complaint)
        };
        assert_eq!(ended(0, true, b"a warning"), Stopped::Complete);
        let xcpu = rustix::process::Signal::XCPU.as_raw();
        let abort = rustix::process::Signal::ABORT.as_raw();
        for (status, is_complete, complaint, error) in [
            (0, false, &b""[..], DecodeError::Failed),
            (1 << 8, true, b"", DecodeError::Failed),
            (abort, true, b"thread 'scan' has overflowed its stack", DecodeError::Failed),
            (abort, false, b"\nmemory allocation of 9 bytes failed", DecodeError::Memory),
            (xcpu, false, b"", DecodeError::Time),
        ] {
            assert_eq!(
                ended(status, is_complete, complaint),
                Stopped::Early(error),
                "{status} {complaint:?}"
            );
        }
    }

    #[test]
    fn events_end_at_the_first_incomplete_one() {
        let (send, messages) = channel();
        read_events(&b"{\"Page\":1}\n{\"Codes\":[\"a\"]}\n{\"Codes\":[\"b"[..], &send);
        let events: Vec<Message> = messages.try_iter().collect();
        assert!(matches!(
            &events[..],
            [Message::Event(Event::Page(1)), Message::Event(Event::Codes(codes)), Message::NoMoreEvents] if codes == &["a"]
        ));
    }
}
