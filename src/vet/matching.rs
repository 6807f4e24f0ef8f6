//! Which records a clause speaks of.

use std::collections::BTreeSet;

use super::actors::{Spot, Who, subjects};
use super::clause::{Clause, clauses};
use super::index::Index;
use super::sentence::Sentences;
use super::telling::is_occasion;
use super::topic::Topic;
use super::voice::{is_attributed, says};
use super::words::{Word, is_one_of};

/// A record that a clause speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'a> {
    pub(super) topic: &'a Topic,
    /// From 0 to 1.
    pub(super) score: f64,
    /// How many stems both have.
    pub(super) shared: usize,
}

/// Below this a clause speaks of something else.
const LEAST: f64 = 0.42;

/// A clause speaks of no more.
const MOST: usize = 8;

/// How much of the best one another must have to be meant too.
const BESIDE: f64 = 0.72;

/// A clause that names a record so well needs no sentence before it.
const NAMED: f64 = 0.52;

/// Who speaks of it; the best first.
pub(super) fn matches<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Vec<Match<'a>> {
    let found = of_clause(index, sentences, clause);
    let is_named = found.first().is_some_and(|best| best.score >= NAMED);
    if is_named || !goes_on(clause) {
        return found;
    }
    let before = of_before(index, sentences, clause);
    if before.is_empty() { found } else { before }
}

/// Does a clause begin with a word for what the sentence before speaks of? Not with somebody who does more.
fn goes_on(clause: &Clause<'_>) -> bool {
    const WHO: [&str; 7] = ["he", "she", "his", "her", "its", "their", "there"];
    let first = clause.sentence.words.first();
    let is_who = first.is_some_and(|word| WHO.contains(&word.low.as_str()));
    clause.words.start == 0 && !is_who && clause.sentence.goes_on()
}

/// What the sentence before speaks of, where the clause tells nothing of it that its record has not:
/// "That was in May", "They were signed in Moscow".
fn of_before<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Vec<Match<'a>> {
    /// Verbs of being and beginning, which everything does.
    const BEING: &str = "happened began begun started occurred held dates dated signed agreed concluded \
        established opened ended exists existed covers covered runs ran lasts lasted hosted";
    let sentence = clause.sentence;
    let Some(before) = sentences.before(sentence) else {
        return Vec::new();
    };
    let named = |at: usize| sentence.spots.iter().any(|spot| spot.words.contains(&at));
    // "…, if the article is right"
    let is_if = |word: &Word| word.low == "if" && word.mark == Some(',');
    let aside = sentence.words.iter().position(is_if).unwrap_or(usize::MAX);
    let own: Vec<&String> = sentence
        .words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            let is_being = is_one_of(BEING, &word.low);
            let is_told = says(&word.low) || is_occasion(word) || *at >= aside;
            let is_plain = !word.quoted && !word.stem.is_empty() && !is_being && !is_told;
            clause.words.contains(at) && is_plain && !named(*at)
        })
        .map(|(_, word)| &word.stem)
        .collect();
    // Where it was is compared by itself.
    let is_host = |at: usize| at > 1 && sentence.words[at - 2].low == "hosted";
    let spots = sentence.spots.iter();
    let says_it = |spot: &Spot| is_attributed(&sentence.words, spot);
    let takers = spots.filter(|spot| !is_host(spot.words.start) && !says_it(spot));
    let actors: Vec<Who> = takers.map(|spot| spot.who).collect();
    let all = clauses(before);
    let mut found: Vec<Match<'a>> = all
        .iter()
        .flat_map(|clause| of_clause(index, sentences, clause))
        .filter(|one| one.score >= NAMED)
        .filter(|one| own.iter().all(|stem| one.topic.raw.contains(*stem)))
        .filter(|one| actors.iter().all(|who| one.topic.actors.contains(who)))
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// Who a clause speaks of by its own words. `bound` are the records that a footnote names: they count as
/// meant where they share anything.
fn of_clause<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Vec<Match<'a>> {
    let about = About::new(index, sentences, clause);
    let plain = substance(clause);
    let bound = &clause.sentence.bound;
    let bound_topics = bound.iter().filter_map(|record| index.topic(*record));
    let mut found: Vec<Match<'a>> = bound_topics
        .map(|topic| rate(index, topic, &about))
        .map(|one| Match {
            score: one.score + 0.3,
            ..one
        })
        .collect();
    if found.is_empty() {
        let places = index.sharing(&about.stems).into_iter();
        found = places
            .map(|at| rate(index, &index.topics[at], &about))
            .filter(|one| one.shared > 1 || one.topic.title.len() == 1 && one.shared == 1)
            .filter(|one| {
                let is_dated = || about.dates.iter().any(|date| has_date(one.topic, date));
                plain.iter().any(|stem| one.topic.all.contains(stem)) || is_dated()
            })
            .collect();
    }
    found.retain(|one| one.score >= LEAST);
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = found.first().map_or(0.0, |best| best.score);
    found.retain(|one| one.score >= best * BESIDE);
    found.truncate(MOST);
    found
}

/// So much of a title, summary or passage names its record.
const MOST_OF: f64 = 0.62;

/// Two words in common must be so much of a title, summary or passage.
const LITTLE: f64 = 0.38;

/// A record of which a clause has less is not named by it.
const UNNAMED: f64 = 0.49;

/// What a stem of the title counts that is only near: in the rest of the sentence, in the one before.
const AROUND: f64 = 0.5;

/// What the rest of a sentence and the one before it are about.
fn around(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    own: &BTreeSet<String>,
) -> BTreeSet<String> {
    std::iter::once(clause.sentence)
        .chain(sentences.context(clause.sentence))
        .flat_map(|one| subjects(&index.lexicon, one.words.iter().enumerate(), &one.spots))
        .filter(|stem| !own.contains(stem))
        .collect()
}

/// The stems that are no part of a name: a record that shares only names is not meant.
fn substance(clause: &Clause<'_>) -> BTreeSet<String> {
    let sentence = clause.sentence;
    let named = |at: usize| sentence.spots.iter().any(|spot| spot.words.contains(&at));
    let words = sentence.words.iter().enumerate();
    let own = words.filter(|(at, word)| clause.words.contains(at) && !named(*at) && !word.quoted);
    own.map(|(_, word)| word.stem.clone())
        .filter(|stem| !stem.is_empty())
        .collect()
}

/// What a name that is not one of the two sides counts, and a date.
const BONUS: f64 = 0.08;

/// How much less a name counts that the record does not have.
const STRANGE: f64 = 0.5;

/// What a clause is about.
struct About {
    stems: BTreeSet<String>,
    /// Those of who only says it.
    voices: BTreeSet<String>,
    around: BTreeSet<String>,
    named: BTreeSet<Who>,
    /// Its dates that are more than a year, and decades, as EDTF.
    dates: Vec<String>,
}

impl About {
    fn new(index: &Index<'_>, sentences: &Sentences<'_>, clause: &Clause<'_>) -> Self {
        /// Characters of a year in EDTF.
        const YEAR: usize = 4;
        let stems = clause.stems(&index.lexicon);
        let spots = clause.sentence.spots.iter();
        let named = spots.filter(|spot| clause.words.contains(&spot.words.start));
        let range = clause.range();
        let dates = clause
            .sentence
            .real_dates()
            .filter(|date| range.contains(&date.range.start))
            .filter_map(|date| date.edtf.clone());
        // "The animals have moved": what no record calls so is what was named before.
        let head = clause.sentence.words.get(1).map(|word| &word.stem);
        let is_head = clause.words.start == 0 && clause.sentence.goes_on();
        let mut stems = stems;
        if let Some(head) = head.filter(|head| is_head && !index.is_known(head)) {
            stems.remove(head);
        }
        Self {
            around: around(index, sentences, clause, &stems),
            stems,
            voices: clause.voices(),
            named: named.map(|spot| spot.who).collect(),
            dates: dates
                .filter(|date| date.len() > YEAR || date.ends_with('X'))
                .collect(),
        }
    }
}

fn rate<'a>(index: &Index<'_>, topic: &'a Topic, about: &About) -> Match<'a> {
    let stems = &about.stems;
    // Who says it counts only where the record knows of it.
    let is_own = |stem: &&String| !about.voices.contains(*stem) || topic.all.contains(*stem);
    let own: Vec<&String> = stems.iter().filter(is_own).collect();
    let is_shared = |stem: &&String| topic.all.contains(*stem);
    let shared: Vec<&String> = own.iter().copied().filter(is_shared).collect();
    let is_near = |stem: &&String| about.around.contains(*stem);
    let near: Vec<&String> = topic.title.iter().filter(is_near).collect();
    let recall = recall(index, topic, about, (&own, &shared, &near));
    let precision = precision(index, topic, about, (&own, &shared));
    let foreign = |who: &&Who| !index.lexicon.is_side(**who) && topic.actors.contains(who);
    let common = about.named.iter().any(|who| foreign(&who));
    // The very day, month or span says as much as a name.
    let is_dated = about.dates.iter().any(|date| has_date(topic, date));
    let bonus = BONUS * f64::from(u8::from(common) + u8::from(is_dated));
    let coverage = || coverage(index, topic, stems);
    let matched = 0.5 * recall + 0.45 * precision + bonus;
    // Two words that are all of a clause but for names.
    let plain = || own.iter().filter(|stem| !is_name(stem));
    let is_all = || plain().count() == 2 && plain().all(|stem| topic.all.contains(*stem));
    let is_meant = is_dated || shared.len() == 2 && is_all();
    let score = matched.max(told_in_full(shared.len(), precision, is_meant, coverage));
    // A title of one word is in common with much else.
    let is_lone = shared.len() == 1 && near.is_empty() && precision < 0.5;
    // A verb and a name in common are no matter in common.
    let is_little = shared.len() == 2 && near.is_empty() && coverage() < LITTLE;
    Match {
        topic,
        score: if is_little || is_lone {
            score.min(UNNAMED)
        } else {
            score
        },
        shared: if shared.is_empty() {
            0
        } else {
            shared.len() + near.len()
        },
    }
}

fn is_name(stem: &str) -> bool {
    stem.starts_with('@')
}

/// How much of the title of a topic a clause has: of its own stems, those that both have and those of the
/// title that are near.
fn recall(
    index: &Index<'_>,
    topic: &Topic,
    about: &About,
    (own, shared, near): (&[&String], &[&String], &[&String]),
) -> f64 {
    // "Bilateral agreements with several countries" are what each record of a family is about.
    let knows_all = || {
        own.iter()
            .all(|stem| is_name(stem) || topic.all.contains(*stem))
    };
    let has_family = || index.family(topic.record).next().is_some();
    let is_family = shared.len() > 1 && has_family() && knows_all();
    let has = |stem: &&String| about.stems.contains(*stem);
    let is_asked = |stem: &&String| !is_family || !is_name(stem) || has(stem);
    let of_title = index.weights(topic.title.iter().filter(has));
    let of_title = of_title + AROUND * index.weights(near.iter().copied());
    let whole = index.weights(topic.title.iter().filter(is_asked));
    if whole > 0.0 { of_title / whole } else { 0.0 }
}

/// How much of a clause a topic has: of its own stems, those that both have.
fn precision(
    index: &Index<'_>,
    topic: &Topic,
    about: &About,
    (own, shared): (&[&String], &[&String]),
) -> f64 {
    // Somebody in the place of a party makes it no other matter, where another party is named.
    let is_shared = shared.len() > 2 && about.named.iter().any(|who| topic.actors.contains(who));
    let stranger = |stem: &&&String| is_shared && is_name(stem) && !topic.all.contains(**stem);
    let strangers = index.weights(own.iter().filter(stranger).copied());
    let all = index.weights(own.iter().copied()) - STRANGE * strangers;
    // "University" is near what is about "Russian universities", which is a name.
    let of_names = own
        .iter()
        .copied()
        .filter(|stem| !topic.all.contains(*stem) && topic.raw.contains(*stem));
    let both = index.weights(shared.iter().copied()) + AROUND * index.weights(of_names);
    if all > 0.0 { both / all } else { 0.0 }
}

/// Has a topic a date, as EDTF?
fn has_date(topic: &Topic, date: &str) -> bool {
    topic.dates.iter().any(|own| own.edtf() == Some(date))
}

/// The share of a title, summary or passage that a clause has, of the one of which it has most.
fn coverage(index: &Index<'_>, topic: &Topic, stems: &BTreeSet<String>) -> f64 {
    let shares = topic.each.iter().map(|own| {
        let whole = index.weights(own);
        let both = index.weights(own.intersection(stems));
        if whole > 0.0 { both / whole } else { 0.0 }
    });
    shares.fold(0.0, f64::max)
}

/// A clause that says nothing else than a summary or a passage does means its record, whatever the title
/// says; two words must be a good part of one of them.
fn told_in_full(shared: usize, precision: f64, is_meant: bool, coverage: impl Fn() -> f64) -> f64 {
    match shared {
        2 if is_meant && coverage() > MOST_OF => NAMED + 0.01,
        2 if precision > 0.95 && coverage() > LITTLE => 0.55,
        0..=2 => 0.0,
        // So many of the words of a passage mean it, whatever stands beside.
        3.. if 0.68 * precision < NAMED && coverage() > MOST_OF => NAMED + 0.01,
        _ => 0.68 * precision,
    }
}
