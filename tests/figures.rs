//! The arithmetic of figures: verdicts, findings, and how many injected slips are found.

#![expect(clippy::unwrap_used, reason = "a test may fail")]
#![expect(clippy::too_many_lines, reason = "tables of cases")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "json! at the call, without an &"
)]

#[path = "figures/breaks.rs"]
mod breaks;
#[path = "figures/builtin.rs"]
mod builtin;
#[path = "figures/calendar.rs"]
mod calendar;
#[path = "figures/cells.rs"]
mod cells;
#[path = "figures/chains.rs"]
mod chains;
#[path = "figures/definitions.rs"]
mod definitions;
#[path = "figures/fixture.rs"]
mod fixture;
#[path = "figures/incomparable.rs"]
mod incomparable;
#[path = "figures/inject.rs"]
mod inject;
#[path = "figures/order.rs"]
mod order;
#[path = "figures/others.rs"]
mod others;
#[path = "figures/pairs.rs"]
mod pairs;
#[path = "figures/people.rs"]
mod people;
#[path = "figures/periods.rs"]
mod periods;
#[path = "figures/properties.rs"]
mod properties;
#[path = "figures/quoted.rs"]
mod quoted;
#[path = "figures/ranges.rs"]
mod ranges;
#[path = "figures/records.rs"]
mod records;
#[path = "figures/slips.rs"]
mod slips;
#[path = "figures/sound.rs"]
mod sound;
#[path = "figures/spellings.rs"]
mod spellings;
#[path = "figures/sums.rs"]
mod sums;
#[path = "figures/wholes.rs"]
mod wholes;
#[path = "figures/words.rs"]
mod words;
