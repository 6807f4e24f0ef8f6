//! The settings of a person: `config.toml` in the folder for settings. What the file says is returned with
//! its places, so that whoever knows themes and keys can say where a wrong one is.

use std::fmt::Display;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::environment;
use super::files::{self, ReadError};
use super::path::shown;
use crate::dossier::text::clean_line;

/// A larger file, in bytes, is no settings.
const MAX_BYTES: u64 = 1_000_000;

/// What can be set.
const NAMES: &str = "theme, mouse, sources and [keys]";

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is not UTF-8.
    #[error("{}: not UTF-8; save it as UTF-8", shown(.0))]
    NotText(PathBuf),
    /// Something in it is wrong.
    #[error("{}:{line}:{column}: {message}", shown(.path))]
    Wrong {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What, and what to do.
        message: String,
    },
}

/// Something that is set, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T> {
    /// What it is set to.
    pub value: T,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A name of a binding, and the keys that it is set to.
pub type Bound = (Set<String>, Vec<Set<String>>);

/// What is set; nothing where there is no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The file.
    pub path: PathBuf,
    /// The name of a theme.
    pub theme: Option<Set<String>>,
    /// Use the mouse.
    pub mouse: Option<bool>,
    /// The folder of the texts of sources.
    pub sources: Option<PathBuf>,
    /// Names of actions in the order of the file, each with the keys that it gets.
    pub keys: Vec<Bound>,
}

impl Settings {
    /// Those of the person; none where the environment names no folder for them.
    ///
    /// # Errors
    /// When there is a file that cannot be read, or something in it is wrong.
    pub fn load() -> Result<Self, SettingsError> {
        let Some(folder) = environment::settings_folder() else {
            return Ok(Self::default());
        };
        Self::of(&folder.join("config.toml"))
    }

    /// Those of a file.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn of(path: &Path) -> Result<Self, SettingsError> {
        let Some(bytes) = files::bytes(path, MAX_BYTES)? else {
            return Ok(Self::default());
        };
        let text = String::from_utf8(bytes).map_err(|_| SettingsError::NotText(path.to_owned()))?;
        File { path, text: &text }.read()
    }

    /// That something which is set is wrong.
    pub fn wrong<T>(&self, set: &Set<T>, message: impl Display) -> SettingsError {
        SettingsError::Wrong {
            path: self.path.clone(),
            line: set.line,
            column: set.column,
            message: message.to_string(),
        }
    }
}

/// A file that is being read.
struct File<'a> {
    path: &'a Path,
    text: &'a str,
}

/// A value, and where it is.
type Place<'a, 'b> = (&'a DeValue<'b>, Range<usize>);

impl File<'_> {
    fn read(&self) -> Result<Settings, SettingsError> {
        let table =
            DeTable::parse(self.text).map_err(|error| self.wrong(error.span(), error.message()))?;
        let mut settings = Settings {
            path: self.path.to_owned(),
            ..Settings::default()
        };
        for (name, place) in rows(table.get_ref()) {
            let value = (place.get_ref(), place.span());
            match &**name.get_ref() {
                "theme" => settings.theme = Some(self.text("theme", &value)?),
                "mouse" => settings.mouse = Some(self.switch("mouse", &value)?),
                "sources" => settings.sources = Some(self.folder(&value)?),
                "keys" => settings.keys = self.keys(&value)?,
                other => {
                    let other = clean_line(other);
                    let message = format!("unknown setting `{other}`; there are {NAMES}");
                    return Err(self.wrong(Some(name.span()), &message));
                }
            }
        }
        Ok(settings)
    }

    fn text(
        &self,
        name: &str,
        (value, span): &Place<'_, '_>,
    ) -> Result<Set<String>, SettingsError> {
        match value {
            DeValue::String(text) => Ok(self.set(text.to_string(), span)),
            _ => Err(self.wrong(Some(span.clone()), &format!("`{name}` is a text in quotes"))),
        }
    }

    fn switch(&self, name: &str, (value, span): &Place<'_, '_>) -> Result<bool, SettingsError> {
        match value {
            DeValue::Boolean(on) => Ok(*on),
            _ => Err(self.wrong(Some(span.clone()), &format!("`{name}` is true or false"))),
        }
    }

    /// A path: from the root, from `~`, or from the folder of the file.
    fn folder(&self, value: &Place<'_, '_>) -> Result<PathBuf, SettingsError> {
        let text = self.text("sources", value)?.value;
        let home = text.strip_prefix("~/").zip(environment::home());
        let path = match home {
            Some((rest, home)) => home.join(rest),
            None => self.path.parent().unwrap_or(self.path).join(&text),
        };
        if path.is_dir() {
            return Ok(path);
        }
        let message = format!("`sources`: there is no folder {}", shown(&path));
        Err(self.wrong(Some(value.1.clone()), &message))
    }

    fn keys(&self, (value, span): &Place<'_, '_>) -> Result<Vec<Bound>, SettingsError> {
        let DeValue::Table(table) = value else {
            let message = "`keys` is a table: [keys], then lines such as quit = \"Q\"";
            return Err(self.wrong(Some(span.clone()), message));
        };
        let each = rows(table).into_iter().map(|(name, place)| {
            let entries = match place.get_ref() {
                DeValue::Array(keys) => {
                    keys.iter().map(|key| (key.get_ref(), key.span())).collect()
                }
                one => vec![(one, place.span())],
            };
            let keys: Result<Vec<_>, _> =
                entries.iter().map(|key| self.text("keys", key)).collect();
            Ok((self.set(name.get_ref().to_string(), &name.span()), keys?))
        });
        each.collect()
    }

    fn set<T>(&self, value: T, span: &Range<usize>) -> Set<T> {
        let (line, column) = self.place(span.start);
        Set {
            value,
            line,
            column,
        }
    }

    /// Line and column of a byte, from 1.
    fn place(&self, at: usize) -> (usize, usize) {
        let before = &self.text[..self.text.floor_char_boundary(at)];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        (line, before[start..].chars().count() + 1)
    }

    fn wrong(&self, span: Option<Range<usize>>, message: &str) -> SettingsError {
        let (line, column) = self.place(span.map_or(0, |span| span.start));
        SettingsError::Wrong {
            path: self.path.to_owned(),
            line,
            column,
            message: clean_line(message),
        }
    }
}

/// The rows of a table in the order of the file.
fn rows<'a, 'b>(
    table: &'a DeTable<'b>,
) -> Vec<(
    &'a toml::Spanned<toml::de::DeString<'b>>,
    &'a toml::Spanned<DeValue<'b>>,
)> {
    let mut rows: Vec<_> = table.iter().collect();
    rows.sort_by_key(|(name, _)| name.span().start);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let path = Path::new("/config.toml");
        File { path, text }.read()
    }

    #[test]
    fn every_setting_is_read_with_its_place() {
        let text = "theme = \"dark\"\nmouse = true\nsources = \"/\"\n[keys]\nzoom = [\"Z\", \"<f5>\"]\nmark = \"x\"\n";
        let settings = read(text).expect("settings");
        let theme = settings.theme.expect("a theme");
        assert_eq!((&*theme.value, theme.line, theme.column), ("dark", 1, 9));
        assert_eq!(settings.mouse, Some(true));
        assert_eq!(settings.sources, Some(PathBuf::from("/")));
        let named = |(name, keys): &Bound| (name.value.clone(), keys.len());
        let keys: Vec<_> = settings.keys.iter().map(named).collect();
        let expected = [("zoom".to_owned(), 2), ("mark".to_owned(), 1)];
        assert_eq!(keys, expected);
        assert_eq!(
            read("").expect("nothing"),
            Settings {
                path: "/config.toml".into(),
                ..Settings::default()
            }
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, said) in [
            (
                "them = \"dark\"",
                "/config.toml:1:1: unknown setting `them`",
            ),
            (
                "\n\n  mouse = 1",
                "/config.toml:3:11: `mouse` is true or false",
            ),
            ("theme = dark", "/config.toml:1:9: "),
            ("theme = [\"dark\"]", "/config.toml:1:9: `theme` is a text"),
            ("theme = \"a\"\ntheme = \"b\"", "/config.toml:2:1: "),
            (
                "sources = \"/nowhere/at/all\"",
                "there is no folder /nowhere/at/all",
            ),
            ("keys = \"x\"", "/config.toml:1:8: `keys` is a table"),
            ("[keys]\nzoom = 1", "/config.toml:2:8: `keys` is a text"),
            ("[keys", "/config.toml:1:"),
        ] {
            let message = read(text).expect_err(text).to_string();
            assert!(message.contains(said), "{text}: {message}");
        }
    }
}
