//! A dossier on one screen of plain text, for a pipe or a terminal that can do no more.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{counted, counts, problem_counts};
use crate::dossier::about::Side;
use crate::dossier::series::SeriesKind;
use crate::dossier::text::on_one_line;
use crate::dossier::{Date, Dossier, Event, Kind, Ref, Series};
use crate::load::{Loaded, Origin};

/// A terminal of 80 columns writes this many without breaking the line.
const WIDTH: usize = 79;
/// How many of the last events, and of the figures of trade, fit on a screen of 24 lines.
const EVENTS: usize = 5;
const FIGURES: usize = 5;

/// The summary, of at most 24 lines.
pub(super) fn text(loaded: &Loaded, origin: &Origin) -> String {
    let dossier = &loaded.dossier;
    let mut lines = vec![
        dossier.about.title.to_string(),
        sides(dossier),
        String::new(),
    ];
    lines.extend(wrap(&counts(dossier)));
    lines.extend(years(dossier));
    lines.extend(section("Last events", last_events(dossier)));
    lines.extend(section("Trade", trade(dossier)));
    lines.push(String::new());
    let disputes = dossier.count(Kind::Dispute);
    lines.push(format!(
        "{} recorded; `bilat contested` computes more.",
        counted(disputes, "dispute", "disputes")
    ));
    lines.push(closing(loaded, origin));
    let lines = lines.iter().map(|line| fit(&on_one_line(line)) + "\n");
    lines.collect()
}

fn sides(dossier: &Dossier) -> String {
    let name = |side: &Side| {
        side.official_name
            .as_ref()
            .unwrap_or(&side.name)
            .to_string()
    };
    let names: Vec<_> = dossier.about.sides.iter().map(name).collect();
    names.join(" and ")
}

fn years(dossier: &Dossier) -> Option<String> {
    let years = || {
        let dates = dossier
            .events
            .iter()
            .filter_map(|event| event.date.as_ref());
        dates.filter_map(Date::year)
    };
    let (first, last) = (years().min()?, years().max()?);
    Some(format!("Years {first} to {last}."))
}

fn section(heading: &str, body: Vec<String>) -> Vec<String> {
    if body.is_empty() {
        return body;
    }
    let mut lines = vec![String::new(), heading.to_owned()];
    lines.extend(body);
    lines
}

/// The last of the dated events that have happened, oldest first.
fn last_events(dossier: &Dossier) -> Vec<String> {
    let mut events: Vec<_> = dossier
        .events
        .iter()
        .filter(|event| !event.is_ahead())
        .filter_map(|event| Some((event.date.as_ref().filter(|d| !d.is_undated())?, event)))
        .collect();
    events.sort_by(|a, b| a.0.sort(b.0));
    let last = events.split_off(events.len().saturating_sub(EVENTS));
    let line = |(date, event): (&Date, &Event)| format!("  {:<12} {}", date.label(), event.title);
    last.into_iter().map(line).collect()
}

/// The figures of the trade series and of their growth, as far as there is room.
fn trade(dossier: &Dossier) -> Vec<String> {
    let told = |record: &Ref| is_trade(dossier, dossier.observation(record.at).0);
    let told: Vec<_> = dossier.all(Kind::Observation).filter(told).collect();
    let shown = told.iter().take(FIGURES);
    let mut lines: Vec<_> = shown
        .map(|record| format!("  {}", dossier.title(*record)))
        .collect();
    if let Some(more) = told.len().checked_sub(FIGURES).filter(|more| *more > 0) {
        lines.push(format!(
            "  and {}",
            counted(more, "more figure", "more figures")
        ));
    }
    lines
}

fn is_trade(dossier: &Dossier, series: &Series) -> bool {
    let of = series.of.as_ref();
    series.kind == SeriesKind::Trade
        || of.is_some_and(|of| {
            let mut levels = dossier.series.iter();
            levels.any(|level| level.id == *of && level.kind == SeriesKind::Trade)
        })
}

fn closing(loaded: &Loaded, origin: &Origin) -> String {
    let name = origin
        .argument()
        .map_or_else(String::new, |name| format!(" {name}"));
    if loaded.problems.is_empty() {
        format!("In a terminal, `bilat{name}` opens it; `bilat --help` tells more.")
    } else {
        let counts = problem_counts(loaded);
        format!("{counts}: `bilat check{name}` tells where. `bilat{name}` opens it.")
    }
}

/// Breaks a list after its commas.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for part in text.split_inclusive(", ") {
        let room = WIDTH.saturating_sub(lines.last().map_or(0, |line| line.width()));
        if part.trim_end().width() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(part);
        }
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Cuts a line at the width, at a whole character.
fn fit(line: &str) -> String {
    let line = line.trim_end();
    if line.width() <= WIDTH {
        return line.to_owned();
    }
    let mut cut = String::new();
    for grapheme in line.graphemes(true) {
        if cut.width() + grapheme.width() >= WIDTH {
            break;
        }
        cut.push_str(grapheme);
    }
    cut.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn the_built_in_dossier_fits_on_a_screen() {
        let loaded = load(&Origin::BuiltIn);
        let text = text(&loaded, &Origin::BuiltIn);
        assert!(text.lines().count() <= 24, "{text}");
        assert!(text.lines().all(|line| line.width() <= WIDTH), "{text}");
        assert!(text.starts_with("Laos"), "{text}");
        assert!(!text.contains('\x1b'));
    }

    #[test]
    fn lines_are_cut_between_characters() {
        let long = "ສະບາຍດີ ".repeat(30);
        let cut = fit(&long);
        assert!(cut.width() <= WIDTH && cut.ends_with('…'));
        assert_eq!(fit("short"), "short");
    }
}
