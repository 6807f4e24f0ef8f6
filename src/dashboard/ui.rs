//! What is not a panel: the frame around them and the overlays above them.

pub mod border;
pub mod chart;
pub mod cursor;
pub mod frame;
pub mod global_search;
pub mod list;
pub mod palette;
pub mod pane;
pub mod places;
pub mod points;
pub mod prompt;
pub mod row;
pub mod screenshot;
pub mod tabs;
pub mod text;
pub mod theme;
pub mod verdict;
