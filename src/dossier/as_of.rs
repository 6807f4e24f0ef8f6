//! The dossier as it could have been written at an earlier date: only what rests on sources that
//! were published by then.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::record::Record;
use super::{Date, Dossier, Evidence, Id, Kind, Records, Ref};

impl Dossier {
    /// The dates at which its sources were published, or are inferred to have been: the earliest
    /// first, each once. What has no such date is not among them.
    pub fn publication_dates(&self) -> Vec<Date> {
        let issued = self
            .sources
            .iter()
            .filter_map(|source| source.issued.as_ref());
        let mut dates: Vec<_> = issued.filter(|date| !date.is_undated()).cloned().collect();
        dates.sort_by(Date::sort);
        dates.dedup_by_key(|date| date.label());
        dates
    }

    /// When the newest of its sources was published, as far as that is known.
    pub fn newest_source(&self) -> Option<&Date> {
        let issued = self
            .sources
            .iter()
            .filter_map(|source| source.issued.as_ref());
        let dated = issued.filter(|date| !date.is_undated());
        dated.max_by(|one, other| one.sort(other))
    }

    /// The same of what was published by the end of `day`.
    #[must_use]
    pub fn as_of_day(&self, day: NaiveDate) -> Self {
        match Date::parse(&day.to_string()) {
            Ok(date) => self.as_of(&date),
            // A day that EDTF does not know is outside all dates of a dossier.
            Err(_) => self.clone(),
        }
    }

    /// What this dossier could say at `date`: the records with evidence from a source that was
    /// published no later, and of their parts (figures, titles, members, goods) those too. The
    /// words of a record are the compiler's, and stay as they are.
    #[must_use]
    pub fn as_of(&self, date: &Date) -> Self {
        let known: HashSet<&Id> = self
            .sources
            .iter()
            .filter(|source| {
                let issued = source.issued.as_ref().filter(|issued| !issued.is_undated());
                issued.is_some_and(|issued| issued.sort(date).is_le())
            })
            .map(|source| &source.id)
            .collect();
        let says = |evidence: &Evidence| known.contains(&evidence.source);
        let keep = |list: &mut Vec<Evidence>| {
            list.retain(says);
            !list.is_empty()
        };
        let mut then = Records::clone(&self.records);
        then.sources.retain(|source| known.contains(&source.id));
        then.people.retain_mut(|person| {
            person.roles.retain_mut(|role| keep(&mut role.evidence));
            keep(&mut person.evidence)
        });
        then.organisations.retain_mut(|body| {
            body.members.retain_mut(|member| keep(&mut member.evidence));
            keep(&mut body.evidence)
        });
        then.events.retain_mut(|event| keep(&mut event.evidence));
        then.agreements
            .retain_mut(|agreement| keep(&mut agreement.evidence));
        then.series.retain_mut(|series| {
            series
                .observations
                .retain_mut(|figure| keep(&mut figure.evidence));
            series.items.retain_mut(|item| keep(&mut item.evidence));
            keep(&mut series.evidence);
            !series.observations.is_empty() || !series.items.is_empty()
        });
        then.claims.retain_mut(|claim| keep(&mut claim.evidence));
        // A dispute arises with the last of the passages that it stands between.
        then.disputes
            .retain(|dispute| !dispute.evidence.is_empty() && dispute.evidence.iter().all(says));
        then.name_all();
        let quotes = self.quotes.resting_on(&known);
        Self::new(then, quotes).with_places_of(self)
    }

    /// How many records there are, figures apart.
    pub fn len(&self) -> usize {
        let kinds = Kind::ALL
            .into_iter()
            .filter(|kind| *kind != Kind::Observation);
        kinds.map(|kind| self.count(kind)).sum()
    }

    /// Nothing was read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// With the places of the records of `other`, which are more than these.
    pub(super) fn with_places_of(mut self, other: &Self) -> Self {
        let places = other
            .places
            .iter()
            .filter_map(|(record, place)| {
                let there = self.find(&other.id(*record))?;
                Some((there, place.clone()))
            })
            .collect();
        Arc::make_mut(&mut self.records).places = places;
        self
    }
}

impl Records {
    /// Builds what is looked up: figures, names.
    pub(super) fn name_all(&mut self) {
        let figures = self.series.iter().enumerate();
        self.observations = figures
            .flat_map(|(at, series)| (0..series.observations.len()).map(move |place| (at, place)))
            .collect();
        self.index.clear();
        self.name(Kind::Source, |records| ids(&records.sources));
        self.name(Kind::Person, |records| ids(&records.people));
        self.name(Kind::Organisation, |records| ids(&records.organisations));
        self.name(Kind::Event, |records| ids(&records.events));
        self.name(Kind::Agreement, |records| ids(&records.agreements));
        self.name(Kind::Series, |records| ids(&records.series));
        self.name(Kind::Claim, |records| ids(&records.claims));
        self.name(Kind::Dispute, |records| ids(&records.disputes));
        self.name(Kind::Observation, |records| {
            let figures = records
                .series
                .iter()
                .flat_map(|series| &series.observations);
            figures.map(|figure| figure.id.clone()).collect()
        });
    }

    fn name(&mut self, kind: Kind, ids: impl Fn(&Self) -> Vec<Id>) {
        let ids = ids(self).into_iter().enumerate();
        self.index
            .extend(ids.map(|(at, id)| (id, Ref::new(kind, at))));
    }
}

fn ids<R: Record>(records: &[R]) -> Vec<Id> {
    records.iter().map(|record| record.id().clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Record};
    use crate::load::{Origin, load};

    #[test]
    fn nothing_later_is_said() {
        let now = load(&Origin::BuiltIn).dossier;
        let dates = now.publication_dates();
        assert_eq!(
            dates
                .iter()
                .map(super::super::date::Date::label)
                .collect::<Vec<_>>(),
            ["[2023]", "[2025]"]
        );
        let then = now.as_of(&dates[0]);
        assert_eq!(then.sources.len(), 1);
        assert!(then.len() < now.len() && then.count(Kind::Quote) < now.count(Kind::Quote));
        let early = |e: &super::Evidence| e.source.as_str() == "asean-briefing-2023";
        let all = |evidence: &[super::Evidence]| evidence.iter().all(early);
        assert!(then.events.iter().all(|r| all(r.evidence())));
        assert!(
            then.series
                .iter()
                .all(|r| r.all_evidence().into_iter().all(early))
        );
        let trade = then
            .series
            .iter()
            .find(|s| s.id.as_str() == "trade-total")
            .expect("the series");
        assert_eq!(
            trade.observations.len(),
            1,
            "the figure of 2024 is not known in 2023"
        );
        assert_eq!(now.as_of(&dates[1]).len(), now.len());
    }
}
