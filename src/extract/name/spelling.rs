//! One spelling for the several in which Latin letters render a Russian name: Sergei, Sergey, Sergej.

/// Replaced wherever they are, in this order.
const LETTERS: [(&str, &str); 8] = [
    ("kh", "h"),
    ("ph", "f"),
    ("ct", "kt"),
    ("gue", "ge"),
    ("liu", "lu"),
    ("io", "e"),
    ("ander", "andr"),
    ("dimitr", "dmitr"),
];

/// Replaced at the beginning of a word.
const BEGINNINGS: [(&str, &str); 2] = [("ie", "e"), ("ju", "iu")];

/// Shorter words are kept: too many names differ in one letter.
const SHORTEST: usize = 4;

/// The spelling in which a word of a name, in small letters, is compared. Words with other letters than
/// a to z stay as they are.
pub(super) fn spelling(word: &str) -> String {
    let latin = word.bytes().all(|b| b.is_ascii_lowercase());
    if !latin || word.len() < SHORTEST {
        return word.to_owned();
    }
    let mut out = single(word);
    for (from, to) in LETTERS {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    for (from, to) in BEGINNINGS {
        if let Some(rest) = out.strip_prefix(from) {
            out = format!("{to}{rest}");
        }
    }
    // "Sergej", "Jurij".
    match out.strip_suffix('j') {
        Some(stem) => single(&format!("{stem}i")),
        None => out,
    }
}

/// With "i" for "y" and "ks" for "x", and no letter twice in a row: "Yuriy", "Yury".
fn single(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 1);
    let letters = word.chars().flat_map(|letter| match letter {
        'y' => ['i', '\0'],
        'x' => ['k', 's'],
        letter => [letter, '\0'],
    });
    for letter in letters.filter(|letter| *letter != '\0') {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renderings_of_one_name_are_spelled_alike() {
        for names in [
            "sergei sergey sergej serguei",
            "dmitri dmitry dmitriy dmitrii dimitri",
            "yuri yury yuriy iurii juri jurij",
            "alexander aleksandr alexandr aleksander",
            "alexei alexey aleksei aleksey",
            "mikhail mihail",
            "evgeny yevgeny yevgeniy evgeni",
            "natalia natalya nataliya",
            "yulia yuliya julia",
            "pyotr petr piotr",
            "fyodor fedor",
            "lyudmila ludmila",
            "viktor victor",
            "sofia sofya sophia",
            "zakharova zaharova",
        ] {
            let mut all = names.split(' ').map(spelling);
            let first = all.next();
            assert!(all.all(|one| Some(&one) == first.as_ref()), "{names}");
        }
    }

    #[test]
    fn other_names_stay_apart() {
        for (one, other) in [
            ("sergei", "sergio"),
            ("andrei", "andrea"),
            ("maria", "marina"),
            ("ivan", "iva"),
            ("anton", "antonina"),
            ("jan", "ian"),
            ("alexander", "alexandra"),
        ] {
            assert_ne!(spelling(one), spelling(other));
        }
        assert_eq!(spelling("сергей"), "сергей");
    }
}
