//! Figures of several partners: "exports to Laos and Vietnam", "to Laos $3 million, to Vietnam $8 million".

use super::super::currency::country_itself as country;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::word::Words;

/// Words of a region behind a word for trade, at most.
const REGION: usize = 6;

/// Is the trade that a word from `at` to before `end` names that with several partners together, or with all?
pub(super) fn is_shared(
    words: &Words<'_>,
    (at, end): (usize, usize),
    flow: Flow,
    (reporter, partner): (Option<Code>, Option<Code>),
) -> bool {
    let all = matches!(
        words.low_before(at),
        "total" | "overall" | "global" | "worldwide"
    );
    let with_all = all && reporter.is_some() && partner.is_none();
    let listed = partner.is_some_and(|partner| {
        let first = first_of(words, end, flow, reporter);
        first.is_some_and(|(first, next)| first != partner || lists(words, next, reporter, first))
    });
    // "exports to Asia, including Vietnam"
    let mut near = (end..end + REGION).take_while(|at| words.same_sentence(end - 1, *at));
    let of_region = near.any(|at| {
        words
            .after(at, ", including")
            .is_some_and(|next| country(words, next).is_some())
    });
    with_all || listed || of_region
}

/// The first partner that follows the word `end`, and the word behind its name.
fn first_of(
    words: &Words<'_>,
    end: usize,
    flow: Flow,
    reporter: Option<Code>,
) -> Option<(Code, usize)> {
    const REACH: usize = 9;
    let mut near = (end..end + REACH).take_while(|at| words.same_sentence(end - 1, *at));
    near.find_map(|at| {
        let (code, next) = country(words, at)?;
        let article = usize::from(words.low_before(at) == "the");
        let to = match words.low_before(at - article) {
            "to" => flow == Flow::Exports,
            "from" => flow == Flow::Imports,
            "with" => true,
            _ => false,
        };
        (Some(code) != reporter && to).then_some((code, next))
    })
}

/// Does another country follow in a list: "to Laos, Vietnam and Chad"?
fn lists(words: &Words<'_>, next: usize, reporter: Option<Code>, partner: Code) -> bool {
    let comma = usize::from(words.low(next) == ",");
    let and = usize::from(words.low(next + comma) == "and");
    let article = usize::from(words.low(next + comma + and) == "the");
    let other = country(words, next + comma + and + article);
    let another = other.is_some_and(|(code, end)| {
        // "to Laos, Vietnam said": who says it is no partner.
        let list = and > 0 || matches!(words.low(end), "," | "and");
        code != partner && Some(code) != reporter && list
    });
    comma + and > 0 && another
}

/// The partner that is named right before a figure again, with its preposition, in the words between the word for
/// trade and the figure.
pub(super) fn elliptic(
    words: &Words<'_>,
    (from, start): (usize, usize),
    flow: Flow,
) -> Option<Code> {
    const NEAR: usize = 7;
    let preposition = match flow {
        Flow::Exports => "to",
        Flow::Imports => "from",
        Flow::Total | Flow::Balance => return None,
    };
    let first = start.saturating_sub(NEAR).max(from + 1);
    let at = (first..start)
        .rev()
        .find(|at| words.low(*at) == preposition)?;
    let article = usize::from(words.low(at + 1) == "the");
    let (code, end) = country(words, at + 1 + article)?;
    let small = |at: usize| {
        matches!(
            words.low(at),
            "," | "at"
                | "were"
                | "was"
                | "stood"
                | "reached"
                | "$"
                | "US"
                | "us"
                | "about"
                | "some"
        )
    };
    let opens = matches!(words.low_before(at), "," | "and" | "those" | "while" | ";");
    (opens && (end..start).all(small)).then_some(code)
}
