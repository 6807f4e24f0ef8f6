//! What both kinds of bibliography have: types, months, DOIs and pages.

use crate::dossier::date::MONTHS;
use crate::dossier::source::CSL_TYPES;

/// CSL types by the types of BibTeX and BibLaTeX, as pandoc maps them.
const TYPES: [(&str, &str); 30] = [
    ("article", "article-journal"),
    ("book", "book"),
    ("mvbook", "book"),
    ("booklet", "pamphlet"),
    ("bookinbook", "chapter"),
    ("collection", "book"),
    ("conference", "paper-conference"),
    ("dataset", "dataset"),
    ("electronic", "webpage"),
    ("inbook", "chapter"),
    ("incollection", "chapter"),
    ("inproceedings", "paper-conference"),
    ("inreference", "entry-encyclopedia"),
    ("jurisdiction", "legal_case"),
    ("legislation", "legislation"),
    ("legal", "treaty"),
    ("letter", "personal_communication"),
    ("manual", "report"),
    ("mastersthesis", "thesis"),
    ("misc", "document"),
    ("online", "webpage"),
    ("patent", "patent"),
    ("periodical", "periodical"),
    ("phdthesis", "thesis"),
    ("proceedings", "book"),
    ("report", "report"),
    ("techreport", "report"),
    ("thesis", "thesis"),
    ("unpublished", "manuscript"),
    ("www", "webpage"),
];

/// The CSL type of a type of BibTeX; a subtype that is one goes before, as the export writes it.
pub(super) fn csl_type(kind: &str, subtype: &str) -> &'static str {
    match (kind, subtype) {
        ("article", "magazine") => return "article-magazine",
        ("article", "newspaper") => return "article-newspaper",
        _ => {}
    }
    if let Some(csl) = CSL_TYPES.iter().find(|csl| **csl == subtype) {
        return csl;
    }
    let known = TYPES.iter().find(|(name, _)| *name == kind);
    known.map_or("document", |(_, csl)| csl)
}

/// A DOI without the address or the word that it is often given with.
pub(super) fn bare_doi(text: &str) -> &str {
    let text = text.trim();
    let starts = |start: &str| {
        let head = text.get(..start.len())?;
        head.eq_ignore_ascii_case(start)
            .then(|| text[start.len()..].trim())
    };
    let heads = [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ];
    heads.into_iter().find_map(starts).unwrap_or(text)
}

/// Pages with a hyphen between the first and the last, as CSL has them.
pub(super) fn pages(text: &str) -> String {
    text.replace("--", "-").replace('–', "-")
}

/// The number of a month in digits, in words or in the first letters of its name.
pub(super) fn month(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if let Ok(number) = text.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    let is_short = text.len() >= 3;
    let at = MONTHS
        .iter()
        .position(|month| is_short && month.starts_with(&text))?;
    u32::try_from(at + 1).ok()
}
