//! A record in words: its title, its page, what a search reads of it, the schema of its file.

mod about;
mod haystack;
pub mod named;
pub mod page;
pub mod schema;
pub mod states;
pub mod status;
pub mod title;
pub mod words;

pub use about::about;
