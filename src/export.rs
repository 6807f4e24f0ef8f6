//! A dossier in the formats of other programs, and as a brief to hand in. Pure: a format tells
//! which files it has and writes their text to whatever it is given; who calls it opens them.
//!
//! Every format writes the same bytes each time: no clock, and no order but that of the dossier.
//! Speech is read record by record while it is written, for there may be a million.

mod bibliography;
mod csv;
mod datapackage;
mod docx;
mod folder;
mod format;
mod frame;
mod html;
mod json;
mod lines;
mod markdown;
pub mod table;
mod timelinejs;

pub use bibliography::Bibliography;
pub use csv::Csv;
pub use datapackage::DataPackage;
pub use docx::Docx;
pub use folder::Folder;
pub use format::{Format, text};
use format::{Quotes, pretty};
pub use html::Html;
pub use json::Json;
pub use lines::Lines;
pub use markdown::Markdown;
pub use timelinejs::TimelineJs;
