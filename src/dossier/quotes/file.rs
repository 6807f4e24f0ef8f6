//! The file that the records of quotes are read from again.

use std::borrow::Cow;
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// Bytes that are read at a time to count lines.
const PIECE: usize = 1 << 16;

/// Bytes that most records have fewer of.
const RECORD: usize = 1 << 11;

/// The byte order mark that some editors begin a file with. It has no column.
pub(crate) const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// The quotes as they stand on disk.
#[derive(Clone, Debug, Default)]
pub struct QuoteFile {
    /// The file, as a person would name it.
    pub name: String,
    /// Its bytes.
    pub bytes: Backing,
}

/// Where the bytes of the file are.
#[derive(Clone, Debug)]
pub enum Backing {
    /// In memory.
    Memory(Cow<'static, str>),
    /// On disk: held open, so that it can be read even when its name is gone.
    Disk(Arc<File>),
}

impl Default for Backing {
    fn default() -> Self {
        Self::Memory(Cow::Borrowed(""))
    }
}

impl Backing {
    /// Fills `out` from `offset` on; false when there is not so much.
    fn read(&self, offset: u64, out: &mut [u8]) -> bool {
        match self {
            Self::Memory(text) => {
                let range = usize::try_from(offset)
                    .ok()
                    .map(|from| from..from + out.len());
                let bytes = range.and_then(|range| text.as_bytes().get(range));
                bytes.map(|bytes| out.copy_from_slice(bytes)).is_some()
            }
            Self::Disk(file) => file.read_exact_at(out, offset).is_ok(),
        }
    }
}

impl QuoteFile {
    /// The text at a range of its bytes.
    pub(crate) fn text(&self, range: Range<u64>) -> Option<String> {
        let length = usize::try_from(range.end - range.start).ok()?;
        let mut bytes = vec![0; length];
        self.bytes.read(range.start, &mut bytes).then_some(())?;
        String::from_utf8(bytes).ok()
    }

    /// What `parse` makes of the record that begins a range of its bytes. The next record may
    /// be far behind this one where those between them were not wanted, so only as much is read as
    /// it takes: `parse` must not be content with a part of the record.
    pub(crate) fn record<T>(
        &self,
        range: Range<u64>,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let whole = usize::try_from(range.end - range.start).ok()?;
        let mut length = RECORD.min(whole);
        loop {
            let mut bytes = vec![0; length];
            self.bytes.read(range.start, &mut bytes).then_some(())?;
            let text = match std::str::from_utf8(&bytes) {
                Ok(text) => text,
                // A part may end within a character.
                Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
            };
            let found = parse(text);
            if found.is_some() || length == whole {
                return found;
            }
            length = (length * 8).min(whole);
        }
    }
}

/// A place in the file that moves forward only, with its line and column, both from 1.
pub(crate) struct Place<'a> {
    file: &'a QuoteFile,
    at: u64,
    line: usize,
    column: usize,
    piece: Vec<u8>,
}

impl<'a> Place<'a> {
    /// The start of a file.
    pub(crate) fn new(file: &'a QuoteFile) -> Self {
        let mut mark = [0; MARK.len()];
        let marked = file.bytes.read(0, &mut mark) && mark == MARK;
        Self {
            file,
            at: if marked { mark.len() as u64 } else { 0 },
            line: 1,
            column: 1,
            piece: vec![0; PIECE],
        }
    }

    /// Line and column (in characters) of the byte at `offset`, which is not before the last.
    pub(crate) fn move_to(&mut self, offset: u64) -> (usize, usize) {
        while self.at < offset {
            let left = usize::try_from(offset - self.at).unwrap_or(PIECE);
            let bytes = &mut self.piece[..left.min(PIECE)];
            if !self.file.bytes.read(self.at, bytes) {
                break;
            }
            self.at += bytes.len() as u64;
            self.line += memchr::memchr_iter(b'\n', bytes).count();
            let rest = memchr::memrchr(b'\n', bytes).map_or(0, |feed| {
                self.column = 1;
                feed + 1
            });
            // A byte that goes on with a character begins none.
            self.column += bytes[rest..].iter().filter(|b| **b & 0xc0 != 0x80).count();
        }
        (self.line, self.column)
    }
}
