//! Copies texts: at once where only the terminal can take them, and else in a thread of its own, for a
//! program may take its time.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Message;
use crate::system::clipboard::{Clipboard, Sent};
use crate::system::stderr::eprint;

/// How long the end of the program waits for what is still being copied.
const PATIENCE: Duration = Duration::from_secs(1);

/// Copies one text after the other; of those that wait, only the last.
pub(super) struct Copier {
    clipboard: Clipboard,
    send: Sender<Message>,
    /// Started with the first text that takes a program.
    thread: Option<(Sender<String>, JoinHandle<()>)>,
}

impl Copier {
    pub(super) fn new(clipboard: Clipboard, send: Sender<Message>) -> Self {
        Self {
            clipboard,
            send,
            thread: None,
        }
    }

    /// Copies a text; what becomes of it comes as a message, or is known at once.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn copy(&mut self, text: String) -> io::Result<Option<Sent>> {
        if self.clipboard.is_at_once() {
            return Ok(Some(self.clipboard.send(text)));
        }
        let (texts, thread) = match self.thread.take() {
            Some(running) => running,
            None => self.start()?,
        };
        // The thread lives as long as the loop does.
        let _ = texts.send(text);
        self.thread = Some((texts, thread));
        Ok(None)
    }

    fn start(&self) -> io::Result<(Sender<String>, JoinHandle<()>)> {
        let (texts, receive) = mpsc::channel();
        let (clipboard, send) = (self.clipboard.clone(), self.send.clone());
        let thread = thread::Builder::new()
            .name("clipboard".to_owned())
            .spawn(move || work(&clipboard, &receive, &send))?;
        Ok((texts, thread))
    }

    /// Waits a moment until what was copied last has arrived.
    pub(super) fn finish(self) {
        let Some((texts, thread)) = self.thread else {
            return;
        };
        drop(texts);
        let since = Instant::now();
        while !thread.is_finished() && since.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn work(clipboard: &Clipboard, texts: &Receiver<String>, send: &Sender<Message>) {
    while let Ok(first) = texts.recv() {
        let last = texts.try_iter().last().unwrap_or(first);
        if send.send(Message::Copied(clipboard.send(last))).is_err() {
            return;
        }
    }
}

/// Tells after the end what was not copied, for nothing more is written to the terminal's clipboard, and
/// what else there was to be said.
pub(super) fn tell_lost(messages: &Receiver<Message>) {
    for message in messages.try_iter() {
        match message {
            Message::Copied(Sent::ToTerminal { failed, .. } | Sent::Refused { failed, .. }) => {
                let reason = failed.unwrap_or_default();
                eprint(&format!("bilat: not copied: {reason}"));
            }
            Message::Remark(text) => eprint(&format!("bilat: {text}")),
            _ => {}
        }
    }
}
