//! What makes no difference to an anchor, and what does.

use bilat::verify::{Verdict, verify};

use crate::world::{event, one, texts};

const FOUND: &str = "1 anchor: 1 found";

#[test]
fn blanks_quotes_dashes_dots_and_what_shows_nothing_are_folded() {
    for (text, words) in [
        ("a  b\u{a0}c\td", "a b c d"),
        ("a\u{202f}b\u{2009}c", "a b c"),
        ("“Yes,” ‘he’ said", "\"Yes,\" 'he' said"),
        ("«Да», сказал он", "\"Да\", сказал он"),
        ("2025–2026 and 2027—2028", "2025-2026 and 2027-2028"),
        ("2025-2026 and −4", "2025–2026 and –4"),
        ("co\u{ad}oper\u{ad}ation of all", "cooperation of all"),
        ("cooperation of all", "co\u{ad}operation of\u{ad} all"),
        ("in vain…", "in vain..."),
        ("zero\u{200b}width\u{2060} joiners", "zerowidth joiners"),
        ("cafe\u{301} au lait", "café au lait"),
        ("café au lait", "cafe\u{301} au lait"),
        ("ສະ\u{200b}ບາຍດີ", "ສະບາຍດີ"),
        ("\u{200f}right\u{202e} to left", "right to left"),
        ("ﬁne aﬄuent staﬀ", "fine affluent staff"),
        ("the office of final flow", "the oﬃce of ﬁnal ﬂow"),
        ("12\u{202f}500\u{2009}ha", "12 500 ha"),
    ] {
        assert_eq!(one(text, 1, words), FOUND, "{text:?} {words:?}");
    }
}

#[test]
fn letters_digits_and_case_are_not() {
    for (text, words) in [
        ("Все ёлки стоят", "Все елки стоят"),
        ("café au lait", "cafe au lait"),
        ("Trade rose", "trade rose"),
        ("17 people", "I7 people"),
        ("൧ ໑໗ people", "൧ 17 people"),
        ("words, and more", "words and more"),
        ("각자 가다", "가자 가다"),
    ] {
        assert_ne!(one(text, 1, words), FOUND, "{text:?} {words:?}");
    }
}

#[test]
fn scripts_without_blanks_have_no_words_to_cut() {
    for (text, words) in [
        ("ລາວແລະລັດເຊຍ", "ລັດເຊຍ"),
        ("老挝和俄罗斯的贸易", "俄罗斯"),
        ("라오스는 러시아와", "라오스"),
        ("ລາວ໑໗ຄົນ", "໑໗"),
    ] {
        assert_eq!(one(text, 1, words), FOUND, "{text} {words}");
    }
    assert_ne!(
        one("ລາວນ້ຳ", 1, "ລາວນ"),
        FOUND,
        "a mark belongs to its letter"
    );
    assert!(one("老挝和俄罗斯的贸易额", 1, "老挝和德罗斯的贸易").contains("[-德-]{+俄+}"));
}

#[test]
fn offsets_count_the_characters_of_the_file() {
    let text = "\u{feff}Ünï\r\n\r\n  Ёлка\u{a0} «co\u{ad}op»  \r\n";
    let dossier = event(r#""paragraph": 2, "exact": "Ёлка \"coop\"""#);
    let texts = texts(text);
    let report = verify(&dossier, &texts);
    let (_, Verdict::Found(ranges)) = &report.judged()[0] else {
        panic!("{:?}", report.judged());
    };
    let chars: Vec<char> = text.trim_start_matches('\u{feff}').chars().collect();
    let words: String = chars[ranges[0].clone()].iter().collect();
    assert_eq!(words, "Ёлка\u{a0} «co\u{ad}op»");
}

/// Thousands of anchors, each of which is looked up by its words and not in every paragraph: a
/// search through all of them takes minutes.
#[test]
fn thousands_of_anchors_have_their_verdicts() {
    let line = |n| {
        let tonnes = n * 7;
        format!("Paragraph {n} speaks of {tonnes} tonnes of rice and of bridge {n}.")
    };
    let text = (0..2_000).map(line).collect::<Vec<_>>().join("\n");
    let record = |n: usize, words: &str| {
        format!(
            r#"{{"id": "e{n}", "title": "T", "kind": "visit", "status": "occurred", "evidence":
            [{{"source": "news", "paragraph": {}, "exact": "{words}"}}]}}"#,
            n + 1
        )
    };
    let records: Vec<_> = (0..2_000)
        .map(|n| match n % 4 {
            0 => record(n, &format!("{} tonnes of wheat and of bridge {n}", n * 7)),
            1 => record(n, &format!("bridge {}", n - 1)),
            _ => record(n, &format!("{} tonnes of rice", n * 7)),
        })
        .collect();
    let events = format!("[{}]", records.join(","));
    let dossier = crate::world::World::new(&[("events.json", &events)]).dossier();
    let report = verify(&dossier, &texts(&text));
    assert_eq!(
        report.summary(),
        "2000 anchors: 1000 found, 500 drifted, 500 altered"
    );
}
