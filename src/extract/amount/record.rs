//! An amount as a text gives it.

use std::ops::Range;

use super::carry;
use super::change::{Change, ChangeRole};
use super::period::{Comparison, Period};
use super::printed::Quantity;
use super::topic::Matter;
use super::trade::Trade;
use super::unit::Unit;
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::extract::confidence::Basis;

/// An amount in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Its bytes in the text, with qualifier, sign, scale and unit.
    pub range: Range<usize>,
    /// How much.
    pub quantity: Quantity,
    /// Of what.
    pub unit: Unit,
    /// The word that makes it less than exact.
    pub qualifier: Option<Qualifier>,
    /// How value and unit were read.
    pub basis: Basis,
    /// Reported, forecast or aimed at.
    pub status: ObservationStatus,
    /// How the status is known.
    pub status_basis: Basis,
    /// The date that it is about.
    pub period: Option<Period>,
    /// The change that it is part of.
    pub change: Option<Change>,
    /// What a change is measured from.
    pub compared_with: Option<Comparison>,
    /// The trade that it is about.
    pub trade: Option<Trade>,
    /// What it is about, if not trade.
    pub matter: Option<Matter>,
    /// Has its sentence no word of time at all?
    pub timeless: bool,
    /// Does the text say that it was not so much: "did not reach"?
    pub denied: bool,
}

impl Amount {
    /// The period that its own sentence gives.
    pub fn own_period(&self) -> Option<&Period> {
        let own = |period: &&Period| period.basis.rule != carry::CARRIED.rule;
        self.period.as_ref().filter(own)
    }

    /// The trade that its own sentence names.
    pub fn own_trade(&self) -> Option<&Trade> {
        let own = |trade: &&Trade| trade.basis.rule != carry::PRONOUN.rule;
        self.trade.as_ref().filter(own)
    }

    /// Is it reported, and not only what something changed from?
    pub(super) fn is_reported_level(&self) -> bool {
        let from = |change: Change| change.role == ChangeRole::From;
        self.status == ObservationStatus::Reported && !self.change.is_some_and(from)
    }
}
