//! Keys at random, with resizes in between, on harmless and hostile dossiers: nothing panics, and no
//! key keeps a person waiting. `MONKEY_KEYS=10000 cargo test --release --test dashboard monkey`
//! presses as many keys for every seed.

use std::time::Duration;

use bilat::dashboard::keymap::{BINDINGS, KeyEvent};
use bilat::load::{Loaded, Origin, load};
use rustix::time::{ClockId, clock_gettime};

use crate::hostile::poisoned;
use crate::screen::{Session, odd, parse};

/// From where the keys are drawn; a failure names its own.
const SEEDS: [u64; 5] = [1, 20_251_129, 0xdead_beef, 7_777_777, u64::MAX];

/// A wide screen, a usual one, one panel with tabs, hardly anything, and too little for anything.
const SIZES: [(u16, u16); 5] = [(200, 60), (120, 40), (80, 24), (41, 11), (9, 3)];

/// Keys for every seed, unless `MONKEY_KEYS` says otherwise: a few seconds for all.
const KEYS: usize = 100;

/// The longest that a key and its frame may take in the program that people run. Of a build that is not
/// optimised only a hang is told.
const MOST: Duration = if cfg!(debug_assertions) {
    Duration::from_secs(30)
} else {
    Duration::from_millis(100)
};

/// A sequence of numbers that a seed decides (splitmix64, Steele et al. 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let count = u64::try_from(of.len()).expect("few");
        &of[usize::try_from(self.next() % count).expect("fewer")]
    }
}

/// Every key that means something, and what people type into a search.
fn alphabet() -> Vec<KeyEvent> {
    let bound = BINDINGS.iter().flat_map(|row| row.keys);
    let mut keys: Vec<_> = bound.map(|key| key.event()).collect();
    keys.extend(parse(
        "aeiou 0189\"=~|-:.Лກ東<space><bs><esc><esc><enter><enter><up><down><left><right>",
    ));
    keys
}

/// The time that this thread has worked: other programs on a busy machine do not count.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("it runs forwards")
}

/// Presses so many keys; how many frames there were, and how long the slowest key took.
fn presses(mut session: Session, seed: u64, keys: usize) -> (usize, Duration) {
    let (mut random, alphabet) = (Random(seed), alphabet());
    let mut pressed = Vec::new();
    let (mut frames, mut slowest) = (0, Duration::ZERO);
    for _ in 0..keys {
        if random.next().is_multiple_of(20) {
            let (columns, rows) = *random.one(&SIZES);
            session.resize(columns, rows);
        }
        let key = *random.one(&alphabet);
        pressed.push(key.code);
        let since = worked();
        let effect = session.app.press(key);
        session.draw();
        let took = worked().saturating_sub(since);
        slowest = slowest.max(took);
        let last = &pressed[pressed.len().saturating_sub(20)..];
        assert!(took < MOST, "{took:?} in seed {seed} after {last:?}");
        // What the loop does in another thread.
        session.search(effect);
        session.draw();
        frames += usize::from(!session.text().is_empty());
    }
    (frames, slowest)
}

fn run(open: impl Fn(u16, u16) -> Session) {
    let keys = std::env::var("MONKEY_KEYS").map_or(KEYS, |keys| keys.parse().expect("a number"));
    for (seed, (columns, rows)) in SEEDS.into_iter().zip(SIZES) {
        let (frames, slowest) = presses(open(columns, rows), seed, keys);
        println!("seed {seed}: {keys} keys, the slowest took {slowest:?}");
        assert!(frames > keys / 2, "it draws");
    }
}

#[test]
fn any_keys_on_the_built_in_dossier() {
    run(Session::new);
}

#[test]
fn any_keys_on_odd_cases_and_their_source() {
    run(|columns, rows| odd(columns, rows).with_text("The words.\n\nMore words."));
}

#[test]
fn any_keys_on_a_hostile_dossier() {
    let folder = tempfile::tempdir().expect("a folder");
    run(|columns, rows| Session::over(poisoned(folder.path()), columns, rows));
}

#[test]
fn any_keys_on_an_empty_dossier() {
    run(|columns, rows| Session::over(Loaded::default(), columns, rows));
}

#[test]
fn any_keys_on_a_full_dossier() {
    let folder = full();
    let origin = Origin::new(Some(folder.path())).expect("the folder is there");
    run(|columns, rows| Session::over(load(&origin), columns, rows));
}

/// Long texts, chains of agreements, and as many events as quotes.
fn full() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: String| {
        std::fs::write(folder.path().join(name), text).expect("written");
    };
    let evidence = r#""evidence": [{"source": "s", "paragraph": 1, "exact": "x"}]"#;
    let long = "A long text with words in it. ".repeat(20);
    let many = |record: &dyn Fn(usize) -> String| {
        let records: Vec<_> = (0..200).map(record).collect();
        format!("[{}]", records.join(",\n"))
    };
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "T", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#.to_owned(),
    );
    write(
        "sources.json",
        r#"[{"id": "s", "type": "report", "title": "S"}]"#.to_owned(),
    );
    write("people.json", r#"[{"id": "p", "name": "P"}]"#.to_owned());
    write(
        "events.json",
        many(&|n| {
            let year = 1800 + n;
            format!(
                r#"{{"id": "e{n}", "title": "{long}", "kind": "visit", "status": "occurred", "date": "{year}", {evidence}}}"#
            )
        }),
    );
    write(
        "agreements.json",
        many(&|n| {
            let follows = if n == 0 {
                String::new()
            } else {
                format!(r#""follows": ["a{}"],"#, n - 1)
            };
            format!(
                r#"{{"id": "a{n}", "title": "Treaty {n}", "kind": "treaty", "status": "signed", {follows} {evidence}}}"#
            )
        }),
    );
    write(
        "quotes.json",
        many(&|n| format!(r#"{{"id": "q{n}", "speaker": "p", "text": "{n} {long}", {evidence}}}"#)),
    );
    folder
}
