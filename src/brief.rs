//! A brief to hand in: one to two pages on a relationship, every line with a footnote that leads to
//! a source and a paragraph. What goes in is chosen by the rules told at each part, not by taste,
//! and nothing is said that the dossier does not say.
//!
//! | part | rule |
//! |---|---|
//! | occasions | the last three on which both sides met: summits, meetings, visits, talks, consultations, negotiations and signings that took place; what was a part of one does not stand beside it |
//! | key dates | of dated events between both sides that are acts of state (relations, recognition, partnerships, treaties, accessions, politics, wars, summits, signings) the first and the last six, without those told above |
//! | agreements | between both sides and signed or in force, the latest ten; those that others follow stand with these |
//! | under way | agreements between both sides that are planned or under discussion, the latest four; then four events that are planned, proposed or under discussion, and four more that are older than five years, with the age of their evidence |
//! | deadlines | what is overdue or falls due within 90 days between both sides, the six most pressing |
//! | figures | everything that is said of trade and other matters between the two, of each measure the last four times; of one side alone the last time of a measure; trade first, then investment, aid, loans and people; goods in words; a chart where there are two times to compare |
//! | quotations | one for each side: word for word, 60 to 400 characters, no question, by somebody with a role who speaks for somebody, with a date or at least a day by which it was said, and whose words nobody disputes as to who said them; first those that name both sides, then those with a date, the latest first |
//! | open disputes | the six gravest that the compiler has not settled, computed or stored; of equal weight first what touches a line above |
//!
//! Of records that somebody chose one by one (marked) the rules leave none out: every figure and quotation
//! stands in its part, and events, agreements and claims that have no part stand at the end.
//!
//! A side acts through its own name, the states whose place it took, and the people and bodies of
//! its country. Dates are as precise as they were told; one that was worked out stands in square
//! brackets. Contested figures say so and stand beside each other: nothing is averaged. What a part
//! leaves out is counted, and at the end every event, agreement, figure, quote and claim that is not listed,
//! by reason. A line longer than three or so in print ends in an ellipsis; speech is never
//! cut.

mod agreements;
mod annex;
pub mod bookmark;
mod deadlines;
mod disputes;
mod events;
mod figures;
mod further;
mod left_out;
mod notes;
mod options;
pub mod plot;
mod pointers;
mod quotes;
mod scope;
pub mod styled;
mod words;

use chrono::NaiveDate;

use crate::cite::{Manual, Works};
use crate::contested::{Contests, Standing};
use crate::dossier::text::as_given;
use crate::dossier::{Dossier, Id, Ref};
use crate::due::{Due, due};
pub use notes::{Excerpt, Note, Notes, Place, letter};
pub use options::Options;
use scope::Scope;
pub(crate) use words::{WORKED_OUT, date as spoken};

/// A brief, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// What it is on.
    pub title: String,
    /// The day that it is written for; none in a dossier without dates.
    pub day: Option<NaiveDate>,
    /// What it is drawn from, and how far it goes.
    pub stand: Vec<String>,
    /// Its parts; those with nothing in them are left out.
    pub sections: Vec<Section>,
    /// The footnotes, the first of which has number 1.
    pub notes: Vec<Note>,
    /// The sources that the footnotes lead to, in full.
    pub sources: Vec<String>,
    /// Their ids.
    pub source_ids: Vec<Id>,
    /// For each kind of record how many are listed, and why the others are not.
    pub left_out: Vec<String>,
    /// The paragraphs that the footnotes lead to, if they were asked for.
    pub excerpts: Vec<Excerpt>,
    /// The style manual of footnotes and sources, if one was asked for, and the sources as it takes them.
    manual: Option<(Manual, Works)>,
}

/// A part of a brief.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// What is in it.
    pub body: Body,
    /// What was left out of it, if anything was.
    pub rest: Option<String>,
}

/// What is in a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A list.
    Lines(Vec<Line>),
    /// A list whose lines are pointed at by their numbers.
    Numbered(Vec<Line>),
    /// A table of figures, with charts of some.
    Figures {
        /// The charts.
        plots: Vec<plot::Plot>,
        /// The rows.
        rows: Vec<Row>,
        /// What is told in words.
        lines: Vec<Line>,
    },
    /// Quotations.
    Quotes(Vec<Quotation>),
}

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it begins with, set off from the rest: a date, a title.
    pub lead: String,
    /// Whole sentences.
    pub text: String,
    /// Its footnote.
    pub note: usize,
    /// The records that it tells of.
    pub records: Vec<Id>,
}

impl Line {
    /// Characters of the lead, and of the text: some three lines in print.
    const LEAD: usize = 140;
    const TEXT: usize = 340;

    fn new(lead: String, text: String, note: usize, records: Vec<Id>) -> Self {
        Self {
            lead: words::short(lead, Self::LEAD),
            text: words::short(text, Self::TEXT),
            note,
            records,
        }
    }
}

/// A row of the table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub measure: String,
    /// The time.
    pub period: String,
    /// `●`, `○`, `◇` or `△`, as in the dashboard.
    pub mark: plot::Mark,
    /// The figure in words.
    pub figure: String,
    /// Status.
    pub verdict: String,
    /// What disagrees with it, by its place among all that is contested.
    pub contest: Option<usize>,
    /// How that stands; none where nothing disagrees.
    pub standing: Option<Standing>,
    /// Its footnote.
    pub note: usize,
    /// The figures that it tells of.
    pub records: Vec<Id>,
}

/// Words that may be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words, paragraph by paragraph, which may have several lines and tabs.
    pub paragraphs: Vec<String>,
    /// Who said them, as what and when.
    pub by: String,
    /// Its footnote.
    pub note: usize,
    /// The quote.
    pub records: Vec<Id>,
}

/// What the parts are made from.
struct Making<'a> {
    dossier: &'a Dossier,
    scope: Scope<'a>,
    contests: Contests,
    /// The day that periods are held against.
    today: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
    /// What is due on that day.
    due: Vec<Due>,
    notes: Notes<'a>,
    /// Records that a line tells of.
    shown: Vec<Ref>,
    /// What is kept was chosen record by record.
    is_picked: bool,
}

impl Brief {
    /// Writes the brief.
    pub fn new(dossier: &Dossier, options: &Options) -> Self {
        as_given(|| Self::made(dossier, options))
    }

    fn made(dossier: &Dossier, options: &Options) -> Self {
        let whole = dossier;
        let then = options.as_of.map(|day| whole.as_of_day(day));
        let dossier = then.as_ref().unwrap_or(whole);
        let today = options
            .on
            .or(options.as_of)
            .or_else(|| scope::last_day(dossier));
        let mut making = Making {
            dossier,
            scope: Scope::new(dossier, whole, options),
            contests: Contests::new(dossier, options.as_of),
            due: today.map(|day| due(dossier, day)).unwrap_or_default(),
            today,
            as_of: options.as_of,
            notes: Notes::new(dossier),
            shown: Vec::new(),
            is_picked: options.is_picked,
        };
        let parts = [
            making.occasions(),
            making.key_dates(),
            making.agreements(),
            making.under_way(),
            making.deadlines(),
            making.figures(),
            making.quotes(),
            making.further(),
        ];
        let (disputes, numbers) = making.disputes();
        let mut sections: Vec<_> = parts.into_iter().flatten().collect();
        for section in &mut sections {
            making.point_at(section, &numbers);
        }
        sections.extend(disputes);
        let stand = words::stand(dossier, options);
        let left_out = making.left_out();
        let sources = making.notes.references();
        let (notes, source_ids) = making.notes.finish();
        Self {
            title: words::title(dossier),
            day: today,
            stand,
            sections,
            notes,
            sources,
            source_ids,
            left_out,
            excerpts: Vec::new(),
            manual: None,
        }
    }

    /// Was there nothing to tell?
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// For a brief with nothing in it, what it does not list and why; else nothing.
    pub fn why_empty(&self) -> Vec<String> {
        if self.is_empty() {
            self.left_out.clone()
        } else {
            Vec::new()
        }
    }
}

impl Making<'_> {
    /// The ids of records, each once.
    fn ids(&self, records: &[Ref]) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for record in records {
            let id = self.dossier.id(*record);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

impl Row {
    /// `≠ ` and the like; nothing where nothing disagrees.
    pub fn sign(&self) -> String {
        match self.standing.map(Standing::sign) {
            None | Some("") => String::new(),
            Some(sign) => format!("{sign} "),
        }
    }
}

impl Section {
    /// A list, unless it is empty.
    fn lines(heading: &'static str, lines: Vec<Line>, rest: Option<String>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self {
            heading,
            body: Body::Lines(lines),
            rest,
        })
    }
}
