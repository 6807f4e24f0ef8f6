//! Words that are quoted, where the text of their source is in the folder.

use serde_json::Value;

use super::folder::Folder;

const TEXT: &str = "Head\n\nBoth sides met in May.\nTrade grew by 5 percent.\nBoth sides met.\n";

fn world() -> Folder {
    let sources =
        r#"[{"id": "gazette", "type": "report", "title": "Gazette", "file": "gazette.txt"}]"#;
    Folder::new(&[("sources.json", sources), ("gazette.txt", TEXT)])
}

fn claim(folder: &Folder, words: &[&str]) -> (i32, String) {
    let own = ["claim", "--statement", "It grew", "--source", "gazette"];
    let (code, _, err) = folder.add(&[&own, words].concat());
    (code, err)
}

#[test]
fn the_paragraph_is_found_by_its_words() {
    let folder = world();
    let (code, err) = claim(&folder, &["--exact", "grew by 5 percent"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&folder.read("claims.json")).unwrap();
    let claims = file.get("records").unwrap_or(&file);
    assert_eq!(claims[0]["evidence"][0]["paragraph"], 3);
    let (code, err) = claim(&folder, &["--exact", "Both sides met"]);
    assert!(
        code > 0 && err.contains("several paragraphs of `gazette` (2, 4)"),
        "{err}"
    );
}

#[test]
fn words_that_are_not_in_the_source_are_refused() {
    let folder = world();
    for (words, message) in [
        (
            ["--exact", "grew by 6 percent", "--paragraph", "3"],
            "not in paragraph 3",
        ),
        (
            ["--exact", "wholly other speech", "--paragraph", "3"],
            "not in the text of `gazette`",
        ),
        (
            ["--exact", "grew by 5 percent", "--paragraph", "2"],
            "they are in paragraph 3",
        ),
    ] {
        let (code, err) = claim(&folder, &words);
        assert!(code > 0 && err.contains(message), "{err}");
        assert!(!folder.names().contains(&"claims.json".to_owned()));
    }
    let (code, err) = claim(
        &folder,
        &["--exact", "other words", "--paragraph", "3", "--force"],
    );
    assert_eq!((code, err.as_str()), (0, ""));
}

/// Without `--source`, the words are those of the last source.
#[test]
fn the_last_source_is_quoted_unless_another_is_named() {
    let folder = world();
    let own = ["claim", "--statement", "It grew", "--exact"];
    let (code, _, err) = folder.add(&[&own[..], &["grew by 5 percent"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&folder.read("claims.json")).unwrap();
    let claims = file.get("records").unwrap_or(&file);
    let passage = &claims[0]["evidence"][0];
    assert_eq!(
        (passage["source"].as_str(), passage["paragraph"].as_u64()),
        (Some("gazette"), Some(3))
    );
    for source in [&[][..], &["--source", "gazette"]] {
        let (code, _, err) = folder.add(&[&own[..], &["rose by 5 percent"], source].concat());
        assert_eq!(code, 2, "{err}");
        assert!(
            err.contains("these words are not in the text of `gazette`"),
            "{err}"
        );
        assert!(!err.contains("missing field"), "{err}");
    }
}
