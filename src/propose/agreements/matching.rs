//! Which agreement of the dossier a text means: the same one, one of several, an earlier one, or none.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use crate::dossier::agreement::Party;
use crate::dossier::date::Order;
use crate::dossier::{Actor, Agreement, Code, Date};
use crate::extract::agreement::Lineage;
use crate::propose::context::Context;
use crate::propose::words::{acronyms, plain, shared, weighty};

/// So much of the shorter title is in the longer one of the same agreement, and the reverse.
const ALIKE: (f64, f64) = (0.6, 0.4);

/// What an agreement of a text is to those of the dossier.
pub(super) enum Tie<'a> {
    /// None is about the same.
    None,
    /// It is this one. `confirmed`: date, period or year of both agree.
    Same { old: &'a Agreement, confirmed: bool },
    /// It may be any of these.
    OneOf(Vec<&'a Agreement>),
    /// It is another one about the same as these.
    Another(Vec<&'a Agreement>),
}

/// Compares an agreement of a text, with its words of lineage, with those of the dossier.
pub(super) fn tie<'a>(context: &Context<'a>, new: &Agreement, lineage: Option<Lineage>) -> Tie<'a> {
    let alike = alike(context, new);
    let fitting: Vec<_> = alike
        .iter()
        .copied()
        .filter(|old| fits(context, old, new))
        .collect();
    let confirmed: Vec<_> = fitting
        .iter()
        .copied()
        .filter(|old| confirms(old, new))
        .collect();
    // "their first roadmap": there is one first, whatever day it is told to be of.
    let first = first_of(context, &alike, new).filter(|_| confirmed.is_empty());
    if let Some(old) = first {
        return Tie::Same {
            old,
            confirmed: false,
        };
    }
    match (confirmed.as_slice(), fitting.as_slice()) {
        ([old], _) => Tie::Same {
            old,
            confirmed: true,
        },
        ([_, ..], _) => Tie::OneOf(confirmed),
        // "a third roadmap": another one, unless its dates say which.
        _ if lineage == Some(Lineage::Continues) && !alike.is_empty() => Tie::Another(alike),
        (_, [old]) => Tie::Same {
            old,
            confirmed: false,
        },
        (_, [_, ..]) => Tie::OneOf(fitting),
        _ if alike.is_empty() => Tie::None,
        _ => match namesakes(context, &alike, new).as_slice() {
            [old] if lineage.is_none() => Tie::Same {
                old,
                confirmed: false,
            },
            _ => Tie::Another(alike),
        },
    }
}

/// The earliest of these, where the text tells of "the first".
fn first_of<'a>(
    context: &Context<'_>,
    alike: &[&'a Agreement],
    new: &Agreement,
) -> Option<&'a Agreement> {
    let is_first = new
        .title
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("first"));
    let signed = |old: &Agreement| old.signed.clone();
    let before_all = |old: &&&Agreement| {
        let own = signed(old);
        let others = alike.iter().filter(|one| one.id != old.id);
        own.is_some_and(|own| {
            others
                .filter_map(|one| signed(one))
                .all(|other| own.compare(&other) == Order::CertainlyBefore)
        })
    };
    let first = alike.iter().find(before_all)?;
    let same = first.status.is_ahead() == new.status.is_ahead() && parties_fit(context, first, new);
    (is_first && same).then_some(*first)
}

/// Those of the same name and period that were signed on another day: one of the two days may be wrong.
fn namesakes<'a>(
    context: &Context<'_>,
    alike: &[&'a Agreement],
    new: &Agreement,
) -> Vec<&'a Agreement> {
    let words = subject(context, &new.title);
    let is = |old: &&&Agreement| {
        let period = both(old.horizon.as_ref(), new.horizon.as_ref());
        old.status.is_ahead() == new.status.is_ahead()
            && both(old.signed.as_ref(), new.signed.as_ref()).is_some()
            && !words.is_empty()
            && subject(context, &old.title) == words
            && period.is_none_or(|(a, b)| is_one_period(a, b))
            && parties_fit(context, old, new)
            && years(old, new) != Some(false)
    };
    alike.iter().filter(is).copied().collect()
}

/// Those of one kind about the same.
fn alike<'a>(context: &Context<'a>, new: &Agreement) -> Vec<&'a Agreement> {
    let words = subject(context, &new.title);
    let names = acronyms(&new.title);
    let is_kind = |old: &&Agreement| old.kind == new.kind && old.count == new.count;
    let is_about = |old: &&Agreement| {
        let (smaller, larger) = shared(&subject(context, &old.title), &words);
        let cited = || context.cites(&old.evidence, &new.evidence[0]);
        smaller >= ALIKE.0 && larger >= ALIKE.1 || smaller > 0.0 && cited()
    };
    let all = context.dossier.agreements.iter().filter(is_kind);
    all.filter(|old| acronyms(&old.title) == names)
        .filter(is_about)
        .collect()
}

/// The earlier agreement that a text names by nothing but its date: "a previous memorandum was signed in
/// 2016". What it is about has to stand in the paragraph or the one before it.
pub(super) fn earlier<'a>(context: &Context<'a>, new: &Agreement) -> Option<&'a Agreement> {
    let evidence = new.evidence.first()?;
    let last = evidence.paragraph;
    let near = context.text_of(last.saturating_sub(1)..=last);
    let words = weighty(&near);
    let is = |old: &&Agreement| {
        let is_about = || {
            let subject = subject(context, &old.title);
            !subject.is_empty() && subject.is_subset(&words)
        };
        old.kind == new.kind
            && old.count == new.count
            && fits(context, old, new)
            && confirms(old, new)
            && is_about()
    };
    let mut found = context.dossier.agreements.iter().filter(is);
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

/// The one of these that the newest agreement follows: no other of them follows it.
pub(super) fn last_of<'a>(alike: &[&'a Agreement]) -> Option<&'a Agreement> {
    let is_followed = |old: &Agreement| alike.iter().any(|one| one.follows.contains(&old.id));
    let mut last = alike.iter().filter(|old| !is_followed(old));
    let first = last.next();
    first.filter(|_| last.next().is_none()).copied()
}

/// Can both be one? Dates, period, status, parties and years are compared.
fn fits(context: &Context<'_>, old: &Agreement, new: &Agreement) -> bool {
    let same_stage = old.status.is_ahead() == new.status.is_ahead();
    // A plan may slip: its day says nothing against the day of signature.
    let signed = both(old.signed.as_ref(), new.signed.as_ref());
    let days = signed.is_none_or(|(a, b)| !same_stage || a.compare(b) == Order::Possible);
    let period = both(old.horizon.as_ref(), new.horizon.as_ref());
    days && period.is_none_or(|(a, b)| is_one_period(a, b))
        && (!new.status.is_ahead() || old.status.is_ahead() || is_older(context, old))
        && parties_fit(context, old, new)
        && years(old, new) != Some(false)
}

/// Do dates, periods or years say that both are one?
fn confirms(old: &Agreement, new: &Agreement) -> bool {
    let same_stage = old.status.is_ahead() == new.status.is_ahead();
    let signed = both(old.signed.as_ref(), new.signed.as_ref());
    signed.is_some_and(|(a, b)| same_stage && a.compare(b) == Order::Possible)
        || both(old.horizon.as_ref(), new.horizon.as_ref()).is_some()
        || years(old, new) == Some(true)
}

fn both<'a>(one: Option<&'a Date>, other: Option<&'a Date>) -> Option<(&'a Date, &'a Date)> {
    let dated = |date: &&Date| date.earliest().is_some() || date.latest().is_some();
    one.filter(dated).zip(other.filter(dated))
}

/// Do two periods begin and end on the same days, as far as they say?
fn is_one_period(one: &Date, other: &Date) -> bool {
    let same = |a: Option<NaiveDate>, b| a.zip(b).is_none_or(|(a, b)| a == b);
    same(one.earliest(), other.earliest()) && same(one.latest(), other.latest())
}

/// May the article be older than what the dossier has of the agreement? Then it could still be a plan.
fn is_older(context: &Context<'_>, old: &Agreement) -> bool {
    let day = both(context.article.issued.as_ref(), old.signed.as_ref());
    day.is_some_and(|(issued, signed)| issued.compare(signed) != Order::CertainlyAfter)
}

/// Do the parties of the text take part in the one of the dossier? A body stands for its country.
fn parties_fit(context: &Context<'_>, old: &Agreement, new: &Agreement) -> bool {
    let country = |party: &Party| match &party.party {
        Actor::Country(code) => Some(*code),
        Actor::Record(id) => party.side.or_else(|| context.country_of(id)),
    };
    let takes = |one: &Party| {
        let own: Option<Code> = country(one);
        let mut all = old.parties.iter();
        all.any(|party| party.party == one.party || own.is_some() && country(party) == own)
    };
    old.parties.is_empty() || new.parties.iter().all(takes)
}

/// Does the year in a title, such as "the 2017 roadmap", agree with the other one? None where there is
/// no year, or nothing to compare it with.
fn years(old: &Agreement, new: &Agreement) -> Option<bool> {
    let own = printed_years(&new.title);
    // Years of a period are compared as such.
    if own.is_empty() || new.horizon.is_some() {
        return None;
    }
    let mut known = printed_years(&old.title);
    let dates = [old.signed.as_ref(), old.horizon.as_ref()];
    for date in dates.into_iter().flatten() {
        known.extend(date.year());
        known.extend(date.latest().map(|day| i64::from(day.year())));
    }
    (!known.is_empty()).then(|| !own.is_disjoint(&known))
}

fn printed_years(title: &str) -> HashSet<i64> {
    let plain = plain(title);
    let years = plain
        .split(' ')
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok());
    years.filter(|year| (1900..2200).contains(year)).collect()
}

/// The words of a title without the names of the two countries, which all titles have.
pub(super) fn subject(context: &Context<'_>, title: &str) -> HashSet<String> {
    let mut words = weighty(title);
    words.retain(|word| !context.names_of_sides.contains(word));
    words
}
