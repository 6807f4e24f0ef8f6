//! `bilat export`: what goes out comes back, nothing in it is obeyed, and files are written whole.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "export/bibliography.rs"]
mod bibliography;
#[path = "export/brief.rs"]
mod brief;
#[path = "export/caveats.rs"]
mod caveats;
#[path = "export/document.rs"]
mod document;
#[path = "common/example.rs"]
mod example;
#[path = "export/generated.rs"]
mod generated;
#[path = "export/given.rs"]
mod given;
#[path = "export/json.rs"]
mod json;
#[path = "common/kills.rs"]
mod kills;
#[path = "export/markup.rs"]
mod markup;
#[path = "export/output.rs"]
mod output;
#[path = "export/tables.rs"]
mod tables;
#[path = "export/timeline.rs"]
mod timeline;
#[path = "export/word.rs"]
mod word;
