//! What a brief counts of itself must add up: "Events: 12 of 61 listed; 30 of other kinds and 19 only planned".

use std::ops::Range;

use crate::extract::{TokenKind, tokens};
use crate::vet::finding::{Finding, Item, Verdict};

/// A finding, if those listed and those left out are not as many as there are.
pub(super) fn counted(text: &str, start: usize) -> Option<Finding> {
    let (head, reasons) = text.split_once(" listed; ")?;
    let (of_head, of_reasons) = (numbers(head), numbers(reasons));
    let [(listed, place), (all, _)] = of_head.as_slice() else {
        return None;
    };
    let left: u64 = of_reasons.iter().map(|(number, _)| number).sum();
    let known = all.checked_sub(left);
    (known != Some(*listed) && !of_reasons.is_empty()).then(|| {
        let note = format!("drifted: {listed} listed and {left} left out are not {all}");
        let range = start + place.start..start + place.end;
        let finding = Finding::new(Item::Figure, Verdict::Contradicted, range);
        finding
            .note(note)
            .suggest_some(known.map(|known| known.to_string()))
    })
}

fn numbers(text: &str) -> Vec<(u64, Range<usize>)> {
    let all = tokens(text).into_iter();
    let all = all.filter(|token| token.kind == TokenKind::Number);
    all.filter_map(|token| Some((token.text.parse().ok()?, token.range())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_adds_up() {
        for (text, expected) in [
            ("Quotes: 2 of 9 listed; 4 not chosen and 3 by others.", None),
            (
                "Quotes: 3 of 9 listed; 4 not chosen and 3 by others.",
                Some("3"),
            ),
            (
                "Quotes: 2 of 8 listed; 4 not chosen and 3 by others.",
                Some("2"),
            ),
            ("Of the shares 3 of 9 are listed.", None),
        ] {
            let found = counted(text, 0).map(|one| &text[one.range]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
