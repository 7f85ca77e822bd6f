//! Decodes untrusted files in a child process of this program, with limits on memory and processor time.
//!
//! Decoders of pictures and PDFs are large, and a file of a few hundred bytes can state sizes that take gigabytes, or nest
//! so deep that the stack overflows. An allocation that fails and a stack that overflows end the whole process, so neither
//! can be caught inside it. [`run`] starts the program again as [`COMMAND`], writes the file to its standard input, and
//! reads one answer in JSON from its standard output. [`serve`] is the child: it limits itself before it reads a byte.
//!
//! Only an answer that is complete, from a child that ended with code 0, counts. Everything else is a [`DecodeError`].

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::thread::{Builder, Scope, scope};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use serde::de::DeserializeOwned;

use crate::decode_error::DecodeError;
use crate::error::CliError;
use crate::scan::{self, ScanError};

/// The hidden command of the child.
pub const COMMAND: &str = "decode-limited";
/// Maximum bytes of the child's address space.
const MEMORY: u64 = 512 << 20;
/// Maximum seconds of the child, of processor time and of elapsed time.
const SECONDS: u64 = 20;
/// Maximum bytes of an answer.
const MAX_ANSWER: u64 = 4 << 20;
/// Maximum bytes that are read of the child's standard error.
const MAX_COMPLAINT: u64 = 4 << 10;
/// What Rust's runtime writes on standard error before it ends a process that gets no memory.
const OUT_OF_MEMORY: &[u8] = b"memory allocation of ";
/// The time between two looks at a child that has answered and not ended yet.
const POLL: Duration = Duration::from_millis(1);

/// What the child decodes.
#[derive(Clone, Copy, ValueEnum)]
pub enum Task {
    /// The QR codes of a picture or a PDF; the answer is that of [`scan::decode`].
    Codes,
}

impl Task {
    const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes",
        }
    }
}

/// Returns what [`scan::decode`] does, in a child process.
///
/// # Errors
/// [`ScanError`]: the file cannot be read, or has no code.
pub fn codes(bytes: &[u8]) -> Result<Vec<String>, ScanError> {
    scan::check_file(bytes)?;
    run::<Result<Vec<String>, ScanError>>(Task::Codes, bytes)?
}

/// Decodes a file in a child process.
///
/// # Errors
/// [`DecodeError`]: the child has no complete answer. What the file itself is wrong about is part of the answer.
fn run<T: DeserializeOwned>(task: Task, bytes: &[u8]) -> Result<T, DecodeError> {
    if !cfg!(unix) {
        return Err(DecodeError::NoProcess);
    }
    let due = Instant::now() + Duration::from_secs(SECONDS);
    let program = std::env::current_exe().map_err(|_| DecodeError::NoProcess)?;
    let mut child = Command::new(program)
        .args([COMMAND, task.name()])
        // glibc reserves address space for each thread otherwise.
        .env("MALLOC_ARENA_MAX", "1")
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|_| DecodeError::NoProcess)?;
    let ended = scope(|scope| {
        let ended = converse(scope, &mut child, bytes, due);
        // The child has ended, or is ended here. The threads see the ends of its pipes then.
        let _ = child.kill();
        let status = child.wait();
        ended
            .and_then(|ended| status.map(|status| Ended { status, ..ended }).map_err(|_| DecodeError::Failed))
    })?;
    ended.answer()
}

/// A child that ended by itself.
struct Ended {
    status: ExitStatus,
    output: Vec<u8>,
    complaint: Vec<u8>,
}

/// Writes the file to the child and reads what it answers, until it has ended or the time is over.
fn converse<'scope, 'a: 'scope>(
    scope: &'scope Scope<'scope, '_>,
    child: &mut Child,
    bytes: &'a [u8],
    due: Instant,
) -> Result<Ended, DecodeError> {
    let (Some(mut stdin), Some(stdout), Some(stderr)) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(DecodeError::NoProcess);
    };
    let (send, outputs) = channel();
    let send_complaint = send.clone();
    let threads = [
        // A child that ends early closes the pipe; its answer or its exit status says why.
        Builder::new().spawn_scoped(scope, move || drop(stdin.write_all(bytes))),
        Builder::new().spawn_scoped(scope, move || drop(send.send((true, read(stdout, MAX_ANSWER))))),
        Builder::new()
            .spawn_scoped(scope, move || drop(send_complaint.send((false, read(stderr, MAX_COMPLAINT))))),
    ];
    if threads.iter().any(Result::is_err) {
        return Err(DecodeError::NoProcess);
    }
    let (mut output, mut complaint) = (Vec::new(), Vec::new());
    for _ in 0..2 {
        let left = due.saturating_duration_since(Instant::now());
        let (is_output, bytes) = outputs.recv_timeout(left).map_err(|_| DecodeError::Time)?;
        if is_output {
            output = bytes;
        } else {
            complaint = bytes;
        }
    }
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(Ended { status, output, complaint }),
            Ok(None) if Instant::now() < due => std::thread::sleep(POLL),
            Ok(None) => return Err(DecodeError::Time),
            Err(_) => return Err(DecodeError::Failed),
        }
    }
}

/// Reads at most `limit` bytes and one more.
fn read(stream: impl Read, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What was read before an error is not a complete answer.
    let _ = stream.take(limit + 1).read_to_end(&mut bytes);
    bytes
}

impl Ended {
    fn answer<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        if self.status.success() && self.output.len() as u64 <= MAX_ANSWER {
            return serde_json::from_slice(&self.output).map_err(|_| DecodeError::Failed);
        }
        if is_out_of_time(self.status) {
            return Err(DecodeError::Time);
        }
        let is_out_of_memory = self.complaint.windows(OUT_OF_MEMORY.len()).any(|text| text == OUT_OF_MEMORY);
        Err(if is_out_of_memory { DecodeError::Memory } else { DecodeError::Failed })
    }
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

/// The child: limits itself, reads the file from standard input and writes the answer.
///
/// # Errors
/// The limits cannot be set, or a stream fails. Nothing was decoded then, or no complete answer written.
pub fn serve(task: Task) -> Result<u8, CliError> {
    limit()?;
    let mut bytes = Vec::new();
    let input = std::io::stdin().lock().take(scan::MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    input.map_err(CliError::StandardInput)?;
    let answer = match task {
        Task::Codes => serde_json::to_vec(&scan::decode(bytes)),
    };
    let answer = answer.map_err(std::io::Error::other)?;
    std::io::stdout().lock().write_all(&answer)?;
    Ok(0)
}

/// Limits memory and processor time of this process. It also writes no files and no core dumps.
#[cfg(unix)]
fn limit() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let set = |resource, soft: u64, hard: u64| {
        // A limit that is lower already stays.
        let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        setrlimit(resource, Rlimit { current: Some(soft.min(most)), maximum: Some(hard.min(most)) })
    };
    let memory = set(Resource::As, MEMORY, MEMORY);
    // macOS has the limit, and does not let a process set it below the address space that every process has there.
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
    fn only_a_complete_answer_of_a_child_that_succeeded_counts() {
        use std::os::unix::process::ExitStatusExt;
        let answer = |status: i32, output: &[u8], complaint: &[u8]| {
            let ended = Ended {
                status: ExitStatus::from_raw(status),
                output: output.to_vec(),
                complaint: complaint.to_vec(),
            };
            ended.answer::<Vec<String>>()
        };
        assert_eq!(answer(0, b"[\"text\"]", b""), Ok(vec!["text".to_owned()]));
        assert_eq!(answer(0, b"[\"text\"", b""), Err(DecodeError::Failed));
        assert_eq!(answer(0, b"", b""), Err(DecodeError::Failed));
        assert_eq!(answer(0, &vec![b' '; MAX_ANSWER as usize + 1], b""), Err(DecodeError::Failed));
        let (failed, aborted, killed, out_of_time) = (1 << 8, 6, 9, rustix::process::Signal::XCPU.as_raw());
        for status in [failed, aborted, killed] {
            assert_eq!(answer(status, b"[\"text\"]", b""), Err(DecodeError::Failed), "{status}");
        }
        assert_eq!(answer(out_of_time, b"[\"text\"]", b""), Err(DecodeError::Time));
        let complaint = b"memory allocation of 9 bytes failed\n";
        assert_eq!(answer(aborted, b"[\"text\"]", complaint), Err(DecodeError::Memory));
    }
}
