//! Every number of a text with the words that touch it, whether or not it has a unit.

use std::ops::Range;

use super::qualifier::qualifier;
use super::quantity;
use super::unit::Unit;
use super::{Printed, Quantity};
use crate::dossier::observation::Qualifier;
use crate::extract::language::Language;
use crate::extract::number::{self, Scale};
use crate::extract::token::tokens;
use crate::extract::word::{Words, paragraphs};

/// A number of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// Its bytes, with currency, sign, scale and unit.
    pub range: Range<usize>,
    /// The number.
    pub value: Printed,
    /// The power of ten of a letter behind it, as in `8.3m`, which may also be a unit.
    pub letter: Option<u32>,
    /// Of what.
    pub unit: Option<Unit>,
    /// The word that makes it less than exact.
    pub qualifier: Option<Qualifier>,
    /// Is a sign of plus or minus before it, and which?
    pub sign: Option<bool>,
    /// The word before it, without its qualifier; the word behind it. In small letters.
    pub beside: (String, String),
}

/// Every number of a text, from left to right; fractions and "hundreds of" are left out.
pub fn counts(text: &str) -> Vec<Count> {
    let language = Language::of(&tokens(text));
    paragraphs(text)
        .flat_map(|(offset, paragraph)| {
            let words = Words::new(paragraph, offset);
            let numerals = number::in_words(&words, language);
            let counts = numerals.iter().filter_map(|numeral| {
                let found = quantity::read(&words, numeral)?;
                let Quantity::One(value) = found.quantity else {
                    return None;
                };
                let (start, end) = (found.words.start, found.words.end);
                let (qualifier, begin) = qualifier(&words, start, end);
                let letter = match numeral.scale {
                    Scale::Letter(power) => Some(power),
                    Scale::None | Scale::Word(_) => None,
                };
                let beside = (
                    words.low_before(begin).to_owned(),
                    words.low(end).to_owned(),
                );
                Some(Count {
                    range: words.range(start..end),
                    value,
                    letter: letter.filter(|_| value.scale == 0),
                    unit: found.unit,
                    qualifier,
                    sign: found.sign,
                    beside,
                })
            });
            counts.collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_a_unit_have_their_qualifier_too() {
        use Qualifier as Q;
        let read = |text: &str| {
            let one = |count: &Count| (count.value.value().round(), count.qualifier);
            counts(text).iter().map(one).collect::<Vec<_>>()
        };
        for (text, expected) in [
            (
                "dropped over 200 million bombs",
                vec![(2e8, Some(Q::MoreThan))],
            ),
            (
                "An estimated 17,000 Russian tourists",
                vec![(17000.0, Some(Q::Estimated))],
            ),
            ("these 20,000 demined hectares", vec![(20000.0, None)]),
            ("about US$8.3 million", vec![(8.3e6, Some(Q::About))]),
            ("fifty million dollars", vec![(5e7, None)]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
