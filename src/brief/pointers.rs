//! Beside each line what contests it: the number of the open dispute, or its title where that is not
//! listed.

use super::disputes::is_settled;
use super::{Body, Making, Section, words};
use crate::cite::doubt_places;
use crate::contested::Contested;
use crate::dossier::Id;

impl Making<'_> {
    /// Says it in a part; `numbers` are the places of the open disputes among all that is contested.
    pub(super) fn point_at(&self, section: &mut Section, numbers: &[usize]) {
        let number = |contest: usize| numbers.iter().position(|place| *place == contest);
        match &mut section.body {
            Body::Figures { rows, .. } => {
                for row in rows {
                    let Some(contest) = row.contest else { continue };
                    let pointer = match number(contest) {
                        Some(number) => Some(see(number)),
                        None => unlisted(&self.contests.all[contest], &row.verdict),
                    };
                    if let Some(pointer) = pointer {
                        row.verdict.extend(["; ", &*pointer]);
                    }
                }
            }
            Body::Lines(lines) => {
                for line in lines {
                    if let Some(contest) = self.contest_of(&line.records) {
                        let pointer = number(contest).map_or_else(|| self.named(contest), see);
                        // In the last sentence: whoever copies that has its caveat too.
                        let text = line.text.trim_end_matches('.');
                        line.text = match text {
                            "" => format!("({pointer})."),
                            text => format!("{text} ({pointer})."),
                        };
                    }
                }
            }
            Body::Quotes(quotations) => {
                for one in quotations {
                    let contest = self.contest_of(&one.records);
                    // An open question on the words stands there by its title.
                    let is_told =
                        |at: &usize| one.by.contains(&words::line(&self.contests.all[*at].title));
                    if let Some(contest) = contest.filter(|at| !is_told(at)) {
                        let pointer = number(contest).map_or_else(|| self.named(contest), see);
                        one.by = format!("{}; {pointer}", one.by);
                    }
                }
            }
            Body::Numbered(_) => {}
        }
    }

    /// The gravest open conflict or query that one of these records is in.
    fn contest_of(&self, records: &[Id]) -> Option<usize> {
        let records = records.iter().filter_map(|id| self.dossier.find(id));
        let places = records.flat_map(|record| doubt_places(self.dossier, &self.contests, record));
        let open = places.filter(|at| !is_settled(self.dossier, &self.contests.all[*at]));
        open.min()
    }

    fn named(&self, contest: usize) -> String {
        title(&self.contests.all[contest])
    }
}

fn see(number: usize) -> String {
    format!("contested, see open dispute {}", number + 1)
}

fn title(contested: &Contested) -> String {
    format!("contested: “{}”", words::line(&contested.title))
}

/// What contests a figure without being among the open disputes that are listed; none where the
/// row says it already.
fn unlisted(contested: &Contested, verdict: &str) -> Option<String> {
    match contested.findings.first() {
        Some(finding) if contested.disputes.is_empty() => {
            let (kind, words) = (finding.kind.word(), words::line(&finding.verdict));
            (!verdict.contains(&words)).then(|| format!("contested: {kind}, {words}"))
        }
        _ => Some(title(contested)),
    }
}
