//! Amounts against sentences with labelled quantities, in the file `newsquant-half.json`.
//!
//! `BILAT_SHOW=1` prints each amount that was read otherwise than labelled.

use std::fs;
use std::path::PathBuf;

use bilat::extract::amount::{Printed, Quantity, Unit};
use bilat::extract::{Context, amounts};
use serde_json::Value;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Percent,
    Currency,
}

/// A value and its unit; of a range, each end.
#[derive(Clone, Debug, PartialEq)]
struct Label {
    value: f64,
    unit: String,
}

#[derive(Default)]
struct Row {
    labelled: usize,
    found: usize,
    right: usize,
}

#[test]
#[ignore = "needs labelled texts in BILAT_CORPORA"]
fn amounts_are_measured() {
    let Some(folder) = std::env::var_os("BILAT_CORPORA") else {
        return;
    };
    let path = PathBuf::from(folder).join("newsquant-half.json");
    let source = fs::read_to_string(path).expect("the labelled sentences");
    let sentences: Vec<Value> = serde_json::from_str(&source).expect("JSON");
    println!("amounts (value and unit)   right    of  read  recall  precision");
    for (kind, name) in [(Kind::Percent, "percent"), (Kind::Currency, "currency")] {
        let mut row = Row::default();
        for sentence in &sentences {
            row.count(kind, sentence);
        }
        row.print(name);
    }
}

impl Row {
    fn count(&mut self, kind: Kind, sentence: &Value) {
        let text = sentence["text"].as_str().expect("a text");
        let gold = labelled(kind, sentence);
        let found: Vec<Label> = amounts(text, Context::default())
            .iter()
            .filter(|one| kind_of(one.unit) == Some(kind))
            .flat_map(|one| {
                ends(one.quantity).into_iter().map(|end| Label {
                    value: end.value(),
                    unit: unit(one.unit),
                })
            })
            .collect();
        let mut open = gold.clone();
        let mut extra = Vec::new();
        for one in &found {
            match open.iter().position(|label| label.same(one)) {
                Some(place) => drop(open.remove(place)),
                None => extra.push(one),
            }
        }
        self.labelled += gold.len();
        self.found += found.len();
        self.right += found.len() - extra.len();
        let shown = std::env::var_os("BILAT_SHOW").is_some();
        if shown && (!open.is_empty() || !extra.is_empty()) {
            println!("{text}\n    missed {open:?}, labelled otherwise {extra:?}");
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "hundreds")]
    fn print(&self, name: &str) {
        let Self {
            labelled,
            found,
            right,
        } = self;
        let recall = *right as f64 / *labelled as f64;
        let precision = *right as f64 / *found as f64;
        println!(
            "{name:<26} {right:>5} {labelled:>5} {found:>5}   {recall:.3}      {precision:.3}"
        );
    }
}

impl Label {
    fn same(&self, other: &Self) -> bool {
        let near = (self.value - other.value).abs() <= self.value.abs() * 1e-9;
        near && self.unit == other.unit
    }
}

/// Labels of a kind: those of a sentence.
fn labelled(kind: Kind, sentence: &Value) -> Vec<Label> {
    let quantities = sentence["quantities"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    for quantity in quantities {
        let unit = quantity["normalized_unit"].as_str().unwrap_or_default();
        let unit = unit.split(" per ").next().unwrap_or_default();
        let Some(unit) = code(unit).filter(|unit| (*unit == "%") == (kind == Kind::Percent)) else {
            continue;
        };
        let value = quantity["value"].as_str().unwrap_or_default();
        let (first, rest) = value.split_at(usize::from(value.starts_with('-')));
        for (place, end) in rest.split('-').enumerate() {
            let sign = if place == 0 && !first.is_empty() {
                -1.0
            } else {
                1.0
            };
            if let Ok(value) = end.parse::<f64>() {
                found.push(Label {
                    value: sign * value,
                    unit: unit.to_owned(),
                });
            }
        }
    }
    found
}

fn code(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "percentage" => "%",
        "dollar" | "united states dollar" => "USD",
        "australian dollar" => "AUD",
        "hong kong dollar" => "HKD",
        "canadian dollar" => "CAD",
        "euro" => "EUR",
        "pound sterling" => "GBP",
        "japanese yen" => "JPY",
        "danish krone" => "DKK",
        "malaysian ringgit" => "MYR",
        "shekel" | "israeli shekel" => "ILS",
        "cent" | "sen" => "cent",
        _ => return None,
    })
}

fn kind_of(unit: Unit) -> Option<Kind> {
    match unit {
        Unit::Percent => Some(Kind::Percent),
        Unit::Money(_) => Some(Kind::Currency),
        _ => None,
    }
}

fn unit(unit: Unit) -> String {
    unit.word().to_owned()
}

fn ends(quantity: Quantity) -> Vec<Printed> {
    match quantity {
        Quantity::One(value) => vec![value],
        Quantity::Between(low, high) => vec![low, high],
        // Labelled as from one to ten of it.
        Quantity::AtLeastOne(value) => vec![
            value,
            Printed {
                scale: value.scale + 1,
                ..value
            },
        ],
        Quantity::Fraction { .. } => Vec::new(),
    }
}
