//! Anchors for places in a text, such as the cells of a table: the paragraph, the words, and as much
//! of what stands around them as it takes for there to be no other such place.

use std::ops::Range;

use super::folded::Folded;
use super::folded::words::Words;
use super::reading::Reading;
use crate::dossier::evidence::{Exact, Support};
use crate::dossier::{Evidence, Id, Text};

/// How often what stands around is widened by a column or word before a place is given up: a record
/// of an interface has some fifty fields, and two records may differ in the first of them alone.
const STEPS: usize = 400;

/// Bytes of what stands around after which a place is given up: between two figures of a wide table may be
/// tens of thousands of empty cells, which nobody would cite.
const WIDTH: usize = 1 << 14;

/// The lines of a source text, in which places are named.
#[derive(Debug)]
pub struct Lines(Reading);

impl Lines {
    /// Those of `text`.
    pub fn new(text: &str) -> Self {
        Self(Reading::new(
            text.strip_prefix('\u{feff}').unwrap_or(text).into(),
            None,
        ))
    }

    /// What `range`, in bytes of the text, is to evidence. Of words on several lines those on the
    /// first count. None where nothing stands there, or nothing tells the place from another.
    pub fn anchor(&self, source: &Id, range: &Range<usize>) -> Option<Evidence> {
        anchor(&self.0, source, range)
    }
}

/// The same of a text that is read already.
pub(super) fn anchor(reading: &Reading, source: &Id, range: &Range<usize>) -> Option<Evidence> {
    let (number, line, words) = reading.around(first_word(reading, range)?)?;
    let start = first_word(reading, range)?.checked_sub(line.range.start)?;
    let last = range
        .end
        .min(line.range.end)
        .checked_sub(line.range.start)?;
    let end = start + words.get(start..last)?.trim_end().len();
    let place = Place {
        line: words,
        folded: &line.folded,
        range: start..end,
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
fn first_word(reading: &Reading, range: &Range<usize>) -> Option<usize> {
    let words = reading.text().get(range.clone())?;
    let blank = words.len() - words.trim_start().len();
    (blank < words.len()).then_some(range.start + blank)
}

/// A place in a line.
struct Place<'a> {
    line: &'a str,
    folded: &'a Folded,
    range: Range<usize>,
}

impl Place<'_> {
    /// The place with what must stand around it.
    fn singled_out(&self) -> Option<Range<usize>> {
        let mut around = self.rare()?;
        let mut words = self.words(&around);
        let spots = self.folded.places(&words);
        for step in 0..STEPS {
            let mut fitting = spots.iter().filter(|spot| self.folded.is_at(spot, &words));
            if let (Some(spot), None) = (fitting.next(), fitting.next())
                && self.is_ours(spot)
            {
                return Some(around);
            }
            if around == (0..self.line.len()) || around.len() > WIDTH {
                return None;
            }
            if step % 2 == 0 {
                around.end = self.right(around.end);
                words.suffix = self.fold(self.range.end..around.end);
            } else {
                around.start = self.left(around.start);
                words.prefix = self.fold(around.start..self.range.start);
            }
        }
        None
    }

    fn words(&self, around: &Range<usize>) -> Words {
        Words {
            exact: self.fold(self.range.clone()),
            prefix: self.fold(around.start..self.range.start),
            suffix: self.fold(self.range.end..around.end),
        }
    }

    fn fold(&self, range: Range<usize>) -> String {
        Folded::new(&self.line[range]).text().to_owned()
    }

    /// The place, in a long line with what is around it as far as the nearest rare word: without
    /// one, each of thousands of places would be compared with all the others.
    fn rare(&self) -> Option<Range<usize>> {
        let mut around = self.range.clone();
        let Some((before, after)) = self.folded.rare_around(around.start) else {
            return Some(around);
        };
        let distance = |at: usize| at.abs_diff(self.range.start);
        let leftwards =
            before.filter(|at| after.is_none_or(|after| distance(*at) < distance(after)));
        for _ in 0..STEPS {
            let is_inside = match (leftwards, after) {
                (Some(at), _) => around.start < at,
                (None, Some(at)) => at < around.end,
                (None, None) => return None,
            };
            match leftwards {
                _ if is_inside && around == self.range => return Some(around),
                Some(_) => around.start = self.left(around.start),
                None => around.end = self.right(around.end),
            }
            // One column more: the outermost may be a part of a longer word elsewhere.
            if is_inside {
                return Some(around);
            }
            if around.len() > WIDTH {
                return None;
            }
        }
        None
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
    use crate::verify::source_text::SourceText;
    use proptest::prelude::*;

    /// The anchor for the `nth` place of `word`, and whether it is found there.
    fn anchor(text: &str, word: &str, nth: usize) -> Option<(String, String, String)> {
        let (start, _) = text.match_indices(word).nth(nth).expect("it stands there");
        let lines = Lines::new(text);
        let source = Id::new("table").expect("an id");
        let evidence = lines.anchor(&source, &(start..start + word.len()))?;
        let chars = |at: usize| text[..at].chars().count();
        let expected = chars(start)..chars(start + word.len());
        let verdict = judge::words(&SourceText::new(text), &evidence, &evidence.words()).verdict;
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

    /// A line of so many records that none of their common words can be looked for everywhere.
    fn records(count: usize) -> String {
        let record = |n: usize| {
            let (year, partner) = (1990 + n % 30, n % 2);
            format!(
                r#"{{"year": {year}, "flow": "X", "partner": {partner}, "value": {}.5, "net": 0, "old": false}}"#,
                n * 31
            )
        };
        let records: Vec<_> = (0..count).map(record).collect();
        format!("[{}]", records.join(","))
    }

    #[test]
    fn cells_of_a_long_line_have_anchors() {
        let text = records(2_000);
        for nth in [0, 1, 700, 1_998, 1_999] {
            for (word, most) in [("\"X\"", 120), ("0, \"old\"", 120), ("false", 120)] {
                let word = word.trim_end_matches(", \"old\"");
                let at = if word == "0" {
                    text.match_indices("\"net\": 0").nth(nth)
                } else {
                    None
                };
                let nth = at.map_or(nth, |(at, _)| text[..at + 7].matches('0').count());
                let (_, prefix, suffix) = anchor(&text, word, nth).expect("an anchor");
                assert!(
                    prefix.len() + suffix.len() < most,
                    "{word} {nth} {prefix} {suffix}"
                );
            }
        }
    }

    #[test]
    fn few_places_of_a_long_line_are_compared() {
        let text = records(2_000);
        let lines = Lines::new(&text);
        let (_, line, words) = lines.0.around(0).expect("a line");
        for (at, _) in text.match_indices("false").step_by(97) {
            let place = Place {
                line: words,
                folded: &line.folded,
                range: at..at + "false".len(),
            };
            let around = place.rare().expect("a rare word near it");
            let places = line.folded.places(&place.words(&around));
            assert!(places.len() <= 256, "{}", places.len());
        }
        let same = Lines::new(&"1,".repeat(50_000));
        let source = Id::new("table").expect("an id");
        assert_eq!(same.anchor(&source, &(50_000..50_001)), None);
    }

    #[test]
    fn nobody_cites_thousands_of_empty_cells() {
        let (empty, source) = (",".repeat(90_000), Id::new("table").expect("an id"));
        let text = format!("LAO{empty}{}RUS", "5,".repeat(2_000));
        let lines = Lines::new(&text);
        let first = 3 + empty.len();
        assert_eq!(lines.anchor(&source, &(first..first + 1)), None);
        let last = text.len() - 5;
        let found = lines.anchor(&source, &(last..last + 1));
        let suffix = found.and_then(|found| found.suffix);
        assert_eq!(suffix.as_deref(), Some(",RUS"));
    }

    proptest! {
        #[test]
        fn every_cell_of_a_table_has_an_anchor(
            rows in prop::collection::vec(prop::collection::vec("[0-9]{1,3}|-?[0-9]\\.[0-9]|[a-cа-вé]{1,2}", 1..6), 1..4),
        ) {
            let text = rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n");
            let lines = Lines::new(&text);
            let source = Id::new("table").expect("an id");
            let mut at = 0;
            for row in &rows {
                for cell in row {
                    let evidence = lines.anchor(&source, &(at..at + cell.len())).expect("an anchor");
                    let chars = |at: usize| text[..at].chars().count();
                    let expected = chars(at)..chars(at + cell.len());
                    prop_assert_eq!(judge::words(&SourceText::new(&text), &evidence, cell).verdict, Verdict::Found(vec![expected]));
                    at += cell.len() + 1;
                }
            }
        }
    }
}
