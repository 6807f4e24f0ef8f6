//! Words of a source text that a person selects. What is drawn of a text may show other characters
//! than the text has, so they are counted, and a count that differs selects nothing.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::table::anchor;
use super::texts::Texts;
use crate::dossier::{Evidence, Id};

/// Words in a row, and where they stand.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The source, the paragraph and the words, with what it takes to tell them from others.
    pub evidence: Evidence,
    /// The paragraph in the text, in bytes.
    pub paragraph: Range<usize>,
    /// The words in the text, in bytes.
    pub range: Range<usize>,
}

/// The words of a paragraph, in bytes: what has letters or digits, a sign of money or a percentage
/// each count as one; in scripts without blanks, what Unicode takes for a word.
pub fn words(paragraph: &str) -> Vec<Range<usize>> {
    let all = paragraph.split_word_bound_indices();
    let counts =
        |part: &str| part.contains(|c: char| c.is_alphanumeric() || "%‰€$£¥₽₭".contains(c));
    all.filter(|(_, part)| counts(part))
        .map(|(at, part)| at..at + part.len())
        .collect()
}

/// Some words of paragraph `number`, counted from 0, of as many as it has where it is `shown`. None
/// where the text is not at hand, is shown with other words than it has, or has nothing that tells
/// them from the same words elsewhere in the paragraph.
pub fn selected(
    texts: &Texts,
    source: &Id,
    number: usize,
    places: &Range<usize>,
    shown: usize,
) -> Option<Selected> {
    let reading = texts.get(source)?.printed();
    let paragraph = reading.range(number)?;
    let words = words(reading.paragraph(number)?);
    let chosen = words.get(places.clone()).filter(|_| words.len() == shown)?;
    let (first, last) = (chosen.first()?, chosen.last()?);
    let range = paragraph.start + first.start..paragraph.start + last.end;
    Some(Selected {
        evidence: anchor(reading, source, &range)?,
        paragraph,
        range,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_what_stands_between_them() {
        let text = "Trade (2023) rose by “66%”, to US$ 8.3 million; the President’s words.";
        let parts: Vec<&str> = words(text).into_iter().map(|at| &text[at]).collect();
        let expected = [
            "Trade",
            "2023",
            "rose",
            "by",
            "66",
            "%",
            "to",
            "US",
            "$",
            "8.3",
            "million",
            "the",
            "President’s",
            "words",
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn what_is_selected_is_the_text_and_not_what_is_shown() {
        let source = Id::new("a").expect("an id");
        let mut texts = Texts::default();
        texts.insert(source.clone(), "One.\n\nA so\u{ad}und word, a word.\n");
        let found = selected(&texts, &source, 2, &(1..3), 5).expect("words");
        assert_eq!(found.evidence.given_words(), "so\u{ad}und word");
        assert_eq!(found.evidence.paragraph, 2);
        // Twice in the paragraph: told from the first by what is around it.
        let found = selected(&texts, &source, 2, &(4..5), 5).expect("a word");
        let evidence = &found.evidence;
        let around = [&evidence.prefix, &evidence.suffix];
        assert!(around.iter().any(|part| part.is_some()), "{evidence:?}");
        assert!(selected(&texts, &source, 2, &(1..3), 6).is_none());
        assert!(selected(&texts, &source, 3, &(0..1), 1).is_none());
    }
}
