//! The words and the dates by which a record is found.

use super::status::status;
use super::{named, states, words};
use crate::dossier::fields::Info;
use crate::dossier::value::Value;
use crate::dossier::{Actor, Date, Dossier, Id, Kind, Ref};

impl Dossier {
    /// Everything of a record that a search looks at when a word names no field, as lines.
    pub fn haystack(&self, record: Ref) -> String {
        let all = self.searched_fields(record).into_iter();
        all.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
    }

    /// The same in parts, each with what it is called: the title, the topics and the id, and the fields that
    /// the table marks as searched. Of a quote these are the words spoken, and everything that the speaker is
    /// called.
    pub fn searched_fields(&self, record: Ref) -> Vec<(String, String)> {
        let any = self.any(record);
        let fields = any
            .values()
            .into_iter()
            .filter(|(info, value)| info.searched && !value.is_empty())
            .map(|(info, value)| (info.label(), self.searched(&info, &value)));
        if record.kind == Kind::Quote {
            let speaker = self.quotes.facets(record.at).speaker;
            let names = named::spellings(self, speaker)
                .into_iter()
                .map(|name| ("speaker".to_owned(), name));
            return names.chain(fields).collect();
        }
        let title = ("title".to_owned(), self.title(record));
        let id = ("id".to_owned(), any.id().to_string());
        let topics = self
            .topics(record)
            .iter()
            .map(|topic| ("topic".to_owned(), self.topic(topic).to_owned()));
        let around = [title].into_iter().chain(fields);
        around.chain(topics).chain([id]).collect()
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

    /// What a record says in the fields that a search can name; a name may occur several times.
    pub fn fields(&self, record: Ref) -> Vec<(&'static str, String)> {
        let named = |id: &Id| format!("{id}\n{}", self.name(id));
        let mut fields = self.common(record);
        for topic in self.topics(record) {
            fields.push(("topic", format!("{topic}\n{}", self.topic(topic))));
        }
        let evidence = self.evidence(record);
        let mut sources: Vec<_> = evidence.iter().map(|e| &e.source).collect();
        sources.dedup();
        fields.extend(sources.into_iter().map(|id| ("source", named(id))));
        if record.kind == Kind::Quote {
            let quote = self.quotes.facets(record.at);
            let speaker = Actor::Record(quote.speaker.clone());
            fields.push(("speaker", named::names(self, &speaker).join("\n")));
            fields.extend(quote.role.iter().map(|role| ("role", role.to_string())));
            let language = quote.language.iter();
            fields.extend(language.map(|language| ("language", language.to_string())));
            fields.extend(quote.event.map(|id| ("event", named(id))));
        } else {
            let any = self.any(record);
            let values = ["event", "part_of"].map(|name| any.value(name));
            let events = values.iter().filter_map(Value::id);
            fields.extend(events.map(|id| ("event", named(id))));
        }
        fields
    }

    /// Status, kind, parties and sides, which records of every kind may have.
    fn common(&self, record: Ref) -> Vec<(&'static str, String)> {
        let mut statuses: Vec<_> = match record.kind {
            Kind::Series => self
                .figures_of(record.at)
                .filter_map(|f| status(self, f))
                .collect(),
            _ => status(self, record).into_iter().collect(),
        };
        statuses.sort_unstable();
        statuses.dedup();
        let mut fields: Vec<_> = statuses
            .iter()
            .map(|word| ("status", (*word).to_owned()))
            .collect();
        fields.push(("kind", self.kinds(record)));
        let mut seen = Vec::new();
        for party in states::parties(self, record) {
            if !seen.contains(&party) {
                fields.push(("party", named::names(self, &party).join("\n")));
                seen.push(party);
            }
        }
        for place in states::sides(self, record) {
            fields.push(("side", self.side_names(place)));
        }
        fields
    }

    /// What kind of record it is, and of what kind that is.
    fn kinds(&self, record: Ref) -> String {
        let (one, many) = (record.kind.singular(), record.kind.plural());
        let own = match record.kind {
            Kind::Quote => self.quotes.facets(record.at).kind.word().to_owned(),
            _ => words::value(self, &self.any(record).value("kind")),
        };
        format!("{one}\n{many}\n{own}")
    }

    /// What a side is called, by its place.
    pub fn side_names(&self, place: usize) -> String {
        let side = &self.about.sides[place];
        let code = std::iter::once(side.code.to_string());
        code.chain(side.names()).collect::<Vec<_>>().join("\n")
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
