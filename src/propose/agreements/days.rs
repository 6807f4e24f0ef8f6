//! Days and periods of an agreement's record.

use std::ops::Range;

use crate::dossier::Date;
use crate::extract::{AgreementMention, Edge, TimeExpression};
use crate::propose::context::Context;

/// The period that an agreement covers; "until 2030" leaves its beginning open.
pub(super) fn horizon(time: &TimeExpression) -> Option<Date> {
    let bare = time.edtf.as_deref().filter(|edtf| !edtf.contains('/'));
    let until = bare.filter(|_| time.edge == Some(Edge::Until));
    let open = until.map(|edtf| {
        let mut open = time.clone();
        open.edtf = Some(format!("../{edtf}"));
        open
    });
    open.as_ref().unwrap_or(time).date().ok().flatten()
}

/// "since September 2010": the month in which it began, without what followed.
pub(super) fn began(date: Date) -> Date {
    let bare = date.edtf().and_then(|edtf| edtf.split('/').next());
    bare.and_then(|edtf| Date::parse(edtf).ok()).unwrap_or(date)
}

/// Does a verb of the past have a day that is told without its year? Then it is the day of something else.
pub(super) fn is_misread(context: &Context<'_>, mention: &AgreementMention) -> bool {
    let past = |verb: &Range<usize>| context.words(verb).ends_with("ed");
    let relative = mention.date.as_ref().is_some_and(|date| date.relative);
    relative && mention.verb.as_ref().is_some_and(past)
}

/// Does a day come after the publication?
pub(super) fn is_ahead(context: &Context<'_>, day: &Date) -> bool {
    let published = context.published();
    published.is_some_and(|published| day.earliest().is_some_and(|day| day > published))
}

/// "planned to sign a treaty in 2022": was the printed day behind the verb over at the publication?
pub(super) fn is_over(context: &Context<'_>, mention: &AgreementMention) -> bool {
    let verb = mention.verb.as_ref();
    let act = verb.filter(|verb| verb.end <= mention.range.start);
    let behind = |date: &&TimeExpression| act.is_some_and(|act| act.end <= date.range.start);
    let printed = mention.date.as_ref().filter(|date| !date.relative);
    let printed = printed.filter(behind);
    let last = printed.and_then(|date| date.date().ok().flatten()?.latest());
    let days = last.zip(context.published());
    days.is_some_and(|(last, published)| last < published)
}
