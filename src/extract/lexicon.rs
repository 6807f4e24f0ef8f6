//! What kind of word a word is: verbs of speech, offices, honorifics, articles and prepositions, in
//! English, and in Russian and French as far as newspapers use them beside speech.
//!
//! A word may be of several kinds at once; the rules that use them look at its neighbours.

mod function;
mod given;
mod roles;
mod verbs;

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

/// A set of kinds of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    pub(super) const NONE: Self = Self(0);
    // What it looks like.
    pub(super) const CAPITAL: Self = Self(1);
    pub(super) const UPPER: Self = Self(1 << 1);
    pub(super) const DIGIT: Self = Self(1 << 2);
    pub(super) const LETTER: Self = Self(1 << 3);
    pub(super) const CYRILLIC: Self = Self(1 << 4);
    // Marks.
    pub(super) const COMMA: Self = Self(1 << 5);
    pub(super) const STOP: Self = Self(1 << 6);
    pub(super) const COLON: Self = Self(1 << 7);
    pub(super) const SEMICOLON: Self = Self(1 << 8);
    pub(super) const DASH: Self = Self(1 << 9);
    pub(super) const HYPHEN: Self = Self(1 << 10);
    pub(super) const OPENING: Self = Self(1 << 11);
    pub(super) const CLOSING: Self = Self(1 << 12);
    pub(super) const APOSTROPHE: Self = Self(1 << 13);
    // Verbs.
    /// Said, tells, wrote.
    pub(super) const SAY: Self = Self(1 << 14);
    /// Saying, adding.
    pub(super) const SAYING: Self = Self(1 << 15);
    /// Called, described: the quote is a name for something.
    pub(super) const CALL: Self = Self(1 << 16);
    /// Continued, began: speech only next to a quote.
    pub(super) const WEAK: Self = Self(1 << 17);
    /// Claims, reports: may as well be a noun.
    pub(super) const NOUN: Self = Self(1 << 18);
    /// A participle that the passive takes: told, quoted.
    pub(super) const PARTICIPLE: Self = Self(1 << 19);
    pub(super) const AUXILIARY: Self = Self(1 << 20);
    pub(super) const BE: Self = Self(1 << 21);
    pub(super) const FRENCH: Self = Self(1 << 22);
    // Small words.
    pub(super) const ADVERB: Self = Self(1 << 23);
    pub(super) const HE: Self = Self(1 << 24);
    pub(super) const SHE: Self = Self(1 << 25);
    pub(super) const THEY: Self = Self(1 << 26);
    /// I, we, you, it.
    pub(super) const PRONOUN: Self = Self(1 << 27);
    pub(super) const DETERMINER: Self = Self(1 << 28);
    pub(super) const POSSESSIVE: Self = Self(1 << 29);
    pub(super) const PREPOSITION: Self = Self(1 << 30);
    pub(super) const AND: Self = Self(1 << 31);
    /// That, when, because.
    pub(super) const CLAUSE: Self = Self(1 << 32);
    pub(super) const WHO: Self = Self(1 << 33);
    pub(super) const ACCORDING: Self = Self(1 << 34);
    // Nouns.
    pub(super) const HONORIFIC: Self = Self(1 << 35);
    /// A person by what they do: minister, spokesman, analyst.
    pub(super) const ROLE: Self = Self(1 << 36);
    /// Several persons: officials, lawmakers.
    pub(super) const PEOPLE: Self = Self(1 << 37);
    /// A body: ministry, company.
    pub(super) const BODY: Self = Self(1 << 38);
    /// A word before a role: deputy, foreign.
    pub(super) const MODIFIER: Self = Self(1 << 39);
    pub(super) const GIVEN: Self = Self(1 << 40);
    pub(super) const MALE: Self = Self(1 << 41);
    pub(super) const FEMALE: Self = Self(1 << 42);
    /// De, bin, van.
    pub(super) const PARTICLE: Self = Self(1 << 43);
    /// Jr, III.
    pub(super) const SUFFIX: Self = Self(1 << 44);
    /// Months, days, parts of a day.
    pub(super) const TIME: Self = Self(1 << 45);
    /// Interview, statement: where something is said.
    pub(super) const OCCASION: Self = Self(1 << 46);
    /// Film, book: what has a title.
    pub(super) const WORK: Self = Self(1 << 47);
    pub(super) const NATION: Self = Self(1 << 48);
    /// Street, River, Award: a name that ends so is nobody's.
    pub(super) const THING: Self = Self(1 << 49);
    /// Mr., Gen.: a full stop behind it ends no sentence.
    pub(super) const SHORT: Self = Self(1 << 50);

    /// Any pronoun of a third person.
    pub(super) const THIRD: Self = Self(Self::HE.0 | Self::SHE.0 | Self::THEY.0);

    /// Any verb of speech.
    pub(super) const VERB: Self = Self(
        Self::SAY.0
            | Self::SAYING.0
            | Self::CALL.0
            | Self::WEAK.0
            | Self::PARTICIPLE.0
            | Self::NOUN.0,
    );

    /// Is it of any of these kinds?
    pub(super) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These kinds and those.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without those kinds.
    pub(super) const fn without(self, these: Self) -> Self {
        Self(self.0 & !these.0)
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

type Table = HashMap<String, Class>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    function::fill(&mut table);
    verbs::fill(&mut table);
    roles::fill(&mut table);
    given::fill(&mut table);
    table
});

/// Adds a class to each of the words.
fn add(table: &mut Table, class: Class, words: &str) {
    for word in words.split_whitespace() {
        let entry = table.entry(word.to_owned()).or_default();
        *entry = *entry | class;
    }
}

/// The kinds of a word in small letters; ё counts as е.
pub(super) fn of(lower: &str) -> Class {
    TABLE.get(lower).copied().unwrap_or_default()
}
