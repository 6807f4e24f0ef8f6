//! Facts in prose: which numbers, dates, speeches and names a text has, where exactly, and by which
//! rule each was found. Pure, the same on every run; nothing is fetched and nothing learned.
//!
//! Abstaining costs a reader a few keys, a wrong fact that looks certain costs trust: where a rule is
//! not sure, it says so, and where the words leave something open, so does the record.

pub mod token;

pub use token::{Token, TokenKind, tokens};
