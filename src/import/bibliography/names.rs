//! Names of people in bibliographies: what follows a family's name, and what stands before it.

/// What follows a family's name.
const SUFFIXES: [&str; 8] = ["jr.", "jr", "sr.", "sr", "ii", "iii", "iv", "v"];

/// Is it "Jr." or its like, which some people write where another part of a name stands?
pub(super) fn is_suffix(text: &str) -> bool {
    SUFFIXES.contains(&text.trim().to_lowercase().as_str())
}

/// A given name without the suffix behind a comma in it, and that: "Bob, Jr.".
pub(super) fn suffixed(given: &str) -> (String, String) {
    match given.rsplit_once(',') {
        Some((given, suffix)) if is_suffix(suffix) => {
            (given.trim().to_owned(), suffix.trim().to_owned())
        }
        _ => (given.to_owned(), String::new()),
    }
}

/// Does a name begin with a small word, as that of a family does (van, de la) and that of a body does not?
pub(super) fn has_particle(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    name.contains(' ')
        && first.starts_with(char::is_lowercase)
        && first.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_names_are_told_apart() {
        assert_eq!(suffixed("Bob, Jr."), ("Bob".to_owned(), "Jr.".to_owned()));
        assert_eq!(suffixed("Bob, MP"), ("Bob, MP".to_owned(), String::new()));
        assert!(
            has_particle("van der Berg") && !has_particle("World Bank") && !has_particle("eBay")
        );
    }
}
