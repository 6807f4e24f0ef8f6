//! What is not a panel: the frame around them and the overlays above them.

pub mod cursor;
pub mod detail;
pub mod everything;
pub mod frame;
pub mod list;
pub mod passage;
pub mod picture;
pub mod prompt;
pub mod row;
pub mod text;
pub mod theme;
