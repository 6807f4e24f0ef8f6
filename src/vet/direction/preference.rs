//! Who lets whose goods in free of tariffs, or gives whom a preference: told of a grant, of what somebody
//! enjoys, or of goods that enter.

use std::ops::Range;

use super::deed::{Act, Deed};
use crate::vet::actors::{Spot, Who};
use crate::vet::index::Index;
use crate::vet::words::{Word, is_one_of};

const GOODS: &str = "goods products exports merchandise wares produce exporters imports";

const GRANTS: &str = "grant grants granted granting give gives gave given giving provide provides provided confer conferred accord accords accorded let lets admit \
    admits admitted allow allows allowed accept accepts accepted offer offers offered extend extends \
    extended import imports exempt exempts exempted";

const ENJOYS: &str = "enjoy enjoys enjoyed receive receives received benefit benefits gets get obtain obtained \
    obtains holds hold profit profits";

const ENTERS: &str = "enter enters entered reach reaches reached";

/// Which end of a preference a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Grants,
    Gets,
}

/// Each preference that a run of words tells of, from who grants it to who has it; none where they tell of
/// none.
pub(super) fn acts(
    index: &Index<'_>,
    words: &[Word],
    spots: &[Spot],
    range: &Range<usize>,
) -> Vec<Act> {
    let Some(at) = range.clone().find(|at| is_preference(words, *at)) else {
        return Vec::new();
    };
    let reading = Reading {
        words,
        spots,
        range,
    };
    let (mut grants, mut gets) = (Vec::new(), Vec::new());
    let mut last: Option<(usize, End)> = None;
    let here = spots
        .iter()
        .filter(|spot| range.contains(&spot.words.start));
    for spot in here {
        let Some(who) = index.country_of(spot.who) else {
            continue;
        };
        let joined = || last.filter(|(end, _)| reading.is_joined(*end, spot.words.start));
        let end = reading.owner(spot).or_else(|| joined().map(|(_, end)| end));
        let end = end.or_else(|| reading.end(spot));
        last = end.map(|end| (spot.words.end, end));
        match end {
            Some(End::Grants) => grants.push(who),
            Some(End::Gets) => gets.push(who),
            None => {}
        }
    }
    let all = |one: Vec<Who>| -> Vec<Option<Who>> {
        if one.is_empty() {
            vec![None]
        } else {
            one.into_iter().map(Some).collect()
        }
    };
    let (grants, gets) = (all(grants), all(gets));
    let pairs = grants
        .iter()
        .flat_map(|from| gets.iter().map(move |to| (*from, *to)));
    pairs
        .filter(|(from, to)| from != to)
        .map(|(from, to)| Act {
            deed: Deed::Prefer,
            from,
            to,
            at,
        })
        .collect()
}

/// "duty-free", "free of tariffs", "GSP status", "preferential treatment".
fn is_preference(words: &[Word], at: usize) -> bool {
    const DUTIES: &str = "tariff tariffs duty duties customs";
    let low = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.low.as_str())
    };
    let is_of = matches!(low(Some(at + 1)), "of" | "from");
    let is_free = || {
        let before = is_one_of(DUTIES, low(at.checked_sub(1)));
        let behind = (at + 2..at + 5).any(|at| is_one_of(DUTIES, low(Some(at))));
        before || is_of && behind
    };
    match low(Some(at)) {
        _ if words[at].quoted => false,
        "free" => is_free(),
        "without" => (at + 1..at + 4).any(|at| is_one_of(DUTIES, low(Some(at)))),
        "gsp" | "generalised" | "generalized" | "preferential" => true,
        _ => false,
    }
}

struct Reading<'a> {
    words: &'a [Word],
    spots: &'a [Spot],
    range: &'a Range<usize>,
}

impl Reading<'_> {
    fn low(&self, at: Option<usize>) -> &str {
        let at = at.filter(|at| self.range.contains(at));
        at.map_or("", |at| self.words[at].low.as_str())
    }

    /// The place of the word before a name, articles apart.
    fn before(&self, spot: &Spot) -> Option<usize> {
        let is_small = |at: &usize| matches!(self.low(Some(*at)), "the" | "both" | "its" | "all");
        (self.range.start..spot.words.start)
            .rev()
            .find(|at| !is_small(at))
    }

    fn is_joined(&self, end: usize, start: usize) -> bool {
        let gap = &self.words[end..start];
        let joins =
            |word: &Word| matches!(word.low.as_str(), "and" | "both" | "or" | "the" | "also");
        let is_apart = self.words[start].mark.is_none_or(|mark| mark == ',');
        is_apart && gap.len() <= 2 && gap.iter().all(joins)
    }

    /// "Lao goods", "the Lao market": what the goods or the market say of whose they are.
    fn owner(&self, spot: &Spot) -> Option<End> {
        match self.low(Some(spot.words.end)) {
            "market" | "markets" => Some(End::Grants),
            low if is_one_of(GOODS, low) => Some(End::Gets),
            _ => None,
        }
    }

    /// Does the name grant a preference, or have it?
    fn end(&self, spot: &Spot) -> Option<End> {
        let before = self.before(spot);
        let lead = self.low(before);
        let is_goods = |low: &str| is_one_of(GOODS, low);
        let back = self.low(before.and_then(|at| at.checked_sub(1)));
        let of_goods = || is_goods(back);
        let is_way = || {
            matches!(
                back,
                "access" | "entry" | "exports" | "sales" | "export" | "enters"
            )
        };
        match lead {
            "to" if is_way() => Some(End::Grants),
            "from" | "of" if of_goods() => Some(End::Gets),
            "by" | "in" | "into" | "entering" => Some(End::Grants),
            "for" | "to" | "from" => Some(End::Gets),
            lead if is_one_of(ENTERS, lead) => Some(End::Grants),
            lead if is_one_of(GRANTS, lead) => Some(End::Gets),
            _ => self.subject(spot),
        }
    }

    /// Of a name at the head: what its verb says.
    fn subject(&self, spot: &Spot) -> Option<End> {
        /// Words behind a subject in which its verb is looked for.
        const REACH: usize = 8;
        let end = self.range.end.min(spot.words.end + REACH);
        let named = |at: usize| self.spots.iter().any(|spot| spot.words.contains(&at));
        let verbs = (spot.words.end..end).filter(|at| !named(*at));
        let lows: Vec<&str> = verbs.map(|at| self.low(Some(at))).collect();
        let grant = lows.iter().position(|low| is_one_of(GRANTS, low));
        let enjoy = lows.iter().position(|low| is_one_of(ENJOYS, low));
        let is_passive = |at: usize| {
            let mut lead = lows[..at].iter().rev().take(2);
            lead.any(|low| matches!(*low, "been" | "is" | "are" | "was" | "were" | "being"))
        };
        match (grant, enjoy) {
            (Some(at), _) if is_passive(at) => Some(End::Gets),
            (Some(grant), enjoy) if enjoy.is_none_or(|enjoy| grant < enjoy) => Some(End::Grants),
            (_, Some(_)) => Some(End::Gets),
            _ if lows
                .first()
                .is_some_and(|low| matches!(*low, "has" | "have")) =>
            {
                Some(End::Gets)
            }
            _ => None,
        }
    }
}
