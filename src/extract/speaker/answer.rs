//! Who answers: whoever was asked, never whoever asked.

use super::super::lexicon::Class;
use super::super::name::{Gender, People};
use super::super::reading::Reading;
use super::cue::Cue;
use super::frame::Frame;
use super::phrase::Head;

/// A question that a sentence tells of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// Who asked, if the text names them.
    asker: Option<usize>,
    /// Who was asked, if the sentence names them.
    asked: Option<usize>,
    block: usize,
}

/// Whom a pronoun before a verb of answering means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Whoever it was taken for.
    Stays,
    /// Somebody else.
    Is(usize),
    /// Nobody who is known.
    Nobody,
}

/// Words of asking, and those of answering.
const ASK: [&str; 6] = [
    "asked",
    "asks",
    "questioned",
    "wondered",
    "inquired",
    "enquired",
];
const ANSWER: [&str; 6] = [
    "answered",
    "answers",
    "replied",
    "replies",
    "responded",
    "retorted",
];

impl Question {
    /// That of a sentence, whose subject `speaker` is.
    pub(super) fn of(
        frame: &Frame,
        people: &People,
        cues: &[Cue],
        speaker: Option<usize>,
    ) -> Option<Self> {
        let at = (0..frame.items.len()).find(|at| frame.reads(*at, &ASK))?;
        let passive = at > 0 && frame.reads(at - 1, &["was", "were", "when", "if", "being"]);
        let subject = cues.iter().find(|cue| cue.at == at).and_then(|cue| {
            match cue.subject.as_ref()?.phrase.head {
                Head::Mention(mention) => Some(people.mentions[mention].person),
                _ => None,
            }
        });
        let word = frame.word(at)?;
        let end = frame.items.last()?.at;
        let mut behind = people.within(word..end + 1).iter();
        let near = behind.next().filter(|one| one.words.start <= word + 8);
        let subject = subject.or(speaker);
        // "Asked about tolls, he answered": whoever is the subject.
        if passive || at == 0 {
            return None;
        }
        Some(Self {
            asker: subject,
            asked: near
                .map(|one| one.person)
                .filter(|asked| Some(*asked) != subject),
            block: frame.block,
        })
    }

    /// Whom the pronoun at the word `at` means, if it answers and was taken for `person`.
    pub(super) fn answers(
        self,
        (reading, people): (&Reading, &People),
        at: usize,
        person: usize,
    ) -> Answer {
        let near = [at + 1, at + 2, at.wrapping_sub(1)];
        let answers = near
            .into_iter()
            .any(|at| ANSWER.iter().any(|word| reading.reads(at, word)));
        let block = reading.block_of(at);
        if !answers || block - self.block.min(block) > 1 || self.asked == Some(person) {
            return Answer::Stays;
        }
        if self.asked.is_none() && self.asker != Some(person) {
            return Answer::Stays;
        }
        let gender = if reading.is(at, Class::SHE) {
            Gender::Female
        } else {
            Gender::Male
        };
        let fits = |person: &usize| people.all[*person].gender.is_none_or(|own| own == gender);
        self.asked.filter(fits).map_or(Answer::Nobody, Answer::Is)
    }
}
