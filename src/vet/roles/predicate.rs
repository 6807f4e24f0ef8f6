//! Titles that a sentence gives behind a verb or a word of time: "Yathotou is governor of the central
//! bank", "Yathotou, at that time governor of the central bank".

mod deed;
mod post;
mod run;

use std::ops::Range;

use crate::dossier::{Kind, Ref};
use crate::vet::actors::Who;
use crate::vet::ranks::is_rank;
use crate::vet::sentence::Sentence;
use crate::vet::words::{Word, is_one_of};
use run::{MOST, Predicate, runs};

/// Every such title of a sentence, outside of quotations. `pronouns`: whom "he" or "she" means, with its place.
pub(super) fn titles(sentence: &Sentence, pronouns: &[(Ref, usize)]) -> Vec<Predicate> {
    let words = &sentence.words;
    let people = sentence.spots.iter().filter_map(|spot| match spot.who {
        Who::Record(record) if record.kind == Kind::Person => Some((record, spot.words.clone())),
        _ => None,
    });
    let subjects = pronouns.iter().filter(|(_, at)| is_subject(&words[*at]));
    let subjects = subjects.map(|(person, at)| (*person, *at..at + 1));
    let people: Vec<(Ref, Range<usize>)> = people.chain(subjects).collect();
    let told = people.iter().flat_map(|(person, name)| {
        let found = if is_object(words, &people, name.start) {
            Vec::new()
        } else {
            title(words, name, *person)
        };
        if found.is_empty() {
            let turned = || turned(words, name, *person);
            let found = in_office(words, name, *person)
                .or_else(turned)
                .or_else(|| in_brackets(words, name, *person));
            found.into_iter().collect()
        } else {
            found
        }
    });
    let mut found: Vec<Predicate> = told.collect();
    found.extend(
        people
            .first()
            .and_then(|(who, name)| having(words, name, *who)),
    );
    found.extend(deed::titles(words, &people));
    found.extend(post::titles(words, &people, pronouns));
    found
}

/// "whether it came up between Putin and Yathotou is": is a name, or the first of those joined with it, behind a
/// preposition? Then what follows is told of something else.
fn is_object(words: &[Word], people: &[(Ref, Range<usize>)], first: usize) -> bool {
    /// Words of a title before a name, and names that are joined.
    const MOST: (usize, usize) = (4, 5);
    const BEFORE: [&str; 7] = ["between", "of", "with", "to", "from", "about", "for"];
    let is_title = |word: &&Word| word.low == "the" || is_rank(&word.low) || word.capital;
    let mut first = first;
    for _ in 0..MOST.1 {
        let lead = words[..first].iter().rev().take(MOST.0);
        let title = lead
            .take_while(is_title)
            .take_while(|word| word.mark.is_none());
        let Some(at) = first.checked_sub(1 + title.count()) else {
            return false;
        };
        let joined = || people.iter().find(|(_, name)| name.end == at);
        match joined().filter(|_| words[at].low == "and") {
            Some((_, name)) => first = name.start,
            None => return BEFORE.contains(&&*words[at].low) && words[first].mark.is_none(),
        }
    }
    false
}

fn is_subject(word: &Word) -> bool {
    matches!(word.low.as_str(), "he" | "she")
}

/// "As foreign minister, Lavrov spoke", "In her capacity as foreign minister, Yathotou spoke": the title before
/// a name at the head of a sentence; or behind it, "Yathotou came as foreign minister".
fn in_office(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    /// Words before the one that leads to a title.
    const LEAD: usize = 4;
    let first = words[..name.start].iter().take(LEAD);
    let leads = |word: &&Word| matches!(&*word.low, "in" | "her" | "his" | "capacity" | "role");
    let lead = first.take_while(leads).count();
    let before = words.get(lead..name.start).unwrap_or_default();
    let is_apart = words[name.start].mark == Some(',');
    let stands_first = before.first().is_some_and(|word| word.low == "as") && is_apart;
    let (title, is_whole) = if stands_first {
        let title = &before[1..];
        (
            title,
            title
                .iter()
                .skip(1)
                .all(|word| word.mark.is_none_or(|mark| mark == '-')),
        )
    } else {
        (behind_as(&words[name.end..])?, true)
    };
    let has_rank = title.iter().any(|word| is_rank(&word.low));
    let is_title = is_whole && has_rank && title.len() <= MOST && !title[0].quoted;
    is_title.then(|| Predicate {
        person,
        title: title[0].range.start..title[title.len() - 1].range.end,
        office: None,
        was: false,
    })
}

/// "Archer (prime minister of Norway)": the title in brackets behind a name, if there is nothing else in them.
fn in_brackets(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    const SMALL: &str = "of the and for then former deputy vice first";
    let (first, rest) = words.get(name.end..)?.split_first()?;
    let goes_on = |word: &&Word| word.mark.is_none_or(|mark| mark == '-');
    let title = &words[name.end..=name.end + rest.iter().take_while(goes_on).count()];
    let is_part = |word: &Word| word.capital || is_rank(&word.low) || is_one_of(SMALL, &word.low);
    let is_title = first.mark == Some('(')
        && title.len() <= MOST
        && title.iter().all(is_part)
        && title.iter().any(|word| is_rank(&word.low));
    is_title.then(|| Predicate {
        person,
        title: first.range.start..title[title.len() - 1].range.end,
        office: None,
        was: false,
    })
}

/// "The moderator of the session was Doronov": the title before the verb before a name.
fn turned(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    /// Words of a title before its rank.
    const LEAD: usize = 3;
    let verb = name.start.checked_sub(1)?;
    let reach = verb.saturating_sub(MOST + 1);
    let was = match words[verb].low.as_str() {
        "was" => true,
        "is" => false,
        _ => return None,
    };
    let last = &words[name.end - 1];
    let owns = last.range.len() > last.low.len();
    let apart = |word: &Word| word.mark.is_some_and(|mark| mark != '-');
    let first = words[reach..verb].iter().rposition(apart);
    let title = words.get(reach + first.unwrap_or(0)..verb)?;
    let title = title
        .first()
        .filter(|word| word.low == "the")
        .and(title.get(1..))?;
    let is_more = |word: &Word| {
        matches!(
            &*word.low,
            "who" | "whom" | "which" | "that" | "by" | "to" | "with" | "from"
        )
    };
    let rank = title.iter().position(|word| is_rank(&word.low))?;
    let is_plain = !title.iter().any(is_more) && !title[..rank].iter().any(|word| word.low == "of");
    let next = title.get(rank + 1).map_or("of", |word| &*word.low);
    let is_title = rank <= LEAD && title.len() <= MOST && matches!(next, "of" | "for" | "at");
    let new = || Predicate {
        person,
        title: title[0].range.start..title[title.len() - 1].range.end,
        office: None,
        was,
    };
    (is_title && is_plain && !owns && !title[0].quoted && words[verb].mark.is_none()).then(new)
}

/// "came to the forum as Lao foreign minister": the title behind "as", of words behind a name.
fn behind_as(words: &[Word]) -> Option<&[Word]> {
    /// Words between a name and "as".
    const NEAR: usize = 7;
    let near = words
        .iter()
        .take(NEAR)
        .take_while(|word| word.mark.is_none() && !word.quoted);
    let verb = near
        .take_while(|word| !word.capital && word.low != "as")
        .count();
    words
        .get(verb)
        .filter(|word| word.low == "as" && word.mark.is_none() && verb > 0)?;
    // "spoke of her as vice president"
    let is_other = |word: &Word| matches!(&*word.low, "her" | "him" | "them" | "it");
    if words[..verb].iter().any(is_other) {
        return None;
    }
    let is_more = |word: &Word| {
        matches!(
            &*word.low,
            "well" | "long" | "far" | "soon" | "such" | "known"
        )
    };
    let range = runs(&words[verb + 1..]).into_iter().next()?;
    let first = words.partition_point(|word| word.range.start < range.start);
    let end = words.partition_point(|word| word.range.start < range.end);
    let title = &words[first..end];
    let rank = title.iter().rposition(|word| is_rank(&word.low))?;
    let next = title.get(rank + 1).map_or("of", |word| &*word.low);
    (!is_more(&words[verb - 1]) && matches!(next, "of" | "for")).then_some(title)
}

/// "had earlier been", "once served as", "held the post of": how many words lead to a title that somebody
/// once had.
fn once(words: &[Word]) -> Option<usize> {
    /// Words that lead there, at most.
    const LEAD: usize = 8;
    const BETWEEN: &str = "had has have once previously formerly earlier also served worked held used to the an \
        office post position job role portfolio before in past at one time";
    let is_last = |word: &Word| matches!(word.low.as_str(), "been" | "as" | "was" | "of" | "be");
    let near = &words[..words.len().min(LEAD)];
    let last = near.iter().position(is_last)?;
    let leads = |word: &Word| is_one_of(BETWEEN, &word.low);
    near[..last].iter().all(leads).then_some(last + 1)
}

/// "She knows the matter, having earlier been, as she says, minister": the title behind "having", of whom the
/// sentence names first.
fn having(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    /// Words of an aside between two commas.
    const ASIDE: usize = 6;
    let at = words.iter().position(|word| word.low == "having")?;
    let is_behind = name.end <= at && words[at].mark == Some(',') && !words[at].quoted;
    let rest = words.get(at + 1..).filter(|_| is_behind)?;
    let mut behind = rest.get(once(rest)?..)?;
    let is_comma = |word: &Word| word.mark == Some(',');
    if behind.first().is_some_and(is_comma) {
        let aside = behind.iter().skip(1).take(ASIDE).position(is_comma)?;
        behind = behind.get(aside + 1..)?;
    }
    let title = runs(behind).into_iter().next()?;
    Some(Predicate {
        person,
        title,
        office: None,
        was: true,
    })
}

/// The titles of somebody behind their name; a second one behind "and".
fn title(words: &[Word], name: &Range<usize>, person: Ref) -> Vec<Predicate> {
    let Some((was, behind)) = verb(words, name) else {
        return Vec::new();
    };
    let new = |title| Predicate {
        person,
        title,
        office: None,
        was,
    };
    runs(behind).into_iter().map(new).collect()
}

/// Is a title told of the past, and the words behind its verb: "is", "had once been", ", who was also".
fn verb<'a>(words: &'a [Word], name: &Range<usize>) -> Option<(bool, &'a [Word])> {
    let at = name.end;
    let is_apart = words[name.start].mark == Some(',');
    let first = words.get(at).filter(|word| !word.quoted)?;
    let who = usize::from(first.low == "who");
    let verb = words.get(at + who)?;
    let mark = if who > 0 { None } else { verb.mark };
    let (was, skipped) = match (mark, verb.low.as_str()) {
        (None, "is" | "remains" | "becomes") => (false, 1),
        (None, "was" | "became") => (true, 1),
        // "Putin's guest, Sisoulith, is the president"
        (Some(','), "is" | "remains") if is_apart => (false, 1),
        (Some(','), "was") if is_apart => (true, 1),
        (Some(','), _) => (false, timed(&words[at..])?),
        (
            None,
            "had" | "has" | "have" | "once" | "previously" | "formerly" | "earlier" | "served"
            | "held" | "used",
        ) => (true, once(&words[at + who..])?),
        _ => return None,
    };
    let behind = words.get(at + who + skipped..)?;
    // "was at one time minister"
    let time = behind.get(timed(behind).unwrap_or(0)..);
    Some((was, time.filter(|_| was).unwrap_or(behind)))
}

/// "at that time", "at the time": how many words of time a run begins with.
fn timed(words: &[Word]) -> Option<usize> {
    let lows: Vec<&str> = words.iter().take(3).map(|word| word.low.as_str()).collect();
    matches!(lows.as_slice(), ["at", "that" | "the" | "one", "time"]).then_some(3)
}
