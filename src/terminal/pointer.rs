//! What the mouse does, for the application.

use super::decode::{Mouse, Pressed};
use crate::dashboard::action::Effect;
use crate::dashboard::app::App;

/// Tells the application.
pub(super) fn point(app: &mut App, mouse: Mouse) -> Option<Effect> {
    let (column, row) = (mouse.column, mouse.row);
    match mouse.pressed {
        Pressed::Button => app.click(column, row),
        Pressed::Drag => {
            app.drag(column, row);
            None
        }
        Pressed::WheelDown => app.wheel(column, row, true),
        Pressed::WheelUp => app.wheel(column, row, false),
    }
}
