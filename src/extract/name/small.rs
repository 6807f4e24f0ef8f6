//! Words that are no part of a name.

use crate::extract::lexicon::Class;

/// Words that no name has.
pub(super) const SMALL: Class = {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AND)
        .or(Class::CLAUSE)
        .or(Class::ADVERB)
        .or(Class::AUXILIARY)
        .or(Class::PRONOUN)
        .or(Class::THIRD)
        .or(Class::WHO)
        .or(Class::ACCORDING)
        .or(Class::PEOPLE);
    small
        .or(Class::TIME)
        .or(Class::SAY)
        .or(Class::SAYING)
        .or(Class::CALL)
        .or(Class::POSSESSIVE)
};
