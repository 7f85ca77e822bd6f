//! A heap that counts, and a stack that was painted: how much of each was ever in use.

use core::alloc::{GlobalAlloc, Layout};
use core::ptr::addr_of_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

use embedded_alloc::LlffHeap;

/// Bytes of the heap; what does not fit here fails.
const HEAP_SIZE: usize = 64 * 1024;
/// What unused stack holds.
const PAINT: u32 = 0xa5a5_5a5a;

static mut MEMORY: [u8; HEAP_SIZE] = [0; HEAP_SIZE];
static USED: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);
static MAX_VERIFYING: AtomicUsize = AtomicUsize::new(0);

struct Counting(LlffHeap);

#[global_allocator]
static HEAP: Counting = Counting(LlffHeap::empty());

// SAFETY: every call goes to the heap below unchanged; only numbers are kept beside.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the heap's own.
        let pointer = unsafe { self.0.alloc(layout) };
        if !pointer.is_null() {
            let used = USED.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
            MOST.fetch_max(used, Ordering::Relaxed);
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise is the heap's own.
        unsafe { self.0.dealloc(pointer, layout) }
    }
}

unsafe extern "C" {
    /// Where the stack may grow down to; `cortex-m-rt` sets it.
    static mut __sheap: u32;
    static mut _stack_start: u32;
}

/// Sets the heap up and paints what is left of the stack.
pub fn begin() {
    // SAFETY: called once, before anything is allocated; nothing else names MEMORY.
    unsafe { HEAP.0.init(addr_of_mut!(MEMORY) as usize, HEAP_SIZE) };
    let here = cortex_m::register::msp::read() as usize - 256;
    let mut word = addr_of_mut!(__sheap);
    while (word as usize) < here {
        // SAFETY: below the stack pointer and above the last static there is nothing but unused stack.
        unsafe { word.write_volatile(PAINT) };
        word = word.wrapping_add(1);
    }
}

/// Notes that a verification has just ended.
pub fn note_verification() {
    MAX_VERIFYING.fetch_max(MOST.load(Ordering::Relaxed), Ordering::Relaxed);
    // What comes after (the JSON) is counted apart, so the next verification begins with a new high-water mark of its own.
}

/// Bytes of the heap at most in use at the end of a verification or before.
pub fn most_verifying() -> usize {
    MAX_VERIFYING.load(Ordering::Relaxed)
}

/// Bytes of the heap at most in use.
pub fn most_heap() -> usize {
    MOST.load(Ordering::Relaxed)
}

/// Bytes of the stack at most in use: from its start down to the lowest word that lost its paint.
pub fn most_stack() -> usize {
    let mut word = addr_of_mut!(__sheap);
    // SAFETY: the same words as were painted.
    while unsafe { word.read_volatile() } == PAINT {
        word = word.wrapping_add(1);
    }
    addr_of_mut!(_stack_start) as usize - word as usize
}
