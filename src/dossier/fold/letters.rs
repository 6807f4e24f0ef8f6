//! Single letters and marks: which show nothing, which are left out in writing, which are typed in a
//! plainer form.

use crate::dossier::text::is_hidden;

/// What shows nothing, such as a soft hyphen. Line separators part words, so they stay.
pub(super) fn is_unseen(c: char) -> bool {
    c > '~' && is_hidden(c) && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// What is left out in most Arabic and Hebrew writing: vowels and other marks, the hamza on its carrier,
/// the stroke that stretches a word, and the signs of cantillation.
pub(super) fn is_vowel_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x591..=0x5bd | 0x5bf | 0x5c1 | 0x5c2 | 0x5c4 | 0x5c5 | 0x5c7
        | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7 | 0x6e8
        | 0x6ea..=0x6ed | 0x8d3..=0x8e1 | 0x8e3..=0x8ff)
}

/// The first digit of each script whose digits other people type as 0 to 9: Arabic, Persian, those of
/// India, Thai, Lao, Tibetan, Myanmar, Khmer, Mongolian.
const ZEROS: [u32; 19] = [
    0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810,
];

/// The digit of ASCII for one of another script.
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Bytes of the longest number of a character, and what ends it.
const LONGEST: usize = 7;

/// The length of a mark such as `<U+00AD>` at the start of a shown text, if it is in the place of what
/// shows nothing.
pub(super) fn unseen_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("<U+")?;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let code = &rest[..end];
    let shown = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    is_unseen(shown).then_some(code.len() + "<U+>".len())
}

/// Appends a letter in the form that a person types.
pub(super) fn push_plain(c: char, out: &mut String) {
    let several = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        c => return out.push(plain(c)),
    };
    out.push_str(several);
}

fn plain(c: char) -> char {
    match c {
        'ё' => 'е',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ς' => 'σ',
        'ٱ' => 'ا',
        // Persian, and the last letter of a word without its dots.
        'ک' => 'ك',
        'ی' | 'ى' => 'ي',
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '׳' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '־' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        c => digit(c).unwrap_or(c),
    }
}

/// The parts of Thai and Lao sara am, which are typed in any order with the tone mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Am {
    /// A tone mark.
    Tone,
    /// The ring.
    Ring,
    /// The vowel behind it.
    Vowel,
    /// Both in one character.
    Whole,
}

/// Which part of sara am a character is.
pub(super) fn am(c: char) -> Option<Am> {
    match u32::from(c) {
        0xe48..=0xe4b | 0xec8..=0xecb => Some(Am::Tone),
        0xe4d | 0xecd => Some(Am::Ring),
        0xe32 | 0xeb2 => Some(Am::Vowel),
        0xe33 | 0xeb3 => Some(Am::Whole),
        _ => None,
    }
}

/// Puts tone marks before the ring and its vowel, as they are typed.
pub(super) fn order_am(letters: &mut [char]) {
    let is = |c: &char, part: Am| am(*c) == Some(part);
    let mut at = 0;
    while at < letters.len() {
        let tones = |from: usize| {
            let rest = letters[from..].iter();
            from + rest.take_while(|c| is(c, Am::Tone)).count()
        };
        let vowel = tones(at + 1);
        if is(&letters[at], Am::Ring) && letters.get(vowel).is_some_and(|c| is(c, Am::Vowel)) {
            let end = tones(vowel + 1);
            letters[at..end].sort_by_key(|c| am(*c).map_or(0, |part| part as usize));
            at = end;
        } else {
            at += 1;
        }
    }
}
