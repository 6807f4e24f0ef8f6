//! The words that say what a figure is of: those beside it, and those of the sentences before.

use std::collections::HashMap;

use super::counted::Of;
use super::read::Figure;
use super::them::are_travellers;
use crate::vet::figure::Measure;
use crate::vet::index::Index;
use crate::vet::sentence::{Sentence, Sentences};
use crate::vet::words::{Word, is_one_of, stem};

/// Words of weight to either side of a figure that are about it.
const NEAR: usize = 6;

/// What a stem counts that is further away in the sentence, in the sentence before, and there if this
/// one goes on with it.
const FAR: (f64, f64, f64) = (0.55, 0.35, 0.75);

/// Words that go on with what the sentence before is about.
const AGAIN: [&str; 10] = [
    "it", "they", "this", "these", "that", "which", "figure", "figures", "both", "latter",
];

/// Sums of money that are no trade and no product: what is told of one goes on with nothing.
const SUMS: &str = "investment investments invest invested loan loans debt debts aid grant grants budget cost costs \
    price prices salary wage wages fee fees fine revenue revenues profit profits reserves contract contracts credit \
    credits subsidy subsidies remittances";

/// How near each stem is to a figure: 1 for those beside it.
pub(super) fn nearness(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figure: &Figure,
) -> HashMap<String, f64> {
    let mut near: HashMap<String, f64> = HashMap::new();
    let mut add = |stem: &str, value: f64| {
        if !stem.is_empty() {
            let best = near.entry(stem.to_owned()).or_insert(value);
            *best = best.max(value);
        }
    };
    let words = &sentence.words;
    let said: Vec<&Word> = words.iter().filter(|word| !word.stem.is_empty()).collect();
    let here = said.partition_point(|word| word.range.start < figure.range.start);
    for (at, word) in said.iter().enumerate() {
        let close = at.abs_diff(here) <= NEAR;
        add(&word.stem, if close { 1.0 } else { FAR.0 });
    }
    let is_sum = matches!(figure.of, Of::Money(_)) && is_of_sum(sentence);
    let again = !is_sum && goes_on(index, sentence, &said);
    for before in sentences.context(sentence) {
        for word in &before.words {
            add(&word.stem, if again { FAR.2 } else { FAR.1 });
        }
    }
    for stem in of_paragraph(index, sentences, sentence, figure) {
        add(&stem, FAR.2);
    }
    if figure.change {
        add("grow", 1.0);
    }
    // "output per head"
    if words
        .windows(2)
        .any(|pair| pair[0].low == "output" && pair[1].low == "per")
    {
        add("gdp", 1.0);
    }
    if let Of::Thing(thing) = &figure.of {
        add(&stem(thing), 1.0);
        if thing == "persons" && are_travellers(sentence, figure.range.end) {
            add("tourist", 1.0);
        }
    }
    near
}

/// Does a sentence tell of money that is no trade?
fn is_of_sum(sentence: &Sentence) -> bool {
    let is_sum = |low: &str| is_one_of(SUMS, low);
    sentence.words.iter().any(|word| is_sum(&word.low))
}

/// Does a sentence go on with what the one before is about?
fn goes_on(index: &Index<'_>, sentence: &Sentence, said: &[&Word]) -> bool {
    let words = &sentence.words;
    let is_in = |list: &[&str], word: &Word| list.contains(&word.low.as_str());
    let is_there =
        |pair: &[Word]| pair[0].low == "there" && matches!(&*pair[1].low, "was" | "were");
    // "The article gives 77 million" tells no more of what it counts.
    let is_own = |word: &&Word| {
        let mut all = index.measures.all.iter();
        word.stem != "give" && all.any(|one| one.title.contains(&word.stem))
    };
    words.iter().any(|word| is_in(&AGAIN, word))
        || sentence.goes_on()
        || words.windows(2).any(is_there)
        || !said.iter().any(is_own)
}

/// What the paragraph was about last that such a figure may be of, where the sentence itself does not say:
/// "For 2022 the magazine had about 50 million dollars."
fn of_paragraph(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figure: &Figure,
) -> Vec<String> {
    let is_bare = !is_of_sum(sentence);
    let is_dated = figure.period.is_some();
    let titled = |word: &Word| {
        let mut all = index.measures.all.iter().filter(|one| is_akin(figure, one));
        word.stem != "give"
            && !word.stem.is_empty()
            && all.any(|one| one.title.contains(&word.stem))
    };
    if !is_bare || !is_dated || sentence.words.iter().any(titled) {
        return Vec::new();
    }
    let mut before = sentences.earlier(sentence);
    let told = before.find(|one| one.words.iter().any(titled));
    let words = told.map_or(&[][..], |one| one.words.as_slice());
    words
        .iter()
        .filter(|word| titled(word))
        .map(|word| word.stem.clone())
        .collect()
}

/// May a figure be one of a series by its kind of unit? Another currency may be a slip.
fn is_akin(figure: &Figure, measure: &Measure) -> bool {
    let is_rate = measure.is_rate;
    let is_money = measure.unit.starts_with(char::is_uppercase) && !is_rate;
    match &figure.of {
        Of::Money(_) => is_money,
        Of::Percent | Of::Points => is_rate,
        Of::Thing(_) => !is_money && !is_rate,
        Of::Unknown | Of::Unsaid => !is_rate,
    }
}
