//! What is typed while another program has the terminal, and after it.

use std::fs::File;
use std::io::{self, IsTerminal};

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGINT, SIGQUIT};
use signal_hook::flag;

/// Throws away what was typed and not read yet: it was typed for the program that had the terminal.
pub fn forget_typed() {
    let stdin = io::stdin();
    // Where there is no terminal, nothing was typed.
    if stdin.is_terminal() {
        let _ = tcflush(&stdin, QueueSelector::IFlush);
    } else if let Ok(tty) = File::open("/dev/tty") {
        let _ = tcflush(&tty, QueueSelector::IFlush);
    }
}

/// Lets ctrl-c end this program again, as it does at first. While another program had the terminal it
/// was for that one, and by itself the system forgets what it did before. Not for a program that has
/// an answer of its own to it.
pub fn let_ctrl_c_end() {
    for signal in [SIGINT, SIGQUIT] {
        // Without it the question can still be answered.
        let _ = flag::register_conditional_default(signal, Arc::new(AtomicBool::new(true)));
    }
}
