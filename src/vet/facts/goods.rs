//! Which way goods go: what the lists of goods say of who sells what to whom.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::direction::{Act, Deed, acts};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::denial;
use crate::vet::words::{Word, is_one_of};

/// The verdict on goods that go the way that a list has, unless a clause denies it.
fn so(index: &Index<'_>, clause: &Clause<'_>, record: Ref, word: Range<usize>) -> Finding {
    let Some(not) = denial(clause.plain()) else {
        return Finding::new(Item::Direction, Verdict::Supported, word).of(record);
    };
    let title = index.dossier.title(record);
    let note = format!("negation: the dossier says that it is so: “{title}”");
    let finding = Finding::new(Item::Direction, Verdict::Contradicted, not.range.clone());
    finding.of(record).note(note)
}

/// What a clause names behind a word of trade, up to another; or all of it, where no list has that.
fn named(index: &Index<'_>, clause: &Clause<'_>, act: usize) -> BTreeSet<String> {
    const ANOTHER: [&str; 9] = [
        "gets", "receives", "buys", "imports", "return", "sells", "exports", "supplies", "ships",
    ];
    let words = &clause.sentence.words;
    let end = (act + 1..clause.words.end).find(|at| ANOTHER.contains(&words[*at].low.as_str()));
    let behind = words.get(act + 1..end.unwrap_or(clause.words.end));
    let behind: BTreeSet<String> = behind
        .unwrap_or_default()
        .iter()
        .map(|word| word.stem.clone())
        .collect();
    let mut goods = (0..index.dossier.series.len()).flat_map(|at| index.items(at));
    if goods.any(|own| own.iter().all(|stem| behind.contains(stem))) {
        behind
    } else {
        clause.stems(&index.lexicon)
    }
}

/// "Coffee goes from Laos to Russia": the way, and what is named before it.
fn sent(clause: &Clause<'_>) -> Option<(Act, BTreeSet<String>)> {
    const GOES: &str =
        "go goes going went flow flows flowing travel travels move moves come comes shipped";
    let words = &clause.sentence.words;
    let spots = clause.sentence.spots.iter();
    let spots: Vec<&Spot> = spots
        .filter(|spot| clause.words.contains(&spot.words.start))
        .collect();
    let low = |at: Option<usize>| at.map_or("", |at| words[at].low.as_str());
    let act = spots.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let from = one.words.start.checked_sub(1)?;
        let to = other.words.start.checked_sub(1);
        let verb = low(from.checked_sub(1));
        let goes = GOES.split(' ').any(|goes| goes == verb);
        let (from_who, to_who) = match (low(Some(from)), low(to)) {
            ("from", "to") => (one.who, other.who),
            ("to", "from") => (other.who, one.who),
            _ => return None,
        };
        goes.then_some(Act {
            deed: Deed::Sell,
            from: Some(from_who),
            to: Some(to_who),
            at: from,
        })
    })?;
    let before = (clause.words.start..act.at).rev();
    let part = before
        .into_iter()
        .find(|at| matches!(words[*at].mark, Some(':' | ';' | ',')));
    let is_goods =
        |word: &Word| !word.stem.is_empty() && !GOES.split(' ').any(|goes| goes == word.low);
    // "Farm products, for instance fruits, come …": nothing is named behind the last comma.
    let part = part.filter(|at| words[*at..act.at].iter().any(is_goods));
    let goods = words[part.unwrap_or(clause.words.start)..act.at].iter();
    Some((act, goods.map(|word| word.stem.clone()).collect()))
}

/// "Trucks are among the country's main exports", of what a list has as imports: the word that is wrong. A list of
/// trade with one partner only is compared with what says who sells to whom.
fn turned(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    const LEAD: &str = "main primary chief key top principal leading major important biggest largest its country \
        the of as among";
    let words = &clause.sentence.words;
    let at = clause.words.clone().skip(1).find(|at| {
        let before = words[at - 1].low.as_str();
        let is_flow = matches!(words[*at].low.as_str(), "exports" | "imports");
        is_flow && !words[*at].quoted && is_one_of(LEAD, before)
    })?;
    let flow = if words[at].low == "exports" {
        Flow::Exports
    } else {
        Flow::Imports
    };
    let here = clause.stems(&index.lexicon);
    let all = index.dossier.series.iter().enumerate();
    let mut lists =
        all.filter(|(at, one)| one.kind == SeriesKind::Goods && is_named(index, *at, &here));
    let (place, list) = lists.next().filter(|_| lists.next().is_none())?;
    let is_other = list.partner.is_none() && list.flow.is_some_and(|own| own != flow);
    let reporter = list.reporter.as_ref();
    let reporter = reporter.and_then(|actor| index.lexicon.actor(index.dossier, actor))?;
    let spots = clause.sentence.spots.iter();
    let mut here = spots.filter(|spot| clause.words.contains(&spot.words.start));
    let is_of_other = here.any(|spot| {
        index
            .country_of(spot.who)
            .is_some_and(|who| who != reporter)
    });
    if !is_other || is_of_other {
        return None;
    }
    let title = &list.title;
    let finding = Finding::new(
        Item::Direction,
        Verdict::Contradicted,
        words[at].range.clone(),
    );
    let finding = finding.of(Ref::new(Kind::Series, place));
    Some(finding.note(format!("direction: the goods go the other way: “{title}”")))
}

/// Is any item of a series named?
fn is_named(index: &Index<'_>, series: usize, here: &BTreeSet<String>) -> bool {
    let mut items = index.items(series).iter();
    items.any(|own| own.iter().all(|stem| here.contains(stem)))
}

/// The verdict on a clause that says who sells goods that a list has.
pub(super) fn check(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    // What is not sold goes no way.
    if denial(clause.plain()).is_some() {
        return None;
    }
    sold(index, clause).or_else(|| turned(index, clause))
}

fn sold(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    let sentence = clause.sentence;
    let stated = acts(
        index,
        &sentence.words,
        &sentence.spots,
        clause.words.clone(),
    );
    let act = stated.into_iter().find(|act| act.deed == Deed::Sell);
    let (act, here) = match act {
        Some(act) => (act, named(index, clause, act.at)),
        None => sent(clause)?,
    };
    let lists = index
        .dossier
        .series
        .iter()
        .enumerate()
        .filter(|(_, series)| series.kind == SeriesKind::Goods);
    let mut with: Vec<List> = Vec::new();
    for (at, series) in lists {
        if !is_named(index, at, &here) {
            continue;
        }
        let who = |actor: &Option<crate::dossier::Actor>| {
            actor
                .as_ref()
                .and_then(|actor| index.lexicon.actor(index.dossier, actor))
        };
        let (reporter, partner) = (who(&series.reporter), who(&series.partner));
        let (from, to) = match series.flow {
            Some(Flow::Exports) => (reporter, partner),
            Some(Flow::Imports) => (partner, reporter),
            _ => continue,
        };
        with.push((Ref::new(Kind::Series, at), from, to));
    }
    let (record, ..) = *with.first()?;
    let word = sentence.words[act.at].range.clone();
    if let Some(found) = fitting(index, clause, &act, &with) {
        return Some(found);
    }
    let title = index.dossier.title(record);
    let finding = Finding::new(Item::Direction, Verdict::Contradicted, word)
        .of(record)
        .note(format!("direction: the goods go the other way: “{title}”"));
    Some(finding)
}

/// A list, from whom its goods come and to whom they go.
type List = (Ref, Option<Who>, Option<Who>);

/// The verdict on goods that go the way that one of these lists has; from whom or to whom, a list may leave open.
fn fitting(index: &Index<'_>, clause: &Clause<'_>, act: &Act, with: &[List]) -> Option<Finding> {
    let same =
        |one: Option<Who>, other: Option<Who>| one.is_none() || other.is_none() || one == other;
    let mut fits = with.iter().filter(|(_, from, to)| {
        let is_turned =
            act.from.is_some() && act.from == *to || act.to.is_some() && act.to == *from;
        same(act.from, *from) && same(act.to, *to) && !is_turned
    });
    let is_told = |(_, from, to): &&List| {
        (act.from.is_none() || from.is_some()) && (act.to.is_none() || to.is_some())
    };
    let word = clause.sentence.words[act.at].range.clone();
    if let Some((record, ..)) = fits.clone().find(is_told) {
        return Some(so(index, clause, *record, word));
    }
    let (record, ..) = fits.next()?;
    let title = index.dossier.title(*record);
    let note = format!("from whom they come or to whom they go is not said: “{title}”");
    let finding = Finding::new(Item::Direction, Verdict::NotInTheDossier, word);
    Some(finding.note(note))
}
