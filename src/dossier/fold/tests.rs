//! What folds into the same, and that it stays so.

use super::*;
use proptest::prelude::*;

#[test]
fn spellings_of_one_word_are_one() {
    for (one, other) in [
        ("co\u{ad}oper\u{ad}ation", "cooperation"),
        ("co<U+00AD>operation", "cooperation"),
        ("Straße STRASSE", "strasse STRAẞE"),
        ("Æther, œuvre", "aether, oeuvre"),
        ("Søren Łódź Đà Ðórr Þor", "soren lodz da dorr thor"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("أحمد إبراهيم آل ٱبن", "احمد ابراهيم ال ابن"),
        ("مؤتمر رئيس", "موتمر رييس"),
        ("ນ\u{ec9}\u{eb3}", "ນ\u{ecd}\u{ec9}\u{eb2}"),
        ("ນ\u{ec9}\u{eb3}", "ນ\u{ec9}\u{ecd}\u{eb2}"),
        ("ນ\u{ec9}\u{eb3}", "ນ\u{eb3}\u{ec9}"),
        ("ນ\u{ec9}\u{eb3}", "ນ\u{ecd}\u{eb2}\u{ec9}"),
        ("น\u{e49}\u{e33}", "น\u{e4d}\u{e49}\u{e32}"),
        ("น\u{e49}\u{e33}", "น\u{e49}\u{e4d}\u{e32}"),
        ("น\u{e49}\u{e33}", "น\u{e33}\u{e49}"),
        ("ＬＡＯ ｶﾞｽ", "lao ガス"),
        ("ΛΟΓΟΣ", "λογος"),
        ("Σίσυφος", "σισυφος"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
        ("ᾠδή, Ἀθῆναι, Ϊ", "ωδη, αθηναι, ι"),
        ("שָׁלוֹם", "שלום"),
        ("בְּרֵאשִׁ֖ית", "בראשית"),
        ("צה״ל, תל־אביב", "צה\"ל, תל-אביב"),
        ("٢٠٢٤ ۲۰۲۴ ໒໐໒໔ ๒๐๒๔ २०२४", "2024 2024 2024 2024 2024"),
        ("کتاب ایران", "كتاب ايران"),
        ("مصطفى", "مصطفي"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("❤\u{fe0f}", "❤"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} {other}");
    }
}

#[test]
fn other_words_stay_other_words() {
    for (one, other) in [
        ("й", "и"),
        ("ນ\u{ec9}\u{eb3}", "ນ\u{eb3}"),
        ("ນ\u{ec8}\u{eb3}", "ນ\u{ec9}\u{eb3}"),
        ("ء", ""),
        ("a<U+0041>", "a"),
        ("a\u{2028}b", "ab"),
    ] {
        assert_ne!(fold(one), fold(other), "{one} {other}");
    }
}

#[test]
fn ranges_are_those_of_whole_letters() {
    for (text, needle, hit) in [
        ("co\u{ad}operation", "coop", "co\u{ad}op"),
        ("a co<U+00AD>op", "coop", "co<U+00AD>op"),
        ("co<U+00AD>op", "co", "co"),
        ("Straße", "as", "aß"),
        ("Straße", "ss", "ß"),
        (
            "ນ\u{ecd}\u{ec9}\u{eb2} ດ",
            "ນ\u{ec9}\u{eb3}",
            "ນ\u{ecd}\u{ec9}\u{eb2}",
        ),
        ("قال مُحَمَّد", "محمد", "مُحَمَّد"),
    ] {
        let folded = Folded::new(text);
        let needle = fold(needle);
        let at = folded.text().find(&needle).expect(text);
        assert_eq!(&text[folded.original(at..at + needle.len())], hit, "{text}");
    }
}

/// Letters that fold in a way of their own, beside any others.
fn text() -> impl Strategy<Value = String> {
    let odd = "[aé\u{301}ήϊΣ\u{342}\u{5b8}\u{5c1}ש٢۴໒کیى\u{600}ßæØ\u{ad}<U+0AD>\u{200b}\u{200d}йёσς\u{640}\u{64b}\u{654}أإاءوي\u{6d6}\
               ກ\u{eb2}\u{eb3}\u{ec8}\u{ec9}\u{ecd}\u{eb9}น\u{e32}\u{e33}\u{e48}\u{e4d}ｶﾞㄱㅏ\u{1100}\u{1161}\
               \u{3164}❤\u{fe0f}👩\u{2028}¨\u{345} ]{0,14}";
    prop_oneof![
        odd,
        "\\PC{0,20}",
        ".{0,20}",
        "(<U\\+00AD>|[a\u{301}e]){0,6}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_folded_stays(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn it_is_the_same_with_and_without_places(text in text()) {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.text(), fold(&text));
    }

    #[test]
    fn every_range_has_its_letters(text in text(), from in 0usize..20, length in 1usize..5) {
        let folded = Folded::new(&text);
        let bounds: Vec<_> = folded.text().char_indices().map(|(at, _)| at).chain([folded.text().len()]).collect();
        let (Some(from), Some(to)) = (bounds.get(from), bounds.get(from + length)) else {
            return Ok(());
        };
        let original = folded.original(*from..*to);
        prop_assert!(original.start < original.end, "{original:?}");
        let shown = text.get(original);
        prop_assert!(shown.is_some(), "between characters");
        // The letters of the range are in what the range of the original folds into.
        let again = fold(shown.unwrap_or_default());
        let part = &folded.text()[*from..*to];
        prop_assert!(again.contains(part), "{again:?} {part:?}");
    }
}
