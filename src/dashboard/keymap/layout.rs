//! Keys of a Russian keyboard, by position: a terminal tells only the letter that was typed, not the
//! key, and every letter of that layout stands on one key.

/// Letters of the layout ЙЦУКЕН, and what the same keys are in the layout QWERTY.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ.,";
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>/?";

/// What the key of `typed` is in the layout QWERTY; none for one that is no key of the Russian layout.
pub(super) fn latin(typed: char) -> Option<char> {
    let at = RUSSIAN.chars().position(|letter| letter == typed)?;
    LATIN.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layouts_have_as_many_keys() {
        assert_eq!(RUSSIAN.chars().count(), LATIN.chars().count());
    }

    #[test]
    fn a_letter_is_the_key_that_it_is_on() {
        let typed = "йоЖбв".chars().map(|c| latin(c).expect("a key"));
        assert_eq!(typed.collect::<String>(), "qj:,d");
        assert_eq!(latin('q'), None);
    }
}
