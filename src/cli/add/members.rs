//! What the options of a command line say of a record, as the members of its JSON.

use serde_json::{Map, Value, json};

use crate::dossier::about::About;
use crate::dossier::fields::{Info, Type};
use crate::dossier::{Code, Number};

/// Name and JSON of each member that was given, in the order of the record.
#[derive(Debug, Default)]
pub(in crate::cli::add) struct Members(Vec<(&'static str, String)>);

impl Members {
    /// The values of a field; of a date that was not printed, why it is what it is.
    pub(in crate::cli::add) fn put_field(
        &mut self,
        info: &Info,
        values: &[String],
        why: Option<&String>,
        about: &About,
    ) {
        let json = match (info.parts(), values, why) {
            (Some(parts), ..) => Some(objects(info, &parts, values, about).to_string()),
            (None, [date, ..], Some(why)) => {
                let (date, why) = (json!(date), json!(why));
                Some(format!(
                    r#"{{ "edtf": {date}, "basis": "inferred", "why": {why} }}"#
                ))
            }
            _ => written(info.kind, values),
        };
        self.0.extend(json.map(|json| (info.name, json)));
    }

    /// A member of the object `name`.
    pub(in crate::cli::add) fn put_within(
        &mut self,
        name: &'static str,
        info: &Info,
        values: &[String],
    ) {
        let Some(value) = written(info.kind, values) else {
            return;
        };
        let member = format!("\"{}\": {value}", info.name);
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, object)) => {
                object.truncate(object.len() - 1);
                object.extend([", ", &member, "}"]);
            }
            None => self.0.push((name, format!("{{{member}}}"))),
        }
    }

    /// The passage that the record is based on; what is not given stays open in a template.
    pub(in crate::cli::add) fn put_passage(
        &mut self,
        source: Option<&str>,
        paragraph: Option<u32>,
        exact: &[String],
    ) {
        if source.is_none() && paragraph.is_none() && exact.is_empty() {
            return;
        }
        let exact = match exact {
            [] => json!(""),
            [one] => json!(one),
            runs => json!(runs),
        };
        let (source, paragraph) = (json!(source.unwrap_or_default()), json!(paragraph));
        self.0.push((
            "evidence",
            format!(r#"[{{ "source": {source}, "paragraph": {paragraph}, "exact": {exact} }}]"#),
        ));
    }

    /// The words that are quoted: those of the passage, or else the first paragraph of speech.
    pub(in crate::cli::add) fn words(&self, exact: &[String]) -> Vec<String> {
        let text = self
            .0
            .iter()
            .find(|(name, _)| *name == "text")
            .and_then(|(_, json)| serde_json::from_str::<String>(json).ok());
        match exact {
            [] => text
                .iter()
                .filter_map(|text| text.lines().next())
                .map(str::to_owned)
                .collect(),
            exact => exact.to_vec(),
        }
    }

    /// A member that is JSON already.
    pub(in crate::cli::add) fn put(&mut self, name: &'static str, value: Option<Value>) {
        self.0.extend(value.map(|value| (name, value.to_string())));
    }

    /// A record of these alone.
    pub(in crate::cli::add) fn record(&self) -> String {
        let members: Vec<_> = self
            .0
            .iter()
            .map(|(name, json)| format!("  \"{name}\": {json}"))
            .collect();
        format!("{{\n{}\n}}\n", members.join(",\n"))
    }

    /// A template with these filled in. Each member of it is on a line of its own.
    pub(in crate::cli::add) fn fill(&self, template: &str) -> String {
        let line = |line: &str| {
            let given = self.0.iter().find_map(|(name, json)| {
                let head = format!("  \"{name}\": ");
                let rest = line.strip_prefix(&head)?;
                let comma = if rest.ends_with(',') { "," } else { "" };
                Some(format!("{head}{json}{comma}"))
            });
            given.unwrap_or_else(|| line.to_owned()) + "\n"
        };
        template.lines().map(line).collect()
    }
}

/// The values of a field as JSON.
fn written(kind: Type, values: &[String]) -> Option<String> {
    let first = values.first()?;
    Some(match kind {
        Type::Texts | Type::Links(_) | Type::Actors(_) => json!(values).to_string(),
        // The option has checked them.
        Type::Integer | Type::Scale => first.clone(),
        Type::Number => serde_json::to_string(&Number::parse(first).ok()?).ok()?,
        Type::Flag { .. } => match first.as_str() {
            "yes" => json!(true),
            "no" => json!(false),
            word => json!(word),
        }
        .to_string(),
        _ => json!(first).to_string(),
    })
}

/// `FIRST[=SECOND][,FIELD=VALUE]…`, an object each.
fn objects(info: &Info, parts: &[Info], values: &[String], about: &About) -> Value {
    let object = |text: &String| {
        let mut object = Map::new();
        for (at, piece) in pieces(parts, text).into_iter().enumerate() {
            let (name, value) = match piece.split_once('=') {
                Some((who, second)) if at == 0 => {
                    object.insert(parts[1].name.to_owned(), json!(second.trim()));
                    (parts[0].name, who)
                }
                Some((name, value)) if at > 0 => (name.trim(), value),
                _ => (parts[0].name, piece.as_str()),
            };
            object.insert(name.to_owned(), json!(value.trim()));
        }
        if info.name == "parties" {
            acts_for_itself(&mut object, about);
        }
        Value::Object(object)
    };
    values.iter().map(object).collect()
}

/// A text cut at the commas behind which another field of the object begins.
fn pieces(parts: &[Info], text: &str) -> Vec<String> {
    let begins = |piece: &str| {
        let name = piece.split_once('=').map(|(name, _)| name.trim());
        parts.iter().any(|part| Some(part.name) == name)
    };
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split(',') {
        match pieces.last_mut().filter(|_| !begins(piece)) {
            Some(last) => last.extend([",", piece]),
            None => pieces.push(piece.to_owned()),
        }
    }
    pieces
}

/// A party that is one of the two sides acts for itself.
fn acts_for_itself(party: &mut Map<String, Value>, about: &About) {
    let code = party.get("party").and_then(Value::as_str);
    let is_side = code.and_then(Code::parse).is_some_and(|code| {
        let mut sides = about.sides.iter();
        sides.any(|side| side.code == code)
    });
    if is_side && !party.contains_key("side") {
        let side = party["party"].clone();
        party.insert("side".to_owned(), side);
    }
}
