//! The machine around the program: files, standard error, the environment, the editor, encodings.

pub mod charset;
pub mod editor;
pub mod environment;
pub mod error;
pub mod files;
pub mod pager;
pub mod path;
pub mod pdf;
pub mod stderr;
