//! Writes things down in threads of their own, one after the other: a disk may take its time.

use std::io;
use std::thread::{self, JoinHandle};

/// What is being written.
#[derive(Default)]
pub(super) struct Writer(Option<JoinHandle<()>>);

impl Writer {
    /// Does `write` after what was written before it.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn write(&mut self, write: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let before = self.0.take();
        let thread = thread::Builder::new().name("writer".to_owned());
        let writer = thread.spawn(move || {
            // One that has panicked has ended the program already.
            before.map(JoinHandle::join);
            write();
        })?;
        self.0 = Some(writer);
        Ok(())
    }

    /// Waits until everything is written.
    pub(super) fn finish(self) {
        // One that has panicked has ended the program already.
        self.0.map(JoinHandle::join);
    }
}
