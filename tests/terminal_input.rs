//! Whatever comes in, in whatever amount, the program keeps up and does nothing that was not
//! asked for.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::thread;
use std::time::Duration;

use pty::{BILAT, Pty, TITLE, command, ticks};

/// ctrl-c leaves with 130 and `q` with 0, so this tells that no `q` before was taken for a key.
fn interrupt(pty: &mut Pty) {
    pty.send("\x03");
    assert_eq!(pty.exit_restored(), 130);
}

/// What terminals answer to questions of programs that ran before: DCS, OSC, APC, PM, SOS, device
/// attributes, modes, the cursor's position.
#[test]
fn answers_of_the_terminal_are_no_keys() {
    let answers = concat!(
        "\x1bP>|xterm(390)qqq\x1b\\",
        "\x1b]11;rgb:qqqq/0000/0000\x07",
        "\x1b]52;c;cXE=q\x1b\\",
        "\x1b_Gq\x1b\\\x1b^q\x1b\\\x1bXq\x1b\\",
        "\x1b[?62;1;4c\x1b[>0;276;0c\x1b[?2026;0$y",
        "\x1b[0;0R\x1b[24;80R\x1b[0n\x1b[=0;1q",
    );
    let mut pty = Pty::bilat(&[]);
    pty.send(answers);
    interrupt(&mut pty);
}

#[test]
fn a_megabyte_pasted_is_one_event() {
    let mut pty = Pty::bilat(&[]);
    let text = "q1?/".repeat(1 << 18);
    pty.send(format!("\x1b[200~{text}\x1b[201~"));
    interrupt(&mut pty);
}

/// The same without brackets, as old terminals paste: a million keys that mean nothing.
#[test]
fn a_megabyte_of_keys_does_not_stall() {
    let mut pty = Pty::bilat(&[]);
    pty.send("x".repeat(1 << 20));
    interrupt(&mut pty);
}

/// A megabyte typed into a search line: characters are taken together, and what does not fit in
/// the line is not searched for again.
#[test]
fn a_megabyte_typed_into_a_search_does_not_stall() {
    let mut pty = Pty::bilat(&[]);
    pty.send("/");
    pty.send("x".repeat(1 << 20));
    pty.wait("the end of the line in the search line", |seen| {
        seen.text().contains("xxxxxxxx")
    });
    interrupt(&mut pty);
}

/// Whatever was typed before and is still to be done, ctrl-c does not wait for it.
#[test]
fn ctrl_c_goes_before_everything_that_was_typed() {
    let mut pty = Pty::bilat(&[]);
    pty.send("\r\x1b".repeat(1 << 17));
    interrupt(&mut pty);
}

#[test]
fn esc_and_ctrl_c_at_once_are_both() {
    let mut pty = Pty::bilat(&[]);
    pty.send("\x1b\x03");
    assert_eq!(pty.exit_restored(), 130);
}

/// A text that holds the end mark of a paste ends it: what follows are keys, as for every
/// program. No single key destroys anything; `q` quits.
#[test]
fn an_end_mark_within_a_paste_lets_keys_through() {
    let mut pty = Pty::bilat(&[]);
    pty.send("\x1b[200~a\x1b[201~q");
    assert_eq!(pty.exit_restored(), 0);
}

/// A paste that never ends must not swallow the keyboard for ever.
#[test]
fn a_paste_without_an_end_is_over_after_a_while() {
    let mut pty = Pty::bilat(&[]);
    pty.send("/\x1b[200~lost");
    pty.wait("the paste in the search line", |seen| {
        seen.text().contains("/ lost")
    });
    interrupt(&mut pty);
}

#[test]
fn after_a_storm_of_sizes_the_last_one_stands() {
    let pty = Pty::bilat(&[]);
    for step in 0..500 {
        pty.resize(40 + step % 90, 10 + step % 50);
        thread::sleep(Duration::from_millis(2));
    }
    pty.resize(97, 31);
    let fresh = Pty::spawn(command(BILAT, &[]), 97, 31);
    fresh.wait_for_dashboard();
    // Asked for each time: the fresh one's frame may still be on its way.
    pty.wait("the frame of the last size", |seen| {
        seen.text() == fresh.seen().text()
    });
    for mut each in [pty, fresh] {
        each.send("q");
        assert_eq!(each.exit_restored(), 0);
    }
}

#[test]
fn sizes_from_nothing_to_the_largest_are_survived() {
    let mut pty = Pty::bilat(&[]);
    for (columns, rows) in [
        (0, 0),
        (1, 1),
        (2, 1),
        (0, 24),
        (39, 9),
        (4000, 4000),
        (65535, 65535),
        (1, 65535),
        (65535, 1),
    ] {
        let before = pty.seen().bytes.len();
        pty.tell_size(columns, rows);
        pty.wait(&format!("a frame of {columns} by {rows}"), |seen| {
            seen.bytes.len() > before
        });
    }
    let status = fs::read_to_string(format!("/proc/{}/status", pty.pid())).expect("a process");
    let peak: u32 = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|value| value.trim().strip_suffix(" kB"))
        .and_then(|value| value.parse().ok())
        .expect("a number");
    // Half a million cells twice, and the bytes of one frame.
    assert!(peak < 400_000, "{peak} kB");
    pty.tell_size(80, 24);
    pty.wait("the title", |seen| seen.text().contains(TITLE));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}

/// No tick: two seconds of nothing cost nothing and say nothing.
#[test]
fn an_idle_program_rests() {
    let mut pty = Pty::bilat(&[]);
    let rests = |pty: &Pty, time| {
        let before = (ticks(pty.pid()), pty.seen().bytes.len());
        thread::sleep(time);
        before == (ticks(pty.pid()), pty.seen().bytes.len())
    };
    pty::eventually(
        || rests(&pty, Duration::from_millis(200)),
        || "the end of starting".to_owned(),
    );
    assert!(rests(&pty, Duration::from_secs(2)));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
}
