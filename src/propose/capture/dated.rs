//! The date that the text gives to selected words: one of their own sentence, or none.

use std::ops::Range;

use super::Capture;
use super::begin::meet;
use crate::dossier::{Date, Kind};
use crate::extract::{TimeExpression, TimeKind, dates, sentences};

impl Capture<'_> {
    /// The date for a record of this kind. A date of another sentence is not its own; nothing was said or
    /// signed after it was printed.
    pub(super) fn own_date(&self, kind: Kind) -> Option<Date> {
        match kind {
            // A date beside words such as "the past 12 months" is not that of an amount.
            Kind::Observation => self.amount()?.period?.time.date().ok().flatten(),
            Kind::Quote => self.said().filter(|date| self.is_past(date)),
            Kind::Agreement => self.near().filter(|date| self.is_past(date)),
            _ => {
                let mention = self.event().and_then(|mention| mention.date);
                let own = mention.and_then(|time| time.date().ok().flatten());
                own.or_else(|| self.near())
            }
        }
    }

    /// When the words were said: by what brings them in, never by a date within them.
    fn said(&self) -> Option<Date> {
        let speech = self.speech();
        let brought = speech.as_ref().map(|speech| speech.dated.as_slice());
        let own = self.sentences();
        let spots = brought.unwrap_or(&own);
        let place = self.place();
        self.nearest(|time| {
            let plain = time.kind == TimeKind::Date && time.edge.is_none();
            plain && !meet(&time.range, &place) && spots.iter().any(|one| meet(one, &time.range))
        })
    }

    /// The date nearest to the words in their own sentence.
    fn near(&self) -> Option<Date> {
        let own = self.sentences();
        self.nearest(|time| own.iter().any(|one| meet(one, &time.range)))
    }

    /// The sentences that the words are in.
    fn sentences(&self) -> Vec<Range<usize>> {
        let place = self.place();
        let mut all = sentences(self.paragraph());
        all.retain(|one| meet(one, &place));
        all
    }

    fn nearest(&self, fits: impl Fn(&TimeExpression) -> bool) -> Option<Date> {
        let place = self.place();
        let found = dates(self.paragraph(), self.context()).into_iter();
        let dated = found.filter(fits).filter_map(|time| {
            let date = time.date().ok().flatten()?;
            date.edtf()?;
            Some((gap(&time.range, &place), date))
        });
        let nearest = dated.min_by_key(|(gap, _)| *gap);
        nearest.map(|(_, date)| date)
    }

    /// Can it be when something happened that the source tells of as done?
    fn is_past(&self, date: &Date) -> bool {
        let printed = self.source.issued.as_ref().and_then(Date::latest);
        let both = date.earliest().zip(printed);
        both.is_none_or(|(day, printed)| day <= printed)
    }
}

/// Bytes between two places.
fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    let after = one.start.saturating_sub(other.end);
    after.max(other.start.saturating_sub(one.end))
}
