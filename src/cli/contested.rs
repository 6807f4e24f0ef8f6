//! `bilat contested`: what does not fit together, computed or stored, the gravest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use color_eyre::eyre::{Result, WrapErr};

use super::day::{day, today};
use super::filters::{Data, Filters, Shape};
use super::list::report_missed;
use super::origin::choose_aloud;
use super::out::Out;
use super::out::{joined, remark};
use super::{counted, head, unread};
use crate::contested::{self, Contested, Contests, Finding, Severity, Standing};
use crate::dossier::text::on_one_line;
use crate::dossier::{Actor, Dispute, Dossier};
use crate::figures::{self, Cell};
use crate::listing::contests::{Entries, csv, head as columns, severities};
use crate::listing::{Filter, Look, Within};
use crate::load::load;

/// The exit code when something is contested.
const CONTESTED: u8 = 1;

/// Of what, and how it is listed.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    /// Only sources published by this date, such as 2023 or 2024-05-31 [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,

    /// Also list open questions, wording, and periods that have passed
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    form: Data,
}

/// Prints what is contested, and returns the exit code.
///
/// # Errors
/// When there is no dossier that could be read, or `as_of` or a filter is wrong.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose_aloud(arguments.dossier.as_deref())?;
    let as_of = arguments.as_of.as_deref();
    let day = as_of.map_or_else(|| Ok(today()), day)?;
    let graves = severities(&arguments.filters.status)?;
    head(&origin)?;
    let loaded = load(&origin);
    let dossier = &loaded.dossier;
    let filter = arguments.filters.filter_any(dossier, &origin)?;
    let shape = arguments.form.shape();
    let contests = shape.written(|| Contests::new(dossier, Some(day)));
    let entries = Entries::among(&contests, dossier, &filter, &graves, arguments.all);
    let list = List {
        dossier,
        filter: &filter,
        contests: &contests,
        entries: &entries,
        unread: unread(&loaded, "compared"),
    };
    let mut out = Out::new(arguments.form.no_pager);
    shape.written(|| match shape {
        Shape::Json => out.put(&list.json(day)?),
        Shape::JsonLines => list.lines(&mut out, |one, _| list.json_line(one)),
        Shape::Csv => {
            Ok(out.put(&columns())? && list.lines(&mut out, |one, w| Ok(list.row(one, w)))?)
        }
        Shape::Lines | Shape::Pages => out.put_lines(&list.plain()),
    })?;
    out.finish()?;
    if entries.chosen.is_empty() {
        report_missed(filter.missed());
    }
    if entries.undated > 0 {
        let undated = entries.undated;
        remark(&format!("{undated} contested without a date: not listed"));
    }
    if entries.hidden > 0 && !shape.is_for_programs() {
        let hidden = counted(
            entries.hidden,
            "open question or reminder",
            "open questions and reminders",
        );
        remark(&format!("{hidden} not listed; list them with --all"));
    }
    // Among the lines for people it stands where what is contested ends.
    if let Some(unread) = list.unread.as_ref().filter(|_| shape.is_for_programs()) {
        remark(unread);
    }
    let none = entries.chosen.is_empty() && list.unread.is_none();
    Ok(if none { 0 } else { CONTESTED })
}

/// What is contested and was asked for.
struct List<'a> {
    dossier: &'a Dossier,
    filter: &'a Filter,
    contests: &'a Contests,
    entries: &'a Entries,
    unread: Option<String>,
}

impl List<'_> {
    fn chosen(&self) -> impl Iterator<Item = (&Contested, Option<Within>)> {
        let chosen = self.entries.chosen.iter();
        chosen.map(|(at, within)| (&self.contests.all[*at], *within))
    }

    /// One by one, until nobody reads any more.
    fn lines(
        &self,
        out: &mut Out,
        text: impl Fn(&Contested, Option<Within>) -> Result<String>,
    ) -> Result<bool> {
        for (one, within) in self.chosen() {
            if !out.put(&text(one, within)?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn plain(&self) -> String {
        let chosen = self.chosen();
        let mut lines: Vec<_> = chosen
            .flat_map(|(one, within)| self.entry(one, within))
            .collect();
        lines.extend(self.unread.clone());
        lines.push(closing(self.chosen().map(|(one, _)| one)));
        joined(&lines)
    }

    /// With the verdict on every cell of which a statement passes the filter.
    fn json(&self, day: NaiveDate) -> Result<String> {
        let all = figures::cells(self.dossier, Some(day)).into_iter();
        let passes = |cell: &Cell| {
            let mut records = cell.statements.iter().flat_map(|said| &said.from);
            records.any(|record| matches!(self.filter.look(self.dossier, *record), Look::In(_)))
        };
        let cells: Vec<_> = all.filter(passes).collect();
        let chosen: Vec<_> = self.chosen().map(|(one, _)| one.clone()).collect();
        let value = contested::contested_json(self.dossier, &chosen, &cells);
        let text = serde_json::to_string_pretty(&value).wrap_err("cannot write the report")?;
        Ok(text + "\n")
    }

    fn json_line(&self, one: &Contested) -> Result<String> {
        Ok(contested::contested_line(self.dossier, one)? + "\n")
    }

    /// One thing that is contested: the findings, and below them the disputes on the same records.
    fn entry(&self, one: &Contested, within: Option<Within>) -> Vec<String> {
        let mut lines = Vec::new();
        for (at, finding) in one.findings.iter().enumerate() {
            let indent = if at == 0 { "" } else { "  " };
            let own = self.finding(finding).into_iter();
            lines.extend(own.map(|line| format!("{indent}{line}")));
        }
        let indent = if lines.is_empty() { "" } else { "  " };
        let severity = one.severity.word();
        for record in &one.disputes {
            let dispute = &self.dossier.disputes[record.at];
            let (kind, title) = (dispute.kind.word(), &dispute.title);
            lines.push(format!("{indent}{severity} (dispute, {kind}): {title}"));
            let more = stored(dispute).into_iter();
            lines.extend(more.map(|line| format!("{indent}  {}", on_one_line(&line))));
        }
        if within == Some(Within::Possible) {
            lines.push("  perhaps in that time".to_owned());
        }
        lines.push(String::new());
        lines
    }

    /// A finding; of many quotes those that the filter keeps.
    fn finding(&self, finding: &Finding) -> Vec<String> {
        if self.filter.is_empty() {
            return contested::lines(self.dossier, finding);
        }
        let is_asked = |record| self.filter.look(self.dossier, record) != Look::Out;
        let (narrowed, others) = finding.narrowed(is_asked);
        let mut lines = contested::lines(self.dossier, &narrowed);
        let more = || counted(others, "other quote", "other quotes");
        lines.extend((others > 0).then(|| format!("  and {}", more())));
        lines
    }

    fn row(&self, one: &Contested, within: Option<Within>) -> String {
        csv(self.dossier, one, within)
    }
}

/// What a stored dispute is about, between which records, and what the compiler chose.
fn stored(dispute: &Dispute) -> Vec<String> {
    let ids = |actors: &[Actor]| {
        let ids = actors.iter().filter_map(|actor| actor.id());
        ids.map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    let mut place = format!("{}: between {}", dispute.id, ids(&dispute.between));
    if !dispute.mentions.is_empty() {
        place.extend(["; mentions ", &ids(&dispute.mentions)]);
    }
    let mut lines = vec![dispute.explanation.to_string(), place];
    lines.extend(dispute.resolution.as_ref().map(|resolution| {
        let (preferred, why) = (&resolution.preferred, &resolution.why);
        format!("compiler's choice: {preferred}: {why}")
    }));
    lines
}

/// "4 contested: 1 grave, 3 major; 7 queries: 2 major, 5 minor".
fn closing<'a>(listed: impl Iterator<Item = &'a Contested>) -> String {
    let mut standings: BTreeMap<Reverse<Standing>, Vec<Severity>> = BTreeMap::new();
    for one in listed {
        let here = standings.entry(Reverse(one.standing)).or_default();
        here.push(one.severity);
    }
    let groups: Vec<_> = standings
        .iter()
        .map(|(Reverse(standing), severities)| {
            let all = severities.len();
            let count = match standing {
                Standing::Conflict => format!("{all} contested"),
                Standing::Query => counted(all, "query", "queries"),
                Standing::Open => counted(all, "open question", "open questions"),
                Standing::Wording => format!("{all} of wording"),
                Standing::Reminder => counted(all, "reminder", "reminders"),
            };
            if standing.is_doubt() {
                format!("{count}: {}", by_severity(severities))
            } else {
                count
            }
        })
        .collect();
    match groups.as_slice() {
        [] => "nothing is contested".to_owned(),
        groups => groups.join("; "),
    }
}

/// "1 grave, 2 minor".
fn by_severity(severities: &[Severity]) -> String {
    use Severity as S;
    let each = [S::Grave, S::Major, S::Minor, S::Note].map(|severity| {
        let count = severities.iter().filter(|one| **one == severity).count();
        (count > 0).then(|| match severity {
            S::Note => counted(count, "note", "notes"),
            _ => format!("{count} {}", severity.word()),
        })
    });
    let parts: Vec<_> = each.into_iter().flatten().collect();
    parts.join(", ")
}

/// The findings alone, for `bilat check --figures`, with a closing line.
pub(super) fn findings(dossier: &Dossier, findings: &[Finding]) -> String {
    let mut lines: Vec<_> = findings
        .iter()
        .flat_map(|f| contested::lines(dossier, f))
        .collect();
    lines.push(if findings.is_empty() {
        "the figures fit together".to_owned()
    } else {
        let found = counted(findings.len(), "finding", "findings");
        let severities: Vec<_> = findings.iter().map(|finding| finding.severity).collect();
        format!("{found}: {}", by_severity(&severities))
    });
    lines.join("\n") + "\n"
}
