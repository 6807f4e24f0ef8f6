//! Which line of a list is under the pointer.

use super::{List, Row};
use crate::dashboard::ui::cursor::Pointed;

impl List {
    /// Selects the item that is drawn at `row` of the list; what is said below it belongs to it.
    pub fn point(&mut self, row: u16) -> Pointed {
        let Some(row) = row.checked_sub(self.above) else {
            return Pointed::Nothing;
        };
        let at = self.drawn.get(usize::from(row));
        let Some(shown) = at.and_then(|at| self.shown.get(..=*at)) else {
            return Pointed::Nothing;
        };
        let rows = shown.iter().map(|at| &self.all[*at]);
        if matches!(rows.clone().next_back(), Some(Row::Head(_))) {
            return Pointed::Nothing;
        }
        let items = rows.filter(|row| matches!(row, Row::Item { .. }));
        match items.count().checked_sub(1) {
            Some(item) => self.cursor.point(item),
            None => Pointed::Nothing,
        }
    }
}
