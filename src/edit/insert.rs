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
use layout::Layout;
use splice::Array;

/// A record that is to be put into a file.
#[derive(Clone, Debug)]
pub struct Entry {
    id: Id,
    key: Key,
    json: String,
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
            json: serde_json::to_string(record)?,
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
            json: serde_json::to_string(figure)?,
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
        let text = if self.lines {
            splice::lines(&self.file.text, &items, &placed)
        } else {
            let array = match items.first() {
                Some(_) => Array::around(&self.file.text, items),
                None => Array::empty(&self.file.text, self.root()),
            };
            array.insert(&self.file.text, &placed)
        };
        self.set(text);
        Ok(())
    }

    /// Puts other records in the place of those of their names.
    ///
    /// # Errors
    /// As [`insert`](Self::insert), or when there is no record of one of the names; nothing is
    /// changed then.
    pub fn replace(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        let found = self.find(entries.iter().map(|entry| (&entry.id, entry)))?;
        // From the end, so that what is before stays where it is.
        for (item, entries) in found.into_iter().rev() {
            let text = &self.file.text;
            let layout = Layout::of(text, &item);
            let new = entries.last().map(|entry| layout.render(&entry.json));
            let new = new.unwrap_or_default();
            self.set([&text[..item.start], &new, &text[item.end..]].concat());
        }
        Ok(())
    }

    /// Puts figures into their series, by period.
    ///
    /// # Errors
    /// As [`replace`](Self::replace), or when a series cannot be read.
    pub fn insert_figures(&mut self, figures: &[(Id, Entry)]) -> Result<(), Problem> {
        let found = self.find(figures.iter().map(|(series, figure)| (series, figure)))?;
        let mut all = Vec::new();
        for (item, figures) in found {
            let series: Series = json::value(&self.file, &self.file.text[item.clone()])?;
            let periods = series.observations.iter().map(|figure| &figure.period);
            let keys: Vec<_> = periods
                .map(|period| Some(Key::day(Some(period), None)))
                .collect();
            all.push((item, keys, figures));
        }
        for (item, keys, figures) in all.into_iter().rev() {
            let placed = placed(&keys, figures);
            self.set(splice::member(
                &self.file.text,
                item,
                "observations",
                &placed,
            ));
        }
        Ok(())
    }

    fn set(&mut self, text: String) {
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
        wanted: impl Iterator<Item = (&'e Id, &'e Entry)>,
    ) -> Result<Vec<Wanted<'e>>, Problem> {
        let mut by_name: HashMap<&str, Vec<&Entry>> = HashMap::new();
        for (id, entry) in wanted {
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

    /// The array of a file without records.
    fn root(&self) -> Range<usize> {
        let tokens = Tokens::new(&self.file.text);
        let found = tokens.at(&[Step::Key(crate::load::list::RECORDS)]);
        found.map_or(0..0, |token| tokens.range(token))
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
type Wanted<'a> = (Range<usize>, Vec<&'a Entry>);

/// A text and the item of a list before which it goes.
type Placed<'a> = (usize, &'a str);

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
        .map(|entry| (place(entry), entry.json.as_str()))
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
    let json = serde_json::to_string(topic)?;
    let lead = bare.len() - bare.trim_ascii_start().len();
    let whole = lead..bare.trim_ascii_end().len();
    Ok(mark.to_owned() + &splice::member(bare, whole, "topics", &[(usize::MAX, &json)]))
}
