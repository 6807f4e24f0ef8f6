//! A record in words: its title, its page, what a search reads of it, the schema of its file.

mod haystack;
pub mod page;
pub mod schema;
pub mod title;
pub mod words;
