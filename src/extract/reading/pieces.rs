//! A token in pieces: elided articles, initials and possessives are words of their own.

use crate::extract::token::{Token, TokenKind};

/// The pieces of a token: an elided article, an initial, the word, its possessive.
pub(super) fn pieces(token: &Token) -> impl Iterator<Item = (usize, usize)> {
    let text = token.text;
    let mut cuts = vec![0];
    if token.kind == TokenKind::Word {
        cuts.extend(elided(text));
        cuts.extend(initials(text));
        cuts.extend(possessive(text));
    }
    cuts.push(text.len());
    cuts.dedup();
    let ends = cuts.clone();
    cuts.into_iter().zip(ends.into_iter().skip(1))
}

/// Where the word behind "l’", "d’" or "qu’" begins.
fn elided(text: &str) -> Option<usize> {
    let at = text.find(['’', '\''])?;
    let rest = &text[at..];
    let after = at + rest.chars().next().map_or(0, char::len_utf8);
    let article = matches!(
        &text[..at],
        "l" | "d" | "qu" | "s" | "n" | "j" | "c" | "m" | "L"
    );
    let word = text[after..].chars().count() > 1;
    (article && word).then_some(after)
}

/// Where the names behind "V." in "V.Putin" or "V.V.Putin" begin.
fn initials(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let Some(last) = text.rfind('.') else {
        return cuts;
    };
    let name = &text[last + 1..];
    let parts = text[..last].split('.');
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    if name.chars().count() > 1 && name.starts_with(char::is_uppercase) && parts.clone().all(single)
    {
        let mut at = 0;
        for part in parts {
            cuts.extend([at + part.len(), at + part.len() + 1]);
            at += part.len() + 1;
        }
    }
    cuts
}

/// Where "’s" begins.
fn possessive(text: &str) -> Option<usize> {
    let stem = text
        .strip_suffix(['s', 'S'])?
        .strip_suffix(['’', '\'', 'ʼ'])?;
    (!stem.is_empty()).then_some(stem.len())
}
