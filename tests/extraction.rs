//! Measures extraction from prose on labelled texts, which are no part of the project:
//! `BILAT_CORPORA=DIR cargo test --release --test extraction -- --ignored --nocapture`.

#[path = "extraction/amounts.rs"]
mod amounts;
#[path = "extraction/dates.rs"]
mod dates;
