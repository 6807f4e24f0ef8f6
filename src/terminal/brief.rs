//! A brief into a file of the current folder, under a name that no file has yet.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::brief::Brief;
use crate::dashboard::action::BriefForm;
use crate::export::{Format, Html, Markdown};
use crate::system::error::in_full;
use crate::system::files;
use crate::system::path::shown;

/// More briefs than these in one folder are not numbered.
const MOST: usize = 999;

/// Writes a brief, and says what became of it.
pub(super) fn write(brief: Brief, form: BriefForm) -> String {
    let path = match reserve(form) {
        Ok(path) => path,
        Err(error) => return format!("not written: {error}"),
    };
    let format: Box<dyn Format> = match form {
        BriefForm::Html => Box::new(Html(brief)),
        BriefForm::Markdown => Box::new(Markdown(brief)),
    };
    let paths = [path.clone()];
    match files::fill(&paths, &mut |at, out| format.write(at, out)) {
        Ok(()) => {
            let size = fs::metadata(&path).map_or(0, |data| data.len());
            format!("brief written to {}, {size} bytes", shown(&path))
        }
        Err(error) => {
            // The name is free again; that it was taken for a moment harms nobody.
            let _ = fs::remove_file(&path);
            format!("not written: {}", in_full(&error))
        }
    }
}

/// An empty file under the first name that is free: brief.html, brief-2.html, …
fn reserve(form: BriefForm) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let name = match number {
            1 => format!("brief.{}", form.ending()),
            number => format!("brief-{number}.{}", form.ending()),
        };
        let path = Path::new(&name).to_owned();
        match File::create_new(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    let words = format!("{MOST} briefs are in this folder already");
    Err(io::Error::other(words))
}
