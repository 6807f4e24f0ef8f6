//! What speaks against a record: stored disputes that stand on it, another figure for the same
//! period, and evidence to the contrary.

use super::reference::short;
use super::{one_line, sentence, stopped};
use crate::dossier::dispute::DisputeKind;
use crate::dossier::evidence::Support;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Dispute, Dossier, Id, Kind, Number, Observation, Ref, Relation};

/// A sentence for each.
pub(super) fn of(dossier: &Dossier, record: Ref) -> Vec<String> {
    let mut told = Vec::new();
    let mut named = Vec::new();
    for at in disputes(dossier, record) {
        let rivals = rivals(dossier, &dossier.disputes[at], record);
        told.push(dispute(dossier, &dossier.disputes[at], &rivals, record));
        named.extend(rivals);
    }
    let others = same_period(dossier, record);
    for rival in others.into_iter().filter(|rival| !named.contains(rival)) {
        told.push(format!("Contested: {}", figure(dossier, rival, record)));
    }
    told.extend(against(dossier, record));
    told.iter()
        .map(|sentence| stopped(&one_line(sentence)))
        .collect()
}

/// The disputes on a record, and for a figure those on its series. A source is a party to many
/// disputes, but they are about what it says; and a record that is merely mentioned is not disputed.
fn disputes(dossier: &Dossier, record: Ref) -> Vec<usize> {
    if matches!(record.kind, Kind::Source | Kind::Dispute) {
        return Vec::new();
    }
    let series = match record.kind {
        Kind::Observation => dossier.find(&dossier.observation(record.at).0.id),
        _ => None,
    };
    let mut found = Vec::new();
    for record in [Some(record), series].into_iter().flatten() {
        let links = dossier.links(record).into_iter();
        let disputes = links.filter(|l| !l.forward && l.target.kind == Kind::Dispute);
        let disputes = disputes.filter(|l| l.relation != Some(Relation::Mentions));
        found.extend(disputes.map(|link| link.target.at));
    }
    let mut seen = Vec::new();
    found.retain(|at| {
        let new = !seen.contains(at);
        seen.push(*at);
        new
    });
    found
}

/// The other figures that a dispute stands between.
fn rivals(dossier: &Dossier, dispute: &Dispute, record: Ref) -> Vec<Ref> {
    if record.kind != Kind::Observation || !is_conflict(dispute) {
        return Vec::new();
    }
    let between = dispute.between.iter().filter_map(|actor| actor.id());
    let found = between.filter_map(|id: &Id| dossier.find(id));
    let figures = found.filter(|other| other.kind == Kind::Observation && *other != record);
    figures.collect()
}

fn is_conflict(dispute: &Dispute) -> bool {
    use DisputeKind::{Ambiguity, Contradiction, Implausible};
    matches!(dispute.kind, Contradiction | Implausible | Ambiguity)
}

/// "Contested: … gives …: “Trade rises, yet its figures fall”".
fn dispute(dossier: &Dossier, dispute: &Dispute, rivals: &[Ref], record: Ref) -> String {
    let lead = match dispute.kind {
        DisputeKind::Contradiction | DisputeKind::Implausible => "Contested",
        _ => "Left open",
    };
    let mut clauses = vec![format!("{lead} (“{}”)", dispute.title)];
    let figures: Vec<_> = rivals
        .iter()
        .map(|rival| figure(dossier, *rival, record))
        .collect();
    clauses.extend((!figures.is_empty()).then(|| figures.join("; ")));
    let choice = dispute.resolution.as_ref();
    let choice = choice.map(|choice| dossier.name(&choice.preferred));
    clauses.extend(choice.map(|name| format!("the dossier follows {name}")));
    clauses.join(": ")
}

/// Another figure beside that of `record`: who gives it, for when, and where.
fn figure(dossier: &Dossier, rival: Ref, record: Ref) -> String {
    let (series, observation) = dossier.observation(rival.at);
    let own = dossier.observation(record.at).0;
    let said = sentence::figure(dossier, series, observation, Some(own));
    let evidence = observation.evidence.first();
    let source = evidence.and_then(|e| Some((dossier.source(&e.source)?, e.paragraph)));
    match source {
        Some((source, paragraph)) if said.starts_with(&short(dossier, source)) => {
            format!("{said} (¶{paragraph})")
        }
        Some((source, paragraph)) => format!("{said} ({}, ¶{paragraph})", short(dossier, source)),
        None => said,
    }
}

/// Other figures of the same series for the same period that are not the same. A target and a report
/// say nothing about each other, and neither do a range and a figure within it.
fn same_period(dossier: &Dossier, record: Ref) -> Vec<Ref> {
    if record.kind != Kind::Observation {
        return Vec::new();
    }
    let (series, own) = dossier.observation(record.at);
    let others = dossier.all(Kind::Observation).filter(|other| {
        let (same, figure) = dossier.observation(other.at);
        same.id == series.id
            && figure.period.edtf().is_some()
            && figure.period.edtf() == own.period.edtf()
            && differ(own, figure)
    });
    others.collect()
}

/// Do two figures for one period say different things?
fn differ(one: &Observation, other: &Observation) -> bool {
    let is_target = |figure: &Observation| figure.status == ObservationStatus::Target;
    if is_target(one) != is_target(other) {
        return false;
    }
    if !is_range(one) && !is_range(other) {
        return one.value != other.value;
    }
    let (a, b) = (ends(one), ends(other));
    a.0 > b.1 || b.0 > a.1
}

fn is_range(figure: &Observation) -> bool {
    figure.low.is_some() || figure.high.is_some()
}

/// The lowest and the highest value that a figure names.
fn ends(figure: &Observation) -> (f64, f64) {
    let end = |end: Option<Number>, open: f64| match end {
        Some(number) => number.value(),
        None if is_range(figure) => open,
        None => figure.value.map_or(open, Number::value),
    };
    (
        end(figure.low, f64::NEG_INFINITY),
        end(figure.high, f64::INFINITY),
    )
}

/// Evidence that says the contrary.
fn against(dossier: &Dossier, record: Ref) -> Option<String> {
    let evidence = dossier.evidence(record);
    let places = evidence
        .iter()
        .filter(|evidence| evidence.support == Support::Contradicts);
    let places: Vec<_> = places
        .filter_map(|e| {
            Some(format!(
                "{}, ¶{}",
                short(dossier, dossier.source(&e.source)?),
                e.paragraph
            ))
        })
        .collect();
    (!places.is_empty()).then(|| format!("Contradicted by {}", places.join("; ")))
}
