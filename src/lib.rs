//! bilat is a terminal dashboard for the dossier of a relationship between two countries: its
//! timeline, its agreements, its trade, and the words that were spoken. Every line on its screen
//! is linked to the passage it is based on.
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
//! │ trade::chart  ● ○ ◇ △                ││ … hits from search, lines from       │
//! │                                      ││ ui::text …                           │
//! ╰──────────────────────────────────────╯╰──────────────────────────────────────╯
//!  ui::frame::status  (keys in force, from keymap; the source of what is selected)
//! ```
//!
//! All of these are in [`dashboard`]. Over the panels lie `ui::detail` (an open record, laid out from
//! [`describe::page`]), `ui::list` (help, problems, contradictions) and `ui::everything` (all records,
//! searched at once).
//!
//! # The storeys
//!
//! ```text
//! main ── cli ─┬─ listing, export, import, vet, propose ┐
//!              └─ terminal ── dashboard ────────────────┴─ brief ── workspace ── cite ── contested, due ── figures, verify, search, extract ── describe ── load, edit ── system ── dossier
//! ```
//!
//! Left uses right; nothing on the right knows anything on its left, and no two files use each other,
//! directly or through others.
//!
//! * [`dossier`]: the model: records, EDTF dates, numbers, ids, text, countries.
//! * [`system`]: files, standard error, the environment, the clock, the clipboard, the editor, the
//!   pager, encodings.
//! * [`load`]: files to a dossier and the list of problems. [`edit`]: records into files, nothing
//!   else in them changed.
//! * [`describe`]: a record in words: its title, its page, the schema of its file.
//! * [`figures`]: the arithmetic of printed figures. [`search`]: folding, queries, matches, and the
//!   engine for archives. [`verify`]: anchors compared with the texts of their sources. [`extract`]:
//!   facts in prose. [`contested`]: what contradicts what. [`due`]: what is overdue, near or silent.
//!   [`cite`]: citations, and what to write. All pure.
//! * [`workspace`]: a dossier with its index and what is contested in it.
//! * [`listing`]: records as lists, filtered; plain text, JSON, CSV. [`export`]: a dossier in the
//!   formats of other programs, a format a file, and as a brief. [`import`]: files that people have
//!   already, read row by row, with an account of each. [`propose`]: records that an article
//!   suggests, compared with the dossier, until a person accepts them. [`vet`]: a text compared with
//!   the dossier, sentence by sentence.
//! * [`dashboard`]: what is on the screen and what a key does to it. [`terminal`]: the only code that
//!   touches the terminal. [`cli`]: what runs without one.
//!
//! # Who uses whom
//!
//! ```text
//! main        cli terminal system
//! cli         terminal dashboard vet propose import listing export brief workspace cite contested due verify search figures describe edit load system dossier
//! terminal    dashboard vet propose export brief workspace contested verify search load system dossier
//! dashboard   vet propose brief workspace cite contested due verify search figures describe load dossier
//! vet         propose brief cite contested extract verify figures describe system dossier
//! propose     extract verify search figures describe edit load system dossier
//! import      verify figures describe edit load system dossier
//! listing     export workspace cite contested due search figures describe dossier
//! export      brief cite contested figures describe load dossier
//! brief       workspace cite contested due verify figures describe dossier
//! workspace   contested due search dossier
//! cite        contested figures describe dossier
//! contested   extract figures describe system dossier
//! due         figures dossier
//! extract     dossier
//! verify      system dossier
//! search      describe load system dossier
//! figures     describe dossier
//! describe    dossier
//! edit        load system dossier
//! load        system dossier
//! system      dossier
//! dossier
//! ```
//!
//! # A key press
//!
//! input thread → channel → [`terminal`] → `keymap::bound` with the scopes of
//! [`dashboard::app::App`], innermost first → `App::update` → the panel in focus → perhaps an
//! [`dashboard::action::Effect`] for the loop → one frame. The loop sleeps while nothing happens.
//!
//! A dossier is read behind the screen: its head, its records, a large file of quotes, each shown
//! as it comes; then an index of the quotes is built. A search that may take longer than a frame is
//! an effect too: the loop has it done in a thread, and the newest one wins.
//!
//! # Invariants
//!
//! 1. Nothing below [`dashboard`] knows ratatui or crossterm; crossterm is in `dashboard::keymap` and
//!    [`terminal`] only. [`export`] opens nothing and knows no clock.
//! 2. `App::update` does no input or output. Drawing changes nothing but scroll positions.
//! 3. Loading never half-fails: it returns what could be read and the list of problems.
//! 4. Every key that works is in `dashboard::keymap::BINDINGS`, and every row of it works.
//! 5. No string of a dossier reaches the terminal unfiltered, and none reaches a file changed:
//!    [`dossier::Text`] reads as its clean form and is kept, and serialized, as it was given;
//!    `cli::net` cleans once more what goes to a terminal.
//! 6. A file of a person's changes whole or not at all: [`system::files`] alone writes, and nobody
//!    writes to a dossier but by [`edit::draft`], which asks the loader first.
//! 7. No circles between modules or files; the table above is compared with the `use` lines.
//!
//! `tests/invariants.rs` and `tests/dashboard/` check all seven.

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("bilat runs on Linux and macOS; on Windows, build and run it in WSL");

pub mod brief;
pub mod cite;
pub mod cli;
pub mod contested;
pub mod dashboard;
pub mod describe;
pub mod dossier;
pub mod due;
pub mod edit;
pub mod export;
pub mod extract;

pub mod figures;
pub mod import;
pub mod listing;
pub mod load;
pub mod propose;
pub mod search;
pub mod system;
pub mod terminal;
pub mod verify;
pub mod vet;
pub mod workspace;
