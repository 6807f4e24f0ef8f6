//! Whose dollar "$5 million" is, in a text about a country with a dollar of its own.

use crate::dossier::series::Flow;
use crate::dossier::{Code, Dossier, countries};
use crate::extract::amount::{Amount, Currency, Unit};
use crate::extract::{Basis, Confidence};

/// Countries whose press writes a bare "$" for the dollar of their own.
const OWN: [&str; 9] = [
    "AUS", "NZL", "CAN", "SGP", "HKG", "FJI", "NAM", "JAM", "BRB",
];

const LOCAL: Basis = Basis::new(
    "dollar-of-side",
    Confidence::Unsure,
    "a bare dollar sign in a text about a country with a dollar of its own; nothing says US",
);
const PRINTED: Basis = Basis::new(
    "dollar-printed",
    Confidence::Likely,
    "the text elsewhere says whose dollar it is",
);
const DOUBTFUL: Basis = Basis::new(
    "dollar-or-us",
    Confidence::Unsure,
    "a bare dollar sign in a text about two countries that both have a dollar",
);

const COUNTED: Basis = Basis::new(
    "dollar-of-side",
    Confidence::Unsure,
    "a bare dollar sign in a text that counts exports and imports from one side",
);

/// The one of the two countries whose exports and imports all figures are.
fn side_of(dossier: &Dossier, amounts: &[Amount]) -> Option<Code> {
    let sides = dossier.about.codes();
    let mut found: Option<Code> = None;
    for trade in amounts.iter().filter_map(|amount| amount.trade.as_ref()) {
        let other = |code: Code| sides.iter().copied().find(|side| *side != code);
        let own = match trade.flow {
            Flow::Exports | Flow::Imports => trade.reporter.or(trade.partner.and_then(other)),
            _ => None,
        };
        if own.is_some() && found.is_some_and(|known| Some(known) != own) {
            return None;
        }
        found = own.or(found);
    }
    found
}

/// The one of the two countries whose dollar a text says that it prints: "all dollar figures are Canadian".
fn said(dossier: &Dossier, text: &str) -> Option<Code> {
    const WHAT: [&str; 3] = ["figures", "amounts", "sums"];
    const HOW: [&str; 3] = ["are", "are in", "in"];
    let own = dossier
        .about
        .sides
        .iter()
        .filter(|side| OWN.contains(&side.code.as_str()));
    let mut own = own.filter_map(|side| Some((side.code, countries::of(side.code)?.adjective?)));
    let found = own.find(|(_, adjective)| {
        let phrase = |what: &str, how: &str| format!("{what} {how} {adjective}");
        let mut all = WHAT
            .iter()
            .flat_map(|what| HOW.iter().map(|how| phrase(what, how)));
        all.any(|phrase| text.contains(&phrase))
    });
    found.map(|(code, _)| code)
}

/// Is the first dollar of a text one of which no word says whose it is?
fn opens_bare(amounts: &[Amount]) -> bool {
    let mut dollars = amounts.iter().filter_map(|amount| match amount.unit {
        Unit::Money(currency) if currency.is_dollar() => Some(currency),
        _ => None,
    });
    dollars.next().is_some_and(Currency::is_bare_dollar)
}

/// What a bare dollar sign of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dollar {
    /// As read: of the United States.
    American,
    /// Of that currency, for that reason.
    Is(Currency, Basis),
    /// Of the one or the other: the text leaves it open.
    Open,
}

impl Dollar {
    /// What the two countries of a dossier and the dollars that a text prints in full tell.
    pub(super) fn of(dossier: &Dossier, text: &str, amounts: &[Amount]) -> Self {
        let sides = || dossier.about.sides.iter().map(|side| side.code);
        let own: Vec<Currency> = sides()
            .filter(|code| OWN.contains(&code.as_str()))
            .filter_map(Currency::dollar_of)
            .collect();
        if let Some(code) = said(dossier, text)
            && let Some(currency) = Currency::dollar_of(code)
        {
            return Self::Is(currency, PRINTED);
        }
        let Some(american) = Code::parse("USA").and_then(Currency::dollar_of) else {
            return Self::American;
        };
        if own.is_empty() {
            return Self::American;
        }
        let printed = |currency: &Currency| {
            let unit = Unit::Money(*currency);
            amounts.iter().any(|amount| amount.unit == unit)
        };
        let said: Vec<Currency> = own.iter().copied().filter(printed).collect();
        let home = sides().any(|code| code.as_str() == "USA");
        match (said.as_slice(), printed(&american), own.as_slice()) {
            ([_], false, _) if opens_bare(amounts) => Self::Is(american, PRINTED),
            ([one], false, _) => Self::Is(*one, PRINTED),
            // "$5 million" first, and "US$3 million" later: who prints both tells them apart.
            ([], true, [one]) if !home && opens_bare(amounts) => Self::Is(*one, LOCAL),
            ([], true, _) => Self::Is(american, PRINTED),
            ([], false, [_]) if home => Self::Is(american, DOUBTFUL),
            ([], false, [one]) => Self::Is(*one, LOCAL),
            ([], false, [..]) => side_of(dossier, amounts)
                .filter(|code| OWN.contains(&code.as_str()))
                .and_then(Currency::dollar_of)
                .map_or(Self::Open, |currency| Self::Is(currency, COUNTED)),
            _ => Self::Open,
        }
    }

    /// An amount with its dollar; none where that is open, as it is of other money `converted` where nothing
    /// says whose dollar the text prints.
    pub(super) fn settle(self, amount: Amount, converted: bool) -> Option<Amount> {
        let bare = matches!(amount.unit, Unit::Money(currency) if currency.is_bare_dollar());
        match self {
            Self::Is(_, basis) if bare && converted && basis.confidence == Confidence::Unsure => {
                None
            }
            Self::Is(currency, basis) if bare => Some(Amount {
                unit: Unit::Money(currency),
                basis: basis.at_most(amount.basis.confidence),
                ..amount
            }),
            Self::Open if bare => None,
            _ => Some(amount),
        }
    }
}
