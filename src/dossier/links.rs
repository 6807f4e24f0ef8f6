//! Cross-references read from both ends: from a person to their quotes, from an agreement to what
//! followed it. Those of speech are found when they are asked for, for there may be millions.

use std::collections::HashMap;

use super::relation::Relation;
use super::{Kind, Ref};

/// Of the quotes that point at a record no more are listed: a search finds the others.
pub const LISTED: usize = 200;

/// One end of a cross-reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Whether the record at hand is the one that points.
    pub forward: bool,
    /// How; none between a figure and its series, and between a record and its source.
    pub relation: Option<Relation>,
    /// The record at the other end.
    pub target: Ref,
}

impl Link {
    /// The label of the link, seen from the record at hand.
    pub fn label(&self) -> &'static str {
        match (self.relation, self.forward, self.target.kind) {
            (Some(relation), true, _) => relation.forward(),
            (Some(relation), false, _) => relation.backward(),
            (None, true, Kind::Series) => "series",
            (None, true, _) => "source",
            (None, false, Kind::Observation) => "figure",
            (None, false, _) => "is based on this source",
        }
    }
}

/// All links of a dossier, but for those that quotes make.
#[derive(Clone, Debug, Default)]
pub struct Links(pub(super) HashMap<Ref, Vec<Link>>);

impl Links {
    pub(super) fn join(&mut self, from: Ref, relation: Option<Relation>, to: Ref) {
        let link = |forward, target| Link {
            forward,
            relation,
            target,
        };
        self.0.entry(from).or_default().push(link(true, to));
        self.0.entry(to).or_default().push(link(false, from));
    }
}
