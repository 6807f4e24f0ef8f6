//! Facts in prose: fixtures of the project's own, and measures over labelled texts that are not a part
//! of it.
//!
//! The measures read a folder that a person gives and print a row for each thing measured:
//!
//! ```text
//! BILAT_CORPORA=FOLDER cargo test --release --test extraction -- --ignored --nocapture
//! ```

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "extraction/amounts.rs"]
mod amounts;
#[path = "extraction/dates.rs"]
mod dates;
#[path = "extraction/press.rs"]
mod press;
#[path = "extraction/speech.rs"]
mod speech;
