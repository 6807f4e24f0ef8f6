//! Queries against texts: what they find, what they mark, what is wrong with them.

use super::*;
use proptest::prelude::*;

fn marked(query: &str, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for hit in Query::new(query).hits(text) {
        out.extend([&text[at..hit.start], "[", &text[hit.clone()], "]"]);
        at = hit.end;
    }
    out + &text[at..]
}

#[test]
fn hits_are_found_as_meant() {
    for (query, text, shown) in [
        (
            "HYDRO",
            "energy, hydro resources",
            "energy, [hydro] resources",
        ),
        ("cafe", "Café", "[Café]"),
        ("елка", "Ёлка", "[Ёлка]"),
        ("ёлка", "Елка", "[Елка]"),
        ("мой", "мои мой", "мои [мой]"),
        ("lao", "ＬＡＯ Lao", "[ＬＡＯ] [Lao]"),
        ("ສະບາຍ", "ສະບາຍດີ", "[ສະບາຍ]ດີ"),
        ("laos'", "Laos’ struggle", "[Laos’] struggle"),
        ("a b", "b a", "[b] [a]"),
        ("ab bc", "abc", "[abc]"),
        ("ﬁ", "five", "[fi]ve"),
        ("", "text", "text"),
    ] {
        assert_eq!(marked(query, text), shown, "{query}");
    }
}

#[test]
fn all_words_must_occur() {
    let text = fold("Trade between our countries has been on the rise");
    assert!(Query::new("rise TRADE").matches(&text));
    assert!(!Query::new("rise fall").matches(&text));
    assert!(Query::new("  ").matches(&text));
}

#[test]
fn phrases_exclusions_alternatives_and_whole_words() {
    let text = fold("Trade between Laos and Russia, by rail; Lao exports of coffee");
    for (query, holds) in [
        ("\"between laos\"", true),
        ("\"laos between\"", false),
        ("\"between la", true),
        ("trade -rail", false),
        ("trade -sea", true),
        ("-\"by sea\"", true),
        ("sea|rail", true),
        ("sea|air", false),
        ("-sea|air", true),
        ("=lao", true),
        ("=la", false),
        ("=rail", true),
        ("=\"by rail\"", true),
        ("- = | trade", true),
        ("8:30", false),
        ("speaker:putin", false),
        ("-speaker:putin", true),
        ("speaker:", true),
        ("\"\"", true),
    ] {
        let parsed = Query::new(query);
        assert_eq!(parsed.matches(&text), holds, "{query}");
        assert_eq!(parsed.problem(), None, "{query}");
    }
}

#[test]
fn only_what_is_wanted_is_marked() {
    assert_eq!(marked("=lao laos", "Laos, Lao"), "[Laos], [Lao]");
    assert_eq!(marked("lao -laos", "Lao"), "[Lao]");
    assert_eq!(marked("\"lao s\"|x", "lao s x"), "[lao s] [x]");
    assert_eq!(marked("speaker:lao", "lao"), "lao");
}

const FIELDS: &str = "fields: speaker, role, topic, event, source, language, status, kind, party, side, \
                      occasion, is, year, from, to";

#[test]
fn what_is_no_field_is_text() {
    let text = fold("He said: see http://example.org at 8:30, Ratio:2");
    for query in [
        "said: see",
        "http://example",
        "8:30",
        "Ratio:2",
        "\"ratio:2\"",
    ] {
        let parsed = Query::new(query);
        assert_eq!(parsed.problem(), None, "{query}");
        assert!(parsed.matches(&text), "{query}");
    }
}

#[test]
fn what_is_not_typed_out_asks_for_nothing() {
    let whole = Query::new("trade");
    for begun in [
        "trade ",
        "trade speaker:",
        "trade is:",
        "trade is:over",
        "trade year:",
        "trade \"",
        "trade -",
    ] {
        assert_eq!(Query::new(begun), whole, "{begun}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (query, at, message) in [
        (
            "trade speeker:putin",
            6,
            &*format!("no field is called speeker (did you mean speaker?); {FIELDS}"),
        ),
        ("foo:bar", 0, &*format!("no field is called foo; {FIELDS}")),
        ("year:20x3", 0, "year:20x3 is not a date"),
        (
            "a is:disputed",
            2,
            "is: knows contested, open, planned, overdue, marked, uncited, bilateral",
        ),
        ("-year:2023", 1, "year: cannot be combined with - or |"),
    ] {
        let parsed = Query::new(query);
        let problem = parsed.problem().expect(query);
        assert_eq!((problem.at, problem.to_string().as_str()), (at, message));
    }
}

proptest! {
    #[test]
    fn a_text_matches_each_of_its_own_words(text in "[a-zA-Zа-яёЁéü ກ-ໝ’]{0,40}") {
        for word in text.split_whitespace() {
            prop_assert!(Query::new(word).matches(&fold(&text)));
            prop_assert!(!Query::new(word).hits(&text).is_empty());
        }
    }

    #[test]
    fn nothing_that_is_typed_breaks_it(typed in "[a-z:|=\"~ -]{0,30}|\\PC{0,20}", text in "\\PC{0,30}") {
        let query = Query::new(&typed);
        prop_assert!(query.problem().is_none_or(|p| typed.is_char_boundary(p.at)));
        query.matches(&fold(&text));
        query.hits(&text);
    }

    #[test]
    fn hits_stand_on_characters_in_order(text in "\\PC{0,40}", query in "\\PC{1,3}") {
        let mut end = 0;
        for hit in Query::new(&query).hits(&text) {
            prop_assert!(hit.start >= end && hit.start < hit.end);
            prop_assert!(text.get(hit.clone()).is_some());
            end = hit.end;
        }
    }
}
