//! The event loop: messages in, effects done, frames out.

mod editing;

use std::error::Error;
use std::io;
use std::iter;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;
use signal_hook::consts::{SIGHUP, SIGINT};

use super::background::Searcher;
use super::copier::Copier;
use super::files::{Files, FollowError};
use super::history::History;
use super::inbox::Reviewer;
use super::screen::{self, Screen};
use super::text::{self, Vetter};
use super::writer::Writer;
use super::{
    Message, PanicAt, Settings, brief, faults, guard, killed_by, paths, pointer, session, signals,
    typed,
};
use crate::dashboard::action::Effect;
use crate::dashboard::app::{App, Outcome, Vetted};
use crate::dashboard::ui::theme::Theme;
use crate::dossier::Id;
use crate::search::Job;
use crate::system::clipboard::{Clipboard, Sent};
use crate::system::error::in_full;
use crate::system::{clock, environment};

/// After this many messages a frame is drawn even if more are queued, so that a long burst of
/// keys is seen to be going on.
const BATCH: usize = 4096;

/// How long a frame waits for what is nearly there: the first one for the dossier, and one after a
/// key for what a search finds. Most dossiers are read and most searches done by then, and one
/// frame is written instead of two. Nobody sees the difference.
const PATIENCE: Duration = Duration::from_millis(8);

/// The application, its screen, and the loop that joins them.
pub(super) struct Dashboard {
    app: App,
    screen: Screen,
    settings: Settings,
    frames: usize,
    /// Dropped when the first frame is drawn.
    undrawn: Option<Sender<()>>,
    send: Sender<Message>,
    files: Files,
    /// Started when there is something to be searched that takes long.
    searcher: Option<Searcher>,
    vetter: Vetter,
    history: History,
    /// Writes the last search down, after those before it.
    writer: Writer,
    reviewer: Reviewer,
    copier: Copier,
}

impl Dashboard {
    /// Over a dossier that is still being read.
    ///
    /// # Errors
    /// Never in fact: nothing but memory is touched.
    pub(super) fn new(
        theme: Theme,
        files: Files,
        settings: Settings,
        send: Sender<Message>,
        undrawn: Sender<()>,
    ) -> io::Result<Self> {
        let history = History::new();
        let opening = App::opening(theme, files.today)
            .as_example(files.is_example())
            .with_keymap(settings.keymap.clone());
        let app = session::before(opening, &files, &history, settings.fresh);
        let reviewer = Reviewer::new(files.origin(), send.clone());
        Ok(Self {
            app,
            screen: Screen::new(theme)?,
            settings,
            frames: 0,
            undrawn: Some(undrawn),
            copier: Copier::new(Clipboard::new(&environment::variable), send.clone()),
            vetter: Vetter::new(send.clone(), files.watches()),
            send,
            files,
            searcher: None,
            history,
            writer: Writer::default(),
            reviewer,
        })
    }

    /// Waits until everything that is to be kept is written.
    pub(super) fn finish(self) {
        self.writer.finish();
        self.copier.finish();
    }

    /// Runs until it is left; the exit code.
    ///
    /// # Errors
    /// When the terminal cannot be used.
    pub(super) fn run(&mut self, messages: &Receiver<Message>) -> io::Result<u8> {
        loop {
            if let Some(code) = self.wait_for_answers(messages)? {
                return Ok(code);
            }
            if !self.draw()? {
                return Ok(killed_by(SIGHUP));
            }
            let first = match messages.recv_timeout(self.files.until_midnight()) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => Message::Resized,
                Err(RecvTimeoutError::Disconnected) => return Ok(killed_by(SIGHUP)),
            };
            if let Some(code) = self.turn_day()? {
                return Ok(code);
            }
            let others = messages.try_iter().take(BATCH);
            let mut queued = iter::once(first).chain(others).peekable();
            while let Some(message) = queued.next() {
                let message = if self.app.is_typing() {
                    typed::together(message, &mut queued)
                } else {
                    message
                };
                if let Some(code) = self.apply(message)? {
                    return Ok(code);
                }
            }
        }
    }

    /// Takes up another day, which may have begun while the machine slept.
    fn turn_day(&mut self) -> io::Result<Option<u8>> {
        let today = clock::now().date();
        if today == self.files.today {
            return Ok(None);
        }
        self.files.today = today;
        let effect = self.app.set_today(today);
        effect.map_or(Ok(None), |effect| self.carry_out(effect))
    }

    /// Gives what is nearly there the time to come.
    fn wait_for_answers(&mut self, messages: &Receiver<Message>) -> io::Result<Option<u8>> {
        let until = Instant::now() + PATIENCE;
        while self.app.is_waiting() || self.app.is_opening() {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(message) = messages.recv_timeout(left) else {
                break;
            };
            if let Some(code) = self.apply(message)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// Draws one frame; false when the terminal does not take it any more.
    fn draw(&mut self) -> io::Result<bool> {
        let app = &mut self.app;
        let panics = self.settings.panic_at == Some(PanicAt::Draw) && self.frames > 0;
        let frame = self.screen.frame(screen::window_size(), |frame| {
            app.render(frame);
            assert!(!panics, "asked to panic while drawing");
        })?;
        let shown = guard::show(&frame).is_ok();
        self.undrawn = None;
        if self.frames == 0 && self.settings.panic_at == Some(PanicAt::Worker) {
            thread::spawn(|| panic!("asked to panic in a worker"));
        }
        self.frames += 1;
        Ok(shown)
    }

    /// Does what a message asks; the exit code if that is the end.
    fn apply(&mut self, message: Message) -> io::Result<Option<u8>> {
        let effect = match message {
            // Read while another program had the terminal.
            Message::Key(_, session) | Message::Paste(_, session) | Message::Mouse(_, session)
                if session != guard::session() =>
            {
                None
            }
            Message::Key(key, _) => self.press(key),
            Message::Paste(text, _) => self.app.paste(&text),
            Message::Mouse(mouse, _) => pointer::point(&mut self.app, mouse),
            // The next frame asks for the size, whatever happened to it in between.
            Message::Resized => None,
            Message::Stop => {
                signals::stop();
                None
            }
            Message::Continued => {
                self.take_back()?;
                None
            }
            Message::Killed(signal) => return Ok(Some(killed_by(signal))),
            Message::Lost => return Ok(Some(killed_by(SIGHUP))),
            Message::Begun(workspace, stage) => self.app.begin(*workspace, stage),
            Message::Progress(progress) => self.app.progress(progress),
            Message::Read(content) => {
                let effect = self.app.read(*content);
                let watched = self.files.was_read();
                self.follow(watched);
                effect
            }
            other => {
                self.take_in(other);
                None
            }
        };
        let code = effect.map_or(Ok(None), |effect| self.carry_out(effect))?;
        let again = self.app.vet_again().filter(|_| code.is_none());
        again.map_or(Ok(code), |again| self.carry_out(again))
    }

    /// Takes in what was done behind the screen.
    fn take_in(&mut self, message: Message) {
        match message {
            Message::Stage(stage) => self.app.set_stage(stage),
            Message::Changed => self.read_files(),
            Message::Answer(answer) => self.app.answer(answer),
            Message::Copied(sent) => self.copied(&sent),
            Message::Reviewed(answered) => {
                self.app.answered(answered);
                self.read_files();
            }
            Message::Vetted(vetted) => self.app.vetted(vetted),
            Message::TextChanged => self.app.text_changed(),
            Message::Paths(typed, paths) => self.app.offer_paths(&typed, paths),
            Message::Remark(text) => self.app.say(text),
            // The others ask for something.
            _ => {}
        }
    }

    fn read_files(&mut self) {
        let read = self.files.read();
        self.follow(read);
    }

    /// Says what could not be followed: of a document that is gone, until it is back.
    fn follow(&mut self, outcome: Result<(), FollowError>) {
        match outcome {
            Err(FollowError::Gone(error)) => self.app.lose(error.problem()),
            outcome => self.tell(outcome),
        }
    }

    fn press(&mut self, key: KeyEvent) -> Option<Effect> {
        if let Some(place) = self.settings.panic_at {
            faults::at_key(place);
        }
        self.app.press(key)
    }

    /// Does what the application itself must not; the exit code if that is the end.
    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<u8>> {
        match effect {
            Effect::Quit => {
                let write = session::leave(&self.files, &self.app);
                self.write_down("save the session", write);
                return Ok(Some(0));
            }
            Effect::Interrupt => return Ok(Some(killed_by(SIGINT))),
            Effect::Suspend => signals::stop_job(),
            Effect::Copy(text) => match self.copier.copy(text) {
                Ok(sent) => sent.iter().for_each(|sent| self.copied(sent)),
                Err(error) => self.app.say(format!("not copied: {error}")),
            },
            Effect::Find(job) => self.find(job),
            Effect::Remember(search) => self.remember(search),
            Effect::KeepMarks { add, remove } => self.keep_marks(add, remove),
            Effect::WriteBrief { brief, form } => {
                self.write_down("write the brief", move || Some(brief::write(*brief, form)));
            }
            Effect::Review { ids, review } => self.decide(self.reviewer.review(ids, *review)),
            Effect::Capture(proposal) => self.decide(self.reviewer.capture(*proposal)),
            Effect::UndoReview => self.decide(self.reviewer.undo()),
            Effect::EditProposal { id, text } => self.edit_proposal(id, text)?,
            Effect::Redraw => self.screen.forget(),
            Effect::Reload => self.read_files(),
            Effect::OpenEditor(place) => self.edit(&place)?,
            Effect::Vet { number, path } => self.vet(number, path),
            Effect::CompletePath(typed) => {
                let begun = paths::complete(typed, self.send.clone());
                self.tell(begun);
            }
            Effect::EditText { path, line } => self.edit_text(&path, line)?,
        }
        Ok(None)
    }

    fn find(&mut self, job: Box<Job>) {
        let searcher = self.searcher.take();
        match searcher.map_or_else(|| Searcher::new(self.send.clone()), Ok) {
            Ok(searcher) => {
                searcher.find(job);
                self.searcher = Some(searcher);
            }
            Err(error) => self.app.say(format!("cannot search: {error}")),
        }
    }

    /// Compares a text behind the screen.
    fn vet(&mut self, number: u64, path: String) {
        let job = text::Job::new(&self.app, number, path, self.files.origin());
        if let Err(error) = self.vetter.vet(job) {
            let outcome = Outcome::Failed(format!("cannot compare a text: {error}"));
            self.app.vetted(Vetted { number, outcome });
        }
    }

    /// Says what became of a text that was to be copied, and writes what is for the terminal.
    fn copied(&mut self, sent: &Sent) {
        if let Sent::ToTerminal { sequence, .. } = sent {
            // A terminal that is gone is noticed at the next frame.
            let _ = guard::show(sequence);
        }
        self.app.say(sent.to_string());
    }

    /// Writes a search down.
    fn remember(&mut self, search: String) {
        let history = self.history.clone();
        self.write_down("save search history", move || history.keep(&search));
    }

    /// Writes down which records are marked from now on, and which no longer.
    fn keep_marks(&mut self, add: Vec<Id>, remove: Vec<Id>) {
        let Some(marks) = self.files.marks() else {
            let words = "marks of this dossier are kept only until you leave";
            self.app.say(words.to_owned());
            return;
        };
        self.write_down("save the marks", move || {
            let outcome = marks.update(&add, &remove);
            let error = outcome.err()?;
            Some(format!("could not save the marks: {}", in_full(&error)))
        });
    }

    /// Writes something in a thread of its own, after what was written before it: a disk may take its
    /// time. What `write` returns is said.
    fn write_down(
        &mut self,
        what: &'static str,
        write: impl FnOnce() -> Option<String> + Send + 'static,
    ) {
        let send = self.send.clone();
        let begun = self.writer.write(move || {
            if let Some(remark) = write() {
                let _ = send.send(Message::Remark(remark));
            }
        });
        if let Err(error) = begun {
            self.app.say(format!("could not {what}: {error}"));
        }
    }

    /// Writes a decision, which answers by itself.
    fn decide(&mut self, decision: impl FnOnce() + Send + 'static) {
        // One that cannot be begun answers that too.
        let _ = self.writer.write(decision);
    }

    /// Says what could not be done.
    fn tell(&mut self, outcome: Result<(), impl Error>) {
        if let Err(error) = outcome {
            self.app.say(in_full(&error));
        }
    }
}
