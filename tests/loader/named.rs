//! Record files that name their schema: an object with the records in it.

use super::folder::{ARRAY, Folder, event, events};

#[test]
fn an_object_that_names_its_schema_holds_the_records() {
    let (a, b) = (event("a"), event("b"));
    for text in [
        format!("{{\"$schema\": \"./schema/events.json\", \"records\": [{a}, {b}]}}"),
        format!("\u{feff}{{\r\n\"records\": [{a},\r\n{b}], \"$schema\": \"\"}}\r\n"),
        format!("{{\"rec\\u006frds\": [{a}, {b}]}}"),
    ] {
        assert_eq!(events(&text), (vec![], 2), "{text}");
    }
    assert_eq!(events("{\"records\": []}"), (vec![], 0));
}

#[test]
fn a_record_inside_stands_where_it_stands() {
    let text = format!(
        "{{\n  \"records\": [\n    {},\n    {}\n  ]\n}}",
        event("a"),
        event("b").replace("\"title\"", "\"titel\"")
    );
    let folder = Folder::new(&[("events.json", text)]);
    assert_eq!(
        folder.problems(),
        ["events.json:4:17: error: unknown field `titel`\n  hint: did you mean `title`?"]
    );
    let dossier = folder.load().dossier;
    let id = bilat::dossier::Id::new("a").unwrap();
    assert_eq!(dossier.place(dossier.find(&id).unwrap()).unwrap().line, 3);
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn what_is_wrong_around_the_records_is_told_and_they_are_kept() {
    let a = event("a");
    for (text, messages, read) in [
        (
            format!("{{\n \"note\": {{\"records\": []}}, \"records\": [{a}]}}"),
            vec![
                "2:2: error: unknown field `note`\n  hint: known are: $schema, records".to_owned(),
            ],
            1,
        ),
        (
            format!("{{\"records\": [{a}],\n \"schema\": \"\"}}"),
            vec!["2:2: error: unknown field `schema`\n  hint: did you mean `$schema`?".to_owned()],
            1,
        ),
        (
            format!("{{\"record\": [{a}]}}"),
            vec![
                format!("1:1: error: missing field `records`{ARRAY}"),
                "1:2: error: unknown field `record`\n  hint: did you mean `records`?".to_owned(),
            ],
            0,
        ),
        (
            "{\"$schema\": \"x\"}".to_owned(),
            vec![format!("1:1: error: missing field `records`{ARRAY}")],
            0,
        ),
        (
            format!("{{\"records\": [{a}],\n  \"records\": []}}"),
            vec!["2:3: error: duplicate field `records`\n  hint: keep one `records`".to_owned()],
            1,
        ),
        (
            "{\"$schema\": \"x\",\n  \"records\": \"all\"}".to_owned(),
            vec![format!(
                "2:14: error: expected an array of records, not string \"all\"{ARRAY}"
            )],
            0,
        ),
        (
            "{\"$schema\": 5, \"records\": []}".to_owned(),
            vec![format!(
                "1:13: error: expected a string, not integer `5`{ARRAY}"
            )],
            0,
        ),
        (
            format!("{{\"records\": [{a},\n  oops]}}"),
            vec![format!(
                "2:3: error: expected value; the one record before it was read{ARRAY}"
            )],
            1,
        ),
        (
            format!("{{\"records\": [{a}]\n"),
            vec![format!(
                "1:{}: error: EOF while parsing an object; the one record before it was read{ARRAY}",
                a.chars().count() + 15
            )],
            1,
        ),
        (
            format!("{{\"records\": [{a}]}}\n[]"),
            vec![format!(
                "2:1: error: trailing characters; the one record before it was read{ARRAY}"
            )],
            1,
        ),
        // One bare record is no list.
        (
            a.clone(),
            vec![format!(
                "1:1: error: expected an array of records, not an object{ARRAY}"
            )],
            0,
        ),
    ] {
        let messages: Vec<_> = messages
            .iter()
            .map(|t| format!("events.json:{t}"))
            .collect();
        assert_eq!(events(&text), (messages, read), "{text}");
    }
}
