//! The period of a figure, or what bounds it where the text gives none.

use chrono::Datelike;

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
    let behind = behind.trim_end_matches(|c: char| !c.is_alphabetic());
    // "the 2027/28 academic year" is that of the schools.
    let schools = matches!(
        behind,
        "academic" | "school" | "season" | "crop" | "marketing" | "harvest"
    );
    let financial = financial::year(context.dossier, printed, context.published());
    let financial = financial.or_else(|| {
        let edtf = period.time.edtf.as_deref()?;
        financial::shifted(context.dossier, printed, edtf)
    });
    let financial = financial.filter(|_| !schools);
    let trailing = || trailing(period);
    let date = financial
        .or_else(trailing)
        .or(period.time.date().ok().flatten())?;
    let date = open_ended(context, amount, date);
    date.edtf().is_some().then_some(date)
}

/// No period, but a bound: what is reported was so by the day of publication, what is planned comes after.
pub(super) fn undated(context: &Context<'_>, amount: &Amount) -> Option<Date> {
    let day = context.published()?.to_string();
    let from = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::From);
    let (bounds, why) = match amount.status {
        _ if from && !is_present(context, amount) => return None,
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

/// "from 350 megawatts at present"
fn is_present(context: &Context<'_>, amount: &Amount) -> bool {
    let behind = context.text().get(amount.range.end..).unwrap_or_default();
    ["at present", "now", "currently", "today"]
        .iter()
        .any(|word| behind.trim_start().starts_with(word))
}

/// "over the past ten years": the years up to the publication.
fn trailing(period: &Period) -> Option<Date> {
    const YEAR: i64 = 366;
    let time = &period.time;
    let (first, last) = (time.limits.0?, time.limits.1?);
    let years = time.rule == "up-to-publication" && (last - first).num_days() > YEAR;
    let edtf = format!("{:04}/{:04}", first.year(), last.year());
    let why = "the years up to the publication";
    years.then(|| Date::inferred(Some(&edtf), (None, None), why).ok())?
}

/// "has invested $5 million since 2017": from then on; "had built 40 clinics by 2020": up to then.
fn open_ended(context: &Context<'_>, amount: &Amount, date: Date) -> Date {
    let edge = amount.period.as_ref().and_then(|period| period.time.edge);
    let edtf = date
        .edtf()
        .filter(|edtf| amount.trade.is_none() && !edtf.contains('/'));
    let extent = date.latest().zip(context.published());
    let passed = extent.is_some_and(|(last, published)| last <= published);
    let reported = amount.status == ObservationStatus::Reported && passed;
    let open = match (edge, edtf) {
        (Some(Edge::Since), Some(edtf)) => format!("{edtf}/.."),
        (Some(Edge::Until), Some(edtf)) if reported => format!("../{edtf}"),
        _ => return date,
    };
    let why = amount
        .period
        .as_ref()
        .and_then(|period| period.time.why.as_deref());
    let known = match why {
        Some(why) => Date::inferred(Some(&open), (None, None), why),
        None => Date::parse(&open),
    };
    known.unwrap_or(date)
}
