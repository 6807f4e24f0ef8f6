//! What the lists list: keys, problems, what is contested, what is due, what is marked, what can be
//! copied.

use super::tone::Tone;
use super::{List, Row, Target};
use crate::contested::{Contested, Standing};
use crate::dashboard::action::{Action, BriefForm, ListId};
use crate::dashboard::keymap::Scope;
use crate::dashboard::keymap::bound::{Bound, Keymap};
use crate::describe::page::Subject;
use crate::dossier::text::clean_line;
use crate::dossier::{Date, Dossier, Ref};
use crate::due::Due;
use crate::load::Problem;
use crate::search::fold;

impl List {
    /// The keys in force in `scopes`, the innermost first.
    pub fn help(keymap: &Keymap, scopes: &[Scope]) -> Self {
        let mut rows = Vec::new();
        for scope in scopes {
            let here: Vec<_> = keymap
                .active(scopes)
                .filter(|bound| bound.row.scope == *scope)
                .collect();
            if !here.is_empty() {
                rows.push(Row::Head(scope.heading().to_owned()));
            }
            rows.extend(here.into_iter().map(key));
        }
        rows.extend(legend());
        Self::new(
            ListId::Help,
            "Keys in force: Enter runs one, / searches",
            rows,
        )
    }

    /// The keys in force in `scopes` and records by name, to be typed at.
    pub fn palette(keymap: &Keymap, scopes: &[Scope], records: &[(String, Ref)]) -> Self {
        let mut rows = vec![Row::Head("Keys".to_owned())];
        rows.extend(keymap.active(scopes).map(key));
        let mut kind = None;
        for (title, record) in records {
            if kind != Some(record.kind) {
                rows.push(Row::Head(record.kind.plural().to_owned()));
                kind = Some(record.kind);
            }
            rows.push(Row::Item {
                left: String::new(),
                right: title.clone(),
                target: Some(Target::Subject(Subject::Record(*record))),
                found_by: fold(title),
                tone: Tone::Plain,
            });
        }
        Self::new(
            ListId::Palette,
            "Commands and records: Enter runs or reads",
            rows,
        )
    }

    /// What is due, the most pressing first.
    pub fn due(dossier: &Dossier, due: &[&Due]) -> Self {
        let mut rows = Vec::new();
        let mut heading = String::new();
        for one in due {
            let here = if one.is_third() {
                "Not between the two".to_owned()
            } else {
                one.class.heading().to_owned()
            };
            if here != heading {
                rows.push(Row::Head(here.clone()));
                heading = here;
            }
            let title = dossier.title(one.record);
            let date = one.date.as_ref().map_or_else(String::new, Date::label);
            rows.push(Row::Item {
                found_by: fold(&format!("{title}\n{}\n{}", one.words, one.class.word())),
                tone: Tone::Plain,
                left: date,
                right: title,
                target: Some(Target::Subject(Subject::Record(one.record))),
            });
            rows.push(Row::Note(one.words.clone()));
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is due"));
        }
        Self::new(ListId::Due, "Due", rows)
    }

    /// Records that are marked, by kind.
    pub fn records(dossier: &Dossier, mut records: Vec<Ref>) -> Self {
        records.sort_unstable();
        let mut rows = Vec::new();
        let mut kind = None;
        for record in records {
            if kind != Some(record.kind) {
                rows.push(Row::Head(record.kind.plural().to_owned()));
                kind = Some(record.kind);
            }
            let title = dossier.dated_title(record);
            rows.push(Row::Item {
                left: String::new(),
                found_by: fold(&title),
                tone: Tone::Plain,
                right: title,
                target: Some(Target::Subject(Subject::Record(record))),
            });
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is marked; Space marks a record"));
        }
        Self::new(ListId::Marked, "Marked", rows)
    }

    /// In which forms the brief can be written.
    pub fn forms() -> Self {
        let row = |form: BriefForm| Row::Item {
            left: form.name().to_owned(),
            right: format!("brief.{} in the current folder", form.ending()),
            found_by: fold(form.name()),
            tone: Tone::Plain,
            target: Some(Target::Action(Action::WriteBrief(form))),
        };
        let rows = BriefForm::ALL.into_iter().map(row).collect();
        Self::new(
            ListId::Write,
            "Write the brief: Enter writes the line",
            rows,
        )
    }

    /// What can be copied, by name.
    pub fn copies(copies: Vec<(&'static str, String)>) -> Self {
        let row = |(name, text): (&'static str, String)| Row::Item {
            left: name.to_owned(),
            right: first_line(&text),
            found_by: fold(name),
            tone: Tone::Plain,
            target: Some(Target::Copy(text)),
        };
        let mut rows: Vec<_> = copies.into_iter().map(row).collect();
        if rows.is_empty() {
            rows.push(item("", "nothing is selected that could be copied"));
        }
        Self::new(ListId::Copy, "Copy: Enter copies the line", rows)
    }

    /// What is wrong with the files.
    pub fn problems(problems: &[Problem]) -> Self {
        let mut rows = Vec::new();
        for problem in problems {
            let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
            rows.push(Row::Head(place));
            rows.push(item(problem.severity.word(), &problem.message));
            if let Some(hint) = &problem.hint {
                rows.push(item("hint", hint));
            }
        }
        if rows.is_empty() {
            rows.push(item("", "no problems: every file was read whole"));
        }
        Self::new(ListId::Problems, "Problems in the files", rows)
    }

    /// What is contested, the gravest first.
    pub fn contested(
        dossier: &Dossier,
        contested: &[Contested],
        keeps: &dyn Fn(&Contested) -> bool,
    ) -> Self {
        let mut rows = Vec::new();
        let mut heading = None;
        let kept = contested.iter().enumerate().filter(|(_, one)| keeps(one));
        for (at, one) in kept {
            let here = match one.standing {
                Standing::Conflict => format!("{} conflict", one.severity.word()),
                Standing::Query => format!("{} query", one.severity.word()),
                other => other.word().to_owned(),
            };
            if heading.as_ref() != Some(&here) {
                rows.push(Row::Head(here.clone()));
                heading = Some(here);
            }
            let kinds = one.findings.iter().map(|finding| finding.kind.word());
            let stored = one
                .disputes
                .iter()
                .map(|r| dossier.disputes[r.at].kind.word());
            let kind = kinds.chain(stored).next().unwrap_or_default();
            let mut words = vec![kind.to_owned(), one.title.clone()];
            words.extend(one.findings.iter().map(|finding| finding.title.clone()));
            words.extend(one.records(dossier).into_iter().map(|r| dossier.title(r)));
            rows.push(Row::Item {
                left: kind.to_owned(),
                right: one.title.clone(),
                target: Some(Target::Subject(Subject::Finding(at))),
                found_by: fold(&words.join("\n")),
                tone: Tone::Plain,
            });
        }
        if rows.is_empty() {
            rows.push(item("", "nothing is contested"));
        }
        Self::new(ListId::Contested, "Contested", rows)
    }
}

/// The first line of a text, with an ellipsis where there are more.
fn first_line(text: &str) -> String {
    let mut lines = text.trim().lines();
    let first = clean_line(lines.next().unwrap_or_default());
    match lines.next() {
        Some(_) => first + " …",
        None => first,
    }
}

/// A line for a key, which runs what it is for.
fn key(bound: &Bound) -> Row {
    let names = bound.key_names();
    Row::Item {
        found_by: fold(&format!("{names}\n{}", bound.row.help)),
        tone: Tone::Plain,
        left: names,
        right: bound.row.help.to_owned(),
        target: Some(Target::Action(bound.row.action)),
    }
}

/// What the signs mean.
const SIGNS: [(&str, &str); 8] = [
    (
        "● ▶ ○ ◆ ◇ □ × ?",
        "events: occurred, ongoing, planned, under discussion, proposed, expected, cancelled, speculative",
    ),
    (
        "◉ ● ○ ◆ × ?",
        "agreements: in force, signed, planned or proposed, under discussion, ended, unknown",
    ),
    (
        "● ○ ◇ △",
        "figures: reported, implied by others, forecast, target",
    ),
    (
        "≠ ?",
        "in a conflict: statements that cannot all be true; a query: one that goes against arithmetic or the calendar",
    ),
    (
        "┊",
        "in a chart: a break in the series; figures before and after it are not comparable",
    ),
    ("✓", "marked"),
    (
        "✓ ≠ · ✗",
        "sentences of a text: supported, contested, not in the dossier, to be changed",
    ),
    (
        "[2025] ~2025 2025?",
        "inferred by the compiler, about, in doubt",
    ),
];

/// What the signs mean, how to search, and what a number does.
fn legend() -> Vec<Row> {
    let queries = [
        (
            "two words",
            "both occur, in any order; -word: not; a|b: one of them",
        ),
        ("\"some words\" =word", "one after the other; a whole word"),
        ("speaker:putin", "in a field; Tab completes"),
        ("year:2023 from: to:", "within a time"),
        (
            "is:contested is:overdue",
            "in a state: contested, open, planned, overdue, marked, uncited, bilateral",
        ),
        ("~word", "words that are like it"),
    ];
    let counts = [
        (
            "5j 7 ctrl-d",
            "repeats the movement after it; in the panels begin with 5 to 9",
        ),
        ("12G", "to the row of that number, in lists and in the pane"),
    ];
    let part = |head: &str, rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|(left, right)| item(left, right));
        std::iter::once(Row::Head(head.to_owned()))
            .chain(rows)
            .collect::<Vec<_>>()
    };
    [
        part("Signs", &SIGNS),
        part("Searches", &queries),
        part("Numbers", &counts),
    ]
    .concat()
}

fn item(left: &str, right: &str) -> Row {
    Row::Item {
        left: left.to_owned(),
        right: right.to_owned(),
        target: None,
        found_by: fold(&format!("{left}\n{right}")),
        tone: Tone::Plain,
    }
}
