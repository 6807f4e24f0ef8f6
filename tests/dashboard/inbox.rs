//! The inbox: proposals on the screen, decided by keys, written by the library.

use std::fs;
use std::path::Path;

use bilat::dashboard::action::Effect;
use bilat::dashboard::app::{Answered, App, Content, Waiting};
use bilat::dashboard::keymap::Scope;
use bilat::dossier::Id;
use bilat::load::{Origin, load};
use bilat::propose::review::{Review, Undo, review, revise, undo};
use bilat::propose::{Article, Decision, Format, Inbox, Proposal, draft};
use bilat::verify::Texts;
use bilat::workspace::Workspace;
use tempfile::TempDir;

use crate::screen::{PLAIN, Session, parse};

/// An article of twenty facts, in words of its own.
pub(crate) const ARTICLE: &str = include_str!("../fixtures/draft/twenty.md");

/// A copy of the built-in dossier with an article drafted into it, and its desk.
pub(crate) struct Desk {
    folder: TempDir,
    pub(crate) session: Session,
    done: Vec<Undo>,
    pub(crate) pressed: usize,
}

impl Desk {
    pub(crate) fn new(article: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir("data/laos-russia").expect("there").flatten() {
            if entry.file_type().expect("a type").is_file() {
                fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("copied");
            }
        }
        let loaded = load(&Origin::Folder(folder.path().to_owned()));
        let article = Article::read(article, Format::Markdown);
        let mut inbox = Inbox::read(folder.path()).expect("an inbox");
        let drafted = draft(&loaded.dossier, &inbox, &article, &[]).expect("drafted");
        inbox.proposals.extend(drafted.proposals);
        let change = inbox.change(folder.path()).expect("a change");
        fs::write(change.path, change.new).expect("written");
        let file = drafted.file.expect("a new text");
        fs::write(folder.path().join(file), &article.text).expect("written");
        let session = Session::over(load(&Origin::Folder(folder.path().to_owned())), 120, 40);
        let mut desk = Self {
            folder,
            session,
            done: Vec::new(),
            pressed: 0,
        };
        desk.read();
        desk
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn inbox(&self) -> Inbox {
        let loaded = load(&Origin::Folder(self.path().to_owned()));
        Inbox::of(self.path(), &loaded.dossier).expect("an inbox")
    }

    /// Reads the files again, as the loop does.
    pub(crate) fn read(&mut self) {
        let loaded = load(&Origin::Folder(self.path().to_owned()));
        let inbox = Inbox::of(self.path(), &loaded.dossier).expect("an inbox");
        let proposed = inbox.sources();
        let (texts, _) = Texts::of(&proposed, self.path());
        let mut problems = loaded.problems;
        problems.extend(inbox.problems().cloned());
        let content = Content {
            workspace: Workspace::new(loaded.dossier, None, None),
            problems,
            texts,
            inbox: Waiting::Open(inbox),
        };
        self.session.app.read(content);
        self.session.draw();
    }

    /// Presses keys and does what the loop would do.
    pub(crate) fn press(&mut self, keys: &str) {
        for key in parse(keys) {
            self.pressed += 1;
            let effect = self.session.app.press(key);
            self.session.draw();
            let answered = match effect {
                Some(Effect::Review {
                    ids,
                    review: decisions,
                }) => match review(self.path(), &decisions) {
                    Ok((reviewed, back)) => {
                        self.done.push(back);
                        Answered::Decided {
                            accepted: reviewed.accepted,
                            rejected: reviewed.rejected,
                        }
                    }
                    Err(error) => Answered::Failed {
                        ids,
                        words: error.to_string(),
                    },
                },
                Some(Effect::UndoReview) => {
                    let last = self.done.pop().expect("something was decided");
                    match undo(self.path(), &last) {
                        Ok(()) => Answered::TakenBack(last.ids().to_vec()),
                        Err(error) => Answered::Failed {
                            ids: Vec::new(),
                            words: error.to_string(),
                        },
                    }
                }
                Some(Effect::EditProposal { id, text }) => {
                    let text = text.replace("unknown-speaker", "putin");
                    revise(self.path(), &id, &text).expect("revised");
                    Answered::Revised(id)
                }
                _ => continue,
            };
            self.session.app.answered(answered);
            self.read();
        }
    }

    /// Goes down to a proposal, on a screen that has room for its name.
    pub(crate) fn select(&mut self, id: &Id) {
        self.session.resize(200, 40);
        let place = format!(" · {id} ");
        while !self.text().contains(&place) {
            let before = self.text();
            self.press("<down>");
            assert_ne!(self.text(), before, "{id} is not listed");
        }
    }

    pub(crate) fn text(&self) -> String {
        self.session.text()
    }
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("there").flatten();
    let mut all: Vec<_> = entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect();
    all.sort();
    all
}

#[test]
fn the_inbox_lists_what_waits_and_shows_the_passage() {
    let mut desk = Desk::new(ARTICLE);
    let waiting = desk.inbox().open().count();
    assert!(waiting >= 15, "{waiting}");
    assert!(
        desk.text().contains(&format!("{waiting} in inbox")),
        "{}",
        desk.text()
    );
    desk.press("I");
    let text = desk.text();
    assert!(text.contains(&format!("Inbox ({waiting})")), "{text}");
    assert!(text.contains("Proposed record"), "{text}");
    assert!(desk.session.app.scopes().contains(&Scope::Inbox));
    desk.press("<tab><tab>");
    let text = desk.text();
    assert!(
        text.contains("Passage") && text.contains("Why it is proposed"),
        "{text}"
    );
}

/// What a proposal is of has its name, though it is proposed itself; a party is named once.
#[test]
fn proposals_name_what_they_are_of() {
    let article = "# Two sides sign a memorandum on bees\n\n\
        Laos and Russia signed a memorandum on bees in Moscow on 4 March 2026. \
        The minister of hives of Laos, Khamla Siphan, met her Russian counterpart.\n\n\
        \"We want to double the number of hives by 2030,\" Siphan said.\n";
    let mut desk = Desk::new(article);
    desk.press("I");
    let text = desk.text();
    assert!(
        text.contains("quote · Two sides sign a memorandum on bees"),
        "{text}"
    );
    assert!(text.contains("Khamla Siphan: “We want to double"), "{text}");
    let waiting = desk.inbox().open().count();
    let all: Vec<String> = (0..waiting)
        .map(|_| {
            let text = desk.text();
            desk.press("<down>");
            text
        })
        .collect();
    let all = all.join("\n");
    assert!(all.contains("parties     Laos; Russia"), "{all}");
    assert!(all.contains("speaker     Khamla Siphan"), "{all}");
}

#[test]
fn what_is_accepted_is_a_record_and_the_list_goes_on() {
    let mut desk = Desk::new(ARTICLE);
    let before = desk.inbox().open().count();
    desk.press("Ia");
    let inbox = desk.inbox();
    assert_eq!(inbox.open().count(), before - 1);
    assert!(desk.text().contains("accepted "), "{}", desk.text());
    let loaded = load(&Origin::Folder(desk.path().to_owned()));
    let first = &inbox.proposals[0];
    assert_eq!(first.decision, Some(Decision::Accepted));
    let source = first.anchor.source.clone();
    assert!(loaded.dossier.source(&source).is_some());
    desk.press("x");
    assert_eq!(desk.inbox().open().count(), before - 2);
}

#[test]
fn what_was_decided_is_taken_back_with_its_files() {
    let mut desk = Desk::new(ARTICLE);
    desk.press("I<tab><tab>");
    let before = files(desk.path());
    desk.press("a");
    assert_ne!(files(desk.path()), before);
    desk.press("u");
    assert_eq!(files(desk.path()), before);
    assert!(desk.text().contains("taken back"), "{}", desk.text());
    desk.press("x");
    desk.press("u");
    assert_eq!(files(desk.path()), before);
}

/// What is rejected in a fresh inbox by these keys, in the order of the keys.
fn rejected(keys: &str, meanwhile: impl Fn(&mut Desk)) -> Vec<Id> {
    let mut desk = Desk::new(ARTICLE);
    desk.press("I");
    let (way, decisions) = keys.split_once(' ').expect("two parts");
    desk.press(way);
    meanwhile(&mut desk);
    let mut found = Vec::new();
    for key in decisions.chars() {
        desk.press(&key.to_string());
        let inbox = desk.inbox();
        let is = |one: &&Proposal| one.decision == Some(Decision::Rejected);
        let all = inbox.proposals.iter().filter(is).map(|one| one.id.clone());
        let new: Vec<Id> = all.filter(|id| !found.contains(id)).collect();
        found.extend(new);
    }
    found
}

/// A decision elsewhere, or one that takes along what it refers to, moves lines away above the
/// selection: the next key must not be for another proposal.
#[test]
fn the_selection_is_kept_by_name() {
    let order = rejected("<end><up> xx", |_| {});
    let [selected, next] = order.as_slice() else {
        panic!("{order:?}");
    };
    let elsewhere = rejected("<end><up> x", |desk| {
        let inbox = desk.inbox();
        let first = inbox.open().next().expect("a proposal").id.clone();
        let accept = Review {
            accept: vec![first],
            ..Review::default()
        };
        review(desk.path(), &accept).expect("accepted");
        desk.read();
    });
    assert_eq!(&elsewhere, std::slice::from_ref(selected));
    assert_eq!(
        &rejected("<end><up> ax", |_| {}),
        std::slice::from_ref(next)
    );
}

/// With nothing selected behind it, the pane is empty again.
#[test]
fn a_proposal_leaves_the_pane_with_its_list() {
    let mut desk = Desk::new(ARTICLE);
    // A lens under which no panel has a record.
    desk.press("fnothingfindsthis<enter>I");
    assert!(desk.text().contains("Proposed record"), "{}", desk.text());
    desk.press("q");
    assert!(!desk.text().contains("Proposed record"), "{}", desk.text());
}

#[test]
fn what_was_changed_since_is_not_taken_back() {
    let mut desk = Desk::new(ARTICLE);
    desk.press("Ia");
    let path = desk.path().join("sources.json");
    let text = fs::read_to_string(&path).expect("there") + "\n";
    fs::write(&path, text).expect("written");
    let before = files(desk.path());
    desk.press("u");
    assert_eq!(files(desk.path()), before);
    assert!(
        desk.text().contains("changed by someone else"),
        "{}",
        desk.text()
    );
}

#[test]
fn a_kill_between_the_two_writes_loses_and_doubles_nothing() {
    let mut desk = Desk::new(ARTICLE);
    let open = fs::read_to_string(desk.path().join("proposed.jsonl")).expect("there");
    desk.press("Ia<tab>a");
    let decided = desk.inbox();
    let records = files(desk.path());
    // The records are on the disk, the decisions are not.
    fs::write(desk.path().join("proposed.jsonl"), open).expect("written");
    let again = desk.inbox();
    let decisions =
        |inbox: &Inbox| -> Vec<_> { inbox.proposals.iter().map(|one| one.decision).collect() };
    assert_eq!(decisions(&again), decisions(&decided));
    // The next decision writes them down and adds nothing twice.
    desk.read();
    desk.press("x");
    let sources = |files: &[(String, String)]| {
        files
            .iter()
            .find(|(name, _)| name == "sources.json")
            .cloned()
    };
    assert_eq!(sources(&files(desk.path())), sources(&records));
}

#[test]
fn what_cannot_be_written_comes_back() {
    let mut desk = Desk::new(ARTICLE);
    desk.press("I");
    let before = desk.inbox().open().count();
    fs::write(desk.path().join("sources.json"), "[ {").expect("written");
    desk.press("a");
    let text = desk.text();
    assert!(text.contains(&format!("Inbox ({before})")), "{text}");
}

#[test]
fn without_a_folder_it_says_why_and_what_to_do() {
    let app = App::new(load(&Origin::BuiltIn), PLAIN, None);
    let words = "the built-in dossier has no inbox: `bilat export folder -o DIR` makes a copy";
    let mut ready = Session::new(120, 40);
    ready.app = app.with_inbox(Waiting::No(words.to_owned()));
    let session = ready.press("I");
    assert!(
        session.text().contains("has no inbox"),
        "{}",
        session.text()
    );
}

/// Keys for a whole article: `a` for what is right, `s` and a name for a speaker the text leaves out.
#[test]
fn an_article_of_twenty_facts_takes_few_keys() {
    let mut desk = Desk::new(ARTICLE);
    desk.press("I");
    desk.pressed = 0;
    let all = desk.inbox().open().count();
    let mut most = 0;
    while let Some(one) = desk.inbox().open().next() {
        let (lacks, id) = (!one.lacks.is_empty(), one.id.clone());
        let before = desk.pressed;
        desk.press(if lacks { "sput<enter>" } else { "a" });
        let keys = desk.pressed - before;
        most = most.max(keys);
        let decided = desk.inbox().find(&id).is_some_and(|one| !one.is_open());
        assert!(decided, "{id}: {}", desk.text());
    }
    assert_eq!((all, desk.pressed, most), (27, 30, 5));
    assert!(desk.text().contains("nothing waits"), "{}", desk.text());
}
