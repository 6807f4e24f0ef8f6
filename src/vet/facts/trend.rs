//! A clause that says which way something went at a time for which a series has a rate of change.

use std::collections::BTreeSet;

use super::judge::course;
use crate::dossier::series::SeriesKind;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::denies;
use crate::vet::voice::is_attributed;
use crate::vet::words::Word;

/// "In 2024 trade fell", of a series that has +66 % for 2024. A clause with a figure is compared by that.
pub(super) fn check(index: &Index<'_>, clause: &Clause<'_>) -> Option<Finding> {
    let sentence = clause.sentence;
    let range = clause.range();
    let words: Vec<&Word> = clause.plain().collect();
    let (at, own) = (0..words.len()).find_map(|at| Some((at, course::way(&words[at..])?)))?;
    let other = if own == "grow" { "fall" } else { "grow" };
    let mut amounts = sentence.amounts.iter();
    if amounts.any(|amount| range.contains(&amount.range.start))
        || course::goes(&words, other)
        || denies(words.iter().copied())
    {
        return None;
    }
    let dates = sentence.real_dates();
    let dates: BTreeSet<&str> = dates
        .filter(|date| range.contains(&date.range.start))
        .filter_map(|date| date.edtf.as_deref())
        .collect();
    let stems = clause.stems(&index.lexicon);
    let spots = sentence.spots.iter();
    let named: Vec<_> = spots
        .filter(|spot| clause.words.contains(&spot.words.start))
        .filter(|spot| !is_attributed(&sentence.words, spot) && !index.is_voice(spot.who))
        .map(|spot| spot.who)
        .collect();
    let measures = index.measures.all.iter().filter(|measure| {
        let title = || measure.title.iter().filter(|stem| *stem != "grow");
        let is_own = |who: &_| index.lexicon.is_side(*who) || measure.actors.contains(who);
        let is_named = title().count() > 0 && title().all(|stem| stems.contains(stem));
        measure.kind == SeriesKind::Growth && is_named && named.iter().all(is_own)
    });
    let said = measures.flat_map(|measure| &measure.said);
    let mut said = said.filter(|said| {
        let date = said.statement.date.edtf();
        said.is_printed() && date.is_some_and(|date| dates.contains(date))
    });
    let is_up = own == "grow";
    let first = said.next()?;
    let is_turned = |figure: f64| figure > 0.0 && !is_up || figure < 0.0 && is_up;
    let all_turned =
        is_turned(first.statement.figure) && said.all(|said| is_turned(said.statement.figure));
    let title = index.dossier.title(first.record);
    let finding = Finding::new(
        Item::Direction,
        Verdict::Contradicted,
        words[at].range.clone(),
    );
    all_turned.then(|| {
        finding
            .of(first.record)
            .note(format!("sign: it went the other way: {title}"))
    })
}
