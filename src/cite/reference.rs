//! A source as it stands in a list of works: author, title, where, when.

use crate::dossier::{Date, Dossier, Source};

use super::{escape, one_line};

/// The reference in plain text, without a full stop.
pub(super) fn plain(dossier: &Dossier, source: &Source) -> String {
    let mut parts = authors(dossier, source);
    parts.push(title(source));
    parts.extend(source.container_title.as_deref().map(one_line));
    parts.extend(rest(source));
    parts.extend(source.url.as_deref().map(one_line));
    parts.extend(accessed(source));
    parts.join(", ")
}

/// The same in Markdown: what it stands in in italics, its title a link.
pub(super) fn in_markdown(dossier: &Dossier, source: &Source) -> String {
    let escape = |parts: Vec<String>| parts.into_iter().map(|part| escape::escape(&part));
    let mut parts: Vec<_> = escape(authors(dossier, source)).collect();
    let title = escape::escape(&title(source));
    let url = source.url.as_deref().map(one_line);
    parts.push(match url.as_deref().and_then(escape::target) {
        Some(target) => format!("[{title}]({target})"),
        None => title,
    });
    let container = source.container_title.as_deref().map(one_line);
    parts.extend(container.map(|title| format!("*{}*", escape::escape(&title))));
    parts.extend(escape(rest(source)));
    parts.extend(escape(accessed(source).into_iter().collect()));
    parts.join(", ")
}

/// A source in a few words: "ASEAN Briefing \[2023\]"; with its title where another is called so
/// too.
pub(super) fn short(dossier: &Dossier, source: &Source) -> String {
    let name = called(dossier, source);
    let mut others = dossier.sources.iter().filter(|other| other.id != source.id);
    if others.any(|other| called(dossier, other) == name) {
        return format!("{name}, {}", title(source));
    }
    name
}

fn called(dossier: &Dossier, source: &Source) -> String {
    let name = source.container_title.as_deref();
    let name = name.or(source.publisher.as_deref());
    let name = name.or_else(|| dossier.institution(source)).map(one_line);
    let name = name.unwrap_or_else(|| match title(source) {
        own if own.starts_with('[') => untitled(source).to_owned(),
        title => title,
    });
    match dated(source.issued.as_ref()) {
        Some(date) => format!("{name} {date}"),
        None => name,
    }
}

/// What to call a source whose title is the compiler's own.
fn untitled(source: &Source) -> &'static str {
    match source.kind.split('-').next() {
        Some("article") => "an untitled article",
        Some("report") => "an untitled report",
        Some("interview") => "an untitled interview",
        _ => "an untitled text",
    }
}

fn authors(dossier: &Dossier, source: &Source) -> Vec<String> {
    let names = source.author.iter().map(|author| dossier.name(author));
    names.map(|name| one_line(&name)).collect()
}

/// In quotes; one of the compiler's own stands in square brackets already.
fn title(source: &Source) -> String {
    let title = one_line(&source.title);
    if title.starts_with('[') && title.ends_with(']') {
        title
    } else {
        format!("“{title}”")
    }
}

/// Publisher and date.
fn rest(source: &Source) -> Vec<String> {
    let publisher = source.publisher.as_ref();
    let publisher = publisher.filter(|name| source.container_title.as_ref() != Some(*name));
    let mut parts: Vec<_> = publisher.map(|name| one_line(name)).into_iter().collect();
    parts.push(dated(source.issued.as_ref()).unwrap_or_else(|| "undated".to_owned()));
    parts
}

fn accessed(source: &Source) -> Option<String> {
    dated(source.accessed.as_ref()).map(|date| format!("read {date}"))
}

/// A date as it is shown, if there is one.
pub(super) fn dated(date: Option<&Date>) -> Option<String> {
    date.filter(|date| !date.is_undated()).map(Date::label)
}
