//! Rows: everything that is said of one measure, at whatever time.

use std::sync::Arc;

use super::key::Key;
use super::statement::Statement;

/// Everything that is said of one measure.
pub(crate) struct Row {
    pub(crate) key: Arc<Key>,
    pub(crate) title: String,
    pub(crate) statements: Vec<Statement>,
}
