//! What reads the inputs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use bilat::cite::{Style, cite, write};
use bilat::contested::Contests;
use bilat::dossier::{Date, Dossier, Id, Kind};
use bilat::figures::Period;
use bilat::import::agreements::{Agreements, parse};
use bilat::import::bibliography::{Bibtex, CslJson};
use bilat::import::comtrade::Comtrade;
use bilat::import::html;
use bilat::import::sdmx::Sdmx;
use bilat::import::timelinejs::TimelineJs;
use bilat::import::worldbank::WorldBank;
use bilat::import::{Format, ImportContext, Input, Options, RowReport};
use bilat::load::{Document, Origin, load};
use bilat::search::Query;
use bilat::system::charset::decode;
use bilat::terminal::keys_in;

/// A reader and what it is tried with.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Inputs that are right.
    pub(crate) seeds: fn() -> Vec<Vec<u8>>,
    pub(crate) run: fn(&[u8]),
}

pub(crate) const TARGETS: [Target; 8] = [
    Target {
        name: "loader",
        seeds: documents,
        run: loader,
    },
    Target {
        name: "dates",
        seeds: || words(&DATES),
        run: dates,
    },
    Target {
        name: "query",
        seeds: || words(&QUERIES),
        run: query,
    },
    Target {
        name: "keys",
        seeds: || words(&KEYS),
        run: keys,
    },
    Target {
        name: "import",
        seeds: || files("tests/fixtures/import"),
        run: import,
    },
    Target {
        name: "html",
        seeds: || words(&MARKUP),
        run: |bytes| drop(html::plain(&String::from_utf8_lossy(bytes))),
    },
    Target {
        name: "bibtex",
        seeds: || files("tests/fixtures/import/bibliography"),
        run: |bytes| read(&Bibtex, bytes),
    },
    Target {
        name: "cite",
        seeds: documents,
        run: citations,
    },
];

const DATES: [&str; 12] = [
    "2024",
    "2024-09",
    "2024-09-30",
    "2024-09-30T10:00:00Z",
    "1984?",
    "2004-06~",
    "201X",
    "2023-21",
    "2022/2024",
    "../1985-04-12",
    "Y-17000",
    "-0044-03-15",
];

const QUERIES: [&str; 6] = [
    "speaker:putin \"many friends\" -africa",
    "topic:trade,rail date:2023..2025 before:2024-02",
    "status:signed (atom OR nuclear) is:contested",
    "trade~ +rail* 'x'",
    "from:2020 to:2021-05 kind:claim",
    "source:asean-briefing-2023 ¶48",
];

const KEYS: [&str; 5] = [
    "jk/abc\r\x1b[A\x1b[1;5C\x1bOP",
    "\x1b[200~pasted\r\ntext\x1b[201~q",
    "\x1bP1+r544e\x1b\\\x1b]11;rgb:0/0/0\x07",
    "\x1b[[A\x1b[M !!\x1b[<0;1;1M",
    "é\x1bß𝄞\x03",
];

const MARKUP: [&str; 4] = [
    "<p>Text <b>bold</b> &amp; <a href=\"https://example.org\">link</a></p>",
    "<ul><li>one<li>two</ul><script>x < 1</script><style>a{}</style>",
    "<!DOCTYPE html><!-- note --><table><tr><td>1</table>&nbsp;&#8212;&#x41;",
    "<div class='a' <br/> <img alt=\"x\"> <![CDATA[y]]>",
];

fn words(all: &[&str]) -> Vec<Vec<u8>> {
    all.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Every file below a folder of the project.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else {
            found.push((path.clone(), fs::read(&path).expect("a file")));
        }
    }
    // A folder is listed in any order.
    found.sort();
    found.into_iter().map(|(_, bytes)| bytes).collect()
}

/// Small dossiers as one document each, and the files of the built-in one.
fn documents() -> Vec<Vec<u8>> {
    let odd = ["odd", "faulty"].map(|name| {
        let folder = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut bilat = Command::new(env!("CARGO_BIN_EXE_bilat"));
        let output = bilat.args(["export", "json", &folder]).output();
        output.expect("it runs").stdout
    });
    let small = r#"{"format": "bilat/1", "dossier": {"title": "T", "sides": [
        {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}}"#;
    let all = odd.into_iter().chain([small.as_bytes().to_vec()]);
    all.filter(|bytes| !bytes.is_empty()).collect()
}

fn document(bytes: &[u8]) -> Dossier {
    let text = String::from_utf8_lossy(bytes).into_owned();
    load(&Origin::Document(Document::new("f.json", text))).dossier
}

fn loader(bytes: &[u8]) {
    drop(document(bytes));
}

fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(date) = Date::parse(&text) {
        let ends = (date.earliest(), date.latest());
        assert!(
            ends.0.is_none() || ends.1.is_none() || ends.0 <= ends.1,
            "{text}"
        );
        assert!(!date.label().is_empty(), "{text}");
        assert!(date.sort(&date).is_eq(), "{text}");
        let _ = (date.compare(&date), Period::of(&date), date.year());
    }
}

fn query(bytes: &[u8]) {
    let query = Query::new(&String::from_utf8_lossy(bytes));
    let _ = (query.window(), query.is_empty());
    if let Some(problem) = query.problem() {
        assert!(!problem.to_string().is_empty());
    }
}

fn keys(bytes: &[u8]) {
    let whole = keys_in([bytes]);
    let single: Vec<_> = bytes.chunks(1).collect();
    // However the bytes come, they are the same keys.
    assert_eq!(keys_in(single), whole);
}

fn import(bytes: &[u8]) {
    let map = "title=Name,parties=Country.A,parties=Country.B,signed=Date.of.Signature";
    let agreements = Agreements {
        map: parse(map).expect("a map"),
        dates: None,
    };
    read(&Comtrade { any_partner: true }, bytes);
    read(&WorldBank, bytes);
    read(&Sdmx, bytes);
    read(&TimelineJs, bytes);
    read(&CslJson, bytes);
    read(&agreements, bytes);
    read(&Agreements::default(), bytes);
}

fn read(format: &dyn Format, bytes: &[u8]) {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    let dossier = DOSSIER.get_or_init(|| load(&Origin::BuiltIn).dossier);
    let Ok(decoded) = decode(bytes, None) else {
        return;
    };
    let options = Options {
        dry_run: true,
        encoding: None,
        separator: None,
        decimal: None,
        source: None,
        accessed: None,
        topics: Vec::new(),
        update: false,
        today: chrono::NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day"),
    };
    let input = Input::new("f", "f", Id::new("f").expect("an id"), decoded);
    let mut context = ImportContext::new(dossier, &options);
    let mut tally = RowReport::default();
    let outcome = format.read(&input, &mut context, &mut tally);
    let rows = tally.rows.used + tally.left_out();
    assert_eq!(tally.rows.read, rows, "{}", format.name());
    if let Err(error) = outcome {
        assert!(!error.to_string().is_empty());
    }
}

fn citations(bytes: &[u8]) {
    let dossier = document(bytes);
    let contests = Contests::new(&dossier, None);
    for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
        for style in [Style::Text, Style::Markdown, Style::CslJson, Style::Bibtex] {
            let _ = cite(&dossier, &contests, record, style);
        }
        let _ = write(&dossier, &contests, record, None);
    }
}
