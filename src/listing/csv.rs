//! Records as rows of CSV, safe to open in a spreadsheet: the columns of the exported tables, and
//! behind them what is computed. Of a series every figure is a row, with what it measures; the
//! figures that follow from others have no id.

use csv::{Terminator, WriterBuilder};

use super::figures::Row;
use super::{Chosen, Lister, Within};
use crate::dossier::text::as_given;
use crate::dossier::{Date, Kind, Ref};
use crate::export::table::{self, Cell, Sheet, join};

/// Columns of the series that stand with each of its figures.
const OF_SERIES: [&str; 8] = [
    "title",
    "unit",
    "scale",
    "flow",
    "reporter",
    "partner",
    "commodity",
    "goods",
];

/// What is computed of a figure.
const OF_FIGURES: [&str; 6] = [
    "computed_told",
    "computed_low",
    "computed_high",
    "computed_verdict",
    "computed_working",
    "computed_from",
];

/// What is computed of every record.
const OF_ALL: [&str; 2] = ["computed_within", "computed_contested"];

/// The sheets of records of one kind.
pub struct Sheets {
    kind: Kind,
    own: Sheet,
    series: Sheet,
}

impl Sheets {
    /// For records of `kind`.
    pub fn new(kind: Kind) -> Self {
        let own = if kind == Kind::Series {
            Kind::Observation
        } else {
            kind
        };
        Self {
            kind,
            own: table::of(own),
            series: table::of(Kind::Series),
        }
    }

    /// The names of the columns, as the first row.
    pub fn head(&self) -> String {
        let own = &self.own.columns;
        let mut names: Vec<_> = own.iter().map(|column| column.name.as_str()).collect();
        if self.kind == Kind::Series {
            names.extend(OF_SERIES.into_iter().chain(OF_FIGURES));
        }
        names.extend(OF_ALL);
        row(names)
    }
}

impl Lister<'_> {
    /// The rows of a record, each with its line end.
    pub fn csv(&self, sheets: &Sheets, chosen: Chosen) -> String {
        as_given(|| self.rows_of(sheets, chosen))
    }

    fn rows_of(&self, sheets: &Sheets, chosen: Chosen) -> String {
        let Chosen { record, within } = chosen;
        if record.kind == Kind::Series {
            return self.series_rows(sheets, record.at);
        }
        let mut cells = sheets.own.row(self.dossier, record.at).unwrap_or_default();
        cells.extend(self.computed_of_all(record, within));
        row(cells.iter().map(Cell::written))
    }

    fn computed_of_all(&self, record: Ref, within: Option<Within>) -> [Cell; 2] {
        let contests: Vec<_> = self.computed.contests.of(record).collect();
        let titles = join(contests.iter().map(|(one, _)| one.title.as_str()));
        [text(within.map_or("", Within::word)), text(&titles)]
    }

    /// A row for each figure; one for a series that has none.
    fn series_rows(&self, sheets: &Sheets, at: usize) -> String {
        let columns = &sheets.series.columns;
        let cells = sheets.series.row(self.dossier, at).unwrap_or_default();
        let of_series = OF_SERIES.map(|name| {
            let place = columns.iter().position(|column| column.name == name);
            place.map_or(Cell::Empty, |place| cells[place].clone())
        });
        let rows = self.computed.figures.rows(self.dossier, at, self.filter);
        if rows.is_empty() {
            let mut cells = self.blank(sheets, at, None);
            cells.extend(of_series);
            cells.extend(vec![Cell::Empty; OF_FIGURES.len()]);
            cells.extend(self.computed_of_all(Ref::new(Kind::Series, at), None));
            return row(cells.iter().map(Cell::written));
        }
        let shown = rows.iter().filter(|row| row.is_in());
        let written = shown.map(|figure| {
            let own = figure.from.first().filter(|_| !figure.implied);
            let mut cells = match own {
                Some(record) => sheets.own.row(self.dossier, record.at).unwrap_or_default(),
                None => self.blank(sheets, at, Some(&figure.period)),
            };
            cells.extend(of_series.clone());
            cells.extend(self.computed_of_figure(figure));
            cells.extend(match own {
                Some(record) => self.computed_of_all(*record, figure.within()),
                None => [text(figure.within().map_or("", Within::word)), Cell::Empty],
            });
            row(cells.iter().map(Cell::written))
        });
        written.collect()
    }

    /// The row of a figure that is not printed: what it measures, and when.
    fn blank(&self, sheets: &Sheets, series: usize, period: Option<&Date>) -> Vec<Cell> {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let columns = &sheets.own.columns;
        let cells = columns.iter().map(|column| {
            let known = match (column.name.as_str(), period) {
                ("series", _) => Some(self.dossier.series[series].id.to_string()),
                ("period", Some(period)) => period.edtf().map(ToOwned::to_owned),
                ("period_earliest", Some(period)) => day(period.earliest()),
                ("period_latest", Some(period)) => day(period.latest()),
                ("period_basis", Some(_)) => Some("derived".to_owned()),
                _ => None,
            };
            known.map_or(Cell::Empty, Cell::Text)
        });
        cells.collect()
    }

    fn computed_of_figure(&self, figure: &Row) -> [Cell; 6] {
        let number =
            |end: Option<f64>| end.map_or(Cell::Empty, |end| Cell::Number(end.to_string()));
        let [low, high] = figure.bounds().map(number);
        let from: Vec<_> = figure
            .from
            .iter()
            .filter(|_| figure.implied)
            .map(|record| self.dossier.id(*record).to_string())
            .collect();
        [
            text(&figure.text),
            low,
            high,
            text(figure.verdict.as_deref().unwrap_or("")),
            text(&join(figure.working.iter().map(String::as_str))),
            text(&join(from.iter().map(String::as_str))),
        ]
    }
}

fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    }
}

/// A row with its line end, quoted where it must be.
pub fn row<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> String {
    // One row, not a file: a small buffer does, and a million rows are soon made.
    let mut csv = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .buffer_capacity(1 << 10)
        .from_writer(Vec::new());
    // Memory takes everything, and cells are strings.
    let _ = csv.write_record(cells);
    let bytes = csv.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
