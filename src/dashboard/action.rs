//! What a person can ask ([`Action`]), and what only the event loop may do about it ([`Effect`]).

use crate::brief::Brief;
use crate::dossier::{Id, Kind, Place};
use crate::propose::Proposal;
use crate::propose::review::Review;
use crate::search::Job;

/// The four panels of the dashboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PanelId {
    /// Events by date.
    Timeline,
    /// The tree of agreements.
    Agreements,
    /// Figures and charts.
    Trade,
    /// Speech.
    Quotes,
}

impl PanelId {
    /// In the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Timeline, Self::Agreements, Self::Trade, Self::Quotes];

    /// Its place among the four, from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Agreements => "Agreements",
            Self::Trade => "Trade",
            Self::Quotes => "Quotes",
        }
    }
}

/// One step of a selection or a scroll position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// An overlay that lists things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListId {
    /// The keys in force.
    Help,
    /// What is wrong with the files.
    Problems,
    /// What disagrees.
    Contested,
    /// Every record, by kind; searched through together.
    Index,
    /// Keys and records by name.
    Palette,
    /// What is overdue or falls due.
    Due,
    /// What is marked.
    Marked,
    /// In which forms the selected record can be copied.
    Copy,
    /// In which forms the brief can be written.
    Write,
    /// What an article proposes.
    Inbox,
    /// Records with which a proposal can be merged.
    Merge,
    /// Who may have said what is quoted.
    Speaker,
    /// The sentences of a text, with their verdicts.
    Text,
}

impl ListId {
    /// Is it typed at, and does Enter take the line that is found?
    pub fn chooses(self) -> bool {
        matches!(self, Self::Palette | Self::Merge | Self::Speaker)
    }
}

/// What is decided of the selected proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decide {
    /// It goes into the dossier.
    Accept,
    /// It is not wanted.
    Reject,
    /// All that its rule found go into the dossier.
    Rule,
    /// The last decision is taken back.
    Undo,
    /// Its passage goes to a record of the dossier.
    Merge,
    /// Somebody is chosen who said it.
    Speaker,
    /// Its record is edited first.
    Edit,
}

/// The form of a brief that is written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefForm {
    /// For a browser.
    Html,
    /// To be edited further.
    Markdown,
    /// For Word.
    Docx,
}

impl BriefForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Html, Self::Markdown, Self::Docx];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Docx => "Word document",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Docx => "docx",
        }
    }
}

/// An edit of the prompt line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Cursor one grapheme left.
    Left,
    /// Cursor one grapheme right.
    Right,
    /// Cursor one word left.
    WordLeft,
    /// Cursor one word right.
    WordRight,
    /// Cursor to the start.
    Home,
    /// Cursor to the end.
    End,
    /// Delete the grapheme before the cursor.
    Backspace,
    /// Delete the grapheme under the cursor.
    Delete,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Delete all before the cursor.
    DeleteToStart,
    /// Delete all after the cursor.
    DeleteToEnd,
}

/// What a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move the selection.
    Move(Step),
    /// Go left: close a node, step back along a chart.
    Left,
    /// Go right: open a node, step forward along a chart.
    Right,
    /// Focus one panel.
    Focus(PanelId),
    /// Focus the next panel.
    FocusNext,
    /// Focus the panel before.
    FocusPrevious,
    /// Give the panel in focus the room of the others, or take it back.
    Zoom,
    /// Give the reading pane more room.
    Grow,
    /// Give it less.
    Shrink,
    /// To the next link of the pane.
    NextLink,
    /// To the link before.
    PreviousLink,
    /// Open the selected record or link.
    Open,
    /// Go back to the record that was open before.
    Back,
    /// Close the topmost thing, or quit.
    Close,
    /// Leave one level; never quits.
    Cancel,
    /// Leave the program at once.
    Interrupt,
    /// Stop the program until it is brought back.
    Suspend,
    /// Search the panel in focus.
    Search,
    /// Search everything at once.
    SearchAll,
    /// Keep what was searched for.
    Accept,
    /// Complete the value that is being typed.
    Complete,
    /// To the search before, among those of earlier.
    Older,
    /// To the search after.
    Newer,
    /// Turn the order in which hits are listed.
    Reorder,
    /// To the next hit.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// Show the passage of the source text.
    Passage,
    /// Select words of a text, or fix where the selection begins.
    SelectWords,
    /// The selected words become a record.
    Capture,
    /// Of this kind.
    CaptureAs(Kind),
    /// Copy a citation of the selected record.
    Copy,
    /// Open the selected record in the person's editor.
    OpenEditor,
    /// Read the files again.
    Reload,
    /// Draw the whole screen again.
    Redraw,
    /// Show only what the sources before the present ones could say.
    Earlier,
    /// Show what the next sources could say too.
    Later,
    /// Show a list.
    Show(ListId),
    /// Set the lens.
    Lens,
    /// Lift it.
    LiftLens,
    /// The selected record becomes the lens.
    LensOf,
    /// Open the brief.
    Brief,
    /// Write it into a file.
    WriteBrief(BriefForm),
    /// Mark the selected record, or take the mark away.
    Mark,
    /// Begin a range of marks, or end it.
    MarkRange,
    /// Take every mark away.
    UnmarkAll,
    /// Show or fold what is not between the two sides.
    Fold,
    /// To the latest event that has happened.
    Today,
    /// To the next year, lane or group.
    NextPart,
    /// To the year, lane or group before.
    PreviousPart,
    /// Turn the grouping of the agreements.
    Regroup,
    /// Open or close the selected node.
    Toggle,
    /// Open every node.
    OpenAll,
    /// Close every node.
    CloseAll,
    /// Edit the prompt.
    Edit(Edit),
    /// Decide on the selected proposal.
    Decide(Decide),
    /// Compare a text with the dossier.
    Vet,
}

/// What the event loop does for the application, which itself touches nothing outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Copy a text to a clipboard, and say what became of it.
    Copy(String),
    /// Open the editor at this place of the dossier's files.
    OpenEditor(Place),
    /// Search behind the screen; an earlier search that still goes on is given up.
    Find(Box<Job>),
    /// Read the files again.
    Reload,
    /// Draw the whole screen again, whatever the terminal shows.
    Redraw,
    /// Keep which records are marked from now on, and which no longer.
    KeepMarks {
        /// These are.
        add: Vec<Id>,
        /// These are not.
        remove: Vec<Id>,
    },
    /// Write a brief into a file, and say where.
    WriteBrief {
        /// What is written.
        brief: Box<Brief>,
        /// In which form.
        form: BriefForm,
    },
    /// Write decisions on proposals, and say what became of them.
    Review {
        /// The proposals that are meant.
        ids: Vec<Id>,
        /// What is decided.
        review: Box<Review>,
    },
    /// Take back the last of these decisions.
    UndoReview,
    /// Open the editor at the record of a proposal, and keep what comes of it.
    EditProposal {
        /// The proposal.
        id: Id,
        /// Its record.
        text: String,
    },
    /// Write a record that a person captured, and say what became of it.
    Capture(Box<Proposal>),
    /// Read a text and compare it with what is shown; the answer has the same number.
    Vet {
        /// Counts the requests: only the answer to the newest is wanted.
        number: u64,
        /// The path of the text, as it was typed.
        path: String,
    },
    /// Look for the names of files that complete a path, and offer them.
    CompletePath(String),
    /// Open the editor at a text.
    EditText {
        /// Its path, as it was typed.
        path: String,
        /// The line, from 1; none where the file has no lines of the text.
        line: Option<usize>,
    },
    /// Keep a search for another day.
    Remember(String),
    /// Leave with success.
    Quit,
    /// Leave as if interrupted.
    Interrupt,
    /// Stop the process.
    Suspend,
}
