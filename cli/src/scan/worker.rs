//! A separate thread for decoders: with a large stack, and panics are caught.

use std::thread::Builder;
use std::time::{Duration, Instant};

use super::{Kind, ScanError};
use crate::decode_error::DecodeError;

/// The time after which the search ends with what it has found. The process of the decoder is ended a little later.
pub(super) const SEARCH_TIME: Duration = Duration::from_secs(15);

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

/// Signals long work to end.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    due: Instant,
}

impl Stop {
    /// Returns whether to end now, with what was found so far.
    pub(super) fn requested(&self) -> bool {
        Instant::now() >= self.due
    }
}

/// Runs `work` on a separate thread and waits for it.
///
/// The QR reader and the PDF renderer are safe Rust, but both can panic on unusual input (an index, an `expect`). A
/// panic ends the thread and is returned as [`ScanError::Unreadable`]. The thread owns all its data, so no
/// half-changed state remains.
pub(super) fn run<T: Send + 'static>(
    kind: Kind,
    time: Duration,
    work: impl FnOnce(Stop) -> Result<Vec<T>, ScanError> + Send + 'static,
) -> Result<Vec<T>, ScanError> {
    let stop = Stop { due: Instant::now() + time };
    let thread = Builder::new().name(NAME.into()).stack_size(STACK).spawn(move || work(stop));
    match thread.map_err(|_| DecodeError::NoProcess)?.join() {
        Ok(Ok(nothing)) if nothing.is_empty() && stop.requested() => Err(DecodeError::Time.into()),
        Ok(result) => result,
        Err(_) => Err(ScanError::Unreadable { kind, reason: "its decoder failed on it".into() }),
    }
}
