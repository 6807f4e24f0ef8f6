//! The pictures of the README are the real screen: each is what the command below it prints.

use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_shows_the_real_screen() {
    let readme = include_str!("../../README.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pictures = 0;
    for line in readme
        .lines()
        .filter(|line| line.starts_with("bilat screenshot"))
    {
        let (command, file) = line.split_once(" > ").expect("it goes to a file");
        let program = env!("CARGO_BIN_EXE_bilat");
        let output = Command::new("sh")
            .args(["-c", &command.replacen("bilat", "\"$0\"", 1), program])
            .current_dir(root)
            .output()
            .expect("there is a shell");
        let kept = std::fs::read(root.join(file)).unwrap_or_default();
        assert!(
            output.stdout == kept,
            "{file} is not the screen of today: run `{line}`"
        );
        assert!(readme.contains(&format!("({file})")), "{file} is shown");
        pictures += 1;
    }
    let images = readme.matches(".svg)").count();
    assert_eq!(pictures, images, "every picture has its command");
}
