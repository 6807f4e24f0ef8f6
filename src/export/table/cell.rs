//! A cell, and how it is written so that a spreadsheet takes it for what it is.

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Digits, written as they are: a spreadsheet shall take them for a number.
    Number(String),
    /// Anything else: a spreadsheet shall take it for text.
    Text(String),
}

impl Cell {
    /// As it stands in a file.
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(digits) => digits.clone(),
            Self::Text(text) => guard(text),
        }
    }
}

/// What a spreadsheet may take for a formula when a cell begins with it, or skip on the way to one
/// (OWASP, "CSV Injection").
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0'];

/// Does a text begin like a formula, perhaps behind apostrophes?
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// `text` with an apostrophe before what would be a formula. Text that already has one gets
/// another, so that [`unguard`] gives back every text as it was.
pub fn guard(text: &str) -> String {
    let mark = if is_formula(text) { "'" } else { "" };
    format!("{mark}{text}")
}

/// The text that [`guard`] wrote so.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text) => text,
        _ => cell,
    }
}

/// The items of a list in one cell, with `|` between them.
pub fn join<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = items
        .into_iter()
        .map(|item| item.replace('\\', "\\\\").replace('|', "\\|"));
    escaped.collect::<Vec<_>>().join("|")
}

/// The items that [`join`] wrote so; of an empty cell none.
pub fn split(cell: &str) -> Vec<String> {
    if cell.is_empty() {
        return Vec::new();
    }
    let mut items = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let item = items.len() - 1;
        match c {
            '|' => items.push(String::new()),
            '\\' => items[item].extend(chars.next()),
            c => items[item].push(c),
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_gets_an_apostrophe_and_a_number_none() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-4", "'-4"),
            ("@SUM", "'@SUM"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\0=1", "'\0=1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'t is", "'t is"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(guard(text), written);
            assert_eq!(unguard(written), text);
        }
        assert_eq!(Cell::Number("-4".to_owned()).written(), "-4");
    }

    proptest! {
        #[test]
        fn every_text_comes_back_and_none_is_a_formula(text in "['=+@\t\r\0\\-a]{0,4}|\\PC{0,9}") {
            let cell = guard(&text);
            prop_assert!(!cell.starts_with(FORMULA), "{cell:?}");
            prop_assert_eq!(unguard(&cell), text);
        }

        #[test]
        fn every_list_comes_back(items in proptest::collection::vec("[a|\\\\=]{1,4}", 0..4)) {
            let cell = join(items.iter().map(String::as_str));
            prop_assert_eq!(split(&cell), items);
        }
    }
}
