//! Proposals on their way into a draft: new records, and passages for those that say the same.

use std::collections::{HashMap, HashSet};

use super::error::{AcceptError, read};
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{
    Agreement, Date, Event, Evidence, Id, Kind, Observation, Quote, Series, Typed,
};
use crate::edit::draft::{AddError, Draft};
use crate::propose::agreements::is_finer;
use crate::propose::proposal::{News, Proposal};

/// What is being put into the draft.
#[derive(Default)]
pub(super) struct Taking {
    /// The ids of all records that are being put into it.
    own: HashSet<Id>,
    /// New series, which get their figures before they are added.
    series: Vec<(Id, Series)>,
    /// Records of the dossier that get more evidence, and the proposal that gave it.
    events: HashMap<Id, (Id, Event)>,
    agreements: HashMap<Id, (Id, Agreement)>,
    quotes: HashMap<Id, (Id, Quote)>,
    grown: HashMap<Id, (Id, Series)>,
    /// New figures, each with its series.
    figures: Vec<(Id, Id, Observation)>,
    /// New agreements, which get passages of others that were proposed of the same.
    new_agreements: Vec<(Id, Agreement)>,
}

impl Taking {
    /// Nothing yet; `own` are the ids of all records that are to come.
    pub(super) fn of(own: impl Iterator<Item = Id>) -> Self {
        Self {
            own: own.collect(),
            ..Self::default()
        }
    }

    pub(super) fn take(&mut self, draft: &mut Draft, one: &Proposal) -> Result<(), AcceptError> {
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
            (None, Some(Kind::Agreement)) => {
                self.new_agreements.push((one.id.clone(), read(one)?));
                Ok(())
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
        if let Some(evidence) = self.passages_of_new(of) {
            evidence.push(one.anchor.clone());
            return Ok(());
        }
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

    /// The passages of a figure or an agreement that is put into the dossier now.
    fn passages_of_new(&mut self, id: &Id) -> Option<&mut Vec<Evidence>> {
        let figures = self.figures.iter_mut().map(|(_, _, one)| one);
        let figure = figures
            .filter(|one| one.id == *id)
            .map(|one| &mut one.evidence);
        let agreements = self.new_agreements.iter_mut().map(|(_, one)| one);
        let agreement = agreements
            .filter(|one| one.id == *id)
            .map(|one| &mut one.evidence);
        figure.chain(agreement).next()
    }

    pub(super) fn finish(mut self, draft: &mut Draft) -> Result<(), AcceptError> {
        for (by, agreement) in std::mem::take(&mut self.new_agreements) {
            add(&by, draft.add(&agreement))?;
        }
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
