//! Faults on purpose, for the tests of what happens then.

use std::hint::black_box;
use std::process::abort;

/// Where to panic on purpose, or what else to do wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanicAt {
    /// While the second frame is drawn.
    Draw,
    /// When a key is pressed.
    Update,
    /// In a thread of its own, once the first frame is shown.
    Worker,
    /// Abort when a key is pressed.
    Abort,
    /// Overflow the stack when a key is pressed.
    Overflow,
    /// Ask for more memory than there is when a key is pressed.
    Memory,
}

/// What is to go wrong at a key.
pub(super) fn at_key(place: PanicAt) {
    match place {
        PanicAt::Update => panic!("asked to panic at a key"),
        PanicAt::Abort => abort(),
        PanicAt::Overflow => drop(black_box(descend(0))),
        PanicAt::Memory => drop(black_box(Vec::<u8>::with_capacity(
            isize::MAX.unsigned_abs(),
        ))),
        PanicAt::Draw | PanicAt::Worker => {}
    }
}

fn descend(depth: u64) -> u64 {
    if depth == u64::MAX {
        return 0;
    }
    black_box(descend(black_box(depth + 1))) + 1
}
