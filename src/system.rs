//! The machine around the program: files, standard error, the environment, the clock, threads, the
//! clipboard, the editor, the pager, encodings, what a file is.

pub mod ascii;
pub mod charset;
pub mod clipboard;
pub mod clock;
pub mod editor;
pub mod environment;
pub mod error;
pub mod files;
pub mod keyboard;
pub mod marks;
pub mod pager;
pub mod path;
pub mod pdf;
pub mod recognise;
pub mod session;
pub mod settings;
pub mod stderr;
pub mod threads;
