//! The terminal is given back as it was found, however the program ends or stops.

#[path = "common/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use pty::{BILAT, Pty, child_of, command, eventually, signal, stat};
use rustix::process::Signal;

#[test]
fn quitting_restores_everything() {
    for (keys, code) in [("q", 0), ("\x03", 130)] {
        let mut pty = Pty::bilat(&[]);
        assert!(
            !pty.has_old_modes(),
            "the terminal is raw while the program runs"
        );
        pty.send(keys);
        assert_eq!(pty.exit_restored(), code);
    }
}

#[test]
fn the_mouse_is_captured_only_on_demand_and_given_back() {
    let mut pty = Pty::bilat(&["--mouse"]);
    // What comes from beyond the edge does nothing.
    pty.send("\x1b[<65;10;10M\x1b[<0;0;0M\x1b[<0;0;0m\x1b[<0;999;999M");
    let tab = pty
        .seen()
        .text()
        .lines()
        .nth(1)
        .and_then(|line| line.find("Trade"));
    let column = tab.expect("the names of the panels") + 1;
    pty.send(format!("\x1b[<0;{column};2M\x1b[<0;{column};2m"));
    pty.wait("the panel", |seen| seen.text().contains("┏ 3 Trade"));
    pty.send("q");
    assert_eq!(pty.exit_restored(), 0);
    let seen = pty.seen();
    assert!(seen.last("\x1b[?1002h") < seen.last("\x1b[?1002l"));
    assert!(seen.last("\x1b[?1002h").is_some() && seen.last("\x1b[?1006l").is_some());
    drop(seen);

    let mut pty = Pty::bilat(&[]);
    pty.send("q");
    pty.exit_restored();
    let mouse = pty::sequences(&pty.seen().bytes);
    assert!(!mouse.iter().any(|s| s.starts_with("?100")), "{mouse:?}");
}

/// A panic while drawing, while a key is handled, and in another thread (which would otherwise
/// leave the program drawing on a terminal that is no longer raw). The report comes after the
/// normal screen is back, so it can be read; a hook that was installed too late would leave the
/// terminal raw.
#[cfg(debug_assertions)]
#[test]
fn a_panic_anywhere_restores_first_and_reports_then() {
    for (place, message) in [
        ("draw", "asked to panic while drawing"),
        ("update", "asked to panic at a key"),
        ("worker", "asked to panic in a worker"),
    ] {
        let mut pty = Pty::spawn(command(BILAT, &["--panic-at", place]), 80, 24);
        pty.wait("the dashboard", |seen| seen.last("\x1b[?1049h").is_some());
        pty.send("x");
        assert_eq!(pty.exit_restored(), 101, "{place}");
        pty.wait("the report", |seen| seen.text().contains(message));
        let seen = pty.seen();
        assert!(seen.last("\x1b[?25h") < seen.last(message), "{place}");
        let report = &seen.bytes[seen.last("\x1b[?25h").expect("shown")..];
        assert_eq!(
            pty::sequences(report),
            ["?25h"],
            "the report has no colours"
        );
    }
}

#[test]
fn deadly_signals_restore_and_say_which_it_was() {
    for (name, number) in [
        (Signal::HUP, 1),
        (Signal::INT, 2),
        (Signal::QUIT, 3),
        (Signal::TERM, 15),
    ] {
        let mut pty = Pty::bilat(&[]);
        pty.signal(name);
        assert_eq!(pty.exit_restored(), 128 + number, "{name:?}");
    }
}

/// Nobody reads what the program writes, so its loop is stuck in a write when SIGTERM comes.
#[test]
fn a_terminal_that_nobody_reads_does_not_keep_the_program() {
    let mut pty = Pty::spawn_unread(command(BILAT, &[]), 80, 24);
    pty.read_until(pty::TITLE);
    eventually(
        || is_stuck(&pty),
        || "the program to be stuck in a write".to_owned(),
    );
    pty.signal(Signal::TERM);
    assert_eq!(pty.exit(), 143);
    let rest = String::from_utf8_lossy(&pty.rest()).into_owned();
    assert!(!rest.contains("\x1b[?1049l"), "the program was not stuck");
}

/// Makes it draw hundreds of frames; if that costs no more processor time than to hear of the new
/// sizes (a tick is a hundredth of a second), it does not draw.
fn is_stuck(pty: &Pty) -> bool {
    let before = pty::ticks_of_loop(pty.pid());
    for width in 100..600 {
        pty.tell_size(width, 60);
        std::thread::sleep(Duration::from_millis(1));
    }
    pty::ticks_of_loop(pty.pid()) <= before + 1
}

/// A shell with job control, its prompt on the screen.
fn shell() -> Pty {
    let arguments = ["--norc", "--noprofile", "--noediting", "-i"];
    let pty = Pty::spawn(command("/bin/bash", &arguments), 80, 24);
    pty.wait("the prompt", |seen| seen.text().contains("prompt>"));
    pty
}

fn open_in(shell: &Pty) -> u32 {
    shell.send(format!("{BILAT}\n"));
    shell.wait_for_dashboard();
    child_of(shell.pid())
}

fn wait_until_stopped(shell: &Pty, process: u32) {
    eventually(
        || stat(process).is_some_and(|s| s[0] == "T"),
        || "a stop".to_owned(),
    );
    shell.wait("the shell to say so", |seen| {
        seen.text().contains("Stopped")
    });
}

/// Brings the job back, and sees it draw and obey.
fn resume_and_quit(shell: &Pty) {
    let from = shell.seen().bytes.len();
    shell.send("fg\n");
    shell.wait("a whole new frame", |seen| {
        let new = String::from_utf8_lossy(&seen.bytes[from..]);
        seen.alternate() && seen.text().contains(pty::TITLE) && new.contains("\x1b[?1049h")
    });
    eventually(|| !shell.has_old_modes(), || "raw mode".to_owned());
    let from = shell.seen().bytes.len();
    shell.send("q");
    shell.wait("the shell's prompt", |seen| {
        let new = String::from_utf8_lossy(&seen.bytes[from..]);
        !seen.alternate() && new.contains("prompt>")
    });
    shell.send("echo code=$?\n");
    shell.wait("success", |seen| seen.text().contains("code=0"));
    assert!(shell.has_old_modes());
}

/// The key and the signal: the screen is left before the stop, and comes back whole with `fg`.
#[test]
fn stopping_and_coming_back() {
    for by_key in [true, false] {
        let shell = shell();
        let process = open_in(&shell);
        if by_key {
            shell.send("\x1a");
        } else {
            signal(process, Signal::TSTP);
        }
        wait_until_stopped(&shell, process);
        assert!(!shell.seen().alternate());
        assert!(shell.has_old_modes());
        resume_and_quit(&shell);
    }
}

/// SIGSTOP gives no warning: the shell makes the terminal cooked behind the program's back.
#[test]
fn a_stop_without_warning_is_repaired_on_return() {
    let shell = shell();
    let process = open_in(&shell);
    signal(process, Signal::STOP);
    wait_until_stopped(&shell, process);
    resume_and_quit(&shell);
}

/// Started with `&`, the program waits stopped for the terminal instead of taking it.
#[test]
fn a_start_in_the_background_waits_for_the_terminal() {
    let shell = shell();
    shell.send(format!("{BILAT} &\n"));
    let process = child_of(shell.pid());
    eventually(
        || stat(process).is_some_and(|s| s[0] == "T"),
        || "a stop".to_owned(),
    );
    assert!(shell.has_old_modes());
    // A shell that has not noticed the stop takes the job for running, and does not continue it. It
    // looks at its jobs before a prompt, and may have printed one just before the news came.
    let mut asked = Instant::now();
    shell.send("\n");
    shell.wait("the shell to say so", |seen| {
        if asked.elapsed() > Duration::from_millis(500) {
            asked = Instant::now();
            shell.send("\n");
        }
        seen.text().contains("Stopped")
    });
    resume_and_quit(&shell);
}

/// Without a shell above it nobody could continue the program, so ctrl-z does nothing.
#[test]
fn without_job_control_there_is_no_stop() {
    let mut pty = Pty::bilat(&[]);
    pty.send("\x1a");
    // Far more often than a stop would need to come.
    for _ in 0..50 {
        pty.answers();
    }
    pty.send("\x03");
    assert_eq!(pty.exit_restored(), 130);
}
