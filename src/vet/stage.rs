//! How far words or a record say that something has come.

mod cues;

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashSet;

use super::voice::says;
use super::words::{Word, is_one_of};
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus;
pub(super) use cues::Stage;
use cues::cues_at;

pub(super) fn of_event(status: EventStatus) -> Stage {
    match status {
        EventStatus::Occurred | EventStatus::Ongoing => Stage::Done,
        EventStatus::Planned | EventStatus::Expected => Stage::Ahead,
        EventStatus::UnderDiscussion | EventStatus::Proposed | EventStatus::Speculative => {
            Stage::Open
        }
        EventStatus::Cancelled => Stage::Over,
    }
}

pub(super) fn of_agreement(status: AgreementStatus) -> Stage {
    match status {
        AgreementStatus::Signed | AgreementStatus::Unknown => Stage::Done,
        AgreementStatus::InForce => Stage::InForce,
        AgreementStatus::Planned => Stage::Ahead,
        AgreementStatus::UnderDiscussion
        | AgreementStatus::Proposed
        | AgreementStatus::Speculative => Stage::Open,
        AgreementStatus::Expired | AgreementStatus::Terminated | AgreementStatus::Superseded => {
            Stage::Over
        }
    }
}

/// Words that only say when something was: they count where nothing else does.
const WEAK: [&str; 8] = [
    "already",
    "now",
    "has been",
    "have been",
    "was",
    "were",
    "works",
    "runs",
];

/// Words whose stage is that of the verb behind them: "the treaty will help" tells nothing of how far
/// the treaty has come.
const AUXILIARY: [&str; 6] = ["will", "would", "shall", "may", "might", "could"];

/// Words between an auxiliary and its verb.
const BETWEEN: &str =
    "also not be have been then now soon only never both both still always well again one day";

/// Verbs of making and beginning something, by which everything comes to be.
const MAKING: &str = "sign signed conclude concluded agree agreed adopt adopted ratify ratified enter take join \
    open opened build built establish established launch launched start begin introduce \
    introduced hold held meet become make made reach complete use";

/// The stage that a clause states: what comes first weighs most, for "will be signed" is ahead and
/// "signed a plan that will help" is done.
pub(super) fn stated(words: &[Word]) -> Option<Stage> {
    of_matter(words, |_| true).stage
}

/// What a clause says of the stage of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) stage: Option<Stage>,
    /// Is there an auxiliary before a verb that the matter does not know?
    pub(super) is_of_other: bool,
}

/// The stage that a clause states of a matter whose words are known: an auxiliary before a verb that is
/// neither known nor one of making tells of something else.
pub(super) fn of_matter(words: &[Word], is_known: impl Fn(&Word) -> bool) -> Told {
    let plain: Vec<&Word> = words.iter().filter(|word| !word.quoted).collect();
    let asides = [relative(&plain), apposition(&plain), terms(&plain)];
    let (mut weak, mut is_of_other) = (None, false);
    for at in (0..plain.len()).filter(|at| !asides.iter().any(|aside| aside.contains(at))) {
        let before = at.checked_sub(1).map(|at| plain[at].low.as_str());
        let is_for_now = before == Some("for");
        // "their wish to work together": a noun.
        let is_owned = matches!(before, Some("their" | "his" | "her" | "its"));
        if let Some(stage) = agreed_to(&plain[at..]) {
            let stage = Some(stage);
            return Told { stage, is_of_other };
        }
        if matches!(plain[at].low.as_str(), "has" | "have" | "had") && is_done(&plain[at + 1..]) {
            weak = weak.or(Some(Stage::Done));
        }
        for (stage, cue) in cues_at(&plain[at..]) {
            let is_owned = is_owned && matches!(cue, "wish*" | "hope*")
                // "one of the things that she brought up"
                || cue == "brought up" && matches!(before, Some("he" | "she" | "they" | "who"));
            if is_for_now && cue == "now" || is_owned || is_of_other_sense(cue, &plain[at..]) {
                continue;
            }
            if AUXILIARY.contains(&cue) && !verb(&plain[at + 1..]).is_none_or(&is_known) {
                is_of_other = true;
            } else if WEAK.contains(&cue) {
                weak = weak.or(Some(stage));
            } else {
                let stage = Some(stage);
                return Told { stage, is_of_other };
            }
        }
    }
    let stage = weak;
    Told { stage, is_of_other }
}

/// "Mines weigh on people", "possibly the very same paper": what is no cue of a stage here.
fn is_of_other_sense(cue: &str, words: &[&Word]) -> bool {
    let low = |at: usize| words.get(at).map_or("", |word: &&Word| word.low.as_str());
    match cue {
        "weigh" | "weighing" => matches!(low(1), "on" | "upon" | "heavily"),
        "to be" => is_one_of(
            "possible likely probable conceivable imaginable unlikely",
            low(2),
        ),
        "possibly" | "perhaps" | "probabl*" | "presumabl*" => {
            low(1) == "the" && matches!(low(2), "same" | "very" | "one")
        }
        _ => false,
    }
}

/// Words without those between a subject and its verb that tell something else of it.
pub(super) fn of_main(mut words: Vec<Word>) -> Vec<Word> {
    words.drain(..lead(&words));
    let aside = relative(&words.iter().collect::<Vec<_>>());
    words.drain(aside);
    words
}

/// "When he brought up the tanks, Putin said …": how many words tell on what occasion somebody says the rest.
fn lead(words: &[Word]) -> usize {
    /// Words of somebody with a title, and of a verb of telling.
    const NEAR: usize = 6;
    let is_when = |word: &Word| matches!(word.low.as_str(), "when" | "after" | "asked" | "as");
    if !words.first().is_some_and(is_when) {
        return 0;
    }
    let comma = words.iter().position(|word| word.mark == Some(','));
    let tells = |at: &usize| words[*at..].iter().take(NEAR).any(|word| says(&word.low));
    comma.filter(tells).unwrap_or(0)
}

/// "The plant that they talked about is in use": the words between a subject and its verb, which tell
/// something else of it; none where nothing behind them says how far it has come.
fn relative(words: &[&Word]) -> Range<usize> {
    const VERBS: &str = "is are was were has have had will would";
    let is_verb = |at: &usize| is_one_of(VERBS, &words[*at].low);
    let low = |at: usize| words.get(at).map_or("", |word: &&Word| word.low.as_str());
    // "at that time" begins nothing.
    let is_link =
        |at: &usize| matches!(low(*at), "that" | "which") && !words[at - 1].stem.is_empty();
    let Some(that) = (1..words.len()).find(is_link) else {
        return 0..0;
    };
    let is_told =
        |at: usize| says(low(at)) || is_verb(&at) || cues_at(&words[at..]).next().is_some();
    if (0..that).any(is_told) {
        return 0..0;
    }
    let Some(verb) = (that + 3..words.len()).find(is_verb) else {
        return 0..0;
    };
    let stated = (verb..words.len()).any(|at| {
        let mut cues = cues_at(&words[at..]);
        cues.any(|(stage, cue)| stage != Stage::Done || !WEAK.contains(&cue))
    });
    if stated { that..verb } else { 0..0 }
}

/// "The line, Putin's idea of 2023, is under construction": what else is told of a subject between two commas; none
/// where nothing behind them says how far it has come.
fn apposition(words: &[&Word]) -> Range<usize> {
    /// Words of it.
    const MOST: usize = 8;
    const VERBS: [&str; 6] = ["is", "are", "was", "were", "has", "have"];
    let is_comma = |at: &usize| words[*at].mark == Some(',');
    let Some(first) = (1..words.len()).find(is_comma) else {
        return 0..0;
    };
    let mut near = (first + 1..words.len()).take(MOST);
    let Some(verb) = near
        .find(is_comma)
        .filter(|at| VERBS.contains(&&*words[*at].low))
    else {
        return 0..0;
    };
    let is_stated = |at: usize| cues_at(&words[at..]).any(|(_, cue)| !WEAK.contains(&cue));
    if (verb + 1..words.len()).any(is_stated) {
        first..verb
    } else {
        0..0
    }
}

/// "a treaty under which they will help each other": what a text lays down, up to the next comma.
fn terms(words: &[&Word]) -> Range<usize> {
    let low = |at: usize| words[at].low.as_str();
    let is_link = |at: &usize| {
        matches!(low(*at - 1), "under" | "by" | "through") && low(*at) == "which"
            || low(*at) == "whereby"
    };
    let Some(first) = (1..words.len()).find(is_link) else {
        return 0..0;
    };
    let is_end = |at: &usize| words[*at].mark.is_some();
    let end = (first + 1..words.len()).find(is_end);
    first..end.unwrap_or(words.len())
}

/// Is the verb behind "has" one of a deed? "has moved", but not "has shown".
fn is_done(words: &[&Word]) -> bool {
    const BESIDE: &str = "asked raised expressed voiced signalled welcomed praised thanked mentioned \
        reported stressed learned";
    const IRREGULAR: &str = "built begun become taken brought gone put sent";
    let is_between = |word: &&&Word| {
        matches!(
            word.low.as_str(),
            "also" | "now" | "already" | "since" | "been"
        )
    };
    let verb = words.iter().find(|word| !is_between(word));
    verb.is_some_and(|verb| {
        let low = verb.low.as_str();
        low.ends_with("ed") && !is_one_of(BESIDE, low) && !says(low) || is_one_of(IRREGULAR, low)
    })
}

/// "agreed to negotiate", "agreed to open": how far that has come which they agreed to do.
fn agreed_to(words: &[&Word]) -> Option<Stage> {
    /// Words in which talks are named.
    const NEAR: usize = 4;
    let [agreed, to, rest @ ..] = words else {
        return None;
    };
    let agreed = matches!(agreed.low.as_str(), "agree" | "agrees" | "agreed");
    let verb = rest.first().filter(|_| agreed && to.low == "to")?;
    let near = &rest[..rest.len().min(NEAR)];
    let is_talk = |at: usize| {
        let talks = matches!(near[at].low.as_str(), "talks" | "talk" | "study");
        talks || cues_at(&near[at..]).any(|(stage, _)| stage == Stage::Open)
    };
    if (0..near.len()).any(is_talk) {
        return Some(Stage::Open);
    }
    is_making(&verb.low).then_some(Stage::Ahead)
}

/// The verb behind an auxiliary; none where it is one of making.
fn verb<'a>(words: &[&'a Word]) -> Option<&'a Word> {
    let is_between = |word: &&&Word| {
        let low = word.low.as_str();
        is_one_of(BETWEEN, low) || low.ends_with("ly")
    };
    let verb = words.iter().find(|word| !is_between(word))?;
    (!is_making(&verb.low)).then_some(verb)
}

/// Is it a verb by which everything comes to be?
pub(super) fn is_making(low: &str) -> bool {
    static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| MAKING.split_whitespace().collect());
    ALL.contains(low)
}

/// Does a run of words say anywhere that something is in force?
pub(super) fn is_in_force(words: &[Word]) -> bool {
    let plain: Vec<&Word> = words.iter().filter(|word| !word.quoted).collect();
    (0..plain.len()).any(|at| cues_at(&plain[at..]).any(|(stage, _)| stage == Stage::InForce))
}

/// Does a run of words speak of what is open or ahead anywhere?
pub(super) fn is_ahead(words: &[Word]) -> bool {
    let plain: Vec<&Word> = words.iter().filter(|word| !word.quoted).collect();
    (0..plain.len()).any(|at| cues_at(&plain[at..]).any(|(stage, _)| stage <= Stage::Ahead))
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn words_tell_how_far_something_has_come() {
        for (text, expected) in [
            ("They signed a roadmap in 2017", Some(Stage::Done)),
            ("A roadmap is to be signed", Some(Stage::Ahead)),
            ("The banks are discussing cards", Some(Stage::Open)),
            ("The treaty entered into force", Some(Stage::InForce)),
            ("The visit was cancelled", Some(Stage::Over)),
            ("A treaty on legal assistance", None),
            ("It is, for now, an idea", Some(Stage::Open)),
            ("For now the treaty is a text", None),
            ("The treaty is being negotiated", Some(Stage::Open)),
            ("The elephants are bound for a zoo", Some(Stage::Ahead)),
            ("They agreed to begin negotiations", Some(Stage::Open)),
            ("They agreed to sign a treaty", Some(Stage::Ahead)),
            ("The animals have moved house", Some(Stage::Done)),
            ("The minister has shown interest", None),
            ("The treaty is still unsigned", Some(Stage::Ahead)),
            (
                "The league that began in 1999 has lapsed",
                Some(Stage::Over),
            ),
            (
                "The bridge that they discussed is in use",
                Some(Stage::Done),
            ),
            ("The bridge that they opened is long", Some(Stage::Done)),
            ("At that time trials were under way", Some(Stage::Done)),
            ("The scheme had been wound up", Some(Stage::Over)),
            ("He had put forward a treaty", Some(Stage::Open)),
        ] {
            assert_eq!(
                stated(&words(text, &(0..text.len()), &[])),
                expected,
                "{text}"
            );
        }
    }
}
