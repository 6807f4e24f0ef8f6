//! The dates, amounts, agreements and events of a text in one pass.

use std::ops::Range;

use super::agreement::{self, AgreementMention};
use super::amount::{self, Amount, Open};
use super::date::{self, Context, TimeExpression};
use super::event::{self, EventMention};
use super::word::{Words, paragraphs};
use crate::dossier::Code;

/// What a text tells, apart from who says what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Every expression of time, from left to right.
    pub dates: Vec<TimeExpression>,
    /// Every amount, from left to right.
    pub amounts: Vec<Amount>,
    /// Every figure that no rule knows; only [`all_facts`] has these.
    pub open: Vec<Open>,
    /// Each paragraph with the countries that it names; only [`all_facts`] has these.
    pub countries: Vec<(Range<usize>, Vec<Code>)>,
    /// Every agreement, in the order of first mention.
    pub agreements: Vec<AgreementMention>,
    /// Every visit and meeting, from left to right.
    pub events: Vec<EventMention>,
}

/// The facts of a text: the same as each stage finds by itself, with the dates read once.
pub fn facts(text: &str, context: Context) -> Facts {
    read(text, context, amount::Thread::default())
}

/// The same, and the figures that no rule knows.
pub fn all_facts(text: &str, context: Context) -> Facts {
    read(text, context, amount::Thread::with_open())
}

fn read(text: &str, context: Context, mut thread: amount::Thread) -> Facts {
    let language = context.language_of(text);
    let mut facts = Facts::default();
    let mut list = agreement::List::default();
    let mut heading = event::Heading::default();
    for (offset, paragraph) in paragraphs(text) {
        let words = Words::new(paragraph, offset);
        let times = date::in_words(&words, context.published, language);
        let amounts = amount::in_words(&words, &times, (context, language), &mut thread);
        facts.amounts.extend(amounts);
        agreement::gather(&mut facts.agreements, &words, &times, (language, &mut list));
        event::gather(&mut facts.events, &mut heading, &words, &times, context);
        facts.dates.extend(times);
    }
    agreement::settle(&mut facts.agreements);
    let gathered = thread.into_open();
    facts.open = gathered.open;
    facts.countries = gathered.countries;
    facts
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::{agreements, amounts, dates, events};
    use super::*;

    #[test]
    fn one_pass_finds_what_each_stage_finds() {
        let text = "Lavrov met Siphandone in Vientiane on 5 June.\nThey signed a treaty on air \
                    services. Trade rose 5 % in 2024.\nThe treaty on air services is new.";
        let context = Context {
            published: NaiveDate::from_ymd_opt(2025, 6, 10),
            language: None,
        };
        let all = facts(text, context);
        assert_eq!(all.dates, dates(text, context));
        assert_eq!(all.amounts, amounts(text, context));
        assert_eq!(all.agreements, agreements(text, context));
        assert_eq!(all.events, events(text, context));
        let counts = (all.dates.len(), all.amounts.len());
        assert_eq!(counts, (2, 1));
        assert_eq!((all.agreements.len(), all.events.len()), (1, 1));
    }
}
