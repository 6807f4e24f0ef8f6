//! `bilat add`: one record more at its place, nothing else changed, nothing of the person's lost.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "add/editor.rs"]
mod editor;
#[path = "add/faults.rs"]
mod faults;
#[path = "add/folder.rs"]
mod folder;
#[path = "common/kills.rs"]
mod kills;
#[path = "add/options.rs"]
mod options;
#[path = "add/quoted.rs"]
mod quoted;
#[path = "add/templates.rs"]
mod templates;
