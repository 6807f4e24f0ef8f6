//! What stands around the panels: the header and the status bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::text::{clip, width, wrap};
use super::theme::Theme;
use crate::dashboard::action::{Action, ListId};
use crate::dossier::{Dossier, Kind};

/// What the top line warns of.
#[derive(Clone, Copy)]
pub struct Alarms {
    /// Sets of statements that cannot all be true.
    pub conflicts: usize,
    /// Statements against arithmetic, the calendar or themselves.
    pub queries: usize,
    /// What is overdue or falls due soon.
    pub due: usize,
    /// What is marked.
    pub marked: usize,
    /// What waits in the inbox.
    pub inbox: usize,
    /// What is wrong with the files.
    pub problems: usize,
}

impl Alarms {
    fn words(self) -> Vec<String> {
        let each = [
            ("! ", self.problems, ["problem", "problems"]),
            ("≠ ", self.conflicts, ["contested", "contested"]),
            ("? ", self.queries, ["query", "queries"]),
            ("", self.due, ["due", "due"]),
            ("", self.inbox, ["in inbox", "in inbox"]),
            ("✓ ", self.marked, ["marked", "marked"]),
        ]
        .into_iter()
        .filter(|(_, count, _)| *count > 0);
        each.map(|(sign, count, words)| format!("{sign}{count} {}", words[usize::from(count != 1)]))
            .collect()
    }
}

/// The top line: sides, the lens or else counts, what is contested, what is wrong; and that it is the
/// example that comes with the program, if it is.
pub fn header(
    (dossier, is_example): (&Dossier, bool),
    lens: Option<&str>,
    remarks: &[String],
    alarms: Alarms,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let sides: Vec<_> = dossier.about.sides.iter().map(|side| &*side.name).collect();
    let full = match sides.as_slice() {
        [] => dossier.about.title.to_string(),
        sides => sides.join(" – "),
    };
    // Of the warnings as many as leave room for the name.
    let mut words = [remarks, &alarms.words()].concat();
    while words.len() > 2 && width(&words.join("   ")) * 3 > usize::from(area.width) * 2 {
        words.pop();
    }
    let alarms = format!("{} ", words.join("   "));
    let behind_label = usize::from(area.width).saturating_sub(width(&alarms) + 9);
    let name = clip(&full, behind_label);
    let room = behind_label.saturating_sub(width(&name) + 4);
    let counts = if let Some(lens) = lens {
        Span::styled(clip(&format!("   lens: {lens}"), room + 3), theme.strong())
    } else {
        let counts = counts(dossier, is_example.then_some("built-in example"), room);
        Span::styled(format!("   {counts}"), theme.dim())
    };
    Line::from(vec![
        Span::styled(" bilat  ", theme.strong()),
        Span::styled(name, theme.strong()),
        counts,
    ])
    .render(area, buf);
    let x = area
        .right()
        .saturating_sub(u16::try_from(width(&alarms)).unwrap_or(0))
        .max(area.x);
    buf.set_stringn(x, area.y, alarms, area.width.into(), theme.alarm());
}

/// "67 events · 28 agreements · …", as many as fit behind what comes `first`.
fn counts(dossier: &Dossier, first: Option<&str>, room: usize) -> String {
    let kinds = [
        Kind::Event,
        Kind::Agreement,
        Kind::Series,
        Kind::Quote,
        Kind::Source,
    ];
    let counts = kinds.map(|kind| {
        let count = dossier.count(kind);
        let word = if count == 1 {
            kind.singular()
        } else {
            kind.plural()
        };
        format!("{count} {word}")
    });
    let newest = dossier
        .newest_source()
        .map(|date| format!("newest source {}", date.label()));
    let mut out = String::new();
    let parts = first.map(str::to_owned).into_iter().chain(counts);
    for part in parts.chain(newest) {
        let gap = if out.is_empty() { "" } else { " · " };
        let next = format!("{out}{gap}{part}");
        if width(&next) > room {
            break;
        }
        out = next;
    }
    out
}

/// A key that the bottom line offers.
pub struct Hint {
    /// As it is written for a person.
    pub key: String,
    /// What it does, in a word.
    pub word: &'static str,
    /// What it asks for.
    pub action: Action,
}

/// The bottom line: the keys that help now, of which the one for all keys is never left out, and where
/// the selected record comes from.
pub fn status(hints: Vec<Hint>, source: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    let source = clip(source, usize::from(area.width) / 3);
    let is_help = |action: Action| action == Action::Show(ListId::Help);
    let columns = |hint: &Hint| width(&hint.key) + width(hint.word) + 3;
    let is_always = hints.iter().filter(|hint| is_help(hint.action));
    let help: usize = is_always.map(columns).sum();
    let room = usize::from(area.width).saturating_sub(width(&source) + 2);
    let mut left = room.saturating_sub(help);
    let mut line = Line::from(" ");
    for one in hints {
        let columns = columns(&one);
        let Hint { key, word, action } = one;
        if !is_help(action) {
            if columns > left {
                left = 0;
                continue;
            }
            left -= columns;
        }
        line.spans.push(Span::styled(key, theme.strong()));
        line.spans
            .push(Span::styled(format!(" {word}  "), theme.dim()));
    }
    line.render(area, buf);
    let x = area
        .right()
        .saturating_sub(u16::try_from(width(&source) + 1).unwrap_or(0));
    buf.set_stringn(
        x.max(area.x),
        area.y,
        source,
        area.width.into(),
        theme.dim(),
    );
}

/// The bottom line, when it has something to say; what is longer than the line covers lines above it.
pub fn remark(text: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    /// Lines at most.
    const LINES: usize = 4;
    let columns = usize::from(area.width).saturating_sub(2).max(1);
    let places = wrap(text, columns);
    let mut lines: Vec<_> = places
        .iter()
        .take(LINES)
        .map(|one| text[one.clone()].to_owned())
        .collect();
    if places.len() > LINES {
        lines[LINES - 1] = clip(&text[places[LINES - 1].start..], columns);
    }
    for (up, said) in (0..).zip(lines.iter().rev()) {
        let Some(y) = area.y.checked_sub(up) else {
            return;
        };
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        Clear.render(line, buf);
        buf.set_string(area.x + 1, y, said, theme.strong());
    }
}
