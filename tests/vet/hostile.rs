//! Texts that nobody wrote end in bounded time, and nothing in them reaches a terminal.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Far above what any of these takes, on whatever machine.
const PATIENCE: Duration = Duration::from_mins(2);

fn vet(text: &str) -> (Option<i32>, Vec<u8>) {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), text).expect("written");
    let started = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_bilat"))
        .args(["vet", "a.txt"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    (output.status.code(), output.stdout)
}

#[test]
fn large_and_odd_texts_end() {
    for text in [
        "“".repeat(200_000),
        "Trade rose by 66 per cent in 2024. ".repeat(1_000),
        "\u{202e}\u{1b}]0;x\u{7}".repeat(20_000),
        "7 ".repeat(30_000),
        "5 per cent ".repeat(3_000),
        "$5 million ($6 million) ".repeat(1_000),
        "[^1]".repeat(20_000),
        "Trade was \"$3 million in 2021\n".repeat(1_500),
        "Putin: Trade was good for us.\n".repeat(1_000),
        "“Trade was good for all of us in 2021.\n\n".repeat(1_000),
    ] {
        let (code, _) = vet(&text);
        assert!(matches!(code, Some(0 | 1)), "{code:?}");
    }
}

/// A text without line breaks is read to its end, like any other.
#[test]
fn a_paragraph_of_any_length_is_read() {
    let filler = "Some words here. ".repeat(6_000);
    assert!(filler.len() > 100_000);
    for text in [
        format!("{filler}Trade was US$ 5 million in 2024."),
        format!("Trade was US$ 5 million in 2024. {filler}"),
        format!("One line.\n{filler}Trade was US$ 5 million in 2024. {filler}\nAnother."),
    ] {
        let (code, out) = vet(&text);
        let out = String::from_utf8(out).expect("text");
        assert_eq!(code, Some(1), "{out}");
        assert!(out.contains("US$ 5 million"), "{out}");
    }
}

#[test]
fn control_characters_are_shown_as_marks() {
    let (code, out) =
        vet("“Russia helped us \u{1b}[31m demine their\u{202e} land,” Pany Yathotou said.");
    assert_eq!(code, Some(1));
    let out = String::from_utf8(out).expect("text");
    assert!(
        !out.contains('\u{1b}') && !out.contains('\u{202e}'),
        "{out:?}"
    );
    assert!(out.contains("<U+001B>"), "{out}");
}
