//! BibTeX and BibLaTeX, as the crate `biblatex` reads them. Fields: the manual of BibLaTeX, section
//! 2.2; places come from the raw entries, values from the resolved ones.

mod budget;
mod pieces;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use biblatex::{Bibliography, ChunksExt, Person, RawBibliography, RawEntry, Spanned};

use super::error::BibliographyError;
use super::fields::{csl_type, month, pages};
use super::{Author, Entry, add, assumptions};
use crate::dossier::Date;
use crate::dossier::date::edtf_year;
use crate::dossier::text::clean_line;
use crate::import::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use budget::Budget;
use pieces::Bad;

/// Fields that are kept in the note, and the word for them there.
const MORE: [(&str, &str); 7] = [
    ("edition", "Edition"),
    ("series", "Series"),
    ("eventtitle", "Event"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("note", "Note"),
    ("annote", "Note"),
];

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bibtex;

impl Format for Bibtex {
    fn name(&self) -> &'static str {
        "bibtex"
    }

    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError> {
        let (text, mut bad) = pieces::sound(&input.text);
        let raw = RawBibliography::parse(&text).map_err(|error| {
            let offset = error.span.start.min(input.text.len().saturating_sub(1));
            BibliographyError::Bibtex {
                spot: input.spot(offset),
                message: clean_line(&error.kind.to_string()),
            }
        })?;
        tally.is_a("a bibliography in BibTeX");
        let resolved = resolved(&raw, text.len(), &mut bad);
        let mut rows: Vec<(usize, Result<Entry, SkipReason>)> = Vec::new();
        rows.extend(bad.into_iter().map(|(start, unused)| (start, Err(unused))));
        for (at, found) in resolved {
            let raw = &raw.entries[at];
            rows.push((raw.span.start, Ok(entry(&found, &raw.v, input))));
        }
        rows.sort_by_key(|(start, _)| *start);
        for (start, row) in rows {
            let outcome = row.and_then(|entry| add(entry, input, context));
            tally.row(input.line(start), outcome);
        }
        assumptions(tally);
        Ok(About {
            kind: "document",
            title: format!("Bibliography: {}", input.name),
            ..About::default()
        })
    }
}

/// The entries that can be resolved, by their places among all; the others are added to the `bad`.
fn resolved(
    raw: &RawBibliography<'_>,
    bytes: usize,
    bad: &mut Vec<Bad>,
) -> Vec<(usize, biblatex::Entry)> {
    let mut budget = Budget::new(raw, bytes);
    let mut keys = HashSet::new();
    let mut good = raw.clone();
    good.entries.retain_mut(|entry| {
        let key = entry.v.key.v;
        // Other names of an entry, of which no text here knows; two of them may be the same.
        entry
            .v
            .fields
            .retain(|field| !field.key.v.eq_ignore_ascii_case("ids"));
        let why = if keys.insert(key) {
            budget.take(&entry.v).err().map(|name| {
                let told = format!("{key}: the abbreviation {name} comes to too much text");
                SkipReason::with("BibTeX that cannot be read", told)
            })
        } else {
            Some(SkipReason::with("a second entry of that key", key))
        };
        let is_sound = why.is_none();
        bad.extend(why.map(|why| (entry.span.start, why)));
        is_sound
    });
    let starts = raw.entries.iter().enumerate();
    let places: HashMap<_, _> = starts.map(|(at, entry)| (entry.span.start, at)).collect();
    let at = |entry: &Spanned<RawEntry<'_>>| places.get(&entry.span.start).copied();
    if let Ok(all) = Bibliography::from_raw(good.clone()) {
        let found = good.entries.iter().filter_map(|entry| {
            let found = all.get(entry.v.key.v)?.clone();
            Some((at(entry)?, found))
        });
        return found.collect();
    }
    let mut found = Vec::new();
    for entry in &good.entries {
        match alone(raw, entry) {
            Ok(one) => found.extend(at(entry).map(|at| (at, one))),
            Err(unused) => bad.push((entry.span.start, unused)),
        }
    }
    found
}

/// An entry without what it inherits from others.
fn alone(
    raw: &RawBibliography<'_>,
    entry: &Spanned<RawEntry<'_>>,
) -> Result<biblatex::Entry, SkipReason> {
    let linked = ["crossref", "xref", "xdata"];
    let mut alone = entry.clone();
    alone
        .v
        .fields
        .retain(|field| !linked.contains(&&*field.key.v.to_lowercase()));
    let one = RawBibliography {
        preamble: String::new(),
        entries: vec![alone],
        abbreviations: raw.abbreviations.clone(),
    };
    let why = match Bibliography::from_raw(one) {
        Ok(one) => {
            return one
                .into_iter()
                .next()
                .ok_or_else(|| SkipReason::new("it is no entry"));
        }
        Err(error) => error.kind,
    };
    let told = format!("{}: {why}", entry.v.key.v);
    Err(SkipReason::with("BibTeX that cannot be read", told))
}

/// The words of a field; empty where there is none.
fn text(entry: &biblatex::Entry, name: &str) -> String {
    let found = entry.get(name).map(ChunksExt::format_verbatim);
    found.map(spaced).unwrap_or_default()
}

/// With the line ends and tabs that commands stand for: those of our own export.
fn spaced(text: String) -> String {
    if text.contains('\\') {
        text.replace("\\newline{}", "\n").replace("\\quad{}", "\t")
    } else {
        text
    }
}

/// The words of the first of these fields that there is.
fn first(entry: &biblatex::Entry, names: &[&str]) -> String {
    let all = names.iter().map(|name| text(entry, name));
    all.into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn entry(entry: &biblatex::Entry, raw: &RawEntry<'_>, input: &Input) -> Entry {
    let text = |name: &str| text(entry, name);
    let first = |names: &[&str]| first(entry, names);
    let title = match text("subtitle") {
        subtitle if subtitle.is_empty() => text("title"),
        subtitle => format!("{}: {subtitle}", text("title")),
    };
    let (issued, odd) = match worked_out(&text("datebasis")) {
        Some(date) => (Some(date), None),
        None => issued(&first(&["date", "year"]), &text("month"), &text("day")),
    };
    let kind = csl_type(
        &raw.kind.v.to_lowercase(),
        &text("entrysubtype").to_lowercase(),
    );
    let publishers = [
        "publisher",
        "institution",
        "school",
        "organization",
        "howpublished",
    ];
    let (issue, number) = issue(kind, text("number"), text("issue"));
    Entry {
        key: raw.key.v.to_owned(),
        citation_key: raw.key.v.to_owned(),
        kind: kind.to_owned(),
        title,
        authors: authors(entry, raw, input),
        container: first(&["journaltitle", "journal", "booktitle", "maintitle"]),
        volume: text("volume"),
        issue,
        page: pages(&text("pages")),
        publisher: first(&publishers),
        publisher_place: first(&["address", "location"]),
        issued,
        accessed: Date::parse(&text("urldate")).ok(),
        url: text("url"),
        doi: text("doi"),
        language: first(&["langid", "language"]),
        rights: text("copyright"),
        more: number.into_iter().chain(more(entry, odd)).collect(),
        place: place(raw, "title", input),
    }
}

/// The issue of a journal, and what is left for the note. Its number is the issue, and a name such as
/// "Spring" goes into the note; the number of anything else, such as a report, is none.
fn issue(kind: &str, number: String, issue: String) -> (String, Option<(&'static str, String)>) {
    let has_issues = kind.starts_with("article") || kind == "periodical";
    let (issue, word, rest) = match (has_issues, number.is_empty()) {
        (true, false) => (number, "Issue", issue),
        _ => (issue, "Number", number),
    };
    (issue, (!rest.is_empty()).then_some((word, rest)))
}

/// What goes into the note; `odd` is a date that is none.
fn more(entry: &biblatex::Entry, odd: Option<String>) -> Vec<(&'static str, String)> {
    let told = MORE.iter().map(|(name, word)| (*word, text(entry, name)));
    let others = [("editor", "Editor"), ("translator", "Translator")].map(|(name, word)| {
        let names: Vec<_> = people(entry, name).iter().map(whole).collect();
        (word, names.join("; "))
    });
    let all = told.chain(others).filter(|(_, text)| !text.is_empty());
    all.chain(odd.map(|odd| ("Date as printed", odd))).collect()
}

fn people(entry: &biblatex::Entry, field: &str) -> Vec<Person> {
    entry.get_as::<Vec<Person>>(field).unwrap_or_default()
}

/// "Ludwig van der Rohe Jr.".
fn whole(person: &Person) -> String {
    let parts: Vec<_> = [
        &person.given_name,
        &person.prefix,
        &person.name,
        &person.suffix,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .map(String::as_str)
    .collect();
    spaced(parts.join(" "))
}

/// The authors; each stands where the family name does, as far as it is spelled without TeX.
fn authors(entry: &biblatex::Entry, raw: &RawEntry<'_>, input: &Input) -> Vec<Author> {
    let field = place(raw, "author", input);
    let annotated = annotated(&text(entry, "author+an"));
    let mut from = field.start;
    let mut authors = Vec::new();
    for (number, person) in (1..).zip(people(entry, "author")) {
        if person.name == "others" && person.given_name.is_empty() {
            continue;
        }
        let rest = input.text.get(from..field.end).unwrap_or_default();
        let found = rest
            .find(&person.name)
            .map(|at| from + at..from + at + person.name.len());
        if let Some(found) = &found {
            from = found.end;
        }
        authors.push(Author {
            name: whole(&person),
            is_person: !person.given_name.is_empty() || annotated.contains(&number),
            place: found.unwrap_or_else(|| field.clone()),
        });
    }
    authors
}

/// The authors that an annotation calls people: `2=person; 3=person`.
fn annotated(text: &str) -> HashSet<usize> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let people = pairs.filter(|(_, what)| what.trim() == "person");
    people
        .filter_map(|(number, _)| number.trim().parse().ok())
        .collect()
}

/// Where the value of a field stands, without braces and quotation marks around it.
fn place(raw: &RawEntry<'_>, name: &str, input: &Input) -> Range<usize> {
    let field = raw
        .fields
        .iter()
        .find(|field| field.key.v.eq_ignore_ascii_case(name));
    let Some(field) = field else {
        return 0..0;
    };
    let span = field.value.span.clone();
    let text = input.text.get(span.clone()).unwrap_or_default();
    let around = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"' | ',');
    let start = text.len() - text.trim_start_matches(around).len();
    let end = text.trim_end_matches(around).len();
    span.start + start..span.start + end.max(start)
}

/// A date that was worked out, as our own export writes it: `inferred: 2023`. The field `date` says the
/// same to others, who know no such thing.
fn worked_out(text: &str) -> Option<Date> {
    let edtf = text.trim().strip_prefix("inferred:")?.trim();
    Date::inferred(Some(edtf), (None, None), "so the bibliography says").ok()
}

/// A date in one field, or in three; and its words where it is none. One in square brackets, as
/// librarians write it, was worked out.
fn issued(date: &str, month_text: &str, day: &str) -> (Option<Date>, Option<String>) {
    let date = date.trim();
    if date.is_empty() {
        return (None, None);
    }
    let inner = date
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let bare = inner.unwrap_or(date);
    let about = ["c. ", "ca. ", "circa "]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let year = about.unwrap_or(bare);
    let edtf = match (month(month_text), day.trim().parse::<u32>().ok()) {
        (Some(month), Some(day)) if year.len() == 4 => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) if year.len() == 4 => format!("{year}-{month:02}"),
        _ if year.ends_with('/') => format!("{year}.."),
        _ => match year.parse() {
            // Years of more than four digits, which EDTF marks.
            Ok(number) if year.len() > 4 => edtf_year(number),
            _ => year.to_owned(),
        },
    };
    let edtf = about.map_or(edtf.clone(), |_| format!("{edtf}~"));
    let read = match inner {
        Some(_) => Date::inferred(
            Some(&edtf),
            (None, None),
            "the bibliography has it in brackets",
        ),
        None => Date::parse(&edtf),
    };
    match read {
        Ok(date) => (Some(date), None),
        Err(_) => (
            None,
            Some(format!("{date} {month_text} {day}").trim().to_owned()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_bibliographies() {
        for (date, month, day, label, odd) in [
            ("2019", "", "", "2019", ""),
            ("2019", "mar", "", "2019-03", ""),
            ("2019", "March", "7", "2019-03-07", ""),
            ("2021-05", "", "", "2021-05", ""),
            ("2019/2020", "", "", "2019 – 2020", ""),
            ("2019/", "", "", "since 2019", ""),
            ("1984~", "", "", "~1984", ""),
            ("c. 1999", "", "", "~1999", ""),
            ("[2023]", "", "", "[2023]", ""),
            ("in press", "", "", "", "in press"),
            ("-17000", "", "", "-17000", ""),
            ("-0044", "", "", "-0044", ""),
            ("", "mar", "", "", ""),
        ] {
            let (found, told) = issued(date, month, day);
            let found = found.map(|date| date.label()).unwrap_or_default();
            assert_eq!(
                (found.as_str(), told.unwrap_or_default().as_str()),
                (label, odd),
                "{date}"
            );
        }
    }
}
