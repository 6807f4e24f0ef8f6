//! What the parts of a search take, in this process and without a terminal:
//! `cargo bench --bench engine`. Corpora are those of the terminal bench.

mod corpus;

use std::hint::black_box;
use std::sync::LazyLock;

use bilat::dashboard::app::App;
use bilat::dashboard::ui::palette::Look;
use bilat::dashboard::ui::theme::Theme;
use bilat::dossier::Dossier;
use bilat::load::{Loaded, Origin, load};
use bilat::search::engine::Engine;
use bilat::search::{Order, Query};
use corpus::Corpus;
use crossterm::event::{KeyCode, KeyEvent};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// How many quotes.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// What is typed, by class.
const QUERIES: [(&str, &str); 15] = [
    ("absent", "qqzzx"),
    ("one letter", "e"),
    ("two letters", "tr"),
    ("rare word", "ombudsman"),
    ("common word", "water"),
    ("several words", "water treaty government"),
    ("phrase, rare words", "\"treaty government\""),
    ("phrase, common words", "\"of the"),
    ("Cyrillic", "мир"),
    ("Lao", "ຍານອະ"),
    ("upper case", "WATER"),
    ("whole word", "=water"),
    ("like a word", "~ombutsman"),
    ("not", "water -treaty"),
    ("fields", "year:2003 topic:trade"),
];

/// A corpus with its engine, with or without an index.
struct Ready {
    dossier: Dossier,
    scanning: Engine,
    indexed: Engine,
}

static CORPORA: [LazyLock<Ready>; SIZES.len()] = [
    LazyLock::new(|| ready(SIZES[0])),
    LazyLock::new(|| ready(SIZES[1])),
    LazyLock::new(|| ready(SIZES[2])),
];

fn main() {
    divan::main();
}

fn read(size: usize) -> Loaded {
    let corpus = Corpus::at(&corpus::folder(), size, 1).expect("the corpus can be written");
    load(&Origin::Folder(corpus.dossier))
}

fn ready(size: usize) -> Ready {
    let dossier = read(size).dossier;
    let scanning = Engine::new(&dossier, &[], None);
    let indexed = Engine::new(&dossier, &[], None);
    indexed.build_index(&|| true, &|_| {});
    Ready {
        dossier,
        scanning,
        indexed,
    }
}

fn of_size(size: usize) -> &'static Ready {
    let at = SIZES.iter().position(|one| *one == size);
    &CORPORA[at.expect("one of the sizes")]
}

/// A dossier from its files: parsed, checked, folded.
#[divan::bench(args = SIZES, sample_count = 3)]
fn read_dossier(bencher: Bencher<'_, '_>, size: usize) {
    bencher.bench(|| read(size));
}

/// The index of words.
#[divan::bench(args = SIZES, sample_count = 3)]
fn build_index(bencher: Bencher<'_, '_>, size: usize) {
    let ready = of_size(size);
    bencher
        .with_inputs(|| Engine::new(&ready.dossier, &[], None))
        .bench_refs(|engine| engine.build_index(&|| true, &|_| {}));
}

/// A query, by size and class.
#[derive(Clone, Copy)]
struct Case {
    size: usize,
    class: &'static str,
    typed: &'static str,
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>7} {}", self.size, self.class)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    QUERIES
        .into_iter()
        .flat_map(|(class, typed)| SIZES.map(|size| Case { size, class, typed }))
}

fn search(bencher: Bencher<'_, '_>, engine: &Engine, case: Case, order: Order) {
    let query = Query::new(case.typed);
    bencher.bench(|| engine.search(black_box(&query), order, None, &|| true));
}

/// Texts are read.
#[divan::bench(args = cases(), sample_count = 20)]
fn search_without_index(bencher: Bencher<'_, '_>, case: Case) {
    search(bencher, &of_size(case.size).scanning, case, Order::Dossier);
}

/// Words are looked up.
#[divan::bench(args = cases(), sample_count = 50)]
fn search_with_index(bencher: Bencher<'_, '_>, case: Case) {
    search(bencher, &of_size(case.size).indexed, case, Order::Dossier);
}

/// The same, with the best match first.
#[divan::bench(args = cases(), sample_count = 10)]
fn search_best_first(bencher: Bencher<'_, '_>, case: Case) {
    search(bencher, &of_size(case.size).indexed, case, Order::Best);
}

/// The built-in dossier has some forty quotes.
#[divan::bench(args = ["e", "soviet cooperation", "speaker:putin year:2023", "~yatotu"])]
fn search_built_in(bencher: Bencher<'_, '_>, typed: &str) {
    let dossier = load(&Origin::BuiltIn).dossier;
    let engine = Engine::new(&dossier, &[], None);
    let query = Query::new(typed);
    bencher.bench(|| engine.search(black_box(&query), Order::Dossier, None, &|| true));
}

/// A whole frame of 200 x 60, drawn into memory after a key.
#[divan::bench(args = ["1j", "4j", "4/a"])]
fn frame_built_in(bencher: Bencher<'_, '_>, keys: &str) {
    frame(bencher, load(&Origin::BuiltIn), keys);
}

/// The same over a corpus.
#[divan::bench(args = SIZES, sample_count = 20)]
fn frame_of_corpus(bencher: Bencher<'_, '_>, size: usize) {
    let loaded = Loaded {
        dossier: of_size(size).dossier.clone(),
        ..Loaded::default()
    };
    frame(bencher, loaded, "4j");
}

/// Presses the first keys once and the last one again and again.
fn frame(bencher: Bencher<'_, '_>, loaded: Loaded, keys: &str) {
    let theme = Theme {
        colour: true,
        ascii: false,
        look: Look::Terminal,
    };
    let mut app = App::new(loaded, theme, None);
    let backend = TestBackend::new(200, 60);
    let mut terminal = Terminal::new(backend).expect("memory cannot fail");
    let (last, first) = keys.as_bytes().split_last().expect("a key");
    let key = |byte: &u8| KeyEvent::from(KeyCode::Char(char::from(*byte)));
    for byte in first {
        app.press(key(byte));
    }
    bencher.bench_local(|| {
        black_box(app.press(key(last)));
        terminal
            .draw(|frame| app.render(frame))
            .expect("memory cannot fail");
    });
}
