//! `bilat draft`: an article in, proposals out.

mod input;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use color_eyre::eyre::{Result, WrapErr, bail};
use encoding_rs::Encoding;
use serde_json::json;

use super::located::show;
use super::out::{joined, print_lines};
use super::unread::say_unread;
use super::{counted, print};
use crate::dossier::Date;
use crate::dossier::date::DateError;
use crate::dossier::text::is_hidden;
use crate::edit::draft::{Draft, OpenError};
use crate::load::Origin;
use crate::propose::inbox::FILE as INBOX;
use crate::propose::{Article, Drafted, Inbox, draft, line, summary, version};
use crate::system::charset;
use crate::system::files::{self, Change};
use crate::system::path::shown;

/// The exit code when nothing new is proposed.
const NOTHING: u8 = 1;

/// What the command line says.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Plain text, Markdown, HTML, Word document (docx) or PDF; `-` reads standard input
    article: PathBuf,

    /// Folder of the dossier [default: the current folder]
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,

    /// Date of publication, such as 2025-07-31 [default: what the page says]
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<Date>,

    /// Address of the article [default: what the page says]
    #[arg(long, value_parser = address)]
    url: Option<String>,

    /// Encoding, such as utf-8 or windows-1252 [default: detected]
    #[arg(long, value_name = "NAME", value_parser = charset::named)]
    encoding: Option<&'static Encoding>,

    /// Print the proposals as JSON
    #[arg(long)]
    json: bool,

    /// Print only the counts and what differs
    #[arg(long)]
    report: bool,
}

fn date(text: &str) -> Result<Date, DateError> {
    Date::parse(text)
}

/// What was typed is no address.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("an address begins with https:// or http:// and has no blanks in it")]
struct NoAddress;

/// An address of the web, such as `https://www.example.org/talks`.
fn address(text: &str) -> Result<String, NoAddress> {
    let text = text.trim();
    let low = text.to_ascii_lowercase();
    let rest = ["http://", "https://", "ftp://"]
        .iter()
        .find_map(|scheme| low.strip_prefix(scheme));
    let bad = |c: char| c.is_whitespace() || c.is_control() || is_hidden(c);
    let fits =
        rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && !rest.contains(bad));
    if fits {
        Ok(text.to_owned())
    } else {
        Err(NoAddress)
    }
}

/// Drafts the article and returns the exit code.
///
/// # Errors
/// When there is no dossier, the article cannot be read, or the inbox cannot be written.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let into = folder(arguments.into.as_deref())?;
    let drafted = drafted(arguments, &into);
    drafted.or_else(|error| show(error, &Origin::Folder(into)))
}

fn drafted(arguments: &Arguments, into: &Path) -> Result<u8> {
    let mut article = input::article(&arguments.article, arguments.encoding)?;
    article.issued = arguments.published.clone().or(article.issued);
    article.url = arguments.url.clone().or(article.url);
    // Holds the folder until everything is written.
    let held = Draft::open(into)?;
    let mut inbox = Inbox::of(into, held.dossier())?;
    say_unread(&inbox);
    let earlier = version::earlier(into, held.dossier(), &inbox, &article);
    let drafted = draft(held.dossier(), &inbox, &article, &earlier)?;
    let waiting = inbox.open().count();
    inbox.proposals.extend(drafted.proposals.iter().cloned());
    if !drafted.proposals.is_empty() {
        let text = drafted.file.as_ref().map(|name| text(into, name, &article));
        let mut changes: Vec<Change> = text.transpose()?.into_iter().collect();
        changes.push(inbox.change(into)?);
        files::replace(&changes)?;
    }
    if arguments.json {
        print(&(serde_json::to_string_pretty(&as_json(&drafted)?)? + "\n"))?;
    } else {
        print_lines(|| report(arguments, &drafted, waiting))?;
    }
    Ok(if drafted.proposals.is_empty() {
        NOTHING
    } else {
        0
    })
}

/// The text of the article as a file of the dossier.
fn text(into: &Path, name: &str, article: &Article) -> Result<Change> {
    let path = into.join(name);
    let old = files::read(&path)?;
    if old.as_ref().is_some_and(|old| *old != article.text) {
        bail!("{} is there already and has another text", shown(&path));
    }
    let new = article.text.clone();
    Ok(Change { path, old, new })
}

fn report(arguments: &Arguments, drafted: &Drafted, waiting: usize) -> String {
    let new = || drafted.proposals.iter();
    let mut lines: Vec<String> = Vec::new();
    if drafted.left.names_neither {
        let warning = "warning: the text names neither of the two countries of the dossier";
        let only = if drafted.left.of_others {
            ", but others: only people and quotes are proposed"
        } else {
            ""
        };
        lines.push(format!("{warning}{only}"));
    }
    if !arguments.report {
        lines.extend(new().map(line));
    }
    lines.push(summary(new()));
    if let Some((version, repeated)) = &drafted.edited {
        lines.push(format!(
            "an edited version of {}: {} of {} paragraphs unchanged; {repeated} proposals not repeated",
            version.source, version.unchanged, version.of
        ));
    }
    let before = drafted.before;
    if before.all() > 0 {
        lines.push(format!(
            "proposed before from this text: {} ({} waiting, {} accepted, {} rejected)",
            before.all(),
            before.waiting,
            before.accepted,
            before.rejected
        ));
    }
    lines.extend(left(drafted));
    let new = drafted.proposals.len();
    let others = waiting - before.waiting;
    let waiting = waiting + new;
    let counts: Vec<_> = [
        (new, "new"),
        (before.waiting, "from before"),
        (others, "from other texts"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect();
    let parts = if counts.len() > 1 {
        format!(" ({})", counts.join(", "))
    } else {
        String::new()
    };
    lines.push(format!(
        "{waiting} waiting{parts}; `bilat review` lists them"
    ));
    joined(&lines)
}

fn as_json(drafted: &Drafted) -> Result<serde_json::Value> {
    let (before, left) = (drafted.before, drafted.left);
    let edited = drafted.edited.as_ref().map(|(version, repeated)| {
        json!({
            "source": version.source.as_str(),
            "paragraphs": version.of,
            "unchanged": version.unchanged,
            "not_repeated": repeated,
        })
    });
    Ok(json!({
        "source": drafted.source.as_str(),
        "edited_version_of": edited,
        "summary": summary(drafted.proposals.iter()),
        "proposed_before": before.all(),
        "before": {
            "waiting": before.waiting,
            "accepted": before.accepted,
            "rejected": before.rejected,
        },
        "left": { "figures": left.figures, "others": left.others, "unclear": left.unclear },
        "names_neither_side": left.names_neither,
        "proposals": serde_json::to_value(&drafted.proposals)?,
    }))
}

/// What is left to the person.
fn left(drafted: &Drafted) -> Option<String> {
    let left = drafted.left;
    let parts: Vec<_> = [
        (
            left.figures,
            "amount that is not trade of the two countries or has no date",
            "amounts that are not trade of the two countries or have no date",
        ),
        (
            left.others,
            "agreement or event of others",
            "agreements and events of others",
        ),
        (
            left.unclear,
            "mention of an agreement that does not say which",
            "mentions of an agreement that do not say which",
        ),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, more)| counted(count, one, more))
    .collect();
    (!parts.is_empty()).then(|| format!("not proposed: {}", parts.join(", ")))
}

/// The folder of the dossier: the one that is named, or the current one.
pub(super) fn folder(named: Option<&Path>) -> Result<PathBuf> {
    let Some(folder) = named else {
        if Path::new("dossier.json").exists() {
            return Ok(PathBuf::from("."));
        }
        bail!("there is no dossier.json in the current folder: name the folder of the dossier");
    };
    let path = shown(folder);
    let meta = fs::metadata(folder).wrap_err_with(|| format!("cannot open {path}"))?;
    if !meta.is_dir() {
        bail!(
            "{path} is not a folder: name the folder of a dossier; its inbox is the file {INBOX} there"
        );
    }
    // Where the system does not let it be seen, it says so when it is read.
    let head = fs::metadata(folder.join("dossier.json"));
    if head.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        let folder = folder.to_owned();
        return Err(OpenError::NotADossier { folder }.into());
    }
    Ok(folder.to_owned())
}
