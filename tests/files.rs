//! Files are written whole or not at all, and what a person set up around them stays.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use bilat::system::error::in_full;
use bilat::system::files::{Change, Lock, fill, read, replace, write, write_private};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn change(path: PathBuf, old: Option<&str>, new: &str) -> Change {
    Change {
        path,
        old: old.map(ToOwned::to_owned),
        new: new.to_owned(),
    }
}

#[test]
fn a_new_file_has_the_mode_that_the_umask_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
    write(&ours, "text").unwrap();
    fs::write(&plain, "text").unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&plain));
    assert_eq!(names(folder.path()), ["ours", "plain"]);
}

#[test]
fn the_mode_of_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    for mode in [0o640, 0o600, 0o755] {
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        write(&file, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o7777, mode);
    }
}

#[test]
fn a_link_is_followed_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let (link, file) = (folder.path().join("link"), elsewhere.join("file"));
    fs::write(&file, "old").unwrap();
    symlink("elsewhere/file", &link).unwrap();
    write(&link, "new").unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(names(folder.path()), ["elsewhere", "link"]);
    assert_eq!(names(&elsewhere), ["file"]);
}

#[test]
fn what_is_no_file_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder")).unwrap();
    symlink("gone", at("dangling")).unwrap();
    symlink("loop", at("loop")).unwrap();
    symlink("folder", at("to-folder")).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(at("fifo"))
            .status()
            .unwrap()
            .success()
    );
    let before = names(folder.path());
    for name in ["folder", "dangling", "loop", "to-folder", "fifo"] {
        let error = in_full(&write(&at(name), "new").unwrap_err());
        assert!(error.contains(name), "{error}");
        assert!(read(&at(name)).is_err(), "{name}");
    }
    assert!(write(&at("gone/file"), "new").is_err());
    assert_eq!(names(folder.path()), before);
    assert_eq!(read(&at("nothing")).unwrap(), None);
}

#[test]
fn several_files_change_together_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a"), "one").unwrap();
    replace(&[
        change(at("a"), Some("one"), "two"),
        change(at("b"), None, "new"),
    ])
    .unwrap();
    assert_eq!(read(&at("a")).unwrap().as_deref(), Some("two"));
    assert_eq!(read(&at("b")).unwrap().as_deref(), Some("new"));
    // Somebody else has been at one of them: a, or b that was not to be there.
    for wrong in [
        change(at("a"), Some("one"), "three"),
        change(at("b"), None, "three"),
        change(at("c"), Some("was"), "three"),
        change(at("gone/d"), None, "three"),
    ] {
        let sound = change(at("b"), Some("new"), "three");
        assert!(replace(&[sound, wrong]).is_err());
        assert_eq!(names(folder.path()), ["a", "b"]);
        assert_eq!(read(&at("a")).unwrap().as_deref(), Some("two"));
        assert_eq!(read(&at("b")).unwrap().as_deref(), Some("new"));
    }
}

#[test]
fn two_writers_wait_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let counter = path.join("counter");
    write(&counter, "0").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..5 {
                    let lock = Lock::new(&path).unwrap();
                    let count: u32 = read(&counter).unwrap().unwrap().parse().unwrap();
                    write(&counter, &(count + 1).to_string()).unwrap();
                    drop(lock);
                }
            });
        }
    });
    assert_eq!(fs::read_to_string(&counter).unwrap(), "40");
    assert!(Lock::new(&path.join("gone")).is_err());
}

#[test]
fn text_that_is_not_utf8_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"\xff").unwrap();
    assert!(in_full(&read(&file).unwrap_err()).contains("file: "));
    fs::File::create(&file).unwrap().set_len(1 << 30).unwrap();
    assert!(in_full(&read(&file).unwrap_err()).contains("1000 MB"));
}

type Writer<'a> = &'a dyn Fn(&Path);

/// Whoever has opened the old file, or knows it by another name, has all of it for ever: nothing is
/// ever written into it.
#[test]
fn a_write_never_touches_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let old = "old ".repeat(5_000);
    let writers: [(&str, Writer<'_>); 4] = [
        ("write", &|path| write(path, "new").unwrap()),
        ("private", &|path| write_private(path, "new").unwrap()),
        ("replace", &|path| {
            replace(&[change(path.to_owned(), Some(&old), "new")]).unwrap();
        }),
        ("fill", &|path| {
            fill(&[path.to_owned()], &mut |_, out| out.write_all(b"new")).unwrap();
        }),
    ];
    for (name, writer) in writers {
        fs::write(at(name), &old).unwrap();
        fs::hard_link(at(name), at("other")).unwrap();
        let mut open = fs::File::open(at(name)).unwrap();
        writer(&at(name));
        assert_eq!(fs::read_to_string(at(name)).unwrap(), "new", "{name}");
        assert_eq!(fs::read_to_string(at("other")).unwrap(), old, "{name}");
        let mut held = String::new();
        open.read_to_string(&mut held).unwrap();
        assert_eq!(held, old, "{name}");
        fs::remove_file(at("other")).unwrap();
    }
}

/// Whoever looks while it is written sees the old text or the new one, whole.
#[test]
fn whoever_reads_meanwhile_sees_a_whole_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    let texts = ["a".repeat(300_000), "b".repeat(200_000)];
    write(&file, &texts[0]).unwrap();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut kinds = BTreeSet::new();
            while !is_over.load(SeqCst) {
                let seen = fs::read_to_string(&file).unwrap();
                let kind = texts.iter().position(|text| *text == seen);
                kinds.insert(kind.unwrap_or_else(|| panic!("{} bytes", seen.len())));
            }
            kinds.len()
        });
        for at in 1..40 {
            write(&file, &texts[at % 2]).unwrap();
        }
        is_over.store(true, SeqCst);
        assert_eq!(reader.join().unwrap(), 2, "it saw both");
    });
}

/// Until it has its name, a new text is no more open to others than the old one.
#[test]
fn a_staged_file_is_never_wider_than_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    for mode in [0o600, 0o640, 0o400 | 0o200, 0o666] {
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        let mut seen = 0;
        fill(std::slice::from_ref(&file), &mut |_, out| {
            out.write_all(b"new")?;
            for name in names(folder.path()) {
                let staged = folder.path().join(&name).metadata()?.permissions().mode() & 0o777;
                assert_eq!(staged & !mode, 0, "{name} is {staged:o}, was {mode:o}");
                seen += 1;
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(seen, 2, "the file and the staged one");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, mode);
    }
    write_private(&file, "new").unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// What killed runs have left is gone after the next write, and nothing else.
#[test]
fn leftovers_are_swept_by_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..400 {
        let name = format!(".events.json.bilat-{at:06}.tmp");
        fs::write(folder.path().join(name), "half").unwrap();
    }
    let others = [".events.json.swp", ".other.tmp", "events.json"];
    for name in others {
        fs::write(folder.path().join(name), "theirs").unwrap();
    }
    write(&folder.path().join("sources.json"), "[]").unwrap();
    let mut expected = others.to_vec();
    expected.push("sources.json");
    assert_eq!(names(folder.path()), expected);
}
