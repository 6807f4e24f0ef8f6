//! Agreements, and whether the dossier has them.

mod days;
mod matching;
mod third;
mod waiting;

use std::collections::BTreeSet;

use super::context::{Context, body};
use super::left::Left;
use super::proposal::{Found, Met, News};
use super::signings::Signings;
use crate::dossier::agreement::{AgreementStatus, Party};
use crate::dossier::date::Order;
use crate::dossier::{Actor, Agreement, Code, Date, Id, Kind, Text};
use crate::extract::agreement::{Lineage, PartyMention};
use crate::extract::{AgreementMention, Basis, Confidence, TimeExpression};
use days::{began, horizon, is_ahead, is_misread, is_over};
use matching::Tie;
use third::{is_party, with_third};
pub(super) use waiting::waiting;

/// A longer title is cut between words.
const TITLE: usize = 140;

/// The agreements of a text, as `mentions` found them, and the days on which they were signed; `waiting` are those that
/// other texts proposed.
pub(super) fn found(
    context: &Context<'_>,
    (mentions, countries): (&[AgreementMention], &BTreeSet<Code>),
    waiting: &[Agreement],
    left: &mut Left,
) -> serde_json::Result<(Vec<Found>, Signings)> {
    let mut found = Vec::new();
    let mut signings = Signings::default();
    for mention in mentions {
        let is_side = |party: &PartyMention| party.country.map(|code| context.is_side(code));
        let parties = mention.parties.iter();
        let sides: Vec<bool> = parties
            .filter(|party| is_party(context, party))
            .filter_map(is_side)
            .collect();
        if !sides.is_empty() && !sides.contains(&true) || with_third(context, mention) {
            left.others += 1;
            continue;
        }
        let Some(mut record) = record(context, mention) else {
            continue;
        };
        let remark = both_sides(context, countries, mention.mutual, &mut record);
        match compared(context, mention, record) {
            Outcome::Proposed(mut one) => {
                one.remark = one.remark.take().or(remark);
                one.met = one
                    .met
                    .take()
                    .or_else(|| waiting::same(context, waiting, &one.record));
                if one.met.is_none() {
                    signings.add(context, mention, (&one.record, one.basis.confidence));
                }
                found.push(one.found()?);
            }
            Outcome::Unclear => left.unclear += 1,
            Outcome::Cited => {}
        }
    }
    Ok((found, signings))
}

/// Where nobody is named as a party: the two countries, if the text names no other; else why not.
fn both_sides(
    context: &Context<'_>,
    countries: &BTreeSet<Code>,
    mutual: bool,
    record: &mut Agreement,
) -> Option<String> {
    if !record.parties.is_empty() {
        return None;
    }
    let sides = &context.dossier.about.sides;
    let all = sides.iter().all(|side| countries.contains(&side.code));
    let only = countries.len() == sides.len();
    if all && (only || mutual) {
        let party = |code| Party {
            side: Some(code),
            ..Party::new(Actor::Country(code))
        };
        record.parties = sides.iter().map(|side| party(side.code)).collect();
        let remark = if only {
            "its parties are the only countries that the text names"
        } else {
            "its parties are the two that the text is about"
        };
        return Some(remark.to_owned());
    }
    let remark = "no party is named, and the text is not about the two countries alone";
    Some(remark.to_owned())
}

/// What comes of a mention.
enum Outcome {
    Proposed(Box<Compared>),
    /// Nothing tells which agreement is meant.
    Unclear,
    /// The dossier cites that passage for it.
    Cited,
}

/// An agreement of the text, as the comparison with the dossier leaves it.
struct Compared {
    record: Agreement,
    basis: Basis,
    met: Option<Met>,
    /// What a person has to know of a new one.
    remark: Option<String>,
}

impl Compared {
    fn found(self) -> serde_json::Result<Found> {
        let anchor = self.record.evidence[0].clone();
        let mut found = Found::new(Kind::Agreement, &self.record, anchor, self.basis)?;
        found.remark = self.remark;
        Ok(found.meets(self.met))
    }
}

fn compared(context: &Context<'_>, mention: &AgreementMention, record: Agreement) -> Outcome {
    let lineage = mention.lineage.as_ref().map(|(lineage, _)| *lineage);
    let mut basis = mention.basis.at_most(mention.status_basis.confidence);
    // The day of a plan may change.
    if record.status == AgreementStatus::Planned && record.signed.is_some() {
        basis = basis.at_most(LIKELY);
    }
    // "were about to sign a treaty in 2022": nothing tells what came of it.
    if record.status == AgreementStatus::Planned && is_over(context, mention) {
        basis = basis.at_most(UNSURE);
    }
    let nameless = matching::subject(context, &record.title).is_empty();
    let precedes = lineage == Some(Lineage::Precedes);
    let tie = match lineage {
        Some(Lineage::Precedes) if nameless => {
            matching::earlier(context, &record).map_or(Tie::Another(Vec::new()), |old| Tie::Same {
                old,
                confirmed: false,
            })
        }
        _ => matching::tie(context, &record, lineage),
    };
    // What only refers back to an earlier one is not a new one.
    match tie {
        Tie::OneOf(_) | Tie::Another(_) if precedes => Outcome::Unclear,
        Tie::Same { old, .. } if context.cites(&old.evidence, &record.evidence[0]) => {
            Outcome::Cited
        }
        tie @ Tie::Same { .. } => settled(tie, record, basis),
        // "a new agreement was signed": a name that says nothing.
        tie if nameless && lineage.is_some() => settled(tie, record, basis.at_most(UNSURE)),
        tie => settled(tie, record, basis),
    }
}

const UNSURE: Confidence = Confidence::Unsure;
const LIKELY: Confidence = Confidence::Likely;

fn settled(tie: Tie<'_>, mut record: Agreement, basis: Basis) -> Outcome {
    let mut met = None;
    let mut remark = None;
    let mut most = Confidence::Sure;
    match tie {
        Tie::None => {}
        Tie::Same { old, confirmed } => {
            let meeting = meeting(old, &record);
            // Both stay: which of them holds is for a person to say.
            if meeting.news == News::Differs {
                record.maybe_same_as = vec![old.id.clone()];
            }
            met = Some(meeting);
            if !confirmed {
                most = LIKELY;
            }
        }
        Tie::OneOf(several) => {
            record.maybe_same_as = several.iter().map(|old| old.id.clone()).collect();
            remark = Some(format!("may be {}", names(&several, " or ")));
            most = UNSURE;
        }
        Tie::Another(alike) => {
            if let Some(last) = matching::last_of(&alike).filter(|old| is_later(&record, old)) {
                record.follows = vec![last.id.clone()];
            }
            remark = Some(format!("another one than {}", names(&alike, " and ")));
            most = LIKELY;
        }
    }
    Outcome::Proposed(Box::new(Compared {
        record,
        basis: basis.at_most(most),
        met,
        remark,
    }))
}

/// "`a` or `b`".
fn names(agreements: &[&Agreement], joint: &str) -> String {
    let names: Vec<_> = agreements
        .iter()
        .map(|old| format!("`{}`", old.id))
        .collect();
    names.join(joint)
}

/// Is one signed, or to be signed, after another?
fn is_later(new: &Agreement, old: &Agreement) -> bool {
    let date = |one: &Agreement| one.signed.clone().or(one.horizon.clone());
    let later = date(new).zip(date(old)).map(|(a, b)| a.compare(&b));
    match later {
        Some(order) => order == Order::CertainlyAfter,
        None => new.status.is_ahead() && !old.status.is_ahead(),
    }
}

fn record(context: &Context<'_>, mention: &AgreementMention) -> Option<Agreement> {
    let title = title(context.words(&mention.range), mention)?;
    let anchor = context.anchor(&mention.range)?;
    let date = |time: Option<&TimeExpression>| time?.date().ok().flatten();
    let mut parties: Vec<Party> = mention
        .parties
        .iter()
        .filter_map(|party| actor(context, party))
        .collect();
    parties.dedup_by(|a, b| a.party == b.party);
    let id: Id = context.fresh(&title, Kind::Agreement);
    let dated = date(mention.date.as_ref());
    // Nothing was signed on a day after the publication.
    let stated = match (mention.status, &dated) {
        (AgreementStatus::Signed, Some(day))
            if is_ahead(context, day) && !is_misread(context, mention) =>
        {
            AgreementStatus::Planned
        }
        (AgreementStatus::InForce, Some(day)) if is_ahead(context, day) => AgreementStatus::Unknown,
        (status, _) => status,
    };
    let day = dated.clone().filter(|day| match stated {
        AgreementStatus::Signed => !is_ahead(context, day),
        // The day on which it is to be signed, not that of the announcement.
        AgreementStatus::Planned => is_ahead(context, day),
        _ => false,
    });
    let before = date(mention.concluded.as_ref());
    let past = |day: &Date| !stated.is_ahead() && !is_ahead(context, day);
    let day = day.or(before.filter(past));
    let entry = mention.entry.as_ref();
    let entered = date(entry.and_then(|entry| entry.date.as_ref()));
    let in_force = dated
        .clone()
        .filter(|_| mention.status == AgreementStatus::InForce)
        .or(entered)
        .map(began);
    let status = match stated {
        AgreementStatus::Signed | AgreementStatus::Unknown
            if entry.is_some_and(|entry| !entry.is_ahead) =>
        {
            AgreementStatus::InForce
        }
        status => status,
    };
    let ended = matches!(
        mention.status,
        AgreementStatus::Expired | AgreementStatus::Terminated
    );
    Some(Agreement {
        ends: dated
            .filter(|_| ended)
            .or_else(|| date(mention.end.as_ref())),
        parties,
        signed: day,
        in_force,
        horizon: mention.horizon.as_ref().and_then(horizon),
        count: mention.count,
        evidence: vec![anchor],
        ..Agreement::new(id, Text::new(&title), mention.kind, status)
    })
}

/// The words without their article and "previous", with a capital.
fn title(words: &str, mention: &AgreementMention) -> Option<String> {
    let earlier = matches!(mention.lineage, Some((Lineage::Precedes, _)));
    let skip = |word: &str| {
        let low = word.to_lowercase();
        matches!(
            low.as_str(),
            "the"
                | "a"
                | "an"
                | "their"
                | "its"
                | "un"
                | "une"
                | "le"
                | "la"
                | "qu'un"
                | "qu'une"
                | "d'un"
                | "d'une"
        ) || earlier
            && matches!(
                low.as_str(),
                "previous" | "earlier" | "preceding" | "prior" | "existing"
            )
    };
    let kept: Vec<_> = words
        .split_whitespace()
        .skip_while(|word| skip(word))
        .collect();
    let words = kept.join(" ");
    let mut end = words.floor_char_boundary(TITLE);
    if end < words.len() {
        end = words[..end].rfind(' ').unwrap_or(end);
    }
    let mut chars = words[..end].chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

fn actor(context: &Context<'_>, party: &PartyMention) -> Option<Party> {
    let side = party.country.filter(|code| context.is_side(*code));
    if let Some(body) = body(context.dossier, context.words(&party.range)) {
        return Some(Party {
            side,
            ..Party::new(body)
        });
    }
    let country = side?;
    Some(Party {
        side,
        ..Party::new(Actor::Country(country))
    })
}

/// Statuses follow each other in time: that they differ contradicts nothing, but is told; only an end is
/// another matter, for the record would go on to say that the agreement holds. A date where there was
/// none, or a narrower one, is more precise; another one differs.
fn meeting(old: &Agreement, new: &Agreement) -> Met {
    let status = (old.status != new.status && new.status != AgreementStatus::Unknown).then(|| {
        let (new, old) = (new.status.word(), old.status.word());
        format!("{new} here, {old} in the dossier")
    });
    let plan = old.status.is_ahead() != new.status.is_ahead();
    let signed = dates("signed", old.signed.as_ref(), new.signed.as_ref());
    let signed = signed.filter(|(news, _)| *news != News::Differs || !plan);
    let force = dates("in force", old.in_force.as_ref(), new.in_force.as_ref());
    let of = |news: News| {
        let mut all = [&signed, &force].into_iter().flatten();
        all.find(|(one, _)| *one == news)
            .map(|(_, told)| told.clone())
    };
    let (other, finer) = (of(News::Differs), of(News::MorePrecise));
    let done = new.status.follows(old.status);
    let ended = |one: &Agreement| {
        use AgreementStatus::{Expired, Terminated};
        matches!(one.status, Expired | Terminated)
    };
    let news = match (&status, &finer) {
        _ if other.is_some() => News::Differs,
        (Some(_), _) if ended(old) != ended(new) => News::Differs,
        (_, Some(_)) => News::MorePrecise,
        (_, None) if done => News::MorePrecise,
        (_, None) => News::Same,
    };
    Met {
        news,
        of: old.id.clone(),
        remark: other.or(status).or(finer),
    }
}

/// What one date is to that of the dossier, with both; none where it says no more.
fn dates(what: &str, old: Option<&Date>, new: Option<&Date>) -> Option<(News, String)> {
    let new = new?;
    let Some(old) = old else {
        let told = format!("{what} {new} here, without a date in the dossier");
        return Some((News::MorePrecise, told));
    };
    let told = format!("{what} {new} here, {old} in the dossier");
    match old.compare(new) {
        Order::Possible => is_finer(new, old).then_some((News::MorePrecise, told)),
        _ => Some((News::Differs, told)),
    }
}

pub(super) fn is_finer(new: &Date, old: &Date) -> bool {
    let days = |date: &Date| Some(date.latest()? - date.earliest()?);
    match (days(new), days(old)) {
        (Some(new), Some(old)) => new < old,
        (new, old) => new.is_some() && old.is_none(),
    }
}
