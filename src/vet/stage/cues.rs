//! Phrases that tell how far something has come.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::vet::words::{Word, is_one_of};

/// How far something has come, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::vet) enum Stage {
    /// Proposed, talked about, possible.
    Open,
    /// Planned or expected.
    Ahead,
    /// Done, signed or going on.
    Done,
    /// In force.
    InForce,
    /// Ended, cancelled, abandoned.
    Over,
}

impl Stage {
    /// In words.
    pub(in crate::vet) fn words(self) -> &'static str {
        match self {
            Self::Open => "only proposed or under discussion",
            Self::Ahead => "planned or expected",
            Self::Done => "done or going on",
            Self::InForce => "in force",
            Self::Over => "cancelled or ended",
        }
    }
}

/// Phrases of a stage, with commas between them; one that ends in `*` is the beginning of a word.
const CUES: &[(Stage, &str)] = &[
    (
        Stage::Over,
        "cancel*, called off, abandon*, scrapped, suspended, terminated, expired, lapsed, broke off, broken off, \
         revoked, withdrawn, postponed, shelved, rejected, wound up, wound down, discontinued, run out, ran out, \
         come to an end, came to an end, given up, gave up, dropped its plan, dropped its plans, dropped the plan, \
         dropped plans, dropped the idea",
    ),
    (
        Stage::InForce,
        "in force, into force, entered into force, enters into force, took effect, takes effect, in \
         effect, ratified",
    ),
    (
        Stage::Open,
        "propos*, suggest*, consider, considers, considered, considering, consideration, discuss*, in talks, \
         negotiat*, speculat*, likely, probabl*, presumabl*, may, might, could, possible, possibly, possibility, \
         perhaps, guess*, surmise*, conjectur*, in the offing, potential, exploring, explore, look into, looks into, looking into, thinking about, thinking of, thinks about, mulling, mulls, would like, \
         wish*, hope*, idea, on the table, weigh, weighing, studying whether, draft, drafts, put forward, \
         puts forward, putting forward, brought up, brings up, floated, floats",
    ),
    (
        Stage::Ahead,
        "will, plan to, plans to, plans for, want to, wants to, wanted to, bound for, destined for, planned, \
         planning, intention*, promis*, pledg*, vow*, yet to, to be, is to, are to, intend*, expect*, scheduled, \
         upcoming, forthcoming, set to, due to, would, going to, prepar*, aims to, shall, about to, \
         plan a, plans a, plan the, plans the, waiting to, waits to, awaits, awaiting, unsigned, pending",
    ),
    (
        Stage::Done,
        "signed, sign, signs, concluded, agreed, agree, held, took place, built, opened, open, opens, \
         launched, began, begun, started, starts, joined, joins, completed, entered, established, \
         became, become, met, meet, visited, visits, introduced, adopted, already, now, has been, \
         have been, was, were, gave, gives, given, inaugurated, carries, runs, operates, accept*, \
         works, settled, formalised, formalized, approved, finished, operating, operate, running, \
         run, in use, in place, in operation, went live, goes live, now live, under way, underway, \
         carry, into operation, into service, on stream, in full swing, arrived, under construction, being built",
    ),
];

/// A cue with its place among all.
type Cue = (usize, Stage, &'static str);

/// Every cue, in their order.
fn all_cues() -> impl Iterator<Item = Cue> {
    let all = CUES
        .iter()
        .flat_map(|(stage, cues)| cues.split(", ").map(move |cue| (*stage, cue)));
    all.enumerate().map(|(at, (stage, cue))| (at, stage, cue))
}

/// Cues by their first word.
static WHOLE: LazyLock<HashMap<&str, Vec<Cue>>> = LazyLock::new(|| {
    let mut whole: HashMap<&str, Vec<Cue>> = HashMap::new();
    for cue in all_cues() {
        let first = cue.2.split(' ').next().unwrap_or(cue.2);
        whole.entry(first).or_default().push(cue);
    }
    whole
});

/// Cues that are the beginning of a word.
static BEGUN: LazyLock<Vec<Cue>> =
    LazyLock::new(|| all_cues().filter(|cue| cue.2.ends_with('*')).collect());

/// The cues that a run of words begins with, in their order.
pub(super) fn cues_at(words: &[&Word]) -> impl Iterator<Item = (Stage, &'static str)> {
    let first = words.first().map_or("", |word| &word.low);
    let whole = WHOLE.get(first).into_iter().flatten();
    // Most begin with another letter.
    let is_near = |cue: &str| cue.as_bytes().first() == first.as_bytes().first();
    let mut found: Vec<Cue> = whole
        .chain(&*BEGUN)
        .filter(|(.., cue)| {
            is_near(cue) && begins(words, cue) && !(*cue == "due to" && is_cause(words))
        })
        .copied()
        .collect();
    found.sort_unstable_by_key(|(at, ..)| *at);
    found.into_iter().map(|(_, stage, cue)| (stage, cue))
}

/// "due to its size": why, and not when.
fn is_cause(words: &[&Word]) -> bool {
    let next = words.get(2).map_or("", |word| word.low.as_str());
    is_one_of(
        "the a an its his her their this these that such which",
        next,
    )
}

/// Do words begin with a cue? "May" is a month.
fn begins(words: &[&Word], cue: &str) -> bool {
    let mut words = words.iter();
    cue.split(' ').all(|part| {
        let word = words.next();
        word.is_some_and(|word| match part.strip_suffix('*') {
            Some(start) => word.low.starts_with(start),
            None => word.low == part && !word.is_month(),
        })
    })
}
