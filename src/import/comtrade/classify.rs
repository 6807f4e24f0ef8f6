//! What a row of UN Comtrade says, or why it says nothing of the two sides.

use std::borrow::Cow;
use std::ops::Range;

use super::class::{Class, Edition, is_total};
use super::field::{Field, Raw};
use super::flow::{Way, way};
use crate::dossier::countries;
use crate::dossier::{Code, Date, Number};
use crate::import::figure;
use crate::import::sides::country_numbered;
use crate::import::{ImportContext, SkipReason};

/// A row that says something.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) class: Class,
    /// The name of the list of its code, such as `H5`.
    pub(super) edition: String,
    pub(super) code: String,
    pub(super) goods: String,
    /// Where what is traded stands.
    pub(super) what: Option<Range<usize>>,
    pub(super) way: Way,
    pub(super) reporter: Code,
    /// None for the world.
    pub(super) partner: Option<Code>,
    pub(super) period: Date,
    /// The period in its id.
    pub(super) label: String,
    pub(super) value: Number,
    pub(super) place: Range<usize>,
    /// By what it is broken down.
    pub(super) parts: Vec<&'static str>,
    pub(super) estimated: bool,
    /// What the file calls Taiwan where it is the area 490, which may hold more.
    pub(super) other_asia: Option<String>,
    pub(super) notes: Vec<Cow<'static, str>>,
}

impl Row {
    /// Does it cover a month?
    pub(super) fn is_monthly(&self) -> bool {
        self.label.len() > 4
    }

    /// The edition of the list that its code is from; none where the file does not say, or where all
    /// goods are counted together, whatever they are called.
    pub(super) fn list(&self) -> Option<Edition> {
        if self.is_total() {
            return None;
        }
        Edition::of(&self.edition)
    }

    /// All goods or services together?
    pub(super) fn is_total(&self) -> bool {
        is_total(&self.code)
    }
}

/// Reads one row.
pub(super) fn judge(
    raw: &Raw<'_>,
    context: &ImportContext<'_>,
    any_partner: bool,
) -> Result<Row, SkipReason> {
    let (reporter, partner) = between(raw, context, any_partner)?;
    let way = way(raw.get(Field::Flow), raw.get(Field::FlowName)).ok_or_else(|| {
        let flow = format!("{} {}", raw.get(Field::Flow), raw.get(Field::FlowName));
        SkipReason::with(
            "a flow that is a part of exports or imports, or none of both",
            flow.trim(),
        )
    })?;
    let (label, period) = period(raw)?;
    let value = figure::read(raw.get(Field::Value), context.notation)?;
    let place = raw
        .range(Field::Value)
        .ok_or_else(|| SkipReason::new("no value"))?;
    let code = raw.get(Field::Code);
    if code.is_empty() {
        return Err(SkipReason::new("no commodity code"));
    }
    let named = [Field::Class, Field::Classes].map(|field| raw.get(field));
    let edition = named.into_iter().find(|name| !name.is_empty());
    let edition = edition.unwrap_or_default();
    let class = Class::of(raw.get(Field::Type), edition, code)
        .ok_or_else(|| SkipReason::with("no classification is named that has such a code", code))?;
    let (estimated, notes) = notes(raw, way);
    Ok(Row {
        line: raw.line,
        class,
        edition: edition.to_owned(),
        code: code.to_owned(),
        goods: own_words(raw.get(Field::Goods)).to_owned(),
        what: raw.range(Field::Goods).or_else(|| raw.range(Field::Code)),
        way,
        reporter,
        partner,
        period,
        label,
        value,
        place,
        parts: parts(raw),
        estimated,
        other_asia: other_asia(raw),
        notes,
    })
}

/// The description of a code alone: older tables put those of the headings above it before, with `//`
/// between.
pub(super) fn own_words(goods: &str) -> &str {
    goods.rsplit("//").next().unwrap_or(goods).trim()
}

fn other_asia(raw: &Raw<'_>) -> Option<String> {
    let partner = (Field::Partner, Field::PartnerIso, Field::PartnerName);
    let reporter = (Field::Reporter, Field::ReporterIso, Field::ReporterName);
    let is = |(number, iso, _): &(Field, Field, Field)| {
        raw.get(*number).trim() == "490" || raw.get(*iso).trim() == "S19"
    };
    let (_, _, name) = [partner, reporter].into_iter().find(is)?;
    Some(match raw.get(name).trim() {
        "" => "Other Asia, nes".to_owned(),
        name => name.to_owned(),
    })
}

/// Numbers of areas that are no more, of which UN Comtrade gives the code of the country that came after:
/// Belgium-Luxembourg, India with Sikkim, Federal Republic of Germany, Pakistan with Bangladesh, Panama
/// without the Canal Zone, Sudan with South Sudan, USA before 1981.
const FORMER: [u16; 7] = [58, 280, 356, 588, 590, 736, 841];

/// Is it an area of other borders than the country of today that has its code: "Sudan (...2011)"?
fn is_former(name: &str, number: &str) -> bool {
    let inside = name.trim().strip_suffix(')').and_then(|name| {
        let (_, inside) = name.rsplit_once('(')?;
        Some(inside.trim())
    });
    let year = inside.and_then(|inside| {
        let words = ["...", "…", "before ", "until "];
        words.iter().find_map(|word| inside.strip_prefix(word))
    });
    let is_dated =
        year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    let is_numbered = || {
        number
            .trim()
            .parse()
            .is_ok_and(|number| FORMER.contains(&number))
    };
    is_dated || name.to_lowercase().starts_with("fmr ") || is_numbered()
}

/// Who reports of whom.
fn between(
    raw: &Raw<'_>,
    context: &ImportContext<'_>,
    any: bool,
) -> Result<(Code, Option<Code>), SkipReason> {
    let sides = &context.sides;
    let side = |iso, number, name| {
        let coded = sides.coded(raw.get(iso));
        let numbered = || sides.numbered(raw.get(number));
        let found = coded
            .or_else(numbered)
            .or_else(|| sides.named(raw.get(name)));
        let is_former = is_former(raw.get(name), raw.get(number));
        found.filter(|code| !is_former || countries::of(*code).is_none())
    };
    let printed = |name, iso, number| {
        let all = [raw.get(name), raw.get(iso), raw.get(number)];
        all.into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or("nobody")
            .to_owned()
    };
    let reporter =
        side(Field::ReporterIso, Field::Reporter, Field::ReporterName).ok_or_else(|| {
            let who = printed(Field::ReporterName, Field::ReporterIso, Field::Reporter);
            SkipReason::with(format!("not reported by {}", sides.either()), who)
        })?;
    let partner = side(Field::PartnerIso, Field::Partner, Field::PartnerName);
    if let Some(partner) = partner.filter(|partner| sides.are_two(reporter, *partner)) {
        return Ok((reporter, Some(partner)));
    }
    let who = printed(Field::PartnerName, Field::PartnerIso, Field::Partner);
    match (any, is_world(raw)) {
        (true, true) => Ok((reporter, None)),
        (true, false) if is_former(raw.get(Field::PartnerName), raw.get(Field::Partner)) => {
            Err(SkipReason::with(
                "the partner is a former area, not the country of today that has its code",
                who,
            ))
        }
        (true, false) => match third(raw).filter(|code| *code != reporter) {
            Some(code) => Ok((reporter, Some(code))),
            None => Err(SkipReason::with("the partner is no other country", who)),
        },
        (false, true) => Err(SkipReason::with(
            "the partner is the world (--any-partner makes series of such rows)",
            "",
        )),
        (false, false) => Err(SkipReason::with("partner is not the other country", who)),
    }
}

fn is_world(raw: &Raw<'_>) -> bool {
    let code = raw.get(Field::Partner);
    let iso = raw.get(Field::PartnerIso).to_uppercase();
    code == "0"
        || ["W00", "WLD"].contains(&&*iso)
        || raw.get(Field::PartnerName).eq_ignore_ascii_case("World")
}

/// A partner that is neither side nor the world.
fn third(raw: &Raw<'_>) -> Option<Code> {
    let iso = Code::parse(&raw.get(Field::PartnerIso).to_uppercase());
    let listed = iso.filter(|code| countries::of(*code).is_some());
    listed.or_else(|| country_numbered(raw.get(Field::Partner)))
}

/// A year, or a month; annual rows may carry the month 52.
fn period(raw: &Raw<'_>) -> Result<(String, Date), SkipReason> {
    let printed = [raw.get(Field::Period), raw.get(Field::Year)]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let wrong = || SkipReason::with("not a period (YYYY or YYYYMM)", printed);
    if !printed.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let label = match printed.len() {
        4 => printed.to_owned(),
        6 if printed.ends_with("52") => printed[..4].to_owned(),
        6 => format!("{}-{}", &printed[..4], &printed[4..]),
        _ => return Err(wrong()),
    };
    let date = Date::parse(&label).map_err(|_| wrong())?;
    Ok((label, date))
}

/// By what a row is broken down: then it is a part of another row.
fn parts(raw: &Raw<'_>) -> Vec<&'static str> {
    let of_all: [(Field, &[&str], &str); 4] = [
        (Field::Partner2, &["", "0", "-1"], "second partner"),
        (Field::Customs, &["", "C00", "0"], "customs procedure"),
        (Field::Transport, &["", "0"], "mode of transport"),
        (Field::Supply, &["", "0"], "mode of supply"),
    ];
    let broken = of_all.into_iter().filter(|(field, all, _)| {
        let text = raw.get(*field);
        !all.iter().any(|whole| text.eq_ignore_ascii_case(whole))
    });
    broken.map(|(_, _, name)| name).collect()
}

/// Was the value estimated, and what else is to be said of it?
fn notes(raw: &Raw<'_>, way: Way) -> (bool, Vec<Cow<'static, str>>) {
    let truth = |field| match raw.get(field).to_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    };
    let mut notes: Vec<Cow<'static, str>> = Vec::new();
    let reported = (truth(Field::Reported), truth(Field::Aggregate));
    match reported {
        (Some(false), Some(true)) => {
            notes.push("added up by UN Comtrade, not reported as such".into());
        }
        (Some(false), Some(false)) => notes.push("estimated by UN Comtrade, not reported".into()),
        _ => {}
    }
    match raw.get(Field::Flag) {
        "" | "0" => {}
        "2" => notes.push("its quantity is estimated (flag 2), not its value".into()),
        "4" => notes.push("its net weight is estimated (flag 4), not its value".into()),
        "6" => {
            notes.push("its quantity and net weight are estimated (flag 6), not its value".into());
        }
        flag => notes.push(format!("estimation flag {flag} of UN Comtrade").into()),
    }
    let imports = way.flow == crate::dossier::series::Flow::Imports;
    let (value, cif, fob) = (
        raw.get(Field::Value),
        raw.get(Field::Cif),
        raw.get(Field::Fob),
    );
    if imports && cif.is_empty() && !fob.is_empty() && fob == value {
        notes.push("valued FOB, unlike most imports".into());
    }
    (reported == (Some(false), Some(false)), notes)
}
