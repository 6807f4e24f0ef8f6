//! Which columns a table of the World Bank has.

use crate::dossier::Date;
use crate::import::period;
use crate::import::table::{Table, plain};

/// Where a table comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// data.worldbank.org.
    Indicators,
    /// databank.worldbank.org.
    DataBank,
    /// wits.worldbank.org.
    Wits,
}

impl Layout {
    /// What a source is called.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Indicators => "World Bank, indicators",
            Self::DataBank => "World Bank, DataBank",
            Self::Wits => "World Bank, WITS trade summary",
        }
    }

    pub(super) fn describe(self, table: &Table<'_>, years: usize) -> String {
        format!(
            "{}, a table of {years} periods separated by {}; its header is line {}",
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
        if years.is_empty() || indicator.is_none() || country.is_none() {
            return None;
        }
        let layout = match wits {
            Some(_) => Layout::Wits,
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
            others: Vec::new(),
        };
        let others = (0..names.len()).filter(|at| !names[*at].is_empty() && !columns.has(*at));
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
        named.contains(&Some(at)) || self.years.iter().any(|year| year.column == at)
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
