//! What a person sees.

#[path = "common/screen.rs"]
mod screen;
use screen::screen;

#[test]
fn peek() {
    let keys = std::env::var("KEYS").unwrap_or_default();
    let size = std::env::var("SIZE").unwrap_or("120x40".into());
    let (w, h) = size.split_once('x').unwrap();
    println!("{}", screen(w.parse().unwrap(), h.parse().unwrap(), &keys));
}
