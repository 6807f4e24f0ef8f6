//! Citations and lists of works after style manuals, compared with what other processors make of them.
#![cfg(feature = "styles")]

#[path = "styles/briefs.rs"]
mod briefs;
#[path = "styles/odd.rs"]
mod odd;

use std::path::Path;

use bilat::cite::{Cluster, Manual, Works, caveats, cite_by, plain};
use bilat::contested::Contests;
use bilat::dossier::{Dossier, Id, Kind};
use bilat::load::{Origin, load};
use serde_json::Value;

/// The manuals, as they are named on the command line.
const MANUALS: [(&str, Manual); 4] = [
    ("apa", Manual::Apa),
    ("chicago", Manual::Chicago),
    ("oscola", Manual::Oscola),
    ("mla", Manual::Mla),
];

/// Where a work differs from what citeproc-js makes of it, and why.
const DIFFERENT: &[(&str, &str, &str, &str)] = &[
    // A decade is written as people write it: citeproc-js prints 196X.
    (
        "apa",
        "decade",
        "citation",
        "Survey of the Mekong, 1960s, para. 12",
    ),
    ("apa", "decade", "entry", "Survey of the Mekong. (1960s)."),
    // hayagriva prints the season twice in APA: left out.
    (
        "apa",
        "speech",
        "entry",
        "O’Hara, A. (2001). Address to the forum.",
    ),
    // A range within one year is the year: hayagriva has no ranges.
    (
        "apa",
        "month",
        "entry",
        "Five months of trade. (2025). Business Weekly.",
    ),
    // A title of the compiler's is not quoted; an article of unknown origin is no preprint, and listed as in a note.
    (
        "chicago",
        "article-2025",
        "citation",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos] [2025?], para. 12",
    ),
    (
        "chicago",
        "article-2025",
        "entry",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos] [2025?].",
    ),
    // A title of the compiler's is not quoted.
    (
        "chicago",
        "letters",
        "citation",
        "[Letters of Two Ambassadors], unpublished manuscript, 1960–1962, para. 12",
    ),
    // The style lists no such work; it is listed as in a note.
    (
        "chicago",
        "letters",
        "entry",
        "[Letters of Two Ambassadors], unpublished manuscript, 1960–1962.",
    ),
    (
        "chicago",
        "decade",
        "citation",
        "“Survey of the Mekong,” 1960s, para. 12",
    ),
    (
        "chicago",
        "decade",
        "entry",
        "“Survey of the Mekong,” 1960s.",
    ),
    (
        "chicago",
        "speech",
        "entry",
        "Ann O’Hara, “Address to the Forum,” Spring 2001.",
    ),
    // A range within one year is the year: hayagriva has no ranges.
    (
        "chicago",
        "month",
        "citation",
        "“Five Months of Trade,” Business Weekly, 2025, para. 12",
    ),
    (
        "chicago",
        "month",
        "entry",
        "Business Weekly. “Five Months of Trade.” 2025.",
    ),
    // The style lists no such work; it is listed as in a note.
    ("chicago", "ancient", "entry", "Annals, (44 BC)."),
    // A title of the compiler's is not quoted.
    (
        "oscola",
        "article-2025",
        "citation",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos] (2025) para 12",
    ),
    (
        "oscola",
        "article-2025",
        "entry",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos] (2025)",
    ),
    (
        "oscola",
        "letters",
        "citation",
        "[Letters of Two Ambassadors] (1960–1962) para 12",
    ),
    (
        "oscola",
        "letters",
        "entry",
        "[Letters of Two Ambassadors] (1960–1962)",
    ),
    (
        "mla",
        "article-2025",
        "citation",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos], par. 12",
    ),
    (
        "mla",
        "article-2025",
        "entry",
        "[Putin and Sisoulith Meet in Moscow: Agreements, Transport Plans and Trade of Russia and Laos]. Circa 2025.",
    ),
    (
        "mla",
        "letters",
        "citation",
        "[Letters of Two Ambassadors], par. 12",
    ),
    (
        "mla",
        "letters",
        "entry",
        "[Letters of Two Ambassadors]. 1960–1962.",
    ),
    ("mla", "decade", "entry", "“Survey of the Mekong.” 1960s."),
    // A range within one year is the year: hayagriva has no ranges.
    (
        "mla",
        "month",
        "entry",
        "“Five Months of Trade.” Business Weekly, 2025.",
    ),
];

fn built_in() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

/// Works of many kinds, with odd dates, names and titles.
fn many_kinds() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/styles");
    load(&Origin::Folder(folder)).dossier
}

/// The citation of paragraph 12 of each source of a dossier, and its entry.
fn each(dossier: &Dossier, manual: Manual) -> Vec<(String, String, String)> {
    let each = dossier.sources.iter().map(|source| {
        let works = Works::new(dossier, manual, [source]).expect("styles");
        let typeset = works.typeset(&[Cluster {
            note: 1,
            cited: vec![(0, vec![12])],
        }]);
        let citation = plain(&typeset.citations[0]);
        (source.id.to_string(), citation, plain(&typeset.list[0].1))
    });
    each.collect()
}

#[test]
fn works_are_as_citeproc_js_prints_them() {
    let expected: Value =
        serde_json::from_str(include_str!("fixtures/styles/citeproc.json")).expect("JSON");
    let mut differences = Vec::new();
    for (name, manual) in MANUALS {
        for (id, citation, entry) in [built_in(), many_kinds()]
            .iter()
            .flat_map(|d| each(d, manual))
        {
            let theirs = &expected["styles"][name][&id];
            for (part, ours) in [("citation", citation), ("entry", entry)] {
                if theirs[part] != ours.as_str() {
                    differences.push((name, id.clone(), part, ours));
                }
            }
        }
    }
    let found: Vec<_> = differences
        .iter()
        .map(|(name, id, part, ours)| (*name, id.as_str(), *part, ours.as_str()))
        .collect();
    assert_eq!(found, DIFFERENT);
}

#[test]
fn a_record_of_each_kind_is_cited_after_each_manual() {
    let dossier = built_in();
    let contests = Contests::new(&dossier, None);
    let ids = [
        "asean-briefing-2023",
        "article-2025",
        "trade-total.2022",
        "gdp-growth.2023",
        "q-2023-vp-01",
        "q-2023-py-13",
        "nuclear-roadmap-2017",
        "railway-brings-passengers",
        "pany-yathotou",
    ];
    let mut all = Vec::new();
    for (name, manual) in MANUALS {
        for id in ids {
            let record = dossier.find(&Id::new(id).expect("an id")).expect(id);
            let text = cite_by(&dossier, &contests, record, manual).expect("styles");
            all.push(format!("== {name} {id}\n{text}\n\n"));
        }
    }
    insta::assert_snapshot!("styles", all.concat());
}

#[test]
fn every_record_has_its_paragraphs_its_list_and_its_caveats() {
    let dossier = built_in();
    let contests = Contests::new(&dossier, None);
    for record in Kind::ALL
        .into_iter()
        .flat_map(|kind| dossier.all(kind))
        .step_by(3)
    {
        let caveats = caveats(&dossier, &contests, record);
        for (_, manual) in MANUALS {
            let text = cite_by(&dossier, &contests, record, manual).expect("styles");
            let id = dossier.id(record);
            let label = if manual == Manual::Mla {
                " par"
            } else {
                " para"
            };
            assert!(
                record.kind == Kind::Source || text.contains(label),
                "{id}: {text}"
            );
            assert!(!text.contains("..") && !text.contains(",)"), "{id}: {text}");
            for caveat in &caveats {
                assert!(text.contains(caveat.as_str()), "{id}: {text}");
            }
            let is_noted = text.contains("\n\nNote: ")
                || text.contains(". Contested")
                || text.contains(". Doubtful");
            assert_eq!(is_noted, !caveats.is_empty(), "{id}: {text}");
        }
    }
}

#[test]
fn several_paragraphs_and_sources_are_cited_at_once() {
    let dossier = many_kinds();
    let sources: Vec<_> = dossier
        .sources
        .iter()
        .filter(|s| ["report", "same-year"].contains(&s.id.as_str()))
        .collect();
    let clusters = [
        Cluster {
            note: 1,
            cited: vec![(0, vec![3, 12]), (1, vec![7])],
        },
        Cluster {
            note: 2,
            cited: vec![(0, vec![4])],
        },
    ];
    let mut all = Vec::new();
    for (name, manual) in MANUALS {
        let works = Works::new(&dossier, manual, sources.iter().copied()).expect("styles");
        let typeset = works.typeset(&clusters);
        let citations: Vec<_> = typeset.citations.iter().map(|runs| plain(runs)).collect();
        all.push(format!("== {name}\n{}\n", citations.join("\n")));
    }
    insta::assert_snapshot!("several", all.concat());
}
