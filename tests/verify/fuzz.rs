//! Whatever stands in a text: nothing panics, words taken from it are found, and the two sides of
//! a diff are the words themselves.

use bilat::dossier::{Kind, Ref};
use bilat::verify::{Piece, Verdict, passage, verify};
use proptest::prelude::*;

use crate::world::{event, texts};

fn evidence(paragraph: usize, exact: &str) -> String {
    let exact = serde_json::to_string(exact).expect("a string");
    format!(r#""paragraph": {paragraph}, "exact": {exact}"#)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_panics(
        text in "([a-c0-9.,'<>U+ \n\u{a0}\u{ad}“”–…é\u{301}ສະ\u{200b}老가\u{202e}]|\\PC){0,60}",
        words in "([a-c0-9.,'<>U+ \u{ad}“–…é\u{301}ສ老가-]|\\PC){0,12}",
        paragraph in 1usize..4,
    ) {
        let dossier = event(&evidence(paragraph, &words));
        let texts = texts(&text);
        let report = verify(&dossier, &texts);
        prop_assert_eq!(report.judged().len(), 1);
        let _ = (report.lines().count(), report.json(&[]));
        let own = &dossier.evidence(Ref::new(Kind::Event, 0))[0];
        if let Some(passage) = passage(&texts, &dossier, own, None, 4) {
            for part in passage.paragraphs {
                for mark in part.marks {
                    prop_assert!(part.text.get(mark).is_some_and(|words| !words.is_empty()));
                }
            }
        }
    }

    #[test]
    fn words_of_a_text_are_found_in_it(
        words in prop::collection::vec("[a-z]{1,5}|[0-9]{1,3}(,[0-9]{3})?|«[а-я]{1,4}»", 1..12),
        from in 0usize..12,
        many in 1usize..6,
    ) {
        let from = from % words.len();
        let exact = words[from..(from + many).min(words.len())].join(" ");
        let dossier = event(&evidence(2, &exact));
        let texts = texts(&format!("Head.\n\n{}\n", words.join("\u{a0} ")));
        let report = verify(&dossier, &texts);
        let verdict = &report.judged()[0].1;
        prop_assert!(matches!(verdict, Verdict::Found(_) | Verdict::Ambiguous(_)), "{verdict:?}");
    }

    #[test]
    fn a_diff_gives_both_sides_back(
        words in prop::collection::vec("[a-z]{2,5}", 6..20),
        at in 0usize..20,
        new in "[A-Z]{3}",
    ) {
        let at = 1 + at % (words.len() - 2);
        let mut changed = words.clone();
        changed[at] = new;
        let exact = changed.join(" ");
        let dossier = event(&evidence(1, &exact));
        let texts = texts(&words.join(" "));
        let report = verify(&dossier, &texts);
        let Verdict::Altered { diff, .. } = &report.judged()[0].1 else {
            return Err(TestCaseError::fail(format!("{:?}", report.judged())));
        };
        let side = |source: bool| diff.iter().map(|piece| match piece {
            Piece::Same(words) => words.as_str(),
            Piece::Dossier(words) if !source => words,
            Piece::Source(words) if source => words,
            _ => "",
        }).collect::<String>();
        prop_assert_eq!(side(false), exact);
        prop_assert_eq!(side(true), words.join(" "));
    }
}
