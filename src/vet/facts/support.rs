//! What a record must say for a clause to be supported by it: the same of the same, as far as the clause
//! says that it has come, there where the clause says. Words in common are not enough.

mod degree;
mod name;
mod order;
mod parts;
mod sense;
mod time;
mod verb;

pub(super) use sense::leaves;
pub(super) use time::{ends_then, is_other_time, runs_out};

use super::judge::voice;
use super::place::{self, Standing};
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::negation::is_denial;
use crate::vet::sentence::Sentences;
use crate::vet::stage::{self, Stage};
use crate::vet::talk;
use crate::vet::topic::Topic;
use crate::vet::voice::is_attributed;
use crate::vet::words::{Word, is_one_of, words};

/// What a record does not say of all that a clause says, in words; none where it says it all.
pub(super) fn missing(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    one: &Match<'_>,
    near: &[Match<'_>],
) -> Option<String> {
    let title = index.dossier.title(one.topic.record);
    let why = stage_missing(sentences, clause, one.topic)
        .or_else(|| place_missing(index, clause, one.topic))
        .or_else(|| {
            is_of_others(index, clause, one.topic).then(|| "it is of somebody else".to_owned())
        })
        .or_else(|| voice_missing(index, sentences, clause, one.topic))
        .or_else(|| instrument_missing(clause, one.topic))
        .or_else(|| time::missing(index, clause, one.topic))
        .or_else(|| {
            let words: Vec<Word> = clause.plain().cloned().collect();
            let read = one.topic.read(&index.lexicon);
            sense::missing(&words, read).or_else(|| degree::missing(&words, read))
        })
        .or_else(|| parts::missing(index, clause, one.topic, near))
        .or_else(|| verb_missing(index, clause, one.topic))
        .or_else(|| name::missing(index, clause, one.topic))?;
    Some(format!("{why}: “{title}”"))
}

/// What is only planned or talked about must be called so; what an auxiliary stands before is not the
/// matter itself.
pub(super) fn stage_missing(
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    topic: &Topic,
) -> Option<String> {
    // What a footnote names may be called planned anywhere in its paragraph.
    let is_bound = clause.sentence.bound.contains(&topic.record);
    let around = sentences.around(clause.sentence);
    let words: Vec<Word> = if is_bound {
        words(around, &(0..around.len()), &[])
    } else {
        clause.plain().cloned().collect()
    };
    let stated = stage::of_matter(&words, |word| topic.raw.contains(&word.stem));
    if stated.is_of_other && stated.stage.is_none() {
        return Some("the record does not say what follows from it".to_owned());
    }
    let is_over = stated.stage == Some(Stage::Over) && topic.stage != Some(Stage::Over);
    if is_over && topic.stage.is_some() && !(runs_out(clause) && ends_then(clause, topic)) {
        return Some("status: the record does not say that it is over".to_owned());
    }
    // "not reported to be in force"
    let own: Vec<Word> = clause.plain().cloned().collect();
    let is_in_force = stage::is_in_force(&own) && !own.iter().any(|word| is_denial(&word.low));
    if topic.stage == Some(Stage::Done) && is_in_force {
        return Some("status: the record does not say that it is in force".to_owned());
    }
    if topic.is_hope && !talk::is_talk(&words) {
        return Some("status: only expected or talked about".to_owned());
    }
    let own = if topic.is_talk {
        Stage::Open
    } else {
        topic.stage?
    };
    let said = match own {
        Stage::Open => talk::is_talk(&words) || topic.is_talk && talk::is_meeting(&words),
        Stage::Ahead => {
            stated.stage.is_some_and(|stage| stage <= Stage::Ahead) || talk::is_talk(&words)
        }
        _ => true,
    };
    (!said).then(|| format!("status: {}", own.words()))
}

/// A place that the record does not name.
fn place_missing(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> Option<String> {
    let is_deed = is_deed(clause);
    let places = place::of_clause(index, clause);
    let is_unknown =
        |one: &place::Place| place::standing(index, one, topic, is_deed) != Standing::Known;
    let unknown = places.iter().any(is_unknown);
    unknown.then(|| "place: no record of it names this one".to_owned())
}

/// A verb or an adjective that the record does not have.
fn verb_missing(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> Option<String> {
    let words: Vec<Word> = clause.plain().cloned().collect();
    let voices = clause.voices();
    let knows = |word: &Word| {
        let is_voice = voices.contains(&word.stem) && !verb::takes_side(word);
        let told_by_part = || parts_of(index, topic).any(|part| part.raw.contains(&word.stem));
        topic.raw.contains(&word.stem) || is_voice || told_by_part()
    };
    let word = verb::unknown(&words, knows)?;
    let name = clause.sentence.words_of(&word.range);
    Some(format!("the record does not speak of “{name}”"))
}

/// The events that are parts of one.
fn parts_of<'a>(index: &'a Index<'_>, topic: &Topic) -> impl Iterator<Item = &'a Topic> {
    let whole = index.dossier.id(topic.record);
    let events = index.dossier.events.iter().enumerate();
    let parts = events.filter(move |(_, event)| event.part_of.as_ref() == Some(&whole));
    parts.filter_map(|(at, _)| index.topic(Ref::new(Kind::Event, at)))
}

/// Somebody who is said to tell it, and of whom the dossier has no words on it.
fn voice_missing(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    topic: &Topic,
) -> Option<String> {
    let named = voice::speakers(index, sentences, clause);
    let mut people = named
        .iter()
        .filter(|who| who.kind == Kind::Person)
        .peekable();
    people.peek()?;
    let told = index.speakers_of(topic.record);
    let evidence = index.dossier.evidence(topic.record);
    let writes = |who: &Ref| {
        let sources = evidence
            .iter()
            .filter_map(|one| index.dossier.source(&one.source));
        let mut authors = sources.flat_map(|source| &source.author);
        authors.any(|id| index.dossier.find(id) == Some(*who))
    };
    let knows = |who: &Ref| {
        let actor = Who::Record(*who);
        told.contains(who)
            || topic.actors.contains(&actor)
            || topic.tellers.contains(&actor)
            || writes(who)
    };
    (!people.any(knows)).then(|| "the record does not say who tells it".to_owned())
}

/// Does a clause tell of a meeting, a visit or a signing?
pub(super) fn is_deed(clause: &Clause<'_>) -> bool {
    let mut words = clause.plain();
    words.any(|word| matches!(word.stem.as_str(), "meet" | "visit" | "sign"))
}

/// Does a clause name somebody who takes no part in a record?
pub(super) fn names_others(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let sentence = clause.sentence;
    let here = sentence
        .spots
        .iter()
        .filter(|spot| clause.words.contains(&spot.words.start));
    let mut named = here.filter(|spot| {
        let quoted = sentence.words[spot.words.start].quoted;
        !quoted && !speaks(&sentence.words, spot)
    });
    // One of several who each have such a record.
    let has_own = |who: Who| {
        index
            .family(topic.record)
            .any(|one| takes_part(index, who, one))
    };
    named.any(|spot| !takes_part(index, spot.who, topic) && !has_own(spot.who))
}

/// Does the title of a record name all whom a clause does?
pub(super) fn names_all(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let words = &clause.sentence.words;
    let title = topic.read(&index.lexicon).first();
    let mut here = clause.sentence.spots.iter().filter(|spot| {
        let first = spot.words.start;
        clause.words.contains(&first) && !words[first].quoted && !speaks(words, spot)
    });
    here.all(|spot| {
        let mut named = title.iter().flat_map(|text| &text.spots);
        named.any(|other| other.who == spot.who)
    })
}

/// "Chad joined the union in May", of a record of what Laos did: what one country joins, others may join, and on
/// the same day.
pub(super) fn joins_itself(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    const JOINING: &str = "join joins joined joining accede accedes acceded";
    let sentence = clause.sentence;
    let mut countries = sentence.spots.iter().filter(|spot| {
        let is_here = clause.words.contains(&spot.words.start);
        is_here && matches!(spot.who, Who::Country(_))
    });
    let own = |who: Who| {
        let mut parties = topic.parties.iter();
        parties.any(|party| *party == who || index.country_of(*party) == Some(who))
    };
    let joins = clause.plain().any(|word| is_one_of(JOINING, &word.low));
    joins && countries.clone().next().is_some() && !countries.any(|spot| own(spot.who))
}

/// Is a clause about somebody of whom the record does not speak, or of whom it says something else?
pub(super) fn is_of_others(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    if names_others(index, clause, topic) || joins_itself(index, clause, topic) {
        return true;
    }
    let sentence = clause.sentence;
    let mut agents_here = agents(&sentence.words, &sentence.spots, clause.words.clone());
    let Some(spot) = agents_here.next() else {
        return false;
    };
    let behind = sentence
        .words
        .get(spot.words.end)
        .map(|word| word.low.as_str());
    let is_being = matches!(
        behind,
        Some("is" | "are" | "was" | "were" | "remains" | "became" | "becomes" | "belongs")
    );
    // "The meeting was held in May" says nothing of what it is.
    let verb = sentence.words.get(spot.words.end + 1);
    let is_passive = verb.is_some_and(|word| word.low == "held" || word.low.ends_with("ed"));
    let is_being = is_being && !is_passive;
    // Whom the title names takes part, wherever it names them.
    let mut title = topic
        .read(&index.lexicon)
        .iter()
        .take(1)
        .flat_map(|text| &text.spots);
    let is_titled = title.any(|other| other.who == spot.who);
    let is_asked = is_being || topic.record.kind == Kind::Claim;
    if !is_asked && (is_titled || !is_person(spot.who)) {
        return false;
    }
    let read = topic.read(&index.lexicon).iter();
    let subjects: Vec<Who> = read
        .flat_map(|text| agents(&text.words, &text.spots, 0..text.words.len()))
        .map(|spot| spot.who)
        .collect();
    let mut people = subjects.iter().filter(|who| is_person(**who)).peekable();
    if is_person(spot.who) && people.peek().is_some() {
        return !people.any(|who| *who == spot.who);
    }
    let same = |who: &Who| related(index, *who, spot.who);
    !subjects.is_empty() && !subjects.iter().any(same)
}

/// Somebody of a country takes part where the country does, unless the record names who of it did.
fn takes_part(index: &Index<'_>, who: Who, topic: &Topic) -> bool {
    if topic.actors.contains(&who) || topic.actors.is_empty() || index.is_voice(who) {
        return true;
    }
    let country = index.country_of(who);
    // Who only tells it takes no part, nor does the country of that one.
    let of_country = |actor: &&Who| {
        let is_teller = topic.tellers.contains(*actor);
        country.is_some() && !is_teller && index.country_of(**actor) == country
    };
    let mut others = topic.actors.iter().filter(of_country).peekable();
    others.peek().is_some() && !(is_person(who) && others.any(|other| is_person(*other)))
}

pub(super) fn is_person(who: Who) -> bool {
    matches!(who, Who::Record(record) if record.kind == Kind::Person)
}

/// Is one of them the other, or of its country?
pub(super) fn related(index: &Index<'_>, one: Who, other: Who) -> bool {
    let country = index.country_of(one);
    one == other || country.is_some() && country == index.country_of(other)
}

/// Is somebody named only as the one who says it? Thanks are a deed.
pub(super) fn speaks(words: &[Word], spot: &Spot) -> bool {
    let behind = words.get(spot.words.end);
    is_attributed(words, spot) && behind.is_none_or(|word| word.stem != "thank")
}

/// Those who are named and not behind a preposition, nor as owners or speakers.
fn agents<'a>(
    words: &'a [Word],
    spots: &'a [Spot],
    range: std::ops::Range<usize>,
) -> impl Iterator<Item = &'a Spot> {
    const BEFORE: [&str; 23] = [
        "of", "in", "to", "from", "with", "by", "for", "between", "at", "through", "via", "into",
        "near", "against", "on", "than", "as", "under", "about", "like", "among", "across",
        "within",
    ];
    let here = spots
        .iter()
        .filter(move |spot| range.contains(&spot.words.start));
    here.filter(|spot| {
        let first = spot.words.start;
        let before = before(words, spots, first);
        let last = &words[spot.words.end - 1];
        let owns = last.range.len() > last.low.len();
        let is_behind = before.is_some_and(|low| BEFORE.contains(&low));
        !words[first].quoted && !owns && !is_behind && !speaks(words, spot)
    })
}

/// The word before a name, articles apart; before the first of several: "of Russia and Laos".
fn before<'a>(words: &'a [Word], spots: &[Spot], mut first: usize) -> Option<&'a str> {
    /// Names that are joined.
    const MOST: usize = 8;
    for _ in 0..MOST {
        let the = usize::from(first > 0 && words[first - 1].low == "the");
        let at = (first - the).checked_sub(1)?;
        let next = spots.partition_point(|spot| spot.words.end <= at);
        let joined = next.checked_sub(1).map(|last| &spots[last]);
        match joined.filter(|spot| spot.words.end == at && words[at].low == "and") {
            Some(spot) => first = spot.words.start,
            None => return Some(&words[at].low),
        }
    }
    None
}

/// A kind of instrument that the record is not.
pub(super) fn instrument_missing(clause: &Clause<'_>, topic: &Topic) -> Option<String> {
    const KINDS: [&str; 12] = [
        "contract",
        "treaty",
        "memorandum",
        "memoranda",
        "roadmap",
        "protocol",
        "convention",
        "declaration",
        "communique",
        "loan",
        "charter",
        "concession",
    ];
    let is_signed = |word: &Word| matches!(word.stem.as_str(), "sign" | "conclu" | "agreement");
    if topic.record.kind != Kind::Agreement && !clause.plain().any(is_signed) {
        return None;
    }
    let mut named = clause
        .plain()
        .filter(|word| KINDS.contains(&word.low.as_str()))
        .peekable();
    named.peek()?;
    let known = named.any(|word| topic.raw.contains(&word.stem));
    (!known).then(|| "it is another kind of instrument".to_owned())
}
