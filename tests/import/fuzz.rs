//! Files that are nearly right: cut, doubled, or with odd bytes put in. Nothing panics, and every row
//! is accounted for.

use bilat::dossier::{Dossier, Id};
use bilat::import::agreements::{Agreements, parse};
use bilat::import::bibliography::{Bibtex, CslJson};
use bilat::import::comtrade::Comtrade;
use bilat::import::sdmx::Sdmx;
use bilat::import::timelinejs::TimelineJs;
use bilat::import::worldbank::WorldBank;
use bilat::import::{Format, ImportContext, Input, Options, RowReport};
use bilat::load::{Origin, load};
use bilat::system::charset::decode;
use proptest::prelude::*;

use crate::dossier::{World, fixture};
use crate::every::CASES;

fn format(name: &str) -> Box<dyn Format> {
    match name {
        "comtrade" => Box::new(Comtrade { any_partner: true }),
        "worldbank" => Box::new(WorldBank),
        "sdmx-csv" => Box::new(Sdmx),
        "timelinejs" => Box::new(TimelineJs),
        "bibtex" => Box::new(Bibtex),
        "csl-json" => Box::new(CslJson),
        _ => Box::new(Agreements {
            map: parse("title=Name,parties=Country.A,parties=Country.B,signed=Date.of.Signature,status=State").unwrap(),
            dates: None,
        }),
    }
}

fn options() -> Options {
    Options {
        dry_run: false,
        encoding: None,
        separator: None,
        decimal: None,
        source: None,
        accessed: None,
        topics: Vec::new(),
        update: false,
        today: chrono::NaiveDate::from_ymd_opt(2024, 6, 1).unwrap(),
    }
}

/// Reads a text as one format, and holds its account against itself.
fn read(dossier: &Dossier, name: &str, bytes: &[u8]) {
    let options = options();
    let Ok(decoded) = decode(bytes, None) else {
        return;
    };
    let input = Input::new("f", "f", Id::new("f").unwrap(), decoded);
    let mut context = ImportContext::new(dossier, &options);
    let mut tally = RowReport::default();
    let outcome = format(name).read(&input, &mut context, &mut tally);
    assert_eq!(
        tally.rows.read,
        tally.rows.used + tally.left_out(),
        "{name}"
    );
    if let Some(cells) = tally.cells {
        assert_eq!(cells.read, cells.used + tally.empty_cells(), "{name}");
    }
    if let Err(error) = outcome {
        assert!(!format!("{error:#}").is_empty());
    }
}

/// One change: where (in thousandths of the file), how much is taken, what is put there.
type Change = (usize, usize, String);

fn change() -> impl Strategy<Value = Change> {
    let put = prop_oneof![
        Just(String::new()),
        "[\"{}\\[\\],;:=@\\\\\n\r\t-]{1,3}",
        "[0-9]{1,20}",
        "\\PC{1,4}",
        Just("\u{0}".to_owned()),
        Just("\u{202e}é€𝄞".to_owned()),
        Just("null".to_owned()),
        Just("\\u".to_owned()),
    ];
    (0usize..1000, 0usize..12, put)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_panics_and_nothing_vanishes(
        case in 0..CASES.len(),
        changes in prop::collection::vec(change(), 0..6),
        keep in 0usize..2000,
    ) {
        thread_local! {
            static DOSSIER: Dossier = {
                let world = World::new();
                load(&Origin::Folder(world.dossier().into())).dossier
            };
        }
        let (name, file, ..) = CASES[case];
        let mut bytes = std::fs::read(fixture(file)).unwrap();
        for (at, take, put) in &changes {
            let at = at * bytes.len() / 1000;
            let end = (at + take).min(bytes.len());
            bytes.splice(at..end, put.bytes());
        }
        bytes.truncate(bytes.len() * keep.min(1000) / 1000);
        DOSSIER.with(|dossier| read(dossier, name, &bytes));
    }
}
