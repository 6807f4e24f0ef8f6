//! A record by hand: words are selected in a text, a kind is chosen, and three fields are typed in a
//! line that says already what the words say.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::App;
use super::header_prompt::draw_offers;
use super::kept::Capturing;
use super::typing::{Offered, Purpose, Search, Typing};
use crate::dashboard::action::{Action, Edit, Effect, Step};
use crate::dashboard::ui::pane::Toward;
use crate::dashboard::ui::text::{clip, wrap};
use crate::dossier::{Id, Kind};
use crate::propose::Inbox;
use crate::propose::capture::{Capture, asks, offers};
use crate::verify::selected;

impl App {
    /// Selects words of the text that is read, or fixes where the selection begins.
    pub(super) fn select_words(&mut self) {
        if !self.pane.select_words() {
            return self.say("no words of the text are in view".to_owned());
        }
        let words = if self.pane.is_from_here() {
            "from here: move to the last word, then a makes a record of them"
        } else {
            "move to the first word; v selects from there, a makes a record"
        };
        self.say(words.to_owned());
    }

    /// Moves the selection of words; false where an action is about something else.
    pub(super) fn move_words(&mut self, action: Action) -> bool {
        let toward = match action {
            Action::Left => Toward::Left,
            Action::Right => Toward::Right,
            Action::Move(Step::Up) => Toward::Up,
            Action::Move(Step::Down) => Toward::Down,
            Action::Cancel | Action::Close => {
                self.pane.leave_words();
                return true;
            }
            _ => return false,
        };
        self.pane.move_words(toward);
        true
    }

    /// Asks which kind of record the selected words become.
    pub(super) fn begin_capture(&mut self) {
        if let Some(words) = self.proposed.why_not() {
            self.said = Some(words.to_owned());
            return;
        }
        let chosen = self.pane.chosen();
        let found = chosen.and_then(|chosen| {
            let at = (chosen.paragraph, &chosen.places, chosen.of);
            let words = selected(&self.texts, &chosen.source, at.0, at.1, at.2)?;
            Some((chosen.source, words))
        });
        let Some((source, selected)) = found else {
            let words = "these words cannot be told from others of the paragraph, or are shown with marks: `bilat add` takes them";
            self.say(words.to_owned());
            return;
        };
        self.capturing = Some(Capturing {
            source,
            selected,
            kind: Kind::Quote,
            problem: None,
        });
    }

    /// Opens the line of a record of this kind.
    pub(super) fn capture_as(&mut self, kind: Kind) {
        if let Some(capturing) = &mut self.capturing {
            capturing.kind = kind;
        }
        let Some(typed) = self.capture(|capture| capture.begin(kind)) else {
            self.forget_capture();
            return;
        };
        let is_open = typed.starts_with(';');
        let before = Search {
            typed,
            ..Search::default()
        };
        self.begin_typing(before, Purpose::Capture);
        if let Some(typing) = self.typing.as_mut().filter(|_| is_open) {
            typing.prompt.edit(Edit::Home);
        }
    }

    /// Goes on selecting.
    pub(super) fn forget_capture(&mut self) {
        self.capturing = None;
        self.typing = None;
    }

    /// Something was typed: what was wrong with the line may be right now.
    pub(super) fn capture_while_typing(&mut self) {
        let (Some(typing), Some(capturing)) = (&mut self.typing, &mut self.capturing) else {
            return;
        };
        capturing.problem = None;
        let (text, cursor) = (typing.prompt.text(), typing.prompt.cursor());
        let offered = offers(&self.workspace.dossier, capturing.kind, text, cursor);
        typing.offered = offered.map(|(range, offers)| Offered {
            range,
            offers,
            taken: None,
        });
    }

    /// Takes the line: a record that is sound is asked to be written.
    pub(super) fn accept_capture(&mut self) -> Option<Effect> {
        let line = self.typing.as_ref()?.prompt.text().to_owned();
        let kind = self.capturing.as_ref()?.kind;
        let proposed = self
            .proposed
            .inbox()
            .map(Inbox::record_ids)
            .unwrap_or_default();
        let made = self.capture(|capture| {
            let taken = |id: &Id| capture.dossier.find(id).is_some() || proposed.contains(id);
            capture.proposal(kind, &line, &taken)
        });
        match made {
            Some(Ok(proposal)) => {
                self.forget_capture();
                self.pane.leave_words();
                Some(Effect::Capture(Box::new(proposal)))
            }
            Some(Err(error)) => {
                if let Some(capturing) = &mut self.capturing {
                    capturing.problem = Some(error.to_string());
                }
                None
            }
            None => {
                self.forget_capture();
                self.say("the source of these words is no longer there".to_owned());
                None
            }
        }
    }

    fn capture<T>(&self, what: impl FnOnce(&Capture<'_>) -> T) -> Option<T> {
        let capturing = self.capturing.as_ref()?;
        let dossier = &self.workspace.dossier;
        Some(what(&Capture {
            dossier,
            source: dossier.source(&capturing.source)?,
            text: self.texts.text(&capturing.source)?,
            selected: &capturing.selected,
        }))
    }

    /// The line, above it what it asks for, below it what fits or is wrong. Returns what is left of
    /// `area`.
    pub(super) fn draw_capture(&self, typing: &Typing, area: Rect, frame: &mut Frame<'_>) -> Rect {
        let Some(capturing) = self.capturing.as_ref().filter(|_| area.height > 3) else {
            return area;
        };
        let columns = usize::from(area.width);
        let (kind, paragraph) = (capturing.kind, capturing.selected.evidence.paragraph);
        let asked = asks(kind).join("; ");
        let label = format!("{} of ¶{paragraph}: {asked}", kind.singular());
        let line = |y: u16| Rect {
            y,
            height: 1,
            ..area
        };
        let buf = frame.buffer_mut();
        buf.set_string(area.x, area.y, clip(&label, columns), self.theme.strong());
        let cursor = typing.prompt.draw(self.theme, line(area.y + 1), buf);
        frame.set_cursor_position(cursor);
        let rest = |from: u16| Rect {
            y: from,
            height: area.bottom().saturating_sub(from),
            ..area
        };
        let mut below = rest(area.y + 2);
        if let Some(problem) = &capturing.problem {
            for range in wrap(problem, columns) {
                if below.height < 2 {
                    break;
                }
                let words = &problem[range];
                frame
                    .buffer_mut()
                    .set_string(below.x, below.y, words, self.theme.alarm());
                below = rest(below.y + 1);
            }
        } else if let Some(offered) = &typing.offered {
            below = draw_offers(offered, self.theme, below, frame);
        }
        below
    }
}
