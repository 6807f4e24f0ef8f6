//! Rows: everything that is said of one measure, at whatever time.

use std::sync::Arc;

use super::key::Key;
use super::statement::{Origin, Statement};

/// Everything that is said of one measure.
pub(crate) struct Row {
    pub(crate) key: Arc<Key>,
    pub(crate) title: String,
    pub(crate) statements: Vec<Statement>,
}

impl Row {
    /// The printed statements that have a figure and are no aims or forecasts.
    pub(crate) fn reports(&self) -> impl Iterator<Item = &Statement> {
        let is_report = |s: &&Statement| s.origin == Origin::Stated && s.firmness.is_report();
        let printed = self.statements.iter().filter(is_report);
        printed.filter(|s| s.value.is_some())
    }
}
