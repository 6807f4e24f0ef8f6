//! The report as Markdown tables, ready for a page of the guide.

use std::fmt::Write as _;

use super::bilat::BILAT;
use super::report::{Quiet, Report, Row, Sized};
use super::stats::{Summary, digits, grouped};

/// What is to be known beside the figures of the peers.
const RANKING: &str = "fzf, skim and television rank their hits, the best match first; bilat lists \
them in the order of the dossier unless it is asked for another.";

/// The whole report.
pub(crate) fn write(report: &Report) -> String {
    let mut out = heading(report);
    out += &times("First frame", report, true, |row| row.frame.as_ref());
    out += &times("All records can be searched", report, false, |row| {
        row.ready.as_ref()
    });
    if report
        .sizes
        .iter()
        .flat_map(|size| &size.rows)
        .any(|row| row.indexed.is_some())
    {
        out += &times("The index is ready too", report, false, |row| {
            row.indexed.as_ref()
        });
    }
    for size in &report.sizes {
        out += &keys(size);
    }
    out += &growth(report);
    out += &memory(report);
    for size in report.sizes.iter().filter(|size| !size.batch.is_empty()) {
        out += &batch(size);
    }
    if let Some(quiet) = &report.quiet {
        out += &idle(quiet);
        out += &moves(quiet);
    }
    out + &troubles(report)
}

fn heading(report: &Report) -> String {
    let mut out = format!("{}; seed {}, ", report.machine, report.seed);
    let sizes: Vec<_> = report.sizes.iter().map(|size| count(size.quotes)).collect();
    let runs = if report.runs == 1 { "run" } else { "runs" };
    let _ = writeln!(out, "{} quotes, {} {runs}.", sizes.join(", "), report.runs);
    let _ = writeln!(out, "\nMeasured: {}.", report.versions.join("; "));
    if !report.missing.is_empty() {
        let _ = writeln!(out, "Not installed: {}.", report.missing.join(", "));
    }
    let floor = |summary: &Option<Summary>| summary.as_ref().map_or_else(dash, both);
    let _ = writeln!(
        out,
        "\nThe bench itself (median / worst): `echo` is on the screen after {} ms, a key comes back \
from `cat` after {} ms. All times are milliseconds, median / worst if there are two.",
        floor(&report.floor.start),
        floor(&report.floor.key)
    );
    out
}

/// A table of times by size; `small` with a column before the sizes.
fn times(
    title: &str,
    report: &Report,
    small: bool,
    pick: impl Fn(&Row) -> Option<&Summary>,
) -> String {
    let mut heads = vec![title.to_owned()];
    heads.extend(small.then(|| "built-in dossier, or 60 lines".to_owned()));
    heads.extend(report.sizes.iter().map(|size| count(size.quotes)));
    let mut rows = Vec::new();
    for name in names(report) {
        let find = |rows: &[Row]| {
            let row = rows.iter().find(|row| row.name == name);
            row.and_then(&pick).map_or_else(dash, both)
        };
        let mut cells = Vec::new();
        cells.extend(small.then(|| find(&report.small)));
        cells.extend(report.sizes.iter().map(|size| find(&size.rows)));
        if cells.iter().any(|cell| *cell != dash()) {
            cells.insert(0, name);
            rows.push(cells);
        }
    }
    table(&heads, &rows)
}

/// From a key to its answer on the screen, and how many times bilat's that is.
fn keys(size: &Sized) -> String {
    let heads = [
        format!("Key to screen, {} quotes", count(size.quotes)),
        "median".to_owned(),
        "p99".to_owned(),
        "worst".to_owned(),
        "median : bilat's".to_owned(),
        "worst : bilat's".to_owned(),
        "keys".to_owned(),
    ];
    let bilat = size.rows.first().and_then(|row| row.keys.as_ref());
    let mut rows = Vec::new();
    for row in &size.rows {
        let Some(keys) = &row.keys else { continue };
        let ratio = |pick: fn(&Summary) -> f64| {
            bilat.map_or_else(dash, |bilat| digits(pick(keys) / pick(bilat)))
        };
        rows.push(vec![
            row.name.clone(),
            digits(keys.median),
            keys.p99.map_or_else(dash, digits),
            digits(keys.worst),
            ratio(|summary| summary.median),
            ratio(|summary| summary.worst),
            keys.samples.to_string(),
        ]);
    }
    let mut out = table(&heads, &rows);
    if size.alike > 0 {
        let _ = writeln!(
            out,
            "\n{} of the keys find as many as the key before: their answer may be seen too early.",
            size.alike
        );
    }
    out + "\n" + RANKING + "\n"
}

/// How a key costs more when there is more to search.
fn growth(report: &Report) -> String {
    let [first, .., last] = report.sizes.as_slice() else {
        return String::new();
    };
    let mut heads = vec!["Key to screen, by size".to_owned()];
    heads.extend(report.sizes.iter().map(|size| count(size.quotes)));
    let (few, many) = (count(first.quotes), count(last.quotes));
    heads.extend(["median", "worst"].map(|what| format!("{what}, {many} : {few}")));
    let mut rows = Vec::new();
    for name in names(report) {
        let find = |size: &Sized| {
            let row = size.rows.iter().find(|row| row.name == name);
            row.and_then(|row| row.keys.clone())
        };
        let (Some(small), Some(large)) = (find(first), find(last)) else {
            continue;
        };
        let mut cells = vec![name.clone()];
        let each = report.sizes.iter().map(find);
        cells.extend(each.map(|keys| keys.as_ref().map_or_else(dash, both)));
        cells.push(digits(large.median / small.median));
        cells.push(digits(large.worst / small.worst));
        rows.push(cells);
    }
    table(&heads, &rows)
}

/// The most resident memory, and how many times the text that is.
fn memory(report: &Report) -> String {
    let mut heads = vec!["Peak memory, MiB: loaded / after typing".to_owned()];
    for size in &report.sizes {
        heads.push(format!(
            "{} ({} of text)",
            count(size.quotes),
            mebibytes(size.bytes)
        ));
        heads.push("times the text".to_owned());
    }
    let mut rows = Vec::new();
    for name in names(report) {
        let mut cells = vec![name.clone()];
        for size in &report.sizes {
            let row = size.rows.iter().find(|row| row.name == name);
            let [loaded, typed] = [row.and_then(|r| r.loaded), row.and_then(|r| r.typed)];
            let pair = |show: &dyn Fn(u64) -> String| match (loaded, typed) {
                (None, None) => dash(),
                (Some(only), None) | (None, Some(only)) => show(only),
                (Some(loaded), Some(typed)) => format!("{} / {}", show(loaded), show(typed)),
            };
            cells.push(pair(&mebibytes));
            cells.push(pair(&|bytes| digits(float(bytes) / float(size.bytes))));
        }
        if cells[1..].iter().any(|cell| *cell != dash()) {
            rows.push(cells);
        }
    }
    table(&heads, &rows)
}

/// A search by a new process.
fn batch(size: &Sized) -> String {
    let mut heads = vec![format!(
        "Search by a new process, {} quotes",
        count(size.quotes)
    )];
    let queries = size.batch.first().map_or(&[][..], |batch| &batch.searches);
    heads.extend(queries.iter().map(|(query, ..)| format!("`{query}`")));
    heads.push("lines printed".to_owned());
    let mut rows = Vec::new();
    for batch in &size.batch {
        let mut cells = vec![batch.name.clone()];
        let times = batch.searches.iter();
        cells.extend(times.map(|(_, time, _)| time.as_ref().map_or_else(dash, both)));
        let lines = batch.searches.iter().map(|(.., lines)| count(*lines));
        cells.push(lines.collect::<Vec<_>>().join(" / "));
        rows.push(cells);
    }
    let mut out = table(&heads, &rows);
    if !size.batch.iter().any(|batch| batch.name == BILAT.name) {
        out += "\nbilat was left out: it has no such subcommand.\n";
    }
    out
}

fn idle(quiet: &Quiet) -> String {
    let heads = [
        format!(
            "Idle for {} s, {} quotes",
            quiet.seconds,
            count(quiet.quotes)
        ),
        "processor time".to_owned(),
        "bytes to the terminal".to_owned(),
    ];
    let row = |(name, idle): &(String, super::quiet::Idle)| {
        let processor = idle
            .processor
            .map_or_else(dash, |time| format!("{time:.0}"));
        vec![name.clone(), processor, count(idle.bytes)]
    };
    table(&heads, &quiet.idle.iter().map(row).collect::<Vec<_>>())
}

fn moves(quiet: &Quiet) -> String {
    let heads = [
        format!("The selection moved by one, {} quotes", count(quiet.quotes)),
        "terminal".to_owned(),
        "bytes, median / worst".to_owned(),
        "writes".to_owned(),
    ];
    let row = |(name, moved): &(String, super::quiet::Moved)| {
        let (columns, rows) = moved.size;
        let summary = Summary::new(moved.bytes.clone());
        let bytes = summary.map(|s| format!("{:.0} / {:.0}", s.median, s.worst));
        let writes = moved
            .writes
            .map_or_else(dash, |writes| format!("{writes:.1}"));
        let size = format!("{columns}x{rows}");
        vec![name.clone(), size, bytes.unwrap_or_else(dash), writes]
    };
    table(&heads, &quiet.moves.iter().map(row).collect::<Vec<_>>())
}

/// Who was given up, and why.
fn troubles(report: &Report) -> String {
    let mut out = String::new();
    for size in &report.sizes {
        for row in &size.rows {
            if let Some(trouble) = &row.trouble {
                let quotes = count(size.quotes);
                let _ = writeln!(
                    out,
                    "\n{} at {quotes} quotes was given up: {trouble}.",
                    row.name
                );
            }
        }
    }
    out
}

/// The names of all rows, in order.
fn names(report: &Report) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let sizes = report.sizes.iter().flat_map(|size| &size.rows);
    for row in sizes.chain(&report.small) {
        if !names.contains(&row.name) {
            names.push(row.name.clone());
        }
    }
    names
}

fn table(heads: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut out = format!("\n{}|---|", line(heads));
    out += &"---:|".repeat(heads.len() - 1);
    out.push('\n');
    out.extend(rows.iter().map(|row| line(row)));
    out
}

fn both(summary: &Summary) -> String {
    format!("{} / {}", digits(summary.median), digits(summary.worst))
}

fn dash() -> String {
    "–".to_owned()
}

fn count(number: usize) -> String {
    grouped(&number.to_string())
}

fn mebibytes(bytes: u64) -> String {
    digits(float(bytes) / 1_048_576.0)
}

/// Exact enough: less than a hundredth of what is printed.
fn float(bytes: u64) -> f64 {
    u32::try_from(bytes / 1024).map_or(f64::MAX, f64::from) * 1024.0
}
