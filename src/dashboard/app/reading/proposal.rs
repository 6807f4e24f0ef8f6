//! A proposal: what it is to the dossier, the record, the passage, and why it is proposed.

use super::rows;
use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Reading};
use crate::describe::page::{Row, Subject};
use crate::describe::title;
use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Kind, Observation, Series};
use crate::propose::{News, Proposal, fields, short};

impl App {
    /// The proposal that is selected in the inbox.
    pub(super) fn proposal_reading(&self) -> Option<Reading> {
        let one = self.proposal()?;
        let mut blocks = rows(self.news_rows(one));
        if let Some(remark) = &one.remark {
            blocks.push(Block::Row(Row::Body(clean_line(remark))));
        }
        let lacks = one.lacks.iter();
        blocks.extend(lacks.map(|field| {
            Block::Remark(format!(
                "The text names no {field}: s chooses one, e edits the record."
            ))
        }));
        blocks.push(Block::Row(Row::Heading("Proposed record")));
        blocks.extend(rows(self.record_rows(one)));
        let anchor = std::slice::from_ref(&one.anchor);
        blocks.extend(self.passages(None, anchor, &self.cites(None, anchor)));
        blocks.push(Block::Row(Row::Heading("Why it is proposed")));
        blocks.extend(rows(vec![
            field("certainty", &one.confidence),
            field("reason", &one.reason),
            field("rule", &one.rule),
        ]));
        Some(Reading {
            subject: None,
            title: clean_line(&short(one, &|id| self.called(id))),
            place: clean_line(&format!(
                "{} · proposed {} · {}",
                one.confidence, one.kind, one.id
            )),
            blocks,
            write: None,
            text: None,
        })
    }

    /// What it is to the dossier, with the record that it was compared with.
    fn news_rows(&self, one: &Proposal) -> Vec<Row> {
        let dossier = &self.workspace.dossier;
        let Some(of) = &one.of else {
            return vec![field("new", "the dossier has nothing like it")];
        };
        let found = dossier.find(of);
        let waits = || format!("{of}, which waits");
        let value = found.map_or_else(waits, |record| dossier.dated_title(record));
        let label = match one.news {
            News::New => "new",
            News::Same => "same as",
            News::MorePrecise => "more precise than",
            News::Differs => "≠ differs from",
            News::Echo => "echo of",
        };
        vec![Row::Field {
            label: label.to_owned(),
            value,
            link: found.map(Subject::Record),
            evidence: None,
        }]
    }

    fn record_rows(&self, one: &Proposal) -> Vec<Row> {
        let dossier = &self.workspace.dossier;
        let Some(all) = fields(one, dossier, &|id| self.called(id)) else {
            return vec![field("not sound", one.record.get())];
        };
        let series = one
            .series
            .as_ref()
            .map(|id| field("series", &self.called(id)));
        let figure = self.proposed_figure(one);
        let figure = figure.map(|figure| field("figure", &figure));
        let all = all.iter().filter_map(|(label, value)| {
            let words = match one.kind() {
                Some(Kind::Series) if label == SCALE => scale(value)?,
                _ => value.clone(),
            };
            Some(field(label, &words))
        });
        series.into_iter().chain(figure).chain(all).collect()
    }

    /// A proposed figure with its unit, which its series has: "EUR 1.9 billion".
    fn proposed_figure(&self, one: &Proposal) -> Option<String> {
        let id = one.series.as_ref()?;
        let figure: Observation = serde_json::from_str(one.record.get()).ok()?;
        let dossier = &self.workspace.dossier;
        if let Some(found) = dossier.find(id).filter(|found| found.kind == Kind::Series) {
            return Some(title::figure(&dossier.series[found.at], &figure));
        }
        let all = self.proposed.inbox()?.proposals.iter();
        let mut series = all
            .filter(|other| other.kind() == Some(Kind::Series))
            .filter_map(|other| serde_json::from_str::<Series>(other.record.get()).ok());
        let series = series.find(|series| series.id == *id)?;
        Some(title::figure(&series, &figure))
    }
}

/// The label of the power of ten of a series.
const SCALE: &str = "figures in";

/// A power of ten in words; none for one.
fn scale(power: &str) -> Option<String> {
    let word = title::scale_word(power.parse().ok()?);
    (!word.is_empty()).then(|| word.trim_start().to_owned())
}

fn field(label: &str, value: &str) -> Row {
    Row::Field {
        label: clean_line(label),
        value: clean(value).into_owned(),
        link: None,
        evidence: None,
    }
}
