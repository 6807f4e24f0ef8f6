//! How a value is laid out in a file, told from one that stands there, and another laid out alike.

use std::ops::Range;

/// The format's own indentation, where a file shows no other.
const UNIT: &str = "  ";

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
    /// That of the value at `range`.
    pub(super) fn of(text: &str, range: &Range<usize>) -> Self {
        let value = &text[range.clone()];
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
            end: line_end(text),
        }
    }

    /// Of what stands in the array at `array`, where nothing does so far: a level deeper than the
    /// line of its bracket.
    pub(super) fn within(text: &str, array: &Range<usize>) -> Self {
        let outer = indent(line(text, array.start));
        let unit = text.lines().map(indent).find(|indent| !indent.is_empty());
        let unit = unit.unwrap_or(UNIT);
        Self::Block {
            prefix: outer.to_owned() + unit,
            unit: unit.to_owned(),
            end: line_end(text),
        }
    }

    /// A value, given as JSON without white space, laid out like this.
    pub(super) fn render(&self, json: &str) -> String {
        let mut out = String::with_capacity(json.len() * 2);
        let mut depth = 0;
        let mut chars = json.char_indices();
        while let Some((at, c)) = chars.next() {
            let next = json[at + c.len_utf8()..].chars().next();
            match c {
                '"' => string(&mut out, &mut chars),
                '{' | '[' if matches!(next, Some('}' | ']')) => {
                    out.push(c);
                    out.extend(next);
                    chars.next();
                }
                '{' | '[' => {
                    out.push(c);
                    depth += 1;
                    self.turn(&mut out, depth);
                }
                '}' | ']' => {
                    depth -= 1;
                    self.turn(&mut out, depth);
                    out.push(c);
                }
                ',' => {
                    out.push(c);
                    self.turn(&mut out, depth);
                    self.blank(&mut out);
                }
                ':' => {
                    out.push(c);
                    self.blank(&mut out);
                    if matches!(self, Self::Block { .. }) {
                        out.push(' ');
                    }
                }
                _ => out.push(c),
            }
        }
        out
    }

    /// To the next line, at a depth.
    fn turn(&self, out: &mut String, depth: usize) {
        if let Self::Block { prefix, unit, end } = self {
            out.push_str(end);
            out.push_str(prefix);
            out.push_str(&unit.repeat(depth));
        }
    }

    fn blank(&self, out: &mut String) {
        if matches!(self, Self::Line { spaced: true }) {
            out.push(' ');
        }
    }
}

/// Copies a string, whose opening quote was just read.
fn string(out: &mut String, chars: &mut std::str::CharIndices<'_>) {
    out.push('"');
    let mut escaped = false;
    for (_, c) in chars {
        out.push(c);
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return,
            _ => {}
        }
    }
}

/// The line feed of a text, after what most of it uses.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The line in which an offset lies, from its start to the offset.
fn line(text: &str, offset: usize) -> &str {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    &text[start..offset]
}

/// The white space that a line begins with.
fn indent(line: &str) -> &str {
    let body = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - body.len()]
}
