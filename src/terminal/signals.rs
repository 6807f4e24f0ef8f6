//! Signals: one thread turns them into messages, and ends the program when the loop does not.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{
    SIGALRM, SIGBUS, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM,
    SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::message::{GRACE, killed_by};
use super::{Message, guard};

/// What the program cannot do without.
const NEEDED: [i32; 7] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// What else ends a program that does not expect it. What an abort raises is another matter, and so is
/// what cannot be heard of at all: see `abort`.
const DEADLY: [i32; 10] = [
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGSYS, SIGTRAP, SIGBUS,
];

/// The same without a name: those of real time, of a failing power supply and of a coprocessor.
const NAMELESS: &[i32] = if cfg!(target_os = "linux") {
    &[
        16, 30, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
        55, 56, 57, 58, 59, 60, 61, 62, 63, 64,
    ]
} else {
    &[]
};

/// Starts the thread. `interrupted` is set where a signal has come that was meant for the editor: this
/// thread may hear of it after the terminal was taken back. To be called before the terminal is
/// entered: a signal that comes in between must not leave it raw.
///
/// # Errors
/// When the signals cannot be watched or no thread can be started.
pub(super) fn watch(send: Sender<Message>, interrupted: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new(NEEDED)?;
    for signal in DEADLY.iter().chain(NAMELESS) {
        // Not every system has every one.
        let _ = signals.add_signal(*signal);
    }
    let thread = thread::Builder::new().name("signals".to_owned());
    thread.spawn(move || {
        for signal in signals.forever() {
            let stops = matches!(signal, SIGINT | SIGQUIT);
            let for_editor = stops && (interrupted.swap(false, Relaxed) || guard::is_lent());
            // A loop that has ended listens no more; the process is about to end as well.
            let _ = match signal {
                SIGWINCH => send.send(Message::Resized),
                _ if for_editor => Ok(()),
                // Typed for the editor, or meant for the whole job: this process waits for it and
                // stops with it.
                SIGTSTP if guard::is_lent() => {
                    let _ = low_level::raise(SIGSTOP);
                    Ok(())
                }
                SIGTSTP => send.send(Message::Stop),
                SIGCONT => send.send(Message::Continued),
                deadly => {
                    let _ = send.send(Message::Killed(deadly));
                    thread::sleep(GRACE);
                    guard::leave_at_once();
                    low_level::exit(killed_by(deadly).into())
                }
            };
        }
    })?;
    Ok(())
}

/// Asks the whole job to stop, as the terminal does for ctrl-z when it is not raw: programs that
/// were started together stop together. This one hears of it as [`Message::Stop`].
pub(super) fn stop_job() {
    let _ = kill_current_process_group(Signal::TSTP);
}

/// Gives the terminal back and stops this process until it is continued.
///
/// The job of a session's leader has no shell above it that could ever continue it (a terminal
/// window opened on this very program, a container): there nothing happens.
pub(super) fn stop() {
    if getsid(None).is_ok_and(|leader| leader == getpgrp()) {
        return;
    }
    guard::leave();
    let _ = low_level::raise(SIGSTOP);
}
