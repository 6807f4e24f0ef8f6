//! The rows of a table to agreements: one row each, or the rows of one title together.

use std::collections::{HashMap, HashSet};

use super::day::Days;
use super::instrument::Instrument;
use super::map::{Columns, Field};
use super::parties::{Names, Parties};
use crate::dossier::Code;
use crate::dossier::countries::folded;
use crate::import::figure::is_missing;
use crate::import::table::Row;
use crate::import::{ImportContext, Input, SkipReason};

/// A row with its line, or why it is none.
pub(super) type Read<'a> = (usize, Result<Row<'a>, SkipReason>);

/// What became of a row: an agreement, a further row of one, or nothing.
type RowOutcome = Result<Option<Instrument>, SkipReason>;

/// Said of a party that may be a side under a name that is in no list.
const UNKNOWN: &str = "name not recognised";

/// The agreements of a table, each at the line of its first row.
pub(super) fn papers(
    rows: Vec<Read<'_>>,
    columns: &Columns,
    days: Days,
    input: &Input,
    context: &ImportContext<'_>,
) -> Vec<(usize, RowOutcome)> {
    let reader = Reader {
        columns,
        days,
        context,
        names: Names::new(&context.sides),
    };
    if columns.of(Field::Party).is_empty() {
        let one = |row: Row<'_>| reader.one(&row).map(Some);
        let rows = rows.into_iter();
        return rows.map(|(line, row)| (line, row.and_then(one))).collect();
    }
    reader.by_party(rows, &input.name)
}

/// What rows are read by.
struct Reader<'r, 'd> {
    columns: &'r Columns,
    days: Days,
    context: &'r ImportContext<'d>,
    names: Names<'r, 'd>,
}

/// The rows of one title.
#[derive(Default)]
struct Group {
    /// All parties that it has, folded.
    parties: HashSet<String>,
    /// The sides among them.
    sides: Vec<Code>,
    /// The line of a row of a side that was left out.
    left_out: Option<usize>,
    /// A party that is no country in any list: it may be the other side.
    unknown: Option<String>,
    /// What the rows of the sides say together; taken by the first of them.
    whole: Option<Instrument>,
}

impl Group {
    /// Why the row of one side gives no agreement, which has no row of the other; `broken` is a line of the
    /// file that could not be read at all.
    fn why_alone(&self, detail: String, broken: Option<usize>) -> SkipReason {
        match (self.left_out, &self.unknown, broken) {
            (Some(line), ..) => {
                let detail = format!("{detail}; line {line}");
                SkipReason::with("the row of the other side was left out", detail)
            }
            (None, Some(name), _) => {
                let detail = format!("{detail}; another party is {name}");
                SkipReason::with("only one of the two sides was recognised", detail)
            }
            (None, None, Some(line)) => {
                let detail = format!("{detail}; line {line} could not be read");
                SkipReason::with("only one of the two sides has a row that was read", detail)
            }
            (None, None, None) => SkipReason::with("only one of the two sides is a party", detail),
        }
    }
}

impl Reader<'_, '_> {
    fn are_two(&self, codes: &[Code]) -> bool {
        let sides = &self.context.sides;
        let pairs = codes
            .iter()
            .flat_map(|one| codes.iter().map(move |other| (one, other)));
        pairs
            .into_iter()
            .any(|(one, other)| sides.are_two(*one, *other))
    }

    /// A row that is an agreement.
    fn one(&self, row: &Row<'_>) -> Result<Instrument, SkipReason> {
        let cells: Vec<&str> = self
            .columns
            .of(Field::Parties)
            .iter()
            .map(|at| row.get(Some(*at)))
            .collect();
        let Parties {
            sides: ours,
            others,
            unknown,
        } = self.names.read(cells.iter().copied());
        if !self.are_two(&ours) && !unknown.is_empty() {
            return Err(SkipReason::with(UNKNOWN, unknown.join(", ")));
        }
        if !self.are_two(&ours) {
            let sides = &self.context.sides;
            let reason = format!("not between {}", sides.either().replace(" or ", " and "));
            return Err(SkipReason::with(reason, cells.join(", ")));
        }
        let mut paper = self.read(row, ours[0])?;
        paper.parties = ours;
        paper.others = others;
        if !unknown.is_empty() {
            let note = format!("Other parties as printed: {}", unknown.join(", "));
            paper.notes.push(note);
        }
        Ok(paper)
    }

    /// Everything of a row but its parties; its dates are those of `side`.
    fn read(&self, row: &Row<'_>, side: Code) -> Result<Instrument, SkipReason> {
        let text = |field| match row.get(self.columns.first(field)) {
            mark if is_missing(mark) => String::new(),
            text => text.to_owned(),
        };
        let place = |field| {
            let cell = row.cell(self.columns.first(field));
            cell.map(|cell| cell.range.clone())
        };
        let title = text(Field::Title);
        if title.is_empty() {
            return Err(SkipReason::new("no title"));
        }
        let date = |field| {
            let found = self.days.read(row.get(self.columns.first(field)))?;
            Ok(found
                .into_iter()
                .map(|date| (side, date))
                .collect::<Vec<_>>())
        };
        let fields = [Field::Signed, Field::InForce, Field::Ends];
        let dates = fields.map(date);
        let mut places: Vec<_> = place(Field::Title).into_iter().collect();
        for (dates, field) in dates.iter().zip(fields) {
            places.extend(place(field).filter(|_| dates.as_ref().is_ok_and(|all| !all.is_empty())));
        }
        let [signed, in_force, ends] = dates;
        Ok(Instrument {
            title,
            kind: text(Field::Kind),
            statuses: Some((side, text(Field::Status)))
                .filter(|(_, status)| !status.is_empty())
                .into_iter()
                .collect(),
            topic: text(Field::Topic),
            notes: self.columns.notes(row),
            places,
            signed: signed?,
            in_force: in_force?,
            ends: ends?,
            ..Instrument::default()
        })
    }

    /// Rows of one party each: those of one title are one agreement.
    fn by_party(&self, rows: Vec<Read<'_>>, file: &str) -> Vec<(usize, RowOutcome)> {
        let mut groups: HashMap<String, Group> = HashMap::new();
        let broken = rows
            .iter()
            .find_map(|(line, row)| row.is_err().then_some(*line));
        let read: Vec<_> = rows
            .into_iter()
            .map(|(line, row)| (line, row.and_then(|row| self.of_party(&row, &mut groups))))
            .collect();
        let outcomes = read.into_iter().map(|(line, read)| {
            let outcome = read.and_then(|(title, detail)| {
                let group = groups.entry(title).or_default();
                if !self.are_two(&group.sides) {
                    return Err(group.why_alone(detail, broken));
                }
                let count = group.parties.len();
                // The first row of a side brings the agreement, the others belong to it.
                Ok(group.whole.take().map(|mut paper| {
                    if count > 2 {
                        paper.notes.push(format!("{count} parties in {file}."));
                    }
                    paper
                }))
            });
            (line, outcome)
        });
        outcomes.collect()
    }

    /// A row of one party, put to the others of its title; the title, and what to call the row.
    fn of_party(
        &self,
        row: &Row<'_>,
        groups: &mut HashMap<String, Group>,
    ) -> Result<(String, String), SkipReason> {
        let title = folded(row.get(self.columns.first(Field::Title)));
        let name = row.get(self.columns.first(Field::Party));
        let group = groups.entry(title.clone()).or_default();
        group.parties.insert(folded(name));
        let (side, is_side) = self.names.country(name).ok_or_else(|| {
            group.unknown = Some(name.to_owned());
            SkipReason::with(UNKNOWN, name)
        })?;
        if !is_side {
            return Err(SkipReason::with("a party that is neither side", name));
        }
        let paper = self.read(row, side).inspect_err(|_| {
            group.left_out = Some(row.line);
        })?;
        let detail = format!("{}: {name}", paper.title);
        if group.sides.contains(&side) {
            return Err(SkipReason::with(
                "a second row for this party of this agreement",
                detail,
            ));
        }
        group.sides.push(side);
        group.whole.get_or_insert_default().join(&paper, side);
        Ok((title, detail))
    }
}
