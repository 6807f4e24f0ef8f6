//! Goods or services, which commodities are no part but the whole, and which have a code.

use super::words::folded;
use crate::dossier::series::{Series, SeriesKind};

/// Goods or services, as far as the words say. Goods never confirm services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sector {
    Unsaid,
    Goods,
    Services,
    Both,
}

/// Words of which the name of a commodity consists that is none: what is traded in all.
const WHOLE: [&str; 10] = [
    "all",
    "total",
    "overall",
    "and",
    "goods",
    "merchandise",
    "commodities",
    "products",
    "services",
    "service",
];

/// Is a commodity, folded, all that is traded, or all goods or all services?
pub(super) fn is_whole(commodity: &str) -> bool {
    commodity.split(' ').all(|word| WHOLE.contains(&word))
}

/// Lists of goods in which a code is a part of what its first digits are.
const LISTS: [&str; 2] = ["hs", "sitc"];

/// Digits of the longest code of goods: tariffs have ten.
const CODE: usize = 10;

/// A commodity, folded, without its code, and the code: "goods hs" and "0901" of "goods hs 0901".
pub(super) fn coded(commodity: &str) -> Option<(String, String)> {
    let mut words: Vec<&str> = commodity.split(' ').collect();
    let list = words.iter().position(|word| LISTS.contains(word))?;
    let code = (*words.get(list + 1)?).to_owned();
    let is_code = code.len() <= CODE && code.bytes().all(|b| b.is_ascii_digit());
    words.remove(list + 1);
    is_code.then(|| (words.join(" "), code))
}

impl Sector {
    /// What the title and the commodity of a series of trade say.
    pub(super) fn of(series: &Series) -> Self {
        if !matches!(series.kind, SeriesKind::Trade | SeriesKind::Growth) {
            return Self::Unsaid;
        }
        let commodity = series.commodity.as_deref().unwrap_or("");
        let text = folded(&format!("{} {commodity}", series.title));
        let says = |words: [&str; 2]| text.split(' ').any(|word| words.contains(&word));
        match (
            says(["goods", "merchandise"]),
            says(["services", "service"]),
        ) {
            (false, false) => Self::Unsaid,
            (true, false) => Self::Goods,
            (false, true) => Self::Services,
            (true, true) => Self::Both,
        }
    }

    /// The sectors of a whole of which a commodity of this one is a part.
    pub(super) fn around(self) -> &'static [Self] {
        match self {
            Self::Unsaid | Self::Goods => &[Self::Unsaid, Self::Goods, Self::Both],
            Self::Services => &[Self::Services, Self::Both],
            Self::Both => &[Self::Both],
        }
    }
}
