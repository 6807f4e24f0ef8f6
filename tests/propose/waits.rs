//! What another text proposed and still waits: told as the same, and written once.

use serde_json::Value;

use super::kinds::{draft, of};
use super::{accept_all, bilat, dossier, empty, ids, proposals, records, text};

const FIRST: &str = "Laos and Russia meet\n\nTrade between Laos and Russia reached $190 million in 2024. Laos and Russia signed \
    an agreement on fisheries on 3 May 2024.\n";
const SECOND: &str = "Another report\n\nIn 2024 trade between Laos and Russia came to $190 million. On 3 May 2024 Laos and \
    Russia signed an agreement on fisheries.\n";

/// The figure and the agreement of the second text.
fn second(all: &[Value]) -> Vec<&Value> {
    let figures = of(all, "figure");
    let agreements = of(all, "agreement");
    assert_eq!((figures.len(), agreements.len()), (2, 2), "{all:?}");
    vec![figures[1], agreements[1]]
}

#[test]
fn what_waits_already_is_the_same_and_is_written_once() {
    let folder = empty();
    let into = dossier(&folder);
    draft(&folder, FIRST, "2024-06-12");
    let told = draft(&folder, SECOND, "2024-06-13");
    assert!(told.contains("which waits"), "{told}");
    let all = proposals(&into);
    for one in second(&all) {
        assert_eq!(text(one, "news"), "same", "{one}");
    }
    accept_all(&into);
    let series = records(&into, "series.json");
    let figures = series[0]["observations"].as_array().expect("figures");
    let agreements = records(&into, "agreements.json");
    assert_eq!((figures.len(), agreements.len()), (1, 1));
    for one in [&figures[0], &agreements[0]] {
        assert_eq!(one["evidence"].as_array().map(Vec::len), Some(2), "{one}");
    }
}

/// The second brings the first with it, also where the first is in the dossier already.
#[test]
fn the_second_is_a_passage_of_the_first() {
    for first_alone in [false, true] {
        let folder = empty();
        let into = dossier(&folder);
        draft(&folder, FIRST, "2024-06-12");
        draft(&folder, SECOND, "2024-06-13");
        let all = proposals(&into);
        let accept = |one: &Value| {
            let (code, out, err) = bilat(&["review", &into, "--accept", text(one, "id")]);
            assert_eq!(code, 0, "{out}{err}");
        };
        if first_alone {
            accept(of(&all, "agreement")[0]);
            accept(of(&all, "figure")[0]);
        }
        second(&all).into_iter().for_each(accept);
        assert_eq!(records(&into, "agreements.json").len(), 1);
        let series = records(&into, "series.json");
        assert_eq!(series[0]["observations"].as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn without_the_first_the_second_is_new() {
    let folder = empty();
    let into = dossier(&folder);
    draft(&folder, FIRST, "2024-06-12");
    draft(&folder, SECOND, "2024-06-13");
    let all = proposals(&into);
    let first = [of(&all, "figure")[0], of(&all, "agreement")[0]].map(|one| text(one, "id"));
    let (code, out, err) = bilat(&["review", &into, "--reject", &first.join(",")]);
    assert_eq!(code, 0, "{out}{err}");
    let all = proposals(&into);
    let waiting = ids(&all, |one| {
        matches!(text(one, "kind"), "figure" | "agreement") && text(one, "news") == "new"
    });
    assert_eq!(waiting.len(), 2, "{all:?}");
    let (code, out, err) = bilat(&["review", &into, "--accept", &waiting.join(",")]);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(records(&into, "agreements.json").len(), 1);
}
