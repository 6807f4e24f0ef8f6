//! Where a problem must point: the texts of tests carry a `¦` at each place, and problems are
//! listed in the order of the marks.

use super::folder::{Folder, with_evidence};

/// Loads `files` without their marks; the problems must stand at the marks and say `messages`, each
/// as `error: message` or `warning: message`, with `→ hint` behind it.
#[track_caller]
pub(crate) fn faults(files: &[(&str, &str)], messages: &[&str]) {
    let folder = Folder::new::<&str>(&[]);
    let mut marks = Vec::new();
    for (name, text) in files {
        let text = with_evidence(text);
        let mut plain = String::new();
        for part in text.split_inclusive('¦') {
            plain.push_str(part.trim_end_matches('¦'));
            if part.ends_with('¦') {
                let line = plain.matches('\n').count() + 1;
                let column = plain.chars().rev().take_while(|c| *c != '\n').count() + 1;
                marks.push(format!("{name}:{line}:{column}"));
            }
        }
        folder.write(name, plain);
    }
    let expected: Vec<_> = marks
        .iter()
        .zip(messages)
        .map(|(mark, message)| format!("{mark}: {}", message.replace(" → ", "\n  hint: ")))
        .collect();
    assert_eq!(marks.len(), messages.len(), "a mark for each problem");
    assert_eq!(folder.problems(), expected);
}

/// [`faults`] of an events.json.
#[track_caller]
pub(crate) fn event(text: &str, messages: &[&str]) {
    faults(&[("events.json", text)], messages);
}
