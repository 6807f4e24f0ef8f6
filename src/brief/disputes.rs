//! What is contested and left open, the gravest first, with both sides.

use std::cmp::Reverse;

use super::words::{line, list, more, sentences};
use super::{Body, Line, Making, Section};
use crate::contested::{Contested, Severity};
use crate::dossier::{Dossier, Evidence, Ref};

/// Lines of the list.
const OPEN: usize = 6;
/// Sides of a finding that are named; where many quotes are wrong in one way, the first.
const SIDES: usize = 6;

impl Making<'_> {
    /// The open disputes, and their places among all that is contested.
    pub(super) fn disputes(&mut self) -> (Option<Section>, Vec<usize>) {
        let contests = std::mem::take(&mut self.contests);
        let mut open: Vec<_> = contests
            .all
            .iter()
            .enumerate()
            .filter(|(_, one)| {
                let settled = is_settled(self.dossier, one);
                !settled && self.is_on_topic(one)
            })
            .collect();
        open.sort_by_key(|(_, one)| Reverse((one.severity, self.touches(one))));
        let mut places = Vec::new();
        let mut lines = Vec::new();
        for (place, one) in &open {
            if lines.len() < OPEN && one.severity > Severity::Note {
                places.extend(self.dispute(one).map(|line| {
                    lines.push(line);
                    *place
                }));
            }
        }
        let left_out = open.len() - lines.len();
        let rest = more(
            left_out,
            [
                "more, none graver than these",
                "more, none graver than these",
            ],
        );
        self.contests = contests;
        let section = (!lines.is_empty()).then_some(Section {
            heading: "Open disputes",
            body: Body::Numbered(lines),
            rest,
        });
        (section, places)
    }

    /// Does it stand on a record that a line above tells of?
    fn touches(&self, one: &Contested) -> bool {
        let records = one.records(self.dossier);
        self.shown.iter().any(|record| records.contains(record))
    }

    fn is_on_topic(&self, one: &Contested) -> bool {
        let disputed = one.disputes.iter().copied();
        let computed = one
            .findings
            .iter()
            .flat_map(|f| f.statements.iter().copied());
        let mut records = disputed.chain(computed);
        records.any(|record| self.scope.has(record))
    }

    fn dispute(&mut self, one: &Contested) -> Option<Line> {
        let stored = one.disputes.iter().map(|record| {
            let dispute = &self.dossier.disputes[record.at];
            line(&dispute.explanation)
        });
        let computed = one.findings.iter().map(|finding| {
            let verdict = line(&finding.verdict);
            let all = finding.statements.iter();
            let mut sides: Vec<_> = all
                .take(SIDES)
                .map(|r| line(&self.dossier.title(*r)))
                .collect();
            let more = finding.statements.len() - sides.len();
            sides.extend((more > 0).then(|| format!("{more} more")));
            let is_alone = finding.sets.len() > 1 && finding.sets.iter().all(|set| set.len() == 1);
            match sides.as_slice() {
                [one] => format!("{one}: {verdict}"),
                all if is_alone => format!("{}: {verdict}", list(all)),
                all => format!("Compared: {} ({verdict})", list(all)),
            }
        });
        // Where the compiler has told it, the arithmetic would say it again.
        let mut text: Vec<_> = stored.collect();
        if text.is_empty() {
            text.extend(computed);
        }
        let evidence = self.evidence(one);
        let note = self.notes.cite(&evidence)?;
        let records: Vec<_> = Self::sides(one).collect();
        Some(Line::new(
            format!("{} ({})", line(&one.title), one.severity.word()),
            sentences(&text),
            note,
            self.ids(&records),
        ))
    }

    /// The passages of all sides.
    fn evidence(&self, one: &Contested) -> Vec<Evidence> {
        let records = Self::sides(one);
        let evidence = records.flat_map(|record| self.dossier.evidence(record).into_owned());
        evidence.collect()
    }

    /// A stored dispute names its own passages; what is only computed rests on the records held together.
    fn sides(one: &Contested) -> impl Iterator<Item = Ref> {
        let computed = one
            .findings
            .iter()
            .flat_map(|f| f.statements.iter().take(SIDES))
            .filter(|_| one.disputes.is_empty());
        one.disputes.iter().chain(computed).copied()
    }
}

/// Has the compiler chosen a side?
pub(super) fn is_settled(dossier: &Dossier, one: &Contested) -> bool {
    let chosen = one.findings.iter().any(|finding| finding.choice.is_some());
    let mut stored = one.disputes.iter();
    chosen || stored.any(|record| dossier.disputes[record.at].resolution.is_some())
}
