//! Faulty dossiers: each fault is told at its very place, with advice, and what is sound is kept.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "loader/archive.rs"]
mod archive;
#[path = "loader/between.rs"]
mod between;
#[path = "loader/files.rs"]
mod files;
#[path = "loader/folder.rs"]
mod folder;
#[path = "loader/hostile.rs"]
mod hostile;
#[path = "loader/links.rs"]
mod links;
#[path = "loader/marks.rs"]
mod marks;
#[path = "loader/missing.rs"]
mod missing;
#[path = "loader/named.rs"]
mod named;
#[path = "loader/partial.rs"]
mod partial;
#[path = "loader/records.rs"]
mod records;
#[path = "loader/syntax.rs"]
mod syntax;
