//! The programs that bilat is measured against, and how each is told to search for exact
//! substrings without regard to case, as bilat does.

use vt100::Screen;

use super::program::{Answer, Kind};
use super::pty::row;

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const LINES: &str = "lines.txt";

/// All of them. Only those on the path are measured.
pub(crate) const PEERS: [Kind; 7] = [FZF, SKIM, TELEVISION, RIPGREP, LESS, CSVLENS, VISIDATA];

const FZF: Kind = Kind {
    name: "fzf",
    executable: "fzf",
    arguments: &["--exact", "-i"],
    input: Some(LINES),
    frame: prompts,
    ready: Some(counts_all),
    indexed: None,
    answer: Some(counts_below_prompt),
    to_search: "",
    // The list stands on the search line and grows upwards.
    list: Some(("", UP)),
    batch: &["--exact", "-i", "--filter", "{query}"],
};

const SKIM: Kind = Kind {
    name: "skim",
    executable: "sk",
    arguments: &["--exact", "--case", "ignore"],
    batch: &["--exact", "--case", "ignore", "--filter", "{query}"],
    ..FZF
};

const TELEVISION: Kind = Kind {
    name: "television",
    executable: "tv",
    arguments: &["--exact", "--no-preview", "--no-remote", "--no-help-panel"],
    input: Some(LINES),
    frame: tv_frame,
    ready: Some(tv_ready),
    indexed: None,
    answer: Some(tv_answer),
    to_search: "",
    list: Some(("", DOWN)),
    batch: &[],
};

const RIPGREP: Kind = Kind {
    name: "ripgrep",
    executable: "rg",
    arguments: &[],
    input: None,
    frame: never,
    ready: None,
    indexed: None,
    answer: None,
    to_search: "",
    list: None,
    batch: &["--ignore-case", "--fixed-strings", "--", "{query}", LINES],
};

const LESS: Kind = Kind {
    name: "less",
    executable: "less",
    arguments: &[LINES],
    input: None,
    frame: |screen| row(screen, -1).contains(LINES),
    batch: &[],
    ..RIPGREP
};

const CSVLENS: Kind = Kind {
    name: "csvlens",
    executable: "csvlens",
    arguments: &["lines.csv"],
    frame: |screen| row(screen, -1).contains("lines.csv"),
    ready: Some(|screen, total| row(screen, -1).contains(&format!("/{total},"))),
    list: Some(("", DOWN)),
    ..LESS
};

const VISIDATA: Kind = Kind {
    name: "VisiData",
    executable: "vd",
    arguments: &["lines.csv"],
    frame: |screen| row(screen, 1).trim() == "text",
    ready: Some(|screen, total| row(screen, -1).contains(&format!(" {total} rows"))),
    list: Some(("", "j")),
    ..LESS
};

/// It has no screen.
fn never(_: &Screen) -> bool {
    false
}

fn prompts(screen: &Screen) -> bool {
    row(screen, -1).starts_with('>')
}

/// Above the search line stands "  12/10000". A spinner in the first column does not count: skim
/// turns it for half a second after the work is done.
fn counts(screen: &Screen, hits: usize, total: usize) -> bool {
    let row = row(screen, -2);
    let count = format!("{hits}/{total}");
    row.split_whitespace().take(2).any(|word| word == count)
}

fn counts_all(screen: &Screen, total: usize) -> bool {
    counts(screen, total, total)
}

fn counts_below_prompt(screen: &Screen, answer: &Answer) -> bool {
    counts(screen, answer.hits, answer.total)
        && row(screen, -1).trim_end() == format!("> {}", answer.query).trim_end()
}

/// Its second row: "│> water        1 / 12 │", the first of them being selected.
fn tv_frame(screen: &Screen) -> bool {
    row(screen, 1).starts_with("│>")
}

fn tv_ready(screen: &Screen, total: usize) -> bool {
    tv_counts(screen, "", total)
}

fn tv_answer(screen: &Screen, answer: &Answer) -> bool {
    tv_counts(screen, &answer.query, answer.hits)
}

fn tv_counts(screen: &Screen, query: &str, hits: usize) -> bool {
    let row = row(screen, 1);
    let count = format!("{} / {hits}", hits.min(1));
    let inside = row
        .strip_prefix("│>")
        .and_then(|row| row.trim_end().strip_suffix('│'));
    let typed = inside.and_then(|inside| inside.trim_end().strip_suffix(&count));
    typed.is_some_and(|typed| typed.trim() == query)
}
