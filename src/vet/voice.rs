//! Who only says what a clause tells, and takes no part in it.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::actors::{Spot, Who};
use super::ranks::is_rank;
use super::words::{Word, is_one_of};
use crate::dossier::Kind;

/// "according to the Kremlin", "Putin said".
pub(super) fn is_attributed(words: &[Word], spot: &Spot) -> bool {
    let end = verb_of(words, aside(words, spot));
    let behind = words.get(end).map(|word| word.low.as_str());
    let next = words.get(end + 1).map(|word| word.low.as_str());
    let holds = matches!(
        behind,
        Some("holds" | "maintains" | "finds" | "reckons" | "feels")
    );
    let first = spot.words.start;
    let according =
        first >= 2 && words[first - 1].low == "to" && words[first - 2].low == "according"
            || first >= 3 && words[first - 3].low == "according";
    let who = behind == Some("who") && next.is_some_and(says);
    // "was mentioned by Putin"
    let by = first >= 2
        && words[first - 1].low == "by"
        && (says(&words[first - 2].low) || is_told_by(&words[..first - 1]));
    according
        || by
        || is_of_sayers(words, spot.words.end)
        || behind.is_some_and(says)
        || holds && next == Some("that")
        || who
        || is_viewer(words, spot)
        || verb_before(words, spot).is_some()
}

/// "was pointed out at the forum by": is the last verb before "by" one of telling, in the passive?
fn is_told_by(before: &[Word]) -> bool {
    /// Words from the verb to "by".
    const NEAR: usize = 8;
    let near = before.iter().enumerate().rev().take(NEAR);
    let mut near = near.take_while(|(at, word)| {
        !word.quoted && (*at + 1 == before.len() || before[*at + 1].mark.is_none())
    });
    let verb = near.find(|(_, word)| says(&word.low) || word.low.ends_with("ed"));
    let tells = |low: &str| says(low) || is_one_of("expressed voiced raised aired", low);
    verb.is_some_and(|(at, word)| {
        let auxiliary = at.checked_sub(1).map(|at| before[at].low.as_str());
        tells(&word.low) && matches!(auxiliary, Some("was" | "were" | "is" | "are" | "been"))
    })
}

/// "the Baltic states or Hungary, who say that …": is what stands before a place the first of several who say it?
fn is_of_sayers(words: &[Word], end: usize) -> bool {
    /// Words of the others.
    const MOST: usize = 8;
    let is_name = |word: &&Word| word.capital || matches!(word.low.as_str(), "and" | "or" | "the");
    let behind = words[end..].iter().take(MOST);
    let who = end + behind.take_while(is_name).count();
    let is_who = words
        .get(who)
        .is_some_and(|word| word.low == "who" && word.mark == Some(','));
    is_who && words.get(who + 1).is_some_and(|verb| says(&verb.low))
}

/// The place of a verb of telling behind "had", else the place itself: "Putin had said that".
fn verb_of(words: &[Word], end: usize) -> usize {
    let is_before =
        |word: &Word| word.mark.is_none() && matches!(word.low.as_str(), "had" | "has" | "have");
    let is_told = words.get(end).is_some_and(is_before)
        && words
            .get(end + 1)
            .is_some_and(|verb| verb.mark.is_none() && says(&verb.low))
        && words.get(end + 2).is_some_and(|that| that.low == "that");
    end + usize::from(is_told)
}

/// The place of the word behind a name; of a person, behind an aside between commas: "Putin, by contrast, says".
fn aside(words: &[Word], spot: &Spot) -> usize {
    /// Words of an aside.
    const MOST: usize = 5;
    let end = spot.words.end;
    let is_person = matches!(spot.who, Who::Record(record) if record.kind == Kind::Person);
    let is_comma = |word: &Word| word.mark == Some(',');
    if !is_person || !words.get(end).is_some_and(is_comma) {
        return end;
    }
    let mut near = (end + 1..words.len()).take(MOST);
    let close = near.find(|at| is_comma(&words[*at]) && !words[*at].quoted);
    let says_next = |at: usize| words.get(at + 1).is_some_and(|word| says(&word.low));
    close
        .filter(|at| match words[*at].low.as_str() {
            "holds" => true,
            // "It was Putin, too, who said"
            "who" => says_next(*at),
            low => says(low),
        })
        .unwrap_or(end)
}

/// ", says Lavrov", "…," wrote President Putin: the verb before a name, by its place.
pub(super) fn verb_before(words: &[Word], spot: &Spot) -> Option<usize> {
    const SPEAKS: &str = "said says wrote writes added adds argued argues explained explains noted notes \
        thinks believes claimed claims remarked recalled observed commented stated states stressed \
        insisted conceded concedes admitted replied answered quipped joked jokes warned warns";
    /// Words of a title.
    const TITLE: usize = 4;
    let is_title = |word: &&Word| word.capital || word.low == "the" || is_rank(&word.low);
    let before = words[..spot.words.start].iter().rev().take(TITLE);
    let title = before.take_while(is_title).count();
    let at = spot.words.start.checked_sub(1 + title)?;
    let verb = &words[at];
    let is_apart = verb.mark.is_some() || at > 0 && words[at - 1].quoted;
    let is_close = words[at + 1..=spot.words.start]
        .iter()
        .all(|word| word.mark.is_none());
    let is_verb = || !verb.quoted && is_one_of(SPEAKS, &verb.low);
    (is_apart && is_close && is_verb()).then_some(at)
}

/// "in Putin's view", "in the words of Putin", "For Putin, …".
fn is_viewer(words: &[Word], spot: &Spot) -> bool {
    const VIEWS: [&str; 9] = [
        "view",
        "telling",
        "reckoning",
        "opinion",
        "words",
        "eyes",
        "account",
        "judgement",
        "judgment",
    ];
    let is_view = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| VIEWS.contains(&word.low.as_str()))
    };
    let (first, end) = (spot.words.start, spot.words.end);
    let low = |back: usize| first.checked_sub(back).map(|at| words[at].low.as_str());
    let last = &words[end - 1];
    let owns = last.range.len() > last.low.len();
    let is_before = low(1) == Some("of") && first >= 2 && is_view(first - 2);
    let is_for = first == 1 && low(1) == Some("for");
    let is_apart = words.get(end).is_some_and(|word| word.mark == Some(','));
    let is_person = matches!(spot.who, Who::Record(record) if record.kind == Kind::Person);
    owns && is_view(end) || is_before || is_for && is_apart && is_person
}

/// The words before a verb of telling that name an office: "the Lao president said"; without the article,
/// and with the place of the rank last.
pub(super) fn office(words: &[Word], range: Range<usize>) -> Option<Range<usize>> {
    /// Words before the rank of an office.
    const BEFORE: usize = 4;
    let says_next = |at: usize| {
        let next = words.get(at + 1);
        next.is_some_and(|next| !next.quoted && next.mark.is_none() && says(&next.low))
    };
    let first = range.start;
    let mut all = range;
    let at = all.find(|at| !words[*at].quoted && is_rank(&words[*at].low) && says_next(*at))?;
    let first = first.max(at.saturating_sub(BEFORE));
    let article = words[first..at]
        .iter()
        .rposition(|word| word.low == "the")?;
    Some(first + article + 1..at + 1)
}

/// Is it a verb of somebody who only reports or remarks something?
pub(super) fn says(low: &str) -> bool {
    static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| SAYS.split_whitespace().collect());
    ALL.contains(low)
}

const SAYS: &str = "said says say told tells added adds noted notes recalled recalls stressed stresses called \
    calls argued argues explained explains asked asks thanked stated states put puts remarked remarks joked \
    described describes declared mentioned mentions commented observed replied answered insisted insists \
    emphasised emphasized emphasises emphasizes underlined underlines conceded concedes admitted admits acknowledged \
    acknowledges claimed claims announced announces confirmed confirms warned warns thinks believes reckons wrote \
    writes reported reports assured assures pointed points replies answers observes reminded reminds hinted hints \
    intimated asserted asserts contended contends maintained boasted lamented complained alleged predicted";
