//! The passages that a footnote cites, as briefs and the common citation styles have them:
//! `Source A, ¶3 “words”; B, ¶48`, `Ellis, 2023, paras. 4, 10: “words”`, `ibid 6`.

use std::collections::HashMap;

use crate::dossier::Id;
use crate::vet::index::Index;

/// A paragraph of a source, and the words of it that are cited.
pub(super) struct Passage {
    pub(super) source: Id,
    pub(super) paragraph: Option<u32>,
    pub(super) words: Vec<String>,
}

/// What "ibid" means in the next footnote: a source and paragraphs of it.
#[derive(Clone, Debug, Default)]
pub(in crate::vet) struct Last {
    source: Option<Id>,
    paragraphs: Vec<u32>,
}

/// What a footnote cites, and what it cites last; `last` is that of the footnote before it.
pub(super) fn passages(
    index: &Index<'_>,
    legend: &HashMap<String, Id>,
    note: &str,
    mut last: Last,
) -> (Vec<Passage>, Last) {
    let mut found: Vec<Passage> = Vec::new();
    let (mut source, whole) = (None, source_named(index, note));
    for piece in pieces(note) {
        let ibid = if is_ibid(piece) {
            last.clone()
        } else {
            Last::default()
        };
        let named = named(index, legend, piece).or(ibid.source);
        source = named.or(source).or_else(|| whole.clone());
        let Some(source) = &source else { continue };
        let cited = of_piece(source, piece, &ibid.paragraphs);
        last = Last {
            source: Some(source.clone()),
            paragraphs: cited.iter().filter_map(|one| one.paragraph).collect(),
        };
        found.extend(cited);
    }
    if found.is_empty() {
        found.extend(source.map(|source| Passage {
            source,
            paragraph: None,
            words: Vec::new(),
        }));
    }
    (found, last)
}

/// What is between semicolons outside of quotations.
fn pieces(note: &str) -> Vec<&str> {
    let (mut found, mut start, mut close) = (Vec::new(), 0, None);
    for (at, c) in note.char_indices() {
        match (close, c) {
            (None, '“') => close = Some('”'),
            (None, '"') => close = Some('"'),
            (Some(mark), c) if mark == c => close = None,
            (None, ';') => {
                found.push(&note[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&note[start..]);
    found
}

/// The source that a piece names: by its letter, its title or address, or its author.
fn named(index: &Index<'_>, legend: &HashMap<String, Id>, piece: &str) -> Option<Id> {
    let first = piece.trim_start();
    letter(legend, first.strip_prefix("Source ").unwrap_or(first))
        .or_else(|| source_named(index, piece))
        .or_else(|| authored(index, piece))
}

/// The source whose address or title a text has.
pub(super) fn source_named(index: &Index<'_>, text: &str) -> Option<Id> {
    /// Shorter titles name too much.
    const LEAST: usize = 12;
    let low = text.to_lowercase();
    let found = index.sources.iter().find(|(_, title, url)| {
        let url = url.as_ref().filter(|url| url.len() >= LEAST);
        title.len() >= LEAST && low.contains(title) || url.is_some_and(|url| low.contains(url))
    });
    found.map(|(id, ..)| id.clone())
}

/// The source of a letter with which a text begins.
fn letter(legend: &HashMap<String, Id>, text: &str) -> Option<Id> {
    let end = text.find(|c: char| !c.is_uppercase()).unwrap_or(text.len());
    let is_whole = !text[end..].starts_with(char::is_alphanumeric);
    legend.get(&text[..end]).filter(|_| is_whole).cloned()
}

/// The source whose author's last name a piece begins with; of several by the same, the one whose year
/// it has.
fn authored(index: &Index<'_>, piece: &str) -> Option<Id> {
    let dossier = index.dossier;
    let head = piece.trim_start();
    let by = |source: &&crate::dossier::Source| {
        source.author.iter().any(|id| {
            let name = dossier.name(id);
            let last = name.rsplit(' ').next().unwrap_or_default();
            let rest = head.strip_prefix(last);
            !last.is_empty() && rest.is_some_and(|rest| rest.starts_with([',', ' ', '.', '(']))
        })
    };
    let all: Vec<_> = dossier.sources.iter().filter(by).collect();
    let dated: Vec<_> = all
        .iter()
        .filter(|source| {
            let year = source.issued.as_ref().and_then(crate::dossier::Date::year);
            year.is_some_and(|year| piece.contains(&year.to_string()))
        })
        .collect();
    match (all.as_slice(), dated.as_slice()) {
        ([only], _) => Some(only.id.clone()),
        (_, [only]) => Some(only.id.clone()),
        _ => None,
    }
}

fn is_ibid(piece: &str) -> bool {
    let first = piece.trim_start().get(..4);
    first.is_some_and(|first| first.eq_ignore_ascii_case("ibid"))
}

/// The paragraphs of a piece, each with the quotations behind it; `same` are those of a piece that names
/// none.
fn of_piece(source: &Id, piece: &str, same: &[u32]) -> Vec<Passage> {
    let new = |paragraph: u32| Passage {
        source: source.clone(),
        paragraph: Some(paragraph),
        words: Vec::new(),
    };
    let mut found: Vec<Passage> = Vec::new();
    // Where the paragraphs begin whose words come next.
    let mut group = 0;
    let mut rest = piece;
    while !rest.is_empty() {
        let open = rest.find(['“', '"']);
        let (plain, behind) = rest.split_at(open.unwrap_or(rest.len()));
        let own = paragraphs(plain);
        if !own.is_empty() {
            group = found.len();
        }
        found.extend(own.into_iter().map(new));
        if found.is_empty() {
            found.extend(same.iter().copied().map(new));
        }
        let close = if behind.starts_with('“') {
            '”'
        } else {
            '"'
        };
        let mut inside = behind.chars();
        inside.next();
        let Some((words, after)) = inside.as_str().split_once(close) else {
            break;
        };
        for passage in &mut found[group..] {
            passage.words.push(words.to_owned());
        }
        rest = after;
    }
    found
}

/// The numbers behind "¶", "para." and the like: `¶12`, `paras. 4, 10`, `pars. 4–6`, `ibid 6`.
fn paragraphs(text: &str) -> Vec<u32> {
    const WORDS: [&str; 7] = [
        "para",
        "paras",
        "par",
        "pars",
        "paragraph",
        "paragraphs",
        "ibid",
    ];
    /// Paragraphs of one span at most.
    const MOST: u32 = 50;
    let mut found = Vec::new();
    let mut is_on = false;
    let spaced = text.replace('¶', " para ");
    for token in
        spaced.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | '(' | ')'))
    {
        let low = token.to_lowercase();
        let mut ends = token.splitn(2, ['–', '-']).map(str::parse::<u32>);
        match (ends.next(), ends.next()) {
            _ if WORDS.contains(&low.as_str()) => is_on = true,
            _ if token.is_empty() || matches!(token, "and" | "&") => {}
            (Some(Ok(first)), None) if is_on => found.push(first),
            (Some(Ok(first)), Some(Ok(last))) if is_on => {
                found.extend(first..=last.min(first.saturating_add(MOST)));
            }
            _ => is_on = false,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_read_in_every_style() {
        for (text, expected) in [
            ("Source A, ¶3 ", &[3][..]),
            ("Ellis, ca. 2023, paras. 4, 10: ", &[4, 10]),
            ("Ellis, par. 6", &[6]),
            ("Ellis, pars. 4–6 and 9: ", &[4, 5, 6, 9]),
            ("ibid 12: ", &[12]),
            ("(2025) para 1: ", &[1]),
            ("A paper of 2023, page 4", &[]),
        ] {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
        let source = Id::new("a").expect("an id");
        let cited = of_piece(&source, "A, ¶4 “x; y”, ¶10 “z”", &[]);
        let read = cited.iter().map(|one| (one.paragraph, one.words.join("|")));
        let expected = vec![(Some(4), "x; y".to_owned()), (Some(10), "z".to_owned())];
        assert_eq!(read.collect::<Vec<_>>(), expected);
        let same = of_piece(&source, "ibid: “z”", &[7]);
        assert_eq!((same[0].paragraph, &same[0].words[0][..]), (Some(7), "z"));
        assert_eq!(pieces("A “x; y”; B"), ["A “x; y”", " B"]);
    }
}
