//! A source as it stands in a list of works: author, title, where, when.

use crate::dossier::{Date, Dossier, Source};

use super::{escape, one_line};

/// The reference in plain text, without a full stop.
pub(super) fn plain(dossier: &Dossier, source: &Source) -> String {
    let mut parts = authors(dossier, source);
    parts.push(title(source));
    parts.extend(source.container_title.as_deref().map(one_line));
    parts.extend(within(source));
    parts.extend(rest(source));
    parts.extend(registered(source));
    parts.extend(address(source));
    parts.extend(accessed(source));
    parts.join(", ")
}

/// The same in Markdown: what it appeared in in italics, its title a link.
pub(super) fn in_markdown(dossier: &Dossier, source: &Source) -> String {
    let escape = |parts: Vec<String>| parts.into_iter().map(|part| escape::escape(&part));
    let mut parts: Vec<_> = escape(authors(dossier, source)).collect();
    let title = escape::escape(&title(source));
    let url = address(source).or_else(|| registered(source));
    parts.push(match url.as_deref().and_then(escape::target) {
        Some(target) => format!("[{title}]({target})"),
        None => title,
    });
    let container = source.container_title.as_deref().map(one_line);
    parts.extend(container.map(|title| format!("*{}*", escape::escape(&title))));
    parts.extend(escape(within(source)));
    parts.extend(escape(rest(source)));
    // Where the title leads there already, it would be said twice.
    let registered = registered(source).filter(|_| address(source).is_some());
    parts.extend(escape(registered.into_iter().collect()));
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
    let own = || match title(source) {
        own if own.starts_with('[') => untitled(source).to_owned(),
        title => title,
    };
    let name = source
        .container_title
        .as_deref()
        .or(source.publisher.as_deref())
        .or_else(|| dossier.institution(source))
        .map_or_else(own, one_line);
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

/// Volume, issue and pages: "12(3)", "pp. 101-120".
fn within(source: &Source) -> Vec<String> {
    let [volume, issue, page] =
        [&source.volume, &source.issue, &source.page].map(|text| text.as_deref().map(one_line));
    let mut parts: Vec<_> = match (volume, issue) {
        (Some(volume), Some(issue)) => Some(format!("{volume}({issue})")),
        (Some(volume), None) => Some(format!("vol. {volume}")),
        (None, Some(issue)) => Some(format!("no. {issue}")),
        (None, None) => None,
    }
    .into_iter()
    .collect();
    parts.extend(page.map(|page| {
        let several = page.contains(['-', '–', ',']);
        format!("{} {page}", if several { "pp." } else { "p." })
    }));
    parts
}

/// Publisher with its place, and date.
fn rest(source: &Source) -> Vec<String> {
    let publisher = source
        .publisher
        .as_ref()
        .filter(|name| source.container_title.as_ref() != Some(*name));
    let place = source.publisher_place.as_deref().map(one_line);
    let mut parts: Vec<_> = match (place, publisher) {
        (Some(place), Some(name)) => Some(format!("{place}: {}", one_line(name))),
        (place, name) => name.map(|name| one_line(name)).or(place),
    }
    .into_iter()
    .collect();
    parts.push(dated(source.issued.as_ref()).unwrap_or_else(|| "undated".to_owned()));
    parts
}

/// The address that a DOI stands for.
fn registered(source: &Source) -> Option<String> {
    let doi = one_line(source.doi.as_deref()?);
    Some(format!("https://doi.org/{}", bare(&doi)))
}

/// Where it was read, unless that is what its DOI stands for.
fn address(source: &Source) -> Option<String> {
    let url = one_line(source.url.as_deref()?);
    let doi = source.doi.as_deref().map(one_line);
    let is_doi = doi.is_some_and(|doi| bare(&url).eq_ignore_ascii_case(bare(&doi)));
    (!is_doi).then_some(url)
}

/// A DOI without the address or the word that it is often written with.
fn bare(doi: &str) -> &str {
    let at = doi.find("doi.org/").map(|at| at + "doi.org/".len());
    let bare = at.and_then(|at| doi.get(at..)).unwrap_or(doi);
    bare.strip_prefix("doi:").unwrap_or(bare).trim()
}

fn accessed(source: &Source) -> Option<String> {
    dated(source.accessed.as_ref()).map(|date| format!("read {date}"))
}

/// A date as it is shown, if there is one.
pub(super) fn dated(date: Option<&Date>) -> Option<String> {
    date.filter(|date| !date.is_undated()).map(Date::spoken)
}
