//! Names for new records, made from what they are called.

use deunicode::deunicode;
use slug::slugify;
use unicode_normalization::UnicodeNormalization;

use super::Id;

/// An id is typed and read: a long title gives its first words.
const MAX_CHARS: usize = 48;

impl Id {
    /// A name that is not `taken`: the words in small Latin letters with hyphens, then `-2`, `-3`,
    /// … where that name is there already. Words of another script are transliterated; where
    /// nothing is left of them, the name is `other` and a number.
    pub fn fresh(words: &str, other: &str, taken: impl Fn(&Self) -> bool) -> Self {
        Self::numbered_from(words, other, 0, taken).0
    }

    /// The same where all names before the one with number `from` are known to be taken; and its number.
    pub fn numbered_from(
        words: &str,
        other: &str,
        from: usize,
        taken: impl Fn(&Self) -> bool,
    ) -> (Self, usize) {
        let (name, first) = match shorten(slug(words)) {
            stem if stem.is_empty() => (slug(other), 1),
            stem => (stem, 0),
        };
        let stem = if name.is_empty() { "record" } else { &name };
        let mut number = from.max(first);
        loop {
            let id = match number {
                0 => Self(stem.into()),
                number => Self(format!("{stem}-{number}").into()),
            };
            if !taken(&id) {
                return (id, number);
            }
            number = number.max(1) + 1;
        }
    }

    /// Would a name of these words have room for all of them?
    pub(crate) fn holds(words: &str) -> bool {
        slug(words).len() <= MAX_CHARS
    }
}

/// `Première visite à l’Élysée` → `premiere-visite-a-lelysee`, `Лаос и Россия` → `laos-i-rossiia`.
fn slug(words: &str) -> String {
    // A letter with its mark is one letter to the transliteration.
    let latin = deunicode(&words.nfc().collect::<String>());
    // An apostrophe inside a word is no gap, nor is the sign for a soft letter.
    let whole = latin.replace(['\'', '`'], "");
    slugify(whole.replace('&', " and "))
}

/// Cut between words; a year at the end stays.
fn shorten(slug: String) -> String {
    if slug.len() <= MAX_CHARS {
        return slug;
    }
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let head = match slug.rsplit_once('-') {
        Some((head, year)) if is_year(year) => head,
        _ => &slug,
    };
    let year = &slug[head.len()..];
    let room = MAX_CHARS - year.len();
    let cut = head[..=room].rfind('-').unwrap_or(room);
    [&head[..cut], year].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(words: &str, taken: &[&str]) -> String {
        Id::fresh(words, "event", |id| taken.contains(&id.as_str())).to_string()
    }

    #[test]
    fn words_become_an_id() {
        for (words, id) in [
            ("Diplomatic relations opened", "diplomatic-relations-opened"),
            ("Première visite à l’Élysée", "premiere-visite-a-lelysee"),
            ("  Łódź & Straße — 1960!  ", "lodz-and-strasse-1960"),
            ("Việt Nam, Øresund", "viet-nam-oresund"),
            ("Laos' struggle", "laos-struggle"),
            ("Russia's 'trade'", "russias-trade"),
            ("Иван Семёнов", "ivan-semionov"),
            ("Лаос и Россия", "laos-i-rossiia"),
            ("Культура, область", "kultura-oblast"),
            ("и\u{306}й e\u{301}é", "ii-ee"),
            ("ຄຳຫຼ້າ 2018", "khamhlaa-2018"),
            ("ນ້ຳ ລາວ", "nam-laaw"),
            ("老挝和俄罗斯", "lao-zhua-he-e-luo-si"),
            ("العلاقات", "llqt"),
            ("", "event-1"),
            ("\u{202e}!", "event-1"),
            ("\u{e000}", "event-1"),
        ] {
            assert_eq!(named(words, &[]), id);
        }
        let long = named(&"word ".repeat(30), &[]);
        assert_eq!(long, "word-word-word-word-word-word-word-word-word");
        assert_eq!(named(&"x".repeat(100), &[]).len(), MAX_CHARS);
        let years = named(&format!("{} 2024", "встреча ".repeat(30)), &[]);
        assert_eq!(years, "vstrecha-vstrecha-vstrecha-vstrecha-2024");
        let one = named(&format!("{} 2024", "俄".repeat(100)), &[]);
        assert!(one.ends_with("-2024") && one.len() <= MAX_CHARS, "{one}");
        assert!(Id::holds("俄 2024") && !Id::holds(&"俄".repeat(48)));
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        assert_eq!(named("Visit", &["visit"]), "visit-2");
        assert_eq!(named("Visit", &["visit", "visit-2", "visit-3"]), "visit-4");
        assert_eq!(named("Визит", &["vizit"]), "vizit-2");
        assert_eq!(named("!", &["event-1"]), "event-2");
    }

    proptest! {
        #[test]
        fn every_name_is_an_id(words in "\\PC*|.*") {
            let id = Id::fresh(&words, "event", |_| false);
            prop_assert!(id.as_str().len() <= MAX_CHARS);
            prop_assert_eq!(Id::new(id.as_str()), Ok(id));
        }
    }
}
