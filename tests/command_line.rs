//! The command line without a terminal: exit codes, what goes where, and nothing that a terminal
//! would obey.

#[path = "common/example.rs"]
mod example;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use assert_cmd::Command as Assert;
use example::without_note;

const BILAT: &str = env!("CARGO_BIN_EXE_bilat");

fn bilat(arguments: &[&str]) -> (i32, String, String) {
    let output = Assert::new(BILAT)
        .args(arguments)
        .timeout(Duration::from_secs(30))
        .output()
        .expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code().expect("an exit code");
    (code, text(output.stdout), without_note(text(output.stderr)))
}

/// A folder with these files.
fn dossier(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn name(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().expect("a name")
}

const HEAD: &str = r#"{"format": "bilat/1", "title": "A and B", "sides": [
    {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#;

#[test]
fn a_pipe_gets_a_summary_without_escapes() {
    let (code, out, err) = bilat(&[]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("Laos – Russia\n"), "{out}");
    for word in [
        "events",
        "agreements",
        "quotes",
        "Years",
        "Last events",
        "Trade",
    ] {
        assert!(out.contains(word), "{word}: {out}");
    }
    assert!(out.lines().count() <= 24 && !out.contains('\x1b'), "{out}");
}

#[test]
fn check_is_content_with_the_built_in_dossier() {
    let (code, out, err) = bilat(&["check"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(
        out.starts_with("no problems: ") && out.contains("agreements"),
        "{out}"
    );
}

#[test]
fn check_prints_each_problem_and_counts() {
    let folder = dossier(&[
        ("dossier.json", HEAD),
        ("people.json", r#"[{"id": "a", "nmae": "A"}, {"id": "b"}]"#),
        ("qoutes.json", "[]"),
    ]);
    let (code, out, err) = bilat(&["check", name(&folder)]);
    assert_eq!((code, err.as_str()), (1, ""), "{out}");
    assert!(
        out.contains("people.json:1:") && out.contains("error: "),
        "{out}"
    );
    assert!(out.contains("did you mean"), "{out}");
    let last = out.lines().last().expect("a closing line");
    assert_eq!(last, "2 errors, 1 warning in 2 files");
    // Opening it tells of them as well.
    let (code, out, _) = bilat(&[name(&folder)]);
    assert_eq!(code, 0);
    assert!(out.contains("2 errors, 1 warning: `bilat check "), "{out}");
}

#[test]
fn what_is_no_dossier_is_one_line_and_exit_code_2() {
    let empty = dossier(&[]);
    let with_file = dossier(&[("file", "")]);
    let file = with_file.path().join("file");
    let folder = dossier(&[]);
    fs::create_dir(folder.path().join("dossier.json")).expect("a folder");
    for path in [
        "/does/not/exist",
        "\u{1b}]0;owned\u{7}\n\u{202e}",
        name(&empty),
        file.to_str().expect("a name"),
        name(&folder),
    ] {
        for arguments in [&[path][..], &["check", path]] {
            let (code, out, err) = bilat(arguments);
            assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
            assert!(err.starts_with("bilat: "), "{err}");
            assert_eq!(err.matches('\n').count(), 1, "{err}");
            assert!(!err.contains(['\x1b', '\u{7}', '\u{202e}']), "{err:?}");
        }
    }
}

#[test]
fn a_fifo_in_place_of_the_head_is_refused_without_waiting() {
    let folder = dossier(&[]);
    let fifo = folder.path().join("dossier.json");
    let made = Command::new("mkfifo").arg(&fifo).status().expect("mkfifo");
    assert!(made.success());
    // A program that waits is ended by the time limit of `bilat` above, and has no exit code.
    let (code, _, err) = bilat(&["check", name(&folder)]);
    assert_eq!(code, 2);
    assert!(err.contains("not a regular file"), "{err}");
}

#[test]
fn a_folder_called_like_a_subcommand_opens_with_a_path() {
    let folder = dossier(&[]);
    let inner = folder.path().join("check");
    fs::create_dir(&inner).expect("a folder");
    fs::write(inner.join("dossier.json"), HEAD).expect("written");
    let open = |argument: &str| {
        let mut command = Assert::new(BILAT);
        let output = command.current_dir(&folder).arg(argument).output();
        String::from_utf8(output.expect("it runs").stdout).expect("text")
    };
    assert!(open("./check").starts_with("A and B\n"));
    assert!(open("check").starts_with("no problems"));
}

#[test]
fn help_and_version_go_to_standard_output() {
    let (code, out, err) = bilat(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for word in [
        "Usage:",
        "check",
        "--mouse",
        "--theme",
        "--fresh",
        "Exit codes:",
        "Examples:",
        "NO_COLOR",
    ] {
        assert!(out.contains(word), "{word}: {out}");
    }
    assert!(!out.contains("panic-at") && !out.contains('\x1b'));
    let (code, out, _) = bilat(&["--version"]);
    assert_eq!(
        (code, out.trim()),
        (0, concat!("bilat ", env!("CARGO_PKG_VERSION")))
    );
}

#[test]
fn a_wrong_command_line_is_told_without_escapes() {
    let (code, out, err) = bilat(&["--\u{1b}[31mred"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.starts_with("bilat: ") && err.contains("--help"),
        "{err}"
    );
    assert!(!err.contains('\x1b'), "{err:?}");
}

/// A reader that goes away (`bilat check | head -1`) is no fault.
#[test]
fn a_broken_pipe_ends_quietly() {
    let bad: String = (0..20_000).map(|_| "{\"id\": \"a\"},").collect();
    let folder = dossier(&[
        ("dossier.json", HEAD),
        ("people.json", &format!("[{bad}{{}}]")),
    ]);
    for arguments in [&["check", name(&folder)][..], &[], &["--help"]] {
        let mut child = Command::new(BILAT)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let mut err = String::new();
        let stderr = child.stderr.as_mut().expect("piped");
        stderr.read_to_string(&mut err).expect("text");
        let code = child.wait().expect("it ends").code();
        assert_eq!(without_note(err), "", "{arguments:?}");
        assert!(code.is_some_and(|code| code < 2), "{arguments:?}: {code:?}");
    }
}

/// Where nothing can be written, the fault is told: `/dev/full` takes nothing.
#[test]
fn a_full_disk_is_told() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = fs::File::options().write(true).open("/dev/full");
    let output = Command::new(BILAT)
        .stdout(full.expect("opens"))
        .stderr(Stdio::piped())
        .output()
        .expect("it runs");
    let err = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2));
    assert!(err.contains("cannot write to standard output"), "{err}");
}

#[test]
fn the_exit_codes_are_told_in_help_and_manual() {
    let (_, help, _) = bilat(&["--help"]);
    let (_, page, _) = bilat(&["man"]);
    for code in ["0", "1", "2", "101", "130"] {
        assert!(help.contains(&format!("\n  {code:<5}")), "{help}");
        assert!(page.contains(&format!("\n\\fB{code}\\fR\n")), "{page}");
    }
    for section in ["NAME", "SYNOPSIS", "OPTIONS", "SUBCOMMANDS", "FILES"] {
        assert!(
            page.contains(&format!("\n.SH {section}\n")),
            "{section}: {page}"
        );
    }
    assert!(page.contains("XDG_STATE_HOME/bilat/history"), "{page}");
    let (code, page, _) = bilat(&["man", "quotes"]);
    assert!(code == 0 && page.contains("is:contested"), "{page}");
    assert!(page.contains("\"bilat 0.1.0\""), "{page}");
    let (code, _, err) = bilat(&["man", "quots"]);
    assert!(code == 2 && err.contains("quots"), "{err}");
}

#[test]
fn every_shell_gets_a_script_that_knows_every_subcommand() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, script, err) = bilat(&["completions", shell]);
        assert_eq!((code, err.as_str()), (0, ""));
        for word in ["timeline", "contested", "no-pager", "organisation"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let (_, script, _) = bilat(&["completions", "bash"]);
    Assert::new("bash")
        .arg("-n")
        .write_stdin(script)
        .assert()
        .success();
}

#[test]
fn a_frame_needs_no_terminal() {
    let frame = |more: &[&str]| {
        let (code, out, err) = bilat(&[&["screenshot"], more].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{more:?}");
        out
    };
    let text = frame(&["--size", "80x24", "--keys", "4/soviet<enter>"]);
    assert_eq!(text.lines().count(), 24);
    assert!(text.contains("9 of 38") && !text.contains('\x1b'), "{text}");
    let coloured = frame(&["--size", "80x24", "--format", "ansi"]);
    assert!(coloured.contains("\x1b[") && coloured.lines().count() == 24);
    let svg = frame(&["--format", "svg"]);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    for (wrong, reason) in [
        (["--size", "80"], "120x40"),
        (["--size", "0x5"], "120x40"),
        (["--keys", "<entr>"], "no key is called <entr>"),
        (["--today", "soon"], "soon"),
    ] {
        let (code, out, err) = bilat(&[&["screenshot"], &wrong[..]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert!(err.contains(reason), "{err}");
    }
}

#[test]
fn a_misspelt_command_is_guessed() {
    let (code, _, said) = bilat(&["agreementss"]);
    assert!(code != 0 && said.contains("`bilat agreements`"), "{said}");
    // What is there is opened, whatever it is called.
    let (_, _, said) = bilat(&["no/such/agreementss"]);
    assert!(said.contains("cannot open"), "{said}");
}

#[test]
fn help_names_the_words_that_status_takes() {
    let (_, out, _) = bilat(&["contested", "--help"]);
    assert!(out.contains("grave, major, minor or note") && !out.contains("modality"));
    let (_, out, _) = bilat(&["timeline", "--help"]);
    assert!(out.contains("modality"));
}

#[test]
fn a_frame_is_ascii_in_a_locale_without_utf8() {
    let frame = |locale: &str| {
        let mut run = Assert::new(BILAT);
        run.args(["screenshot", "--size", "80x24"])
            .env("LC_ALL", locale);
        run.output().expect("it runs").stdout
    };
    assert!(frame("C").is_ascii());
    assert!(!frame("C.UTF-8").is_ascii());
}

#[test]
fn what_cannot_be_written_is_called_by_its_own_name() {
    let folder = dossier(&[]);
    let file = folder.path().join("no-such-folder/page.html");
    let file = file.to_str().expect("a name");
    let (code, _, said) = bilat(&["export", "html", "--output", file]);
    assert!(code != 0 && said.contains("page.html"), "{said}");
    assert!(!said.contains(".bilat-"), "{said}");
}
