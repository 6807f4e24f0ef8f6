//! Aligns two runs of words so that the second may begin and end anywhere.

use std::collections::HashMap;

use super::Token;
use super::distance::Pattern;

/// What a word of the dossier costs that the source does not have.
const WORD: u32 = 20;
/// The same for a mark, which a slip of the pen loses sooner.
const MARK: u32 = 4;
/// A number that has become another: less than half a word, so that "4%" is near to "5%".
const NUMBER: u32 = 9;
/// A blank more or less.
const BLANK: u32 = 1;

/// Longer runs are not compared: this is more than ten pages without a paragraph.
const MOST: usize = 5_000;
/// Words beside those of the dossier that a passage can have.
const MORE: usize = 20;

/// A pair of words, or one without its pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Its place in the dossier's words.
    pub(super) here: Option<usize>,
    /// Its place in the source's words.
    pub(super) there: Option<usize>,
    /// Whether both are the same.
    pub(super) is_same: bool,
}

#[derive(Clone, Copy)]
enum Move {
    Both,
    Here,
    There,
}

/// The cheapest way from the dossier's words to a passage of the source's, and how alike the two
/// are, from 0 to 1.
pub(super) fn align(here: &[Token<'_>], there: &[Token<'_>]) -> Option<(Vec<Step>, f64)> {
    if here.is_empty() || there.is_empty() || here.len() > MOST {
        return None;
    }
    let start = window(here, there);
    let end = there.len().min(start + 2 * here.len() + MORE);
    let passage = &there[start..end];
    let (moves, last, cost) = moves(here, passage);
    let total: u32 = here.iter().map(weight).sum();
    let likeness = 1.0 - f64::from(cost) / f64::from(total);
    let mut steps = trace(&moves, here, passage, last);
    for step in &mut steps {
        step.there = step.there.map(|at| start + at);
    }
    Some((steps, likeness))
}

/// Where in a long paragraph the most words of the dossier stand close together.
fn window(here: &[Token<'_>], there: &[Token<'_>]) -> usize {
    let length = 2 * here.len() + MORE;
    if there.len() <= length {
        return 0;
    }
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for token in here {
        *counts.entry(token.text).or_default() += 1;
    }
    let (mut count, mut best) = (0_usize, (0, 0));
    for at in 0..there.len() {
        if let Some(left) = counts.get_mut(there[at].text) {
            count += usize::from(*left > 0);
            *left -= 1;
        }
        if at >= length
            && let Some(left) = counts.get_mut(there[at - length].text)
        {
            *left += 1;
            count -= usize::from(*left > 0);
        }
        if count > best.0 {
            best = (count, at + 1);
        }
    }
    // Half of the room before the words, half of it after them.
    let spare = length.saturating_sub(here.len()) / 2;
    (best.1 + spare)
        .saturating_sub(length)
        .min(there.len() - length)
}

/// The cheapest move into every pair of places, row by row, the end of the cheapest passage, and
/// its cost.
fn moves(here: &[Token<'_>], there: &[Token<'_>]) -> (Vec<Move>, usize, u32) {
    let width = there.len() + 1;
    let mut all = vec![Move::There; width];
    let mut above = vec![0; width];
    for word in here {
        let gone = weight(word);
        let pattern = Pattern::new(word.text);
        let mut row = Vec::with_capacity(width);
        row.push(above[0] + gone);
        all.push(Move::Here);
        for (at, other) in there.iter().enumerate() {
            let options = [
                (above[at] + change(word, &pattern, other), Move::Both),
                (above[at + 1] + gone, Move::Here),
                (row[at] + weight(other) / 2, Move::There),
            ];
            let (mut cost, mut how) = options[0];
            for option in &options[1..] {
                if option.0 < cost {
                    (cost, how) = *option;
                }
            }
            row.push(cost);
            all.push(how);
        }
        above = row;
    }
    let cheapest = above.iter().enumerate().min_by_key(|(_, cost)| **cost);
    let (last, cost) = cheapest.map_or((0, 0), |(at, cost)| (at, *cost));
    (all, last, cost)
}

/// Follows the moves back from the end of the passage.
fn trace(moves: &[Move], here: &[Token<'_>], there: &[Token<'_>], end: usize) -> Vec<Step> {
    let (mut row, mut at) = (here.len(), end);
    let mut steps = Vec::new();
    while row > 0 {
        let how = moves[row * (there.len() + 1) + at];
        let (mine, theirs) = match how {
            Move::Both => (true, true),
            Move::Here => (true, false),
            Move::There => (false, true),
        };
        row -= usize::from(mine);
        at -= usize::from(theirs);
        steps.push(Step {
            here: mine.then_some(row),
            there: theirs.then_some(at),
            is_same: mine && theirs && here[row].text == there[at].text,
        });
    }
    steps.reverse();
    // A blank more or less is a difference too, but not at the first word of a passage.
    for step in steps.iter_mut().skip(1) {
        if let (Some(a), Some(b)) = (step.here, step.there) {
            step.is_same &= here[a].glued == there[b].glued;
        }
    }
    steps
}

fn weight(token: &Token<'_>) -> u32 {
    if token.is_word() { WORD } else { MARK }
}

/// What it costs that one word has become another.
fn change(a: &Token<'_>, pattern: &Pattern<'_>, b: &Token<'_>) -> u32 {
    if a.text == b.text {
        return if a.glued == b.glued { 0 } else { BLANK };
    }
    if !a.is_word() || !b.is_word() {
        return weight(a).max(weight(b));
    }
    let most = if a.number && b.number { NUMBER } else { WORD };
    let (short, long) = (
        a.text.len().min(b.text.len()),
        a.text.len().max(b.text.len()),
    );
    // Less than half in common would not be below the most; most pairs end here, unmeasured.
    if long > 2 * short {
        return most;
    }
    let apart = pattern.distance(b.text) * WORD as usize / long;
    most.min(u32::try_from(apart).unwrap_or(most))
}
