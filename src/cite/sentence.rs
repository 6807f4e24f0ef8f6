//! Who says what, in one sentence for each kind of record.

use std::collections::HashSet;

use super::heard;
use super::line::one_line;
use super::list::listed;
use super::reference::{dated, short};
use crate::describe::title;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::claim::Modality;
use crate::dossier::event::EventStatus;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::quote::{QuoteKind, Translation};
use crate::dossier::{Dossier, Evidence, Id, Kind, Observation, Ref, Series};

/// Said of a figure that is not comparable with those before it.
const BREAK: &str = " (break in the series)";

/// The sentence, without full stop and reference; for speech, who speaks.
pub(super) fn of(dossier: &Dossier, record: Ref) -> String {
    let sentence = match record.kind {
        Kind::Event => event(dossier, record.at),
        Kind::Agreement => agreement(dossier, record.at),
        Kind::Series => series(dossier, record.at),
        Kind::Observation => {
            let (series, observation) = dossier.observation(record.at);
            figure(dossier, series, observation, None)
        }
        Kind::Quote => speaker(dossier, record.at),
        Kind::Claim => claim(dossier, record.at),
        Kind::Dispute => dispute(dossier, record.at),
        Kind::Person => person(dossier, record.at),
        Kind::Organisation => organisation(dossier, record.at),
        Kind::Source => String::new(),
    };
    capital(&one_line(sentence.trim_end().trim_end_matches('.')))
}

/// With a capital letter where it begins with an article: names keep their own spelling.
fn capital(sentence: &str) -> String {
    match sentence.strip_prefix("an ") {
        Some(rest) => format!("An {rest}"),
        None => sentence.to_owned(),
    }
}

/// "ASEAN Briefing \[2023\] gives about US$ 50 million for “Trade, total”, 2022"; beside another
/// figure of the series without its title.
pub(super) fn figure(
    dossier: &Dossier,
    series: &Series,
    observation: &Observation,
    beside: Option<&Series>,
) -> String {
    let title = match beside {
        Some(same) if same.id == series.id => String::new(),
        _ => format!("“{}”, ", series.title),
    };
    let given = given(dossier, observation, series);
    format!("{given} for {title}{}", when(observation))
}

/// "ASEAN Briefing \[2023\] gives about US$ 50 million".
pub(super) fn given(dossier: &Dossier, observation: &Observation, series: &Series) -> String {
    let voice = voice(dossier, observation.said_by.as_ref(), &observation.evidence);
    let figure = title::figure(series, observation);
    let (verb, firm) = match observation.status {
        ObservationStatus::Reported => ("gives", ""),
        ObservationStatus::Forecast => ("forecasts", ", forecast"),
        ObservationStatus::Provisional => ("provisionally gives", ", provisional"),
        ObservationStatus::Target => ("aims at", ", target"),
    };
    let figure = figure.strip_suffix(firm).unwrap_or(&figure);
    format!("{voice} {verb} {figure}")
}

/// "2024 against \[2023\]"; of what has no date, why that is; and whether the series breaks there.
fn when(observation: &Observation) -> String {
    let base = dated(observation.compared_with.as_ref()).map(|base| format!(" against {base}"));
    let period = &observation.period;
    let why = period
        .why
        .as_ref()
        .filter(|_| period.is_undated())
        .map(|why| format!(" ({})", why.trim_end_matches('.')));
    let broken = if observation.is_break { BREAK } else { "" };
    format!(
        "{period}{}{}{broken}",
        why.unwrap_or_default(),
        base.unwrap_or_default()
    )
}

/// Whoever says it: as the record names them, else the source that it stands in.
fn voice(dossier: &Dossier, said_by: Option<&Id>, evidence: &[Evidence]) -> String {
    let source = |id: &Id| dossier.source(id).map(|source| short(dossier, source));
    if let Some(id) = said_by {
        return source(id).unwrap_or_else(|| dossier.name(id));
    }
    let first = evidence
        .iter()
        .find_map(|evidence| source(&evidence.source));
    first.unwrap_or_else(|| "no source".to_owned())
}

/// "According to ASEAN Briefing \[2023\]: …"; where a source only prints the words of a speaker whom the
/// sentence does not name, "According to Ilya Doronov, in ASEAN Briefing \[2023\]: …".
fn according(dossier: &Dossier, evidence: &[Evidence], what: &str) -> String {
    let mut voices: Vec<String> = Vec::new();
    let mut done: Vec<&Id> = Vec::new();
    for id in evidence.iter().map(|e| &e.source) {
        if let Some(source) = dossier.source(id).filter(|_| !done.contains(&id)) {
            done.push(id);
            let speakers = speakers(dossier, evidence, id, what);
            let voice = short(dossier, source);
            voices.push(match speakers.as_slice() {
                [] => voice,
                speakers => format!("{}, in {voice}", listed(speakers)),
            });
        }
    }
    voices.dedup();
    if voices.is_empty() {
        return what.to_owned();
    }
    format!("According to {}: {what}", listed(&voices))
}

/// The speakers of all that is cited from a source; none if it says some of it itself, or if the
/// sentence names one of them.
fn speakers(dossier: &Dossier, evidence: &[Evidence], source: &Id, what: &str) -> Vec<String> {
    let cited = evidence.iter().filter(|e| e.source == *source);
    let speakers: Option<Vec<_>> = cited.map(|e| heard::speaker(dossier, e)).collect();
    let mut names: Vec<_> = speakers
        .unwrap_or_default()
        .into_iter()
        .map(|id| dossier.name(&id))
        .collect();
    let is_named = |name: &String| {
        let last = name.split(' ').next_back();
        last.is_some_and(|last| what.contains(last))
    };
    if names.iter().any(is_named) {
        return Vec::new();
    }
    let mut known = HashSet::new();
    names.retain(|name| known.insert(name.clone()));
    names
}

fn event(dossier: &Dossier, at: usize) -> String {
    let event = &dossier.events[at];
    let mut parts = vec![event.title.to_string()];
    parts.extend(dated(event.date.as_ref()));
    let place = event
        .place
        .as_ref()
        .filter(|place| !place.split(", ").all(|part| event.title.contains(part)));
    parts.extend(place.map(ToString::to_string));
    if event.status != EventStatus::Occurred {
        parts.push(spaced(event.status.word()));
    }
    let summary = event.summary.as_ref().map(|summary| format!(". {summary}"));
    let what = parts.join(", ") + &summary.unwrap_or_default();
    according(dossier, &event.evidence, &what)
}

fn agreement(dossier: &Dossier, at: usize) -> String {
    let agreement = &dossier.agreements[at];
    let mut parts = vec![agreement.title.to_string()];
    let parties: Vec<_> = agreement
        .parties
        .iter()
        .map(|party| dossier.actor(&party.party))
        .collect();
    if !parties.is_empty() {
        parts.push(format!("parties: {}", listed(&parties)));
    }
    let signed = dated(agreement.signed.as_ref());
    // The day says it too.
    let is_told = match agreement.status {
        AgreementStatus::Signed => signed.is_some(),
        AgreementStatus::InForce => dated(agreement.entry_into_force()).is_some(),
        _ => false,
    };
    if !is_told {
        parts.push(match agreement.status {
            AgreementStatus::Unknown => "status unknown".to_owned(),
            status => spaced(status.word()),
        });
    }
    parts.extend(signed.map(|date| format!("signed {date}")));
    let dates = [
        ("in force from", agreement.entry_into_force()),
        ("ends", agreement.ends.as_ref()),
        ("for", agreement.horizon.as_ref()),
    ];
    for (label, date) in dates {
        parts.extend(dated(date).map(|date| format!("{label} {date}")));
    }
    according(dossier, &agreement.evidence, &parts.join("; "))
}

fn series(dossier: &Dossier, at: usize) -> String {
    let series = &dossier.series[at];
    let figures = series.observations.iter().map(|observation| {
        let given = given(dossier, observation, series);
        format!("{given} for {}", when(observation))
    });
    let mut parts: Vec<_> = figures.collect();
    parts.extend(goods(dossier, series));
    format!("{}: {}", series.title, parts.join("; "))
}

/// The goods that each source names: "ASEAN Briefing \[2023\] names fabrics, footwear and coffee".
fn goods(dossier: &Dossier, series: &Series) -> Vec<String> {
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    for item in &series.items {
        let evidence = if item.evidence.is_empty() {
            &series.evidence
        } else {
            &item.evidence
        };
        let by = voice(dossier, None, evidence);
        let name = item.name.to_string();
        match named.iter_mut().find(|(voice, _)| *voice == by) {
            Some((_, goods)) => goods.push(name),
            None => named.push((by, vec![name])),
        }
    }
    let named = named
        .iter()
        .map(|(by, goods)| format!("{by} names {}", listed(goods)));
    named.collect()
}

/// "Vladimir Putin, Russian President, at “…”, \[2023\]".
fn speaker(dossier: &Dossier, at: usize) -> String {
    let quote = dossier.quotes.get(at);
    let mut parts = vec![dossier.name(&quote.speaker)];
    parts.extend(quote.role.as_ref().map(ToString::to_string));
    parts.extend(
        quote
            .event
            .as_ref()
            .map(|event| format!("at “{}”", dossier.name(event))),
    );
    parts.extend(dated(quote.said.as_ref()));
    if quote.translation == Translation::Yes {
        parts.push("translated".to_owned());
    }
    if quote.kind == QuoteKind::Partial {
        parts.push("in part".to_owned());
    }
    parts.join(", ")
}

fn claim(dossier: &Dossier, at: usize) -> String {
    let claim = &dossier.claims[at];
    let voice = voice(dossier, claim.asserted_by.as_ref(), &claim.evidence);
    let verb = match claim.modality {
        Modality::Assertion => "states",
        Modality::Opinion => "is of the opinion",
        Modality::Expectation => "expects",
        Modality::Wish => "expresses the wish",
    };
    format!("{voice} {verb}: {}", claim.statement)
}

fn dispute(dossier: &Dossier, at: usize) -> String {
    let dispute = &dossier.disputes[at];
    let choice = dispute.resolution.as_ref().map(|choice| {
        let preferred = dossier.name(&choice.preferred);
        format!(" The dossier follows {preferred}: {}", choice.why)
    });
    let word = dispute.kind.word();
    format!(
        "{} ({word}): {}{}",
        dispute.title,
        dispute.explanation,
        choice.unwrap_or_default()
    )
}

fn person(dossier: &Dossier, at: usize) -> String {
    let person = &dossier.people[at];
    let mut roles: Vec<(String, Vec<String>)> = Vec::new();
    for role in &person.roles {
        let by = voice(dossier, role.said_by.as_ref(), &role.evidence);
        let from = dated(role.from.as_ref()).map(|date| format!("from {date}"));
        let to = dated(role.to.as_ref()).map(|date| format!("to {date}"));
        let held = [Some(role.title.to_string()), from, to]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        match roles.iter_mut().find(|(title, _)| *title == held) {
            Some((_, voices)) if voices.contains(&by) => {}
            Some((_, voices)) => voices.push(by),
            None => roles.push((held, vec![by])),
        }
    }
    let roles: Vec<_> = roles
        .into_iter()
        .map(|(held, by)| format!("{held} (according to {})", listed(&by)))
        .collect();
    if roles.is_empty() {
        return person.name.to_string();
    }
    format!("{}: {}", person.name, roles.join("; "))
}

fn organisation(dossier: &Dossier, at: usize) -> String {
    let body = &dossier.organisations[at];
    let acronym = body.acronym.as_ref().map(|acronym| format!(" ({acronym})"));
    let mut parts = vec![format!("{}{}", body.name, acronym.unwrap_or_default())];
    parts.push(body.kind.to_string());
    // The name of a state is that of its country.
    let country = body.country.filter(|_| body.kind.as_str() != "state");
    parts.extend(country.map(|code| dossier.country(code)));
    parts.join(", ")
}

/// A word of the files as one writes it.
fn spaced(word: &str) -> String {
    word.replace('-', " ")
}
