//! The one table of keys. The resolver, the help, the status bar and the guide read it.

pub mod bound;
mod layout;
pub mod names;
pub mod notation;

pub use crossterm::event::KeyEvent;
use crossterm::event::{KeyCode, KeyModifiers};

use super::action::{Action, Decide, Edit, ListId, PanelId, Step};
use crate::dossier::Kind;

/// Where a binding holds. The innermost scope is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Always.
    Everywhere,
    /// Wherever nothing is being typed.
    View,
    /// While the panels are in front.
    Dashboard,
    /// A panel or the pane has the room of the others.
    Zoomed,
    /// Wherever something is selected or scrolled.
    Movement,
    /// The timeline in focus.
    Timeline,
    /// The agreements in focus.
    Agreements,
    /// The figures in focus.
    Trade,
    /// The quotes in focus.
    Quotes,
    /// The keys go to the reading pane.
    Pane,
    /// The pane shows the text of a source.
    SourceText,
    /// Words of a text are being selected.
    Words,
    /// A kind of record is asked for.
    Kinds,
    /// The fields of a record are being typed.
    Fields,
    /// The inbox is open.
    Inbox,
    /// A text that was compared with the dossier is open.
    Text,
    /// A list is open.
    List,
    /// Something is being typed.
    Prompt,
}

impl Scope {
    /// All scopes, in the order in which help lists them.
    pub const ALL: [Self; 18] = [
        Self::Dashboard,
        Self::Zoomed,
        Self::Movement,
        Self::Timeline,
        Self::Agreements,
        Self::Trade,
        Self::Quotes,
        Self::Pane,
        Self::SourceText,
        Self::Words,
        Self::Kinds,
        Self::Fields,
        Self::Inbox,
        Self::Text,
        Self::List,
        Self::View,
        Self::Prompt,
        Self::Everywhere,
    ];

    /// Its heading in help and guide.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::View => "Lists and time",
            Self::Dashboard => "Panels",
            Self::Zoomed => "A zoomed panel",
            Self::Movement => "Moving",
            Self::Timeline => "Timeline",
            Self::Agreements => "Agreements",
            Self::Trade => "Trade",
            Self::Quotes => "Quotes",
            Self::Pane => "The reading pane",
            Self::SourceText => "The text of a source",
            Self::Words => "Selecting words",
            Self::Kinds => "A record of the words",
            Self::Fields => "The line of its fields",
            Self::Inbox => "The inbox",
            Self::Text => "A text",
            Self::List => "An open list",
            Self::Prompt => "The search line",
        }
    }
}

/// A key with the modifiers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

const fn code(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::NONE,
    }
}

const fn char(c: char) -> Key {
    code(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Key {
    Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::CONTROL,
    }
}

const fn ctrl_code(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::CONTROL,
    }
}

impl Key {
    /// The key of an event. Shift is part of the character, and of Tab.
    fn of(event: KeyEvent) -> Self {
        let modifiers = event.modifiers - KeyModifiers::SHIFT;
        Self {
            code: event.code,
            modifiers,
        }
    }

    /// The event of a press of it.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }

    /// As it is written for a person, e.g. `ctrl-d`.
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            other => format!("{other:?}"),
        };
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            format!("ctrl-{name}")
        } else {
            name
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys, the usual one first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// What that does, for help and guide.
    pub help: &'static str,
    /// One word for the status bar; none keeps it out of there.
    pub hint: Option<&'static str>,
}

const fn row(scope: Scope, keys: &'static [Key], action: Action, help: &'static str) -> Binding {
    Binding {
        scope,
        keys,
        action,
        help,
        hint: None,
    }
}

impl Binding {
    const fn hint(self, hint: &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }
}

use Action as A;
use Decide as D;
use KeyCode as K;
use Scope as S;

/// Every key that works.
#[rustfmt::skip] // one row a line: it is read as a table
pub const BINDINGS: &[Binding] = &[
    row(S::Dashboard, &[code(K::Tab)], A::FocusNext, "next panel").hint("panel"),
    row(S::Dashboard, &[code(K::BackTab)], A::FocusPrevious, "previous panel"),
    row(S::Dashboard, &[char('1')], A::Focus(PanelId::Timeline), "timeline"),
    row(S::Dashboard, &[char('2')], A::Focus(PanelId::Agreements), "agreements"),
    row(S::Dashboard, &[char('3')], A::Focus(PanelId::Trade), "trade"),
    row(S::Dashboard, &[char('4')], A::Focus(PanelId::Quotes), "quotes"),
    row(S::Dashboard, &[code(K::Enter)], A::Open, "read the selected record in the pane").hint("read"),
    row(S::Dashboard, &[char('/')], A::Search, "search the panel while you type").hint("search"),
    row(S::Dashboard, &[char('n')], A::NextHit, "next hit"),
    row(S::Dashboard, &[char('N')], A::PreviousHit, "previous hit"),
    row(S::Dashboard, &[char('z')], A::Zoom, "zoom the panel, or show all panels").hint("zoom"),
    row(S::View, &[char('+')], A::Grow, "more room for the reading pane"),
    row(S::View, &[char('_')], A::Shrink, "less room for the reading pane"),
    row(S::View, &[char('c')], A::Show(ListId::Contested), "contested: contradictions and disputes").hint("contested"),
    row(S::View, &[char('i')], A::Show(ListId::Index), "index of all records").hint("index"),
    row(S::View, &[char('f')], A::Lens, "lens: one query over all panels and lists").hint("lens"),
    row(S::View, &[char('F')], A::LiftLens, "lift the lens"),
    row(S::View, &[char('=')], A::LensOf, "lens on the selected record and all linked with it"),
    row(S::View, &[char(' ')], A::Mark, "mark the record, or take the mark away").hint("mark"),
    row(S::View, &[char('v')], A::MarkRange, "mark a range: v where it begins, v where it ends"),
    row(S::View, &[char('M')], A::UnmarkAll, "take every mark away"),
    row(S::View, &[char('m')], A::Show(ListId::Marked), "what is marked"),
    row(S::View, &[char('B')], A::Brief, "brief of what is marked, or of the lens, or of all").hint("brief"),
    row(S::View, &[char('w')], A::Show(ListId::Write), "write the brief into a file").hint("write"),
    row(S::View, &[char('d')], A::Show(ListId::Due), "what is overdue, falls due, or is silent").hint("due"),
    row(S::View, &[char('I')], A::Show(ListId::Inbox), "inbox: records that articles propose").hint("inbox"),
    row(S::View, &[char('V')], A::Vet, "vet a text: compare a file with the dossier").hint("vet"),
    row(S::View, &[char(':')], A::Show(ListId::Palette), "commands and records by name").hint("command"),
    row(S::View, &[char('Y')], A::Show(ListId::Copy), "copy words, a citation, BibTeX, the id or the link"),
    row(S::View, &[char('!')], A::Show(ListId::Problems), "problems in the files"),
    row(S::Dashboard, &[char('q')], A::Close, "quit").hint("quit"),
    row(S::Zoomed, &[char('q')], A::Close, "all panels again").hint("all panels"),
    row(S::Dashboard, &[code(K::Esc)], A::Cancel, "clear the search, undo the zoom; never quits"),
    row(S::Movement, &[char('j'), code(K::Down)], A::Move(Step::Down), "down"),
    row(S::Movement, &[char('k'), code(K::Up)], A::Move(Step::Up), "up"),
    row(S::Movement, &[char('g'), code(K::Home)], A::Move(Step::First), "to the first"),
    row(S::Movement, &[char('G'), code(K::End)], A::Move(Step::Last), "to the last"),
    row(S::Movement, &[code(K::PageDown)], A::Move(Step::PageDown), "a page down"),
    row(S::Movement, &[code(K::PageUp)], A::Move(Step::PageUp), "a page up"),
    row(S::Movement, &[ctrl('d')], A::Move(Step::HalfDown), "half a page down"),
    row(S::Movement, &[ctrl('u')], A::Move(Step::HalfUp), "half a page up"),
    row(S::Timeline, &[char('T')], A::Today, "to the latest event"),
    row(S::Timeline, &[char('}')], A::NextPart, "to the next year or lane"),
    row(S::Timeline, &[char('{')], A::PreviousPart, "to the previous year or lane"),
    row(S::Timeline, &[char('x')], A::Fold, "show or fold third-party events"),
    row(S::Timeline, &[char('l'), code(K::Right)], A::Open, "read the selected event"),
    row(S::Quotes, &[char('l'), code(K::Right)], A::Open, "read the selected quote"),
    row(S::Quotes, &[char('o')], A::Reorder, "order: dossier, newest first, best match first").hint("order"),
    row(S::Agreements, &[char('l'), code(K::Right)], A::Right, "open the node"),
    row(S::Agreements, &[char('h'), code(K::Left)], A::Left, "close the node, or go to its parent"),
    row(S::Agreements, &[char('}')], A::NextPart, "to the next group"),
    row(S::Agreements, &[char('{')], A::PreviousPart, "to the previous group"),
    row(S::Agreements, &[char('t')], A::Regroup, "group by topic, year, status or party").hint("group"),
    row(S::Agreements, &[char('E')], A::OpenAll, "open every node"),
    row(S::Agreements, &[char('C')], A::CloseAll, "close every node"),
    row(S::Trade, &[char('l'), code(K::Right)], A::Right, "next figure of the series").hint("figure"),
    row(S::Trade, &[char('h'), code(K::Left)], A::Left, "previous figure"),
    row(S::Pane, &[code(K::Enter), char('l'), code(K::Right)], A::Open, "follow the link").hint("follow"),
    row(S::Pane, &[code(K::Tab)], A::NextLink, "next link").hint("link"),
    row(S::Pane, &[code(K::BackTab)], A::PreviousLink, "previous link"),
    row(S::Pane, &[code(K::Backspace), ctrl('o'), char('h'), code(K::Left)], A::Back, "back to what you read before").hint("back"),
    row(S::Pane, &[char('/')], A::Search, "search what is read").hint("search"),
    row(S::Pane, &[char('n')], A::NextHit, "next hit"),
    row(S::Pane, &[char('N')], A::PreviousHit, "previous hit"),
    row(S::Pane, &[char('q')], A::Close, "back to the list").hint("list"),
    row(S::Pane, &[code(K::Esc)], A::Cancel, "clear the search; back to the list"),
    row(S::SourceText, &[char('v')], A::SelectWords, "select words of the text, to make a record of them").hint("words"),
    row(S::Words, &[char('h'), code(K::Left)], A::Left, "a word to the left").hint("left"),
    row(S::Words, &[char('l'), code(K::Right)], A::Right, "a word to the right").hint("right"),
    row(S::Words, &[char('v')], A::SelectWords, "begin the selection here; again: one word only").hint("from here"),
    row(S::Words, &[char('a')], A::Capture, "make a record of the selected words").hint("record"),
    row(S::Words, &[code(K::Esc), char('q')], A::Cancel, "stop selecting").hint("stop"),
    row(S::Kinds, &[char('q')], A::CaptureAs(Kind::Quote), "the words are a quote").hint("quote"),
    row(S::Kinds, &[char('e')], A::CaptureAs(Kind::Event), "they tell of an event").hint("event"),
    row(S::Kinds, &[char('a')], A::CaptureAs(Kind::Agreement), "they name an agreement").hint("agreement"),
    row(S::Kinds, &[char('f')], A::CaptureAs(Kind::Observation), "they give a figure").hint("figure"),
    row(S::Kinds, &[char('c')], A::CaptureAs(Kind::Claim), "they make a claim").hint("claim"),
    row(S::Kinds, &[code(K::Esc)], A::Cancel, "go on selecting").hint("back"),
    row(S::Fields, &[code(K::Enter)], A::Accept, "add the record to the dossier").hint("add"),
    row(S::Fields, &[code(K::Esc)], A::Cancel, "go on selecting").hint("back"),
    row(S::Fields, &[code(K::Tab)], A::Complete, "complete the field; again for the next match").hint("complete"),
    row(S::Fields, &[code(K::Up)], A::Edit(Edit::Home), "to the start"),
    row(S::Fields, &[code(K::Down)], A::Edit(Edit::End), "to the end"),
    row(S::Inbox, &[char('a')], A::Decide(D::Accept), "accept the proposal, with what it refers to").hint("accept"),
    row(S::Inbox, &[char('x')], A::Decide(D::Reject), "reject the proposal").hint("reject"),
    row(S::Inbox, &[char('A')], A::Decide(D::Rule), "accept all of its rule, if none was rejected").hint("rule"),
    row(S::Inbox, &[char('u')], A::Decide(D::Undo), "undo the last decision").hint("undo"),
    row(S::Inbox, &[char('m')], A::Decide(D::Merge), "add its passage to the compared or a chosen record").hint("merge"),
    row(S::Inbox, &[char('s')], A::Decide(D::Speaker), "choose who said it, and accept the quote").hint("speaker"),
    row(S::Inbox, &[char('e')], A::Decide(D::Edit), "edit the proposed record in $VISUAL or $EDITOR").hint("edit"),
    row(S::Inbox, &[code(K::Tab)], A::NextPart, "to the next kind of record").hint("kind"),
    row(S::Inbox, &[code(K::BackTab)], A::PreviousPart, "to the previous kind of record"),
    row(S::Text, &[char('n')], A::NextHit, "next problem, wrapping to the first").hint("problem"),
    row(S::Text, &[char('N')], A::PreviousHit, "previous problem, wrapping to the last"),
    row(S::Text, &[char('y')], A::Copy, "copy the suggested words").hint("suggestion"),
    row(S::Text, &[char('e')], A::OpenEditor, "edit the sentence in $VISUAL or $EDITOR").hint("edit"),
    row(S::Text, &[char('R')], A::Reload, "read the text and the dossier again"),
    row(S::List, &[code(K::Enter), char('l'), code(K::Right)], A::Open, "read the selected line").hint("read"),
    row(S::List, &[char('/')], A::Search, "search the list while you type").hint("search"),
    row(S::List, &[char('n')], A::NextHit, "next line, wrapping to the first"),
    row(S::List, &[char('N')], A::PreviousHit, "previous line, wrapping to the last"),
    row(S::List, &[char('q'), char('h'), code(K::Left)], A::Close, "close the list").hint("close"),
    row(S::List, &[code(K::Esc)], A::Cancel, "close the list"),
    row(S::Prompt, &[code(K::Enter)], A::Accept, "keep the hits and go to them").hint("keep"),
    row(S::Prompt, &[code(K::Esc)], A::Cancel, "cancel search").hint("undo"),
    row(S::Prompt, &[code(K::Tab)], A::Complete, "complete the value; again for the next match").hint("complete"),
    row(S::Prompt, &[code(K::Up)], A::Older, "previous search").hint("before"),
    row(S::Prompt, &[code(K::Down)], A::Newer, "next search"),
    row(S::Prompt, &[ctrl('n')], A::Move(Step::Down), "next hit, while typing").hint("next"),
    row(S::Prompt, &[ctrl('p')], A::Move(Step::Up), "previous hit, while typing"),
    row(S::Prompt, &[ctrl('f')], A::SearchAll, "search everything for this"),
    row(S::Prompt, &[code(K::Left)], A::Edit(Edit::Left), "left"),
    row(S::Prompt, &[code(K::Right)], A::Edit(Edit::Right), "right"),
    row(S::Prompt, &[ctrl_code(K::Left)], A::Edit(Edit::WordLeft), "a word left"),
    row(S::Prompt, &[ctrl_code(K::Right)], A::Edit(Edit::WordRight), "a word right"),
    row(S::Prompt, &[code(K::Home), ctrl('a')], A::Edit(Edit::Home), "to the start"),
    row(S::Prompt, &[code(K::End), ctrl('e')], A::Edit(Edit::End), "to the end"),
    row(S::Prompt, &[code(K::Backspace), ctrl('h')], A::Edit(Edit::Backspace), "delete to the left"),
    row(S::Prompt, &[code(K::Delete), ctrl('d')], A::Edit(Edit::Delete), "delete to the right"),
    row(S::Prompt, &[ctrl('w')], A::Edit(Edit::DeleteWord), "delete the word before"),
    row(S::Prompt, &[ctrl('u')], A::Edit(Edit::DeleteToStart), "delete to the start"),
    row(S::Prompt, &[ctrl('k')], A::Edit(Edit::DeleteToEnd), "delete to the end"),
    row(S::View, &[char('p')], A::Passage, "show the source passage").hint("passage"),
    row(S::View, &[char('y')], A::Copy, "copy a citation of the selected record").hint("cite"),
    row(S::View, &[char('e')], A::OpenEditor, "edit the selected record in $VISUAL or $EDITOR").hint("edit"),
    row(S::View, &[char('R')], A::Reload, "reload the files"),
    row(S::View, &[char('[')], A::Earlier, "back in time: only sources published by then"),
    row(S::View, &[char(']')], A::Later, "forward in time, up to now"),
    row(S::View, &[char('?')], A::Show(ListId::Help), "the keys in force").hint("keys"),
    row(S::View, &[ctrl('f')], A::SearchAll, "search everything: records of all kinds").hint("find"),
    row(S::Everywhere, &[ctrl('l')], A::Redraw, "redraw the screen"),
    row(S::Everywhere, &[ctrl('c')], A::Interrupt, "leave at once (exit code 130)"),
    row(S::Everywhere, &[ctrl('z')], A::Suspend, "suspend; fg brings it back"),
];

/// The key of a Russian keyboard that types the character of `event`, as it is in the layout QWERTY.
pub fn by_position(event: KeyEvent) -> Option<KeyEvent> {
    match event.code {
        KeyCode::Char(c) => {
            let code = KeyCode::Char(layout::latin(c)?);
            Some(KeyEvent { code, ..event })
        }
        _ => None,
    }
}

/// The character that `event` types, if it types one.
pub fn typed(event: KeyEvent) -> Option<char> {
    match event.code {
        KeyCode::Char(c) if (event.modifiers - KeyModifiers::SHIFT).is_empty() => Some(c),
        _ => None,
    }
}
