//! What a file is that is not of the format that was asked for: known by its first bytes or words, so that
//! one can say what to do with it.

mod binaries;
mod known;
mod table;
mod texts;

pub use binaries::{binary, is_noise, is_word};
pub use known::{Content, Known};
pub use texts::text;

/// Lines that are not empty at the head of a file whose first words say what it is.
const OPENING: usize = 3;

/// What a text is that has no sentences, by its first lines; none where it may be prose or a web page.
pub fn not_prose(name: &str, text: &str) -> Option<Known> {
    let start = text.trim_start();
    let mut ends = start.match_indices('\n').map(|(at, _)| at);
    let opening = &start[..ends.nth(OPENING - 1).unwrap_or(start.len())];
    let found = texts::json(start).or_else(|| texts::text(opening));
    let found = found.or_else(|| texts::mail(start));
    let found = found.or_else(|| table::table(name, start));
    found.filter(|known| known.content != Content::Page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_prose_is_known_by_its_opening() {
        for (file, name) in [
            ("TY  - JOUR\nTI  - T\nER  - \n", "RIS"),
            ("a,b,c\n1,2,3\n", "a table (CSV)"),
            ("a;b;c\n1;\"x; y\";3\n", "a table (CSV)"),
            ("a\tb\tc\n1\t2\t3\n", "a table (TSV)"),
            ("---\nreferences:\n- id: a\n  title: T\n", "CSL-YAML"),
            ("{\"a\": [1, 2]}", "a JSON file"),
            ("{\"a\": 1}\n{\"a\": 2}\n", "a JSON file"),
            ("{\"format\": \"bilat/1\"}", "a dossier of bilat"),
            (
                "MIME-Version: 1.0\nContent-Type: text/html\n",
                "an e-mail or a web archive (.eml, .mht)",
            ),
        ] {
            let found = not_prose("x", file).map(|known| known.name);
            assert_eq!(found, Some(name), "{file}");
        }
        for prose in [
            "",
            "Trade grew.",
            "[Translated] He said so.\nTrade grew.",
            "<!DOCTYPE html><html>",
            "Laos, Russia, trade\nExports, imports, aid",
            "The file begins so:\n\n\n@article{a,\n title={T}}",
            "Visit\nHe came.\n\nThe library is:\n\nTY  - JOUR\n",
            "Name:\tIvan\nName:\tAnna\n",
        ] {
            assert_eq!(not_prose("x.txt", prose), None, "{prose}");
        }
        let found = not_prose("X.CSV", "name, year\nTreaty, 1960");
        assert_eq!(found.map(|known| known.content), Some(Content::Table));
    }
}
