//! serde's errors in words that a person can act on: where, what, and the nearest name that is
//! known.

use serde_path_to_error::Path;

use super::tokens::{Step, Tokens, steps};
use super::white_space::{self, SPACE};
use crate::dossier::text::clean_line;
use crate::dossier::{countries, nearest};

/// A message and, where one can be given, advice.
pub(crate) type Words = (String, Option<String>);

/// The byte offset in `slice` of what is wrong, and what to say of it.
pub(super) fn explain(slice: &str, error: &serde_json::Error, path: &Path) -> (usize, Words) {
    let raw = plain(error);
    let words = in_words(error);
    let steps = steps(path);
    // A number too large is found out while its digits are read, but it is wrong as a whole.
    if !error.is_data() && raw != "number out of range" {
        let (at, (words, advice)) = syntax(slice, error);
        let no_word = (raw == "expected value").then(|| no_word(slice, &steps, at, path));
        let advice = advice.or_else(|| missing(slice, &raw, at));
        return no_word.flatten().unwrap_or((at, (words, advice)));
    }
    let at = locate(slice, &steps, &raw).unwrap_or(0);
    let named = raw.starts_with("unknown field");
    let whole = match (named, path.to_string()) {
        (false, path) if !steps.is_empty() => format!("{}: {words}", clean_line(&path)),
        _ => words,
    };
    let is_own = matches!(steps.last(), Some(Step::Key("id")));
    let country = || country(&raw).filter(|_| !is_own);
    (at, (whole, advice(&raw).or_else(country)))
}

/// For a sound value where one of a list of words must stand, which serde takes for bad syntax.
fn no_word(slice: &str, steps: &[Step<'_>], at: usize, path: &Path) -> Option<(usize, Words)> {
    let tokens = Tokens::new(slice);
    let range = tokens.range(tokens.at(steps)?);
    let value = &slice[range.clone()];
    let sound = serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok();
    let place = clean_line(&path.to_string());
    let message = format!("{place}: expected a word, not `{value}`");
    let here = range.contains(&at) && !steps.is_empty();
    (here && sound).then_some((range.start, (message, None)))
}

/// Where the key or value stands that a message is about.
fn locate(slice: &str, steps: &[Step<'_>], message: &str) -> Option<usize> {
    let tokens = Tokens::new(slice);
    if message.starts_with("unknown field")
        && let Some((Step::Key(name), parents)) = steps.split_last()
    {
        return tokens.key_start(tokens.at(parents)?, name, 0);
    }
    let here = tokens.at(steps)?;
    let second = message
        .strip_prefix("duplicate field `")
        .and_then(|rest| tokens.key_start(here, rest.trim_end_matches('`'), 1));
    second.or_else(|| Some(tokens.range(here).start))
}

/// The byte offset at which a text stops being JSON.
pub(super) fn syntax_offset(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.trim_end_matches(SPACE).len();
    }
    // serde tells the line and column of the last byte that it took, both from 1; column 0 is
    // the line feed before.
    let lines = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let taken = text.floor_char_boundary((start + error.column()).saturating_sub(1));
    let raw = plain(error);
    let found = if raw.starts_with("control character") {
        // Told at the character itself or at the one before.
        text[taken..]
            .find(|c: char| c < ' ')
            .map(|ahead| taken + ahead)
    } else if raw.contains("surrogate") || raw.contains("hex escape") {
        text[..taken].rfind("\\u")
    } else {
        None
    };
    found.unwrap_or(taken)
}

/// Where a text stops being JSON, what is wrong there, and what to do.
pub(crate) fn syntax(text: &str, error: &serde_json::Error) -> (usize, Words) {
    let at = syntax_offset(text, error);
    let rest = text.get(at..).unwrap_or_default();
    let in_string = plain(error).starts_with("control character");
    // What stands for a byte that is not UTF-8 has a message of its own.
    let unseen = (!rest.starts_with('\u{1a}')).then(|| white_space::fault(rest, in_string));
    let words = match unseen.flatten() {
        Some((message, hint)) => (message, Some(hint.to_owned())),
        None => (in_words(error), repair(text, at)),
    };
    (at, words)
}

/// What to do where a text stops being JSON.
fn repair(text: &str, at: usize) -> Option<String> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    let line = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    let is_at = |marks: &[&str]| marks.iter().any(|mark| text[line..].starts_with(mark));
    let before = text[..at].trim_ascii_end();
    let number = before
        .strip_suffix(',')
        .is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    let advice = match first {
        _ if is_at(&["<<<<<<<", "|||||||", "=======", ">>>>>>>"]) => {
            "git left the marks of a merge: keep one version, and remove the marks"
        }
        '0'..='9' if number => "a number has a point, not a comma: 8.3",
        '\u{1a}' => "save it as UTF-8",
        '/' | '#' => "JSON has no comments: put it into a `note`",
        '\'' | '“' | '”' | '‘' | '’' => {
            "strings stand in straight double quotation marks: \"…\""
        }
        ',' => "remove the comma",
        '}' | ']' if before.ends_with(',') => "remove the comma before it",
        _ => return None,
    };
    Some(advice.to_owned())
}

/// What to do where something is missing in a record, or a bare word stands, such as `NaN`.
fn missing(text: &str, raw: &str, at: usize) -> Option<String> {
    let is_word = text.get(at..)?.starts_with(char::is_alphabetic);
    let advice = match raw {
        "EOF while parsing an object" => "a } is missing here or above",
        "EOF while parsing a list" => "a ] is missing here or above",
        "expected `,` or `}`" if is_word => {
            "a quotation mark is missing before it, or one too many stands there"
        }
        "key must be a string" if is_word => "put the name of the field in \"…\"",
        _ if is_word => {
            "a value is a string in \"…\", a number, true, false or null; leave the field out if there is none"
        }
        _ => return None,
    };
    Some(advice.to_owned())
}

/// The message in our words, without serde's own position, which counts from the start of a part.
pub(super) fn in_words(error: &serde_json::Error) -> String {
    let raw = plain(error);
    let (said, expected) = match raw.rfind(", expected ") {
        Some(at) => (&raw[..at], &raw[at + ", expected ".len()..]),
        None => (raw.as_str(), ""),
    };
    if let Some(name) = said.strip_prefix("unknown field ") {
        return unknown_field(name.trim_matches('`'));
    }
    if let Some(word) = said.strip_prefix("unknown variant ") {
        return format!("unknown word {word}");
    }
    let found = said
        .strip_prefix("invalid type: ")
        .or_else(|| said.strip_prefix("invalid value: "));
    match found {
        Some(found) => format!("expected {}, not {}", in_json(expected), thing(found)),
        None => match raw.as_str() {
            "key must be a string" => "expected a field name in quotation marks".to_owned(),
            "expected ident" => "expected a value".to_owned(),
            _ => raw,
        },
    }
}

/// What is said of a field that the format does not have.
pub(super) fn unknown_field(name: &str) -> String {
    match name {
        "" => "a field has no name".to_owned(),
        _ => format!("unknown field `{name}`"),
    }
}

fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

/// What serde found, in the words of JSON.
fn thing(found: &str) -> &str {
    match found {
        "map" => "an object",
        "sequence" => "an array",
        other => other,
    }
}

/// What serde expected, in the words of JSON.
fn in_json(expected: &str) -> &str {
    match expected {
        "u32" => "a whole number from 0",
        "i8" => "a whole number from -128 to 127",
        "a sequence" => "an array",
        name if name.starts_with("struct ") => "an object",
        name if name.starts_with("enum ") || name == "variant identifier" => "a word",
        other => other,
    }
}

/// For the name of a country where its code or an id is expected.
fn country(message: &str) -> Option<String> {
    let (name, _) = message.strip_prefix('`')?.split_once("` is not an id")?;
    let code = countries::find(name)?.code;
    Some(format!("the country is written `{code}`"))
}

/// For an unknown name: the nearest of those that would have been right, or all of them.
fn advice(message: &str) -> Option<String> {
    if !message.starts_with("unknown ") {
        return None;
    }
    let (unknown, right) = message.split_at(message.rfind(", expected ")?);
    let wrong = unknown.split_once('`')?.1.trim_end_matches('`');
    let known: Vec<_> = right.split('`').skip(1).step_by(2).collect();
    Some(match nearest(wrong, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are: {}", known.join(", ")),
    })
}
