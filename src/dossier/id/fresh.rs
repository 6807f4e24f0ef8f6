//! Names for new records, made from what they are called.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Id;

/// An id is typed and read: a long title gives its first words.
pub(crate) const MAX_CHARS: usize = 48;

impl Id {
    /// A name that is not `taken`: the words in small ASCII letters with hyphens, then `-2`, `-3`,
    /// … where that name is there already. Words of another script give none; the name is then
    /// `other` and a number.
    pub fn fresh(words: &str, other: &str, taken: impl Fn(&Self) -> bool) -> Self {
        let (stem, first) = match slug(words) {
            stem if stem.is_empty() => (slug(other), 1),
            stem => (stem, 0),
        };
        let stem = if stem.is_empty() { "record" } else { &stem };
        let mut number = first;
        loop {
            let id = match number {
                0 => Self(stem.into()),
                number => Self(format!("{stem}-{number}").into()),
            };
            if !taken(&id) {
                return id;
            }
            number = number.max(1) + 1;
        }
    }
}

/// `Première visite à l’Élysée` → `premiere-visite-a-lelysee`.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in words.nfkd().filter(|c| !is_combining_mark(*c)) {
        let part = match ascii(c) {
            Some(part) => part,
            None if c.is_ascii_alphanumeric() => c.to_ascii_lowercase().to_string(),
            // An apostrophe inside an English word is no gap: `Laos' struggle`, `Russia's`.
            None if matches!(c, '\'' | '’') && !gap => continue,
            None => {
                gap = !slug.is_empty();
                continue;
            }
        };
        if gap {
            slug.push('-');
            gap = false;
        }
        slug.push_str(&part);
    }
    shorten(slug)
}

/// Letters that are not a base letter and a mark.
fn ascii(c: char) -> Option<String> {
    let part = match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ħ' | 'Ħ' => "h",
        '&' => "and",
        _ => return None,
    };
    Some(part.to_owned())
}

/// Cut between words.
fn shorten(mut slug: String) -> String {
    if slug.len() > MAX_CHARS {
        let cut = slug[..=MAX_CHARS].rfind('-').unwrap_or(MAX_CHARS);
        slug.truncate(cut);
    }
    slug
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
            ("Иван Семёнов", "event-1"),
            ("ຄຳຫຼ້າ 2018", "2018"),
            ("\u{202e}!", "event-1"),
        ] {
            assert_eq!(named(words, &[]), id);
        }
        let long = named(&"word ".repeat(30), &[]);
        assert_eq!(long, "word-word-word-word-word-word-word-word-word");
        assert_eq!(named(&"x".repeat(100), &[]).len(), MAX_CHARS);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        assert_eq!(named("Visit", &["visit"]), "visit-2");
        assert_eq!(named("Visit", &["visit", "visit-2", "visit-3"]), "visit-4");
        assert_eq!(named("Визит", &["event-1"]), "event-2");
    }

    proptest! {
        #[test]
        fn every_name_is_an_id(words in "\\PC*|.*") {
            let id = Id::fresh(&words, "event", |_| false);
            prop_assert_eq!(Id::new(id.as_str()), Ok(id));
        }
    }
}
