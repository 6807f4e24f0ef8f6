//! `bilat review`: what waits in the inbox, accepted or rejected.

use std::path::{Path, PathBuf};

use clap::Args;
use color_eyre::eyre::{Result, bail};

use super::draft::folder;
use super::located::show;
use super::print;
use crate::dossier::Id;
use crate::dossier::id::NotAnId;
use crate::edit::draft::Draft;
use crate::load::{NO_FIGURES, Origin, Problem, Severity};
use crate::propose::accept::{accept, record, set_speaker};
use crate::propose::{Decision, Inbox, News, Proposal, line, summary};
use crate::system::files;
use crate::system::stderr::eprint;

/// The exit code when nothing waits, or nothing could be written.
const NOTHING: u8 = 1;

/// What the command line says.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of the dossier; without it, the current folder
    dossier: Option<PathBuf>,

    /// Accept these proposals, and what they refer to
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = id)]
    accept: Vec<Id>,

    /// Reject these proposals
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = id)]
    reject: Vec<Id>,

    /// Accept all that this rule found
    #[arg(long, value_name = "RULE")]
    accept_rule: Option<String>,

    /// Speaker of the quotes that are accepted, for those without one
    #[arg(long, value_name = "ID", value_parser = id)]
    speaker: Option<Id>,

    /// Print the proposals as JSON
    #[arg(long)]
    json: bool,
}

fn id(text: &str) -> Result<Id, NotAnId> {
    Id::new(text)
}

/// Lists or decides, and returns the exit code.
///
/// # Errors
/// When there is no dossier, or the inbox cannot be read or written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let into = folder(arguments.dossier.as_deref())?;
    let listing = arguments.accept.is_empty()
        && arguments.reject.is_empty()
        && arguments.accept_rule.is_none();
    if listing {
        return list(&Inbox::read(&into)?, arguments.json);
    }
    let decided = decide(arguments, &into);
    decided.or_else(|error| show(error, &Origin::Folder(into)))
}

fn list(inbox: &Inbox, json: bool) -> Result<u8> {
    let open: Vec<&Proposal> = inbox.open().collect();
    if json {
        print(&(serde_json::to_string_pretty(&open)? + "\n"))?;
    } else if !open.is_empty() {
        let mut lines: Vec<String> = open.iter().map(|one| line(one)).collect();
        lines.push(summary(open.iter().copied()));
        print(&(lines.join("\n") + "\n"))?;
    } else {
        eprint("nothing waits");
    }
    Ok(if open.is_empty() { NOTHING } else { 0 })
}

fn decide(arguments: &Arguments, into: &Path) -> Result<u8> {
    let mut draft = Draft::open(into)?;
    let mut inbox = Inbox::read(into)?;
    for id in &arguments.reject {
        match inbox.find(id) {
            None => bail!("no proposal is called `{id}`"),
            Some(one) if one.decision == Some(Decision::Accepted) => {
                bail!("`{id}` is in the dossier: take it out of its file")
            }
            Some(_) => inbox.decide(id, Decision::Rejected),
        }
    }
    let wanted = wanted(arguments, &inbox);
    if let Some(speaker) = &arguments.speaker {
        for id in lacking(&inbox, &wanted) {
            set_speaker(&mut inbox, &id, speaker)?;
        }
    }
    let accepted = accept(&mut draft, &mut inbox, &wanted)?;
    let change = inbox.change(into)?;
    if draft.is_empty() {
        files::replace(&[change])?;
    } else {
        let plan = draft.plan()?;
        let problems: Vec<&Problem> = plan.problems().iter().filter(|p| blocks(p)).collect();
        if !problems.is_empty() {
            for problem in problems {
                eprint(&problem.to_string());
            }
            eprint("nothing was written");
            return Ok(NOTHING);
        }
        plan.write()?;
        files::replace(&[change])?;
    }
    print(&told(&inbox, &accepted, &arguments.reject))?;
    Ok(0)
}

/// A series that is accepted alone has no figures yet.
fn blocks(problem: &Problem) -> bool {
    problem.severity == Severity::Error && *problem.message != *NO_FIGURES
}

/// What is to be accepted, each once.
fn wanted(arguments: &Arguments, inbox: &Inbox) -> Vec<Id> {
    let rule = arguments.accept_rule.as_deref();
    let by_rule = inbox.open().filter(|one| Some(one.rule.as_str()) == rule);
    // What lacks something is left for its own decision.
    let by_rule = by_rule.filter(|one| one.lacks.is_empty());
    let mut ids = arguments.accept.clone();
    for one in by_rule {
        if !ids.contains(&one.id) {
            ids.push(one.id.clone());
        }
    }
    ids
}

fn lacking(inbox: &Inbox, wanted: &[Id]) -> Vec<Id> {
    let lacks = |id: &&Id| inbox.find(id).is_some_and(|one| !one.lacks.is_empty());
    wanted.iter().filter(lacks).cloned().collect()
}

fn told(inbox: &Inbox, accepted: &[Id], rejected: &[Id]) -> String {
    let mut lines = Vec::new();
    for one in accepted.iter().filter_map(|id| inbox.find(id)) {
        let same = one.of.clone().filter(|_| one.news == News::Same);
        let written = same.or_else(|| record(one));
        let written = written.map_or_else(String::new, |id| format!(" -> {id}"));
        lines.push(format!("accepted {}{written}", one.id));
    }
    lines.extend(rejected.iter().map(|id| format!("rejected {id}")));
    lines.push(format!("{} waiting", inbox.open().count()));
    lines.join("\n") + "\n"
}
