//! What stands around the panels: where each goes, the header, the tabs, the status bar.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use super::text::{clip, width};
use super::theme::Theme;
use crate::dashboard::action::PanelId;
use crate::dashboard::keymap::{self, Scope};
use crate::dossier::{Dossier, Kind};

/// Below this, all four panels at once would be too small to read.
const LEAST_GRID: (u16, u16) = (100, 28);
/// Below this there is only room to say so.
const LEAST: (u16, u16) = (40, 10);
/// An overlay is no wider than lines that are good to read.
const OVERLAY: u16 = 112;

/// Where everything goes.
pub struct Places {
    /// The top line.
    pub header: Rect,
    /// The line with the panels' names, when only one is shown.
    pub tabs: Option<Rect>,
    /// The panels that are shown.
    pub panels: Vec<(PanelId, Rect)>,
    /// All between header and status bar.
    pub body: Rect,
    /// The bottom line.
    pub status: Rect,
}

impl Places {
    /// Lays out `area`; `None` when it is too small for anything.
    pub fn new(area: Rect, focus: PanelId, zoomed: bool) -> Option<Self> {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            return None;
        }
        let rows = [
            Constraint::Length(1),
            Constraint::Min(0),
            Constraint::Length(1),
        ];
        let [header, body, status] = Layout::vertical(rows).areas(area);
        let grid = area.width >= LEAST_GRID.0 && area.height >= LEAST_GRID.1;
        let mut places = Self {
            header,
            tabs: None,
            panels: Vec::new(),
            body,
            status,
        };
        if grid && !zoomed {
            let halves = [Constraint::Ratio(1, 2); 2];
            let [top, bottom]: [Rect; 2] = Layout::vertical(halves).areas(body);
            for (row, pair) in [top, bottom].into_iter().zip(PanelId::ALL.chunks(2)) {
                let [left, right]: [Rect; 2] = Layout::horizontal(halves).areas(row);
                places.panels.extend([(pair[0], left), (pair[1], right)]);
            }
        } else if zoomed && !grid {
            // Where there is one panel anyway, it takes the row of the tabs too.
            places.panels.push((focus, body));
        } else {
            let rows = [Constraint::Length(1), Constraint::Min(0)];
            let [tabs, panel] = Layout::vertical(rows).areas(body);
            places.tabs = Some(tabs);
            places.panels.push((focus, panel));
        }
        Some(places)
    }

    /// Where an overlay goes: over the body, no wider than is good to read.
    pub fn overlay(&self) -> Rect {
        let wide = self.body.width.min(OVERLAY);
        let x = self.body.x + (self.body.width - wide) / 2;
        Rect {
            x,
            width: wide,
            ..self.body
        }
    }
}

/// Says that the screen is too small.
pub fn too_small(area: Rect, buf: &mut Buffer) {
    let text = format!(
        "bilat needs {} x {}; this is {} x {}",
        LEAST.0, LEAST.1, area.width, area.height
    );
    let lines = super::text::wrap(&text, area.width.into());
    for (y, range) in (area.y..area.bottom()).zip(lines) {
        buf.set_stringn(
            area.x,
            y,
            &text[range],
            area.width.into(),
            ratatui::style::Style::new(),
        );
    }
}

/// A border with a title on the left and a count on the right.
pub fn boxed(title: &str, count: &str, focused: bool, theme: Theme) -> Block<'static> {
    let (border, style) = if focused {
        (BorderType::Thick, theme.focus())
    } else {
        (BorderType::Rounded, theme.quiet())
    };
    let mut block = Block::bordered()
        .border_type(border)
        .border_style(style)
        .title_top(Line::styled(format!(" {title} "), theme.strong()));
    if !count.is_empty() {
        block = block.title_top(Line::styled(format!(" {count} "), theme.dim()).right_aligned());
    }
    block
}

/// What the top line warns of.
#[derive(Clone, Copy)]
pub struct Alarms {
    /// Sets of statements that cannot all be true.
    pub conflicts: usize,
    /// Statements against arithmetic, the calendar or themselves.
    pub queries: usize,
    /// What is wrong with the files.
    pub problems: usize,
}

impl Alarms {
    fn words(self) -> Vec<String> {
        let each = [
            ("≠", self.conflicts, ["contested", "contested"]),
            ("?", self.queries, ["query", "queries"]),
            ("!", self.problems, ["problem", "problems"]),
        ];
        let each = each.into_iter().filter(|(_, count, _)| *count > 0);
        each.map(|(sign, count, words)| {
            format!("{sign} {count} {}", words[usize::from(count != 1)])
        })
        .collect()
    }
}

/// The top line: sides, counts, what is contested, what is wrong; and that it is the example that
/// comes with the program, if it is.
pub fn header(
    (dossier, is_example): (&Dossier, bool),
    remarks: &[String],
    alarms: Alarms,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let sides: Vec<_> = dossier.about.sides.iter().map(|side| &*side.name).collect();
    let name = match sides.as_slice() {
        [] => dossier.about.title.to_string(),
        sides => sides.join(" – "),
    };
    let alarms = format!("{} ", [remarks, &alarms.words()].concat().join("   "));
    let room = usize::from(area.width).saturating_sub(width(&alarms) + 9);
    let name = clip(&name, room);
    let room = room.saturating_sub(width(&name) + 4);
    let counts = counts(dossier, is_example.then_some("built-in example"), room);
    Line::from(vec![
        Span::styled(" bilat  ", theme.focus()),
        Span::styled(name, theme.strong()),
        Span::styled(format!("   {counts}"), theme.dim()),
    ])
    .render(area, buf);
    let x = area
        .right()
        .saturating_sub(u16::try_from(width(&alarms)).unwrap_or(0))
        .max(area.x);
    buf.set_stringn(x, area.y, alarms, area.width.into(), theme.warn());
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
    let mut out = String::new();
    for part in first.map(str::to_owned).into_iter().chain(counts) {
        let gap = if out.is_empty() { "" } else { " · " };
        let next = format!("{out}{gap}{part}");
        if width(&next) > room {
            break;
        }
        out = next;
    }
    out
}

/// The names of the panels, the one that is shown in reverse.
pub fn tabs(focus: PanelId, theme: Theme, area: Rect, buf: &mut Buffer) {
    let mut spans = vec![Span::raw(" ")];
    for (at, id) in PanelId::ALL.into_iter().enumerate() {
        let text = format!(" {} {} ", at + 1, id.name());
        spans.push(Span::styled(
            text,
            if id == focus {
                theme.selected()
            } else {
                theme.dim()
            },
        ));
        spans.push(Span::raw(" "));
    }
    Line::from(spans).render(area, buf);
}

/// The bottom line: the keys that help now, and where the selected record comes from.
pub fn status(scopes: &[Scope], source: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    let source = clip(source, usize::from(area.width) / 2);
    let room = usize::from(area.width).saturating_sub(width(&source) + 3);
    let mut line = Line::from(" ");
    for row in keymap::in_force(scopes) {
        let Some(hint) = row.hint else { continue };
        let key = row.keys[0].name();
        if line.width() + width(&key) + width(hint) + 3 > room {
            break;
        }
        line.spans.push(Span::styled(key, theme.strong()));
        line.spans
            .push(Span::styled(format!(" {hint}  "), theme.dim()));
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

/// The bottom line, when it has something to say.
pub fn remark(text: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    let text = clip(text, usize::from(area.width).saturating_sub(2));
    buf.set_string(area.x + 1, area.y, text, theme.strong());
}
