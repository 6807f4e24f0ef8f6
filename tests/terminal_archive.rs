//! The real program over an archive: it answers while it reads, and what was searched for is there
//! the next day.

#[path = "common/pty.rs"]
mod pty;

use std::fmt::Write;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use pty::{BILAT, Pty, Seen, command, eventually};

/// A dossier of so many quotes.
fn archive(folder: &Path, quotes: usize) {
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "T", "sides": [{"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "s", "type": "report", "title": "Gazette"}]"#,
    );
    let evidence = r#""evidence": [{"source": "s", "paragraph": 1, "exact": "x"}]"#;
    write(
        "people.json",
        &format!(r#"[{{"id": "p", "name": "Speaker", {evidence}}}]"#),
    );
    write(
        "events.json",
        &format!(
            r#"[{{"id": "e", "title": "Debate", "kind": "debate", "status": "occurred", {evidence}}}]"#
        ),
    );
    let mut lines = String::new();
    for at in 0..quotes {
        let word = if at % 1_000 == 7 {
            "needle"
        } else {
            "haystack"
        };
        let text = format!("{word} number {at}, ").repeat(12);
        writeln!(
            lines,
            r#"{{"id": "q{at}", "speaker": "p", "event": "e", "said": "{}", "text": "{text}", "evidence": [{{"source": "s", "paragraph": 1}}]}}"#,
            1990 + at % 30
        )
        .expect("a string takes all");
    }
    write("quotes.jsonl", &lines);
}

#[test]
fn an_archive_is_read_and_searched_while_keys_work() {
    const QUOTES: usize = 60_000;
    let folder = tempfile::tempdir().expect("a folder");
    archive(folder.path(), QUOTES);
    let path = folder.path().to_str().expect("UTF-8");
    let mut pty = Pty::spawn(command(BILAT, &[path]), 120, 40);
    pty.wait_for_dashboard();
    // Typed while it is still being read: the key takes effect, and the answer comes.
    pty.send("4/needle");
    pty.wait("all hits", |seen| {
        seen.text().contains("60 of 60000 · 1997–2017")
    });
    pty.wait("the index", is_at_rest);
    pty.send(" =7007");
    pty.wait("one hit", |seen| seen.text().contains("1 of 60000"));
    pty.send("\x15~neadle");
    pty.wait("words like it", |seen| seen.text().contains("60 of 60000"));
    pty.send("\x03");
    assert_eq!(pty.exit_restored(), 130);
}

/// Nothing goes on behind the screen any more.
fn is_at_rest(seen: &Seen) -> bool {
    let text = seen.text();
    let stages = ["reading", "checking", "indexing"];
    stages.into_iter().all(|stage| !text.contains(stage))
}

#[test]
fn a_file_that_is_cut_while_it_is_open_is_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    archive(folder.path(), 20_000);
    let path = folder.path().to_str().expect("UTF-8");
    let mut pty = Pty::spawn(command(BILAT, &[path]), 120, 40);
    pty.wait("all quotes", |seen| seen.text().contains("1/20000"));
    pty.wait("the index", is_at_rest);
    let file = fs::File::options()
        .write(true)
        .open(folder.path().join("quotes.jsonl"));
    file.expect("the file").set_len(10).expect("it is cut");
    pty.send("4G\r");
    pty.wait("what is remembered", |seen| {
        seen.text().contains("haystack number 19999")
    });
    // The dialogue may take all of the pane, and the files are read again meanwhile.
    let mut asked = Instant::now();
    pty.send("G");
    pty.wait("what has become of the file", |seen| {
        if asked.elapsed() > Duration::from_millis(500) {
            asked = Instant::now();
            pty.send("G");
        }
        seen.text().contains("The file has changed")
    });
    pty.send("qq");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn what_was_searched_for_is_there_the_next_day() {
    let state = tempfile::tempdir().expect("a folder");
    let start = || {
        let mut command = command(BILAT, &[]);
        command.env("XDG_STATE_HOME", state.path());
        Pty::shown(command)
    };
    let mut first = start();
    first.send("4/hydro\r/\x15soviet\r");
    first.wait("the second search", |seen| {
        seen.text().contains("/ soviet") && seen.text().contains("9 of 38")
    });
    first.send("q");
    assert_eq!(first.exit_restored(), 0);
    let kept = fs::read_to_string(state.path().join("bilat/history")).expect("it is kept");
    assert_eq!(kept, "hydro\nsoviet\n");

    let mut second = start();
    second.send("4/\x1b[A\x1b[A");
    second.wait("the first search", |seen| seen.text().contains("/ hydro"));
    second.send("\x03");
    assert_eq!(second.exit_restored(), 130);
}

#[test]
fn a_history_that_cannot_be_kept_is_told_and_stops_nothing() {
    let state = tempfile::tempdir().expect("a folder");
    fs::write(
        state.path().join("bilat"),
        "a file where a folder is wanted",
    )
    .expect("a file");
    let mut command = command(BILAT, &[]);
    command.env("XDG_STATE_HOME", state.path());
    let mut pty = Pty::shown(command);
    pty.send("4/hydro\r");
    pty.wait("a remark", |seen| {
        seen.text().contains("could not save search history")
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// What somebody searches for is nobody else's business, and a bad byte spoils its own line only.
#[test]
fn the_history_is_private_and_survives_a_bad_byte() {
    let state = tempfile::tempdir().expect("a folder");
    let folder = state.path().join("bilat");
    fs::create_dir(&folder).expect("a folder");
    let file = folder.join("history");
    fs::write(&file, b"one\nt\xffwo\n\nthree\r\n").expect("written");
    for path in [&folder, &file] {
        fs::set_permissions(path, Permissions::from_mode(0o755)).expect("open to all");
    }
    let mut command = command(BILAT, &[]);
    command.env("XDG_STATE_HOME", state.path());
    let mut pty = Pty::shown(command);
    pty.send("4/hydro\r");
    let kept = || fs::read(&file).expect("the history");
    eventually(|| kept().ends_with(b"hydro\n"), || format!("{:?}", kept()));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
    assert_eq!(kept(), b"one\nthree\nhydro\n");
    for (path, expected) in [(&folder, 0o700), (&file, 0o600)] {
        let mode = path.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, expected);
    }
}
