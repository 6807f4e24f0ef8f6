//! Characters that are invisible by themselves and belong to an emoji where they stand in one: the
//! selector of its coloured form, and the joiner of several (Unicode Technical Standard 51).

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Asks for the coloured form of the character before it.
const SELECTOR: char = '\u{fe0f}';
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
        let is_key = matches!(before, '0'..='9' | '#' | '*');
        return if is_key {
            after.starts_with(KEYCAP)
        } else {
            is_emoji(before)
        };
    }
    // A selector was kept only behind an emoji, and a tone of skin is shown in any case.
    let begins = before == SELECTOR || is_tone(before) || is_emoji(before);
    begins && after.chars().next().is_some_and(is_emoji)
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
