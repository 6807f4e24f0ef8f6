//! A large file of quotes of which only some lines are of interest: read in pieces, by every
//! thread its own, and of each piece only the lines that somebody wants are parsed.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::block::Block;
use super::piece::{Stop, Taken};
use crate::dossier::fold::Folder;
use crate::dossier::quotes::MARK;

/// Bytes of a piece: it stays in the cache, and has no more records than two bytes can number.
const PIECE: usize = 1 << 21;

/// Bytes that are read at a time to find the end of the last line of a piece.
const MORE: usize = 1 << 14;

/// Finds the lines of a piece that are wanted, and adds their places in order. A piece is of whole
/// lines.
pub type Wants<'a> = &'a (dyn Fn(&[u8], &mut Vec<Range<usize>>) + Sync);

/// The pieces of a file.
pub(super) struct Prefiltered<'a> {
    file: &'a File,
    length: u64,
    next: AtomicUsize,
    wants: Wants<'a>,
}

impl<'a> Prefiltered<'a> {
    pub(super) fn new(file: &'a File, length: u64, wants: Wants<'a>) -> Self {
        Self {
            file,
            length,
            next: AtomicUsize::new(0),
            wants,
        }
    }

    /// Reads the wanted lines of the next piece; none at the end.
    pub(super) fn take(&self, buffer: &mut Vec<u8>, folder: &mut Folder) -> Option<Taken> {
        let number = self.next.fetch_add(1, Relaxed);
        let start = number as u64 * PIECE as u64;
        if start >= self.length {
            return None;
        }
        Some(match self.fill(start, buffer) {
            Ok(first) => Ok((number, self.block(start, &buffer[first..], first, folder))),
            Err(error) => Err(Stop::Io(error)),
        })
    }

    /// Reads the lines that begin in a piece. They begin at the place in the buffer that is
    /// returned; the buffer itself begins one byte before the piece, unless that is the first.
    fn fill(&self, start: u64, buffer: &mut Vec<u8>) -> io::Result<usize> {
        let before = start.min(1);
        let from = start - before;
        self.read(from, PIECE + 1, buffer)?;
        let first = if before == 0 {
            if buffer.starts_with(&MARK) {
                MARK.len()
            } else {
                0
            }
        } else {
            // A line that began before the piece belongs to the one before.
            memchr::memchr(b'\n', buffer).map_or(buffer.len(), |feed| feed + 1)
        };
        while first < buffer.len() && buffer.last() != Some(&b'\n') {
            let old = buffer.len();
            let mut more = Vec::new();
            self.read(from + old as u64, MORE, &mut more)?;
            let end = memchr::memchr(b'\n', &more).map_or(more.len(), |feed| feed + 1);
            buffer.extend_from_slice(&more[..end]);
            if more.is_empty() {
                break;
            }
        }
        Ok(first)
    }

    fn read(&self, from: u64, length: usize, buffer: &mut Vec<u8>) -> io::Result<()> {
        let left = usize::try_from(self.length.saturating_sub(from)).unwrap_or(length);
        buffer.resize(length.min(left), 0);
        let mut filled = 0;
        while filled < buffer.len() {
            match self
                .file
                .read_at(&mut buffer[filled..], from + filled as u64)?
            {
                0 => buffer.truncate(filled),
                count => filled += count,
            }
        }
        Ok(())
    }

    fn block(&self, start: u64, lines: &[u8], first: usize, folder: &mut Folder) -> Block {
        let mut ranges = Vec::new();
        (self.wants)(lines, &mut ranges);
        let offset = start - start.min(1) + first as u64;
        let records = ranges.into_iter().map(|range| {
            let line = lines[range.clone()].trim_ascii();
            let lead = lines[range.clone()].len() - lines[range.clone()].trim_ascii_start().len();
            let start = range.start + lead;
            (start..start + line.len(), line)
        });
        Block::of_lines(offset, records, folder)
    }
}
