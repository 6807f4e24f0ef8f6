//! CSL-JSON, the data of the Citation Style Language that Zotero, pandoc and others read.
//!
//! Names and values are those of the schema (citation-style-language/schema, csl-data.json).

use serde::Serialize;

mod spelled;

use super::Citation;
use super::kept::Kept;
use super::name::{self, Name};
use crate::dossier::date::Basis;
use crate::dossier::source::CSL_TYPES;
use crate::dossier::{Date, Dossier, Source};

/// An array with an item for each source.
pub(super) fn cite(citation: &Citation<'_>) -> String {
    let items = citation
        .places
        .iter()
        .map(|place| item(citation.dossier, place.source, citation.note(place)).spelled());
    // Strings and numbers under fixed names: nothing here that JSON could not hold.
    serde_json::to_string_pretty(&items.collect::<Vec<_>>()).unwrap_or_default()
}

/// A source in the fields of CSL.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Item {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) author: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) editor: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) translator: Vec<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) volume: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher_place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accessed: Option<CslDate>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    pub(super) doi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) citation_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// The compiler's: no style prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) annote: Option<String>,
}

/// A name, in parts or whole. The given name of a person whose name is not parted is empty, as Zotero
/// writes it; an organisation has none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Author {
    Parts {
        family: String,
        given: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        suffix: String,
    },
    Literal {
        literal: String,
    },
}

/// A source with what is noted of it.
pub(super) fn item(dossier: &Dossier, source: &Source, note: Option<String>) -> Item {
    let line = ToString::to_string;
    let kept = Kept::of(source);
    let people = |names: &[String]| {
        let names = names.iter().map(|name| name::printed(dossier, name));
        names.map(author).collect()
    };
    let known = CSL_TYPES.contains(&&*source.kind);
    Item {
        id: source.id.to_string(),
        kind: if known {
            line(&source.kind)
        } else {
            "document".to_owned()
        },
        title: line(&source.title),
        author: authors(dossier, source),
        editor: people(&kept.editors),
        translator: people(&kept.translators),
        container_title: source.container_title.as_ref().map(line),
        volume: source.volume.as_ref().map(line),
        issue: source.issue.as_ref().map(line),
        page: source.page.as_ref().map(line),
        publisher: source.publisher.as_ref().map(line),
        publisher_place: source.publisher_place.as_ref().map(line),
        issued: source
            .issued
            .as_ref()
            .and_then(date)
            .or(kept.issued.map(in_words)),
        accessed: source
            .accessed
            .as_ref()
            .and_then(date)
            .or(kept.accessed.map(in_words)),
        url: source.url.as_ref().map(line),
        doi: source.doi.as_ref().map(line),
        citation_key: source.citation_key.as_ref().map(line),
        language: source.language.as_ref().map(line),
        annote: kept.rest.filter(|_| note.is_none()),
        note,
    }
}

fn authors(dossier: &Dossier, source: &Source) -> Vec<Author> {
    let names = source.author.iter().map(|id| name::of(dossier, id));
    names.map(author).collect()
}

fn author(name: Name) -> Author {
    match name {
        Name::Parts {
            family,
            given,
            suffix,
        } => Author::Parts {
            family,
            given,
            suffix,
        },
        Name::Whole(family) => Author::Parts {
            family,
            given: String::new(),
            suffix: String::new(),
        },
        Name::Literal(literal) => Author::Literal { literal },
    }
}

/// A date variable: what CSL has no numbers for is a literal.
#[derive(Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct CslDate {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) date_parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) season: Option<i64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) circa: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) literal: Option<String>,
}

fn date(date: &Date) -> Option<CslDate> {
    let edtf = date.edtf()?;
    let circa = date.is_approximate() || date.is_uncertain() || date.basis != Basis::Stated;
    let ends: Option<Vec<_>> = edtf.split('/').map(parts).collect();
    let Some(mut date_parts) = ends else {
        let label = date.spoken();
        let literal = label.trim_start_matches('[').trim_end_matches(']');
        return Some(CslDate {
            circa,
            ..in_words(literal.to_owned())
        });
    };
    let mut season = None;
    for end in &mut date_parts {
        // CSL has no year 0: -1 is 1 BCE, which EDTF writes 0000.
        end[0] -= i64::from(end[0] <= 0);
        // EDTF counts the seasons from 21, CSL from 1; both begin with spring.
        if let Some(code) = end.get(1).copied().filter(|month| *month > 20) {
            end.truncate(1);
            season = Some(code - 20);
        }
    }
    Some(CslDate {
        season: season.filter(|_| date_parts.len() == 1),
        date_parts,
        circa,
        literal: None,
    })
}

fn in_words(literal: String) -> CslDate {
    CslDate {
        literal: Some(literal),
        ..CslDate::default()
    }
}

/// Does a date say something that CSL has no place for: doubt, a time of day, an open end, a season in a
/// range, one end that is about, or that it was worked out?
pub(super) fn loses(date: &Date) -> bool {
    let Some(edtf) = date.edtf() else {
        return date.limits() != (None, None);
    };
    let ends: Vec<_> = edtf.split('/').collect();
    let is_digits = |end: &&str| {
        let bare = end.trim_start_matches('Y').trim_end_matches('~');
        bare.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    let is_season = |end: &&str| parts(end).and_then(|parts| parts.get(1).copied()) > Some(20);
    let about = ends.iter().filter(|end| end.ends_with('~')).count();
    let is_range = ends.len() > 1;
    let is_uneven = about > 0 && about < ends.len();
    let is_whole = ends.iter().all(is_digits) && date.limits() == (None, None);
    date.basis != Basis::Stated || !is_whole || is_uneven || is_range && ends.iter().any(is_season)
}

/// Year, month and day as far as they are written in digits; none where the year is not.
pub(super) fn parts(point: &str) -> Option<Vec<i64>> {
    let unmarked = point.trim_end_matches(['?', '~', '%']);
    let date = unmarked.split('T').next().unwrap_or(unmarked);
    let signed = date.strip_prefix('Y').unwrap_or(date);
    let (sign, digits) = match signed.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, signed),
    };
    let numbers = digits.split('-').map_while(|part| part.parse::<i64>().ok());
    let mut parts: Vec<_> = numbers.collect();
    *parts.first_mut()? *= sign;
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_csl_cannot_hold_is_known() {
        for (edtf, is_lost) in [
            ("2017", false),
            ("2017-09-01", false),
            ("2017~", false),
            ("1975-05~/1976-06~", false),
            ("2001-21", false),
            ("-0043", false),
            ("Y-17000", false),
            ("2018?", true),
            ("2018%", true),
            ("2025-01-01T10:00:00Z", true),
            ("199X", true),
            ("2021/..", true),
            ("1975~/1976", true),
            ("2001-21/2001-23", true),
        ] {
            let date = Date::parse(edtf).expect("a date");
            assert_eq!(loses(&date), is_lost, "{edtf}");
        }
        let inferred = Date::inferred(Some("2023"), (None, None), "the title").expect("a date");
        assert!(loses(&inferred));
    }

    #[test]
    fn a_date_is_as_precise_as_it_was_stored() {
        for (edtf, json) in [
            ("2017", r#"{"date-parts":[[2017]]}"#),
            ("2017-09", r#"{"date-parts":[[2017,9]]}"#),
            ("1960-10-07", r#"{"date-parts":[[1960,10,7]]}"#),
            ("1975~", r#"{"date-parts":[[1975]],"circa":true}"#),
            ("2018?", r#"{"date-parts":[[2018]],"circa":true}"#),
            ("2017-XX", r#"{"date-parts":[[2017]]}"#),
            ("2001-21", r#"{"date-parts":[[2001]],"season":1}"#),
            ("2025-01/2025-05", r#"{"date-parts":[[2025,1],[2025,5]]}"#),
            ("-0043", r#"{"date-parts":[[-44]]}"#),
            ("0000", r#"{"date-parts":[[-1]]}"#),
            ("Y-17000", r#"{"date-parts":[[-17001]]}"#),
            ("Y12345/Y12346", r#"{"date-parts":[[12345],[12346]]}"#),
            ("2025-01-01T10:00:00Z", r#"{"date-parts":[[2025,1,1]]}"#),
            ("199X", r#"{"literal":"1990s"}"#),
            ("2021/..", r#"{"literal":"since 2021"}"#),
        ] {
            let parsed = Date::parse(edtf).expect("a date");
            let written = serde_json::to_string(&date(&parsed)).expect("JSON");
            assert_eq!(written, json, "{edtf}");
        }
        let inferred = r#"{"edtf": "2023", "basis": "inferred", "why": "the title"}"#;
        let parsed: Date = serde_json::from_str(inferred).expect("a date");
        let written = serde_json::to_string(&date(&parsed)).expect("JSON");
        assert_eq!(written, r#"{"date-parts":[[2023]],"circa":true}"#);
        let undated: Date = serde_json::from_str(r#"{"edtf": null}"#).expect("a date");
        assert_eq!(date(&undated), None);
    }
}
