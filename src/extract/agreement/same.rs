//! Which mentions of a text are of one agreement.

use super::headline::Naming;
use super::mention::AgreementMention;
use super::ties::Lineage;
use crate::dossier::agreement::AgreementStatus;
use crate::extract::confidence::Confidence;

/// The agreement of those found that another mention names too.
pub(super) fn same<'a>(
    all: &'a mut [AgreementMention],
    found: &AgreementMention,
) -> Option<&'a mut AgreementMention> {
    // A text tells of its agreements again within some of them.
    const NEAR: usize = 40;
    let precedes = |one: &AgreementMention| matches!(one.lineage, Some((Lineage::Precedes, _)));
    let continues = |one: &AgreementMention| matches!(one.lineage, Some((Lineage::Continues, _)));
    // "A third roadmap is planned. The roadmap was signed in 2025": two of them.
    let steps = |one: &AgreementMention| {
        let sure = one.status_basis.confidence > Confidence::Unsure;
        (sure && one.status != AgreementStatus::Unknown).then(|| one.status.is_ahead())
    };
    // Two signatures at different times are those of two.
    let day = |one: &AgreementMention| {
        let date = one
            .date
            .as_ref()
            .filter(|_| one.status == AgreementStatus::Signed);
        date.and_then(|date| date.extent)
    };
    let span = |one: &AgreementMention| one.horizon.as_ref().map(|time| time.edtf.clone());
    all.iter_mut().rev().take(NEAR).find(|known| {
        // "a free trade agreement" is another one than that with Vietnam.
        let less = found.subject.len() < known.subject.len();
        let names = |word: &&String| known.subject.iter().any(|other| is_like(word, other));
        let common = found.subject.iter().filter(names).count();
        let smaller = known.subject.len().min(found.subject.len());
        let apart = span(known).zip(span(found)).is_some_and(|(a, b)| a != b)
            || day(known)
                .zip(day(found))
                .is_some_and(|(a, b)| a.last < b.first || b.last < a.first)
            || precedes(known) != precedes(found)
            || continues(known) != continues(found)
                && steps(known).zip(steps(found)).is_some_and(|(a, b)| a != b);
        known.kind == found.kind
            && smaller > 0
            && common == smaller
            && !apart
            && !(less && found.naming == Naming::Indefinite)
            && known.count == found.count
    })
}

/// "clean" and "cleaner", "port" and "ports": two forms of a word.
fn is_like(word: &str, other: &str) -> bool {
    const SHORT: usize = 4;
    const LONGER: usize = 2;
    let (short, long) = if word.len() < other.len() {
        (word, other)
    } else {
        (other, word)
    };
    short == long
        || short.len() >= SHORT && long.len() <= short.len() + LONGER && long.starts_with(short)
}
