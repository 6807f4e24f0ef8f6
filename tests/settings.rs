//! Settings and sessions of the real program: what a file says, what options say over it, and what is
//! kept from one start to the next.

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;
use pty::{BILAT, Pty, command};
use tempfile::TempDir;

/// A person's folders, with this in `config.toml`.
struct Home(TempDir);

impl Home {
    fn new(settings: &str) -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        let folder = home.0.path().join(".config/bilat");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("config.toml"), settings).expect("a file");
        home
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = command(BILAT, arguments);
        command.env("HOME", self.path());
        command
    }

    fn start(&self, arguments: &[&str]) -> Pty {
        Pty::shown(self.command(arguments))
    }

    /// The file of the only session.
    fn session(&self) -> std::path::PathBuf {
        let folder = self.path().join(".local/state/bilat/sessions");
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("sessions")
            .map(|file| file.expect("a file").path())
            .collect();
        assert_eq!(files.len(), 1);
        files.remove(0)
    }
}

#[test]
fn settings_hold_and_options_win() {
    let home = Home::new("mouse = true\ntheme = \"dark\"\n[keys]\nquit = \"Q\"\n");
    let mut wrong = Pty::spawn(home.command(&[]), 80, 24);
    assert_eq!(wrong.exit(), 2);
    wrong.wait("the place", |seen| {
        let text = seen.text().replace('\n', "");
        text.contains("config.toml:4:1: no action is called `quit`")
    });

    let home = Home::new("mouse = true\ntheme = \"dark\"\n[keys]\nclose = \"Q\"\n");
    let mut pty = home.start(&[]);
    assert!(pty.seen().last("\x1b[?1002h").is_some(), "the mouse");
    assert!(pty.seen().last("48;5;234").is_some(), "the theme");
    pty.send("qQ");
    assert_eq!(pty.exit_restored(), 0);

    let mut pty = home.start(&["--theme", "light"]);
    assert!(pty.seen().last("48;5;231").is_some() && pty.seen().last("48;5;234").is_none());
    pty.send("Q");
    assert_eq!(pty.exit_restored(), 0);

    let mut plain = home.command(&[]);
    plain.env("NO_COLOR", "1");
    let mut pty = Pty::shown(plain);
    assert!(pty.seen().last("48;5;").is_none() && pty.seen().last("38;5;").is_none());
    pty.send("Q");
    assert_eq!(pty.exit_restored(), 0);
}

#[test]
fn what_is_wrong_in_the_settings_is_told_with_its_place() {
    for (settings, said) in [
        ("theme = \"drak\"", "config.toml:1:9: unknown theme `drak`"),
        ("colour = 1", "config.toml:1:1: unknown setting `colour`"),
        (
            "mouse = \"yes\"",
            "config.toml:1:9: `mouse` is true or false",
        ),
        (
            "[keys]\nzoom = \"f\"",
            "config.toml:2:8: `f` is bound to `lens` as well",
        ),
        (
            "[keys]\nzoom = \"<f13>\"",
            "config.toml:2:8: no key is called <f13>",
        ),
        (
            "[keys]\nzom = \"Z\"",
            "config.toml:2:1: no action is called `zom`; did you mean `zoom`?",
        ),
        ("theme = ", "config.toml:1:"),
    ] {
        let home = Home::new(settings);
        let mut pty = Pty::spawn(home.command(&[]), 200, 24);
        assert_eq!(pty.exit(), 2, "{settings}");
        pty.wait(said, |seen| seen.text().contains(said));
        assert!(!pty.seen().alternate());
    }
}

#[test]
fn a_session_goes_on_where_it_was_left() {
    let home = Home::new("");
    let mut first = home.start(&[]);
    first.wait("what to try", |seen| {
        seen.text().contains("try: c · f energy")
    });
    first.send("3jjfenergy\r");
    first.wait("the lens", |seen| seen.text().contains("lens: energy"));
    first.send("q");
    assert_eq!(first.exit_restored(), 0);

    let mut second = home.start(&[]);
    second.wait("the panel and the lens", |seen| {
        seen.text().contains("┏ 3 Trade") && seen.text().contains("lens: energy")
    });
    assert!(!second.seen().text().contains("try:"));
    second.send("\x03");
    assert_eq!(second.exit_restored(), 130);

    let mut fresh = home.start(&["--fresh"]);
    fresh.wait("the first panel", |seen| {
        seen.text().contains("┏ 1 Timeline")
    });
    fresh.send("\x03");
    assert_eq!(fresh.exit_restored(), 130);

    fs::write(home.session(), "{ half a fi").expect("a file");
    let mut broken = home.start(&[]);
    broken.wait("that it is ignored", |seen| {
        seen.text().contains("ignored") && seen.text().contains("┏ 1 Timeline")
    });
    broken.send("q");
    assert_eq!(broken.exit_restored(), 0);
    let kept = fs::read_to_string(home.session()).expect("a session");
    assert!(kept.contains("\"focus\": 1"), "{kept}");
}
