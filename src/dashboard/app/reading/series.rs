//! A series: its chart, and a table of its periods with how each figure is known, the verdict on it,
//! and its source.

use super::beside::Cites;
use super::facts::arranged;
use super::{Parts, rows};
use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Chart, Period};
use crate::dashboard::ui::points::{self, Point};
use crate::describe::page::{Row, Subject};
use crate::dossier::{Kind, Ref};

/// Fewer figures than these are read faster in words than on axes.
const LEAST_CHART: usize = 3;

impl App {
    /// Series `at`, or the figure `subject` of it.
    pub(super) fn series_blocks(
        &self,
        at: usize,
        subject: Option<Subject>,
        parts: Parts,
        cites: &Cites,
    ) -> Vec<Block> {
        let points = points::of(&self.workspace, at);
        let is_read = |point: &Point| Some(subject_of(point, at)) == subject;
        let selected = points.iter().position(is_read);
        let mut blocks = Vec::new();
        if points
            .iter()
            .filter(|point| point.place().is_some())
            .count()
            >= LEAST_CHART
        {
            blocks.push(Block::Chart(Chart {
                points: points.clone(),
                selected: selected.unwrap_or(points.len() - 1),
                scale: self.workspace.dossier.series[at].scale,
            }));
        }
        for (place, point) in points.iter().enumerate() {
            let meant = Some(place) == selected;
            let start = meant && parts.evidence.is_empty();
            blocks.push(Block::Period(self.period(point, at, (meant, start))));
        }
        if !points.is_empty() {
            blocks.push(Block::Remark(String::new()));
        }
        let subject = subject.unwrap_or(Subject::Record(Ref::new(Kind::Series, at)));
        let is_whole = subject == Subject::Record(Ref::new(Kind::Series, at));
        let own = arranged(parts.own);
        let mut passages = self.passages(Some(subject), &parts.evidence, cites);
        if is_whole {
            passages.iter_mut().for_each(without_start);
        }
        if points.is_empty() {
            blocks.extend(own);
            blocks.extend(passages);
        } else if passages.is_empty() {
            blocks.extend(own);
        } else {
            blocks.extend(passages);
            blocks.push(Block::Row(Row::Heading("Record")));
            blocks.extend(own);
        }
        // The table shows the figures of a series already.
        if is_whole {
            blocks.retain(|block| !is_listed(block));
        }
        blocks.extend(rows(parts.rest));
        blocks
    }

    fn period(&self, point: &Point, series: usize, (meant, start): (bool, bool)) -> Period {
        let workspace = &self.workspace;
        let evidence = workspace.dossier.evidence(point.record);
        let source = evidence.first();
        let contested = point.contested.map(|at| &workspace.contests.all[at]);
        let contest = contested.map(|one| format!("{} {}", one.standing.sign(), one.title));
        let broken = point.is_break.then(|| "┊ break in the series".to_owned());
        let verdict: Vec<_> = contest.into_iter().chain(broken).collect();
        Period {
            period: point.period.to_string(),
            shape: point.mark.sign(),
            known: point.known().to_owned(),
            value: point.text.clone(),
            verdict: verdict.join("; "),
            doubtful: contested.is_some(),
            source: source.map_or_else(String::new, |e| workspace.dossier.citation(e)),
            link: subject_of(point, series),
            meant,
            start,
        }
    }
}

/// Is it a part of the list of figures?
fn is_listed(block: &Block) -> bool {
    match block {
        Block::Row(Row::Heading(heading)) => *heading == "Figures",
        Block::Row(Row::Field { label, .. }) => label == "figure",
        _ => false,
    }
}

/// Of a whole series the table comes first: reading does not begin at a passage.
fn without_start(block: &mut Block) {
    if let Block::Paragraph(paragraph) = block {
        paragraph.start = false;
    }
}

/// What a point opens.
fn subject_of(point: &Point, series: usize) -> Subject {
    point
        .implied
        .map_or(Subject::Record(point.record), |place| Subject::Implied {
            series,
            place,
        })
}
