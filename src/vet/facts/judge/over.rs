//! What a clause says to be over, finished or still in force, compared with the records.

use super::case::Case;
use crate::contested::FindingKind;
use crate::dossier::Kind;
use crate::vet::facts::{fits, support};
use crate::vet::finding::{Finding, Verdict};
use crate::vet::matching::Match;
use crate::vet::negation::denies;
use crate::vet::stage::Stage;
use crate::vet::topic::Read;
use crate::vet::words::Word;

impl Case<'_> {
    /// "have stopped investing", of what the record says that it goes on.
    pub(super) fn ended(&self) -> Option<Finding> {
        const STOPPED: [&str; 12] = [
            "abandoned",
            "renounced",
            "forsaken",
            "stopped",
            "ceased",
            "halted",
            "discontinued",
            "quit",
            "ended",
            "stop",
            "ceases",
            "stops",
        ];
        let best = self.best.topic;
        let is_still = |word: &Word| matches!(word.low.as_str(), "still" | "remains" | "continues");
        let still = |text: &Read| text.words.iter().any(is_still);
        let goes_on = best.is_ongoing
            || best.stage == Some(Stage::InForce)
            || best.record.kind == Kind::Claim && self.read(self.best).iter().any(still);
        goes_on.then_some(())?;
        let is_stop = |word: &Word| STOPPED.contains(&word.low.as_str());
        let plain: Vec<&Word> = self.clause.plain().collect();
        let stop = plain.iter().copied().find(|word| is_stop(word));
        // "The party still holds to it"
        let is_kept = best.record.kind == Kind::Claim;
        let left = || support::leaves(&plain).filter(|_| is_kept);
        let word = stop.or_else(left)?;
        let mut read = self.near.iter().flat_map(|one| self.read(one));
        let leaves =
            |text: &Read| support::leaves(&text.words.iter().collect::<Vec<_>>()).is_some();
        let is_known = read.any(|text| leaves(text) || text.words.iter().any(is_stop));
        if is_known || denies(self.clause.plain()) {
            return None;
        }
        let note = format!("status: still going on: “{}”", self.title());
        Some(self.wrong(self.item, word.range.clone(), note))
    }

    /// "It is still in force", of an agreement whose period has passed.
    pub(super) fn lapsed(&self) -> Option<Finding> {
        const STILL: &str = "still today now currently nowadays remains continues presently";
        const RUNS: &str =
            "running runs force effect valid operation applies apply place going continues under";
        const PAST: &str = "was were had until ran then";
        let has = |list: &str| {
            let mut words = self.clause.plain();
            words.any(|word| list.split(' ').any(|low| low == word.low))
        };
        let record = self.best.topic.record;
        let mut contests = self
            .index
            .contests
            .of(record)
            .flat_map(|(one, _)| &one.findings);
        let passed = contests.find(|one| one.kind == FindingKind::Horizon)?;
        if !has(STILL) || !has(RUNS) || has(PAST) || denies(self.clause.plain()) {
            return None;
        }
        let note = format!("{}: {}", passed.verdict, self.title());
        let finding = Finding::new(self.item, Verdict::Outdated, self.clause.range());
        Some(finding.of(record).note(note))
    }

    /// "It expired in 2025", of what ran until then, or of what has run out since.
    pub(super) fn has_run_out(&self) -> bool {
        let topic = self.best.topic;
        let contests = self.index.contests.of(topic.record);
        let mut findings = contests.flat_map(|(one, _)| &one.findings);
        let mut has_passed = || findings.any(|one| one.kind == FindingKind::Horizon);
        support::runs_out(self.clause) && (support::ends_then(self.clause, topic) || has_passed())
    }

    /// Is a clause of another than the record: one that ran out, or one that has been at another place or time than
    /// what is planned?
    pub(super) fn is_another(&self, own: Stage, stated: Stage) -> bool {
        let is_apart = || fits::is_apart(self.index, self.clause, self.best.topic);
        stated == Stage::Over && own != Stage::Over && self.has_run_out()
            || own <= Stage::Ahead && stated >= Stage::Done && is_apart()
    }

    /// Something said to be finished, of which the record says that it goes on.
    pub(super) fn completed(&self, words: &[Word]) -> Option<Finding> {
        const COMPLETED: &str = "completed finished ended concluded";
        let is_end = |word: &Word| COMPLETED.split(' ').any(|end| end == word.low);
        let word = words.iter().find(|word| is_end(word))?;
        let is_known = |one: &Match<'_>| {
            let mut read = self.read(one).iter();
            !one.topic.is_ongoing || read.any(|text| text.words.iter().any(is_end))
        };
        if self.near.iter().any(is_known) {
            return None;
        }
        let note = format!("status: still going on: “{}”", self.title());
        Some(self.wrong(self.item, word.range.clone(), note))
    }
}
