//! What a person changes in a proposal before deciding on it.

use super::accept::{AcceptError, read};
use super::inbox::Inbox;
use super::proposal::{News, Proposal};
use super::quotes::UNKNOWN;
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{Dossier, Id, Kind, Quote, Typed};

/// A proposal that waits.
fn waiting<'a>(inbox: &'a mut Inbox, id: &Id) -> Result<&'a mut Proposal, AcceptError> {
    let one = inbox
        .proposals
        .iter_mut()
        .find(|one| one.id == *id)
        .ok_or_else(|| AcceptError::Unknown(id.clone()))?;
    if one.is_open() {
        Ok(one)
    } else {
        Err(AcceptError::Decided(id.clone()))
    }
}

/// What is proposed becomes a passage of a record of the dossier.
///
/// # Errors
/// When it does not wait, or records of its kind do not get passages so.
pub fn merge_with(inbox: &mut Inbox, id: &Id, of: &Id) -> Result<(), AcceptError> {
    let one = waiting(inbox, id)?;
    if !one.kind().is_some_and(can_merge) {
        let (id, kind) = (id.clone(), one.kind.clone());
        return Err(AcceptError::Merge { id, kind });
    }
    one.news = News::Same;
    one.of = Some(of.clone());
    one.lacks.clear();
    Ok(())
}

/// Can a passage be added to records of this kind?
pub fn can_merge(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Event | Kind::Agreement | Kind::Quote | Kind::Observation
    )
}

/// Puts another record in the place of the one that is proposed.
///
/// # Errors
/// When it does not wait, or the text is no record of its kind.
pub fn set_record(inbox: &mut Inbox, id: &Id, text: &str) -> Result<(), AcceptError> {
    let one = waiting(inbox, id)?;
    let unsound = |source| AcceptError::Record {
        id: id.clone(),
        source,
    };
    one.record =
        serde_json::value::RawValue::from_string(text.trim().to_owned()).map_err(unsound)?;
    let kind = one.kind().ok_or_else(|| AcceptError::Unknown(id.clone()))?;
    one.record = of_kind(kind, Reread(one))?;
    let is_unknown = |quote: Quote| quote.speaker.as_str() == UNKNOWN;
    if kind == Kind::Quote && !is_unknown(read(one)?) {
        one.lacks.retain(|field| field.as_str() != "speaker");
    }
    Ok(())
}

/// A record as the format writes it.
struct Reread<'a>(&'a Proposal);

impl OfType for Reread<'_> {
    type Output = Result<Box<serde_json::value::RawValue>, AcceptError>;

    fn of<R: Typed>(self) -> Self::Output {
        let record: R = read(self.0)?;
        serde_json::value::to_raw_value(&record).map_err(|source| AcceptError::Record {
            id: self.0.id.clone(),
            source,
        })
    }
}

/// Gives a quote that waits the speaker that a person chose, in place of any that was proposed. The
/// role was that of the speaker of the text: it stays only where the text names nobody else.
///
/// # Errors
/// When it is no quote that waits, or the record is not sound.
pub fn set_speaker(
    inbox: &mut Inbox,
    dossier: &Dossier,
    id: &Id,
    speaker: &Id,
) -> Result<(), AcceptError> {
    let one = waiting(inbox, id)?;
    if one.kind() != Some(Kind::Quote) {
        return Err(AcceptError::NoQuote(id.clone()));
    }
    let mut quote: Quote = read(one)?;
    if quote.speaker != *speaker && quote.speaker.as_str() != UNKNOWN {
        quote.role = None;
    }
    quote.speaker = speaker.clone();
    one.record = serde_json::value::to_raw_value(&quote).map_err(|source| {
        let id = id.clone();
        AcceptError::Record { id, source }
    })?;
    one.lacks.retain(|field| field.as_str() != "speaker");
    // The same words of another speaker are no passage of that record.
    let of = one.goes_into().and_then(|of| dossier.find(of));
    if of.is_some_and(|of| dossier.quotes.get(of.at).speaker != *speaker) {
        one.news = News::Differs;
    }
    Ok(())
}
