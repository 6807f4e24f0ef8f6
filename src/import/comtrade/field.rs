//! The columns of UN Comtrade under all the names that they have had, and one row of them.

use std::borrow::Cow;
use std::ops::Range;

use crate::import::figure::is_missing;
use crate::import::table::plain;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Type,
    Period,
    Year,
    Reporter,
    ReporterIso,
    ReporterName,
    Partner,
    PartnerIso,
    PartnerName,
    Partner2,
    Flow,
    FlowName,
    Class,
    /// The lists that were searched, of which that is one.
    Classes,
    Code,
    Goods,
    Customs,
    Transport,
    Supply,
    Value,
    Cif,
    Fob,
    Flag,
    Reported,
    Aggregate,
}

/// How many there are.
pub(super) const COUNT: usize = 25;

/// Their names in plain spelling: comtradeplus, the tables before it, the interface before it.
const NAMES: [(Field, &[&str]); COUNT] = [
    (Field::Type, &["typecode"]),
    (Field::Period, &["period"]),
    (Field::Year, &["refyear", "year", "yr"]),
    (Field::Reporter, &["reportercode", "rtcode"]),
    (Field::ReporterIso, &["reporteriso", "rt3iso"]),
    (
        Field::ReporterName,
        &["reporterdesc", "reporter", "rttitle"],
    ),
    (Field::Partner, &["partnercode", "ptcode"]),
    (Field::PartnerIso, &["partneriso", "pt3iso"]),
    (Field::PartnerName, &["partnerdesc", "partner", "pttitle"]),
    (
        Field::Partner2,
        &["partner2code", "2ndpartnercode", "ptcode2"],
    ),
    (Field::Flow, &["flowcode", "tradeflowcode", "rgcode"]),
    (Field::FlowName, &["flowdesc", "tradeflow", "rgdesc"]),
    (
        Field::Class,
        &[
            "classificationcode",
            "classification",
            "classificationname",
            "classificationdesc",
            "nomenclature",
            "nomenclaturecode",
            "pfcode",
            "clcode",
        ],
    ),
    (Field::Classes, &["classificationsearchcode", "px"]),
    (Field::Code, &["cmdcode", "commoditycode"]),
    (Field::Goods, &["cmddesc", "commodity", "cmddesce"]),
    (
        Field::Customs,
        &["customscode", "customsproccode", "cstcode"],
    ),
    (Field::Transport, &["motcode", "modeoftransportcode"]),
    (Field::Supply, &["moscode"]),
    (
        Field::Value,
        &["primaryvalue", "tradevalueus", "tradevalue"],
    ),
    (
        Field::Cif,
        &["cifvalue", "ciftradevalueus", "ciftradevalue"],
    ),
    (
        Field::Fob,
        &["fobvalue", "fobtradevalueus", "fobtradevalue"],
    ),
    (Field::Flag, &["legacyestimationflag", "flag", "estcode"]),
    (Field::Reported, &["isreported"]),
    (Field::Aggregate, &["isaggregate"]),
];

impl Field {
    /// The column of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = plain(name);
        let known = NAMES.iter().find(|(_, names)| names.contains(&&*name));
        known.map(|(field, _)| *field)
    }
}

/// Can rows with these columns be told apart?
pub(super) fn is_head<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let found: Vec<_> = names.filter_map(Field::named).collect();
    let has = |fields: &[Field]| fields.iter().any(|field| found.contains(field));
    has(&[Field::Value])
        && has(&[Field::Code])
        && has(&[Field::Flow, Field::FlowName])
        && has(&[Field::Period, Field::Year])
        && has(&[Field::Reporter, Field::ReporterIso, Field::ReporterName])
        && has(&[Field::Partner, Field::PartnerIso, Field::PartnerName])
}

/// One row: what stands in each column, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw<'a> {
    pub(super) line: usize,
    fields: [Option<(Cow<'a, str>, Range<usize>)>; COUNT],
}

impl<'a> Raw<'a> {
    pub(super) fn new(line: usize) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Fills a column; of several of one name the first counts. A mark for a value that is not there
    /// fills none: no country, mode or procedure of UN Comtrade has `NA` or `-` for a code.
    pub(super) fn set(&mut self, field: Field, text: Cow<'a, str>, range: Range<usize>) {
        if is_missing(&text) {
            return;
        }
        self.fields[field as usize].get_or_insert((text, range));
    }

    /// What stands in a column; empty where there is none.
    pub(super) fn get(&self, field: Field) -> &str {
        self.fields[field as usize]
            .as_ref()
            .map_or("", |(text, _)| text)
    }

    /// Where that stands.
    pub(super) fn range(&self, field: Field) -> Option<Range<usize>> {
        let (text, range) = self.fields[field as usize].as_ref()?;
        (!text.is_empty()).then(|| range.clone())
    }
}
