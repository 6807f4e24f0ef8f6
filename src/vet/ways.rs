//! Ways from one place to another.

use super::words::Word;

/// "from Laos to Vladivostok": where a way begins and ends.
pub(super) fn ways(words: &[Word]) -> Vec<(String, String, usize)> {
    /// Words from the beginning of a way to its end.
    const REACH: usize = 9;
    let place = |at: usize, word: &str| {
        let names = words.get(at + 1..(at + 4).min(words.len()))?;
        let name = names.iter().find(|name| name.capital && !name.quoted)?;
        (words[at].low == word).then(|| name.low.clone())
    };
    let from = |at: usize| place(at, "from");
    (0..words.len())
        .filter_map(|at| {
            let start = from(at)?;
            let reach = at + 2..(at + REACH).min(words.len());
            let end = reach.into_iter().find_map(|at| place(at, "to"))?;
            (start != end).then_some((start, end, at))
        })
        .collect()
}
