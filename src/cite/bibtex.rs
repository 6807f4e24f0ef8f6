//! BibTeX by hand: a writer of a dozen fields is less than the parser that a crate would bring.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::csl::parts;
use super::kept::Kept;
use super::name::{self, Name};
use super::{Citation, Place};
use crate::dossier::date::Basis;
use crate::dossier::source::CSL_TYPES;
use crate::dossier::{Date, Dossier, Id, Source};

/// The months as BibTeX's styles know them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// An entry for each source.
pub(super) fn cite(citation: &Citation<'_>) -> String {
    let owners = owners(citation.dossier);
    let places = citation.places.iter();
    let entries = places.map(|place| entry(citation, place, key(&owners, place.source)));
    entries.collect::<Vec<_>>().join("\n\n")
}

fn entry(citation: &Citation<'_>, place: &Place<'_>, key: &str) -> String {
    let source = place.source;
    let names = Names::of(&source.kind);
    let mut fields = Vec::new();
    let kept = Kept::of(source);
    fields.extend(authors(citation, source));
    for (name, people) in [("editor", &kept.editors), ("translator", &kept.translators)] {
        let names = people
            .iter()
            .map(|one| author(name::printed(citation.dossier, one)));
        let names: Vec<_> = names.collect();
        fields.extend((!names.is_empty()).then(|| (name, format!("{{{}}}", names.join(" and ")))));
    }
    // Twice in braces, or styles would write its names in small letters.
    fields.push(("title", format!("{{{{{}}}}}", escape(&source.title))));
    for (name, value) in [
        (names.container, &source.container_title),
        ("volume", &source.volume),
        (names.issue, &source.issue),
        ("pages", &source.page),
        (names.publisher, &source.publisher),
        ("address", &source.publisher_place),
    ] {
        fields.extend(value.as_deref().map(|text| (name, value_of(name, text))));
    }
    let subtype = subtype(&source.kind).map(|text| ("entrysubtype", format!("{{{text}}}")));
    fields.extend(subtype);
    fields.extend(when(source));
    fields.extend(
        kept.issued
            .as_deref()
            .map(|words| ("year", value_of("year", words))),
    );
    for (name, value) in [
        ("doi", &source.doi),
        ("url", &source.url),
        ("language", &source.language),
    ] {
        fields.extend(value.as_deref().map(|text| (name, value_of(name, text))));
    }
    let accessed = source.accessed.as_ref().and_then(Date::edtf);
    fields.extend(accessed.map(|day| ("urldate", format!("{{{day}}}"))));
    let words = kept.accessed.as_deref();
    fields.extend(words.map(|words| ("urldate", value_of("urldate", words))));
    // Styles print a note, and pass over an annotation, which is of the source and not of what is cited.
    let note = citation.note(place);
    let annote = kept.rest.filter(|_| note.is_none());
    for (name, text) in [("note", note), ("annote", annote)] {
        fields.extend(text.map(|text| (name, value_of(name, &text))));
    }
    let fields = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {value},"));
    let mut lines = vec![format!("@{}{{{key},", names.entry)];
    lines.extend(fields);
    lines.push("}".to_owned());
    lines.join("\n")
}

/// The value of a field in braces.
fn value_of(name: &str, text: &str) -> String {
    let value = match name {
        // Styles print them as they are.
        "doi" | "url" => address(text),
        // TeX makes a dash of two hyphens.
        "pages" => escape(text).replace("--", "-").replace('-', "--"),
        _ => escape(text),
    };
    format!("{{{value}}}")
}

/// The key of an entry: that of the source, where it has one that BibTeX takes and no other entry can
/// have, or else its id.
fn key<'s>(owners: &Owners<'_>, source: &'s Source) -> &'s str {
    let is_own = |key: &&str| owners.get(&alike(key)) == Some(&Some(&source.id));
    let key = source.citation_key.as_deref();
    let key = key.filter(|key| is_key(key)).filter(is_own);
    key.unwrap_or(source.id.as_str())
}

/// Has a source a key that its entry cannot have?
pub(super) fn loses_key(dossier: &Dossier) -> impl Fn(&Source) -> bool {
    let owners = owners(dossier);
    move |source| {
        let key = key(&owners, source);
        source.citation_key.as_deref().is_some_and(|own| own != key)
    }
}

/// Whose a key is, or none where several sources can have it.
type Owners<'d> = HashMap<String, Option<&'d Id>>;

fn owners(dossier: &Dossier) -> Owners<'_> {
    let mut owners = Owners::new();
    for source in &dossier.sources {
        let own = source.citation_key.as_deref().into_iter();
        for name in own.chain([source.id.as_str()]) {
            let owner = owners.entry(alike(name)).or_insert(Some(&source.id));
            *owner = owner.filter(|id| **id == source.id);
        }
    }
    owners
}

/// Does BibTeX take it for a key? In files of UTF-8 biber does so with letters of every script.
fn is_key(text: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "{}(),=\\\"#%'~".contains(c);
    !text.is_empty() && !text.contains(ends)
}

/// Keys that are alike here are one key to a program that counts no capitals, or normalizes what it reads.
fn alike(key: &str) -> String {
    key.nfc().flat_map(char::to_lowercase).collect()
}

/// The names of an entry and of fields that depend on it.
struct Names {
    entry: &'static str,
    /// Of what the source appeared in.
    container: &'static str,
    /// Of the issue of that.
    issue: &'static str,
    publisher: &'static str,
}

impl Names {
    /// Those for a CSL type.
    fn of(csl: &str) -> Self {
        let (entry, container, publisher) = match csl {
            "article" | "article-journal" | "article-magazine" | "article-newspaper" | "review"
            | "review-book" => ("article", "journal", "publisher"),
            "book" | "classic" => ("book", "series", "publisher"),
            "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" => {
                ("incollection", "booktitle", "publisher")
            }
            "paper-conference" => ("inproceedings", "booktitle", "publisher"),
            "report" => ("techreport", "series", "institution"),
            "thesis" => ("phdthesis", "series", "school"),
            _ => ("misc", "howpublished", "publisher"),
        };
        // The number of anything but an article is its own, not that of an issue.
        let issue = if entry == "article" {
            "number"
        } else {
            "issue"
        };
        Self {
            entry,
            container,
            issue,
            publisher,
        }
    }
}

/// What the type of the entry leaves open: the two words that styles of BibLaTeX know, or else the
/// type of CSL, which they pass over.
fn subtype(csl: &str) -> Option<&str> {
    match csl {
        "article-magazine" => Some("magazine"),
        "article-newspaper" => Some("newspaper"),
        "article-journal" | "book" | "chapter" | "paper-conference" | "report" | "thesis"
        | "document" => None,
        _ => CSL_TYPES.contains(&csl).then_some(csl),
    }
}

/// The authors, and which of those in braces are people: an annotation as `BibLaTeX` has them (its
/// manual, section 3.7), which other programs pass over.
fn authors(citation: &Citation<'_>, source: &Source) -> Vec<(&'static str, String)> {
    let names: Vec<_> = source
        .author
        .iter()
        .map(|id| name::of(citation.dossier, id))
        .collect();
    let people: Vec<_> = (1..)
        .zip(&names)
        .filter(|(_, name)| matches!(name, Name::Whole(_)))
        .map(|(at, _)| format!("{at}=person"))
        .collect();
    let authors: Vec<_> = names.into_iter().map(author).collect();
    let fields = [
        ("author", authors.join(" and ")),
        ("author+an", people.join("; ")),
    ];
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, format!("{{{value}}}")))
        .collect()
}

fn author(name: Name) -> String {
    match name {
        Name::Parts {
            family,
            given,
            suffix,
        } => {
            let parts = [family, suffix, given].map(|part| escape(&part));
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        }
        // In braces of its own, or it would be taken for a given and a family name.
        Name::Whole(name) | Name::Literal(name) => format!("{{{}}}", escape(&name)),
    }
}

/// Year, month and day of a plain date. Any other as `date` of BibLaTeX, which is EDTF too, with the
/// year alone beside it for old styles; one that was worked out is about right to them.
fn when(source: &Source) -> Vec<(&'static str, String)> {
    let Some(date) = source.issued.as_ref().filter(|date| !date.is_undated()) else {
        return Vec::new();
    };
    let Some((year, month, day)) = plain(date) else {
        return in_edtf(date);
    };
    let mut fields = vec![("year", format!("{{{year:04}}}"))];
    fields.extend(month.map(|month| ("month", month.to_owned())));
    fields.extend(day.map(|day| ("day", format!("{{{day}}}"))));
    fields
}

/// Does a source have dates of which BibTeX has no field for a part: what bounds them, and that the day of
/// access was worked out?
pub(super) fn loses(source: &Source) -> bool {
    let is_bounded = |date: &Date| date.limits() != (None, None);
    source.issued.as_ref().is_some_and(is_bounded)
        || source
            .accessed
            .as_ref()
            .is_some_and(|date| is_bounded(date) || date.basis != Basis::Stated)
}

fn in_edtf(date: &Date) -> Vec<(&'static str, String)> {
    let Some(edtf) = date.edtf() else {
        return Vec::new();
    };
    let is_plain = edtf.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_inferred = date.basis != Basis::Stated;
    let about = if is_inferred && is_plain { "~" } else { "" };
    let mut fields = vec![("date", format!("{{{edtf}{about}}}"))];
    let year = edtf
        .get(..4)
        .filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
    fields.extend(year.map(|year| ("year", format!("{{{year}}}"))));
    fields.extend(is_inferred.then(|| ("datebasis", format!("{{inferred: {edtf}}}"))));
    fields
}

/// The numbers of a date that was printed and needs no words.
fn plain(date: &Date) -> Option<(i64, Option<&'static str>, Option<i64>)> {
    let edtf = date.edtf().filter(|_| date.basis == Basis::Stated)?;
    if !edtf.bytes().all(|b| b.is_ascii_digit() || b == b'-') || edtf.starts_with('-') {
        return None;
    }
    let parts = parts(edtf)?;
    let month = match parts.get(1) {
        Some(month) => Some(*MONTHS.get(usize::try_from(*month).ok()?.checked_sub(1)?)?),
        None => None,
    };
    Some((parts[0], month, parts.get(2).copied()))
}

/// `text` so that TeX prints it as it is. To BibTeX blanks, tabs and line ends are one blank, so that tabs
/// and line ends are commands. Braces are spelled out: BibTeX counts even those behind a backslash.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            // It prints nothing, and keeps the two apart from a line feed alone.
            '\r' if signs.peek() == Some(&'\n') => out.push_str("\\relax{}"),
            '\r' => out.push_str("\\linebreak{}"),
            '\n' => out.push_str("\\newline{}"),
            '\t' => out.push_str("\\quad{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '%' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A URL, which styles print as it is: only what would end the field is encoded.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_tex_would_obey_is_escaped() {
        for (text, tex) in [
            ("Dezan Shira & Associates", "Dezan Shira \\& Associates"),
            ("5 % of $8_000 #1", "5 \\% of \\$8\\_000 \\#1"),
            ("a{b}c", "a\\textbraceleft{}b\\textbraceright{}c"),
            (
                "\\input{x}",
                "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}",
            ),
            ("x^2 ~ y", "x\\textasciicircum{}2 \\textasciitilde{} y"),
            (
                "two\r\n\tlines\r.",
                "two\\relax{}\\newline{}\\quad{}lines\\linebreak{}.",
            ),
            ("Лаос “é” ¶", "Лаос “é” ¶"),
        ] {
            assert_eq!(escape(text), tex);
        }
        assert_eq!(
            address("http://a.b/{c}?d=%20&e f#g_h"),
            "http://a.b/%7Bc%7D?d=%20&e%20f#g_h"
        );
    }

    #[test]
    fn only_a_plain_date_has_a_year_and_a_month() {
        for (edtf, expected) in [
            ("2017", Some((2017, None, None))),
            ("2017-09", Some((2017, Some("sep"), None))),
            ("1960-10-07", Some((1960, Some("oct"), Some(7)))),
            ("1975~", None),
            ("2001-21", None),
            ("2021/2023", None),
            ("199X", None),
        ] {
            assert_eq!(
                plain(&Date::parse(edtf).expect("a date")),
                expected,
                "{edtf}"
            );
        }
    }

    proptest! {
        #[test]
        fn braces_are_always_balanced(text in "\\PC{0,40}|[{}\\\\a]{0,20}") {
            for escaped in [escape(&text), address(&text)] {
                let mut depth = 0;
                for c in escaped.chars() {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    prop_assert!(depth >= 0, "{escaped}");
                }
                prop_assert_eq!(depth, 0, "{}", escaped);
            }
        }
    }
}
