//! The words and the dates by which a record is found.

use super::words;
use crate::dossier::fields::Info;
use crate::dossier::value::Value;
use crate::dossier::{Date, Dossier, Id, Kind, Ref};

impl Dossier {
    /// Everything of a record that a search looks at: its title, its id, and the fields that the table
    /// marks as searched.
    pub fn haystack(&self, record: Ref) -> String {
        let any = self.any(record);
        let is_quote = record.kind == Kind::Quote;
        // The title of a quote is its first words, and a number may be its id: among a million,
        // any number would be one.
        let title = (!is_quote).then(|| self.title(record));
        let fields = any.values().into_iter();
        let fields = fields.filter(|(info, value)| info.searched && !value.is_empty());
        let fields = fields.map(|(info, value)| self.searched(&info, &value));
        let id = (!is_quote).then(|| any.id().to_string());
        let all: Vec<_> = title.into_iter().chain(fields).chain(id).collect();
        all.join("\n")
    }

    /// The words of a field; of objects only the fields of theirs that the table marks.
    fn searched(&self, info: &Info, value: &Value<'_>) -> String {
        let (Some(parts), Value::Parts(objects)) = (info.parts(), value) else {
            return words::value(self, value);
        };
        let words = objects.iter().flat_map(|object| {
            let fields = parts.iter().zip(object).filter(|(part, _)| part.searched);
            fields.map(|(_, value)| words::value(self, value))
        });
        words.collect::<Vec<_>>().join("\n")
    }

    /// What a record says in the fields that a search can name: `speaker`, `role`, `topic`,
    /// `event`, `source`, `language`; a name may occur several times.
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
        if record.kind == Kind::Quote {
            let quote = self.quotes.facets(record.at);
            fields.push(("speaker", named(quote.speaker)));
            fields.extend(quote.role.iter().map(|role| ("role", role.to_string())));
            let language = quote.language.iter();
            fields.extend(language.map(|language| ("language", language.to_string())));
            fields.extend(quote.event.map(|id| ("event", named(id))));
        } else {
            let any = self.any(record);
            let events = ["event", "part_of"].map(|name| any.value(name));
            let events = events.iter().filter_map(Value::id);
            fields.extend(events.map(|id| ("event", named(id))));
        }
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
}
