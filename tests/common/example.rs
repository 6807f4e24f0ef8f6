//! What commands say on standard error where they read the built-in example because there is no other
//! dossier. Most tests read it, and are about something else.

#![expect(unreachable_pub, reason = "a module of several test programs")]

const NOTE: &str =
    "bilat: built-in example, Laos - Russia: there is no dossier.json in the current folder\n";

/// A text without what was said of the example.
pub fn without_note(text: String) -> String {
    if text.contains(NOTE) {
        text.replace(NOTE, "")
    } else {
        text
    }
}
