//! Which form of a text is written: the shown one, or inside [`as_given`] the one that was given.

use std::cell::Cell;

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` with every [`Text`](super::Text) read, printed and joined as it was given, for what
/// goes into a file: titles, citations and tables are made from texts by the same functions for the
/// screen and for files, and must not put marks into the latter. Who writes the result to a terminal
/// must [`clean`](super::clean) it.
pub fn as_given<T>(work: impl FnOnce() -> T) -> T {
    let _before = Before(WANTED.replace(true));
    work()
}

/// Whether that is asked for now.
pub(super) fn is_wanted() -> bool {
    WANTED.get()
}

/// What was asked for before, which a panic brings back too.
struct Before(bool);

impl Drop for Before {
    fn drop(&mut self) {
        WANTED.set(self.0);
    }
}
