//! Pairs of quote marks in a paragraph, of any script and mixed: the words between the outermost ones.
//!
//! Nothing is matched over the end of a paragraph: an open mark ends with it.

use std::ops::Range;

/// Words between two marks, or behind one that is not closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Span {
    /// From the opening mark to the closing one, both included.
    pub(in crate::extract) outer: Range<usize>,
    /// What is between them, without white space at its ends.
    pub(in crate::extract) inner: Range<usize>,
    /// How it ends.
    pub(in crate::extract) end: End,
}

/// How a span ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum End {
    /// By its mark.
    Closed,
    /// With the paragraph.
    Open,
    /// Before another opening mark: its own closing mark is missing.
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    /// Whichever is due.
    Either,
    /// A single mark that may open; the place of the mark that closes it, among all marks.
    Single(usize),
    /// A single mark that may close.
    SingleClose,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    end: usize,
    role: Role,
}

/// The spans of a paragraph, outermost only, in order. `continued` is whether the next paragraph opens
/// with a mark, as speech does that goes on.
pub(in crate::extract) fn spans(paragraph: &str, continued: bool) -> Vec<Span> {
    let marks = marks(paragraph);
    let nested = continued || is_balanced(&marks);
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    let mut depth = 0_usize;
    let mut at = 0;
    while at < marks.len() {
        let mark = marks[at];
        at += 1;
        match (mark.role, open) {
            (Role::Single(close), None) => {
                found.push(span(
                    paragraph,
                    mark,
                    marks[close].start,
                    Some(marks[close].end),
                ));
                at = close + 1;
            }
            (Role::Open | Role::Either, None) => (open, depth) = (Some(mark), 1),
            (Role::Open, Some(_)) if nested => depth += 1,
            (Role::Open, Some(first)) => {
                found.push(broken(paragraph, first, mark.start));
                open = Some(mark);
            }
            (Role::Close | Role::Either, Some(first)) => {
                depth -= 1;
                if depth == 0 {
                    found.push(span(paragraph, first, mark.start, Some(mark.end)));
                    open = None;
                }
            }
            _ => {}
        }
    }
    if let Some(first) = open {
        found.push(span(paragraph, first, paragraph.len(), None));
    }
    found.retain(|span| !span.inner.is_empty());
    found
}

/// Does a paragraph open with a mark?
pub(in crate::extract) fn opens(paragraph: &str) -> bool {
    let mut chars = paragraph.chars();
    chars
        .next()
        .is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‟' | '‘'))
        && chars.next().is_some()
}

fn span(paragraph: &str, open: Mark, end: usize, close: Option<usize>) -> Span {
    let words = &paragraph[open.end..end];
    let lead = words.len() - words.trim_start().len();
    let start = (open.end + lead).min(end);
    Span {
        outer: open.start..close.unwrap_or(end),
        inner: start..start + paragraph[start..end].trim_end().len(),
        end: close.map_or(End::Open, |_| End::Closed),
    }
}

fn broken(paragraph: &str, open: Mark, end: usize) -> Span {
    let cut = span(paragraph, open, end, None);
    Span {
        outer: cut.outer.start..cut.inner.end.max(open.end),
        end: End::Broken,
        ..cut
    }
}

/// Is every mark that opens closed, and the other way round?
fn is_balanced(marks: &[Mark]) -> bool {
    let mut depth = 0_usize;
    for mark in marks {
        match mark.role {
            Role::Open => depth += 1,
            Role::Close if depth == 0 => return false,
            Role::Close => depth -= 1,
            Role::Either => depth = if depth == 0 { 1 } else { depth - 1 },
            _ => {}
        }
    }
    depth == 0
}

/// What is beside a mark.
#[derive(Clone, Copy)]
struct Sides {
    before: Option<char>,
    after: Option<char>,
}

impl Sides {
    /// Could a word begin behind it?
    fn free_before(self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '[' | '{' | '—' | '–' | '-' | '/' | '‘' | '“' | '«' | '„' | '>'
                )
        })
    }

    /// Could a word have ended before it?
    fn free_after(self) -> bool {
        self.after.is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    ',' | '.'
                        | ';'
                        | ':'
                        | '!'
                        | '?'
                        | ')'
                        | ']'
                        | '}'
                        | '—'
                        | '–'
                        | '-'
                        | '…'
                        | '’'
                        | '”'
                        | '»'
                        | '/'
                        | '<'
                )
        })
    }
}

fn marks(paragraph: &str) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let mut before = None;
    let mut chars = paragraph.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        // Two single marks are a double one.
        let twice =
            matches!(c, '\'' | '`' | '‘' | '’') && chars.peek().is_some_and(|(_, next)| *next == c);
        if twice {
            chars.next();
            end += c.len_utf8();
        }
        let after = chars.peek().map(|(_, c)| *c);
        let sides = Sides { before, after };
        let role = if twice {
            straight(sides)
        } else {
            role(c, sides, &paragraph[end..])
        };
        if let Some(role) = role {
            found.push(Mark { start, end, role });
        }
        before = Some(c);
    }
    close_singles(paragraph, &mut found);
    found
}

fn role(c: char, sides: Sides, rest: &str) -> Option<Role> {
    let opens = sides.free_before() && !sides.free_after();
    let closes = !sides.free_before() && sides.free_after();
    match c {
        '"' | '＂' => straight(sides),
        '“' | '‟' | '«' if closes => Some(Role::Close),
        '“' | '‟' | '„' | '«' | '「' | '『' => Some(Role::Open),
        '”' | '»' if opens => Some(Role::Open),
        '”' | '»' | '」' | '』' => Some(Role::Close),
        '‘' | '\'' | '‚' if opens && !is_elision(rest) => Some(Role::Single(0)),
        '\'' | '’' | '‘'
            if !sides.free_before() && sides.after.is_none_or(|c| !c.is_alphanumeric()) =>
        {
            Some(Role::SingleClose)
        }
        _ => None,
    }
}

/// A mark that looks alike on both ends.
fn straight(sides: Sides) -> Option<Role> {
    match (sides.free_before(), sides.free_after()) {
        (true, false) => Some(Role::Open),
        (false, true) => Some(Role::Close),
        // 5'10" and the like.
        (false, _) if matches!(sides.before, Some('=' | '\\')) || sides.after == Some('>') => None,
        (false, false) if sides.before.is_some_and(|c| c.is_ascii_digit()) => None,
        _ => Some(Role::Either),
    }
}

/// Is the mark before `rest` an apostrophe for omitted letters, as in 'em and '90s?
fn is_elision(rest: &str) -> bool {
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(8)
        .collect();
    let year = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3;
    year || matches!(
        word.to_lowercase().as_str(),
        "em" | "tis" | "twas" | "til" | "n" | "cause" | "round" | "bout" | "s" | "twere"
    )
}

/// Finds for each single mark that may open the one that closes it; the rest are apostrophes.
fn close_singles(paragraph: &str, marks: &mut [Mark]) {
    // From the end: the best mark that may close, before the next one that may open.
    let mut best: Option<usize> = None;
    let mut firm = false;
    for at in (0..marks.len()).rev() {
        match marks[at].role {
            Role::SingleClose => {
                let doubtful = is_plural(paragraph, marks[at].start, marks[at].end);
                if best.is_none() || !doubtful || !firm {
                    (best, firm) = (Some(at), !doubtful);
                }
            }
            Role::Single(_) => {
                marks[at].role = best.map_or(Role::SingleClose, Role::Single);
                (best, firm) = (None, false);
            }
            _ => {}
        }
    }
}

/// May the mark be the possessive of a plural, as in "the ministers' talks"?
fn is_plural(paragraph: &str, start: usize, end: usize) -> bool {
    let mut after = paragraph[end..].chars();
    paragraph[..start].ends_with('s')
        && after.next() == Some(' ')
        && after.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(paragraph: &str, continued: bool) -> String {
        let spans = spans(paragraph, continued);
        let words = spans.into_iter().map(|span| {
            let end = match span.end {
                End::Closed => "",
                End::Open => "…",
                End::Broken => "!",
            };
            format!("{}{end}", &paragraph[span.inner])
        });
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn marks_of_every_kind_are_paired() {
        for (paragraph, expected) in [
            ("“One,” he said, “two.”", "One,|two."),
            ("\"One,\" he said. \"Two.\"", "One,|Two."),
            ("He said “one\" and \"two”.", "one|two"),
            (
                "«Один», — сказал он. « Deux » et „drei“ und »vier«.",
                "Один|Deux|drei|vier",
            ),
            (
                "“He told me ‘no’ and “never” again,” she said",
                "He told me ‘no’ and “never” again,",
            ),
            ("«Завод «Заря» строит», — сказал он", "Завод «Заря» строит"),
            ("''One,'' she said, ``two''", "One,|two"),
            ("”wrong way round” it said", "wrong way round"),
            ("a 5'10\" man and a 6\" pipe", ""),
            ("(\"inside\")—\"behind a dash\"", "inside|behind a dash"),
            ("「一」と", "一"),
            ("“”", ""),
        ] {
            assert_eq!(shown(paragraph, false), expected, "{paragraph}");
        }
    }

    #[test]
    fn single_marks_are_quotes_where_a_second_one_closes() {
        for (paragraph, expected) in [
            (
                "‘I don’t know,’ he said, ‘ask the ministers’ aides.’",
                "I don’t know,|ask the ministers’ aides.",
            ),
            ("'It isn't so,' she said.", "It isn't so,"),
            ("the '90s and rock 'n' roll, 'tis said", ""),
            ("the ministers' talks and the envoys' dinner", ""),
            ("'He said \"no\" to us,' she said", "He said \"no\" to us,"),
            ("the workers’ party", ""),
        ] {
            assert_eq!(shown(paragraph, false), expected, "{paragraph}");
        }
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        assert_eq!(shown("“One. Two.", true), "One. Two.…");
        assert_eq!(shown("“The “Star” is ours.", true), "The “Star” is ours.…");
        assert_eq!(
            shown("“One, he said. “Two,” he added.", false),
            "One, he said.!|Two,"
        );
        assert_eq!(shown("One,” he said. “Two.”", false), "Two.");
        assert!(opens("“One") && opens("\"One") && !opens("One") && !opens("\""));
    }

    proptest! {
        #[test]
        fn spans_are_inside_in_order_and_apart(
            paragraph in "[ab .,'\"“”‘’«»„—é\u{301}]{0,60}",
            continued in any::<bool>(),
        ) {
            let mut end = 0;
            for span in spans(&paragraph, continued) {
                prop_assert!(span.outer.start >= end);
                prop_assert!(span.outer.start < span.inner.start && span.inner.start < span.inner.end);
                prop_assert!(span.inner.end <= span.outer.end && span.outer.end <= paragraph.len());
                let words = &paragraph[span.inner.clone()];
                prop_assert_eq!(words.trim(), words);
                end = span.outer.end;
            }
        }
    }
}
