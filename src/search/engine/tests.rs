//! The engine held against a search that looks at every quote by itself.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::dossier::date::Falls;
use crate::dossier::{Kind, Ref};
use crate::load::{FILES, Origin, load_with};
use crate::search::state::State;
use crate::search::{Entry, Marked, fold};

const ALWAYS: KeepGoing<'_> = &|| true;

/// A dossier of these texts, with speakers, roles, dates, topics that repeat.
fn dossier(texts: &[String]) -> Dossier {
    let mut files: HashMap<String, String> = FILES
        .iter()
        .map(|name| (format!("{name}.json"), "[]".to_owned()))
        .collect();
    let mut write = |name: &str, text: String| files.insert(name.to_owned(), text);
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "T", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}],
            "topics": [{"id": "t0", "label": "Trade"}, {"id": "t1", "label": "Ёлка"}]}"#
            .to_owned(),
    );
    write(
        "sources.json",
        r#"[{"id": "s0", "type": "report", "title": "Gazette"}]"#.to_owned(),
    );
    let evidence = r#""evidence": [{"source": "s0", "paragraph": 1, "exact": "x"}]"#;
    write(
        "people.json",
        format!(
            r#"[{{"id": "p0", "name": "Café Putin", "aliases": ["Мистер Путин"], "country": "RUS", {evidence}}}, {{"id": "p1", "name": "ສະບາຍ", {evidence}}}]"#
        ),
    );
    let quotes: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| quote(at, text))
        .collect();
    write("quotes.json", format!("[{}]", quotes.join(",")));
    load_with(&Origin::BuiltIn, &files).dossier
}

fn quote(at: usize, text: &str) -> String {
    let said = [
        "\"2001\"",
        "\"2001-05\"",
        "\"2003~\"",
        "null",
        "\"1999/2002\"",
    ][at % 5];
    let role = ["\"Vice Trade\"", "null"][at / 3 % 2];
    let text = serde_json::to_string(text).expect("a string");
    let topic = if at.is_multiple_of(4) {
        r#""topics": ["t1", "t0"],"#
    } else {
        ""
    };
    let kind = ["verbatim", "partial"][at / 5 % 2];
    let evidence = if at % 6 == 5 {
        ""
    } else {
        r#"{"source": "s0", "paragraph": 1}"#
    };
    format!(
        r#"{{"id": "q{at}", "speaker": "p{}", "said": {said}, "role": {role}, {topic} "language": "en", "kind": "{kind}", "text": {text}, "evidence": [{evidence}]}}"#,
        at / 2 % 2
    )
}

/// What a search finds that knows nothing of segments, words and columns.
fn naive(
    dossier: &Dossier,
    query: &Query,
    contested: &[usize],
) -> (Vec<usize>, Option<MatchCounts>) {
    let mut tally = query.window().map(|_| MatchCounts::default());
    let mut found = Vec::new();
    for at in 0..dossier.quotes.len() {
        let record = Ref::new(Kind::Quote, at);
        let fields = dossier.fields(record).into_iter();
        let entry = Entry {
            text: fold(&dossier.haystack(record)),
            fields: fields.map(|(name, text)| (name, fold(&text))).collect(),
            states: [
                (State::Contested, contested.contains(&at)),
                (State::Uncited, at % 6 == 5),
            ]
            .into_iter()
            .filter_map(|(state, is)| is.then_some(state))
            .collect(),
        };
        if !query.holds(record, &entry) {
            continue;
        }
        let falls = query.window().map(|(from, to)| {
            let said = dossier.quotes.facets(at).said;
            said.map_or(Falls::Unknown, |said| said.falls(from, to))
        });
        match (falls, &mut tally) {
            (Some(Falls::Certainly), Some(tally)) => tally.certain += 1,
            (Some(Falls::Possibly), Some(tally)) => tally.possible += 1,
            (Some(Falls::Unknown), Some(tally)) => {
                tally.undated += 1;
                continue;
            }
            (Some(Falls::Outside), _) => continue,
            _ => {}
        }
        found.push(at);
    }
    (found, tally)
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-c]{1,4}",
        1 => "[A-C]{2}[’é]",
        1 => "[а-вёЁ]{1,3}",
        1 => "[ກ-ຂະາີ່]{1,20}",
        1 => "trade|water|resources|=|8\\.3|№5|a-b|\u{ad}|\n",
    ];
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

fn query() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-c]{1,3}",
        1 => "[а-в]{1,2}",
        1 => "[ກ-ຂະາີ່]{1,8}",
        1 => "\"[a-c]{1,2} [a-c]{1,2}\"|\"water r|8.3|a-b|5|\"\\.|-",
        1 => "trade|putin|путин|cafe|2001|ສະ|vice",
    ];
    let clause = prop_oneof![
        6 => word.clone(),
        1 => word.clone().prop_map(|w| format!("-{w}")),
        1 => word.clone().prop_map(|w| format!("={w}")),
        1 => word.clone().prop_map(|w| format!("~{w}")),
        1 => (word.clone(), word).prop_map(|(a, b)| format!("{a}|={b}")),
        1 => "speaker:p(utin)?|speaker:мистер|role:vice|topic:елка|source:gaz|language:en|year:200[1-3]|from:2002|event:x",
        1 => "is:(contested|uncited|marked|open|bilateral)|status:part|kind:quote|kind:verb|party:путин|side:(rus|laos)",
    ];
    prop::collection::vec(clause, 1..4).prop_map(|clauses| clauses.join(" "))
}

/// Every way in which the engine can find something.
fn agrees(dossier: &Dossier, typed: &str) {
    let contested: Vec<usize> = (0..dossier.quotes.len()).step_by(7).collect();
    let marked: Marked = (0..dossier.quotes.len())
        .step_by(3)
        .map(|at| Ref::new(Kind::Quote, at))
        .collect();
    let query = Query::new(typed).with_marked(marked.clone());
    let (expected, tally) = naive(dossier, &query, &contested);
    let scanning = Engine::new(dossier, &contested, None);
    let indexed = Engine::new(dossier, &contested, None);
    indexed.build_index(ALWAYS, &|_| {});
    let text: String = typed.chars().take(typed.chars().count() - 1).collect();
    let shorter = Query::new(&text).with_marked(marked);
    for engine in [&scanning, &indexed] {
        let before = engine
            .search(&shorter, Order::Dossier, None, ALWAYS)
            .expect("wanted");
        for before in [None, Some((&shorter, &before))] {
            let found = engine
                .search(&query, Order::Dossier, before, ALWAYS)
                .expect("wanted");
            let records: Vec<_> = found.records().collect();
            assert_eq!(records, expected, "{typed} {:?}", engine.bytes());
            assert_eq!(found.tally, tally, "{typed}");
            let years: usize = found.years.iter().map(|(_, count)| count).sum();
            let dated = |at: &&usize| {
                dossier
                    .quotes
                    .facets(**at)
                    .said
                    .is_some_and(|said| said.year().is_some())
            };
            assert_eq!(years, expected.iter().filter(dated).count(), "{typed}");
        }
        for order in [Order::Newest, Order::Best] {
            let found = engine.search(&query, order, None, ALWAYS).expect("wanted");
            let mut records: Vec<_> = found.records().collect();
            records.sort_unstable();
            assert_eq!(records, expected, "{typed} {order:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn it_finds_what_a_naive_search_finds(
        texts in prop::collection::vec(text(), 1..60),
        repeated in 1usize..4,
        queries in prop::collection::vec(query(), 12),
    ) {
        let texts: Vec<_> = std::iter::repeat_n(texts, repeated).flatten().collect();
        let dossier = dossier(&texts);
        for typed in &queries {
            agrees(&dossier, typed);
        }
    }
}

fn found(texts: &[&str], typed: &str, order: Order) -> Vec<usize> {
    let texts: Vec<_> = texts.iter().map(ToString::to_string).collect();
    let engine = Engine::new(&dossier(&texts), &[], None);
    let found = engine.search(&Query::new(typed), order, None, ALWAYS);
    found.expect("wanted").records().collect()
}

#[test]
fn the_best_match_comes_first() {
    let texts = [
        "subtraded far and away from every kind of water",
        "trade and much else that is said of other things, and water",
        "water trade",
        "trader of waters",
    ];
    assert_eq!(found(&texts, "trade water", Order::Best), [2, 3, 1, 0]);
    assert_eq!(found(&texts, "trade", Order::Best), [1, 2, 3, 0]);
}

#[test]
fn the_newest_comes_first_and_the_undated_last() {
    let texts = ["a"; 10];
    let order = [2, 7, 1, 6, 0, 5, 4, 9, 3, 8];
    assert_eq!(found(&texts, "a", Order::Newest), order);
}

#[test]
fn what_is_not_wanted_is_given_up() {
    let texts = vec!["a".to_owned(); 10];
    let engine = Engine::new(&dossier(&texts), &[], None);
    assert!(
        engine
            .search(&Query::new("a"), Order::Dossier, None, &|| false)
            .is_none()
    );
}

#[test]
fn an_earlier_state_finds_only_what_was_known() {
    let texts = vec!["a".to_owned(); 10];
    let dossier = dossier(&texts);
    let date = crate::dossier::Date::parse("1990").expect("a date");
    let then = dossier.as_of(&date);
    let engine = Engine::new(&then, &[], None);
    let found = engine.search(&Query::new("a"), Order::Dossier, None, ALWAYS);
    assert_eq!(found.expect("wanted").len(), then.quotes.len());
}

#[test]
fn other_marks_are_not_gone_on_from() {
    let dossier = dossier(&vec!["a".to_owned(); 10]);
    let engine = Engine::new(&dossier, &[], None);
    let asked = |typed: &str, marked: &[usize]| {
        let marked = marked.iter().map(|at| Ref::new(Kind::Quote, *at)).collect();
        Query::new(typed).with_marked(marked)
    };
    let search = |query: &Query, before| {
        engine
            .search(query, Order::Dossier, before, ALWAYS)
            .expect("wanted")
    };
    let before = asked("is:marked", &[1]);
    let first = search(&before, None);
    assert_eq!(first.records().collect::<Vec<_>>(), [1]);
    let query = asked("is:marked a", &[1, 4]);
    let found = search(&query, Some((&before, &first)));
    assert_eq!(found.records().collect::<Vec<_>>(), [1, 4]);
}
