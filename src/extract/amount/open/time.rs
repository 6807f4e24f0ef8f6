//! The period and the status of a figure that no rule knows.

use crate::dossier::observation::ObservationStatus;
use crate::extract::amount::change::ChangeRole;
use crate::extract::amount::period::Period;
use crate::extract::amount::record::Amount;
use crate::extract::amount::unit::{self, Unit};
use crate::extract::amount::{ahead, promise, qualifier, settle};
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::date::{Context, Edge, TimeExpression};
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

const DEADLINE: Basis = Basis::new(
    "deadline",
    Confidence::Unsure,
    "what will be done is to be so by then",
);
const DEED: Basis = Basis::new(
    "promised-deed",
    Confidence::Unsure,
    "somebody will do it, and does not only expect it",
);
const AHEAD: Basis = Basis::new(
    "date-ahead",
    Confidence::Unsure,
    "its date is after the publication",
);

const PRICE: Basis = Basis::new(
    "price-of-thing",
    Confidence::Unsure,
    "what a thing costs that is planned",
);

/// Drops a period that is another's, and sets what is planned, promised or still to come.
pub(super) fn settle(
    words: &Words<'_>,
    start: usize,
    amount: &mut Amount,
    (all, context): (&[TimeExpression], Context),
) {
    let end = words.place(amount.range.end.saturating_sub(1)) + 1;
    if let Some(from) = amount
        .period
        .as_ref()
        .and_then(|period| from_then(words, period, end))
    {
        amount.period = Some(from);
    } else if let Some(period) = amount.period.take() {
        let own = (!settle::is_doubtful(words, &period, start)
            || is_day_ahead(&period, amount, context))
            && !settle::is_of_before(words, &period, start)
            && !is_of_another(words, &period, (start, end), amount);
        if own {
            amount.period = Some(doubted(ahead::with_next(words, all, period)));
        } else if amount.status_basis.rule == "future-date" {
            amount.status = ObservationStatus::Reported;
            amount.status_basis = settle::UNDATED;
        }
    }
    if is_price_of(words, (start, end), amount) {
        amount.status = ObservationStatus::Reported;
        amount.status_basis = PRICE;
        return;
    }
    let own = (amount.status, amount.status_basis);
    let money = matches!(amount.unit, Unit::Money(_));
    let agreed = || promise::agreed(words, start, own).filter(|_| money);
    if let Some(stated) = agreed().or_else(|| promise::planned(words, start, own)) {
        (amount.status, amount.status_basis) = stated;
        return;
    }
    let time = amount.period.as_ref().map(|period| &period.time);
    let until = time.is_some_and(|time| time.edge == Some(Edge::Until));
    let extent = time.and_then(|time| time.extent).zip(context.published);
    let ahead = extent.is_some_and(|(extent, published)| extent.first > published);
    match amount.status {
        ObservationStatus::Forecast if until && amount.status_basis.rule == "future-verb" => {
            (amount.status, amount.status_basis) = (ObservationStatus::Target, DEADLINE);
        }
        ObservationStatus::Forecast
            if amount.status_basis.rule == "future-verb" && promise::is_deed(words, start) =>
        {
            (amount.status, amount.status_basis) = (ObservationStatus::Target, DEED);
        }
        ObservationStatus::Reported if ahead && !promise::is_set_aside(words, start) => {
            (amount.status, amount.status_basis) = (ObservationStatus::Forecast, AHEAD);
        }
        _ => {}
    }
}

/// "two flights a week from May", "0.5 million tonnes a year from 2027": from then on.
fn from_then(words: &Words<'_>, period: &Period, end: usize) -> Option<Period> {
    const NEAR: usize = 5;
    let rate = (end..end + NEAR).any(|at| {
        let per = matches!(words.low(at), "a" | "per" | "each" | "every");
        per && matches!(words.low(at + 1), "year" | "month" | "week" | "day")
    });
    let start = end.saturating_sub(NEAR);
    let rate =
        rate || (start..end).any(|at| matches!(words.low(at), "weekly" | "daily" | "monthly"));
    let edtf = period
        .time
        .edtf
        .as_deref()
        .filter(|edtf| !edtf.contains('/'))?;
    let from = words.low_before(period.time.words.start) == "from";
    (rate && from).then(|| {
        let mut period = period.clone();
        period.time.edtf = Some(format!("{edtf}/.."));
        doubted(period)
    })
}

/// A period that is not right behind its figure may be another's.
fn doubted(mut period: Period) -> Period {
    if period.basis.confidence < Confidence::Sure {
        let why = || "the nearest date of its sentence".to_owned();
        period.time.why.get_or_insert_with(why);
    }
    period
}

/// Is a date that of another thing: of a relative clause between, or of what a difference is measured by?
fn is_of_another(
    words: &Words<'_>,
    period: &Period,
    (start, end): (usize, usize),
    amount: &Amount,
) -> bool {
    let time = &period.time;
    let between = if time.words.start >= end {
        end..time.words.start
    } else {
        time.words.end..start
    };
    let span = time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
    let by = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::By);
    let level = by && matches!(amount.unit, Unit::Money(_));
    let behind = time.words.start >= end;
    // "twice the quantity of 2019": what it is measured by.
    let than = matches!(
        words.low(end),
        "as" | "the" | "that" | "what" | "its" | "their"
    );
    let measured = amount.unit == Unit::Times && behind && than;
    // "to 1,200 megawatts by 2025 from the current 350 megawatts"
    let today = matches!(words.low_before(start), "current" | "present");
    // "the 5 MW pilot plant produced 118 tonnes in 2025": what it can do is of no time.
    let power = matches!(amount.unit, Unit::Measure(unit) if unit::is_power(unit));
    let rated = power
        && amount.status == ObservationStatus::Reported
        && matches!(words.low_before(start), "a" | "the");
    // "broke ground in March on a $1.7 billion line": what it costs is of no time.
    let noun = words
        .get(end)
        .is_some_and(|word| word.kind == TokenKind::Word && !word.is_capital());
    let small = lexicon::of(words.low(end))
        .has(Class::PREPOSITION | Class::AND | Class::TIME | Class::AUXILIARY);
    let article = matches!(words.low_before(start), "a" | "an") && noun && !small;
    let money = matches!(amount.unit, Unit::Money(_)) && amount.change.is_none();
    let priced = article && money && period.basis.confidence < Confidence::Sure;
    measured
        || today
        || priced
        || rated
        || !behind && is_of_signing(words, time, start)
        || between.into_iter().any(|at| match words.low(at) {
            "which" | "that" | "who" | "where" | "whose" => !span,
            "than" => level,
            // "should be completed by 2035 and is estimated to cost €9 million"
            "and" => {
                let verb = matches!(
                    words.low(at + 1),
                    "is" | "are" | "was" | "will" | "would" | "has" | "costs"
                );
                !behind && (verb || costs(words, at))
            }
            "," => {
                let next = words.low(at + 1);
                // "and that 14 companies would take part"
                let told = next == "and" && words.low(at + 2) == "that" && is_foreseen(amount);
                matches!(next, "but" | "though" | "although")
                    || told
                    || behind && matches!(next, "and" | "while" | "a" | "an")
            }
            _ => false,
        })
}

/// "and their cost is estimated at"
fn costs(words: &Words<'_>, and: usize) -> bool {
    matches!(words.low(and + 1), "its" | "their" | "the")
        && matches!(words.low(and + 2), "cost" | "costs" | "price" | "bill")
}

/// "signed an agreement in August 2023 for a plant of 140 MW": what will be built is not of the day of signature.
fn is_of_signing(words: &Words<'_>, time: &TimeExpression, figure: usize) -> bool {
    const REACH: usize = 8;
    let first = time.words.start;
    let mut near = first.saturating_sub(REACH)..first;
    let signs = |at: usize| {
        matches!(
            words.low(at),
            "signed" | "concluded" | "awarded" | "sealed" | "inked"
        )
    };
    let signed = near.any(|at| signs(at) && words.same_sentence(at, first));
    signed && (time.words.end..figure).any(|at| words.low(at) == "for")
}

/// "A flight on December 20 is expected to bring 180 passengers": a day to come is that of what is foreseen.
fn is_day_ahead(period: &Period, amount: &Amount, context: Context) -> bool {
    let days = period.time.extent.zip(context.published);
    let ahead = days
        .is_some_and(|(extent, published)| extent.first > published && extent.first == extent.last);
    ahead && period.basis.rule == "only-date" && amount.status == ObservationStatus::Forecast
}

/// "a plant worth $45 million", "agreed on a $25 million terminal": what a thing costs is nobody's aim.
fn is_price_of(words: &Words<'_>, (start, end): (usize, usize), amount: &Amount) -> bool {
    const BRACKET: usize = 7;
    let money = matches!(amount.unit, Unit::Money(_)) && amount.change.is_none();
    let aim = amount.status != ObservationStatus::Reported && amount.period.is_none();
    let (_, begin) = qualifier::qualifier(words, start, end);
    let before = words.low_before(begin);
    let worth = |at: usize| matches!(words.low(at), "worth" | "costing");
    // "worth 45 million euros (US$48.7 million)"
    let converted = before == "(" && (begin.saturating_sub(BRACKET)..begin).any(worth);
    let worth = converted || begin > 0 && worth(begin - 1);
    let of = before == "of"
        && begin > 1
        && matches!(
            words.low(begin - 2),
            "investment" | "cost" | "budget" | "value"
        )
        && matches!(words.low_before(begin - 2), "an" | "a" | "total");
    // A pledge is no price: "a $5 million grant".
    let given = matches!(
        words.low(end),
        "grant" | "loan" | "credit" | "aid" | "fund" | "package"
    );
    let noun = words
        .get(end)
        .is_some_and(|word| word.kind == TokenKind::Word)
        && lexicon::of(words.low(end)) == Class::NONE;
    let article = matches!(before, "a" | "an") && noun && !given;
    money && aim && (worth || of || article)
}

/// Is it told of what is still to come?
fn is_foreseen(amount: &Amount) -> bool {
    amount.status != ObservationStatus::Reported
}
