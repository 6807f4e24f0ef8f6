//! The words and the dates by which a record is found.

use crate::dossier::{Date, Dossier, Id, Kind, Ref};

impl Dossier {
    /// Everything of a record that a search looks at: what its row shows, who, when and where.
    pub fn haystack(&self, record: Ref) -> String {
        let mut parts = vec![self.title(record)];
        let at = record.at;
        match record.kind {
            Kind::Event => self.event_words(at, &mut parts),
            Kind::Agreement => self.agreement_words(at, &mut parts),
            Kind::Series => self.series_words(at, &mut parts),
            Kind::Observation => {
                let note = &self.observation(at).1.note;
                parts.extend(note.as_ref().map(ToString::to_string));
            }
            Kind::Quote => {
                parts.clear();
                self.quote_words(at, &mut parts);
            }
            Kind::Claim => parts = vec![self.claims[at].statement.to_string()],
            Kind::Dispute => {
                let dispute = &self.disputes[at];
                parts.extend([
                    dispute.kind.word().to_owned(),
                    dispute.explanation.to_string(),
                ]);
            }
            Kind::Person => {
                let person = &self.people[at];
                parts.extend(person.native_name.as_ref().map(ToString::to_string));
                parts.extend(person.aliases.iter().map(ToString::to_string));
                parts.extend(person.roles.iter().map(|role| role.title.to_string()));
            }
            Kind::Organisation => {
                let body = &self.organisations[at];
                parts.extend(body.acronym.as_ref().map(ToString::to_string));
                parts.extend(body.aliases.iter().map(ToString::to_string));
                parts.push(body.kind.to_string());
            }
            Kind::Source => {
                let source = &self.sources[at];
                parts.extend(source.publisher.as_ref().map(ToString::to_string));
                parts.extend(source.author.iter().map(|author| self.name(author)));
            }
        }
        // By its id a quote is found with `find`: among a million, any number would be one.
        if record.kind != Kind::Quote {
            parts.push(self.id(record).to_string());
        }
        parts.join("\n")
    }

    /// What a record says in the fields that a search can name: `speaker`, `role`, `topic`,
    /// `event`, `source`, `language`; a name may stand several times.
    pub fn fields(&self, record: Ref) -> Vec<(&'static str, String)> {
        let named = |id: &Id| format!("{id}\n{}", self.name(id));
        let mut fields = Vec::new();
        for topic in self.topics(record) {
            fields.push(("topic", format!("{topic}\n{}", self.topic(topic))));
        }
        let evidence = self.evidence(record);
        let mut sources: Vec<_> = evidence.iter().map(|e| &e.source).collect();
        sources.dedup();
        fields.extend(sources.into_iter().map(|id| ("source", named(id))));
        let at = record.at;
        let event = match record.kind {
            Kind::Quote => {
                let quote = self.quotes.facets(at);
                fields.push(("speaker", named(quote.speaker)));
                fields.extend(quote.role.iter().map(|role| ("role", role.to_string())));
                let language = quote.language.iter();
                fields.extend(language.map(|language| ("language", language.to_string())));
                quote.event
            }
            Kind::Agreement => self.agreements[at].event.as_ref(),
            Kind::Event => self.events[at].part_of.as_ref(),
            _ => None,
        };
        fields.extend(event.map(|id| ("event", named(id))));
        fields
    }

    /// When a record was: one date at most, but for a series one for each figure.
    pub fn dates(&self, record: Ref) -> Vec<Date> {
        let at = record.at;
        let one = match record.kind {
            Kind::Event => self.events[at].date.as_ref(),
            Kind::Agreement => self.agreements[at].date(),
            Kind::Quote => self.quotes.facets(at).said,
            Kind::Observation => Some(&self.observation(at).1.period),
            Kind::Source => self.sources[at].issued.as_ref(),
            Kind::Series => {
                let figures = self.series[at].observations.iter();
                return figures.map(|figure| figure.period.clone()).collect();
            }
            _ => None,
        };
        one.cloned().into_iter().collect()
    }

    fn event_words(&self, at: usize, parts: &mut Vec<String>) {
        let event = &self.events[at];
        parts.extend(event.date.as_ref().map(ToString::to_string));
        parts.extend([event.status.word().to_owned(), event.kind.to_string()]);
        parts.extend(event.place.as_ref().map(ToString::to_string));
        parts.extend(event.summary.as_ref().map(ToString::to_string));
        parts.extend(event.participants.iter().map(|p| self.actor(&p.who)));
    }

    fn agreement_words(&self, at: usize, parts: &mut Vec<String>) {
        let agreement = &self.agreements[at];
        parts.extend([
            agreement.kind.word().to_owned(),
            agreement.status.word().to_owned(),
        ]);
        parts.extend(agreement.date().map(ToString::to_string));
        parts.extend(agreement.horizon.as_ref().map(ToString::to_string));
        parts.extend(agreement.parties.iter().map(|p| self.actor(&p.party)));
    }

    fn series_words(&self, at: usize, parts: &mut Vec<String>) {
        let series = &self.series[at];
        parts.push(series.kind.word().to_owned());
        parts.extend(series.unit.as_ref().map(ToString::to_string));
        parts.extend(series.commodity.as_ref().map(ToString::to_string));
        parts.extend(series.items.iter().map(|item| item.name.to_string()));
    }

    fn quote_words(&self, at: usize, parts: &mut Vec<String>) {
        let quote = self.quotes.get(at);
        parts.extend([quote.text.to_string(), self.name(&quote.speaker)]);
        parts.extend(quote.role.as_ref().map(ToString::to_string));
        parts.extend(quote.event.as_ref().map(|event| self.name(event)));
        parts.extend(quote.said.as_ref().map(ToString::to_string));
    }
}
