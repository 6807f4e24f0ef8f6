//! Places behind an instrument: where it was signed, or what it is for.

use crate::dossier::countries;
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// The end of a phrase without the place at which somebody did what its verb says: "an agreement on air
/// services in Windhoek". What an instrument is about is a country or a continent at most, or has the
/// capitals of a title before it: "on Cooperation in Education".
pub(in crate::extract::agreement) fn before_place(
    words: &Words<'_>,
    from: usize,
    end: usize,
) -> usize {
    static REGIONS: WordList =
        WordList::new("africa asia europe eurasia america antarctica arctic oceania space");
    const LONGEST: usize = 4;
    let ahead = (from..end).rev().take(LONGEST + 1);
    let Some(at) = ahead.into_iter().find(|at| words.low(*at) == "in") else {
        return end;
    };
    let is_name = |at: usize| {
        words.get(at).is_some_and(|word| {
            let low = word.text.chars().skip(1).any(char::is_lowercase);
            word.is_capital() && low && !REGIONS.has(&word.low)
        })
    };
    let names = at + 1..end;
    let place = !names.is_empty() && names.clone().all(is_name);
    let text: Vec<&str> = names.filter_map(|at| Some(words.get(at)?.text)).collect();
    let text = text.join(" ");
    let capital = countries::all().any(|country| country.has_capital(&text));
    let titled = at > from && words.get(at - 1).is_some_and(Word::is_capital) && !capital;
    let country = countries::find(&text).is_some() || is_of_building(words, from, at);
    if place && !titled && !country {
        at
    } else {
        end
    }
}

/// "a loan agreement for a commuter line in Nairobi": is what the agreement is for what stands in the place?
fn is_of_building(words: &Words<'_>, from: usize, at: usize) -> bool {
    words.low(from) == "for"
        && matches!(
            words.low_before(at),
            "line"
                | "road"
                | "hospital"
                | "plant"
                | "airport"
                | "port"
                | "bridge"
                | "stadium"
                | "railway"
                | "school"
                | "terminal"
                | "dam"
                | "station"
                | "factory"
                | "centre"
                | "center"
                | "corridor"
                | "highway"
        )
}

/// Behind the place that follows an instrument: "a container terminal at Marsaxlokk", "here".
pub(in crate::extract::agreement) fn past_place(words: &Words<'_>, end: usize) -> usize {
    const LONGEST: usize = 3;
    if words.low(end) != "at" {
        return end + usize::from(words.low(end) == "here");
    }
    let capital = |at: &usize| words.get(*at).is_some_and(Word::is_capital);
    end + 1 + (end + 1..end + 1 + LONGEST).take_while(capital).count()
}
