//! Records into files: at the place where they belong, checked by the loader first, and nothing
//! else in the file changed.

pub mod draft;
pub mod insert;
pub mod template;
pub mod write;
