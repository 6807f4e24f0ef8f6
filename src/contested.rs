//! What does not fit together in a dossier: computed findings and recorded disputes in one list.
//!
//! [`contested()`] is the one result: lists, panels, pages, citations, the brief and exports read it,
//! by record through [`Contests`]. Pure; nothing of it is stored in a dossier.

mod agreements;
mod anniversaries;
mod conflict;
mod contests;
mod dates;
mod direction;
mod discontinuity;
mod duplicates;
mod entry;
mod evidence;
mod finding;
mod findings;
mod impossible;
mod mirror;
mod offices;
pub mod page;
mod roles;
mod shares;
mod speakers;
mod spoken;
mod status;
mod view;

pub use contests::Contests;
pub use entry::{Contested, contested};
pub use finding::{Choice, Finding, FindingKind, Severity, Standing};
pub use findings::findings;
pub use view::{contested_json, contested_line, json, lines};
