//! Records put into the text of a file, at the place where they belong, so that nothing else in it
//! changes: neither its spelling nor its indentation, line ends, last line feed or byte order mark.

mod layout;
mod splice;

use std::collections::HashMap;
use std::ops::Range;

use crate::dossier::order::Key;
use crate::dossier::record::Typed;
use crate::dossier::{
    Agreement, Claim, Dispute, Event, Id, Organisation, Person, Quote, Series, Source,
};
use crate::edit::write;
use crate::load::file::File;
use crate::load::json;
use crate::load::problem::Problem;
use crate::load::tokens::{Step, Tokens};
use layout::{Json, Layout};
use splice::{Edit, Placed};

/// A record that is to be put into a file.
#[derive(Clone, Debug)]
pub struct Entry {
    id: Id,
    key: Key,
    json: Json,
}

impl Entry {
    /// Makes one of a record.
    ///
    /// # Errors
    /// When it cannot be written as JSON; those of this format all can.
    pub fn new<R: Typed>(record: &R) -> serde_json::Result<Self> {
        Ok(Self {
            id: record.id().clone(),
            key: record.key(),
            json: Json::of(record)?,
        })
    }

    /// A figure, which is ordered among those of its series by period.
    ///
    /// # Errors
    /// As [`Entry::new`].
    pub fn figure(figure: &crate::dossier::Observation) -> serde_json::Result<Self> {
        Ok(Self {
            id: figure.id.clone(),
            key: Key::day(Some(&figure.period), None),
            json: Json::of(figure)?,
        })
    }

    /// Its name.
    pub fn id(&self) -> &Id {
        &self.id
    }
}

/// The text of a record file, as it is edited.
pub struct RecordFile {
    name: &'static str,
    lines: bool,
    marked: bool,
    file: File,
}

impl RecordFile {
    /// `NAME.json`, or `NAME.jsonl` where the records stand in `lines`; `name` is one of
    /// [`FILES`](crate::load::FILES), and `shown` what the file is called in messages.
    pub fn new(name: &'static str, shown: &str, lines: bool, text: &str) -> Self {
        let bare = text.strip_prefix('\u{feff}');
        Self {
            name,
            lines,
            marked: bare.is_some(),
            file: File::new(shown.to_owned(), bare.unwrap_or(text).to_owned().into()),
        }
    }

    /// An empty `NAME.json`, which names its schema where there is one.
    ///
    /// # Errors
    /// As [`Entry::new`].
    pub fn empty(
        name: &'static str,
        shown: &str,
        schema: Option<&str>,
    ) -> serde_json::Result<Self> {
        let text = write::file::<()>(schema, &[])?;
        Ok(Self::new(name, shown, false, &text))
    }

    /// The text as it is to stand in the file.
    pub fn text(&self) -> String {
        let mark = if self.marked { "\u{feff}" } else { "" };
        format!("{mark}{}", self.file.text)
    }

    /// Puts records in: each after the last one that is not greater, or at the end where the file
    /// is not in order.
    ///
    /// # Errors
    /// The first syntax error of the file: what stands behind it is not known.
    pub fn insert(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        let items = self.items()?;
        let keys: Vec<_> = items.iter().map(|item| self.key(item)).collect();
        let placed = placed(&keys, entries);
        let text = &self.file.text;
        self.make(if self.lines {
            splice::lines(text, &items, &placed)
        } else if items.is_empty() {
            splice::first(text, &placed)
        } else {
            splice::items(text, &items, &placed)
        });
        Ok(())
    }

    /// Puts other records in the place of those of their names.
    ///
    /// # Errors
    /// As [`insert`](Self::insert), or when there is no record of one of the names; nothing is
    /// changed then.
    pub fn replace(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        let found = self.find(entries.iter().map(|entry| (&entry.id, entry)))?;
        let edit = |(item, entries): Target<'_>| {
            let layout = Layout::of(&self.file.text[item.clone()]);
            let new = layout.render(&entries.last()?.json, 0);
            Some(Edit::replace(item, new))
        };
        self.make(found.into_iter().filter_map(edit).collect());
        Ok(())
    }

    /// Puts figures into their series, by period.
    ///
    /// # Errors
    /// As [`replace`](Self::replace), or when a series cannot be read.
    pub fn insert_figures(&mut self, figures: &[(Id, Entry)]) -> Result<(), Problem> {
        let found = self.find(figures.iter().map(|(series, figure)| (series, figure)))?;
        let mut edits = Vec::new();
        for (item, figures) in found {
            let text = &self.file.text;
            let series: Series = json::value(&self.file, &text[item.clone()])?;
            let keys: Vec<_> = series
                .observations
                .iter()
                .map(|figure| Some(Key::day(Some(&figure.period), None)))
                .collect();
            let placed = placed(&keys, figures);
            edits.extend(splice::member(text, item, "observations", &placed));
        }
        self.make(edits);
        Ok(())
    }

    /// Changes the text.
    fn make(&mut self, edits: Vec<Edit>) {
        let text = splice::apply(&self.file.text, edits);
        self.file = File::new(self.file.name.clone(), text.into());
    }

    /// Where the records stand.
    fn items(&self) -> Result<Vec<Range<usize>>, Problem> {
        if self.lines {
            return Ok(json::lines(&self.file.text).collect());
        }
        let mut problems = Vec::new();
        let items = json::items(&self.file, &mut problems);
        match problems.into_iter().next() {
            Some(problem) => Err(problem),
            None => Ok(items),
        }
    }

    /// Where the records of those names stand, in order, each with what is wanted of it.
    fn find<'e>(
        &self,
        named: impl Iterator<Item = (&'e Id, &'e Entry)>,
    ) -> Result<Vec<Target<'e>>, Problem> {
        let mut by_name: HashMap<&str, Vec<&Entry>> = HashMap::new();
        for (id, entry) in named {
            by_name.entry(id.as_str()).or_default().push(entry);
        }
        let mut found = Vec::new();
        for item in self.items()? {
            let tokens = Tokens::new(&self.file.text[item.clone()]);
            let name = tokens
                .at(&[Step::Key("id")])
                .and_then(|id| tokens.scalar(id));
            // The first of a name is the record; the loader leaves out a second one.
            if let Some(entries) = name.and_then(|name| by_name.remove(&*name)) {
                found.push((item, entries));
            }
        }
        match by_name.keys().min() {
            Some(name) => Err(self
                .file
                .problem(0, &format!("no record is called `{name}` here"))),
            None => Ok(found),
        }
    }

    /// Where a record of this file belongs; none for one that cannot be read.
    fn key(&self, item: &Range<usize>) -> Option<Key> {
        fn key<R: Typed>(file: &File, slice: &str) -> Option<Key> {
            json::value::<R>(file, slice)
                .ok()
                .map(|record| record.key())
        }
        let slice = &self.file.text[item.clone()];
        let read = match self.name {
            "sources" => key::<Source>,
            "people" => key::<Person>,
            "organisations" => key::<Organisation>,
            "events" => key::<Event>,
            "agreements" => key::<Agreement>,
            "series" => key::<Series>,
            "quotes" => key::<Quote>,
            "claims" => key::<Claim>,
            _ => key::<Dispute>,
        };
        read(&self.file, slice)
    }
}

/// Where a record stands, and what is to become of it.
type Target<'a> = (Range<usize>, Vec<&'a Entry>);

/// Before which item each entry goes, in order.
fn placed<'a>(
    keys: &[Option<Key>],
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Vec<Placed<'a>> {
    let mut sorted: Vec<_> = entries.into_iter().collect();
    sorted.sort_by(|a, b| a.key.cmp(&b.key));
    // What cannot be read has no place of its own and does not put the rest out of order.
    let known: Vec<_> = keys
        .iter()
        .enumerate()
        .filter_map(|(at, key)| Some((at, key.as_ref()?)))
        .collect();
    let in_order = known.is_sorted_by_key(|(_, key)| *key);
    let place = |entry: &Entry| match known.partition_point(|(_, key)| **key <= entry.key) {
        _ if !in_order => keys.len(),
        0 => known.first().map_or(keys.len(), |(at, _)| *at),
        after => known[after - 1].0 + 1,
    };
    sorted
        .into_iter()
        .map(|entry| (place(entry), &entry.json))
        .collect()
}

/// The text of `dossier.json` with a topic at the end of its vocabulary.
///
/// # Errors
/// When the topic cannot be written as JSON; it always can.
pub fn insert_topic(
    text: &str,
    topic: &crate::dossier::about::Topic,
) -> serde_json::Result<String> {
    let (mark, bare) = match text.strip_prefix('\u{feff}') {
        Some(bare) => ("\u{feff}", bare),
        None => ("", text),
    };
    let json = Json::of(topic)?;
    let lead = bare.len() - bare.trim_ascii_start().len();
    let whole = lead..bare.trim_ascii_end().len();
    let edits = splice::member(bare, whole, "topics", &[(usize::MAX, &json)]);
    Ok(mark.to_owned() + &splice::apply(bare, edits))
}
