//! What the dossier says of a figure.

use super::measure::{Candidate, Goes, candidates};
use super::read::{Figure, Of};
use crate::describe::title;
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::dossier::series::SeriesKind;
use crate::extract::amount::Trend;
use crate::figures::Period;
use crate::vet::contest;
use crate::vet::figure::{Measure, Said};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::number::Fit;
use crate::vet::sentence::{Sentence, Sentences};

/// A series must be so well named for a figure of it to be supported, and to be accused.
const NAMED: (f64, f64) = (0.4, 0.58);

/// Everything that a verdict reads.
struct Case<'a> {
    index: &'a Index<'a>,
    sentences: &'a Sentences<'a>,
    sentence: &'a Sentence,
    figure: &'a Figure,
}

/// The verdict on a figure; none where the sentence gives nothing to compare it by.
pub(super) fn of(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figure: &Figure,
) -> Option<Finding> {
    let case = Case {
        index,
        sentences,
        sentence,
        figure,
    };
    let words = sentences.words(&figure.range);
    if let Some(record) = sentence.bound.iter().find(|record| index.says(**record, words)) {
        let finding = Finding::new(Item::Figure, Verdict::Supported, figure.range.clone());
        return Some(contest::settle(index, sentences, sentence, *record, finding));
    }
    if sentence.is_reference {
        return None;
    }
    let all = candidates(index, sentences, sentence, figure);
    let found = case.supported(&all).or_else(|| case.accused(&all));
    Some(found.unwrap_or_else(|| {
        Finding::new(Item::Figure, Verdict::NotInTheDossier, figure.range.clone())
    }))
}

/// How the period of a figure goes with that of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Same,
    /// One of them is not known.
    Open,
    /// The text is about a part of it.
    Within,
    Other,
}

impl Case<'_> {
    fn new(&self, verdict: Verdict) -> Finding {
        Finding::new(Item::Figure, verdict, self.figure.range.clone())
    }

    fn when(&self, measure: &Measure, said: &Said) -> When {
        // Of a footnote's own figure any date of the sentence may be the period.
        if self.sentence.bound.contains(&said.record) {
            let mut dates = self.sentence.real_dates().filter_map(|one| one.date().ok().flatten());
            if dates.any(|date| when(&date, &said.statement.date, measure.kind, false) == When::Same) {
                return When::Same;
            }
        }
        let Some(text) = &self.figure.period else {
            return When::Open;
        };
        when(text, &said.statement.date, measure.kind, self.figure.until)
    }

    /// A statement that says the same of the same period.
    fn supported(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let fitting = all.iter().filter(|one| one.goes != Goes::Other && one.foreign.is_none() && !one.turned);
        for one in fitting {
            let mut said = one.measure.said.iter().filter(|said| {
                let when = self.when(one.measure, said);
                let fits = said.fits(self.figure.told) == Fit::Same;
                let exact = said.is_printed() && when == When::Same;
                let named = one.score >= NAMED.0 || exact && one.goes == Goes::Same && one.score > 0.25;
                fits && named && matches!(when, When::Same | When::Open)
            });
            let printed = said.clone().find(|said| said.is_printed());
            if let Some(said) = printed.or_else(|| said.next()) {
                return Some(self.fitting(one.measure, said));
            }
        }
        self.by_levels(all)
    }

    /// A figure that fits: forecast or report, old or new, contested or not.
    fn fitting(&self, measure: &Measure, said: &Said) -> Finding {
        if self.figure.ahead && said.is_report() && self.figure.period.is_some() {
            let told = self.told(said);
            return self
                .cite(self.new(Verdict::Contradicted), said)
                .note(format!("status: reported, not a forecast: {told}"))
                .suggest(self.figure_of(said));
        }
        if !said.is_report() && !self.figure.ahead && !self.is_careful() {
            let told = self.told(said);
            return self
                .cite(self.new(Verdict::Contradicted), said)
                .note(format!("status: a forecast or a target, not a report: {told}"))
                .suggest(self.figure_of(said));
        }
        if let Some(newer) = self.newer(measure, said) {
            let told = self.told(newer);
            return self
                .cite(self.new(Verdict::Outdated), newer)
                .note(format!("there is a newer figure: {told}"))
                .suggest(self.figure_of(newer));
        }
        let finding = self.cite(self.new(Verdict::Supported), said);
        contest::settle(self.index, self.sentences, self.sentence, said.record, finding)
    }

    /// Do words of the sentence leave open what is only expected?
    fn is_careful(&self) -> bool {
        const CAREFUL: [&str; 12] = [
            "expected", "expects", "expect", "forecast", "forecasts", "projected", "projects", "predicted", "target",
            "planned", "anticipated", "aims",
        ];
        let mut words = self.sentence.words.iter();
        words.any(|word| CAREFUL.contains(&word.low.as_str()))
    }

    /// A later statement that says otherwise, where the text gives no period.
    fn newer<'b>(&self, measure: &'b Measure, said: &Said) -> Option<&'b Said> {
        let open = self.figure.period.is_none() && self.sentence.real_dates().next().is_none();
        let reported = measure.said.iter().filter(|one| one.is_printed() && one.is_report());
        let later = reported.filter(|one| {
            let order = said.statement.date.compare(&one.statement.date);
            order == Order::CertainlyBefore && one.fits(self.figure.told) == Fit::Differs
        });
        let newest = later.max_by(|a, b| a.statement.date.sort(&b.statement.date));
        newest.filter(|_| open && said.is_report() && !self.is_attributed())
    }

    /// "said", "according to": somebody else's figure of an earlier time.
    fn is_attributed(&self) -> bool {
        const SAID: [&str; 7] = ["said", "says", "according", "told", "put", "gave", "stated"];
        let mut words = self.sentence.words.iter();
        words.any(|word| SAID.contains(&word.low.as_str()))
    }

    /// A change between two levels: "down 83 % from 2022 to 2024".
    fn by_levels(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let figure = self.figure;
        if !figure.change || figure.of != Of::Percent {
            return None;
        }
        let mut dates: Vec<Date> = figure.period.iter().chain(&figure.base).cloned().collect();
        let others = self.sentence.real_dates();
        dates.extend(others.filter_map(|one| one.date().ok().flatten()));
        let levels = all.iter().filter(|one| one.measure.kind != SeriesKind::Growth);
        for one in levels.filter(|one| one.foreign.is_none()) {
            let said: Vec<&Said> = one.measure.said.iter().collect();
            let of = |date: &Date| said.iter().find(|said| said.statement.date.compare(date) == Order::Possible);
            for late in &dates {
                for early in dates.iter().filter(|early| early.compare(late) == Order::CertainlyBefore) {
                    let Some((late, early)) = of(late).zip(of(early)) else { continue };
                    let ratio = late.statement.figure / early.statement.figure;
                    let percent = 100.0 * (ratio - 1.0);
                    if ratio.is_finite() && figure.told.fits(percent, 2.0, None) != Fit::Differs {
                        let finding = self.cite(self.new(Verdict::Supported), late);
                        return Some(contest::settle(
                            self.index, self.sentences, self.sentence, late.record, finding,
                        ));
                    }
                }
            }
        }
        None
    }

    /// What speaks against a figure that no statement supports.
    fn accused(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let told = self.figure.told;
        for one in all {
            let same_digits = |said: &&Said| said.is_printed() && told.has_digits_of(said.statement.figure);
            let dated = |said: &&Said| matches!(self.when(one.measure, said), When::Same | When::Open | When::Within);
            let exact = |said: &&Said| said.is_printed() && said.fits(told) == Fit::Same;
            let said = one.measure.said.iter();
            if let Some(who) = one.foreign {
                // The very figure, of somebody else.
                if let Some(said) = said.clone().filter(exact).find(dated)
                    && one.goes == Goes::Same
                    && one.score >= NAMED.0
                {
                    let name = self.index.name(who);
                    return Some(self.against(said, &format!("party: the figure is not one of {name}")));
                }
                continue;
            }
            if one.turned {
                if let Some(said) = said.clone().filter(exact).find(dated)
                    && one.goes == Goes::Same
                {
                    return Some(Finding {
                        item: Item::Direction,
                        ..self.against(said, "direction: the figure is for another flow")
                    });
                }
                continue;
            }
            if one.goes == Goes::Other {
                if let Some(said) = said.clone().filter(same_digits).find(dated)
                    && one.score >= NAMED.1
                    && self.is_alone(all, one)
                {
                    return Some(self.against(said, "unit: another one"));
                }
                continue;
            }
            if let Some(finding) = self.against_measure(one) {
                return Some(finding);
            }
        }
        None
    }

    /// Does no series that goes with the unit lie nearer?
    fn is_alone(&self, all: &[Candidate<'_>], one: &Candidate<'_>) -> bool {
        let mut better = all.iter().filter(|other| other.goes == Goes::Same);
        !better.any(|other| other.score > one.score)
    }

    fn against_measure(&self, one: &Candidate<'_>) -> Option<Finding> {
        let told = self.figure.told;
        let measure = one.measure;
        let fits = |said: &&Said, fit: Fit| said.fits(told) == fit;
        let with = |wanted: When| {
            let said = measure.said.iter();
            said.filter(move |said| self.when(measure, said) == wanted)
        };
        if let Some(said) = with(When::Same).chain(with(When::Open)).find(|said| fits(said, Fit::Finer))
            && one.score >= NAMED.0
        {
            let source = self.told(said);
            return Some(
                self.cite(self.new(Verdict::MorePrecise), said)
                    .note(format!("no source gives so many digits: {source}"))
                    .suggest(self.figure_of(said)),
            );
        }
        let exact = |said: &&Said| said.is_printed() && fits(said, Fit::Same);
        if let Some(said) = with(When::Within).find(exact)
            && one.score >= NAMED.0
        {
            return Some(self.against(said, "period: it is for another or a longer period"));
        }
        let named = one.score >= NAMED.1;
        let mirrored = |said: &&Said| said.is_printed() && said.fits(told.negated()) == Fit::Same;
        if let Some(said) = with(When::Same).chain(with(When::Open)).find(mirrored)
            && named
        {
            return Some(self.against(said, "sign: it changed the other way"));
        }
        if let Some(said) = with(When::Other).find(exact)
            && one.score >= NAMED.0
        {
            return Some(self.against(said, "period: it is for another period"));
        }
        let same: Vec<&Said> = with(When::Same).collect();
        let printed = same.iter().find(|said| said.is_printed()).or(same.first());
        let open = || with(When::Open).filter(|said| said.is_printed()).last();
        let said = printed.copied().or_else(open).filter(|_| named)?;
        let scale = told.has_digits_of(said.statement.figure);
        Some(self.against(said, if scale { "scale: off by powers of ten" } else { "the dossier has another figure" }))
    }

    fn against(&self, said: &Said, why: &str) -> Finding {
        let told = self.told(said);
        self.cite(self.new(Verdict::Contradicted), said)
            .note(format!("{why}: {told}"))
            .suggest(self.figure_of(said))
    }

    fn cite(&self, finding: Finding, said: &Said) -> Finding {
        finding.of(said.record)
    }

    /// "Trade, total, 2024: about US$ 8.3 million".
    fn told(&self, said: &Said) -> String {
        if said.is_printed() {
            return self.index.dossier.title(said.record);
        }
        said.statement.told(self.index.dossier)
    }

    /// "about US$ 8.3 million".
    fn figure_of(&self, said: &Said) -> String {
        if !said.is_printed() {
            return said.statement.told(self.index.dossier);
        }
        let (series, observation) = self.index.dossier.observation(said.record.at);
        let figure = title::figure(series, observation);
        let trend = self.figure.trend;
        if !self.figure.change {
            return figure;
        }
        match (figure.strip_prefix('+'), trend) {
            (Some(rest), Some(Trend::Up)) => rest.to_owned(),
            _ => figure,
        }
    }
}

/// Trade and growth are of one period exactly; what is measured at a time, of any time within it.
fn when(text: &Date, said: &Date, kind: SeriesKind, until: bool) -> When {
    if said.is_undated() && said.earliest().is_none() && said.latest().is_none() {
        return When::Open;
    }
    if text.compare(said) != Order::Possible {
        return When::Other;
    }
    if said.is_undated() {
        return When::Open;
    }
    let (Some(own), Some(other)) = (Period::of(text), Period::of(said)) else {
        return When::Open;
    };
    let flow = matches!(kind, SeriesKind::Trade | SeriesKind::Growth);
    if own == other || !flow || until {
        return When::Same;
    }
    When::Within
}
