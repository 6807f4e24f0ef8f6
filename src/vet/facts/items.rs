//! Goods in a list: "rice, cotton and wheat", of what a list of the dossier has rice and cotton, but no wheat.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Kind, Ref, Series};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::denies;
use crate::vet::words::{Word, stem};

/// Goods that texts name, beside those that a dossier lists.
const GOODS: &str = "wheat barley maize soybeans beans cassava cocoa rubber sugar bananas silver iron zinc lead nickel \
    coal uranium diamonds gems bauxite aluminium potash salt steel timber wood machinery machines cars vehicles clothing \
    garments textiles leather furniture weapons arms fertiliser fertilisers fertilizer fertilizers medicines drugs \
    electronics fish meat milk honey spices pepper vegetables flour gas diesel petrol cement glass ceramics toys wine \
    beer opium silk";

/// So many goods of a list tell which it is.
const LEAST: usize = 2;

/// Parts of a list that anybody writes.
const MOST: usize = 40;

/// The first of a list of goods that no list of the dossier has with the others.
pub(super) fn check(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    let words = &clause.sentence.words;
    // "Laos sells coffee; Russia sells paper": the first list ends there.
    let mut own = clause.words.clone();
    let end = own.clone().skip(1).find(|at| words[*at].mark == Some(';'));
    own.end = end.unwrap_or(own.end);
    let parts = parts(words, own);
    // "paper and plastics go the other way": two lists, one behind the other.
    let is_two = words
        .windows(2)
        .any(|pair| pair[0].low == "other" && matches!(&*pair[1].low, "way" | "direction"));
    if parts.len() <= LEAST || parts.len() > MOST || is_two || denies(clause.plain()) {
        return None;
    }
    let series = index.dossier.series.iter().enumerate();
    let lists = series.filter(|(_, one)| one.kind == SeriesKind::Goods);
    let lists: Vec<(usize, &Series)> = lists.collect();
    lists.iter().find_map(|(at, list)| {
        let has = |part: &Range<usize>| is_listed(index.items(*at), &words[part.clone()]);
        let first = parts.iter().position(has)?;
        let run = parts[first..].iter();
        let (known, other): (Vec<_>, Vec<_>) = run.partition(|part| has(part));
        let is_named = |part: &&&Range<usize>| is_goods(index, &words[(**part).clone()]);
        let odd: Vec<_> = other.iter().filter(is_named).collect();
        let [odd] = odd.as_slice() else {
            return None;
        };
        // Another list of the same flow may have it.
        let is_same = |one: &Series| {
            let same = one.partner == list.partner && one.flow == list.flow;
            // What a country sells, it has.
            let has = list.flow.is_none() && one.flow == Some(Flow::Exports);
            one.reporter == list.reporter && (same || has)
        };
        let mut others = lists.iter().filter(|(_, one)| is_same(one));
        let is_known = others.any(|(at, _)| is_listed(index.items(*at), &words[(**odd).clone()]));
        let word = words[(**odd).clone()]
            .iter()
            .find(|word| !word.stem.is_empty())?;
        (known.len() >= LEAST && !is_known).then(|| {
            let record = Ref::new(Kind::Series, *at);
            let title = index.dossier.title(record);
            Finding::new(Item::Direction, Verdict::Contradicted, word.range.clone())
                .of(record)
                .note(format!("goods: not among those of “{title}”"))
        })
    })
}

/// The parts of a run of words between commas, "and" and "or".
fn parts(words: &[Word], range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let is_joint = matches!(&*words[at].low, "and" | "or");
        if is_joint || words[at].mark == Some(',') {
            found.push(start..at);
            start = at + usize::from(is_joint);
        }
    }
    found.push(start..range.end);
    found.retain(|part| !part.is_empty());
    found
}

/// Has a part of a list the name of an item? `items`: the stems of each.
fn is_listed(items: &[Vec<String>], part: &[Word]) -> bool {
    let has = |stem: &String| part.iter().any(|word| word.stem == *stem);
    items.iter().any(|own| own.iter().all(has))
}

/// Does a part of a list begin with goods that any list names, or everybody knows?
fn is_goods(index: &Index<'_>, part: &[Word]) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| GOODS.split_whitespace().map(stem).collect());
    let Some(first) = part
        .first()
        .filter(|word| !word.quoted && !word.stem.is_empty())
    else {
        return false;
    };
    let is_item = |own: &Vec<String>| own.len() == 1 && own[0] == first.stem;
    let mut all = (0..index.dossier.series.len()).flat_map(|at| index.items(at));
    KNOWN.contains(&first.stem) || all.any(is_item)
}
