//! Words and deeds outside of the time of a role, and roles that no source gives.

use foldhash::{HashMap, HashMapExt};

use super::dates::{disputed_quotes, order};
use super::finding::{Finding, FindingKind, Severity};
use super::offices::{line, offices, same_title};
use crate::dossier::date::Order;
use crate::dossier::person::Role;
use crate::dossier::quotes::Facet;
use crate::dossier::{Date, Dossier, Id, Kind, Person, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;

/// A finding for every quote and every event from outside of the time of a role that they name, and for
/// the first quote in a role that no source gives.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found = quotes(dossier, known);
    found.extend(out_of_mandate(dossier, known));
    found.extend(turned(dossier, known));
    found
}

/// The quotes from outside of the time of the role that they name, those of one speaker and one reason together,
/// and the first in each role that no source gives.
fn quotes(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    // A speaker says many things in one role.
    let mut offices = HashMap::new();
    let mut reasons: HashMap<(&Id, String, Option<usize>), usize> = HashMap::new();
    let disputed = disputed_quotes(dossier);
    // What is so of one quote is so of all that are alike.
    let mut places: HashMap<_, Option<usize>> = HashMap::new();
    let alike = [Facet::Speaker, Facet::Role, Facet::Said, Facet::Sources];
    for (at, values) in dossier.quotes.numbered(alike).enumerate() {
        let record = Ref::new(Kind::Quote, at);
        let own = disputed.contains(&at).then_some(at);
        let place = *places.entry((values, own)).or_insert_with(|| {
            let quote = dossier.quotes.facets(at);
            let role = quote.role.filter(|_| known.sources(quote.sources))?;
            let office = offices.entry((quote.speaker, role.as_str()));
            let office = office.or_insert_with(|| {
                let office = Office::new(dossier, known, quote.speaker, role);
                let strange = office.as_ref().filter(|office| !office.is_known);
                found.extend(strange.map(|office| unknown(dossier, office, record, role)));
                office.filter(Office::is_bounded)
            });
            let finding = out_of_office(dossier, office.as_ref()?, record, quote.said?)?;
            let reason = (quote.speaker, finding.title.clone(), own);
            Some(*reasons.entry(reason).or_insert_with(|| {
                found.push(finding);
                found.len() - 1
            }))
        });
        if let Some(finding) = place.map(|place| &mut found[place]) {
            add_quote(finding, record);
        }
    }
    found
}

/// Adds a quote of which the same is so as of the first of the finding.
fn add_quote(finding: &mut Finding, record: Ref) {
    let Some([speaker, first]) = finding
        .sets
        .first()
        .and_then(|set| set.first_chunk())
        .copied()
    else {
        return;
    };
    if record != first {
        finding.statements.insert(finding.sets.len(), record);
        finding.sets.push(vec![speaker, record]);
    }
}

/// Words of an office that somebody held once.
const PAST: [&str; 5] = ["former", "formerly", "ex", "erstwhile", "retired"];

/// A title without the words that say that it was held once, and whether it had one.
fn present(title: &str) -> (String, bool) {
    let all = folded(title);
    let is_past = |word: &&str| PAST.contains(word);
    let rest: Vec<_> = all.split(' ').filter(|word| !is_past(word)).collect();
    (rest.join(" "), all.split(' ').any(|word| is_past(&word)))
}

/// Everybody who held an office until before they began.
fn turned(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let people = dossier.people.iter().enumerate();
    let found = people.flat_map(|(at, person)| {
        let person_ref = Ref::new(Kind::Person, at);
        let roles = person.roles.iter().filter(|role| known.any(&role.evidence));
        roles.filter_map(move |role| {
            let (from, to) = role.from.as_ref().zip(role.to.as_ref())?;
            (order(to, from) == Order::CertainlyBefore).then(|| Finding {
                kind: FindingKind::Dates,
                severity: Severity::Major,
                title: format!("{}, {}: ended before it began", person.name, role.title),
                verdict: "dates that cannot be".to_owned(),
                working: vec![line(dossier, role)],
                statements: vec![person_ref],
                context: Vec::new(),
                sets: vec![vec![person_ref]],
                choice: None,
            })
        })
    });
    found.collect()
}

/// What somebody may have spoken as: the roles of a person that a quote's title may mean.
struct Office<'a> {
    speaker: Ref,
    person: &'a Person,
    roles: Vec<&'a Role>,
    /// Is it one of the roles that sources give, where they give any?
    is_known: bool,
}

impl<'a> Office<'a> {
    /// None where the speaker is not in the dossier.
    fn new(dossier: &'a Dossier, known: &AsOf<'_>, speaker: &Id, title: &str) -> Option<Self> {
        let person = dossier.person(speaker)?;
        let (present, is_past) = present(title);
        let title = if is_past { &present } else { title };
        let titles = offices(title);
        let roles: Vec<_> = person
            .roles
            .iter()
            .filter(|role| known.any(&role.evidence))
            .collect();
        let means = |role: &&&Role| {
            let own = offices(&role.title);
            let same = |title: &&str| own.iter().any(|o| same_title(dossier, title, o));
            titles.iter().any(same)
        };
        let named: Vec<_> = roles.iter().filter(means).copied().collect();
        Some(Self {
            speaker: dossier.find(speaker)?,
            person,
            is_known: roles.is_empty() || !named.is_empty(),
            // Whoever held an office once speaks after its time.
            roles: if is_past { Vec::new() } else { named },
        })
    }

    /// Has every role a start or an end?
    fn is_bounded(&self) -> bool {
        let is_bounded = |role: &&Role| role.from.is_some() || role.to.is_some();
        !self.roles.is_empty() && self.roles.iter().all(is_bounded)
    }
}

/// A quote in a role of which no source says that its speaker holds it.
fn unknown(dossier: &Dossier, office: &Office<'_>, record: Ref, role: &str) -> Finding {
    let roles = office.person.roles.iter();
    Finding {
        kind: FindingKind::RoleAtQuote,
        severity: Severity::Minor,
        title: format!(
            "{}, quoted as {role}: no source gives this role",
            office.person.name
        ),
        verdict: "a role that no source gives".to_owned(),
        working: [dossier.title(record)]
            .into_iter()
            .chain(roles.map(|role| line(dossier, role)))
            .collect(),
        statements: vec![record],
        context: vec![office.speaker],
        sets: vec![vec![record]],
        choice: None,
    }
}

/// Somebody who takes part in an event as what they certainly were not at the time.
fn out_of_mandate(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, event) in dossier.events.iter().enumerate() {
        let record = Ref::new(Kind::Event, at);
        let Some(date) = event.date.as_ref().filter(|_| known.record(record)) else {
            continue;
        };
        for one in &event.participants {
            let (Some(id), Some(role)) = (one.who.id(), &one.role) else {
                continue;
            };
            let office = Office::new(dossier, known, id, role).filter(Office::is_bounded);
            found.extend(office.and_then(|office| out_of_office(dossier, &office, record, date)));
        }
    }
    found
}

/// A quote or an event that is certainly from before its speaker or participant held the role that it
/// names, or certainly from after. Every role of that title must say so.
fn out_of_office(
    dossier: &Dossier,
    office: &Office<'_>,
    record: Ref,
    date: &Date,
) -> Option<Finding> {
    let Office {
        speaker,
        person,
        roles,
        ..
    } = office;
    let reasons: Vec<_> = roles
        .iter()
        .filter_map(|role| {
            let against = |end: &Option<Date>, certainly| {
                let end = end.as_ref().filter(|end| order(date, end) == certainly)?;
                Some((role, end.label()))
            };
            let before = against(&role.from, Order::CertainlyBefore)
                .map(|(role, day)| (role, format!("before {day}, when it began")));
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
        title: format!("{}, as {}, {reason}", person.name, role.title),
        verdict: "outside the time of the role".to_owned(),
        working: [format!("{date}: {}", dossier.title(record))]
            .into_iter()
            .chain(roles.iter().map(|role| line(dossier, role)))
            .collect(),
        statements: vec![record, *speaker],
        context: Vec::new(),
        sets: vec![vec![*speaker, record]],
        choice: None,
    })
}
