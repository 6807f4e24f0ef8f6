//! Every word of every closed vocabulary, and every flag, is read, shown and written as itself.

use bilat::describe::page::Page;
use bilat::dossier::fields::{Info, Type};
use bilat::dossier::typed::fields_of;
use bilat::dossier::{Id, Kind};
use bilat::load::{Origin, load};
use serde_json::Value;

use super::samples::{record, samples};
use super::world::{World, is_needed, printed};

/// One value of a field that is a choice.
struct Choice {
    kind: Kind,
    /// Of the record that makes it.
    id: String,
    field: &'static str,
    json: String,
    column: &'static str,
    /// What its column has.
    cell: String,
    /// What its page has.
    page: String,
}

/// The values of a field that is a choice: as JSON, in a table, and on a page.
fn values(info: &Info) -> Vec<(Value, String, String)> {
    let flag = |value: Value, cell: &str, page: &str| (value, cell.to_owned(), page.to_owned());
    match info.kind {
        Type::Words(words) => {
            let words = words.iter();
            words
                .map(|word| flag((*word).into(), word, &meaning(info, word)))
                .collect()
        }
        // No break is what a figure without the field says.
        Type::Flag { .. } if info.name == "break" => {
            vec![flag(true.into(), "true", "yes"), flag(false.into(), "", "")]
        }
        Type::Flag { unknown } => {
            let mut all = vec![
                flag(true.into(), "true", "yes"),
                flag(false.into(), "false", "no"),
            ];
            all.extend(unknown.then(|| flag("unknown".into(), "unknown", "unknown")));
            all
        }
        _ => Vec::new(),
    }
}

/// A qualifier is before the figure; any other word is a value of its own.
fn meaning(info: &Info, word: &str) -> String {
    match (info.name, word) {
        ("qualifier", "estimated") => "an estimated 4".to_owned(),
        ("qualifier", word) => format!("{} 4", word.replace('-', " ")),
        _ => word.to_owned(),
    }
}

/// The choices of a field, and of the fields of the objects that it holds.
fn choices(kind: Kind, info: &Info) -> Vec<Choice> {
    let choice = |of: &Info, at: usize, json: String, cell: String, page: String| Choice {
        kind,
        id: format!("{}-{}-{}-{at}", kind.singular(), info.name, of.name),
        field: info.name,
        json,
        column: of.column(),
        cell,
        page,
    };
    let own = values(info).into_iter().enumerate();
    let mut all: Vec<_> = own
        .map(|(at, (value, cell, page))| choice(info, at, value.to_string(), cell, page))
        .collect();
    for part in info.parts().unwrap_or_default() {
        // The figures of a series have a table of their own.
        for (at, (value, cell, page)) in values(&part).into_iter().enumerate() {
            if info.name != "observations" {
                let sample = samples(kind)
                    .iter()
                    .find(|sample| sample.field == info.name);
                let mut objects = sample.unwrap().value();
                objects[0][part.name] = value;
                all.push(choice(&part, at, objects.to_string(), cell, page));
            }
        }
    }
    all
}

fn all() -> Vec<Choice> {
    let kinds = Kind::ALL.into_iter();
    let of = |kind| {
        fields_of(kind)
            .into_iter()
            .flat_map(move |info| choices(kind, &info))
    };
    kinds.flat_map(of).collect()
}

const EVIDENCE: &str = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "x"}]"#;

impl Choice {
    /// A record that makes it: with what it must have, and this.
    fn record(&self) -> String {
        let needed = |name: &str| is_needed(self.kind, name) && name != self.field;
        let json = record(self.kind, &self.id, needed);
        let bare = json.strip_suffix('}').unwrap();
        let value = match self.kind {
            Kind::Observation => "\"value\": 4, ",
            _ => "",
        };
        format!(
            "{bare}, \"{}\": {}, {value}{EVIDENCE}}}",
            self.field, self.json
        )
    }
}

fn world(choices: &[Choice]) -> World {
    let of = |kind: Kind| {
        let own = choices.iter().filter(move |choice| choice.kind == kind);
        own.map(Choice::record).collect::<Vec<_>>()
    };
    World::of(|kind| {
        let mut records = of(kind);
        if kind == Kind::Series {
            let figures = of(Kind::Observation).join(", ");
            records.push(format!(
                r#"{{"id": "figures", "title": "F", "kind": "trade", "observations": [{figures}], {EVIDENCE}}}"#
            ));
        }
        records
    })
}

#[test]
fn every_word_is_kept_and_shown() {
    let choices = all();
    // At least the vocabularies of the format.
    assert!(choices.len() > 60, "{}", choices.len());
    let world = world(&choices);
    let loaded = load(&Origin::Folder(world.path().to_owned()));
    let problems: Vec<_> = loaded
        .problems
        .iter()
        .map(ToString::to_string)
        .filter(|message| !message.contains("without figures"))
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    for choice in &choices {
        let found = loaded.dossier.find(&Id::new(&choice.id).unwrap()).unwrap();
        let stored: Value =
            serde_json::from_str(loaded.dossier.any(found).json().unwrap().get()).unwrap();
        let expected: Value = serde_json::from_str(&choice.json).unwrap();
        // A default is not written.
        let kept = stored[choice.field] == expected || stored[choice.field].is_null();
        assert!(kept, "{}: {stored}", choice.id);
        let rows = format!("{:?}", Page::new(&loaded.dossier, found).rows);
        let shown = &choice.page;
        assert!(rows.contains(shown), "{}: no {shown} in {rows}", choice.id);
    }
}

#[test]
fn every_word_is_a_cell_of_its_own() {
    let choices = all();
    let world = world(&choices);
    for kind in Kind::ALL {
        let name = format!("{}.csv", kind.plural());
        let text = printed(&["export", "csv", world.dossier(), "--file", &name]);
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let head = csv.headers().unwrap().clone();
        let rows: Vec<_> = csv.records().map(Result::unwrap).collect();
        for choice in choices.iter().filter(|choice| choice.kind == kind) {
            let column = head.iter().position(|name| name == choice.column);
            let row = rows.iter().find(|row| row[0] == choice.id).unwrap();
            assert_eq!(&row[column.unwrap()], choice.cell, "{}", choice.id);
        }
    }
}
