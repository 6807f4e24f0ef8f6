//! Why a record is found, where the row that shows it does not say so.

use std::ops::Range;

use super::{Clause, Folded, Query, Test, hits};
use crate::dossier::{Dossier, Ref};

/// So many characters of a text are shown before the first hit.
const BEFORE: usize = 16;

/// A field in which something is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What the field is called.
    pub field: String,
    /// Its text in one line, from shortly before the first hit.
    pub text: String,
    /// Where the hits are in `text`.
    pub hits: Vec<Range<usize>>,
}

impl Query {
    /// The first thing that is found in a record and that a row does not show; none where `shown`, the
    /// text of the row, has it all.
    pub fn reason(&self, dossier: &Dossier, record: Ref, shown: &str) -> Option<Reason> {
        if self.clauses.iter().all(|clause| clause.excluded) {
            return None;
        }
        let row = Folded::new(shown);
        let included = self.clauses.iter().filter(|clause| !clause.excluded);
        let mut unseen =
            included.filter(|clause| !clause.any_of.iter().any(|test| test.is_in(row.text())));
        unseen.find_map(|clause| clause.reason(dossier, record))
    }
}

impl Test {
    /// Does a folded text show it? A state or the kind of a record is no text.
    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Is(_) => true,
            Self::Text { needle, how, .. } => hits::occurs(text, needle, *how),
        }
    }
}

impl Clause {
    fn reason(&self, dossier: &Dossier, record: Ref) -> Option<Reason> {
        self.any_of.iter().find_map(|test| {
            let Test::Text { field, needle, how } = test else {
                return None;
            };
            let fields = match field {
                None => dossier.searched_fields(record),
                Some(name) => {
                    let fields = dossier
                        .fields(record)
                        .into_iter()
                        .filter(|(field, _)| field == name);
                    fields
                        .map(|(field, text)| (field.to_owned(), text))
                        .collect()
                }
            };
            fields.iter().find_map(|(field, text)| {
                let mut lines = text.lines();
                lines.find_map(|line| {
                    reason(field, line, |text| hits::occurrences(text, needle, *how))
                })
            })
        })
    }
}

fn reason(field: &str, line: &str, find: impl Fn(&str) -> Vec<Range<usize>>) -> Option<Reason> {
    let folded = Folded::new(line);
    let found = find(folded.text());
    let first = folded.original(found.first()?.clone()).start;
    let from = beginning(line, first);
    let lead = if from > 0 { "…" } else { "" };
    let placed = |range: Range<usize>| {
        let range = folded.original(range);
        range.start + lead.len() - from..range.end + lead.len() - from
    };
    Some(Reason {
        field: field.to_owned(),
        text: format!("{lead}{}", &line[from..]),
        hits: hits::merge(found.into_iter().map(placed).collect()),
    })
}

/// Where to begin, so that a hit is seen with some words before it.
fn beginning(line: &str, hit: usize) -> usize {
    let mut before = line[..hit].char_indices().rev();
    let far = before.nth(BEFORE - 1).map_or(0, |(at, _)| at);
    if far == 0 {
        return 0;
    }
    let blank = line[far..hit].find(' ');
    blank.map_or(far, |blank| far + blank + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    fn as_shown(typed: &str, shown: &str) -> Option<String> {
        let dossier = load(&Origin::BuiltIn).dossier;
        let event = dossier
            .events
            .iter()
            .position(|event| event.id.as_str() == "moscow-signing-2025")?;
        let record = Ref::new(crate::dossier::Kind::Event, event);
        let reason = Query::new(typed).reason(&dossier, record, shown)?;
        let mut text = reason.text.clone();
        for hit in reason.hits.iter().rev() {
            text.insert(hit.end, ']');
            text.insert(hit.start, '[');
        }
        Some(format!("{}: {text}", reason.field))
    }

    #[test]
    fn what_the_row_does_not_show_is_told() {
        for (typed, shown, reason) in [
            ("moscow", "Agreements signed in Moscow", None),
            (
                "signing",
                "Agreements signed in Moscow",
                Some("kind: [signing]"),
            ),
            ("moscow =lao", "Agreements signed in Moscow", None),
            (
                "party:russia",
                "Agreements signed in Moscow",
                Some("party: [Russia]"),
            ),
            ("is:bilateral", "Agreements signed in Moscow", None),
        ] {
            assert_eq!(as_shown(typed, shown).as_deref(), reason, "{typed}");
        }
    }

    #[test]
    fn a_long_text_begins_shortly_before_the_hit() {
        let find = |text: &str| hits::occurrences(text, "needle", super::super::How::Part);
        let line = "Many words stand before it, and then comes the Needle, and more";
        let found = reason("summary", line, find).expect("a reason");
        assert_eq!(found.text, "…then comes the Needle, and more");
        assert_eq!(&found.text[found.hits[0].clone()], "Needle");
    }
}
