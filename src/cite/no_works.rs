//! What stands for the processor of citation styles in a build without it.

use std::convert::Infallible;

use super::cluster::{Cluster, Typeset};
use super::manual::{Manual, StyleError};
use crate::dossier::{Dossier, Source};

/// There are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Works(Infallible);

impl Works {
    /// None.
    ///
    /// # Errors
    /// Always.
    pub fn new<'a>(
        _: &Dossier,
        _: Manual,
        _: impl IntoIterator<Item = &'a Source>,
    ) -> Result<Self, StyleError> {
        Err(StyleError::NotBuilt)
    }

    /// Never called: there are none.
    pub fn typeset(&self, _: &[Cluster]) -> Typeset {
        match self.0 {}
    }
}
