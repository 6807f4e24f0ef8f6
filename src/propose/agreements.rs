//! Agreements, and whether the dossier has them.

use std::collections::HashSet;

use super::context::{Context, body};
use super::left::Left;
use super::proposal::{Found, Met, News};
use super::words::{acronyms, shared, weighty};
use crate::dossier::about::Side;
use crate::dossier::agreement::{AgreementStatus, Party};
use crate::dossier::date::Order;
use crate::dossier::{Actor, Agreement, Date, Kind, Text};
use crate::extract::agreement::PartyMention;
use crate::extract::{AgreementMention, agreements};

/// A longer title is cut between words.
const TITLE: usize = 140;

/// So much of the shorter title is in the longer one of the same agreement, and the reverse.
const ALIKE: (f64, f64) = (0.6, 0.4);

/// The agreements of a text.
pub(super) fn found(context: &Context<'_>, left: &mut Left) -> serde_json::Result<Vec<Found>> {
    let mut found = Vec::new();
    for mention in agreements(context.text(), context.dates()) {
        let is_side = |party: &PartyMention| party.country.map(|code| context.is_side(code));
        let sides: Vec<bool> = mention.parties.iter().filter_map(is_side).collect();
        if !sides.is_empty() && !sides.contains(&true) {
            left.others += 1;
            continue;
        }
        let Some(record) = record(context, &mention) else {
            continue;
        };
        let basis = mention.basis.at_most(mention.status_basis.confidence);
        let met = match old(context, &record) {
            Some(old) if context.cites(&old.evidence, &record.evidence[0]) => continue,
            old => old.map(|old| meeting(old, &record)),
        };
        let anchor = record.evidence[0].clone();
        found.push(Found::new(Kind::Agreement, &record, anchor, basis)?.meets(met));
    }
    Ok(found)
}

fn record(context: &Context<'_>, mention: &AgreementMention) -> Option<Agreement> {
    let title = title(context.words(&mention.range))?;
    let anchor = context.anchor(&mention.range)?;
    let signed = mention.status == AgreementStatus::Signed;
    let date = |time: Option<&crate::extract::TimeExpression>| time?.date().ok().flatten();
    let parties = mention.parties.iter();
    let mut parties: Vec<Party> = parties.filter_map(|party| actor(context, party)).collect();
    parties.dedup_by(|a, b| a.party == b.party);
    let id = context.fresh(&title, Kind::Agreement);
    Some(Agreement {
        parties,
        signed: date(mention.date.as_ref().filter(|_| signed)),
        horizon: date(mention.horizon.as_ref()),
        count: mention.count,
        evidence: vec![anchor],
        ..Agreement::new(id, Text::new(&title), mention.kind, mention.status)
    })
}

/// The words without their article, with a capital.
fn title(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let low = words.to_lowercase();
    let article = ["the ", "a ", "an "];
    let skip = article.iter().find(|a| low.starts_with(**a));
    let words = &words[skip.map_or(0, |article| article.len())..];
    let mut end = words.floor_char_boundary(TITLE);
    if end < words.len() {
        end = words[..end].rfind(' ').unwrap_or(end);
    }
    let mut chars = words[..end].chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

fn actor(context: &Context<'_>, party: &PartyMention) -> Option<Party> {
    let side = party.country.filter(|code| context.is_side(*code));
    if let Some(body) = body(context.dossier, context.words(&party.range)) {
        return Some(Party {
            side,
            ..Party::new(body)
        });
    }
    let country = side?;
    Some(Party {
        side,
        ..Party::new(Actor::Country(country))
    })
}

/// The agreement of the dossier that is the same.
fn old<'a>(context: &Context<'a>, new: &Agreement) -> Option<&'a Agreement> {
    let words = subject(context, &new.title);
    let names = acronyms(&new.title);
    let apart = |one: Option<&Date>, other: Option<&Date>| {
        one.zip(other)
            .is_some_and(|(a, b)| a.compare(b) != Order::Possible)
    };
    let is = |old: &&Agreement| {
        let (smaller, larger) = shared(&subject(context, &old.title), &words);
        let cited = context.cites(&old.evidence, &new.evidence[0]);
        old.kind == new.kind
            && (smaller >= ALIKE.0 && larger >= ALIKE.1 || cited && smaller > 0.0)
            && acronyms(&old.title) == names
            && old.count == new.count
            && !apart(old.signed.as_ref(), new.signed.as_ref())
            && !apart(old.horizon.as_ref(), new.horizon.as_ref())
    };
    context.dossier.agreements.iter().find(is)
}

/// The words of a title without the names of the two countries, which all titles have.
fn subject(context: &Context<'_>, title: &str) -> HashSet<String> {
    let sides = context.dossier.about.sides.iter();
    let names: HashSet<String> = sides
        .flat_map(Side::names)
        .flat_map(|name| weighty(&name))
        .collect();
    weighty(title).difference(&names).cloned().collect()
}

/// Statuses and dates follow each other in time: that they differ contradicts nothing, but is told.
fn meeting(old: &Agreement, new: &Agreement) -> Met {
    let status = (old.status != new.status && new.status != AgreementStatus::Unknown).then(|| {
        let (new, old) = (new.status.word(), old.status.word());
        format!("{new} here, {old} in the dossier")
    });
    let day = match (&old.signed, &new.signed) {
        (None, Some(day)) => Some(format!("signed {day} here, without a date in the dossier")),
        (Some(known), Some(day)) if is_finer(day, known) => {
            Some(format!("signed {day} here, {known} in the dossier"))
        }
        _ => None,
    };
    Met {
        news: News::Same,
        of: old.id.clone(),
        told: status.or(day),
    }
}

fn is_finer(new: &Date, old: &Date) -> bool {
    let days = |date: &Date| Some(date.latest()? - date.earliest()?);
    match (days(new), days(old)) {
        (Some(new), Some(old)) => new < old,
        (new, old) => new.is_some() && old.is_none(),
    }
}
