//! A record that is proposed: what it rests on, which rule found it, how certain that is, and what it
//! is to the dossier.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::dossier::{Evidence, Id, Kind, Text};
use crate::extract::{Basis, Confidence};

/// What a proposal is to the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// The dossier has nothing like it.
    New,
    /// A record says the same: accepting adds this passage to its evidence.
    Same,
    /// A record says the same, less exactly: accepting adds this passage to an event or agreement and
    /// gives it the date; a figure is added beside the other.
    MorePrecise,
    /// A record says otherwise: accepting keeps both.
    Differs,
    /// The words of one utterance, as another source prints them.
    Echo,
}

impl News {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::MorePrecise => "more precise",
            Self::Differs => "differs",
            Self::Echo => "echo",
        }
    }
}

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It is in the dossier.
    Accepted,
    /// It is not wanted.
    Rejected,
}

/// A proposed record. In `proposed.jsonl` each is a line.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Its name in the inbox.
    pub id: Id,
    /// The kind of its record, in the singular: `quote`, `figure`.
    pub kind: String,
    /// What a person decided; none while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// What it is to the dossier.
    pub news: News,
    /// The record of the dossier that it repeats or contradicts, or the waiting one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// The comparison in words.
    #[serde(rename = "told", default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// The rule that found it.
    pub rule: Text,
    /// `sure`, `likely` or `unsure`.
    pub confidence: Text,
    /// Why, in words.
    pub reason: Text,
    /// What has to be filled in before it can be accepted, such as `speaker`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Text>,
    /// For a figure: the series that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Id>,
    /// Where it comes from.
    pub anchor: Evidence,
    /// The record, as its file would have it.
    pub record: Box<RawValue>,
}

impl PartialEq for Proposal {
    fn eq(&self, other: &Self) -> bool {
        let words = |one: &Self| {
            let basis = [&one.rule, &one.confidence, &one.reason].map(Text::clone);
            (
                one.remark.clone(),
                basis,
                one.lacks.clone(),
                one.record.get().to_owned(),
            )
        };
        let ids = |one: &Self| (one.id.clone(), one.of.clone(), one.series.clone());
        let state = |one: &Self| (one.kind.clone(), one.decision, one.news);
        ids(self) == ids(other)
            && state(self) == state(other)
            && self.anchor == other.anchor
            && words(self) == words(other)
    }
}

impl Proposal {
    /// The kind of its record; none if a person wrote another word.
    pub fn kind(&self) -> Option<Kind> {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.singular() == self.kind)
    }

    /// What makes it the same proposal when the text is read again.
    pub fn key(&self) -> (Id, u32, String, String) {
        let anchor = &self.anchor;
        let around = [anchor.prefix.as_ref(), anchor.suffix.as_ref()]
            .map(|text| text.map_or("", Text::as_str))
            .join("|");
        let words = format!("{}|{around}", anchor.words());
        let source = anchor.source.clone();
        (source, anchor.paragraph, self.kind.clone(), words)
    }

    /// The record of the dossier that gets its passage, and a more precise date of it, instead of a record
    /// of its own.
    pub fn goes_into(&self) -> Option<&Id> {
        let dated = matches!(self.kind(), Some(Kind::Event | Kind::Agreement));
        let merges = match self.news {
            News::Same => true,
            News::MorePrecise => dated,
            News::New | News::Differs | News::Echo => false,
        };
        self.of.as_ref().filter(|_| merges)
    }

    /// Is it one of several readings?
    pub fn is_unsure(&self) -> bool {
        self.confidence.as_str() == Confidence::Unsure.word()
    }

    /// Does it wait for a decision?
    pub fn is_open(&self) -> bool {
        self.decision.is_none()
    }
}

/// What a stage found, before it has a name in the inbox.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) basis: Basis,
    pub(super) news: News,
    pub(super) of: Option<Id>,
    pub(super) remark: Option<String>,
    pub(super) lacks: Vec<Text>,
    pub(super) series: Option<Id>,
    pub(super) anchor: Evidence,
    pub(super) record: Box<RawValue>,
}

impl Found {
    /// A record that nothing in the dossier is like.
    pub(super) fn new<R: Serialize>(
        kind: Kind,
        record: &R,
        anchor: Evidence,
        basis: Basis,
    ) -> serde_json::Result<Self> {
        Ok(Self {
            kind,
            basis,
            news: News::New,
            of: None,
            remark: None,
            lacks: Vec::new(),
            series: None,
            anchor,
            record: serde_json::value::to_raw_value(record)?,
        })
    }

    /// The same, as the comparison with the dossier found it.
    pub(super) fn meets(mut self, met: Option<Met>) -> Self {
        if let Some(met) = met {
            self.news = met.news;
            self.of = Some(met.of);
            self.remark = met.remark;
        }
        self
    }

    /// As the inbox has it.
    pub(super) fn named(self, id: Id) -> Proposal {
        Proposal {
            id,
            kind: self.kind.singular().to_owned(),
            decision: None,
            news: self.news,
            of: self.of,
            remark: self.remark.as_deref().map(Text::new),
            rule: Text::new(self.basis.rule),
            confidence: Text::new(self.basis.confidence.word()),
            reason: Text::new(self.basis.reason),
            lacks: self.lacks,
            series: self.series,
            anchor: self.anchor,
            record: self.record,
        }
    }
}

/// The record of the dossier that a proposal meets.
pub(super) struct Met {
    pub(super) news: News,
    pub(super) of: Id,
    pub(super) remark: Option<String>,
}
