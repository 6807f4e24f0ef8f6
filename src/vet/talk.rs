//! Words of talks, plans and trials: what only these tell of has not come to be.

use super::actors::{Lexicon, Spot, Who};
use super::stage;
use super::words::{Word, is_one_of, stem};
use crate::dossier::Kind;

/// Words with those whom they name.
pub(super) fn with_spots(lexicon: &Lexicon, mut words: Vec<Word>) -> (Vec<Word>, Vec<Spot>) {
    let spots = lexicon.spots(&words);
    read_receptions(&mut words, &spots);
    (words, spots)
}

/// "Putin received Sisoulith": who receives a person meets them.
fn read_receptions(words: &mut [Word], spots: &[Spot]) {
    const RECEIVES: &str =
        "received receives receive welcomed welcomes welcome hosted hosts host saw sees";
    let is_person = |spot: &&Spot| matches!(spot.who, Who::Record(who) if who.kind == Kind::Person);
    let people = || spots.iter().filter(is_person);
    for guest in people() {
        let Some(at) = guest.words.start.checked_sub(1) else {
            continue;
        };
        let is_host = people().any(|host| host.words.end == at);
        if is_host && !words[at].quoted && is_one_of(RECEIVES, &words[at].low) {
            words[at].stem = stem("met");
        }
    }
}

/// Does a clause tell of people who come together?
pub(super) fn is_meeting(words: &[Word]) -> bool {
    let mut words = words.iter();
    words.any(|word| matches!(word.stem.as_str(), "meet" | "visit") || word.low == "held")
}

/// Is something only tried out?
pub(super) fn is_trial(words: &[Word]) -> bool {
    const TRIAL: [&str; 11] = [
        "tried",
        "trial",
        "trials",
        "test",
        "tests",
        "tested",
        "testing",
        "pilot",
        "pilots",
        "experiment",
        "experiments",
    ];
    has(words, &TRIAL)
}

/// Does a clause speak of talks, plans or possibilities anywhere?
pub(super) fn is_talk(words: &[Word]) -> bool {
    const TALK: [&str; 23] = [
        "talk",
        "talks",
        "talked",
        "talking",
        "spoke",
        "speak",
        "subject",
        "subjects",
        "topic",
        "topics",
        "interview",
        "agenda",
        "asked",
        "mooted",
        "touched",
        "feasibility",
        "exchanged",
        "views",
        "examined",
        "offer",
        "offered",
        "plan",
        "plans",
    ];
    has(words, &TALK) || is_raised(words) || is_trial(words) || stage::is_ahead(words)
}

/// "raised the matter", "was raised"; not "raised tensions".
fn is_raised(words: &[Word]) -> bool {
    const SUBJECTS: &str =
        "matter issue question subject topic idea possibility prospect point the with by at in";
    let mut pairs = words.windows(2);
    let is_last = words.last().is_some_and(|word| word.low == "raised");
    is_last
        || pairs.any(|pair| {
            let is_subject = SUBJECTS.split(' ').any(|low| low == pair[1].low);
            pair[0].low == "raised" && !pair[0].quoted && is_subject
        })
}

fn has(words: &[Word], list: &[&str]) -> bool {
    let mut plain = words.iter().filter(|word| !word.quoted);
    plain.any(|word| list.contains(&word.low.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn talks_are_told_from_deeds() {
        for (text, expected) in [
            ("They held talks on a plant", true),
            ("The plant may be built", true),
            ("Trials of a digital kip go on", true),
            ("Laos plans a railway", true),
            ("The plant was built in May", false),
            ("The railway carries freight", false),
        ] {
            assert_eq!(
                is_talk(&words(text, &(0..text.len()), &[])),
                expected,
                "{text}"
            );
        }
    }
}
