//! Whose goods go where: the countries beside a word for trade.

use super::super::currency::country_itself as country;
use super::super::goods;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::nation;
use crate::extract::word::Words;

/// The countries beside a word for trade: the reporter and the partner.
pub(super) fn parties(
    words: &Words<'_>,
    at: usize,
    end: usize,
    flow: Flow,
) -> (Option<Code>, Option<Code>) {
    let mut before = before(words, at);
    let (own, other) = behind(words, end, flow);
    if flow == Flow::Total && before.len() > 1 {
        // "Lao-Russian trade": nearest first.
        let second = before.remove(0);
        return (Some(before.remove(0)), Some(second));
    }
    let reporter = own.or_else(|| before.first().copied());
    if flow == Flow::Total && reporter.or(other).is_none() {
        return partners(words, at);
    }
    if flow == Flow::Balance && reporter.or(other).is_none() {
        return (whose_balance(words, at), None);
    }
    (reporter, other.filter(|other| Some(*other) != reporter))
}

/// "as Nairobi seeks to narrow a trade deficit": the country that does something about it.
fn whose_balance(words: &Words<'_>, at: usize) -> Option<Code> {
    const REACH: usize = 8;
    let near = (at.saturating_sub(REACH)..at).rev();
    let mut near =
        near.take_while(|place| words.same_sentence(*place, at) && words.low(*place) != ",");
    near.find_map(|place| {
        let (code, end) = country(words, place)?;
        let acts =
            words.get(end).is_some_and(|word| !word.is_capital()) && words.low(end).ends_with('s');
        let free = !matches!(
            words.low_before(place),
            "with" | "to" | "from" | "by" | "in" | "of"
        );
        (acts && free && end < at).then_some(code)
    })
}

/// "Spain remains Morocco's largest trading partner, with bilateral trade of": the two of a sentence that calls
/// one the partner of the other.
fn partners(words: &Words<'_>, at: usize) -> (Option<Code>, Option<Code>) {
    const REACH: usize = 20;
    let near = at.saturating_sub(REACH)..at;
    let same = |place: &usize| words.same_sentence(*place, at);
    let said = |place: usize| {
        words.low(place) == "partner" && matches!(words.low_before(place), "trading" | "trade")
    };
    if !near.clone().filter(same).any(said) {
        return (None, None);
    }
    let mut named = near
        .filter(same)
        .filter_map(|place| Some(country(words, place)?.0));
    let first = named.next();
    (first, named.find(|code| Some(*code) != first))
}

/// The country whose goods somebody buys: "bought Egyptian urea", "bought 2 million tonnes of Thai rice".
pub(super) fn foreign_goods(words: &Words<'_>, from: usize) -> Option<Code> {
    const REACH: usize = 9;
    let mut near = (from..from + REACH).take_while(|at| words.same_sentence(from, *at));
    let place = near.find(|at| {
        let open = *at == from || words.low(*at - 1) == "of";
        open && is_adjective(words, *at)
    })?;
    // "bought Greek bonds worth": of goods only a noun in small letters follows.
    let goods = words.get(place + 1)?;
    (!goods.is_capital()).then_some(country(words, place)?.0)
}

/// Countries as adjectives or owners right before a word, the nearest first.
fn before(words: &Words<'_>, at: usize) -> Vec<Code> {
    const REACH: usize = 8;
    let mut found = Vec::new();
    let mut place = at;
    while place > 0 && place + REACH > at && found.len() < 2 {
        place -= 1;
        if !words.same_sentence(place, at) {
            break;
        }
        if let Some((code, first, end)) = named_at(words, place) {
            place = first;
            // "Companies of Vietnam in Norway exported": where they are.
            if words.low_before(place) == "in" && !is_adjective(words, place) {
                break;
            }
            if end <= at && found.last() != Some(&code) {
                found.push(code);
            }
            continue;
        }
        let low = words.low(place);
        let attribute = matches!(
            low,
            "-" | "–"
                | "and"
                | "bilateral"
                | "total"
                | "annual"
                | "mutual"
                | "overall"
                | "foreign"
                | "trade"
                | "also"
                | "the"
                | "'s"
                | "'"
                | "oil"
                | "agricultural"
                | "rice"
                | "energy"
                | "двусторонний"
                | "взаимный"
                | "общий"
                | "и"
        );
        if !attribute {
            break;
        }
    }
    found
}

/// The country whose name a word ends or is in, and the words of the name: "South Korean", "New Zealand".
fn named_at(words: &Words<'_>, at: usize) -> Option<(Code, usize, usize)> {
    const LONGEST: usize = 4;
    (at.saturating_sub(LONGEST - 1)..=at).find_map(|first| {
        let (code, end) = country(words, first)?;
        (end > at).then_some((code, first, end))
    })
}

/// The countries behind a word for trade: "from Laos to Russia", "between Laos and Russia".
pub(super) fn behind(words: &Words<'_>, end: usize, flow: Flow) -> (Option<Code>, Option<Code>) {
    const REACH: usize = 9;
    let (mut own, mut other) = (None, None);
    let mut at = end;
    // "товарооборот России и Лаоса": the owner is in the genitive.
    if let Some((code, next)) = country(words, end).filter(|_| !words.low(end).is_ascii()) {
        own = Some(code);
        at = next;
    }
    if matches!(words.low_before(end), "bought" | "buys" | "purchased")
        && let Some(seller) = foreign_goods(words, end)
    {
        return (None, Some(seller));
    }
    // "sold Thailand goods"
    let sold = matches!(words.low_before(end), "sold" | "sells");
    let buyer = end + usize::from(sold && words.low(end) == "the");
    if let Some((code, next)) = country(words, buyer).filter(|_| sold) {
        return (None, (next > end).then_some(code));
    }
    while at < end + REACH && words.same_sentence(end - 1, at) {
        let preposition = words.low(at);
        let place = at + 1 + usize::from(matches!(words.low(at + 1), "the" | "le" | "la"));
        let Some((code, next)) = country(words, place) else {
            // "exports of goods and services from Laos".
            if matches!(preposition, "of" | "in") && goods::is_all(words.low(place)) {
                at = goods::past_all(words, place);
                continue;
            }
            if let Some(to) = past_goods(words, at).filter(|_| own.is_none() && other.is_none()) {
                at = to;
                continue;
            }
            let goods = matches!(preposition, "of" | "in") || words.low(at) == "volume";
            if goods || own.is_some() || other.is_some() || at > end + 2 || is_verb(preposition) {
                break;
            }
            at += 1;
            continue;
        };
        match (preposition, flow) {
            // "imports of Lao coffee": from where it comes.
            ("of", Flow::Imports) if is_adjective(words, place) => other = Some(code),
            ("and" | "и" | "et" | "und", _) if own.is_some() => other = Some(code),
            ("to" | "into" | "в" | "vers" | "nach", Flow::Exports)
            | ("from" | "из" | "de" | "aus" | "provenance", Flow::Imports)
            | ("with" | "с" | "avec" | "mit", _) => other = Some(code),
            ("from" | "of" | "из" | "de" | "du", Flow::Exports)
            | ("to" | "into" | "of" | "в", Flow::Imports)
            | ("by", Flow::Exports | Flow::Imports)
            | ("of" | "between" | "между" | "entre" | "zwischen", _) => own = Some(code),
            _ => break,
        }
        at = next;
    }
    (own, other)
}

/// The preposition behind the goods in "exports of palm oil to Russia".
fn past_goods(words: &Words<'_>, of: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    if !matches!(words.low(of), "of" | "de" | "d'") {
        return None;
    }
    let small = |at: &usize| {
        words.same_sentence(of, *at)
            && words.get(*at).is_some_and(|word| !word.is_capital())
            && !is_verb(words.low(*at))
            && !words.low(*at).starts_with(|c: char| c.is_ascii_digit())
    };
    let to = |at: usize| {
        matches!(words.low(at), "to" | "into" | "from" | "vers")
            && country(
                words,
                at + 1 + usize::from(matches!(words.low(at + 1), "the" | "la" | "le")),
            )
            .is_some()
    };
    let mut near = (of + 1..of + 1 + LONGEST).take_while(small);
    near.find(|at| *at > of + 1 && to(*at))
}

/// Does it describe what follows, as "Lao" does and "Laos" does not?
fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        nation::find(word.text, &std::iter::empty()).is_some_and(|found| found.adjective)
    })
}

fn is_verb(low: &str) -> bool {
    matches!(
        low,
        "rose"
            | "grew"
            | "fell"
            | "was"
            | "were"
            | "is"
            | "are"
            | "reached"
            | "amounted"
            | ","
            | "."
            | "increased"
    )
}
