//! A terminal that is not known to take UTF-8 gets ASCII and nothing else: bytes of letters may be
//! commands to it (Л is 0xD0 0x9B, and 0x9B begins a control sequence).

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;
use pty::{BILAT, Pty, command};
use tempfile::TempDir;

const TEXT: &str = "Лаос — Л2J ສະບາຍດີ 東京 é ❤\u{fe0f} 👨\u{200d}👩 “quoted” …";

/// A dossier with letters of many scripts wherever a text may be.
fn dossier() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let text = text.replace("TEXT", TEXT);
        fs::write(folder.path().join(name), text).expect("written");
    };
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "Dossier TEXT", "sides": [{"code": "LAO", "name": "TEXT"}, {"code": "RUS", "name": "Россия"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "gazette", "type": "report", "title": "TEXT"}]"#,
    );
    let evidence = r#""evidence": [{"source": "gazette", "paragraph": 1, "exact": "TEXT"}]"#;
    write(
        "events.json",
        &format!(
            r#"[{{"id": "e", "title": "TEXT", "kind": "visit", "status": "occurred", "date": "1999", {evidence}}},
               {{"id": "f", "title": "TEXT", "kind": "TEXT", "status": "occurred", "date": "TEXT", {evidence}}}]"#
        ),
    );
    write(
        "people.json",
        r#"[{"id": "p", "name": "Лев TEXT", "side": "RUS"}]"#,
    );
    write(
        "quotes.json",
        &format!(r#"[{{"id": "q", "speaker": "p", "text": "TEXT", {evidence}}}]"#),
    );
    folder
}

fn in_locale(mut command: CommandBuilder, locale: &str) -> CommandBuilder {
    command.env("LC_ALL", locale);
    command
}

fn assert_ascii(pty: &Pty, what: &str) {
    let seen = pty.seen();
    let text = String::from_utf8_lossy(&seen.bytes);
    assert!(seen.bytes.is_ascii(), "{what}: {text}");
}

#[test]
fn the_dashboard_sends_ascii() {
    let folder = dossier();
    let own = folder.path().to_str().expect("UTF-8");
    for arguments in [&[][..], &[own]] {
        for locale in ["C", "POSIX", "ru_RU.KOI8-R"] {
            let open = in_locale(command(BILAT, arguments), locale);
            let mut pty = Pty::spawn(open, 120, 40);
            pty.wait("the dashboard", |seen| {
                seen.alternate() && seen.text().contains("Timeline")
            });
            for keys in [
                "\r",
                "\x1b",
                "3",
                "4",
                "\r",
                "\x1b",
                "c",
                "\x1b",
                "/Лаос\r",
                "y",
                "?",
            ] {
                pty.send(keys);
                pty.answers();
            }
            pty.send("\x03");
            assert_eq!(pty.exit_restored(), 130);
            assert_ascii(&pty, locale);
        }
    }
}

#[test]
fn the_command_line_sends_ascii_to_a_terminal() {
    let folder = dossier();
    let own = folder.path().to_str().expect("UTF-8");
    let missing = format!("{own}/Л");
    for words in [
        &["timeline", own][..],
        &["timeline", own, "--no-pager"],
        &["timeline", own, "--json"],
        &["timeline", own, "--csv"],
        &["show", "e", own],
        &["cite", "e", own],
        &["quotes", "Лаос", own],
        &["check", own, "--no-pager"],
        &["verify", own, "--no-pager"],
        &["export", "json", own],
        &["export", "markdown", own],
        &["screenshot", own],
        &["check", &missing],
        &["show", "Л", own],
        &["--Л"],
        &["guide"],
        &["--help"],
    ] {
        let mut all = vec!["-c", "\"$@\"; echo; echo THE END", "sh", BILAT];
        all.extend(words);
        let pty = Pty::spawn(in_locale(command("/bin/sh", &all), "C"), 120, 40);
        pty.wait("the end", |seen| seen.last("THE END").is_some());
        assert_ascii(&pty, &words.join(" "));
        assert!(pty.seen().bytes.len() > 30, "{words:?}");
    }
}

/// What goes into a file or a pipe is the text itself, whatever the terminal takes.
#[test]
fn a_file_gets_the_text_itself() {
    let folder = dossier();
    let own = folder.path().to_str().expect("UTF-8");
    let out = folder.path().join("out");
    for words in ["timeline", "export json", "cite e"] {
        let mut pty = Pty::spawn(
            in_locale(
                pty::script(&format!("\"$0\" {words} {own} > {}", out.display())),
                "C",
            ),
            120,
            40,
        );
        pty.exit();
        assert!(text(&out).contains("Лаос — Л2J"), "{words}: {}", text(&out));
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("written")
}
