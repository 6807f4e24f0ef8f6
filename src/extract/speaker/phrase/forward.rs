//! Phrases from a place on: behind a verb, or where a sentence begins.

use super::super::super::lexicon::{Class, is_relation};
use super::{EDGE, Finder, Head, Phrase, REACH, describes_before};

impl Finder<'_> {
    /// The phrase with which the sentence begins, behind what leads in: "On Monday, Ng …".
    pub(in super::super) fn main(&self, limit: usize) -> Option<Phrase> {
        let mut at = 0;
        let limit = limit.min(REACH * 2);
        while at < limit {
            if self.frame.is_quote(at)
                || self.is(
                    at,
                    Class::AND | Class::ADVERB | Class::COMMA | Class::DASH | Class::COLON,
                )
            {
                at += 1;
            } else if self.leads_in(at) {
                at = self.behind_comma(at, limit)?;
            } else {
                break;
            }
        }
        let phrase = self.starting(at, limit);
        let named = phrase.as_ref().and_then(|phrase| self.of_another(phrase));
        named.or(phrase).or_else(|| self.first_mention(limit))
    }

    /// Who is named behind "Mrs Ng's predecessor,".
    fn of_another(&self, phrase: &Phrase) -> Option<Phrase> {
        let Head::Word(word) = phrase.head else {
            return None;
        };
        is_relation(self.frame.reading().word(word))
            .then(|| self.named_behind(phrase))
            .flatten()
    }

    /// Is it a word with which a clause begins that comes before the subject?
    fn leads_in(&self, at: usize) -> bool {
        let participle = self.frame.word(at).is_some_and(|word| {
            let text = self.frame.reading().word(word);
            let plain = self.people.place(word).is_none() && text.len() > 4;
            plain && (text.ends_with("ing") || text.ends_with("ed")) && at == 0
        });
        // "Back in Dhaka, Khatun …"
        let adverb = at == 0
            && self.is(1, Class::PREPOSITION)
            && !self.is(0, Class::ROLE | Class::PEOPLE | Class::BODY | Class::NATION)
            && self
                .frame
                .word(0)
                .is_some_and(|word| self.people.place(word).is_none())
            && (2..9).any(|at| self.is(at, Class::COMMA));
        let participle = participle || adverb;
        let small = Class::PREPOSITION | Class::CLAUSE | Class::SAYING | Class::ACCORDING;
        participle || self.is(at, small) || self.is(at, Class::TIME) && !self.is(at, Class::GIVEN)
    }

    fn behind_comma(&self, from: usize, limit: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for at in from..limit {
            if self.is(at, Class::OPENING) {
                depth += 1;
            } else if self.is(at, Class::CLOSING) {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && self.is(at, Class::COMMA) {
                return Some(at + 1);
            }
        }
        None
    }

    fn first_mention(&self, limit: usize) -> Option<Phrase> {
        let first = self.frame.items.first()?.at;
        let end = self.frame.items.get(limit).or(self.frame.items.last())?.at;
        let at = self.people.next(first);
        let mention = self
            .people
            .mentions
            .get(at)
            .filter(|m| m.words.start < end)?;
        self.frame.place(mention.words.start)?;
        Some(Phrase {
            words: mention.words.clone(),
            head: Head::Mention(at),
            joint: false,
        })
    }

    /// The phrase that begins at `at`.
    pub(in super::super) fn starting(&self, at: usize, limit: usize) -> Option<Phrase> {
        let reading = self.frame.reading();
        let article =
            usize::from(self.is(at, Class::DETERMINER) && !self.is(at, Class::POSSESSIVE));
        let word = self.frame.word(at + article).or(self.frame.word(at))?;
        if let Some(mention) = self.people.place(word) {
            let found = &self.people.mentions[mention];
            let owner = reading.is(found.words.end, Class::POSSESSIVE);
            if !owner && found.words.start == word {
                return Some(Phrase {
                    words: found.words.clone(),
                    head: Head::Mention(mention),
                    joint: self.goes_on(found.words.end),
                });
            }
        }
        let first = self.frame.word(at)?;
        if reading.is(first, Class::THIRD | Class::PRONOUN) && !reading.is(first, Class::POSSESSIVE)
        {
            return Some(Phrase {
                words: first..first + 1,
                head: Head::Word(first),
                joint: false,
            });
        }
        self.noun_from(at, limit)
    }

    /// Does another name follow with "and"?
    fn goes_on(&self, end: usize) -> bool {
        let reading = self.frame.reading();
        reading.is(end, Class::AND) && self.people.place(end + 1).is_some()
    }

    /// A phrase of nouns from `at` on, up to a verb, a mark or a preposition.
    fn noun_from(&self, at: usize, limit: usize) -> Option<Phrase> {
        let mut end = at;
        while end < limit.min(at + 12) && self.is(end, Class::LETTER | Class::HYPHEN | Class::DIGIT)
        {
            let own = self.is(end, Class::POSSESSIVE)
                || self.is(end, Class::NOUN) && end > at && !self.is(end, Class::PARTICLE);
            if self.is(end, EDGE) && !own && end > at || self.is(end, Class::ADVERB) && end > at {
                break;
            }
            end += 1;
            let noun = Class::ROLE | Class::PEOPLE | Class::BODY;
            if self.is(end - 1, noun)
                && !self.is(
                    end,
                    noun | Class::POSSESSIVE | Class::CAPITAL | Class::APOSTROPHE | Class::HYPHEN,
                )
                && !self.leads_to_name(end)
            {
                let adjective = self
                    .frame
                    .word(end)
                    .is_some_and(|word| describes_before(self.frame.reading(), word));
                end += usize::from(adjective);
                break;
            }
        }
        let reading = self.frame.reading();
        let words = self.frame.word(at)?..self.frame.word(end.checked_sub(1)?)? + 1;
        let lettered = words.clone().any(|at| reading.is(at, Class::LETTER));
        if words.is_empty() || !lettered || self.is(at, EDGE) {
            return None;
        }
        let last = words.end - 1;
        if let Some(mention) = self.people.place(last) {
            let start = words.start;
            return Some(Phrase {
                words: start..self.people.mentions[mention].words.end,
                head: Head::Mention(mention),
                joint: false,
            });
        }
        let head = self.head(words.clone());
        Some(Phrase {
            words,
            head,
            joint: false,
        })
    }

    /// Do a few words lead from a body to a name: "Green Party | budget expert Arthur Ng"?
    fn leads_to_name(&self, at: usize) -> bool {
        const MOST: usize = 4;
        let small = |at: &usize| self.is(*at, Class::LETTER) && !self.is(*at, EDGE | Class::ADVERB);
        let mut near = (at..at + MOST).take_while(small);
        near.any(|at| {
            let word = self.frame.word(at);
            let mention = word.and_then(|word| self.people.place(word));
            let found = mention.map(|mention| &self.people.mentions[mention].words);
            found
                .zip(word)
                .is_some_and(|(words, word)| words.start == word)
        })
    }

    /// The subject behind the verb at `verb`: "said Ng", "said the envoy, Arthur Ng".
    pub(in super::super) fn behind(&self, verb: usize) -> Option<Phrase> {
        let mut at = verb + 1;
        while self.is(at, Class::HYPHEN)
            || self.frame.reads(at, &["t"])
            || self.is_filler(at) && !self.is(at, Class::THIRD)
        {
            at += 1;
        }
        let limit = self.frame.items.len();
        if self.is(at, EDGE) && !self.is(at, Class::CAPITAL) {
            return None;
        }
        let phrase = self.starting(at, limit)?;
        Some(self.named_behind(&phrase).unwrap_or(phrase))
    }

    /// The name that follows an office and a comma.
    fn named_behind(&self, phrase: &Phrase) -> Option<Phrase> {
        let Head::Word(word) = phrase.head else {
            return None;
        };
        let reading = self.frame.reading();
        let end = self.frame.place(phrase.words.end - 1)? + 1;
        let name = end + 1 + usize::from(self.is(end + 1, Class::COMMA));
        if reading.is(word, Class::ROLE) && self.frame.is_quote(end) {
            return self.titled(phrase, name);
        }
        let comma = (end..end + 8).find(|at| {
            self.is(*at, Class::COMMA | Class::STOP | Class::SAY) || self.frame.is_quote(*at)
        })?;
        if !reading.is(word, Class::ROLE) || !self.is(comma, Class::COMMA) {
            return None;
        }
        self.titled(phrase, comma + 1)
    }

    /// The phrase with the name at `name`, if there is one.
    fn titled(&self, phrase: &Phrase, name: usize) -> Option<Phrase> {
        let at = self.people.place(self.frame.word(name)?)?;
        let mention = &self.people.mentions[at];
        Some(Phrase {
            words: phrase.words.start..mention.words.end,
            head: Head::Mention(at),
            joint: false,
        })
    }
}
