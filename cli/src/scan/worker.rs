//! A separate thread for work on untrusted bytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::{Kind, ScanError};

/// The time limit for one file. Ordinary files take a second or two; the rest is for slow machines.
pub(super) const DEADLINE: Duration = Duration::from_secs(60);

/// The stack size in bytes. The PDF reader recurses (objects may nest 512 deep), which overflows a small stack.
const STACK: usize = 64 << 20;

/// The name of the thread.
const NAME: &str = "scan";

/// Suppresses the panic messages of the scan thread, whose panics become a [`ScanError`]. Panics of other threads are
/// reported as before.
pub fn silence_panics() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(NAME) {
            previous(panic);
        }
    }));
}

/// Tells long work to end: three quarters of its time have passed, or nothing waits for its result any more.
#[derive(Clone)]
pub(super) struct Stop {
    abandoned: Arc<AtomicBool>,
    due: Instant,
}

impl Stop {
    /// Returns whether to end now, with what was found so far.
    pub(super) fn requested(&self) -> bool {
        self.abandoned.load(Ordering::Relaxed) || Instant::now() >= self.due
    }
}

/// Runs `work` on a separate thread and waits for it until the deadline.
///
/// The QR reader and the PDF renderer are safe Rust, but both can panic on unusual input (an index, an `expect`). A
/// panic ends the thread and is returned as [`ScanError::Unreadable`]. The thread owns all its data, so no
/// half-changed state remains. A program built with `panic = "abort"` does not have this protection.
///
/// A thread cannot be killed. After the deadline, the work is told to stop at its next step, and its result is dropped.
pub(super) fn run<T: Send + 'static>(
    kind: Kind,
    deadline: Duration,
    work: impl FnOnce(&Stop) -> Result<Vec<T>, ScanError> + Send + 'static,
) -> Result<Vec<T>, ScanError> {
    let unreadable = |reason: String| ScanError::Unreadable { kind, reason };
    let stop = Stop { abandoned: Arc::default(), due: Instant::now() + deadline * 3 / 4 };
    let stop_of_worker = stop.clone();
    let (send, receive) = channel();
    let slow = ScanError::TooSlow { kind, seconds: deadline.as_secs() };
    // The sender is dropped with the thread, so a panic closes the channel.
    let spawned = Builder::new().name(NAME.into()).stack_size(STACK).spawn(move || {
        let _ = send.send(work(&stop_of_worker));
    });
    if let Err(error) = spawned {
        return Err(unreadable(format!("cannot start a thread: {error}")));
    }
    match receive.recv_timeout(deadline) {
        Ok(Ok(nothing)) if nothing.is_empty() && stop.requested() => Err(slow),
        Ok(result) => result,
        Err(RecvTimeoutError::Disconnected) => Err(unreadable("its decoder failed on it".into())),
        Err(RecvTimeoutError::Timeout) => {
            stop.abandoned.store(true, Ordering::Relaxed);
            Err(slow)
        }
    }
}
