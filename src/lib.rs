//! bilat is a terminal dashboard for the dossier of a relationship between two countries: its
//! timeline, its agreements, its trade, and the words that were spoken. Every line on its screen
//! opens the passage that it rests on.
//!
//! # The screen, with the names of the code
//!
//! ```text
//!  ui::frame::header                                        (counts, contested, problems)
//! ┏ panel::timeline ━━━━━━━━━━━━━━ 3/67 ┓╭ panel::agreements ───── 28 by topic ╮
//! ┃ timeline::strip  1957 ▁▁▁▂▅█ 2025   ┃│ ▾ agreements::tree, drawn by         │
//! ┃ 1960  10-07  ● …                    ┃│   ▾ tui-tree-widget                  │
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛╰──────────────────────────────────────╯
//! ╭ panel::trade ────────────────── 1/20 ╮╭ panel::quotes ────────────── 3 of 38 ╮
//! │ trade::points, from figures          ││ / ui::prompt                         │
//! │ trade::chart  ● ○ ◇                  ││ … hits from search, lines from       │
//! │                                      ││ ui::text …                           │
//! ╰──────────────────────────────────────╯╰──────────────────────────────────────╯
//!  ui::frame::status  (keys in force, from keymap; the source of what is selected)
//! ```
//!
//! Over the panels lie `ui::detail` (an open record, laid out from `dossier::page`), `ui::list`
//! (help, problems, what is contested) and `ui::everything` (all records, searched at once).
//!
//! # The modules
//!
//! ```text
//! main ── cli ─┬─ listing ─ export ── verify, cite ─ figures ── search ─┬─ dossier   the plain
//!              ├─ import ── draft ──────────────── files, countries ────┘            command line
//!              └ tui ── app ─┬─ keymap ── action                                     the dashboard
//!                            ├─ panel ── figures, search, dossier
//!                            └─ ui
//! ```
//!
//! Left uses right; nothing on the right knows anything on its left.
//!
//! * [`dossier`]: the records, their dates, the files that they come from.
//! * [`figures`]: the arithmetic of printed figures, and what does not fit together.
//!   [`search`]: folding, queries, hits, and the engine for archives. Both pure.
//! * [`verify`]: anchors held against the texts of their sources. [`cite`]: records as one cites them.
//! * [`listing`]: records as lists, filtered; in lines of plain text, as JSON, as CSV.
//! * [`import`]: files that people have already, read row by row, with an account of each.
//!   [`export`]: a dossier in the formats of other programs, a format a file, and as a brief.
//! * [`countries`]: what the countries of ISO 3166-1 are called. [`charset`]: bytes to text.
//! * [`draft`]: records that are to be added, checked before anything is written.
//!   [`files`]: files of a person's, written whole or not at all. [`editor`]: the person's editor.
//! * [`keymap`]: the one table of keys; [`action`]: what they ask for.
//! * [`app`]: what is in front, and what an action does to it. [`panel`], [`ui`]: its parts.
//! * [`tui`]: the only code that touches the terminal. [`cli`]: what runs without one.
//!
//! A key press goes: input thread → channel → `tui` → [`keymap::resolve`] with the scopes of
//! [`app::App`], innermost first → `App::update` → the panel in focus → perhaps an
//! [`action::Effect`] for the loop → one frame. The loop sleeps while nothing happens.
//!
//! A dossier is read behind the screen: its head, its records, a large file of quotes, each shown
//! as it comes; then an index of the quotes is built. A search that may take longer than a frame is
//! an effect too: the loop has it done in a thread, and the newest one wins.
//!
//! # What always holds
//!
//! 1. [`dossier`], [`figures`], [`search`], [`verify`], [`cite`], [`draft`], [`import`], [`listing`]
//!    and [`export`] know neither ratatui nor crossterm; crossterm stands in [`keymap`] and [`tui`]
//!    only. [`export`] opens nothing and knows no clock.
//! 2. `App::update` does no input or output. Drawing changes nothing but scroll positions.
//! 3. Loading never half-fails: it returns what could be read and the list of problems.
//! 4. Every key that works is in [`keymap::BINDINGS`], and every row of it works.
//! 5. No string of a dossier reaches the terminal unfiltered: [`dossier::Text`] is the only way
//!    in, and it cannot be made without [`dossier::text::clean`].
//! 6. A file of a person's changes whole or not at all: [`files`] alone writes, and nobody writes
//!    to a dossier but by [`draft`], which asks the loader first.
//!
//! `tests/invariants.rs` and `tests/dashboard/` check all six.

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("bilat runs on Linux and macOS; on Windows, build and run it in WSL");

pub mod cite;
pub mod cli;
pub mod dashboard;
pub mod describe;
pub mod dossier;
pub mod edit;
pub mod export;
pub mod figures;
pub mod import;
pub mod listing;
pub mod load;
pub mod search;
pub mod system;
pub mod terminal;
pub mod verify;
