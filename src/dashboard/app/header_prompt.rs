//! The lens or the path of a text while it is typed, and the values that are offered for what is typed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::typing::{Offered, Purpose, Typing};
use crate::dashboard::ui::text::{clip, width};
use crate::dashboard::ui::theme::Theme;
use crate::workspace::{Lens, PANELS};

/// The lens or the path of a text while it is typed, in the place of the header, and what to type.
pub(super) fn draw_header_prompt(
    typing: &Typing,
    lens: Option<&Lens>,
    theme: Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let (label, counts) = match (typing.purpose, lens) {
        (Purpose::Text, _) => (
            " vet",
            "text, Markdown, HTML or Word; Tab completes, Enter reads it".to_owned(),
        ),
        (_, Some(lens)) => (" lens", kept_by(lens)),
        (_, None) => (
            " lens",
            "words, fields, id:…; Enter keeps the lens, Esc puts back what was".to_owned(),
        ),
    };
    let offered = typing
        .offered
        .as_ref()
        .filter(|_| typing.purpose == Purpose::Text);
    let half = area.width / 2;
    let counts = clip(&counts, half.into());
    frame.render_widget(Clear, area);
    let label_columns = u16::try_from(label.len()).unwrap_or(0);
    let counted = match offered {
        Some(_) => half,
        None => u16::try_from(width(&counts) + 2).unwrap_or(0),
    };
    frame
        .buffer_mut()
        .set_string(area.x, area.y, label, theme.strong());
    let line = Rect {
        x: area.x + label_columns,
        width: area.width.saturating_sub(label_columns + counted),
        height: 1,
        ..area
    };
    let cursor = typing.prompt.draw(theme, line, frame.buffer_mut());
    frame.set_cursor_position(cursor);
    if let Some(offered) = offered {
        let right = Rect {
            x: area.right().saturating_sub(half),
            width: half,
            ..area
        };
        return draw_offered(offered, theme, right, frame);
    }
    let x = area.right().saturating_sub(counted - 1).max(area.x);
    frame
        .buffer_mut()
        .set_string(x, area.y, counts, theme.dim());
}

/// What a lens keeps in each panel: "events 4/61 · agreements 3/28".
fn kept_by(lens: &Lens) -> String {
    let counts = PANELS
        .into_iter()
        .zip(lens.counts())
        .map(|(kind, (kept, all))| format!("{} {kept}/{all}", kind.plural()));
    counts.collect::<Vec<_>>().join(" · ")
}

/// The values that fit the field that is being typed, the one that was taken last in reverse.
/// Returns what is left of `area`.
pub(super) fn draw_offers(
    offered: &Offered,
    theme: Theme,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Rect {
    if offered.offers.is_empty() || area.height < 2 {
        return area;
    }
    draw_offered(offered, theme, area, frame);
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// As many of the values as there is room for, in one row.
fn draw_offered(offered: &Offered, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    // From the one that was taken on, so that it is always to be seen.
    let first = offered.taken.unwrap_or(0);
    let mut line = Line::styled("  Tab ", theme.dim());
    let room = usize::from(area.width).saturating_sub(2);
    for (at, offer) in offered.offers.iter().enumerate().skip(first) {
        if line.width() + width(&offer.shown) + 2 > room && at > first {
            line.spans.push(Span::styled(" …", theme.dim()));
            break;
        }
        let style = match offered.taken {
            Some(taken) if taken == at => theme.selected(),
            _ => theme.dim(),
        };
        line.spans.push(Span::raw(" "));
        line.spans
            .push(Span::styled(format!(" {} ", offer.shown), style));
    }
    line.render(area, frame.buffer_mut());
}
