//! The records of a dossier on a line each, for snapshots.

use std::fmt::Write;

use bilat::dossier::observation::Qualifier;
use bilat::dossier::{Agreement, Date, Dossier, Evidence, Series};
use serde::Serialize;

pub(crate) fn listing(dossier: &Dossier) -> String {
    let mut out = String::new();
    for series in &dossier.series {
        one_series(&mut out, series);
    }
    for event in &dossier.events {
        let date = event.date.as_ref().map(Date::label);
        let told = [
            Some(event.title.to_string()),
            date,
            Some(event.status.word().to_owned()),
        ];
        entry(&mut out, &format!("{} {}", event.kind, event.id), &told);
        more(&mut out, "summary", event.summary.as_deref());
        more(&mut out, "topics", Some(&joined(&event.topics)));
        more(&mut out, "note", event.note.as_deref());
        anchors(&mut out, &event.evidence);
    }
    for agreement in &dossier.agreements {
        one_agreement(&mut out, agreement);
    }
    for source in &dossier.sources {
        let told = [
            Some(source.title.to_string()),
            source.publisher.as_ref().map(ToString::to_string),
            source.container_title.as_ref().map(ToString::to_string),
            source.issued.as_ref().map(Date::label),
            source.url.as_ref().map(ToString::to_string),
        ];
        entry(&mut out, &format!("{} {}", source.kind, source.id), &told);
        more(&mut out, "by", Some(&joined(&source.author)));
        for (word, text) in [
            ("volume", &source.volume),
            ("issue", &source.issue),
            ("page", &source.page),
            ("place", &source.publisher_place),
            ("DOI", &source.doi),
            ("key", &source.citation_key),
        ] {
            more(&mut out, word, text.as_deref());
        }
        more(&mut out, "missing", Some(&joined(&source.missing)));
        more(&mut out, "note", source.note.as_deref());
        anchors(&mut out, &source.evidence);
    }
    for person in &dossier.people {
        entry(
            &mut out,
            &format!("person {}", person.id),
            &[Some(person.name.to_string())],
        );
        anchors(&mut out, &person.evidence);
    }
    for body in &dossier.organisations {
        let name = Some(body.name.to_string());
        entry(&mut out, &format!("{} {}", body.kind, body.id), &[name]);
        anchors(&mut out, &body.evidence);
    }
    out
}

fn one_agreement(out: &mut String, agreement: &Agreement) {
    let label =
        |date: &Option<Date>, word: &str| date.as_ref().map(|date| format!("{word} {date}"));
    let shown = [
        Some(agreement.title.to_string()),
        Some(agreement.status.word().to_owned()),
        label(&agreement.signed, "signed"),
        label(&agreement.in_force, "in force"),
    ];
    let name = format!("{} {}", agreement.kind.word(), agreement.id);
    entry(out, &name, &shown);
    let parties = agreement.parties.iter().map(|party| json(&party.party));
    more(out, "parties", Some(&parties.collect::<Vec<_>>().join(" ")));
    more(out, "topics", Some(&joined(&agreement.topics)));
    more(out, "note", agreement.note.as_deref());
    anchors(out, &agreement.evidence);
}

fn one_series(out: &mut String, series: &Series) {
    let country = |actor: &Option<bilat::dossier::Actor>| actor.as_ref().map(json);
    let told = [
        Some(series.title.to_string()),
        series
            .unit
            .as_ref()
            .map(|unit| format!("{unit} 10^{}", series.scale)),
        series.flow.map(|flow| flow.word().to_owned()),
        country(&series.reporter),
        country(&series.partner),
        series.commodity.as_ref().map(ToString::to_string),
    ];
    entry(out, &format!("{} {}", series.kind.word(), series.id), &told);
    more(out, "note", series.note.as_deref());
    anchors(out, &series.evidence);
    for figure in &series.observations {
        let value = figure
            .value
            .map(bilat::dossier::Number::printed)
            .unwrap_or_default();
        let status = figure.status.word();
        let qualifier = figure.qualifier.map(Qualifier::word).unwrap_or_default();
        let is_break = if figure.is_break { "break" } else { "" };
        let note = figure.note.as_deref().unwrap_or_default();
        let words = [
            figure.id.as_str(),
            &figure.period.label(),
            &value,
            status,
            qualifier,
            is_break,
            note,
        ];
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        writeln!(out, "    {}", words.join(" | ")).unwrap();
        anchors(out, &figure.evidence);
    }
}

fn entry(out: &mut String, head: &str, told: &[Option<String>]) {
    let told: Vec<_> = told.iter().flatten().map(String::as_str).collect();
    writeln!(out, "{head}: {}", told.join(" | ")).unwrap();
}

fn more(out: &mut String, word: &str, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        writeln!(out, "    {word}: {}", text.replace('\n', " / ")).unwrap();
    }
}

fn anchors(out: &mut String, evidence: &[Evidence]) {
    for one in evidence {
        let text =
            |text: &Option<bilat::dossier::Text>| text.as_deref().unwrap_or_default().to_owned();
        let (before, after) = (text(&one.prefix), text(&one.suffix));
        writeln!(
            out,
            "      ¶{} {before}[{}]{after}",
            one.paragraph,
            one.words().into_owned()
        )
        .unwrap();
    }
}

fn joined<T: ToString>(all: &[T]) -> String {
    all.iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .unwrap()
        .trim_matches('"')
        .to_owned()
}
