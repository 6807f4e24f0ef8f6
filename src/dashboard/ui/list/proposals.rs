//! The list of what waits in the inbox, and the lists of records to choose from for one of them.

use super::tone::Tone;
use super::{List, Row, Target};
use crate::dashboard::action::ListId;
use crate::dossier::Id;
use crate::dossier::text::clean_line;
use crate::propose::{Proposal, line, short};
use crate::search::fold;

impl List {
    /// What waits, by article and kind; `name` is how the record of an id is called.
    pub fn inbox<'a>(
        open: impl Iterator<Item = &'a Proposal>,
        name: &dyn Fn(&Id) -> String,
    ) -> Self {
        let mut rows = Vec::new();
        let mut heading = String::new();
        for one in open {
            let source = name(&one.anchor.source);
            let here = clean_line(&format!("{} · {source}", one.kind));
            if here != heading {
                rows.push(Row::Head(here.clone()));
                heading = here;
            }
            let missing: Vec<_> = one
                .lacks
                .iter()
                .map(|field| format!("no {field} · "))
                .collect();
            let sign = if one.is_unsure() { "? " } else { "" };
            let right = format!("{sign}{}{}", missing.concat(), short(one, name));
            rows.push(Row::Item {
                left: one.news.word().to_owned(),
                right: clean_line(&right),
                target: Some(Target::Proposal(one.id.clone())),
                found_by: fold(&line(one)),
                tone: Tone::Plain,
            });
        }
        if rows.is_empty() {
            rows.push(Row::Item {
                left: String::new(),
                right: "nothing waits; `bilat draft ARTICLE` proposes records".to_owned(),
                target: None,
                found_by: String::new(),
                tone: Tone::Plain,
            });
        }
        Self::new(ListId::Inbox, "Inbox", rows)
    }

    /// Records by name, of which Enter takes one.
    pub fn candidates(id: ListId, all: Vec<(String, Target)>) -> Self {
        let title = match id {
            ListId::Merge => "Merge with: Enter adds the passage to the line",
            _ => "Speaker: Enter takes the line and accepts the quote",
        };
        let row = |(name, target): (String, Target)| Row::Item {
            left: String::new(),
            found_by: fold(&name),
            tone: Tone::Plain,
            right: name,
            target: Some(target),
        };
        let mut rows: Vec<_> = all.into_iter().map(row).collect();
        if rows.is_empty() {
            rows.push(Row::Item {
                left: String::new(),
                right: "the dossier has no such record".to_owned(),
                target: None,
                found_by: String::new(),
                tone: Tone::Plain,
            });
        }
        Self::new(id, title, rows)
    }
}
