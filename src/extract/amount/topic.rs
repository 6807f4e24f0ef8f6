//! What a figure is about that is no trade.

use crate::dossier::Code;
use crate::extract::confidence::Basis;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Money that is put into firms and works abroad.
    Investment,
    /// Money that is given.
    Aid,
    /// Money that is lent.
    Loans,
    /// Money that is set aside.
    Funding,
    /// Works that are ordered.
    Contracts,
    /// Those who come for a short time.
    Visitors,
    /// Nights that visitors spend.
    Nights,
    /// Those who learn.
    Students,
    /// Those who work abroad.
    Workers,
}

/// What a figure is about that is no trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What is measured.
    pub topic: Topic,
    /// Whose money or people they are.
    pub from: Option<Code>,
    /// Where they go.
    pub to: Option<Code>,
    /// How it is known.
    pub basis: Basis,
}
