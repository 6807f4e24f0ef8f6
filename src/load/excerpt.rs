//! The lines that problems are about. Of each as much is kept as could be shown, so that many
//! problems in long lines cost little more than the lines themselves.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::iter;
use std::ops::Range;
use std::path::Path;

use super::file::MAX_BYTES;
use super::format::{FILES, HEAD, INBOX, Texts};
use super::found::shown;
use super::problem::Problem;
use super::{Origin, builtin};

/// So many characters are kept before a place and behind it: more than a terminal has columns.
const AROUND: usize = 300;

/// A line, and the word in it that something is said about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line of the word, from 1.
    pub line: usize,
    /// Its column, from 1, in characters.
    pub column: usize,
    /// What is kept of the line, as it stands in the file, without its end.
    pub text: String,
    /// Where in that the word stands, in bytes; empty behind the end of the line.
    pub word: Range<usize>,
    /// The line has more before that.
    pub cut_before: bool,
    /// The line has more behind that.
    pub cut_behind: bool,
}

impl Excerpt {
    /// The line around a byte offset of a text.
    pub fn at(text: &str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset);
        let start = text[..offset].rfind('\n').map_or(0, |feed| feed + 1);
        let number = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count();
        let rest = &text[start..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let column = line[..offset - start].chars().count() + 1;
        Self::of(line, (number, column), offset - start)
    }

    /// The line of that number in a text, from 1, with a word that stands in it; without it, its
    /// first.
    pub fn on_line(text: &str, number: usize, word: &str) -> Self {
        let line = text
            .split('\n')
            .nth(number.saturating_sub(1))
            .unwrap_or_default();
        let found = line.find(word).filter(|_| !word.is_empty());
        let at = found.unwrap_or(line.len() - line.trim_start().len());
        let column = line[..at].chars().count() + 1;
        let excerpt = Self::of(line, (number, column), at);
        let end = excerpt.word.start + word.len();
        let whole = found.is_some() && end <= excerpt.text.len();
        Self {
            word: excerpt.word.start..if whole { end } else { excerpt.word.end },
            ..excerpt
        }
    }

    /// The line of a problem of a text; none where it is empty, or there is no such line.
    pub fn of_problem(text: &str, problem: &Problem) -> Option<Self> {
        let mut found = vec![None];
        let mut gather = Gather {
            problems: std::slice::from_ref(problem),
            pending: &[0],
            found: &mut found,
        };
        gather.text(text);
        found.pop().flatten()
    }

    fn of(line: &str, (number, column): (usize, usize), at: usize) -> Self {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let at = at.min(line.len());
        let before = line[..at].char_indices().rev().nth(AROUND - 1);
        let start = before.map_or(0, |(start, _)| start);
        let behind = line[at..].char_indices().nth(AROUND);
        let end = behind.map_or(line.len(), |(length, _)| at + length);
        let word = at - start..at - start + word(&line[at..end], end < line.len());
        Self {
            line: number,
            column,
            text: line[start..end].to_owned(),
            word,
            cut_before: start > 0,
            cut_behind: end < line.len(),
        }
    }
}

/// How long the word is that a text begins with: a string with its quotation marks, a number or a
/// name, else one character. A string may go on where the text `is_cut`.
fn word(text: &str, is_cut: bool) -> usize {
    let mut escaped = false;
    if let Some(string) = text.strip_prefix('"') {
        let close = string.char_indices().find(|(_, c)| {
            let closes = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            closes
        });
        return match close {
            Some((at, _)) => at + 2,
            None if is_cut => text.len(),
            None => 1,
        };
    }
    let other = |c: char| !c.is_alphanumeric() && !"_-+.".contains(c);
    match (text.find(other), text.chars().next()) {
        (Some(0), Some(first)) => first.len_utf8(),
        (Some(end), _) => end,
        (None, _) => text.len(),
    }
}

/// The line of each problem of a dossier, with these texts in its files; none for what is about no
/// line, or where the file cannot be read.
pub fn excerpts(origin: &Origin, texts: &Texts, problems: &[Problem]) -> Vec<Option<Excerpt>> {
    let mut by_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, problem) in problems.iter().enumerate() {
        by_file.entry(&problem.file).or_default().push(at);
    }
    let mut found = vec![None; problems.len()];
    for (file, mut pending) in by_file {
        pending.sort_by_key(|at| (problems[*at].line, problems[*at].column));
        let mut gather = Gather {
            problems,
            pending: &pending,
            found: &mut found,
        };
        read(origin, texts, file, &mut gather);
    }
    found
}

/// Gathers the lines of the problems of one file.
struct Gather<'a> {
    problems: &'a [Problem],
    /// By line and column.
    pending: &'a [usize],
    found: &'a mut [Option<Excerpt>],
}

impl Gather<'_> {
    /// Takes the next line; false when no more are wanted.
    fn line(&mut self, number: usize, line: &str) -> bool {
        // Where each character begins, and the end; one pass for all problems of the line.
        let ends = iter::once(line.len());
        let mut starts = line.char_indices().map(|(at, _)| at).chain(ends).zip(1..);
        let mut place = starts.next();
        while let Some((at, rest)) = self.pending.split_first() {
            let problem = &self.problems[*at];
            if problem.line > number {
                return true;
            }
            while place.is_some_and(|(_, column)| column < problem.column) {
                place = starts.next();
            }
            let start = place.map_or(line.len(), |(start, _)| start);
            let here = problem.line == number && !line.is_empty();
            let excerpt = here.then(|| Excerpt::of(line, (number, problem.column), start));
            self.found[*at] = excerpt;
            self.pending = rest;
        }
        false
    }

    fn text(&mut self, text: &str) {
        let mut lines = text.split('\n').zip(1..);
        while lines
            .next()
            .is_some_and(|(line, number)| self.line(number, line))
        {}
    }

    /// A file on the disk, line by line.
    fn file(&mut self, path: &Path) {
        // Looked at before it is opened: opening a FIFO would wait for ever.
        let sound = fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_BYTES);
        let Some(file) = sound.then(|| fs::File::open(path).ok()).flatten() else {
            return;
        };
        let mut reader = BufReader::new(file.take(MAX_BYTES));
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(1..) => {}
                Ok(0) | Err(_) => return,
            }
            let text = String::from_utf8_lossy(bytes.strip_suffix(b"\n").unwrap_or(&bytes));
            let line = match text.strip_prefix('\u{feff}').filter(|_| number == 1) {
                Some(rest) => Cow::Borrowed(rest),
                None => text,
            };
            if !self.line(number, &line) {
                return;
            }
        }
    }
}

/// Reads the file that problems call `file`.
fn read(origin: &Origin, texts: &Texts, file: &str, gather: &mut Gather<'_>) {
    if let Origin::Document(document) = origin {
        return gather.text(document.text());
    }
    let stems = iter::once(HEAD).chain(FILES);
    let names = stems.flat_map(|stem| [format!("{stem}.json"), format!("{stem}.jsonl")]);
    let mut names = names.chain([INBOX.to_owned()]);
    let Some(name) = names.find(|name| shown(origin, name) == file) else {
        return;
    };
    match (texts.get(&name), origin) {
        (Some(text), _) => gather.text(text),
        (None, Origin::Folder(folder)) => gather.file(&folder.join(name)),
        _ => {
            let known = builtin::FILES.iter().find(|(known, _)| *known == name);
            if let Some((_, text)) = known {
                gather.text(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(excerpt: &Excerpt) -> String {
        let Excerpt { text, word, .. } = excerpt;
        format!(
            "{}[{}]{}",
            &text[..word.start],
            &text[word.clone()],
            &text[word.end..]
        )
    }

    #[test]
    fn the_word_at_a_place() {
        let text = "{\"a\": \"x \\\" y\",\r\n  \"b\": -1.5e3, \"ລາວ\": tru\n}";
        for (at, line, column, shown) in [
            (0, 1, 1, "[{]\"a\": \"x \\\" y\","),
            (6, 1, 7, "{\"a\": [\"x \\\" y\"],"),
            (24, 2, 8, "  \"b\": [-1.5e3], \"ລາວ\": tru"),
            (45, 2, 23, "  \"b\": -1.5e3, \"ລາວ\": [tru]"),
        ] {
            let excerpt = Excerpt::at(text, at);
            assert_eq!((excerpt.line, excerpt.column), (line, column), "{shown}");
            assert_eq!(marked(&excerpt), shown);
        }
        let end = Excerpt::at(text, text.len());
        assert_eq!((end.line, marked(&end).as_str()), (3, "}[]"));
        assert_eq!(marked(&Excerpt::at("a,\"b", 2)), "a,[\"]b");
    }

    #[test]
    fn a_word_on_a_line() {
        let on = |word: &str| Excerpt::on_line("a\n b,5/6/99,c", 2, word);
        assert_eq!(marked(&on("5/6/99")), " b,[5/6/99],c");
        assert_eq!(
            (on("5/6/99").column, marked(&on("gone")).as_str()),
            (4, " [b],5/6/99,c")
        );
        assert_eq!(Excerpt::on_line("a", 2, "a").text, "");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}\"x\"{}", "é".repeat(5_000), "é".repeat(5_000));
        let excerpt = Excerpt::at(&text, 10_000);
        assert_eq!(excerpt.column, 5_001);
        assert!(excerpt.cut_before && excerpt.cut_behind);
        assert_eq!(excerpt.text.chars().count(), 2 * AROUND);
        assert_eq!(&excerpt.text[excerpt.word.clone()], "\"x\"");
        let open = Excerpt::at(&format!("\"{}\"", "é".repeat(5_000)), 0);
        assert_eq!(open.word, 0..open.text.len());
    }
}
