//! Slips in who, whether and when: speakers, roles, statuses, dates, qualifiers and units, one at a
//! time in a copy of the built-in dossier, against its own words.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::inject::id;
use crate::slips::{Copy, file, new};

/// One slip: the file with it, and the record that it touches.
struct Slip {
    class: &'static str,
    what: String,
    file: &'static str,
    records: Value,
    touched: String,
}

/// Every change of a record of a file.
struct Slips {
    all: Vec<Slip>,
}

impl Slips {
    fn add(
        &mut self,
        class: &'static str,
        file: &'static str,
        records: &Value,
        at: usize,
        what: &str,
        change: impl FnOnce(&mut Value),
    ) {
        let mut records = records.clone();
        let record = &mut records[at];
        change(record);
        let touched = id(record);
        let what = format!("{touched} {what}");
        self.all.push(Slip {
            class,
            what,
            file,
            records,
            touched,
        });
    }

    /// Another in the place of every person who speaks.
    fn speakers(&mut self) {
        let quotes = file("quotes.json");
        let all = quotes.as_array().unwrap();
        let mut people: BTreeMap<&str, &Value> = BTreeMap::new();
        for quote in all {
            people.insert(quote["speaker"].as_str().unwrap(), &quote["role"]);
        }
        for (at, quote) in all.iter().enumerate() {
            for (other, role) in people.iter().filter(|(p, _)| quote["speaker"] != ***p) {
                self.add(
                    "speaker of a quote",
                    "quotes.json",
                    &quotes,
                    at,
                    other,
                    |q| {
                        q["speaker"] = (*other).into();
                    },
                );
                self.add("speaker and role", "quotes.json", &quotes, at, other, |q| {
                    q["speaker"] = (*other).into();
                    q["role"] = (*role).clone();
                });
                self.add("role of a quote", "quotes.json", &quotes, at, other, |q| {
                    q["role"] = (*role).clone();
                });
            }
        }
        let claims = file("claims.json");
        for (at, claim) in claims.as_array().unwrap().iter().enumerate() {
            let by = claim["asserted_by"].as_str().unwrap();
            if people.contains_key(by) {
                for other in people.keys().filter(|other| **other != by) {
                    self.add(
                        "speaker of a claim",
                        "claims.json",
                        &claims,
                        at,
                        other,
                        |c| {
                            c["asserted_by"] = (*other).into();
                        },
                    );
                }
            }
        }
    }

    fn statuses(&mut self) {
        let statuses = [
            (
                "events.json",
                "status of an event",
                vec!["occurred", "planned", "under-discussion"],
            ),
            (
                "agreements.json",
                "status of an agreement",
                vec!["signed", "planned", "under-discussion"],
            ),
        ];
        for (name, class, words) in statuses {
            let records = file(name);
            for (at, record) in records.as_array().unwrap().iter().enumerate() {
                let status = record["status"].as_str().unwrap();
                // In force is signed too; nothing says what is unknown.
                let near =
                    |word: &&&str| **word == status || status == "in-force" && **word == "signed";
                if status == "unknown" {
                    continue;
                }
                for word in words.iter().filter(|word| !near(word)) {
                    self.add(class, name, &records, at, word, |r| {
                        r["status"] = (*word).into();
                    });
                }
            }
        }
    }

    /// Dates that were printed, a day, a month and a year on and back.
    fn dates(&mut self) {
        for (name, fields) in [
            ("events.json", ["date", "date"]),
            ("agreements.json", ["signed", "horizon"]),
        ] {
            let records = file(name);
            for (at, record) in records.as_array().unwrap().iter().enumerate() {
                let fields = &fields[..if fields[0] == fields[1] { 1 } else { 2 }];
                for field in fields {
                    let Some(edtf) = record[*field].as_str() else {
                        continue;
                    };
                    for (class, other) in shifted(edtf) {
                        self.add(class, name, &records, at, &other, |r| {
                            r[*field] = other.as_str().into();
                        });
                    }
                }
            }
        }
    }

    fn figures(&mut self) {
        let series = file("series.json");
        for (s, row) in series.as_array().unwrap().iter().enumerate() {
            let figures = row["observations"].as_array().map_or(0, Vec::len);
            for o in 0..figures {
                let own = row["observations"][o]["qualifier"].as_str().unwrap_or("");
                for word in ["", "about", "more-than", "less-than"] {
                    let near = [own, word].contains(&"estimated");
                    if word == own || near {
                        continue;
                    }
                    self.in_figure("qualifier", &series, (s, o), word, |f| {
                        f["qualifier"] = match word {
                            "" => Value::Null,
                            word => json!(word),
                        };
                    });
                }
                if row["observations"][o]["said_by"].is_string() {
                    for by in ["putin", "thongloun-sisoulith"] {
                        self.in_figure("speaker of a figure", &series, (s, o), by, |f| {
                            f["said_by"] = by.into();
                        });
                    }
                }
            }
            let others: &[&str] = match row["unit"].as_str() {
                Some("persons") => &["households", "ha"],
                Some("ha") => &["km2", "persons", "t"],
                Some("days") => &["months", "persons"],
                Some("USD PPP") => &["USD"],
                Some("USD PPP/person") => &["USD/person", "USD PPP"],
                Some("USD") => &["USD PPP", "t"],
                Some("bombs") => &["persons", "t"],
                _ => &[],
            };
            for unit in others {
                let mut series = series.clone();
                series[s]["unit"] = (*unit).into();
                let touched = id(&series[s]["observations"][0]);
                self.all.push(Slip {
                    class: "unit",
                    what: format!("{touched} {unit}"),
                    file: "series.json",
                    records: series,
                    touched,
                });
            }
        }
    }

    fn in_figure(
        &mut self,
        class: &'static str,
        series: &Value,
        (s, o): (usize, usize),
        what: &str,
        change: impl FnOnce(&mut Value),
    ) {
        let mut series = series.clone();
        let figure = &mut series[s]["observations"][o];
        change(figure);
        let touched = id(figure);
        self.all.push(Slip {
            class,
            what: format!("{touched} {what}"),
            file: "series.json",
            records: series,
            touched,
        });
    }
}

/// A date with its day, its month or a year one on and one back, as far as it has them.
fn shifted(edtf: &str) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let parts: Vec<&str> = edtf.split('-').collect();
    for step in [1, -1] {
        let moved = |part: &str| format!("{:02}", part.parse::<i32>().unwrap() + step);
        if let [year, month, day] = parts[..] {
            all.push(("day of a date", format!("{year}-{month}-{}", moved(day))));
            all.push(("month of a date", format!("{year}-{}-{day}", moved(month))));
        }
        if let [year, month] = parts[..]
            && (2..12).contains(&month.parse::<u32>().unwrap_or(0))
        {
            all.push(("month of a date", format!("{year}-{}", moved(month))));
        }
        if let Some((from, to)) = edtf.split_once('/') {
            if to != ".." {
                all.push(("end of a period", format!("{from}/{}", moved(to))));
            }
            all.push(("end of a period", format!("{}/{to}", moved(from))));
        } else if let Ok(year) = edtf[..4].parse::<i32>() {
            all.push(("year of a date", format!("{}{}", year + step, &edtf[4..])));
        }
    }
    if let Some(from) = edtf.strip_suffix("/..") {
        all.push(("end of a period", from.to_owned()));
    }
    all
}

/// Found and all, by class.
type Counts = BTreeMap<&'static str, (usize, usize)>;

fn tally() -> Counts {
    let mut slips = Slips { all: Vec::new() };
    slips.speakers();
    slips.statuses();
    slips.dates();
    slips.figures();
    let copy = Copy::new();
    let clean = copy.findings();
    let mut counts: Counts = BTreeMap::new();
    let mut missed = Vec::new();
    for slip in &slips.all {
        copy.write(slip.file, &slip.records);
        let found = copy.findings();
        let is_found = new(&found, &clean)
            .iter()
            .any(|(_, _, records)| records.contains(&slip.touched));
        for class in [slip.class, "all"] {
            let count = counts.entry(class).or_default();
            count.0 += usize::from(is_found);
            count.1 += 1;
        }
        if !is_found {
            missed.push(format!("{}: {}", slip.class, slip.what));
        }
        copy.write(slip.file, &file(slip.file));
    }
    for (class, (found, all)) in &counts {
        println!("{class:<24}{found:>5} of {all}");
    }
    println!("not found:\n  {}", missed.join("\n  "));
    counts
}

#[test]
fn slips_in_who_and_whether_are_found() {
    let counts = tally();
    let (found, all) = counts["all"];
    assert!(all > 300, "{all} slips");
    let guide = include_str!("../../assets/guide/contested.md");
    let shown = format!("| all of these | {found} of {all} |");
    assert!(guide.contains(&shown), "{shown}");
    assert!(found * 100 >= all * 80, "{found} of {all}");
}
