//! The dashboard from outside: keys in, screen out.

#[path = "dashboard/behaviour.rs"]
mod behaviour;
#[path = "dashboard/keys.rs"]
mod keys;
#[path = "dashboard/panels.rs"]
mod panels;
#[path = "dashboard/screen.rs"]
mod screen;
