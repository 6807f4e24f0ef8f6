//! What the program was started in: no terminal, a lost one, a poor one, closed files, and a
//! dossier that is hostile or goes away.

#[path = "common/example.rs"]
mod example;
#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::io::Write;
use std::path::Path;

use pty::{BILAT, Pty, command, script, sequences};

/// The window is closed. SIGHUP tells of it, unless it was ignored at the start (`nohup`) or the
/// terminal is not the controlling one and there is no signal at all.
#[test]
fn without_a_terminal_the_program_ends() {
    let mut uncontrolled = command(BILAT, &[]);
    uncontrolled.set_controlling_tty(false);
    for command in [
        command(BILAT, &[]),
        script("trap '' HUP; exec \"$0\""),
        uncontrolled,
    ] {
        let pty = Pty::spawn_unread(command, 80, 24);
        pty.read_until(pty::TITLE);
        pty.close();
    }
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_redirected() {
    for start in [
        "exec \"$0\" </dev/null",
        "exec \"$0\" <&-",
        "echo q | \"$0\"",
    ] {
        let mut pty = Pty::shown(script(start));
        pty.send("\x03");
        assert_eq!(pty.exit_restored(), 130, "{start}");
    }
}

#[test]
fn without_any_keyboard_there_is_a_message() {
    let mut command = script("exec \"$0\" </dev/null");
    command.set_controlling_tty(false);
    let mut pty = Pty::spawn(command, 80, 24);
    assert_eq!(pty.exit(), 2);
    pty.wait("a message", |seen| {
        seen.text().contains("bilat: there is no keyboard")
    });
    assert_eq!(sequences(&pty.seen().bytes), Vec::<String>::new());
}

#[test]
fn closed_files_do_no_harm() {
    let mut pty = Pty::shown(script("exec \"$0\" 2>&-"));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
    for start in [
        "exec \"$0\" >&-",
        "exec \"$0\" >&- 2>&- <&-",
        "exec \"$0\" >/dev/null",
    ] {
        let mut pty = Pty::spawn(script(start), 80, 24);
        assert_eq!(pty.exit(), 0, "{start}");
        let text = String::from_utf8_lossy(&pty.seen().bytes).replace("\r\n", "\n");
        assert_eq!(example::without_note(text), "", "{start}");
    }
}

#[test]
fn a_terminal_that_can_do_nothing_is_refused() {
    let mut unset = command(BILAT, &[]);
    unset.env_remove("TERM");
    let mut dumb = command(BILAT, &[]);
    dumb.env("TERM", "dumb");
    for command in [unset, dumb] {
        let mut pty = Pty::spawn(command, 200, 24);
        assert_eq!(pty.exit(), 2);
        pty.wait("advice", |seen| {
            let text = seen.text();
            text.contains("TERM") && text.contains("bilat check") && text.contains("bilat | cat")
        });
        assert_eq!(sequences(&pty.seen().bytes), Vec::<String>::new());
    }
}

/// No colours, and no empty colour sequence, which would also switch reverse video off.
#[test]
fn no_color_takes_colours_away_and_nothing_else() {
    let mut plain = command(BILAT, &[]);
    plain.env("NO_COLOR", "1");
    let mut pty = Pty::shown(plain);
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
    let all = sequences(&pty.seen().bytes);
    let styles = all.iter().filter_map(|s| s.strip_suffix('m'));
    for parameter in styles.flat_map(|style| style.split(';')) {
        let code: u8 = parameter.parse().expect("never an empty parameter");
        // Weight and the like, back to normal, and the terminal's own colours.
        assert!(matches!(code, 0..=9 | 21..=29 | 39 | 49 | 59), "{code}");
    }
}

#[test]
fn files_that_vanish_while_open_change_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/laos-russia");
    for entry in fs::read_dir(data).expect("the data").flatten() {
        fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a copy");
    }
    let mut pty = Pty::bilat(&[folder.path().to_str().expect("a name")]);
    for entry in fs::read_dir(folder.path()).expect("the copy").flatten() {
        fs::File::create(entry.path()).expect("emptied");
    }
    folder.close().expect("removed");
    let before = pty.seen().bytes.len();
    pty.tell_size(79, 24);
    pty.wait("another frame", |seen| {
        seen.bytes.len() > before && seen.text().contains(pty::TITLE)
    });
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// What a terminal would obey is shown and not sent: titles, the clipboard, reordering.
#[test]
fn a_hostile_dossier_is_shown_and_not_obeyed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut head = fs::File::create(folder.path().join("dossier.json")).expect("a file");
    let title = r"Laos \u001b]0;owned\u0007 \u001b[2J \u202e \u009b2J";
    write!(
        head,
        r#"{{"format": "bilat/1", "title": "{title}", "sides": [
            {{"code": "LAO", "name": "{title}"}}, {{"code": "RUS", "name": "Russia"}}]}}"#
    )
    .expect("written");
    drop(head);
    let mut pty = Pty::bilat(&[folder.path().to_str().expect("a name")]);
    pty.wait("a visible mark", |seen| seen.text().contains("<U+001B>"));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
    let seen = pty.seen();
    for sequence in sequences(&seen.bytes) {
        let ours = sequence.starts_with('?') || sequence.ends_with(['m', 'H', 'J']);
        assert!(ours, "{sequence}");
    }
    let text = String::from_utf8_lossy(&seen.bytes);
    assert!(!text.contains(['\u{7}', '\u{9b}', '\u{202e}']));
}
