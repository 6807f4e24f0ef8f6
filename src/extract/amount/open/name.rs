//! What a figure is of, in the words of its clause: the thing, the whole of which it is a share, the countries.

use std::ops::Range;

use super::actor::is_actor;
use super::clause::{self, chain};
use super::phrase::{self, inner, text};
use crate::dossier::Code;
use crate::extract::amount::change::ChangeRole;
use crate::extract::amount::currency::country;
use crate::extract::amount::period::past_bracket;
use crate::extract::amount::record::Amount;
use crate::extract::amount::unit::Unit;
use crate::extract::amount::{qualifier, unit};
use crate::extract::lexicon::{self, Class};
use crate::extract::nation;
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// What a figure is of, as printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    /// The thing: "Contract for a gas plant"; of a share, the part.
    pub thing: String,
    /// Of a share, the whole.
    pub whole: String,
    /// Does the thing say by itself what is measured: "loan", "interest"?
    pub is_plain: bool,
    /// The words beside the figure, where it is told of nothing.
    pub beside: String,
    /// The countries that these words name.
    pub named: Vec<Code>,
    /// Other countries of the clause.
    pub others: Vec<Code>,
}

/// What a figure is joined to before it: "worth", "valued at".
static WORTH: WordList =
    WordList::new("worth valued priced estimated costing totalling totaling at of for");

/// A figure in its clause.
pub(super) struct Place<'w, 'a> {
    pub(super) words: &'w Words<'a>,
    /// The figure with its qualifier, and with the other in whose bracket it is.
    pub(super) figure: Range<usize>,
    pub(super) clause: Range<usize>,
}

/// What an amount with a unit is of; `figure` are its words.
pub(super) fn measured(words: &Words<'_>, figure: &Range<usize>, amount: &Amount) -> Name {
    let place = Place::new(words, figure);
    let by = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::By);
    match amount.unit {
        Unit::Percent | Unit::Share if !by => place.share(),
        Unit::Money(_) if !by => place.money(),
        Unit::Measure(_) => place.weight(),
        _ => place.change(),
    }
}

/// What counted things are; `noun` are its words, `figure` the number with it.
pub(super) fn counted(words: &Words<'_>, figure: &Range<usize>, noun: &Range<usize>) -> Name {
    let place = Place::new(words, figure);
    if noun.end <= figure.start {
        let own = phrase::extended(words, noun, figure.start);
        return place.name(Some(own), None, true);
    }
    let mut end = noun.end;
    if matches!(words.low(end), "a" | "per" | "every" | "each") {
        let time = lexicon::of(words.low(end + 1)).has(Class::TIME);
        end += if time { 2 } else { 0 };
    }
    let own = phrase::extended(words, &(noun.start..end), words.len());
    let of = words.low_before(place.figure.start) == "of";
    let group = of
        .then(|| phrase::before(words, place.figure.start - 1))
        .flatten();
    let group = group.filter(|group| !phrase::is_abstract(words, group));
    let mut name = place.name(Some(own), None, true);
    if let Some(group) = group.filter(|group| group.len() < 4) {
        name.thing = format!("{} of {}", text(words, &group), name.thing);
    }
    name
}

impl<'w, 'a> Place<'w, 'a> {
    fn new(words: &'w Words<'a>, figure: &Range<usize>) -> Self {
        let (_, mut start) = qualifier::qualifier(words, figure.start, figure.end);
        let mut end = figure.end;
        if words.low_before(start) == "(" {
            // "45 million koruna (about $1.9 million)": the words around the first are those of both.
            let number = |at: &usize| {
                words
                    .get(*at)
                    .is_some_and(|word| word.kind == TokenKind::Number)
            };
            let other = (start.saturating_sub(6)..start).rev().find(number);
            if let Some(other) = other.filter(|at| words.same_sentence(*at, start)) {
                start = qualifier::qualifier(words, other, start - 1).1;
            }
            end = (end..end + 4)
                .find(|at| words.low(*at) == ")")
                .map_or(end, |at| at + 1);
        }
        let end = past_bracket(words, end);
        let sign = start.checked_sub(1).filter(|at| unit::is_money(words, *at));
        let figure = sign.unwrap_or(start)..end;
        let clause = clause::around(words, &figure);
        Self {
            words,
            figure,
            clause,
        }
    }

    pub(super) fn low(&self, at: usize) -> &'w str {
        self.words.low(at)
    }

    /// The phrase behind one of these words at the end of the figure, unless it is a time or says nothing.
    pub(super) fn behind(&self, joints: &[&str]) -> Option<Range<usize>> {
        let worth = usize::from(self.low(self.figure.end) == "worth");
        let at = self.figure.end + worth;
        let own = joints
            .contains(&self.low(at))
            .then(|| phrase::from(self.words, at + 1))??;
        let fits = !phrase::is_abstract(self.words, &own);
        fits.then(|| {
            phrase::extended(
                self.words,
                &phrase::joined(self.words, &own),
                self.clause.end,
            )
        })
    }

    /// What the figure is joined to: "a loan of", "contracts worth", "a plant, valued at".
    pub(super) fn linked(&self) -> Option<Range<usize>> {
        let words = self.words;
        let mut at = self.figure.start;
        while at > 0 && phrase::is_article(words, at - 1) {
            at -= 1;
        }
        let before = |at: usize| at.checked_sub(1).map_or("", |at| words.low(at));
        if !WORTH.has(before(at)) {
            return None;
        }
        let of = before(at) == "of";
        let only_at = before(at) == "at";
        at -= 1;
        if only_at && !WORTH.has(before(at)) {
            return self.put_at(at);
        }
        at -= usize::from(only_at);
        at -= usize::from(before(at) == ",");
        if of {
            let own = phrase::before(words, at).filter(|own| !phrase::is_abstract(words, own));
            return own.or_else(|| chain(words, at));
        }
        chain(words, at)
    }

    /// "put the cost of the road at": what is valued, before the word `at`.
    fn put_at(&self, at: usize) -> Option<Range<usize>> {
        let own = chain(self.words, at)?;
        let mut verb = own.start;
        while verb > 0 && phrase::is_article(self.words, verb - 1) {
            verb -= 1;
        }
        let verb = self.words.low_before(verb);
        let puts = [
            "put",
            "puts",
            "estimate",
            "estimates",
            "estimated",
            "value",
            "values",
        ];
        puts.contains(&verb).then_some(own)
    }

    pub(super) fn subject(&self) -> Option<Range<usize>> {
        clause::subject(self.words, self.figure.start)
    }

    /// Something that the clause is told of, and nobody who acts.
    pub(super) fn thing(&self) -> Option<Range<usize>> {
        let told = self.subject().filter(|found| !is_actor(self.words, found));
        told.or_else(|| clause::expected(self.words, self.figure.start))
    }

    pub(super) fn name(
        &self,
        thing: Option<Range<usize>>,
        whole: Option<Range<usize>>,
        is_plain: bool,
    ) -> Name {
        let words = self.words;
        let print = |range: &Option<Range<usize>>| {
            range
                .as_ref()
                .map_or_else(String::new, |range| inner(words, range))
        };
        let mut name = Name {
            thing: print(&thing),
            whole: print(&whole),
            is_plain,
            ..Name::default()
        };
        if thing.is_none() && whole.is_none() {
            if let Some((at, noun)) = clause::ordinal(words, self.figure.start) {
                name.thing = format!("{} {}", text(words, &(at..at + 1)), text(words, &noun));
                name.is_plain = true;
                return name;
            }
            name.beside = self.beside();
        }
        let parts: Vec<_> = thing.into_iter().chain(whole).collect();
        self.settle(&mut name, &parts);
        name
    }

    /// Which countries the words of the title name, and which others the clause.
    pub(super) fn settle(&self, name: &mut Name, parts: &[Range<usize>]) {
        let words = self.words;
        let codes = |places: Range<usize>| {
            places.filter_map(move |at| {
                let (code, end) = country(words, at).or_else(|| unit::demonym(words, at))?;
                Some((at, code, end))
            })
        };
        name.named = Vec::new();
        for (_, code, _) in parts.iter().cloned().flat_map(codes) {
            if !name.named.contains(&code) {
                name.named.push(code);
            }
        }
        name.others = Vec::new();
        for (at, code, end) in codes(self.clause.clone()) {
            let text = words.get(at).map_or("", |word| word.text);
            let rest = (at + 1..end)
                .filter_map(|at| words.get(at))
                .map(|word| word.text);
            let adjective = nation::find(text, &rest).is_some_and(|found| found.adjective);
            let money = unit::is_money(words, end);
            // "Bangladesh Bank" is a name of its own.
            let next = words.get(end).is_some_and(Word::is_capital);
            let adjective = adjective || next && country(words, end).is_none();
            let known = name.named.contains(&code) || name.others.contains(&code);
            if !adjective && !money && !known {
                name.others.push(code);
            }
        }
    }

    /// The few words behind the figure, or before it.
    fn beside(&self) -> String {
        const MOST: usize = 6;
        let (start, end) = (self.figure.start, self.figure.end);
        let word = |at: &usize| {
            let word = self.words.get(*at);
            word.is_some_and(|word| word.kind == TokenKind::Word)
                && !lexicon::of(self.words.low(*at)).has(Class::TIME)
        };
        let last = (end..self.clause.end.min(end + MOST))
            .take_while(word)
            .last();
        let first = (self.clause.start.max(start.saturating_sub(MOST))..start).rev();
        let behind = self.trimmed(end..last.map_or(end, |last| last + 1));
        if !behind.is_empty() {
            return text(self.words, &behind);
        }
        text(
            self.words,
            &self.trimmed(first.take_while(word).last().unwrap_or(start)..start),
        )
    }

    /// Without small words at its ends.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let small = Class::PREPOSITION | Class::AND | Class::DETERMINER | Class::POSSESSIVE;
        let front =
            small | Class::PRONOUN | Class::THIRD | Class::AUXILIARY | Class::BE | Class::CLAUSE;
        let is = |at: usize, class: Class| lexicon::of(self.words.low(at)).has(class);
        let as_ = |at: usize| matches!(self.low(at), "as" | "of" | "for" | "from");
        let of = |at: usize| as_(at) && !is(at + 1, Class::PRONOUN | Class::THIRD | Class::WHO);
        let start = range
            .clone()
            .find(|at| !is(*at, front) || of(*at))
            .unwrap_or(range.end);
        let last = (start..range.end).rev().find(|at| !is(*at, small));
        start..last.map_or(start, |last| last + 1)
    }
}
