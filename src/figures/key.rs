//! What a series is a series of. Two series with one [`Key`] measure the same, whatever their
//! names; two keys that differ say why their figures must not be compared.

use super::definition::{self, Prices};
use super::sector::{Sector, coded, is_whole};
use super::unit;
pub(crate) use super::words::{folded, holds};
use crate::describe::title;
pub(crate) use crate::describe::title::CURRENCIES;
use crate::dossier::series::{Flow, Series, SeriesKind};
use crate::dossier::{Dossier, Id, Kind, Ref};

/// What is measured: figures are compared within one key only.
///
/// Trade is told apart by reporter, partner, flow, goods, unit and definition. An indicator has nothing
/// of the kind (the share of farmers and that of rice fields are both per cent of Laos), so its title
/// counts too. A growth is that of the level which it names, at its own prices, else its title counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    kind: SeriesKind,
    unit: String,
    reporter: Option<String>,
    partner: Option<String>,
    flow: Option<Flow>,
    commodity: Option<String>,
    sector: Sector,
    prices: Prices,
    definition: Option<String>,
    title: Option<String>,
    of: Option<Box<Self>>,
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
    /// Other prices, or another part of trade: re-exports, what is without oil.
    Definition,
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
    /// A growth since another time.
    Base,
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
            Self::Definition => "other definitions",
            Self::Mirror => "the other side's report of the same flow",
            Self::Reporter => "other reporters",
            Self::Partner => "other partners",
            Self::Flow => "other flows",
            Self::Measure => "other measures",
            Self::Undated => "a period that is not known",
            Self::PartOfYear => "a part of a year against a whole one",
            Self::Period => "other periods",
            Self::Base => "growth since other periods",
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
        Some(Self {
            kind: series.kind,
            unit: unit::canonical(series.unit.as_deref().unwrap_or_default()),
            reporter: series.reporter.as_ref().map(ToString::to_string),
            partner: series.partner.as_ref().map(ToString::to_string),
            flow: series.flow,
            commodity: series
                .commodity
                .as_ref()
                .map(|text| folded(text))
                .filter(|text| !is_whole(text)),
            sector: Sector::of(series),
            prices: Prices::of(series),
            definition: definition::of_trade(dossier, series),
            title: titled.then(|| measure(dossier, series)),
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
    pub(crate) fn is_domestic(&self) -> bool {
        self.partner.is_none() && self.flow.is_none() && self.commodity.is_none()
    }

    /// Its unit, in one spelling.
    pub(crate) fn unit(&self) -> &str {
        &self.unit
    }

    /// Is it an amount in money?
    pub(crate) fn is_money(&self) -> bool {
        CURRENCIES.iter().any(|code| self.unit.starts_with(code))
    }

    /// Is it trade between two, and not growth of it?
    pub(crate) fn is_trade(&self) -> bool {
        self.kind == SeriesKind::Trade
    }

    /// Which way the goods go.
    pub(crate) fn flow(&self) -> Option<Flow> {
        self.flow
    }

    /// The same measure for another flow.
    pub(crate) fn with_flow(&self, flow: Flow) -> Self {
        Self {
            flow: Some(flow),
            ..self.clone()
        }
    }

    /// Is it trade of which the parts of a time add up to it: no share and no price?
    pub(crate) fn is_additive(&self) -> bool {
        self.is_trade() && !self.is_percent() && !self.unit.contains('/')
    }

    /// The same measure of services alone, and of goods and services, where this is one of all goods.
    pub(crate) fn services_and_both(&self) -> Option<[Self; 2]> {
        let is_goods = self.sector == Sector::Goods && self.commodity.is_none();
        let of = |sector| Self {
            sector,
            ..self.clone()
        };
        is_goods.then(|| [Sector::Services, Sector::Both].map(of))
    }

    /// The measures of which this one is a part, by one step: the total of exports or imports, all goods
    /// of some, goods and services of either.
    pub(crate) fn wholes(&self) -> Vec<Self> {
        if !self.is_additive() {
            return Vec::new();
        }
        let mut wholes: Vec<_> = match self.flow {
            Some(Flow::Exports | Flow::Imports) => vec![self.with_flow(Flow::Total)],
            _ => Vec::new(),
        };
        let sectors: &[Sector] = match (&self.commodity, self.sector) {
            (_, _) if self.flow == Some(Flow::Balance) => &[],
            (Some(_), sector) => sector.around(),
            (None, Sector::Goods | Sector::Services) => &[Sector::Both],
            (None, _) => &[],
        };
        wholes.extend(sectors.iter().map(|sector| Self {
            commodity: None,
            sector: *sector,
            ..self.clone()
        }));
        wholes
    }

    /// The same goods without the code that names them, `09` of "HS 09", and that code. What their
    /// description leaves out is a part of what the code means. None for goods that have no code of a list
    /// in which longer codes are parts of shorter ones.
    pub(crate) fn coded(&self) -> Option<(Self, String)> {
        let (family, code) = coded(self.commodity.as_deref()?)?;
        let definition = self.definition.clone();
        let rest = Self {
            commodity: Some(family),
            definition: definition.filter(|words| !definition::leaves_out(words)),
            ..self.clone()
        };
        Some((rest, code))
    }

    /// The same without those who trade: alike in measures that may be compared.
    pub(crate) fn nameless(&self) -> Self {
        Self {
            reporter: None,
            partner: None,
            ..self.clone()
        }
    }

    /// Does it say of the trade of two only which way it goes, while `other` says who reports it? Two
    /// such may be compared.
    pub(crate) fn is_unattributed(&self, other: &Self) -> bool {
        let turned = self.flow == Some(Flow::Total) && self.partner == other.reporter;
        self.is_trade()
            && self.reporter.is_none()
            && other.reporter.is_some()
            && (self.partner.is_none() || self.partner == other.partner || turned)
            && self.nameless() == other.nameless()
    }

    /// Who reports, by code or id.
    pub(crate) fn reporter(&self) -> Option<&str> {
        self.reporter.as_deref()
    }

    /// What is traded, folded; none for everything.
    pub(crate) fn commodity(&self) -> Option<&str> {
        self.commodity.as_deref()
    }

    /// The other side, by code or id.
    pub(crate) fn partner(&self) -> Option<&str> {
        self.partner.as_deref()
    }

    /// Why figures of `self` and `other` must not be compared; none where they may be.
    pub fn mismatch(&self, other: &Self) -> Option<Reason> {
        if self.is_unattributed(other) || other.is_unattributed(self) {
            return None;
        }
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
            (
                (self.prices, &self.definition) != (other.prices, &other.definition),
                Reason::Definition,
            ),
            (self.is_mirror_of(other), Reason::Mirror),
            (self.reporter != other.reporter, Reason::Reporter),
            (self.partner != other.partner, Reason::Partner),
            (self.flow != other.flow, Reason::Flow),
            (self != other, Reason::Measure),
        ];
        let (_, reason) = checks.into_iter().find(|(differs, _)| *differs)?;
        Some(reason)
    }

    /// The key of the same flow as the other side reports it: the exports of one, the imports of the
    /// other. None where nobody reports, and for a balance: turned round it changes its sign and is no
    /// longer one amount told twice.
    pub(crate) fn mirror(&self) -> Option<Self> {
        let flow = match self.flow? {
            Flow::Exports => Flow::Imports,
            Flow::Imports => Flow::Exports,
            Flow::Total => Flow::Total,
            Flow::Balance => return None,
        };
        let (reporter, partner) = (self.reporter.clone()?, self.partner.clone()?);
        (reporter != partner).then(|| Self {
            reporter: Some(partner),
            partner: Some(reporter),
            flow: Some(flow),
            ..self.clone()
        })
    }

    /// Is it the same flow as the other side reports it?
    pub fn is_mirror_of(&self, other: &Self) -> bool {
        self.mirror().as_ref() == Some(other)
    }
}

/// Names of measures that stand for each other.
const ABBREVIATIONS: [(&str, &str); 5] = [
    ("gross domestic product", "gdp"),
    ("gross national income", "gni"),
    ("foreign direct investment", "fdi"),
    ("consumer price index", "cpi"),
    ("purchasing power parity", "ppp"),
];

/// Words that a title of a measure does not differ by.
const SMALL: [&str; 5] = ["of", "the", "in", "for", "and"];

/// What a title says of the measure: without the country that reports it and the unit, which have fields
/// of their own.
fn measure(dossier: &Dossier, series: &Series) -> String {
    let mut title = format!(" {} ", folded(title::subject(series)));
    for (long, short) in ABBREVIATIONS {
        title = title.replace(&format!(" {long} "), &format!(" {short} "));
    }
    let names = series.reporter.iter().flat_map(|who| dossier.names(who));
    for name in names {
        title = title.replacen(&format!(" {} ", folded(&name)), " ", 1);
    }
    let mut words: Vec<_> = title.split(' ').filter(|word| !word.is_empty()).collect();
    words.retain(|word| !SMALL.contains(word));
    words.sort_unstable();
    words.join(" ")
}

/// Where the level series of a growth series stands.
pub(crate) fn level_of(dossier: &Dossier, series: &Series) -> Option<usize> {
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

/// Are these one measure in two currencies?
fn currencies(a: &str, b: &str) -> bool {
    let parts = |text: &str| {
        let known = CURRENCIES.iter().find(|code| text.starts_with(**code))?;
        Some((*known, text[known.len()..].to_owned()))
    };
    matches!((parts(a), parts(b)), (Some((x, rest)), Some((y, more))) if x != y && rest == more)
}
