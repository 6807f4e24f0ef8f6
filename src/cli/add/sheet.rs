//! The template of each kind of record, made from the table of fields.

use std::fmt::Write;

use super::members::Members;
use crate::dossier::fields::{Info, OnPage, Type};
use crate::dossier::kind::with_article;
use crate::dossier::text::{clean, clean_line};
use crate::dossier::typed::fields_of;
use crate::dossier::{Dossier, Kind};

/// More ids than these in the head of a template are no help.
const LISTED: usize = 40;

/// An empty passage.
const PASSAGE: &str = r#"{ "source": "", "paragraph": null, "exact": "" }"#;

/// The text that an editor opens with: remarks, and the fields, filled in with what is known.
pub(super) fn filled(kind: Kind, members: &Members, dossier: &Dossier) -> String {
    head(kind, dossier) + &members.fill(&template(kind))
}

/// What stands above the fields of a template.
fn head(kind: Kind, dossier: &Dossier) -> String {
    let topics = dossier.about.topics.iter().map(|topic| topic.id.as_str());
    let series = dossier.series.iter().map(|series| series.id.as_str());
    let sources = dossier.sources.iter().map(|source| source.id.as_str());
    let named: (_, Vec<_>) = match kind {
        // The topics of a figure are those of its series.
        Kind::Observation => ("Series", series.collect()),
        _ => ("Topics", topics.collect()),
    };
    let mut head = format!(
        "// {}, for “{}”.\n\
         // Fill in what is known, save, and close the editor. Empty fields and lines that begin\n\
         // with // are ignored. If nothing is changed, nothing is added.\n\
         // Dates: 2024-05-11, 2024-05, 2024, 199X, 1975~ (about), 2018? (in doubt), 2025-01/2025-05;\n\
         // if no source prints it: {{ \"edtf\": \"2016\", \"basis\": \"inferred\", \"why\": \"the year before 2017\" }}\n",
        with_article(kind.singular()).replacen('a', "A", 1),
        clean_line(&dossier.about.title)
    );
    for (what, ids) in [named, ("Sources", sources.collect())] {
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
        let comment = "  // Series that it belongs to (id; required).";
        lines.push(format!("{comment}\n  \"series\": \"\""));
    }
    lines.extend(fields_of(kind).iter().map(|info| line(kind, info)));
    lines
        .push("  // Id; if empty, it is derived from the other fields.\n  \"id\": \"\"".to_owned());
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// A field below what it means, whether it is required, and what its value may be.
fn line(kind: Kind, info: &Info) -> String {
    let is_evidence = matches!(info.kind, Type::Evidence);
    let is_filled = info.option.is_some_and(|option| option.default.is_some());
    let is_required = (info.required && !is_filled) || (is_evidence && kind != Kind::Source);
    let required = is_required.then(|| "required".to_owned());
    let notes: Vec<_> = values(kind, info).into_iter().chain(required).collect();
    let comment = match notes.as_slice() {
        [] => info.sentence(),
        notes => format!("{} ({}).", info.help, notes.join("; ")),
    };
    let (name, empty) = (info.name, empty(info));
    format!("  // {comment}\n  \"{name}\": {empty}")
}

/// What the value of a field may be, where its meaning does not say so.
fn values(kind: Kind, info: &Info) -> Option<String> {
    let says = |words: [&str; 2]| words.iter().any(|word| info.help.contains(word));
    let unsaid = |values: &str| (!says([" id", "code"])).then(|| values.to_owned());
    match info.kind {
        Type::Words(words) => Some(words.join(", ")),
        Type::Flag { unknown: true } => Some("true, false, \"unknown\"".to_owned()),
        Type::Flag { unknown: false } => Some("true, false".to_owned()),
        Type::Country => unsaid("code, ISO 3166-1 alpha-3"),
        Type::Link(_) => unsaid("id"),
        Type::Links(_) => unsaid("ids"),
        Type::Actors(_) => unsaid("ids or country codes"),
        Type::Topics => Some("ids".to_owned()),
        Type::Evidence if kind == Kind::Quote => Some(SPEECH.to_owned()),
        Type::Evidence => Some(PASSAGES.to_owned()),
        Type::Parts(_) if info.on_page == OnPage::Hidden => {
            Some("added one by one with `bilat add figure`".to_owned())
        }
        Type::Parts(parts) | Type::Part(parts) => {
            let closed = parts().into_iter().filter_map(|part| match part.kind {
                Type::Words(words) => Some(format!("`{}` is {}", part.name, words.join(", "))),
                _ => None,
            });
            closed.reduce(|all, next| format!("{all}; {next}"))
        }
        Type::Text if (kind, info.name) == (Kind::Quote, "text") => {
            Some("\\n\\n between paragraphs".to_owned())
        }
        _ => None,
    }
}

/// What a passage is made of.
const PASSAGES: &str =
    "source; paragraph, counting non-empty lines from 1; shortest verbatim quotation";

/// The same for speech, which is its own quotation.
const SPEECH: &str = "source; paragraph, counting non-empty lines from 1; `exact` only where the speech is interrupted: a list of its runs";

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
    let members = parts
        .iter()
        .map(|info| format!("\"{}\": {}", info.name, empty(info)));
    format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
}
