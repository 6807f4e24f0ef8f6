//! What is not a panel: the frame around them and the overlays above them.

pub mod cell;
pub mod contested;
pub mod detail;
pub mod everything;
pub mod frame;
pub mod list;
pub mod passage;
pub mod prompt;
pub mod text;
pub mod theme;
