//! Agreements of a text: what sort of instrument, between whom, where it stands by the verb that
//! governs it, the period that it covers, and which other it follows.
//!
//! A mention that only refers back ("the agreement") is none. Mentions of one kind about one thing are
//! one agreement.

mod clause;
mod ends;
mod force;
mod group;
mod headline;
mod instrument;
mod list;
mod mention;
mod parties;
mod phrase;
mod same;
mod sitting;
mod status;
mod subject;
mod ties;

use std::collections::HashSet;
use std::ops::Range;

use super::confidence::{Basis, Confidence};
use super::date::{self, Context, TimeExpression};
use super::word::{Word, Words, paragraphs};
use crate::dossier::agreement::AgreementStatus;
use crate::extract::language::Language;
pub(super) use group::settle;
use headline::Part;
use instrument::{Instrument, instrument};
pub(super) use list::List;
pub use mention::{AgreementMention, Entry};
pub use parties::PartyMention;
use same::same;
use subject::{count, subject};
pub use ties::Lineage;
use ties::{date_of, first_of_sentence, horizon, is_list, lineage};

const NAMED: Basis = Basis::new(
    "instrument-named",
    Confidence::Sure,
    "an instrument with what it is about, between whom, or what was done with it",
);
const COUNTED: Basis = Basis::new(
    "instruments-counted",
    Confidence::Likely,
    "instruments that are only counted",
);

const REFERRED: Basis = Basis::new(
    "refers-back",
    Confidence::Likely,
    "a later sentence says what became of it",
);
const LISTED: Basis = Basis::new(
    "listed",
    Confidence::Likely,
    "one of those announced in the sentence before",
);

/// Every agreement of a text, in the order of first mention.
pub fn agreements(text: &str, context: Context) -> Vec<AgreementMention> {
    let language = context.language_of(text);
    let mut all = Vec::new();
    let mut list = List::default();
    for (offset, paragraph) in paragraphs(text) {
        let words = Words::new(paragraph, offset);
        let times = date::in_words(&words, context.published, language);
        gather(&mut all, &words, &times, (language, &mut list));
    }
    settle(&mut all);
    all
}

/// Adds those of a paragraph with its dates to those of the paragraphs before.
pub(super) fn gather(
    all: &mut Vec<AgreementMention>,
    words: &Words<'_>,
    times: &[TimeExpression],
    (language, list): (Language, &mut List),
) {
    let entry = list.entry(words, times);
    let mut here = in_words(words, times, (language, entry));
    force::enter(&mut here, words, times);
    ends::enter(&mut here, words, times);
    let from = all.len();
    let named = here.len();
    for mut found in here {
        if found.date.is_none() && found.status == AgreementStatus::Signed {
            found.date = list.sitting.date(words, times, &found.range);
            if found.date.is_some() {
                found.status_basis = found.status_basis.at_most(Confidence::Likely);
            }
        }
        if entry {
            found.stands_under(list);
        }
        if let Some(list) = all.last().filter(|_| found.listed) {
            found.stands_as(list);
        }
        if found.refers {
            refer_back(all, found);
            continue;
        }
        let named = all.iter().map(|one| (one.naming, &one.subject));
        if let Some(known) = headline::of(named, (found.naming, &found.subject)) {
            all[known] = found;
            continue;
        }
        match same(all, &found) {
            Some(known) => known.take(found),
            None => all.push(found),
        }
    }
    group::drop_named(all, from, words);
    group::count(list, entry, named, (all, from));
    list.sitting.note(words, times);
}

/// "They agreed on a protocol. The protocol was signed on Wednesday": the last one of that kind, if it was
/// still to be signed. Where the text names none of that kind, it is one that it tells of nowhere else.
fn refer_back(all: &mut Vec<AgreementMention>, found: AgreementMention) {
    let Some(known) = all.iter_mut().rev().find(|one| one.kind == found.kind) else {
        if found.status == AgreementStatus::Signed {
            all.push(found);
        }
        return;
    };
    let planned = known.status == AgreementStatus::Planned;
    if found.status == AgreementStatus::Planned && planned {
        return;
    }
    let open = known.status == AgreementStatus::Unknown
        && known.status_basis.confidence == Confidence::Unsure;
    if (open || known.status.is_ahead()) && known.count.is_none() {
        known.status = found.status;
        known.status_basis = REFERRED;
        known.date = found.date;
        known.again.push(found.range);
    }
}

/// Every mention of a paragraph.
fn in_words(
    words: &Words<'_>,
    times: &[TimeExpression],
    (language, entry): (Language, bool),
) -> Vec<AgreementMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(head) = instrument(words, at) else {
            at += 1;
            continue;
        };
        let found_here = mention(words, (at, head), times, (language, entry));
        at = head.end;
        if let Some((one, end)) = found_here {
            at = at.max(end);
            found.push(one);
        }
    }
    found
}

fn mention(
    words: &Words<'_>,
    (at, head): (usize, Instrument),
    times: &[TimeExpression],
    (language, entry): (Language, bool),
) -> Option<(AgreementMention, usize)> {
    let mut place = place_of(words, (at, head), times);
    let end = phrase::past_place(words, phrase::past_dates(words, place.end, times));
    let verdict = status::status(words, &place, end)
        .filter(|verdict| !headline::only_heads(words, verdict, &place, head.end))?
        .of(words, head.kind);
    let whole = place.clone();
    if verdict.is_act(place.start) {
        place.end = phrase::before_place(words, head.end, place.end);
    }
    let subject = subject(words, &place, at..head.end);
    let first = words.low(place.start);
    let definite = is_definite(first) || is_definite(words.low_before(place.start));
    let listed = is_list(words, place.start);
    let done = entry || listed || verdict.basis.confidence > Confidence::Unsure;
    // "the agreement", "agreements": it refers back, or says nothing.
    let lineage = lineage(words, &place, at);
    let earlier = matches!(lineage, Some((Lineage::Precedes, _))) && subject.len() > 1;
    let horizon = horizon(times, &whole, words).cloned();
    let few = subject.len() < 2 && horizon.is_none();
    let vague =
        head.vague && !earlier && (!done || definite && few && !is_titled(words, at, &subject));
    let parties = parties::parties(words, &whole, verdict.verb);
    // "close in on a trade pact": too little to know it again by.
    let alone = place.end == head.end && few && parties.is_empty();
    let refers = subject.is_empty() && first == "the" && !head.plural && verdict.is_step(words);
    // "have signed treaties with less argument"
    let bare = place.start == at && parties.is_empty();
    let loose = bare && head.plural && words.low(head.end) == "with";
    // "The plan of action for 2022-2024 has expired": its years tell which.
    let nameless = subject.is_empty() && definite && horizon.is_none();
    let nameless = nameless && !refers && words.low(at) != "minutes";
    let count = count(words, place.start, at, head, language);
    let uncounted = head.plural && count.is_none() && subject.is_empty();
    if nameless || !done && !earlier && alone || vague && !refers || loose || uncounted {
        return None;
    }
    place.end = phrase::past_span(words, (place.end, subject.is_empty()), times);
    let date = date_of(words, times, &whole, verdict, horizon.as_ref());
    let entry = entry_ahead(words, verdict, date);
    let mention = AgreementMention {
        range: words.range(place.clone()),
        again: Vec::new(),
        kind: head.kind,
        basis: basis(subject.is_empty(), head),
        status: verdict.status,
        status_basis: verdict.basis,
        verb: verdict.verb.map(|verb| words.range(verb..verb + 1)),
        count,
        parties,
        mutual: sitting::is_mutual(words, verdict.verb),
        countries: parties::beside(words, &whole),
        date: date.filter(|_| entry.is_none()).cloned(),
        concluded: ties::concluded(words, times, &whole).cloned(),
        entry,
        end: None,
        horizon,
        lineage,
        listed: listed || words.low(first_of_sentence(words, place.start)) == "among",
        naming: headline::naming(words, at, first),
        part: headline::part(words),
        refers,
        subject,
    };
    Some((mention, whole.end))
}

/// The words of an instrument, without the mark of a list.
fn place_of(
    words: &Words<'_>,
    (at, head): (usize, Instrument),
    times: &[TimeExpression],
) -> Range<usize> {
    let place = phrase::extent(words, at, head, times);
    let mark = list::is_mark(words.low(place.start)) && place.len() > 1;
    place.start + usize::from(mark)..place.end
}

/// "the Joint Declaration on Peace"
fn is_titled(words: &Words<'_>, at: usize, subject: &HashSet<String>) -> bool {
    !subject.is_empty() && words.get(at).is_some_and(Word::is_capital)
}

/// "will enter into force on 1 May": the day of that, not of the signature.
fn entry_ahead(
    words: &Words<'_>,
    verdict: status::Verdict,
    date: Option<&TimeExpression>,
) -> Option<Entry> {
    let force = |verb| matches!(words.low(verb), "force" | "effect" | "vigueur");
    let enters = verdict.status.is_ahead() && verdict.verb.is_some_and(force);
    enters.then(|| Entry {
        date: date.cloned(),
        is_ahead: true,
    })
}

/// Is it a word before what is known?
fn is_definite(low: &str) -> bool {
    matches!(
        low,
        "the" | "this" | "that" | "these" | "those" | "its" | "their" | "such"
    )
}

fn basis(counted: bool, head: Instrument) -> Basis {
    let basis = if counted { COUNTED } else { NAMED };
    if head.vague {
        basis.at_most(Confidence::Likely)
    } else {
        basis
    }
}

impl AgreementMention {
    /// Takes what the line over a list says, if no verb of its own says more.
    fn stands_under(&mut self, list: &List) {
        if self.status_basis.confidence == Confidence::Unsure
            && let Some((status, basis, date)) = list.standing()
        {
            self.status = status;
            self.status_basis = basis;
            self.date = date.cloned();
        }
    }

    /// Takes the status of the list that it is one of, if no verb of its own says more.
    fn stands_as(&mut self, list: &Self) {
        if self.status_basis.confidence == Confidence::Unsure {
            self.status = list.status;
            self.status_basis = LISTED.at_most(list.status_basis.confidence);
            self.date.clone_from(&list.date);
        }
    }

    /// Adds what another mention of it says; what was done wins over what is unknown.
    fn take(&mut self, other: Self) {
        let unsure = self.status_basis.confidence == Confidence::Unsure;
        // A heading without a verb names it less well than the sentence that tells of it.
        let told = other.status_basis.confidence > Confidence::Unsure;
        let heads = (self.part, other.part) == (Part::Headline, Part::Body);
        let again = if (unsure || heads) && told && self.subject.is_subset(&other.subject) {
            std::mem::replace(&mut self.range, other.range)
        } else {
            other.range
        };
        self.again.push(again);
        if unsure || heads && told {
            self.part = other.part;
            self.status = other.status;
            self.status_basis = other.status_basis;
            self.verb = other.verb;
            self.date = other.date.or(self.date.take());
        }
        self.concluded = self.concluded.take().or(other.concluded);
        self.entry = self.entry.take().or(other.entry);
        self.end = self.end.take().or(other.end);
        self.horizon = self.horizon.take().or(other.horizon);
        self.lineage = self.lineage.take().or(other.lineage);
        self.mutual |= other.mutual;
        if self.parties.len() < other.parties.len() {
            self.parties = other.parties;
        }
        if other.subject.len() > self.subject.len() {
            self.subject = other.subject;
        }
    }
}

#[cfg(test)]
mod tests;
