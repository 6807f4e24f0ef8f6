//! One sign that is missing is one error, at its place, and costs one record.

use super::folder::{ABOUT, Folder, SOURCES};
use bilat::load::{Document, Origin, load};

/// Five series of two figures, as the program writes them.
fn series() -> String {
    let evidence = r#"[
      {
        "source": "article",
        "paragraph": 1,
        "exact": "x"
      }
    ]"#;
    let figure = |id: &str, year: u32| {
        format!(
            "      {{\n        \"id\": \"{id}.{year}\",\n        \"period\": \"{year}\",\n        \"value\": 1,\n        \"evidence\": {evidence}\n      }}"
        )
    };
    let one = |id: &str| {
        format!(
            "  {{\n    \"id\": \"{id}\",\n    \"title\": \"T {id}\",\n    \"kind\": \"indicator\",\n    \"observations\": [\n{},\n{}\n    ],\n    \"evidence\": {evidence}\n  }}",
            figure(id, 2020),
            figure(id, 2021)
        )
    };
    let all = ["a", "b", "c", "d", "e"].map(one);
    format!("[\n{}\n]\n", all.join(",\n"))
}

/// The text without the first `sign` behind a mark, and the line in which it was.
fn without(text: &str, mark: &str, sign: char) -> (String, usize) {
    let from = text.find(mark).unwrap();
    let at = from + text[from..].find(sign).unwrap();
    let line = 1 + text[..at].matches('\n').count();
    let rest = &text[at + sign.len_utf8()..];
    (format!("{}{rest}", &text[..at]), line)
}

/// The lines of the errors, and how many series were read.
fn read(text: &str) -> (Vec<usize>, usize) {
    let loaded = Folder::new(&[("series.json", text)]).load();
    let lines = loaded.problems.iter().map(|problem| problem.line).collect();
    (lines, loaded.dossier.series.len())
}

#[test]
fn one_missing_sign_is_one_error() {
    let text = series();
    // Where it is missing, or where that shows: in the next line at the latest.
    for (mark, sign) in [
        ("\"id\": \"b\"", ','),
        ("\"title\": \"T b", ':'),
        ("T b", '"'),
        ("\"id\": \"b\"", '['),
        ("\"id\": \"b\"", '{'),
        ("\"id\": \"b.2020\"", '['),
        ("\"id\": \"b.2020\"", '{'),
        ("\"id\": \"b.2020\"", '}'),
        ("\"id\": \"b.2020\"", ']'),
    ] {
        let (broken, line) = without(&text, mark, sign);
        let (lines, read) = read(&broken);
        let [told] = lines[..] else {
            panic!("{mark} {sign}: {lines:?}");
        };
        assert!(
            told >= line && told <= line + 1,
            "{mark} {sign}: {told}, not {line}"
        );
        assert!(read >= 4, "{mark} {sign}: {read}");
    }
    // The braces of the record itself.
    for (mark, sign) in [
        ("  },\n  {\n    \"id\": \"b\"", '{'),
        ("  },\n  {\n    \"id\": \"c\"", '}'),
    ] {
        let (broken, line) = without(&text, mark, sign);
        let (lines, read) = read(&broken);
        let [told] = lines[..] else {
            panic!("{mark} {sign}: {lines:?}");
        };
        assert!(
            told + 1 >= line && told <= line + 1,
            "{mark} {sign}: {told}, not {line}"
        );
        assert_eq!(read, 4, "{mark} {sign}");
    }
    // And where a record is one line.
    let one = text
        .replace("\n    ", " ")
        .replace("\n  }", "}")
        .replace("  {", "{");
    for sign in ['{', '"', ':'] {
        let (broken, line) = without(&one, "{ \"id\": \"b\"", sign);
        assert_eq!(read(&broken), (vec![line], 4), "{sign}: {broken}");
    }
}

#[test]
fn a_missing_quotation_mark_is_told_where_it_is_missing() {
    let (broken, line) = without(&series(), "T b\"", '"');
    let problems = Folder::new(&[("series.json", broken)]).problems();
    let place = format!("series.json:{line}:");
    assert!(problems[0].starts_with(&place), "{problems:?}");
    assert!(
        problems[0].contains("a string ends in its line"),
        "{problems:?}"
    );
}

/// A document is split into members as a folder is into files: a fault in one costs one record of that.
#[test]
fn a_document_recovers_as_a_folder_does() {
    let text = series();
    let events = r#"[
    {
      "id": "v",
      "title": "T",
      "kind": "visit",
      "status": "occurred",
      "evidence": [
        {
          "source": "article",
          "paragraph": 1,
          "exact": "x"
        }
      ]
    }
  ]"#;
    for (mark, sign) in [
        ("\"id\": \"b\"", '['),
        ("\"id\": \"b.2020\"", '}'),
        ("\"id\": \"b.2020\"", ']'),
        ("T b", '"'),
        ("  },\n  {\n    \"id\": \"c\"", '}'),
        ("\"id\": \"e\"", '}'),
    ] {
        let (broken, line) = without(&text, mark, sign);
        let start = "{\n";
        let head = format!(
            "\"dossier\": {},\n\"sources\": {SOURCES},\n\"series\": ",
            ABOUT.trim_end()
        );
        let document = format!(
            "{start}{head}{},\n\"events\": {events}\n}}\n",
            broken.trim_end()
        );
        let before = document[..document.find("\"series\"").unwrap()]
            .matches('\n')
            .count();
        let loaded = load(&Origin::Document(Document::new("d.json", document)));
        let lines: Vec<_> = loaded
            .problems
            .iter()
            .map(|one| one.line - before)
            .collect();
        let [told] = lines[..] else {
            panic!("{mark} {sign}: {:?}", loaded.problems);
        };
        assert!(
            told + 1 >= line && told <= line + 1,
            "{mark} {sign}: {told}, not {line}"
        );
        let dossier = loaded.dossier;
        assert_eq!(
            (dossier.events.len(), dossier.sources.len()),
            (1, 1),
            "{mark} {sign}"
        );
        assert!(dossier.series.len() >= 4, "{mark} {sign}");
    }
}
