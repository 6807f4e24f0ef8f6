//! Statements that speak against a figure.

use super::case::{Case, NAMED, When, cite};
use super::counted::{Of, is_akin, is_time};
use super::measure::{Candidate, Goes};
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::dossier::series::SeriesKind;
use crate::vet::figure::{Measure, Said};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::number::{Fit, Told};
use crate::vet::sentence::Sentence;
use crate::vet::words::Word;

impl Case<'_> {
    /// What speaks against a figure that no statement supports.
    pub(super) fn accused(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let number = self.figure.number;
        for one in all {
            let same_number = |said: &&Said| self.is_number(one, said);
            let dated = |said: &&Said| {
                matches!(
                    self.when(one.measure, said),
                    When::Same | When::Open | When::Within
                )
            };
            let exact = |said: &&Said| said.is_printed() && said.fits(number) == Fit::Same;
            let said = one.measure.said.iter();
            if let Some(who) = one.foreign {
                // The very figure, of somebody else.
                if let Some(said) = said.clone().filter(exact).find(dated)
                    && one.goes == Goes::Same
                    && one.score >= NAMED.0
                {
                    let name = self.index.name(who);
                    return Some(
                        self.against(said, &format!("party: the figure is not one of {name}")),
                    );
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
            if one.goes == Goes::Unknown || one.beside && one.foreign.is_none() {
                continue;
            }
            // A span of time is no figure of what is measured otherwise.
            let is_span = matches!(&self.figure.of, Of::Thing(unit) if is_time(unit));
            if one.goes == Goes::Other && is_span && !self.is_akin(one) {
                continue;
            }
            if one.goes == Goes::Other {
                if let Some(said) = said.clone().filter(same_number).find(dated)
                    && (one.score >= NAMED.1 || self.is_akin(one))
                    && is_alone(all, one)
                {
                    return Some(self.against(said, "unit: another one"));
                }
                continue;
            }
            if let Some(finding) = self.against_measure(all, one) {
                return Some(finding);
            }
        }
        self.turned_levels(all)
    }

    /// "The two figures mean that trade rose sixfold", where the later one is a sixth of the earlier: a change
    /// between two levels that goes the other way. Without two dates any two levels may be meant.
    pub(super) fn turned_levels(&self, all: &[Candidate<'_>]) -> Option<Finding> {
        let figure = self.figure;
        let dates = self.sentence.real_dates();
        // "from 2022 to 2024" is two dates.
        let ends = dates
            .filter_map(|one| one.edtf.as_deref())
            .flat_map(|edtf| edtf.split('/'));
        let dates: Vec<Date> = ends.filter_map(|edtf| Date::parse(edtf).ok()).collect();
        // "500 % higher in 2022 than in 2024" tells of the earlier of two.
        let is_back = figure.base.as_ref().zip(figure.period.as_ref());
        let is_back =
            is_back.is_some_and(|(base, date)| base.compare(date) == Order::CertainlyAfter);
        let is_change = figure.change && figure.of == Of::Percent && !is_back;
        if !is_change || !dates.is_empty() && dates.len() != 2 {
            return None;
        }
        let is_meant = |said: &Said| {
            let mut dates = dates.iter();
            let is_then = |date| said.statement.date.compare(date) == Order::Possible;
            said.is_printed() && (dates.len() == 0 || dates.any(is_then))
        };
        let levels = all.iter().filter(|one| {
            let is_level = one.measure.kind != SeriesKind::Growth && one.foreign.is_none();
            is_level && one.score >= NAMED.0
        });
        let pairs = levels.flat_map(|one| {
            let said = || one.measure.said.iter().filter(|said| is_meant(said));
            said().flat_map(move |early| said().map(move |late| (early, late)))
        });
        let mut pairs = pairs.filter(|(early, late)| {
            early.statement.date.compare(&late.statement.date) == Order::CertainlyBefore
        });
        let fits = |number: Told, change: f64| {
            change.is_finite() && number.fits(change, 2.0, None) == Fit::Same
        };
        let number = if figure.number.value < 0.0 {
            figure.number.negated()
        } else {
            figure.number
        };
        let all = pairs.clone();
        let turned = pairs.find(|(early, late)| {
            let (told, back) = (change(early, late), change(late, early));
            let is_turned = fits(figure.number, back) || fits(number, told.abs());
            is_turned && !fits(figure.number, told) && (told < 0.0) == (figure.number.value > 0.0)
        });
        if let Some((_, late)) = turned {
            return Some(self.against(late, "sign: it changed the other way"));
        }
        let known = all.filter(|_| dates.len() == 2 && !figure.derived);
        self.other_change(&known.collect::<Vec<_>>())
    }

    /// Of two dates with a level each, the change is known: all pairs of levels have another.
    fn other_change(&self, pairs: &[(&Said, &Said)]) -> Option<Finding> {
        let differs = |(early, late): &(&Said, &Said)| {
            let change = change(early, late);
            change.is_finite() && self.figure.number.fits(change, 2.0, None) == Fit::Differs
        };
        let (early, late) = pairs.first().filter(|_| pairs.iter().all(differs))?;
        let [from, to] = [early, late].map(|said| self.describe(said));
        let note = format!("the levels in the dossier differ otherwise: {from}; {to}");
        let finding = cite(self.finding(Verdict::Contradicted), late);
        Some(finding.note(note))
    }

    /// Is it the number of a statement? Another unit and another scale are another fact; "by US$ 20
    /// million" is a slip for "by 20 %".
    fn is_number(&self, one: &Candidate<'_>, said: &Said) -> bool {
        let (number, figure) = (self.figure.number, said.statement.figure);
        let is_change = self.figure.change && matches!(self.figure.of, Of::Money(_));
        let digits = is_change && number.has_digits_of(figure);
        let is_same = digits && self.when(one.measure, said) == When::Same;
        said.is_printed() && (number.is_number(figure) || is_same)
    }

    /// Do both units measure the same? "30 months" for "30 days" needs no more words.
    fn is_akin(&self, one: &Candidate<'_>) -> bool {
        matches!(&self.figure.of, Of::Thing(unit) if is_akin(unit, &one.measure.unit))
    }

    /// Is a figure of which the text does not say what it counts a hundred times more or less than a statement? Then it
    /// is of something else.
    fn is_far(&self, said: &Said) -> bool {
        const FACTOR: f64 = 100.0;
        let ratio = (self.figure.number.value / said.statement.figure).abs();
        self.figure.of == Of::Unsaid && !(1.0 / FACTOR..=FACTOR).contains(&ratio)
    }

    /// Does another series print the very figure? Then it is not one of this series with more digits.
    fn is_of_another(&self, all: &[Candidate<'_>], one: &Candidate<'_>) -> bool {
        let mut others = all.iter().filter(|other| {
            let same = std::ptr::eq(other.measure, one.measure);
            !same && other.goes == Goes::Same && other.foreign.is_none()
        });
        others.any(|other| {
            let mut said = other.measure.said.iter();
            said.any(|said| said.is_printed() && said.fits(self.figure.number) == Fit::Same)
        })
    }

    /// "…, and the population 7.7 million": do the words from the figure before to this one name another series, and
    /// not this one?
    fn is_named_apart(&self, measure: &Measure) -> bool {
        let sentence = self.sentence;
        let start = self.figure.range.start;
        let amounts = sentence.amounts.iter().map(|one| one.range.end);
        let ends = amounts.chain(sentence.counts.iter().map(|one| one.range.end));
        let Some(from) = ends.filter(|end| *end <= start).max() else {
            return false;
        };
        let words = sentence.words.iter();
        let between: Vec<&String> = words
            .filter(|word| (from..start).contains(&word.range.start))
            .map(|word| &word.stem)
            .collect();
        let mut behind = words_behind(sentence, self.figure.range.end);
        let has = |one: &Measure| between.iter().any(|stem| one.title.contains(*stem));
        let is_own = has(measure) || behind.any(|word| measure.title.contains(&word.stem));
        let measured = self.index.measures.all.iter();
        let mut measured = measured.filter(|one| !one.said.is_empty());
        !is_own && measured.any(has)
    }

    fn against_measure(&self, all: &[Candidate<'_>], one: &Candidate<'_>) -> Option<Finding> {
        let number = self.figure.number;
        let measure = one.measure;
        let fits = |said: &&Said, fit: Fit| said.fits(number) == fit;
        let with = |when: When| {
            let said = measure.said.iter();
            said.filter(move |said| self.when(measure, said) == when)
        };
        if let Some(said) = with(When::Same)
            .chain(with(When::Open))
            .find(|said| fits(said, Fit::Finer))
            && one.score >= NAMED.0
            && !self.is_of_another(all, one)
        {
            let source = self.describe(said);
            return Some(
                cite(self.finding(Verdict::MorePrecise), said)
                    .note(format!("no source gives so many digits: {source}"))
                    .suggest(self.figure_of(said)),
            );
        }
        let exact = |said: &&Said| said.is_printed() && fits(said, Fit::Same);
        if let Some(said) = with(When::Within).find(exact)
            && one.score >= NAMED.0
        {
            return Some(self.of_period(said, "period: it is for another or a longer period"));
        }
        let named = one.score >= NAMED.1;
        let mirrored = |said: &&Said| said.is_printed() && said.fits(number.negated()) == Fit::Same;
        if let Some(said) = with(When::Same).chain(with(When::Open)).find(mirrored)
            && named
        {
            return Some(self.against(said, "sign: it changed the other way"));
        }
        if let Some(said) = with(When::Other).find(exact)
            && one.score >= NAMED.0
        {
            return Some(self.of_period(said, "period: it is for another period"));
        }
        let same: Vec<&Said> = with(When::Same).collect();
        let printed = same.iter().find(|said| said.is_printed()).or(same.first());
        let open = || with(When::Open).rfind(|said| said.is_printed());
        let said = printed.copied().or_else(open).filter(|_| named)?;
        if self.is_named_apart(measure) {
            return None;
        }
        let figure = said.statement.figure;
        let scale = number.has_digits_of(figure) && !number.is_number(figure);
        if !scale && self.is_far(said) {
            return None;
        }
        Some(self.against(
            said,
            if scale {
                "scale: off by powers of ten"
            } else {
                "the dossier has another figure"
            },
        ))
    }
}

/// By how many per cent one level differs from another.
fn change(from: &Said, to: &Said) -> f64 {
    100.0 * (to.statement.figure / from.statement.figure - 1.0)
}

/// The words right behind a place, up to a mark.
fn words_behind(sentence: &Sentence, end: usize) -> impl Iterator<Item = &Word> {
    /// Words of a noun with what it is of.
    const NEAR: usize = 5;
    let words = &sentence.words;
    let next = words.partition_point(|word| word.range.start < end);
    let near = words[next..].iter().take(NEAR);
    near.take_while(|word| word.mark.is_none())
}

/// Does no series that goes with the unit lie nearer?
fn is_alone(all: &[Candidate<'_>], one: &Candidate<'_>) -> bool {
    let mut better = all.iter().filter(|other| other.goes == Goes::Same);
    !better.any(|other| other.score > one.score)
}
