//! What is not a panel: the frame around them and the overlays above them.

pub mod theme;
