//! The group that is selected again when a search is over.

/// The agreement that a search has selected, and the path of the group that was selected before it.
#[derive(Debug, Default)]
pub(super) struct Instead(Option<(usize, Vec<String>)>);

impl Instead {
    /// A search goes on: `before` are the agreement and the path of the row that were selected, `now` is
    /// the agreement that is. Who has moved since to another agreement stays there.
    pub(super) fn go_on(
        &mut self,
        before: (Option<usize>, Option<Vec<String>>),
        now: Option<usize>,
    ) {
        let path = match (before, self.0.take()) {
            ((None, Some(path)), _) => Some(path),
            ((selected, _), Some((first, path)))
                if selected == Some(first) || selected.is_none() =>
            {
                Some(path)
            }
            _ => None,
        };
        self.0 = path.map(|path| (now.unwrap_or(usize::MAX), path));
    }

    /// The path of the group to go back to, while `selected` is what the search has selected.
    pub(super) fn end(&mut self, selected: Option<usize>) -> Option<Vec<String>> {
        let (first, path) = self.0.take()?;
        let moved = selected.is_some_and(|selected| first != usize::MAX && selected != first);
        (!moved).then_some(path)
    }
}
