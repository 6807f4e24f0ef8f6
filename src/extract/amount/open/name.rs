//! What a figure is of, in the words of its clause: the thing, the whole of which it is a share, the countries.

use std::ops::Range;

use super::clause::{self, chain, is_actor};
use super::phrase::{self, inner, text};
use super::verb;
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
use crate::extract::word::Words;
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

/// Sums by themselves.
static SUMS: WordList = WordList::new(
    "loan loans credit credits grant grants contract contracts investment investments remittances revenue revenues \
     budget fund funds cost costs price prices trade exports imports sales purchases aid spending instalment instalments \
     contribution contributions debt debts financing tranche turnover earnings income capital payment payments subsidy \
     subsidies compensation fee fees funding order orders losses profit profits ceiling assistance",
);

/// Rates by themselves.
static RATES: WordList = WordList::new(
    "interest rate rates duty duties tariff tariffs stake margin discount tax taxes stakes yield fee share",
);

/// What a figure is joined to before it: "worth", "valued at".
static WORTH: WordList =
    WordList::new("worth valued priced estimated costing totalling totaling at of");

/// A figure in its clause.
struct Place<'w, 'a> {
    words: &'w Words<'a>,
    /// The figure with its qualifier, and with the other in whose bracket it is.
    figure: Range<usize>,
    clause: Range<usize>,
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

    fn low(&self, at: usize) -> &'w str {
        self.words.low(at)
    }

    /// The phrase behind one of these words at the end of the figure, unless it is a time or says nothing.
    fn behind(&self, joints: &[&str]) -> Option<Range<usize>> {
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
    fn linked(&self) -> Option<Range<usize>> {
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
            return None;
        }
        at -= usize::from(only_at);
        at -= usize::from(before(at) == ",");
        if of {
            let own = phrase::before(words, at).filter(|own| !phrase::is_abstract(words, own));
            return own.or_else(|| chain(words, at));
        }
        chain(words, at)
    }

    fn subject(&self) -> Option<Range<usize>> {
        clause::subject(self.words, self.figure.start)
    }

    /// Something that the clause is told of, and nobody who acts.
    fn thing(&self) -> Option<Range<usize>> {
        self.subject().filter(|found| !is_actor(self.words, found))
    }

    fn money(&self) -> Name {
        let words = self.words;
        let of = self.behind(&["of"]);
        let attributive = || {
            let own = phrase::from(words, self.figure.end)?;
            let article = phrase::is_article(words, self.figure.start.wrapping_sub(1));
            article.then(|| phrase::extended(words, &own, self.clause.end))
        };
        if let Some(own) = of.or_else(attributive) {
            return self.summed(own, None);
        }
        if let Some(own) = self.linked() {
            return self.summed(own, self.purpose());
        }
        if let Some(name) = self.moved() {
            return name;
        }
        match self.thing().or_else(|| self.beside_it()) {
            Some(own) => self.summed(own, self.purpose()),
            None => match self.behind(&["in", "for", "on"]).or_else(|| self.subject()) {
                Some(own) => self.summed(own, None),
                None => self.name(None, None, false),
            },
        }
    }

    /// "imports $3 million": a phrase that touches the figure.
    fn beside_it(&self) -> Option<Range<usize>> {
        let own = phrase::before(self.words, self.figure.start)?;
        let fits = !phrase::is_abstract(self.words, &own) && !is_actor(self.words, &own);
        fits.then_some(own)
    }

    /// What the money is for, behind the figure: "for a power plant", "to build a bridge".
    fn purpose(&self) -> Option<Range<usize>> {
        let at = self.figure.end;
        if let Some(own) = self.behind(&["for", "on"]) {
            return Some(at..own.end);
        }
        let small = self
            .words
            .get(at + 1)
            .is_some_and(|word| !word.is_capital());
        let object = (self.low(at) == "to" && small)
            .then(|| phrase::from(self.words, at + 2))
            .flatten()?;
        let verb = !phrase::is_article(self.words, at + 1);
        (verb && !phrase::is_abstract(self.words, &object)).then_some(at..object.end)
    }

    fn summed(&self, own: Range<usize>, purpose: Option<Range<usize>>) -> Name {
        let words = self.words;
        let plain = own.clone().any(|at| SUMS.has(words.low(at)));
        let mut name = self.name(Some(own.clone()), None, plain);
        let short = own.len() < 6 && purpose.as_ref().is_some_and(|one| one.start >= own.end);
        if let Some(purpose) = purpose.filter(|_| short) {
            name.thing = format!("{} {}", name.thing, text(words, &purpose));
            self.settle(&mut name, &[own, purpose]);
        }
        name
    }

    /// "spent … on clinics", "… will be paid out": money that somebody moves.
    fn moved(&self) -> Option<Name> {
        let words = self.words;
        let near = self.clause.start..self.figure.start;
        let active = near
            .clone()
            .rev()
            .find(|at| verb::is_verb(words, *at) || verb::of_money(words.low(*at)).is_some());
        let active = active.and_then(|at| verb::of_money(words.low(at)));
        let (participle, mut at) = match active {
            Some(participle) => (participle.to_owned(), self.figure.end),
            None => self.passive()?,
        };
        if matches!(self.low(at), "out" | "aside" | "over") {
            at += 1;
        }
        let object = ["on", "into", "for", "to", "from", "in"]
            .contains(&self.low(at))
            .then(|| phrase::from(words, at + 1))
            .flatten()
            .filter(|own| !phrase::is_time(words, own))
            .map(|own| at..phrase::extended(words, &own, self.clause.end).end);
        let who = active.and_then(|_| self.subject());
        let who = who.filter(|who| is_actor(words, who) && who.len() < 5);
        let who = who.filter(|who| {
            let place = object
                .as_ref()
                .is_none_or(|object| words.low(object.start) == "in");
            place && !phrase::is_country(words, who)
        });
        let mut thing = format!("Money {participle}");
        if let Some(who) = &who {
            thing = format!("{thing} by {}", text(words, who));
        }
        if let Some(object) = &object {
            thing = format!("{thing} {}", text(words, object));
        }
        let mut name = self.name(None, None, true);
        name.thing = thing;
        let parts: Vec<_> = who.into_iter().chain(object).collect();
        self.settle(&mut name, &parts);
        Some(name)
    }

    /// "… will be paid out": the participle behind the figure, and the word behind that.
    fn passive(&self) -> Option<(String, usize)> {
        let at = self.figure.end;
        let auxiliary = |at: &usize| {
            let class = lexicon::of(self.words.low(*at));
            class.has(Class::AUXILIARY | Class::BE)
        };
        let verb = (at..at + 5)
            .find(|at| !auxiliary(at))
            .filter(|verb| *verb > at)?;
        let participle = verb::of_money(self.words.low(verb))?;
        Some((participle.to_owned(), verb + 1))
    }

    fn share(&self) -> Name {
        let words = self.words;
        let (start, end) = (self.figure.start, self.figure.end);
        if let Some(own) = self.linked() {
            let rate = own.clone().any(|at| RATES.has(words.low(at)));
            if rate {
                return self.name(Some(own), None, true);
            }
        }
        let of = self.low(end) == "of";
        let whole = of
            .then(|| phrase::from(words, end + 1))
            .flatten()
            .map(|own| phrase::extended(words, &own, self.clause.end));
        let pronoun = of && whole.is_none();
        let opens = clause::subject(words, start).is_none() || words.low_before(start) == ",";
        let part = pronoun
            .then(|| {
                let next = end + 2;
                let be = lexicon::of(self.low(next)).has(Class::BE) || self.low(next) == "went";
                phrase::from(words, next + usize::from(be))
            })
            .flatten()
            .filter(|_| pronoun && opens || self.low(end + 2) != ",");
        let part = part.or_else(|| self.subject().filter(|own| !phrase::is_country(words, own)));
        let whole = whole.or_else(|| {
            let it = pronoun && matches!(self.low(end + 1), "it" | "them");
            it.then(|| clause::before(words, self.figure.start))
                .flatten()
        });
        let whole = whole.filter(|whole| part.as_ref() != Some(whole));
        self.name(part, whole, false)
    }

    fn weight(&self) -> Name {
        let words = self.words;
        let of = self.behind(&["of"]).or_else(|| self.earlier());
        let own = of.or_else(|| self.linked()).or_else(|| self.thing());
        let own = own.or_else(|| self.behind(&["for"]));
        let own = own.or_else(|| self.subject().filter(|own| !phrase::is_country(words, own)));
        self.name(own, None, false)
    }

    /// "11,400 tonnes of avocados, up from 9,000 tonnes": what was weighed before in the sentence.
    fn earlier(&self) -> Option<Range<usize>> {
        let words = self.words;
        let unit = self.low(self.figure.end.checked_sub(1)?);
        let same = |at: &usize| words.same_sentence(*at, self.figure.start);
        let mut before = (0..self.figure.start).rev().take_while(same);
        let at = before.find(|at| words.low(*at) == unit && words.low(at + 1) == "of")?;
        let own = phrase::from(words, at + 2)?;
        Some(phrase::extended(words, &own, self.figure.start))
    }

    fn change(&self) -> Name {
        let own = self.thing().or_else(|| self.subject());
        let own = own.filter(|own| !phrase::is_country(self.words, own));
        self.name(own, None, false)
    }

    fn name(
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
            name.beside = self.beside();
        }
        let parts: Vec<_> = thing.into_iter().chain(whole).collect();
        self.settle(&mut name, &parts);
        name
    }

    /// Which countries the words of the title name, and which others the clause.
    fn settle(&self, name: &mut Name, parts: &[Range<usize>]) {
        let codes = |places: Range<usize>| {
            let words = self.words;
            places.filter_map(move |at| {
                Some((
                    at,
                    country(words, at).or_else(|| unit::demonym(words, at))?.0,
                ))
            })
        };
        name.named = Vec::new();
        for (_, code) in parts.iter().cloned().flat_map(codes) {
            if !name.named.contains(&code) {
                name.named.push(code);
            }
        }
        name.others = Vec::new();
        for (at, code) in codes(self.clause.clone()) {
            let text = self.words.get(at).map_or("", |word| word.text);
            let adjective =
                nation::find(text, &std::iter::empty()).is_some_and(|found| found.adjective);
            let money = unit::is_money(self.words, at + 1);
            let known = name.named.contains(&code) || name.others.contains(&code);
            if !adjective && !money && !known {
                name.others.push(code);
            }
        }
    }

    /// The few words behind the figure, or before it.
    fn beside(&self) -> String {
        const MOST: usize = 4;
        let (start, end) = (self.figure.start, self.figure.end);
        let word = |at: &usize| {
            self.words
                .get(*at)
                .is_some_and(|word| word.kind == TokenKind::Word)
        };
        let last = (end..self.clause.end.min(end + MOST))
            .take_while(word)
            .last();
        let range = match last {
            Some(last) => end..last + 1,
            None => {
                let first = (self.clause.start.max(start.saturating_sub(MOST))..start).rev();
                first.take_while(word).last().unwrap_or(start)..start
            }
        };
        text(self.words, &range)
    }
}
