//! What the text of a slide tells in lines of its own, as the export of a dossier writes them: status
//! and place, and the passages that an event rests on.

use crate::dossier::event::EventStatus;

/// A text in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Everything else.
    pub(super) summary: String,
    pub(super) status: Option<EventStatus>,
    pub(super) place: Option<String>,
    /// Words, source and paragraph, a line each.
    pub(super) passages: Vec<String>,
}

impl Told {
    /// Takes the lines of a text apart.
    pub(super) fn read(text: &str) -> Self {
        let mut fields = Self::default();
        let mut summary = Vec::new();
        for line in text.split('\n') {
            let status = line.strip_prefix("Status: ").and_then(status);
            if let (None, Some(status)) = (fields.status, status) {
                fields.status = Some(status);
            } else if let (None, Some(place)) = (&fields.place, line.strip_prefix("Place: ")) {
                fields.place = Some(place.to_owned());
            } else if is_passage(line) {
                fields.passages.push(line.to_owned());
            } else {
                summary.push(line);
            }
        }
        fields.summary = summary.join("\n");
        fields
    }
}

/// `under discussion`.
fn status(words: &str) -> Option<EventStatus> {
    use EventStatus as S;
    let all = [
        S::Occurred,
        S::Ongoing,
        S::Planned,
        S::UnderDiscussion,
        S::Proposed,
        S::Expected,
        S::Speculative,
        S::Cancelled,
    ];
    let is = |status: &S| status.word().replace('-', " ") == words.trim().to_lowercase();
    all.into_iter().find(is)
}

/// `“words”, source, ¶12`.
fn is_passage(line: &str) -> bool {
    let number = line.rsplit_once(", ¶").map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_their_own_are_fields() {
        let fields = Told::read(
            "Both sides meet.\nStatus: under discussion\nPlace: Vientiane\nWith: Laos\n“met”, Gazette [2024], ¶12",
        );
        assert_eq!(fields.summary, "Both sides meet.\nWith: Laos");
        assert_eq!(fields.status, Some(EventStatus::UnderDiscussion));
        assert_eq!(fields.place.as_deref(), Some("Vientiane"));
        assert_eq!(fields.passages, ["“met”, Gazette [2024], ¶12"]);
        let plain = Told::read("Status: unknown to us\n¶\nsee p. 5, ¶x");
        assert_eq!((plain.summary.lines().count(), plain.status), (3, None));
    }
}
