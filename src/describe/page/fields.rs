//! The fields of each kind of record, in the order in which a reader asks for them.

use super::Writer;
use crate::describe::title;
use crate::dossier::date::Basis;
use crate::dossier::record::Relation;
use crate::dossier::{Actor, Date, Id, Kind, Ref, Text};

impl Writer<'_> {
    pub(super) fn fields(&mut self, record: Ref) {
        match record.kind {
            Kind::Event => self.event(record.at),
            Kind::Agreement => self.agreement(record.at),
            Kind::Series => self.series(record.at),
            Kind::Observation => self.observation(record.at),
            Kind::Quote => self.quote(record.at),
            Kind::Claim => self.claim(record.at),
            Kind::Dispute => self.dispute(record.at),
            Kind::Person => self.person(record.at),
            Kind::Organisation => self.organisation(record.at),
            Kind::Source => self.source(record.at),
        }
        self.field("id", self.dossier.id(record));
    }

    fn event(&mut self, at: usize) {
        let event = &self.dossier.events[at];
        if let Some(summary) = &event.summary {
            self.body(summary);
        }
        self.date("date", event.date.as_ref());
        self.field("status", event.status.word());
        self.field("kind", &event.kind);
        self.optional("place", event.place.as_ref());
        for participant in &event.participants {
            let role = participant.role.as_ref().map(|role| format!(", {role}"));
            self.actor(
                Relation::Participant,
                &participant.who,
                &role.unwrap_or_default(),
            );
        }
        self.tail(&event.topics, event.note.as_ref());
    }

    fn agreement(&mut self, at: usize) {
        let agreement = &self.dossier.agreements[at];
        self.field("kind", agreement.kind.word());
        self.field("status", agreement.status.word());
        self.optional("how many", agreement.count.as_ref());
        self.date("signed", agreement.signed.as_ref());
        self.date("in force", agreement.in_force.as_ref());
        self.date("ends", agreement.ends.as_ref());
        self.date("horizon", agreement.horizon.as_ref());
        for party in &agreement.parties {
            let side = match (&party.party, party.side) {
                (Actor::Record(_), Some(side)) => format!(", for {}", self.dossier.country(side)),
                _ => String::new(),
            };
            self.actor(Relation::Party, &party.party, &side);
        }
        self.tail(&agreement.topics, agreement.note.as_ref());
    }

    fn series(&mut self, at: usize) {
        let series = &self.dossier.series[at];
        self.field("kind", series.kind.word());
        self.optional("unit", series.unit.as_ref());
        if series.scale != 0 {
            self.field("figures in", title::scale_word(series.scale).trim_start());
        }
        self.optional(
            "flow",
            series.flow.map(crate::dossier::series::Flow::word).as_ref(),
        );
        if let Some(reporter) = &series.reporter {
            self.actor(Relation::Reporter, reporter, "");
        }
        if let Some(partner) = &series.partner {
            self.actor(Relation::Partner, partner, "");
        }
        self.optional("commodity", series.commodity.as_ref());
        self.tail(&series.topics, series.note.as_ref());
        if !series.observations.is_empty() {
            self.heading("Figures");
        }
        for (place, observation) in series.observations.iter().enumerate() {
            let value = format!(
                "{}: {}",
                observation.period,
                title::figure(series, observation)
            );
            self.link("figure", value, self.dossier.observation_ref(at, place));
        }
        if !series.items.is_empty() {
            self.heading("Goods");
        }
        for item in &series.items {
            self.field("", &item.name);
            for evidence in &item.evidence {
                self.anchor("", evidence);
            }
        }
    }

    fn observation(&mut self, at: usize) {
        let (series, observation) = self.dossier.observation(at);
        self.field("figure", title::figure(series, observation));
        self.date("period", Some(&observation.period));
        self.date("compared with", observation.compared_with.as_ref());
        self.field("status", observation.status.word());
        if let Some(who) = &observation.said_by {
            self.record("said by", who);
        }
        self.optional("note", observation.note.as_ref());
    }

    fn quote(&mut self, at: usize) {
        let quote = self.dossier.quotes.get(at);
        self.body(&quote.text);
        self.record(Relation::Speaker.forward(), &quote.speaker);
        self.optional("role", quote.role.as_ref());
        self.date("said", quote.said.as_ref());
        for (relation, id) in [
            (Relation::Occasion, &quote.event),
            (Relation::Addressee, &quote.addressee),
        ] {
            if let Some(id) = id {
                self.record(relation.forward(), id);
            }
        }
        self.optional("asked", quote.prompt.as_ref());
        if let Some(id) = &quote.in_reply_to {
            self.record(Relation::ReplyTo.forward(), id);
        }
        self.field("kind", quote.kind.word());
        self.optional("language", quote.language.as_ref());
        self.field("translation", quote.translation.word());
        self.optional("sequence", quote.sequence.as_ref());
        self.tail(&quote.topics, quote.note.as_ref());
    }

    fn claim(&mut self, at: usize) {
        let claim = &self.dossier.claims[at];
        self.body(&claim.statement);
        self.field("modality", claim.modality.word());
        if let Some(who) = &claim.asserted_by {
            self.record(Relation::AssertedBy.forward(), who);
        }
        for actor in &claim.about {
            self.actor(Relation::About, actor, "");
        }
        self.tail(&claim.topics, claim.note.as_ref());
    }

    fn dispute(&mut self, at: usize) {
        let dispute = &self.dossier.disputes[at];
        self.body(&dispute.explanation);
        self.field("kind", dispute.kind.word());
        for actor in &dispute.between {
            self.actor(Relation::Between, actor, "");
        }
        match &dispute.resolution {
            Some(choice) => {
                self.record("compiler's choice", &choice.preferred);
                self.field("because", &choice.why);
            }
            None => self.field("resolution", "left open"),
        }
        self.tail(&dispute.topics, dispute.note.as_ref());
    }

    fn person(&mut self, at: usize) {
        let person = &self.dossier.people[at];
        self.optional("native name", person.native_name.as_ref());
        self.list("also", &person.aliases);
        self.optional(
            "country",
            person
                .country
                .map(|code| self.dossier.country(code))
                .as_ref(),
        );
        self.tail(&person.topics, person.note.as_ref());
        for role in &person.roles {
            self.heading("Title");
            self.field("title", &role.title);
            if let Some(body) = &role.organisation {
                self.record(Relation::RoleAt.forward(), body);
            }
            self.date("from", role.from.as_ref());
            self.date("to", role.to.as_ref());
            self.date("as of", role.as_of.as_ref());
            if let Some(who) = &role.said_by {
                self.record(Relation::TitledBy.forward(), who);
            }
            for evidence in &role.evidence {
                self.anchor("evidence", evidence);
            }
        }
    }

    fn organisation(&mut self, at: usize) {
        let body = &self.dossier.organisations[at];
        self.field("kind", &body.kind);
        self.optional("acronym", body.acronym.as_ref());
        self.list("also", &body.aliases);
        self.optional(
            "country",
            body.country.map(|code| self.dossier.country(code)).as_ref(),
        );
        self.tail(&body.topics, body.note.as_ref());
        if !body.members.is_empty() {
            self.heading("Members, partners, beneficiaries");
        }
        for member in &body.members {
            let since = member.since.as_ref().map(|date| format!(", since {date}"));
            let more = format!(", {}{}", member.kind.word(), since.unwrap_or_default());
            self.actor(Relation::Member, &member.member, &more);
            for evidence in &member.evidence {
                self.anchor("", evidence);
            }
        }
    }

    fn source(&mut self, at: usize) {
        let source = &self.dossier.sources[at];
        self.field("title", &source.title);
        for author in &source.author {
            self.record(Relation::Author.forward(), author);
        }
        self.field("type", &source.kind);
        self.optional("container title", source.container_title.as_ref());
        self.optional("publisher", source.publisher.as_ref());
        self.date("issued", source.issued.as_ref());
        self.date("accessed", source.accessed.as_ref());
        self.optional("URL", source.url.as_ref());
        self.optional("language", source.language.as_ref());
        self.optional(
            "side",
            source.side.map(|code| self.dossier.country(code)).as_ref(),
        );
        self.optional("file", source.file.as_ref());
        self.optional("SHA-256", source.sha256.as_ref());
        self.optional("rights", source.rights.as_ref());
        self.list("not stated", &source.missing);
        self.tail(&source.topics, source.note.as_ref());
    }

    /// A date, and below it how it was found when it was not printed.
    fn date(&mut self, label: &'static str, date: Option<&Date>) {
        let Some(date) = date else { return };
        self.field(
            label,
            match date.basis {
                Basis::Stated => date.to_string(),
                Basis::Inferred => format!("{date} inferred"),
                Basis::Derived => format!("{date} derived"),
            },
        );
        if let Some(bounds) = narrowed(date) {
            self.field("", bounds);
        }
        self.optional("", date.why.as_ref());
    }

    fn list(&mut self, label: &'static str, values: &[Text]) {
        if !values.is_empty() {
            let values: Vec<_> = values.iter().map(|value| &**value).collect();
            self.field(label, values.join("; "));
        }
    }

    fn record(&mut self, label: &'static str, id: &Id) {
        self.link(label, self.dossier.name(id), self.dossier.find(id));
    }

    fn actor(&mut self, relation: Relation, actor: &Actor, more: &str) {
        let link = actor.id().and_then(|id| self.dossier.find(id));
        let value = format!("{}{more}", self.dossier.actor(actor));
        self.link(relation.forward(), value, link);
    }

    fn tail(&mut self, topics: &[Id], note: Option<&Text>) {
        if !topics.is_empty() {
            let labels: Vec<_> = topics
                .iter()
                .map(|topic| self.dossier.topic(topic))
                .collect();
            self.field("topics", labels.join(", "));
        }
        self.optional("note", note);
    }
}

/// The bounds of a date, where they say more than the date itself.
fn narrowed(date: &Date) -> Option<String> {
    let plain = date.edtf().and_then(|edtf| Date::parse(edtf).ok());
    let (first, last) = plain.map_or((None, None), |date| (date.earliest(), date.latest()));
    match (
        date.earliest().filter(|day| Some(*day) != first),
        date.latest().filter(|day| Some(*day) != last),
    ) {
        (Some(a), Some(b)) => Some(format!("between {a} and {b}")),
        (Some(a), None) => Some(format!("not before {a}")),
        (None, Some(b)) => Some(format!("not after {b}")),
        (None, None) => None,
    }
}
