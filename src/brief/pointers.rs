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
        let number = |contest: usize| {
            let number = numbers.iter().position(|place| *place == contest)?;
            Some(see(number, &self.contests.all[contest]))
        };
        match &mut section.body {
            Body::Figures { rows, .. } => {
                for row in rows {
                    let Some(contest) = row.contest else { continue };
                    let told = match number(contest) {
                        Some(told) => Some(told),
                        None => unlisted(&self.contests.all[contest], &row.verdict),
                    };
                    let told = told.map(|told| format!("; {}", unsaid(&told, &row.verdict)));
                    row.verdict.push_str(&told.unwrap_or_default());
                }
            }
            Body::Lines(lines) => {
                for line in lines {
                    if let Some(contest) = self.contest_of(&line.records) {
                        let told = number(contest).unwrap_or_else(|| self.named(contest));
                        // In the last sentence: whoever copies that has its caveat too.
                        let text = line.text.trim_end_matches('.');
                        line.text = match text {
                            "" => format!("({told})."),
                            text => format!("{text} ({told})."),
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
                        let told = number(contest).unwrap_or_else(|| self.named(contest));
                        one.by = format!("{}; {told}", one.by);
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

/// What a row does not say yet: "see open dispute 5" where its verdict is a query.
fn unsaid<'t>(told: &'t str, verdict: &str) -> &'t str {
    match told.split_once(", ") {
        Some((doubt, rest)) if verdict.contains(&format!("{doubt}, ")) => rest,
        _ => told,
    }
}

fn see(number: usize, contested: &Contested) -> String {
    let doubt = words::doubt(contested.standing);
    format!("{doubt}, see open dispute {}", number + 1)
}

fn title(contested: &Contested) -> String {
    let doubt = words::doubt(contested.standing);
    format!("{doubt}: “{}”", words::line(&contested.title))
}

/// What contests a figure without being among the open disputes that are listed; none where the
/// row says it already.
fn unlisted(contested: &Contested, verdict: &str) -> Option<String> {
    match contested.findings.first() {
        Some(finding) if contested.disputes.is_empty() => {
            let (kind, told) = (finding.kind.word(), words::line(&finding.verdict));
            let doubt = words::doubt(contested.standing);
            (!verdict.contains(&told)).then(|| format!("{doubt}: {kind}, {told}"))
        }
        _ => Some(title(contested)),
    }
}
