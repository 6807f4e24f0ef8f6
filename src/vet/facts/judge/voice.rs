//! Who is said to assert something, compared with who asserts it.

use std::ops::Range;

use super::case::Case;
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::roles;
use crate::vet::sentence::Sentences;
use crate::vet::voice::{is_attributed, office, says};

impl Case<'_> {
    /// What one person asserts, said to be asserted by another.
    pub(super) fn voice(&self) -> Option<Finding> {
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
        const TELLING: &str = "mention say tell name state note";
        let owners = self.owners(self.best);
        let words = &self.clause.sentence.words;
        let mut spots = self.clause.sentence.spots.iter();
        let not = spots.find_map(|spot| {
            let [did, not, verb, ..] = words.get(spot.words.end..)? else {
                return None;
            };
            let is_here = self.clause.words.contains(&spot.words.start) && !verb.quoted;
            let owns = owners.iter().any(|who| spot.who == Who::Record(*who));
            let denies = did.low == "did" && matches!(not.low.as_str(), "not" | "never");
            let tells = TELLING.split(' ').any(|low| low == verb.low);
            (is_here && owns && denies && tells).then_some(not)
        })?;
        let title = self.title();
        let note = format!("negation: the dossier says that it is so: “{title}”");
        Some(self.wrong(self.item, not.range.clone(), note))
    }

    /// The people who assert what a record tells.
    fn owners(&self, one: &Match<'_>) -> Vec<Ref> {
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
                Who::Record(who) if who.kind == Kind::Person && is_here && !quoted => {
                    is_attributed(words, spot).then_some((spot, who))
                }
                _ => None,
            }
        });
        // Who takes part in it may speak of it too.
        let knows = |who: Ref| {
            self.near.iter().any(|one| {
                let takes_part = one.topic.actors.contains(&Who::Record(who));
                takes_part || self.owners(one).contains(&who)
            })
        };
        let (spot, who) = speakers.next().filter(|(_, who)| !knows(*who))?;
        if owners.contains(&who) || self.index.is_voice(spot.who) {
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
pub(super) fn speakers(
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
            "he" | "she" if tells() => {
                let meant = sentences.meant_by(&pair[0].range);
                let meant = meant.and_then(|id| index.dossier.find(id));
                found.extend(meant.or_else(|| sentences.person_before(sentence)));
            }
            "author" if tells() || verb == "of" => found.extend(authors(index)),
            _ => {}
        }
    }
    found
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
