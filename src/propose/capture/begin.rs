//! What a line says before anybody has typed: what the selected words and their paragraph say.

use std::ops::Range;

use super::asked::BETWEEN;
use super::{Capture, names};
use crate::dossier::observation::Qualifier;
use crate::dossier::{Date, Id, Kind};
use crate::extract::amount::{Amount, Printed, Quantity};
use crate::extract::{
    AgreementMention, Context, EventMention, KnownName, agreements, amounts, dates, events,
    speeches,
};
use crate::propose::measure;

/// In longer texts a speaker is looked for in the paragraph alone, in bytes.
const WHOLE: usize = 1_000_000;

impl Capture<'_> {
    /// The line to begin with, for a record of this kind.
    pub fn begin(&self, kind: Kind) -> String {
        let fields = match kind {
            Kind::Quote => self.of_quote(),
            Kind::Agreement => self.of_agreement(),
            Kind::Observation => self.of_figure(),
            Kind::Claim => [
                String::new(),
                self.source.id.to_string(),
                "assertion".to_owned(),
            ],
            _ => self.of_event(),
        };
        // A field of the text could hold what parts fields.
        fields
            .map(|field| field.replace(BETWEEN, ","))
            .join(&format!("{BETWEEN} "))
    }

    fn of_quote(&self) -> [String; 3] {
        let said = self.speaker();
        let (speaker, role) = said.unwrap_or_default();
        [speaker, edtf(self.near_date().as_ref()), role]
    }

    fn of_event(&self) -> [String; 3] {
        let mention = self.event();
        let kind = mention.map_or("", |mention| mention.kind);
        let date = edtf(self.near_date().as_ref());
        [String::new(), date, kind.to_owned()]
    }

    fn of_agreement(&self) -> [String; 3] {
        let mention = self.agreement();
        let status = mention.as_ref().map_or("", |mention| mention.status.word());
        let date = self
            .near_date()
            .filter(|_| super::record::is_signed(status));
        [String::new(), edtf(date.as_ref()), status.to_owned()]
    }

    fn of_figure(&self) -> [String; 3] {
        let Some(amount) = self.amount() else {
            let date = edtf(self.near_date().as_ref());
            return [String::new(), date, String::new()];
        };
        // A date of another sentence, or beside words such as "the past 12 months", is not its own.
        let period = amount
            .period
            .as_ref()
            .and_then(|period| period.time.date().ok().flatten());
        let series = scale(&amount).and_then(|scale| {
            let series = measure::series(self.dossier, self.paragraph(), &amount, scale)?;
            let places = measure::comparable(self.dossier, &series);
            let all = places.iter().map(|at| &self.dossier.series[*at]);
            let same = all.into_iter().find(|one| one.scale == series.scale);
            same.map(|series| series.id.to_string())
        });
        [
            series.unwrap_or_default(),
            edtf(period.as_ref()),
            value(&amount),
        ]
    }

    pub(super) fn context(&self) -> Context {
        let issued = self.source.issued.as_ref();
        let day = issued.and_then(|date| date.earliest().filter(|day| date.latest() == Some(*day)));
        Context {
            published: day,
            language: None,
        }
    }

    /// The date that stands nearest to the words in their paragraph.
    pub(super) fn near_date(&self) -> Option<Date> {
        let place = self.place();
        let found = dates(self.paragraph(), self.context()).into_iter();
        let dated = found.filter_map(|time| {
            let date = time.date().ok().flatten()?;
            date.edtf()?;
            Some((gap(&time.range, &place), date))
        });
        let nearest = dated.min_by_key(|(gap, _)| *gap);
        nearest.map(|(_, date)| date)
    }

    /// The event that the words tell of.
    pub(super) fn event(&self) -> Option<EventMention> {
        let mut found = events(self.paragraph(), self.context()).into_iter();
        found.find(|one| meet(&one.range, &self.place()))
    }

    /// The agreement that the words name.
    pub(super) fn agreement(&self) -> Option<AgreementMention> {
        let mut found = agreements(self.paragraph(), self.context()).into_iter();
        found.find(|one| meet(&one.range, &self.place()))
    }

    /// The amount in the words.
    pub(super) fn amount(&self) -> Option<Amount> {
        let mut found = amounts(self.paragraph(), self.context()).into_iter();
        found.find(|one| meet(&one.range, &self.place()))
    }

    /// Who says the words, and as what.
    fn speaker(&self) -> Option<(String, String)> {
        let is_long = self.text.len() > WHOLE;
        let text = if is_long { self.paragraph() } else { self.text };
        let place = if is_long {
            self.place()
        } else {
            self.selected.range.clone()
        };
        let found = speeches(text, &KnownName::all(self.dossier));
        let said = |range: &Range<usize>| meet(range, &place);
        let one = found
            .speeches
            .iter()
            .find(|one| one.runs.iter().any(said))?;
        let words = |range: &Option<Range<usize>>| {
            let words = range.clone().and_then(|range| text.get(range));
            words.unwrap_or_default().to_owned()
        };
        let known = match one.speaker.who {
            crate::extract::Who::Person(at) => found.people[at].known.as_ref().map(Id::to_string),
            _ => None,
        };
        let named = || {
            let mention = &one.speaker.mention;
            if one.speaker.named {
                words(mention)
            } else {
                String::new()
            }
        };
        // A name that is no record's is for the person to see, not to be taken.
        let speaker = known.or_else(|| {
            names::speaker(self.dossier, &named())
                .ok()
                .map(|id| id.to_string())
        });
        Some((speaker.unwrap_or_else(named), words(&one.speaker.role)))
    }
}

fn edtf(date: Option<&Date>) -> String {
    date.and_then(Date::edtf).unwrap_or_default().to_owned()
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Bytes between two places.
fn gap(one: &Range<usize>, other: &Range<usize>) -> usize {
    let after = one.start.saturating_sub(other.end);
    after.max(other.start.saturating_sub(one.end))
}

fn scale(amount: &Amount) -> Option<i8> {
    let scale = match amount.quantity {
        Quantity::One(one) => one.scale,
        Quantity::Between(low, high) if low.scale == high.scale => low.scale,
        _ => return None,
    };
    i8::try_from(scale).ok()
}

/// As it is typed: "about 50", "5 to 6".
fn value(amount: &Amount) -> String {
    let printed = |one: Printed| one.value.printed();
    let number = match amount.quantity {
        Quantity::One(one) => printed(one),
        Quantity::Between(low, high) => format!("{} to {}", printed(low), printed(high)),
        _ => return String::new(),
    };
    let qualifier = amount
        .qualifier
        .map(Qualifier::word)
        .map(|word| word.replace('-', " ") + " ");
    qualifier.unwrap_or_default() + &number
}
