//! In which money amounts are said to be that the sentence before gives: "both are in euros".

use std::ops::Range;

use super::counted::Of;
use super::{read, verdict};
use crate::dossier::Kind;
use crate::extract::amount::Unit;
use crate::extract::{Context, amounts};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::denies;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::words::{Word, is_one_of};

/// Words for an amount that was given.
const AMOUNTS: &str = "amount amounts figure figures sum sums number numbers value values total totals latter former \
    smaller larger lower higher two both";

/// Verbs by which an amount is in a currency.
const GIVEN: &str =
    "is are stated given expressed quoted denominated printed put reported measured";

/// Words that leave it open.
const OPEN: &str = "would could may might can depends depend converted conversion if whether";

/// A currency that the dossier does not have for any of the amounts that the sentences before give.
pub(super) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
) -> Option<Finding> {
    let words = &sentence.words;
    if !sentence.amounts.is_empty() || denies(words.iter()) {
        return None;
    }
    let is = |list: &str, word: &Word| is_one_of(list, &word.low);
    if words.iter().any(|word| is(OPEN, word) && !word.is_month()) {
        return None;
    }
    let amount = words.iter().position(|word| is(AMOUNTS, word));
    let at = (1..words.len()).find(|at| {
        let (lead, word) = (&words[at - 1], &words[*at]);
        let is_behind = amount.is_some_and(|amount| amount < *at);
        let is_in = word.low == "in" && is_behind && is(GIVEN, lead);
        let is_currency = matches!(&*word.low, "is" | "was") && lead.low == "currency";
        (is_in || is_currency) && !word.quoted
    })?;
    let (range, code) = currency(sentence, at + 1)?;
    let codes = given(index, sentences, sentence);
    let (record, _) = codes
        .first()
        .filter(|_| codes.iter().all(|(_, own)| *own != code))?;
    let title = index.dossier.title(*record);
    let finding = Finding::new(Item::Figure, Verdict::Contradicted, range);
    Some(
        finding
            .of(*record)
            .note(format!("unit: another one: {title}")),
    )
}

/// The currency that the words from a place on name, articles apart.
fn currency(sentence: &Sentence, at: usize) -> Option<(Range<usize>, &'static str)> {
    /// Words of the name of a currency.
    const MOST: usize = 2;
    let article = sentence
        .words
        .get(at)
        .filter(|word| matches!(&*word.low, "the" | "a"));
    let first = at + usize::from(article.is_some());
    (1..=MOST).rev().find_map(|length| {
        let name = sentence.words.get(first..first + length)?;
        let range = name.first()?.range.start..name.last()?.range.end;
        // The extractor reads a currency behind a number only.
        let text = format!("10 {}", sentence.words_of(&range));
        let read = amounts(&text, Context::default());
        let whole = read.into_iter().find(|one| one.range == (0..text.len()))?;
        match whole.unit {
            Unit::Money(money) => Some((range, money.code.or(money.is_dollar().then_some("USD"))?)),
            _ => None,
        }
    })
}

/// The amounts of the sentences before that the dossier has, each with its currency.
fn given(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
) -> Vec<(crate::dossier::Ref, String)> {
    let mut found = Vec::new();
    for one in sentences.earlier(sentence) {
        let figures = read::figures(index, sentences, one);
        let money = figures
            .iter()
            .filter(|figure| matches!(figure.of, Of::Money(_) | Of::Unsaid) && !figure.change);
        let verdicts = money.filter_map(|figure| verdict::of(index, sentences, one, figure));
        let records = verdicts.filter_map(|one| one.record);
        found.extend(
            records
                .filter(|record| record.kind == Kind::Observation)
                .filter_map(|record| {
                    let (series, _) = index.dossier.observation(record.at);
                    let unit = series.unit.as_ref()?.to_string();
                    let code = unit.split(' ').next()?.to_owned();
                    let is_code = code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase());
                    is_code.then_some((record, code))
                }),
        );
        if !found.is_empty() {
            break;
        }
    }
    found
}
