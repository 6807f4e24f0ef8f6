//! What is said once of a text whose layout is not a paragraph a line, instead of once for each
//! passage.

use std::collections::HashMap;

use super::layout::Layout;
use super::source_text::SourceText;
use super::{Anchor, Verdict};
use crate::dossier::Id;

/// Passages that are not found from which on a text's layout is to blame, if they are most.
const SEVERAL: usize = 3;

/// How the passages of each text fared.
#[derive(Debug, Default)]
pub(super) struct Fates(HashMap<Id, Fate>);

#[derive(Debug)]
struct Fate {
    layout: Layout,
    all: usize,
    lost: usize,
    /// Was anything found, or nearly, in another reading than that of the lines?
    reread: bool,
}

impl Fates {
    /// Counts a passage; `printed` if its verdict is that of the lines as they are printed.
    pub(super) fn count(
        &mut self,
        text: Option<&SourceText>,
        anchor: &Anchor,
        verdict: &Verdict,
        printed: bool,
    ) {
        let fate = self
            .0
            .entry(anchor.evidence.source.clone())
            .or_insert(Fate {
                layout: Layout::Plain,
                all: 0,
                lost: 0,
                reread: false,
            });
        let lost = is_lost(verdict);
        fate.all += 1;
        fate.lost += usize::from(lost);
        if let Some(text) = text.filter(|_| lost || !printed) {
            fate.layout = text.layout();
            fate.reread |= !printed;
        }
    }

    /// Is a passage one of those of which is spoken in a remark?
    pub(super) fn covers(&self, anchor: &Anchor, verdict: &Verdict) -> bool {
        let fate = self.0.get(&anchor.evidence.source);
        is_lost(verdict)
            && fate.is_some_and(|fate| fate.layout != Layout::Plain && fate.most_lost())
    }

    /// What is to be said of the text of a source.
    pub(super) fn remark(&self, source: &Id) -> Option<String> {
        let fate = self
            .0
            .get(source)
            .filter(|fate| fate.layout != Layout::Plain)?;
        let (is, advice) = fate.layout.advice();
        if fate.most_lost() {
            let Fate { all, lost, .. } = fate;
            return Some(format!(
                "{source}: the text {is}: {lost} of {all} passages not found; {advice}"
            ));
        }
        fate.reread
            .then(|| format!("{source}: the text {is}; {advice}"))
    }
}

impl Fate {
    fn most_lost(&self) -> bool {
        self.lost >= SEVERAL && 2 * self.lost > self.all
    }
}

/// Whether words are not in the paragraph that is named.
fn is_lost(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Drifted(_) | Verdict::Altered { .. } | Verdict::Missing { .. } => true,
        Verdict::Ambiguous(places) => places.iter().any(|place| place.elsewhere.is_some()),
        Verdict::Found(_) | Verdict::Digits(_) | Verdict::Misquoted(_) | Verdict::NoText => false,
    }
}
