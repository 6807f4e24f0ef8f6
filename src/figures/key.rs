//! What a series is a series of. Two series with one [`Key`] measure the same, whatever their
//! names; two keys that differ say why their figures must not be compared.

use crate::dossier::series::{Flow, Series, SeriesKind};
use crate::dossier::{Dossier, Id, Kind, Ref};

/// What is measured: figures are compared within one key only.
///
/// Trade is told apart by reporter, partner, flow, goods and unit. An indicator has nothing of the
/// kind (the share of farmers and that of rice fields are both per cent of Laos), so its title
/// counts too. A growth is that of the level which it names, else its title counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    kind: SeriesKind,
    unit: String,
    reporter: Option<String>,
    partner: Option<String>,
    flow: Option<Flow>,
    commodity: Option<String>,
    sector: Sector,
    title: Option<String>,
    of: Option<Box<Self>>,
}

/// Goods or services, as far as the words say. Goods never confirm services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sector {
    Unsaid,
    Goods,
    Services,
    Both,
}

/// Why two figures say nothing about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A rate against an amount.
    GrowthAgainstLevel,
    /// US dollars against euros.
    Currency,
    /// Other units, or other prices.
    Unit,
    /// Goods against services, or either against both.
    Sector,
    /// Other goods.
    Commodity,
    /// The other side's report of the same flow.
    Mirror,
    /// Another reporter.
    Reporter,
    /// Another partner.
    Partner,
    /// Exports against imports, or either against the total.
    Flow,
    /// Something else is measured.
    Measure,
    /// The period of one of them is not known.
    Undated,
    /// A part of a year against a whole one.
    PartOfYear,
    /// Another period.
    Period,
    /// A forecast confirms nothing, and nothing that happened refutes that it was forecast.
    Forecast,
    /// One is what somebody aims at.
    Target,
    /// The series is marked as not comparable with its earlier periods.
    Break,
    /// No figure is given.
    NoFigure,
}

impl Reason {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::GrowthAgainstLevel => "growth against a level",
            Self::Currency => "other currencies",
            Self::Unit => "other units",
            Self::Sector => "goods against services",
            Self::Commodity => "other goods",
            Self::Mirror => "the other side's report of the same flow",
            Self::Reporter => "other reporters",
            Self::Partner => "other partners",
            Self::Flow => "other flows",
            Self::Measure => "other measures",
            Self::Undated => "a period that is not known",
            Self::PartOfYear => "a part of a year against a whole one",
            Self::Period => "other periods",
            Self::Forecast => "a forecast against what was reported",
            Self::Target => "one is a target",
            Self::Break => "break in the series",
            Self::NoFigure => "no figure",
        }
    }
}

impl Key {
    /// What `series` measures; none for a list of goods.
    pub fn of(dossier: &Dossier, series: &Series) -> Option<Self> {
        Self::build(dossier, series, true)
    }

    /// `deep` follows `of` once: a growth of a growth is kept apart by its title.
    fn build(dossier: &Dossier, series: &Series, deep: bool) -> Option<Self> {
        if series.kind == SeriesKind::Goods {
            return None;
        }
        let level = level_of(dossier, series).filter(|_| deep && series.kind == SeriesKind::Growth);
        let of = level.and_then(|at| Self::build(dossier, &dossier.series[at], false));
        let titled = match series.kind {
            SeriesKind::Trade => false,
            _ => of.is_none(),
        };
        let name = |actor: &crate::dossier::Actor| match actor {
            crate::dossier::Actor::Country(code) => code.to_string(),
            crate::dossier::Actor::Record(id) => id.to_string(),
        };
        Some(Self {
            kind: series.kind,
            unit: unit(series),
            reporter: series.reporter.as_ref().map(name),
            partner: series.partner.as_ref().map(name),
            flow: series.flow,
            commodity: series.commodity.as_ref().map(|text| folded(text)),
            sector: sector(series),
            title: titled.then(|| folded(&series.title)),
            of: of.map(Box::new),
        })
    }

    /// Is it a rate of change?
    pub fn is_growth(&self) -> bool {
        self.kind == SeriesKind::Growth
    }

    /// Is it a share or a rate?
    pub fn is_percent(&self) -> bool {
        self.unit.contains('%')
    }

    /// Does nobody but the reporter have a part in it?
    pub(super) fn is_domestic(&self) -> bool {
        self.partner.is_none() && self.flow.is_none() && self.commodity.is_none()
    }

    /// Its unit, in one spelling.
    pub(super) fn unit(&self) -> &str {
        &self.unit
    }

    /// Who reports, by code or id.
    pub(super) fn reporter(&self) -> Option<&str> {
        self.reporter.as_deref()
    }

    /// Why figures of `self` and `other` must not be compared; none where they may be.
    pub fn mismatch(&self, other: &Self) -> Option<Reason> {
        let checks = [
            (
                self.is_growth() != other.is_growth(),
                Reason::GrowthAgainstLevel,
            ),
            (
                self.unit != other.unit && currencies(&self.unit, &other.unit),
                Reason::Currency,
            ),
            (self.unit != other.unit, Reason::Unit),
            (self.sector != other.sector, Reason::Sector),
            (self.commodity != other.commodity, Reason::Commodity),
            (self.is_mirror_of(other), Reason::Mirror),
            (self.reporter != other.reporter, Reason::Reporter),
            (self.partner != other.partner, Reason::Partner),
            (self.flow != other.flow, Reason::Flow),
            (self != other, Reason::Measure),
        ];
        let (_, reason) = checks.into_iter().find(|(differs, _)| *differs)?;
        Some(reason)
    }

    /// Is the same flow told from the other side: the exports of one, the imports of the other?
    pub fn is_mirror_of(&self, other: &Self) -> bool {
        let turned = match self.flow {
            Some(Flow::Exports) => Some(Flow::Imports),
            Some(Flow::Imports) => Some(Flow::Exports),
            Some(Flow::Total) => Some(Flow::Total),
            // A balance turned round changes its sign and is no longer one amount told twice.
            Some(Flow::Balance) | None => return false,
        };
        self.reporter.is_some()
            && self.partner.is_some()
            && self.reporter != self.partner
            && (&self.reporter, &self.partner) == (&other.partner, &other.reporter)
            && turned == other.flow
            && (self.kind, &self.unit) == (other.kind, &other.unit)
            && (&self.commodity, self.sector) == (&other.commodity, other.sector)
    }
}

/// Where the level series of a growth series stands.
pub(super) fn level_of(dossier: &Dossier, series: &Series) -> Option<usize> {
    place(dossier, series.of.as_ref()?)
}

fn place(dossier: &Dossier, id: &Id) -> Option<usize> {
    match dossier.find(id)? {
        Ref {
            kind: Kind::Series,
            at,
        } => Some(at),
        _ => None,
    }
}

/// Currencies that dossiers of this part of the world use, by ISO 4217.
pub(super) const CURRENCIES: [&str; 12] = [
    "USD", "EUR", "RUB", "LAK", "CNY", "JPY", "GBP", "THB", "VND", "CHF", "INR", "KRW",
];

/// The unit in one spelling.
fn unit(series: &Series) -> String {
    let text = series.unit.as_deref().unwrap_or("").trim();
    match text.to_lowercase().as_str() {
        "us$" | "$" | "usd" | "us dollars" => "USD".to_owned(),
        "€" | "eur" | "euros" => "EUR".to_owned(),
        "people" | "persons" | "inhabitants" => "persons".to_owned(),
        "%" | "per cent" | "percent" => "%".to_owned(),
        _ => text.to_owned(),
    }
}

/// Are these one measure in two currencies?
fn currencies(a: &str, b: &str) -> bool {
    let parts = |text: &str| {
        let known = CURRENCIES.iter().find(|code| text.starts_with(**code))?;
        Some((*known, text[known.len()..].to_owned()))
    };
    matches!((parts(a), parts(b)), (Some((x, rest)), Some((y, more))) if x != y && rest == more)
}

fn sector(series: &Series) -> Sector {
    if !matches!(series.kind, SeriesKind::Trade | SeriesKind::Growth) {
        return Sector::Unsaid;
    }
    let commodity = series.commodity.as_deref().unwrap_or("");
    let text = folded(&format!("{} {commodity}", series.title));
    let says = |words: [&str; 2]| text.split(' ').any(|word| words.contains(&word));
    match (
        says(["goods", "merchandise"]),
        says(["services", "service"]),
    ) {
        (false, false) => Sector::Unsaid,
        (true, false) => Sector::Goods,
        (false, true) => Sector::Services,
        (true, true) => Sector::Both,
    }
}

/// The words of a text in small letters, with single blanks between them.
pub(super) fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '%');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}
