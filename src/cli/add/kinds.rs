//! The options of each kind of record.

mod give;

use clap::builder::PossibleValuesParser as Words;
use clap::{Args, Subcommand};

use super::members::{Members, code, date, id, number};
use crate::dossier::about::About;
use crate::dossier::agreement::{AgreementKind, AgreementStatus};
use crate::dossier::claim::Modality;
use crate::dossier::dispute::DisputeKind;
use crate::dossier::event::EventStatus;
use crate::dossier::quote::QuoteKind;
use crate::dossier::series::{Firmness, Flow, Qualifier, SeriesKind};
use crate::dossier::{Kind, Number};

/// What can be added.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Record {
    /// Something on the timeline: what happened, goes on, is planned or spoken of
    Event(Event),
    /// An instrument between parties
    Agreement(Agreement),
    /// A text that the rest stands on
    Source(Source),
    /// Someone who is named
    Person(Person),
    /// A body: state, ministry, company, university, bloc, …
    Organisation(Organisation),
    /// A paragraph of speech, word for word
    Quote(Quote),
    /// Another statement, in your words
    Claim(Claim),
    /// A row of figures, or of goods
    Series(Series),
    /// One printed figure of a series
    Figure(Figure),
    /// What disagrees and no rule can compute
    Dispute(Dispute),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Event {
    /// What it is, in a few words
    #[arg(long)]
    title: Option<String>,
    /// What it is, in a sentence or two
    #[arg(long)]
    summary: Option<String>,
    /// When: 2024-05-11, 2024, 1975~, 2025-01/2025-05, 2021/.., …
    #[arg(long, value_parser = date)]
    date: Option<String>,
    /// How the date was worked out, where no source prints it
    #[arg(long, requires = "date")]
    why: Option<String>,
    /// summit, meeting, visit, signing, statement, project, …
    #[arg(long)]
    kind: Option<String>,
    /// How real it is
    #[arg(long, value_parser = Words::new(EventStatus::WORDS), default_value = "occurred")]
    status: String,
    /// Where
    #[arg(long)]
    place: Option<String>,
    /// Who took part: a country's code or an id, perhaps `=` and as what
    #[arg(long, value_name = "WHO[=ROLE]")]
    participant: Vec<String>,
    /// The event that it belongs to
    #[arg(long, value_name = "ID", value_parser = id)]
    part_of: Option<String>,
    /// An event that it follows
    #[arg(long, value_name = "ID", value_parser = id)]
    follows: Vec<String>,
    /// An agreement that it brought about
    #[arg(long, value_name = "ID", value_parser = id)]
    agreement: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Agreement {
    /// What it is called
    #[arg(long)]
    title: Option<String>,
    /// What sort of instrument
    #[arg(long, value_parser = Words::new(AgreementKind::WORDS))]
    kind: Option<String>,
    /// A party: a country's code or an id, perhaps `=` and the side that it acts for
    #[arg(long, value_name = "WHO[=SIDE]")]
    party: Vec<String>,
    /// When it was signed
    #[arg(long, value_name = "DATE", value_parser = date)]
    signed: Option<String>,
    /// How that date was worked out, where no source prints it
    #[arg(long, requires = "signed")]
    why: Option<String>,
    /// When it came into force
    #[arg(long, value_name = "DATE", value_parser = date)]
    in_force: Option<String>,
    /// When it ends
    #[arg(long, value_name = "DATE", value_parser = date)]
    ends: Option<String>,
    /// The period that it covers, such as 2025/2026
    #[arg(long, value_name = "DATE", value_parser = date)]
    horizon: Option<String>,
    /// Where it stands
    #[arg(long, value_parser = Words::new(AgreementStatus::WORDS))]
    status: Option<String>,
    /// The event where it was signed
    #[arg(long, value_name = "ID", value_parser = id)]
    event: Option<String>,
    /// An agreement that it continues
    #[arg(long, value_name = "ID", value_parser = id)]
    follows: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Source {
    /// A word of CSL: article-newspaper, report, webpage, speech, …
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Its title; in square brackets where it has none of its own
    #[arg(long)]
    title: Option<String>,
    /// Who wrote it
    #[arg(long, value_name = "ID", value_parser = id)]
    author: Vec<String>,
    /// The journal or site that it stands in
    #[arg(long)]
    container_title: Option<String>,
    /// Who published it
    #[arg(long)]
    publisher: Option<String>,
    /// When it was published
    #[arg(long, value_name = "DATE", value_parser = date)]
    issued: Option<String>,
    /// How that date was worked out, where it does not print it
    #[arg(long, requires = "issued")]
    why: Option<String>,
    /// When it was read
    #[arg(long, value_name = "DATE", value_parser = date)]
    accessed: Option<String>,
    /// Where it was read
    #[arg(long)]
    url: Option<String>,
    /// en, lo, ru, …
    #[arg(long)]
    language: Option<String>,
    /// The side whose own outlet it is; none for a third party
    #[arg(long, value_name = "CODE", value_parser = code)]
    side: Option<String>,
    /// Its text, by its name in the folder of the dossier
    #[arg(long)]
    file: Option<String>,
    /// The checksum of that text
    #[arg(long)]
    sha256: Option<String>,
    /// Who holds the rights
    #[arg(long)]
    rights: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Person {
    /// In the dossier's language
    #[arg(long)]
    name: Option<String>,
    /// In their own script
    #[arg(long)]
    native_name: Option<String>,
    /// Another spelling
    #[arg(long, value_name = "NAME")]
    alias: Vec<String>,
    /// Their country
    #[arg(long, value_name = "CODE", value_parser = code)]
    country: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Organisation {
    /// Its name
    #[arg(long)]
    name: Option<String>,
    /// Its short name
    #[arg(long)]
    acronym: Option<String>,
    /// state body, company, university, bloc, …
    #[arg(long)]
    kind: Option<String>,
    /// Its country
    #[arg(long, value_name = "CODE", value_parser = code)]
    country: Option<String>,
    /// Another name
    #[arg(long, value_name = "NAME")]
    alias: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Quote {
    /// Who speaks
    #[arg(long, value_name = "ID", value_parser = id)]
    speaker: Option<String>,
    /// As what, at the time
    #[arg(long)]
    role: Option<String>,
    /// When it was said
    #[arg(long, value_name = "DATE", value_parser = date)]
    said: Option<String>,
    /// How that date was worked out, where no source prints it
    #[arg(long, requires = "said")]
    why: Option<String>,
    /// The event where it was said
    #[arg(long, value_name = "ID", value_parser = id)]
    event: Option<String>,
    /// The language in which it is printed: en, lo, ru, …
    #[arg(long)]
    language: Option<String>,
    /// Whether it was spoken in another one
    #[arg(long, value_parser = Words::new(["yes", "no", "unknown"]), default_value = "unknown")]
    translation: String,
    /// The speaker's words
    #[arg(long)]
    text: Option<String>,
    /// How much of it is verbatim
    #[arg(long, value_parser = Words::new(QuoteKind::WORDS), default_value = "verbatim")]
    kind: String,
    /// What was asked, in your words
    #[arg(long)]
    prompt: Option<String>,
    /// The quote that it answers
    #[arg(long, value_name = "ID", value_parser = id)]
    in_reply_to: Option<String>,
    /// Who is spoken to
    #[arg(long, value_name = "ID", value_parser = id)]
    addressee: Option<String>,
    /// Its place on the occasion
    #[arg(long, value_name = "N")]
    sequence: Option<u32>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Claim {
    /// What is claimed, in your words
    #[arg(long)]
    statement: Option<String>,
    /// What it is about: an id, or a country's code
    #[arg(long, value_name = "ID")]
    about: Vec<String>,
    /// Who asserts it: a person, organisation or source
    #[arg(long, value_name = "ID", value_parser = id)]
    asserted_by: Option<String>,
    /// How it is put
    #[arg(long, value_parser = Words::new(Modality::WORDS), default_value = "assertion")]
    modality: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Series {
    /// What it measures
    #[arg(long)]
    title: Option<String>,
    /// Of what kind
    #[arg(long, value_parser = Words::new(SeriesKind::WORDS))]
    kind: Option<String>,
    /// USD, %, persons, ha, …
    #[arg(long)]
    unit: Option<String>,
    /// The power of ten of its figures: 6 for "8.3 million"
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    scale: Option<i8>,
    /// Which way the goods go, seen from the reporter
    #[arg(long, value_parser = Words::new(Flow::WORDS))]
    flow: Option<String>,
    /// Who reports: a country's code or an id
    #[arg(long, value_name = "WHO")]
    reporter: Option<String>,
    /// The other side of the flow
    #[arg(long, value_name = "WHO")]
    partner: Option<String>,
    /// What is traded
    #[arg(long)]
    commodity: Option<String>,
    /// For growth: the series of levels that it is about
    #[arg(long, value_name = "ID", value_parser = id)]
    of: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Figure {
    /// The series that it belongs to
    #[arg(long, value_name = "ID", value_parser = id)]
    series: Option<String>,
    /// The time that it is about
    #[arg(long, value_name = "DATE", value_parser = date)]
    period: Option<String>,
    /// As printed: 8.3 is not 8.30
    #[arg(long, value_name = "NUMBER", value_parser = number, allow_negative_numbers = true)]
    value: Option<Number>,
    /// The word before it
    #[arg(long, value_parser = Words::new(Qualifier::WORDS))]
    qualifier: Option<String>,
    /// How firm it is
    #[arg(long, value_parser = Words::new(Firmness::WORDS))]
    status: Option<String>,
    /// For growth: the period that it grew from
    #[arg(long, value_name = "DATE", value_parser = date)]
    compared_with: Option<String>,
    /// Who gives it: a source, person or organisation
    #[arg(long, value_name = "ID", value_parser = id)]
    said_by: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Dispute {
    /// What disagrees, in a few words
    #[arg(long)]
    title: Option<String>,
    /// In what way
    #[arg(long, value_parser = Words::new(DisputeKind::WORDS))]
    kind: Option<String>,
    /// A record that it stands between
    #[arg(long, value_name = "ID")]
    between: Vec<String>,
    /// What the disagreement is, in your words
    #[arg(long)]
    explanation: Option<String>,
    /// The record that you follow
    #[arg(long, value_name = "ID", value_parser = id, requires = "why")]
    preferred: Option<String>,
    /// Why you follow it
    #[arg(long, requires = "preferred")]
    why: Option<String>,
}

impl Record {
    /// Its kind.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Event(_) => Kind::Event,
            Self::Agreement(_) => Kind::Agreement,
            Self::Source(_) => Kind::Source,
            Self::Person(_) => Kind::Person,
            Self::Organisation(_) => Kind::Organisation,
            Self::Quote(_) => Kind::Quote,
            Self::Claim(_) => Kind::Claim,
            Self::Series(_) => Kind::Series,
            Self::Figure(_) => Kind::Observation,
            Self::Dispute(_) => Kind::Dispute,
        }
    }

    /// What its options say, in a dossier of these two sides.
    pub(super) fn members(&self, about: &About) -> Members {
        let mut members = Members::default();
        match self {
            Self::Event(event) => event.give(&mut members),
            Self::Agreement(agreement) => agreement.give(&mut members, about),
            Self::Source(source) => source.give(&mut members),
            Self::Person(person) => person.give(&mut members),
            Self::Organisation(organisation) => organisation.give(&mut members),
            Self::Quote(quote) => quote.give(&mut members),
            Self::Claim(claim) => claim.give(&mut members),
            Self::Series(series) => series.give(&mut members),
            Self::Figure(figure) => figure.give(&mut members),
            Self::Dispute(dispute) => dispute.give(&mut members),
        }
        members
    }
}
