//! A record by hand: words of a text are selected, a kind is chosen, a line is typed, and the record is
//! in the dossier.

use std::fs;
use std::path::Path;

use bilat::dashboard::action::Effect;
use bilat::dashboard::app::{Answered, Content, Waiting};
use bilat::dashboard::keymap::Scope;
use bilat::dossier::{Dossier, Id, Kind};
use bilat::load::{Origin, load};
use bilat::propose::Inbox;
use bilat::propose::review::{take, undo};
use bilat::verify::{Texts, Verdict, anchors, verdict};
use bilat::workspace::Workspace;
use tempfile::TempDir;

use crate::screen::{Session, parse};

/// Not the article: the same subject in other words.
const TEXT: &str = "A text about two countries.\n\n\
    In 2022 trade between them was about $50 million, said a report on the two economies that was widely read.\n\n\
    On 6 September 2023, Vladimir Putin said: “Laos is a reliable partner of ours in this region.”\n\n\
    The two signed a memorandum on energy in Vientiane.\n";

fn texts() -> Texts {
    let mut texts = Texts::default();
    texts.insert(Id::new("article-2025").expect("an id"), TEXT);
    texts
}

/// The built-in dossier as if it could be written, with a text, after `keys`.
pub(crate) fn desk(keys: &str, columns: u16, rows: u16) -> Session {
    let mut session = Session::over(load(&Origin::BuiltIn), columns, rows);
    let app = session.app.with_texts(texts());
    session.app = app.with_inbox(Waiting::Open(Inbox::default()));
    session.draw();
    session.press(keys)
}

/// At the first paragraph of the text.
fn at_text(columns: u16, rows: u16) -> Session {
    desk(OPEN, columns, rows)
}

struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir("data/laos-russia").expect("there").flatten() {
            if entry.file_type().expect("a type").is_file() {
                fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("copied");
            }
        }
        let loaded = load(&Origin::Folder(folder.path().to_owned()));
        let session = Session::over(loaded, 120, 40);
        let mut desk = Self { folder, session };
        desk.read();
        desk
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn dossier(&self) -> Dossier {
        load(&Origin::Folder(self.path().to_owned())).dossier
    }

    fn read(&mut self) {
        let loaded = load(&Origin::Folder(self.path().to_owned()));
        let inbox = Inbox::of(self.path(), &loaded.dossier).expect("an inbox");
        self.session.app.read(Content {
            workspace: Workspace::new(loaded.dossier, None, None),
            problems: loaded.problems,
            texts: texts(),
            inbox: Waiting::Open(inbox),
        });
        self.session.draw();
    }

    /// Presses keys; what is captured is written, as the loop does.
    fn press(&mut self, keys: &str) -> Option<Id> {
        let mut added = None;
        for key in parse(keys) {
            let effect = self.session.app.press(key);
            if let Some(Effect::Capture(proposal)) = effect {
                let (reviewed, _) = take(self.path(), *proposal).expect("written");
                let (_, record) = reviewed.accepted.into_iter().next().expect("one");
                let record = record.expect("a record");
                let kind = self.dossier().find(&record).expect("there").kind;
                let answered = Answered::Captured(kind, record.clone());
                self.session.app.answered(answered);
                self.session.draw();
                let said = self.session.text();
                assert!(
                    said.contains(&format!("added the {} `", kind.singular())),
                    "{said}"
                );
                self.read();
                added = Some(record);
            } else {
                self.session.search(effect);
            }
            self.session.draw();
        }
        added
    }
}

/// Opens the text of the article.
const OPEN: &str = ":article-2025<enter>";

#[test]
fn words_are_selected_and_become_a_figure() {
    let mut desk = Desk::new();
    desk.press(OPEN);
    // "about $50 million" is the seventh word of the second paragraph on.
    desk.press("vjllllllvlll");
    assert!(desk.session.app.scopes().contains(&Scope::Words));
    desk.press("af");
    let asked = desk.session.text();
    assert!(
        asked.contains("figure of ¶2: series; period; value"),
        "{asked}"
    );
    assert!(asked.contains("trade-total; 2022; about 50"), "{asked}");
    let id = desk.press("<enter>").expect("a record");
    let dossier = desk.dossier();
    let record = dossier.find(&id).expect("in the dossier");
    assert_eq!(record.kind, Kind::Observation);
    let evidence = dossier.evidence(record);
    assert_eq!(evidence[0].given_words(), "about $50 million");
    assert_eq!(evidence[0].paragraph, 2);
    // One stays at the text, which cites the record now.
    let after = desk.session.text();
    assert!(after.contains("¶2  In 2022 trade"), "{after}");
    assert_eq!(id.as_str(), "trade-total.2022-2");
    assert!(!desk.session.app.scopes().contains(&Scope::Words));
}

#[test]
fn a_quote_takes_its_speaker_from_the_text_and_its_anchor_verifies() {
    let mut desk = Desk::new();
    desk.press(OPEN);
    desk.press("vjjjh");
    // To the words after "said".
    desk.press("llllllllvlllllllll");
    desk.press("aq");
    let asked = desk.session.text();
    assert!(asked.contains("speaker; date; role"), "{asked}");
    let id = desk
        .press("<ctrl-u>putin; 2023-09-06<enter>")
        .expect("a record");
    let dossier = desk.dossier();
    let record = dossier.find(&id).expect("in the dossier");
    let texts = texts();
    let own: Vec<_> = anchors(&dossier)
        .filter(|anchor| anchor.record == record)
        .collect();
    assert!(!own.is_empty());
    for anchor in own {
        assert!(
            matches!(verdict(&texts, &anchor), Verdict::Found(_)),
            "{}",
            anchor.words
        );
    }
}

#[test]
fn what_is_wrong_is_told_and_the_line_stays() {
    let mut desk = Desk::new();
    desk.press(OPEN);
    desk.press("vaq<ctrl-u>nobody at all<enter>");
    let screen = desk.session.text();
    assert!(
        screen.contains("no person is called `nobody at all`"),
        "{screen}"
    );
    assert!(screen.contains("/ nobody at all"), "{screen}");
    // Esc goes back a step at a time: to the words, to the text, to the panels.
    for expected in [Scope::Words, Scope::SourceText, Scope::Dashboard] {
        desk.press("<esc>");
        assert!(
            desk.session.app.scopes().contains(&expected),
            "{expected:?}"
        );
    }
    assert_eq!(
        desk.dossier().quotes.len(),
        load(&Origin::BuiltIn).dossier.quotes.len()
    );
}

#[test]
fn a_capture_is_taken_back() {
    let mut desk = Desk::new();
    let before = desk.dossier();
    desk.press(OPEN);
    desk.press("vvlaeTalks<enter>");
    assert!(desk.session.text().contains("kind is missing"));
    desk.press("<ctrl-u>Talks; 2023; meeting");
    let mut session = std::mem::replace(&mut desk.session, desk_placeholder());
    let effect = session.app.press(parse("<enter>")[0]);
    desk.session = session;
    let Some(Effect::Capture(proposal)) = effect else {
        panic!("no record");
    };
    let (_, back) = take(desk.path(), *proposal).expect("written");
    assert_eq!(desk.dossier().events.len(), before.events.len() + 1);
    undo(desk.path(), &back).expect("taken back");
    assert_eq!(desk.dossier().events.len(), before.events.len());
}

fn desk_placeholder() -> Session {
    Session::new(80, 24)
}

#[test]
fn a_dossier_without_a_folder_says_so() {
    let mut session = Session::over(load(&Origin::BuiltIn), 100, 30);
    let no = Waiting::No("the built-in dossier has no inbox".to_owned());
    session.app = session.app.with_texts(texts()).with_inbox(no);
    session.draw();
    let shown = session.press(":article-2025<enter>va").text();
    assert!(
        shown.contains("the built-in dossier has no inbox"),
        "{shown}"
    );
}

#[test]
fn the_screen_while_words_are_selected() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let session = at_text(columns, rows).press("vjllllllvlllaf");
        insta::assert_snapshot!(format!("capture_{columns}x{rows}"), session.text());
    }
}

#[test]
fn a_drag_of_the_mouse_selects_words_of_one_paragraph() {
    let mut session = desk(OPEN, 120, 40).press("vj<esc>");
    let place = |session: &Session, words: &str| {
        let text = session.text();
        let found = text.lines().enumerate().find_map(|(row, line)| {
            let at = line.find(words)?;
            Some((line[..at].chars().count(), row))
        });
        let (column, row) = found.expect("on the screen");
        (
            u16::try_from(column).expect("small"),
            u16::try_from(row).expect("small"),
        )
    };
    let (from, to) = (place(&session, "trade between"), place(&session, "million"));
    session.app.click(from.0, from.1);
    session.app.drag(to.0, to.1);
    session.draw();
    assert!(
        session.app.scopes().contains(&Scope::Words),
        "{}",
        session.text()
    );
    let asked = session.press("ac").text();
    assert!(asked.contains("claim of ¶2"), "{asked}");
    // From one paragraph to another nothing is selected.
    let mut session = desk(OPEN, 120, 40).press("vj<esc>");
    let other = place(&session, "A text about");
    session.app.click(from.0, from.1);
    session.app.drag(other.0, other.1);
    session.draw();
    assert!(session.app.scopes().contains(&Scope::SourceText));
}

/// The selection begins at what was searched for, if that is in view.
#[test]
fn the_selection_begins_at_the_search_hit() {
    let session = at_text(120, 40).press("/reliable<enter>v");
    let session = session.press("vll");
    let asked = session.press("ac<enter>").text();
    assert!(asked.contains("claim of ¶3"), "{asked}");
    let selected = at_text(120, 40).press("/reliable<enter>v");
    let cells = selected.buffer().content().iter();
    let marked: String = cells
        .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert!(marked.contains("reliable"), "{marked}");
}
