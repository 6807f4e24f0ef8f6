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
/// quotes, each line linked to the passage it is based on.
#[derive(Debug, Default, Parser)]
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

    /// Directory containing the source texts [default: the folder of the dossier]
    #[arg(long, value_name = "DIR")]
    pub(super) sources: Option<PathBuf>,

    /// Reload when files change (default)
    #[arg(long, overrides_with = "no_watch")]
    watch: bool,

    /// Do not watch the files of the dossier
    #[arg(long, overrides_with = "watch")]
    pub(super) no_watch: bool,

    /// Use the mouse: click to select and open, wheel to scroll (hold Shift to select text)
    #[arg(long)]
    pub(super) mouse: bool,

    /// Do not restore the last session
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
    /// List events by date, one per line
    ///
    /// Planned, discussed and undated events come last.
    Timeline(list::Arguments),
    /// List agreements by date, one per line
    ///
    /// With parties, status, horizon and the agreement each one follows.
    Agreements(list::Arguments),
    /// List every series with its figures
    ///
    /// The content of the charts as text: printed figures with their verdicts, implied figures with the
    /// arithmetic, changes, and years without a figure. As CSV, one row per figure.
    Trade(list::Arguments),
    /// List the quotes that match a search, one per line
    ///
    /// A search is written as in the dashboard: words, "phrases", =whole words, ~words like this,
    /// -exclusions, alter|natives, speaker:, role:, topic:, event:, source:, language:, year:,
    /// from:, to:, is:contested. Exit code 0 found, 1 nothing.
    Quotes(quotes::Arguments),
    /// List contradictions, most serious first
    ///
    /// Computed findings with their arithmetic and the records involved, and the disputes recorded in the
    /// dossier; findings and disputes on the same records are combined. A finding is listed if one of its
    /// records matches each filter; --status is grave, major, minor or note. Exit code 0: none, 1: some.
    #[command(mut_arg("status", |status| status.help("Only findings of this severity: grave, major, minor or note")))]
    Contested(contested::Arguments),
    /// List what is due, most urgent first
    ///
    /// What is overdue, what falls due within 90 days, forecasts that no report answers, and open matters
    /// without evidence for two years, or without a date and for half a year; with the newest evidence of
    /// each. --status is overdue, soon, unreported, silent or quiet. Exit code 0 something, 1 nothing.
    #[command(mut_arg("status", |status| status.help("Only what is overdue, soon, unreported, silent or quiet")))]
    Due(due::Arguments),
    /// List people, with every title the sources give them
    People(list::Arguments),
    /// List organisations and their members
    Organisations(list::Arguments),
    /// List the sources
    Sources(list::Arguments),
    /// List claims: what somebody asserts
    Claims(list::Arguments),
    /// List the disputes recorded by the compiler
    ///
    /// `bilat contested` combines them with computed findings.
    Disputes(list::Arguments),
    /// Mark records, or list the marked ones
    ///
    /// Marks are kept per dossier, outside its files. --marked limits a list or an export to them.
    Mark(mark::Arguments),
    /// Print a record or figure in full
    ///
    /// All fields, evidence with source, paragraph and exact words, contradictions, and related records
    /// with their ids: what the dashboard opens on Enter.
    Show(show::Arguments),
    /// Validate a dossier
    ///
    /// One problem per line, as `file:line:column: error|warning: message`, with a hint where there is one,
    /// then a line with counts.
    Check {
        /// Folder or JSON document of the dossier, or `-` for standard input
        /// [default: the current folder if it has a dossier.json, else the built-in example]
        dossier: Option<PathBuf>,

        /// Also print contradictions between figures, as of today
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

        /// Directory containing the source texts, matched by `file` or `sha256` [default: the folder of the dossier]
        #[arg(long, value_name = "DIR")]
        sources: Option<PathBuf>,

        /// Print every verdict as JSON
        #[arg(long)]
        json: bool,

        /// Never start a pager
        #[arg(long)]
        no_pager: bool,
    },
    /// Create an empty dossier for two countries
    ///
    /// A folder with one file per kind of record, JSON schemas for completion in editors, a starting
    /// vocabulary of topics, and a README.
    New {
        /// Folder to create; an existing folder must be empty
        folder: PathBuf,

        /// The two countries, by code or name, such as LAO,GBR or Laos,"United Kingdom"
        #[arg(long, value_name = "A,B", required = true, value_delimiter = ',')]
        sides: Vec<String>,

        /// Title [default: the two country names]
        #[arg(long)]
        title: Option<String>,
    },
    /// Add one record to a dossier
    ///
    /// From options, from a file (--from), or in your editor, which opens on a template if required fields are
    /// missing. The record is validated first: nothing is written that would add a problem to the dossier.
    /// Prints its id, file and line.
    Add(Box<add::Arguments>),
    /// Import a file from another program
    ///
    /// Every record cites the file and line it comes from. A report accounts for every row and lists the
    /// assumptions made. The import is atomic and idempotent; existing values are kept unless --update is
    /// given.
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
    /// keeps it from being proposed again. Without an option, list what waits. A quote without a speaker, and
    /// what refers to it, is reported and left; the rest is accepted. Exit code 0 all decided; 1 something
    /// left, or nothing waits; 2 nothing decided.
    Review(review::Arguments),
    /// Check the facts of a text against a dossier
    ///
    /// Every figure, date, quotation, person with a title, agreement, event and direction of trade; each
    /// verdict as `file:line:column: error|warning: message` with the record and its passage, or on
    /// a terminal with the line; of HTML and Word documents the line is the paragraph. Exit code 0 all
    /// supported, or contested and the text says so; 1 something to change; 2 could not be read.
    /// In the dashboard `V` does the same.
    Vet(vet::Arguments),
    /// Export a dossier to another format, or as a brief to hand in
    ///
    /// To standard output, or with -o to a file, written atomically. The output is reproducible: the same
    /// dossier gives the same bytes.
    Export(export::Arguments),
    /// Print the JSON Schema of the format, or of one of its files
    ///
    /// Editors use it for completion and validation. The files that `bilat new` creates refer to their
    /// schemas.
    Schema {
        /// dossier, sources, people, organisations, events, agreements, series, quotes, claims or disputes
        /// [default: a whole dossier as one document]
        file: Option<String>,
    },
    /// Print a citation for a record or figure
    ///
    /// Who says what, in which source and paragraph, and whether it is contested.
    Cite {
        /// Id of the record or figure, such as trade-total.2024
        id: String,

        /// Folder or JSON document of the dossier, or `-` for standard input
        /// [default: the current folder if it has a dossier.json, else the built-in example]
        dossier: Option<PathBuf>,

        /// Citation style
        #[arg(long, value_enum, default_value = "text")]
        style: cite::Style,

        /// Print the sentence to write instead, with any caveat it needs, and whether it is safe
        #[arg(long, conflicts_with = "style")]
        write: bool,
    },
    /// Print one frame of the dashboard, without a terminal
    ///
    /// After pressing the given keys. Characters are typed as they are; other keys are named in angle brackets: enter, esc, tab, backtab, up, down, left, right, home, end, pgup, pgdn, bs,
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
    /// Generate shell completions
    ///
    /// Example: bilat completions bash > ~/.local/share/bash-completion/completions/bilat
    Completions {
        /// Shell
        shell: Shell,
    },
    /// Generate the man page
    ///
    /// Example: bilat man | man -l -
    Man {
        /// Subcommand whose page to generate
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
    fn without_words_the_arguments_are_the_default_ones() {
        let parsed = Arguments::try_parse_from(["bilat"]).expect("parses");
        let default = Arguments::default();
        assert_eq!(format!("{parsed:?}"), format!("{default:?}"));
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
