//! How a value is laid out in a file, taken from one that stands there, and another laid out alike.

use serde::Serialize;

/// The format's own indentation, where a file shows no other.
pub(super) const UNIT: &str = "  ";

/// A value as JSON, dense and one field a line. A string has no raw line feed in JSON, so that the
/// lines of the second are those of its layout.
#[derive(Clone, Debug)]
pub(super) struct Json {
    dense: String,
    pretty: String,
}

impl Json {
    /// A value of this format.
    ///
    /// # Errors
    /// When it cannot be written as JSON; those of this format all can.
    pub(super) fn of<T: Serialize>(value: &T) -> serde_json::Result<Self> {
        Ok(Self {
            dense: serde_json::to_string(value)?,
            pretty: serde_json::to_string_pretty(value)?,
        })
    }
}

/// How an object or array is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// All on one line, perhaps with a blank after `:` and `,`.
    Line { spaced: bool },
    /// A field a line.
    Block {
        /// Before the closing bracket.
        prefix: String,
        /// For each level more.
        unit: String,
        end: &'static str,
    },
}

impl Layout {
    /// That of a value, as it stands in a file.
    pub(super) fn of(value: &str) -> Self {
        let Some((head, last)) = value.rsplit_once('\n') else {
            // The first colon behind a quote is that of the first key.
            let spaced = value
                .split_once("\":")
                .is_none_or(|(_, v)| v.starts_with(' '));
            return Self::Line { spaced };
        };
        let prefix = indent(last);
        let second = head.split('\n').nth(1).map_or("", indent);
        let unit = second.strip_prefix(prefix).filter(|unit| !unit.is_empty());
        Self::Block {
            prefix: prefix.to_owned(),
            unit: unit.unwrap_or(UNIT).to_owned(),
            end: line_end(value),
        }
    }

    /// A value laid out like this, so many levels deeper.
    pub(super) fn render(&self, json: &Json, depth: usize) -> String {
        match self {
            Self::Line { spaced: false } => json.dense.clone(),
            Self::Line { spaced: true } => {
                let lines = json.pretty.lines().map(str::trim_start);
                lines.flat_map(|line| [line, blank_after(line)]).collect()
            }
            Self::Block { .. } => {
                let mut out = String::with_capacity(json.pretty.len() * 2);
                for (at, line) in json.pretty.lines().enumerate() {
                    let body = line.trim_start_matches(' ');
                    let inside = (line.len() - body.len()) / UNIT.len();
                    if at > 0 {
                        out.push_str(&self.turn(depth + inside));
                    }
                    out.push_str(body);
                }
                out
            }
        }
    }

    /// An array of values, so many levels deeper.
    pub(super) fn array<'a>(&self, items: impl Iterator<Item = &'a Json>, depth: usize) -> String {
        let turn = self.turn(depth + 1);
        let comma = match self {
            Self::Line { spaced: true } => ", ",
            Self::Line { .. } | Self::Block { .. } => ",",
        };
        let items: Vec<_> = items
            .map(|item| turn.clone() + &self.render(item, depth + 1))
            .collect();
        format!("[{}{}]", items.join(comma), self.turn(depth))
    }

    /// The member of an object that is laid out like this: a name and a value that is laid out.
    pub(super) fn member(&self, name: &str, value: &str) -> String {
        let blank = match self {
            Self::Line { spaced: false } => "",
            Self::Line { .. } | Self::Block { .. } => " ",
        };
        format!("\"{name}\":{blank}{value}")
    }

    /// To the next line, at a depth; nothing where there is but one.
    pub(super) fn turn(&self, depth: usize) -> String {
        match self {
            Self::Line { .. } => String::new(),
            Self::Block { prefix, unit, end } => {
                [end, prefix.as_str(), &unit.repeat(depth)].concat()
            }
        }
    }
}

fn blank_after(line: &str) -> &'static str {
    if line.ends_with(',') { " " } else { "" }
}

/// The line end of a text: that of its first line.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The white space that a line begins with.
fn indent(line: &str) -> &str {
    let body = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - body.len()]
}
