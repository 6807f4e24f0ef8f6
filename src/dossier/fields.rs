//! The table of fields: for each kind of record, every field once, with its name, help, type and
//! getter. Pages, tables, the options and templates of `add`, the descriptions of the schema, imports
//! and the searched text are read from it. A kind's rows stand in its own file, below its struct.

use super::relation::Relation;
use super::value::Value;

/// What a field is, apart from its value.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// Its name in the files.
    pub name: &'static str,
    /// What it means, in a few words, without a full stop.
    pub help: &'static str,
    /// What it holds.
    pub kind: Type,
    /// What a page puts before it, where that is not its name.
    label: Option<&'static str>,
    /// Its column in tables, where that is not its name.
    column: Option<&'static str>,
    /// How `bilat add` is given it; none where only a template can.
    pub option: Option<CliOption>,
    /// How a page shows it.
    pub on_page: OnPage,
    /// Whether a search looks at it.
    pub searched: bool,
    /// Whether every record has it.
    pub required: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Text.
    Text,
    /// Several texts.
    Texts,
    /// One of these words.
    Words(&'static [&'static str]),
    /// True or false; also `unknown`, where the source may not say.
    Flag {
        /// Whether it can be `unknown`.
        unknown: bool,
    },
    /// A whole number.
    Integer,
    /// The power of ten of printed figures.
    Scale,
    /// A number with the digits that were printed.
    Number,
    /// An EDTF date.
    Date,
    /// A country's code (ISO 3166-1 alpha-3).
    Country,
    /// The id of another record.
    Link(Relation),
    /// Ids of other records.
    Links(Relation),
    /// A country's code or the id of a record.
    Actor(Relation),
    /// Codes and ids.
    Actors(Relation),
    /// Topics of the dossier.
    Topics,
    /// Passages.
    Evidence,
    /// An object with fields of its own.
    Part(Parts),
    /// A list of such objects.
    Parts(Parts),
}

/// The fields of the objects inside a record.
pub type Parts = fn() -> Vec<Info>;

/// How a page shows a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPage {
    /// Label and value; objects one a line, with a link to whom they name.
    Row,
    /// As running text, without a label.
    Body,
    /// Each object below this heading, a line a field.
    Headed(&'static str),
    /// All objects below this heading, a line an object.
    Listed(&'static str),
    /// Not at all: the title says it, or the page has a part of its own for it.
    Hidden,
}

/// An option of `bilat add`.
#[derive(Clone, Copy, Debug)]
pub struct CliOption {
    /// Its name, where that is not the field's.
    long: Option<&'static str>,
    /// What stands for its value in the help, where the type does not say.
    pub value: Option<&'static str>,
    /// What it is without being given.
    pub default: Option<&'static str>,
    /// Its date is the one that `--why` explains.
    pub explained: bool,
    /// What the help says of it, where that is not what the field means.
    help: Option<&'static str>,
}

impl Info {
    /// A field of that name.
    pub const fn new(name: &'static str, help: &'static str, kind: Type) -> Self {
        let option = CliOption {
            long: None,
            value: None,
            default: None,
            explained: false,
            help: None,
        };
        let given = !matches!(
            kind,
            Type::Part(_) | Type::Parts(_) | Type::Evidence | Type::Topics
        );
        Self {
            name,
            help,
            kind,
            label: None,
            column: None,
            option: if given { Some(option) } else { None },
            on_page: OnPage::Row,
            searched: false,
            required: false,
        }
    }

    /// What a page puts before it: the words of the relation, or its name.
    pub fn label(&self) -> String {
        let relation = self.relation().map(Relation::forward);
        let label = self.label.or(relation);
        label.map_or_else(|| self.name.replace('_', " "), str::to_owned)
    }

    /// Its column in tables.
    pub fn column(&self) -> &'static str {
        self.column.unwrap_or(self.name)
    }

    /// The name of its option.
    pub fn long(&self) -> Option<String> {
        let option = self.option?;
        let name = option.long.unwrap_or(self.name);
        Some(name.to_lowercase().replace('_', "-"))
    }

    /// What the help of its option says.
    pub fn option_help(&self) -> &'static str {
        let own = self.option.and_then(|option| option.help);
        own.unwrap_or(self.help)
    }

    /// What it means, with a full stop unless an ellipsis ends it.
    pub fn sentence(&self) -> String {
        let stop = if self.help.ends_with('…') { "" } else { "." };
        format!("{}{stop}", self.help)
    }

    /// How it points at other records, if it does.
    pub fn relation(&self) -> Option<Relation> {
        match self.kind {
            Type::Link(relation)
            | Type::Links(relation)
            | Type::Actor(relation)
            | Type::Actors(relation) => Some(relation),
            _ => None,
        }
    }

    /// The fields of the objects that it holds.
    pub fn parts(&self) -> Option<Vec<Self>> {
        match self.kind {
            Type::Part(parts) | Type::Parts(parts) => Some(parts()),
            _ => None,
        }
    }
}

/// A field of `R`, with its getter.
#[derive(Debug)]
#[must_use]
pub struct Field<R> {
    /// What it is.
    pub info: Info,
    /// Its value in a record.
    pub get: for<'a> fn(&'a R) -> Value<'a>,
}

impl<R> Field<R> {
    /// A field of any type.
    pub const fn new(
        name: &'static str,
        kind: Type,
        help: &'static str,
        get: for<'a> fn(&'a R) -> Value<'a>,
    ) -> Self {
        Self {
            info: Info::new(name, help, kind),
            get,
        }
    }

    /// What a page puts before it.
    pub const fn label(mut self, label: &'static str) -> Self {
        self.info.label = Some(label);
        self
    }

    /// Its column in tables.
    pub const fn column(mut self, column: &'static str) -> Self {
        self.info.column = Some(column);
        self
    }

    /// How a page shows it.
    pub const fn on_page(mut self, on_page: OnPage) -> Self {
        self.info.on_page = on_page;
        self
    }

    /// A search looks at it.
    pub const fn searched(mut self) -> Self {
        self.info.searched = true;
        self
    }

    /// Every record has it.
    pub const fn required(mut self) -> Self {
        self.info.required = true;
        self
    }

    /// The name of its option, and what stands there for its value.
    pub const fn option(mut self, long: &'static str, value: Option<&'static str>) -> Self {
        self.info.option = Some(CliOption {
            long: Some(long),
            value,
            default: None,
            explained: false,
            help: None,
        });
        self
    }

    /// What the help of its option says.
    pub const fn option_help(mut self, help: &'static str) -> Self {
        if let Some(option) = &mut self.info.option {
            option.help = Some(help);
        }
        self
    }

    /// It has no option: only a template can give it.
    pub const fn no_option(mut self) -> Self {
        self.info.option = None;
        self
    }

    /// What it is where the option is not given.
    pub const fn default(mut self, word: &'static str) -> Self {
        if let Some(option) = &mut self.info.option {
            option.default = Some(word);
        }
        self
    }

    /// Its date is the one that `--why` explains.
    pub const fn explained(mut self) -> Self {
        if let Some(option) = &mut self.info.option {
            option.explained = true;
        }
        self
    }
}

/// What the fields of `table` are.
pub fn infos<R>(table: &[Field<R>]) -> Vec<Info> {
    table.iter().map(|field| field.info).collect()
}

/// The objects inside a record as values, in the order of `table`.
pub fn parts<'a, R: 'a>(table: &[Field<R>], objects: impl IntoIterator<Item = &'a R>) -> Value<'a> {
    let object = |object| table.iter().map(|field| (field.get)(object)).collect();
    Value::Parts(objects.into_iter().map(object).collect())
}
