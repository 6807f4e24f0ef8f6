//! Amounts of trade that somebody says, as far as they can be compared with a series.

use crate::dossier::series::SeriesKind;
use crate::dossier::{Date, Series};
use crate::extract::Amount;
use crate::extract::amount::{ChangeRole, Quantity, Unit};
use crate::figures::interval::Interval;
use crate::figures::period::Period;

/// What a reported amount of money leaves open, and its period.
pub(super) fn spoken(amount: &Amount) -> Option<(Interval, Period)> {
    let changed = amount
        .change
        .is_some_and(|change| change.role != ChangeRole::To);
    let own = amount.own_period().is_some() && amount.own_trade() == amount.trade.as_ref();
    if changed || !own || !amount.status.is_report() || !matches!(amount.unit, Unit::Money(_)) {
        return None;
    }
    let Quantity::One(printed) = amount.quantity else {
        return None;
    };
    let interval = match amount.qualifier {
        None => Interval::round(printed.value),
        some => Interval::stated(printed.value, some),
    };
    let edtf = amount.period.as_ref()?.time.edtf.as_deref()?;
    let period = Period::of(&Date::parse(edtf).ok()?)?;
    let power = 10f64.powi(printed.scale.cast_signed());
    Some((interval.scaled(power), period))
}

/// Is an amount in the currency of a series of trade, and of all goods as that is?
pub(super) fn is_all_trade(series: &Series, amount: &Amount, text: &str) -> bool {
    let Unit::Money(currency) = amount.unit else {
        return false;
    };
    let unit = series.unit.as_deref().unwrap_or_default();
    let same = match currency.code {
        Some(code) => unit == code,
        None => unit == "USD" && currency.name == "dollar",
    };
    let is_trade = series.kind == SeriesKind::Trade && series.commodity.is_none();
    let Some(trade) = amount.trade.as_ref().filter(|_| is_trade) else {
        return false;
    };
    let mut behind = text[trade.cue.end..].split_whitespace();
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let part = matches!(behind.next(), Some("of" | "in")) && behind.next().is_some_and(small);
    same && !part
}
