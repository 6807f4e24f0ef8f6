//! Who is said to assert something, compared with who asserts it.

use std::ops::Range;

use super::case::Case;
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::negation::denies;
use crate::vet::roles;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::stage;
use crate::vet::topic::Read;
use crate::vet::voice::{is_attributed, office, says};
use crate::vet::words::{Word, is_one_of};

impl Case<'_> {
    /// What one person asserts, said to be asserted by another.
    pub(super) fn voice(&self) -> Option<Finding> {
        if let Some(finding) = self.other_origin() {
            return Some(finding);
        }
        let owners = self.owners(self.best);
        let (first, rest) = owners.split_first()?;
        let (range, wrong) = self.other(&owners).or_else(|| self.other_office(&owners))?;
        let title = |who: &Ref| self.index.dossier.title(*who);
        let name = rest
            .iter()
            .fold(title(first), |all, one| all + " and " + &title(one));
        let finding = Finding::new(self.item, Verdict::Misattributed, range);
        let note = format!(
            "speaker: said by {name}, not by {wrong}: “{}”",
            self.title()
        );
        Some(finding.of(self.best.topic.record).note(note).suggest(name))
    }

    /// Does the text tell what somebody asserts, and does the dossier have that from the same one?
    pub(super) fn is_said_by_its_owner(&self) -> bool {
        let owners = self.owners(self.best);
        let speakers = speakers(self.index, self.sentences, self.clause);
        owners.iter().any(|owner| speakers.contains(owner))
    }

    /// What somebody tells, of whom the text says that they do not tell it: the word that denies.
    pub(super) fn silenced(&self) -> Option<Finding> {
        // "He did not claim that it had been one", of what he denied himself.
        let is_denial = |text: &Read| denies(text.words.iter());
        if self.read(self.best).iter().any(is_denial) {
            return None;
        }
        let owners = self.owners(self.best);
        let sentence = self.clause.sentence;
        let is_here = |at: usize| self.clause.words.contains(&at);
        let spots = sentence.spots.iter();
        let named = spots
            .filter(|spot| is_here(spot.words.start))
            .filter(|spot| owners.iter().any(|who| spot.who == Who::Record(*who)))
            .map(|spot| spot.words.end);
        let is_owner = |at: &usize| {
            let word = &sentence.words[*at];
            let is_pronoun = matches!(word.low.as_str(), "he" | "she");
            let meant = || pronoun(self.index, self.sentences, sentence, word);
            is_pronoun && meant().is_some_and(|who| owners.contains(&who))
        };
        let pronouns = self.clause.words.clone().filter(is_owner).map(|at| at + 1);
        let mut ends = named.chain(pronouns);
        let (not, behind) = ends.find_map(|end| {
            let words = sentence.words.get(end..self.clause.words.end)?;
            let (not, behind) = silence(words)?;
            Some((&words[not], &words[behind..]))
        })?;
        // Of somebody whom no text of the record names nothing is said.
        let start = behind.first().map_or(usize::MAX, |word| word.range.start);
        let mut others = sentence.spots.iter().filter(|spot| {
            is_here(spot.words.start) && sentence.words[spot.words.start].range.start >= start
        });
        let is_named = |who: Who| {
            let mut all = self.read(self.best).iter().flat_map(|text| &text.spots);
            all.any(|spot| spot.who == who)
        };
        if others.any(|spot| !is_named(spot.who)) {
            return None;
        }
        // How far it has come may be what is not said: "He did not say that it had been built."
        let stated = stage::stated(behind);
        let other = stated
            .zip(self.best.topic.stage)
            .is_some_and(|(told, own)| told != own);
        let title = self.title();
        let note = format!("negation: the dossier says that it is so: “{title}”");
        (!other).then(|| self.wrong(self.item, not.range.clone(), note))
    }

    /// The people who assert what a record tells.
    pub(super) fn owners(&self, one: &Match<'_>) -> Vec<Ref> {
        let record = one.topic.record;
        let mut owners = match record.kind {
            Kind::Claim => {
                let claim = &self.index.dossier.claims[record.at];
                let owner = claim
                    .asserted_by
                    .as_ref()
                    .and_then(|id| self.index.dossier.find(id));
                owner.into_iter().collect()
            }
            _ => self.index.speakers_of(record),
        };
        if owners.is_empty() && record.kind == Kind::Event {
            owners.extend(self.told_by(one));
        }
        owners.retain(|who| who.kind == Kind::Person);
        owners
    }

    /// Those in whose words the summary of a record has it: "…, according to Ilya Doronov".
    fn told_by(&self, one: &Match<'_>) -> Option<Ref> {
        let text = self.read(one).get(1)?;
        let is_sayer = |spot: &&Spot| is_attributed(&text.words, spot);
        let mut sayers = text
            .spots
            .iter()
            .filter(is_sayer)
            .filter_map(|spot| match spot.who {
                Who::Record(who) if who.kind == Kind::Person => Some(who),
                _ => None,
            });
        let first = sayers.next()?;
        sayers.all(|who| who == first).then_some(first)
    }

    /// Somebody else who is named as the one who says it.
    fn other(&self, owners: &[Ref]) -> Option<(Range<usize>, String)> {
        let words = &self.clause.sentence.words;
        let is_claim = self.best.topic.record.kind == Kind::Claim;
        let mut speakers = self.clause.sentence.spots.iter().filter_map(|spot| {
            let is_here = self.clause.words.contains(&spot.words.start);
            let quoted = words[spot.words.start].quoted;
            match spot.who {
                Who::Record(who)
                    if is_here && !quoted && (is_claim || who.kind == Kind::Person) =>
                {
                    let hopes = || is_claim && expects(words, spot);
                    // Thanks are a deed.
                    let behind = words.get(spot.words.end);
                    let thanks = behind.is_some_and(|word| word.stem == "thank");
                    let says = is_attributed(words, spot) || hopes();
                    (says && !thanks).then_some((spot, who))
                }
                _ => None,
            }
        });
        // Who takes part in it may speak of it too, where its record has as much of the clause.
        let voices = self.clause.voices();
        let stems = self.clause.stems(&self.index.lexicon);
        let count = |one: &Match<'_>| {
            let own = stems.iter().filter(|stem| !voices.contains(*stem));
            own.filter(|stem| one.topic.all.contains(*stem)).count()
        };
        let most = count(self.best);
        let knows = |who: Ref| {
            // A body may be behind a record that is not so near.
            let near = if who.kind == Kind::Person {
                self.near
            } else {
                self.all
            };
            near.iter().any(|one| {
                let takes_part = one.topic.actors.contains(&Who::Record(who));
                let is_told = !is_claim || count(one) >= most;
                is_told && (takes_part || self.owners(one).contains(&who))
            })
        };
        let (spot, who) = speakers.next().filter(|(_, who)| !knows(*who))?;
        if owners.contains(&who) || self.index.is_voice(spot.who) {
            return None;
        }
        // A body speaks for those of its country.
        let country = |who: Ref| self.index.country_of(Who::Record(who));
        let speaks_for = |owner: &Ref| country(*owner).is_some() && country(*owner) == country(who);
        if who.kind != Kind::Person && owners.iter().any(speaks_for) {
            return None;
        }
        // "…," he said when …: whose words are quoted is not who says the rest.
        let before = spot.words.start.checked_sub(1).map(|at| &words[at]);
        let behind = words.get(spot.words.end + 1);
        if !is_claim && before.into_iter().chain(behind).any(|word| word.quoted) {
            return None;
        }
        let range = words[spot.words.start].range.start..words[spot.words.end - 1].range.end;
        Some((range, self.index.dossier.title(who)))
    }

    /// "the Lao president said": an office that none of those who say it has.
    fn other_office(&self, owners: &[Ref]) -> Option<(Range<usize>, String)> {
        let words = &self.clause.sentence.words;
        let found = office(words, self.clause.words.clone())?;
        let range = words[found.start].range.start..words[found.end - 1].range.end;
        let title = self.clause.sentence.words_of(&range);
        let knows = |who: &Ref| roles::holds(self.index, title, *who) != Some(false);
        (!owners.iter().any(knows)).then(|| (range.clone(), format!("the {title}")))
    }
}

/// The people whom a clause names as those who say it, by name, by a pronoun or by what they are: "Putin
/// said", "she recalled", "the author expects".
pub(in crate::vet::facts) fn speakers(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Vec<Ref> {
    let sentence = clause.sentence;
    let spots = sentence.spots.iter();
    let here = spots.filter(|spot| clause.words.contains(&spot.words.start));
    let mut found: Vec<Ref> = here
        .filter(|spot| is_attributed(&sentence.words, spot))
        .filter_map(|spot| match spot.who {
            Who::Record(who) => Some(who),
            Who::Country(_) => None,
        })
        .collect();
    let words = sentence.words.get(clause.words.clone()).unwrap_or_default();
    for pair in words.windows(2).filter(|pair| !pair[0].quoted) {
        let (who, verb) = (pair[0].low.as_str(), pair[1].low.as_str());
        let tells = || says(verb) || matches!(verb, "expects" | "expected" | "foresees");
        match who {
            "he" | "she" if tells() => found.extend(pronoun(index, sentences, sentence, &pair[0])),
            "author" if tells() || verb == "of" => found.extend(authors(index)),
            _ => {}
        }
    }
    found
}

/// The person whom a pronoun of a sentence means.
fn pronoun(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    word: &Word,
) -> Option<Ref> {
    let meant = sentences.meant_by(&word.range);
    let meant = meant.and_then(|id| index.dossier.find(id));
    meant.or_else(|| sentences.person_before(sentence))
}

/// "did not claim that …", "never mentioned …", behind the one who speaks: the places of the word that denies
/// and of what is not told. "He did not say when" leaves that open.
fn silence(words: &[Word]) -> Option<(usize, usize)> {
    const TELLING: &str = "mention mentioned say said claim claimed tell told state stated note noted \
        assert asserted argue argued maintain maintained suggest suggested acknowledge acknowledged point \
        pointed call called describe described concede conceded confirm confirmed recall recalled add added \
        credit credited stress stressed";
    const OPEN: &str =
        "when where which who whom whose what how why whether if much more a any anything";
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let does = is_one_of("did does do has had have", low(0));
    let (not, mut at) = match low(0) {
        _ if does && matches!(low(1), "not" | "never") => (1, 2),
        "never" => (0, 1),
        first if first.ends_with("n't") => (0, 1),
        _ => return None,
    };
    while low(at).ends_with("ly") || is_one_of("even ever once actually also", low(at)) {
        at += 1;
    }
    if !is_one_of(TELLING, low(at)) || words[at].quoted {
        return None;
    }
    at += 1;
    let is_aside = words.get(at).is_some_and(|word| word.mark == Some(','))
        && words.get(at + 1).is_some_and(|word| word.mark == Some(','));
    at += usize::from(is_aside) + usize::from(low(at) == "out");
    (at < words.len() && !is_one_of(OPEN, low(at))).then_some((not, at))
}

/// "Putin expects more": is somebody named as the one who expects it?
fn expects(words: &[Word], spot: &Spot) -> bool {
    let verb = words.get(spot.words.end).filter(|verb| verb.mark.is_none());
    verb.is_some_and(|verb| {
        matches!(
            verb.low.as_str(),
            "expects" | "expected" | "hopes" | "hoped" | "fears" | "foresees"
        )
    })
}

/// The people who wrote the sources.
fn authors(index: &Index<'_>) -> Vec<Ref> {
    let all = index
        .dossier
        .sources
        .iter()
        .flat_map(|source| &source.author);
    let mut found: Vec<Ref> = all.filter_map(|id| index.dossier.find(id)).collect();
    found.sort();
    found.dedup();
    found
}
