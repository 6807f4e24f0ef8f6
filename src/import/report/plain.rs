//! The report as lines for people. What is the same for many rows is told once, with their lines.

use std::fmt::Write;

use super::{FileReport, Pair, Report};
use crate::dossier::text::clean_line;
use crate::import::reconcile::Made;
use crate::import::row_report::{Reason, RowReport, Skipped};

/// Runs of lines, details, differences and pairs that are told where nobody asks for all.
const FEW: usize = 8;

/// Why the two reports of one flow differ although both are right. Six per cent is the factor from
/// FOB to CIF in the Direction of Trade Statistics of the International Monetary Fund.
const CAVEAT: [&str; 3] = [
    "Both sides report: exports are mostly valued FOB and imports CIF, so that freight and insurance",
    "make imports greater, typically by 6 % (IMF estimate); shipping time, re-exports and the country of origin",
    "widen the gap.",
];

/// The reasons and what they hold for, the greatest first.
struct Group<'a> {
    reason: &'a Reason,
    skips: Vec<&'a Skipped>,
    count: usize,
}

impl Report {
    /// The report as lines of text; `all` of it, or what a person wants to see first.
    /// `problems` is how its problems are printed, each with its line end.
    pub fn plain(&self, all: bool, problems: &str) -> String {
        let mut out = String::new();
        for file in &self.files {
            file_lines(&mut out, file, all);
        }
        self.made_lines(&mut out);
        self.difference_lines(&mut out, all);
        self.pair_lines(&mut out, all);
        out += problems;
        line(&mut out, &self.closing());
        out
    }

    fn made_lines(&self, out: &mut String) {
        let kinds: Vec<_> = self
            .made()
            .map(|(kind, made)| (kind.plural(), counts(made)))
            .collect();
        if !kinds.is_empty() || self.topics() > 0 {
            line(out, "Records");
        }
        for (kind, words) in kinds {
            line(out, &format!("  {kind:<13} {words}"));
        }
        if self.topics() > 0 {
            line(out, &format!("  {:<13} {} new", "topics", self.topics()));
        }
    }

    fn difference_lines(&self, out: &mut String, all: bool) {
        let differences = self.differences();
        if differences.is_empty() {
            return;
        }
        let taken = self
            .made()
            .any(|(_, made)| made.changed > 0 && made.kept == 0);
        line(
            out,
            if taken {
                "Changed: the dossier said otherwise, and now says what the file says"
            } else {
                "Conflicts: existing values kept (use --update to overwrite)"
            },
        );
        let shown = if all { differences.len() } else { FEW };
        for one in differences.iter().take(shown) {
            let (old, new) = (short(&one.dossier), short(&one.file));
            line(
                out,
                &format!(
                    "  {} {}: {old} in the dossier, {new} in the file",
                    one.id, one.field
                ),
            );
        }
        more(out, differences.len(), shown);
    }

    fn pair_lines(&self, out: &mut String, all: bool) {
        if self.pairs.is_empty() {
            return;
        }
        for words in CAVEAT {
            line(out, words);
        }
        let shown = if all { self.pairs.len() } else { FEW };
        for pair in self.pairs.iter().take(shown) {
            line(out, &format!("  {}", pair_line(pair)));
        }
        more(out, self.pairs.len(), shown);
    }

    /// What was written, or why nothing was.
    fn closing(&self) -> String {
        let into = &self.into;
        let names = self.changes.join(", ");
        if !self.problems.is_empty() {
            return format!(
                "Nothing was written: {into} would have problems that it does not have yet."
            );
        }
        if !self.found_something() {
            return format!("Nothing imported; {into} unchanged.");
        }
        if self.changes.is_empty() {
            return format!("Nothing new; {into} is as it was.");
        }
        match (self.written, self.dry_run) {
            (true, _) => format!("Written in {into}: {names}."),
            (false, true) => {
                format!("A dry run, nothing was written; in {into} would change: {names}.")
            }
            (false, false) => "Nothing was written.".to_owned(),
        }
    }
}

fn file_lines(out: &mut String, file: &FileReport, all: bool) {
    let tally = &file.tally;
    line(out, &format!("{}: {}", file.file, tally.layout));
    let source = file
        .source
        .as_ref()
        .map_or_else(String::new, |id| format!("; source `{id}`"));
    line(out, &format!("  read as       {}{source}", file.encoding));
    let rows = tally.rows;
    let left = tally.left_out();
    line(
        out,
        &format!(
            "  rows          {} read, {} used, {left} left out",
            rows.read, rows.used
        ),
    );
    if let Some(cells) = tally.cells {
        let empty = tally.empty_cells();
        let words = format!("{} read, {} used, {empty} left out", cells.read, cells.used);
        line(out, &format!("  figures       {words}"));
    }
    list(out, "  assumptions", &tally.assumed);
    list(out, "  to look at", &tally.remarks);
    let fields: Vec<_> = tally
        .not_imported
        .iter()
        .map(|(name, rows)| format!("{name} ({rows})"))
        .collect();
    if !fields.is_empty() {
        line(out, &format!("  not imported  {}", fields.join(", ")));
    }
    left_out(out, tally, all);
}

fn list(out: &mut String, head: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    line(out, head);
    for item in items {
        line(out, &format!("    - {item}"));
    }
}

fn left_out(out: &mut String, tally: &RowReport, all: bool) {
    if tally.skips.is_empty() {
        return;
    }
    line(out, "  left out");
    for group in groups(&tally.skips) {
        let cells = group.skips.iter().any(|skip| !skip.columns.is_empty());
        let unit = match (cells, group.count) {
            (true, 1) => " cell",
            (true, _) => " cells",
            (false, _) => "",
        };
        let details = details(&group, all);
        let lines = lines_of(&group, is_one_line(tally), all);
        let (count, reason) = (group.count, group.reason);
        line(
            out,
            &format!("    {count:>5}{unit}  {reason}{details}; {lines}"),
        );
    }
}

/// The skips by reason, whole rows and cells apart, the most first.
fn groups(skips: &[Skipped]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for skip in skips {
        let count = skip.columns.len().max(1);
        let is = |group: &&mut Group<'_>| {
            let cells = |skip: &Skipped| skip.columns.is_empty();
            *group.reason == skip.reason && cells(group.skips[0]) == cells(skip)
        };
        match groups.iter_mut().find(is) {
            Some(group) => {
                group.skips.push(skip);
                group.count += count;
            }
            None => groups.push(Group {
                reason: &skip.reason,
                skips: vec![skip],
                count,
            }),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

/// " (World)", or the first of many.
fn details(group: &Group<'_>, all: bool) -> String {
    let mut details: Vec<&str> = Vec::new();
    for skip in &group.skips {
        if !skip.detail.is_empty() && !details.contains(&&*skip.detail) {
            details.push(&skip.detail);
        }
        if details.len() > FEW && !all {
            break;
        }
    }
    let shown = if all { details.len() } else { 3 };
    let first: Vec<_> = details
        .iter()
        .take(shown)
        .map(|detail| short(detail))
        .collect();
    match (first.is_empty(), details.len() > shown) {
        (true, _) => String::new(),
        (false, false) => format!(" ({})", first.join("; ")),
        (false, true) => format!(" ({}; …)", first.join("; ")),
    }
}

/// Are all rows on one line, so that it tells nothing of them?
fn is_one_line(tally: &RowReport) -> bool {
    let mut lines = tally.skips.iter().map(|skip| skip.line);
    let first = lines.next();
    tally.rows.read > 1 && tally.skips.len() > 1 && lines.all(|line| Some(line) == first)
}

/// "line 7", "lines 2-5, 9 and 12 more"; rows where all of them are on one line.
fn lines_of(group: &Group<'_>, by_row: bool, all: bool) -> String {
    let number = |skip: &&Skipped| if by_row { skip.row } else { skip.line };
    let mut lines: Vec<_> = group.skips.iter().map(number).collect();
    lines.sort_unstable();
    lines.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for line in &lines {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *line => *last = *line,
            _ => runs.push((*line, *line)),
        }
    }
    let shown = if all { runs.len() } else { FEW };
    let ranges: Vec<_> = runs
        .iter()
        .take(shown)
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}-{last}")
            }
        })
        .collect();
    let word = match (by_row, lines.len()) {
        (true, 1) => "row",
        (true, _) => "rows",
        (false, 1) => "line",
        (false, _) => "lines",
    };
    let hidden: usize = runs
        .iter()
        .skip(shown)
        .map(|(first, last)| last - first + 1)
        .sum();
    let rest = if hidden == 0 {
        String::new()
    } else {
        format!(" and {hidden} more (--all)")
    };
    format!("{word} {}{rest}", ranges.join(", "))
}

/// "3 new, 2 unchanged".
fn counts(made: Made) -> String {
    let Made {
        new,
        unchanged,
        changed,
        kept,
    } = made;
    let all = [
        (new, "new"),
        (changed, "changed"),
        (unchanged, "unchanged"),
        (kept, "left as they are, though the file differs"),
    ];
    let parts: Vec<_> = all
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    parts.join(", ")
}

fn pair_line(pair: &Pair) -> String {
    let Pair {
        title,
        period,
        exporter: (from, sent, _),
        importer: (to, taken, _),
        gap,
    } = pair;
    format!("{title}, {period}: {from} says {sent}, {to} says {taken}: {gap}")
}

fn more(out: &mut String, count: usize, shown: usize) {
    if count > shown {
        line(out, &format!("  and {} more (--all)", count - shown));
    }
}

/// What a file says may be long.
fn short(text: &str) -> String {
    let line = clean_line(text);
    match line.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn line(out: &mut String, text: &str) {
    // A string takes whatever is written to it.
    let _ = writeln!(out, "{text}");
}
