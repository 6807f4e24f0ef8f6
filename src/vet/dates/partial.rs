//! Months and days without their year: "in September of that year", "on 7 October".

use std::collections::BTreeSet;
use std::ops::Range;

use super::edge::NAMED;
use super::form::like;
use crate::brief::spoken;
use crate::dossier::Date;
use crate::dossier::date::MONTHS;
use crate::extract::ordinals;
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::sentence::Sentences;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of};

/// Words before a month by which it only bounds something, or is one of a span.
const BOUNDS: &str = "to until till through from between by after before and since every each per";

/// Words of something that comes beside what the records have.
const ANOTHER: &str = "another next again second third further newer";

/// A date of a record, with its month and perhaps its day.
type Known<'a> = ((usize, Option<u32>), &'a Date);

/// A month, perhaps with a day, by its place.
#[derive(Clone, Debug)]
struct Part {
    month: usize,
    day: Option<u32>,
    range: Range<usize>,
}

/// The verdicts on the months and days of a clause that have no year.
pub(in crate::vet) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    near: &[Match<'_>],
) -> Vec<Finding> {
    let parts = parts(clause);
    let is_another = clause.plain().any(|word| is_one_of(ANOTHER, &word.low));
    if parts.len() != 1 || is_another {
        return Vec::new();
    }
    let found = parts.iter().filter_map(|part| {
        let named: Vec<&Topic> = near
            .iter()
            .filter(|one| one.score >= NAMED)
            .map(|one| one.topic)
            .collect();
        if near
            .iter()
            .any(|one| whole(one.topic).any(|(known, _)| part.agrees(known)))
        {
            return None;
        }
        let own = named
            .first()
            .filter(|topic| !topic.is_ongoing && is_of_year(clause, topic));
        let mut known = own
            .into_iter()
            .flat_map(|topic| whole(topic).map(|known| (*topic, known)));
        let own = known.find(|(_, (known, _))| part.is_against(*known));
        let (topic, (_, known)) = own.or_else(|| of_before(index, sentences, clause, part))?;
        let text = clause.sentence.words_of(&part.range);
        let finding = Finding::new(Item::Date, Verdict::Contradicted, part.range.clone());
        let note = format!("the date in the dossier is {}", spoken(known));
        Some(
            finding
                .of(topic.record)
                .note(note)
                .suggest_some(like(text, known)),
        )
    });
    found.collect()
}

impl Part {
    fn agrees(&self, (month, day): (usize, Option<u32>)) -> bool {
        month == self.month && (self.day.is_none() || day.is_none() || day == self.day)
    }

    /// Does a known date speak against it? A day says nothing of a whole month.
    fn is_against(&self, (month, day): (usize, Option<u32>)) -> bool {
        month != self.month || self.day.is_some() && day.is_some() && day != self.day
    }

    /// Is it the same day of another month, or the same month with a digit more or less? Of `the day` itself
    /// any day of the month.
    fn is_slip(&self, (month, day): (usize, Option<u32>), is_the_day: bool) -> bool {
        match (self.day, day) {
            (Some(own), Some(day)) if month == self.month => {
                own != day && (is_the_day || own.abs_diff(day) % 10 == 0)
            }
            (Some(own), Some(day)) => own == day,
            _ => false,
        }
    }
}

/// A day of which the sentences before, or the rest of this one, name the matter, and which is but for a
/// digit or the month that of its record.
fn of_before<'a>(
    index: &'a Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    part: &Part,
) -> Option<(&'a Topic, Known<'a>)> {
    const DAY: &str = "day date anniversary birthday celebrate celebrated celebrates exact exactly";
    part.day?;
    let is_the_day = clause.plain().any(|word| is_one_of(DAY, &word.low));
    let around = std::iter::once(clause.sentence).chain(sentences.earlier(clause.sentence));
    let words = around.flat_map(|one| &one.words);
    let stems: BTreeSet<String> = words.map(|word| word.stem.clone()).collect();
    let places = index.sharing(&stems).into_iter();
    let mut topics = places.map(|at| &index.topics[at]);
    topics.find_map(|topic| {
        let is_named = topic.title.iter().any(|stem| stems.contains(stem));
        let mut known = whole(topic).filter(|_| is_named && !topic.is_ongoing);
        let known = known.find(|(known, _)| part.is_slip(*known, is_the_day))?;
        Some((topic, known))
    })
}

/// The dates of a topic that are no less than a month, by month and day.
fn whole(topic: &Topic) -> impl Iterator<Item = Known<'_>> {
    let dates = topic.dates.iter();
    dates.filter_map(|date| {
        let mut parts = date.edtf()?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
        let month: usize = month.parse().ok().filter(|month| *month <= MONTHS.len())?;
        let day = day.map(str::parse).transpose().ok()?;
        (year.len() == 4).then_some(((month, day), date))
    })
}

/// Are the years of a clause, if it gives any, those of a topic?
fn is_of_year(clause: &Clause<'_>, topic: &Topic) -> bool {
    let dates = clause.sentence.real_dates();
    let mut dates = dates.filter_map(|date| date.date().ok().flatten());
    let has = |year: Option<i64>| topic.dates.iter().any(|known| known.year() == year);
    dates.all(|date| has(date.year()))
}

/// The months of a clause that are in no date of their own.
fn parts(clause: &Clause<'_>) -> Vec<Part> {
    let words = &clause.sentence.words;
    let dates = &clause.sentence.dates;
    let has_date = |word: &Word| {
        let next = dates.partition_point(|date| date.range.start <= word.range.start);
        let last = next.checked_sub(1).map(|at| &dates[at]);
        last.is_some_and(|date| date.edtf.is_some() && date.range.end > word.range.start)
    };
    let is_month = |at: &usize| {
        let word = &words[*at];
        let before = at.checked_sub(1).map_or("", |at| &*words[at].low);
        word.capital && !word.quoted && !has_date(word) && !is_one_of(BOUNDS, before)
    };
    let all = clause.words.clone().filter(is_month);
    all.filter_map(|at| {
        let month = MONTHS.iter().position(|name| *name == words[at].low)? + 1;
        let (day, range) = with_day(clause, at);
        Some(Part { month, day, range })
    })
    .collect()
}

/// The day beside a month: "7 October", "the seventh of October", "October 7".
fn with_day(clause: &Clause<'_>, at: usize) -> (Option<u32>, Range<usize>) {
    let words = &clause.sentence.words;
    let number = |word: &Word| {
        let digits = word.low.trim_end_matches(char::is_alphabetic);
        let day: Option<u32> = digits.parse().ok();
        let spelled = || ordinals(&word.low).first().map(|(_, number)| *number);
        day.or_else(spelled).filter(|day| (1..=31).contains(day))
    };
    let month = words[at].range.clone();
    let of = at.checked_sub(1).filter(|of| words[*of].low == "of");
    let before = of
        .unwrap_or(at)
        .checked_sub(1)
        .filter(|_| words[at].mark.is_none());
    if let Some((day, first)) = before.and_then(|first| Some((number(&words[first])?, first))) {
        return (Some(day), words[first].range.start..month.end);
    }
    let next = words.get(at + 1).filter(|next| next.mark.is_none());
    match next.and_then(|next| Some((number(next)?, next))) {
        Some((day, next)) => (Some(day), month.start..next.range.end),
        None => (None, month),
    }
}
