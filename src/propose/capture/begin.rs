//! What a line says before anybody has typed: what the selected words and their paragraph say.

use std::ops::Range;

use super::Capture;
use super::asked::BETWEEN;
use crate::dossier::observation::Qualifier;
use crate::dossier::{Date, Kind};
use crate::extract::amount::{Amount, Printed, Quantity};
use crate::extract::{AgreementMention, Context, EventMention, agreements, amounts, events};
use crate::propose::measure;

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
        let spoken = self.speech();
        let said = spoken.map(|spoken| (spoken.speaker, spoken.role));
        let (speaker, role) = said.unwrap_or_default();
        [speaker, edtf(self.own_date(Kind::Quote).as_ref()), role]
    }

    fn of_event(&self) -> [String; 3] {
        let mention = self.event();
        let kind = mention.map_or("", |mention| mention.kind);
        let date = edtf(self.own_date(Kind::Event).as_ref());
        [String::new(), date, kind.to_owned()]
    }

    fn of_agreement(&self) -> [String; 3] {
        let mention = self.agreement();
        let status = mention.as_ref().map_or("", |mention| mention.status.word());
        let date = self
            .own_date(Kind::Agreement)
            .filter(|_| super::record::is_signed(status));
        [String::new(), edtf(date.as_ref()), status.to_owned()]
    }

    fn of_figure(&self) -> [String; 3] {
        let Some(amount) = self.amount() else {
            return [String::new(), String::new(), String::new()];
        };
        let series = scale(&amount).and_then(|scale| {
            let series = measure::series(self.dossier, self.paragraph(), &amount, scale)?;
            let places = measure::comparable(self.dossier, &series);
            let all = places.iter().map(|at| &self.dossier.series[*at]);
            let same = all.into_iter().find(|one| one.scale == series.scale);
            same.map(|series| series.id.to_string())
        });
        [
            series.unwrap_or_default(),
            edtf(self.own_date(Kind::Observation).as_ref()),
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
}

fn edtf(date: Option<&Date>) -> String {
    date.and_then(Date::edtf).unwrap_or_default().to_owned()
}

pub(super) fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
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
