//! Words to write instead: they must have the form of those that they replace, or there are none. A number is
//! written for a number, a date for a date of its sort, a name for a name.

#[cfg(test)]
mod tests;

use super::document::Document;
use super::finding::{Finding, Item, Verdict};
use super::words::{Word, is_one_of, words};
use crate::dossier::date::MONTHS;

/// Words before a number by which it is bounded or rough, those of two words first.
const BOUNDS: [&str; 21] = [
    "more than",
    "less than",
    "fewer than",
    "at least",
    "at most",
    "up to",
    "an estimated",
    "as many as",
    "close to",
    "no more than",
    "estimated",
    "approximately",
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "over",
    "under",
    "some",
    "circa",
];

/// Words of a number that are no unit.
const SCALES: &str = "million billion trillion thousand hundred dozen";

/// A finding whose suggestion, put in the place of its words, makes a sentence; without one where it does not.
/// The words before may have to go with them.
pub(super) fn whole(document: &Document, finding: Finding) -> Finding {
    /// Bytes before and behind the words that are read.
    const NEAR: usize = 80;
    // A period is written with the words around it.
    if !finding.verdict.is_accusation() || finding.note.starts_with("period") {
        return finding;
    }
    let Some(told) = finding.suggestion.clone() else {
        return finding;
    };
    let text = document.text.as_str();
    let Some(marked) = text.get(finding.range.clone()) else {
        return finding;
    };
    let (start, end) = (finding.range.start, finding.range.end);
    let near = text.ceil_char_boundary(start.saturating_sub(NEAR))..start;
    let before = text[near].rsplit('\n').next();
    let near = end..text.floor_char_boundary((end + NEAR).min(text.len()));
    let behind = text[near].split('\n').next();
    let place = Place {
        marked,
        before: before.unwrap_or_default(),
        behind: behind.unwrap_or_default(),
    };
    let made = match finding.item {
        Item::Figure | Item::Direction => place.figure(&told),
        Item::Date => place.date(&told),
        Item::Quotation => Some((0, told)),
        Item::Person | Item::Agreement | Item::Event => place.name(&told, finding.verdict),
    };
    match made {
        Some((back, words)) => Finding {
            range: finding.range.start - back..finding.range.end,
            suggestion: Some(words),
            ..finding
        },
        None => finding.suggest_some(None),
    }
}

/// Words with those around them on their line.
struct Place<'a> {
    marked: &'a str,
    before: &'a str,
    behind: &'a str,
}

/// How many bytes before the words are replaced with them, and by what.
type Made = Option<(usize, String)>;

impl Place<'_> {
    /// The last word before, in small letters, and how many bytes it and the blanks around it have.
    fn last(&self) -> (String, usize) {
        let word = self.before.trim_end();
        let start = word.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| {
            word[at..].chars().next().map_or(0, char::len_utf8) + at
        });
        (word[start..].to_lowercase(), self.before.len() - start)
    }

    fn figure(&self, told: &str) -> Made {
        let (number, aside) = told
            .split_once(" (contested: ")
            .map_or((told, None), |(number, aside)| (number, Some(aside)));
        let aside = aside.map_or_else(String::new, |aside| format!(" (contested: {aside}"));
        for (verb, way) in [("rose by ", Way::Up), ("fell by ", Way::Down)] {
            if let Some(by) = number.strip_prefix(verb) {
                let (back, words) = self.verb(way)?;
                return Some((back, format!("{words} by {by}{aside}")));
            }
        }
        let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        if !has_digit(self.marked) || !has_digit(number) {
            return None;
        }
        let is_pair = self.marked.contains(" and ") || self.marked.contains(" to ");
        if is_pair && is_one_of("between from", &self.last().0) {
            return None;
        }
        let number = number
            .trim_end_matches(" PPP/person")
            .trim_end_matches(" PPP");
        let bound = self.bound();
        let (own, other) = (unit(self.marked), unit(number));
        let is_same = numbers(self.marked) == numbers(number);
        if is_same && (own.is_empty() || own == other) && bound.is_none() {
            return None;
        }
        let goes_on = self.behind.trim_start().starts_with(char::is_alphabetic);
        let is_twice = own.is_empty() && !other.is_empty() && goes_on;
        let number = if is_twice {
            number.strip_suffix(other.as_str()).unwrap_or(number)
        } else {
            number
        };
        let number = number.trim_end();
        Some((bound.unwrap_or(0), format!("{number}{aside}")))
    }

    /// The verb before a number by which something changed, as one of the other way: how many bytes before the
    /// number it begins, and the words.
    fn verb(&self, way: Way) -> Option<(usize, String)> {
        const HAD: &str = "has have had";
        const WILL: &str = "will would to may might could should can";
        let all = words(self.before, &(0..self.before.len()), &[]);
        let is_between = |word: &Word| word.low == "by" || word.low.ends_with("ly");
        let at = all.iter().rposition(|word| !is_between(word))?;
        let verb = &all[at];
        let before = at.checked_sub(1).map(|at| &all[at]);
        let before = before.filter(|word| !word.is_month());
        let before = before.map_or("", |word| word.low.as_str());
        let told = match (verb.low.as_str(), way) {
            ("down", Way::Up) => "up",
            ("up", Way::Down) => "down",
            (low, _) if !matches!(verb.stem.as_str(), "grow" | "fall") || low.ends_with("ing") => {
                return None;
            }
            (_, Way::Up) if is_one_of(HAD, before) => "risen",
            (_, Way::Down) if is_one_of(HAD, before) => "fallen",
            (_, Way::Up) if is_one_of(WILL, before) => "rise",
            (_, Way::Down) if is_one_of(WILL, before) => "fall",
            (low, Way::Up) if low.ends_with('s') => "rises",
            (low, Way::Down) if low.ends_with('s') => "falls",
            (low, Way::Up) if is_past(low) => "rose",
            (low, Way::Down) if is_past(low) => "fell",
            _ => return None,
        };
        Some((self.before.len() - verb.range.start, told.to_owned()))
    }

    /// How many bytes before a number bound it: "more than".
    fn bound(&self) -> Option<usize> {
        let trimmed = self.before.trim_end().to_lowercase();
        let is_whole = |word: &&str| {
            let rest = trimmed.strip_suffix(*word);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '(']))
        };
        let word = BOUNDS.iter().find(|word| is_whole(word))?;
        let blanks = self.before.len() - self.before.trim_end().len();
        Some(word.len() + blanks)
    }

    fn date(&self, told: &str) -> Made {
        const EDGES: &str = "since until till by before after from through";
        let (own, other) = (Sort::of(self.marked), Sort::of(told));
        let first = self.marked.split(' ').next().unwrap_or_default();
        if is_one_of(EDGES, &first.to_lowercase()) && !told.starts_with(first) {
            return (other != Sort::Span).then(|| (0, format!("{first} {told}")));
        }
        if own == other {
            return Some((0, told.to_owned()));
        }
        let (last, length) = self.last();
        let is_noun = self.behind.trim_start().starts_with(char::is_alphabetic);
        match (last.as_str(), own, other) {
            // "The roadmap runs until January to May."
            (_, _, Sort::Span) if own != Sort::Other => None,
            (low, _, Sort::Span) if is_one_of(EDGES, low) || low == "on" => None,
            // "the 2017 roadmap"
            ("the", Sort::Year, _) => None,
            ("the", ..) => {
                let rest = &self.before[..self.before.len() - length];
                let place = Place {
                    before: rest,
                    ..*self
                };
                let (back, words) = place.bare(told, other);
                Some((back + length, words))
            }
            (_, Sort::Year, _) if is_noun && !is_one_of("in since until by of from", &last) => None,
            _ => Some(self.bare(told, other)),
        }
    }

    /// A date of another sort, with the preposition that it takes.
    fn bare(&self, told: &str, sort: Sort) -> (usize, String) {
        let (last, length) = self.last();
        let other = match (last.as_str(), sort) {
            ("on", Sort::Month | Sort::Year) => "in",
            ("in", Sort::Day) => "on",
            _ => return (0, told.to_owned()),
        };
        let is_first = self.before[self.before.len() - length..].starts_with(char::is_uppercase);
        let other = match (other, is_first) {
            ("in", true) => "In",
            ("on", true) => "On",
            (other, _) => other,
        };
        (length, format!("{other} {told}"))
    }

    fn name(&self, told: &str, verdict: Verdict) -> Made {
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        // Several for one, or a list, do not go with its verb.
        let is_several = |text: &str| text.contains(" and ") || text.contains(", ");
        let is_title =
            self.marked.contains(char::is_whitespace) && verdict == Verdict::Misattributed;
        if is_number(self.marked) != is_number(told)
            || is_several(told) && !is_several(self.marked) && !is_title
        {
            return None;
        }
        let owns = ["'s", "’s"]
            .into_iter()
            .find(|ending| self.marked.ends_with(ending));
        let told = format!("{told}{}", owns.unwrap_or_default());
        let (last, length) = self.last();
        let article = self.marked.split(' ').next().unwrap_or_default();
        let is_article = article.eq_ignore_ascii_case("the") && !told.starts_with("the ");
        // "the Lao president", who has a name.
        let is_office = super::ranks::is_rank(&words_end(self.marked))
            && !super::ranks::is_rank(&words_end(&told));
        let has_rank = |text: &str| {
            let low = text.to_lowercase();
            low.split(|c: char| !c.is_alphabetic())
                .any(super::ranks::is_rank)
        };
        if is_article && has_rank(&told) {
            return Some((0, format!("{article} {told}")));
        }
        let is_named = last == "the" && is_office && !has_rank(&told);
        Some((if is_named { length } else { 0 }, told))
    }
}

/// Is it a verb of rising or falling that tells of the past?
fn is_past(low: &str) -> bool {
    low.ends_with("ed") || is_one_of("rose fell grew shrank sank", low)
}

/// Which way something changed.
#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

/// The last word of a text in small letters.
fn words_end(text: &str) -> String {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.to_lowercase()
}

/// The digits of a text, number by number.
fn numbers(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let digits = parts.map(|part| part.replace(',', ""));
    let digits = digits.map(|part| part.trim_matches('.').to_owned());
    digits.filter(|part| !part.is_empty()).collect()
}

/// The word for what a number counts: its last, if that is none of the number.
fn unit(text: &str) -> String {
    let last = words_end(text);
    let is_word = last.starts_with(char::is_alphabetic) && !is_one_of(SCALES, &last);
    let is_number = last.starts_with("us$") || last.contains(|c: char| c.is_ascii_digit());
    if is_word && !is_number {
        last
    } else {
        String::new()
    }
}

/// The sort of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Day,
    Month,
    Year,
    Span,
    /// A season, a half, a decade.
    Other,
}

impl Sort {
    fn of(text: &str) -> Self {
        let low = text.to_lowercase();
        let parts: Vec<&str> = low
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let is_number = |part: &&&str| part.chars().all(|c| c.is_ascii_digit());
        let years = parts
            .iter()
            .filter(|part| part.len() == 4 && is_number(part));
        let months = parts.iter().filter(|part| MONTHS.contains(part)).count();
        let is_day = |part: &&str| {
            let digits = part.trim_end_matches(char::is_alphabetic);
            matches!(digits.len(), 1 | 2) && digits.chars().all(|c| c.is_ascii_digit())
        };
        let days = parts.iter().filter(|part| is_day(part)).count();
        let others = parts.iter().any(|part| {
            is_one_of(
                "spring summer autumn fall winter half quarter decade early late mid end beginning",
                part,
            ) || part.ends_with("0s")
        });
        match (months, days, years.count()) {
            _ if others => Self::Other,
            (2.., ..) | (.., 2..) => Self::Span,
            (_, 2.., 1) | (1, 1.., _) => Self::Day,
            (0, 1, 1) | (1, 0, _) => Self::Month,
            (0, 0, 1) => Self::Year,
            _ => Self::Other,
        }
    }
}
