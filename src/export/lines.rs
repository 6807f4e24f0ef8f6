//! The whole dossier as JSON Lines: its head and every record on a line of its own, for stores and
//! search engines. `bilat -` reads it again, and any part of it.

use std::io::{self, Write};

use serde::Serialize;

use super::Format;
use super::json::head;
use crate::dossier::Dossier;
use crate::dossier::record::Typed;

/// The version of a line.
const VERSION: u32 = 1;

/// The dossier as lines.
#[derive(Debug)]
pub struct Lines<'a>(pub &'a Dossier);

#[derive(Serialize)]
struct Line<'a, R> {
    version: u32,
    kind: &'static str,
    record: &'a R,
}

impl Format for Lines<'_> {
    fn files(&self) -> Vec<String> {
        vec!["dossier.jsonl".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        let dossier = self.0;
        line(out, "dossier", &head(dossier, None))?;
        lines(out, &dossier.sources)?;
        lines(out, &dossier.people)?;
        lines(out, &dossier.organisations)?;
        lines(out, &dossier.events)?;
        lines(out, &dossier.agreements)?;
        lines(out, &dossier.series)?;
        for quote in dossier.quotes.iter() {
            lines(out, &[quote])?;
        }
        lines(out, &dossier.claims)?;
        lines(out, &dossier.disputes)
    }
}

fn lines<R: Typed>(out: &mut dyn Write, records: &[R]) -> io::Result<()> {
    let mut records = records.iter();
    records.try_for_each(|record| line(out, R::KIND.singular(), record))
}

fn line<R: Serialize>(mut out: &mut dyn Write, kind: &'static str, record: &R) -> io::Result<()> {
    let line = Line {
        version: VERSION,
        kind,
        record,
    };
    serde_json::to_writer(&mut out, &line)?;
    out.write_all(b"\n")
}
