//! Bodies of many countries, whose money is of neither of the two.

use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Names of such bodies. Longer ones first.
const NAMES: [&str; 20] = [
    "european bank for reconstruction and development",
    "asian infrastructure investment bank",
    "international finance corporation",
    "international monetary fund",
    "european investment bank",
    "islamic development bank",
    "african development bank",
    "asian development bank",
    "eurasian development bank",
    "green climate fund",
    "european commission",
    "european union",
    "world bank",
    "global fund",
    "opec fund",
    "imf",
    "ebrd",
    "undp",
    "unicef",
    "adb",
];

/// What such a body does with money.
static GIVING: WordList = WordList::new(
    "lent lends lend granted grants grant gave gives give provided provides provide approved approves approve \
     extended extends extend disbursed disburses pledged pledges allocated allocates financed finances finance \
     committed commits offered offers donated invested invests promised signed agreed",
);

/// Does such a body give the money of a figure that begins with the word `start`: "The World Bank lent Laos $3
/// million", "a loan from the World Bank of"?
pub(in crate::extract::amount) fn gives(words: &Words<'_>, start: usize) -> bool {
    const BEFORE: usize = 24;
    const VERB: usize = 6;
    let same = |at: usize| words.same_sentence(at, start);
    let near = (start.saturating_sub(BEFORE)..start).filter(|at| same(*at));
    let mut named = near.filter_map(|at| {
        let (_, end) = words.any_after(at, &NAMES)?;
        Some((at, end))
    });
    named.any(|(at, end)| {
        let from = matches!(
            words.low_before(at - usize::from(words.low_before(at) == "the")),
            "from" | "by"
        );
        from || (end..end + VERB).any(|verb| verb < start && GIVING.has(words.low(verb)))
    })
}
