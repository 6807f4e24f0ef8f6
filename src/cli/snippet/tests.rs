//! What a terminal is shown of problems, and how it lies under the line.

use proptest::prelude::*;

use super::*;
use crate::dossier::Text;

const LOOK: Look = Look {
    colour: false,
    ascii: false,
    columns: 60,
};

fn problem(line: usize, column: usize) -> Problem {
    Problem {
        file: Text::new("x.json"),
        line,
        column,
        severity: Severity::Error,
        message: Text::new("wrong"),
        hint: None,
        lost: false,
    }
}

/// The line as it is shown, and what is above the mark in it.
fn marked(look: Look, text: &str, offset: usize) -> (String, String) {
    let excerpt = Excerpt::at(text, offset);
    let problem = problem(excerpt.line, excerpt.column);
    let rendered = look.problem(&problem, Some(&excerpt));
    let mut lines = rendered.lines().skip(3);
    let mut line = || lines.next().expect("a line").to_owned();
    let (line, marks) = (line(), line());
    let from = marks.find('^').expect("a mark");
    let to = marks.rfind('^').expect("a mark");
    let (mut column, mut above) = (0, String::new());
    for c in line.chars() {
        let wide = c.width().unwrap_or(0);
        let here = (from..=to).contains(&column) && wide > 0;
        let on_one_that_is = wide == 0 && (from + 1..=to + 1).contains(&column);
        above.extend(Some(c).filter(|_| here || on_one_that_is));
        column += wide;
    }
    (line, above)
}

#[test]
fn a_problem_with_its_line() {
    let text = "{\n    \"status\": \"agred\",\n}";
    let excerpt = Excerpt::at(text, 16);
    let problem = Problem {
        severity: Severity::Warning,
        hint: Some(Text::new("did you mean `agreed`?")),
        ..problem(2, 15)
    };
    assert_eq!(
        LOOK.problem(&problem, Some(&excerpt)),
        "warning: wrong
 --> x.json:2:15
  |
2 |     \"status\": \"agred\",
  |               ^^^^^^^
  |
  = help: did you mean `agreed`?"
    );
    assert_eq!(
        LOOK.problem(&problem, None),
        "warning: wrong
--> x.json:2:15
 = help: did you mean `agreed`?"
    );
}

#[test]
fn the_mark_is_under_the_word() {
    for (text, word, above) in [
        ("{\"a\":\ttrue}", "true", "true"),
        ("{\"中文\": \"北京\"}", "\"北京\"", "\"北京\""),
        (
            "{\"e\u{301}\": \"a\u{308}o\"}",
            "\"a\u{308}o\"",
            "\"a\u{308}o\"",
        ),
        ("{\"ລາວ\": \"ສະບາຍດີ\"}", "\"ສະບາຍດີ\"", "\"ສະບາຍດີ\""),
        ("{\"\u{202e}\": x}", "x", "x"),
        ("{\"a\": \"\u{1b}[31m\"}", "\"\u{1b}", "\"<U+001B>[31m\""),
        ("{\"a\": \u{200b}}", "\u{200b}", "<U+200B>"),
        ("{\"👨\u{200d}👩\": x}", "x", "x"),
        ("\u{301}x", "x", "x"),
        ("ສະ\u{200b}ບາຍ x", "x", "x"),
    ] {
        let offset = text.rfind(word).expect("the word");
        let (line, found) = marked(LOOK, text, offset);
        assert_eq!(found, above, "{line}");
        assert!(!line.contains(['\u{202e}', '\u{1b}', '\u{200d}', '\t']));
    }
}

#[test]
fn a_problem_at_the_end_of_a_line_has_a_mark_behind_it() {
    let excerpt = Excerpt::at("{\"a\": 1\r\n", 7);
    let rendered = LOOK.problem(&problem(1, 8), Some(&excerpt));
    assert!(
        rendered.ends_with("1 | {\"a\": 1\n  |        ^"),
        "{rendered}"
    );
}

#[test]
fn a_long_line_is_cut_around_the_word() {
    let text = format!("[{}\"here\"{}]", "1,".repeat(500_000), ",2".repeat(500_000));
    let (line, above) = marked(LOOK, &text, 1_000_001);
    assert_eq!(above, "\"here\"");
    assert!(
        line.starts_with("1 | ...") && line.ends_with("..."),
        "{line}"
    );
    assert_eq!(line.len(), 60);
    let (line, above) = marked(LOOK, &text, 0);
    assert_eq!(above, "[");
    assert!(
        line.starts_with("1 | [1,1,") && line.ends_with("..."),
        "{line}"
    );
    let (line, above) = marked(LOOK, &format!("[\"{}\"]", "é".repeat(900_000)), 1);
    assert_eq!((width(&line), width(&above)), (60, 50), "{line}");
}

#[test]
fn a_locale_without_signs_gets_ascii() {
    let look = Look {
        ascii: true,
        ..LOOK
    };
    let text = "{\"1990–1995\": “x”, \"→\": \"…\"}";
    let offset = text.rfind("\"…").expect("the word");
    let (line, above) = marked(look, text, offset);
    assert_eq!(line, "1 | {\"1990-1995\": \"x\", \">\": \".\"}");
    assert_eq!(above, "\".\"");
}

#[test]
fn colours_are_the_only_sequences() {
    let look = Look {
        colour: true,
        ..LOOK
    };
    let excerpt = Excerpt::at("{\"a\": \"\u{1b}]8;;x\u{7}\u{9b}2J\"}", 6);
    let coloured = look.problem(&problem(1, 7), Some(&excerpt));
    let sequences = coloured.split('\u{1b}').skip(1);
    for sequence in sequences {
        let end = sequence.find(|c: char| !"[0123456789;".contains(c));
        assert_eq!(
            end.map(|end| &sequence[end..=end]),
            Some("m"),
            "{sequence:?}"
        );
    }
    assert!(!coloured.contains(['\u{7}', '\u{9b}']));
}

#[test]
fn ten_thousand_problems_take_no_longer_than_a_moment() {
    let line = format!("[{}]", "\"ສະບາຍ\",".repeat(40_000));
    let problems: Vec<_> = (0..10_000).map(|at| problem(1, at * 8 + 2)).collect();
    let since = std::time::Instant::now();
    let document = crate::load::Document::new("x.json", line);
    let origin = crate::load::Origin::Document(document);
    let excerpts = crate::load::excerpts(&origin, &crate::load::Texts::new(), &problems);
    for (problem, excerpt) in problems.iter().zip(&excerpts) {
        assert!(LOOK.problem(problem, excerpt.as_ref()).contains("^^^^^^"));
    }
    // A pass over the line for each of them would take an hour.
    assert!(since.elapsed().as_secs() < 30, "{:?}", since.elapsed());
}

proptest! {
    #[test]
    fn the_mark_covers_what_it_should(
        before in "([a-z\": ]|\\PC|[\u{0}-\u{9}\u{b}-\u{20}]|[\u{300}-\u{310}\u{200b}-\u{202e}]|[ก-ໝ中文]){0,80}",
        word in "[a-z]{1,9}",
        behind in " (\\PC|[\u{0}-\u{9}\u{b}-\u{20}]){0,80}",
        columns in 24usize..140,
    ) {
        // The word begins where a letter does not touch it, and no mark lies on it.
        let text = format!("{before} {word}{behind}");
        let look = Look { columns, ..LOOK };
        let (line, above) = marked(look, &text, before.len() + 1);
        prop_assert_eq!(above, word);
        prop_assert!(width(&line) <= columns, "{}", line);
        prop_assert!(!line.chars().any(char::is_control), "{}", line);
    }
}
