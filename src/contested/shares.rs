//! Shares of one whole that are more than it together. Only parts that are known to have nothing in
//! common are added: two countries, exports and imports, two goods of which neither is among the other.
//! Of copper and minerals, or of copper and China, both may be most of the exports.

use std::collections::BTreeMap;

use super::conflict::lines;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::Dossier;
use crate::dossier::countries;
use crate::figures::period::Period;
use crate::figures::shares::of;
use crate::figures::statement::Statement;

/// The whole, in per cent.
pub(super) const WHOLE: f64 = 100.0;

/// Goods by sections of the Harmonized System (World Customs Organization): a group that holds the other
/// ones of its section, if there is one, then single goods.
const GOODS: &[(&str, &[&str])] = &[
    (
        "meat dairy",
        &[
            "fish salmon shrimp seafood",
            "beef",
            "pork",
            "poultry",
            "milk",
            "eggs",
        ],
    ),
    (
        "cereals grain grains fruits vegetables",
        &[
            "coffee",
            "tea",
            "rice",
            "wheat",
            "maize corn",
            "fruit",
            "bananas",
            "spices pepper",
            "soybeans",
            "flowers",
            "nuts cashews",
            "barley",
        ],
    ),
    ("", &["sugar", "wine", "beer", "cocoa", "tobacco"]),
    (
        "fuels fuel hydrocarbons",
        &[
            "oil petroleum crude",
            "gas lng",
            "coal",
            "electricity",
            "cement",
            "salt",
        ],
    ),
    (
        "chemicals",
        &[
            "fertilizers fertilisers fertilizer",
            "medicines pharmaceuticals",
        ],
    ),
    ("", &["plastics", "rubber"]),
    ("", &["leather hides"]),
    ("wood", &["timber logs", "furniture"]),
    ("", &["paper pulp"]),
    (
        "textiles",
        &[
            "clothing garments apparel",
            "fabrics",
            "cotton",
            "silk",
            "wool",
            "carpets",
        ],
    ),
    ("", &["footwear shoes"]),
    ("", &["gold", "diamonds", "silver", "pearls"]),
    (
        "metals",
        &[
            "copper",
            "steel",
            "aluminium aluminum",
            "nickel",
            "zinc",
            "tin",
            "lead",
        ],
    ),
    (
        "machinery electronics",
        &[
            "computers",
            "telephones phones",
            "turbines",
            "semiconductors",
        ],
    ),
    (
        "vehicles",
        &["cars", "trucks lorries", "aircraft", "ships", "motorcycles"],
    ),
    ("", &["arms weapons"]),
];

/// Other ways of cutting a whole into parts without anything in common.
const CUTS: &[&[&str]] = &[
    &["exports", "imports"],
    &["goods", "services"],
    &["women females female", "men males male"],
    &["urban", "rural"],
    &["agriculture farming", "industry", "services"],
];

/// One of the parts into which a whole is cut.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Country(&'static str),
    /// The section, and the single goods of it; the group that holds them for none.
    Goods(usize, Option<usize>),
    /// The cut, and the part of it.
    Of(usize, usize),
}

impl Part {
    /// The parts that a name may mean, one for each way of cutting.
    fn named(name: &str) -> Vec<Self> {
        let country = countries::find(name).map(|country| Self::Country(country.alpha2));
        let cuts = CUTS.iter().enumerate().filter_map(|(cut, parts)| {
            let at = parts.iter().position(|words| has(words, name))?;
            Some(Self::Of(cut, at))
        });
        country.into_iter().chain(goods(name)).chain(cuts).collect()
    }

    /// Is nothing among both?
    fn is_apart(self, other: Self) -> bool {
        match (self, other) {
            (Self::Country(one), Self::Country(other)) => one != other,
            (Self::Goods(one, a), Self::Goods(other, b)) => {
                one != other || a.is_some() && b.is_some() && a != b
            }
            (Self::Of(one, a), Self::Of(other, b)) => one == other && a != b,
            _ => false,
        }
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// The goods that a name means; none where its words are of several sections or not known.
fn goods(name: &str) -> Option<Part> {
    let of = |word: &str| {
        GOODS
            .iter()
            .enumerate()
            .find_map(|(section, (group, single))| {
                let at = single.iter().position(|words| has(words, word));
                (at.is_some() || has(group, word)).then_some(Part::Goods(section, at))
            })
    };
    let mut parts: Vec<_> = name.split(' ').filter_map(of).collect();
    parts.dedup();
    match parts.as_slice() {
        [part] => Some(*part),
        _ => None,
    }
}

/// A share: what it is a share of, of what, and the figure.
struct Share<'a> {
    parts: Vec<Part>,
    statement: &'a Statement,
    least: f64,
}

/// A finding for all shares of one whole that are more than it together. `stated`: printed shares.
pub(super) fn findings<'a>(
    dossier: &Dossier,
    stated: impl Iterator<Item = &'a Statement>,
) -> Vec<Finding> {
    let mut wholes: BTreeMap<_, Vec<Share<'a>>> = BTreeMap::new();
    for statement in stated.filter(|share| share.firmness.is_report()) {
        let named = of(&dossier.series[statement.series].title);
        let parts = named.map(|(part, whole)| (Part::named(&part), whole));
        if let (Some((parts, whole)), Some(period), Some(value)) =
            (parts, statement.period, statement.value)
        {
            let key = key(statement, whole, period);
            let least = value.low;
            wholes.entry(key).or_default().push(Share {
                parts,
                statement,
                least,
            });
        }
    }
    let wholes = wholes.into_values();
    wholes
        .filter_map(|shares| together(dossier, shares))
        .collect()
}

type Whole = (Option<String>, Option<String>, String, Period);

fn key(statement: &Statement, whole: String, period: Period) -> Whole {
    let name = |name: Option<&str>| name.map(str::to_owned);
    let key = &statement.key;
    (name(key.reporter()), name(key.partner()), whole, period)
}

/// Shares of parts without anything in common for one period that are more than the whole together.
fn together(dossier: &Dossier, mut shares: Vec<Share<'_>>) -> Option<Finding> {
    // Of several figures for one part the lowest: nobody need be wrong but all of them.
    shares.sort_by(|a, b| a.least.total_cmp(&b.least));
    let mut single: Vec<&Share<'_>> = Vec::new();
    for share in &shares {
        if !single.iter().any(|other| other.parts == share.parts) {
            single.push(share);
        }
    }
    let mut apart: Vec<&Share<'_>> = Vec::new();
    for share in single.into_iter().rev() {
        let is_apart = |other: &&Share<'_>| {
            let pairs = share
                .parts
                .iter()
                .flat_map(|a| other.parts.iter().map(move |b| (*a, *b)));
            pairs.into_iter().any(|(a, b)| a.is_apart(b))
        };
        if apart.iter().all(is_apart) && !share.parts.is_empty() {
            apart.push(share);
        }
    }
    let mut sum = 0.0;
    let enough = apart.iter().position(|share| {
        sum += share.least;
        sum > WHOLE
    })?;
    apart.truncate(enough + 1);
    (apart.len() > 1).then(|| finding(dossier, &apart))
}

fn finding(dossier: &Dossier, shares: &[&Share<'_>]) -> Finding {
    let mut sides: Vec<_> = shares.iter().map(|share| share.statement).collect();
    sides.sort_by_key(|side| side.from.clone());
    let parts: Vec<_> = sides.iter().map(|side| side.describe(dossier)).collect();
    let statements: Vec<_> = sides.iter().flat_map(|side| side.from.clone()).collect();
    Finding {
        kind: FindingKind::CrossCheck,
        severity: Severity::Minor,
        title: format!(
            "{}, {}: {} are more than the whole",
            dossier.series[sides[0].series].title,
            sides[0].date,
            parts.join(" + ")
        ),
        verdict: "more than the whole together".to_owned(),
        working: lines(dossier, &sides),
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}
