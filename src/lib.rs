//! bilat
pub mod dossier;
