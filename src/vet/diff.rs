//! Words of a quotation compared with words of the dossier.

use super::index::as_float;
use crate::dossier::fold::fold;
use crate::verify::{Piece, compare};

/// From so alike on, words are those of the dossier with a slip in them.
pub(super) const ALIKE: f64 = 0.62;

/// A comparison, word by word.
pub(super) struct Diff {
    /// From 0 to 1: how many of the words are the same.
    pub(super) likeness: f64,
    /// What the text says otherwise.
    pub(super) pieces: Vec<Piece>,
}

impl Diff {
    /// Compares `here`, words of the text, with the words of the dossier that are most like them.
    pub(super) fn of(here: &str, there: &str) -> Self {
        let pieces = compare(here, there);
        let words = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .count()
        };
        let (mut same, mut other) = (0, 0);
        for piece in &pieces {
            match piece {
                Piece::Same(text) => same += words(text),
                Piece::Dossier(text) | Piece::Source(text) => other += words(text),
            }
        }
        let all = as_float((2 * same + other).max(1));
        Self {
            likeness: 2.0 * as_float(same) / all,
            pieces,
        }
    }

    /// Are all words the same, whatever their case and the marks between them?
    pub(super) fn is_same(&self) -> bool {
        let letters = |text: &String| text.chars().any(char::is_alphanumeric);
        let mut here = String::new();
        let mut there = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Same(_) => {}
                Piece::Dossier(text) => here.push_str(text),
                Piece::Source(text) => there.push_str(text),
            }
        }
        let plain = |text: &str| -> String {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        };
        !letters(&here) && !letters(&there) || plain(&here) == plain(&there)
    }

    /// "[-was-] {+is+}": what the text has, and what was said.
    pub(super) fn shown(&self) -> String {
        /// Words around a difference that are shown.
        const AROUND: usize = 3;
        let mut out = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Same(text) => {
                    let words: Vec<&str> = text.split(' ').collect();
                    let short = words.len() <= 2 * AROUND;
                    if short {
                        out.push_str(text);
                    } else {
                        if at > 0 {
                            out.push_str(&words[..AROUND].join(" "));
                        }
                        out.push_str(" … ");
                        if at + 1 < self.pieces.len() {
                            out.push_str(&words[words.len() - AROUND..].join(" "));
                        }
                    }
                }
                Piece::Dossier(text) => {
                    out.push_str("[-");
                    out.push_str(text);
                    out.push_str("-]");
                }
                Piece::Source(text) => {
                    out.push_str("{+");
                    out.push_str(text);
                    out.push_str("+}");
                }
            }
        }
        out.trim().to_owned()
    }

    /// The words of the dossier, a text of which is `there`: to the end of its sentence where the ends
    /// differ, for half a sentence is no quotation. None where the sentence is too long to be told.
    pub(super) fn corrected(&self, there: &str) -> Option<String> {
        /// Bytes of a quotation that is worth telling.
        const MOST: usize = 400;
        let pieces = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Same(text) | Piece::Source(text) => Some(text.as_str()),
            Piece::Dossier(_) => None,
        });
        let (said, text) = (spaced(&pieces.collect::<String>()), spaced(there));
        let found = text.find(&said).filter(|_| !said.is_empty())?;
        let is_same = |piece: Option<&Piece>| matches!(piece, Some(Piece::Same(_)));
        let start = match text[..found].rfind(['.', '!', '?']) {
            _ if is_same(self.pieces.first()) => found,
            Some(before) => before + 1,
            None => 0,
        };
        let found_end = found + said.len();
        let end = match text[found_end..].find(['.', '!', '?']) {
            _ if is_same(self.pieces.last()) => found_end,
            Some(behind) => found_end + behind,
            None => text.len(),
        };
        let words = text[start..end].trim();
        (words.len() <= MOST).then(|| words.to_owned())
    }
}

/// With single blanks.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits in small letters, one blank between words.
pub(super) fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<_> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The words of a text, with a blank before and behind.
pub(super) fn bounded(text: &str) -> String {
    format!(" {} ", plain(text))
}

/// Are these words in a text, whatever their case and the marks between them?
pub(super) fn has_words(text: &str, words: &str) -> bool {
    bounded(text).contains(&bounded(words))
}

/// What is between ellipses and words in brackets, which stand for a gap.
pub(super) fn parts(words: &str) -> Vec<String> {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((_, after)) = after.split_once(']') else {
            rest = after;
            break;
        };
        plain.push('…');
        rest = after;
    }
    plain.push_str(rest);
    let plain = plain.replace("...", "…");
    let parts = plain
        .split('…')
        .map(str::trim)
        .map(|part| part.trim_end_matches([',', '.', ';', '!', '?']).to_owned());
    parts
        .filter(|part| part.chars().any(char::is_alphanumeric))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_to_write_is_whole() {
        let there =
            "It is so. We will celebrate together with cheap and safe energy, as ever. Good.";
        for (here, expected) in [
            (
                "We will definitely celebrate together",
                "We will celebrate together",
            ),
            (
                "celebrate together with cheap and clean power",
                "celebrate together with cheap and safe energy, as ever",
            ),
            (
                "They shall celebrate together with cheap and safe energy",
                "We will celebrate together with cheap and safe energy",
            ),
        ] {
            let corrected = Diff::of(here, there).corrected(there);
            assert_eq!(corrected.as_deref(), Some(expected), "{here}");
        }
    }
}
