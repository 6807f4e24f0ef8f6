//! Two titles of one person at one time: who gives which.

use super::list::{listed, numbered};
use super::reference::short;
use crate::contested::{Contested, Contests, FindingKind};
use crate::dossier::person::Role;
use crate::dossier::{Dossier, Kind, Person};

/// Is it about titles, and nothing else?
pub(super) fn is_about(one: &Contested) -> bool {
    let mut kinds = one.findings.iter().map(|finding| finding.kind);
    !one.findings.is_empty() && kinds.all(|kind| kind == FindingKind::Titles)
}

/// What contests the title that a quote gives to its speaker.
pub(super) fn of_quote<'a>(
    dossier: &Dossier,
    contests: &'a Contests,
    quote: usize,
) -> Vec<(&'a Contested, usize)> {
    let quote = dossier.quotes.facets(quote);
    let (Some(role), Some(speaker)) = (quote.role, dossier.find(quote.speaker)) else {
        return Vec::new();
    };
    let of_speaker = contests.of(speaker);
    of_speaker
        .filter(|(one, _)| is_about(one) && names(one).contains(&role.as_str()))
        .collect()
}

/// "Ann Lee: “Minister” according to Review 2020 (¶4), “Envoy” according to Bo Ray (Review 2020, ¶7)".
pub(super) fn describe(dossier: &Dossier, one: &Contested) -> Option<String> {
    if !is_about(one) {
        return None;
    }
    let records = one.findings.iter().flat_map(|finding| &finding.statements);
    let mut people = records.filter(|record| record.kind == Kind::Person);
    let person = &dossier.people[people.next()?.at];
    let titles: Vec<_> = names(one)
        .into_iter()
        .filter_map(|title| {
            let given = given(dossier, person, title);
            (!given.is_empty()).then(|| format!("“{title}” according to {}", listed(&given)))
        })
        .collect();
    (!titles.is_empty()).then(|| format!("{}: {}", person.name, titles.join(", ")))
}

/// The titles that a finding names: "Ann Lee: Minister or Envoy?".
fn names(one: &Contested) -> Vec<&str> {
    one.findings
        .iter()
        .map(|finding| finding.title.as_str())
        .filter_map(|title| title.split_once(": "))
        .flat_map(|(_, titles)| titles.trim_end_matches('?').split(" or "))
        .collect()
}

/// Whoever gives somebody a title, with the places.
fn given(dossier: &Dossier, person: &Person, title: &str) -> Vec<String> {
    let roles = person
        .roles
        .iter()
        .filter(|role| role.title.as_str() == title);
    roles.map(|role| by(dossier, role)).collect()
}

fn by(dossier: &Dossier, role: &Role) -> String {
    let first = role.evidence.first();
    let source = first
        .and_then(|evidence| dossier.source(&evidence.source))
        .map_or_else(|| "no source".to_owned(), |source| short(dossier, source));
    let paragraphs: Vec<_> = role.evidence.iter().map(|e| e.paragraph).collect();
    let places = numbered(&paragraphs);
    let said_by = role.said_by.as_ref();
    let speaker = said_by.filter(|id| dossier.source(id).is_none());
    match speaker {
        Some(id) => format!("{} ({source}, {places})", dossier.name(id)),
        None => format!("{source} ({places})"),
    }
}
