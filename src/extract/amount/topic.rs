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
    /// Those who live abroad.
    Residents,
    /// Works that firms carry out abroad.
    Projects,
    /// Firms that are at work abroad.
    Companies,
    /// Places of work that firms have made abroad.
    Jobs,
    /// Places for students that a country pays for.
    Scholarships,
}

/// What a figure is about that is no trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What is measured.
    pub topic: Topic,
    /// Whose money or people they are. Of neither end known, only the currency may tell.
    pub from: Option<Code>,
    /// Where they go.
    pub to: Option<Code>,
    /// How it is known.
    pub basis: Basis,
}
