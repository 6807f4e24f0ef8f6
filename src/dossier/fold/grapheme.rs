//! How one character, with the marks on it, is folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// `text` in the spelling that is compared: compatibility forms and case are folded, accents of
/// Latin letters dropped, ё written е, typographic quotes and dashes written as ASCII.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        fold_grapheme(grapheme, &mut out);
    }
    out
}

pub(super) fn fold_grapheme(grapheme: &str, out: &mut String) {
    if let &[byte] = grapheme.as_bytes() {
        out.push(char::from(byte.to_ascii_lowercase()));
        return;
    }
    let mut latin = false;
    let kept = grapheme.nfkd().filter(|c| {
        if !is_combining_mark(*c) {
            latin =
                c.is_ascii_alphabetic() || matches!(u32::from(*c), 0xc0..=0x24f | 0x1e00..=0x1eff);
        }
        // Only on Latin letters: й is another letter than и, and Lao tones make other words.
        !(latin && matches!(u32::from(*c), 0x300..=0x36f))
    });
    let lower: String = kept.nfc().flat_map(char::to_lowercase).collect();
    out.extend(lower.nfc().map(plain));
}

/// Letters and punctuation that a person types in a plainer form.
fn plain(c: char) -> char {
    match c {
        'ё' => 'е',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        c => c,
    }
}
