//! Files of a folder whose names are like those of a dossier's files and are none of them.

use super::{FILES, INBOX, Origin, Problem, Reader};
use crate::dossier::text::clean_line;

impl Reader<'_> {
    /// Files that look like records and are none, so that a slip in a name does not vanish.
    pub(super) fn strange_files(&mut self) {
        let Origin::Folder(folder) = self.origin else {
            return;
        };
        let entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                let shown = clean_line(&folder.to_string_lossy());
                self.problems
                    .push(Problem::error(shown, &format!("cannot be listed: {error}")));
                return;
            }
        };
        let mut names: Vec<_> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        for name in names {
            self.strange_file(&name);
        }
    }

    fn strange_file(&mut self, name: &str) {
        let Some((stem, ending)) = name.rsplit_once('.') else {
            return;
        };
        // A name with a dot before it is an editor's or a tool's own.
        let other = stem.is_empty() || name.starts_with('.');
        let known = FILES.contains(&stem) || name == "dossier.json" || name == INBOX;
        if other || known || !matches!(ending, "json" | "jsonl") {
            return;
        }
        let shown = super::found::shown(self.origin, name);
        let problem = Problem::warning(shown, "is not a file of a dossier and was not read");
        let near = crate::dossier::nearest(stem, FILES.into_iter().chain(["dossier"]));
        self.problems.push(problem.hint(match near {
            Some("dossier") => "did you mean dossier.json?".to_owned(),
            Some(near) => format!("did you mean {near}.{ending}?"),
            None => format!(
                "the files are dossier.json and {}.json",
                FILES.join(".json, ")
            ),
        }));
    }
}
