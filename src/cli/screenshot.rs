//! `bilat screenshot`: one frame of the dashboard, without a terminal.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use color_eyre::eyre::{Result, WrapErr};

use super::origin::choose;
use super::{day, head, print, texts, theme};
use crate::dashboard::keymap::notation;
use crate::dashboard::ui::palette::Look;
use crate::dashboard::ui::screenshot;
use crate::system::ascii::transcribe;
use crate::system::environment::{refuses_utf8, variable};
use crate::terminal::{self, screenshot};

/// Of what, and in which form.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder or JSON document of the dossier, or `-` for standard input
    /// [default: the current folder if it has a dossier.json, else the built-in example]
    dossier: Option<PathBuf>,

    /// Directory containing the source texts [default: the folder of the dossier]
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,

    /// Columns and rows of the screen
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "120x40", value_parser = size)]
    size: (u16, u16),

    /// Keys to press first: characters, and others by name, such as `4/hydro<enter>` or `<ctrl-f>`
    #[arg(long, default_value = "")]
    keys: String,

    /// Colours of the frame
    #[arg(long, value_name = "NAME", default_value = "terminal", value_parser = theme::look())]
    theme: Look,

    /// How the frame is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,

    /// Date to show it as of [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Characters only
    Text,
    /// With colours, for a terminal
    Ansi,
    /// An image
    Svg,
}

/// A text that is not the size of a screen.
#[derive(Debug, thiserror::Error)]
#[error("columns x rows, such as 120x40")]
struct NotASize;

/// "120x40".
fn size(text: &str) -> Result<(u16, u16), NotASize> {
    let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
    text.split_once('x')
        .and_then(|(columns, rows)| Some((number(columns)?, number(rows)?)))
        .ok_or(NotASize)
}

/// Prints the frame and returns the exit code.
///
/// # Errors
/// When there is no dossier, or no such key.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let origin = choose(arguments.dossier.as_deref())?;
    head(&origin)?;
    let keys = notation::parse(&arguments.keys).wrap_err("--keys")?;
    let source = terminal::Source {
        document: None,
        texts: texts(arguments.sources.as_deref(), &origin)?
            .into_iter()
            .collect(),
        origin,
        watch: false,
    };
    let today = arguments.today.unwrap_or_else(day::today);
    let frame = screenshot(&source, today, arguments.size, &keys, arguments.theme);
    let drawn = match arguments.format {
        Format::Text => screenshot::text(&frame),
        Format::Ansi => screenshot::ansi(&frame),
        Format::Svg => screenshot::svg(&frame),
    };
    let is_frame = arguments.format != Format::Svg;
    if is_frame && refuses_utf8(&variable) {
        print(&transcribe(&drawn))?;
    } else {
        print(&drawn)?;
    }
    Ok(0)
}
