//! Which columns a table of the World Bank has.

use std::borrow::Cow;

use crate::dossier::Date;
use crate::import::table::{Row, Table, plain};
use crate::import::{SkipReason, period};

/// Where a table comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// data.worldbank.org.
    Indicators,
    /// databank.worldbank.org.
    DataBank,
    /// The same with a row for each figure: its long download.
    Long,
    /// wits.worldbank.org.
    Wits,
}

impl Layout {
    /// What a source is called.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Indicators => "World Bank, indicators",
            Self::DataBank | Self::Long => "World Bank, DataBank",
            Self::Wits => "World Bank, WITS trade summary",
        }
    }

    pub(super) fn describe(self, table: &Table<'_>, years: usize) -> String {
        let rows = match self {
            Self::Long => "a row for each figure".to_owned(),
            _ => format!("a table of {years} periods"),
        };
        format!(
            "{}, {rows} separated by {}; its header is line {}",
            self.title(),
            table.parted_by(),
            table.line
        )
    }
}

/// A column with the figures of one period.
#[derive(Clone, Debug)]
pub(super) struct Year {
    pub(super) column: usize,
    pub(super) label: String,
    pub(super) period: Date,
}

/// What the column of the period is called in the long form, folded.
const TIMES: [&str; 5] = ["time", "year", "period", "date", "timecode"];

/// The columns of a table.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) layout: Layout,
    pub(super) country: Option<usize>,
    pub(super) country_code: Option<usize>,
    pub(super) indicator: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) partner: Option<usize>,
    pub(super) product: Option<usize>,
    pub(super) sort: Option<usize>,
    pub(super) years: Vec<Year>,
    /// In the long form, the columns of the period and of the figure.
    pub(super) long: Option<(usize, usize)>,
    /// Whatever else tells two rows apart.
    pub(super) others: Vec<usize>,
}

impl Columns {
    /// The columns of a header; none where it is none.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Option<Self> {
        let names: Vec<&str> = names.collect();
        let plain: Vec<_> = names.iter().map(|name| plain(name)).collect();
        let find = |columns: &[&str]| {
            plain
                .iter()
                .position(|name| columns.contains(&name.as_str()))
        };
        let years: Vec<_> = names
            .iter()
            .enumerate()
            .filter_map(|(at, name)| year(at, name))
            .collect();
        let wits = find(&["reporter", "reportername"]).filter(|_| find(&["countryname"]).is_none());
        let indicator = find(&["indicatorname", "seriesname", "indicator"]);
        let country = wits.or_else(|| find(&["countryname", "country", "economy"]));
        let long = find(&TIMES).zip(find(&["value", "obsvalue"]));
        let long = long.filter(|_| years.is_empty() && wits.is_none());
        if years.is_empty() && long.is_none() || indicator.is_none() || country.is_none() {
            return None;
        }
        let layout = match wits {
            Some(_) => Layout::Wits,
            None if long.is_some() => Layout::Long,
            None if names.iter().any(|name| name.contains(" [")) => Layout::DataBank,
            None => Layout::Indicators,
        };
        let mut columns = Self {
            layout,
            country,
            country_code: find(&["countrycode", "economycode"]),
            indicator,
            code: find(&["indicatorcode", "seriescode"]),
            partner: find(&["partner", "partnername"]),
            product: find(&["productcategories", "productgroup", "product"]),
            sort: find(&["indicatortype"]),
            years,
            long,
            others: Vec::new(),
        };
        // The code of a period says the same as the period.
        let code = find(&["timecode", "yearcode"]).filter(|_| long.is_some());
        let others = (0..names.len())
            .filter(|at| !names[*at].is_empty() && !columns.has(*at) && Some(*at) != code);
        columns.others = others.collect();
        Some(columns)
    }

    /// Is a column of that name one that says what a figure is, or a period?
    pub(super) fn is_read(name: &str) -> bool {
        let named = [
            "countryname",
            "countrycode",
            "indicatorname",
            "indicatorcode",
            "reporter",
            "partner",
            "value",
        ];
        named.contains(&&*plain(name)) || year(0, name).is_some()
    }

    fn has(&self, at: usize) -> bool {
        let named = [
            self.country,
            self.country_code,
            self.indicator,
            self.code,
            self.partner,
            self.product,
            self.sort,
        ];
        let in_long = self
            .long
            .is_some_and(|(time, value)| at == time || at == value);
        // The years are in the order of their columns.
        let is_year = || {
            self.years
                .binary_search_by_key(&at, |year| year.column)
                .is_ok()
        };
        in_long || named.contains(&Some(at)) || is_year()
    }

    /// The columns of figures in a row: in the long form the one, whose period is in the row.
    pub(super) fn years<'s>(&'s self, row: &Row<'_>) -> Result<Cow<'s, [Year]>, SkipReason> {
        let Some((time, value)) = self.long else {
            return Ok(Cow::Borrowed(&self.years));
        };
        let text = row.get(Some(time));
        let bare = text.strip_prefix("YR").unwrap_or(text);
        let year = year(value, bare).ok_or_else(|| SkipReason::with("not a period", text))?;
        Ok(Cow::Owned(vec![year]))
    }
}

/// `2020`, or `2020 [YR2020]`, `2020Q1 [2020Q1]`.
fn year(column: usize, name: &str) -> Option<Year> {
    let bare = name.split(" [").next().unwrap_or(name);
    let (label, period) = period::read(bare)?;
    Some(Year {
        column,
        label,
        period,
    })
}
