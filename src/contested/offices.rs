//! Two titles of one person at one time, and two people in one office.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::dates::order;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::person::Role;
use crate::dossier::{Dossier, Kind, Person, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;
use crate::figures::statement::passage;

/// Words that a title does not differ by.
const SMALL: [&str; 11] = [
    "of",
    "the",
    "and",
    "for",
    "in",
    "at",
    "mr",
    "madam",
    "affairs",
    "extraordinary",
    "plenipotentiary",
];

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

/// The ranks of which a country or an office may have several holders, who rank below one other.
const BELOW: [&str; 2] = ["vice", "deputy"];

/// The highest offices of a state.
const HIGHEST: [&str; 4] = ["president", "prime minister", "premier", "chancellor"];

/// Words by which a title is that of one office, held by one person at a time; a minister of something
/// and an ambassador to a country are such offices too.
const OFFICES: [&str; 4] = ["president", "chairman", "chairperson", "governor"];

/// Words of an office in a party, which goes with one in the state.
const PARTY: [&str; 2] = ["party", "politburo"];

/// A finding for every person with two titles at one time, and for every office with two holders.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let people = dossier.people.iter().enumerate();
    let titles = people.filter_map(|(at, person)| {
        let record = Ref::new(Kind::Person, at);
        titles(dossier, known, record, person)
    });
    titles.chain(holders(dossier, known)).collect()
}

/// Two people of one country in one office at one time.
fn holders(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut offices: BTreeMap<_, Vec<(usize, &Role)>> = BTreeMap::new();
    for (at, person) in dossier.people.iter().enumerate() {
        let country = person
            .country
            .map(|code| code.to_string())
            .unwrap_or_default();
        for role in person.roles.iter().filter(|role| known.any(&role.evidence)) {
            let mut words = words(dossier, &role.title);
            words.sort();
            words.dedup();
            if is_office(&words, &country, role) {
                offices
                    .entry((country.clone(), words))
                    .or_default()
                    .push((at, role));
            }
        }
    }
    let mut found = Vec::new();
    for row in offices.into_values() {
        for (b, later) in row.iter().enumerate() {
            let earlier = row[..b].iter().find(|earlier| {
                let apart = matches!((&earlier.1.organisation, &later.1.organisation), (Some(x), Some(y)) if x != y);
                earlier.0 != later.0 && !apart && meet(earlier.1, later.1)
            });
            found.extend(earlier.map(|earlier| two_holders(dossier, earlier, later)));
        }
    }
    found
}

/// Is a title that of an office that only one person holds?
/// Of what it is the office must be known, by the country, the body or the title: each of two countries
/// has a president, a minister of trade, and an ambassador to the other.
fn is_office(words: &[String], country: &str, role: &Role) -> bool {
    let has = |word: &str| words.iter().any(|w| w == word);
    let ranked = RANKS.iter().any(|rank| has(rank));
    let is_placed = !country.is_empty() || role.organisation.is_some();
    let minister = has("minister") && words.len() > 1 && is_placed;
    let ambassador = has("ambassador") && has("to") && !country.is_empty();
    let is_named = is_placed || words.len() > 1;
    let office = is_named && OFFICES.iter().any(|office| has(office));
    !ranked && (minister || ambassador || office)
}

fn two_holders(dossier: &Dossier, one: &(usize, &Role), other: &(usize, &Role)) -> Finding {
    let person = |at: usize| Ref::new(Kind::Person, at);
    let statements = vec![person(one.0), person(other.0)];
    let names: Vec<_> = statements
        .iter()
        .map(|record| dossier.title(*record))
        .collect();
    Finding {
        kind: FindingKind::Holders,
        severity: Severity::Minor,
        title: format!("{}: {}?", one.1.title, names.join(" or ")),
        verdict: "two people in one office at one time".to_owned(),
        working: [one, other]
            .into_iter()
            .map(|(at, role)| format!("{}: {}", dossier.title(person(*at)), line(dossier, role)))
            .collect(),
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

fn titles(dossier: &Dossier, known: &AsOf<'_>, record: Ref, person: &Person) -> Option<Finding> {
    let roles: Vec<_> = person
        .roles
        .iter()
        .filter(|r| known.any(&r.evidence))
        .collect();
    let mut clashing: Vec<&Role> = Vec::new();
    for (b, later) in roles.iter().enumerate() {
        for earlier in roles[..b]
            .iter()
            .filter(|earlier| clash(dossier, earlier, later))
        {
            for role in [earlier, later] {
                if !clashing.iter().any(|r| std::ptr::eq(*r, *role)) {
                    clashing.push(role);
                }
            }
        }
    }
    let mut names: Vec<&str> = Vec::new();
    for role in &clashing {
        if !names.contains(&role.title.as_str()) {
            names.push(&role.title);
        }
    }
    names.first()?;
    let mut context: Vec<_> = clashing
        .iter()
        .filter_map(|role| voice(dossier, role))
        .collect();
    context.sort();
    context.dedup();
    let excluded = clashing.iter().enumerate().any(|(b, later)| {
        let earlier = clashing[..b].iter();
        earlier
            .into_iter()
            .any(|one| exclude(dossier, one, later) && meet(one, later))
    });
    let (kind, verdict) = if excluded {
        let verdict = "two titles at one time that one person hardly holds both";
        (FindingKind::Titles, verdict)
    } else {
        let verdict = "two titles at one time; both may have been held";
        (FindingKind::SeveralTitles, verdict)
    };
    Some(Finding {
        kind,
        severity: Severity::Minor,
        title: format!("{}: {}?", person.name, names.join(" or ")),
        verdict: verdict.to_owned(),
        working: clashing.iter().map(|role| line(dossier, role)).collect(),
        statements: vec![record],
        context,
        sets: vec![vec![record]],
        choice: None,
    })
}

/// Can one person hardly hold both? Two of the highest offices of a state, or the deputies of two, or
/// an office and that of its deputy. An office below the highest goes with any other.
fn exclude(dossier: &Dossier, a: &Role, b: &Role) -> bool {
    let of = |role: &Role| {
        let words = words(dossier, &role.title);
        let is_below = |word: &String| BELOW.contains(&word.as_str());
        let (below, office): (Vec<_>, Vec<_>) = words.into_iter().partition(is_below);
        (!below.is_empty(), office.join(" "))
    };
    let ((a_below, a), (b_below, b)) = (of(a), of(b));
    let highest = |office: &String| HIGHEST.contains(&office.as_str());
    if a == b {
        a_below != b_below
    } else {
        a_below == b_below && highest(&a) && highest(&b)
    }
}

fn voice(dossier: &Dossier, role: &Role) -> Option<Ref> {
    dossier.find(role.said_by.as_ref()?)
}

/// "“Vice President”, as of \[2023\], said by Ilya Doronov (asean-briefing-2023 ¶30)".
pub(super) fn line(dossier: &Dossier, role: &Role) -> String {
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
/// once, an office in a party goes with one in the state, and one title may name two offices.
fn clash(dossier: &Dossier, a: &Role, b: &Role) -> bool {
    let elsewhere = matches!((&a.organisation, &b.organisation), (Some(x), Some(y)) if x != y);
    let in_party = |role: &Role| {
        let words = words(dossier, &role.title);
        words.iter().any(|word| PARTY.contains(&word.as_str()))
    };
    let is_one = offices(&a.title)
        .iter()
        .any(|x| offices(&b.title).iter().any(|y| same_title(dossier, x, y)));
    !elsewhere && in_party(a) == in_party(b) && !is_one && meet(a, b)
}

/// The offices that a title names: "Deputy Prime Minister and Foreign Minister" names two, "Minister of
/// Energy and Mines" one, which is read as such too.
pub(super) fn offices(title: &str) -> Vec<&str> {
    let parts = title
        .split([',', '/', ';'])
        .flat_map(|part| part.split(" and "));
    [title].into_iter().chain(parts.map(str::trim)).collect()
}

/// Were both held at a time that may be the same? A time of which only the end is known ("formerly")
/// meets none, and an office that began when the other ended, or may have, came after it. Two titles
/// that are given for one time meet.
fn meet(a: &Role, b: &Role) -> bool {
    let (Some(x), Some(y)) = (held(a), held(b)) else {
        return false;
    };
    let succeeds = |one: &Role, other: &Role| {
        let given = one.to.is_some() || other.from.is_some();
        let ends = one.to.as_ref().or(one.as_of.as_ref());
        let begins = other.from.as_ref().or(other.as_of.as_ref());
        let turn = ends.zip(begins).filter(|_| given);
        turn.is_some_and(|(ends, begins)| order(begins, ends) != Order::CertainlyBefore)
    };
    x.0 <= y.1 && y.0 <= x.1 && !succeeds(a, b) && !succeeds(b, a)
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
pub(super) fn same_title(dossier: &Dossier, a: &str, b: &str) -> bool {
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
