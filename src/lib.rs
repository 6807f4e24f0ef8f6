//! bilat
pub mod action;
pub mod app;
pub mod dossier;
pub mod figures;
pub mod keymap;
pub mod panel;
pub mod search;
pub mod ui;
