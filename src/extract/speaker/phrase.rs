//! The phrases that name who speaks: before a verb and at the head of a sentence.

mod forward;
mod relative;

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::name::People;
use super::super::reading::Reading;
use super::frame::Frame;

/// Items that a phrase is looked for in, at most.
const REACH: usize = 60;

/// Words that no phrase goes over.
const EDGE: Class = {
    let marks = Class::COMMA
        .or(Class::STOP)
        .or(Class::COLON)
        .or(Class::SEMICOLON)
        .or(Class::DASH)
        .or(Class::OPENING)
        .or(Class::CLOSING)
        .or(Class::SAY)
        .or(Class::SAYING);
    let small = Class::PREPOSITION
        .or(Class::AND)
        .or(Class::CLAUSE)
        .or(Class::WHO);
    marks.or(small).or(Class::AUXILIARY).or(Class::ACCORDING)
};

/// Is it the adjective of a country in small letters behind an office, as in "le ministre serbe"?
fn describes_before(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::NATION)
        && !reading.is(at, Class::CAPITAL)
        && reading.is(at - 1, Class::ROLE)
}

/// What a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A mention of a person, by its place.
    Mention(usize),
    /// A word by which someone is meant who is named elsewhere: "she", "the minister", "officials".
    Word(usize),
    /// A name in capitals of which no more is known.
    Name,
}

/// A phrase that names who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its words, by their places in the reading.
    pub(super) words: Range<usize>,
    pub(super) head: Head,
    /// Is it one of two or more who speak together?
    pub(super) joint: bool,
}

/// Where a phrase was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) phrase: Phrase,
    /// Next to the verb, not by way of another clause.
    pub(super) direct: bool,
}

/// Finds phrases in a sentence.
pub(super) struct Finder<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) people: &'a People,
}

impl Finder<'_> {
    fn is(&self, at: usize, any: Class) -> bool {
        self.frame.is(at, any)
    }

    /// The subject before the verb at `verb`.
    pub(super) fn before(&self, verb: usize) -> Option<Found> {
        let direct = |phrase| Found {
            phrase,
            direct: true,
        };
        let at = self.skip_back(verb);
        let last = at.checked_sub(1)?;
        if self.frame.is_quote(last) {
            return None;
        }
        if self.is(last, Class::WHO) {
            let end = last - usize::from(last > 0 && self.is(last - 1, Class::COMMA));
            let near = self.ending(end);
            // "said Ng, head of the Chamber of Hue, who recalled"
            let far = || self.apposed(end).filter(|_| end < last);
            let somebody = near.clone().filter(|phrase| self.is_somebody(phrase));
            return somebody.or_else(far).or(near).map(direct);
        }
        if self.is(last, Class::COMMA) {
            return self
                .around_relative(last)
                .or_else(|| self.named(last))
                .or_else(|| self.apposed(last))
                .map(direct)
                .or_else(|| self.remote(last));
        }
        if let Some(phrase) = self.stressed(last) {
            return Some(direct(phrase));
        }
        if self.is(
            last,
            Class::AND | Class::CLAUSE | Class::PREPOSITION | Class::SAYING,
        ) {
            return self.remote(last);
        }
        let found = self.ending(at)?;
        Some(direct(self.of_relative(&found).unwrap_or(found)))
    }

    /// Who is stressed before "that": "it was the ministry that said".
    fn stressed(&self, that: usize) -> Option<Phrase> {
        let phrase = Some(that)
            .filter(|at| self.frame.reads(*at, &["that"]))
            .and_then(|at| self.ending(at))?;
        let start = self.frame.place(phrase.words.start)?.checked_sub(2)?;
        let it_was = self.frame.reads(start, &["it"]) && self.is(start + 1, Class::BE);
        it_was.then_some(phrase)
    }

    /// Before adverbs, auxiliaries and brackets between subject and verb.
    fn skip_back(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0 {
            let french = self.is(verb, Class::FRENCH) && self.frame.reads(at - 1, &["a", "t", "-"]);
            if self.is(at - 1, Class::CLOSING) {
                match self.opening(at - 1) {
                    Some(open) => at = open,
                    None => return at,
                }
            } else if french || self.is_filler(at - 1) {
                at -= 1;
            } else {
                break;
            }
        }
        at
    }

    /// An adverb, an auxiliary or a day.
    fn is_filler(&self, at: usize) -> bool {
        let time = at > 0 && self.is(at, Class::TIME) && self.is(at - 1, Class::LETTER);
        self.frame.is_filler(at) || time
    }

    /// The bracket that the one at `close` closes.
    fn opening(&self, close: usize) -> Option<usize> {
        let least = close.saturating_sub(REACH);
        (least..close).rev().find(|at| self.is(*at, Class::OPENING))
    }

    /// The name between commas behind its title: "the envoy, Arthur Ng, …".
    fn named(&self, comma: usize) -> Option<Phrase> {
        let last = self.frame.word(comma.checked_sub(1)?)?;
        let at = self.people.place(last)?;
        let mention = &self.people.mentions[at];
        let titled = mention
            .title
            .as_ref()
            .is_some_and(|title| title.end < mention.name.start);
        // "His host, Armenian Minister Hakobyan, spoke of": an apposition is set off by commas.
        let set_off = mention.title.is_some()
            && self
                .frame
                .place(mention.words.start)
                .is_some_and(|start| start > 1 && start < 6 && self.is(start - 1, Class::COMMA));
        let titled = titled || set_off;
        let phrase = Phrase {
            words: mention.words.clone(),
            head: Head::Mention(at),
            joint: false,
        };
        (titled && mention.words.end == last + 1).then_some(phrase)
    }

    /// The phrase that the comma at `comma` ends an apposition to: "Ng, the envoy, …".
    fn apposed(&self, comma: usize) -> Option<Phrase> {
        let least = comma.saturating_sub(REACH);
        let mut at = comma;
        while at > least {
            at -= 1;
            if self.is(at, Class::STOP | Class::SEMICOLON | Class::COLON) || self.frame.is_quote(at)
            {
                // The full stop of an abbreviation does not end the sentence.
                let short = at > 0 && self.is(at - 1, Class::SHORT | Class::UPPER)
                    || self.is(at.wrapping_sub(1), Class::CAPITAL);
                if !short || self.frame.is_quote(at) {
                    return None;
                }
            }
            if !self.is(at, Class::COMMA) || !self.opens_apposition(at + 1) {
                continue;
            }
            let phrase = self.ending(self.before_bracket(at));
            if let Some(phrase) =
                phrase.filter(|phrase| self.is_somebody(phrase) || self.is(at + 1, Class::DIGIT))
            {
                return Some(phrase);
            }
        }
        None
    }

    /// Is it a person, or a word for one or several?
    fn is_somebody(&self, phrase: &Phrase) -> bool {
        match phrase.head {
            Head::Mention(_) => true,
            Head::Word(word) => self.frame.reading().is(
                word,
                Class::ROLE | Class::PEOPLE | Class::BODY | Class::NATION | Class::UPPER,
            ),
            Head::Name => false,
        }
    }

    fn before_bracket(&self, at: usize) -> usize {
        match at
            .checked_sub(1)
            .filter(|last| self.is(*last, Class::CLOSING))
        {
            Some(close) => self.opening(close).unwrap_or(at),
            None => at,
        }
    }

    fn opens_apposition(&self, at: usize) -> bool {
        let noun = Class::DETERMINER | Class::WHO | Class::ROLE | Class::MODIFIER | Class::NATION;
        let more = Class::DIGIT | Class::POSSESSIVE | Class::SAYING | Class::PREPOSITION;
        let opens = noun | more | Class::CLAUSE | Class::UPPER;
        let party = self.is(at + 1, Class::HYPHEN);
        party || self.is(at, opens) || !self.is(at, Class::CAPITAL)
    }

    /// The phrase that ends before `end`, with what it is the head of: "a lawyer for the firm".
    fn ending(&self, end: usize) -> Option<Phrase> {
        let mut found = self.chunk(end)?;
        let first = found.clone();
        // The head is further left: "a spokesman for the ministry".
        let mut start = self.frame.place(found.words.start)?;
        for _ in 0..4 {
            let Some(link) = start
                .checked_sub(1)
                .filter(|at| self.is(*at, Class::PREPOSITION))
            else {
                break;
            };
            let Some(outer) = self.chunk(link) else {
                break;
            };
            if self.is_noun(&outer) {
                found = Phrase {
                    words: outer.words.start..first.words.end,
                    ..outer
                };
            } else if outer.head != Head::Name {
                break;
            }
            start = self.frame.place(outer.words.start)?;
        }
        if let Some(start) = self.joint(&found) {
            found.words.start = start;
            found.joint = true;
        }
        (found.words.len() <= REACH)
            .then_some(found)
            .or(Some(first))
    }

    /// Can the phrase have a complement, as "a spokesman" has?
    fn is_noun(&self, phrase: &Phrase) -> bool {
        let noun = Class::ROLE | Class::PEOPLE | Class::BODY;
        match phrase.head {
            Head::Mention(_) => true,
            Head::Word(word) => self.frame.reading().is(word, noun),
            Head::Name => self.frame.reading().is(phrase.words.end - 1, noun),
        }
    }

    /// Where the first of two or more begins who speak together: "Putin and Ng", "Laos, Vietnam".
    fn joint(&self, phrase: &Phrase) -> Option<usize> {
        let link = self.frame.place(phrase.words.start)?.checked_sub(1)?;
        let before = self.chunk(link)?;
        let first = self.frame.place(before.words.start)?;
        let word = before.words.end - 1;
        let nation = self.frame.reading().is(word, Class::NATION) && first == 0;
        let opens =
            first == 0 || self.is(first - 1, Class::COMMA) || self.frame.is_quote(first - 1);
        let named = matches!(before.head, Head::Mention(_)) || nation;
        let linked = self.is(link, Class::AND) || self.is(link, Class::COMMA) && nation;
        (opens && named && linked).then_some(before.words.start)
    }

    /// The words before `end` that belong together.
    fn chunk(&self, end: usize) -> Option<Phrase> {
        let reading = self.frame.reading();
        let last = self.frame.word(end.checked_sub(1)?)?;
        if let Some(at) = self.people.place(last) {
            let mention = &self.people.mentions[at];
            return Some(Phrase {
                words: mention.words.clone(),
                head: Head::Mention(at),
                joint: false,
            });
        }
        let single = |head| {
            Some(Phrase {
                words: last..last + 1,
                head,
                joint: false,
            })
        };
        if reading.is(last, Class::THIRD | Class::PRONOUN) && !reading.is(last, Class::POSSESSIVE) {
            return single(Head::Word(last));
        }
        if !reading.is(last, Class::LETTER)
            || reading.is(last, EDGE | Class::DETERMINER) && !reading.is(last, Class::CAPITAL)
        {
            return None;
        }
        let mut start = end - 1;
        while start > 0 && end - start < 10 {
            let at = start - 1;
            let edge = self.is(at, EDGE.without(Class::AUXILIARY))
                || self.is(at, Class::AUXILIARY) && !self.is(at, Class::POSSESSIVE);
            if edge || !self.is(at, Class::LETTER | Class::HYPHEN | Class::DIGIT) {
                break;
            }
            start = at;
            if self.is(at, Class::DETERMINER) {
                break;
            }
        }
        let words = self.frame.word(start)?..last + 1;
        let head = self.head(words.clone());
        Some(Phrase {
            words,
            head,
            joint: false,
        })
    }

    /// What the last word of a phrase is.
    fn head(&self, words: Range<usize>) -> Head {
        let reading = self.frame.reading();
        let mut last = words.end - 1;
        // "le ministre serbe": the adjective follows its noun.
        if last > words.start && describes_before(reading, last) {
            last -= 1;
        }
        let noun = Class::ROLE | Class::PEOPLE | Class::BODY | Class::NATION;
        let article = reading.is(words.start, Class::DETERMINER);
        if reading.is(last, Class::CAPITAL)
            && !reading.is(last, noun)
            && !article
            && !reading.is(last, Class::UPPER)
        {
            Head::Name
        } else {
            Head::Word(last)
        }
    }

    /// The subject of the clause or sentence, where the verb only goes on.
    fn remote(&self, before: usize) -> Option<Found> {
        let phrase = self.main(before)?;
        Some(Found {
            phrase,
            direct: false,
        })
    }
}
