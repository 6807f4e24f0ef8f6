//! Who gives, sends, helps or sells, and to whom.

mod deed;
mod near;
mod preference;

use super::actors::Spot;
use super::index::Index;
use super::words::Word;
pub(super) use deed::{Act, Deed};
use deed::{Form, deed};
use near::Near;

/// Every deed of a run of words between two who are known.
pub(super) fn acts(
    index: &Index<'_>,
    words: &[Word],
    spots: &[Spot],
    range: std::ops::Range<usize>,
) -> Vec<Act> {
    let all = with_capitals(index, words, spots);
    let spots = all.as_slice();
    let mut found = preference::acts(index, words, spots, &range);
    let is_preferred = !found.is_empty();
    for at in range.clone() {
        if words[at].quoted {
            continue;
        }
        let Some((deed, form)) = deed(&words[at].low)
            .filter(|_| !is_being_there(words, at) && !is_back(words, at) && !is_undone(words, at))
        else {
            continue;
        };
        // Told as one deed, whatever words tell it.
        if is_preferred && matches!(deed, Deed::Give | Deed::Grant | Deed::Sell) {
            continue;
        }
        let is_noun = form == Form::Verb && is_noun(words, at);
        // "killed by the bombs": whose they are is not said.
        if is_noun && deed == Deed::Harm {
            continue;
        }
        let form = if is_noun { Form::Noun } else { form };
        // "trained in Russia", "trained at a university": who learns, and not who helps.
        let is_taught = words[at].low == "trained" && near_place(words, at);
        let (deed, form) = if is_taught {
            (Deed::Learn, Form::Noun)
        } else {
            (deed, form)
        };
        let near = Near {
            index,
            words,
            spots,
            range: range.clone(),
            at,
        };
        let (from, to) = match deed {
            Deed::Go | Deed::Learn => near.journey(),
            _ => near.ends(deed, form),
        };
        if from.is_some() || to.is_some() {
            found.push(Act { deed, from, to, at });
        } else if form == Form::Verb {
            let by = near.by().into_iter();
            found.extend(by.map(|from| Act {
                deed,
                from: Some(from),
                to,
                at,
            }));
        }
    }
    found
}

/// The names with those of capitals that are used for their governments: "Moscow gave", but not "in Moscow".
fn with_capitals(index: &Index<'_>, words: &[Word], spots: &[Spot]) -> Vec<Spot> {
    let named = |at: usize| spots.iter().any(|spot| spot.words.contains(&at));
    let is_place = |at: usize| {
        let before = at.checked_sub(1).map(|at| words[at].low.as_str());
        matches!(before, Some("in" | "at" | "near" | "outside"))
    };
    let free = (0..words.len()).filter(|at| words[*at].capital && !named(*at) && !is_place(*at));
    let capitals = free.filter_map(|at| {
        let code = crate::extract::country(&words[at].low)?;
        let who = index.lexicon.country(code);
        let words = at..at + 1;
        Some(Spot { who, words })
    });
    let mut all: Vec<Spot> = spots.iter().cloned().chain(capitals).collect();
    all.sort_by_key(|spot| spot.words.start);
    all
}

/// "present" that is no gift: "He was present at the talks." Somebody's present is one.
fn is_being_there(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &words[at]);
    let is_gift = before.is_some_and(|word| {
        let owns = word.capital && word.range.len() > word.low.len();
        owns || matches!(word.low.as_str(), "a" | "as" | "birthday" | "anniversary")
    });
    // "hands Laos two elephants", and not "in the hands of"
    let is_hand = words[at].low == "hands" && !words.get(at + 1).is_some_and(|next| next.capital);
    words[at].low == "present" && !is_gift || is_hand
}

/// "Land was given back to the people": what was theirs before is no gift of another.
fn is_back(words: &[Word], at: usize) -> bool {
    /// Words from the verb to "back".
    const NEAR: usize = 4;
    let near = words[at + 1..].iter().take(NEAR);
    near.take_while(|word| word.mark.is_none())
        .any(|word| word.low == "back")
}

/// "They gave nothing", "they never gave": what is denied is no deed.
fn is_undone(words: &[Word], at: usize) -> bool {
    /// Words before a verb that may deny it.
    const NEAR: usize = 2;
    let not = |word: &Word| matches!(&*word.low, "not" | "never") || word.low.ends_with("n't");
    let near = &words[at.saturating_sub(NEAR)..at];
    let is_nothing = words
        .get(at + 1)
        .is_some_and(|next| next.mark.is_none() && matches!(&*next.low, "nothing" | "none"));
    is_nothing || near.iter().any(not)
}

/// Is a word of place right behind?
fn near_place(words: &[Word], at: usize) -> bool {
    let behind = words.get(at + 1);
    behind.is_some_and(|word| matches!(word.low.as_str(), "in" | "at"))
}

/// Is a word that may be a verb a noun here? "the exports", "exports of rice", "200 million bombs".
fn is_noun(words: &[Word], at: usize) -> bool {
    const NOUNS: [&str; 9] = [
        "bombs", "exports", "export", "ships", "supplies", "helps", "supports", "presents", "gives",
    ];
    const BEFORE: [&str; 20] = [
        "the", "a", "an", "of", "by", "with", "in", "from", "for", "its", "their", "these",
        "those", "million", "more", "fewer", "many", "under", "cluster", "some",
    ];
    let before = at.checked_sub(1).map(|at| words[at].low.as_str());
    let is_behind = before
        .is_some_and(|low| BEFORE.contains(&low) || low.starts_with(|c: char| c.is_ascii_digit()));
    let of = words.get(at + 1).is_some_and(|word| word.low == "of");
    NOUNS.contains(&words[at].low.as_str()) && (is_behind || of)
}

/// Does one act go the other way?
pub(super) fn against(act: &Act, other: &Act) -> bool {
    // "Putin studied in Saint Petersburg": who learns somewhere may learn at home.
    if act.deed == Deed::Learn && act.to.is_none() {
        return false;
    }
    let cross = |one: Option<_>, two: Option<_>| one.is_some() && one == two;
    let same =
        act.from.is_some() && act.from == other.from || act.to.is_some() && act.to == other.to;
    // Investors may come from several countries.
    let is_only = act.deed != Deed::Invest;
    !same && (cross(act.from, other.to) || cross(act.to, other.from))
        || !same
            && is_only
            && act.from.is_some()
            && other.from.is_some()
            && other.to.is_none()
            && act.from != other.from
}

/// Do both begin or end with the same one?
pub(super) fn shares(act: &Act, other: &Act) -> bool {
    act.from.is_some() && act.from == other.from || act.to.is_some() && act.to == other.to
}
