//! `bilat draft`: an article in, proposals out.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use color_eyre::eyre::{Result, WrapErr, bail};
use encoding_rs::Encoding;
use serde_json::json;

use super::located::show;
use super::print;
use crate::dossier::Date;
use crate::dossier::date::DateError;
use crate::edit::draft::Draft;
use crate::load::Origin;
use crate::propose::{Article, Drafted, Format, Inbox, draft, line, summary};
use crate::system::files::{self, Change};
use crate::system::path::shown;
use crate::system::stderr::eprint;
use crate::system::{charset, pdf};

/// The exit code when nothing new is proposed.
const NOTHING: u8 = 1;

/// An article is a page; a book is not.
const MAX_BYTES: u64 = 10_000_000;

/// What the command line says.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Plain text, Markdown, HTML or PDF; `-` reads standard input
    article: PathBuf,

    /// Folder of the dossier [default: the current folder]
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,

    /// Date of publication, such as 2025-07-31 [default: what the page says]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = date)]
    published: Option<Date>,

    /// Address of the article [default: what the page says]
    #[arg(long)]
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
    let article = article(arguments)?;
    // Holds the folder until everything is written.
    let held = Draft::open(into)?;
    let mut inbox = Inbox::of(into, held.dossier())?;
    let drafted = draft(held.dossier(), &inbox, &article)?;
    let waiting = inbox.open().count();
    inbox.proposals.extend(drafted.proposals.iter().cloned());
    if !drafted.proposals.is_empty() {
        let text = drafted.file.as_ref().map(|name| text(into, name, &article));
        let mut changes: Vec<Change> = text.transpose()?.into_iter().collect();
        changes.push(inbox.change(into)?);
        files::replace(&changes)?;
    }
    print(&told(arguments, &drafted, waiting)?)?;
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

fn told(arguments: &Arguments, drafted: &Drafted, waiting: usize) -> Result<String> {
    let new = || drafted.proposals.iter();
    let left = drafted.left;
    if arguments.json {
        let all = json!({
            "source": drafted.source.as_str(),
            "summary": summary(new()),
            "proposed_before": drafted.before,
            "left": { "figures": left.figures, "others": left.others },
        });
        let mut all = all;
        all["proposals"] = serde_json::to_value(&drafted.proposals)?;
        return Ok(serde_json::to_string_pretty(&all)? + "\n");
    }
    let mut lines: Vec<String> = Vec::new();
    if !arguments.report {
        lines.extend(new().map(line));
    }
    lines.push(summary(new()));
    if drafted.before > 0 {
        lines.push(format!("proposed before: {}", drafted.before));
    }
    if left.figures + left.others > 0 {
        lines.push(format!(
            "not proposed: {} amounts that are not trade of the two countries or have no date, {} agreements and events of others",
            left.figures, left.others
        ));
    }
    let waiting = waiting + drafted.proposals.len();
    lines.push(format!("{waiting} waiting; `bilat review` lists them"));
    Ok(lines.join("\n") + "\n")
}

/// Reads the article, and takes what the command line says of it.
fn article(arguments: &Arguments) -> Result<Article> {
    let path = &arguments.article;
    let named = path.to_string_lossy();
    let is_pdf = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("pdf"));
    let bytes = if *named == *"-" {
        let mut bytes = Vec::new();
        let mut input = io::stdin().lock().take(MAX_BYTES + 1);
        input
            .read_to_end(&mut bytes)
            .wrap_err("cannot read standard input")?;
        bytes
    } else if is_pdf {
        regular(path)?;
        pdf::text(path, MAX_BYTES + 1)?
    } else {
        let mut bytes = Vec::new();
        let read = regular(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        read.wrap_err_with(|| format!("cannot read {}", shown(path)))?;
        bytes
    };
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} has more than {} MB", shown(path), MAX_BYTES / 1_000_000);
    }
    let decoded = charset::decode(&bytes, arguments.encoding);
    let decoded = decoded.map_err(|fault| color_eyre::eyre::eyre!("{} {fault}", shown(path)))?;
    if matches!(decoded.known, charset::Known::Guessed { .. }) {
        eprint(&format!(
            "bilat: read as {}; if letters are wrong, give --encoding",
            decoded.encoding
        ));
    }
    let mut article = Article::read(&decoded.text, Format::of(&named, &decoded.text));
    if article.is_empty() {
        bail!("{} has no text", shown(path));
    }
    article.issued = arguments.published.clone().or(article.issued);
    article.url = arguments.url.clone().or(article.url);
    Ok(article)
}

/// Opens a file; one that is not regular is refused, for a pipe would wait for ever.
fn regular(path: &Path) -> Result<File> {
    let cannot = || format!("cannot read {}", shown(path));
    let meta = fs::metadata(path).wrap_err_with(cannot)?;
    if !meta.is_file() {
        bail!("cannot read {}: it is not a regular file", shown(path));
    }
    File::open(path).wrap_err_with(cannot)
}

/// The folder of the dossier: the one that is named, or the current one.
pub(super) fn folder(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder.to_owned()),
        None if Path::new("dossier.json").exists() => Ok(PathBuf::from(".")),
        None => {
            bail!("there is no dossier.json in the current folder: name the folder of the dossier")
        }
    }
}
