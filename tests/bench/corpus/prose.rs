//! Texts of a wished length: sentences with capital letters, numbers and typographic punctuation.

use super::lao::Lao;
use super::random::Random;
use super::vocabulary::Vocabulary;

/// In what language a speech is held.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Russian,
    Lao,
}

impl Language {
    /// Of a hundred speeches 80 are English, 12 Russian, 8 Lao.
    pub(super) fn draw(random: &mut Random) -> Self {
        match random.below(100) {
            0..80 => Self::English,
            80..92 => Self::Russian,
            _ => Self::Lao,
        }
    }

    /// As BCP 47 calls it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Lao => "lo",
        }
    }
}

/// Writes texts in all three languages.
pub(super) struct Prose {
    english: Vocabulary,
    russian: Vocabulary,
    lao: Lao,
}

/// Sentences have at least so many words, and fewer than twice as many again.
const SENTENCE: usize = 6;
/// A text of more bytes than this may have two paragraphs.
const LONG: usize = 420;

impl Prose {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            english: Vocabulary::english(&mut Random::new(seed, 1)),
            russian: Vocabulary::russian(&mut Random::new(seed, 2)),
            lao: Lao::new(),
        }
    }

    /// A text of about `bytes` in place of what stands in `out`.
    pub(super) fn write(
        &self,
        language: Language,
        bytes: usize,
        random: &mut Random,
        out: &mut String,
    ) {
        out.clear();
        let break_at = if bytes > LONG && random.percent(40) {
            bytes / 2
        } else {
            usize::MAX
        };
        let first = bytes.min(break_at);
        self.paragraph(language, first, random, out);
        if first < bytes {
            out.push_str("\n\n");
            self.paragraph(language, bytes, random, out);
        }
    }

    /// Adds to `out` until it has `bytes`.
    fn paragraph(&self, language: Language, bytes: usize, random: &mut Random, out: &mut String) {
        let words = match language {
            Language::English => &self.english,
            Language::Russian => &self.russian,
            Language::Lao => return self.lao.write(bytes, random, out),
        };
        loop {
            sentence(words, language, bytes, random, out);
            if out.len() >= bytes {
                return;
            }
            out.push(' ');
        }
    }
}

/// Adds one sentence, which ends early where `out` has `bytes`.
fn sentence(
    words: &Vocabulary,
    language: Language,
    bytes: usize,
    random: &mut Random,
    out: &mut String,
) {
    let count = SENTENCE + random.below(2 * SENTENCE);
    // One word in quotation marks, in few sentences.
    let quoted = random.percent(12).then(|| random.below(count));
    for at in 0..count {
        if quoted == Some(at) {
            out.push('“');
        }
        match random.below(100) {
            0 => number(random, out),
            _ => word(words.draw(random), at == 0, out),
        }
        if language == Language::English && random.percent(1) {
            out.push_str("’s");
        }
        if quoted == Some(at) {
            out.push('”');
        }
        if at + 1 == count || (at > 1 && out.len() >= bytes) {
            break;
        }
        out.push_str(match random.below(100) {
            0..7 => ", ",
            7..9 => " – ",
            _ => " ",
        });
    }
    out.push(match random.below(100) {
        0..6 => '?',
        6..8 => '!',
        _ => '.',
    });
}

/// A year or an amount.
fn number(random: &mut Random, out: &mut String) {
    let text = if random.percent(50) {
        format!("{}", 1950 + random.below(80))
    } else {
        format!("{},{:03}", 1 + random.below(900), random.below(1000))
    };
    out.push_str(&text);
}

fn word(word: &str, capital: bool, out: &mut String) {
    let mut letters = word.chars();
    if capital {
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    }
    out.push_str(letters.as_str());
}
