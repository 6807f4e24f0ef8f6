//! What records cite of a source, by paragraph: all that can be shown of it where its text is not at
//! hand.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::dossier::quotes::Facet;
use crate::dossier::{Dossier, Evidence, Id, Kind, Ref};

/// Quotes of one source that are looked at: an archive may have hundreds of thousands.
const QUOTES: usize = 2_000;

/// The same beside a quote that is read, of which those around it are looked at too: this is done for each
/// one that is selected.
const BESIDE: usize = 200;

/// Quotes to either side of the one that is read, which stand near it in the file too.
const NEIGHBOURS: usize = 40;

/// The words of a source on which a record is based.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The record.
    pub record: Ref,
    /// Where they are.
    pub evidence: Evidence,
    /// The words; of a quote, its text.
    pub words: String,
}

/// What records cite of `source`, by paragraph, in the order of their kinds. `near` is a record that is
/// there in any case, and with it the quotes around it.
pub fn cited(dossier: &Dossier, source: &Id, near: Option<Ref>) -> BTreeMap<u32, Vec<Cited>> {
    let others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Quote);
    let mut records: Vec<_> = others.flat_map(|kind| dossier.all(kind)).collect();
    records.extend(quotes(dossier, source, near));
    let mut all: BTreeMap<u32, Vec<Cited>> = BTreeMap::new();
    for record in records {
        let quote = (record.kind == Kind::Quote).then(|| dossier.quotes.get(record.at));
        let evidence = match &quote {
            Some(quote) => Cow::Borrowed(&quote.evidence[..]),
            None => dossier.evidence(record),
        };
        for evidence in evidence.iter().filter(|e| e.source == *source) {
            let words = match (&evidence.exact, &quote) {
                (Some(_), _) => evidence.words().into_owned(),
                (None, Some(quote)) => quote.text.to_string(),
                (None, None) => continue,
            };
            let here = all.entry(evidence.paragraph).or_default();
            if !here
                .iter()
                .any(|one| one.record == record && one.words == words)
            {
                here.push(Cited {
                    record,
                    evidence: evidence.clone(),
                    words,
                });
            }
        }
    }
    all
}

/// The first quotes of a source, and those around `near`.
fn quotes(dossier: &Dossier, source: &Id, near: Option<Ref>) -> Vec<Ref> {
    let having = dossier.quotes.having(Facet::Sources, source);
    let is_beside = near.is_some_and(|near| near.kind == Kind::Quote);
    let most = if is_beside { BESIDE } else { QUOTES };
    let mut places: Vec<_> = having.take(most).collect();
    if let Some(Ref {
        kind: Kind::Quote,
        at,
    }) = near
    {
        let last = (at + NEIGHBOURS + 1).min(dossier.quotes.len());
        places.extend(at.saturating_sub(NEIGHBOURS)..last);
    }
    places.sort_unstable();
    places.dedup();
    let quote = |at| Ref::new(Kind::Quote, at);
    places.into_iter().map(quote).collect()
}
