//! Anchors against texts: each verdict, what is folded and what is not, and the passages that a
//! screen shows.

#[path = "verify/cli.rs"]
mod cli;
#[path = "verify/fold.rs"]
mod fold;
#[path = "verify/fuzz.rs"]
mod fuzz;
#[path = "verify/layouts.rs"]
mod layouts;
#[path = "verify/passages.rs"]
mod passages;
#[path = "verify/runs.rs"]
mod runs;
#[path = "verify/texts.rs"]
mod texts;
#[path = "verify/verdicts.rs"]
mod verdicts;
#[path = "verify/who.rs"]
mod who;
#[path = "verify/world.rs"]
mod world;
