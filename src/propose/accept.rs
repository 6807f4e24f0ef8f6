//! Accepted proposals into a draft of the dossier, each with what it refers to.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::agreements::is_finer;
use super::inbox::{Inbox, record_id};
use super::proposal::{Decision, News, Proposal};
use super::quotes::UNKNOWN;
use crate::dossier::kind::with_article;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{
    Agreement, Date, Event, Evidence, Id, Kind, Observation, Quote, Series, Typed,
};
use crate::edit::draft::{AddError, Draft};

/// Why proposals cannot be accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Nothing in the inbox is called that.
    #[error("no proposal is called `{0}`")]
    Unknown(Id),
    /// It was decided before.
    #[error("`{0}` was decided before")]
    Decided(Id),
    /// Something has to be filled in.
    #[error("`{id}` has no {field}: give it with --{field} ID, or in proposed.jsonl")]
    Lacks {
        /// Which proposal.
        id: Id,
        /// The field.
        field: &'static str,
    },
    /// What it refers to is neither in the dossier nor in the inbox.
    #[error(
        "`{id}` refers to `{to}`, which is not in the dossier and was rejected or not proposed"
    )]
    Refers {
        /// Which proposal.
        id: Id,
        /// What is not there.
        to: Id,
    },
    /// The record is not sound.
    #[error("the record of `{id}` is not sound")]
    Record {
        /// Which proposal.
        id: Id,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// Records of its kind are not merged.
    #[error(
        "`{id}` is {}: only quotes, figures, agreements and events can be merged",
        with_article(.kind)
    )]
    Merge {
        /// Which proposal.
        id: Id,
        /// The kind of its record.
        kind: String,
    },
    /// Only a quote has a speaker.
    #[error("`{0}` is not a quote: it has no speaker")]
    NoQuote(Id),
    /// The record that it repeats is gone.
    #[error("`{id}` repeats `{of}`, which the dossier no longer has")]
    Gone {
        /// Which proposal.
        id: Id,
        /// The record.
        of: Id,
    },
    /// It cannot be added.
    #[error("`{id}` cannot be added")]
    Add {
        /// Which proposal.
        id: Id,
        /// Why.
        source: AddError,
    },
}

/// Puts proposals and what they refer to into a draft, and marks them as accepted. Returns all that were
/// accepted, in the order of the inbox. Nothing is written.
///
/// # Errors
/// When one of them cannot be accepted; the inbox is then as it was.
pub fn accept(draft: &mut Draft, inbox: &mut Inbox, ids: &[Id]) -> Result<Vec<Id>, AcceptError> {
    let places = with_references(draft, inbox, ids)?;
    let all = places.iter().map(|at| &inbox.proposals[*at]);
    let mut taking = Taking {
        own: all.filter_map(record_id).collect(),
        ..Taking::default()
    };
    for at in &places {
        taking.take(draft, &inbox.proposals[*at])?;
    }
    taking.finish(draft)?;
    let accepted: Vec<Id> = places
        .iter()
        .map(|at| inbox.proposals[*at].id.clone())
        .collect();
    for id in &accepted {
        inbox.decide(id, Decision::Accepted);
    }
    Ok(accepted)
}

/// The places of proposals, and of those that propose what they refer to.
fn with_references(
    draft: &Draft,
    inbox: &Inbox,
    ids: &[Id],
) -> Result<BTreeSet<usize>, AcceptError> {
    let proposed = inbox.ids();
    let mut places = BTreeSet::new();
    let mut queue = Vec::new();
    for id in ids {
        let at = inbox
            .proposals
            .iter()
            .position(|one| one.id == *id)
            .ok_or_else(|| AcceptError::Unknown(id.clone()))?;
        if !inbox.proposals[at].is_open() {
            return Err(AcceptError::Decided(id.clone()));
        }
        queue.push(at);
    }
    while let Some(at) = queue.pop() {
        if !places.insert(at) {
            continue;
        }
        let one = &inbox.proposals[at];
        let occasion = occasion(one)?;
        for to in references(one)? {
            if draft.has(&to) {
                continue;
            }
            let next = proposed
                .get(&to)
                .copied()
                .filter(|at| inbox.proposals[*at].is_open());
            // A quote does without a meeting that was rejected.
            if next.is_none() && occasion.as_ref() == Some(&to) {
                continue;
            }
            let refers = || AcceptError::Refers {
                id: one.id.clone(),
                to: to.clone(),
            };
            queue.push(next.ok_or_else(refers)?);
        }
    }
    Ok(places)
}

/// The records without which a proposal cannot be accepted.
pub(super) fn needs(one: &Proposal) -> Result<Vec<Id>, AcceptError> {
    let occasion = occasion(one)?;
    let mut ids = references(one)?;
    ids.retain(|id| Some(id) != occasion.as_ref());
    Ok(ids)
}

/// The event of a quote.
fn occasion(one: &Proposal) -> Result<Option<Id>, AcceptError> {
    match one.kind() {
        Some(Kind::Quote) => Ok(read::<Quote>(one)?.event),
        _ => Ok(None),
    }
}

/// Every record that a proposal refers to.
pub(super) fn references(one: &Proposal) -> Result<Vec<Id>, AcceptError> {
    struct References<'a>(&'a Proposal);
    impl OfType for References<'_> {
        type Output = Result<Vec<Id>, AcceptError>;
        fn of<R: Typed>(self) -> Self::Output {
            let record: R = read(self.0)?;
            let mut ids: Vec<Id> = self.0.series.iter().cloned().collect();
            let passages = record.all_evidence().into_iter();
            ids.extend(passages.map(|passage| passage.source.clone()));
            record.references(&mut |_, id| ids.push(id.clone()));
            Ok(ids)
        }
    }
    let kind = one.kind().unwrap_or(Kind::Claim);
    let mut ids = of_kind(kind, References(one))?;
    let merges = one.goes_into().is_some();
    if ids.iter().any(|id| id.as_str() == UNKNOWN) && kind == Kind::Quote && !merges {
        let id = one.id.clone();
        return Err(AcceptError::Lacks {
            id,
            field: "speaker",
        });
    }
    // A passage that is added to a record brings nothing else into the dossier.
    if merges {
        ids = vec![one.anchor.source.clone()];
    }
    Ok(ids)
}

pub(super) fn read<R: Typed>(one: &Proposal) -> Result<R, AcceptError> {
    serde_json::from_str(one.record.get()).map_err(|source| AcceptError::Record {
        id: one.id.clone(),
        source,
    })
}

/// What is being put into the draft.
#[derive(Default)]
struct Taking {
    /// The ids of all records that are being put into it.
    own: HashSet<Id>,
    /// New series, which get their figures before they are added.
    series: Vec<(Id, Series)>,
    /// Records of the dossier that get more evidence, and the proposal that gave it.
    events: HashMap<Id, (Id, Event)>,
    agreements: HashMap<Id, (Id, Agreement)>,
    quotes: HashMap<Id, (Id, Quote)>,
    grown: HashMap<Id, (Id, Series)>,
    figures: Vec<(Id, Id, Observation)>,
}

impl Taking {
    fn take(&mut self, draft: &mut Draft, one: &Proposal) -> Result<(), AcceptError> {
        match (one.goes_into(), one.kind()) {
            (Some(of), Some(kind)) => self.cite(draft, one, of, kind),
            (None, Some(Kind::Series)) => {
                self.series.push((one.id.clone(), read(one)?));
                Ok(())
            }
            (None, Some(Kind::Observation)) => {
                let series = one
                    .series
                    .clone()
                    .ok_or_else(|| AcceptError::Unknown(one.id.clone()))?;
                self.figures.push((one.id.clone(), series, read(one)?));
                Ok(())
            }
            (None, Some(Kind::Quote)) => {
                let mut quote: Quote = read(one)?;
                let known = |event: &Id| draft.has(event) || self.own.contains(event);
                quote.event = quote.event.filter(known);
                add(&one.id, draft.add(&quote))
            }
            (None, Some(kind)) => of_kind(kind, Adding { draft, one }),
            (_, None) => Err(AcceptError::Unknown(one.id.clone())),
        }
    }

    /// Adds the passage of a proposal to the record that says the same, and its date where that is more
    /// precise.
    fn cite(
        &mut self,
        draft: &Draft,
        one: &Proposal,
        of: &Id,
        kind: Kind,
    ) -> Result<(), AcceptError> {
        let gone = || AcceptError::Gone {
            id: one.id.clone(),
            of: of.clone(),
        };
        let dossier = draft.dossier();
        let at = dossier
            .find(of)
            .filter(|found| found.kind == kind)
            .ok_or_else(gone)?
            .at;
        let by = one.id.clone();
        let (of, anchor) = (of.clone(), one.anchor.clone());
        let evidence: &mut Vec<Evidence> = match kind {
            Kind::Event => {
                let old = || (by, dossier.events[at].clone());
                let event = &mut self.events.entry(of).or_insert_with(old).1;
                if one.news == News::MorePrecise {
                    event.date = read::<Event>(one)?.date;
                }
                &mut event.evidence
            }
            Kind::Agreement => {
                let old = || (by, dossier.agreements[at].clone());
                let agreement = &mut self.agreements.entry(of).or_insert_with(old).1;
                if one.news == News::MorePrecise {
                    let new: Agreement = read(one)?;
                    if agreement.parties.is_empty() {
                        agreement.parties = new.parties;
                    }
                    let done = new.status.follows(agreement.status);
                    if done && agreement.status.is_ahead() {
                        // The day of a plan is not that of the signature.
                        agreement.signed.take();
                    }
                    narrow(&mut agreement.signed, new.signed);
                    narrow(&mut agreement.in_force, new.in_force);
                    if done {
                        agreement.status = new.status;
                    }
                }
                &mut agreement.evidence
            }
            Kind::Quote => {
                let old = || (by, dossier.quotes.get(at));
                &mut self.quotes.entry(of).or_insert_with(old).1.evidence
            }
            Kind::Observation => {
                let series = &dossier.series[dossier.series_of(at)];
                let entry = self.grown.entry(series.id.clone());
                let grown = entry.or_insert_with(|| (by, series.clone()));
                let mut figures = grown.1.observations.iter_mut();
                &mut figures.find(|one| one.id == of).ok_or_else(gone)?.evidence
            }
            _ => return Err(gone()),
        };
        evidence.push(anchor);
        Ok(())
    }

    fn finish(mut self, draft: &mut Draft) -> Result<(), AcceptError> {
        for (by, series, figure) in std::mem::take(&mut self.figures) {
            let new = self.series.iter_mut().find(|(_, one)| one.id == series);
            match new {
                Some((_, new)) => new.observations.push(figure),
                None => add(&by, draft.add_figure(&series, &figure))?,
            }
        }
        for (by, mut series) in self.series {
            series.observations.sort_by(|a, b| a.period.sort(&b.period));
            add(&by, draft.add(&series))?;
        }
        replace(draft, self.events)?;
        replace(draft, self.agreements)?;
        replace(draft, self.quotes)?;
        replace(draft, self.grown)
    }
}

/// Takes a date where there is none, or a wider one.
fn narrow(known: &mut Option<Date>, new: Option<Date>) {
    let is_finer = |new: &Date| known.as_ref().is_none_or(|old| is_finer(new, old));
    if let Some(new) = new.filter(is_finer) {
        *known = Some(new);
    }
}

fn replace<R: Typed>(draft: &mut Draft, records: HashMap<Id, (Id, R)>) -> Result<(), AcceptError> {
    for (by, record) in records.into_values() {
        add(&by, draft.replace(&record))?;
    }
    Ok(())
}

fn add(by: &Id, added: Result<(), AddError>) -> Result<(), AcceptError> {
    added.map_err(|source| AcceptError::Add {
        id: by.clone(),
        source,
    })
}

/// A record of any type, to be added.
struct Adding<'a> {
    draft: &'a mut Draft,
    one: &'a Proposal,
}

impl OfType for Adding<'_> {
    type Output = Result<(), AcceptError>;

    fn of<R: Typed>(self) -> Self::Output {
        let record: R = read(self.one)?;
        add(&self.one.id, self.draft.add(&record))
    }
}
