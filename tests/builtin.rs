//! The built-in dossier is complete and sound.

use std::collections::{BTreeMap, BTreeSet};

use bilat::dossier::{Dossier, Evidence, Kind, Typed};
use bilat::load::{Origin, load};

fn dossier() -> Dossier {
    let loaded = load(&Origin::BuiltIn);
    let problems: Vec<_> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    loaded.dossier
}

/// Evidence of a record and of what stands inside it.
fn anchors<R: Typed>(records: &[R]) -> impl Iterator<Item = &Evidence> {
    let all = |record: &'_ R| record.evidence().len() + record.inner_evidence().len();
    assert!(
        records
            .iter()
            .all(|record| all(record) > 0 || R::KIND == Kind::Source)
    );
    records.iter().flat_map(|r| r.all_evidence())
}

#[test]
fn it_loads_without_a_problem() {
    let dossier = dossier();
    for (kind, least) in [
        (Kind::Source, 2),
        (Kind::Person, 8),
        (Kind::Organisation, 40),
        (Kind::Event, 60),
        (Kind::Agreement, 28),
        (Kind::Series, 17),
        (Kind::Quote, 38),
        (Kind::Claim, 60),
        (Kind::Dispute, 20),
    ] {
        let count = dossier.count(kind);
        assert!(count >= least, "{count} {}", kind.plural());
    }
}

#[test]
fn every_paragraph_with_a_fact_is_cited() {
    let dossier = dossier();
    let mut cited: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let quotes: Vec<_> = dossier.quotes.iter().collect();
    let all = anchors(&dossier.events)
        .chain(anchors(&dossier.agreements))
        .chain(anchors(&dossier.series))
        .chain(anchors(&quotes))
        .chain(anchors(&dossier.claims))
        .chain(anchors(&dossier.disputes))
        .chain(anchors(&dossier.people))
        .chain(anchors(&dossier.organisations));
    for anchor in all {
        cited
            .entry(anchor.source.as_str())
            .or_default()
            .insert(anchor.paragraph);
    }
    // Left out: headings, a picture's caption, and the line with the reading time.
    let briefing = (1..=51)
        .filter(|p| ![2, 39, 46, 47, 50].contains(p))
        .collect::<BTreeSet<_>>();
    let missing: Vec<_> = briefing.difference(&cited["asean-briefing-2023"]).collect();
    assert_eq!(missing, Vec::<&u32>::new());
    let news = (1..=13).collect::<BTreeSet<_>>();
    let missing: Vec<_> = news.difference(&cited["article-2025"]).collect();
    assert_eq!(missing, Vec::<&u32>::new());
}

#[test]
fn every_quote_has_a_speaker_an_occasion_and_one_paragraph() {
    let dossier = dossier();
    let mut places = BTreeMap::new();
    for quote in dossier.quotes.iter() {
        assert!(dossier.person(&quote.speaker).is_some(), "{}", quote.id);
        assert!(
            quote
                .event
                .as_ref()
                .is_some_and(|id| dossier.find(id).is_some()),
            "{}",
            quote.id
        );
        assert!(quote.role.is_some() && quote.said.is_some(), "{}", quote.id);
        assert!(
            !quote.text.contains('\n'),
            "{} has several paragraphs",
            quote.id
        );
        assert_eq!(quote.evidence.len(), 1, "{}", quote.id);
        let occasion = quote.event.as_ref().map(ToString::to_string);
        let order: &mut Vec<(u32, u32)> = places.entry(occasion).or_default();
        order.push((
            quote.sequence.expect("a sequence"),
            quote.evidence[0].paragraph,
        ));
    }
    for order in places.values() {
        assert!(
            order.is_sorted(),
            "speech is in the order of the source: {order:?}"
        );
    }
}

#[test]
fn vp_is_putin_and_the_author_does_not_speak() {
    let dossier = dossier();
    let by = |name: &str| {
        let of = dossier.quotes.iter().filter(|q| q.speaker.as_str() == name);
        of.map(|q| (q.evidence[0].source.to_string(), q.evidence[0].paragraph))
            .collect::<BTreeSet<_>>()
    };
    // Paragraphs that begin with `VP:`, and the last that he goes on to.
    for paragraph in [7, 18, 26, 28, 37, 38] {
        assert!(
            by("putin").contains(&("asean-briefing-2023".to_owned(), paragraph)),
            "{paragraph}: {:?}",
            by("putin")
        );
    }
    let author = dossier.sources[1].author[0].as_str();
    assert!(
        by(author).is_empty(),
        "the author's commentary is no speech"
    );
}

#[test]
fn the_nuclear_lineage_goes_back_to_the_memorandum() {
    let dossier = dossier();
    let follows = |id: &str| {
        let agreement = dossier
            .agreements
            .iter()
            .find(|a| a.id.as_str() == id)
            .expect("an agreement");
        agreement
            .follows
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        follows("nuclear-roadmap-2025-2026"),
        ["nuclear-roadmap-2017"]
    );
    assert_eq!(follows("nuclear-roadmap-2017"), ["nuclear-memorandum-2016"]);
}

#[test]
fn growth_is_never_stored_as_a_level() {
    let dossier = dossier();
    for series in &dossier.series {
        let growth = series.kind == bilat::dossier::series::SeriesKind::Growth;
        let percent = series.unit.as_deref() == Some("%");
        assert!(!growth || percent, "{}", series.id);
        assert!(
            series.kind != bilat::dossier::series::SeriesKind::Trade || !percent,
            "{}",
            series.id
        );
    }
    let level = dossier
        .series
        .iter()
        .find(|s| s.id.as_str() == "trade-total")
        .expect("the series");
    let periods: Vec<_> = level
        .observations
        .iter()
        .map(|o| o.period.label())
        .collect();
    assert_eq!(periods, ["2022", "2024"]);
}
