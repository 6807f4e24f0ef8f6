//! A brief into a file of the current folder, under a name that no file has yet.

use std::fs;

use crate::brief::Brief;
use crate::dashboard::action::BriefForm;
use crate::export::{Docx, Format, Html, Markdown};
use crate::system::error::in_full;
use crate::system::files;
use crate::system::path::shown;

/// Writes a brief, and says what became of it.
pub(super) fn write(brief: Brief, form: BriefForm) -> String {
    let path = match files::reserve("brief", form.ending()) {
        Ok(path) => path,
        Err(error) => return format!("not written: {error}"),
    };
    let format: Box<dyn Format> = match form {
        BriefForm::Html => Box::new(Html(brief)),
        BriefForm::Markdown => Box::new(Markdown(brief)),
        BriefForm::Docx => Box::new(Docx(brief)),
    };
    let paths = [path.clone()];
    match files::fill(&paths, &mut |at, out| format.write(at, out)) {
        Ok(()) => {
            let size = fs::metadata(&path).map_or(0, |data| data.len());
            format!("brief written to {}, {size} bytes", shown(&path))
        }
        Err(error) => {
            files::release(&path);
            format!("not written: {}", in_full(&error))
        }
    }
}
