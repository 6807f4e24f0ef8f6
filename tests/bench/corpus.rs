//! A corpus of any size, the same for the same seed: a dossier of N quotes that reads like the
//! debates of a parliament, and the same texts as plain lines and as CSV for other programs.
//!
//! What other programs see is the text alone, while a bare word in bilat also searches the
//! speaker's name, the role, the title of the event and the date. So that all of them find the
//! same, names, roles and titles are Greek (no text is) and the ids of quotes are digits: a query
//! of English, Russian or Lao letters is answered by the texts only.

mod greek;
mod lao;
mod prose;
mod random;
mod records;
mod speech;
mod vocabulary;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, WrapErr};

/// Where corpora are kept: beside what cargo builds.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench")
}

/// Counted up whenever other texts come out, so that nothing old is measured.
const EDITION: u32 = 1;

/// A word that stands in known quotes only.
pub(crate) struct Planted {
    /// The word, in small letters; no other word contains it.
    pub(crate) word: &'static str,
    /// It ends the quotes at `every / 2`, and at each `every` from there.
    pub(crate) every: usize,
}

/// The planted words, from the rarest.
pub(crate) const PLANTED: [Planted; 4] = [
    Planted {
        word: "zirconium",
        every: 20_000,
    },
    Planted {
        word: "водопровод",
        every: 5_000,
    },
    Planted {
        word: "ombudsman",
        every: 1_000,
    },
    Planted {
        word: "ຍານອະວະກາດ",
        every: 500,
    },
];

/// The files of one corpus.
pub(crate) struct Corpus {
    /// Where everything else stands.
    pub(crate) folder: PathBuf,
    /// The folder of the dossier.
    pub(crate) dossier: PathBuf,
    /// The texts, one a line, with line feeds as blanks.
    pub(crate) lines: PathBuf,
    /// The same as CSV of one column with a heading.
    pub(crate) csv: PathBuf,
    /// How many quotes there are.
    pub(crate) quotes: usize,
}

impl Corpus {
    /// The corpus of that size below `base`; made if it is not there yet.
    pub(crate) fn at(base: &Path, quotes: usize, seed: u64) -> Result<Self> {
        let folder = base.join(format!("corpus-{EDITION}-{seed}-{quotes}"));
        let corpus = Self {
            dossier: folder.join("dossier"),
            lines: folder.join("lines.txt"),
            csv: folder.join("lines.csv"),
            folder,
            quotes,
        };
        // The last thing that is written: without it the corpus is incomplete.
        let finished = corpus.folder.join("finished");
        if !finished.exists() {
            fs::create_dir_all(&corpus.dossier)
                .and_then(|()| corpus.write(seed))
                .and_then(|()| fs::write(&finished, ""))
                .wrap_err_with(|| format!("cannot write {}", corpus.folder.display()))?;
        }
        Ok(corpus)
    }

    fn write(&self, seed: u64) -> std::io::Result<()> {
        let events = speech::events(self.quotes);
        records::write(&self.dossier, self.quotes, events, seed)?;
        let create = |path: &Path| File::create(path).map(BufWriter::new);
        let mut quotes = create(&self.dossier.join("quotes.jsonl"))?;
        let mut lines = create(&self.lines)?;
        let mut csv = create(&self.csv)?;
        writeln!(csv, "text")?;
        speech::each(self.quotes, seed, |quote| {
            serde_json::to_writer(&mut quotes, quote)?;
            quotes.write_all(b"\n")?;
            let line = quote.text.replace('\n', " ");
            writeln!(lines, "{line}")?;
            writeln!(csv, "\"{}\"", line.replace('"', "\"\""))
        })?;
        quotes.flush()?;
        lines.flush()?;
        csv.flush()
    }
}
