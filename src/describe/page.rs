//! A record written out: every field, what it rests on, and every record that it is tied to.
//! Screens and plain output draw the same page.

use crate::dossier::evidence::Support;
use crate::dossier::links::LISTED;
use crate::dossier::quotes::Facet;
use crate::dossier::{Dossier, Evidence, Kind, Ref};

mod fields;

/// What a page is about, and what a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A record of the dossier.
    Record(Ref),
    /// Something computed from records: its place in the list of what is contested.
    Finding(usize),
    /// A figure that follows from others and is printed nowhere.
    Implied {
        /// The series that it would be in.
        series: usize,
        /// Its place among the figures that follow.
        place: usize,
    },
}

/// One subject, ready to be read.
#[derive(Debug)]
pub struct Page {
    /// What it is about.
    pub subject: Subject,
    /// Its title.
    pub title: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A part of a [`Page`].
#[derive(Clone, Debug)]
pub enum Row {
    /// Begins a part.
    Heading(&'static str),
    /// Running text: speech, a statement, an explanation.
    Body(String),
    /// A named value; with a record to go to, where it names one.
    Field {
        /// What it is.
        label: String,
        /// Written out.
        value: String,
        /// What it leads to.
        link: Option<Subject>,
        /// The evidence that it tells of.
        evidence: Option<Evidence>,
    },
}

impl Page {
    /// Writes out `record`.
    pub fn new(dossier: &Dossier, record: Ref) -> Self {
        let mut writer = Writer::new(dossier);
        writer.fields(record);
        writer.evidence(record);
        writer.related(record);
        writer.page(Subject::Record(record), dossier.title(record))
    }
}

impl Page {
    /// With what contests the record: their signs and titles, and their places in the list of what is
    /// contested.
    #[must_use]
    pub fn with_contests<'a>(
        mut self,
        contests: impl Iterator<Item = (&'a str, &'a str, usize)>,
    ) -> Self {
        let mut contests = contests.peekable();
        if contests.peek().is_some() {
            self.rows.push(Row::Heading("Contested"));
        }
        self.rows
            .extend(contests.map(|(sign, title, at)| Row::Field {
                label: sign.to_owned(),
                value: title.to_owned(),
                link: Some(Subject::Finding(at)),
                evidence: None,
            }));
        self
    }
}

/// Writes a page from top to bottom.
pub struct Writer<'a> {
    dossier: &'a Dossier,
    rows: Vec<Row>,
}

impl<'a> Writer<'a> {
    /// An empty page.
    pub fn new(dossier: &'a Dossier) -> Self {
        Self {
            dossier,
            rows: Vec::new(),
        }
    }

    /// Puts what was written at the end of a page.
    pub fn add_to(self, page: &mut Page) {
        page.rows.extend(self.rows);
    }

    /// The page.
    pub fn page(self, subject: Subject, title: String) -> Page {
        Page {
            subject,
            title,
            rows: self.rows,
        }
    }
}

impl Writer<'_> {
    /// A named value.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers hand over words, texts and numbers alike"
    )]
    pub fn field(&mut self, label: &str, value: impl ToString) {
        let value = value.to_string();
        self.link(label, value, None);
    }

    /// A named value that leads to a record.
    pub fn link(&mut self, label: &str, value: String, link: Option<Ref>) {
        self.rows.push(Row::Field {
            label: label.to_owned(),
            value,
            link: link.map(Subject::Record),
            evidence: None,
        });
    }

    fn evidence(&mut self, record: Ref) {
        let evidence = self.dossier.evidence(record);
        if evidence.is_empty() {
            return;
        }
        self.rows.push(Row::Heading("Evidence"));
        for anchor in evidence.iter() {
            self.anchor("", anchor);
        }
    }

    /// One line of evidence: source, paragraph, exact words.
    pub fn anchor(&mut self, label: &str, evidence: &Evidence) {
        let words = match &evidence.exact {
            Some(exact) => format!(": “{exact}”"),
            None => ": the quote itself".to_owned(),
        };
        let support = match evidence.support {
            Support::States => "",
            Support::Implies => " (implies)",
            Support::Contradicts => " (contradicts)",
        };
        let value = format!("{}{support}{words}", self.dossier.citation(evidence));
        self.rows.push(Row::Field {
            label: label.to_owned(),
            value,
            link: self.dossier.find(&evidence.source).map(Subject::Record),
            evidence: Some(evidence.clone()),
        });
    }

    /// Begins a part.
    pub fn heading(&mut self, text: &'static str) {
        self.rows.push(Row::Heading(text));
    }

    /// Running text.
    pub fn body(&mut self, text: &str) {
        self.rows.push(Row::Body(text.to_owned()));
    }

    /// Every link that no field has shown yet.
    fn related(&mut self, record: Ref) {
        if record.kind == Kind::Source {
            return self.resting_on(record);
        }
        let shown: Vec<_> = self
            .rows
            .iter()
            .filter_map(|row| match row {
                Row::Field {
                    label,
                    link: Some(Subject::Record(link)),
                    ..
                } => Some((label.clone(), *link)),
                _ => None,
            })
            .collect();
        let links = self.dossier.links(record);
        let mut news: Vec<_> = links
            .iter()
            .filter(|link| link.target.kind != Kind::Source || link.relation.is_some())
            .map(|link| (link.label(), link.target))
            .filter(|(label, link)| !shown.iter().any(|s| s.0 == *label && s.1 == *link))
            .collect();
        news.dedup();
        if news.is_empty() {
            return;
        }
        self.rows.push(Row::Heading("Related"));
        for (label, target) in news {
            let value = self.dossier.dated_title(target);
            self.link(label, value, Some(target));
        }
        self.unlisted(record);
    }

    /// How many quotes more than are listed point at the record, and how to find them.
    fn unlisted(&mut self, record: Ref) {
        let more = self.dossier.unlisted(record);
        if more > 0 {
            let field = match record.kind {
                Kind::Person => "speaker",
                Kind::Event => "event",
                _ => "source",
            };
            let id = self.dossier.id(record);
            let value = format!("{more} quotes; search the quotes for {field}:{id}");
            self.field("and", value);
        }
    }

    /// What stands on a source, by paragraph.
    fn resting_on(&mut self, source: Ref) {
        let dossier = self.dossier;
        let id = dossier.id(source);
        let mut rows = Vec::new();
        let others = Kind::ALL
            .into_iter()
            .filter(|kind| *kind != Kind::Quote)
            .flat_map(|kind| dossier.all(kind));
        let quotes = dossier.quotes.having(Facet::Sources, &id).take(LISTED);
        for record in others.chain(quotes.map(|at| Ref::new(Kind::Quote, at))) {
            let evidence = dossier.evidence(record);
            let anchors = evidence.iter().filter(|e| e.source == id);
            rows.extend(anchors.map(|e| (e.paragraph, record)));
        }
        rows.sort_unstable();
        rows.dedup();
        self.rows
            .push(Row::Heading("Records based on it, by paragraph"));
        for (paragraph, record) in rows {
            let value = format!("¶{paragraph}  {}", dossier.title(record));
            self.link(record.kind.singular(), value, Some(record));
        }
        self.unlisted(source);
    }
}

impl Dossier {
    /// Source and paragraph in short: `ASEAN Briefing [2023], ¶48`.
    pub fn citation(&self, evidence: &Evidence) -> String {
        let source = self.source(&evidence.source);
        let name = source.map_or_else(
            || evidence.source.to_string(),
            |source| self.source_name(source),
        );
        format!("{name}, ¶{}", evidence.paragraph)
    }

    /// The title with the date in front, where a record has one.
    pub fn dated_title(&self, record: Ref) -> String {
        let date = match record.kind {
            Kind::Event => self.events[record.at].date.as_ref(),
            Kind::Agreement => self.agreements[record.at].date(),
            _ => None,
        };
        match date {
            Some(date) if !date.is_undated() => format!("{date}  {}", self.title(record)),
            _ => self.title(record),
        }
    }
}
