//! The names by which settings bind actions to keys. They stay what they are.

use super::{Binding, Scope};
use crate::dashboard::action::{Action, BriefForm, Decide, Edit, ListId, PanelId, Step};
use crate::dossier::Kind;

/// What the keys of a row are set by; none where they cannot be set.
pub fn name(row: &Binding) -> Option<String> {
    let name = of(row.action)?;
    Some(match row.scope {
        // Keys that type something are others than those that do something.
        Scope::Prompt | Scope::Fields => format!("prompt-{name}"),
        _ => name.to_owned(),
    })
}

fn of(action: Action) -> Option<&'static str> {
    Some(match action {
        // The terminal's own way out works whatever is set.
        Action::Interrupt => return None,
        Action::Move(step) => step_name(step),
        Action::Edit(edit) => edit_name(edit),
        Action::Show(list) => list_name(list),
        Action::Focus(panel) => panel_name(panel),
        Action::Left => "left",
        Action::Right => "right",
        Action::FocusNext => "next-panel",
        Action::FocusPrevious => "previous-panel",
        Action::Zoom => "zoom",
        Action::Grow => "grow",
        Action::Shrink => "shrink",
        Action::NextLink => "next-link",
        Action::PreviousLink => "previous-link",
        Action::Open => "open",
        Action::Back => "back",
        Action::Close => "close",
        Action::Cancel => "cancel",
        Action::Suspend => "suspend",
        Action::Search => "search",
        Action::SearchAll => "search-all",
        Action::Accept => "accept",
        Action::Complete => "complete",
        Action::Older => "older",
        Action::Newer => "newer",
        Action::Reorder => "reorder",
        Action::NextHit => "next-match",
        Action::PreviousHit => "previous-match",
        Action::Passage => "passage",
        Action::SelectWords => "select-words",
        Action::Capture => "capture",
        Action::CaptureAs(kind) => capture_name(kind),
        Action::Copy => "cite",
        Action::OpenEditor => "edit",
        Action::Reload => "reload",
        Action::Redraw => "redraw",
        Action::Earlier => "earlier",
        Action::Later => "later",
        Action::Decide(what) => decide_name(what),
        Action::Vet => "vet",
        Action::Brief => "brief",
        Action::WriteBrief(form) => form_name(form),
        Action::Lens => "lens",
        Action::LiftLens => "lift-lens",
        Action::LensOf => "lens-of",
        Action::Mark => "mark",
        Action::MarkRange => "mark-range",
        Action::UnmarkAll => "unmark-all",
        Action::Fold => "fold",
        Action::Today => "today",
        Action::NextPart => "next-part",
        Action::PreviousPart => "previous-part",
        Action::Regroup => "regroup",
        Action::Toggle => "toggle",
        Action::OpenAll => "open-all",
        Action::CloseAll => "close-all",
    })
}

fn capture_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Quote => "capture-quote",
        Kind::Agreement => "capture-agreement",
        Kind::Observation => "capture-figure",
        Kind::Claim => "capture-claim",
        _ => "capture-event",
    }
}

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Up => "up",
        Step::Down => "down",
        Step::HalfUp => "half-up",
        Step::HalfDown => "half-down",
        Step::PageUp => "page-up",
        Step::PageDown => "page-down",
        Step::First => "first",
        Step::Last => "last",
    }
}

fn edit_name(edit: Edit) -> &'static str {
    match edit {
        Edit::Left => "left",
        Edit::Right => "right",
        Edit::WordLeft => "word-left",
        Edit::WordRight => "word-right",
        Edit::Home => "home",
        Edit::End => "end",
        Edit::Backspace => "backspace",
        Edit::Delete => "delete",
        Edit::DeleteWord => "delete-word",
        Edit::DeleteToStart => "delete-to-start",
        Edit::DeleteToEnd => "delete-to-end",
    }
}

fn list_name(list: ListId) -> &'static str {
    match list {
        ListId::Help => "help",
        ListId::Problems => "problems",
        ListId::Contested => "contested",
        ListId::Index => "index",
        ListId::Palette => "commands",
        ListId::Due => "due",
        ListId::Marked => "marked",
        ListId::Copy => "copy",
        ListId::Write => "write",
        ListId::Inbox => "inbox",
        ListId::Merge => "merge-with",
        ListId::Speaker => "choose-speaker",
        ListId::Text => "text",
    }
}

fn decide_name(what: Decide) -> &'static str {
    match what {
        Decide::Accept => "accept-proposal",
        Decide::Reject => "reject-proposal",
        Decide::Rule => "accept-rule",
        Decide::Undo => "undo-decision",
        Decide::Merge => "merge-proposal",
        Decide::Speaker => "set-speaker",
        Decide::Edit => "edit-proposal",
    }
}

fn form_name(form: BriefForm) -> &'static str {
    match form {
        BriefForm::Html => "write-html",
        BriefForm::Markdown => "write-markdown",
        BriefForm::Docx => "write-docx",
    }
}

fn panel_name(panel: PanelId) -> &'static str {
    match panel {
        PanelId::Timeline => "timeline",
        PanelId::Agreements => "agreements",
        PanelId::Trade => "trade",
        PanelId::Quotes => "quotes",
    }
}
