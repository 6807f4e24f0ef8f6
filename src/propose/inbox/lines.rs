//! The lines of the inbox: each a proposal, or one that cannot be read and is kept as it is.

use std::ops::Range;
use std::path::Path;

use crate::dossier::text::clean_line;
use crate::dossier::{Kind, nearest};
use crate::edit::write;
use crate::load::file::File;
use crate::load::{INBOX, Problem, json};
use crate::propose::proposal::Proposal;

/// A line that is no proposal. It is written again as it is.
#[derive(Clone, Debug)]
pub(super) struct Unread {
    /// How many proposals come before it.
    before: usize,
    text: String,
    pub(super) problem: Problem,
}

impl Unread {
    /// Does it have this name, as far as that can be seen?
    pub(super) fn names(&self, id: &str) -> bool {
        self.text.contains(&format!("\"{id}\""))
    }
}

/// The proposals of a text, and the lines that are none.
pub(super) fn parse(folder: &Path, text: &str) -> (Vec<Proposal>, Vec<Unread>) {
    let name = clean_line(&folder.join(INBOX).to_string_lossy());
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = File::new(name, text.to_owned().into());
    let (mut proposals, mut unread) = (Vec::new(), Vec::new());
    for range in json::lines(&file.text) {
        match proposal(&file, range.clone()) {
            Ok(one) => proposals.push(one),
            Err(problem) => unread.push(Unread {
                before: proposals.len(),
                text: file.text[range].to_owned(),
                problem: *problem,
            }),
        }
    }
    (proposals, unread)
}

fn proposal(file: &File, range: Range<usize>) -> Result<Proposal, Box<Problem>> {
    const ADVICE: &str = "fix the line or delete it; the other proposals were read";
    let line = &file.text[range.clone()];
    let advised = |problem: Problem| match problem.hint {
        Some(_) => problem,
        None => problem.hint(ADVICE),
    };
    if !line.starts_with('{') {
        let problem = file.problem(range.start, "is no proposal, which is a JSON object");
        return Err(Box::new(advised(problem)));
    }
    let one: Proposal = match serde_json::from_str(line) {
        Ok(one) => one,
        Err(_) => json::value(file, line).map_err(advised)?,
    };
    if one.kind().is_some() {
        return Ok(one);
    }
    let written = line.find(&format!("\"{}\"", one.kind)).unwrap_or(0);
    let message = format!("kind: no record is of kind `{}`", clean_line(&one.kind));
    let known = Kind::ALL.map(Kind::singular);
    let near = nearest(&one.kind, known.into_iter());
    let hint = near.map_or_else(
        || format!("known are: {}", known.join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    let problem = file.problem(range.start + written, &message);
    Err(Box::new(problem.hint(hint)))
}

/// The text of proposals, with the lines between them that could not be read.
pub(super) fn text(proposals: &[Proposal], unread: &[Unread]) -> serde_json::Result<String> {
    let mut text = String::new();
    let mut from = 0;
    for one in unread {
        text += &write::lines(&proposals[from..one.before])?;
        text += &one.text;
        text.push('\n');
        from = one.before;
    }
    Ok(text + &write::lines(&proposals[from..])?)
}
