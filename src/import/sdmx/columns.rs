//! The columns of an SDMX-CSV table: which one is what, and what a row has in it, code and label.

use std::collections::HashSet;

use crate::import::table::Row;

/// Names of the column with the country that a figure is of.
const AREAS: [&str; 13] = [
    "REF_AREA",
    "COUNTRY",
    "REPORTER",
    "REPORTING_COUNTRY",
    "REP_COUNTRY",
    "REPORTER_COUNTRY",
    "ECONOMY_CODE",
    "GEO",
    "GEO_PICT",
    "LOCATION",
    "JURISDICTION",
    "AREA",
    "L_REP_CTY",
];

/// Names of the column with the other country.
const PARTNERS: [&str; 10] = [
    "COUNTERPART_AREA",
    "COUNTERPART_COUNTRY",
    "COUNTERPART_REF_AREA",
    "COUNTERPART",
    "VIS_AVIS_AREA",
    "COUNT_AREA",
    "PARTNER",
    "PARTNER_COUNTRY",
    "L_CP_COUNTRY",
    "DESTINATION",
];

const UNITS: [&str; 4] = ["UNIT_MEASURE", "UNIT", "CURRENCY_UNIT", "UNIT_TYPE"];
const SCALES: [&str; 3] = ["UNIT_MULT", "SCALE", "UNIT_MULTIPLIER"];
const STATUSES: [&str; 3] = ["OBS_STATUS", "OBS_FLAG", "STATUS"];
const REMARKS: [&str; 3] = ["OBS_COM", "COMMENT_OBS", "OBS_COMMENT"];
const CONFIDENTIALITIES: [&str; 2] = ["CONF_STATUS", "CONFIDENTIALITY"];

/// The word before the currency of a figure.
pub(super) const CURRENCY: &str = "in";

/// Attributes that tell what figures are measured in: those of two values are two measures.
const MEASURES: [(&str, &str); 9] = [
    ("REF_YEAR_PRICE", "prices of"),
    ("PRICE_REF_YEAR", "prices of"),
    ("PRICE_BASE", "price base"),
    ("BASE_PER", "base period"),
    ("BASE_PERIOD", "base period"),
    ("BASE_YEAR", "base period"),
    ("CURRENCY", CURRENCY),
    ("CURRENCY_DENOM", "per"),
    ("VALUATION", "valuation"),
];

/// Attributes that are read besides, or say nothing of a figure.
const READ: [&str; 3] = ["TITLE", "REPORTING_YEAR_START_DAY", "DECIMALS"];

const FREQUENCIES: [&str; 2] = ["FREQ", "FREQUENCY"];

/// Codes of attributes that say nothing.
const NOTHING: [&str; 4] = ["", "_Z", "_X", "_U"];

/// A code and its label; the label may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Coded {
    pub(super) code: String,
    pub(super) label: String,
}

impl Coded {
    /// The label, or the code where there is none.
    pub(super) fn spelled(&self) -> &str {
        if self.label.is_empty() {
            &self.code
        } else {
            &self.label
        }
    }
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    ids: Vec<String>,
    labelled: bool,
    area: usize,
    partner: Option<usize>,
    time: usize,
    pub(super) value: usize,
    dimensions: Vec<usize>,
    /// With the words that go before the value.
    measures: Vec<(usize, &'static str)>,
    /// Attributes that are not imported.
    others: Vec<usize>,
}

impl Columns {
    /// Is it the header of such a table?
    pub(super) fn is_head(names: &[&str]) -> bool {
        let has = |column: &str| names.iter().any(|name| id(name) == column);
        has("TIME_PERIOD") && has("OBS_VALUE")
    }

    /// The columns of a header; none where no column tells the country.
    pub(super) fn of(head: &[String]) -> Option<Self> {
        let ids: Vec<_> = head.iter().map(|name| id(name)).collect();
        let find = |column: &str| ids.iter().position(|id| id == column);
        let first = |columns: &[&str]| columns.iter().find_map(|column| find(column));
        let (time, value) = (find("TIME_PERIOD")?, find("OBS_VALUE")?);
        let area = first(&AREAS)?;
        let skipped = [
            "DATAFLOW",
            "STRUCTURE",
            "STRUCTURE_ID",
            "STRUCTURE_NAME",
            "ACTION",
            "KEY",
        ];
        let dimensions = (0..time.min(value)).filter(|at| {
            is_id(&ids[*at]) && !skipped.contains(&&*ids[*at]) && !FREQUENCIES.contains(&&*ids[*at])
        });
        let mut columns = Self {
            labelled: head.iter().any(|name| name.contains(':')),
            area,
            partner: first(&PARTNERS).filter(|at| *at != area),
            time,
            value,
            dimensions: dimensions.collect(),
            measures: Vec::new(),
            others: Vec::new(),
            ids,
        };
        let [unit, scale] = [columns.find(&UNITS), columns.find(&SCALES)];
        let other = |at: &usize| {
            *at != columns.area
                && Some(*at) != columns.partner
                && Some(*at) != unit
                && Some(*at) != scale
        };
        columns.dimensions = columns.dimensions.iter().copied().filter(other).collect();
        columns.attributes();
        Some(columns)
    }

    /// Finds the attributes: what is behind the dimensions, the time and the value.
    fn attributes(&mut self) {
        let first = self.time.min(self.value);
        let all = (first..self.ids.len()).filter(|at| ![self.time, self.value].contains(at));
        for at in all.filter(|at| is_id(&self.ids[*at])) {
            let id = &*self.ids[at];
            let groups: [&[&str]; 6] = [
                &UNITS,
                &SCALES,
                &STATUSES,
                &REMARKS,
                &CONFIDENTIALITIES,
                &READ,
            ];
            let is_known = groups.iter().any(|group| group.contains(&id))
                || FREQUENCIES.contains(&id)
                || [Some(self.area), self.partner].contains(&Some(at));
            match MEASURES.iter().find(|(name, _)| *name == id) {
                Some((_, words)) => self.measures.push((at, words)),
                None if !is_known => self.others.push(at),
                None => {}
            }
        }
    }

    /// The ids of the columns that are read, or would be, as something of their own.
    pub(super) fn read(&self) -> HashSet<&str> {
        let groups: [&[&str]; 4] = [&AREAS, &UNITS, &SCALES, &STATUSES];
        let measures = self.measures.iter().map(|(at, _)| at);
        let own = self.dimensions.iter().chain(&self.others).chain(measures);
        let named = groups.into_iter().flatten().copied();
        named
            .chain(["TIME_PERIOD", "OBS_VALUE"])
            .chain(own.map(|at| &*self.ids[*at]))
            .collect()
    }

    /// What the figures of a row are measured in besides the unit: words and value.
    pub(super) fn measures(&self, row: &Row<'_>) -> Vec<(&'static str, Coded)> {
        let all = self.measures.iter();
        let measured = all.map(|(at, words)| (*words, self.coded(row, *at)));
        measured
            .filter(|(_, coded)| !NOTHING.contains(&&*coded.code))
            .collect()
    }

    /// The attributes that a row has and that are not imported.
    pub(super) fn left_out(&self, row: &Row<'_>) -> impl Iterator<Item = &str> {
        let all = self.others.iter();
        let present = all.filter(|at| !NOTHING.contains(&row.get(Some(**at))));
        present.map(|at| &*self.ids[*at])
    }

    /// Whether the publisher holds a figure back; empty where anyone may see it.
    pub(super) fn confidentiality(&self, row: &Row<'_>) -> Coded {
        let at = self.find(&CONFIDENTIALITIES);
        at.map(|at| self.coded(row, at)).unwrap_or_default()
    }

    /// "SDMX-CSV 2.0 with labels".
    pub(super) fn version(&self) -> String {
        let version = match self.find(&["STRUCTURE_ID"]) {
            Some(_) => "SDMX-CSV 2.0",
            None if self.find(&["DATAFLOW"]).is_some() => "SDMX-CSV 1.0",
            None => "SDMX-CSV without the name of its dataflow",
        };
        let labels = if self.labelled { " with labels" } else { "" };
        format!("{version}{labels}")
    }

    fn find(&self, columns: &[&str]) -> Option<usize> {
        columns
            .iter()
            .find_map(|column| self.ids.iter().position(|id| id == column))
    }

    fn text<'r>(&self, row: &'r Row<'_>, columns: &[&str]) -> &'r str {
        row.get(self.find(columns))
    }

    /// The code and the label of a column.
    fn coded(&self, row: &Row<'_>, at: usize) -> Coded {
        let text = row.get(Some(at));
        if let Some((code, label)) = text.split_once(": ").filter(|_| self.labelled) {
            return Coded {
                code: code.trim().to_owned(),
                label: label.trim().to_owned(),
            };
        }
        // The column behind has the label where its name is none of a column of codes.
        let behind = self
            .ids
            .get(at + 1)
            .filter(|id| !id.is_empty() && !is_id(id));
        Coded {
            code: text.to_owned(),
            label: behind.map_or(String::new(), |_| row.get(Some(at + 1)).to_owned()),
        }
    }

    pub(super) fn structure<'r>(&self, row: &'r Row<'_>) -> &'r str {
        let text = self.text(row, &["STRUCTURE_ID", "DATAFLOW"]);
        text.split(": ").next().unwrap_or(text)
    }

    pub(super) fn action<'r>(&self, row: &'r Row<'_>) -> &'r str {
        self.text(row, &["ACTION"])
    }

    pub(super) fn area(&self, row: &Row<'_>) -> Coded {
        self.coded(row, self.area)
    }

    pub(super) fn partner(&self, row: &Row<'_>) -> Option<Coded> {
        self.partner.map(|at| self.coded(row, at))
    }

    pub(super) fn period<'r>(&self, row: &'r Row<'_>) -> &'r str {
        row.get(Some(self.time))
    }

    pub(super) fn frequency(&self, row: &Row<'_>) -> Coded {
        let at = self.find(&FREQUENCIES);
        at.map(|at| self.coded(row, at)).unwrap_or_default()
    }

    /// What tells the series apart but for country, partner, unit and time; with its column.
    pub(super) fn dimensions(&self, row: &Row<'_>) -> Vec<(usize, Coded)> {
        self.dimensions
            .iter()
            .map(|at| (*at, self.coded(row, *at)))
            .collect()
    }

    pub(super) fn unit(&self, row: &Row<'_>) -> Coded {
        self.find(&UNITS)
            .map(|at| self.coded(row, at))
            .unwrap_or_default()
    }

    pub(super) fn scale(&self, row: &Row<'_>) -> String {
        self.find(&SCALES)
            .map(|at| self.coded(row, at).code)
            .unwrap_or_default()
    }

    pub(super) fn status(&self, row: &Row<'_>) -> String {
        self.find(&STATUSES)
            .map(|at| self.coded(row, at).code)
            .unwrap_or_default()
    }

    pub(super) fn has_scale(&self) -> bool {
        self.find(&SCALES).is_some()
    }

    pub(super) fn has_status(&self) -> bool {
        self.find(&STATUSES).is_some()
    }

    /// The title that some publishers give a series.
    pub(super) fn title<'r>(&self, row: &'r Row<'_>) -> &'r str {
        self.text(row, &["TITLE"])
    }

    /// What the publisher remarks on the figure.
    pub(super) fn remarks(&self, row: &Row<'_>) -> Vec<String> {
        let found = REMARKS
            .iter()
            .filter_map(|name| self.find(&[name]))
            .map(|at| row.get(Some(at)).to_owned());
        found.filter(|text| !text.is_empty()).collect()
    }

    /// Quarters of a fiscal year are not those of the calendar.
    pub(super) fn begins_late(&self, row: &Row<'_>) -> bool {
        let day = self.text(row, &["REPORTING_YEAR_START_DAY"]);
        !day.is_empty() && !day.ends_with("01-01")
    }
}

/// `FREQ:Frequency` → `FREQ`, and `freq`, as Eurostat writes it.
pub(super) fn id(name: &str) -> String {
    let id = name.split(':').next().unwrap_or(name).trim();
    if id.contains(|c: char| c.is_ascii_uppercase()) {
        id.to_owned()
    } else {
        id.to_ascii_uppercase()
    }
}

/// Is it a name of SDMX rather than words for people?
fn is_id(name: &str) -> bool {
    let sound = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(sound)
}
