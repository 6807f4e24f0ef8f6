//! What the reading pane shows: a page with the passages in the place of bare references, a source as
//! its text, a quote in its dialogue, a series with its chart and its periods.

mod beside;
mod dialogue;
mod facts;
mod group;
mod passages;
mod proposal;
mod sentence;
mod series;
mod text;

use beside::Cites;
use facts::arranged;

use super::{App, Front};
use crate::cite;
use crate::contested;
use crate::dashboard::action::ListId;
use crate::dashboard::ui::list::Target;
use crate::dashboard::ui::pane::{Block, Reading};
use crate::describe::about;
use crate::describe::page::{Page, Row, Subject};
use crate::dossier::{Evidence, Id, Kind, Ref};
use crate::due::Due;

impl App {
    /// The pane shows what is selected.
    pub(super) fn follow(&mut self) {
        if let Some(kept) = self.kept() {
            let is_root = !self.inside || self.pane.depth() == 0;
            if is_root && self.shown.as_ref() != Some(&kept) {
                self.read_again();
            }
            return;
        }
        // A list of what can be done with what is read leaves it there.
        let keeps = matches!(
            self.lists.last(),
            Some(Front::List(list)) if matches!(list.id, ListId::Copy | ListId::Palette | ListId::Write)
        ) && self.front().is_none();
        if (self.inside || keeps) && self.pane.root().is_some() {
            return;
        }
        let was_kept = self.shown.is_some();
        if was_kept || self.pane.root() != self.front() || self.pane.depth() > 0 {
            self.read_again();
        }
    }

    /// What is to be read and is no record: the proposal or sentence of the list in front, or of one below
    /// where that in front lists nothing to be read; without a list the group of the panel.
    pub(super) fn kept(&self) -> Option<Target> {
        if self.front().is_some() {
            return None;
        }
        if self.lists.is_empty() {
            return self.group().map(|(name, _)| Target::Group(name));
        }
        let lists = self.lists.iter().rev().filter_map(|front| match front {
            Front::List(list) => list.target(),
            Front::GlobalSearch(_) => None,
        });
        let is_kept = |target: &Target| matches!(target, Target::Proposal(_) | Target::Sentence(_));
        lists.into_iter().find(is_kept)
    }

    /// The pane shows what is selected, whatever it showed before.
    pub(super) fn read_again(&mut self) {
        self.shown = self.kept();
        let reading = match &self.shown {
            Some(Target::Sentence(_)) => self.sentence_reading(),
            Some(Target::Group(_)) => self.group_reading(),
            Some(_) => self.proposal_reading(),
            None => self.front().map(|subject| self.reading(subject, None)),
        };
        self.inside &= reading.is_some();
        self.pane.show(reading);
    }

    /// Goes on to another record; of a source to the paragraph that `evidence` names.
    pub(super) fn open(&mut self, subject: Subject, evidence: Option<&Evidence>) {
        let reading = self.reading(subject, evidence);
        self.pane.open(reading);
    }

    /// Follows the selected link of the pane.
    pub(super) fn follow_link(&mut self) {
        if let Some((subject, evidence)) = self.pane.target() {
            self.open(subject, evidence.as_ref());
        }
    }

    /// A record, with what contests it, or something that is contested.
    fn page(&self, subject: Subject) -> Page {
        let (dossier, contests) = (&self.workspace.dossier, &self.workspace.contests);
        match subject {
            Subject::Finding(at) => contested::page::contested(dossier, at, &contests.all[at]),
            Subject::Record(record) => cite::page(dossier, contests, record, self.day()),
            Subject::Implied { series, place } => {
                let page = cite::implied_page(dossier, contests, (series, place));
                let series = || Ref::new(Kind::Series, series);
                page.unwrap_or_else(|| cite::page(dossier, contests, series(), self.day()))
            }
        }
    }

    fn reading(&self, subject: Subject, evidence: Option<&Evidence>) -> Reading {
        let page = self.page(subject);
        let title = page.title.clone();
        let (mut parts, write) = Parts::of(page);
        parts.own.splice(0..0, self.due_row(subject));
        let record = match subject {
            Subject::Record(record) => Some(record),
            Subject::Finding(_) | Subject::Implied { .. } => None,
        };
        let evidence_of = parts.evidence.clone();
        let cites = self.cites(record, &evidence_of);
        let mut blocks = match subject {
            Subject::Record(record) if record.kind == Kind::Source => {
                self.source_blocks(record, parts, evidence)
            }
            Subject::Record(record) if record.kind == Kind::Quote => {
                self.quote_blocks(record, parts, &cites)
            }
            Subject::Record(Ref {
                kind: Kind::Series,
                at,
            }) => self.series_blocks(at, None, parts, &cites),
            Subject::Record(record) if record.kind == Kind::Observation => {
                let series = self.workspace.dossier.series_of(record.at);
                self.series_blocks(series, Some(subject), parts, &cites)
            }
            Subject::Implied { series, .. } => {
                self.series_blocks(series, Some(subject), parts, &cites)
            }
            Subject::Record(_) | Subject::Finding(_) => self.blocks(subject, parts, &cites),
        };
        if let Some(record) = record.filter(|record| record.kind != Kind::Source) {
            blocks.extend(self.beside(record, &evidence_of, &cites, &blocks));
        }
        Reading {
            subject: Some(subject),
            title,
            place: self.place(subject),
            blocks: blocks.into_iter().map(|block| self.linked(block)).collect(),
            write,
            text: self.text_of(subject),
        }
    }

    /// A row that leads to a record, with what that is.
    fn linked(&self, block: Block) -> Block {
        let Block::Row(row) = block else {
            return block;
        };
        let Some(Subject::Record(record)) = link(&row) else {
            return Block::Row(row);
        };
        let dossier = &self.workspace.dossier;
        let status = (record.kind == Kind::Agreement)
            .then(|| dossier.agreements[record.at].status.word().to_owned());
        let about = status.into_iter().chain(about(dossier, record));
        Block::Linked(row, about.collect())
    }

    /// The source that is read, if its text is at hand.
    fn text_of(&self, subject: Subject) -> Option<Id> {
        let Subject::Record(record) = subject else {
            return None;
        };
        let source = (record.kind == Kind::Source).then(|| self.workspace.dossier.id(record));
        source.filter(|source| self.texts.has(source))
    }

    /// What is due of a record.
    fn due_row(&self, subject: Subject) -> Option<Row> {
        let is_it = |due: &&Due| subject == Subject::Record(due.record);
        let due = self.workspace.due.iter().find(is_it)?;
        Some(Row::Field {
            label: due.class.word().to_owned(),
            value: due.words.clone(),
            link: None,
            evidence: None,
        })
    }

    /// The parts of a page, with its passages behind what it says itself.
    fn blocks(&self, subject: Subject, parts: Parts, cites: &Cites) -> Vec<Block> {
        let mut blocks = arranged(parts.own);
        blocks.extend(self.passages(Some(subject), &parts.evidence, cites));
        blocks.extend(rows(parts.rest));
        blocks
    }

    /// What a subject is and where it is kept.
    fn place(&self, subject: Subject) -> String {
        match subject {
            Subject::Finding(_) => "contested".to_owned(),
            Subject::Implied { .. } => "computed figure".to_owned(),
            Subject::Record(record) => {
                let kind = record.kind.singular();
                let place = self.workspace.dossier.place(record);
                place.map_or_else(
                    || kind.to_owned(),
                    |place| {
                        let file = place.file.rsplit('/').next().unwrap_or_default();
                        format!("{kind} · {file}:{}", place.line)
                    },
                )
            }
        }
    }
}

/// A page in the order in which it is read.
struct Parts {
    /// What the record says itself.
    own: Vec<Row>,
    /// What it is based on.
    evidence: Vec<Evidence>,
    /// What contests it, then what else it is tied to.
    rest: Vec<Row>,
}

impl Parts {
    /// The parts, and what may be written: the advice and the sentence.
    fn of(page: Page) -> (Self, Option<(String, String)>) {
        let mut sections: Vec<(&'static str, Vec<Row>)> = vec![("", Vec::new())];
        for row in page.rows {
            match row {
                Row::Heading(heading) => sections.push((heading, Vec::new())),
                row => sections
                    .last_mut()
                    .into_iter()
                    .for_each(|(_, rows)| rows.push(row.clone())),
            }
        }
        let mut parts = Self {
            own: Vec::new(),
            evidence: Vec::new(),
            rest: Vec::new(),
        };
        let mut write = None;
        let mut related = Vec::new();
        let mut own = true;
        for (at, (heading, rows)) in sections.into_iter().enumerate() {
            let rest = match heading {
                "" if at == 0 => {
                    parts.own.extend(rows);
                    continue;
                }
                "Evidence" => {
                    own = false;
                    parts.evidence.extend(rows.into_iter().filter_map(anchor));
                    continue;
                }
                "Write" => {
                    write = written(&rows);
                    continue;
                }
                "Contested" => &mut parts.rest,
                "Related" | "All that is said of it" => &mut related,
                _ if own => &mut parts.own,
                _ => &mut related,
            };
            rest.push(Row::Heading(heading));
            rest.extend(rows);
        }
        parts.rest.extend(related);
        parts.drop_repeated();
        (parts, write)
    }

    /// Without links that the record itself has, passages that are shown in full, and headings of
    /// nothing.
    fn drop_repeated(&mut self) {
        let links: Vec<_> = self.own.iter().filter_map(link).collect();
        let (evidence, rest) = (&self.evidence, &mut self.rest);
        rest.retain(|row| match row {
            Row::Field {
                evidence: Some(own),
                ..
            } => !evidence.contains(own),
            row => link(row).is_none_or(|link| !links.contains(&link)),
        });
        let is_heading = |row: Option<&Row>| matches!(row, None | Some(Row::Heading(_)));
        let kept: Vec<_> = (0..rest.len())
            .filter(|at| !(matches!(rest[*at], Row::Heading(_)) && is_heading(rest.get(at + 1))))
            .collect();
        *rest = kept.into_iter().map(|at| rest[at].clone()).collect();
    }
}

fn link(row: &Row) -> Option<Subject> {
    match row {
        Row::Field { link, .. } => *link,
        Row::Heading(_) | Row::Body(_) => None,
    }
}

fn anchor(row: Row) -> Option<Evidence> {
    match row {
        Row::Field { evidence, .. } => evidence,
        Row::Heading(_) | Row::Body(_) => None,
    }
}

fn written(rows: &[Row]) -> Option<(String, String)> {
    let mut values = rows.iter().filter_map(|row| match row {
        Row::Field { value, .. } => Some(value.clone()),
        Row::Heading(_) | Row::Body(_) => None,
    });
    let sentence = values.next()?;
    Some((values.next().unwrap_or_default(), sentence))
}

fn rows(rows: Vec<Row>) -> Vec<Block> {
    rows.into_iter().map(Block::Row).collect()
}
