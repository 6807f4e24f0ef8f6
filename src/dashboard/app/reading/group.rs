//! A group of a panel: what is in it, each a link.

use crate::dashboard::app::App;
use crate::dashboard::ui::pane::{Block, Reading};
use crate::describe::about;
use crate::describe::page::{Row, Subject};
use crate::dossier::{Kind, Ref};

/// Of a larger group the pane lists the first so many.
const MANY: usize = 200;

impl App {
    /// The group that is selected in the panel in focus: its name and what is in it.
    pub(super) fn group(&self) -> Option<(String, Vec<Ref>)> {
        self.panels[self.focus.index()].group()
    }

    pub(super) fn group_reading(&self) -> Option<Reading> {
        let (title, members) = self.group()?;
        let first = members.first()?.kind;
        let kind = match members.len() {
            1 => first.singular(),
            _ => first.plural(),
        };
        let listed = members.iter().take(MANY);
        let mut blocks: Vec<_> = listed.map(|member| self.member(*member)).collect();
        let more = members.len().saturating_sub(MANY);
        if more > 0 {
            blocks.push(Block::Remark(format!("{more} more")));
        }
        Some(Reading {
            subject: None,
            title,
            place: format!("{} {kind}", members.len()),
            blocks,
            write: None,
            text: None,
        })
    }

    fn member(&self, member: Ref) -> Block {
        let dossier = &self.workspace.dossier;
        let status = (member.kind == Kind::Agreement).then(|| {
            dossier.agreements[member.at]
                .status
                .word()
                .replace('-', " ")
        });
        let row = Row::Field {
            label: status.unwrap_or_default(),
            value: dossier.dated_title(member),
            link: Some(Subject::Record(member)),
            evidence: None,
        };
        Block::Linked(row, about(dossier, member))
    }
}
