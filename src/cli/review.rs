//! `bilat review`: what waits in the inbox, accepted or rejected.

use std::path::{Path, PathBuf};

use clap::Args;
use color_eyre::eyre::Result;

use super::draft::folder;
use super::located::show;
use super::out::{joined, print_lines};
use super::print;
use super::unread::say_unread;
use crate::dossier::Id;
use crate::dossier::id::NotAnId;
use crate::load::{Origin, load};
use crate::propose::review::{Left, Review, ReviewError, Reviewed, review};
use crate::propose::{Inbox, Proposal, line, summary};
use crate::system::stderr::eprint;

/// The exit code when nothing waits, nothing could be written, or something was left.
const NOTHING: u8 = 1;

/// What the command line says.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of the dossier [default: the current folder]
    dossier: Option<PathBuf>,

    /// Accept these proposals, and what they refer to; quotes without a speaker are reported and left
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = id)]
    accept: Vec<Id>,

    /// Reject these proposals
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = id)]
    reject: Vec<Id>,

    /// Accept all that this rule found
    #[arg(long, value_name = "RULE")]
    accept_rule: Option<String>,

    /// Speaker of the quotes named by --accept, instead of the proposed one
    #[arg(long, value_name = "ID", value_parser = id, requires = "accept", conflicts_with = "merge")]
    speaker: Option<Id>,

    /// Add the passages of the accepted proposals to this record instead of adding records
    #[arg(long, value_name = "ID", value_parser = id)]
    merge: Option<Id>,

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
        let dossier = load(&Origin::Folder(into.clone())).dossier;
        let inbox = Inbox::of(&into, &dossier)?;
        let code = list(&inbox, arguments.json)?;
        return Ok(if say_unread(&inbox) { NOTHING } else { code });
    }
    say_unread(&Inbox::read(&into)?);
    let decided = decide(arguments, &into);
    decided.or_else(|error| show(error, &Origin::Folder(into)))
}

fn list(inbox: &Inbox, json: bool) -> Result<u8> {
    let open: Vec<&Proposal> = inbox.open().collect();
    if json {
        print(&(serde_json::to_string_pretty(&open)? + "\n"))?;
    } else if !open.is_empty() {
        print_lines(|| {
            let mut lines: Vec<String> = open.iter().map(|one| line(one)).collect();
            lines.push(summary(open.iter().copied()));
            joined(&lines)
        })?;
    } else {
        eprint("nothing waits");
    }
    Ok(if open.is_empty() { NOTHING } else { 0 })
}

fn decide(arguments: &Arguments, into: &Path) -> Result<u8> {
    let decisions = Review {
        accept: arguments.accept.clone(),
        reject: arguments.reject.clone(),
        rule: arguments.accept_rule.clone(),
        speaker: arguments.speaker.clone(),
        merge: arguments.merge.clone(),
        leave: true,
    };
    match review(into, &decisions) {
        Ok((reviewed, _)) => {
            print(&report(&reviewed))?;
            for left in &reviewed.left {
                eprint(&why_left(left));
            }
            Ok(if reviewed.left.is_empty() { 0 } else { NOTHING })
        }
        Err(error @ ReviewError::Problems(_)) => {
            eprint(&error.to_string());
            Ok(NOTHING)
        }
        Err(error) => Err(error.into()),
    }
}

/// Why a proposal still waits.
fn why_left(left: &Left) -> String {
    let (id, of) = (&left.id, &left.of);
    let how = format!("--speaker ID --accept {of}");
    if id == of {
        format!("`{id}` was not accepted: it has no speaker (give one: {how})")
    } else {
        format!(
            "`{id}` was not accepted: it refers to `{of}`, which has no speaker (give one: {how})"
        )
    }
}

fn report(reviewed: &Reviewed) -> String {
    let mut lines = Vec::new();
    for (id, record) in &reviewed.accepted {
        let written = record
            .as_ref()
            .map_or_else(String::new, |id| format!(" -> {id}"));
        lines.push(format!("accepted {id}{written}"));
    }
    lines.extend(reviewed.rejected.iter().map(|id| format!("rejected {id}")));
    lines.push(format!("{} waiting", reviewed.waiting));
    lines.join("\n") + "\n"
}
