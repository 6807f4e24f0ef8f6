//! What can be asked for on the command line: every subcommand and option, with its help.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use super::{
    add, cite, contested, draft, due, export, guide, help, import, list, mark, quotes, review,
    screenshot, show, theme, vet,
};
use crate::dashboard::ui::palette::Look;
use crate::terminal::PanicAt;

/// Read the dossier of a relationship between two countries: timeline, agreements, trade and
/// quotes, every line with the passage that it rests on.
#[derive(Debug, Parser)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
#[command(name = "bilat", version, after_help = help::after(), args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// Folder of the dossier, or one JSON document
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    pub(super) dossier: Option<PathBuf>,

    /// Folder with the texts of the sources, to open the passages that records rest on; without
    /// it, the folder of the dossier
    #[arg(long, value_name = "DIR")]
    pub(super) sources: Option<PathBuf>,

    /// Read the dossier again when its files change; so it is unless --no-watch is given
    #[arg(long, overrides_with = "no_watch")]
    watch: bool,

    /// Do not watch the files of the dossier
    #[arg(long, overrides_with = "watch")]
    pub(super) no_watch: bool,

    /// Use the mouse: click to select and open, wheel to move (select text with Shift then)
    #[arg(long)]
    pub(super) mouse: bool,

    /// Start anew instead of where the last session ended
    #[arg(long)]
    pub(super) fresh: bool,

    /// Colours [default: terminal]
    #[arg(long, value_name = "NAME", value_parser = theme::look())]
    pub(super) theme: Option<Look>,

    /// Panic on purpose: draw, update or worker
    #[cfg(debug_assertions)]
    #[arg(long, hide = true, value_name = "PLACE", value_parser = panic_at)]
    pub(super) panic_at: Option<PanicAt>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the events by date, a line each
    ///
    /// What is planned or only spoken of, and what has no date, comes behind the others.
    Timeline(list::Arguments),
    /// List the agreements by date, a line each
    ///
    /// With parties, status, horizon and what each follows.
    Agreements(list::Arguments),
    /// List every series with its figures
    ///
    /// What a chart shows, in sentences and numbers: printed figures with their verdicts, those that
    /// follow from others with the arithmetic, changes, and years without a figure. As CSV, a row a
    /// figure.
    Trade(list::Arguments),
    /// Print the quotes that a search finds, a line each
    ///
    /// A search is written as in the dashboard: words, "phrases", =whole words, ~words like this,
    /// -exclusions, alter|natives, speaker:, role:, topic:, event:, source:, language:, year:,
    /// from:, to:, is:contested. Exit code 0 found, 1 nothing.
    Quotes(quotes::Arguments),
    /// Print what does not fit together, the gravest first
    ///
    /// Computed findings with their arithmetic and the records of both sides, and the disputes
    /// that the dossier stores; both together where they stand on the same records. Of filters one
    /// record of a finding must pass each; --status is grave, major, minor or note. Exit code 0
    /// nothing, 1 something.
    Contested(contested::Arguments),
    /// List what is due, most pressing first
    ///
    /// What is overdue, what falls due within 90 days, forecasts that no report answers, and open matters
    /// without evidence for two years, or without a date and for half a year; with the newest evidence of
    /// each. --status is overdue, soon, unreported, silent or quiet. Exit code 0 something, 1 nothing.
    Due(due::Arguments),
    /// List the people, with every title that a source gives them
    People(list::Arguments),
    /// List the organisations, and who belongs to them
    Organisations(list::Arguments),
    /// List the sources that everything rests on
    Sources(list::Arguments),
    /// List the claims: what somebody asserts
    Claims(list::Arguments),
    /// List the disputes that the compiler has recorded
    ///
    /// `bilat contested` joins them with what is computed.
    Disputes(list::Arguments),
    /// Mark records, or list the marked ones
    ///
    /// Marks are kept for each dossier, outside of it. --marked narrows a list or an export to them.
    Mark(mark::Arguments),
    /// Print a record or figure written out
    ///
    /// All fields, its evidence with source, paragraph and exact words, what contests it, and every
    /// record that it is tied to, with its id: what the dashboard opens on Enter.
    Show(show::Arguments),
    /// Print every problem in the files of a dossier
    ///
    /// Each as `file:line:column: error|warning: message`, with a hint where there is one, and a
    /// closing line with counts.
    Check {
        /// Folder or JSON document of the dossier, or `-` for standard input
        /// [default: the current folder if it has a dossier.json, else the built-in example]
        dossier: Option<PathBuf>,

        /// Then print what the arithmetic of its figures finds, as of today
        #[arg(long)]
        figures: bool,

        /// Never start a pager
        #[arg(long)]
        no_pager: bool,
    },
    /// Check that every quoted passage appears in its source
    ///
    /// A line for each anchor that is not found: ambiguous (it occurs more than once, or is one word
    /// in other paragraphs), drifted (in another paragraph), altered (with what differs), digits (of
    /// a figure, in none of its anchors), misquoted (the text of a quote differs from its passages),
    /// or missing; a line for each record with another speaker than the one whom a transcript names
    /// (speaker), or with somebody whom none of its paragraphs names (unnamed); a line for each text
    /// that is HTML, Markdown or wrapped; and a closing line with counts.
    Verify {
        /// Folder or JSON document of the dossier, or `-` for standard input
        /// [default: the current folder if it has a dossier.json, else the built-in example]
        dossier: Option<PathBuf>,

        /// Folder of the texts, found by `file` or else `sha256`; without one, that of the dossier
        #[arg(long, value_name = "DIR")]
        sources: Option<PathBuf>,

        /// Print the verdict on every anchor as JSON
        #[arg(long)]
        json: bool,

        /// Never start a pager
        #[arg(long)]
        no_pager: bool,
    },
    /// Make a dossier of two countries, empty but whole
    ///
    /// A folder with a file for each kind of record, the schemas that an editor completes them by,
    /// a vocabulary of topics to start with, and a README that tells what goes where.
    New {
        /// Folder to make; one that is there must be empty
        folder: PathBuf,

        /// The two countries, by code or name, such as LAO,GBR or Laos,"United Kingdom"
        #[arg(long, value_name = "A,B", required = true, value_delimiter = ',')]
        sides: Vec<String>,

        /// What the dossier is called; without it, the names of both
        #[arg(long)]
        title: Option<String>,
    },
    /// Add one record to a dossier, at its place in its file
    ///
    /// From options, from a file (--from), or in your editor, which opens on a template where the
    /// options do not say enough. The record is checked first: nothing is written that would bring
    /// a new problem into the dossier. Its id and its place are printed.
    Add(Box<add::Arguments>),
    /// Read a file of another program into a dossier
    ///
    /// Every record rests on the file and the line that it comes from. A report says what became of
    /// every row, and what had to be taken for granted. All or nothing is written, a second time
    /// changes nothing, and what the dossier says otherwise than the file is left as it is.
    Import(Box<import::Arguments>),
    /// Propose records from an article, and report what it adds, repeats and contradicts
    ///
    /// Quotes, people, figures of the trade between both countries, agreements and events, each with its
    /// passage, the rule that found it and how certain that is. The text is stored beside the dossier;
    /// the proposals wait in proposed.jsonl for `bilat review`. The same text again proposes nothing
    /// twice.
    Draft(draft::Arguments),
    /// List proposed records, and accept or reject them
    ///
    /// Accepting writes the record, and what it refers to, into the dossier, checked first; rejecting
    /// keeps it from being proposed again. Without an option, list what waits.
    Review(review::Arguments),
    /// Check the facts of a text against a dossier
    ///
    /// Every figure, date, quotation, person with a title, agreement, event and direction of trade; each
    /// verdict as `file:line:column: error|warning: message` with the record and its passage, or on
    /// a terminal with the line; of HTML and Word documents the line is the paragraph. Exit code 0 all
    /// supported, or contested and the text says so; 1 something to change; 2 could not be read.
    Vet(vet::Arguments),
    /// Write a dossier in the format of another program, or as a brief to hand in
    ///
    /// To standard output, or with -o into a file, which is written whole or not at all. The same
    /// dossier gives the same bytes each time.
    Export(export::Arguments),
    /// Print the JSON Schema of the format, or of one of its files
    ///
    /// An editor that is given it completes the fields and underlines what is wrong. Every file of
    /// `bilat new` names its own.
    Schema {
        /// dossier, sources, people, organisations, events, agreements, series, quotes, claims or
        /// disputes; without one, a whole dossier as one document
        file: Option<String>,
    },
    /// Print a record or figure as one would cite it
    ///
    /// Who says what, in which source and paragraph, and that it is contested where it is.
    Cite {
        /// Id of the record or figure, such as trade-total.2024
        id: String,

        /// Folder or JSON document of the dossier, or `-` for standard input
        /// [default: the current folder if it has a dossier.json, else the built-in example]
        dossier: Option<PathBuf>,

        /// How it is written
        #[arg(long, value_enum, default_value = "text")]
        style: cite::Style,

        /// The sentence to write instead: with the caveat that it needs, and whether it is safe
        #[arg(long, conflicts_with = "style")]
        write: bool,
    },
    /// Print one frame of the dashboard, without a terminal
    ///
    /// After the keys that are given: characters stand for themselves, other keys for their names in
    /// angle brackets: enter, esc, tab, backtab, up, down, left, right, home, end, pgup, pgdn, bs,
    /// del, space, and lt for `<`; `<ctrl-f>` is held with Ctrl.
    Screenshot(screenshot::Arguments),
    /// Print the guide
    ///
    /// Without a topic, list the topics.
    Guide {
        /// Page to print
        #[arg(value_parser = guide::topic())]
        topic: Option<String>,

        /// Never start a pager
        #[arg(long)]
        no_pager: bool,
    },
    /// Print the script by which a shell completes the command line
    ///
    /// Such as: bilat completions bash > ~/.local/share/bash-completion/completions/bilat
    Completions {
        /// For which shell
        shell: Shell,
    },
    /// Print the page of the manual
    ///
    /// Such as: bilat man | man -l -
    Man {
        /// A subcommand, for its own page
        command: Option<String>,
    },
}

/// A text that is not a place to panic at.
#[cfg(debug_assertions)]
#[derive(Debug, thiserror::Error)]
#[error("draw, update, worker, abort, overflow or memory")]
struct NotAPlace;

#[cfg(debug_assertions)]
fn panic_at(place: &str) -> Result<PanicAt, NotAPlace> {
    match place {
        "draw" => Ok(PanicAt::Draw),
        "update" => Ok(PanicAt::Update),
        "worker" => Ok(PanicAt::Worker),
        "abort" => Ok(PanicAt::Abort),
        "overflow" => Ok(PanicAt::Overflow),
        "memory" => Ok(PanicAt::Memory),
        _ => Err(NotAPlace),
    }
}

impl Arguments {
    /// Where to panic on purpose.
    pub(super) fn panics(&self) -> Option<PanicAt> {
        #[cfg(debug_assertions)]
        return self.panic_at;
        #[cfg(not(debug_assertions))]
        None
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_folder_called_like_a_subcommand_opens_with_a_path() {
        let parse = |words: &[&str]| Arguments::try_parse_from(words).expect("parses");
        assert!(parse(&["bilat", "check"]).command.is_some());
        let opened = parse(&["bilat", "./check"]);
        assert!(opened.command.is_none());
        assert_eq!(opened.dossier, Some(PathBuf::from("./check")));
    }
}
