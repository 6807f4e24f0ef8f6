//! What a text has that no rule proposes, counted so that the report can say so.

/// What was read and was not proposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Amounts that are no trade of the two countries, or have no date.
    pub figures: usize,
    /// Mentions of an agreement that do not tell which one is meant: "a previous memorandum".
    pub unclear: usize,
    /// Agreements and events of others.
    pub others: usize,
    /// Names the text neither of the two countries?
    pub names_neither: bool,
    /// And names it others, so that only people and quotes were proposed?
    pub of_others: bool,
}
