//! When to kill a program that writes a file, so that both happens: it is killed before it has
//! written, and after.

#![expect(unreachable_pub, reason = "a module of several test programs")]

use std::thread;
use std::time::Duration;

/// The pauses before kills, and what they led to.
pub struct Kills {
    pause: Duration,
    /// By how much a pause grows at least.
    step: Duration,
    before: usize,
    after: usize,
}

impl Kills {
    /// For a program that takes about so long.
    pub fn new(took: Duration) -> Self {
        Self {
            pause: Duration::ZERO,
            step: took / 20,
            before: 0,
            after: 0,
        }
    }

    /// Waits before a kill.
    pub fn wait(&self) {
        thread::sleep(self.pause);
    }

    /// Whether the program had written by then. The next pause is shorter if it had and longer if
    /// it had not, so that the pauses close in on the moment of writing, however fast the machine
    /// is just now.
    pub fn had_written(&mut self, written: bool) {
        if written {
            self.after += 1;
            self.pause = self.pause * 2 / 3;
        } else {
            self.before += 1;
            self.pause = self.pause * 3 / 2 + self.step;
        }
    }

    /// Both must have happened.
    pub fn check(&self) {
        let Self { before, after, .. } = self;
        assert!(
            *before > 0 && *after > 0,
            "{before} kills before it was written, {after} after"
        );
    }
}
