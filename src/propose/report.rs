//! Proposals as lines, and what they come to. Who prints them on a terminal cleans them.

use super::proposal::{News, Proposal};
use crate::dossier::text::on_one_line;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::value::Value;
use crate::dossier::{Id, Kind, Observation, Person, Quote, Source, Typed};

/// A line is no longer than this, in characters.
const WIDTH: usize = 96;

/// "laos.3  quote  new  sure  ¶4 thongloun: …".
pub fn line(one: &Proposal) -> String {
    let what = shown(one, None);
    let remark = one
        .remark
        .as_ref()
        .map_or_else(String::new, |remark| format!("; {remark}"));
    let of = one
        .of
        .as_ref()
        .map_or_else(String::new, |of| format!(" {of}"));
    let missing: Vec<_> = one
        .lacks
        .iter()
        .map(|field| format!("; no {field}"))
        .collect();
    let lacks = missing.concat();
    let (id, kind, news) = (&one.id, &one.kind, one.news.word());
    let line = format!(
        "{id}  {kind}  {news}{of}  {} ({})  ¶{} {what}{remark}{lacks}",
        one.confidence, one.rule, one.anchor.paragraph
    );
    on_one_line(&line)
}

/// The paragraph and the record in a few words, with the names of what it is of.
pub fn short(one: &Proposal, name: Name<'_>) -> String {
    let words = shown(one, Some(name));
    on_one_line(&format!("¶{} {words}", one.anchor.paragraph))
}

/// How the record of an id is called.
type Name<'a> = &'a dyn Fn(&Id) -> String;

/// The record in a few words; without names, with ids.
fn shown(one: &Proposal, name: Option<Name<'_>>) -> String {
    let described = match one.kind() {
        Some(Kind::Quote) => quote(one, name),
        Some(Kind::Observation) => figure(one, name),
        Some(Kind::Person) => read::<Person>(one).map(|person| person.name.to_string()),
        Some(Kind::Source) => read::<Source>(one).map(|source| source.title.to_string()),
        Some(kind) => of_kind(kind, Title(one)),
        None => None,
    };
    let whole = described.unwrap_or_else(|| one.anchor.words().into_owned());
    let mut chars = whole.chars();
    let start: String = chars.by_ref().take(WIDTH).collect();
    if chars.next().is_some() {
        start + "…"
    } else {
        start
    }
}

fn read<R: Typed>(one: &Proposal) -> Option<R> {
    serde_json::from_str(one.record.get()).ok()
}

fn quote(one: &Proposal, name: Option<Name<'_>>) -> Option<String> {
    let quote: Quote = read(one)?;
    let speaker = name.map_or_else(|| quote.speaker.to_string(), |name| name(&quote.speaker));
    Some(format!("{speaker}: “{}”", quote.text))
}

fn figure(one: &Proposal, name: Option<Name<'_>>) -> Option<String> {
    let figure: Observation = read(one)?;
    let series = name.zip(one.series.as_ref());
    let of = series.map_or_else(|| figure.id.to_string(), |(name, series)| name(series));
    Some(format!("{of}: {}", one.anchor.words()))
}

/// The title of a record that has one.
struct Title<'a>(&'a Proposal);

impl OfType for Title<'_> {
    type Output = Option<String>;

    fn of<R: Typed>(self) -> Option<String> {
        let record: R = read(self.0)?;
        let title = record.value("title");
        let status = record.value("status");
        let text = |value: Value<'_>| match value {
            Value::Text(text) => Some(text.to_string()),
            Value::Word(word) => Some(word.to_owned()),
            _ => None,
        };
        let title = text(title)?;
        Some(text(status).map_or_else(|| title.clone(), |status| format!("{title} ({status})")))
    }
}

/// "14 new, 6 repeated, 2 differ: Trade, total 2022: …".
pub fn summary<'a>(proposals: impl Iterator<Item = &'a Proposal>) -> String {
    let all: Vec<&Proposal> = proposals.collect();
    let count = |news: News| all.iter().filter(|one| one.news == news).count();
    let differ: Vec<String> = all
        .iter()
        .filter(|one| one.news == News::Differs)
        .filter_map(|one| one.remark.as_ref().map(ToString::to_string))
        .collect();
    let differences = if differ.is_empty() {
        String::new()
    } else {
        format!(": {}", differ.join("; "))
    };
    let parts = [
        (count(News::New), "new"),
        (count(News::Same), "repeated"),
        (count(News::Echo), "echoed"),
        (count(News::MorePrecise), "more precise"),
        (count(News::Differs), "differ"),
    ];
    let always = |(count, word): &(usize, &str)| {
        *count > 0 || matches!(*word, "new" | "repeated" | "differ")
    };
    let parts: Vec<_> = parts
        .iter()
        .filter(|part| always(part))
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    on_one_line(&format!("{}{differences}", parts.join(", ")))
}
