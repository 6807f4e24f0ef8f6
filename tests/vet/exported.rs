//! What `bilat export` writes has nothing to change: every format, style and topic, and several lenses.

use bilat::brief::{Brief, Options};
use bilat::cite::Manual;
use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::export::{Docx, Format as _, Html, Markdown, text};
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

/// What must be changed in a brief, with its name.
fn problems(dossier: &Dossier, contests: &Contests, name: &str, brief: &Brief) -> Vec<String> {
    let mut told = Vec::new();
    for document in documents(brief) {
        let report = vet(dossier, contests, &document);
        let all = report.problems(false).map(|one| {
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
