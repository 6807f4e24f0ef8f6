//! What a sentence goes on with: the sentences before it that tell what it speaks of.

use std::ops::Range;

use super::{Sentence, Sentences};
use crate::dossier::{Kind, Ref};
use crate::vet::voice::says;
use crate::vet::words::{Word, is_one_of};

/// Pronouns and articles for what the sentence before names.
const AGAIN: &str = "he she it they his her its their this that these those both there";

/// What "the" may stand before for something that was named.
const DEFINITE: &str = "pair two three latter former same number area total amount figure gift document \
    documents paper papers deal agreement agreements meeting date day month animals others";

/// Words for one more, or another, of what was named; so are "newer" and "rounder".
const OTHER: &str = "another different";

/// What those stand before.
const COUNTED: &str =
    "figure figures number numbers amount amounts sum sums value rate share estimate";

impl Sentences<'_> {
    /// The sentence before one, in its paragraph; or in the one before, where the first of a paragraph
    /// goes on with it.
    pub(in crate::vet) fn before(&self, sentence: &Sentence) -> Option<&Sentence> {
        self.near(sentence, sentence.leans())
    }

    fn near(&self, sentence: &Sentence, crosses: bool) -> Option<&Sentence> {
        let next = self
            .all
            .partition_point(|one| one.range.start < sentence.range.start);
        let before = self.all.get(next.checked_sub(1)?)?;
        let is_next = crosses && before.paragraph + 1 == sentence.paragraph;
        (before.paragraph == sentence.paragraph || is_next).then_some(before)
    }

    /// The sentences before one that tell what it speaks of: the one right before it, and those before
    /// that as long as they go on with something.
    pub(in crate::vet) fn context<'b>(
        &'b self,
        sentence: &'b Sentence,
    ) -> impl Iterator<Item = &'b Sentence> {
        /// What is further away, nobody means.
        const MOST: usize = 3;
        let leans = sentence.leans();
        let goes_on = move |one: &Sentence| one.leans() || leans && one.is_label();
        let next = move |one: &&'b Sentence| goes_on(one).then(|| self.near(one, true)).flatten();
        std::iter::successors(self.before(sentence), next).take(MOST)
    }

    /// The sentences before one in its paragraph, the nearest first; before the first of it the last of the
    /// paragraph that it goes on with.
    pub(in crate::vet) fn earlier<'b>(
        &'b self,
        sentence: &'b Sentence,
    ) -> impl Iterator<Item = &'b Sentence> {
        /// What is further away, nobody means.
        const MOST: usize = 4;
        let next = |one: &&'b Sentence| self.near(one, false);
        let first = self.before(sentence).or_else(|| self.heading(sentence));
        std::iter::successors(first, next).take(MOST)
    }

    /// The heading or question right above the paragraph that a sentence begins.
    fn heading(&self, sentence: &Sentence) -> Option<&Sentence> {
        /// Words of a heading.
        const MOST: usize = 8;
        let before = self.near(sentence, true)?;
        let text = before.text.trim_end();
        let is_short = before.words.len() <= MOST && !text.ends_with('.');
        let is_alone = self.near(before, false).is_none();
        (is_short && is_alone && before.paragraph != sentence.paragraph).then_some(before)
    }

    /// The only person whom the nearest sentence names that one goes on with, if it names any.
    pub(in crate::vet) fn person_before(&self, sentence: &Sentence) -> Option<Ref> {
        let mut people = self.context(sentence).map(Sentence::people);
        match people.find(|people| !people.is_empty())?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The person whom a pronoun outside of quotations means.
    pub(in crate::vet) fn meant_by(&self, pronoun: &Range<usize>) -> Option<&crate::dossier::Id> {
        let mut references = self.speeches.references.iter();
        let (_, person) = references.find(|(range, _)| range.start == pronoun.start)?;
        self.speeches.people.get(*person)?.known.as_ref()
    }
}

impl Sentence {
    /// Does it begin with a word for what the one before names? "They", "the pair", "there were"; or what
    /// somebody says in it: "The article says that it …".
    pub(in crate::vet) fn goes_on(&self) -> bool {
        *self.leaning.goes_on.get_or_init(|| self.begins_again())
    }

    fn begins_again(&self) -> bool {
        let low = |at: usize| self.words.get(at).map_or("", |word| word.low.as_str());
        // "In 2022 it stood at …"
        let is_number = |at: usize| low(at).starts_with(|c: char| c.is_ascii_digit());
        let small = usize::from(matches!(low(0), "in" | "by" | "of" | "for" | "at" | "to"));
        let small = small + usize::from(small > 0 && is_number(small));
        let is_definite = low(small) == "the" && is_one_of(DEFINITE, low(small + 1));
        let is_quoted = self.words.first().is_some_and(|word| word.quoted);
        !is_quoted && (is_one_of(AGAIN, low(small)) || is_definite || self.is_told_of_it())
    }

    /// "The same publication says that it …", "It was Putin who explained that they …".
    fn is_told_of_it(&self) -> bool {
        /// Words before a pronoun that tell who says it.
        const MOST: usize = 12;
        let lead = self
            .words
            .iter()
            .take(MOST)
            .position(|word| says(&word.low));
        let Some([that, it, ..]) = lead.and_then(|at| self.words.get(at + 1..)) else {
            return false;
        };
        let is_pronoun = matches!(it.low.as_str(), "it" | "they" | "these" | "this" | "those");
        that.low == "that" && is_pronoun && !it.quoted
    }

    /// Does it go on with the sentence before, or give "another figure" than that?
    pub(in crate::vet) fn leans(&self) -> bool {
        *self.leaning.leans.get_or_init(|| {
            self.goes_on() || self.gives_another() || self.is_of_them() || self.contrasts()
        })
    }

    /// "ASEAN Briefing, for its part, has …", "the article, by contrast, gives …".
    fn contrasts(&self) -> bool {
        let is = |at: usize, lows: &[&str]| {
            let words = self.words.get(at..at + lows.len());
            words.is_some_and(|words| words.iter().zip(lows).all(|(word, low)| word.low == *low))
        };
        (0..self.words.len()).any(|at| {
            let is_aside = self.words[at].mark == Some(',');
            is_aside
                && (is(at, &["for", "its", "part"])
                    || is(at, &["by", "contrast"])
                    || is(at, &["by", "comparison"]))
        })
    }

    /// "The article has a different number."
    fn gives_another(&self) -> bool {
        let is_counted = |word: &Word| is_one_of(COUNTED, &word.low);
        let mut pairs = self.words.windows(2);
        let is_more = |low: &str| low.ends_with("er") && low.len() > 4;
        let is_other = |word: &Word| is_one_of(OTHER, &word.low) || is_more(&word.low);
        pairs.any(|pair| is_counted(&pair[1]) && is_other(&pair[0]))
    }

    /// "Kuwait is another of the six", "India is one of them".
    pub(in crate::vet) fn is_of_them(&self) -> bool {
        let mut near = self.words.windows(3);
        near.any(|near| {
            let [one, of, them] = near else { return false };
            let is_one = matches!(one.low.as_str(), "another" | "one" | "others" | "rest");
            let is_them = matches!(them.low.as_str(), "the" | "them" | "these" | "those");
            is_one && of.low == "of" && is_them && !one.quoted
        })
    }

    /// Is it but a heading in its paragraph, without anybody and without a verb? "**Outlook.**"
    fn is_label(&self) -> bool {
        /// Words of a heading.
        const MOST: usize = 3;
        self.words.len() <= MOST
            && self.spots.is_empty()
            && !self.words.iter().any(|word| word.quoted)
    }

    /// The people whom it names outside of quotations.
    pub(in crate::vet) fn people(&self) -> Vec<Ref> {
        let named = self.spots.iter().filter_map(|spot| match spot.who {
            super::Who::Record(record) if record.kind == Kind::Person => {
                let quoted = self.words[spot.words.start].quoted;
                (!quoted).then_some(record)
            }
            _ => None,
        });
        let mut people: Vec<Ref> = named.collect();
        people.sort();
        people.dedup();
        people
    }
}
