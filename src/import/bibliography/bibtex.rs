//! BibTeX and BibLaTeX, as the crate `biblatex` reads them. Fields: the manual of BibLaTeX, section
//! 2.2; places come from the raw entries, values from the resolved ones.

mod accents;
mod address;
mod budget;
mod dates;
mod fields;
mod known;
mod links;
mod math;
mod people;
mod pieces;
mod spaces;
mod tidy;

use std::collections::HashSet;
use std::ops::Range;

use biblatex::{Bibliography, Pair, RawBibliography, RawEntry, Spanned};

use super::error::BibliographyError;
use super::fields::{csl_type, pages};
use super::noted::{BIBTEX_NOTED, CONTAINERS, PUBLISHERS};
use super::{Entry, add, assumptions, unread_dates};
use crate::dossier::Date;
use crate::dossier::text::clean_line;
use crate::import::table::one_line;
use crate::import::{About, Format, FormatError, ImportContext, Input, RowReport, SkipReason};
use budget::Budget;
use fields::Fields;
use people::{authors, is_others, whole};
use pieces::Bad;

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
        let is_free = tidy::is_free(&input.text);
        let (text, mut bad) = pieces::sound(&input.text, is_free);
        let raw = RawBibliography::parse(&text).map_err(|error| {
            let offset = error.span.start.min(input.text.len().saturating_sub(1));
            BibliographyError::Bibtex {
                spot: input.spot(offset),
                message: clean_line(&error.kind.to_string()),
            }
        })?;
        tally.is_a("a bibliography in BibTeX");
        let mut resolved = resolved(&raw, text.len(), &mut bad);
        if is_free {
            for (_, entry) in &mut resolved {
                tidy::finish(entry);
            }
        }
        let mut rows: Vec<(usize, Result<Entry, SkipReason>)> = Vec::new();
        rows.extend(bad.into_iter().map(|(start, unused)| (start, Err(unused))));
        for (at, found) in resolved {
            let raw = &raw.entries[at];
            let fields = Fields::new(&found, is_free);
            rows.push((raw.span.start, Ok(entry(&fields, &raw.v, input))));
            tally.not_imported(fields.unread(&raw.v));
        }
        rows.sort_by_key(|(start, _)| *start);
        unread_dates(tally, rows.iter().filter_map(|(_, row)| row.as_ref().ok()));
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
    let mut good = Vec::new();
    for (at, entry) in raw.entries.iter().enumerate() {
        let mut entry = entry.clone();
        entry
            .v
            .fields
            .retain_mut(|field| known::keep(&mut field.key.v));
        match sound(&entry.v, &mut keys, &mut budget) {
            Ok(()) => good.push((at, entry)),
            Err(why) => bad.push((entry.span.start, why)),
        }
    }
    let mut found = Vec::new();
    together(&raw.abbreviations, &good, &mut found, bad);
    let (places, mut entries): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let kind = |at: &usize| raw.entries[*at].v.kind.v.to_lowercase();
    let kinds: Vec<_> = places.iter().map(kind).collect();
    let faults = links::follow(&mut entries, &kinds, bytes);
    let mut whole = Vec::new();
    for ((at, entry), fault) in places.into_iter().zip(entries).zip(faults) {
        match fault {
            None => whole.push((at, entry)),
            Some(why) => {
                let why = SkipReason::with(CANNOT, format!("{}: {why}", entry.key));
                bad.push((raw.entries[at].span.start, why));
            }
        }
    }
    whole
}

/// Said of an entry that gives nothing.
const CANNOT: &str = "BibTeX that cannot be read";

/// Is an entry the first of its key, and not too large once it is written out?
fn sound<'s>(
    entry: &RawEntry<'s>,
    keys: &mut HashSet<&'s str>,
    budget: &mut Budget<'s>,
) -> Result<(), SkipReason> {
    let key = entry.key.v;
    if !keys.insert(key) {
        return Err(SkipReason::with("a second entry of that key", key));
    }
    let cannot = |detail| SkipReason::with(CANNOT, detail);
    budget
        .parts(entry)
        .map_err(|name| cannot(format!("{key}: the field {name} has too many parts")))?;
    budget.take(entry).map_err(|name| {
        cannot(format!(
            "{key}: the abbreviation {name} comes to too much text"
        ))
    })
}

/// Parses entries all at once; where one of them cannot be parsed, half of them at a time.
fn together<'s>(
    abbreviations: &[Pair<'s>],
    entries: &[(usize, Spanned<RawEntry<'s>>)],
    found: &mut Vec<(usize, biblatex::Entry)>,
    bad: &mut Vec<Bad>,
) {
    let some = RawBibliography {
        preamble: String::new(),
        entries: entries.iter().map(|(_, entry)| entry.clone()).collect(),
        abbreviations: abbreviations.to_vec(),
    };
    match (Bibliography::from_raw(some), entries) {
        (Ok(all), _) => found.extend(entries.iter().map(|(at, _)| *at).zip(all)),
        (Err(error), [(_, entry)]) => {
            let detail = format!("{}: {}", entry.v.key.v, error.kind);
            bad.push((entry.span.start, SkipReason::with(CANNOT, detail)));
        }
        (Err(_), _) => {
            let (one, other) = entries.split_at(entries.len() / 2);
            together(abbreviations, one, found, bad);
            together(abbreviations, other, found, bad);
        }
    }
}

fn entry(fields: &Fields<'_>, raw: &RawEntry<'_>, input: &Input) -> Entry {
    let text = |name| fields.text(name);
    let first = |names: &[&'static str]| fields.first(names);
    let title = match text("subtitle") {
        subtitle if subtitle.is_empty() => text("title"),
        subtitle => format!("{}: {subtitle}", text("title")),
    };
    let kind = csl_type(
        &raw.kind.v.to_lowercase(),
        &text("entrysubtype").to_lowercase(),
    );
    let mut more = Vec::new();
    let (issue, number) = issue(kind, text("number"), text("issue"));
    more.extend(number);
    let (howpublished, address) = address::within(&text("howpublished"));
    let linked = || {
        let title = input.text.get(place(raw, "title", input));
        address::linked(title.unwrap_or_default())
    };
    let url = [address::plain(&text("url")), address, linked()]
        .into_iter()
        .find(|url| !url.is_empty());
    let named = |(name, word): (&'static str, &'static str)| match name {
        "howpublished" => (word, howpublished.clone()),
        name => (word, text(name)),
    };
    let container = first_of(CONTAINERS.map(named), &mut more);
    let publisher = first_of(PUBLISHERS.map(named), &mut more);
    more.extend(self::more(fields));
    let (issued, accessed) = days(fields, &mut more);
    more.extend(repeated(raw, input));
    Entry {
        key: raw.key.v.to_owned(),
        citation_key: raw.key.v.to_owned(),
        kind: kind.to_owned(),
        title,
        authors: authors(fields, &place(raw, "author", input), input),
        container,
        volume: text("volume"),
        issue,
        page: pages(&text("pages")),
        publisher,
        publisher_place: first(&["address", "location"]),
        issued,
        accessed,
        url: url.unwrap_or_default(),
        doi: address::plain(&text("doi")),
        language: first(&["langid", "language"]),
        rights: text("copyright"),
        more,
        place: place(raw, "title", input),
    }
}

/// The first text that there is; any other goes into the note under its word.
fn first_of<const N: usize>(
    all: [(&'static str, String); N],
    more: &mut Vec<(&'static str, String)>,
) -> String {
    let mut found = all.into_iter().filter(|(_, text)| !text.is_empty());
    let first = found.next().map(|(_, text)| text).unwrap_or_default();
    more.extend(found.filter(|(_, text)| *text != first));
    first
}

/// When it was issued, and when somebody looked; what of that is no date goes into the note.
fn days(
    fields: &Fields<'_>,
    more: &mut Vec<(&'static str, String)>,
) -> (Option<Date>, Option<Date>) {
    let text = |name| fields.text(name);
    let (date, year) = (text("date"), text("year"));
    let (issued, odd) = match dates::worked_out(&text("datebasis")) {
        Some(date) => (Some(date), None),
        None => dates::issued(
            &fields.first(&["date", "year"]),
            &text("month"),
            &text("day"),
        ),
    };
    more.extend(odd.map(|odd| ("Date as printed", odd)));
    if !date.is_empty() && !date.contains(year.trim()) {
        more.push(("Year as printed", year));
    }
    let urldate = text("urldate");
    let accessed = Date::parse(&urldate).ok();
    if accessed.is_none() && !urldate.is_empty() {
        more.push(("Access date as printed", urldate));
    }
    (issued, accessed)
}

/// Fields that an entry has twice: the last one counts.
fn repeated(raw: &RawEntry<'_>, input: &Input) -> Vec<(&'static str, String)> {
    let mut later = HashSet::new();
    let fields = raw.fields.iter().rev();
    let again = fields.filter(|field| {
        let name = field.key.v.to_ascii_lowercase();
        known::is_read(&name) && !later.insert(name)
    });
    let described = again.map(|field| {
        let text = input.text.get(around(field, input)).unwrap_or_default();
        (
            "Repeated field",
            format!("{} = {}", field.key.v, one_line(text)),
        )
    });
    let mut notes: Vec<_> = described.collect();
    notes.reverse();
    notes
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

/// What else goes into the note.
fn more(fields: &Fields<'_>) -> Vec<(&'static str, String)> {
    let own = BIBTEX_NOTED
        .iter()
        .map(|(name, word)| (*word, fields.text(name)));
    let others = [("editor", "Editor"), ("translator", "Translator")].map(|(name, word)| {
        let names: Vec<_> = fields.people(name).iter().map(whole).collect();
        (word, names.join("; "))
    });
    let mut all: Vec<_> = own
        .chain(others)
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if fields.people("author").iter().any(is_others) {
        all.push(("Authors", "and others".to_owned()));
    }
    all
}

/// Where the value of a field stands, without braces and quotation marks around it.
fn place(raw: &RawEntry<'_>, name: &str, input: &Input) -> Range<usize> {
    raw.fields
        .iter()
        .find(|field| field.key.v.eq_ignore_ascii_case(name))
        .map_or(0..0, |field| around(field, input))
}

/// The place of a value, without what is around it.
fn around(field: &Pair<'_>, input: &Input) -> Range<usize> {
    let span = field.value.span.clone();
    let text = input.text.get(span.clone()).unwrap_or_default();
    let is_around = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"' | ',');
    let start = text.len() - text.trim_start_matches(is_around).len();
    let end = text.trim_end_matches(is_around).len();
    span.start + start..span.start + end.max(start)
}
