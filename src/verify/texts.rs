//! The source texts at hand: read from a folder, by name or by checksum.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::source_text::SourceText;
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Id, Source};
use crate::system::charset::{self, Known};

/// A longer file is no article, report or transcript: a whole book has about one of 64 MB.
pub const MAX_BYTES: u64 = 64_000_000;

/// The texts of the sources of one dossier, as far as they are at hand.
#[derive(Debug, Default)]
pub struct Texts(HashMap<Id, SourceText>);

impl Texts {
    /// Reads the texts in the folders, and what there is to say about them, safe to print. What is missing
    /// in one folder is looked for in the next.
    ///
    /// A source's text is the file of its `file` name, or else the one with its `sha256`.
    pub fn read(dossier: &Dossier, dirs: &[&Path]) -> (Self, Vec<String>) {
        let mut texts = Self::default();
        let mut remarks: Vec<String> = Vec::new();
        for dir in dirs {
            let missing = dossier.sources.iter().filter(|one| !texts.has(&one.id));
            let (found, more) = Self::of(missing, dir);
            // What an earlier folder lacks, or has in another version, is here.
            let is_found = |remark: &String| {
                let id = remark.split_once(": ").map_or("", |(id, _)| id);
                found.0.keys().any(|one| one.as_str() == id)
            };
            remarks.retain(|remark| !is_found(remark) && !more.contains(remark));
            remarks.extend(more);
            texts.extend(found);
        }
        (texts, remarks)
    }

    /// The same of some sources in one folder.
    pub fn of<'s>(
        sources: impl IntoIterator<Item = &'s Source>,
        dir: &Path,
    ) -> (Self, Vec<String>) {
        let mut folder = Folder {
            dir,
            sums: OnceLock::new(),
            remarks: Vec::new(),
        };
        let mut texts = Self::default();
        for source in sources {
            if let Some(text) = folder.text(source) {
                texts.insert(source.id.clone(), &text);
            }
        }
        (texts, folder.remarks)
    }

    /// Reads the texts that are missing from another folder.
    pub fn add(&mut self, dossier: &Dossier, dir: &Path) {
        let missing = dossier
            .sources
            .iter()
            .filter(|source| !self.has(&source.id));
        let (found, _) = Self::of(missing, dir);
        self.0.extend(found.0);
    }

    /// Takes `text` for the text of a source.
    pub fn insert(&mut self, source: Id, text: &str) {
        self.0.insert(source, SourceText::new(text));
    }

    /// Takes the texts of others too.
    pub fn extend(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the text of a source is at hand.
    pub fn has(&self, source: &Id) -> bool {
        self.0.contains_key(source)
    }

    /// The text of a source, if it is at hand.
    pub fn text(&self, source: &Id) -> Option<&str> {
        Some(self.get(source)?.printed().text())
    }

    pub(super) fn get(&self, source: &Id) -> Option<&SourceText> {
        self.0.get(source)
    }
}

/// A folder of texts that is being looked through.
struct Folder<'a> {
    dir: &'a Path,
    /// The files by checksum: only counted when a name leads nowhere.
    sums: OnceLock<HashMap<String, PathBuf>>,
    remarks: Vec<String>,
}

impl Folder<'_> {
    fn text(&mut self, source: &Source) -> Option<String> {
        let named = source.file.as_deref().and_then(|file| self.named(file));
        let Some(path) = named.or_else(|| self.summed(source.sha256.as_deref()?)) else {
            self.remark(source, "", "no text of it");
            return None;
        };
        let mut shown = clean_line(&path.to_string_lossy());
        let mut bytes = match read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.remark(source, &shown, &format!("cannot be read: {error}"));
                return None;
            }
        };
        let sum = source.sha256.as_deref();
        if let Some(sum) = sum.filter(|sum| !sum.eq_ignore_ascii_case(&sum_of(&bytes))) {
            // A newer download may have the name that the older one had.
            if let Some((path, older)) = self
                .summed(sum)
                .and_then(|p| Some((p.clone(), read(&p).ok()?)))
            {
                shown = clean_line(&path.to_string_lossy());
                bytes = older;
            } else {
                let words =
                    "is not the very text that the dossier was made from: its SHA-256 differs";
                self.remark(source, &shown, words);
            }
        }
        self.decoded(source, &shown, &bytes)
    }

    fn decoded(&mut self, source: &Source, shown: &str, bytes: &[u8]) -> Option<String> {
        match charset::decode(bytes, None) {
            Ok(decoded) => {
                if let Known::Guessed { .. } = decoded.known {
                    let words = format!("is not UTF-8: it was read as {}", decoded.encoding);
                    self.remark(source, shown, &words);
                }
                Some(decoded.text)
            }
            Err(error) => {
                self.remark(source, shown, &error.to_string());
                None
            }
        }
    }

    fn remark(&mut self, source: &Source, file: &str, words: &str) {
        let file = if file.is_empty() {
            ""
        } else {
            &format!("{file} ")
        };
        self.remarks.push(format!("{}: {file}{words}", source.id));
    }

    /// The file of that name; a name that leads out of the folder counts by its last part.
    fn named(&self, file: &str) -> Option<PathBuf> {
        let path = Path::new(file);
        let inside = path.components().all(|c| matches!(c, Component::Normal(_)));
        let last = path.file_name().map(|name| self.dir.join(name));
        let whole = inside.then(|| self.dir.join(path));
        whole.into_iter().chain(last).find(|path| is_text(path))
    }

    fn summed(&self, sum: &str) -> Option<PathBuf> {
        let sums = self.sums.get_or_init(|| {
            let entries = fs::read_dir(self.dir).into_iter().flatten().flatten();
            let files = entries.map(|entry| entry.path()).filter(|p| is_text(p));
            files
                .filter_map(|path| Some((sum_of(&read(&path).ok()?), path)))
                .collect()
        });
        sums.get(&sum.to_ascii_lowercase()).cloned()
    }
}

/// A regular file: opening anything else might wait for ever. One that is too long is named all
/// the same, so that it can be said of it.
fn is_text(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file())
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = File::open(path)?.take(MAX_BYTES + 1);
    file.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        let most = MAX_BYTES / 1_000_000;
        return Err(io::Error::other(format!("it has more than {most} MB")));
    }
    Ok(bytes)
}

/// The SHA-256 of a text, in small hexadecimal letters.
pub fn sum_of(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // A string takes whatever is written to it.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
