//! What may happen while a dossier is written: a kill, a full disk, another writer.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::dossier::{BILAT, World, bilat};
use crate::kills::Kills;

/// A table of many series.
fn table(first: usize, count: usize) -> String {
    let head = "Country Name,Country Code,Indicator Name,Indicator Code,2021,2022\n";
    let rows =
        (first..first + count).map(|at| format!("Lao PDR,LAO,Goods {at},X.{at},{at},{at}.5\n"));
    head.to_owned() + &rows.collect::<String>()
}

/// Without the temporary files that a kill may leave, which are no part of a dossier.
fn whole(mut bytes: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    bytes.retain(|name, _| !(name.starts_with('.') && name.contains(".tmp")));
    bytes
}

/// Killed at any moment, the program leaves each file old or new, and a second run completes it.
#[test]
fn a_kill_leaves_every_file_old_or_new() {
    let world = World::new();
    let file = world.file("first.csv", table(30 * 200, 200));
    let since = Instant::now();
    world.imported(&["worldbank", &file]);
    let mut kills = Kills::new(since.elapsed());
    for at in 0..30 {
        let file = world.file(&format!("t{at}.csv"), table(at * 200, 200));
        let before = whole(world.bytes());
        let mut child = Command::new(BILAT)
            .args(["import", "worldbank", &file, "--into", &world.dossier()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        kills.wait();
        child.kill().unwrap();
        child.wait().unwrap();
        // What there is can be read, whatever was written of it.
        let loaded = world.loaded();
        assert_eq!(loaded.problems, []);
        let now = whole(world.bytes());
        for name in ["dossier.json", "events.json", "agreements.json"] {
            assert_eq!(now[name], before[name]);
        }
        assert!(
            loaded.dossier.series.len().is_multiple_of(200),
            "{}",
            loaded.dossier.series.len()
        );
        kills.had_written(now != before);
        if now == before {
            continue;
        }
        world.imported(&["worldbank", &file]);
        assert!(world.load().series.len().is_multiple_of(200));
    }
    kills.check();
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let world = World::new();
    let before = world.bytes();
    let file = world.file("t.csv", table(0, 400));
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec '{BILAT}' import worldbank '{file}' --into '{}'",
        world.dossier()
    );
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("nothing was written"), "{err}");
    assert_eq!(world.bytes(), before);
}

#[test]
fn a_report_that_cannot_be_written_is_a_fault_and_a_reader_who_leaves_is_none() {
    let world = World::new();
    let file = world.file("t.csv", table(0, 3));
    let dossier = world.dossier();
    let script = format!("'{BILAT}' import worldbank '{file}' --into '{dossier}' --json | head -1");
    let output = Command::new("bash")
        .args(["-o", "pipefail", "-c", &script])
        .output()
        .unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = Command::new(BILAT);
    let output = command
        .args(["import", "worldbank", &file, "--into", &dossier])
        .stdout(full)
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("cannot write to standard output"), "{err}");
}

#[test]
fn two_at_once_wait_for_each_other() {
    let world = World::new();
    let files: Vec<_> = (0..4)
        .map(|at| world.file(&format!("t{at}.csv"), table(at * 10, 10)))
        .collect();
    let children: Vec<_> = files
        .iter()
        .map(|file| {
            let mut command = Command::new(BILAT);
            command
                .args(["import", "worldbank", file, "--into", &world.dossier()])
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(world.load().series.len(), 40);
    let (code, out, _) = bilat(&["verify", &world.dossier(), "--sources", &world.files()]);
    assert_eq!(code, 0, "{out}");
}
