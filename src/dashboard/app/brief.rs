//! The brief on the screen: of what is marked, else of what the lens keeps, else of everything. Each
//! line leads to its passage.

use super::App;
use crate::brief::{Body, Brief, Line, Note, Options, Quotation};
use crate::dashboard::action::{BriefForm, Effect};
use crate::dashboard::ui::pane::{Block, Reading};
use crate::describe::page::{Row, Subject};
use crate::dossier::evidence::Support;
use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Dossier, Evidence};
use crate::workspace::Lens;

/// How the border of a brief ends.
pub(super) const WRITES: &str = "w writes it";

impl App {
    /// Opens the brief in the pane.
    pub(super) fn show_brief(&mut self) {
        let brief = self.brief();
        if brief.is_empty() {
            let nothing = format!("nothing of {} belongs in a brief", self.brief_of());
            let why = brief.why_empty().join(" ");
            self.said = Some(match why.as_str() {
                "" => nothing,
                why => format!("{nothing}. {why}"),
            });
            return;
        }
        let reading = Reading {
            subject: None,
            title: clean_line(&brief.title),
            place: format!("brief of {} · {WRITES}", self.brief_of()),
            blocks: blocks(&self.workspace.dossier, &brief),
            write: None,
            text: None,
        };
        self.enter_pane();
        self.pane.open(reading);
    }

    /// Asks for the brief to be written into a file.
    pub(super) fn write_brief(&self, form: BriefForm) -> Effect {
        let brief = Box::new(self.brief());
        Effect::WriteBrief { brief, form }
    }

    fn brief(&self) -> Brief {
        let dossier = &self.workspace.dossier;
        let marked = self.marked_records();
        let lens = if marked.is_empty() {
            self.ground.lens.as_deref().cloned()
        } else {
            Some(Lens::only(dossier, "marked", &marked))
        };
        let options = Options {
            on: self.day(),
            lens,
            is_picked: !marked.is_empty(),
            ..Options::default()
        };
        Brief::new(dossier, &options)
    }

    /// Of what the brief is, in words.
    fn brief_of(&self) -> String {
        match (self.marked_records().len(), &self.ground.lens) {
            (0, None) => "the whole dossier".to_owned(),
            (0, Some(lens)) => format!("the lens {}", lens.typed()),
            (1, _) => "the marked record".to_owned(),
            (marked, _) => format!("the {marked} marked records"),
        }
    }
}

/// The brief from top to bottom.
fn blocks(dossier: &Dossier, brief: &Brief) -> Vec<Block> {
    let link = |note: usize| {
        let note = note.checked_sub(1).and_then(|at| brief.notes.get(at));
        let evidence = evidence(brief, note?)?;
        let source = dossier.find(&evidence.source)?;
        Some((Subject::Record(source), evidence))
    };
    let mut blocks: Vec<_> = brief.stand.iter().map(|line| remark(line)).collect();
    for section in &brief.sections {
        blocks.push(Block::Row(Row::Heading(section.heading)));
        match &section.body {
            Body::Lines(lines) => blocks.extend(lines.iter().map(|one| line("•", one, &link))),
            Body::Numbered(lines) => {
                let numbered = (1..).zip(lines);
                blocks.extend(numbered.map(|(at, one)| line(&format!("{at}."), one, &link)));
            }
            Body::Figures { rows, lines, .. } => {
                for row in rows {
                    let text = format!("{} · {} · {}", row.period, row.figure, row.verdict);
                    blocks.push(field(&row.measure, &text, row.note, &link));
                }
                blocks.extend(lines.iter().map(|one| line("•", one, &link)));
            }
            Body::Quotes(quotes) => {
                blocks.extend(quotes.iter().map(|one| quotation(one, &link)));
            }
        }
        blocks.extend(section.rest.iter().map(|rest| remark(rest)));
    }
    if !brief.left_out.is_empty() {
        blocks.push(Block::Row(Row::Heading("Not in this brief")));
        blocks.extend(brief.left_out.iter().map(|line| remark(line)));
    }
    blocks
}

/// The first passage of a footnote.
fn evidence(brief: &Brief, note: &Note) -> Option<Evidence> {
    let place = note.places.first()?;
    let (paragraph, _) = place.passages.first()?;
    Some(Evidence {
        source: brief.source_ids.get(place.listed)?.clone(),
        paragraph: *paragraph,
        exact: None,
        prefix: None,
        suffix: None,
        support: Support::default(),
    })
}

/// What a footnote leads to.
type Link<'a> = &'a dyn Fn(usize) -> Option<(Subject, Evidence)>;

fn line(sign: &str, said: &Line, link: Link<'_>) -> Block {
    let text = match said.lead.as_str() {
        "" => said.text.clone(),
        lead => format!("{lead}. {}", said.text),
    };
    field(sign, &text, said.note, link)
}

fn quotation(quote: &Quotation, link: Link<'_>) -> Block {
    let words = quote.paragraphs.join("\n");
    field("“”", &format!("{words}\n— {}", quote.by), quote.note, link)
}

fn field(label: &str, text: &str, note: usize, link: Link<'_>) -> Block {
    let link = link(note);
    let value = match &link {
        Some(_) => format!("{} [{note}]", clean(text).trim()),
        None => clean(text).into_owned(),
    };
    Block::Row(Row::Field {
        label: clean_line(label),
        value,
        link: link.as_ref().map(|(subject, _)| *subject),
        evidence: link.map(|(_, evidence)| evidence),
    })
}

fn remark(text: &str) -> Block {
    Block::Remark(clean_line(text))
}
