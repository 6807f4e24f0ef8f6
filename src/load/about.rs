//! Reads `dossier.json` and checks what holds inside it: the format, two sides, topics that nest.

use super::cycles::{circle, closing};
use super::fault::{Fault, Spot, locate};
use super::partial::Partial;
use super::reader::{Unread, ids};
use super::tokens::{Step, Tokens};
use super::{FORMAT, File, Found, Origin, Problem, Reader, partial};
use crate::dossier::text::clean_line;
use crate::dossier::{About, Text};

impl Reader<'_> {
    /// The head of the dossier; none when it is not there or cannot be read.
    pub(super) fn about(&mut self) -> Option<About> {
        let found = self.find("dossier.json").map(Found::read);
        let Some(Ok(file)) = found else {
            // A part of a dossier needs no head.
            let part = matches!(self.origin, Origin::Document(document) if document.is_lines());
            if let Some(Err(problem)) = found {
                self.problems.push(problem);
            } else if self.problems.is_empty() && !part {
                let shown = super::found::shown(self.origin, "dossier.json");
                let message = match self.origin {
                    Origin::Document(_) => "there is no `dossier` in it",
                    _ => "there is no dossier.json",
                };
                self.problems.push(
                    Problem::error(shown, message)
                        .hint("every dossier has one, with `format`, `title` and `sides`"),
                );
            }
            return None;
        };
        match partial::head(&file) {
            Ok(read) => Some(self.take(&file, read)),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    /// The head, and what is wrong with it.
    fn take(&mut self, file: &File, read: Partial<About>) -> About {
        let mut about = read.record;
        let lost = read.problems.into_iter();
        self.problems.extend(lost.map(|problem| Problem {
            lost: true,
            ..problem
        }));
        for part in &read.left_out {
            self.unread.add(&file.text[part.clone()]);
        }
        let tokens = Tokens::new(&file.text);
        let member = |name: &str| {
            let mut members = tokens.children(0);
            let found = members.find(|token| tokens.field(*token).as_deref() == Some(name));
            found.map(|token| tokens.member(token))
        };
        let lost_of = |name: &str| {
            let part = member(name).unwrap_or(0..0);
            let lost = read
                .left_out
                .iter()
                .filter(move |lost| part.contains(&lost.start));
            lost.map(|lost| &file.text[lost.clone()])
        };
        self.unread.lost_sides = lost_of("sides").next().is_some();
        let is_named = |topic: &str| {
            let is_string = |id: &String| topic.contains(&format!("\"{id}\""));
            ids(topic).iter().any(is_string)
        };
        self.unread.lost_topics = lost_of("topics").any(|topic| !is_named(topic));
        let problems = check(file, &mut about, &self.unread);
        self.problems.extend(problems);
        // Nobody is a side of a dossier that names none: that is one fault.
        self.unread.lost_sides |= member("sides").is_none();
        about
    }
}

/// The head of what has none.
pub(super) fn nameless(origin: &Origin) -> About {
    let title = match origin {
        Origin::Document(document) => Text::new(document.name()),
        _ => Text::default(),
    };
    About {
        title,
        ..About::default()
    }
}

fn check(file: &File, about: &mut About, unread: &Unread) -> Vec<Problem> {
    let mut problems = locate(file, 0..file.text.len(), topics(about, unread));
    let tokens = Tokens::new(&file.text);
    let mut add = |path: &[Step<'_>], message: String, hint: &str| {
        let found = tokens.at(path).map_or(0, |token| tokens.range(token).start);
        problems.push(file.problem(found, &message).hint(hint));
    };
    if about.format != FORMAT {
        let message = format!("the format is `{}`", clean_line(&about.format));
        let hint = format!("this program reads `{FORMAT}`");
        add(&[Step::Key("format")], message, &hint);
    }
    if about.sides.len() != 2 && !unread.lost_sides {
        let message = format!("a dossier has two sides, not {}", about.sides.len());
        let hint = "name both countries, each with `code` and `name`";
        add(&[Step::Key("sides")], message, hint);
    }
    for (at, topic) in about.topics.iter().enumerate() {
        if about.topics[..at].iter().any(|t| t.id == topic.id) {
            let path = [Step::Key("topics"), Step::Item(at), Step::Key("id")];
            let message = format!("duplicate topic `{}`", topic.id);
            add(&path, message, "give one of the two another id");
        }
    }
    problems
}

/// Wider topics that are not there, or that lead back; the latter are cut.
fn topics(about: &mut About, unread: &Unread) -> Vec<Fault> {
    let topics = &mut about.topics;
    let mut faults = Vec::new();
    for broader in topics.iter().filter_map(|topic| topic.broader.as_ref()) {
        if !topics.iter().any(|topic| topic.id == *broader) && !unread.may_be_topic(broader) {
            let known = topics.iter().map(|topic| topic.id.as_str());
            let hint = crate::dossier::nearest(broader.as_str(), known).map_or_else(
                || "add it to `topics`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let spot = Spot::Value("broader", broader.to_string());
            let message = format!("broader: no topic is called `{broader}`");
            faults.push(Fault::error(spot, message, hint));
        }
    }
    let next = |at: usize| {
        let broader = topics[at].broader.as_ref();
        let found = broader.and_then(|id| topics.iter().position(|topic| topic.id == *id));
        found.into_iter().collect()
    };
    for (from, _) in closing(topics.len(), next) {
        let broader = topics[from].broader.take();
        faults.extend(broader.map(|to| circle("broader", &to)));
    }
    faults
}
