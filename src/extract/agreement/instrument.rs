//! Nouns for instruments: "treaty", "memorandum of understanding", "road map", "соглашение".

use crate::dossier::agreement::AgreementKind;
use crate::extract::word::{Word, Words};

/// A noun for an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instrument {
    pub(super) kind: AgreementKind,
    /// The word behind it, with "of understanding".
    pub(super) end: usize,
    pub(super) plural: bool,
    /// Is it an instrument only where something is done with it: "deal", "document", "partnership"?
    pub(super) vague: bool,
}

/// The instrument whose noun begins with the word `at`.
pub(super) fn instrument(words: &Words<'_>, at: usize) -> Option<Instrument> {
    let (kind, length, plural, vague) = noun(words, at)?;
    let end = at + length;
    // "the Lima Convention Centre", "the Convention and Exhibition Centre"
    let hall = |at: usize| matches!(words.low(at), "centre" | "center" | "hall");
    if words.low(at) == "convention" && (hall(end) || words.low(end) == "and" && hall(end + 2)) {
        return None;
    }
    // "a good deal more than"
    if words.low(at) == "deal" && matches!(words.low_before(at), "good" | "great") {
        return None;
    }
    // "agreement" is also what people are in: "in agreement".
    if matches!(words.low_before(at), "in" | "by" | "of")
        && !plural
        && length == 1
        && words.low(end) != "on"
    {
        return None;
    }
    let end = [
        "of understanding",
        "of action",
        "of cooperation",
        "of co - operation",
        "of intent",
        "of intentions",
        "о взаимопонимании",
        "d'entente",
    ]
    .iter()
    .find_map(|phrase| words.after(end, phrase))
    .unwrap_or(end);
    // "a memorandum of understanding (MoU) on hydrography"
    let short = |word: &Word<'_>| word.is_capital() && word.text.len() <= 6;
    let acronym = words.low(end) == "(" && words.low(end + 2) == ")";
    let end = end + 3 * usize::from(acronym && words.get(end + 1).is_some_and(short));
    Some(Instrument {
        kind,
        end,
        plural,
        vague,
    })
}

type Noun = (AgreementKind, usize, bool, bool);

fn noun(words: &Words<'_>, at: usize) -> Option<Noun> {
    use AgreementKind as Kind;
    let (low, next) = (words.low(at), words.low(at + 1));
    let of_action = next == "of" && words.low(at + 2) == "action";
    Some(match low {
        "agreement" | "accord" | "pact" => (Kind::Agreement, 1, false, false),
        "agreements" | "accords" | "pacts" => (Kind::Agreement, 1, true, false),
        "treaty" | "convention" => (Kind::Treaty, 1, false, false),
        "treaties" | "conventions" => (Kind::Treaty, 1, true, false),
        "memorandum" | "mou" => (Kind::Memorandum, 1, false, false),
        "memoranda" | "memorandums" | "mous" => (Kind::Memorandum, 1, true, false),
        "roadmap" => (Kind::Roadmap, 1, false, false),
        "roadmaps" => (Kind::Roadmap, 1, true, false),
        "road" if next == "map" => (Kind::Roadmap, 2, false, false),
        "road" if next == "maps" => (Kind::Roadmap, 2, true, false),
        "plan" if of_action => (Kind::PlanOfAction, 1, false, false),
        "plan" if next == "of" && (at + 2..at + 4).any(|at| words.low(at) == "consultations") => {
            (Kind::PlanOfAction, 1, false, false)
        }
        "plan" if next == "of" && is_cooperation(words, at + 2) => {
            (Kind::PlanOfAction, 1, false, false)
        }
        "action" if next == "plan" => (Kind::PlanOfAction, 2, false, false),
        "plan"
            if matches!(
                words.low_before(at),
                "work" | "twinning" | "bilateral" | "binational"
            ) || is_cooperation(words, at.wrapping_sub(1)) =>
        {
            (Kind::PlanOfAction, 1, false, !is_titled(words, at))
        }
        "programme" | "program" if words.low_before(at) == "work" => {
            (Kind::PlanOfAction, 1, false, true)
        }
        "annex" if next == "on" || next == "to" => (Kind::Document, 1, false, false),
        "protocol" => (Kind::Protocol, 1, false, false),
        "protocols" => (Kind::Protocol, 1, true, false),
        "programme" | "program" | "scheme" if cooperative(words, at) => {
            (Kind::Programme, 1, false, true)
        }
        "contract" | "deal" => (Kind::Agreement, 1, false, true),
        "contracts" | "deals" => (Kind::Agreement, 1, true, true),
        "partnership" if matches!(words.low_before(at), "strategic" | "comprehensive") => {
            (Kind::Partnership, 1, false, true)
        }
        "arrangement" => (Kind::Arrangement, 1, false, true),
        "arrangements" => (Kind::Arrangement, 1, true, true),
        "documents" => (Kind::Document, 1, true, true),
        "statement" | "declaration" | "communiqué" | "communique"
            if words.low_before(at) == "joint" && !is_source(words, at) =>
        {
            (Kind::Document, 1, false, true)
        }
        "letter" if next == "of" && words.low(at + 2) == "intent" => {
            (Kind::Document, 1, false, false)
        }
        _ => return called(words, at).or_else(|| foreign(low, next)),
    })
}

/// Is it the last word of a name: "the Green Growth Partnership"?
fn is_titled(words: &Words<'_>, at: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    at > 1 && capital(at) && capital(at - 1) && words.same_sentence(at - 1, at)
}

/// "signed the minutes", "signing of the agreed minutes"
fn is_signed(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    let near = (at.saturating_sub(NEAR)..at).rev();
    let mut near =
        near.take_while(|place| words.same_sentence(*place, at) && words.low(*place) != ",");
    near.any(|at| {
        matches!(
            words.low(at),
            "signed" | "sign" | "signing" | "adopted" | "initialled" | "names"
        )
    })
}

/// "a new programme is expected to be signed"
fn is_signed_behind(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let verb = matches!(words.low(at + 1), "is" | "was" | "will" | "has" | "to");
    let mut near = (at + 2..at + 2 + NEAR)
        .take_while(|place| words.same_sentence(at, *place) && words.low(*place) != ",");
    verb && near.any(|place| words.low(place) == "signed" && words.low(place + 1) != "by")
}

/// Is a name right before it: "the Oil for Growth programme"?
fn is_called(words: &Words<'_>, at: usize) -> bool {
    const NAME: usize = 4;
    let name = words.before(at).is_some_and(Word::is_capital);
    // "our Fellows Programme" is that of one side.
    let own = (at.saturating_sub(NAME)..at).any(|at| words.low(at) == "our");
    at > 1 && name && !own && words.same_sentence(at - 2, at)
}

/// Does a verb behind say that it ended: "the swap programme that expired in May", "the programme, under which
/// they met, lapsed"?
fn is_over(words: &Words<'_>, at: usize) -> bool {
    const ASIDE: usize = 16;
    let mut inside = at + 2..at + 2 + ASIDE;
    let closes = |place: &usize| words.low(*place) == "," && words.same_sentence(at, *place);
    let aside = (words.low(at + 1) == ",").then(|| inside.find(closes));
    let verb = aside.flatten().map_or_else(
        || at + 1 + usize::from(words.low(at + 1) == "that"),
        |close| close + 1,
    );
    matches!(words.low(verb), "expired" | "lapsed")
}

/// "said in a joint statement", "according to the joint communiqué": where it is said, not what was agreed on.
fn is_source(words: &Words<'_>, at: usize) -> bool {
    let article = matches!(words.low_before(at - 1), "a" | "the" | "their");
    let start = at - 1 - usize::from(article);
    let led = words.low_before(start) == "in" || words.ending(start, "according to").is_some();
    led && !matches!(
        words.low(at + 1),
        "on" | "of" | "for" | "adopted" | "signed"
    )
}

/// Words that are instruments where a name or a verb says so: "the Green Growth Partnership".
fn called(words: &Words<'_>, at: usize) -> Option<Noun> {
    use AgreementKind as Kind;
    let next = words.low(at + 1);
    // "the Economic Partnership Agreement", "the Partnership Council"
    let goes_on = words.get(at + 1).is_some_and(Word::is_capital);
    Some(match words.low(at) {
        "partnership" if next == "framework" && is_titled(words, at) => {
            (Kind::Partnership, 2, false, true)
        }
        "partnership" if is_titled(words, at) && !goes_on => (Kind::Partnership, 1, false, false),
        // "signed a climate and water partnership"
        "partnership" if is_signed(words, at) && instrument(words, at + 1).is_none() => {
            (Kind::Partnership, 1, false, true)
        }
        "partnership" if next == "ended" || is_over(words, at) => {
            (Kind::Partnership, 1, false, true)
        }
        // "signed an exchange of notes", "exchanged notes on a loan"
        "exchange" if next == "of" && matches!(words.low(at + 2), "notes" | "letters") => {
            (Kind::Document, 3, false, true)
        }
        "notes" if words.low_before(at) == "exchanged" => (Kind::Document, 1, false, true),
        "plan" if words.low_before(at) == "joint" => (Kind::PlanOfAction, 1, false, true),
        "waiver" | "exemption"
            if words.low_before(at) == "visa" && instrument(words, at + 1).is_none() =>
        {
            (Kind::Arrangement, 1, false, true)
        }
        "programme" | "program" | "scheme" if words.low_before(at) == "holiday" => {
            (Kind::Programme, 1, false, true)
        }
        "term" if next == "sheet" => (Kind::Document, 2, false, true),
        "understanding" if next == "on" && words.low_before(at) == "an" => {
            (Kind::Arrangement, 1, false, true)
        }
        "minutes"
            if is_signed(words, at)
                && (next == "of" && words.low_before(at) != "within"
                    || matches!(words.low_before(at), "its" | "their" | "the" | "agreed")) =>
        {
            (Kind::Document, 1, false, false)
        }
        "declaration" if next == "of" && words.low(at + 2) == "intent" => {
            (Kind::Document, 1, false, true)
        }
        "declaration" if next == "on" || is_titled(words, at) => (Kind::Document, 1, false, true),
        "swap"
            if matches!(
                words.low_before(at),
                "debt" | "climate" | "nature" | "currency"
            ) =>
        {
            (Kind::Agreement, 1, false, true)
        }
        "programme" | "program"
            if is_over(words, at)
                || is_signed_behind(words, at)
                || is_called(words, at)
                || next == "on" && is_signed(words, at) =>
        {
            (Kind::Programme, 1, false, true)
        }
        _ => return None,
    })
}

/// Is it a programme of two sides?
fn cooperative(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low_before(at),
        "exchange" | "joint" | "mobility" | "twinning" | "partnership" | "bilateral" | "binational"
    ) || is_cooperation(words, at.wrapping_sub(1))
        || words.low_before(at) == "executive" && matches!(words.low(at + 1), "on" | "for")
        || matches!(words.low(at + 1), "of" | "for")
            && (at + 2..at + 7).any(|at| {
                is_cooperation(words, at)
                    || matches!(words.low(at), "exchange" | "exchanges" | "consultations")
            })
}

/// "cooperation", and "co-operation" by its last part.
fn is_cooperation(words: &Words<'_>, at: usize) -> bool {
    words.low(at) == "cooperation"
        || words.low(at) == "operation" && words.ending(at, "co -").is_some()
}

fn foreign(low: &str, next: &str) -> Option<Noun> {
    use AgreementKind as Kind;
    Some(match low {
        "соглашение" | "соглашения" | "соглашением" if low != "соглашения" => {
            (Kind::Agreement, 1, false, false)
        }
        "соглашения" | "соглашений" => (Kind::Agreement, 1, true, false),
        "договор" | "договора" | "traité" | "convention" => {
            (Kind::Treaty, 1, false, false)
        }
        "меморандум" | "меморандума" | "mémorandum" => {
            (Kind::Memorandum, 1, false, false)
        }
        "меморандумы" | "меморандумов" => (Kind::Memorandum, 1, true, false),
        "протокол" | "protocole" => (Kind::Protocol, 1, false, false),
        "дорожную" | "дорожная" if next.starts_with("карт") => {
            (Kind::Roadmap, 2, false, false)
        }
        "accord" => (Kind::Agreement, 1, false, false),
        _ => return None,
    })
}
