//! Anchors for places in a text, such as the cells of a table: the paragraph, the words, and as much
//! of what stands around them as it takes for there to be no other such place.

use std::cell::Cell;
use std::ops::Range;

use super::folded::{Folded, Words};
use super::texts::SourceText;
use crate::dossier::evidence::{Exact, Support};
use crate::dossier::{Evidence, Id, Text};

/// How often what stands around is widened by a column or word before a place is given up: a record
/// of an interface has some fifty fields, and two records may differ in the first of them alone.
const STEPS: usize = 400;

/// After so many steps a long line is searched as a whole, as often as this for all its anchors.
const HARD: [usize; 3] = [7, 31, 127];
const SEARCHES: usize = 2000;

/// Places of a long line that are compared one by one.
const LIKE: usize = 64;

/// The lines of a source text, in which places are named.
#[derive(Debug)]
pub struct Lines {
    text: SourceText,
    budget: Cell<usize>,
}

impl Lines {
    /// Those of `text`.
    pub fn new(text: &str) -> Self {
        Self {
            text: SourceText::new(text),
            budget: Cell::new(SEARCHES),
        }
    }

    /// What `range`, in bytes of the text, is to evidence. Of words on several lines those on the
    /// first count. None where nothing stands there, or nothing tells the place from another.
    pub fn anchor(&self, source: &Id, range: &Range<usize>) -> Option<Evidence> {
        let (number, line, words) = self.text.around(self.first_word(range)?)?;
        let start = self.first_word(range)?.checked_sub(line.range.start)?;
        let end = range
            .end
            .min(line.range.end)
            .checked_sub(line.range.start)?;
        let end = start + words.get(start..end)?.trim_end().len();
        let place = Place {
            line: words,
            folded: &line.folded,
            range: start..end,
            budget: &self.budget,
        };
        let found = place.singled_out()?;
        let some = |text: &str| (!text.is_empty()).then(|| Text::new(text));
        Some(Evidence {
            source: source.clone(),
            paragraph: u32::try_from(number).ok()?,
            exact: some(&words[start..end]).map(Exact::from),
            prefix: some(words[found.start..start].trim()),
            suffix: some(words[end..found.end].trim()),
            support: Support::default(),
        })
    }

    /// The offset of the first character of a range that is not blank.
    fn first_word(&self, range: &Range<usize>) -> Option<usize> {
        let words = self.text.text().get(range.clone())?;
        let blank = words.len() - words.trim_start().len();
        (blank < words.len()).then_some(range.start + blank)
    }
}

/// A place in a line.
struct Place<'a> {
    line: &'a str,
    folded: &'a Folded,
    range: Range<usize>,
    /// How often the whole line may still be searched.
    budget: &'a Cell<usize>,
}

impl Place<'_> {
    /// The place with what must stand around it.
    fn singled_out(&self) -> Option<Range<usize>> {
        let fold = |range: Range<usize>| self.folded.part(range, self.line);
        let exact = fold(self.range.clone());
        let mut spots = None;
        let mut around = self.range.clone();
        for step in 0..STEPS {
            let words = Words {
                exact: exact.clone(),
                prefix: fold(around.start..self.range.start),
                suffix: fold(self.range.end..around.end),
            };
            if self.is_only(&words, &mut spots) {
                return Some(around);
            }
            // Very many are like it so far: looking for all of it is worth while now and then.
            if HARD.contains(&step) && self.is_single(&exact, &fold(around.clone())) {
                return Some(around);
            }
            let wider = if step % 2 == 0 {
                around.start..self.right(around.end)
            } else {
                self.left(around.start)..around.end
            };
            if wider == around && around == (0..self.line.len()) {
                return None;
            }
            around = wider;
        }
        None
    }

    /// Is this the only place of these words? `all` are those of the exact ones, once they are known;
    /// in a long line they are not looked for, and a place with very many like it is not the only one.
    fn is_only(&self, words: &Words, all: &mut Option<Vec<usize>>) -> bool {
        let is_long = self.folded.is_long(&words.exact);
        let near = if is_long {
            self.folded.near(words, LIKE)
        } else {
            Some(std::mem::take(
                all.get_or_insert_with(|| self.folded.places(&words.exact)),
            ))
        };
        let Some(places) = near else {
            return false;
        };
        let spots = places.iter().map(|start| *start..start + words.exact.len());
        let mut fitting = spots.filter(|spot| self.folded.is_at(spot, words));
        let first = fitting.next();
        let is_one = first.is_some_and(|spot| fitting.next().is_none() && self.is_ours(&spot));
        if !is_long {
            *all = Some(places);
        }
        is_one
    }

    /// Is `all`, which has the words in it, nowhere else in a long line?
    fn is_single(&self, exact: &str, all: &str) -> bool {
        let left = self.budget.get();
        if left == 0 || !self.folded.is_long(exact) {
            return false;
        }
        self.budget.set(left - 1);
        !self.folded.repeats(all)
    }

    fn is_ours(&self, spot: &Range<usize>) -> bool {
        self.folded.original(spot, self.line).start == self.range.start
    }

    /// The end of the column or word after `from`.
    fn right(&self, from: usize) -> usize {
        let mut chars = self.line[from..].char_indices();
        let word = chars.by_ref().find(|(_, c)| !parts(*c));
        let end = word.and_then(|_| chars.find(|(_, c)| parts(*c)));
        end.map_or(self.line.len(), |(at, _)| from + at)
    }

    /// The start of the column or word before `from`.
    fn left(&self, from: usize) -> usize {
        let mut chars = self.line[..from].char_indices().rev();
        let word = chars.by_ref().find(|(_, c)| !parts(*c));
        let start = word.and_then(|_| chars.find(|(_, c)| parts(*c)));
        start.map_or(0, |(at, c)| at + c.len_utf8())
    }
}

/// What parts the columns of tables, the members of records and the words of a sentence.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"' | ':' | '{' | '}' | '[' | ']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::Verdict;
    use crate::verify::judge;
    use proptest::prelude::*;

    /// The anchor for the `nth` place of `word`, and whether it is found there.
    fn anchor(text: &str, word: &str, nth: usize) -> Option<(String, String, String)> {
        let (start, _) = text.match_indices(word).nth(nth).expect("it stands there");
        let lines = Lines::new(text);
        let source = Id::new("table").expect("an id");
        let evidence = lines.anchor(&source, &(start..start + word.len()))?;
        let chars = |at: usize| text[..at].chars().count();
        let expected = chars(start)..chars(start + word.len());
        let verdict = judge::words(&lines.text, &evidence, &evidence.words());
        assert_eq!(verdict, Verdict::Found(vec![expected]), "{evidence:?}");
        let shown = |text: &Option<Text>| text.as_deref().unwrap_or_default().to_owned();
        Some((
            evidence.words().into_owned(),
            shown(&evidence.prefix),
            shown(&evidence.suffix),
        ))
    }

    #[test]
    fn a_cell_is_told_from_its_like() {
        for (text, word, nth, prefix, suffix) in [
            ("a,b,640252,,0", "640252", 0, "", ""),
            ("2017,2017,5", "2017", 0, "", ",2017"),
            ("2017,2017,5", "2017", 1, "2017,", ",5"),
            ("x,12.5,12.5,0,false", "12.5", 0, "", ",12.5"),
            ("x,12.5,12.5,0,false", "12.5", 1, "12.5,", ",0"),
            ("\"5.2\",\"5.3\"", "5.2", 0, "", ""),
            ("5.2;5.3;5.2", "5.2", 1, "5.3;", ""),
            ("head\n\n1\t2\t1", "1", 1, "2", ""),
            ("{\"v\":1,\"w\":1}", "1", 1, "", "}"),
            ("one two", "two", 0, "", ""),
        ] {
            let found = anchor(text, word, nth);
            let expected = (word.to_owned(), prefix.to_owned(), suffix.to_owned());
            assert_eq!(found, Some(expected), "{text}");
        }
    }

    #[test]
    fn words_on_several_lines_are_those_of_the_first() {
        let lines = Lines::new("a,\"one\ntwo\",b");
        let source = Id::new("table").expect("an id");
        let evidence = lines.anchor(&source, &(3..10)).expect("an anchor");
        assert_eq!(
            (evidence.paragraph, evidence.words().into_owned()),
            (1, "one".to_owned())
        );
        assert_eq!(
            lines
                .anchor(&source, &(1..2))
                .map(|e| e.words().into_owned()),
            Some(",".to_owned())
        );
        assert_eq!(lines.anchor(&source, &(6..7)), None);
        assert_eq!(lines.anchor(&source, &(90..97)), None);
    }

    proptest! {
        #[test]
        fn every_cell_of_a_table_has_an_anchor(
            rows in prop::collection::vec(prop::collection::vec("[0-9]{1,3}|-?[0-9]\\.[0-9]|[a-cа-вé]{1,2}", 1..6), 1..4),
        ) {
            let text: Vec<_> = rows.iter().map(|row| row.join(",")).collect();
            let text = text.join("\n");
            let lines = Lines::new(&text);
            let source = Id::new("table").expect("an id");
            let mut at = 0;
            for row in &rows {
                for cell in row {
                    let evidence = lines.anchor(&source, &(at..at + cell.len()));
                    let evidence = evidence.expect("an anchor");
                    let chars = |at: usize| text[..at].chars().count();
                    let expected = chars(at)..chars(at + cell.len());
                    prop_assert_eq!(judge::words(&lines.text, &evidence, cell), Verdict::Found(vec![expected]));
                    at += cell.len() + 1;
                }
            }
        }
    }
}
