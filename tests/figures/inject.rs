//! Slips of the pen in the figures of a dossier, one at a time.

use serde_json::Value;

/// One slip: the changed series, and the records that it touches.
pub(crate) struct Slip {
    pub(crate) kind: &'static str,
    pub(crate) what: String,
    pub(crate) series: Value,
    pub(crate) touched: Vec<String>,
}

/// Places of all figures: series, observation.
fn figures(all: &Value) -> Vec<(usize, usize)> {
    let series = all.as_array().unwrap().iter().enumerate();
    series
        .flat_map(|(s, series)| {
            let figures = series["observations"].as_array().map_or(0, Vec::len);
            (0..figures).map(move |o| (s, o))
        })
        .collect()
}

pub(crate) fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

fn number(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// A slip in one figure.
fn in_figure(
    kind: &'static str,
    all: &Value,
    (s, o): (usize, usize),
    what: &str,
    change: impl FnOnce(&mut Value),
) -> Slip {
    let mut series = all.clone();
    let figure = &mut series[s]["observations"][o];
    change(figure);
    Slip {
        kind,
        what: format!("{} {what}", id(figure)),
        touched: vec![id(figure)],
        series,
    }
}

/// A slip in a series: it touches all of its figures.
fn in_series(
    kind: &'static str,
    all: &Value,
    s: usize,
    what: &str,
    change: impl FnOnce(&mut Value),
) -> Slip {
    let mut series = all.clone();
    change(&mut series[s]);
    let figures = series[s]["observations"].as_array().into_iter().flatten();
    Slip {
        kind,
        what: format!("{} {what}", id(&series[s])),
        touched: figures.map(id).chain([id(&series[s])]).collect(),
        series,
    }
}

/// Every digit becomes the next one.
fn digits(all: &Value, slips: &mut Vec<Slip>) {
    for place in figures(all) {
        let text = all[place.0]["observations"][place.1]["value"].to_string();
        for (at, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            // Leading nines and zeros after them would make another number of digits.
            let next = if digit == '9' {
                '8'
            } else {
                char::from(digit as u8 + 1)
            };
            let mut other = text.clone();
            other.replace_range(at..=at, &next.to_string());
            let value = number(&other).unwrap();
            slips.push(in_figure("a digit changed", all, place, &other, |f| {
                f["value"] = value;
            }));
        }
    }
}

/// The decimal point one place on, and digits turned round.
fn points(all: &Value, slips: &mut Vec<Slip>) {
    for place in figures(all) {
        let value = all[place.0]["observations"][place.1]["value"]
            .as_f64()
            .unwrap();
        for (factor, what) in [(10.0, "times ten"), (0.1, "a tenth")] {
            let moved = number(&format!("{}", (value * factor * 1e6).round() / 1e6)).unwrap();
            slips.push(in_figure("the point moved", all, place, what, |f| {
                f["value"] = moved;
            }));
        }
    }
}

fn scales(all: &Value, slips: &mut Vec<Slip>) {
    for (s, series) in all.as_array().unwrap().iter().enumerate() {
        if series["observations"].is_null() {
            continue;
        }
        let scale = series["scale"].as_i64().unwrap_or(0);
        for step in [3, -3] {
            let what = format!("10^{}", scale + step);
            slips.push(in_series(
                "scale off by a thousand",
                all,
                s,
                &what,
                |series| {
                    series["scale"] = (scale + step).into();
                },
            ));
        }
    }
}

/// Every year of a period one on and one back.
fn years(all: &Value, slips: &mut Vec<Slip>) {
    for place in figures(all) {
        let period = &all[place.0]["observations"][place.1]["period"];
        let Some(text) = period.as_str().or_else(|| period["edtf"].as_str()) else {
            continue;
        };
        for step in [1, -1] {
            let parts = text.split('/').map(|part| {
                let year: i32 = part[..4].parse().unwrap();
                format!("{}{}", year + step, &part[4..])
            });
            let other = parts.collect::<Vec<_>>().join("/");
            slips.push(in_figure(
                "year off by one",
                all,
                place,
                &other.clone(),
                |f| {
                    if f["period"].is_string() {
                        f["period"] = other.into();
                    } else {
                        f["period"]["edtf"] = other.into();
                    }
                },
            ));
        }
    }
}

/// A figure of one series put into another.
fn misfiled(kind: &'static str, all: &Value, from: &str, to: &str, slips: &mut Vec<Slip>) {
    let at = |name: &str| {
        all.as_array()
            .unwrap()
            .iter()
            .position(|s| id(s) == name)
            .unwrap()
    };
    let (from, to) = (at(from), at(to));
    for o in 0..all[from]["observations"].as_array().unwrap().len() {
        let mut series = all.clone();
        let figure = series[from]["observations"]
            .as_array_mut()
            .unwrap()
            .remove(o);
        let name = id(&figure);
        series[to]["observations"]
            .as_array_mut()
            .unwrap()
            .push(figure);
        if series[from]["observations"].as_array().unwrap().is_empty() {
            series.as_array_mut().unwrap().remove(from);
        }
        slips.push(Slip {
            kind,
            what: name.clone(),
            touched: vec![name],
            series,
        });
    }
}

fn flows(all: &Value, slips: &mut Vec<Slip>) {
    for (s, series) in all.as_array().unwrap().iter().enumerate() {
        let others: &[&str] = match series["flow"].as_str() {
            Some("exports") => &["imports"],
            Some("imports") => &["exports"],
            Some("total") => &["exports", "imports"],
            _ => continue,
        };
        for other in others {
            slips.push(in_series("exports as imports", all, s, other, |series| {
                series["flow"] = (*other).into();
            }));
        }
        if !series["partner"].is_null() && series["flow"] != "total" {
            slips.push(in_series("sides exchanged", all, s, "", |series| {
                let reporter = series["reporter"].take();
                series["reporter"] = series["partner"].take();
                series["partner"] = reporter;
            }));
        }
    }
}

fn units(all: &Value, slips: &mut Vec<Slip>) {
    for (s, series) in all.as_array().unwrap().iter().enumerate() {
        let Some(unit) = series["unit"].as_str() else {
            continue;
        };
        let other = match unit {
            "%" => "USD".to_owned(),
            _ if unit.starts_with("USD") => unit.replace("USD", "EUR"),
            _ => "%".to_owned(),
        };
        slips.push(in_series(
            "another unit",
            all,
            s,
            &other.clone(),
            |series| {
                series["unit"] = other.into();
            },
        ));
    }
}

/// Words that were lost: "forecast", and the minus that was never there.
fn words(all: &Value, slips: &mut Vec<Slip>) {
    for place in figures(all) {
        let series = &all[place.0];
        let figure = &series["observations"][place.1];
        if figure["status"] == "forecast" {
            slips.push(in_figure("forecast as reported", all, place, "", |f| {
                f["status"] = "reported".into();
            }));
        }
        if series["kind"] == "growth" {
            let value = number(&format!("-{}", figure["value"])).unwrap();
            slips.push(in_figure("a rise as a fall", all, place, "", |f| {
                f["value"] = value;
            }));
        }
    }
}

/// Every slip, by kind.
pub(crate) fn slips(all: &Value) -> Vec<Slip> {
    let mut slips = Vec::new();
    digits(all, &mut slips);
    points(all, &mut slips);
    scales(all, &mut slips);
    years(all, &mut slips);
    misfiled(
        "growth as level",
        all,
        "trade-growth",
        "trade-total",
        &mut slips,
    );
    misfiled("growth as level", all, "gdp-growth", "gdp-ppp", &mut slips);
    misfiled(
        "level as growth",
        all,
        "trade-total",
        "trade-growth",
        &mut slips,
    );
    misfiled("level as growth", all, "gdp-ppp", "gdp-growth", &mut slips);
    misfiled(
        "total as per head",
        all,
        "gdp-ppp",
        "gdp-per-head-ppp",
        &mut slips,
    );
    flows(all, &mut slips);
    units(all, &mut slips);
    words(all, &mut slips);
    slips
}
