//! What a verb right behind an instrument says of it: "was signed", "signed in 2018", "entered into force".

use super::passive::{
    AUXILIARIES, effect_behind, in_principle, is_step, participle, passive, took_effect,
};
use super::said::Said;
use crate::dossier::agreement::AgreementStatus as Status;
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// A verb right behind: "was signed", "signed in 2018", "is being prepared", "entered into force".
pub(super) fn behind(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    let after_mark = end + usize::from(matches!(words.low(end), "," | "("));
    // ", to which Peru has not responded": of Peru.
    let of_others = after_mark > end && words.low(after_mark + 1) == "which";
    let opened = if of_others { end } else { after_mark };
    let opened = opened + usize::from(matches!(words.low(opened), "which" | "that"));
    // ", also signed at the palace"
    let adverb = after_mark > end && matches!(words.low(opened), "also" | "already" | "jointly");
    let opened = opened + usize::from(adverb && participle(words.low(opened + 1)).is_some());
    let closed = aside(words, end);
    // ", meanwhile, quietly ended in May"
    let closed = closed + usize::from(closed > end && words.low(closed).ends_with("ly"));
    if let Some(said) = aside_says(words, opened, end) {
        return Some(said);
    }
    if let Some(said) =
        signed_aside(words, opened, closed).or_else(|| ended_aside(words, opened, closed))
    {
        return Some(said);
    }
    if let Some(said) = beside(words, end)
        .or_else(|| awaits(words, closed))
        .or_else(|| done_by(words, after_mark))
    {
        return Some(said);
    }
    if let Some(status) = took_effect(words, closed) {
        let again = renewed_behind(words, closed).filter(|_| status == Status::Expired);
        return Some(again.map_or((Said::Is(status), closed), |verb| {
            (Said::Is(Status::Signed), verb)
        }));
    }
    let said = |at| participle_at(words, (opened, end), at);
    if let Some(said) = [opened, closed].into_iter().find_map(said) {
        return Some(said);
    }
    let russian = russian_behind(words, end);
    if russian.is_some() {
        return russian;
    }
    if let Some(said) = past_participle(words, end) {
        return Some(said);
    }
    if let Some(said) = past_clause(words, end) {
        return Some(said);
    }
    let auxiliary = |at: &usize| AUXILIARIES.has(words.low(*at));
    let french = |at: &usize| words.low(*at) == "a" && words.low(*at + 1).starts_with(['é', 't']);
    [closed, opened]
        .into_iter()
        .filter(|at| auxiliary(at) || french(at))
        .find_map(|at| passive(words, at))
}

/// "signed in 2018", "initialled in May", "expired": a participle at the word `at`.
fn participle_at(
    words: &Words<'_>,
    (opened, end): (usize, usize),
    at: usize,
) -> Option<(Said, usize)> {
    let low = words.low(at);
    let plain =
        at == opened && opened > end || matches!(low, "signed" | "concluded" | "inked" | "reached");
    match participle(low) {
        Some(Status::Signed) if plain => {
            if let Some(over) = ended_after(words, at) {
                return Some(over);
            }
            let status = if in_principle(words, at) {
                Status::Planned
            } else {
                Status::Signed
            };
            return Some((Said::Is(status), at));
        }
        // ", initialled in May,", "a treaty initialled in 2018 could be signed"
        Some(Status::Planned)
            if at == opened && (opened > end || !was_signed_behind(words, at)) =>
        {
            return Some((Said::Is(Status::Planned), at));
        }
        _ if low.starts_with("планир") => return Some((Said::Is(Status::Planned), at)),
        _ if low.starts_with("подписан") && words.low_before(at) == "не" => {
            return Some((Said::Denied, at));
        }
        _ if low.starts_with("подписан") => {
            return Some((Said::Is(Status::Signed), at));
        }
        _ => {}
    }
    let status = took_effect(words, at)?;
    Some((Said::Is(status), at))
}

/// "an arrangement swapping meal for tea was wound up": the verb behind what the instrument does.
fn past_participle(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    const REACH: usize = 8;
    let does = words.low(end).len() > 5 && words.low(end).ends_with("ing");
    let mut near = (end + 1..end + REACH)
        .take_while(|at| words.same_sentence(end, *at) && words.low(*at) != ",");
    let verb = near.find(|at| AUXILIARIES.has(words.low(*at)))?;
    passive(words, verb).filter(|_| does)
}

/// "an accord that would open farms to workers was discussed": the verb behind the clause of what it would do.
fn past_clause(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    const LONGEST: usize = 20;
    let would = words.low(end) == "that"
        && matches!(
            words.low(end + 1),
            "would" | "could" | "will" | "may" | "might" | "can"
        );
    let mut clause = (end + 3..end + LONGEST)
        .take_while(|at| words.same_sentence(end, *at) && words.low(*at) != ",");
    let verb = clause.find(|at| {
        matches!(words.low(*at), "is" | "was" | "has" | "had")
            && !matches!(
                words.low_before(*at),
                "that" | "which" | "who" | "it" | "he" | "she"
            )
    });
    passive(words, verb?).filter(|_| would)
}

/// "that she signed", ", which Oslo proposed in 2021": who did what with the instrument, in a clause that
/// begins with the word `at`.
fn done_by(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    const LONGEST: usize = 10;
    static WHO: WordList = WordList::new(
        "he she they it we and the both two sides countries ministers governments parties has have had",
    );
    if !matches!(words.low(at), "that" | "which") {
        return None;
    }
    let who = |at: &usize| {
        let name = words.get(*at).is_some_and(Word::is_capital);
        words.same_sentence(at - 1, *at) && (name || WHO.has(words.low(*at)))
    };
    let verb = at + 1 + (at + 1..at + 1 + LONGEST).take_while(who).count();
    let done = participle(words.low(verb)).filter(|_| {
        let own = matches!(
            words.low(verb),
            "signed" | "concluded" | "adopted" | "initialled"
        );
        own || matches!(words.low(verb), "initialed" | "proposed" | "suggested")
    });
    let named = verb > at + 1 && !matches!(words.low(at + 1), "has" | "have" | "had");
    Some((Said::Is(done.filter(|_| named)?), verb))
}

/// Does its sentence go on to say that it was signed?
fn was_signed_behind(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 12;
    let mut near = (at + 1..at + REACH).take_while(|place| words.same_sentence(at, *place));
    near.any(|at| {
        words.low(at) == "signed"
            && matches!(
                words.low_before(at),
                "was" | "were" | "been" | "and" | "finally"
            )
    })
}

/// "a treaty that took effect in 1991 lapsed in July"
fn beside(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    let told = matches!(words.low(end), "that" | "which");
    let over = told.then(|| ended_behind(words, end)).flatten()?;
    Some((Said::Is(Status::Expired), over))
}

/// "awaits signature"
fn awaits(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    let awaits = matches!(words.low(end), "awaits" | "awaiting");
    (awaits && is_step(words.low(end + 1))).then_some((Said::Is(Status::Planned), end + 1))
}

/// The verb that says that what a clause describes is over.
fn ended_behind(words: &Words<'_>, from: usize) -> Option<usize> {
    const REACH: usize = 16;
    let mut clause = (from + 2..from + REACH)
        .take_while(|at| words.same_sentence(from, *at) && !matches!(words.low(*at), "," | ";"));
    let over = |at: &usize| {
        matches!(words.low(*at), "expired" | "lapsed")
            && !matches!(
                words.low_before(*at),
                "has" | "had" | "was" | "not" | "an" | "the"
            )
    };
    clause.find(over)
}

/// ", signed in 2022, entered into force": the day of signature; the later step is read apart.
fn signed_aside(words: &Words<'_>, opened: usize, closed: usize) -> Option<(Said, usize)> {
    let was = matches!(words.low(opened), "was" | "were");
    let verb = opened + usize::from(was);
    let adverb = matches!(words.low(verb), "first" | "already");
    let signed = participle(words.low(verb + usize::from(adverb))) == Some(Status::Signed);
    let both = closed > opened && signed && effect_behind(words, closed);
    both.then_some((Said::Is(Status::Signed), verb))
}

/// ", concluded in Lima, was terminated in 1991": the end, which comes last.
fn ended_aside(words: &Words<'_>, opened: usize, closed: usize) -> Option<(Said, usize)> {
    let signed = matches!(
        participle(words.low(opened)),
        Some(Status::Signed | Status::Planned)
    );
    let was = closed > opened && signed && AUXILIARIES.has(words.low(closed));
    let (said, verb) = passive(words, closed).filter(|_| was)?;
    let over = matches!(
        said,
        Said::Is(Status::Terminated | Status::Superseded | Status::Expired)
    );
    over.then_some((said, verb))
}

/// "an accord signed in 2015 was terminated in 2022", "lapsed in 2023": the end, behind the participle at `at`.
fn ended_after(words: &Words<'_>, at: usize) -> Option<(Said, usize)> {
    const REACH: usize = 6;
    let mut near = (at + 1..at + REACH)
        .take_while(|place| words.same_sentence(at, *place) && words.low(*place) != ",");
    near.find_map(|place| {
        let low = words.low(place);
        let said = if matches!(low, "was" | "were" | "is" | "has") {
            passive(words, place)?
        } else {
            (Said::Is(took_effect(words, place)?), place)
        };
        let over = matches!(
            said.0,
            Said::Is(Status::Terminated | Status::Superseded | Status::Expired)
        );
        over.then_some(said)
    })
}

/// A verb of Russian behind its object.
fn russian_behind(words: &Words<'_>, end: usize) -> Option<(Said, usize)> {
    // "протокол о карантине ведомства подписали в феврале"
    let same =
        |at: &usize| words.same_sentence(*at, end.saturating_sub(1)) && words.low(*at) != ",";
    (end..end + 5).take_while(same).find_map(|at| {
        let low = words.low(at);
        if low.starts_with("подписал") && words.low_before(at) == "не" {
            return Some((Said::Denied, at));
        }
        let status = if low.starts_with("подписали") || low.starts_with("подписал")
        {
            Status::Signed
        } else if low.starts_with("обсужда") || low.starts_with("прорабатыва") {
            Status::UnderDiscussion
        } else {
            return None;
        };
        Some((Said::Is(status), at))
    })
}

/// ", under negotiation since 2019, will not be ready", "an agreement dating from 2013".
fn aside_says(words: &Words<'_>, opened: usize, end: usize) -> Option<(Said, usize)> {
    let open = |at| participle(words.low(at)) == Some(Status::UnderDiscussion);
    let pending = matches!(words.low(opened), "under" | "still");
    if pending && (opened + 1..opened + 4).any(open) {
        return Some((Said::Is(Status::UnderDiscussion), opened));
    }
    let dated = matches!(words.low(end), "dating" | "dates")
        && matches!(words.low(end + 1), "from" | "back");
    dated.then(|| ended_after(words, end).unwrap_or((Said::Is(Status::Signed), end)))
}

/// "expired in June and was renewed for five years"
fn renewed_behind(words: &Words<'_>, at: usize) -> Option<usize> {
    const REACH: usize = 9;
    let mut near = (at..at + REACH).take_while(|place| words.same_sentence(at, *place));
    near.find(|place| {
        matches!(words.low(*place), "renewed" | "extended" | "prolonged")
            && matches!(words.low_before(*place), "was" | "were")
    })
}

/// Behind an aside in brackets or commas.
fn aside(words: &Words<'_>, at: usize) -> usize {
    const LONGEST: usize = 24;
    let close = match words.low(at) {
        "(" => ")",
        "," => ",",
        _ => return at,
    };
    let mut inside = (at + 1..at + LONGEST).take_while(|place| words.same_sentence(at, *place));
    let end = inside.find(|place| words.low(*place) == close);
    end.map_or(at, |end| end + 1)
}
