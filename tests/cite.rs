//! Citations: every style, every kind of record, and the command that prints them.

#[path = "common/example.rs"]
mod example;
#[path = "cite/kinds.rs"]
mod kinds;

use assert_cmd::Command;
use bilat::cite::{Style, cite, nearest};
use bilat::contested::Contests;
use bilat::dossier::{Dossier, Id, Kind};
use bilat::load::{Origin, load};
use example::without_note;
use serde_json::Value;

const BRIEFING: &str = "Chris Devonshire-Ellis, “Laos – Russia 2023 Relations”, ASEAN Briefing, Dezan Shira & Associates, [2023]";

fn built_in() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

fn cited(dossier: &Dossier, id: &str, style: Style) -> String {
    let id = Id::new(id).expect("an id");
    cite(
        dossier,
        &Contests::new(dossier, None),
        dossier.find(&id).expect("a record"),
        style,
    )
}

/// A dossier of these files, with two sides and two sources.
fn small(files: &[(&str, &str)]) -> Dossier {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("written");
    };
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "T", "sides": [
            {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#,
    );
    write(
        "people.json",
        r#"[{"id": "ann", "name": "Ann O'Hara", "evidence": [{"source": "a", "paragraph": 1}]}]"#,
    );
    write(
        "sources.json",
        r#"[{"id": "a", "type": "article-journal", "title": "50 % & more_or_less {x}",
             "author": ["ann"], "container_title": "Trade_Review", "issued": "2017-09",
             "URL": "https://example.org/a_(b)?c={d}", "accessed": "2024-02-03"},
            {"id": "b", "type": "report", "title": "[A report]", "issued": "1975~"}]"#,
    );
    for (name, text) in files {
        write(name, text);
    }
    load(&Origin::Folder(folder.path().to_owned())).dossier
}

#[test]
fn a_figure_says_who_gives_it_where_and_what_speaks_against_it() {
    let dossier = built_in();
    assert_eq!(
        cited(&dossier, "trade-total.2022", Style::Text),
        format!(
            "ASEAN Briefing [2023] gives about US$ 50 million for “Trade, total”, 2022 ({BRIEFING}, \
             ¶48). Contested (“Trade rises, yet its figures fall”): an untitled article [2025] \
             gives about US$ 8.3 million for 2024 (¶12); an untitled article [2025] gives +66 % \
             for “Trade, growth”, 2024 against [2023] (¶3); Chris Devonshire-Ellis states: Trade is \
             tiny but has been going up (ASEAN Briefing [2023], ¶48); Pany Yathotou states: Trade \
             between the two has been rising, investment somewhat too (ASEAN Briefing [2023], ¶32); \
             computed 2023: 8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27."
        )
    );
    let growth = cited(&dossier, "trade-growth.2025-01-05", Style::Text);
    assert!(
        growth.starts_with(
            "An untitled article [2025] gives +20 % for “Trade, growth”, 2025-01 – 2025-05 \
             against [2024-01 – 2024-05] ([Putin and Sisoulith"
        ),
        "{growth}"
    );
    let forecast = cited(&dossier, "gdp-growth.2023", Style::Text);
    assert_eq!(
        forecast,
        format!(
            "ASEAN Briefing [2023] forecasts +5 % for “GDP growth, Laos”, 2023 ({BRIEFING}, ¶45)."
        )
    );
    let said = cited(&dossier, "population.2023", Style::Text);
    assert!(
        said.starts_with("Pany Yathotou gives 7 million persons for"),
        "{said}"
    );
    assert!(!said.contains("Contested"), "another year: {said}");
}

#[test]
fn speech_has_its_speaker_role_occasion_and_date() {
    let dossier = built_in();
    assert_eq!(
        cited(&dossier, "q-2023-vp-01", Style::Text),
        format!(
            "Vladimir Putin, Russian President, at “Session with Putin and Yathotou”, [2023]: “We \
             will celebrate together.” ({BRIEFING}, ¶7)."
        )
    );
    assert_eq!(
        cited(&dossier, "q-2023-vp-01", Style::Markdown),
        "> We will celebrate together.\n>\n> — Vladimir Putin, Russian President, at “Session with \
         Putin and Yathotou”, \\[2023\\] (Chris Devonshire-Ellis, “Laos – Russia 2023 Relations”, \
         *ASEAN Briefing*, Dezan Shira & Associates, \\[2023\\], ¶7)."
    );
}

#[test]
fn every_record_of_the_built_in_dossier_has_a_citation_in_every_style() {
    let dossier = built_in();
    let contests = Contests::new(&dossier, None);
    for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
        let id = dossier.id(record);
        let text = cite(&dossier, &contests, record, Style::Text);
        assert!(
            text.ends_with(['.', '?']) && !text.contains(['\n', '\u{1b}']),
            "{id}: {text}"
        );
        assert!(
            !text.contains("..") && !text.contains("  ") && !text.contains("no source"),
            "{text}"
        );
        assert!(record.kind == Kind::Source || text.contains('¶'), "{text}");
        let json: Value =
            serde_json::from_str(&cite(&dossier, &contests, record, Style::CslJson)).expect("JSON");
        let sources = json.as_array().expect("an array");
        assert!(!sources.is_empty(), "{id}");
        for item in sources {
            let parts = item["issued"]["date-parts"][0].as_array().expect("a year");
            assert!(
                parts.len() == 1 && item["issued"]["circa"] == true,
                "{item}"
            );
        }
        let bibtex = cite(&dossier, &contests, record, Style::Bibtex);
        assert_eq!(
            bibtex.matches("@article{").count(),
            sources.len(),
            "{bibtex}"
        );
        assert!(bibtex.contains("date = {2025~}") || bibtex.contains("date = {2023~}"));
        let open = bibtex.matches('{').count();
        assert_eq!(open, bibtex.matches('}').count(), "{bibtex}");
        assert!(!cite(&dossier, &contests, record, Style::Markdown).is_empty());
    }
}

const EVENT: &str = r#"[{"id": "e", "title": "Ferry & bridge_works", "kind": "project",
    "status": "under-discussion", "date": "2018?", "evidence": [
    {"source": "a", "paragraph": 3, "exact": "x"}, {"source": "b", "paragraph": 2, "exact": "x"},
    {"source": "a", "paragraph": 1, "exact": "x"},
    {"source": "b", "paragraph": 9, "exact": "x", "relation": "contradicts"}]}]"#;

#[test]
fn each_source_is_named_once_with_its_paragraphs() {
    let dossier = small(&[("events.json", EVENT)]);
    assert_eq!(
        cited(&dossier, "e", Style::Text),
        "According to Trade_Review 2017-09 and an untitled report ~1975: Ferry & bridge_works, \
         2018 ?, under discussion (Ann O'Hara, “50 % & more_or_less {x}”, Trade_Review, 2017-09, \
         https://example.org/a_(b)?c={d}, read 2024-02-03, ¶¶1, 3; [A report], ~1975, ¶¶2, 9). \
         Contradicted by an untitled report ~1975, ¶9."
    );
    assert_eq!(
        cited(&dossier, "a", Style::Markdown),
        "Ann O'Hara, [“50 % & more\\_or\\_less {x}”](https://example.org/a_%28b%29?c={d}), \
         *Trade\\_Review*, 2017-09, read 2024-02-03."
    );
}

/// A figure behind a break is not to be set beside those before it.
#[test]
fn a_break_of_the_series_is_cited_with_the_figure() {
    let series = r#"[{"id": "exports", "title": "Exports", "kind": "trade", "unit": "USD", "scale": 6,
        "observations": [
            {"id": "exports.2021", "period": "2021", "value": 4,
             "evidence": [{"source": "news", "paragraph": 1, "exact": "4"}]},
            {"id": "exports.2022", "period": "2022", "value": 10, "break": true,
             "evidence": [{"source": "news", "paragraph": 1, "exact": "10"}]}]}]"#;
    let dossier = small(&[("series.json", series)]);
    let text = |id: &str| cited(&dossier, id, Style::Text);
    let caveat = "2022 (break in the series)";
    assert!(
        text("exports.2022").contains(caveat),
        "{}",
        text("exports.2022")
    );
    assert!(text("exports").contains(caveat), "{}", text("exports"));
    assert!(
        !text("exports.2021").contains("break"),
        "{}",
        text("exports.2021")
    );
}

/// A reader must not take one source to name what only the other does.
#[test]
fn goods_are_cited_by_the_source_that_names_them() {
    let text = cited(&built_in(), "goods-laos-to-russia", Style::Text);
    let named = "ASEAN Briefing [2023] names fabrics, footwear and coffee; \
                 an untitled article [2025] names agricultural products and fruits (";
    assert!(text.contains(named), "{text}");
}

#[test]
fn csl_json_has_the_names_of_the_schema() {
    let dossier = small(&[("events.json", EVENT)]);
    let json: Value = serde_json::from_str(&cited(&dossier, "e", Style::CslJson)).expect("JSON");
    let note = "According to Trade_Review 2017-09 and an untitled report ~1975: Ferry & \
                bridge_works, 2018 ?, under discussion";
    let against = "Contradicted by an untitled report ~1975, ¶9.";
    let expected = serde_json::json!([
        {"id": "a", "type": "article-journal", "title": "50 % & more_or_less {x}",
         "author": [{"family": "O'Hara", "given": "Ann"}], "container-title": "Trade_Review",
         "issued": {"date-parts": [[2017, 9]]}, "accessed": {"date-parts": [[2024, 2, 3]]},
         "URL": "https://example.org/a_(b)?c={d}", "note": format!("{note}, ¶¶1, 3. {against}")},
        {"id": "b", "type": "report", "title": "[A report]",
         "issued": {"date-parts": [[1975]], "circa": true},
         "note": format!("{note}, ¶¶2, 9. {against}")},
    ]);
    assert_eq!(json, expected);
}

#[test]
fn bibtex_is_escaped_and_no_more_precise_than_the_dossier() {
    let dossier = small(&[]);
    assert_eq!(
        cited(&dossier, "a", Style::Bibtex),
        "@article{a,\n  author = {O'Hara, Ann},\n  title = {{50 \\% \\& more\\_or\\_less \
         \\textbraceleft{}x\\textbraceright{}}},\n  journal = {Trade\\_Review},\n  year = \
         {2017},\n  month = sep,\n  url = {https://example.org/a_(b)?c=%7Bd%7D},\n  urldate = {2024-02-03},\n}"
    );
    assert_eq!(
        cited(&dossier, "b", Style::Bibtex),
        "@techreport{b,\n  title = {{[A report]}},\n  date = {1975~},\n  year = {1975},\n}"
    );
}

#[test]
fn two_figures_for_one_period_are_contested_without_a_stored_dispute() {
    let figure = |id: &str, value: &str, source: &str| {
        format!(
            r#"{{"id": "{id}", "period": "2016", "value": {value}, "said_by": "{source}",
            "evidence": [{{"source": "{source}", "paragraph": 4, "exact": "{value}"}}]}}"#
        )
    };
    let series = format!(
        r#"[{{"id": "s", "title": "Trade", "kind": "trade", "unit": "USD", "scale": 6,
        "observations": [{}, {}], "evidence": [{{"source": "a", "paragraph": 4, "exact": "x"}}]}}]"#,
        figure("s.1", "7", "a"),
        figure("s.2", "8.5", "b")
    );
    let dossier = small(&[("series.json", &series)]);
    let citation = cited(&dossier, "s.1", Style::Text);
    let clause = "Contested: an untitled report ~1975 gives US$ 8.5 million for 2016 (¶4).";
    assert!(citation.ends_with(clause), "{citation}");
}

#[test]
fn a_wrong_id_gets_the_nearest() {
    let dossier = built_in();
    let near = |id: &str| nearest(&dossier, id).map(|id| id.to_string());
    assert_eq!(
        near("trade-total.2042"),
        Some("trade-total.2024".to_owned())
    );
    assert_eq!(near("Putin"), Some("putin".to_owned()));
    assert_eq!(near("§§§"), None);
}

fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let binary = env!("CARGO_BIN_EXE_bilat");
    let output = Command::new(binary)
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), without_note(text(output.stderr)))
}

#[test]
fn the_command_prints_it_or_says_what_was_meant() {
    let dossier = built_in();
    for (word, style) in [
        ("text", Style::Text),
        ("markdown", Style::Markdown),
        ("csl-json", Style::CslJson),
        ("bibtex", Style::Bibtex),
    ] {
        let citation = cited(&dossier, "relations-1960", style) + "\n";
        assert_eq!(
            bilat(&["cite", "relations-1960", "--style", word]),
            (0, citation, String::new())
        );
    }
    let (code, out, err) = bilat(&["cite", "trade-totl.2024"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("no record is called `trade-totl.2024`: did you mean `trade-total.2024`?"),
        "{err}"
    );
    let (code, _, err) = bilat(&["cite", "\u{1b}[31m"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("<U+001B>[31m") && !err.contains('\u{1b}'),
        "{err}"
    );
    assert_eq!(
        bilat(&["cite", "relations-1960", "--style", "harvard"]).0,
        2
    );
    assert_eq!(bilat(&["cite", "relations-1960", "/no/such/folder"]).0, 2);
}

/// Sources with the fields of a bibliography, and one by an organisation alone.
const SOURCES: &str = r#"[
    {"id": "a", "type": "article-journal", "title": "Trade", "author": ["ann", "mot"], "container_title": "Review",
     "volume": "12", "issue": "3-4", "page": "101-120", "publisher": "Press", "publisher_place": "Oxford", "issued": "2020",
     "URL": "https://example.org/t", "DOI": "10.1000/a_b", "accessed": "2024-02-03", "citation_key": "Lee2020"},
    {"id": "b", "type": "article-journal", "title": "Only", "container_title": "Review", "volume": "7", "page": "5", "issued": "2021",
     "URL": "https://doi.org/10.1000/ONLY", "DOI": "doi:10.1000/only"},
    {"id": "c", "type": "report", "title": "Report", "author": ["mot"], "issue": "2", "publisher_place": "Vientiane", "issued": "2022"}]"#;

const BODY: &str = r#"[{"id": "mot", "name": "Ministry of Tests", "acronym": "MoT", "kind": "state body",
    "evidence": [{"source": "a", "paragraph": 1, "exact": "x"}]}]"#;

#[test]
fn a_reference_has_volume_issue_pages_place_and_doi() {
    let dossier = small(&[("sources.json", SOURCES), ("organisations.json", BODY)]);
    let text = |id: &str| cited(&dossier, id, Style::Text);
    assert_eq!(
        text("a"),
        "Ann O'Hara, Ministry of Tests, “Trade”, Review, 12(3-4), pp. 101-120, Oxford: Press, 2020, \
         https://doi.org/10.1000/a_b, https://example.org/t, read 2024-02-03."
    );
    // An address that is only that of the DOI is not told twice.
    assert_eq!(
        text("b"),
        "“Only”, Review, vol. 7, p. 5, 2021, https://doi.org/10.1000/only."
    );
    assert_eq!(
        text("c"),
        "Ministry of Tests, “Report”, no. 2, Vientiane, 2022."
    );
    let markdown = |id: &str| cited(&dossier, id, Style::Markdown);
    assert_eq!(
        markdown("a"),
        "Ann O'Hara, Ministry of Tests, [“Trade”](https://example.org/t), *Review*, 12(3-4), pp. 101-120, Oxford: Press, \
         2020, `https://doi.org/10.1000/a_b`, read 2024-02-03."
    );
    assert_eq!(
        markdown("b"),
        "[“Only”](https://doi.org/10.1000/only), *Review*, vol. 7, p. 5, 2021."
    );
}

#[test]
fn a_source_by_an_organisation_alone_is_called_after_it() {
    let claim = r#"[{"id": "k", "statement": "It grows", "evidence": [{"source": "c", "paragraph": 2, "exact": "x"}]}]"#;
    let dossier = small(&[
        ("sources.json", SOURCES),
        ("organisations.json", BODY),
        ("claims.json", claim),
    ]);
    assert!(
        cited(&dossier, "k", Style::Text)
            .starts_with("Ministry of Tests 2022 states: It grows (Ministry of Tests, “Report”")
    );
    let source = dossier
        .find(&Id::new("c").expect("an id"))
        .expect("a record");
    assert_eq!(dossier.title(source), "Ministry of Tests 2022: Report");
}

#[test]
fn the_date_that_contradicts_is_in_the_clause() {
    let event = |id: &str, title: &str, date: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "title": "{title}", "date": "{date}", "kind": "diplomacy",
            "status": "occurred", "participants": [{{"who": "LAO"}}, {{"who": "RUS"}}]{more},
            "evidence": [{{"source": "a", "paragraph": 1}}]}}"#
        )
    };
    let opened = event("re", "Diplomatic relations established", "1963-09-21", "");
    let title = "50th anniversary of diplomatic relations";
    let marked = event("an", title, "2009-09-21", r#", "follows": ["re"]"#);
    let dossier = small(&[("events.json", &format!("[{opened}, {marked}]"))]);
    let citation = cited(&dossier, "re", Style::Text);
    let clause = "Contested: 50th anniversary of diplomatic relations, 2009-09-21 (";
    assert!(citation.contains(clause), "{citation}");
}
