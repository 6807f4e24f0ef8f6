//! The states that a search can ask for with `is:`, but for those that others compute.

use super::named;
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Actor, Dossier, Kind, Ref};

/// Is it still to come, or not settled? An event that is ahead or going on, an agreement that is not
/// made yet, a forecast or target, a dispute without a resolution.
pub fn is_open(dossier: &Dossier, record: Ref) -> bool {
    let at = record.at;
    match record.kind {
        Kind::Event => {
            let event = &dossier.events[at];
            event.is_ahead() || event.status == EventStatus::Ongoing
        }
        Kind::Agreement => is_ahead(dossier.agreements[at].status),
        Kind::Dispute => dossier.disputes[at].resolution.is_none(),
        Kind::Observation => is_foreseen(dossier.observation(at).1.status),
        Kind::Series => {
            let mut figures = dossier.series[at].observations.iter();
            figures.any(|figure| is_foreseen(figure.status))
        }
        _ => false,
    }
}

/// Is it planned: announced as coming, not only discussed, proposed or possible?
pub fn is_planned(dossier: &Dossier, record: Ref) -> bool {
    match record.kind {
        Kind::Event => matches!(
            dossier.events[record.at].status,
            EventStatus::Planned | EventStatus::Expected
        ),
        Kind::Agreement => dossier.agreements[record.at].status == AgreementStatus::Planned,
        _ => false,
    }
}

/// Has it no passage; or, of a source, does no record cite it?
pub fn is_uncited(dossier: &Dossier, record: Ref) -> bool {
    match record.kind {
        Kind::Source => !dossier.is_cited(record),
        Kind::Series => {
            let mut figures = dossier.figures_of(record.at);
            dossier.evidence(record).is_empty() && figures.all(|f| dossier.evidence(f).is_empty())
        }
        _ => dossier.evidence(record).is_empty(),
    }
}

/// Is it between the two sides? Of an event that is computed with more care; of other records, both
/// sides are named, or people or bodies of both.
pub fn is_bilateral(dossier: &Dossier, record: Ref) -> bool {
    match record.kind {
        Kind::Event => dossier.is_bilateral(&dossier.events[record.at]) == Some(true),
        _ => sides(dossier, record).len() > 1,
    }
}

/// The places of the sides for which somebody acts who is named in a record; of a quote, its speaker.
pub fn sides(dossier: &Dossier, record: Ref) -> Vec<usize> {
    let actors = parties(dossier, record);
    let places = 0..dossier.about.sides.len();
    let acts = |place: &usize| actors.iter().any(|who| dossier.acts_for_side(who, *place));
    places.filter(acts).collect()
}

/// Whom a record is about: who is named in it; of a person or body itself; of a quote its speaker.
pub fn parties(dossier: &Dossier, record: Ref) -> Vec<Actor> {
    match record.kind {
        Kind::Quote => {
            let speaker = dossier.quotes.facets(record.at).speaker;
            vec![Actor::Record(speaker.clone())]
        }
        Kind::Person | Kind::Organisation => vec![Actor::Record(dossier.id(record))],
        _ => named::all(dossier, record),
    }
}

fn is_ahead(status: AgreementStatus) -> bool {
    use AgreementStatus as S;
    matches!(
        status,
        S::UnderDiscussion | S::Planned | S::Proposed | S::Speculative
    )
}

fn is_foreseen(status: ObservationStatus) -> bool {
    matches!(
        status,
        ObservationStatus::Forecast | ObservationStatus::Target
    )
}
