//! Lists in a sentence.

/// "A", "A and B", "A, B and C".
pub(super) fn listed(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// "¶48", "¶¶3, 12"; empty for none.
pub(super) fn numbered(paragraphs: &[u32]) -> String {
    let numbers: Vec<_> = paragraphs.iter().map(ToString::to_string).collect();
    match numbers.as_slice() {
        [] => String::new(),
        [one] => format!("¶{one}"),
        more => format!("¶¶{}", more.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and() {
        let list = |all: &[&str]| listed(&all.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Laos"]), "Laos");
        assert_eq!(list(&["Laos", "Russia"]), "Laos and Russia");
        assert_eq!(
            list(&["Laos", "Russia", "Vietnam"]),
            "Laos, Russia and Vietnam"
        );
        assert_eq!(numbered(&[3, 12]), "¶¶3, 12");
    }
}
