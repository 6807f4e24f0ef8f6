//! `bilat import`: every row of every format is accounted for, every record can be verified, a second
//! time changes nothing, and nothing that a file holds can do harm.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "import/again.rs"]
mod again;
#[path = "import/areas.rs"]
mod areas;
#[path = "import/bibliography.rs"]
mod bibliography;
#[path = "import/bibtex.rs"]
mod bibtex;
#[path = "import/classes.rs"]
mod classes;
#[path = "import/dossier.rs"]
mod dossier;
#[path = "import/every.rs"]
mod every;
#[path = "import/exported.rs"]
mod exported;
#[path = "import/faults.rs"]
mod faults;
#[path = "import/formats.rs"]
mod formats;
#[path = "import/fuzz.rs"]
mod fuzz;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "common/kills.rs"]
mod kills;
#[path = "import/listing.rs"]
mod listing;
#[path = "import/measured.rs"]
mod measured;
#[path = "import/nothing_lost.rs"]
mod nothing_lost;
#[path = "import/own.rs"]
mod own;
#[path = "import/people.rs"]
mod people;
#[path = "import/printed.rs"]
mod printed;
#[path = "import/recognised.rs"]
mod recognised;
#[path = "import/round_trip.rs"]
mod round_trip;
#[path = "import/speed.rs"]
mod speed;
#[path = "import/states.rs"]
mod states;
