//! Agreements that another text told of and that wait in the inbox.

use crate::dossier::date::Order;
use crate::dossier::{Actor, Agreement, Date, Kind};
use crate::propose::agreements::matching::subject;
use crate::propose::context::Context;
use crate::propose::inbox::Inbox;
use crate::propose::proposal::{Met, News};

/// The agreements that wait, of other texts than this.
pub(in crate::propose) fn waiting(context: &Context<'_>, inbox: &Inbox) -> Vec<Agreement> {
    let others = inbox
        .waiting(Kind::Agreement)
        .filter(|one| one.anchor.source != context.source);
    let read = others.map(|one| serde_json::from_str(one.record.get()));
    read.filter_map(Result::ok).collect()
}

/// The one that says the same: of one kind, name and status, between the same parties, with the same dates.
pub(super) fn same(context: &Context<'_>, all: &[Agreement], new: &Agreement) -> Option<Met> {
    let words = subject(context, &new.title);
    let is = |old: &&Agreement| {
        (old.kind, old.count, old.status) == (new.kind, new.count, new.status)
            && actors(old) == actors(new)
            && is_one(old.signed.as_ref(), new.signed.as_ref())
            && is_one(old.in_force.as_ref(), new.in_force.as_ref())
            && is_one(old.horizon.as_ref(), new.horizon.as_ref())
            && !words.is_empty()
            && subject(context, &old.title) == words
    };
    let old = all.iter().find(is)?;
    Some(Met {
        news: News::Same,
        of: old.id.clone(),
        remark: Some(format!("the same as {}, which waits", old.id)),
    })
}

fn actors(one: &Agreement) -> Vec<&Actor> {
    let mut actors: Vec<&Actor> = one.parties.iter().map(|party| &party.party).collect();
    actors.sort_by_key(ToString::to_string);
    actors
}

/// Do both give the same date, or neither one?
fn is_one(old: Option<&Date>, new: Option<&Date>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => {
            let days = |date: &Date| (date.earliest(), date.latest());
            old.compare(new) == Order::Possible && days(old) == days(new)
        }
        _ => false,
    }
}
