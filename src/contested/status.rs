//! Planned, discussed, signed or held: the status of events and agreements against the verbs of their
//! evidence, their dates and each other.

mod stage;

use chrono::NaiveDate;

use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::agreement::AgreementStatus;
use crate::dossier::event::EventStatus;
use crate::dossier::evidence::Support;
use crate::dossier::{Agreement, Date, Dossier, Event, Evidence, Kind, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;
use stage::{Stage, of_reasoning, stages};

/// Kinds of events that are talk themselves: what they are about need not have come further.
const TALK: [&str; 6] = [
    "talk",
    "negotiation",
    "statement",
    "discussion",
    "interview",
    "consultation",
];

/// Kinds of events at which something else is decided.
const GATHERINGS: [&str; 7] = [
    "meeting",
    "summit",
    "visit",
    "forum",
    "conference",
    "session",
    "commission",
];

/// What was done at a gathering: it took place, and what these words are about may be still to come.
const OUTCOMES: [&str; 8] = [
    "agreed",
    "discussed",
    "announced",
    "adopted",
    "exchanged",
    "welcomed",
    "reaffirmed",
    "stressed",
];

/// A finding for every event and agreement whose status its words, its date or its event contradict.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let events = dossier.events.iter().enumerate().filter_map(|(at, event)| {
        let record = Ref::new(Kind::Event, at);
        let reason = known
            .record(record)
            .then(|| of_event(dossier, event))
            .flatten()?;
        Some(finding(dossier, vec![record], event.status.word(), reason))
    });
    let agreements = dossier
        .agreements
        .iter()
        .enumerate()
        .filter_map(|(at, instrument)| {
            let record = Ref::new(Kind::Agreement, at);
            let counts = known.record(record);
            counts
                .then(|| of_agreement(dossier, record, instrument))
                .flatten()
        });
    events.chain(agreements).collect()
}

fn finding(dossier: &Dossier, mut set: Vec<Ref>, status: &str, reason: String) -> Finding {
    let title = dossier.title(set[0]);
    let status = status.replace('-', " ");
    set.sort();
    Finding {
        kind: FindingKind::Status,
        severity: Severity::Minor,
        title: format!("{title}: {status}, but {reason}"),
        verdict: "another status than the words tell".to_owned(),
        working: vec![format!("status: {status}"), reason],
        statements: set.clone(),
        context: Vec::new(),
        sets: vec![set],
        choice: None,
    }
}

/// What contradicts the status of an event; none where nothing does.
fn of_event(dossier: &Dossier, event: &Event) -> Option<String> {
    use EventStatus as S;
    let kind = folded(&event.kind);
    if event.status == S::Occurred && kind == "state" {
        return Some("its kind is a state, which goes on".to_owned());
    }
    // "Talks on scholarships" are talks, whatever kind they are filed under.
    let title = folded(&event.title);
    let is_talk = TALK
        .iter()
        .any(|talk| kind.starts_with(talk) || title.starts_with(talk));
    let is_gathering = is_talk || GATHERINGS.iter().any(|one| kind.starts_with(one));
    let was_held = is_gathering && event.status == S::Occurred && outcome(&event.evidence);
    let stated = stages_of(&event.evidence).filter(|_| !was_held);
    if let Some(stated) = stated.filter(|one| !fits_event(event.status, &one.stages, is_talk)) {
        return Some(stated.reason());
    }
    let date = event.date.as_ref()?;
    let why = date.why.as_deref().unwrap_or_default();
    let stages = of_reasoning(why);
    if !stages.is_empty() && !fits_event(event.status, &stages, is_talk) {
        return Some(format!("its date is reasoned from “{why}”"));
    }
    if event.status == S::Ongoing && date.is_span() && had_passed(dossier, date, &event.evidence) {
        return Some(format!(
            "{} had ended when its source appeared",
            date.label()
        ));
    }
    let ahead = event.is_ahead() && !(is_talk && event.status == S::UnderDiscussion);
    (ahead && had_passed(dossier, date, &event.evidence))
        .then(|| format!("{} had passed when its source appeared", date.label()))
}

/// What the evidence tells, and the words that do.
struct Told {
    stages: Vec<Stage>,
    words: Vec<String>,
}

impl Told {
    fn reason(&self) -> String {
        format!("the evidence has “{}”", self.words.join("”, “"))
    }
}

/// The stages that a record's evidence tells of; none where it tells of none.
fn stages_of(evidence: &[Evidence]) -> Option<Told> {
    let supporting = evidence
        .iter()
        .filter(|e| e.support != Support::Contradicts);
    let read: Vec<_> = supporting
        .map(|e| (stages(&e.words()), e.words().into_owned()))
        .filter(|(stages, _)| !stages.is_empty())
        .collect();
    let words = read.iter().map(|(_, words)| words.clone()).collect();
    let stages: Vec<_> = read.into_iter().flat_map(|(stages, _)| stages).collect();
    (!stages.is_empty()).then_some(Told { stages, words })
}

/// Does any of these stages allow the status? Talks about a plan have taken place themselves.
fn fits_event(status: EventStatus, stages: &[Stage], is_talk: bool) -> bool {
    use EventStatus as S;
    let fits = |stage: &Stage| match stage {
        Stage::Done => matches!(status, S::Occurred),
        Stage::GoingOn => matches!(status, S::Ongoing),
        Stage::Planned => matches!(status, S::Planned | S::Expected),
        Stage::Expected => matches!(status, S::Planned | S::Expected),
        Stage::Proposed => matches!(status, S::Proposed | S::UnderDiscussion),
        Stage::Discussed => matches!(status, S::UnderDiscussion),
        Stage::Possible => matches!(status, S::Speculative | S::UnderDiscussion | S::Proposed),
        Stage::Cancelled => matches!(status, S::Cancelled),
        Stage::Failed => !matches!(status, S::Occurred | S::Ongoing),
        // An agreement is in force or over, not an event.
        Stage::Ended | Stage::NotInForce => true,
    };
    let of_talk = is_talk && matches!(status, S::Occurred | S::Ongoing | S::UnderDiscussion);
    of_talk || stages.iter().any(fits)
}

/// Does evidence tell what was done at a gathering, rather than what will be?
fn outcome(evidence: &[Evidence]) -> bool {
    let is_outcome = |e: &Evidence| {
        let text = folded(&e.words());
        let words: Vec<_> = text.split(' ').collect();
        let first = words.iter().position(|word| OUTCOMES.contains(word));
        first.is_some_and(|at| at.checked_sub(1).is_none_or(|before| words[before] != "be"))
    };
    evidence.iter().any(is_outcome)
}

/// Had a time passed before any of the sources can have been published?
fn had_passed(dossier: &Dossier, date: &Date, evidence: &[Evidence]) -> bool {
    let first = |evidence: &Evidence| -> Option<NaiveDate> {
        dossier
            .source(&evidence.source)?
            .issued
            .as_ref()?
            .earliest()
    };
    let firsts: Option<Vec<_>> = evidence.iter().map(first).collect();
    let first = firsts.and_then(|days| days.into_iter().min());
    date.latest()
        .zip(first)
        .is_some_and(|(ends, printed)| ends < printed)
}

/// What contradicts the status of an agreement; none where nothing does.
fn of_agreement(dossier: &Dossier, record: Ref, instrument: &Agreement) -> Option<Finding> {
    use AgreementStatus as S;
    let status = instrument.status;
    let of = |set, reason| finding(dossier, set, status.word(), reason);
    if status == S::Unknown {
        return None;
    }
    if let Some(stated) = stages_of(&instrument.evidence).filter(|one| !fits(status, &one.stages)) {
        return Some(of(vec![record], stated.reason()));
    }
    if let Some(event) = instrument.event.as_ref().and_then(|id| dossier.find(id))
        && event.kind == Kind::Event
        && let Some(reason) = of_its_event(status, &dossier.events[event.at])
    {
        return Some(of(vec![record, event], reason));
    }
    ended(dossier, instrument).map(|reason| of(vec![record], reason))
}

/// Does any of these stages allow the status?
fn fits(status: AgreementStatus, stages: &[Stage]) -> bool {
    use AgreementStatus as S;
    let is_made = matches!(
        status,
        S::Signed | S::InForce | S::Expired | S::Terminated | S::Superseded
    );
    let fits = |stage: &Stage| match stage {
        Stage::Done | Stage::GoingOn => is_made,
        Stage::Planned | Stage::Expected => status == S::Planned,
        Stage::Proposed => matches!(status, S::Proposed | S::UnderDiscussion),
        Stage::Discussed => status == S::UnderDiscussion,
        Stage::Possible => matches!(status, S::Speculative | S::UnderDiscussion | S::Proposed),
        Stage::Cancelled | Stage::Ended => {
            matches!(status, S::Terminated | S::Superseded | S::Expired)
        }
        Stage::Failed => !is_made,
        Stage::NotInForce => status != S::InForce,
    };
    stages.iter().any(fits)
}

/// A signature that took place, or is still to come, whatever the agreement says.
fn of_its_event(status: AgreementStatus, event: &Event) -> Option<String> {
    use AgreementStatus as S;
    let is_open = matches!(
        status,
        S::UnderDiscussion | S::Planned | S::Proposed | S::Speculative
    );
    let signing = folded(&event.kind).starts_with("sign");
    if signing && event.status == EventStatus::Occurred && is_open {
        return Some("the event of its signature took place".to_owned());
    }
    let ahead = event.is_ahead() && !is_open;
    ahead.then(|| {
        let word = event.status.word().replace('-', " ");
        format!("its event is {word}")
    })
}

/// Over, while neither a date nor a word nor a successor says so.
fn ended(dossier: &Dossier, instrument: &Agreement) -> Option<String> {
    use AgreementStatus as S;
    const END: [&str; 12] = [
        "expire",
        "laps",
        "end",
        "terminat",
        "withdr",
        "replac",
        "supersed",
        "denounc",
        "ceas",
        "истек",
        "прекра",
        "former",
    ];
    let over = matches!(
        instrument.status,
        S::Expired | S::Terminated | S::Superseded
    );
    let quoted = instrument.evidence.iter().any(|e| e.exact.is_some());
    let dated = instrument.ends.is_some() || instrument.horizon.is_some();
    let followed = |other: &Agreement| other.follows.contains(&instrument.id);
    let says = |e: &Evidence| {
        let text = format!(" {}", folded(&e.words()));
        END.iter().any(|stem| text.contains(&format!(" {stem}")))
    };
    let is_said = dated
        || instrument.note.is_some()
        || instrument.evidence.iter().any(says)
        || dossier.agreements.iter().any(followed);
    (over && quoted && !is_said).then(|| "neither its dates nor its evidence says so".to_owned())
}
