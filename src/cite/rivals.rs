//! The records that a contested one cannot be true together with, each as a citation names it.

use super::line::one_line;
use super::reference::short;
use super::sentence;
use crate::contested::{Contested, FindingKind};
use crate::dossier::{Date, Dispute, Dossier, Id, Kind, Ref};

/// Records that a clause names; a reader looks the others up.
const NAMED: usize = 4;

/// The others in words, the nearest first, and how many more.
pub(super) fn describe(dossier: &Dossier, one: &Contested, record: Ref) -> Vec<String> {
    let mut rivals = all(dossier, one, record);
    let more = rivals.len().saturating_sub(NAMED);
    rivals.truncate(NAMED);
    let mut described: Vec<_> = rivals
        .iter()
        .map(|rival| in_words(dossier, one, *rival, record))
        .collect();
    described.extend((more > 0).then(|| format!("and {more} more")));
    described
}

/// Those of the smallest contradicting sets, then those that a stored dispute is between. What only
/// repeats the words of the cited record, or of another one, is left out.
fn all(dossier: &Dossier, one: &Contested, record: Ref) -> Vec<Ref> {
    let is_own = |other: &Ref| {
        *other == record
            || record.kind == Kind::Series
                && other.kind == Kind::Observation
                && dossier.series_of(other.at) == record.at
    };
    let counts = |other: &Ref| !is_own(other) && other.kind != Kind::Source;
    let mut sets: Vec<_> = one
        .findings
        .iter()
        // Of a role the finding says all.
        .filter(|finding| finding.kind != FindingKind::RoleAtQuote)
        .flat_map(|finding| &finding.sets)
        .filter(|set| set.iter().any(is_own))
        .collect();
    sets.sort_by_key(|set| set.len());
    let mut rivals: Vec<Ref> = Vec::new();
    for rival in sets.into_iter().flatten().copied().filter(counts) {
        if !rivals.contains(&rival) {
            rivals.push(rival);
        }
    }
    for rival in stored(dossier, one).into_iter().filter(counts) {
        if !rivals.contains(&rival) && !is_one_utterance(dossier, rival, record) {
            add(dossier, &mut rivals, rival);
        }
    }
    rivals
}

fn stored(dossier: &Dossier, one: &Contested) -> Vec<Ref> {
    let disputes = one.disputes.iter().map(|at| &dossier.disputes[at.at]);
    let between = disputes.flat_map(|dispute| &dispute.between);
    between
        .filter_map(|actor| dossier.find(actor.id()?))
        .collect()
}

/// Adds a record; of a quote and what a compiler made of it the latter, which is in few words.
fn add(dossier: &Dossier, rivals: &mut Vec<Ref>, rival: Ref) {
    let same = rivals
        .iter_mut()
        .find(|other| is_one_utterance(dossier, **other, rival));
    match same {
        Some(other) if other.kind == Kind::Quote => *other = rival,
        Some(_) => {}
        None => rivals.push(rival),
    }
}

/// Is one a quote, and the other made from its words: of the same paragraph, by the same speaker?
fn is_one_utterance(dossier: &Dossier, one: Ref, other: Ref) -> bool {
    if (one.kind == Kind::Quote) == (other.kind == Kind::Quote) {
        return false;
    }
    let (first, second) = (dossier.evidence(one), dossier.evidence(other));
    let shares = first.iter().any(|a| {
        let mut places = second.iter();
        places.any(|b| a.source == b.source && a.paragraph == b.paragraph)
    });
    let voices = (voice(dossier, one), voice(dossier, other));
    shares && (voices.0.is_none() || voices.1.is_none() || voices.0 == voices.1)
}

/// Who says it, as the record names them.
fn voice(dossier: &Dossier, record: Ref) -> Option<&Id> {
    match record.kind {
        Kind::Quote => Some(dossier.quotes.facets(record.at).speaker),
        Kind::Claim => dossier.claims[record.at].asserted_by.as_ref(),
        Kind::Observation => dossier.observation(record.at).1.said_by.as_ref(),
        _ => None,
    }
}

/// Another record beside the cited one: who gives it, for when, and where.
fn in_words(dossier: &Dossier, one: &Contested, rival: Ref, record: Ref) -> String {
    let said = match rival.kind {
        Kind::Observation => {
            let (series, observation) = dossier.observation(rival.at);
            let beside =
                (record.kind == Kind::Observation).then(|| dossier.observation(record.at).0);
            sentence::figure(dossier, series, observation, beside)
        }
        Kind::Claim => sentence::of(dossier, rival),
        Kind::Event => event(dossier, rival),
        Kind::Quote => quote(dossier, one, rival),
        _ => dossier.title(rival),
    };
    // What was computed may rest on the dates; a stored dispute says itself what it is about.
    let when = dated(dossier, rival).filter(|_| one.disputes.is_empty());
    let with_date = match when {
        Some(when) if !said.contains(&when) => format!("{said}, {when}"),
        _ => said,
    };
    let said = match with_date.strip_prefix("An ") {
        Some(rest) => format!("an {rest}"),
        None => with_date,
    };
    let evidence = dossier.evidence(rival);
    let first = evidence.first();
    let source = first.and_then(|e| Some((dossier.source(&e.source)?, e.paragraph)));
    match source {
        Some((source, paragraph)) if said.starts_with(&short(dossier, source)) => {
            format!("{said} (¶{paragraph})")
        }
        Some((source, paragraph)) => format!("{said} ({}, ¶{paragraph})", short(dossier, source)),
        None => said,
    }
}

/// When it was, of what is not told by its date alone.
fn dated(dossier: &Dossier, record: Ref) -> Option<String> {
    match record.kind {
        Kind::Event => dossier.events[record.at].date.as_ref().map(Date::label),
        Kind::Agreement => {
            let agreement = &dossier.agreements[record.at];
            let date = |what: &str, date: Option<&Date>| Some(format!("{what} {}", date?.label()));
            let signed = date("signed", agreement.signed.as_ref());
            signed.or_else(|| date("in force", agreement.entry_into_force()))
        }
        Kind::Quote => {
            let said = dossier.quotes.get(record.at).said?;
            Some(format!("said {}", said.label()))
        }
        _ => None,
    }
}

/// What happened, in the words of its summary, which says who tells of it.
fn event(dossier: &Dossier, record: Ref) -> String {
    let summary = dossier.events[record.at].summary.as_ref();
    summary.map_or_else(
        || dossier.title(record),
        |text| one_line(text.trim_end_matches('.')),
    )
}

/// The words that a dispute cites from the paragraph of a quote, or else its first ones.
fn quote(dossier: &Dossier, one: &Contested, record: Ref) -> String {
    let disputes = one.disputes.iter().map(|at| &dossier.disputes[at.at]);
    let evidence = dossier.evidence(record);
    let cited = |dispute: &Dispute| {
        let places = dispute.evidence.iter().filter(|cited| {
            let mut own = evidence.iter();
            own.any(|e| e.source == cited.source && e.paragraph == cited.paragraph)
        });
        places
            .map(|cited| one_line(&cited.words()))
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
    };
    let words: Vec<_> = disputes.flat_map(cited).collect();
    let quote = dossier.quotes.get(record.at);
    let is_said = |words: &String| quote.text.contains(words.as_str());
    if words.is_empty() || !words.iter().all(is_said) {
        return dossier.title(record);
    }
    let words = words.join(" … ");
    format!("{}: “{words}”", dossier.name(&quote.speaker))
}
