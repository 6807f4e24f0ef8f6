//! What the reading pane shows, part by part, before it is laid out for a width.

use std::ops::Range;

use crate::dashboard::ui::points::Point;
use crate::describe::page::{Row, Subject};
use crate::dossier::{Evidence, Ref};

/// A part of a reading.
#[derive(Debug)]
pub enum Block {
    /// A part of a page: a heading, running text, a named value.
    Row(Row),
    /// A named value that leads to a record, and what that is, in parts.
    Linked(Row, Vec<String>),
    /// Labels and values of a few words, which share lines.
    Facts(Vec<(String, String)>),
    /// A paragraph of a source.
    Paragraph(Paragraph),
    /// A heading, which may lead somewhere: where and when something was said.
    Head(String, Option<Subject>),
    /// A blank line, unless there is one already.
    Gap,
    /// What somebody said there.
    Speech(Speech),
    /// The figures of a series, as a chart.
    Chart(Chart),
    /// A line of the table of periods.
    Period(Period),
    /// A remark beside the point.
    Remark(String),
}

/// A paragraph of a source, or what is known of it.
#[derive(Debug)]
pub struct Paragraph {
    /// From 1.
    pub number: usize,
    /// Its words, safe to draw.
    pub text: String,
    /// The words that are cited: ranges of bytes of `text`.
    pub marks: Vec<Range<usize>>,
    /// It is the one that is meant, not one around it.
    pub meant: bool,
    /// Reading begins here, where what comes before leaves no room for it.
    pub start: bool,
    /// The records that cite it, to be opened.
    pub records: Vec<(String, Subject)>,
}

/// What somebody said.
#[derive(Debug)]
pub struct Speech {
    /// Who said it, and what is known of them.
    pub speaker: String,
    /// The speaker's record.
    pub who: Option<Subject>,
    /// As what; empty where it was said before.
    pub role: String,
    /// The words.
    pub text: String,
    /// It is the quote that is read, not one around it.
    pub meant: bool,
    /// The quote.
    pub record: Ref,
}

/// The figures of a series on axes.
#[derive(Debug)]
pub struct Chart {
    /// The figures.
    pub points: Vec<Point>,
    /// The one that is read.
    pub selected: usize,
    /// The power of ten of the unit.
    pub scale: i8,
}

/// A figure in the table of periods.
#[derive(Debug)]
pub struct Period {
    /// The period.
    pub period: String,
    /// The sign of how it is known.
    pub shape: char,
    /// How it is known: reported, implied, a forecast, a target.
    pub known: String,
    /// The figure in words.
    pub value: String,
    /// What is said of it, with the sign of a contest in front; empty where nothing is.
    pub verdict: String,
    /// It is contested.
    pub doubtful: bool,
    /// The passage.
    pub source: String,
    /// What it opens.
    pub link: Subject,
    /// It is the figure that is read.
    pub meant: bool,
    /// Reading begins here: it has no passage.
    pub start: bool,
}

impl Block {
    /// What it leads to, from top to bottom, each with the evidence that it tells of.
    pub fn links(&self) -> Vec<(Subject, Option<&Evidence>)> {
        match self {
            Self::Row(Row::Field { link, evidence, .. })
            | Self::Linked(Row::Field { link, evidence, .. }, _) => {
                link.iter().map(|link| (*link, evidence.as_ref())).collect()
            }
            Self::Paragraph(paragraph) => {
                let records = paragraph.records.iter();
                records.map(|(_, subject)| (*subject, None)).collect()
            }
            Self::Speech(speech) if !speech.meant => {
                vec![(Subject::Record(speech.record), None)]
            }
            Self::Speech(speech) => speech.who.iter().map(|who| (*who, None)).collect(),
            Self::Head(_, event) => event.iter().map(|event| (*event, None)).collect(),
            Self::Period(period) if !period.meant => vec![(period.link, None)],
            Self::Row(_)
            | Self::Linked(..)
            | Self::Facts(_)
            | Self::Gap
            | Self::Chart(_)
            | Self::Period(_)
            | Self::Remark(_) => Vec::new(),
        }
    }
}
