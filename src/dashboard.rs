//! What is on the screen and what a key does to it; no input, no output.

pub mod action;
pub mod app;
pub mod keymap;
pub mod panel;
pub mod ui;
