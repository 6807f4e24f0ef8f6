//! Changes across a marked break in a series: both figures are in the dossier, and what lies between them
//! is no change.

use std::ops::Range;

use super::counted::Of;
use super::read::Figure;
use crate::dossier::Date;
use crate::extract::amount::{ChangeRole, Printed};
use crate::figures::breaks;
use crate::vet::figure::Said;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::number::Told;
use crate::vet::sentence::Sentence;
use crate::vet::words::{Word, is_one_of};

/// Why two statements of a series are not comparable; none where no break lies between them.
pub(super) fn across_break(
    index: &Index<'_>,
    series: usize,
    early: &Said,
    late: &Said,
) -> Option<String> {
    let dates = [early, late].map(|said| &said.statement.date);
    let series = &index.dossier.series[series];
    if !breaks::lie_between(series, dates[0], dates[1]) {
        return None;
    }
    let [early, late] = [early, late].map(|said| index.dossier.title(said.record));
    Some(format!("break in the series between {early} and {late}"))
}

/// Is the one what something changed from, and the other what it changed to?
fn are_ends(one: &Figure, other: &Figure) -> bool {
    use ChangeRole::{From, To};
    let roles = (one.role, other.role);
    [(Some(From), Some(To)), (Some(To), Some(From))].contains(&roles)
}

/// Verbs of a change that leave open which way, beside those of growth and fall.
const MOVES: &str = "go goes going went gone move moves moved moving pass passes passed passing change changes \
    changed changing shift shifted swing swung turn turned develop developed evolve evolved double doubled triple \
    tripled halve halved";

/// Makes two figures of one that is both ends of a change over a span: "exports went from 10 to 12 million
/// dollars between 2019 and 2023", or of the second end alone: "grew from 10 to 12 million".
pub(super) fn part(sentence: &Sentence, figures: Vec<Figure>) -> Vec<Figure> {
    let mut parted: Vec<Figure> = Vec::with_capacity(figures.len());
    for mut figure in figures {
        let is_open = figure.role.is_none() && figure.period.as_ref().and_then(span).is_some();
        let read = || of_range(sentence, &figure).or_else(|| of_number(sentence, &figure));
        let ends = is_open.then(read).flatten();
        if let Some((range, number, last)) = ends.filter(|ends| is_moved(sentence, &ends.0)) {
            // "from 10 to 12 million between": no noun says of what.
            if figure.of == Of::Unknown && is_bare(sentence, &figure.range) {
                figure.of = Of::Unsaid;
            }
            // The first number may be one that was read as a figure of its own.
            parted.pop_if(|before| before.range == range);
            parted.push(Figure {
                range,
                number,
                role: Some(ChangeRole::From),
                ..figure.clone()
            });
            (figure.range, figure.number) = last;
            figure.role = Some(ChangeRole::To);
        }
        parted.push(figure);
    }
    parted
}

/// Is the word behind a number one that no noun follows on to say what it counts?
fn is_bare(sentence: &Sentence, range: &Range<usize>) -> bool {
    const BEHIND: [&str; 7] = ["between", "from", "over", "during", "within", "in", "by"];
    let words = &sentence.words;
    let next = words.get(words.partition_point(|word| word.range.start < range.end));
    next.is_none_or(|word| word.mark.is_some() || BEHIND.contains(&word.low.as_str()))
}

/// Where the first of two numbers is, that number, and the second likewise.
type Ends = (Range<usize>, Told, (Range<usize>, Told));

/// The two numbers of what was read as a range.
fn of_range(sentence: &Sentence, figure: &Figure) -> Option<Ends> {
    const TO: &str = " to ";
    let (low, high) = figure.number.ends()?;
    let at = figure.range.start + sentence.words_of(&figure.range).find(TO)?;
    let last = at + TO.len()..figure.range.end;
    Some((figure.range.start..at, low, (last, high)))
}

/// The number before "to" that has no unit, and the figure behind it, whose scale may be that of both.
fn of_number(sentence: &Sentence, figure: &Figure) -> Option<Ends> {
    let mut counts = sentence.counts.iter();
    let own = counts.clone().find(|count| count.range == figure.range)?;
    let first = counts.rfind(|count| count.range.end <= figure.range.start)?;
    let between = sentence.words_of(&(first.range.end..figure.range.start));
    let is_bare = first.unit.is_none() && between.trim() == "to";
    let is_shared = first.value.scale == 0 && first.value.value.value() < 1000.0;
    let value = Printed {
        scale: if is_shared {
            own.value.scale
        } else {
            first.value.scale
        },
        ..first.value
    };
    let last = (figure.range.clone(), figure.number);
    is_bare.then(|| (first.range.clone(), Told::one(value, first.qualifier), last))
}

/// Is the number at a range what something moved "from"?
fn is_moved(sentence: &Sentence, range: &Range<usize>) -> bool {
    /// Words before "from" in which the verb is looked for.
    const NEAR: usize = 10;
    let words = &sentence.words;
    let here = words.partition_point(|word| word.range.start < range.start);
    let Some(from) = here.checked_sub(1).filter(|at| words[*at].low == "from") else {
        return false;
    };
    let moves =
        |word: &Word| matches!(word.stem.as_str(), "grow" | "fall") || is_one_of(MOVES, &word.low);
    words[from.saturating_sub(NEAR)..from].iter().any(moves)
}

/// The two ends of a span.
pub(super) fn span(date: &Date) -> Option<[Date; 2]> {
    let (first, last) = date.edtf()?.split_once('/')?;
    let [first, last] =
        [first, last].map(|end| Date::parse(end).ok().filter(|end| !end.is_undated()));
    Some([first?, last?])
}

/// Gives each level of a change over a span its own end of that: "from 2021 to 2022 exports fell from 10 to
/// 5".
pub(super) fn date_ends(figures: &mut [Figure]) {
    for at in 1..figures.len() {
        let [one, other] = &mut figures[at - 1..=at] else {
            continue;
        };
        if are_ends(one, other) && one.dated.is_some() && one.dated == other.dated {
            for figure in [one, other] {
                let span = figure.period.take();
                figure.period = span.map(|span| end_of(span, figure.role));
            }
        }
    }
}

/// Of a change over a span, the time of a level: "from 2021 to 2022 exports fell from 10 to 5".
fn end_of(span: Date, role: Option<ChangeRole>) -> Date {
    let ends = self::span(&span);
    let end = ends.and_then(|[first, last]| match role? {
        ChangeRole::From => Some(first),
        ChangeRole::To => Some(last),
        ChangeRole::By => None,
    });
    end.unwrap_or(span)
}

/// A finding for every "from … to …" whose two figures are in the dossier, on either side of a break.
/// `found` has the verdicts on the figures.
pub(super) fn changes(index: &Index<'_>, figures: &[Figure], found: &[Finding]) -> Vec<Finding> {
    let pairs = figures
        .windows(2)
        .filter(|pair| are_ends(&pair[0], &pair[1]));
    let changes = pairs.filter_map(|pair| {
        let [one, other] = [&pair[0], &pair[1]].map(|figure| said(index, figure, found));
        let ((series, one), (same, other)) = (one?, other?);
        let is_turned = one.statement.date.sort(&other.statement.date).is_gt();
        let (early, late) = if is_turned {
            (other, one)
        } else {
            (one, other)
        };
        let note = across_break(index, series, early, late).filter(|_| series == same)?;
        let range = pair[0].range.start..pair[1].range.end;
        let finding = Finding::new(Item::Figure, Verdict::NotComparable, range);
        Some(finding.of(late.record).note(note))
    });
    changes.collect()
}

/// The series and the statement of it that gives a figure.
fn said<'a>(index: &'a Index<'_>, figure: &Figure, found: &[Finding]) -> Option<(usize, &'a Said)> {
    let mut own = found.iter().filter(|one| one.range == figure.range);
    let finding = own.find(|one| one.verdict <= Verdict::Contested)?;
    let measures = &index.measures.all;
    measures.iter().find_map(|measure| {
        let mut said = measure.said.iter();
        let found = said.find(|said| said.is_printed() && Some(said.record) == finding.record)?;
        Some((measure.series, found))
    })
}
