//! A line of the tree of agreements.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use tui_tree_widget::TreeItem;

use super::tree::{Label, Node};
use crate::dashboard::panel::{View, passage};
use crate::dashboard::ui::row::{beside, counts_beside, titled};
use crate::dashboard::ui::text::{clip, width};
use crate::dashboard::ui::theme::Theme;
use crate::describe::about;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::{Kind, Ref};

/// From so many columns on a line has room to say how it is tied to that above.
const REMARKS: usize = 40;

/// The widget's items for our nodes, with the lines of those that can be seen.
pub(super) fn items(
    nodes: &[Node],
    path: &mut Vec<String>,
    line: &dyn Fn(&Label, &[String]) -> Option<Line<'static>>,
) -> Vec<TreeItem<'static, String>> {
    let item = |node: &Node| {
        path.push(node.name.clone());
        let text = line(&node.label, path).unwrap_or_default();
        let children = items(&node.children, path, line);
        path.pop();
        // The error is about siblings of one name, which the planting rules out.
        TreeItem::new(node.name.clone(), text.clone(), children)
            .unwrap_or_else(|_| TreeItem::new_leaf(node.name.clone(), text))
    };
    nodes.iter().map(item).collect()
}

/// The line of a node.
pub(super) fn line(label: &Label, depth: usize, view: &View<'_>, columns: usize) -> Line<'static> {
    // What the widget draws before the text: the mark, the indent, the sign of the node.
    let columns = columns.saturating_sub(1 + 2 * depth + 2);
    match label {
        Label::Group(name, count, statuses) => {
            // Grouped by status, the name says it.
            let spoken = name.replace('-', " ");
            let statuses = statuses.iter().filter(|status| !status.ends_with(&spoken));
            let statuses: Vec<_> = statuses.cloned().collect();
            let count = format!(" ({count})");
            let name = clip(name, columns.saturating_sub(width(&count)));
            let mut line = Line::from(vec![
                Span::styled(name, view.theme.strong()),
                Span::styled(count, view.theme.dim()),
            ]);
            counts_beside(&mut line, &statuses, view.theme, columns);
            line
        }
        Label::Agreement(at) => {
            // On a narrow screen the indent says it.
            let says = depth > 1 && columns >= REMARKS;
            let remark = if says { "follows " } else { "" };
            agreement_line(*at, [remark, ""], view, columns)
        }
        Label::Repeated(at) => agreement_line(*at, ["↑ ", " (above)"], view, columns),
    }
}

/// "● Treaty on legal assistance    \[2025\]", with something before the title, and behind it where there
/// is room; the date is at the right, where there is room for it. Nothing else takes its place.
fn agreement_line(
    at: usize,
    [before, after]: [&'static str; 2],
    view: &View<'_>,
    columns: usize,
) -> Line<'static> {
    let theme = view.theme;
    let dossier = &view.workspace.dossier;
    let agreement = &dossier.agreements[at];
    let record = Ref::new(Kind::Agreement, at);
    let sign = view.workspace.contests.sign(dossier, record);
    let columns = columns.saturating_sub(width(sign) + usize::from(!sign.is_empty()));
    let marked = view.marked.contains(record);
    let (glyph, style) = if marked {
        ("✓", theme.focus())
    } else {
        glyph(agreement.status, theme)
    };
    let dated = agreement.date().filter(|date| !date.is_undated());
    let label = dated.map_or_else(String::new, crate::dossier::Date::label);
    let room = columns.saturating_sub(2 + width(before));
    // The title comes first: what does not fit beside it is in the reading pane.
    let date = if width(&agreement.title) + 1 + width(&label) <= room {
        label
    } else {
        String::new()
    };
    let lacks_date = date.is_empty() && dated.is_some();
    let gap = usize::from(!date.is_empty());
    let columns = room.saturating_sub(width(&date) + gap);
    let mut line = Line::from(Span::styled(format!("{glyph} "), style));
    line.spans.push(Span::styled(before, theme.dim()));
    let used = line.width();
    let row = (&*agreement.title, &*agreement.title);
    line.extend(titled(row, (dossier, record), view.query, theme, columns));
    if line.width() + width(after) <= columns + used {
        line.spans.push(Span::styled(after, theme.dim()));
    }
    if view.query.is_empty() && !lacks_date {
        let about = passage(dossier, record)
            .into_iter()
            .chain(about(dossier, record));
        beside(&mut line, about, theme, columns + used);
    }
    let blank = (columns + used + gap).saturating_sub(line.width());
    let indent = " ".repeat(if date.is_empty() { 0 } else { blank });
    line.spans.push(Span::styled(indent + &date, theme.dim()));
    line.spans.extend(theme.doubt(sign));
    line
}

fn glyph(status: AgreementStatus, theme: Theme) -> (&'static str, Style) {
    match status {
        AgreementStatus::InForce => ("◉", theme.good()),
        AgreementStatus::Signed => ("●", theme.good()),
        AgreementStatus::Planned | AgreementStatus::Proposed => ("○", theme.open()),
        AgreementStatus::UnderDiscussion => ("◆", theme.open()),
        AgreementStatus::Unknown | AgreementStatus::Speculative => ("?", theme.open()),
        AgreementStatus::Expired | AgreementStatus::Terminated | AgreementStatus::Superseded => {
            ("×", theme.dim())
        }
    }
}
