//! A selection that cannot leave its list, and the scroll position that keeps it in view.

use std::ops::Range;

use crate::dashboard::action::Step;

/// What was under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// Nothing that can be selected.
    Nothing,
    /// Something that is selected now.
    Selected,
    /// What was selected before.
    Again,
}

/// The selected item among `len`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cursor {
    at: usize,
    len: usize,
    /// Items that the last drawing had room for: what a page is.
    page: usize,
}

impl Cursor {
    /// The selected place; none in an empty list.
    pub fn at(&self) -> Option<usize> {
        (self.at < self.len).then_some(self.at)
    }

    /// Tells how many items there are; the selection stays as near as it can.
    pub fn set_len(&mut self, len: usize) {
        self.len = len;
        self.at = self.at.min(len.saturating_sub(1));
    }

    /// Selects `at`, or the last item.
    pub fn select(&mut self, at: usize) {
        self.at = at.min(self.len.saturating_sub(1));
    }

    /// Selects what is under the pointer.
    pub fn point(&mut self, at: usize) -> Pointed {
        if at >= self.len {
            return Pointed::Nothing;
        }
        let before = std::mem::replace(&mut self.at, at);
        if before == at {
            Pointed::Again
        } else {
            Pointed::Selected
        }
    }

    /// Tells how many items fit on the screen.
    pub fn set_page(&mut self, page: usize) {
        self.page = page;
    }

    /// Moves, stopping at either end.
    pub fn step(&mut self, step: Step) {
        let page = self.page.max(2);
        let to = match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at + 1,
            Step::HalfUp => self.at.saturating_sub(page / 2),
            Step::HalfDown => self.at + page / 2,
            Step::PageUp => self.at.saturating_sub(page - 1),
            Step::PageDown => self.at + page - 1,
            Step::First => 0,
            Step::Last => self.len,
        };
        self.select(to);
    }

    /// Moves by one, from either end to the other.
    pub fn turn(&mut self, forward: bool) {
        if self.len > 0 {
            let by = if forward { 1 } else { self.len - 1 };
            self.at = (self.at + by) % self.len;
        }
    }
}

/// The first row on the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scroll {
    top: usize,
    /// Rows that there was room for.
    height: usize,
}

impl Scroll {
    /// The first row.
    pub fn top(self) -> usize {
        self.top
    }

    /// Begins at another row.
    pub fn set_top(&mut self, top: usize) {
        self.top = top;
    }

    /// Moves as little as needed to show `needed` (rows of `total`) in `height`, and returns the
    /// rows to draw. Of what is too high the start is shown.
    /// In a list of another height it stands in the lower half, whatever was shown before.
    pub fn keep(&mut self, needed: Range<usize>, total: usize, height: usize) -> Range<usize> {
        if height != self.height {
            self.height = height;
            self.top = needed.start.saturating_sub(height * 2 / 3);
        }
        if needed.end > self.top + height {
            self.top = needed.end - height;
        }
        self.top = self.top.min(needed.start).min(total.saturating_sub(height));
        self.top..total.min(self.top + height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STEPS: [Step; 8] = [
        Step::Up,
        Step::Down,
        Step::HalfUp,
        Step::HalfDown,
        Step::PageUp,
        Step::PageDown,
        Step::First,
        Step::Last,
    ];

    proptest! {
        #[test]
        fn stays_within_the_list(len in 0usize..50, page in 0usize..20, steps in prop::collection::vec(0usize..8, 0..40)) {
            let mut cursor = Cursor::default();
            cursor.set_len(len);
            cursor.set_page(page);
            for step in steps {
                cursor.step(STEPS[step]);
                prop_assert_eq!(cursor.at().is_some(), len > 0);
                prop_assert!(cursor.at().is_none_or(|at| at < len));
            }
        }

        #[test]
        fn what_is_wanted_is_shown(top in 0usize..60, start in 0usize..50, rows in 1usize..5, more in 0usize..40, height in 1usize..30) {
            let mut scroll = Scroll { top, height };
            let total = start + rows + more;
            let shown = scroll.keep(start..start + rows, total, height);
            prop_assert!(shown.len() <= height && shown.end <= total);
            prop_assert!(shown.contains(&start));
            prop_assert!(rows > height || shown.end >= start + rows);
            prop_assert!(shown.len() == height.min(total));
        }
    }
}
