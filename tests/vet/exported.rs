//! What `bilat export` writes has nothing to change: every format, style and topic, and several lenses.

use bilat::brief::{Brief, Options};
use bilat::cite::Manual;
use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::export::{Docx, Format as _, Html, Markdown, text};
use bilat::load::{self, Origin, load};
use bilat::vet::document::Format;
use bilat::vet::{Document, vet};
use bilat::workspace::Workspace;

use super::built_in;

/// A brief in each format, as vet reads it.
fn documents(brief: &Brief) -> [Document; 3] {
    let mut word = Vec::new();
    Docx(brief.clone()).write(0, &mut word).expect("written");
    let markdown = text(&Markdown(brief.clone())).expect("text");
    let page = text(&Html(brief.clone())).expect("text");
    [
        Document::read(&markdown, Format::Markdown),
        Document::read(&page, Format::Html),
        Document::docx(&word).expect("a document"),
    ]
}

/// What must be changed in a brief or is not in the dossier, with the name of the brief.
fn problems(dossier: &Dossier, contests: &Contests, name: &str, brief: &Brief) -> Vec<String> {
    let mut told = Vec::new();
    for document in documents(brief) {
        let report = vet(dossier, contests, &document);
        let all = report.problems(true).map(|one| {
            let words = &document.text[one.range.clone()];
            format!("{name}: {:?} {words}: {}", one.verdict, one.note)
        });
        told.extend(all);
        told.extend(
            report
                .drifted
                .iter()
                .map(|line| format!("{name}: {line:?}")),
        );
    }
    told
}

#[test]
fn briefs_of_every_topic_and_style_are_clean() {
    let (dossier, contests) = built_in();
    let mut told = Vec::new();
    let mut count = 0;
    for topic in &dossier.about.topics {
        let options = Options {
            topic: Some(topic.id.clone()),
            ..Options::default()
        };
        let brief = Brief::new(&dossier, &options);
        count += 1;
        told.extend(problems(&dossier, &contests, &topic.label, &brief));
    }
    for manual in Manual::ALL {
        let brief = Brief::new(&dossier, &Options::default());
        let brief = brief.after(&dossier, manual).expect("a style");
        told.extend(problems(
            &dossier,
            &contests,
            &format!("{manual:?}"),
            &brief,
        ));
    }
    assert!(count > 10, "{count}");
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn briefs_through_a_lens_are_clean() {
    let (dossier, contests) = built_in();
    let workspace = Workspace::new(dossier.clone(), None, None);
    let mut told = Vec::new();
    for lens in [
        "energy",
        "elephants",
        "year:2023",
        "id:trade-total",
        "Putin",
        "kind:quote",
    ] {
        let options = Options {
            lens: Some(workspace.lens(lens).expect("a lens")),
            ..Options::default()
        };
        let brief = Brief::new(&dossier, &options);
        told.extend(problems(&dossier, &contests, lens, &brief));
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// Figures of parts of years and of nothing at all, which a chart gives in words.
#[test]
fn the_words_of_charts_are_clean() {
    let figure = |period: &str, value: &str| {
        format!(
            r#"{{"id": "f{}", "period": "{period}", "value": {value}, "qualifier": "estimated",
                "evidence": [{{"source": "s", "paragraph": 2, "exact": "{value}"}}]}}"#,
            value.replace('.', "-")
        )
    };
    let series = |id: &str, figures: [String; 2]| {
        format!(
            r#"{{"id": "{id}", "title": "Imports, {id}", "kind": "trade", "unit": "USD", "scale": 6,
                "flow": "imports", "reporter": "LAO", "partner": "RUS", "observations": [{}, {}],
                "evidence": [{{"source": "s", "paragraph": 1, "exact": "i"}}]}}"#,
            figures[0], figures[1]
        )
    };
    let text = format!(
        r#"{{"dossier": {{"format": "bilat/1", "title": "T", "sides": [{{"code": "LAO", "name": "Laos"}},
            {{"code": "RUS", "name": "Russia"}}]}}, "sources": [{{"id": "s", "type": "dataset", "title": "A table"}}],
            "series": [{}, {}]}}"#,
        series(
            "quarters",
            [
                figure("2024-01/2024-03", "3.1"),
                figure("2024-04/2024-06", "3.2")
            ]
        ),
        series("years", [figure("2023", "12.9"), figure("2025", "0")]),
    );
    let loaded = load(&Origin::Document(load::Document::new("t.json", text)));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let contests = Contests::new(&loaded.dossier, None);
    let brief = Brief::new(&loaded.dossier, &Options::default());
    let html = documents(&brief)[1].text.clone();
    let charts = "an estimated US$ 3.2 million (reported)";
    assert!(html.contains(charts), "{html}");
    let told = problems(&loaded.dossier, &contests, "quarters", &brief);
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// A number that was changed in the words of a chart, or in a title that a line gives, is found.
#[test]
fn changed_numbers_of_a_brief_are_found() {
    let (dossier, contests) = built_in();
    let brief = Brief::new(&dossier, &Options::default());
    for (old, new) in [
        (
            "about US$ 50 million (reported)",
            "about US$ 53 million (reported)",
        ),
        ("= 7.81 million", "= 7.91 million"),
        (
            "Friendship ended in the 1990s",
            "Friendship ended in the 1980s",
        ),
        ("the newest of [2025]", "the newest of [2021]"),
    ] {
        for document in documents(&brief) {
            let Some(at) = document.text.find(old) else {
                // Markdown has no charts.
                assert!(old.ends_with("(reported)"), "{old}");
                continue;
            };
            let text = document.text.replacen(old, new, 1);
            let report = vet(&dossier, &contests, &Document::read(&text, Format::Plain));
            let line = text[..at].rfind('\n').map_or(0, |at| at + 1)
                ..at + text[at..].find('\n').unwrap_or(0);
            let found = report
                .problems(true)
                .filter(|one| line.contains(&one.range.start));
            assert!(found.count() > 0, "{new}: {}", &text[line]);
        }
    }
}

/// A footnote proves a line only with the words of its passage.
#[test]
fn changed_quotations_of_footnotes_are_found() {
    let (dossier, contests) = built_in();
    let brief = Brief::new(&dossier, &Options::default());
    let markdown = text(&Markdown(brief)).expect("text");
    for (old, new) in [
        ("“more than 20,000 hectares”", "“less than 20,000 hectares”"),
        ("“rose by 66% in 2024”", "“fell by 66% in 2024”"),
        (
            "“An estimated 17,000 Russian tourists”",
            "“An estimated 71,000 Russian tourists”",
        ),
    ] {
        assert!(markdown.contains(old), "{old}");
        let changed = Document::read(&markdown.replace(old, new), Format::Markdown);
        let report = vet(&dossier, &contests, &changed);
        let mut found = report.problems(true);
        let is_told = |verdict| verdict == bilat::vet::Verdict::Misquoted;
        assert!(found.any(|one| is_told(one.verdict)), "{new}");
    }
}
