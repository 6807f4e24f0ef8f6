//! A piece of a large file of quotes.

use std::io;

use super::block::Block;

/// Why reading stopped before the end.
pub(super) enum Stop {
    /// The file cannot be read.
    Io(io::Error),
    /// A byte at this place of the file is not UTF-8.
    NotUtf8(u64),
}

/// A block with its number, or why there are no more.
pub(super) type Taken = Result<(usize, Block), Stop>;
