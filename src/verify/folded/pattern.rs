//! The words of an anchor, and which characters make words.

use unicode_normalization::char::is_combining_mark;

/// The words of an anchor, and those that must be around them.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Words {
    pub(in crate::verify) exact: String,
    pub(in crate::verify) prefix: String,
    pub(in crate::verify) suffix: String,
}

/// A letter, mark or digit of a script that parts its words.
pub(in crate::verify) fn in_word(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c)) && !runs_on(c)
}

/// Scripts that write no blanks between words, or hang endings on them (Korean).
pub(in crate::verify) fn runs_on(c: char) -> bool {
    matches!(u32::from(c),
        0xe00..=0xe4f | 0xe5a..=0xecf | 0xeda..=0xfff | 0x1000..=0x103f | 0x104a..=0x109f
        | 0x1100..=0x11ff | 0x1780..=0x17df | 0x2e80..=0x2fff | 0x3005..=0x9fff
        | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}
