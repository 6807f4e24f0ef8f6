//! Articles in, proposed records out: what a text adds to a dossier, what it repeats, and what it
//! contradicts. Nothing enters the dossier here before a person has accepted it.
//!
//! ```text
//! bytes ─ article ─→ Article ─ draft ─→ proposals ─→ Inbox (proposed.jsonl) ─ accept ─→ edit::draft
//!                                │ quotes, people, figures, agreements, events
//!                                └ each compared with the dossier: new, same, differs, echo
//! ```

pub mod accept;
mod agreements;
pub mod amend;
pub mod article;
pub mod capture;
mod context;
mod counted;
mod dateline;
mod draft;
mod events;
mod fields;
mod figures;
mod financial;
mod guest;
mod head;
mod html;
pub mod inbox;
mod left;
mod markdown;
mod matter;
mod measure;
mod near;
mod occasions;
mod people;
mod plain;
mod proposal;
pub mod prose;
mod quotes;
mod report;
pub mod review;
mod said;
mod settled;
mod signings;
mod source;
mod unseen;
pub mod version;
mod words;

pub use article::{Article, Format};
pub use draft::{Before, Drafted, draft};
pub use fields::{called, fields};
pub use inbox::Inbox;
pub use left::Left;
pub use proposal::{Decision, News, Proposal};
pub use report::{line, short, summary};
pub use unseen::Unseen;
