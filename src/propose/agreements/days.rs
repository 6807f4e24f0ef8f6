//! Days and periods of an agreement's record.

use crate::dossier::Date;
use crate::extract::{Edge, TimeExpression};

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
