//! What is typed, key by key, and what each key must find: counted beforehand by looking through
//! every line, in the plainest way there is.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use super::corpus::Corpus;
use super::program::Answer;

/// A key, and the query that then stands in the search line.
pub(crate) struct Key {
    /// What is sent to the terminal: a letter, or a blank and a letter. A blank alone changes
    /// neither the answer nor anything that can be seen, so it comes with the letter after it.
    pub(crate) typed: String,
    pub(crate) answer: Answer,
}

/// Deletes the letter before the cursor.
const BACKSPACE: &str = "\x7f";
/// Deletes everything before the cursor.
const CLEAR: &str = "\x15";

/// A step of the script.
enum Step {
    Type(&'static str),
    Back(usize),
    Clear,
}

/// 33 keys: two words and three letters back, a common word, the start of a rare one, Russian, Lao.
/// Each finds another number than the key before at every size, so that what is shown for the key
/// before is never taken for the answer. And all programs agree on the numbers: television looks
/// at the first sign of each grapheme only, so the Lao words are of a consonant each.
const SCRIPT: [Step; 10] = [
    Step::Type("water fores"),
    Step::Back(3),
    Step::Clear,
    Step::Type("treaty"),
    Step::Clear,
    Step::Type("zirc"),
    Step::Clear,
    Step::Type("миро"),
    Step::Clear,
    Step::Type("ຂ ທ"),
];

/// The keys with the queries that they lead to.
fn keys() -> Vec<(String, String)> {
    let mut query = String::new();
    let mut keys = Vec::new();
    for step in SCRIPT {
        match step {
            Step::Type(text) => {
                let mut typed = String::new();
                for c in text.chars() {
                    typed.push(c);
                    query.push(c);
                    if c != ' ' {
                        keys.push((std::mem::take(&mut typed), query.clone()));
                    }
                }
            }
            Step::Back(times) => {
                for _ in 0..times {
                    query.pop();
                    keys.push((BACKSPACE.to_owned(), query.trim_end().to_owned()));
                }
            }
            Step::Clear => {
                query.clear();
                keys.push((CLEAR.to_owned(), String::new()));
            }
        }
    }
    keys
}

/// The script for a corpus.
pub(crate) fn script(corpus: &Corpus) -> io::Result<Vec<Key>> {
    let keys = keys();
    let queries: Vec<_> = keys.iter().map(|(_, query)| query.clone()).collect();
    let hits = count(corpus, &queries)?;
    let key = |(typed, query): (String, String)| Key {
        typed,
        answer: Answer {
            hits: hits[&query],
            query,
            total: corpus.quotes,
        },
    };
    Ok(keys.into_iter().map(key).collect())
}

/// How many keys find as many as the key before.
pub(crate) fn alike(script: &[Key]) -> usize {
    let pairs = script.windows(2);
    pairs
        .filter(|pair| pair[0].answer.hits == pair[1].answer.hits)
        .count()
}

/// How many lines hold every word of each query, whatever the case.
pub(crate) fn count(corpus: &Corpus, queries: &[String]) -> io::Result<HashMap<String, usize>> {
    let mut hits: HashMap<_, _> = queries.iter().map(|query| (query.clone(), 0)).collect();
    for line in BufReader::new(File::open(&corpus.lines)?).lines() {
        let line = line?.to_lowercase();
        for (query, hits) in &mut hits {
            *hits += usize::from(query.split(' ').all(|word| line.contains(word)));
        }
    }
    Ok(hits)
}
