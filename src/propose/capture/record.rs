//! The record that a line says.

use serde::Serialize;

use super::asked::{BETWEEN, asks};
use super::{Capture, CaptureError, names};
use crate::dossier::agreement::{AgreementKind, AgreementStatus, Party};
use crate::dossier::claim::{Claim, Modality};
use crate::dossier::event::EventStatus;
use crate::dossier::observation::Qualifier;
use crate::dossier::quote::{QuoteKind, Translation};
use crate::dossier::{
    Actor, Agreement, Date, Event, Evidence, Id, Kind, Number, Observation, Quote, Text,
};
use crate::extract::{Basis, Confidence, Value, numerals};
use crate::propose::proposal::Found;

const BY_HAND: Basis = Basis::new(
    "by-hand",
    Confidence::Sure,
    "a person selected the words and filled in the fields",
);

/// Fewer words are a part of a sentence.
const SPEECH: usize = 5;

type Taken<'a> = &'a dyn Fn(&Id) -> bool;

impl Capture<'_> {
    pub(super) fn found(
        &self,
        kind: Kind,
        line: &str,
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let fields = fields(kind, line)?;
        match kind {
            Kind::Quote => self.quote(fields, taken),
            Kind::Agreement => self.agreed(fields, taken),
            Kind::Observation => self.figure(fields, taken),
            Kind::Claim => self.claim(fields, taken),
            _ => self.happened(fields, taken),
        }
    }

    fn quote(
        &self,
        [speaker, date, role]: [&str; 3],
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let speaker = names::speaker(self.dossier, needed(Kind::Quote, 0, speaker)?)?;
        let name = format!("q {} {speaker}", self.source.id);
        let words = self.words();
        let is_speech = words.split_whitespace().count() >= SPEECH;
        let evidence = self.evidence();
        // A quote is its own anchor, unless its paragraph has the words twice.
        let alone = evidence.prefix.is_none() && evidence.suffix.is_none();
        let exact = evidence.exact.clone().filter(|_| !alone);
        let quote = Quote {
            id: Id::fresh(&name, Kind::Quote.singular(), taken),
            speaker,
            role: some(role),
            said: self.date(Kind::Quote, date)?,
            event: None,
            language: self.source.language.clone(),
            translation: Translation::Unknown,
            text: Text::new(words),
            kind: if is_speech {
                QuoteKind::Verbatim
            } else {
                QuoteKind::Partial
            },
            prompt: None,
            in_reply_to: None,
            addressee: None,
            sequence: None,
            evidence: vec![Evidence { exact, ..evidence }],
            topics: Vec::new(),
            note: None,
        };
        self.put(Kind::Quote, &quote)
    }

    fn happened(
        &self,
        [title, date, kind]: [&str; 3],
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let title = needed(Kind::Event, 0, title)?;
        let kind = needed(Kind::Event, 2, kind)?;
        let date = self.date(Kind::Event, date)?;
        let mention = self.event();
        let status = mention.map_or_else(|| self.status(date.as_ref()), |mention| mention.status);
        let id = Id::fresh(title, Kind::Event.singular(), taken);
        let event = Event {
            date,
            evidence: vec![self.evidence()],
            ..Event::new(id, Text::new(title), Text::new(kind), status)
        };
        self.put(Kind::Event, &event)
    }

    /// What is to come after the source was published is planned.
    fn status(&self, date: Option<&Date>) -> EventStatus {
        let issued = self.source.issued.as_ref().and_then(Date::latest);
        let begins = date.and_then(Date::earliest);
        match begins.zip(issued) {
            Some((begins, issued)) if begins > issued => EventStatus::Planned,
            _ => EventStatus::Occurred,
        }
    }

    fn agreed(
        &self,
        [title, date, status]: [&str; 3],
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let title = needed(Kind::Agreement, 0, title)?;
        let status = word(
            "status",
            status,
            AgreementStatus::WORDS,
            AgreementStatus::of,
        )?;
        let signed = self.date(Kind::Agreement, date)?;
        if signed.is_some() && !is_signed(status.word()) {
            return Err(CaptureError::Unsigned(status.word()));
        }
        let mention = self.agreement();
        let kind = mention
            .as_ref()
            .map_or_else(|| kind_in(title), |mention| mention.kind);
        let sides = mention
            .iter()
            .flat_map(|mention| &mention.parties)
            .filter_map(|party| party.country);
        let parties = sides.map(|code| Party::new(Actor::Country(code)));
        let id = Id::fresh(title, Kind::Agreement.singular(), taken);
        let agreement = Agreement {
            signed,
            parties: parties.collect(),
            evidence: vec![self.evidence()],
            ..Agreement::new(id, Text::new(title), kind, status)
        };
        self.put(Kind::Agreement, &agreement)
    }

    fn figure(
        &self,
        [series, period, value]: [&str; 3],
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let series = names::series(self.dossier, needed(Kind::Observation, 0, series)?)?;
        let period = needed(Kind::Observation, 1, period)?;
        let Some(period) = self.date(Kind::Observation, period)? else {
            return Err(missing(Kind::Observation, 1));
        };
        let typed = needed(Kind::Observation, 2, value)?;
        let (qualifier, value, range) = read_value(typed)?;
        let (low, high) = range.unzip();
        if ![value, low, high]
            .into_iter()
            .flatten()
            .all(|one| self.prints(one))
        {
            return Err(CaptureError::Unprinted(typed.to_owned()));
        }
        let id = figure_id(&series, &period, taken);
        let figure = Observation {
            low,
            high,
            qualifier,
            status: self
                .amount()
                .map(|amount| amount.status)
                .unwrap_or_default(),
            said_by: Some(self.source.id.clone()),
            evidence: vec![self.evidence()],
            ..Observation::new(id, period, value)
        };
        let mut found = self.put(Kind::Observation, &figure)?;
        found.series = Some(series);
        Ok(found)
    }

    /// Do the words print a number, in digits or spelled, of whatever power of ten?
    fn prints(&self, value: Number) -> bool {
        let is = |other: Number| significant(&other.printed()) == significant(&value.printed());
        numerals(self.words())
            .into_iter()
            .any(|one| match one.value {
                Value::Exact(number) => is(number) || one.other.is_some_and(is),
                Value::Fraction { .. } | Value::Vague(_) => true,
            })
    }

    fn claim(
        &self,
        [statement, by, modality]: [&str; 3],
        taken: Taken<'_>,
    ) -> Result<Found, CaptureError> {
        let statement = needed(Kind::Claim, 0, statement)?;
        let by = if by.is_empty() {
            None
        } else {
            Some(names::asserting(self.dossier, by)?)
        };
        let modality = if modality.is_empty() {
            Modality::WORDS[0]
        } else {
            modality
        };
        let claim = Claim {
            id: Id::fresh(statement, Kind::Claim.singular(), taken),
            statement: Text::new(statement),
            about: Vec::new(),
            asserted_by: by,
            modality: word("modality", modality, Modality::WORDS, Modality::of)?,
            evidence: vec![self.evidence()],
            topics: Vec::new(),
            note: None,
        };
        self.put(Kind::Claim, &claim)
    }

    fn evidence(&self) -> Evidence {
        self.selected.evidence.clone()
    }

    fn put<R: Serialize>(&self, kind: Kind, record: &R) -> Result<Found, CaptureError> {
        Ok(Found::new(kind, record, self.evidence(), BY_HAND)?)
    }

    /// The date of a field: the one that the text has beside the words, as far as it says it, if that
    /// is what stands there.
    fn date(&self, kind: Kind, text: &str) -> Result<Option<Date>, CaptureError> {
        if text.is_empty() {
            return Ok(None);
        }
        let own = self.own_date(kind);
        let own = own.filter(|date| date.edtf() == Some(text));
        if own.is_some() {
            return Ok(own);
        }
        let wrong = |why: String| CaptureError::Date {
            text: text.to_owned(),
            why,
        };
        Date::parse(text)
            .map(Some)
            .map_err(|error| wrong(error.to_string()))
    }
}

/// Was something signed that is so?
pub(super) fn is_signed(status: &str) -> bool {
    matches!(
        AgreementStatus::of(status),
        Some(
            AgreementStatus::Signed
                | AgreementStatus::InForce
                | AgreementStatus::Expired
                | AgreementStatus::Terminated
                | AgreementStatus::Superseded
        )
    )
}

fn fields(kind: Kind, line: &str) -> Result<[&str; 3], CaptureError> {
    let mut parts = line.split(BETWEEN).map(str::trim);
    let fields = std::array::from_fn(|_| parts.next().unwrap_or_default());
    if parts.any(|part| !part.is_empty()) {
        return Err(CaptureError::TooMany(asks(kind).join("; ")));
    }
    Ok(fields)
}

fn missing(kind: Kind, at: usize) -> CaptureError {
    CaptureError::Missing {
        field: asks(kind)[at],
        asks: asks(kind).join("; "),
    }
}

fn needed(kind: Kind, at: usize, text: &str) -> Result<&str, CaptureError> {
    Some(text)
        .filter(|text| !text.is_empty())
        .ok_or_else(|| missing(kind, at))
}

fn some(text: &str) -> Option<Text> {
    (!text.is_empty()).then(|| Text::new(text))
}

fn word<W>(
    field: &'static str,
    text: &str,
    words: &'static [&'static str],
    of: fn(&str) -> Option<W>,
) -> Result<W, CaptureError> {
    of(&text.to_lowercase().replace(' ', "-")).ok_or_else(|| CaptureError::Word {
        field,
        text: text.to_owned(),
        words,
    })
}

/// The kind of instrument that a title names.
fn kind_in(title: &str) -> AgreementKind {
    let title = title.to_lowercase().replace(' ', "-");
    let named = AgreementKind::WORDS
        .iter()
        .filter(|word| title.contains(**word));
    let longest = named.max_by_key(|word| word.len());
    longest
        .and_then(|word| AgreementKind::of(word))
        .unwrap_or_default()
}

/// `trade-total.2022`, with a number behind it if that is taken.
fn figure_id(series: &Id, period: &Date, taken: Taken<'_>) -> Id {
    let period = period.edtf().unwrap_or_default().to_lowercase();
    let part = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let period: String = period.chars().map(part).collect();
    let names = (1..).filter_map(|number| match number {
        1 => Id::new(&format!("{series}.{period}")).ok(),
        number => Id::new(&format!("{series}.{period}-{number}")).ok(),
    });
    let free = names.into_iter().find(|id| !taken(id));
    free.unwrap_or_else(|| series.clone())
}

/// The digits of a number without the zeros at its ends: those of 8.3 and 8300 are the same.
fn significant(printed: &str) -> String {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

type Read = (Option<Qualifier>, Option<Number>, Option<(Number, Number)>);

/// "about 50", "5 to 6".
fn read_value(text: &str) -> Result<Read, CaptureError> {
    let wrong = || CaptureError::Value(text.to_owned());
    let low = text.to_lowercase();
    let named = Qualifier::WORDS.iter().find_map(|word| {
        let rest = low.strip_prefix(&word.replace('-', " "))?;
        Some((
            Qualifier::of(word)?,
            rest.strip_prefix(' ')?.trim().to_owned(),
        ))
    });
    let (qualifier, rest) = match named {
        Some((qualifier, rest)) => (Some(qualifier), rest),
        None => (None, low),
    };
    let number = |text: &str| Number::parse(text.trim()).map_err(|_| wrong());
    let ends = [" to ", "–", ".."]
        .into_iter()
        .find_map(|between| rest.split_once(between));
    match ends {
        Some((low, high)) => Ok((qualifier, None, Some((number(low)?, number(high)?)))),
        None => Ok((qualifier, Some(number(&rest)?), None)),
    }
}
