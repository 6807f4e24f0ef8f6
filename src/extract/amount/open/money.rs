//! What a sum is of: "contract for a gas plant", "money spent on clinics".

use std::ops::Range;

use super::actor::{is_actor, is_people};
use super::name::{Name, Place};
use super::phrase::{self, text};
use super::verb;
use crate::extract::lexicon::{self, Class};
use crate::extract::word_list::WordList;

/// Sums by themselves.
static SUMS: WordList = WordList::new(
    "loan loans credit credits grant grants contract contracts investment investments remittances revenue revenues \
     budget fund funds cost costs price prices trade exports imports sales purchases aid spending instalment instalments \
     contribution contributions debt debts financing tranche turnover earnings income capital payment payments subsidy \
     subsidies compensation fee fees funding order orders losses profit profits ceiling assistance",
);

impl Place<'_, '_> {
    pub(super) fn money(&self) -> Name {
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
            return self
                .owned(&own)
                .unwrap_or_else(|| self.summed(own, self.purpose()));
        }
        if let Some(name) = self.moved() {
            return name;
        }
        match self.thing().or_else(|| self.beside_it()) {
            Some(own) => self.summed(own, self.purpose()),
            None => match self.behind(&["in", "for", "on"]).or_else(|| self.body()) {
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

    /// "The programme, with a budget of": whose sum it is.
    fn owned(&self, own: &Range<usize>) -> Option<Name> {
        let with = self.low(own.start.checked_sub(2)?) == "with" && own.len() == 1;
        let whose = self.thing().filter(|whose| with && whose.end < own.start)?;
        let mut name = self.summed(own.clone(), None);
        name.thing = format!("{}, {}", text(self.words, &whose), name.thing);
        self.settle(&mut name, &[whose, own.clone()]);
        Some(name)
    }

    /// "The hospital has": a body that is no name.
    fn body(&self) -> Option<Range<usize>> {
        let own = self.subject()?;
        let mut words = own.clone().filter_map(|at| self.words.get(at));
        let people = is_people(self.low(own.end - 1));
        (words.all(|word| !word.is_capital()) && !people).then_some(own)
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
        let put = |at: usize| matches!(words.low(at), "put" | "puts" | "putting");
        let into = matches!(self.low(self.figure.end), "into" | "in" | "towards");
        let active = active
            .filter(|at| into || !put(*at))
            .and_then(|at| verb::of_money(words.low(at)));
        let (participle, mut at) = match active {
            Some(participle) => (participle.to_owned(), self.figure.end),
            None => self.passive()?,
        };
        let mut thing = format!("Money {participle}");
        if matches!(self.low(at), "out" | "aside" | "over") {
            thing = format!("{thing} {}", self.low(at));
            at += 1;
        }
        let object = ["on", "into", "for", "to", "from", "in"]
            .contains(&self.low(at))
            .then(|| phrase::from(words, at + 1))
            .flatten()
            .filter(|own| !phrase::is_time(words, own))
            .map(|own| at..phrase::extended(words, &own, self.clause.end).end);
        let who = active.and_then(|_| self.subject());
        let who = who.filter(|who| {
            let bare =
                who.len() == 1 && words.get(who.start).is_some_and(|word| !word.is_capital());
            is_actor(words, who) && who.len() < 5 && !bare
        });
        let who = who.filter(|who| {
            let place = object
                .as_ref()
                .is_none_or(|object| words.low(object.start) == "in");
            place && !phrase::is_country(words, who)
        });
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
}
