//! What is cited together, and what a style makes of it.

use super::run::Run;

/// Works at one place: in a pair of brackets, or in a note.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// The number of the note, from 1.
    pub note: usize,
    /// The works by their place among all, from 0, each with its paragraphs.
    pub cited: Vec<(usize, Vec<u32>)>,
}

/// Citations and the list of works.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typeset {
    /// For each cluster the citation, without brackets and without a full stop.
    pub citations: Vec<Vec<Run>>,
    /// Every work, in the order of the style, with its place among all.
    pub list: Vec<(usize, Vec<Run>)>,
}
