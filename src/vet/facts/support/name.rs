//! Names that a record or the whole dossier does not have: who bears one takes part in no record.

use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::topic::Topic;
use crate::vet::words::is_one_of;

/// The first such name of a clause, in words.
pub(super) fn missing(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> Option<String> {
    let sentence = clause.sentence;
    let words = &sentence.words;
    let is_spot = |at: usize| sentence.spots.iter().any(|spot| spot.words.contains(&at));
    let is_open = |at: &usize| {
        let word = &words[*at];
        word.capital && !word.quoted && !word.stem.is_empty() && !word.is_month() && !is_spot(*at)
    };
    // The first word of a sentence has a capital, whatever it is.
    let is_name = |at: usize| at > 0 || words.get(1).is_some_and(|next| next.low == "and");
    let mut names = clause.words.clone().filter(is_open);
    // "Vientiane and Moscow agreed": a capital stands for its country.
    let is_party = |at: usize| {
        let code = crate::extract::country(&words[at].low);
        code.is_some_and(|code| topic.actors.contains(&index.lexicon.country(code)))
    };
    let is_unknown = |at: usize| !index.is_known(&words[at].stem) && !is_party(at);
    let unknown = names.find(|at| is_name(*at) && is_unknown(*at));
    let body = || {
        let mut ends = clause
            .words
            .clone()
            .filter(|at| is_open(at) && is_body(&words[*at].low));
        ends.find(|end| {
            let goes_on = |at: &usize| is_open(at) && words[at + 1].mark.is_none();
            let lead = (clause.words.start..*end).rev().take_while(goes_on);
            let first = lead.last().unwrap_or(*end);
            // One record has all of a name: "Development" of one and "Bank" of another make none.
            let mut name = words[first..=*end].iter();
            first < *end && name.any(|word| !topic.raw.contains(&word.stem))
        })
    };
    let name = sentence.words_of(&words[unknown.or_else(body)?].range);
    Some(format!("the dossier does not know “{name}”"))
}

/// Is it what a body is called?
fn is_body(low: &str) -> bool {
    is_one_of(
        "bank fund union organisation organization council commission corporation company agency association \
        committee league",
        low,
    )
}
