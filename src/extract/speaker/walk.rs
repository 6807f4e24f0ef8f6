//! Through a text from its beginning to its end, a sentence at a time: who speaks in each quote.

use std::ops::Range;

use super::super::confidence::Confidence;
use super::super::lexicon::Class;
use super::super::name::People;
use super::super::quote::marks::End;
use super::super::quote::span::Span;
use super::super::reading::Reading;
use super::answer::{Answer, Question};
use super::attribute::attribution;
use super::attribution::Attribution;
use super::cue::{self, Cue, Manner};
use super::frame::{Frame, frames};
use super::guest::Visit;
use super::memory::Memory;
use super::phrase::{Finder, Head};
use super::reference::{Reference, references};
use super::resolve::{Resolver, Speaker, Who};
use super::rules::{
    ABOUT, ANNOUNCED, CONTINUED, FRAGMENT, GOES_ON, PARAGRAPH_BEFORE, SUBJECT_BEFORE,
};
use super::third;

/// What is known of the speaker of one quote.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Assigned {
    pub(in crate::extract) speaker: Speaker,
    /// How the verb brings it; None where there is no verb.
    pub(in crate::extract) manner: Option<Manner>,
    /// Words between the quote and its verb.
    pub(in crate::extract) gap: usize,
    /// Is the verb behind the quote?
    pub(in crate::extract) behind: bool,
    /// Has its sentence no words of its own?
    pub(in crate::extract) bare: bool,
    /// The sentence that it is in, counted over the text.
    pub(in crate::extract) sentence: usize,
    /// The words of the sentence.
    pub(in crate::extract) words: Range<usize>,
}

/// Who spoke or was spoken of last.
#[derive(Clone, Debug)]
struct Last {
    speaker: Speaker,
    block: usize,
    /// In a quote, or by a verb of speech; not only as a subject.
    spoke: bool,
}

struct Walk<'a> {
    reading: &'a Reading<'a>,
    spans: &'a [Span],
    people: &'a mut People,
    memory: Memory,
    last: Option<Last>,
    found: Vec<Assigned>,
    references: Vec<Reference>,
    sentence: usize,
    /// What was asked last.
    question: Option<Question>,
}

/// The speakers of all spans, one each, and whom pronouns and offices between them mean.
/// `voices`: who speaks in a turn of a transcript, by its paragraph, in order.
pub(in crate::extract) fn assign(
    reading: &Reading,
    spans: &[Span],
    people: &mut People,
    voices: &[(usize, usize)],
) -> (Vec<Assigned>, Vec<Reference>) {
    let visit = Visit::read(reading, people);
    let mut walk = Walk {
        reading,
        spans,
        people,
        memory: Memory::of(visit),
        last: None,
        found: Vec::with_capacity(spans.len()),
        references: Vec::new(),
        sentence: 0,
        question: None,
    };
    let mut first = 0;
    let mut voices = voices.iter().peekable();
    for block in 0..reading.blocks.len() {
        let voice = voices.next_if(|(at, _)| *at <= block);
        let count = spans[first..]
            .iter()
            .take_while(|span| span.block == block)
            .count();
        for frame in frames(reading, block, &spans[first..first + count], first) {
            walk.sentence(&frame);
        }
        if let Some((_, person)) = voice {
            walk.memory.note(*person, block);
        }
        first += count;
    }
    (walk.found, walk.references)
}

impl Walk<'_> {
    fn sentence(&mut self, frame: &Frame) {
        self.sentence += 1;
        let cues = cue::cues(frame, self.people);
        let finder = Finder {
            frame,
            people: self.people,
        };
        let main = finder.main(frame.items.len());
        let first = main.as_ref().and_then(|phrase| match phrase.head {
            Head::Mention(at) => Some(self.people.mentions[at].person),
            _ => None,
        });
        let quotes: Vec<(usize, usize)> = frame
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| Some((at, item.quote?)))
            .collect();
        let bare = frame.is_bare();
        self.refer(frame, first);
        let mut spoken = false;
        for (at, span) in &quotes {
            let assigned = self.quote(frame, &cues, (*at, *span), (first, bare));
            spoken |= assigned.manner.is_some();
            self.remember(&assigned, frame.block);
            self.found.push(assigned);
        }
        if !spoken {
            self.remark(frame, &cues, first);
        }
        let asks = Question::of(frame, self.people, &cues, first);
        self.question = asks.or(self.question.take());
    }

    fn quote(
        &mut self,
        frame: &Frame,
        cues: &[Cue],
        (at, span): (usize, usize),
        (first, bare): (Option<usize>, bool),
    ) -> Assigned {
        let span = &self.spans[span];
        let words = frame.items.first().map_or(0, |item| item.at)
            ..frame.items.last().map_or(0, |item| item.at + 1);
        let own = attribution(frame, self.people, cues, at, span);
        let spoken = own.filter(|own| own.manner.is_some() || self.can_speak(own));
        let mut assigned = Assigned {
            speaker: Speaker::unknown(),
            manner: None,
            gap: usize::MAX,
            behind: false,
            bare,
            sentence: self.sentence,
            words,
        };
        if let Some(own) = spoken.filter(|_| !bare) {
            let early = first.filter(|_| own.phrase.words.start > assigned.words.start);
            assigned.speaker = self.settled(frame, &own, early);
            assigned.manner = own.manner;
            assigned.gap = own.gap;
            assigned.behind = own.behind;
        } else if let Some((speaker, manner)) = self.carried(frame, span, bare) {
            assigned.speaker = speaker;
            assigned.manner = manner;
            assigned.gap = 0;
        }
        assigned
    }

    /// Notes whom the pronouns and offices of a sentence mean.
    fn refer(&mut self, frame: &Frame, first: Option<usize>) {
        let spans = self.spans;
        let quoted = |word: usize| is_quoted(spans, word);
        let resolver = Resolver {
            reading: self.reading,
            quoted: &quoted,
            first,
        };
        let found = references(frame, self.people, &self.memory, &resolver);
        self.references.extend(found);
    }

    fn resolve(&mut self, own: &Attribution, first: Option<usize>) -> Speaker {
        let spans = self.spans;
        let quoted = |word: usize| is_quoted(spans, word);
        let resolver = Resolver {
            reading: self.reading,
            quoted: &quoted,
            first,
        };
        resolver.speaker(self.people, &self.memory, &own.phrase, own.basis)
    }

    /// Who speaks by a verb of the quote's sentence: not whoever asked what is answered, and with care where
    /// somebody else's words are repeated.
    fn settled(&mut self, frame: &Frame, own: &Attribution, first: Option<usize>) -> Speaker {
        if third::is_repeated(frame) || own.manner == Some(Manner::Denied) {
            return Speaker::unknown();
        }
        let speaker = self.resolve(own, first);
        let most = if third::is_aside(frame, &own.phrase) {
            Confidence::Unsure
        } else {
            Confidence::Sure
        };
        let basis = speaker.basis.at_most(most);
        let answer = match (&self.question, &speaker.who, &own.phrase.head) {
            (Some(question), Who::Person(person), Head::Word(word))
                if self.reading.is(*word, Class::HE | Class::SHE) =>
            {
                question.answers((self.reading, self.people), *word, *person)
            }
            _ => Answer::Stays,
        };
        let who = match answer {
            Answer::Nobody => return Speaker::unknown(),
            Answer::Is(person) => Who::Person(person),
            Answer::Stays => speaker.who,
        };
        Speaker {
            who,
            basis,
            ..speaker
        }
    }

    /// A subject without a verb of speech speaks only if it is somebody.
    fn can_speak(&self, own: &Attribution) -> bool {
        match own.phrase.head {
            Head::Mention(_) => true,
            Head::Word(word) => self.reading.is(word, Class::HE | Class::SHE | Class::ROLE),
            Head::Name => false,
        }
    }

    /// Who goes on speaking in a quote whose own sentence names nobody.
    fn carried(&self, frame: &Frame, span: &Span, bare: bool) -> Option<(Speaker, Option<Manner>)> {
        let last = self.last.as_ref()?;
        let here = last.block == frame.block;
        if frame.block - last.block > 1 {
            return None;
        }
        let before = self.found.last();
        let speaker = last.speaker.clone();
        if span.continues
            && let Some(before) = before.filter(|_| self.left_open())
        {
            let basis = CONTINUED.at_most(before.speaker.basis.confidence);
            return Some((
                Speaker {
                    basis,
                    ..before.speaker.clone()
                },
                Some(Manner::Says),
            ));
        }
        let rule = match (bare, here, last.spoke) {
            (true, true, true) => GOES_ON,
            (true, true, false) => SUBJECT_BEFORE,
            (true, false, _) if self.announced(frame.block) => ANNOUNCED,
            (true, false, true) => PARAGRAPH_BEFORE,
            (true, false, false) if self.is_about(last) => ABOUT,
            (false, true, true) if !span.is_led(self.reading) => FRAGMENT,
            _ => return None,
        };
        let basis = rule.at_most(speaker.basis.confidence);
        let manner = bare.then_some(Manner::Says);
        Some((Speaker { basis, ..speaker }, manner))
    }

    /// Does the paragraph of the last subject name nobody else? A line "— Pany Yathotou" is of the quote
    /// before it.
    fn is_about(&self, last: &Last) -> bool {
        let Who::Person(person) = last.speaker.who else {
            return false;
        };
        let words = self.reading.blocks[last.block].words.clone();
        let signs = self.reading.is(words.start, Class::DASH);
        let mut named = self.people.within(words).iter();
        !signs && named.all(|mention| mention.person == person)
    }

    /// Did the paragraph before leave its last quote open?
    fn left_open(&self) -> bool {
        let at = self.found.len();
        at > 0 && self.spans[at - 1].end == End::Open
    }

    /// Does the paragraph before end with a colon?
    fn announced(&self, block: usize) -> bool {
        let before = block
            .checked_sub(1)
            .map(|block| self.reading.blocks[block].words.end - 1);
        before.is_some_and(|last| self.reading.is(last, Class::COLON))
    }

    fn remember(&mut self, assigned: &Assigned, block: usize) {
        if assigned.speaker.who == Who::Unknown {
            // Whoever it was goes on, and not the one before.
            if assigned.manner.is_some() {
                self.last = None;
            }
            return;
        }
        match assigned.speaker.who {
            Who::Person(person) => self.memory.note(person, block),
            Who::Unnamed(_) => self.memory.note_unnamed(block),
            _ => {}
        }
        self.last = Some(Last {
            speaker: assigned.speaker.clone(),
            block,
            spoke: assigned.manner.is_some(),
        });
    }

    /// Notes whom a sentence without speech is about, or who speaks in it without quotes.
    fn remark(&mut self, frame: &Frame, cues: &[Cue], first: Option<usize>) {
        let subject = cues.iter().rev().find_map(|cue| {
            let found = cue.subject.as_ref().map(|found| found.phrase.clone());
            found
                .or(cue.behind.clone())
                .filter(|_| cue.manner == Manner::Says)
        });
        let spoke = subject.is_some();
        let finder = Finder {
            frame,
            people: self.people,
        };
        let Some(phrase) = subject.or_else(|| finder.main(frame.items.len())) else {
            return;
        };
        let own = Attribution {
            phrase,
            basis: SUBJECT_BEFORE,
            manner: None,
            gap: 0,
            adjacent: false,
            behind: false,
        };
        if !spoke && !self.can_speak(&own) {
            // A name of which no more is known: "he" behind it is nobody named before.
            let words = own.phrase.words.clone();
            let capitals = words.clone().all(|at| self.reading.is(at, Class::CAPITAL));
            let known = Class::NATION | Class::BODY | Class::THING;
            let other = words.clone().any(|at| self.reading.is(at, known));
            let named = own.phrase.head == Head::Name && words.len() > 1 && capitals && !other;
            if named || is_somebody(frame, &own.phrase.head, &words) || frame.names_behind(&words) {
                self.memory.note_unnamed(frame.block);
            }
            return;
        }
        let early = first.filter(|_| {
            frame
                .items
                .first()
                .is_some_and(|item| item.at < own.phrase.words.start)
        });
        let speaker = self.resolve(&own, early);
        let alone = matches!(own.phrase.head, Head::Word(at) if self.reading.is(at, Class::ROLE))
            || frame.names_behind(&own.phrase.words);
        match speaker.who {
            Who::Person(person) => self.memory.note(person, frame.block),
            Who::Unnamed(_) if alone => self.memory.note_unnamed(frame.block),
            _ => {}
        }
        if speaker.who != Who::Unknown {
            self.last = Some(Last {
                speaker,
                block: frame.block,
                spoke,
            });
        }
    }
}

/// "One exporter from the coast", "a grower at the fair, who": somebody without a name, whatever they do.
fn is_somebody(frame: &Frame, head: &Head, words: &Range<usize>) -> bool {
    let Head::Word(noun) = *head else {
        return false;
    };
    let reading = frame.reading();
    let apart = Class::THING | Class::BODY | Class::WORK | Class::OCCASION | Class::TIME;
    let reads = |word: &&str| reading.reads(words.start, word);
    let counted = ["one", "another"].iter().any(reads)
        || ["a", "an"].iter().any(reads) && frame.who_behind(words);
    counted && noun > words.start && !reading.is(noun, apart)
}

/// Is a word inside a quote?
fn is_quoted(spans: &[Span], word: usize) -> bool {
    let after = spans.partition_point(|span| span.outer.start <= word);
    after > 0 && spans[after - 1].outer.contains(&word)
}
