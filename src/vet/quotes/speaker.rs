//! Whose words a quotation is said to be, compared with whose they are.

use std::ops::Range;

use crate::dossier::{Code, Kind, Ref};
use crate::extract::{Confidence, Speech, Who as Told};
use crate::vet::actors::Who;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::ranks::is_rank;
use crate::vet::roles;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::voice::is_attributed;
use crate::vet::words::{Word, is_one_of};

/// A finding, if the text gives the words to somebody else.
pub(super) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    range: &Range<usize>,
    record: Ref,
) -> Option<Finding> {
    let speaker = index.dossier.quotes.facets(record.at).speaker.clone();
    let owner = index.dossier.find(&speaker)?;
    let speech = sentences.speech(range);
    let label = labelled(sentences, range).map(Voice::Person);
    let voice = label.or_else(|| speech.map(|speech| voice(index, sentences, speech, owner)));
    let wrong = match voice {
        Some(Voice::Person(who)) if who == owner => return None,
        Some(Voice::Person(who)) => Some(index.dossier.title(who)),
        Some(Voice::Stranger(name)) => Some(name),
        Some(Voice::Country(code)) if !is_of(index, owner, code) => {
            Some(index.dossier.country(code))
        }
        Some(Voice::Country(_)) => return None,
        Some(Voice::Body(who)) if speaks_for(index, who, owner) => return None,
        Some(Voice::Body(who)) => Some(index.name(who)),
        Some(Voice::Office(title)) => {
            (roles::holds(index, &title, owner) == Some(false)).then(|| format!("the {title}"))
        }
        Some(Voice::Unsure) | None => beside(index, sentences, range, owner),
    }?;
    if is_named_before(sentences, range, owner) {
        return None;
    }
    let name = index.dossier.title(owner);
    Some(
        Finding::new(Item::Quotation, Verdict::Misattributed, range.clone())
            .of(record)
            .note(format!("speaker: said by {name}, not by {wrong}"))
            .suggest(name),
    )
}

/// A finding, if the text gives words of a passage that a claim cites to somebody else than the one who
/// asserts it.
pub(super) fn of_claim(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    range: &Range<usize>,
    record: Ref,
) -> Option<Finding> {
    let claim = (record.kind == Kind::Claim).then(|| &index.dossier.claims[record.at])?;
    let owner = index.dossier.find(claim.asserted_by.as_ref()?)?;
    let sentence = sentences.at(range.start)?;
    let speaks = |who: Ref| {
        let mut spots = sentence.spots.iter();
        spots.any(|spot| spot.who == Who::Record(who) && is_attributed(&sentence.words, spot))
    };
    let mut speakers = sentence.people().into_iter().filter(|who| speaks(*who));
    let (who, None) = (speakers.next()?, speakers.next()) else {
        return None;
    };
    if who == owner || index.is_voice(Who::Record(who)) {
        return None;
    }
    let (name, wrong) = (index.dossier.title(owner), index.dossier.title(who));
    let finding = Finding::new(Item::Quotation, Verdict::Misattributed, range.clone());
    let note = format!("speaker: said by {name}, not by {wrong}");
    Some(finding.of(record).note(note).suggest(name))
}

/// "Ellis: “…”, the minister Archer: “…”": who is named, perhaps with a title, between the colon before a quotation
/// and the quotation before that.
fn labelled(sentences: &Sentences<'_>, range: &Range<usize>) -> Option<Ref> {
    const SMALL: &str = "of the and for then former deputy";
    let sentence = sentences.at(range.start)?;
    let words = &sentence.words;
    let end = words.partition_point(|word| word.range.start < range.start);
    let before = words[..end].iter().rposition(|word| word.quoted);
    let first = before.map_or(0, |at| at + 1);
    let last = words[first..end].last()?;
    let is_colon = sentences
        .words(&(last.range.end..range.start))
        .contains(':');
    let is_label = |word: &Word| word.capital || is_rank(&word.low) || is_one_of(SMALL, &word.low);
    let mut people = sentence.spots.iter().filter_map(|spot| match spot.who {
        Who::Record(who) if who.kind == Kind::Person && spot.words.start >= first => {
            (spot.words.end <= end).then_some(who)
        }
        _ => None,
    });
    let (who, None) = (people.next()?, people.next()) else {
        return None;
    };
    (is_colon && words[first..end].iter().all(is_label)).then_some(who)
}

/// Is the speaker the only one named in the sentence before, where that of the quotation names nobody?
/// Then "he" is that one, whoever spoke last.
fn is_named_before(sentences: &Sentences<'_>, range: &Range<usize>, owner: Ref) -> bool {
    let Some(sentence) = sentences.at(range.start) else {
        return false;
    };
    let before = sentences.before(sentence).map(Sentence::people);
    sentence.people().is_empty() && before.is_some_and(|people| people == [owner])
}

/// Who speaks, as far as the text is sure.
enum Voice {
    Person(Ref),
    /// Somebody whom the dossier does not know.
    Stranger(String),
    Country(Code),
    /// Somebody who is only called by an office: "the minister".
    Office(String),
    Body(Who),
    Unsure,
}

fn voice(index: &Index<'_>, sentences: &Sentences<'_>, speech: &Speech, owner: Ref) -> Voice {
    let sure = speech.speaker.basis.confidence > Confidence::Unsure;
    match &speech.speaker.who {
        Told::Person(at) => {
            let person = &sentences.speeches.people[*at];
            match person.known.as_ref().and_then(|id| index.dossier.find(id)) {
                Some(found) if found.kind == Kind::Person => Voice::Person(found),
                Some(found) => Voice::Body(Who::Record(found)),
                None if sure => Voice::Stranger(person.name.clone()),
                None => Voice::Unsure,
            }
        }
        Told::Unnamed(title) if owner.kind == Kind::Person => Voice::Office(title.clone()),
        Told::Country(code) if sure => Voice::Country(*code),
        Told::Organisation(name) if sure => {
            let all = crate::vet::words::words(name, &(0..name.len()), &[]);
            let spot = index.lexicon.spots(&all).into_iter().next();
            spot.map_or(Voice::Unsure, |spot| Voice::Body(spot.who))
        }
        _ => Voice::Unsure,
    }
}

fn is_of(index: &Index<'_>, person: Ref, code: Code) -> bool {
    index.country_of(Who::Record(person)) == Some(index.lexicon.country(code))
}

/// A body of the same country speaks for somebody, and one that reports speaks for all.
fn speaks_for(index: &Index<'_>, who: Who, owner: Ref) -> bool {
    let own = index.country_of(Who::Record(owner));
    let other = index.country_of(who);
    index.is_voice(who) || own.is_none() || other.is_none() || own == other
}

/// The only person whom the sentence names outside of the quotation, if it is not the speaker.
fn beside(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    range: &Range<usize>,
    owner: Ref,
) -> Option<String> {
    let people = sentences.at(range.start)?.people();
    match people.as_slice() {
        [only] if *only != owner => Some(index.dossier.title(*only)),
        _ => None,
    }
}
