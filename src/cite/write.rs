//! What may be written down: the sentence, and whether it is safe to write it.

use chrono::NaiveDate;
use serde::Serialize;

use super::citation::Citation;
use super::contested;
use super::contested::doubts;
use super::line::stopped;
use super::titles;
use crate::contested::{Contested, Contests, FindingKind, Severity, Standing, page};
use crate::describe::page::{Page, Writer};
use crate::dossier::date::Basis;
use crate::dossier::observation::ObservationStatus;
use crate::dossier::{Date, Dossier, Kind, Ref};
use crate::figures::{Cell, Origin, Statement, Verdict, cells};

/// May a statement be written down?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// As it is.
    Safe,
    /// With what stands behind it.
    WithCaveat,
    /// Only beside what contradicts it.
    NotAlone,
}

impl Advice {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::WithCaveat => "with this caveat",
            Self::NotAlone => "do not use alone",
        }
    }
}

/// The sentence to write, whether it is safe, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Write {
    /// With its source, and with the caveat where one is needed.
    pub sentence: String,
    /// Whether it may stand alone.
    #[serde(rename = "use")]
    pub advice: Advice,
    /// The rule that decided.
    pub rule: String,
}

impl Write {
    /// "safe: another source confirms it".
    pub fn verdict(&self) -> String {
        format!("{}: {}", self.advice.words(), self.rule)
    }
}

/// What may be written of a record; none of one that states nothing: a source, a dispute, a person, an
/// organisation, a whole series. `cell` is what is said of a figure's cell.
pub fn write(
    dossier: &Dossier,
    contests: &Contests,
    record: Ref,
    cell: Option<&Cell>,
) -> Option<Write> {
    use Kind as K;
    if !matches!(
        record.kind,
        K::Observation | K::Claim | K::Event | K::Agreement | K::Quote
    ) {
        return None;
    }
    let (advice, rule) = judged(dossier, contests, record, cell);
    let citation = Citation::new(dossier, contests, record);
    let mut sentences = vec![stopped(&citation.stated())];
    if advice != Advice::Safe {
        sentences.extend(contested::of(dossier, contests, record));
        sentences.extend(contested::open(dossier, contests, record));
        let why = inferred(dossier, record);
        sentences.extend(why.map(|why| stopped(&format!("The period is inferred: {why}"))));
        let ended = ended(dossier, contests, record);
        sentences.extend(ended.map(|ended| stopped(&format!("Its period {ended}"))));
    }
    Some(Write {
        sentence: sentences.join(" "),
        advice,
        rule,
    })
}

/// The page of a record, as of `day`, with what contests it and what may be written of it.
pub fn page(dossier: &Dossier, contests: &Contests, record: Ref, day: Option<NaiveDate>) -> Page {
    let cell = (record.kind == Kind::Observation)
        .then(|| cell_of(dossier, record, day))
        .flatten();
    let contested = contested::all(dossier, contests, record);
    let mut page = page::record(dossier, record, &contested, (cell.as_ref(), day));
    if let Some(write) = write(dossier, contests, record, cell.as_ref()) {
        let mut writer = Writer::new(dossier);
        writer.heading("Write");
        writer.field("", &write.sentence);
        writer.field("use", write.verdict());
        writer.add_to(&mut page);
    }
    page
}

/// The cell of a printed figure, as of `day`.
pub fn cell_of(dossier: &Dossier, record: Ref, day: Option<NaiveDate>) -> Option<Cell> {
    let is_it = |said: &Statement| said.origin == Origin::Stated && said.from == [record];
    let cells = cells(dossier, day).into_iter();
    let mut own = cells.filter(|cell| cell.statements.iter().any(is_it));
    own.next()
}

/// The rules, the strictest first.
fn judged(
    dossier: &Dossier,
    contests: &Contests,
    record: Ref,
    cell: Option<&Cell>,
) -> (Advice, String) {
    if dossier.evidence(record).is_empty() {
        return (Advice::NotAlone, "no source gives it".to_owned());
    }
    let (titles, doubts): (Vec<_>, Vec<_>) = doubts(dossier, contests, record)
        .into_iter()
        .partition(|one| record.kind == Kind::Quote && titles::is_about(one));
    let worst = doubts.iter().map(|one| (one.standing, one.severity)).max();
    match worst {
        Some((Standing::Conflict, severity)) if severity >= Severity::Major => {
            let rule = format!("in a {} conflict with other statements", severity.word());
            return (Advice::NotAlone, rule);
        }
        Some((Standing::Conflict, _)) => {
            let rule = "in a minor conflict with other statements";
            return (Advice::WithCaveat, rule.to_owned());
        }
        Some(_) => return (Advice::WithCaveat, "a query is open on it".to_owned()),
        None => {}
    }
    let caveat = if titles.is_empty() {
        caveat(dossier, contests, record)
    } else {
        Some("a title in it is contested".to_owned())
    };
    match caveat {
        Some(rule) => (Advice::WithCaveat, rule),
        None => (Advice::Safe, support(dossier, record, cell).to_owned()),
    }
}

/// What a statement cannot be written without that nothing contradicts.
fn caveat(dossier: &Dossier, contests: &Contests, record: Ref) -> Option<String> {
    if record.kind == Kind::Observation {
        match dossier.observation(record.at).1.status {
            ObservationStatus::Reported => {}
            status => return Some(format!("it is {}", kind(status))),
        }
        if dossier.observation(record.at).1.period.is_undated() {
            return Some("its source gives no period".to_owned());
        }
    }
    if !contested::open(dossier, contests, record).is_empty() {
        return Some("a question is open on it".to_owned());
    }
    if let Some(ended) = ended(dossier, contests, record) {
        return Some(format!("its period {ended}"));
    }
    inferred(dossier, record).map(|_| "its period is inferred".to_owned())
}

/// "ended on 2025-12-31": of an agreement whose period, or whose end, has passed while its status says
/// nothing of that.
fn ended(dossier: &Dossier, contests: &Contests, record: Ref) -> Option<String> {
    let is_passed = |one: &Contested| {
        let mut findings = one.findings.iter();
        findings.any(|finding| finding.kind == FindingKind::Horizon)
    };
    if record.kind != Kind::Agreement || !contests.of(record).any(|(one, _)| is_passed(one)) {
        return None;
    }
    let agreement = &dossier.agreements[record.at];
    let dates = agreement.horizon.iter().chain(&agreement.ends);
    // What has passed is before what has not.
    let (day, date) = dates
        .filter_map(|date| Some((date.latest()?, date)))
        .min_by_key(|(day, _)| *day)?;
    let last = date.edtf().and_then(|edtf| edtf.rsplit('/').next());
    let last = last.and_then(|edtf| Date::parse(edtf).ok());
    Some(match last {
        Some(last) if last.earliest() == last.latest() => format!("ended on {last}"),
        Some(last) if !last.is_undated() => format!("ended in {last}"),
        _ => format!("ended by {day}"),
    })
}

/// Why a figure is filed under a period that its source does not give with it.
fn inferred(dossier: &Dossier, record: Ref) -> Option<String> {
    let figure = (record.kind == Kind::Observation).then(|| dossier.observation(record.at).1)?;
    let period = &figure.period;
    let is_shown = period.basis == Basis::Inferred && !period.is_undated();
    let why = period.why.as_ref().filter(|_| is_shown)?;
    Some(why.trim_end_matches('.').to_owned())
}

fn kind(status: ObservationStatus) -> &'static str {
    match status {
        ObservationStatus::Reported => "reported",
        ObservationStatus::Provisional => "provisional",
        ObservationStatus::Forecast => "a forecast",
        ObservationStatus::Target => "a target",
    }
}

/// What supports a statement that nothing contradicts.
fn support(dossier: &Dossier, record: Ref, cell: Option<&Cell>) -> &'static str {
    let own = cell.and_then(|cell| {
        let is_own = |s: &Statement| s.origin == Origin::Stated && s.from == [record];
        let at = cell.statements.iter().position(is_own)?;
        Some(cell.standing_of(at))
    });
    match own {
        Some(Verdict::Confirmed) => "another source confirms it",
        Some(Verdict::WithinRounding) => "other statements agree within rounding",
        _ if several_sources(dossier, record) => "several sources, uncontested",
        _ => "one source, uncontested",
    }
}

/// Does a record have passages of more than one source?
fn several_sources(dossier: &Dossier, record: Ref) -> bool {
    let evidence = dossier.evidence(record);
    let mut sources = evidence.iter().map(|passage| &passage.source);
    let first = sources.next();
    sources.any(|source| Some(source) != first)
}
