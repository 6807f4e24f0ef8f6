//! How a series defines what it measures, as far as its title says: at which prices, and which part of
//! trade. Two series of different definitions are not compared.

use super::words::{folded, holds};
use crate::dossier::about::Side;
use crate::dossier::countries;
use crate::dossier::series::{Series, SeriesKind};
use crate::dossier::{Actor, Dossier};

/// The prices of an amount, or of a growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Prices {
    Unsaid,
    Current,
    Constant,
}

/// Words for constant prices.
const CONSTANT: [&str; 9] = [
    "real",
    "constant",
    "volume terms",
    "by volume",
    "inflation adjusted",
    "adjusted for inflation",
    "deflated",
    "chained",
    "chain linked",
];

/// Words for current prices.
const CURRENT: [&str; 5] = [
    "nominal",
    "nominally",
    "current prices",
    "current us",
    "current usd",
];

impl Prices {
    /// What the title and the unit of a series say.
    pub(super) fn of(series: &Series) -> Self {
        let unit = series.unit.as_deref().unwrap_or("");
        let text = folded(&format!("{} {unit}", series.title)).replace("real estate", "");
        let says = |words: &[&str]| words.iter().any(|word| holds(&text, word));
        match (says(&CONSTANT), says(&CURRENT)) {
            (true, false) => Self::Constant,
            (false, true) => Self::Current,
            _ => Self::Unsaid,
        }
    }

    /// May levels at such prices grow by a growth at these? A real growth says nothing of amounts that
    /// are not said to be at constant prices.
    pub(super) fn lead_to(self, level: Self) -> bool {
        match self {
            Self::Constant => level == Self::Constant,
            Self::Current => level != Self::Constant,
            Self::Unsaid => true,
        }
    }
}

/// What is traded, as the title of a series of trade calls it.
const FLOWS: [&str; 6] = [
    "exports", "imports", "trade", "export", "import", "turnover",
];

/// Words between which what is traded is qualified.
const BETWEEN: [&str; 11] = [
    "of", "in", "to", "from", "with", "between", "by", "for", "at", "on", "per",
];

/// Words beside the flow that define nothing.
const GENERAL: &str = "a an the all total overall whole entire bilateral mutual reciprocal two way both \
    sides side countries country foreign external international annual yearly monthly quarterly \
    quarter half year years month months fiscal financial goods merchandise commodity commodities \
    products service services and or value values volume volumes amount amounts level official \
    reported recorded data figures statistics s its their our us usd eur dollar dollars euros \
    million billion thousand republic kingdom federation union states exports imports trade export \
    import turnover balance combined two-way gross";

/// Words that define trade wherever they are in a title.
const DEFINING: [&str; 5] = ["domestic", "transit", "fob", "cif", "seasonally"];

/// Words after which something is left out, or counted in that is not always.
const WITHOUT: [&str; 6] = [
    "excluding",
    "except",
    "without",
    "excl",
    "including",
    "incl",
];

/// Letters by which a word is that of a name: "Chilean" that of Chile.
const STEM: usize = 4;

/// What the title of a series of trade says of its definition beside flow, partners and commodity, as
/// sorted words: "non oil", "domestic", "re". None where it says nothing, and for other series.
pub(super) fn of_trade(dossier: &Dossier, series: &Series) -> Option<String> {
    if series.kind != SeriesKind::Trade {
        return None;
    }
    let known = known_words(dossier, series);
    let mut words: Vec<String> = Vec::new();
    for segment in series.title.split([',', ';', ':', '(', ')', '–', '—', '/']) {
        let segment = folded(segment);
        let all: Vec<_> = segment.split(' ').filter(|word| !word.is_empty()).collect();
        words.extend(qualifiers(&all).into_iter().map(str::to_owned));
    }
    words.retain(|word| !is_known(&known, word));
    words.sort();
    words.dedup();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Do the words of a definition say that something is left out, or counted in?
pub(super) fn leaves_out(words: &str) -> bool {
    words.split(' ').any(|word| WITHOUT.contains(&word))
}

/// The words before the flow and in the phrase behind it, those that define trade, and what is left out.
fn qualifiers<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let is_between = |word: &&&str| !BETWEEN.contains(*word);
    let mut found: Vec<&str> = words
        .iter()
        .filter(|word| DEFINING.contains(word))
        .copied()
        .collect();
    if let Some(at) = words.iter().position(|word| WITHOUT.contains(word)) {
        found.extend(&words[at..]);
    }
    let Some(flow) = words.iter().position(|word| FLOWS.contains(word)) else {
        return found;
    };
    found.extend(words[..flow].iter().rev().take_while(is_between));
    // "Exports of timber", "Trade in timber".
    let behind = &words[flow + 1..];
    if matches!(behind.first(), Some(&("of" | "in"))) {
        found.extend(behind[1..].iter().take_while(is_between));
    }
    found
}

/// Is it no qualifier: a number, a general word, or one of the names of those who trade and of what?
fn is_known(known: &[String], word: &str) -> bool {
    let stem: String = word.chars().take(STEM).collect();
    let is_stem = stem.chars().count() == STEM && known.iter().any(|name| name.starts_with(&stem));
    is_stem
        || word.chars().any(|c| c.is_ascii_digit())
        || GENERAL.split_whitespace().any(|general| general == word)
        || known.iter().any(|name| name == word)
}

/// The words of the names of both sides, of the reporter and the partner, and of the commodity.
fn known_words(dossier: &Dossier, series: &Series) -> Vec<String> {
    let sides = dossier.about.sides.iter().flat_map(Side::names);
    let actors: Vec<_> = series.reporter.iter().chain(&series.partner).collect();
    let own = actors.iter().flat_map(|actor| dossier.names(actor));
    let codes = actors.iter().filter_map(|actor| match actor {
        Actor::Country(code) => countries::of(*code),
        Actor::Record(_) => None,
    });
    let iso = codes.flat_map(|country| {
        let names = country.names().chain(country.adjective);
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    let commodity = series.commodity.iter().map(ToString::to_string);
    let texts = sides.chain(own).chain(iso).chain(commodity);
    let folded: Vec<_> = texts.map(|text| folded(&text)).collect();
    folded
        .iter()
        .flat_map(|text| text.split(' '))
        .filter(|word| !word.is_empty() && !BETWEEN.contains(word))
        .map(str::to_owned)
        .collect()
}
