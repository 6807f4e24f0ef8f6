//! The list of the sentences of a text, each with its gravest verdict.

use super::{List, Row, Target, Tone};
use crate::dashboard::action::ListId;
use crate::dashboard::ui::text::{pad, width};
use crate::dashboard::ui::verdict::{sign, word};
use crate::dossier::text::clean_line;
use crate::vet::{Checked, Judged, Verdict};

/// Bytes of a sentence that are listed: no screen is wider.
const SHOWN: usize = 500;

impl List {
    /// The sentences of the text that is called `name`.
    pub fn text(name: &str, text: &Checked) -> Self {
        let all = &text.sentences;
        let last = all.last().map_or(0, |last| last.paragraph);
        let numbers = width(&format!("¶{last}"));
        let rows = all.iter().enumerate();
        let rows = rows.map(|(at, one)| row(at, one, numbers)).collect();
        Self {
            summary: summary(text),
            ..Self::new(ListId::Text, name, rows)
        }
    }
}

fn row(at: usize, one: &Judged, numbers: usize) -> Row {
    let number = if one.begins {
        format!("¶{}", one.paragraph)
    } else {
        String::new()
    };
    let verdict = one.verdict().map(|verdict| {
        let sign = sign(verdict, one.is_problem());
        format!("{sign} {}", word(verdict))
    });
    let verdict = verdict.unwrap_or_default();
    let start = &one.words[..one.words.floor_char_boundary(SHOWN)];
    Row::Item {
        left: format!("{} {verdict}", pad(&number, numbers)),
        right: clean_line(start),
        target: Some(Target::Sentence(at)),
        found_by: one.found_by.clone(),
        tone: tone(one),
    }
}

fn tone(one: &Judged) -> Tone {
    match one.verdict() {
        None => Tone::Quiet,
        Some(Verdict::Contested) => Tone::Warning,
        Some(_) if one.is_problem() => Tone::Alarm,
        Some(_) => Tone::Plain,
    }
}

/// "41 sentences: 2 contradicted, 3 contested, 30 supported, 6 with nothing to check".
fn summary(text: &Checked) -> String {
    let total = text.sentences.len();
    let sentences = match total {
        1 => "1 sentence".to_owned(),
        _ => format!("{total} sentences"),
    };
    let counts = text.counts();
    if counts.is_empty() {
        return format!("nothing to check in {sentences}");
    }
    let rest = total - counts.iter().map(|(_, count)| count).sum::<usize>();
    let counts = counts.into_iter();
    let counts = counts.map(|(verdict, count)| format!("{count} {}", word(verdict)));
    let rest = (rest > 0).then(|| format!("{rest} with nothing to check"));
    let parts: Vec<String> = counts.chain(rest).collect();
    format!("{sentences}: {}", parts.join(", "))
}
