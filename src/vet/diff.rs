//! Words of a quotation compared with words of the dossier.

use super::index::as_float;
use crate::verify::{Piece, compare};

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

    /// The words of the dossier.
    pub(super) fn there(&self) -> String {
        let all = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Same(text) | Piece::Source(text) => Some(text.as_str()),
            Piece::Dossier(_) => None,
        });
        all.collect::<String>().trim().to_owned()
    }
}
