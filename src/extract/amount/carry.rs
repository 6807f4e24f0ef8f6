//! What a sentence leaves to the one before it: "Trade is small. It was $28 million in 2023. Exports
//! were $20 million."

use super::period::{Dates, Period};
use super::trade::{Mention, Trade};
use super::trend::trend;
use crate::dossier::series::Flow;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

pub(super) const PRONOUN: Basis = Basis::new(
    "trade-pronoun",
    Confidence::Likely,
    "“it” is the trade of the sentence before",
);
pub(super) const CARRIED: Basis = Basis::new(
    "period-before",
    Confidence::Unsure,
    "the period of the sentence before, for its own has no date",
);

/// Verbs between "it" and how much it was.
static LEVELS: WordList = WordList::new(
    "reached reach reaches exceed amounted amounts stood stands totalled totaled totals exceeded exceeds \
     surpassed topped added adds hit was is were valued estimated recorded compared",
);
/// Words that make a figure one of today.
static TODAY: WordList = WordList::new("now currently today present presently");

/// Words before a figure that are looked at.
const REACH: usize = 12;

/// What a sentence may speak of without naming it.
struct Topic {
    /// The trade that "it" means.
    trade: Option<Trade>,
    /// Its first word.
    first: usize,
    /// The first word that names a trade in it.
    named: usize,
}

/// The trade and the period that the figures of a paragraph have from the sentence before theirs.
pub(super) struct Carry<'a> {
    words: &'a Words<'a>,
    /// An entry per sentence.
    topics: Vec<Topic>,
    /// The sentence of the last figures of trade, and their period if they have one in common.
    last: Option<(u32, Option<Period>)>,
}

impl<'a> Carry<'a> {
    pub(super) fn new(words: &'a Words<'a>, mentions: &[Mention]) -> Self {
        Self {
            words,
            topics: topics(words, mentions),
            last: None,
        }
    }

    /// The trade that a figure beginning with the word `start` is about, if its sentence names none.
    pub(super) fn trade(&self, start: usize) -> Option<Trade> {
        let sentence = self.words.get(start)?.sentence;
        let topic = self.topics.get(usize::try_from(sentence).ok()?)?;
        let trade = topic.trade.as_ref().filter(|_| start < topic.named)?;
        let word = refers(self.words, topic.first, start)?;
        let total = self.words.low(word) == "total";
        Some(Trade {
            flow: if total { Flow::Total } else { trade.flow },
            basis: PRONOUN,
            ..trade.clone()
        })
    }

    /// The trade of "Exports grew by 11 per cent": whose they are, the sentence before says.
    pub(super) fn whose(&self, mentions: &[Mention], start: usize, trade: Trade) -> Trade {
        const MOST: usize = 6;
        let one_way = |flow: Flow| matches!(flow, Flow::Exports | Flow::Imports);
        let sentence = |at: usize| self.words.get(at).map(|word| word.sentence);
        let named = !trade.is_nameless();
        let next = mentions.partition_point(|mention| mention.start() < start);
        let Some((own, before)) = mentions[..next].split_last() else {
            return trade;
        };
        let first = |at: usize| at == 0 || sentence(at - 1) != sentence(at);
        // "In January, exports were": a date at most is before it.
        let led = || {
            let near = own.start().saturating_sub(MOST)..own.start();
            self.words.low_before(own.start()) == "," && near.into_iter().any(first)
        };
        let opens = first(own.start()) || led();
        let hoped = || is_hoped(self.words, own.start());
        if named
            || !one_way(trade.flow)
            || !(opens || hoped())
            || sentence(own.start()) != sentence(start)
        {
            return trade;
        }
        let last = sentence(own.start()).and_then(|own| own.checked_sub(1));
        let mut near = before.iter().rev().take(MOST);
        let of = near.find(|one| {
            let trade = one.trade();
            // A remark may stand between.
            let near = sentence(one.start())
                .zip(last)
                .is_some_and(|(at, last)| at <= last && at + 1 >= last);
            near && one_way(trade.flow) && trade.reporter.is_some()
        });
        match of.map(Mention::trade) {
            Some(of) => Trade {
                reporter: of.reporter,
                partner: of.partner,
                basis: PRONOUN,
                ..trade
            },
            None => trade,
        }
    }

    /// The period of a figure of trade from the word `start` to before `end`: its own, or that of the
    /// sentence before if its sentence has no date.
    pub(super) fn period(
        &mut self,
        own: Option<Period>,
        (start, end): (usize, usize),
        dates: &Dates<'_>,
    ) -> Option<Period> {
        let Some(sentence) = self.words.get(start).map(|word| word.sentence) else {
            return own;
        };
        if is_base(self.words, start) {
            return own;
        }
        let undated = || !dates.any_near(start, end) && !self.is_of_today(start, end);
        let period = own.or_else(|| self.carried(sentence).filter(|_| undated()));
        self.keep(sentence, period.as_ref());
        period
    }

    fn is_of_today(&self, start: usize, end: usize) -> bool {
        (start.saturating_sub(REACH)..end)
            .filter(|at| self.words.same_sentence(*at, start))
            .any(|at| TODAY.has(self.words.low(at)))
    }

    fn carried(&self, sentence: u32) -> Option<Period> {
        let (of, period) = self.last.as_ref()?;
        // A remark may stand between: "The trouble is the balance."
        let near = *of <= sentence && *of + 2 >= sentence;
        period.as_ref().filter(|_| near).map(carried)
    }

    /// Several periods in one sentence leave none to the next.
    fn keep(&mut self, sentence: u32, period: Option<&Period>) {
        let known = self.last.take().filter(|(of, _)| *of == sentence);
        let fits = known.is_none_or(|(_, known)| {
            let edtf = |period: &Period| period.time.edtf.clone();
            known.as_ref().map(edtf) == period.map(edtf)
        });
        self.last = Some((sentence, period.filter(|_| fits).cloned()));
    }
}

/// A period that another figure has by way of the text, and not by its own sentence.
pub(super) fn carried(period: &Period) -> Period {
    let mut period = period.clone();
    period.basis = CARRIED;
    let doubt = || CARRIED.reason.to_owned();
    period.time.why.get_or_insert_with(doubt);
    period
}

/// Does a word at that place name what somebody expects: "The chamber expects exports"?
fn is_hoped(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low_before(at),
        "expects" | "expect" | "expected" | "forecasts" | "predicts" | "sees" | "wants" | "hopes"
    )
}

/// Is it only what another figure is compared with?
pub(super) fn is_base(words: &Words<'_>, start: usize) -> bool {
    let phrases = [
        "compared with",
        "compared to",
        "as against",
        "against",
        "than",
        "versus",
        "contre",
        "par rapport à",
    ];
    // "came to less than $5 million" compares with nothing; "12% more than $5 million" does.
    let measured = |at: usize| {
        let than = words.ending(at, "than")?;
        let compares = matches!(words.low_before(than), "less" | "more" | "fewer");
        let rate = |low: &str| matches!(low, "%" | "percent" | "cent" | "pc" | "times");
        let before = than.checked_sub(1)?;
        Some(compares && !rate(words.low_before(before)))
    };
    let begin = start.saturating_sub(2)..=start;
    begin.into_iter().any(|at| {
        measured(at) != Some(true) && phrases.iter().any(|one| words.ending(at, one).is_some())
    })
}

/// For each sentence, the trade that it may mean by "it".
fn topics(words: &Words<'_>, mentions: &[Mention]) -> Vec<Topic> {
    let mut found: Vec<Topic> = Vec::new();
    let mut topic: Option<Trade> = None;
    let mut mentions = mentions.iter().peekable();
    let mut first = 0;
    while first < words.len() {
        let end = (first..words.len())
            .find(|at| !words.same_sentence(first, *at))
            .unwrap_or(words.len());
        let mut own: Vec<&Trade> = Vec::new();
        let named = mentions.peek().map_or(usize::MAX, |next| next.start());
        while let Some(mention) = mentions.next_if(|mention| mention.start() < end) {
            own.push(mention.trade());
        }
        found.push(Topic {
            trade: topic.take(),
            first,
            named,
        });
        topic = match own.as_slice() {
            [one, rest @ ..] => rest
                .iter()
                .all(|other| other.is_like(one))
                .then(|| (*one).clone()),
            [] if is_pronoun(words, first) => found.last().and_then(|last| last.trade.clone()),
            [] => None,
        };
        first = end;
    }
    found
}

/// "it", "that", "он".
fn is_pronoun(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "it" | "that" | "this" | "он" | "его")
}

/// The word between the first of a sentence and a figure that means what was spoken of: "it reached",
/// "the total".
fn refers(words: &Words<'_>, first: usize, figure: usize) -> Option<usize> {
    let from = first.max(figure.saturating_sub(REACH));
    (from..figure).rev().find(|at| {
        let at = *at;
        let low = words.low(at);
        let noun = matches!(
            low,
            "total"
                | "figure"
                | "volume"
                | "value"
                | "growth"
                | "increase"
                | "rise"
                | "decline"
                | "decrease"
                | "drop"
        ) && matches!(words.low_before(at), "the" | "this" | "that");
        // "a recovery to $189 million"
        let noun = noun
            || matches!(low, "recovery" | "rebound")
                && matches!(words.low_before(at), "a" | "the")
                && words.low(at + 1) == "to";
        let object = low == "его" && words.low(at + 1) == "до";
        object || (noun || is_pronoun(words, at)) && leads(words, at + 1, figure)
    })
}

/// Do these words say no more than how much it is?
fn leads(words: &Words<'_>, from: usize, figure: usize) -> bool {
    let verb = |at: usize| {
        let low = words.low(at);
        LEVELS.has(low) || low == "to" || trend(low).is_some() || low.starts_with("состав")
    };
    let other = |at: usize| {
        let low = words.low(at);
        let participle = low.ends_with("ed") && low.len() > 3 && !verb(at);
        let forecast = matches!(low, "projected" | "expected" | "predicted");
        participle && !forecast
            || matches!(low, "that" | "which" | "who" | "will" | "would" | "cost")
    };
    (from..figure).any(verb) && !(from..figure).any(other)
}
