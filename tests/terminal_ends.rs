//! Ends that nobody asked for: signals that kill a program that does not expect them, aborts, and
//! limits of the system. The terminal is as it was, and a message says what happened.

#[path = "common/limited.rs"]
mod limited;
#[path = "common/pty.rs"]
mod pty;

use std::fs;

use limited::Limited;
use pty::{BILAT, Pty, command, script, sequences};
use rustix::process::Signal;

#[test]
fn every_signal_that_can_be_heard_restores() {
    for (name, number) in [
        (Signal::USR1, 10),
        (Signal::USR2, 12),
        (Signal::ALARM, 14),
        (Signal::XCPU, 24),
        (Signal::VTALARM, 26),
        (Signal::PROF, 27),
        (Signal::IO, 29),
        (Signal::POWER, 30),
        (Signal::SYS, 31),
    ] {
        let mut pty = Pty::bilat(&[]);
        pty.signal(name);
        assert_eq!(pty.exit_restored(), 128 + number, "{name:?}");
    }
}

/// From outside, as `abort()` of a library raises it; by the program itself; a stack without end; and
/// an allocation that fails.
#[test]
fn an_abort_restores_first_and_reports_then() {
    let mut pty = Pty::bilat(&[]);
    pty.signal(Signal::ABORT);
    restored_after_abort(&mut pty, "from outside");
}

#[cfg(debug_assertions)]
#[test]
fn an_abort_of_the_program_itself_restores_too() {
    for place in ["abort", "overflow"] {
        let mut pty = Pty::spawn(command(BILAT, &["--panic-at", place]), 80, 24);
        pty.wait_for_dashboard();
        pty.send("x");
        restored_after_abort(&mut pty, place);
    }
}

fn restored_after_abort(pty: &mut Pty, how: &str) {
    assert_eq!(pty.exit_restored(), 134, "{how}");
    pty.wait("a report", |seen| {
        seen.text().contains("internal error: aborted")
    });
    let seen = pty.seen();
    assert!(
        seen.last("\x1b[?25h") < seen.last("internal error"),
        "{how}"
    );
}

/// A limit of memory: what is refused while the dashboard is open ends it as an abort does.
#[cfg(debug_assertions)]
#[test]
fn memory_that_is_refused_restores() {
    let start = "ulimit -v 4000000; exec \"$0\" --panic-at memory";
    let mut pty = Pty::spawn(script(start), 80, 24);
    pty.wait_for_dashboard();
    pty.send("x");
    restored_after_abort(&mut pty, "memory");
}

/// With so few descriptors there is a dashboard, or a message and an untouched terminal.
#[test]
fn a_few_descriptors_are_enough_or_said_to_be_too_few() {
    for most in 3..=24 {
        let start = format!("ulimit -n {most}; exec \"$0\"");
        let mut pty = Pty::spawn(script(&start), 80, 24);
        pty.wait("a dashboard or a message", |seen| {
            (seen.alternate() && seen.text().contains(pty::TITLE))
                || seen.text().contains("bilat: ")
        });
        let is_shown = pty.seen().alternate();
        if is_shown {
            pty.send("q");
            assert_eq!(pty.exit_restored(), 0, "{most}");
        } else {
            // With three the system cannot even load the program's libraries.
            let code = if most == 3 { 127 } else { 2 };
            assert_eq!(pty.exit(), code, "{most}");
            pty.wait("a reason", |seen| {
                most == 3 || seen.text().contains("Too many open files")
            });
            left_alone(&pty, &format!("{most} descriptors"));
        }
        assert!(is_shown || most < 24, "24 are enough");
    }
}

/// The terminal has its modes, and was told nothing or told to go back.
fn left_alone(pty: &Pty, how: &str) {
    let seen = pty.seen();
    assert!(!seen.alternate(), "{how}");
    let entered = sequences(&seen.bytes);
    let count = |what: &str| entered.iter().filter(|one| *one == what).count();
    assert_eq!(count("?1049h"), count("?1049l"), "{how}");
    assert_eq!(count("?2004h"), count("?2004l"), "{how}");
    drop(seen);
    assert!(pty.has_old_modes(), "{how}");
}

#[test]
fn without_a_thread_there_is_a_message() {
    let Some(limited) = Limited::new("ulimit -u 1; exec \"$0\"") else {
        return;
    };
    let mut pty = Pty::spawn(limited.command(), 100, 24);
    assert_eq!(pty.exit(), 2, "{}", pty.seen().text());
    pty.wait("a message", |seen| {
        seen.text().contains("bilat: ") && seen.text().contains("Resource temporarily unavailable")
    });
    assert!(!pty.seen().text().contains("panicked"));
    left_alone(&pty, "no thread");
}

/// The command line needs none: it does everything by itself.
#[test]
fn without_a_thread_the_command_line_works() {
    for words in [
        "quotes energy",
        "check --no-pager",
        "timeline --no-pager",
        "contested --no-pager",
        "export markdown",
    ] {
        let run = |limit: &str| {
            let limited = Limited::new(&format!("{limit} exec \"$0\" {words}"));
            limited.map(|limited| limited.run())
        };
        let (Some(plain), Some(limited)) = (run(""), run("ulimit -u 1;")) else {
            return;
        };
        assert!(plain.stdout.len() > 100, "{words}: {plain:?}");
        assert_eq!(limited, plain, "{words}");
    }
}

/// A file that may not grow: the write ends with a message, the old file is whole, nothing is left.
#[test]
fn a_limit_of_file_size_ends_a_write_cleanly() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.json");
    for old in [None, Some("what was there")] {
        if let Some(old) = old {
            fs::write(&path, old).expect("written");
        }
        let start = format!("ulimit -f 8; exec \"$0\" export json -o {}", path.display());
        let mut pty = Pty::spawn(script(&start), 200, 24);
        assert_eq!(pty.exit(), 2, "{}", pty.seen().text());
        pty.wait("a message", |seen| seen.text().contains("File too large"));
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, usize::from(old.is_some()));
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), old);
    }
}

/// Files that the kernel makes up: reading some of them waits for ever, others never end.
#[test]
fn a_file_of_the_kernel_never_blocks() {
    for path in [
        "/proc/kmsg",
        "/sys/kernel/debug/tracing/trace_pipe",
        "/proc/self/mem",
    ] {
        if fs::metadata(path).is_err() {
            continue;
        }
        for words in ["check", "import bibtex", "export csv -o"] {
            let start = format!("cd /tmp; exec \"$0\" {words} {path} </dev/null");
            let mut pty = Pty::spawn(script(&start), 200, 24);
            assert_ne!(pty.exit(), 0, "{words} {path}: {}", pty.seen().text());
            assert!(!pty.seen().text().contains("panicked"), "{words} {path}");
        }
    }
}
