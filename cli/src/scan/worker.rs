//! A separate thread for decoders: with a large stack, and panics are caught.

use std::thread::Builder;
use std::time::{Duration, Instant};

/// The stack size in bytes. The PDF reader recurses (objects may nest 512 deep), which overflows a small stack.
const STACK: usize = 64 << 20;

/// The name of the thread.
const NAME: &str = "scan";

/// Suppresses the panic messages of the scan thread, whose panics end a run early. Panics of other threads are reported
/// as before.
pub fn silence_panics() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(NAME) {
            previous(panic);
        }
    }));
}

/// Signals long work to end.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    due: Instant,
}

impl Stop {
    /// Work ends after this time.
    pub(super) fn after(time: Duration) -> Self {
        Self { due: Instant::now() + time }
    }

    /// Returns whether to end now, with what was found so far.
    pub(super) fn requested(&self) -> bool {
        Instant::now() >= self.due
    }
}

/// Runs `work` on a separate thread and waits for it; `None` if it panicked or no thread can be started.
///
/// The decoders are safe Rust, but some can panic on unusual input (an index, an `expect`). A panic ends the thread,
/// which owns all its data, so no half-changed state remains.
pub(super) fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    Builder::new().name(NAME.into()).stack_size(STACK).spawn(work).ok()?.join().ok()
}
