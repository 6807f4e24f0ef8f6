//! The dashboard from outside: keys in, screen out.

#[path = "dashboard/behaviour.rs"]
mod behaviour;
#[path = "dashboard/capture.rs"]
mod capture;
#[path = "dashboard/contrast.rs"]
mod contrast;
#[path = "dashboard/desk.rs"]
mod desk;
#[path = "dashboard/footer.rs"]
mod footer;
#[path = "dashboard/hostile.rs"]
mod hostile;
#[path = "dashboard/inbox.rs"]
mod inbox;
#[path = "dashboard/keys.rs"]
mod keys;
#[path = "dashboard/monkey.rs"]
mod monkey;
#[path = "dashboard/mouse.rs"]
mod mouse;
#[path = "common/pages.rs"]
mod pages;
#[path = "dashboard/panels.rs"]
mod panels;
#[path = "dashboard/passages.rs"]
mod passages;
#[path = "dashboard/picture.rs"]
mod picture;
#[path = "dashboard/resumed.rs"]
mod resumed;
#[path = "dashboard/review.rs"]
mod review;
#[path = "dashboard/room.rs"]
mod room;
#[path = "dashboard/screen.rs"]
mod screen;
#[path = "dashboard/searching.rs"]
mod searching;
#[path = "dashboard/selected.rs"]
mod selected;
#[path = "dashboard/shapes.rs"]
mod shapes;
#[path = "dashboard/text.rs"]
mod text;
