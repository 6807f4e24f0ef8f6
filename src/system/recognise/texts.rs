//! Text files of other formats, by what is in their first lines.

use serde::de::IgnoredAny;

use super::known::Content::{
    Calendar, Data, Mail, Own, Page, Picture, References, Statistics, Text, Xml,
};
use super::known::{Known, known};

/// Characters at the head of a text that are looked at.
const HEAD: usize = 4000;

/// Words in the first lines, in small letters, and what has them.
const TEXTS: [(&[&str], Known); 16] = [
    (&["<!doctype html"], HTML),
    (&["<html"], HTML),
    (&["<modscollection"], MODS),
    (&["<mods"], MODS),
    (
        &["<records>", "<ref-type"],
        known("an EndNote XML library", References),
    ),
    (&["<pubmedarticle"], known("a PubMed XML file", References)),
    (&["structurespecificdata"], known("SDMX-ML", Statistics)),
    (&["genericdata"], known("SDMX-ML", Statistics)),
    (&["<svg"], known("a picture (SVG)", Picture)),
    (&["begin:vcalendar"], known("an iCalendar file", Calendar)),
    (&["<?xml"], known("an XML file", Xml)),
    (&["{\\rtf"], known("an RTF document", Text)),
    (&["\\documentclass"], known("a LaTeX document", Text)),
    (&["\ntitle:", "\nreferences:"], YAML),
    (
        &["\"format\"", "\"bilat/"],
        known("a dossier of bilat", Own("json")),
    ),
    (
        &["\"events\"", "\"start_date\""],
        known("a TimelineJS timeline", Own("timelinejs")),
    ),
];
const HTML: Known = known("a web page (HTML)", Page);
const YAML: Known = known("CSL-YAML", References);
const MODS: Known = known("MODS", References);
const RIS: Known = known("RIS", References);
const ENDNOTE: Known = known("an EndNote or Refer file", References);
const NBIB: Known = known("a PubMed file (.nbib)", References);
const BIBTEX: Known = known("BibTeX", Own("bibtex"));
const CSL: Known = known("CSL-JSON", Own("csl-json"));
const MAIL: Known = known("an e-mail or a web archive (.eml, .mht)", Mail);
const JSON: Known = known("a JSON file", Data);

/// What a text is, if it is of a format that is known.
pub fn text(text: &str) -> Option<Known> {
    let head = &text[..text.floor_char_boundary(HEAD)];
    let lines = || {
        head.lines()
            .map(str::trim_start)
            .filter(|line| !line.is_empty())
    };
    let first = lines().next().unwrap_or_default();
    if lines().take(20).any(is_ris) {
        return Some(RIS);
    }
    if first.starts_with("%0 ") {
        return Some(ENDNOTE);
    }
    if first.starts_with("PMID- ") {
        return Some(NBIB);
    }
    if lines().any(is_bibtex) {
        return Some(BIBTEX);
    }
    if lines().find(|line| *line != "---") == Some("references:") {
        return Some(YAML);
    }
    if let Some(mail) = mail(head) {
        return Some(mail);
    }
    let low = head.to_lowercase();
    let has = |words: &[&str]| words.iter().all(|word| low.contains(word));
    let is_markup = first.starts_with('<');
    let mut texts = TEXTS
        .iter()
        .filter(|(words, _)| is_markup || !words[0].starts_with('<'));
    let found = texts.find(|(words, _)| has(words)).map(|(_, known)| *known);
    let is_list = first.starts_with('[') && has(&["\"type\"", "\"title\""]);
    let is_csl = is_list && (has(&["\"issued\""]) || has(&["\"family\""]));
    found.or(is_csl.then_some(CSL))
}

/// JSON, or JSON Lines, of no known kind.
pub(super) fn json(text: &str) -> Option<Known> {
    let is_json = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let first = text.lines().next().unwrap_or_default().trim_end();
    let is_record = first.starts_with('{') && is_json(first);
    let is_json = text.starts_with(['{', '[']) && (is_record || is_json(text));
    is_json.then(|| self::text(text).unwrap_or(JSON))
}

/// A letter: `Name: value` up to the first empty line, the version of MIME among them.
pub(super) fn mail(text: &str) -> Option<Known> {
    let mut head = text.lines().take_while(|line| !line.trim().is_empty());
    let mut is_mime = false;
    let is_head = head.all(|line| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        is_mime |= name.eq_ignore_ascii_case("mime-version");
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        line.starts_with([' ', '\t']) || !name.is_empty() && name.chars().all(is_name)
    });
    (is_head && is_mime).then_some(MAIL)
}

/// `TY  - JOUR`.
fn is_ris(line: &str) -> bool {
    line.strip_prefix("TY")
        .is_some_and(|rest| rest.trim_start().starts_with("- ") && rest.starts_with(' '))
}

/// `@article{key,`.
fn is_bibtex(line: &str) -> bool {
    let Some((word, key)) = line.strip_prefix('@').and_then(|rest| rest.split_once('{')) else {
        return false;
    };
    !word.is_empty() && word.trim().chars().all(|c| c.is_ascii_alphabetic()) && key.contains(',')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_text_is_known_by_its_head() {
        for (head, name) in [
            ("TY  - JOUR\nTI  - T\nER  - \n", "RIS"),
            ("\n\nTY  - BOOK\r\n", "RIS"),
            ("%0 Journal Article\n%T T\n", "an EndNote or Refer file"),
            ("PMID- 123\nOWN - NLM\n", "a PubMed file (.nbib)"),
            (
                "<?xml version=\"1.0\"?><xml><records><record><ref-type name=\"Book\">6",
                "an EndNote XML library",
            ),
            (
                "<?xml version=\"1.0\"?>\n<modsCollection xmlns=\"x\">",
                "MODS",
            ),
            ("<!DOCTYPE html><html>", "a web page (HTML)"),
            ("<html xmlns:o=\"x\"><table>", "a web page (HTML)"),
            (
                "<?xml version=\"1.0\"?><message:StructureSpecificData>",
                "SDMX-ML",
            ),
            ("BEGIN:VCALENDAR\nVERSION:2.0", "an iCalendar file"),
            ("@article{a,\n title={T}}", "BibTeX"),
            (
                "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"T\", \"issued\": {}}]",
                "CSL-JSON",
            ),
            (
                "{\"events\": [{\"start_date\": {}}]}",
                "a TimelineJS timeline",
            ),
            (
                "{\"dossier\": {\"format\": \"bilat/1\"}}",
                "a dossier of bilat",
            ),
        ] {
            assert_eq!(text(head).map(|known| known.name), Some(name), "{head}");
        }
        for other in [
            "a,b\n1,2\n",
            "",
            "mail me@home.org, {x}",
            "[1, 2]",
            "TYPE - A\n",
            "x <html> y",
        ] {
            assert_eq!(text(other), None, "{other}");
        }
    }
}
