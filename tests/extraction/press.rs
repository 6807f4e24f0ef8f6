//! Agreements, amounts and events of press texts on meetings of two sides, against what a reader finds
//! in them: `tests/extraction/fixtures`.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use bilat::extract::{Context, agreements, amounts, events};
use chrono::NaiveDate;
use serde_json::Value;

/// What was found: its place, and what was read there, field by field.
struct Found {
    range: Range<usize>,
    fields: Vec<(&'static str, String)>,
}

/// A text, and what a reader finds in it.
struct Fixture {
    name: String,
    text: String,
    answers: Value,
    context: Context,
}

#[derive(Default)]
struct Row {
    expected: usize,
    read: usize,
    found: usize,
    right: usize,
}

fn fixtures() -> Vec<Fixture> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/extraction/fixtures");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| Fixture::read(path)).collect()
}

impl Fixture {
    fn read(path: &std::path::Path) -> Self {
        let answers = fs::read_to_string(path.with_extension("json")).expect("the answers");
        let answers: Value = serde_json::from_str(&answers).expect("JSON");
        let published: NaiveDate = answers["published"]
            .as_str()
            .and_then(|day| day.parse().ok())
            .expect("a day of publication");
        Self {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            text: fs::read_to_string(path).expect("a text"),
            answers,
            context: Context {
                published: Some(published),
                language: None,
            },
        }
    }
}

impl Row {
    /// Compares what was found with one kind of answers, and prints what differs.
    fn count(&mut self, fixture: &Fixture, kind: &str, found: &[Found]) {
        let answers = fixture.answers[kind]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let mut known = vec![false; found.len()];
        for answer in answers {
            let words = answer["words"].as_str().expect("words");
            let start = fixture
                .text
                .find(words)
                .unwrap_or_else(|| panic!("“{words}” is in no text"));
            let range = start..start + words.len();
            let place = found.iter().position(|one| overlaps(&one.range, &range));
            self.expected += 1;
            let Some(place) = place else {
                println!("{}: “{words}” was not found", fixture.name);
                continue;
            };
            known[place] = true;
            self.found += 1;
            let other: Vec<_> = found[place]
                .fields
                .iter()
                .filter(|(field, value)| {
                    answer[*field]
                        .as_str()
                        .is_some_and(|wanted| wanted != value)
                })
                .collect();
            if other.is_empty() {
                self.right += 1;
            } else {
                println!("{}: “{words}” was read as {other:?}", fixture.name);
            }
        }
        self.read += found.len();
        for (one, _) in found.iter().zip(known).filter(|(_, known)| !known) {
            println!(
                "{}: nobody expects “{}”",
                fixture.name,
                &fixture.text[one.range.clone()]
            );
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "dozens")]
    fn shares(&self) -> (f64, f64, f64) {
        let expected = self.expected as f64;
        (
            self.found as f64 / expected,
            self.found as f64 / self.read as f64,
            self.right as f64 / expected,
        )
    }
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[test]
fn press_texts_are_read_as_a_reader_does() {
    let (mut agreed, mut counted, mut met) = (Row::default(), Row::default(), Row::default());
    for fixture in fixtures() {
        agreed.count(&fixture, "agreements", &agreements_of(&fixture));
        counted.count(&fixture, "amounts", &amounts_of(&fixture));
        met.count(&fixture, "events", &events_of(&fixture));
    }
    for (name, row, recall, precision, right) in [
        ("agreements", agreed, 0.90, 0.85, 0.85),
        ("amounts", counted, 0.90, 0.85, 0.85),
        ("events", met, 0.90, 0.85, 0.85),
    ] {
        let shares = row.shares();
        println!(
            "{name:<12} recall {:.2}  precision {:.2}  read right {:.2}",
            shares.0, shares.1, shares.2
        );
        assert!(
            shares.0 >= recall && shares.1 >= precision && shares.2 >= right,
            "{name}"
        );
    }
}

fn agreements_of(fixture: &Fixture) -> Vec<Found> {
    let found = agreements(&fixture.text, fixture.context).into_iter();
    found
        .map(|one| Found {
            range: one.range,
            fields: vec![
                ("kind", one.kind.word().to_owned()),
                ("status", one.status.word().to_owned()),
            ],
        })
        .collect()
}

fn amounts_of(fixture: &Fixture) -> Vec<Found> {
    let found = amounts(&fixture.text, fixture.context).into_iter();
    found
        .map(|one| Found {
            range: one.range,
            fields: vec![
                ("status", one.status.word().to_owned()),
                (
                    "qualifier",
                    one.qualifier.map_or("", |one| one.word()).to_owned(),
                ),
                (
                    "period",
                    one.period
                        .and_then(|period| period.time.edtf)
                        .unwrap_or_default(),
                ),
            ],
        })
        .collect()
}

fn events_of(fixture: &Fixture) -> Vec<Found> {
    let found = events(&fixture.text, fixture.context).into_iter();
    found
        .map(|one| Found {
            range: one.range,
            fields: vec![
                ("kind", one.kind.to_owned()),
                ("status", one.status.word().to_owned()),
            ],
        })
        .collect()
}
