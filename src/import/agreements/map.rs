//! Which column of a table is what.

use crate::dossier::nearest;
use crate::dossier::text::clean_line;
use crate::import::figure::is_missing;
use crate::import::table::{Row, plain};

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What an agreement is called.
    Title,
    /// All parties, or some of them.
    Parties,
    /// The one party that a row is about.
    Party,
    /// When it was signed.
    Signed,
    /// When it came into force.
    InForce,
    /// When it ends.
    Ends,
    /// What sort of instrument.
    Kind,
    /// Where it stands.
    Status,
    /// What it is about.
    Topic,
    /// What else is to be kept.
    Note,
}

impl Field {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Title, "title"),
        (Self::Parties, "parties"),
        (Self::Party, "party"),
        (Self::Signed, "signed"),
        (Self::InForce, "in_force"),
        (Self::Ends, "ends"),
        (Self::Kind, "kind"),
        (Self::Status, "status"),
        (Self::Topic, "topic"),
        (Self::Note, "note"),
    ];

    fn named(name: &str) -> Option<Self> {
        let name = name.trim().replace('-', "_");
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(field, _)| *field)
    }

    /// Its word on the command line.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, word)| word)
    }
}

/// One column and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// What it is.
    pub field: Field,
    /// Its name.
    pub column: String,
}

/// Why a text does not say which column is what. Names are as they were typed; the message shows them
/// clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// A column cannot be that.
    #[error("`{}` is none of {}{}", clean_line(.name), words(), did_you_mean(*.near))]
    UnknownField {
        /// What it was to be.
        name: String,
        /// The word that is most like it.
        near: Option<&'static str>,
    },
    /// Nothing behind the `=`.
    #[error("`{}` names no column", .0.word())]
    NoColumn(Field),
}

/// What a column can be, as the words that a map begins with.
pub fn words() -> String {
    Field::ALL.map(|(_, word)| word).join(", ")
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Reads `title=Name,signed=Date of Signature`. A comma before no field is part of a name.
///
/// # Errors
/// When it names something else than a field, or no column.
pub fn parse(text: &str) -> Result<Vec<Mapped>, MapError> {
    let mut found: Vec<Mapped> = Vec::new();
    for part in text.split(',') {
        let named = part
            .split_once('=')
            .map(|(name, column)| (Field::named(name), name, column));
        match (named, found.last_mut()) {
            (Some((Some(field), _, column)), _) => found.push(Mapped {
                field,
                column: column.trim().to_owned(),
            }),
            (None, Some(last)) => {
                last.column.push(',');
                last.column.push_str(part);
            }
            (Some((None, name, _)), _) => return Err(unknown(name)),
            (None, None) => return Err(unknown(part)),
        }
    }
    match found.iter().find(|mapped| mapped.column.is_empty()) {
        Some(mapped) => Err(MapError::NoColumn(mapped.field)),
        None => Ok(found),
    }
}

fn unknown(name: &str) -> MapError {
    let name = name.trim();
    MapError::UnknownField {
        name: name.to_owned(),
        near: nearest(name, Field::ALL.into_iter().map(|(_, word)| word)),
    }
}

/// Why a table does not have the columns of a map. Names are as they were typed or printed; the
/// message shows them clean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ColumnsError {
    /// No column, or more than one, is to be the title.
    #[error(
        "one column must be the title: --map title=…; to a list of the parties of one agreement, add a column with its title in each row first"
    )]
    OneTitle,
    /// No column is to hold a party.
    #[error(
        "a column must hold the parties: --map parties=… (all of them) or party=… (one a row); where only titles name them, add such a column to the table first"
    )]
    NoParties,
    /// Both layouts at once.
    #[error("either `parties` (all of them) or one `party` (one a row)")]
    TwoLayouts,
    /// The header has no such column.
    #[error("no column is called `{}`: {}", clean_line(.name), instead(.near.as_deref(), .head))]
    Unknown {
        /// The name on the command line.
        name: String,
        /// The column that is most like it.
        near: Option<String>,
        /// All columns.
        head: Vec<String>,
    },
    /// The header has several of that name.
    #[error("several columns are called `{}`", clean_line(.name))]
    Several {
        /// The name on the command line.
        name: String,
    },
}

impl ColumnsError {
    /// The column that it is about, if it is one of the header.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Unknown { near, .. } => near.as_deref(),
            Self::Several { name } => Some(name),
            _ => None,
        }
    }
}

/// Names between backticks: one may have commas of its own.
pub(super) fn quoted(names: &[String]) -> String {
    let all: Vec<_> = names
        .iter()
        .map(|name| format!("`{}`", clean_line(name)))
        .collect();
    all.join(", ")
}

fn instead(near: Option<&str>, head: &[String]) -> String {
    match near {
        Some(near) => format!("did you mean `{}`?", clean_line(near)),
        None => format!("the columns are {}", quoted(head)),
    }
}

/// The map of a table whose columns are called as the fields are; none unless it has a title and parties.
pub(super) fn own(head: &[&str]) -> Option<Vec<Mapped>> {
    let named = head.iter().filter_map(|name| {
        let field = Field::named(&name.to_lowercase().replace(' ', "_"))?;
        let column = (*name).to_owned();
        Some(Mapped { field, column })
    });
    let map: Vec<_> = named.collect();
    let columns: Vec<_> = head.iter().map(|name| (*name).to_owned()).collect();
    Columns::find(&map, &columns).is_ok().then_some(map)
}

/// The columns of a table by what they are.
#[derive(Clone, Debug)]
pub(super) struct Columns(Vec<(Field, usize, String)>);

impl Columns {
    /// Finds the columns of a map in a header.
    pub(super) fn find(map: &[Mapped], head: &[String]) -> Result<Self, ColumnsError> {
        let mut found = Vec::new();
        for mapped in map {
            let at = column(&mapped.column, head)?;
            found.push((mapped.field, at, head[at].clone()));
        }
        let columns = Self(found);
        if columns.of(Field::Title).len() != 1 {
            return Err(ColumnsError::OneTitle);
        }
        match (
            columns.of(Field::Parties).len(),
            columns.of(Field::Party).len(),
        ) {
            (0, 0) => Err(ColumnsError::NoParties),
            (0, 1) | (1.., 0) => Ok(columns),
            _ => Err(ColumnsError::TwoLayouts),
        }
    }

    /// The columns that are `field`.
    pub(super) fn of(&self, field: Field) -> Vec<usize> {
        let such = self.0.iter().filter(|(known, ..)| *known == field);
        such.map(|(_, at, _)| *at).collect()
    }

    /// The first of them.
    pub(super) fn first(&self, field: Field) -> Option<usize> {
        self.of(field).first().copied()
    }

    /// The names of the columns that no field is read from and that hold something in a row.
    pub(super) fn left_out<'r>(
        &'r self,
        head: &'r [String],
        row: &'r Row<'_>,
    ) -> impl Iterator<Item = String> + 'r {
        let is_read = |at: usize| self.0.iter().any(|(_, own, _)| *own == at);
        let others = head.iter().enumerate().filter(move |(at, _)| !is_read(*at));
        let filled = others.filter(|(at, _)| !is_missing(row.get(Some(*at))));
        filled.map(|(at, name)| match name.trim() {
            "" => format!("column {} (no name)", at + 1),
            name => name.to_owned(),
        })
    }

    /// What the columns of dates hold.
    pub(super) fn dates<'r>(&self, row: &'r Row<'_>) -> Vec<&'r str> {
        let fields = [Field::Signed, Field::InForce, Field::Ends];
        let columns = fields.into_iter().flat_map(|field| self.of(field));
        columns
            .map(|at| row.get(Some(at)))
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// What is to be kept as a note: the name of the column, and its text.
    pub(super) fn notes(&self, row: &Row<'_>) -> Vec<String> {
        let such = self.0.iter().filter(|(field, ..)| *field == Field::Note);
        let noted = such
            .map(|(_, at, name)| (name, row.get(Some(*at))))
            .filter(|(_, text)| !is_missing(text));
        noted
            .map(|(name, text)| format!("{name}: {text}"))
            .collect()
    }
}

/// The column of that name, in any spelling of it.
fn column(name: &str, head: &[String]) -> Result<usize, ColumnsError> {
    let exact: Vec<_> = (0..head.len()).filter(|at| head[*at] == name).collect();
    let alike: Vec<_> = (0..head.len())
        .filter(|at| plain(&head[*at]) == plain(name))
        .collect();
    match (exact.as_slice(), alike.as_slice()) {
        ([at], _) | ([], [at]) => Ok(*at),
        ([], []) => Err(ColumnsError::Unknown {
            name: name.to_owned(),
            near: nearest(name, head.iter().map(String::as_str)).map(ToOwned::to_owned),
            head: head.to_vec(),
        }),
        _ => Err(ColumnsError::Several {
            name: name.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_names_columns() {
        let map =
            parse("title=Name, of it,signed=Date.of.Signature,in-force=Force").expect("a map");
        let read: Vec<_> = map.iter().map(|m| (m.field, m.column.as_str())).collect();
        assert_eq!(
            read,
            [
                (Field::Title, "Name, of it"),
                (Field::Signed, "Date.of.Signature"),
                (Field::InForce, "Force")
            ]
        );
        for (text, message) in [
            (
                "titel=Name",
                "`titel` is none of title, parties, party, signed, in_force, ends, kind, status, topic, note; did you mean `title`?",
            ),
            ("Name", "`Name` is none of"),
            ("title=", "`title` names no column"),
        ] {
            let error = parse(text).expect_err(text).to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }

    #[test]
    fn names_with_commas_are_told_apart() {
        let names = ["Accession(a), Succession(d)", "Title"].map(str::to_owned);
        assert_eq!(quoted(&names), "`Accession(a), Succession(d)`, `Title`");
    }

    #[test]
    fn columns_that_are_called_as_fields_need_no_map() {
        let own = |head: &[&str]| own(head).map(|map| map.len());
        assert_eq!(own(&["id", "Title", "parties", "In force"]), Some(3));
        assert_eq!(own(&["title", "party", "signed"]), Some(3));
        assert_eq!(own(&["title", "signed"]), None);
        assert_eq!(own(&["Treaty", "parties"]), None);
    }

    #[test]
    fn a_column_is_found_in_any_spelling_and_missed_with_the_nearest() {
        let head =
            ["Treaty Name", "Date of Signature", "Country A", "Country B"].map(ToOwned::to_owned);
        let find = |map: &str| Columns::find(&parse(map).expect("a map"), &head);
        let columns =
            find("title=treaty.name,signed=DATE OF SIGNATURE,parties=Country A,parties=Country B");
        let columns = columns.expect("columns");
        assert_eq!(
            (columns.first(Field::Title), columns.of(Field::Parties)),
            (Some(0), vec![2, 3])
        );
        for (map, message) in [
            (
                "title=Treaty Nam,parties=Country A",
                "no column is called `Treaty Nam`: did you mean `Treaty Name`?",
            ),
            ("title=Treaty Name", "a column must hold the parties"),
            ("parties=Country A", "one column must be the title"),
            (
                "title=Treaty Name,parties=Country A,party=Country B",
                "either",
            ),
        ] {
            let error = find(map).expect_err(map).to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
