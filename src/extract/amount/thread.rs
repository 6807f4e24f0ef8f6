//! What one paragraph leaves to those behind it: "The two governments aim for $5 billion by 2028",
//! "over the same eight months".

use std::ops::Range;

use super::carry;
use super::open::{self, Open};
use super::period::Period;
use super::status::PAST_VERBS;
use super::trade::Trade;
use super::trend::trend;
use super::unit::Unit;
use crate::dossier::Code;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::series::Flow;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

const GOAL: Basis = Basis::new(
    "goal-of-trade",
    Confidence::Likely,
    "a goal without a noun, in a text that spoke of the trade of both before",
);

/// Words that a goal may be of instead.
static OTHER: WordList = WordList::new(
    "invest investing invested investment investments investors loan loans credit credits aid fund \
     funds project projects cost costs contract contracts budget grant grants gdp economy revenue \
     tourists visitors students capacity debt",
);

/// Words for a goal, right before a figure save for small words.
static GOALS: WordList = WordList::new(
    "target goal aim aims aimed aiming targeted objective objectif цель целью задачу",
);

/// Verbs that tell what is.
static IS: WordList =
    WordList::new("is are stands amounts has have remains remain makes make accounts account");

/// Words before a figure that are looked at.
const REACH: usize = 6;

/// "bring this figure to $5 billion": a goal for what was spoken of before.
fn raises_it(words: &Words<'_>, start: usize) -> bool {
    static LIFTS: WordList = WordList::new("bring raise increase lift take push double");
    static IT: WordList = WordList::new("figure volume number turnover it");
    let near = start.saturating_sub(REACH)..start;
    let lift = near
        .filter(|at| words.same_sentence(*at, start))
        .find(|at| LIFTS.has(words.low(*at)));
    words.low_before(start) == "to"
        && lift.is_some_and(|lift| (lift + 1..start).any(|at| IT.has(words.low(at))))
}

/// What was spoken of last.
#[derive(Debug, Default)]
pub(in crate::extract) struct Thread {
    total: Option<Trade>,
    period: Option<Period>,
    /// The last one that is no whole year.
    part: Option<Period>,
    /// Paragraphs so far, and the last one with a period.
    paragraphs: (usize, usize),
    /// Did the paragraph before ask for a goal?
    asked: bool,
    asks: bool,
    /// Figures that no rule knows, where these are wanted.
    open: Option<Gathered>,
}

/// What a text has of figures that no rule knows.
#[derive(Debug, Default)]
pub(in crate::extract) struct Gathered {
    pub(in crate::extract) open: Vec<Open>,
    /// The bytes of each paragraph, and the countries that it names.
    pub(in crate::extract) countries: Vec<(Range<usize>, Vec<Code>)>,
}

impl Thread {
    /// One that gathers the figures that no rule knows too.
    pub(in crate::extract) fn with_open() -> Self {
        Self {
            open: Some(Gathered::default()),
            ..Self::default()
        }
    }

    /// Those that were gathered.
    pub(in crate::extract) fn into_open(self) -> Gathered {
        self.open.unwrap_or_default()
    }

    /// Adds those of a paragraph, where they are wanted.
    pub(super) fn gather(&mut self, words: &Words<'_>, of: impl FnOnce() -> Vec<Open>) {
        if let Some(gathered) = &mut self.open {
            gathered.open.extend(of());
            if words.len() > 0 {
                let range = words.range(0..words.len());
                gathered.countries.push((range, open::countries_of(words)));
            }
        }
    }

    /// Begins a paragraph.
    pub(super) fn begin(&mut self, words: &Words<'_>) {
        let Some(last) = words.len().checked_sub(1) else {
            return;
        };
        self.paragraphs.0 += 1;
        let question = words.low(last) == "?";
        self.asked = std::mem::replace(
            &mut self.asks,
            question && (0..last).any(|at| GOALS.has(words.low(at))),
        );
    }

    /// The trade that a goal is about that names none.
    pub(super) fn goal(
        &self,
        words: &Words<'_>,
        (start, end): (usize, usize),
        (status, unit, range): (ObservationStatus, Unit, &Range<usize>),
    ) -> Option<Trade> {
        let money = matches!(unit, Unit::Money(_));
        if status != ObservationStatus::Target || !money {
            return None;
        }
        let near = start.saturating_sub(REACH)..start;
        let named = near
            .clone()
            .any(|at| words.same_sentence(at, start) && GOALS.has(words.low(at)));
        // "Your target?" "500 million euros by 2028."
        let named = named || self.asked && start < REACH || raises_it(words, start);
        let sentence =
            (start.saturating_sub(40)..end + 40).filter(|at| words.same_sentence(*at, start));
        let other = sentence.into_iter().any(|at| OTHER.has(words.low(at)));
        let trade = self.total.clone().filter(|_| named && !other)?;
        Some(Trade {
            basis: GOAL,
            cue: range.clone(),
            ..trade
        })
    }

    /// The period of the paragraph before, for a figure of the first sentence that tells what was beside its
    /// own: "Fiji also sent …", "Exports, mostly of tea, fell by …".
    pub(super) fn beside(&self, words: &Words<'_>, start: usize) -> Option<Period> {
        let first = words.same_sentence(0, start);
        let period = self.before().filter(|_| first)?;
        let is = |at: usize| IS.has(words.low(at));
        let was = |at: usize| {
            let low = words.low(at);
            low == "also" || PAST_VERBS.has(low) || trend(low).is_some() && low.ends_with("ed")
        };
        let told = (0..start).rev().find(|at| is(*at) || was(*at));
        told.is_some_and(|at| !is(at)).then_some(period)
    }

    /// The period of the paragraph before, for a part or a multiple of what was spoken of there.
    pub(super) fn before(&self) -> Option<Period> {
        let near = self.paragraphs.1 > 0 && self.paragraphs.1 + 1 == self.paragraphs.0;
        let mut period = self.period.clone().filter(|_| near)?;
        period.basis = carry::CARRIED;
        period.time.why = Some("the period of the paragraph before".to_owned());
        Some(period)
    }

    /// The period that "the same months" mean in the sentence of a figure.
    pub(super) fn same_period(&self, words: &Words<'_>, start: usize) -> Option<Period> {
        let sentence =
            (start.saturating_sub(20)..start + 20).filter(|at| words.same_sentence(*at, start));
        let noun = sentence.into_iter().find_map(|at| {
            let same = matches!(words.low(at), "same" | "тот") && words.low_before(at) != "at";
            let noun = |at: &usize| {
                matches!(
                    words.low(*at),
                    "period" | "months" | "month" | "quarter" | "year" | "период"
                )
            };
            same.then(|| (at + 1..at + 4).find(noun)).flatten()
        })?;
        let whole = words.low(noun) == "year";
        // "the same period a year earlier" is another one.
        if words.low(noun + 1) == "a"
            || words.low(noun + 1) == "last"
            || words.low(noun + 1) == "of"
        {
            return None;
        }
        let part = self.part.as_ref().filter(|_| !whole);
        part.or(self.period.as_ref()).map(carry::carried)
    }

    /// Notes what a figure of trade is about.
    pub(super) fn note(
        &mut self,
        trade: &Trade,
        status: ObservationStatus,
        period: Option<&Period>,
    ) {
        if trade.flow == Flow::Total && trade.goods.is_none() && trade.basis.rule != GOAL.rule {
            self.total = Some(trade.clone());
        }
        let reported = status == ObservationStatus::Reported;
        if let Some(period) = period.filter(|_| reported) {
            let year = period
                .time
                .edtf
                .as_deref()
                .is_some_and(|edtf| edtf.len() == 4);
            if !year {
                self.part = Some(period.clone());
            }
            self.period = Some(period.clone());
            self.paragraphs.1 = self.paragraphs.0;
        }
    }
}
