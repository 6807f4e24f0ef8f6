//! What stands behind the options in `--help` and in the manual: exit codes, examples, environment
//! and files.

use std::fmt::Write;

/// What is told, and what it means.
pub(super) type Rows = &'static [(&'static str, &'static str)];

pub(super) const EXITS: Rows = &[
    (
        "0",
        "success; check: no problems; contested: no contradictions; verify: all found",
    ),
    (
        "1",
        "nothing found, or input only partly read; check: problems; contested:\n\
         contradictions; verify: passages not found; add, import: invalid record, or nothing to\n\
         add; export: nothing to write; review: nothing waits, or a quote without a speaker was left",
    ),
    ("2", "read or write error, or invalid command line"),
    ("101", "internal error (please report)"),
    ("130", "interrupted with ctrl-c; 128 + n: ended by signal n"),
];

pub(super) const EXAMPLES: Rows = &[
    ("bilat", "the built-in dossier, Laos - Russia"),
    ("bilat my-dossier", "the dossier in that folder"),
    (
        "bilat timeline --year 2025",
        "the events of a year; every list takes the same filters",
    ),
    (
        "bilat quotes 'soviet -war' --csv",
        "search results for a spreadsheet",
    ),
    (
        "bilat show trade-total.2024",
        "a record in full, with its evidence",
    ),
    ("bilat cite trade-total.2024", "a citation for a figure"),
    ("bilat contested", "contradictions, with the arithmetic"),
    (
        "bilat due",
        "what is overdue, due soon, or without evidence for long",
    ),
    (
        "bilat check my-dossier",
        "every problem in its files, with line and column",
    ),
    (
        "bilat verify my-dossier",
        "whether its quoted passages appear in the texts beside it",
    ),
    (
        "bilat new my-dossier --sides LAO,GBR",
        "an empty dossier for two countries",
    ),
    (
        "bilat add event",
        "a new event, in your editor; `bilat add event --help`",
    ),
    (
        "bilat import comtrade trade.csv --into my-dossier",
        "what both sides report of their trade",
    ),
    (
        "bilat draft talks.html --into my-dossier",
        "records proposed from an article; `bilat review` lists them",
    ),
    (
        "bilat vet brief.docx my-dossier",
        "every figure, date and quotation of a text, compared with a dossier",
    ),
    (
        "bilat export html -o brief.html",
        "a brief to print; `bilat export --help` for the formats",
    ),
    (
        "bilat export json | jq … | bilat timeline -",
        "a dossier through a pipe",
    ),
    (
        "bilat | cat",
        "a plain-text summary, for pipes and dumb terminals",
    ),
    (
        "bilat guide search",
        "the guide's page on the query language",
    ),
    ("bilat ./check", "a folder whose name is also a subcommand"),
];

pub(super) const ENVIRONMENT: Rows = &[
    (
        "VISUAL, EDITOR",
        "the editor of `bilat add` and of the dashboard; vi without them",
    ),
    (
        "PAGER",
        "pager for long output [default: less; empty disables]",
    ),
    (
        "XDG_STATE_HOME",
        "folder for search history, marks and sessions [default: ~/.local/state]",
    ),
    (
        "XDG_CONFIG_HOME",
        "folder for settings [default: ~/.config]",
    ),
    ("NO_COLOR", "any value: no colours"),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "without UTF-8: lines and signs are drawn in ASCII",
    ),
];

pub(super) const FILES: Rows = &[
    (
        "$XDG_CONFIG_HOME/bilat/config.toml",
        "settings of the dashboard: theme, mouse, keys, source texts (`bilat guide settings`)",
    ),
    (
        "$XDG_STATE_HOME/bilat/sessions",
        "where the dashboard was left, one file per dossier",
    ),
    (
        "DOSSIER/dossier.json",
        "the head of a dossier, without which a folder is none; its records are beside it",
    ),
    (
        "$XDG_STATE_HOME/bilat/history",
        "earlier searches, one a line, the newest last",
    ),
    (
        "$XDG_STATE_HOME/bilat/marks/",
        "marked records, a file for each dossier, one id a line",
    ),
];

/// Columns before a meaning.
const LEAD: usize = 28;
/// Columns before the meaning of an exit code.
const CODE: usize = 7;

/// What `--help` prints behind the options.
pub(super) fn after() -> String {
    let parts = [
        ("Exit codes", EXITS, CODE),
        ("Examples", EXAMPLES, LEAD),
        ("Environment", ENVIRONMENT, LEAD),
    ]
    .map(|(heading, rows, lead)| format!("{heading}:\n{}", part(rows, lead)));
    parts.join("\n").trim_end().to_owned()
}

fn part(rows: Rows, lead: usize) -> String {
    let mut out = String::new();
    for (what, meaning) in rows {
        let meaning = meaning.replace('\n', &format!("\n{}", " ".repeat(lead)));
        let what = format!("  {what}");
        let gap = " ".repeat(lead.saturating_sub(what.chars().count()).max(2));
        // A string takes whatever is written to it.
        let _ = writeln!(out, "{what}{gap}{meaning}");
    }
    out
}
