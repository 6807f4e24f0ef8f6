//! What a record says: field by field, what the dossier has beside what a file has.

use serde::Serialize;

use crate::dossier::record::Record;
use crate::dossier::{Agreement, Dossier, Event, Evidence, Observation, Person, Series, Source};

/// A field, what the dossier has, and what the file has.
pub(in crate::import) type Differs = (&'static str, String, String);

/// A kind of record that files can tell of.
pub(in crate::import) trait Facts: Record + Serialize + Clone {
    /// Those of a dossier.
    fn all(dossier: &Dossier) -> &[Self];

    /// This record with what `new` says, and where the two differ. What `new` leaves open stays; of
    /// lists nothing is taken away.
    fn meet(&self, new: &Self) -> (Self, Vec<Differs>);
}

fn shown<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    let bare = json
        .strip_prefix('"')
        .and_then(|json| json.strip_suffix('"'));
    bare.map_or_else(|| json.clone(), ToOwned::to_owned)
}

/// Adds what is not there yet.
fn add_all<T: Clone + PartialEq>(old: &mut Vec<T>, new: &[T]) -> bool {
    let fresh: Vec<_> = new
        .iter()
        .filter(|item| !old.contains(item))
        .cloned()
        .collect();
    let any = !fresh.is_empty();
    old.extend(fresh);
    any
}

/// The body of [`Facts::meet`]: fields that are always there, fields that may be, and lists.
macro_rules! meet {
    ($old:ident, $new:ident, [$($must:ident)*], [$($may:ident)*], [$($list:ident)*]) => {{
        let mut merged = $old.clone();
        let mut differs: Vec<Differs> = Vec::new();
        $(
            if $old.$must != $new.$must {
                differs.push((stringify!($must), shown(&$old.$must), shown(&$new.$must)));
                merged.$must = $new.$must.clone();
            }
        )*
        $(
            if $new.$may.is_some() && $old.$may != $new.$may {
                differs.push((stringify!($may), shown(&$old.$may), shown(&$new.$may)));
                merged.$may = $new.$may.clone();
            }
        )*
        $(
            if add_all(&mut merged.$list, &$new.$list) {
                differs.push((stringify!($list), shown(&$old.$list), shown(&$new.$list)));
            }
        )*
        (merged, differs)
    }};
}

/// [`Facts`] for a kind of record with evidence of its own.
macro_rules! facts {
    ($kind:ty, $all:ident, $must:tt, $may:tt, $list:tt) => {
        impl Facts for $kind {
            fn all(dossier: &Dossier) -> &[Self] {
                &dossier.$all
            }

            fn meet(&self, new: &Self) -> (Self, Vec<Differs>) {
                let old = self;
                let (mut merged, differs) = meet!(old, new, $must, $may, $list);
                let evidence: &[Evidence] = &new.evidence;
                add_all(&mut merged.evidence, evidence);
                (merged, differs)
            }
        }
    };
}

facts!(Event, events, [title kind status], [summary date place note], [participants follows agreements topics]);
facts!(Agreement, agreements, [title kind status], [signed in_force ends horizon count note], [parties topics]);
facts!(Person, people, [name], [native_name country note], [aliases topics]);
facts!(
    Source,
    sources,
    [kind title],
    [container_title publisher issued accessed url language rights file sha256 note],
    [author topics]
);
// Its title and its note are no words of a file: a person may write them anew.
facts!(Series, series, [kind scale], [unit flow reporter partner commodity], [topics]);

/// The same for a figure.
pub(super) fn figure(old: &Observation, new: &Observation) -> (Observation, Vec<Differs>) {
    let (merged, differs) = meet!(old, new, [value period status], [qualifier note], []);
    let evidence = new.evidence.clone();
    // The old evidence has the old digits.
    let merged = if old.value == new.value {
        merged
    } else {
        Observation { evidence, ..merged }
    };
    (merged, differs)
}
