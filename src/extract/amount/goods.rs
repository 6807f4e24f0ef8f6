//! The goods that a word for trade is limited to: "exports of Russian fertilizers", "coffee imports".

use std::ops::Range;

use crate::dossier::series::Flow;
use crate::extract::amount::currency::country;
use crate::extract::amount::trend::trend;
use crate::extract::lexicon::{self, Class};
use crate::extract::nation;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// What all trade is in: it limits nothing.
static ALL: WordList = WordList::new(
    "goods good services merchandise products product commodities commodity items wares товаров \
     товарами продукции marchandises biens waren",
);

/// Is it a word for all that is traded, such as "goods"?
pub(super) fn is_all(low: &str) -> bool {
    ALL.has(low)
}

/// Behind "goods and services".
pub(super) fn past_all(words: &Words<'_>, at: usize) -> usize {
    let more = words.low(at + 1) == "and" && ALL.has(words.low(at + 2));
    at + if more { 3 } else { 1 }
}

/// Words beside a word for trade that name no goods.
static NEUTRAL: WordList = WordList::new(
    "korean bil mil currency economists analysts officials experts predict predicts predicted forecast forecasts project projects projected estimate exporters exporter importers importer suppliers producers farmers growers traders firms \
     companies billion million trillion thousand hundred bn mn total annual mutual overall foreign trade bilateral external global two-way both-way combined \
     yearly monthly quarterly direct the a an its their his her our your this that these those such \
     all any some no both each every other same and or but nor as of on in at to into from for by \
     with without within between among over under above below since until while whilst whereas when where \
     whether which who what if because although though than then so also only even just about \
     around nearly almost roughly some approximately value volume volumes share growth increase \
     increases decrease decline fall drop rise surge jump boost gain gains loss level levels amount \
     worth rate figure figures data sum balance record recent higher lower more less most least new \
     own main chief key net gross last next first second third previous current actual real nominal \
     official recorded legal illegal national regional local domestic international intra two three \
     four is are was were be been being has have had do does did will would may might can could \
     shall should must let make makes made see sees saw seen hit hits reach reaches cut cuts double \
     triple doubles triples raise raises expand expands grow grows grew fell rose stood stands \
     promote promotes ban bans limit limits allow allows stop stops halt halts resume resumes cover \
     covers account accounts accounted equal not never still already again year years month months \
     quarter half dollars rubles roubles kip terms general particular return response turn part \
     january february march april may june july august september october november december early \
     late mid end side sides direction directions country countries partners nations they we he she it i against amid \
     during after before through per via said says say went came shrank sank slid leapt lost won shot \
     puts put gives gave given estimates estimated values valued keeps keep lists listed shows showed \
     finds found counts counted quotes quoted sets set reports reported cites cited describes called calls \
     began kept brought swung held met went there here alone together again plunge soar climb dip \
     slump swell shrink remain remains represent make up down out off way expect expects expected plan plans planned implies imply implied \
     means meant suggests suggest indicates want \
     wants bring brings lift lifts take takes push pushes quadruple deepen deepens develop \
     strengthen diversify facilitate ease balanced des les aux leur leurs nos nouveaux взаимный \
     взаимного взаимной двусторонний двустороннего двусторонней общий общего весь внешний внешней \
     объем объема объем рост роста доля увеличение показатель наш нашего между",
);

/// Units in which goods are weighed or measured.
pub(super) static WEIGHTS: WordList =
    WordList::new("tonnes tons kg kilograms barrels litres metres meters");

/// Words of trade that are verbs, or may be.
static VERBS: WordList = WordList::new(
    "exported exporting imported importing exports imports export import sold sells bought buys \
     purchased supplied supplies delivered delivers",
);

/// Verbs of trade that a subject has before them.
static DEEDS: WordList = WordList::new(
    "sold sells bought buys purchased supplied supplies delivered delivers sent sends",
);

/// Does the word for trade from `at` to before `end` speak of some goods only?
pub(super) fn goods(words: &Words<'_>, at: usize, end: usize, flow: Flow) -> Option<Range<usize>> {
    if flow == Flow::Balance {
        return None;
    }
    // "our mills bought Thai cotton": what is before the verb is who bought.
    let verb = DEEDS.has(words.low(at));
    before(words, at)
        .filter(|_| !verb)
        .or_else(|| of(words, end))
        .or_else(|| weighed(words, end))
        .or_else(|| object(words, at, end))
        .or_else(|| subject(words, at))
}

/// The goods behind a figure that are worth so much: "$3 million worth of timber".
pub(super) fn worth_of(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    // "41 million euros' worth of"
    let owner = usize::from(matches!(words.low(end), "'" | "’"));
    let at = attributes(words, words.after(end + owner, "worth of")?);
    noun(words, at).then(|| at..last_part(words, at))
}

/// The goods that a figure is of as a part of a whole: "of which copper …", "coffee alone …", "with
/// Ceylon tea contributing …".
pub(super) fn part_of(words: &Words<'_>, between: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (between.start, between.end);
    if let Some(goods) = contributing(words, first, last) {
        return Some(goods);
    }
    (first..last).rev().find_map(|at| {
        let which = match words.low(at) {
            "which" if words.low_before(at) == "of" => at + 1,
            "including" => at + 1,
            "alone" => at.checked_sub(1)?,
            _ => return None,
        };
        let inside = which < last && noun(words, which);
        let end = last_part(words, which).min(last);
        inside.then(|| match words.low(at) {
            "alone" => first_part(words, which)..which + 1,
            _ => which..end.max(which + 1),
        })
    })
}

/// The goods between "with" and a verb of how much of the whole they are, right before a figure.
fn contributing(words: &Words<'_>, first: usize, last: usize) -> Option<Range<usize>> {
    const VERB: usize = 5;
    const LONGEST: usize = 3;
    let verb = (last.saturating_sub(VERB).max(first)..last).find(|at| {
        matches!(
            words.low(*at),
            "contributing" | "accounting" | "earning" | "making" | "bringing" | "representing"
        )
    })?;
    let with = (verb.saturating_sub(LONGEST + 1).max(first)..verb)
        .rev()
        .find(|at| words.low(*at) == "with")?;
    let end = verb - usize::from(words.low_before(verb) == "alone");
    let goods = with + 1..end;
    let lettered = |at: usize| words.low(at).chars().all(char::is_alphabetic);
    let named = goods.clone().next_back().is_some_and(|last| {
        let low = words.low(last);
        !NEUTRAL.has(low) && !ALL.has(low)
    });
    let whose = country(words, with + 1).is_some();
    (named && goods.clone().all(lettered) && !whose).then_some(goods)
}

/// "Lao coffee exports", "coffee exports".
fn before(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let place = at.checked_sub(1)?;
    // Russian goods follow their noun.
    let adjacent =
        words.same_sentence(place, at) && !words.is_glued(at) && words.low(place).is_ascii();
    // A name is whose trade it is, unless it only begins the sentence.
    let name = words.get(place)?.is_capital() && words.same_sentence(place.wrapping_sub(1), at);
    // "non-oil trade": what it is without.
    if words.low(place.wrapping_sub(1)) == "-" && words.low(place.wrapping_sub(2)) == "non" {
        return None;
    }
    // "agreed to quadruple trade": a verb.
    let verb = words.low_before(place) == "to";
    let known = adjacent && !name && !verb && noun(words, place);
    known.then(|| first_part(words, place)..at)
}

/// "exports of Russian fertilizers", "imports of coffee", "trade in timber".
fn of(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let prepositions = ["of", "in", "de", "d'", "von"];
    if !prepositions.contains(&words.low(end)) {
        return None;
    }
    let at = attributes(words, end + 1);
    // "exports of Laos rose": a name owns what it does not describe.
    (words.same_sentence(end, at) && noun(words, at)).then(|| at..last_part(words, at))
}

/// Where goods of two words begin: "palm oil", "natural gas".
fn first_part(words: &Words<'_>, at: usize) -> usize {
    let Some(before) = at
        .checked_sub(1)
        .filter(|before| words.same_sentence(*before, at))
    else {
        return at;
    };
    let opens = !words.same_sentence(before.wrapping_sub(1), before);
    let small = words
        .get(before)
        .is_some_and(|word| !word.is_capital() || opens);
    let verb = ["ed", "ing", "es"]
        .iter()
        .any(|end| words.low(before).ends_with(end));
    let plain = small && !verb && noun(words, before) && words.low(before).len() > 3;
    if plain && !lexicon::of(words.low(before)).has(NO_GOODS) {
        before
    } else {
        at
    }
}

/// Behind goods of two words, where a verb or a mark follows.
fn last_part(words: &Words<'_>, at: usize) -> usize {
    let next = at + 1;
    let behind = words.low(next + 1);
    let ends = behind.is_empty()
        || NEUTRAL.has(behind)
        || matches!(
            behind,
            "reached" | "amounted" | "totalled" | "totaled" | "," | "." | "("
        );
    let small = words.get(next).is_some_and(|word| !word.is_capital());
    let plain = small && words.same_sentence(at, next) && noun(words, next) && ends;
    if plain && !lexicon::of(words.low(next)).has(NO_GOODS) {
        next + 1
    } else {
        next
    }
}

/// Words that are no part of a name of goods.
const NO_GOODS: Class = Class::ADVERB
    .or(Class::AUXILIARY)
    .or(Class::SAY)
    .or(Class::WEAK)
    .or(Class::CLAUSE)
    .or(Class::TIME)
    .or(Class::ROLE)
    .or(Class::BODY);

/// "shipped 214,000 tonnes of bananas": behind the verb, what is weighed.
fn weighed(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    const REACH: usize = 7;
    let place = (end..end + REACH)
        .take_while(|at| words.same_sentence(end.saturating_sub(1), *at))
        .find(|at| WEIGHTS.has(words.low(*at)) && words.low(at + 1) == "of")?;
    let at = attributes(words, place + 2);
    let counted = (end..place).any(|at| {
        let word = words.get(at);
        word.is_some_and(|word| word.kind == TokenKind::Number)
    });
    (counted && noun(words, at)).then(|| at..last_part(words, at))
}

/// "exported coffee worth", "exports coffee", "экспорт кофе".
fn object(words: &Words<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let genitive = !words.low(at).is_ascii() && !words.low(end).is_ascii();
    let place = attributes(words, end);
    let same = words.same_sentence(at, place);
    let finite = |low: &str| {
        let endings = [
            "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ит",
        ];
        endings.iter().any(|ending| low.ends_with(ending))
    };
    let low = words.low(place);
    let object = VERBS.has(words.low(at));
    let owned = genitive && low.chars().count() > 3 && !finite(low) && trend(low).is_none();
    (same && (object || owned) && noun(words, place)).then_some(place..place + 1)
}

/// "coffee worth $2 million was exported".
fn subject(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let passive = words.low(at).ends_with("ed")
        && matches!(
            words.low_before(at),
            "was" | "were" | "been" | "being" | "be"
        );
    let mut near = (at.saturating_sub(REACH)..at).filter(|one| words.same_sentence(*one, at));
    let all = near.any(|one| ALL.has(words.low(one)));
    (passive && !all).then_some(at..at + 1)
}

/// Behind adjectives of countries and "all", "the", "other".
fn attributes(words: &Words<'_>, from: usize) -> usize {
    const MOST: usize = 4;
    let mut at = from;
    while at < from + MOST {
        let described = words.get(at).is_some_and(|word| {
            nation::find(word.text, &std::iter::empty()).is_some_and(|found| found.adjective)
        });
        if !described && !matches!(words.low(at), "the" | "its" | "their" | "all" | "other") {
            break;
        }
        at += 1;
    }
    at
}

/// Does the word name goods, as far as no list says that it does not?
fn noun(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let low = &*word.low;
    let ending = ["ed", "ing", "ly", "'s"];
    word.kind == TokenKind::Word
        && low.chars().count() > 2
        && low.chars().all(|c| c.is_alphabetic() || c == '-')
        && !NEUTRAL.has(low)
        && !ALL.has(low)
        && !ending.iter().any(|ending| low.ends_with(ending))
        && country(words, at).is_none()
        && !(word.is_capital() && at > 0 && words.same_sentence(at - 1, at))
}
