//! What every record has in common: a name, its evidence, its topics, and the fields of its kind.

use std::ops::Deref;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::evidence::Evidence;
use super::fields::{Field, Info, OnPage, Type};
use super::id::Id;
use super::kind::Kind;
use super::order::Key;
use super::text::Text;
use super::value::Value;

/// Called once for each id that a record points at, with the field that it stands in.
pub type See<'a> = dyn FnMut(&Info, &Id) + 'a;

/// What can be asked of a record without knowing its kind.
pub trait Record {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// Its name.
    fn id(&self) -> &Id;
    /// The passages that support it.
    fn evidence(&self) -> &[Evidence];
    /// Its topics.
    fn topics(&self) -> &[Id];
    /// The compiler's note.
    fn note(&self) -> Option<&Text>;
    /// Where it belongs in its file.
    fn key(&self) -> Key;
    /// Its fields in the order of the table, each with its value.
    fn values(&self) -> Vec<(Info, Value<'_>)>;
    /// As its file has it.
    ///
    /// # Errors
    /// When it cannot be written as JSON; the records of this format all can.
    fn json(&self) -> serde_json::Result<Box<RawValue>>;

    /// The value of a field; none where the kind has no such field.
    fn value(&self, name: &str) -> Value<'_>;

    /// Every record that it points at, but for evidence and topics.
    fn references(&self, see: &mut See<'_>) {
        for (info, value) in self.values() {
            pointed(&info, &value, see);
        }
    }

    /// Its own evidence and that of the objects inside it.
    fn all_evidence(&self) -> Vec<&Evidence> {
        let inner = self
            .inner_evidence()
            .into_iter()
            .map(|(_, passage)| passage);
        self.evidence().iter().chain(inner).collect()
    }

    /// The evidence of the objects inside it, each with the field that holds the object.
    fn inner_evidence(&self) -> Vec<(Info, &Evidence)> {
        let mut found = Vec::new();
        for (info, value) in self.values() {
            if let Value::Parts(objects) = value {
                for value in objects.into_iter().flatten() {
                    if let Value::Evidence(passages) = value {
                        found.extend(passages.iter().map(|passage| (info, passage)));
                    }
                }
            }
        }
        found
    }
}

fn pointed(info: &Info, value: &Value<'_>, see: &mut See<'_>) {
    if info.relation().is_some() {
        value.each(&mut |value| {
            if let Some(id) = value.id() {
                see(info, id);
            }
        });
    }
    if let (Some(parts), Value::Parts(objects)) = (info.parts(), value) {
        for object in objects {
            for (info, value) in parts.iter().zip(object) {
                pointed(info, value, see);
            }
        }
    }
}

/// The rows that end every table.
impl<R: Record> Field<R> {
    /// The topics of a record.
    pub const fn topics() -> Self {
        Self::new("topics", Type::Topics, "Topics of the dossier", |record| {
            Value::Topics(record.topics())
        })
    }

    /// The evidence of a record.
    pub const fn evidence() -> Self {
        Self::new(
            "evidence",
            Type::Evidence,
            "Passages that support it",
            |record| Value::Evidence(record.evidence()),
        )
        .on_page(OnPage::Hidden)
    }

    /// The compiler's note.
    pub const fn note() -> Self {
        Self::new("note", Type::Text, "Note by the compiler", |record| {
            record.note().into()
        })
        // It has one option for all kinds.
        .no_option()
    }
}

/// A kind of record.
pub trait Typed: Record + Clone + Serialize + DeserializeOwned + 'static {
    /// Which one.
    const KIND: Kind;
    /// Its fields.
    const FIELDS: &'static [Field<Self>];
}

/// A record of any kind: kept in memory, or a quote that was read for it.
pub enum Any<'a> {
    /// Kept in memory.
    Kept(&'a dyn Record),
    /// Read from its file.
    Read(Box<dyn Record>),
}

impl<'a> Deref for Any<'a> {
    type Target = dyn Record + 'a;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Kept(record) => *record,
            Self::Read(quote) => &**quote,
        }
    }
}

/// [`Record`] and [`Typed`] for a struct with the fields `id`, `evidence`, `topics` and `note`, a table
/// `FIELDS` beside it, and the order in which its records stand in their file.
macro_rules! record {
    ($type:ident, $kind:ident, |$record:ident| $key:expr) => {
        $crate::dossier::record::record!($type, $kind, |$record| $key, |own| &own.topics);
    };
    ($type:ident, $kind:ident, |$record:ident| $key:expr, |$own:ident| $topics:expr) => {
        impl $crate::dossier::record::Record for $type {
            fn kind(&self) -> $crate::dossier::Kind {
                $crate::dossier::Kind::$kind
            }
            fn id(&self) -> &$crate::dossier::Id {
                &self.id
            }
            fn evidence(&self) -> &[$crate::dossier::Evidence] {
                &self.evidence
            }
            fn topics(&self) -> &[$crate::dossier::Id] {
                let $own = self;
                $topics
            }
            fn note(&self) -> Option<&$crate::dossier::Text> {
                self.note.as_ref()
            }
            fn key(&self) -> $crate::dossier::order::Key {
                let $record = self;
                $key
            }
            fn values(
                &self,
            ) -> Vec<(
                $crate::dossier::fields::Info,
                $crate::dossier::value::Value<'_>,
            )> {
                let fields = FIELDS.iter();
                fields
                    .map(|field| (field.info, (field.get)(self)))
                    .collect()
            }
            fn value(&self, name: &str) -> $crate::dossier::value::Value<'_> {
                let found = FIELDS.iter().find(|field| field.info.name == name);
                found.map_or($crate::dossier::value::Value::None, |field| {
                    (field.get)(self)
                })
            }
            fn json(&self) -> serde_json::Result<Box<serde_json::value::RawValue>> {
                serde_json::value::to_raw_value(self)
            }
        }

        impl $crate::dossier::record::Typed for $type {
            const KIND: $crate::dossier::Kind = $crate::dossier::Kind::$kind;
            const FIELDS: &'static [$crate::dossier::fields::Field<Self>] = FIELDS;
        }
    };
}

pub(super) use record;
