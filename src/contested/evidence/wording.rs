//! The words around a figure in its evidence: "about" or "more than", the unit, PPP, a head, a fall.

use super::units::{self, Told};
use crate::dossier::evidence::Support;
use crate::dossier::observation::Qualifier;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Evidence, Number, Observation, Series};
use crate::extract::amount::{ChangeRole, Trend, Unit};
use crate::extract::{Context, Count, amounts, counts};
use crate::figures::digits::same;

/// Every way in which the words around a figure tell otherwise than its record.
pub(super) fn complaints(series: &Series, figure: &Observation) -> Vec<String> {
    let Some(value) = figure.value.map(Number::value) else {
        return Vec::new();
    };
    let own = figure.evidence.iter().chain(&series.evidence);
    let read = own
        .filter(|e| e.support != Support::Contradicts)
        .filter_map(|evidence| Anchor::of(series, value, evidence));
    let anchors: Vec<_> = read.collect();
    if anchors.is_empty() {
        return Vec::new();
    }
    let all = [
        qualifier(figure, &anchors),
        letter(series, &anchors),
        unit(series, &anchors),
        fall(series, value, &anchors),
    ];
    all.into_iter().flatten().collect()
}

/// An anchor with words, in which the figure is printed.
struct Anchor {
    words: String,
    /// The places of the figure.
    counts: Vec<Count>,
}

impl Anchor {
    /// None where the anchor has no words, as the cell of a table, or not the number.
    fn of(series: &Series, value: f64, evidence: &Evidence) -> Option<Self> {
        let words = evidence.words();
        let has_digit = words.contains(|c: char| c.is_ascii_digit());
        let worded = words
            .split(|c: char| !c.is_alphabetic())
            .any(|w| w.chars().count() > 2);
        if !worded || !has_digit {
            return None;
        }
        let total = value.abs() * 10f64.powi(i32::from(series.scale));
        let printed = |count: &Count| {
            let (digits, whole) = (count.value.value.value().abs(), count.value.value().abs());
            same(whole, total) || same(digits, value.abs())
        };
        let found: Vec<_> = counts(&words).into_iter().filter(printed).collect();
        (!found.is_empty()).then(|| Self {
            words: words.into_owned(),
            counts: found,
        })
    }
}

/// "About" in the record but not in the words, or in the words but not in the record.
fn qualifier(figure: &Observation, anchors: &[Anchor]) -> Option<String> {
    if figure.low.is_some() || figure.high.is_some() {
        return None;
    }
    let counts = anchors.iter().flat_map(|anchor| &anchor.counts);
    let read: Vec<_> = counts
        .map(|count| (count.qualifier, !count.beside.0.is_empty()))
        .collect();
    let own = figure.qualifier;
    // At the start of an anchor its qualifier may have been cut off.
    let fits = |(stated, goes_before): &(Option<Qualifier>, bool)| {
        *stated == own || close(*stated, own) || (stated.is_none() && !goes_before)
    };
    if read.iter().any(fits) {
        return None;
    }
    let stated = read.iter().find_map(|(stated, _)| *stated).map(word);
    Some(match (own.map(word), stated) {
        (Some(own), Some(stated)) => {
            format!("“{own}” in the record, “{stated}” in the evidence")
        }
        (Some(own), None) => format!("“{own}” is not in the evidence"),
        (None, stated) => format!("the evidence has “{}”", stated.unwrap_or_default()),
    })
}

/// Qualifiers that say the same, or words that need not be one: "went up to", "exceeded".
fn close(stated: Option<Qualifier>, own: Option<Qualifier>) -> bool {
    use Qualifier as Q;
    match (stated, own) {
        (Some(Q::AtMost), None) => true,
        // "At least" is "more than" and the figure itself, which no rounding tells apart.
        (Some(a), Some(b)) => [[Q::MoreThan, Q::AtLeast], [Q::LessThan, Q::AtMost]]
            .iter()
            .any(|same| same.contains(&a) && same.contains(&b)),
        _ => false,
    }
}

fn word(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::About => "about",
        Qualifier::MoreThan => "more than",
        Qualifier::LessThan => "less than",
        Qualifier::Estimated => "estimated",
        Qualifier::AtLeast => "at least",
        Qualifier::AtMost => "at most",
        Qualifier::Almost => "almost",
    }
}

/// A letter for another power of ten: "8.3m" of a series in thousands.
fn letter(series: &Series, anchors: &[Anchor]) -> Option<String> {
    let own = i32::from(series.scale);
    let all = anchors.iter().flat_map(|anchor| &anchor.counts);
    let other = |count: &Count| {
        let money = matches!(count.unit, None | Some(Unit::Money(_)));
        count
            .letter
            .filter(|power| money && power.cast_signed() != own)
    };
    let others: Option<Vec<_>> = all.map(other).collect();
    let power = *others?.first()?;
    let currency = units::is_money(series.unit.as_deref().unwrap_or(""));
    currency.then(|| format!("its scale is 10^{own}, but the evidence has a letter for 10^{power}"))
}

/// Another unit than the words tell.
fn unit(series: &Series, anchors: &[Anchor]) -> Option<String> {
    let unit = series.unit.as_deref()?;
    let others = series.evidence.iter().map(|e| e.words().into_owned());
    let texts = anchors
        .iter()
        .map(|anchor| anchor.words.clone())
        .chain(others);
    let evidence = Told::new(&series.title, texts);
    let after: Vec<_> = anchors
        .iter()
        .flat_map(|anchor| &anchor.counts)
        .map(|count| (count.unit, count.beside.1.as_str()))
        .collect();
    evidence.other_than(unit, &after)
}

/// A rate above zero for a fall, or one below zero without a word of one.
fn fall(series: &Series, value: f64, anchors: &[Anchor]) -> Option<String> {
    if series.kind != SeriesKind::Growth {
        return None;
    }
    let signs = anchors.iter().flat_map(|anchor| &anchor.counts);
    let minus = signs.clone().any(|count| count.sign == Some(false));
    let trends: Vec<_> = anchors
        .iter()
        .flat_map(|anchor| amounts(&anchor.words, Context::default()))
        .filter_map(|amount| amount.change)
        .filter(|change| change.role == ChangeRole::By)
        .map(|change| change.trend)
        .collect();
    let falls = minus || trends.contains(&Trend::Down);
    let rises = trends.contains(&Trend::Up);
    let bracket = anchors.iter().any(|anchor| anchor.words.contains('('));
    let dash = |anchor: &Anchor| anchor.words.contains(['-', '−', '–']);
    let words = [
        "minus",
        "минус",
        "negative",
        "% less",
        "cent less",
        "% lower",
        "cent lower",
        "% fewer",
        "cent fewer",
    ];
    let said = |anchor: &Anchor| {
        words
            .iter()
            .any(|word| anchor.words.to_lowercase().contains(word))
    };
    if value > 0.0 && falls && !rises && !minus {
        return Some("the evidence speaks of a fall".to_owned());
    }
    let silent = !falls && !bracket && !anchors.iter().any(dash) && !anchors.iter().any(said);
    let fell = super::direction::of(&anchors[0].words) == Some(super::Direction::Fall);
    (value < 0.0 && silent && !fell)
        .then(|| "it is below zero, but the evidence has neither a minus nor a fall".to_owned())
}
