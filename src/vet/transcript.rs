//! Which paragraphs of a text are a transcript: those under the label of somebody whom the dossier
//! knows. "Trade: 8.3 million" is nobody's speech, and a label before a quotation holds for that alone.

use std::ops::Range;

use super::index::Index;
use crate::extract::{Speech, SpeechForm, Speeches, Who};

/// Leaves out of all speech what only looks like a transcript. `paragraphs` are those of the text,
/// `quoted` what is between quotation marks.
pub(super) fn keep(
    index: &Index<'_>,
    speeches: &mut Speeches,
    text: &str,
    paragraphs: &[Range<usize>],
    quoted: &[Range<usize>],
) {
    let mut last = None;
    let mut kept = Vec::with_capacity(speeches.speeches.len());
    for speech in std::mem::take(&mut speeches.speeches) {
        let Some(run) = speech
            .runs
            .first()
            .filter(|_| speech.form == SpeechForm::Transcript)
        else {
            kept.push(speech);
            continue;
        };
        let at = paragraphs.partition_point(|one| one.end <= run.start);
        let start = paragraphs.get(at).map_or(run.start, |one| one.start);
        let is_labelled = text.get(start..run.start).is_some_and(is_label);
        let goes_on = last.is_some_and(|last| last == at || last + 1 == at);
        let is_marked = quoted
            .iter()
            .any(|one| one.start < run.end && run.start < one.end);
        if is_known(index, speeches, &speech) && (is_labelled || goes_on) {
            last = (!is_marked).then_some(at);
            kept.push(speech);
        }
    }
    speeches.speeches = kept;
}

/// "President of Laos Thongloun Sisoulith:", but not "Killed, according to Doronov:".
fn is_label(text: &str) -> bool {
    const SMALL: [&str; 9] = [
        "of", "the", "and", "for", "de", "von", "deputy", "former", "then",
    ];
    let mut words = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .peekable();
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && !SMALL.contains(&word);
    words.peek().is_some() && !words.any(is_small)
}

fn is_known(index: &Index<'_>, speeches: &Speeches, speech: &Speech) -> bool {
    let Who::Person(at) = &speech.speaker.who else {
        return false;
    };
    let known = speeches.people[*at].known.as_ref();
    known.is_some_and(|id| index.dossier.find(id).is_some())
}
