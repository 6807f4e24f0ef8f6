//! The four panels. Each keeps its state, its updates and its drawing in one file.

pub mod agreements;
pub mod quotes;
pub mod timeline;
pub mod trade;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Wrap};

use super::action::Action;
use super::ui::cursor::Pointed;
use super::ui::theme::Theme;
use crate::describe::page::Subject;
use crate::dossier::{Dossier, Kind, Ref};
use crate::search::{Found, Marked, Missed, Query};
use crate::workspace::Workspace;

/// How a panel is to be drawn.
pub struct View<'a> {
    /// The records.
    pub workspace: &'a Workspace,
    /// What its search looks for, to be marked.
    pub query: &'a Query,
    /// Where that finds nothing, what each word finds alone.
    pub missed: Option<&'a Missed>,
    /// Styles.
    pub theme: Theme,
    /// The keys go to it.
    pub focused: bool,
    /// There may be more to come.
    pub reading: bool,
    /// What is marked.
    pub marked: &'a Marked,
}

/// A part of the screen over one kind of record.
pub trait Panel {
    /// Of which kind its records are.
    fn kind(&self) -> Kind;

    /// The most rows that so many records take, as they are listed now.
    fn rows(&self, records: usize) -> usize;

    /// Does what was asked, if it concerns this panel.
    fn act(&mut self, action: Action, workspace: &Workspace);

    /// Shows only what was found; the selection stays on its record if that was. `searching`: a
    /// query was asked, rather than all.
    fn show(&mut self, found: Arc<Found>, searching: bool, workspace: &Workspace);

    /// The record that is selected.
    fn selected(&self, workspace: &Workspace) -> Option<Ref>;

    /// What is selected: a record, or a figure that is printed nowhere.
    fn subject(&self, workspace: &Workspace) -> Option<Subject> {
        self.selected(workspace).map(Subject::Record)
    }

    /// The group that is selected instead of a record: its name and what is in it.
    fn group(&self) -> Option<(String, Vec<Ref>)> {
        None
    }

    /// Selects a record, if it is shown.
    fn select(&mut self, record: Ref, workspace: &Workspace);

    /// Selects what is drawn at `row` of the `height` rows of the inside.
    fn point(&mut self, row: u16, height: u16, workspace: &Workspace) -> Pointed;

    /// How it lists its records, in a word, where that can be chosen.
    fn listing(&self) -> Option<&'static str> {
        None
    }

    /// Lists them so, if it knows the word.
    fn list_as(&mut self, _listing: &str, _workspace: &Workspace) {}

    /// The first row on the screen, to come back to.
    fn top(&self) -> usize;

    /// Comes back to it.
    fn set_top(&mut self, top: usize);

    /// To the next hit or the one before, from either end to the other.
    fn turn(&mut self, forward: bool);

    /// What stands in the title behind the name: "3/41", "3 of 38".
    fn count(&self, workspace: &Workspace) -> String;

    /// Draws the inside.
    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer);
}

/// The paragraph that a record is based on, and how many passages more: "¶2", "¶2 +3".
fn passage(dossier: &Dossier, record: Ref) -> Option<String> {
    let evidence = dossier.evidence(record);
    let paragraph = evidence.first()?.paragraph;
    Some(match evidence.len() - 1 {
        0 => format!("¶{paragraph}"),
        more => format!("¶{paragraph} +{more}"),
    })
}

/// The sign before a row: of the selected one, of a marked one, of neither.
fn sign(selected: bool, marked: bool) -> &'static str {
    match (selected, marked) {
        (true, _) => "▌",
        (false, true) => "✓",
        (false, false) => " ",
    }
}

/// What to do with a dossier that has no records yet.
const NEXT: &str =
    "Fill it with `bilat draft`, `bilat import` or `bilat add`; `bilat guide edit` explains them.";

/// What an empty panel says.
fn nothing(kind: Kind, view: &View<'_>) -> Paragraph<'static> {
    let plural = kind.plural();
    // Without a search only the lens can hide what there is.
    let hidden = view.workspace.dossier.count(kind) > 0;
    let text = match (view.reading, view.query.is_empty()) {
        (true, true) => "reading …".to_owned(),
        (_, true) if hidden => format!("no {plural} under this lens"),
        (_, true) => format!("no {plural} in this dossier"),
        (_, false) => format!("no {plural} match"),
    };
    let missed = view.missed.and_then(Missed::remark);
    let is_empty = !view.reading && view.workspace.dossier.is_empty();
    let next = is_empty.then(|| NEXT.to_owned());
    let lines = std::iter::once(text)
        .chain(missed)
        .chain(next)
        .map(Line::from);
    let text: Text<'_> = lines.collect();
    Paragraph::new(text.style(view.theme.dim())).wrap(Wrap { trim: true })
}

/// "3 of 38" while a search narrows (with how sure that is, if it asks for a time), "3/38" (the
/// selected one) otherwise.
pub(crate) fn counted(at: Option<usize>, found: &Found, total: usize) -> String {
    let shown = found.len();
    if let Some(tally) = &found.tally {
        tally.to_string()
    } else if shown < total {
        format!("{shown} of {total}")
    } else {
        format!("{}/{total}", at.map_or(0, |at| at + 1))
    }
}
