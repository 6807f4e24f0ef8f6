//! A record as a person writes it: JSON in which lines that begin with `//` are remarks and what is
//! left empty is not there. Faults are told at their place in that text.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::load::Problem;
use crate::load::file::File;
use crate::load::json;
use crate::load::tokens::{Step, Tokens};

/// The text of one record.
pub struct Template {
    /// As it was written, for places.
    file: File,
    /// JSON of the same length, with blanks for remarks and for what is empty.
    bare: String,
}

impl Template {
    /// Reads `text`, which is called `shown` in messages.
    pub fn new(shown: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            file: File::new(shown.to_owned(), text.to_owned().into()),
            bare: without_empty(&without_remarks(text)),
        }
    }

    /// Is anything but remarks in it?
    pub fn is_blank(&self) -> bool {
        self.bare.trim_ascii().is_empty()
    }

    /// The string, number or word at a member, or at the `edtf` of a date.
    pub fn member(&self, name: &str) -> Option<String> {
        let tokens = Tokens::new(&self.bare);
        tokens.key_start(0, name, 0)?;
        let found = tokens.at(&[Step::Key(name)])?;
        let inner = || tokens.scalar(tokens.at(&[Step::Key(name), Step::Key("edtf")])?);
        tokens.scalar(found).or_else(inner).map(Cow::into_owned)
    }

    /// Has it that member?
    pub fn has(&self, name: &str) -> bool {
        Tokens::new(&self.bare).key_start(0, name, 0).is_some()
    }

    /// Adds a member that a program found out, such as the id.
    pub fn set(&mut self, name: &str, value: &str) {
        let Some(end) = self.bare.trim_ascii_end().strip_suffix('}').map(str::len) else {
            return;
        };
        let comma = if self.bare[..end].trim_ascii_end().ends_with('{') {
            ""
        } else {
            ","
        };
        let value = serde_json::Value::from(value);
        self.bare
            .insert_str(end, &format!("{comma}\"{name}\":{value}"));
    }

    /// Takes a member out, and returns what stood there.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let value = self.member(name);
        self.bare = blanked(&self.bare, |tokens, token| {
            tokens.is_member(token) && tokens.field(token).as_deref() == Some(name)
        });
        value
    }

    /// What it says.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let bare = File::new(self.file.name.clone(), self.bare.clone().into());
        json::value(&bare, &bare.text)
    }

    /// A problem at the value of a field, or at the head of the record.
    pub fn problem(&self, field: &str, value: &str, message: &str, hint: &str) -> Problem {
        let place = self.find(field, value);
        self.file.problem(place, message).hint(hint)
    }

    /// A problem of the record as it stands in another text, told at its place in this one.
    pub fn retold(&self, problem: &Problem, text: &str) -> Problem {
        let place = match said(problem, text) {
            Some((field, value)) => self.find(&field, &value),
            None => self.head(),
        };
        Problem {
            file: crate::dossier::Text::new(&self.file.name),
            ..problem.clone()
        }
        .at(self.file.position(place))
    }

    fn find(&self, field: &str, value: &str) -> usize {
        let tokens = Tokens::new(&self.bare);
        let is = |token: &usize| {
            tokens.field(*token).as_deref() == Some(field)
                && tokens.scalar(*token).as_deref() == Some(value)
        };
        let found = (0..tokens.len()).find(is);
        found.map_or_else(|| self.head(), |token| tokens.range(token).start)
    }

    fn head(&self) -> usize {
        self.bare.len() - self.bare.trim_ascii_start().len()
    }
}

/// The field and the value that a problem of `text` points at.
fn said(problem: &Problem, text: &str) -> Option<(String, String)> {
    let file = File::new(
        String::new(),
        text.trim_start_matches('\u{feff}').to_owned().into(),
    );
    let tokens = Tokens::new(&file.text);
    let at = (0..tokens.len()).find(|token| {
        file.position(tokens.range(*token).start) == (problem.line, problem.column)
    })?;
    Some((
        tokens.field(at)?.into_owned(),
        tokens.scalar(at)?.into_owned(),
    ))
}

/// Blanks in the place of lines that begin with `//`.
fn without_remarks(text: &str) -> String {
    let remark = |line: &str| line.trim_ascii_start().starts_with("//");
    let line = |line: &str| {
        if remark(line) {
            blanks(line)
        } else {
            line.to_owned()
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// Blanks in the place of `""`, `null`, and of arrays and objects that hold nothing else.
fn without_empty(text: &str) -> String {
    let tokens = Tokens::new(text);
    // Until something is found in it. What is inside a value stands behind it.
    let mut empty = vec![true; tokens.len()];
    for token in (0..tokens.len()).rev() {
        if let Some(scalar) = tokens.scalar(token) {
            empty[token] = scalar.is_empty() || text[tokens.range(token)] == *"null";
        }
        if let Some(parent) = tokens.parent(token) {
            empty[parent] &= empty[token];
        }
    }
    // The record itself stays, even with nothing in it.
    blanked(text, |_, token| token > 0 && empty[token])
}

/// Blanks in the place of the values of which `gone` is true, their keys, and the commas that would
/// stand alone then.
fn blanked(text: &str, gone: impl Fn(&Tokens<'_>, usize) -> bool) -> String {
    let tokens = Tokens::new(text);
    let mut holes: Vec<Range<usize>> = Vec::new();
    let mut inside = vec![Vec::new(); tokens.len()];
    for token in 0..tokens.len() {
        if let Some(parent) = tokens.parent(token) {
            inside[parent].push(token);
        }
    }
    for (holder, children) in inside.iter().enumerate() {
        // What is in a hole already needs none of its own.
        if gone(&tokens, holder) {
            continue;
        }
        let stays: Vec<_> = children
            .iter()
            .map(|child| !gone(&tokens, *child))
            .collect();
        let last = stays.iter().rposition(|stays| *stays);
        for (at, child) in children.iter().enumerate() {
            let whole = tokens.member(*child);
            let next = children.get(at + 1).map(|next| tokens.member(*next).start);
            if !stays[at] {
                holes.push(whole.clone());
            }
            // A comma stays behind what stays and is not the last to do so.
            if let Some(next) = next
                && !(stays[at] && last.is_some_and(|last| last > at))
                && let Some(comma) = text[whole.end..next].find(',')
            {
                holes.push(whole.end + comma..whole.end + comma + 1);
            }
        }
    }
    let mut out = text.to_owned();
    for hole in holes {
        let blank = blanks(&text[hole.clone()]);
        out.replace_range(hole, &blank);
    }
    out
}

/// As many bytes of white space, and the same lines.
fn blanks(text: &str) -> String {
    let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
    text.bytes().map(blank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn read(text: &str) -> Value {
        Template::new("t", text)
            .read()
            .unwrap_or_else(|problem| panic!("{problem}: {text}"))
    }

    #[test]
    fn what_is_empty_is_not_there() {
        for (text, value) in [
            (r#"{"a": "", "b": 1}"#, json!({"b": 1})),
            (r#"{"b": 1, "a": ""}"#, json!({"b": 1})),
            (r#"{"b": "null", "a": null}"#, json!({"b": "null"})),
            (
                r#"{"a": null, "b": 1, "c": [], "d": 2, "e": {}}"#,
                json!({"b": 1, "d": 2}),
            ),
            (
                r#"{"a": [{"x": "", "y": null}], "b": [{"x": ""}, {"x": 1, "y": ""}]}"#,
                json!({"b": [{"x": 1}]}),
            ),
            (r#"{"a": "", "b": ""}"#, json!({})),
            (
                r#"{"a": ["", "x,", "", "y"], "b": false, "c": 0}"#,
                json!({"a": ["x,", "y"], "b": false, "c": 0}),
            ),
            (
                "// one, {\n{\n  // \"two\": 2,\n  \"a\": \"// no\",\n  \"b\": \"\"\n}\n",
                json!({"a": "// no"}),
            ),
        ] {
            assert_eq!(read(text), value, "{text}");
        }
        assert!(Template::new("t", "// only\n  // remarks").is_blank());
    }

    #[test]
    fn members_are_read_set_and_taken() {
        let mut template = Template::new("t", r#"{"a": "", "series": "s", "d": {"edtf": "2016"}}"#);
        assert_eq!(template.member("series").as_deref(), Some("s"));
        assert_eq!(template.member("d").as_deref(), Some("2016"));
        assert_eq!(template.member("a"), None);
        assert_eq!(template.take("series").as_deref(), Some("s"));
        template.set("id", "x");
        assert_eq!(
            template.read::<Value>().ok(),
            Some(json!({"d": {"edtf": "2016"}, "id": "x"}))
        );
        let mut template = Template::new("t", "{ }");
        template.set("id", "x\"");
        assert_eq!(template.read::<Value>().ok(), Some(json!({"id": "x\""})));
    }

    #[test]
    fn faults_are_told_where_they_were_written() {
        let text = "// é\n{\n  \"a\": \"\",\n  \"é\": \"b\",\n  \"source\": \"gazete\"\n}";
        let template = Template::new("new", text);
        let problem = template.problem("source", "gazete", "no source", "mend it");
        assert_eq!(
            problem.to_string(),
            "new:5:13: error: no source\n  hint: mend it"
        );
        let other = "[\n{\"evidence\": [{\"source\": \"gazete\"}]}]";
        let there = Template::new("file", other).problem("source", "gazete", "no source", "m");
        assert_eq!((there.line, there.column), (2, 26));
        let retold = template.retold(&there, other);
        assert_eq!(retold.to_string(), "new:5:13: error: no source\n  hint: m");
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_length_and_lines(text in "[\\[\\]{}\",:\\\\ax/é \n]{0,60}|\\PC*") {
            let template = Template::new("t", &text);
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            prop_assert_eq!(template.bare.len(), text.len());
            prop_assert_eq!(template.bare.matches('\n').count(), text.matches('\n').count());
            let _ = template.read::<Value>();
        }
    }
}
