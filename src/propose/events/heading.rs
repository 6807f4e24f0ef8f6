//! A heading tells of the meeting that the text tells of below it: they are one.

use crate::extract::{Confidence, EventMention};

/// The events of a text without those that its heading repeats. The line of date and place under the
/// heading dates the meeting below, where no words of its own do.
pub(super) fn merged(
    mentions: &[EventMention],
    names: impl Fn(&EventMention) -> Vec<String>,
) -> Vec<EventMention> {
    let (above, mut below): (Vec<EventMention>, Vec<EventMention>) =
        mentions.iter().cloned().partition(|one| one.heading);
    let mut kept = Vec::new();
    for one in above {
        let who = names(&one);
        let again = |other: &&mut EventMention| {
            is_meeting(one.kind)
                && is_meeting(other.kind)
                && other.label.is_none()
                && one.status == other.status
                && names(other).iter().any(|name| who.contains(name))
        };
        let Some(told) = below.iter_mut().find(again) else {
            kept.push(one);
            continue;
        };
        if told.date.is_none() && one.date.is_some() {
            told.date = one.date;
            told.place = told.place.take().or(one.place);
            told.status_basis = told.status_basis.at_most(Confidence::Likely);
        }
    }
    kept.extend(below);
    kept
}

/// Is it a kind of meeting?
pub(super) fn is_meeting(kind: &str) -> bool {
    matches!(kind, "meeting" | "talks" | "summit" | "consultations")
}
