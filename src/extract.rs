//! Facts in prose: which numbers, dates, speeches and names a text has, where exactly, and by which
//! rule each was found. Pure, the same on every run; nothing is fetched and nothing learned.
//!
//! Abstaining costs a reader a few keys, a wrong fact that looks certain costs trust: where a rule is
//! not sure, it says so, and where the words leave something open, so does the record.

pub mod agreement;
pub mod amount;
pub mod confidence;
pub mod date;
mod denied;
pub mod event;
pub mod facts;
pub mod language;
mod lexicon;
mod modal;
mod name;
mod nation;
pub mod number;
mod paragraph;
mod quote;
mod reading;
mod sentence;
mod speaker;
mod speech;
pub mod token;
mod word;
mod word_list;

pub use agreement::{AgreementMention, agreements};
pub use amount::{Amount, Count, amounts, counts};
pub use confidence::{Basis, Confidence};
pub use date::{Context, Edge, TimeExpression, TimeKind, dates};
pub use event::{EventMention, events};
pub use facts::{Facts, all_facts, facts};
pub use language::Language;
pub use name::{KnownName, NamedPerson};
pub use nation::country;
pub use number::{Numeral, Scale, Value, numerals, ordinals};
pub use paragraph::{Paragraph, paragraphs};
pub use sentence::sentences;
pub use speaker::{Speaker, Who};
pub use speech::{Speech, SpeechForm, Speeches, speeches};
pub use token::{Token, TokenKind, tokens};
pub(crate) use word_list::WordList;

/// Are these words that tell somebody from another, and no office: "Moroccan counterpart"?
pub fn is_relation(words: &str) -> bool {
    lexicon::is_relation(words)
}

/// Is it a verb that brings speech or an opinion, in small letters: "said", "called"?
pub fn brings_speech(low: &str) -> bool {
    lexicon::of(low).has(lexicon::Class::SAY | lexicon::Class::CALL)
}
