//! What kind of word a word is: verbs of speech, offices, honorifics, articles and prepositions, in
//! English, and in Russian and French as far as newspapers use them beside speech.
//!
//! A word may be of several kinds at once; the rules that use them look at its neighbours.

mod class;
mod function;
mod given;
mod roles;
mod verbs;

use std::sync::LazyLock;

pub(super) use class::Class;
use class::Table;
pub(super) use function::is_short_currency;
pub(super) use roles::is_relation;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    function::fill(&mut table);
    verbs::fill(&mut table);
    roles::fill(&mut table);
    given::fill(&mut table);
    table
});

/// The kinds of a word in small letters; ё counts as е.
pub(super) fn of(lower: &str) -> Class {
    TABLE.get(lower).copied().unwrap_or_default()
}
