//! A source as the processor takes it: its record of CSL, within what the processor can bear.
//!
//! hayagriva 0.10 stops at a range of dates, has no literal ones, reads a year as 16 bits, counts
//! years as astronomers do, and takes the first words of a family's name for a prefix.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};

use super::super::csl::{self, Author, CslDate};
use super::super::line::one_line;
use super::super::manual::Manual;

/// Letters of a field; what is longer is no title, and ends in an ellipsis.
const LONGEST: usize = 2000;
/// Authors of a work. No style lists more: the others come from the first or are the last.
const AUTHORS: usize = 40;

/// A work for the processor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Work {
    pub(super) item: Item,
    /// Is its title the compiler's own, in square brackets?
    pub(super) is_untitled: bool,
    /// Years that stand for dates in words, and the words.
    pub(super) words: Vec<(i16, String)>,
    /// How many authors it has.
    pub(super) authors: usize,
}

impl Work {
    /// The work at that place of a list, by which it goes.
    pub(super) fn new(at: usize, item: csl::Item, manual: Manual) -> Self {
        let title = printed(&item.title);
        let kind = kind(&item, manual);
        let mut work = Self {
            is_untitled: title.starts_with('[') && title.ends_with(']'),
            item: Item(BTreeMap::new()),
            words: Vec::new(),
            authors: 0,
        };
        work.put("id", Value::String(at.to_string()));
        work.put("type", Value::String(kind));
        work.text("title", Some(title));
        work.text("container-title", item.container_title);
        work.text("volume", item.volume);
        work.text("issue", item.issue);
        work.text("page", item.page);
        work.text("publisher", item.publisher);
        work.text("publisher-place", item.publisher_place);
        work.text("URL", item.url);
        work.text("DOI", item.doi);
        work.text("language", item.language);
        let names: Vec<_> = few(item.author).into_iter().filter_map(name).collect();
        work.authors = names.len();
        if !names.is_empty() {
            work.put("author", Value::Names(names));
        }
        work.date("issued", item.issued.as_ref(), ISSUED, manual);
        work.date("accessed", item.accessed.as_ref(), ACCESSED, manual);
        work
    }

    fn put(&mut self, name: &str, value: Value) {
        self.item.0.insert(name.to_owned(), value);
    }

    fn text(&mut self, name: &str, text: Option<String>) {
        let is_address = matches!(name, "URL" | "DOI");
        let form = if is_address { bounded } else { printed };
        let text = text.map(|text| form(&text));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.put(name, Value::String(text));
        }
    }

    /// `placeholder` stands for a date that has no numbers.
    fn date(&mut self, name: &str, stated: Option<&CslDate>, placeholder: i16, manual: Manual) {
        let Some(stated) = stated else { return };
        let value = match date(stated, manual) {
            Told::Number(value) => value,
            Told::Words(words) => {
                self.words.push((placeholder, bounded(&words)));
                numbers(vec![placeholder], None, false)
            }
        };
        self.put(name, Value::Date(value));
    }
}

/// Years that no source has.
const ISSUED: i16 = 9801;
const ACCESSED: i16 = 9802;

/// The type for the processor. An `article` of CSL is a preprint, and Chicago says so; in a dossier it is
/// one of which nobody knows where it appeared.
fn kind(item: &csl::Item, manual: Manual) -> String {
    let is_loose = item.container_title.is_none() && item.publisher.is_none();
    match item.kind.as_str() {
        "article" if is_loose && manual == Manual::Chicago => "document".to_owned(),
        kind => kind.to_owned(),
    }
}

/// On one line, and no longer than a field is.
fn bounded(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The same with the apostrophes and quotation marks of print: "O’Hara".
fn printed(text: &str) -> String {
    let mut before = ' ';
    let text = bounded(text);
    let signs = text.chars().map(|c| {
        let opens = before.is_whitespace() || "([{‘“—–".contains(before);
        before = c;
        match c {
            '\'' if !opens => '’',
            '"' if opens => '“',
            '"' => '”',
            _ => c,
        }
    });
    signs.collect()
}

/// The first authors and the last.
fn few(mut authors: Vec<Author>) -> Vec<Author> {
    if authors.len() > AUTHORS {
        let last = authors.pop();
        authors.truncate(AUTHORS - 1);
        authors.extend(last);
    }
    authors
}

fn name(author: Author) -> Option<NameValue> {
    match author {
        Author::Parts {
            family,
            given,
            suffix,
        } if !given.is_empty() => {
            let family = printed(&family);
            let (before, last) = match family.rsplit_once(' ') {
                Some((before, last)) => (Some(before.to_owned()), last.to_owned()),
                None => (None, family),
            };
            Some(NameValue::Item(NameItem {
                family: last,
                given: Some(printed(&given)),
                non_dropping_particle: before,
                dropping_particle: None,
                suffix: (!suffix.is_empty()).then(|| printed(&suffix)),
                comma_suffix: None,
            }))
        }
        Author::Literal { literal }
        | Author::Parts {
            family: literal, ..
        } => {
            let literal = printed(&literal);
            (!literal.is_empty()).then_some(NameValue::Literal(LiteralName { literal }))
        }
    }
}

/// A date in numbers, or in words where there are no numbers for it.
enum Told {
    Number(DateValue),
    Words(String),
}

fn date(date: &CslDate, manual: Manual) -> Told {
    if let Some(literal) = &date.literal {
        return Told::Words(literal.clone());
    }
    let common = match date.date_parts.as_slice() {
        [one] => one.clone(),
        // What both ends have in common: a year, or a month.
        [first, last] => {
            let pairs = first.iter().zip(last);
            let common = pairs.take_while(|(a, b)| a == b);
            common.map(|(part, _)| *part).collect()
        }
        _ => Vec::new(),
    };
    match small(&common) {
        Some(parts) => {
            // Of a season hayagriva makes two in the form of APA.
            let season = date.season.filter(|_| manual != Manual::Apa);
            Told::Number(numbers(parts, season, date.circa))
        }
        None => Told::Words(in_words(date)),
    }
}

/// Year, month and day as the processor counts them; none without a year that it can hold.
fn small(parts: &[i64]) -> Option<Vec<i16>> {
    let (first, rest) = parts.split_first()?;
    // 1 BCE is the year 0 to it, and -1 in CSL.
    let year = i16::try_from(first + i64::from(*first < 0)).ok()?;
    let rest = rest.iter().zip([12, 31]).map_while(|(part, most)| {
        let part = i16::try_from(*part).ok()?;
        (1..=most).contains(&part).then_some(part)
    });
    Some([year].into_iter().chain(rest).collect())
}

/// "2016–2018".
fn in_words(date: &CslDate) -> String {
    let years = date
        .date_parts
        .iter()
        .filter_map(|parts| parts.first())
        .map(|year| match year {
            ..0 => format!("{} BCE", -year),
            _ => year.to_string(),
        });
    years.collect::<Vec<_>>().join("–")
}

fn numbers(parts: Vec<i16>, season: Option<i64>, circa: bool) -> DateValue {
    DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: season.map(|season| season.to_string()),
        circa,
    }
}
