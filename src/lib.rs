//! bilat
pub mod action;
pub mod app;
pub mod cli;
pub mod dossier;
pub mod keymap;
pub mod tui;
pub mod ui;
