//! What the bench knows of bilat: which keys lead to the search line, and by which signs on the
//! screen a frame, the loaded dossier and an answer are told. All that changes with bilat is here.

use vt100::Screen;

use super::program::{Answer, Kind};
use super::pty::row;

/// The binary that cargo built for this bench.
pub(crate) const PATH: &str = env!("CARGO_BIN_EXE_bilat");

/// To the quotes, and to their search line.
const TO_SEARCH: &str = "4/";
/// The same, with the best match first.
pub(crate) const BEST: &str = "4oo/";
/// To the quotes, where `DOWN` moves the selection.
const TO_LIST: &str = "4";
const DOWN: &str = "j";

/// The arguments of a search on the command line, unless `--batch` gives others.
pub(crate) const BATCH: &str = "quotes {query} {dossier}";

/// Words on the first or the last row that say that something is still being read or built.
const READING: [&str; 1] = ["reading"];
const INDEXING: [&str; 2] = ["checking", "indexing"];

/// bilat over the dossier of a corpus.
pub(crate) const BILAT: Kind = Kind {
    name: "bilat",
    executable: "bilat",
    arguments: &["dossier"],
    input: None,
    frame,
    ready: Some(is_loaded),
    indexed: Some(is_indexed),
    answer: Some(answers),
    to_search: TO_SEARCH,
    list: Some((TO_LIST, DOWN)),
    batch: &[],
};

/// The header with the two sides, of the built-in dossier and of a corpus alike.
fn frame(screen: &Screen) -> bool {
    let header = row(screen, 0);
    header.contains("bilat") && header.contains("Laos")
}

/// All quotes can be searched: the panel counts them, and nothing is being read any more.
fn is_loaded(screen: &Screen, quotes: usize) -> bool {
    count(screen).is_some_and(|(_, count)| is_whole(&count, quotes))
        && says_none_of(screen, &READING)
}

/// The count while nothing is left out: "3/10000", the third of them being selected.
fn is_whole(count: &str, quotes: usize) -> bool {
    count
        .split_once('/')
        .is_some_and(|(_, total)| total == quotes.to_string())
}

/// Whatever makes searching faster is ready too.
fn is_indexed(screen: &Screen, quotes: usize) -> bool {
    is_loaded(screen, quotes) && says_none_of(screen, &INDEXING)
}

/// While typing, the title says how many were found: "12 of 10000", or as before when all were.
fn answers(screen: &Screen, answer: &Answer) -> bool {
    let Some((title, count)) = count(screen) else {
        return false;
    };
    let is_right = if answer.hits == answer.total {
        is_whole(&count, answer.total)
    } else {
        count == format!("{} of {}", answer.hits, answer.total)
    };
    is_right && typed(screen, title + 1).is_some_and(|typed| typed == answer.query)
}

/// The row of the title of the quotes, and the count at its end.
fn count(screen: &Screen) -> Option<(i16, String)> {
    let rows = i16::try_from(screen.size().0.get()).ok()?;
    (0..rows).find_map(|at| {
        let row = row(screen, at);
        let (_, title) = row.split_once("4 Quotes")?;
        // Behind the corner is the reading pane.
        let title = title.split(['┓', '╮']).next()?;
        let edge = |c: char| c.is_whitespace() || "━─".contains(c);
        // Behind the count stand the years and the order.
        let count = title.split(" · ").next()?;
        Some((at, count.trim_matches(edge).to_owned()))
    })
}

/// What stands behind the `/` of the search line on that row.
fn typed(screen: &Screen, at: i16) -> Option<String> {
    let row = row(screen, at);
    let (_, line) = row.split_once("┃/ ")?;
    let (line, _) = line.split_once('┃')?;
    Some(line.trim_end().to_owned())
}

fn says_none_of(screen: &Screen, words: &[&str]) -> bool {
    let rows = [row(screen, 0), row(screen, -1)];
    !words
        .iter()
        .any(|word| rows.iter().any(|row| row.contains(word)))
}
