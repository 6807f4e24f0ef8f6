//! CSL-JSON. Names and values are those of the schema
//! (<https://github.com/citation-style-language/schema>, csl-data.json).

mod date;
mod item;
mod rich;

use super::error::BibliographyError;
use super::names;
use super::noted::CSL_NOTED;
use super::{Author, Entry, add, assumptions, unread_dates};
use crate::import::object::{JsonError, Value};
use crate::import::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use item::Item;

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct CslJson;

impl Format for CslJson {
    fn name(&self) -> &'static str {
        "csl-json"
    }

    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError> {
        let entries = entries(input, tally)?;
        tally.is_a("a bibliography in CSL-JSON");
        unread_dates(
            tally,
            entries.iter().filter_map(|(_, entry)| entry.as_ref().ok()),
        );
        for (line, entry) in entries {
            let outcome = entry.and_then(|entry| add(entry, input, context));
            tally.row(line, outcome);
        }
        assumptions(tally);
        Ok(About {
            kind: "document",
            title: format!("Bibliography: {}", input.name),
            ..About::default()
        })
    }
}

/// An entry with its line, or why it is none.
type Read = (usize, Result<Entry, SkipReason>);

fn entries(input: &Input, tally: &mut RowReport) -> Result<Vec<Read>, FormatError> {
    let whole = Value::whole(input)?;
    let list = if whole.is_list() {
        whole
    } else {
        let members = whole.members(input)?;
        members
            .iter()
            .find(|(key, _)| key == "items" || key == "references")
            .map(|(_, items)| *items)
            .filter(Value::is_list)
            .ok_or_else(|| BibliographyError::NotAList {
                file: input.shown.clone(),
            })?
    };
    let mut read = Vec::new();
    for item in list.items() {
        let line = item.line(input);
        read.push(if item.is_object() {
            let item = Item::of(item, input)?;
            let entry = entry(&item, input)?;
            tally.not_imported(item.unread());
            (line, Ok(entry))
        } else {
            (line, Err(SkipReason::new("it is no item")))
        });
    }
    Ok(read)
}

fn entry(item: &Item<'_>, input: &Input) -> Result<Entry, JsonError> {
    let (issued, odd) = date::read(item.get("issued"), input)?;
    let (accessed, odd_access) = date::read(item.get("accessed"), input)?;
    let mut more: Vec<(&'static str, String)> = CSL_NOTED
        .iter()
        .map(|(name, word)| (*word, item.text(name)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    for (name, word) in [
        ("original-date", "Original date"),
        ("event-date", "Event date"),
        ("submitted", "Submitted"),
    ] {
        let (date, odd) = date::read(item.get(name), input)?;
        let printed = odd.or_else(|| date.map(|date| date.label()));
        more.extend(printed.map(|printed| (word, printed)));
    }
    for (name, word) in [("editor", "Editor"), ("translator", "Translator")] {
        let names: Vec<_> = authors(item.get(name), input)?
            .into_iter()
            .map(|author| author.name)
            .collect();
        if !names.is_empty() {
            more.push((word, names.join("; ")));
        }
    }
    more.extend(odd.map(|odd| ("Date as printed", odd)));
    more.extend(odd_access.map(|odd| ("Access date as printed", odd)));
    let kind = match item.text("type") {
        kind if kind.is_empty() => "document".to_owned(),
        kind => kind,
    };
    Ok(Entry {
        key: item.text("id"),
        citation_key: citation_key(item),
        kind,
        title: item.text("title"),
        authors: authors(item.get("author"), input)?,
        container: item.text("container-title"),
        volume: item.text("volume"),
        issue: item.text("issue"),
        page: item.text("page"),
        publisher: item.text("publisher"),
        publisher_place: item.text("publisher-place"),
        issued,
        accessed,
        url: item.text("URL"),
        doi: item.text("DOI"),
        language: item.text("language"),
        rights: item.text("license"),
        more,
        place: item.get("title").map_or(0..0, |title| title.range()),
    })
}

/// The key by which texts cite it, which may be a number. Programs without such keys give an address as
/// the id.
fn citation_key(item: &Item<'_>) -> String {
    let id = item.text("id");
    let is_key = !id.is_empty() && !id.contains(['/', ' ']);
    match item.text("citation-key") {
        key if key.is_empty() && is_key => id,
        key => key,
    }
}

/// The parts of a name with a blank between two, but for a particle that is written to the next:
/// `al-Haykal`, `d’Orsay`.
fn joined(parts: &[String]) -> String {
    let mut name = String::new();
    for part in parts {
        if !name.is_empty() && !name.ends_with(['-', '’', '\'']) {
            name.push(' ');
        }
        name.push_str(part);
    }
    name
}

fn authors(list: Option<Value<'_>>, input: &Input) -> Result<Vec<Author>, JsonError> {
    let mut authors = Vec::new();
    for value in list.map_or_else(Vec::new, |list| list.items()) {
        let name = Item::of(value, input)?;
        let family = name.text("family");
        let (given, in_given) = names::suffixed(&name.text("given"));
        let suffix = [name.text("suffix"), in_given].into_iter();
        let suffix = suffix.filter(|text| !text.is_empty());
        let parts: Vec<_> = [
            given,
            name.text("dropping-particle"),
            name.text("non-dropping-particle"),
            family.clone(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .chain(suffix)
        .collect();
        let whole = name.text("literal");
        let is_person = !family.is_empty()
            && (parts.len() > 1 || name.get("given").is_some() || names::has_particle(&family));
        let place = [name.get("family"), name.get("literal"), Some(value)];
        let full = if parts.is_empty() {
            whole
        } else {
            joined(&parts)
        };
        if !full.is_empty() {
            authors.push(Author {
                name: full,
                is_person,
                place: place
                    .into_iter()
                    .flatten()
                    .next()
                    .map_or(0..0, |value| value.range()),
            });
        }
    }
    Ok(authors)
}
