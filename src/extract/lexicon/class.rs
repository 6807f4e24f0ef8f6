//! Sets of kinds of words, and the table that is filled with them.

use std::ops::BitOr;

use foldhash::HashMap;

/// A set of kinds of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Class(u64);

impl Class {
    pub(in crate::extract) const NONE: Self = Self(0);
    // What it looks like.
    pub(in crate::extract) const CAPITAL: Self = Self(1);
    pub(in crate::extract) const UPPER: Self = Self(1 << 1);
    pub(in crate::extract) const DIGIT: Self = Self(1 << 2);
    pub(in crate::extract) const LETTER: Self = Self(1 << 3);
    pub(in crate::extract) const CYRILLIC: Self = Self(1 << 4);
    // Marks.
    pub(in crate::extract) const COMMA: Self = Self(1 << 5);
    pub(in crate::extract) const STOP: Self = Self(1 << 6);
    pub(in crate::extract) const COLON: Self = Self(1 << 7);
    pub(in crate::extract) const SEMICOLON: Self = Self(1 << 8);
    pub(in crate::extract) const DASH: Self = Self(1 << 9);
    pub(in crate::extract) const HYPHEN: Self = Self(1 << 10);
    pub(in crate::extract) const OPENING: Self = Self(1 << 11);
    pub(in crate::extract) const CLOSING: Self = Self(1 << 12);
    pub(in crate::extract) const APOSTROPHE: Self = Self(1 << 13);
    // Verbs.
    /// Said, tells, wrote.
    pub(in crate::extract) const SAY: Self = Self(1 << 14);
    /// Saying, adding.
    pub(in crate::extract) const SAYING: Self = Self(1 << 15);
    /// Called, described: the quote is a name for something.
    pub(in crate::extract) const CALL: Self = Self(1 << 16);
    /// Continued, began: speech only next to a quote.
    pub(in crate::extract) const WEAK: Self = Self(1 << 17);
    /// Claims, reports: may as well be a noun.
    pub(in crate::extract) const NOUN: Self = Self(1 << 18);
    /// A participle that the passive takes: told, quoted.
    pub(in crate::extract) const PARTICIPLE: Self = Self(1 << 19);
    pub(in crate::extract) const AUXILIARY: Self = Self(1 << 20);
    pub(in crate::extract) const BE: Self = Self(1 << 21);
    pub(in crate::extract) const FRENCH: Self = Self(1 << 22);
    // Small words.
    pub(in crate::extract) const ADVERB: Self = Self(1 << 23);
    pub(in crate::extract) const HE: Self = Self(1 << 24);
    pub(in crate::extract) const SHE: Self = Self(1 << 25);
    pub(in crate::extract) const THEY: Self = Self(1 << 26);
    /// I, we, you, it.
    pub(in crate::extract) const PRONOUN: Self = Self(1 << 27);
    pub(in crate::extract) const DETERMINER: Self = Self(1 << 28);
    pub(in crate::extract) const POSSESSIVE: Self = Self(1 << 29);
    pub(in crate::extract) const PREPOSITION: Self = Self(1 << 30);
    pub(in crate::extract) const AND: Self = Self(1 << 31);
    /// That, when, because.
    pub(in crate::extract) const CLAUSE: Self = Self(1 << 32);
    pub(in crate::extract) const WHO: Self = Self(1 << 33);
    pub(in crate::extract) const ACCORDING: Self = Self(1 << 34);
    // Nouns.
    pub(in crate::extract) const HONORIFIC: Self = Self(1 << 35);
    /// A person by what they do: minister, spokesman, analyst.
    pub(in crate::extract) const ROLE: Self = Self(1 << 36);
    /// Several persons: officials, lawmakers.
    pub(in crate::extract) const PEOPLE: Self = Self(1 << 37);
    /// A body: ministry, company.
    pub(in crate::extract) const BODY: Self = Self(1 << 38);
    /// A word before a role: deputy, foreign.
    pub(in crate::extract) const MODIFIER: Self = Self(1 << 39);
    pub(in crate::extract) const GIVEN: Self = Self(1 << 40);
    pub(in crate::extract) const MALE: Self = Self(1 << 41);
    pub(in crate::extract) const FEMALE: Self = Self(1 << 42);
    /// De, bin, van.
    pub(in crate::extract) const PARTICLE: Self = Self(1 << 43);
    /// Jr, III.
    pub(in crate::extract) const SUFFIX: Self = Self(1 << 44);
    /// Months, days, parts of a day.
    pub(in crate::extract) const TIME: Self = Self(1 << 45);
    /// Interview, statement: where something is said.
    pub(in crate::extract) const OCCASION: Self = Self(1 << 46);
    /// Film, book: what has a title.
    pub(in crate::extract) const WORK: Self = Self(1 << 47);
    pub(in crate::extract) const NATION: Self = Self(1 << 48);
    /// Street, River, Award: a name that ends so is nobody's.
    pub(in crate::extract) const THING: Self = Self(1 << 49);
    /// Mr., Gen.: a full stop behind it ends no sentence.
    pub(in crate::extract) const SHORT: Self = Self(1 << 50);

    /// Any pronoun of a third person.
    pub(in crate::extract) const THIRD: Self = Self(Self::HE.0 | Self::SHE.0 | Self::THEY.0);

    /// Any verb of speech.
    pub(in crate::extract) const VERB: Self = Self(
        Self::SAY.0
            | Self::SAYING.0
            | Self::CALL.0
            | Self::WEAK.0
            | Self::PARTICIPLE.0
            | Self::NOUN.0,
    );

    /// Is it of any of these kinds?
    pub(in crate::extract) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These kinds and those.
    pub(in crate::extract) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without those kinds.
    pub(in crate::extract) const fn without(self, these: Self) -> Self {
        Self(self.0 & !these.0)
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// The kinds of each word.
pub(in crate::extract) type Table = HashMap<String, Class>;

/// Adds a class to each of the words.
pub(in crate::extract) fn add(table: &mut Table, class: Class, words: &str) {
    for word in words.split_whitespace() {
        let entry = table.entry(word.to_owned()).or_default();
        *entry = *entry | class;
    }
}
