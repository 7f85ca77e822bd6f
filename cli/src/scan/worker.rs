//! A thread of its own for work on bytes that may be hostile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::{Kind, ScanError};

/// The time one file may take. Honest files take a second or two; the rest is for slow machines.
pub(super) const DEADLINE: Duration = Duration::from_secs(60);

/// Room for the recursion of the PDF reader (objects may nest 512 deep), which overflows a small stack.
const STACK: usize = 64 << 20;

/// The name of the thread.
const NAME: &str = "scan";

/// Keeps what a library says of its own panic off the screen: the person is told of the file instead. Panics elsewhere are
/// ours, and say so as always.
pub fn hush() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(NAME) {
            usual(panic);
        }
    }));
}

/// Tells long work to end: three quarters of its time have passed, or nobody waits for it any more.
#[derive(Clone)]
pub(super) struct Stop {
    left: Arc<AtomicBool>,
    due: Instant,
}

impl Stop {
    /// Whether to give up, with what was found so far.
    pub(super) fn asked(&self) -> bool {
        self.left.load(Ordering::Relaxed) || Instant::now() >= self.due
    }
}

/// Runs `work` on a thread of its own, and waits for it until the deadline.
///
/// The QR reader and the PDF renderer are safe Rust, but both can panic on strange input (an index, an
/// `expect`). A panic ends the thread and is given back as [`ScanError::Unreadable`]: the thread owns all that
/// it works on, so nothing half-done is seen afterwards. A program built with `panic = "abort"` loses this
/// protection.
///
/// A thread cannot be killed. Past the deadline the work is asked to stop at its next step and left behind.
pub(super) fn run<T: Send + 'static>(
    kind: Kind,
    deadline: Duration,
    work: impl FnOnce(&Stop) -> Result<Vec<T>, ScanError> + Send + 'static,
) -> Result<Vec<T>, ScanError> {
    let unreadable = |reason: String| ScanError::Unreadable { kind, reason };
    let stop = Stop { left: Arc::default(), due: Instant::now() + deadline * 3 / 4 };
    let told = stop.clone();
    let (send, receive) = channel();
    let slow = ScanError::TooSlow { kind, seconds: deadline.as_secs() };
    // The sender is dropped with the thread: a panic is seen here as a closed channel.
    let spawned = Builder::new().name(NAME.into()).stack_size(STACK).spawn(move || {
        let _ = send.send(work(&told));
    });
    if let Err(error) = spawned {
        return Err(unreadable(format!("no thread to read it on: {error}")));
    }
    match receive.recv_timeout(deadline) {
        Ok(Ok(nothing)) if nothing.is_empty() && stop.asked() => Err(slow),
        Ok(result) => result,
        Err(RecvTimeoutError::Disconnected) => Err(unreadable("its reader gave up on it".into())),
        Err(RecvTimeoutError::Timeout) => {
            stop.left.store(true, Ordering::Relaxed);
            Err(slow)
        }
    }
}
