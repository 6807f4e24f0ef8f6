//! Characters that are invisible by themselves and belong to the one before them: the selector of the
//! coloured form of an emoji, the joiner of several (Unicode Technical Standard 51), and the selectors of
//! another form of a character (the Unicode Standard, section 23.4).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Asks for the coloured form of the character before it.
const SELECTOR: char = '\u{fe0f}';
/// Asks for the form in black and white.
const TEXT: char = '\u{fe0e}';
/// Makes one emoji of those around it.
const JOINER: char = '\u{200d}';
/// Draws a key around the character before it.
const KEYCAP: char = '\u{20e3}';

/// Is `c` such a part of an emoji, behind the character that was kept `before` it and in front of
/// what comes `after` it?
pub(super) fn joins(before: Option<char>, c: char, after: &str) -> bool {
    let Some(before) = before.filter(|_| matches!(c, SELECTOR | JOINER)) else {
        return false;
    };
    if c == SELECTOR {
        return if is_key(before) {
            after.starts_with(KEYCAP)
        } else {
            is_emoji(before)
        };
    }
    // A selector was kept only behind an emoji, and a tone of skin is shown in any case.
    let begins = before == SELECTOR || is_tone(before) || is_emoji(before);
    begins && after.chars().next().is_some_and(is_emoji)
}

/// Does `c` select a form of the character `before` it, which is the same one without it? A terminal has
/// one form of each: an emoji in black and white, a variant of a Chinese character (their standardized and
/// ideographic variation sequences), a Mongolian letter (its three selectors and the separator of a vowel).
pub(super) fn selects(before: Option<char>, c: char, after: &str) -> bool {
    let Some(before) = before else {
        return false;
    };
    match c {
        TEXT if is_key(before) => after.starts_with(KEYCAP),
        TEXT => is_emoji(before),
        '\u{fe00}'..='\u{fe02}' | '\u{e0100}'..='\u{e01ef}' => is_han(before),
        '\u{180b}'..='\u{180f}' => {
            matches!(before, '\u{1820}'..='\u{1878}' | '\u{1880}'..='\u{18aa}')
        }
        _ => false,
    }
}

fn is_key(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// The blocks of Chinese characters, those for compatibility among them.
fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Has it a coloured form? Then it joins others, and the selector makes it wide.
fn is_emoji(c: char) -> bool {
    let joined = String::from_iter([c, JOINER, '\u{1f467}']);
    let coloured = String::from_iter([c, SELECTOR]);
    joined.graphemes(true).count() == 1 && coloured.width() == 2
}
