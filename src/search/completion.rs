//! What a field can be asked for, offered while it is typed.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use super::state::State;
use super::{fold, names};
use crate::describe::status;
use crate::dossier::agreement::AgreementKind;
use crate::dossier::dispute::DisputeKind;
use crate::dossier::quote::QuoteKind;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Actor, Dossier, Id, Kind};

/// More offers than this are no help.
const MOST: usize = 20;

/// A value that fits what was typed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// As it is shown.
    pub shown: String,
    /// As it is typed.
    pub typed: String,
}

/// What fits the value of the field that is being typed at `cursor`, and the bytes of `typed` that
/// it would take the place of.
pub fn offers(
    dossier: &Dossier,
    typed: &str,
    cursor: usize,
) -> Option<(Range<usize>, Vec<Completion>)> {
    let before = typed.get(..cursor)?;
    let (name, start) = field(before)?;
    let part = fold(before[start..].trim_start_matches('"'));
    let all = values(dossier, name);
    let mut fitting: Vec<_> = all
        .into_iter()
        .filter_map(|offer| {
            let words = fold(&format!("{}\n{}", offer.shown, offer.typed));
            let at = words.find(&part)?;
            // First those of which a word begins so.
            let begins = words[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric());
            Some((!begins, offer))
        })
        .collect();
    fitting.sort_by_key(|(later, _)| *later);
    let offers = fitting.into_iter().map(|(_, offer)| offer).take(MOST);
    Some((start..cursor, offers.collect()))
}

/// The field whose value is being typed at the end of a text, and where that begins.
fn field(before: &str) -> Option<(&str, usize)> {
    let colon = before.rfind(':')?;
    let name = before[..colon].rsplit([' ', '|', '-']).next()?;
    let value = &before[colon + 1..];
    let open = value.strip_prefix('"');
    let goes_on = match open {
        Some(quoted) => !quoted.contains('"'),
        None => !value.contains([' ', '|']),
    };
    let known = names::field(name).is_some() || name == "is";
    (known && goes_on).then_some((name, colon + 1))
}

fn values(dossier: &Dossier, field: &str) -> Vec<Completion> {
    let named = |id: &Id| Completion {
        shown: dossier.name(id),
        typed: id.to_string(),
    };
    let text = |text: &str| Completion {
        shown: text.to_owned(),
        typed: quoted(text),
    };
    let spoken = dossier.quotes.values();
    match names::field(field).unwrap_or(field) {
        "speaker" => spoken.speakers.iter().map(named).collect(),
        "event" => dossier
            .events
            .iter()
            .map(|event| named(&event.id))
            .collect(),
        "source" => dossier
            .sources
            .iter()
            .map(|source| named(&source.id))
            .collect(),
        "role" => spoken.roles.iter().map(|role| text(role)).collect(),
        "language" => spoken
            .languages
            .iter()
            .map(|language| text(language))
            .collect(),
        "topic" => {
            let topics = dossier.about.topics.iter().map(|topic| Completion {
                shown: topic.label.to_string(),
                typed: topic.id.to_string(),
            });
            topics.collect()
        }
        "status" => statuses().map(text).collect(),
        "kind" => kinds(dossier).iter().map(|kind| text(kind)).collect(),
        "party" => parties(dossier),
        "side" => {
            let sides = dossier.about.sides.iter().map(|side| Completion {
                shown: side.name.to_string(),
                typed: side.code.to_string(),
            });
            sides.collect()
        }
        _ => State::ALL.map(|state| text(state.word())).to_vec(),
    }
}

/// The words of all kinds of records that have a status, each once.
fn statuses() -> impl Iterator<Item = &'static str> {
    let mut seen = HashSet::new();
    let words = Kind::ALL.into_iter().filter_map(status::statuses);
    words
        .flatten()
        .copied()
        .filter(move |word| seen.insert(*word))
}

/// The kinds of records, and the kinds that these are of.
fn kinds(dossier: &Dossier) -> BTreeSet<String> {
    let of_words = [
        AgreementKind::WORDS,
        QuoteKind::WORDS,
        DisputeKind::WORDS,
        SeriesKind::WORDS,
    ];
    let words = Kind::ALL
        .map(Kind::singular)
        .into_iter()
        .chain(of_words.into_iter().flatten().copied())
        .map(str::to_owned);
    let events = dossier.events.iter().map(|event| &event.kind);
    let bodies = dossier.organisations.iter().map(|body| &body.kind);
    words
        .chain(events.chain(bodies).map(ToString::to_string))
        .collect()
}

/// Who is party to an agreement or takes part in an event, each once.
fn parties(dossier: &Dossier) -> Vec<Completion> {
    let agreements = dossier.agreements.iter().flat_map(|one| &one.parties);
    let events = dossier.events.iter().flat_map(|event| &event.participants);
    let actors = agreements
        .map(|party| &party.party)
        .chain(events.map(|one| &one.who));
    let mut seen = HashSet::new();
    let offers = actors.filter_map(|actor| {
        let typed = match actor {
            Actor::Country(code) => code.to_string(),
            Actor::Record(id) => id.to_string(),
        };
        let is_new = seen.insert(typed.clone());
        is_new.then(|| Completion {
            shown: dossier.actor(actor),
            typed,
        })
    });
    offers.collect()
}

/// In quotation marks, where a blank would end it.
fn quoted(text: &str) -> String {
    if text.contains([' ', '|']) {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    fn first(typed: &str) -> Option<(String, usize)> {
        let dossier = load(&Origin::BuiltIn).dossier;
        let (range, offers) = offers(&dossier, typed, typed.len())?;
        let offer = offers.first()?;
        Some((
            format!("{}{}", &typed[..range.start], offer.typed),
            offers.len(),
        ))
    }

    #[test]
    fn values_of_the_field_at_the_cursor_are_offered() {
        for (typed, completed) in [
            ("speaker:pu", Some("speaker:putin")),
            ("trade speaker:YATH", Some("trade speaker:pany-yathotou")),
            ("-topic:tariff", Some("-topic:preferences")),
            ("a|source:2023", Some("a|source:asean-briefing-2023")),
            ("is:", Some("is:contested")),
            ("is:ov", Some("is:overdue")),
            ("status:in", Some("status:in-force")),
            ("kind:road", Some("kind:roadmap")),
            ("party:rosa", Some("party:rosatom")),
            ("side:la", Some("side:LAO")),
            ("occasion:eastern", Some("occasion:eef-2023")),
            ("role:\"deputy p", Some("role:\"Deputy Prime Minister\"")),
            ("speaker:putin ", None),
            ("speaker:nobody", None),
            ("putin", None),
            ("8:30", None),
        ] {
            let offered = first(typed).map(|(text, _)| text);
            assert_eq!(offered.as_deref(), completed, "{typed}");
        }
    }
}
