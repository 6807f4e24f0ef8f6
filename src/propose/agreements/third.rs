//! Agreements with a country that is neither of the two.

use crate::dossier::about::Side;
use crate::extract::AgreementMention;
use crate::extract::agreement::PartyMention;
use crate::propose::context::Context;

/// Is it of one of the two and a third country: "Laos signed a treaty with Brazil"? A country that goods or
/// people only come from or pass through is no party.
pub(super) fn with_third(context: &Context<'_>, mention: &AgreementMention) -> bool {
    let foreign = |party: &PartyMention| party.country.is_some_and(|code| !context.is_side(code));
    let named = |side: &Side| mention.countries.contains(&side.code);
    // "a treaty between Laos and Brazil": whoever else its sentence names.
    let inside = |party: &PartyMention| {
        mention.range.start <= party.range.start && party.range.end <= mention.range.end
    };
    let parties = || mention.parties.iter();
    let closed = mention.parties.len() > 1
        && parties().all(|party| inside(party) && is_party(context, party));
    parties().any(|party| foreign(party) && is_party(context, party))
        && (closed || !context.dossier.about.sides.iter().all(named))
}

/// Is a country more than what goods or people come from or pass through?
pub(super) fn is_party(context: &Context<'_>, party: &PartyMention) -> bool {
    const THROUGH: [&str; 16] = [
        "to", "through", "via", "in", "from", "into", "for", "over", "near", "at", "across", "of",
        "towards", "against", "on", "about",
    ];
    let before = context.text()[..party.range.start].trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next();
    !last.is_some_and(|last| THROUGH.contains(&last.to_lowercase().as_str()))
}
