//! Where the records of quotes come from: a large file, a piece at a time, or a text in memory.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Mutex;

use super::block::Block;
use super::piece::{Stop, Taken};
use super::prefilter::Prefiltered;
use crate::dossier::fold::Folder;
use crate::dossier::quotes::{MARK, cores};
use crate::load::json;

/// Records in a block: enough that words repeat, and few enough that two bytes number them and
/// that two blocks in the making do not weigh.
const RECORDS: usize = if cfg!(test) { 50 } else { 32_768 };

/// The first block is small, so that there is something to see at once.
const FIRST: usize = if cfg!(test) { 10 } else { 256 };

/// Bytes that are read at a time.
const PIECE: usize = 1 << 20;

/// What the threads that read take their blocks from.
pub(super) enum Feed<'a> {
    /// A file of one record a line.
    Lines(Lines<'a>),
    /// Records of a text, by their places.
    Text(Text<'a>),
    /// Some of the lines of a file.
    Prefiltered(Prefiltered<'a>),
}

pub(super) struct Lines<'a> {
    file: &'a File,
    length: u64,
    /// How many blocks were taken, and where the next begins.
    next: Mutex<(usize, u64)>,
}

pub(super) struct Text<'a> {
    whole: &'a str,
    /// Where the text begins in the file.
    offset: u64,
    ranges: Vec<Range<usize>>,
    /// How many blocks were taken, and the record with which the next begins.
    next: Mutex<(usize, usize)>,
}

impl<'a> Feed<'a> {
    /// The lines of a file of that length.
    pub(super) fn lines(file: &'a File, length: u64) -> Self {
        let mut mark = [0; MARK.len()];
        let marked = file.read_exact_at(&mut mark, 0).is_ok() && mark == MARK;
        let start = if marked { mark.len() as u64 } else { 0 };
        Self::Lines(Lines {
            file,
            length,
            next: Mutex::new((0, start)),
        })
    }

    /// The records at `ranges` of a text that stands at `offset` of its file.
    pub(super) fn text(text: &'a str, offset: u64, ranges: Vec<Range<usize>>) -> Self {
        Self::Text(Text {
            whole: text,
            offset,
            ranges,
            next: Mutex::new((0, 0)),
        })
    }

    /// How many threads are of use.
    pub(super) fn threads(&self) -> usize {
        let few = match self {
            Self::Lines(_) | Self::Prefiltered(_) => false,
            Self::Text(text) => text.ranges.len() < RECORDS / 4,
        };
        if few { 1 } else { cores() }
    }

    /// Reads the next block; none at the end. `buffer` is kept by the caller, to be used again.
    pub(super) fn take(&self, buffer: &mut Vec<u8>, folder: &mut Folder) -> Option<Taken> {
        match self {
            Self::Lines(lines) => lines.take(buffer, folder),
            Self::Text(text) => text.take(folder).map(Ok),
            Self::Prefiltered(feed) => feed.take(buffer, folder),
        }
    }
}

/// How many records the block of that number has at most.
fn most(number: usize) -> usize {
    if number == 0 { FIRST } else { RECORDS }
}

impl Text<'_> {
    fn take(&self, folder: &mut Folder) -> Option<(usize, Block)> {
        let (number, ranges) = {
            let mut next = self
                .next
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            let (number, first) = *next;
            let last = self.ranges.len().min(first + most(number));
            *next = (number + 1, last);
            (number, &self.ranges[first..last])
        };
        let (start, end) = (ranges.first()?.start, ranges.last()?.end);
        let inside = ranges.iter().map(|r| r.start - start..r.end - start);
        let offset = self.offset + start as u64;
        Some((
            number,
            Block::read(offset, &self.whole[start..end], inside, folder),
        ))
    }
}

impl Lines<'_> {
    fn take(&self, buffer: &mut Vec<u8>, folder: &mut Folder) -> Option<Taken> {
        let (number, start) = {
            let mut next = self
                .next
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            let (number, start) = *next;
            if let Err(error) = self.fill(start, most(number), buffer) {
                // The others find the end.
                next.1 = self.length;
                return Some(Err(Stop::Io(error)));
            }
            *next = (number + 1, start + buffer.len() as u64);
            (number, start)
        };
        if buffer.is_empty() {
            return None;
        }
        Some(match std::str::from_utf8(buffer) {
            Ok(text) => {
                let ranges = json::lines(text);
                Ok((number, Block::read(start, text, ranges, folder)))
            }
            Err(error) => Err(Stop::NotUtf8(start + error.valid_up_to() as u64)),
        })
    }

    /// Reads whole lines from `start` on: as many as a block has, or to the end.
    fn fill(&self, start: u64, records: usize, buffer: &mut Vec<u8>) -> io::Result<()> {
        buffer.clear();
        let mut lines = 0;
        loop {
            let at = start + buffer.len() as u64;
            let left = usize::try_from(self.length.saturating_sub(at)).unwrap_or(PIECE);
            let old = buffer.len();
            buffer.resize(old + left.min(PIECE), 0);
            let count = self.file.read_at(&mut buffer[old..], at)?;
            buffer.truncate(old + count);
            if count == 0 {
                return Ok(());
            }
            for feed in memchr::memchr_iter(b'\n', &buffer[old..]) {
                lines += 1;
                if lines == records {
                    buffer.truncate(old + feed + 1);
                    return Ok(());
                }
            }
        }
    }
}
