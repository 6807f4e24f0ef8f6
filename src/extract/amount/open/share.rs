//! What a share, a rate, a weight or a change is of.

use std::ops::Range;

use super::clause;
use super::name::{Name, Place};
use super::phrase::{self, inner, text};
use super::verb;
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word_list::WordList;

/// Rates by themselves.
static RATES: WordList = WordList::new(
    "interest rate rates duty duties tariff tariffs stake margin discount tax taxes stakes yield fee share",
);

/// Words of a sentence before a figure that are looked at.
const REACH: usize = 60;

impl Place<'_, '_> {
    pub(super) fn share(&self) -> Name {
        let words = self.words;
        let (start, end) = (self.figure.start, self.figure.end);
        if let Some(own) = self.linked() {
            let rate = own.clone().any(|at| RATES.has(words.low(at)));
            if rate {
                return self.rate(&own);
            }
        }
        // "a 5 percent duty on fish".
        let attributive =
            phrase::from(words, end).map(|own| phrase::extended(words, &own, self.clause.end));
        if let Some(own) = attributive.filter(|own| own.clone().any(|at| RATES.has(words.low(at))))
        {
            return self.name(Some(own), None, true);
        }
        let of = self.low(end) == "of";
        let whole = of
            .then(|| phrase::from(words, end + 1))
            .flatten()
            .map(|own| phrase::extended(words, &own, self.clause.end));
        let stands = ["it", "that", "this", "them", "these", "those", "which"];
        let pronoun = of && whole.is_none() && stands.contains(&self.low(end + 1));
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
            it.then(|| clause::before(words, self.figure.start, false))
                .flatten()
        });
        let whole = whole.filter(|whole| {
            let bare = phrase::is_abstract(words, whole);
            part.as_ref() != Some(whole) && !(bare && whole.len() == 1)
        });
        let gone = whole
            .as_ref()
            .filter(|_| part.is_none())
            .and_then(|whole| self.gone(whole));
        if let Some((whole, way)) = gone {
            let mut name = self.name(Some(whole.clone()), None, false);
            name.thing = format!("{} {}", name.thing, text(words, &way));
            self.settle(&mut name, &[whole, way]);
            return name;
        }
        let rate = part
            .as_ref()
            .is_some_and(|part| part.clone().any(|at| RATES.has(words.low(at))));
        let plain = rate && whole.is_none();
        self.name(part, whole, plain)
    }

    /// "40 percent of the tea went to Lima", "half of the buses were built here": the whole, and what the part of
    /// it does.
    fn gone(&self, whole: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        const MOST: usize = 5;
        let at = whole.end + 1;
        if ["go", "goes", "went", "come", "comes", "came"].contains(&self.low(whole.end)) {
            let joint = matches!(self.low(at), "to" | "from" | "into");
            let way = phrase::from(self.words, at + 1).filter(|_| joint)?;
            return Some((whole.clone(), at..way.end));
        }
        let class = |at: usize| lexicon::of(self.low(at));
        let participle = class(whole.end).has(Class::BE) && verb::is_any(self.words, at);
        let word = |at: &usize| {
            let word = self.words.get(*at);
            word.is_some_and(|word| word.kind == TokenKind::Word) && !class(*at).has(Class::TIME)
        };
        let near = at..self.clause.end.min(at + MOST);
        let last = near.take_while(word).last().filter(|_| participle)?;
        Some((whole.clone(), at..self.trimmed(at..last + 1).end))
    }

    /// "The loan carries interest of 2 %": a rate, and what it is the rate of.
    fn rate(&self, own: &Range<usize>) -> Name {
        if let Some(of) = self.behind(&["on", "in", "for"]) {
            let mut name = self.name(Some(own.clone()), None, true);
            let of = self.figure.end..of.end;
            name.thing = format!("{} {}", name.thing, text(self.words, &of));
            self.settle(&mut name, &[of, own.clone()]);
            return name;
        }
        let of = self
            .thing()
            .filter(|thing| thing != own && thing.end <= own.start);
        let mut name = self.name(Some(own.clone()), None, true);
        if let Some(of) = of {
            name.thing = format!("{}, {}", inner(self.words, &of), name.thing);
            self.settle(&mut name, &[of, own.clone()]);
        }
        name
    }

    pub(super) fn weight(&self) -> Name {
        let words = self.words;
        if words.after(self.figure.end, "of them").is_some() {
            return self.name(clause::before(words, self.figure.start, true), None, true);
        }
        // "a 250-megawatt solar plant"
        let before = self.figure.start.checked_sub(1);
        let article = before.is_some_and(|at| phrase::is_article(words, at));
        let own = article
            .then(|| phrase::from(words, self.figure.end))
            .flatten();
        if let Some(own) = own {
            return self.name(
                Some(phrase::extended(words, &own, self.clause.end)),
                None,
                false,
            );
        }
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
        let mut before = (self.figure.start.saturating_sub(REACH)..self.figure.start)
            .rev()
            .take_while(same);
        let at = before.find(|at| words.low(*at) == unit && words.low(at + 1) == "of")?;
        let own = phrase::joined(words, &phrase::from(words, at + 2)?);
        Some(phrase::extended(words, &own, self.figure.start))
    }

    pub(super) fn change(&self) -> Name {
        let own = self.thing().or_else(|| self.subject());
        let own = own.filter(|own| !phrase::is_country(self.words, own));
        // "twice the sum of the programme before".
        let base = || {
            let base = phrase::from(self.words, self.figure.end)?;
            Some(phrase::extended(self.words, &base, self.clause.end))
        };
        self.name(own.or_else(base), None, false)
    }
}
