//! Extraction from prose, measured: on a few press texts, and on labelled texts that are no part of
//! the project: `BILAT_CORPORA=DIR cargo test --release --test extraction -- --ignored --nocapture`.

#[path = "extraction/amounts.rs"]
mod amounts;
#[path = "extraction/dates.rs"]
mod dates;
#[path = "extraction/press.rs"]
mod press;
