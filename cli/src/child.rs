//! Decodes untrusted files in a child process of this program, with limits on memory and processor time.
//!
//! Decoders of pictures, PDFs and workbooks are large, and a file of a few hundred bytes can state sizes that take gigabytes,
//! or nest so deep that the stack overflows. A failed allocation or a stack overflow ends the whole process, so neither can
//! be caught inside it. [`Running::start`] starts the program again as [`COMMAND`]. The child answers with one event in JSON
//! on each line of its standard output. The child calls [`limit_this_process`] before it reads a byte.
//!
//! What a child decodes is a [`Task`]: [`codes`](codes()) is the parent's side for pictures and PDFs, `crate::rows` for
//! workbooks. A part of a file counts as read only if its event arrived complete.

mod codes;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::decode_error::DecodeError;
use crate::error::CliError;
use crate::scan::Stopped;

pub use codes::{codes, decode as decode_codes};

/// The hidden command of the child.
pub const COMMAND: &str = "decode-limited";
/// Maximum bytes of the child's address space.
const MEMORY: u64 = 512 << 20;
/// Maximum seconds of all children for one file, of processor time and of elapsed time.
pub const SECONDS: u64 = 20;
/// Maximum bytes of an event.
pub const MAX_EVENT: u64 = 4 << 20;
/// Maximum events that wait for the parent.
const MAX_WAITING: usize = 16;
/// Maximum bytes that are read of the child's standard error.
const MAX_COMPLAINT: u64 = 4 << 10;
/// The message of Rust's runtime on standard error before it ends a process after a failed allocation.
const OUT_OF_MEMORY: &[u8] = b"memory allocation of ";
/// The polling interval for a child that has answered but not exited.
const POLL: Duration = Duration::from_millis(1);

/// What the child decodes.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Task {
    /// The QR codes of a picture or a PDF: see [`crate::scan::decode`].
    Codes,
    /// The rows of a workbook.
    Rows,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes",
            Self::Rows => "rows",
        }
    }

    /// Maximum bytes of all events of one child. Rows are not kept.
    const fn max_answer(self) -> u64 {
        match self {
            Self::Codes => 4 << 20,
            Self::Rows => u64::MAX,
        }
    }

    /// Returns whether the task is carried out where this program cannot set limits. The reader of workbooks checks their sizes
    /// first; the decoders of pictures and PDFs do not.
    const fn is_possible(self) -> bool {
        cfg!(unix) || matches!(self, Self::Rows)
    }
}

/// What a thread has read from the child.
enum Message<E> {
    /// An event.
    Event(E),
    /// The end of standard output. The last line may be incomplete.
    NoMoreEvents,
    /// All of standard error.
    Complaint(Vec<u8>),
}

/// A child that reports events. Dropped, it is killed.
pub struct Running<E> {
    child: Child,
    messages: Receiver<Message<E>>,
    /// The child's standard error, once it has arrived.
    complaint: Option<Vec<u8>>,
}

impl<E: DeserializeOwned + Send + 'static> Running<E> {
    /// Starts a child with the arguments of its task. Its standard input is a pipe or a file.
    ///
    /// # Errors
    /// [`DecodeError::NoProcess`].
    pub fn start(task: Task, arguments: &[&str], input: Stdio) -> Result<Self, DecodeError> {
        if !task.is_possible() {
            return Err(DecodeError::NoProcess);
        }
        let no_process = |_| DecodeError::NoProcess;
        let mut child = Command::new(std::env::current_exe().map_err(no_process)?)
            .args([COMMAND, task.name()])
            .args(arguments)
            // Otherwise glibc reserves address space for each thread.
            .env("MALLOC_ARENA_MAX", "1")
            .env_remove("RUST_BACKTRACE")
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(no_process)?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let (send, messages) = sync_channel(MAX_WAITING);
        let send_complaint = send.clone();
        let running = Self { child, messages, complaint: None };
        let (Some(stdout), Some(stderr)) = (stdout, stderr) else { return Err(DecodeError::NoProcess) };
        // Both end with the child, which closes its pipes, or with `running`, which closes the channel.
        Builder::new()
            .spawn(move || read_events(stdout.take(task.max_answer()), &send))
            .map_err(no_process)?;
        let complain = move || {
            let _ = send_complaint.send(Message::Complaint(read(stderr, MAX_COMPLAINT)));
        };
        Builder::new().spawn(complain).map_err(no_process)?;
        Ok(running)
    }

    /// Takes the writing end of the child's standard input, if that is a pipe.
    fn take_input(&mut self) -> Option<ChildStdin> {
        self.child.stdin.take()
    }

    /// Waits for the next event; `None` after the last one.
    ///
    /// # Errors
    /// [`DecodeError::Time`].
    pub fn next(&mut self, due: Instant) -> Result<Option<E>, DecodeError> {
        loop {
            let left = due.saturating_duration_since(Instant::now());
            match self.messages.recv_timeout(left) {
                Ok(Message::Event(event)) => return Ok(Some(event)),
                Ok(Message::NoMoreEvents) => return Ok(None),
                Ok(Message::Complaint(bytes)) => self.complaint = Some(bytes),
                Err(_) => return Err(DecodeError::Time),
            }
        }
    }

    /// Waits for the end of a child that has no more events. `is_complete` says whether the last one was the last of its task.
    pub fn stopped(mut self, due: Instant, is_complete: bool) -> Stopped {
        while self.complaint.is_none() {
            match self.messages.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(Message::Complaint(bytes)) => self.complaint = Some(bytes),
                Ok(Message::Event(_) | Message::NoMoreEvents) => {}
                Err(_) => return Stopped::Early(DecodeError::Time),
            }
        }
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => {
                    return ended(status, is_complete, self.complaint.as_deref().unwrap_or_default());
                }
                Ok(None) if Instant::now() < due => std::thread::sleep(POLL),
                Ok(None) => return Stopped::Early(DecodeError::Time),
                Err(_) => return Stopped::Early(DecodeError::Failed),
            }
        }
    }
}

impl<E> Drop for Running<E> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends the events that a child writes, up to the first that is not one.
fn read_events<E: DeserializeOwned>(stdout: impl Read, send: &SyncSender<Message<E>>) {
    let mut stdout = BufReader::new(stdout);
    let mut line = Vec::new();
    while stdout.by_ref().take(MAX_EVENT + 1).read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        let Some(Ok(event)) = line.strip_suffix(b"\n").map(serde_json::from_slice) else { break };
        if send.send(Message::Event(event)).is_err() {
            return;
        }
        line.clear();
    }
    let _ = send.send(Message::NoMoreEvents);
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

/// Limits this process, which is the child, for a task.
///
/// # Errors
/// The limits cannot be set. Then nothing may be decoded.
pub fn limit_this_process(task: Task) -> Result<(), CliError> {
    if !task.is_possible() {
        return Err(std::io::Error::from(std::io::ErrorKind::Unsupported).into());
    }
    Ok(limit()?)
}

/// Writes an event. Returns whether it was within the limit of an event; otherwise nothing was written.
pub fn write_event(event: &impl Serialize) -> bool {
    let written = serde_json::to_vec(event).map_err(std::io::Error::other).and_then(|mut line| {
        line.push(b'\n');
        if line.len() as u64 > MAX_EVENT {
            return Ok(false);
        }
        std::io::stdout().lock().write_all(&line)?;
        Ok(true)
    });
    // Without a reader, the result is not needed.
    written.unwrap_or_else(|_| std::process::exit(1))
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
#[allow(clippy::unnecessary_wraps, reason = "the other systems can fail")]
const fn limit() -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use rastau_core::error::Coded;

    use crate::scan::Event;

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
        let (send, messages) = sync_channel(9);
        read_events(&b"{\"Page\":1}\n{\"Codes\":[\"a\"]}\n{\"Codes\":[\"b"[..], &send);
        let events: Vec<Message<Event>> = messages.try_iter().collect();
        assert!(matches!(
            &events[..],
            [Message::Event(Event::Page(1)), Message::Event(Event::Codes(codes)), Message::NoMoreEvents] if codes == &["a"]
        ));
    }
}
