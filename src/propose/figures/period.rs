//! The period of a figure, or what bounds it where the text gives none.

use crate::dossier::Date;
use crate::dossier::observation::ObservationStatus;
use crate::extract::Edge;
use crate::extract::amount::{Amount, ChangeRole, Period};
use crate::propose::context::Context;
use crate::propose::financial;

/// The period of an amount; none where its words fix none.
pub(super) fn dated(context: &Context<'_>, amount: &Amount, period: &Period) -> Option<Date> {
    let printed = context.words(&period.time.range);
    let behind = context
        .text()
        .get(period.time.range.end..)
        .unwrap_or_default();
    let behind = behind.split_whitespace().next().unwrap_or_default();
    // "the 2027/28 academic year" is that of the schools.
    let schools = matches!(behind, "academic" | "school");
    let financial = financial::year(context.dossier, printed, context.published());
    let financial = financial.filter(|_| !schools);
    let date = financial.or(period.time.date().ok().flatten())?;
    let date = open_ended(amount, date);
    date.edtf().is_some().then_some(date)
}

/// No period, but a bound: what is reported was so by the day of publication, what is planned comes after.
pub(super) fn undated(context: &Context<'_>, amount: &Amount) -> Option<Date> {
    let day = context.published()?.to_string();
    let from = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::From);
    let (bounds, why) = match amount.status {
        _ if from => return None,
        ObservationStatus::Reported | ObservationStatus::Provisional => (
            (None, Some(day.as_str())),
            "printed by then; the article gives no date for it",
        ),
        ObservationStatus::Forecast | ObservationStatus::Target => (
            (Some(day.as_str()), None),
            "still to come when it was printed; the article gives no date for it",
        ),
    };
    Date::inferred(None, bounds, why).ok()
}

/// "has invested $5 million since 2017": from then on.
fn open_ended(amount: &Amount, date: Date) -> Date {
    let since = |period: &Period| period.time.edge == Some(Edge::Since);
    let sum = amount.matter.is_some() && amount.period.as_ref().is_some_and(since);
    let open = date.edtf().filter(|edtf| sum && !edtf.contains('/'));
    let open = open.and_then(|edtf| Date::parse(&format!("{edtf}/..")).ok());
    open.unwrap_or(date)
}
