//! Whether what is watched is noticed.

use std::os::unix::fs::symlink;

use super::*;

#[test]
fn links_and_what_is_not_there_yet_are_watched_too() {
    let root = tempfile::tempdir().expect("a folder");
    let at = |name: &str| root.path().join(name);
    fs::create_dir(at("d")).expect("a folder");
    fs::create_dir(at("common")).expect("a folder");
    symlink("../common/e.json", at("d/events.json")).expect("a link");
    symlink("d", at("current")).expect("a link");
    let mut watches = Watches::default();
    watches.add(&at("current"), 0);
    watches.add(&at("d/events.json"), 0);
    watches.add(&at("gone/deep/people.json"), 0);
    let names = |folder: &str| -> Vec<_> {
        let names = watches.0.get(&at(folder)).into_iter().flatten();
        names.map(|name| name.to_str().expect("plain")).collect()
    };
    assert_eq!(names(""), ["current", "d", "gone"]);
    assert_eq!(names("d"), ["events.json"]);
    assert!(
        watches
            .0
            .keys()
            .any(|folder| folder.ends_with("d/../common"))
    );
}

#[test]
fn links_in_a_circle_end() {
    let root = tempfile::tempdir().expect("a folder");
    symlink("b", root.path().join("a")).expect("a link");
    symlink("a", root.path().join("b")).expect("a link");
    Watches::default().add(&root.path().join("a"), 0);
}

#[test]
fn a_file_that_is_saved_is_another_state_and_one_that_is_looked_at_is_not() {
    let root = tempfile::tempdir().expect("a folder");
    let target = Target::Folder(root.path().to_owned());
    let file = root.path().join("events.json");
    fs::write(&file, "[]").expect("written");
    let before = target.state();
    fs::read(&file).expect("read");
    fs::write(root.path().join("notes.txt"), "x").expect("written");
    assert_eq!(target.state(), before);
    fs::write(&file, "[ ]").expect("written");
    assert_ne!(target.state(), before);
    fs::remove_file(&file).expect("removed");
    assert_eq!(target.state()[1..].iter().flatten().count(), 0);
}

/// Whatever happens between the reading and the watching is told at once.
#[test]
fn what_has_changed_before_it_is_watched_is_noticed() {
    let root = tempfile::tempdir().expect("a folder");
    let write = |text: &str| fs::write(root.path().join("events.json"), text).expect("written");
    write("[]");
    let changed = Before::new(Target::Folder(root.path().to_owned()));
    write("[ ]");
    let unchanged = Before::new(Target::Folder(root.path().to_owned()));
    let (send, messages) = mpsc::channel();
    changed
        .watch(move |news| send.send(news).is_ok())
        .expect("a thread");
    let news = messages.recv_timeout(Duration::from_secs(30));
    assert_eq!(news, Ok(News::Changed));
    let (send, messages) = mpsc::channel();
    unchanged
        .watch(move |news| send.send(news).is_ok())
        .expect("a thread");
    assert!(messages.recv_timeout(Duration::from_millis(500)).is_err());
}
