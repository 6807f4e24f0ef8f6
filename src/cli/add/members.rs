//! What the options of a command line say of a record, as the members of its JSON.

use serde::Serialize;
use serde_json::json;

use crate::dossier::about::About;
use crate::dossier::{Code, Date, Id, Number};

/// Name and JSON of each member that was given, in the order of the record.
#[derive(Debug, Default)]
pub(in crate::cli::add) struct Members(Vec<(&'static str, String)>);

impl Members {
    /// A string, where there is one.
    pub(in crate::cli::add) fn text(
        &mut self,
        name: &'static str,
        text: Option<&String>,
    ) -> &mut Self {
        self.put(name, text)
    }

    /// A date, which was not printed where there is a reason for it.
    pub(in crate::cli::add) fn date(
        &mut self,
        name: &'static str,
        date: Option<&String>,
        why: Option<&String>,
    ) -> &mut Self {
        let date = date.map(|date| match why {
            Some(why) => json!({"edtf": date, "basis": "inferred", "why": why}),
            None => json!(date),
        });
        self.put(name, date)
    }

    /// Strings, where there are any.
    pub(in crate::cli::add) fn list(&mut self, name: &'static str, texts: &[String]) -> &mut Self {
        self.put(name, (!texts.is_empty()).then_some(texts))
    }

    /// Whatever else, where there is something.
    pub(in crate::cli::add) fn put<T: Serialize>(
        &mut self,
        name: &'static str,
        value: Option<T>,
    ) -> &mut Self {
        if let Some(json) = value.and_then(|value| serde_json::to_string(&value).ok()) {
            self.0.push((name, json));
        }
        self
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

    /// A template with these filled in. Each member of it stands on a line of its own.
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

/// `WHO=AS WHAT`, or `WHO` alone.
pub(in crate::cli::add) fn pairs(
    texts: &[String],
    names: [&str; 2],
) -> Option<Vec<serde_json::Value>> {
    let pair = |text: &String| match text.split_once('=') {
        Some((who, role)) => json!({names[0]: who.trim(), names[1]: role.trim()}),
        None => json!({names[0]: text.trim()}),
    };
    (!texts.is_empty()).then(|| texts.iter().map(pair).collect())
}

/// Parties, each for the side that it is, or that is named behind `=`.
pub(in crate::cli::add) fn parties(
    texts: &[String],
    about: &About,
) -> Option<Vec<serde_json::Value>> {
    let known = |code: &str| {
        Code::parse(code).is_some_and(|code| about.sides.iter().any(|side| side.code == code))
    };
    let mut parties = pairs(texts, ["party", "side"])?;
    for party in &mut parties {
        let itself = party["party"].as_str().filter(|code| known(code));
        if party["side"].is_null()
            && let Some(side) = itself.map(ToOwned::to_owned)
        {
            party["side"] = side.into();
        }
    }
    Some(parties)
}

/// Checks a date while the command line is read.
pub(in crate::cli::add) fn date(text: &str) -> Result<String, String> {
    Date::parse(text).map(|_| text.to_owned())
}

/// Checks an id while the command line is read.
pub(in crate::cli::add) fn id(text: &str) -> Result<String, String> {
    Id::new(text).map(|_| text.to_owned())
}

/// Checks a country's code while the command line is read.
pub(in crate::cli::add) fn code(text: &str) -> Result<String, String> {
    let wrong = || "expected three capital letters of ISO 3166-1, such as LAO".to_owned();
    Code::parse(text).map(|_| text.to_owned()).ok_or_else(wrong)
}

/// Reads a figure as printed.
pub(in crate::cli::add) fn number(text: &str) -> Result<Number, String> {
    Number::parse(text)
}
