//! Two titles of one person at one time, and words spoken outside a role's time.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::finding::{Finding, FindingKind, Severity, smallest};
use crate::dossier::date::Order;
use crate::dossier::person::Role;
use crate::dossier::{Dossier, Id, Kind, Person, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;
use crate::figures::statement::passage;

/// Words that a title does not differ by.
const SMALL: [&str; 8] = ["of", "the", "and", "for", "in", "at", "mr", "madam"];

/// Words that make another office of the same one: a vice president is no president.
const RANKS: [&str; 8] = [
    "vice",
    "deputy",
    "acting",
    "assistant",
    "former",
    "ex",
    "designate",
    "elect",
];

/// A finding for every person with two titles at one time, and for every quote from outside the
/// time of its speaker's role.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let people = dossier.people.iter().enumerate();
    let titles = people.filter_map(|(at, person)| {
        let record = Ref::new(Kind::Person, at);
        titles(dossier, known, record, person)
    });
    // A speaker says many things in one role.
    let mut offices = HashMap::new();
    let quotes = (0..dossier.quotes.len()).filter_map(|at| {
        let quote = dossier.quotes.facets(at);
        let (said, role) = (quote.said?, quote.role?.as_str());
        let office = offices
            .entry((quote.speaker, role))
            .or_insert_with(|| Office::new(dossier, known, quote.speaker, role));
        let office = office.as_ref().filter(|_| known.sources(quote.sources))?;
        out_of_office(dossier, office, at, said)
    });
    titles.chain(quotes).collect()
}

fn titles(dossier: &Dossier, known: &AsOf<'_>, record: Ref, person: &Person) -> Option<Finding> {
    let roles: Vec<_> = person
        .roles
        .iter()
        .filter(|r| known.any(&r.evidence))
        .collect();
    let mut clashing: Vec<&Role> = Vec::new();
    let mut sets = Vec::new();
    for (b, later) in roles.iter().enumerate() {
        for earlier in &roles[..b] {
            if !clash(dossier, earlier, later) {
                continue;
            }
            for role in [earlier, later] {
                if !clashing.iter().any(|r| std::ptr::eq(*r, *role)) {
                    clashing.push(role);
                }
            }
            let voices = [earlier, later]
                .into_iter()
                .filter_map(|r| voice(dossier, r));
            sets.push([record].into_iter().chain(voices).collect());
        }
    }
    let mut names: Vec<&str> = clashing.iter().map(|role| role.title.as_str()).collect();
    names.dedup();
    names.first()?;
    let mut statements = vec![record];
    for voice in clashing.iter().filter_map(|role| voice(dossier, role)) {
        if !statements.contains(&voice) {
            statements.push(voice);
        }
    }
    Some(Finding {
        kind: FindingKind::Titles,
        severity: Severity::Minor,
        title: format!("{}: {}?", person.name, names.join(" or ")),
        verdict: "two titles at one time; one office may be meant, or both may have been held"
            .to_owned(),
        working: clashing.iter().map(|role| line(dossier, role)).collect(),
        statements,
        context: Vec::new(),
        sets: smallest(sets),
        choice: None,
    })
}

fn voice(dossier: &Dossier, role: &Role) -> Option<Ref> {
    dossier.find(role.said_by.as_ref()?)
}

/// "“Vice President”, as of \[2023\], said by Ilya Doronov (asean-briefing-2023 ¶30)".
fn line(dossier: &Dossier, role: &Role) -> String {
    let time = match (&role.as_of, &role.from, &role.to) {
        (Some(at), _, _) => format!(", as of {at}"),
        (None, None, None) => String::new(),
        (None, from, to) => {
            let end = |date: &Option<crate::dossier::Date>| {
                date.as_ref().map_or("?".to_owned(), ToString::to_string)
            };
            format!(", {} – {}", end(from), end(to))
        }
    };
    let voice = role
        .said_by
        .as_ref()
        .map(|id| format!(", said by {}", dossier.name(id)));
    let places: Vec<_> = role.evidence.iter().map(passage).collect();
    format!(
        "“{}”{time}{} ({})",
        role.title,
        voice.unwrap_or_default(),
        places.join(", ")
    )
}

/// Other titles at a time that may be the same. Offices in two named organisations can be held at
/// once, and a time of which only the end is told ("formerly") meets none.
fn clash(dossier: &Dossier, a: &Role, b: &Role) -> bool {
    let elsewhere = matches!((&a.organisation, &b.organisation), (Some(x), Some(y)) if x != y);
    let (Some(x), Some(y)) = (held(a), held(b)) else {
        return false;
    };
    let meet = x.0 <= y.1 && y.0 <= x.1;
    meet && !elsewhere && !same_title(dossier, &a.title, &b.title)
}

/// The first and last day on which a role may have been held.
fn held(role: &Role) -> Option<(NaiveDate, NaiveDate)> {
    let first = role.from.as_ref().or(role.as_of.as_ref())?.earliest()?;
    let last = match (&role.to, &role.as_of) {
        (Some(to), _) => to.latest(),
        (None, Some(at)) => at.latest(),
        (None, None) => None,
    };
    Some((first, last.unwrap_or(NaiveDate::MAX)))
}

/// Do two titles mean one office? They do when every word of one is in the other, countries and
/// small words left aside: "President" and "Russian President". A word of rank must be in both.
fn same_title(dossier: &Dossier, a: &str, b: &str) -> bool {
    let (a, b) = (words(dossier, a), words(dossier, b));
    let within = |x: &[String], y: &[String]| x.iter().all(|word| y.contains(word));
    let ranks = RANKS.iter().all(|rank| {
        let has = |words: &[String]| words.iter().any(|word| word == rank);
        has(&a) == has(&b)
    });
    ranks && (within(&a, &b) || within(&b, &a))
}

fn words(dossier: &Dossier, title: &str) -> Vec<String> {
    let mut names = Vec::new();
    for side in &dossier.about.sides {
        names.push(folded(&side.name));
        names.extend(side.adjective.iter().map(|name| folded(name)));
        names.extend(side.aliases.iter().map(|name| folded(name)));
    }
    let title = folded(title);
    let words = title.split(' ');
    words
        .filter(|word| !SMALL.contains(word) && !names.iter().any(|name| name == word))
        .map(str::to_owned)
        .collect()
}

/// What somebody may have spoken as: the roles of a person that a quote's title may mean.
struct Office<'a> {
    speaker: Ref,
    person: &'a Person,
    roles: Vec<&'a Role>,
}

impl<'a> Office<'a> {
    /// None where there is no such role, or one of them has neither start nor end.
    fn new(dossier: &'a Dossier, known: &AsOf<'_>, speaker: &Id, title: &str) -> Option<Self> {
        let person = dossier.person(speaker)?;
        let titles: Vec<&str> = title.split('/').map(str::trim).collect();
        let roles = person.roles.iter();
        let roles: Vec<_> = roles
            .filter(|role| known.any(&role.evidence))
            .filter(|role| titles.iter().any(|t| same_title(dossier, t, &role.title)))
            .collect();
        let bounded = |role: &&Role| role.from.is_some() || role.to.is_some();
        (!roles.is_empty() && roles.iter().all(bounded)).then_some(Self {
            speaker: dossier.find(speaker)?,
            person,
            roles,
        })
    }
}

/// A quote that was certainly said before its speaker held the role that it names, or certainly
/// after. Every role of that title must say so.
fn out_of_office(
    dossier: &Dossier,
    office: &Office<'_>,
    at: usize,
    said: &crate::dossier::Date,
) -> Option<Finding> {
    let record = Ref::new(Kind::Quote, at);
    let Office {
        speaker,
        person,
        roles,
    } = office;
    let reasons: Vec<_> = roles
        .iter()
        .filter_map(|role| {
            let against = |date: &Option<crate::dossier::Date>, order| {
                let date = date.as_ref().filter(|date| said.compare(date) == order)?;
                Some((role, date.label()))
            };
            let before = against(&role.from, Order::CertainlyBefore);
            let before = before.map(|(role, day)| (role, format!("before {day}, when it began")));
            let after = || against(&role.to, Order::CertainlyAfter);
            before.or_else(|| {
                after().map(|(role, day)| (role, format!("after {day}, when it ended")))
            })
        })
        .collect();
    if reasons.len() < roles.len() {
        return None;
    }
    let (role, reason) = reasons.first()?;
    Some(Finding {
        kind: FindingKind::RoleAtQuote,
        severity: Severity::Major,
        title: format!("{}, as {}, quoted {reason}", person.name, role.title),
        verdict: "said outside the time of the role".to_owned(),
        working: [format!("said {said}: {}", dossier.title(record))]
            .into_iter()
            .chain(roles.iter().map(|role| line(dossier, role)))
            .collect(),
        statements: vec![record, *speaker],
        context: Vec::new(),
        sets: vec![vec![*speaker, record]],
        choice: None,
    })
}
