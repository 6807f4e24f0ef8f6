//! Every block marked `console` is run. A block that is marked `console in an empty folder` runs in
//! one, others in the folder of the project. A line `…` leaves out any number of lines.

use super::example::without_note;
use super::pages::{self, Block, Page};
use super::shell;

/// Before each command's output; no text has it.
const MARK: char = '\u{1e}';

/// One command and what it prints.
struct Command<'a> {
    /// As it is written, with the lines that continue it.
    typed: &'a str,
    printed: &'a str,
}

fn commands(body: &str) -> Vec<Command<'_>> {
    let mut rest = body;
    let mut found = Vec::new();
    while let Some(start) = rest.strip_prefix("$ ") {
        let mut end = 0;
        for line in start.split_inclusive('\n') {
            end += line.len();
            if !line.ends_with("\\\n") {
                break;
            }
        }
        let next = start[end..]
            .find("\n$ ")
            .map_or(start.len(), |at| end + at + 1);
        // A command that prints nothing is followed by the next at once.
        let after = if start[end..].starts_with("$ ") {
            end
        } else {
            next
        };
        found.push(Command {
            typed: start[..end].trim_end(),
            printed: &start[end..after],
        });
        rest = &start[after..];
    }
    assert_eq!(rest, "", "a block begins with a command");
    found
}

/// What each of the commands really prints, one after the other in one shell.
fn real(block: &Block<'_>, commands: &[Command<'_>]) -> Vec<String> {
    let empty = tempfile::tempdir().expect("a folder");
    let folder = match block.language {
        "console" => pages::root(),
        "console in an empty folder" => empty.path(),
        other => panic!("where does a block run that is marked `{other}`?"),
    };
    let lines = commands
        .iter()
        .map(|command| format!("printf '\\036'\n{}\n", command.typed));
    let output = shell(folder, &lines.collect::<String>());
    let outputs: Vec<_> = output
        .split(MARK)
        .skip(1)
        .map(|each| without_note(each.to_owned()))
        .collect();
    assert_eq!(outputs.len(), commands.len(), "{output}");
    outputs
}

/// Is `printed` the real output, but for lines that `…` leaves out?
fn is_excerpt(printed: &str, real: &str) -> bool {
    let real: Vec<_> = real.trim_end().lines().collect();
    let shown: Vec<_> = printed.trim_end().lines().collect();
    let parts: Vec<_> = shown.split(|line| *line == "…").collect();
    let mut at = 0;
    for (number, part) in parts.iter().enumerate() {
        let range = match (number, number + 1 == parts.len()) {
            (0, _) => 0..=0,
            (_, true) => real.len().saturating_sub(part.len())..=real.len(),
            _ => at..=real.len(),
        };
        let mut starts = range.filter(|start| *start >= at);
        let Some(start) = starts.find(|start| real[*start..].starts_with(part)) else {
            return false;
        };
        at = start + part.len();
    }
    at == real.len()
}

/// The block with what is printed today.
fn anew(commands: &[Command<'_>], real: &[String]) -> String {
    let each = commands.iter().zip(real).map(|(command, real)| {
        let real = real.trim_end();
        let gap = if real.is_empty() { "" } else { "\n" };
        format!("$ {}\n{real}{gap}", command.typed)
    });
    each.collect()
}

/// Compares the blocks of a page, or writes them anew. Returns how many commands were run.
fn compare(page: &mut Page) -> usize {
    let mut text = page.text.clone();
    let mut tried = 0;
    for block in page.blocks() {
        if !block.language.starts_with("console") {
            continue;
        }
        let body = format!("{}\n", block.body);
        let commands = commands(&body);
        let real = real(&block, &commands);
        let same = |(command, real): (&Command<'_>, &String)| is_excerpt(command.printed, real);
        let all = commands.iter().zip(&real).all(same);
        if !all && pages::writes() && !body.contains("\n…\n") {
            let fenced = |body: &str| format!("\n```{}\n{body}", block.language);
            text = text.replacen(&fenced(&body), &fenced(&anew(&commands, &real)), 1);
        } else if !all {
            panic!(
                "{}: this is what is printed today; BILAT_WRITE_GUIDE=1 writes it there:\n{}",
                page.name,
                anew(&commands, &real)
            );
        }
        tried += commands.len();
    }
    if text != page.text {
        page.text = text;
        page.write();
    }
    tried
}

#[test]
fn commands_print_what_the_pages_show() {
    let tried: usize = pages::pages().iter_mut().map(compare).sum();
    assert!(tried >= 15, "{tried} commands");
}

#[test]
fn an_excerpt_must_be_one() {
    for (printed, real, is) in [
        ("a\nb\n", "a\nb", true),
        ("", "", true),
        ("a\n", "a\nb\n", false),
        ("", "a", false),
        ("…", "a\nb", true),
        ("a\n…", "a\nb\nc", true),
        ("…\nb\n…", "a\nb\nc", true),
        ("…\nc", "a\nc\nb\nc", true),
        ("…\nb\n…\nb", "a\nb", false),
        ("b\n…", "a\nb", false),
    ] {
        assert_eq!(is_excerpt(printed, real), is, "{printed:?} of {real:?}");
    }
}
