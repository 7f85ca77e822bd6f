//! The peak use of the heap, which counts its allocations, and of the stack, which is filled with a pattern first.

use core::alloc::{GlobalAlloc, Layout};
use core::ptr::addr_of_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

use embedded_alloc::LlffHeap;

/// Bytes of the heap. An allocation beyond it fails.
const HEAP_SIZE: usize = 64 * 1024;
/// The pattern of unused stack.
const PAINT: u32 = 0xa5a5_5a5a;

static mut MEMORY: [u8; HEAP_SIZE] = [0; HEAP_SIZE];
static USED: AtomicUsize = AtomicUsize::new(0);
static MAX_USED: AtomicUsize = AtomicUsize::new(0);
static MAX_AT_VERDICT: AtomicUsize = AtomicUsize::new(0);

struct Counting(LlffHeap);

#[global_allocator]
static HEAP: Counting = Counting(LlffHeap::empty());

// SAFETY: every call is passed on to the inner heap unchanged; the counters do not affect it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's obligations are those of the inner heap.
        let pointer = unsafe { self.0.alloc(layout) };
        if !pointer.is_null() {
            let used = USED.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
            MAX_USED.fetch_max(used, Ordering::Relaxed);
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's obligations are those of the inner heap.
        unsafe { self.0.dealloc(pointer, layout) }
    }
}

unsafe extern "C" {
    /// The lowest address of the stack, set by `cortex-m-rt`.
    static mut __sheap: u32;
    static mut _stack_start: u32;
}

/// Initialises the heap and fills the unused stack with the pattern.
pub fn init() {
    // SAFETY: called once, before the first allocation; nothing else refers to MEMORY.
    unsafe { HEAP.0.init(addr_of_mut!(MEMORY) as usize, HEAP_SIZE) };
    let here = cortex_m::register::msp::read() as usize - 256;
    let mut word = addr_of_mut!(__sheap);
    while (word as usize) < here {
        // SAFETY: only unused stack lies below the stack pointer and above the last static.
        unsafe { word.write_volatile(PAINT) };
        word = word.wrapping_add(1);
    }
}

/// Records the peak use of the heap at the end of a verification. The peak is never reset: it includes the JSON of
/// the cases before this one.
pub fn record_verification() {
    MAX_AT_VERDICT.fetch_max(MAX_USED.load(Ordering::Relaxed), Ordering::Relaxed);
}

/// Returns the peak use of the heap in bytes, as recorded at the end of the last verification.
pub fn max_heap_at_verdict() -> usize {
    MAX_AT_VERDICT.load(Ordering::Relaxed)
}

/// Returns the peak use of the heap in bytes.
pub fn max_heap() -> usize {
    MAX_USED.load(Ordering::Relaxed)
}

/// Returns the peak use of the stack in bytes: from its start down to the lowest word without the pattern.
pub fn max_stack() -> usize {
    let mut word = addr_of_mut!(__sheap);
    // SAFETY: these are the words that `init` has written.
    while unsafe { word.read_volatile() } == PAINT {
        word = word.wrapping_add(1);
    }
    addr_of_mut!(_stack_start) as usize - word as usize
}
