//! The time of a record against the words of its evidence: day, month, both ends of a period, "since",
//! and parts of a year.

use super::months::{self, Named};
use crate::dossier::date::Basis;
use crate::dossier::evidence::Support;
use crate::dossier::{Date, Evidence};
use crate::figures::key::folded;
use crate::figures::period::Period;

/// Words of a time that has not ended.
const SINCE: [&str; 8] = [
    "since",
    "from",
    "as of",
    "starting",
    "beginning",
    "onwards",
    "с",
    "after",
];

/// Phrases of a part of a year.
const PARTS: [&str; 22] = [
    "first half",
    "second half",
    "half year",
    "first quarter",
    "second quarter",
    "third quarter",
    "fourth quarter",
    "q1",
    "q2",
    "q3",
    "q4",
    "h1",
    "h2",
    "two months",
    "three months",
    "four months",
    "five months",
    "six months",
    "seven months",
    "nine months",
    "полугод",
    "квартал",
];

/// Words of a comparison: the part of a year may be what the figure is compared with.
const COMPARED: [&str; 4] = ["compared", "than", "against", "versus"];

/// Does a text name a year only as what something is compared with: "compared with 2021"?
pub(super) fn is_base(text: &str, year: i32) -> bool {
    let low = folded(text);
    let words: Vec<_> = low.split(' ').collect();
    let year = year.to_string();
    let places = (0..words.len()).filter(|at| words[*at] == year);
    let compared = |at: usize| {
        let before = &words[at.saturating_sub(3)..at];
        let first = before.iter().position(|word| COMPARED.contains(word));
        let small = |word: &&str| ["with", "to", "in", "the"].contains(word);
        first.is_some_and(|first| before[first + 1..].iter().all(small))
    };
    let mut places = places.peekable();
    places.peek().is_some() && places.all(compared)
}

/// Texts of the evidence that may name a time.
pub(super) struct Texts {
    texts: Vec<String>,
    months: Vec<Named>,
}

impl Texts {
    pub(super) fn new(evidence: &[Evidence]) -> Self {
        let supporting = evidence
            .iter()
            .filter(|e| e.support != Support::Contradicts);
        let texts: Vec<_> = supporting.map(|e| e.words().into_owned()).collect();
        let months = texts.iter().flat_map(|text| months::named(text)).collect();
        Self { texts, months }
    }

    /// The evidence names other months, or other days of the month, than all of these dates.
    pub(super) fn other_day(&self, dates: &[&Date]) -> Option<String> {
        let own: Vec<_> = dates.iter().flat_map(|date| days(date)).collect();
        if own.is_empty() || self.months.is_empty() {
            return None;
        }
        let named = |month: u32| self.months.iter().filter(move |named| named.month == month);
        let is_named = |(month, _): &&(u32, Option<u32>)| named(*month).next().is_some();
        let missing = own.iter().find(|day| !is_named(day));
        let any = own.iter().any(|day| is_named(&day));
        // Both ends of a period must be named where the text names two months.
        if let Some((month, _)) =
            missing.filter(|_| !any || self.months.len() > 1 && dates.len() == 1)
        {
            let months: Vec<_> = self.months.iter().map(|n| months::name(n.month)).collect();
            let in_evidence = months.join(" and ");
            let filed = months::name(*month);
            return Some(format!(
                "the evidence names {in_evidence}, the record {filed}"
            ));
        }
        let other = own.iter().find_map(|(month, day)| {
            let day = (*day)?;
            let days: Vec<_> = named(*month).flat_map(|n| n.days.clone()).collect();
            let is_other = !days.is_empty() && !days.contains(&day);
            is_other.then(|| (*month, day, days[0]))
        });
        let (number, own, in_evidence) = other?;
        let month = months::name(number);
        Some(format!(
            "the evidence has {in_evidence} {month}, the record {own} {month}"
        ))
    }

    /// "Since 2021" of a time that is not open, or an open time without such a word.
    pub(super) fn open_end(&self, date: &Date, years: &[i32]) -> Option<String> {
        let edtf = date.edtf().filter(|_| date.basis == Basis::Stated)?;
        let texts: Vec<_> = self
            .texts
            .iter()
            .map(|text| format!(" {} ", folded(text)))
            .collect();
        if let Some(year) = edtf.strip_suffix("/..") {
            let year = year.get(..4)?;
            let says_since =
                |text: &String| SINCE.iter().any(|word| text.contains(&format!(" {word} ")));
            let dated = texts.iter().any(|text| text.contains(year));
            if !dated && !years.is_empty() {
                return Some(format!("the evidence does not name {year}, when it began"));
            }
            return (dated && !texts.iter().any(says_since))
                .then(|| format!("its time is open, but the evidence only names {year}"));
        }
        let since = |text: &String| text.contains(&format!(" since {edtf} "));
        (whole_year(edtf).is_some() && texts.iter().any(since))
            .then(|| format!("the evidence has “since {edtf}”, but its time is not open"))
    }

    /// A figure for a whole year whose evidence speaks of a part, or the other way round.
    pub(super) fn part_of_a_year(&self, period: &Date, years: &[i32]) -> Option<String> {
        let own = Period::of(period).filter(|_| period.basis == Basis::Stated)?;
        let part = |text: &String| {
            let low = folded(text);
            let months: Vec<_> = months::named(text).iter().map(|n| n.month).collect();
            let whole = months.contains(&1) && months.contains(&12);
            let span = months.len() > 1 && !whole;
            let compared = COMPARED.iter().any(|word| low.contains(word));
            !compared && (span || PARTS.iter().any(|part| low.contains(part)))
        };
        let is_partial = self.texts.iter().any(part);
        if own.year().is_some() && is_partial {
            return Some(
                "the evidence speaks of a part of the year, the record of all of it".into(),
            );
        }
        let worded = |text: &String| {
            text.split(|c: char| !c.is_alphabetic())
                .any(|w| w.chars().count() > 2)
        };
        let dated = years.len() == 1 && self.texts.iter().all(worded);
        let silent = self.texts.iter().all(|text| {
            let low = folded(text);
            !low.contains("month") && !low.contains("quarter") && !low.contains("half")
        });
        (own.is_part_of_a_year() && !is_partial && self.months.is_empty() && dated && silent)
            .then(|| "the evidence names a year, the record a part of it".to_owned())
    }
}

/// A period of whole years whose ends are not those that the evidence names.
pub(super) fn other_ends(date: &Date, years: &[i32]) -> Option<String> {
    let (from, to) = date.edtf()?.split_once('/')?;
    let ends: Option<Vec<i32>> = [from, to].iter().map(|end| whole_year(end)).collect();
    let missing = ends?.into_iter().find(|year| !years.contains(year))?;
    (years.len() > 1 && date.basis == Basis::Stated)
        .then(|| format!("the evidence does not name {missing}, an end of the period"))
}

/// A year and nothing else.
fn whole_year(edtf: &str) -> Option<i32> {
    edtf.parse().ok().filter(|_| edtf.len() == 4)
}

/// The months and days of a date: of an interval, those of both ends.
fn days(date: &Date) -> Vec<(u32, Option<u32>)> {
    let edtf = date.edtf().unwrap_or_default();
    let ends = edtf.split('/').filter_map(|end| {
        let mut parts = end.trim_end_matches(['?', '~', '%']).split('-').skip(1);
        let month = parts.next()?.parse().ok()?;
        let day = parts.next().and_then(|day| day.parse().ok());
        (1..=12).contains(&month).then_some((month, day))
    });
    ends.collect()
}
