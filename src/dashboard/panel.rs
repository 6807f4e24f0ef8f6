//! The four panels. Each keeps its state, its updates and its drawing in one file.

pub mod agreements;
pub mod quotes;
pub mod timeline;
pub mod trade;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::action::Action;
use super::ui::theme::Theme;
use crate::dossier::{Dossier, Kind, Quotes, Ref};
use crate::figures::{self, Contested};
use crate::search::{Found, Index, Query};

/// What every panel reads: the dossier and its searchable text.
pub struct Shared {
    /// The records.
    pub dossier: Dossier,
    /// What of them is searched.
    pub index: Arc<Index>,
    /// What is contested among them, the gravest first.
    pub contested: Vec<Contested>,
    /// For each record, the places of what contests it.
    disputed: HashMap<Ref, Vec<usize>>,
}

impl Shared {
    /// Makes a dossier searchable, and holds its agreements against `day`; for none, against the last
    /// day on which its newest source can have been published. An index over the same quotes hands
    /// on what it has built for them.
    pub fn new(dossier: Dossier, day: Option<NaiveDate>, before: Option<&Index>) -> Self {
        let contested = figures::contested(&dossier, day);
        let disputed = figures::disputed(&dossier, &contested);
        let is_contested = |record: Ref| match record.kind {
            Kind::Series => {
                let mut figures = dossier.figures_of(record.at);
                disputed.contains_key(&record) || figures.any(|f| disputed.contains_key(&f))
            }
            _ => disputed.contains_key(&record),
        };
        let mut quotes: Vec<usize> = disputed
            .keys()
            .filter(|record| record.kind == Kind::Quote)
            .map(|record| record.at)
            .collect();
        quotes.sort_unstable();
        let index = Index::new(&dossier, is_contested, &quotes, before);
        Self {
            dossier,
            index: Arc::new(index),
            contested,
            disputed,
        }
    }

    /// All records of a kind.
    pub fn all(&self, kind: Kind) -> Arc<Found> {
        Arc::new(self.index.matching(kind, &Query::default()))
    }

    /// The same with quotes of which more were read; what is contested is not yet known.
    pub fn put_quotes(&mut self, quotes: Quotes) {
        self.dossier = self.dossier.with_quotes(quotes);
        self.index = Arc::new(self.index.with_quotes(&self.dossier));
    }

    /// The places in the list of what is contested that stand on a record.
    pub fn contests(&self, record: Ref) -> &[usize] {
        self.disputed.get(&record).map_or(&[], Vec::as_slice)
    }
}

/// How a panel is to be drawn.
pub struct View<'a> {
    /// The records.
    pub shared: &'a Shared,
    /// What its search looks for, to be marked.
    pub query: &'a Query,
    /// Styles.
    pub theme: Theme,
    /// The keys go to it.
    pub focused: bool,
    /// There may be more to come.
    pub reading: bool,
}

/// A part of the screen over one kind of record.
pub trait Panel {
    /// Of which kind its records are.
    fn kind(&self) -> Kind;

    /// Does what was asked, if it concerns this panel.
    fn act(&mut self, action: Action, shared: &Shared);

    /// Shows only what was found; the selection stays on its record if that was. `searching`: a
    /// query was asked, rather than all.
    fn show(&mut self, found: Arc<Found>, searching: bool, shared: &Shared);

    /// The record that is selected.
    fn selected(&self, shared: &Shared) -> Option<Ref>;

    /// Selects a record, if it is shown.
    fn select(&mut self, record: Ref, shared: &Shared);

    /// To the next hit or the one before, from either end to the other.
    fn turn(&mut self, forward: bool);

    /// What stands in the title behind the name: "3/41", "3 of 38".
    fn count(&self, shared: &Shared) -> String;

    /// Draws the inside.
    fn draw(&mut self, view: &View<'_>, area: Rect, buf: &mut Buffer);
}

/// What an empty panel says.
fn nothing(kind: &str, view: &View<'_>) -> Line<'static> {
    let text = match (view.reading, view.query.is_empty()) {
        (true, true) => "reading …".to_owned(),
        (_, true) => format!("no {kind} in this dossier"),
        (_, false) => format!("no {kind} match"),
    };
    Line::styled(text, view.theme.dim())
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
