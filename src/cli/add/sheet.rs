//! The template of each kind of record, made from the table of fields.

use std::fmt::Write;

use super::members::Members;
use crate::dossier::fields::{Info, OnPage, Type};
use crate::dossier::text::{clean, clean_line};
use crate::dossier::typed::fields_of;
use crate::dossier::{Dossier, Kind};

/// More ids than these in the head of a template are no help.
const LISTED: usize = 40;

/// An empty passage.
const PASSAGE: &str = r#"{ "source": "", "paragraph": null, "exact": "" }"#;

/// "an event", "a source".
pub(super) fn article(kind: Kind) -> String {
    let word = kind.singular();
    let an = if word.starts_with(['a', 'e', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{an} {word}")
}

/// The text that an editor opens with: remarks, and the fields, filled in with what is known.
pub(super) fn filled(kind: Kind, members: &Members, dossier: &Dossier) -> String {
    head(kind, dossier) + &members.fill(&template(kind))
}

/// What stands above the fields of a template.
fn head(kind: Kind, dossier: &Dossier) -> String {
    let topics = dossier.about.topics.iter().map(|topic| topic.id.as_str());
    let sources = dossier.sources.iter().map(|source| source.id.as_str());
    let mut head = format!(
        "// {}, for “{}”.\n\
         // Fill in what is known, save, and close the editor. Empty fields and lines that begin\n\
         // with // are ignored. If nothing is changed, nothing is added.\n\
         // Dates: 2024-05-11, 2024-05, 2024, 199X, 1975~ (about), 2018? (in doubt), 2025-01/2025-05;\n\
         // if no source prints it: {{ \"edtf\": \"2016\", \"basis\": \"inferred\", \"why\": \"the year before 2017\" }}\n",
        article(kind).replacen('a', "A", 1),
        clean_line(&dossier.about.title)
    );
    for (what, ids) in [
        ("Topics", topics.collect::<Vec<_>>()),
        ("Sources", sources.collect()),
    ] {
        let more = if ids.len() > LISTED { ", …" } else { "" };
        let ids = ids[..ids.len().min(LISTED)].join(", ");
        // A string takes whatever is written to it.
        let _ = writeln!(head, "// {what}: {ids}{more}");
    }
    clean(&head).into_owned()
}

/// The fields of a kind, each on a line of its own below what it means.
fn template(kind: Kind) -> String {
    let mut lines = Vec::new();
    if kind == Kind::Observation {
        lines.push("  // Id of the series that it belongs to.\n  \"series\": \"\"".to_owned());
    }
    lines.extend(fields_of(kind).iter().map(line));
    lines
        .push("  // Id; if empty, it is derived from the other fields.\n  \"id\": \"\"".to_owned());
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

fn line(info: &Info) -> String {
    let words = match info.kind {
        Type::Words(words) => format!(": {}", words.join(", ")),
        Type::Flag { unknown: true } => ": true, false, \"unknown\"".to_owned(),
        Type::Flag { unknown: false } => ": true, false".to_owned(),
        Type::Evidence => {
            ": source, paragraph (counting non-empty lines from 1), shortest verbatim quotation"
                .to_owned()
        }
        _ => String::new(),
    };
    format!(
        "  // {}{words}.\n  \"{}\": {}",
        info.help,
        info.name,
        empty(info)
    )
}

/// The value of a field that is not filled in.
fn empty(info: &Info) -> String {
    match info.kind {
        Type::Integer | Type::Scale | Type::Number | Type::Flag { .. } => "null".to_owned(),
        Type::Texts | Type::Links(_) | Type::Actors(_) | Type::Topics => "[]".to_owned(),
        Type::Evidence => format!("[{PASSAGE}]"),
        Type::Part(parts) => object(&parts()),
        // They are added one by one.
        Type::Parts(_) if info.on_page == OnPage::Hidden => "[]".to_owned(),
        Type::Parts(parts) => format!("[{}]", object(&parts())),
        _ => "\"\"".to_owned(),
    }
}

fn object(parts: &[Info]) -> String {
    let members = parts.iter();
    let members = members.map(|info| format!("\"{}\": {}", info.name, empty(info)));
    format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
}
