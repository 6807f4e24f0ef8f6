//! Records in lines of plain text: first when, then what, and in brackets what else is known, the id
//! by which the record opens, and where it stands.

use super::figures::{Row, sentences};
use super::{Chosen, Lister, Within};
use crate::cite::short;
use crate::contested::Standing;
use crate::describe::title;
use crate::dossier::dispute::Weight;
use crate::dossier::text::on_one_line;
use crate::dossier::{Actor, Date, Id, Kind, Ref, Text};

/// Columns of the dates in front, where they are not longer.
const LEAD: usize = 12;

/// Characters of a field that say why a record was found.
const SNIPPET: usize = 80;

/// A line under construction.
#[derive(Default)]
struct Entry {
    lead: Option<String>,
    text: String,
    notes: Vec<String>,
}

impl Entry {
    fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    fn dated(date: Option<&Date>, text: &Text) -> Self {
        let label = date.map_or_else(|| "undated".to_owned(), Date::label);
        Self {
            lead: Some(label),
            ..Self::new(text.as_str())
        }
    }

    /// Something else that is known; what two sources say alike is told once.
    fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// "LABEL a, b, c", unless there is nothing.
    fn list(&mut self, label: &str, items: impl Iterator<Item = String>) {
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            self.note(format!("{label}{}", items.join(", ")));
        }
    }

    fn optional(&mut self, label: &str, value: Option<&(impl ToString + ?Sized)>) {
        self.list(label, value.into_iter().map(ToString::to_string));
    }
}

impl Lister<'_> {
    /// The lines of a record: one, and for a series one more for each of its figures.
    pub fn lines(&self, chosen: Chosen) -> Vec<String> {
        let at = chosen.record.at;
        let mut entry = match chosen.record.kind {
            Kind::Event => self.event(at),
            Kind::Agreement => self.agreement(at),
            Kind::Series => self.series_entry(at),
            Kind::Observation => Entry::new(self.dossier.title(chosen.record)),
            Kind::Quote => return vec![self.quote(chosen)],
            Kind::Claim => self.claim(at),
            Kind::Dispute => self.dispute(at),
            Kind::Person => self.person(at),
            Kind::Organisation => self.organisation(at),
            Kind::Source => self.source(at),
        };
        if self.is_contested(chosen.record) {
            entry.notes.push(self.style.warn("contested"));
        }
        entry.notes.extend(self.reason(&entry, chosen.record));
        let mut lines = vec![self.written(entry, chosen)];
        if chosen.record.kind == Kind::Series {
            lines.extend(self.figures(at));
        }
        lines
    }

    /// "found in summary: … the words", where the line does not have them.
    fn reason(&self, entry: &Entry, record: Ref) -> Option<String> {
        let lead = entry.lead.as_deref().unwrap_or_default();
        let shown = format!("{lead} {} {}", entry.text, entry.notes.join(" "));
        let reason = self.filter.query()?.reason(self.dossier, record, &shown)?;
        let mut text: String = reason.text.chars().take(SNIPPET).collect();
        if text.len() < reason.text.len() {
            text.push('…');
        }
        Some(format!("found in {}: {text}", reason.field))
    }

    /// With how sure its time is in front of the notes, and id and passage behind them.
    fn written(&self, entry: Entry, chosen: Chosen) -> String {
        let lead = entry.lead.map_or_else(String::new, |lead| {
            let gap = " ".repeat(LEAD.saturating_sub(lead.chars().count()));
            self.style.lead(&lead) + &gap + "  "
        });
        let mut notes = entry.notes;
        if chosen.within == Some(Within::Possible) {
            notes.insert(0, self.style.warn(PERHAPS));
        }
        notes.extend(self.places(chosen.record));
        let line = format!(
            "{lead}{} ({})",
            self.style.strong(&entry.text),
            notes.join("; ")
        );
        on_one_line(&line)
    }

    /// The id of a record, and the first of the passages that it rests on.
    fn places(&self, record: Ref) -> Vec<String> {
        let evidence = self.dossier.evidence(record);
        let mut places = vec![self.dossier.id(record).to_string()];
        places.extend(evidence.first().map(|first| {
            let more = match evidence.len() {
                1 => String::new(),
                all => format!(" and {} more", all - 1),
            };
            self.dossier.citation(first) + &more
        }));
        places.iter().map(|place| self.style.dim(place)).collect()
    }

    /// A series is contested as one of its figures is.
    pub(super) fn is_contested(&self, record: Ref) -> bool {
        self.computed.contests.contest(self.dossier, record)
    }

    fn event(&self, at: usize) -> Entry {
        let event = &self.dossier.events[at];
        let mut entry = Entry::dated(event.date.as_ref(), &event.title);
        entry.note(format!("{}, {}", event.status.word(), event.kind));
        entry.optional("in ", event.place.as_deref());
        entry.list(
            "with ",
            self.actors(event.participants.iter().map(|p| &p.who)),
        );
        entry.list("follows ", self.named(&event.follows));
        entry
    }

    fn agreement(&self, at: usize) -> Entry {
        let agreement = &self.dossier.agreements[at];
        let mut entry = Entry::dated(agreement.date(), &agreement.title);
        entry.note(format!(
            "{}, {}",
            agreement.kind.word(),
            agreement.status.word()
        ));
        if agreement.signed.is_none() && agreement.date().is_some() {
            entry.note("the date is that of its entry into force");
        }
        entry.optional("how many: ", agreement.count.as_ref());
        entry.list(
            "between ",
            self.actors(agreement.parties.iter().map(|p| &p.party)),
        );
        entry.optional("covers ", agreement.horizon.as_ref());
        entry.optional("ends ", agreement.ends.as_ref());
        entry.list("follows ", self.named(&agreement.follows));
        entry
    }

    /// "\[2023\]  Pany Yathotou, Vice President, at …: Thank you … (id; source, ¶7)".
    fn quote(&self, chosen: Chosen) -> String {
        let dossier = self.dossier;
        let quote = dossier.quotes.get(chosen.record.at);
        let mut who = vec![dossier.name(&quote.speaker)];
        who.extend(quote.role.as_ref().map(ToString::to_string));
        who.extend(quote.event.as_ref().map(|event| dossier.name(event)));
        let said = quote
            .said
            .as_ref()
            .map(|said| self.style.lead(&said.label()) + "  ");
        let plain = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let perhaps = match chosen.within {
            Some(Within::Possible) => self.style.warn(PERHAPS) + "; ",
            _ => String::new(),
        };
        let mut places = vec![quote.id.to_string()];
        places.extend(quote.evidence.first().map(|e| dossier.citation(e)));
        let places = self.style.dim(&places.join("; "));
        let (said, who) = (said.unwrap_or_default(), on_one_line(&who.join(", ")));
        let text = match (self.query, self.style.colour) {
            (Some(query), true) => self.style.hits(&plain, &query.hits(&plain)),
            _ => plain,
        };
        format!(
            "{said}{}: {text} ({perhaps}{places})",
            self.style.strong(&who)
        )
    }

    fn claim(&self, at: usize) -> Entry {
        let claim = &self.dossier.claims[at];
        let mut entry = Entry::new(claim.statement.as_str());
        entry.note(claim.modality.word());
        let by = claim.asserted_by.as_ref().map(|who| self.voice(who));
        entry.optional("asserted by ", by.as_deref());
        entry.list("about ", self.actors(claim.about.iter()));
        entry
    }

    fn dispute(&self, at: usize) -> Entry {
        let dispute = &self.dossier.disputes[at];
        let mut entry = Entry::new(format!("{}: {}", dispute.title, dispute.explanation));
        entry.note(dispute.kind.word());
        entry.optional("weight: ", dispute.weight.map(Weight::word));
        entry.list("between ", dispute.between.iter().map(actor_id));
        entry.list("mentions ", dispute.mentions.iter().map(actor_id));
        entry.note(match &dispute.resolution {
            Some(choice) => format!("compiler's choice {}: {}", choice.preferred, choice.why),
            None => "left open".to_owned(),
        });
        entry
    }

    fn person(&self, at: usize) -> Entry {
        let person = &self.dossier.people[at];
        let mut entry = Entry::new(person.name.as_str());
        entry.optional("", person.native_name.as_deref());
        entry.list("also ", person.aliases.iter().map(ToString::to_string));
        let country = person.country.map(|code| self.dossier.country(code));
        entry.optional("", country.as_deref());
        for role in &person.roles {
            let body = role
                .organisation
                .as_ref()
                .map(|id| format!(" at {}", self.dossier.name(id)))
                .unwrap_or_default();
            entry.note(format!("{}{body}", role.title));
        }
        entry
    }

    fn organisation(&self, at: usize) -> Entry {
        let body = &self.dossier.organisations[at];
        let mut entry = Entry::new(body.name.as_str());
        entry.optional("", body.acronym.as_deref());
        entry.note(body.kind.as_str());
        entry.list("also ", body.aliases.iter().map(ToString::to_string));
        let country = body.country.map(|code| self.dossier.country(code));
        entry.optional("", country.as_deref());
        for belonging in crate::dossier::organisation::Belonging::WORDS {
            let members = self.actors(
                body.members
                    .iter()
                    .filter(|m| m.kind.word() == *belonging)
                    .map(|m| &m.member),
            );
            entry.list(&format!("{belonging}: "), members);
        }
        entry
    }

    fn source(&self, at: usize) -> Entry {
        let source = &self.dossier.sources[at];
        let mut entry = Entry::new(self.dossier.title(Ref::new(Kind::Source, at)));
        entry.note(source.kind.as_str());
        entry.list("by ", self.named(&source.author));
        entry.optional("published by ", source.publisher.as_deref());
        entry.optional("issued ", source.issued.as_ref());
        entry.optional("read ", source.accessed.as_ref());
        let side = source.side.map(|code| self.dossier.country(code));
        entry.optional("the voice of ", side.as_deref());
        entry.optional("", source.url.as_deref());
        entry
    }

    fn actors<'b>(&self, actors: impl Iterator<Item = &'b Actor>) -> impl Iterator<Item = String> {
        actors.map(|actor| self.dossier.actor(actor))
    }

    /// Who asserts something: a source by its short name.
    fn voice(&self, id: &Id) -> String {
        let source = self.dossier.source(id);
        source.map_or_else(
            || self.dossier.name(id),
            |source| short(self.dossier, source),
        )
    }

    fn named(&self, ids: &[Id]) -> impl Iterator<Item = String> {
        ids.iter().map(|id| self.dossier.name(id))
    }
}

/// What stands with a record that may not be within the time that was asked for.
const PERHAPS: &str = "perhaps in that time";

impl Lister<'_> {
    fn series_entry(&self, at: usize) -> Entry {
        let series = &self.dossier.series[at];
        let mut entry = Entry::new(series.title.as_str());
        let unit = title::unit(series);
        entry.list(
            "in ",
            Some(unit).filter(|unit| !unit.is_empty()).into_iter(),
        );
        let flow = series.flow.map(crate::dossier::series::Flow::word);
        let kind = series.kind.word();
        entry.note(flow.map_or_else(|| kind.to_owned(), |flow| format!("{kind}, {flow}")));
        entry.list("reported for ", self.actors(series.reporter.iter()));
        entry.list("partner ", self.actors(series.partner.iter()));
        entry.optional("goods: ", series.commodity.as_deref());
        let level = series.of.as_ref().map(|id| self.dossier.name(id));
        entry.optional("growth of ", level.as_deref());
        entry
    }

    /// What a chart shows: a line for each figure, then what changed, and what is missing.
    fn figures(&self, at: usize) -> Vec<String> {
        let series = &self.dossier.series[at];
        let rows = self.computed.figures.rows(self.dossier, at, self.filter);
        let shown = rows.iter().filter(|row| row.is_in());
        let mut lines: Vec<_> = shown.map(|row| self.figure(row)).collect();
        let left_out = rows.iter().filter(|row| !row.is_in()).count();
        if left_out > 0 {
            let figures = if left_out == 1 { "figure" } else { "figures" };
            lines.push(format!("  Not asked for: {left_out} more {figures}."));
        }
        lines.extend(
            sentences(self.dossier, series)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
        lines.iter().map(|line| on_one_line(line)).collect()
    }

    /// "  2023: ≈ US$ 5.0 million, computed: 8.3 / (1 + 66 %) = 5.0, … (from …)".
    fn figure(&self, row: &Row) -> String {
        let period = self.style.lead(&row.period.label());
        let mut notes = Vec::new();
        if row.within() == Some(Within::Possible) {
            notes.push(self.style.warn(PERHAPS));
        }
        let mut working = String::new();
        if row.implied {
            working = format!(", computed: {}", row.working.join("; "));
            let ids = row
                .from
                .iter()
                .map(|record| self.dossier.id(*record).to_string());
            notes.push(
                self.style
                    .dim(&format!("from {}", ids.collect::<Vec<_>>().join(", "))),
            );
        } else if let [record] = row.from.as_slice() {
            notes.extend(row.verdict.clone());
            match self.computed.contests.standing(*record) {
                Some(Standing::Conflict) => notes.push(self.style.warn("contested")),
                Some(Standing::Query) => notes.push(self.style.warn("query")),
                _ => {}
            }
            notes.extend(self.against(*record));
            let is_break = self.dossier.observation(record.at).1.is_break;
            notes.extend(is_break.then(|| "break in the series".to_owned()));
            notes.extend(self.places(*record));
        }
        format!("  {period}: {}{working} ({})", row.text, notes.join("; "))
    }

    /// What a growth is measured against.
    fn against(&self, figure: Ref) -> Option<String> {
        let base = self
            .dossier
            .observation(figure.at)
            .1
            .compared_with
            .as_ref()?;
        Some(format!("against {base}"))
    }
}

/// The id of a record, or the code of a country.
fn actor_id(actor: &Actor) -> String {
    match actor {
        Actor::Country(code) => code.to_string(),
        Actor::Record(id) => id.to_string(),
    }
}
