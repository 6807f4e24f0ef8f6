//! Whether the paragraphs that a record cites name those whom it is about.
//!
//! The two countries are what a dossier is about and need not be named; people may be named by their
//! title. What is written in another script or language is not compared, nor are data: a table has codes
//! for names, and an answer of an interface is one paragraph of any length.

use super::doubt::{Doubt, DoubtKind};
use crate::dossier::{Actor, Dossier, Evidence, Kind, Ref, Text, countries};
use crate::verify::anchor::Anchor;
use crate::verify::folded::Folded;
use crate::verify::texts::Texts;

/// Words that names do not differ by: "African countries" are named by "Africans" too.
const SMALL: [&str; 10] = [
    "of",
    "the",
    "and",
    "for",
    "in",
    "at",
    "a",
    "on",
    "s",
    "countries",
];

/// Bytes of the longest paragraph of prose.
const PROSE: usize = 20_000;

/// Signs of data and markup.
const DATA: [char; 5] = ['{', '}', '\\', '\t', '|'];

/// Letters by which a word is known in all its endings: Russia, Russian.
const STEM: usize = 5;

/// Letters of the shortest word that stands for a longer one: Lao for Laos is too short.
const SHORT: usize = 4;

/// Somebody whom a record names.
struct Named {
    shown: String,
    names: Vec<String>,
    /// May the last word of a name stand for it?
    is_person: bool,
}

/// Everybody whom a record names and none of its paragraphs.
pub(super) fn unnamed(
    dossier: &Dossier,
    texts: &Texts,
    record: Ref,
    anchors: &[&Anchor],
) -> Vec<Doubt> {
    let everybody = everybody(dossier, record);
    let Some(first) = anchors.first().filter(|_| !everybody.is_empty()) else {
        return Vec::new();
    };
    let doubt = |shown: &str, evidence: &Evidence| Doubt {
        record,
        kind: DoubtKind::Unnamed,
        source: evidence.source.clone(),
        paragraph: evidence.paragraph,
        message: format!("{shown} is named in no paragraph that the record cites"),
    };
    let own = anchors.iter().filter(|anchor| anchor.part.is_none());
    let paragraphs = own.map(|anchor| paragraph(dossier, texts, &anchor.evidence));
    let Some(cited) = paragraphs.collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let words: Vec<_> = cited.concat();
    let absent = everybody
        .iter()
        .filter(|named| !words.is_empty() && !is_named(named, &words));
    let mut found: Vec<_> = absent
        .map(|named| doubt(&named.shown, &first.evidence))
        .collect();
    if record.kind == Kind::Person {
        found.extend(titles(dossier, texts, record).map(|(title, e)| doubt(title, e)));
    }
    found
}

/// The titles of a person of which a word is in no paragraph that is cited for them. Of an author it is
/// the line under the headline that gives one.
fn titles<'a>(
    dossier: &'a Dossier,
    texts: &'a Texts,
    record: Ref,
) -> impl Iterator<Item = (&'a str, &'a Evidence)> {
    let person = &dossier.people[record.at];
    person.roles.iter().filter_map(move |role| {
        let first = role.evidence.first()?;
        let places = role.evidence.iter();
        let words = places
            .map(|evidence| paragraph(dossier, texts, evidence))
            .collect::<Option<Vec<_>>>()?
            .concat();
        let is_author = |evidence: &Evidence| {
            let source = dossier.source(&evidence.source);
            source.is_some_and(|source| source.author.contains(&person.id))
        };
        let is_given = has_all(&role.title, &words) || role.evidence.iter().any(is_author);
        (!is_given).then_some((role.title.as_str(), first))
    })
}

/// Those whom a record is about, without the two countries.
fn everybody(dossier: &Dossier, record: Ref) -> Vec<Named> {
    let own = || Actor::Record(dossier.id(record).clone());
    let actors: Vec<Actor> = match record.kind {
        Kind::Event => {
            let event = &dossier.events[record.at];
            event.participants.iter().map(|p| p.who.clone()).collect()
        }
        Kind::Agreement => {
            let agreement = &dossier.agreements[record.at];
            agreement.parties.iter().map(|p| p.party.clone()).collect()
        }
        Kind::Person | Kind::Organisation => vec![own()],
        _ => Vec::new(),
    };
    actors
        .iter()
        .filter_map(|actor| named(dossier, actor))
        .collect()
}

fn named(dossier: &Dossier, actor: &Actor) -> Option<Named> {
    let mut named = Named {
        shown: dossier.actor(actor),
        names: dossier.names(actor),
        is_person: false,
    };
    match actor {
        Actor::Country(code) => {
            let mut sides = dossier.about.sides.iter();
            let is_side = |old: &crate::dossier::about::Side| {
                old.code == *code || old.predecessors.iter().any(|p| p.code == *code)
            };
            if sides.any(is_side) {
                return None;
            }
            let country = countries::of(*code)?;
            country.name.clone_into(&mut named.shown);
            named.names = country.names().map(str::to_owned).collect();
            named.names.extend(country.adjective.map(str::to_owned));
        }
        Actor::Record(id) => {
            if let Some(person) = dossier.person(id) {
                named.is_person = true;
                let titles = person.roles.iter().map(|role| role.title.to_string());
                named.names.extend(titles);
            }
        }
    }
    (!named.names.is_empty()).then_some(named)
}

/// The words of a paragraph of prose; none where its text is not known or in another language, or script.
fn paragraph(dossier: &Dossier, texts: &Texts, evidence: &Evidence) -> Option<Vec<String>> {
    let source = dossier.source(&evidence.source)?;
    let language = source.language.as_ref().map(Text::as_str);
    let is_data = source.kind.as_str() == "dataset";
    if is_data || language.is_some_and(|language| !language.starts_with("en")) {
        return None;
    }
    let text = texts
        .get(&evidence.source)?
        .printed()
        .folded(evidence.paragraph as usize)?
        .text();
    if text.len() > PROSE || text.contains(DATA) {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (latin, other): (Vec<_>, Vec<_>) = letters.partition(char::is_ascii);
    (latin.len() > other.len()).then(|| words(text))
}

/// The words of a text, capitals and all.
fn words(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_named(named: &Named, text: &[String]) -> bool {
    named.names.iter().any(|name| {
        let parts = words(Folded::new(name).text());
        let last = parts.last().filter(|_| named.is_person);
        let is_last = last.is_some_and(|last| text.contains(last));
        is_last || has_all(name, text) || has_initials(&parts, text)
    })
}

/// Is every word of a name in a text, in whatever ending?
fn has_all(name: &str, text: &[String]) -> bool {
    let mut parts = words(Folded::new(name).text())
        .into_iter()
        .map(|part| part.to_lowercase())
        .filter(|part| !SMALL.contains(&part.as_str()));
    parts.all(|part| {
        let stem: String = part.chars().take(STEM).collect();
        let is_it = |word: &String| {
            let word = word.to_lowercase();
            let is_short = word.chars().count() >= SHORT && part.starts_with(&word);
            word.starts_with(&stem) || is_short
        };
        text.iter().any(is_it)
    })
}

/// Are the first letters of a name a word of the text?
fn has_initials(parts: &[String], text: &[String]) -> bool {
    let firsts = parts.iter().filter_map(|part| part.chars().next());
    let initials: String = firsts.filter(|c| c.is_uppercase()).collect();
    initials.len() > 1 && text.contains(&initials)
}
