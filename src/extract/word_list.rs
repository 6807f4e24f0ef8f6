//! Lists of words that a rule looks for.

use std::sync::OnceLock;

use foldhash::HashSet;

/// Words in small letters, `е` for `ё`.
pub(crate) struct WordList {
    /// With blanks between them.
    text: &'static str,
    words: OnceLock<HashSet<&'static str>>,
}

impl WordList {
    /// The words of a text with blanks between them.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self {
            text,
            words: OnceLock::new(),
        }
    }

    /// Is the word one of them?
    pub(crate) fn has(&self, low: &str) -> bool {
        let words = self
            .words
            .get_or_init(|| self.text.split_whitespace().collect());
        words.contains(low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_no_others() {
        static LIST: WordList = WordList::new("rose  fell\n вырос");
        assert!(LIST.has("rose") && LIST.has("вырос"));
        assert!(!LIST.has("") && !LIST.has("ros") && !LIST.has("rose fell"));
    }
}
