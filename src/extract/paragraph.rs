//! The paragraphs of a text, counted as evidence counts them: lines that are not blank, from 1.

use std::ops::Range;

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From 1, over lines that are not blank.
    pub number: u32,
    /// Its bytes in the text, without white space around it.
    pub range: Range<usize>,
}

/// The paragraphs of a text, in order.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Paragraph> {
    // A byte order mark is no part of the first line.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut end = text.len() - body.len();
    let lines = body.split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        let lead = line.len() - line.trim_start().len();
        start + lead..start + lead + line.trim().len()
    });
    let filled = lines.filter(|range| !range.is_empty());
    (1..)
        .zip(filled)
        .map(|(number, range)| Paragraph { number, range })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blank_lines_are_not_counted() {
        let text = "\u{feff}One\r\n \t\n  Two. \n\u{a0}\nThree";
        let shown: Vec<_> = paragraphs(text)
            .map(|p| (p.number, &text[p.range]))
            .collect();
        assert_eq!(shown, [(1, "One"), (2, "Two."), (3, "Three")]);
        assert_eq!(paragraphs("\n \n").count(), 0);
    }

    proptest! {
        #[test]
        fn paragraphs_are_all_that_is_not_blank(text in "[ a\n\r\t—“\u{a0}]{0,40}") {
            let mut end = 0;
            for paragraph in paragraphs(&text) {
                prop_assert!(text[end..paragraph.range.start].trim().is_empty());
                let words = &text[paragraph.range.clone()];
                prop_assert!(!words.is_empty() && !words.contains('\n') && words.trim() == words);
                end = paragraph.range.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
