//! What a terminal would obey or hide.

use super::*;
use proptest::prelude::*;

#[test]
fn what_a_terminal_obeys_becomes_a_mark() {
    for (raw, shown) in [
        ("plain", "plain"),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a b"),
        ("\u{1b}[31mred", "<U+001B>[31mred"),
        ("\u{9b}2J", "<U+009B>2J"),
        ("a\rb\0c\u{7f}", "a<U+000D>b<U+0000>c<U+007F>"),
        ("user\u{202e}txt.exe", "user<U+202E>txt.exe"),
        ("a\u{200b}b\u{feff}c", "a<U+200B>b<U+FEFF>c"),
        ("x\u{2028}y", "x<U+2028>y"),
        ("tag\u{e0041}", "tag<U+E0041>"),
        ("ສະ\u{200b}ບາຍ", "ສະບາຍ"),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("Москва ёй é", "Москва ёй é"),
        ("a\u{1bca0}b\u{1bca3}", "a<U+1BCA0>b<U+1BCA3>"),
        (
            "\u{13000}\u{13430}\u{13001}\u{13438}",
            "\u{13000}<U+13430>\u{13001}<U+13438>",
        ),
    ] {
        assert_eq!(clean(raw), shown, "{raw:?}");
    }
}

#[test]
fn emoji_are_shown_and_nothing_beside_them() {
    for whole in [
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "👨\u{200d}👩\u{200d}👧",
        "🏳\u{fe0f}\u{200d}🌈",
        "👩🏽\u{200d}🚀",
        "🏃🏽\u{200d}♂\u{fe0f}",
        "©\u{fe0f}",
    ] {
        assert_eq!(clean(whole), whole);
    }
    for (raw, shown) in [
        ("\u{fe0f}", "<U+FE0F>"),
        ("a\u{fe0f}", "a<U+FE0F>"),
        ("1\u{fe0f}", "1<U+FE0F>"),
        ("❤\u{fe0f}\u{fe0f}", "❤\u{fe0f}<U+FE0F>"),
        ("★\u{fe0f}", "★<U+FE0F>"),
        ("東\u{fe0f}", "東<U+FE0F>"),
        ("❤\u{fe01}", "❤<U+FE01>"),
        ("👨\u{200d}", "👨<U+200D>"),
        ("\u{200d}👩", "<U+200D>👩"),
        ("a\u{200d}👩", "a<U+200D>👩"),
        ("👨\u{200d}a", "👨<U+200D>a"),
        ("👨\u{200d}\u{200d}👩", "👨<U+200D><U+200D>👩"),
        ("a\u{fe0f}\u{200d}👩", "a<U+FE0F><U+200D>👩"),
        ("👨\u{200c}👩", "👨<U+200C>👩"),
        ("👨\u{202e}👩", "👨<U+202E>👩"),
        ("🏴\u{e0067}\u{e007f}", "🏴<U+E0067><U+E007F>"),
    ] {
        assert_eq!(clean(raw), shown, "{raw:?}");
    }
}

/// What selects a form of a character that a terminal draws without it is not sent, and marked
/// anywhere else.
#[test]
fn a_form_of_a_character_is_that_character() {
    for (raw, shown) in [
        ("☎\u{fe0e}", "☎"),
        ("☺\u{fe0e} 😀\u{fe0e}", "☺ 😀"),
        ("1\u{fe0e}\u{20e3}", "1\u{20e3}"),
        ("葛\u{e0100}城市", "葛城市"),
        ("𠮷\u{e0101} 神\u{fe00}", "𠮷 神"),
        ("ᠠ\u{180b}ᠨ\u{180e}ᠠ", "ᠠᠨᠠ"),
        ("\u{fe0e}", "<U+FE0E>"),
        ("a\u{fe0e}", "a<U+FE0E>"),
        ("1\u{fe0e}", "1<U+FE0E>"),
        ("☎\u{fe0e}\u{fe0e}", "☎<U+FE0E>"),
        ("☎\u{fe0e}\u{fe0f}", "☎<U+FE0F>"),
        ("a\u{e0100}", "a<U+E0100>"),
        ("葛\u{e0100}\u{e0101}", "葛<U+E0101>"),
        ("葛\u{fe03}", "葛<U+FE03>"),
        ("a\u{180b}", "a<U+180B>"),
        ("ᠠ\u{180b}\u{180b}", "ᠠ<U+180B>"),
        ("❤\u{fe0e}\u{200d}👩", "❤<U+200D>👩"),
    ] {
        assert_eq!(clean(raw), shown, "{raw:?}");
        assert_eq!(Text::new(raw).given(), raw);
    }
}

/// What takes no column and is no mark on a letter could hide, or hide something.
#[test]
fn whatever_cannot_be_seen_is_a_mark() {
    use unicode_width::UnicodeWidthChar;
    // Vowels and finals that a Korean syllable is put together from.
    let jamo = |c| matches!(u32::from(c), 0x1160..=0x11ff | 0xd7b0..=0xd7ff);
    let unseen = ('\u{80}'..=char::MAX).filter(|c| c.width().unwrap_or(0) == 0);
    // Signs that are drawn over or before the letter behind them (Indic_Syllabic_Category and
    // Prepended_Concatenation_Mark of Unicode).
    let leading = |c| {
        matches!(
            u32::from(c),
            0x605
                | 0x70f
                | 0x890
                | 0x891
                | 0x8e2
                | 0xd4e
                | 0xa8fa
                | 0x111c2
                | 0x111c3
                | 0x113d1
                | 0x1193f
                | 0x11941
                | 0x11a84..=0x11a89 | 0x11d46 | 0x11f02
        )
    };
    for c in unseen.filter(|c| !is_combining_mark(*c) && !jamo(*c) && !leading(*c)) {
        assert!(
            clean(&c.to_string()).starts_with("<U+"),
            "{:04X}",
            u32::from(c)
        );
    }
}

#[test]
fn what_was_given_is_kept_beside_what_is_shown() {
    let raw = "a\u{202e}b\r\n\tc";
    let text = Text::new(raw);
    assert_eq!((&*text, text.given()), ("a<U+202E>b<U+000D>\n c", raw));
    assert_eq!(as_given(|| text.to_string()), raw);
    assert_eq!(text.to_string(), "a<U+202E>b<U+000D>\n c");
    assert_eq!(serde_json::to_value(&text).expect("JSON"), raw);
    assert_ne!(text, Text::new(&text));
    let _ = std::panic::catch_unwind(|| as_given(|| panic!("inside")));
    assert!(!given::is_wanted());
    assert_eq!(size_of::<Text>(), size_of::<Box<str>>());
}

#[test]
fn in_a_file_only_controls_are_marked() {
    let kept = "a\u{202e}b❤\u{fe0f}\u{ad}\tc\n\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}";
    assert_eq!(without_controls(kept), kept);
    assert_eq!(
        without_controls("a\u{1b}[31m\u{9b}2J\r\nb\rc"),
        "a<U+001B>[31m<U+009B>2J\nb<U+000D>c"
    );
}

#[test]
fn marks_on_one_letter_are_capped() {
    let zalgo = format!("a{}b", "\u{301}".repeat(40));
    assert_eq!(clean(&zalgo), format!("a{}<marks>b", "\u{301}".repeat(8)));
}

proptest! {
    #[test]
    fn clean_text_is_clean_and_stays_so(
        raw in "\\PC*|.*|[\u{0}-\u{2fff}]*|[a1❤👨👩🏽♂葛ᠠ\u{e0100}\u{180b}\u{fe0e}\u{fe0f}\u{200d}\u{20e3}\u{301}ກ\u{200b}\t]*"
    ) {
        let once = clean(&raw).into_owned();
        prop_assert!(is_clean(&once), "{once:?}");
        prop_assert_eq!(clean(&once), once.as_str());
    }
}
