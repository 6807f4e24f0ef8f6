//! Somebody in the place of another, and a name in the place of another.

use std::ops::Range;

use super::case::Case;
use crate::dossier::{Kind, Ref};
use crate::vet::actors::Who;
use crate::vet::facts::place::{self, Standing};
use crate::vet::facts::support;
use crate::vet::finding::{Finding, Item};
use crate::vet::topic::Topic;
use crate::vet::voice::is_attributed;
use crate::vet::words::{Word, is_one_of};

impl Case<'_> {
    /// A person in the place of one who takes part for the same country, where the other people and the
    /// place are those of the record.
    pub(super) fn replaced(&self) -> Option<Finding> {
        let topic = self.best.topic;
        if !matches!(topic.record.kind, Kind::Event) || !support::is_deed(self.clause) {
            return None;
        }
        let places = place::of_clause(self.index, self.clause);
        let is_known =
            |one: &place::Place| place::standing(self.index, one, topic, true) == Standing::Known;
        let is_same = || places.is_empty() && self.is_same_deed();
        if !is_same() && (places.is_empty() || !places.iter().all(is_known)) {
            return None;
        }
        let words = &self.clause.sentence.words;
        let spots = self.clause.sentence.spots.iter().filter(|spot| {
            let is_here = self.clause.words.contains(&spot.words.start);
            is_here && is_person(spot.who) && !is_attributed(words, spot)
        });
        let (known, other): (Vec<_>, Vec<_>) = spots.partition(|spot| {
            let mut near = self.near.iter();
            near.any(|one| one.topic.actors.contains(&spot.who))
        });
        let [spot] = other.as_slice() else {
            return None;
        };
        let country = self.index.country_of(spot.who)?;
        let is_replaced = topic.actors.iter().any(|who| {
            let named = known.iter().any(|spot| spot.who == *who);
            is_person(*who) && !named && self.index.country_of(*who) == Some(country)
        });
        if known.is_empty() && !is_same() || !is_replaced {
            return None;
        }
        let range = words[spot.words.start].range.start..words[spot.words.end - 1].range.end;
        let name = self.index.name(spot.who);
        let note = format!("party: {name} takes no part in “{}”", self.title());
        Some(self.wrong(self.item, range, note))
    }

    /// Does the record know every word of the clause but names, and none says that it is another deed?
    fn is_same_deed(&self) -> bool {
        const ANOTHER: [&str; 6] = ["also", "too", "again", "another", "later", "earlier"];
        let spots = &self.clause.sentence.spots;
        let words = &self.clause.sentence.words;
        let named = |at: usize| spots.iter().any(|spot| spot.words.contains(&at));
        let plain = self
            .clause
            .words
            .clone()
            .filter(|at| !named(*at) && !words[*at].quoted);
        let plain: Vec<&Word> = plain.map(|at| &words[at]).collect();
        let stems: Vec<&Word> = plain
            .iter()
            .copied()
            .filter(|word| !word.stem.is_empty())
            .collect();
        let is_other = |word: &&Word| ANOTHER.contains(&word.low.as_str());
        let mut dates = self.clause.sentence.real_dates();
        !plain.iter().any(is_other)
            && dates.next().is_none()
            && stems.len() + self.others() > 1
            && stems
                .iter()
                .all(|word| self.best.topic.raw.contains(&word.stem))
    }

    /// How many bodies and countries the clause names that take part.
    fn others(&self) -> usize {
        let spots = self.clause.sentence.spots.iter();
        let here = spots.filter(|spot| self.clause.words.contains(&spot.words.start));
        let takes_part = |who: Who| !is_person(who) && self.best.topic.actors.contains(&who);
        here.filter(|spot| takes_part(spot.who)).count()
    }

    /// Somebody said to have done what the role of another was: "Putin moderated the session".
    pub(super) fn other_role(&self) -> Option<Finding> {
        const ROLES: [(&str, &str); 3] = [
            ("moderat", "moderator"),
            ("hosted", "host"),
            ("interviewed", "interviewer"),
        ];
        let topic = self.best.topic;
        let event = (topic.record.kind == Kind::Event)
            .then(|| &self.index.dossier.events[topic.record.at])?;
        let words = &self.clause.sentence.words;
        let spots = self.clause.sentence.spots.iter();
        let mut spots = spots.filter(|spot| self.clause.words.contains(&spot.words.start));
        let (spot, holder) = spots.find_map(|spot| {
            let verb = words.get(spot.words.end).filter(|verb| verb.mark.is_none());
            let before = |back: usize| spot.words.start.checked_sub(back).map(|at| &words[at]);
            let by = before(1).filter(|by| by.low == "by").and(before(2));
            let low = &by.or(verb)?.low;
            let (_, role) = ROLES.iter().find(|(verb, _)| low.starts_with(verb))?;
            let mut participants = event.participants.iter();
            let one = participants
                .find(|one| one.role.as_ref().is_some_and(|own| own.as_str() == *role))?;
            let holder = self.index.lexicon.actor(self.index.dossier, &one.who)?;
            let is_body = !is_person(spot.who) && self.index.is_voice(spot.who);
            (holder != spot.who && !is_body).then_some((spot, holder))
        })?;
        let range = words[spot.words.start].range.start..words[spot.words.end - 1].range.end;
        let name = self.index.name(holder);
        let note = format!("role: it was {name} in “{}”", self.title());
        Some(self.wrong(self.item, range, note).suggest(name))
    }

    /// "The finance ministries discuss it", of what the central banks discuss.
    pub(super) fn other_body(&self) -> Option<Finding> {
        let words = self.clause.sentence.words.get(self.clause.words.clone())?;
        let texts = self.read(self.best).iter();
        let known: Vec<_> = texts.flat_map(|text| bodies(&text.words)).collect();
        let own = |pair: &&[Word]| {
            let same =
                |other: &&[Word]| other[0].low == pair[0].low && other[1].stem == pair[1].stem;
            !pair[0].quoted && !known.iter().any(same)
        };
        let strange = bodies(words).find(own).filter(|_| !known.is_empty())?;
        let range = strange[0].range.start..strange[1].range.end;
        let title = self.title();
        let note = format!(
            "party: in “{title}” it is the {} {}",
            known[0][0].low, known[0][1].low
        );
        Some(self.wrong(self.item, range, note))
    }

    /// "the Korean War" where the passages of the record speak of the Vietnam War.
    pub(super) fn other_name(&self) -> Option<Finding> {
        let pairs = pairs(self.clause.sentence.words.get(self.clause.words.clone())?);
        let is_known = |low: &str, stem: &String| {
            let mut near = self.near.iter();
            near.any(|one| one.topic.raw.contains(stem) || one.topic.raw.contains(low))
        };
        pairs.into_iter().find_map(|(first, last)| {
            if is_known(&first.low, &first.stem) {
                return None;
            }
            let other = self.beside(&first.low, &last.low)?;
            let title = self.index.dossier.title(other);
            let range: Range<usize> = first.range.start..last.range.end;
            let note = format!("name: the passage of “{}” has “{title}”", self.title());
            let finding = self.wrong(Item::Event, range, note);
            Some(finding.suggest(title))
        })
    }

    /// "to invade Warsaw", where a record has "to invade Prague": another name behind the same verb.
    pub(super) fn other_object(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let words = sentence.words.get(self.clause.words.clone())?;
        let spots = &sentence.spots;
        let first = self.clause.words.start;
        let is_named = |at: usize| spots.iter().any(|spot| spot.words.contains(&(first + at)));
        let is_known = |stem: &String| self.all.iter().any(|one| one.topic.raw.contains(stem));
        let objects = objects(words);
        let mut strange = objects.iter().filter(|(_, at)| {
            let word = &words[*at];
            !is_named(*at) && !word.stem.is_empty() && !is_known(&word.stem)
        });
        let (at, known) = strange.find_map(|(verb, at)| {
            let mut read = self.read(self.best).iter();
            let known = read.find_map(|text| {
                let mut all = self::objects(&text.words).into_iter();
                let (_, at) = all.find(|(other, _)| other == verb)?;
                Some(&text.words[at])
            })?;
            Some((*at, known))
        })?;
        let word = &words[at];
        let title = self.title();
        let printed = {
            let mut letters = known.low.chars();
            let head = letters.next().map(|c| c.to_uppercase().to_string());
            head.unwrap_or_default() + letters.as_str()
        };
        let note = format!("name: “{title}” has {printed}");
        Some(self.wrong(Item::Event, word.range.clone(), note))
    }

    /// Another event of the same passages whose name ends with the same word; none where an event has
    /// this very name.
    fn beside(&self, first: &str, last: &str) -> Option<Ref> {
        let own = self.index.dossier.evidence(self.best.topic.record);
        let is_beside = |topic: &Topic| {
            let cited = self.index.dossier.evidence(topic.record);
            let mut all = cited.iter();
            all.any(|one| {
                let same = |other: &crate::dossier::Evidence| {
                    other.source == one.source && other.paragraph == one.paragraph
                };
                own.iter().any(same)
            })
        };
        let mut found = None;
        let events = self.index.topics.iter();
        for topic in events.filter(|topic| topic.record.kind == Kind::Event) {
            let Some(title) = topic.strings.first() else {
                continue;
            };
            let mut parts = title.split(' ');
            let (Some(one), Some(two), None) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let is_name =
                one.starts_with(char::is_uppercase) && two.starts_with(char::is_uppercase);
            if !is_name || two.to_lowercase() != last {
                continue;
            }
            if one.to_lowercase() == first {
                return None;
            }
            if found.is_none() && is_beside(topic) {
                found = Some(topic.record);
            }
        }
        found
    }
}

/// Bodies that are named by what they are for: "the central banks".
fn bodies(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    const FOR: &str = "central commercial finance foreign defence defense trade transport health interior justice \
        education energy";
    const KINDS: &str = "bank banks ministry ministries minister ministers university universities";
    let is_body = |pair: &&[Word]| {
        is_one_of(FOR, &pair[0].low) && is_one_of(KINDS, &pair[1].low) && !pair[0].capital
    };
    words.windows(2).filter(is_body)
}

fn is_person(who: Who) -> bool {
    matches!(who, Who::Record(record) if record.kind == Kind::Person)
}

/// Names right behind a verb or noun that is none: its stem, and the place of the name.
fn objects(words: &[Word]) -> Vec<(&String, usize)> {
    let all = (1..words.len()).filter(|at| {
        let (lead, name) = (&words[at - 1], &words[*at]);
        let is_name = name.capital && !name.quoted && name.mark.is_none();
        is_name && !lead.capital && !lead.quoted && !lead.stem.is_empty()
    });
    all.map(|at| (&words[at - 1].stem, at)).collect()
}

/// Two words with capitals side by side, outside of quotations.
fn pairs(words: &[Word]) -> Vec<(&Word, &Word)> {
    let all = words.windows(2).filter_map(|pair| match pair {
        [first, last] => Some((first, last)),
        _ => None,
    });
    let is_name = |(first, last): &(&Word, &Word)| {
        first.capital && last.capital && !first.quoted && !last.quoted && last.mark.is_none()
    };
    all.filter(is_name).collect()
}
