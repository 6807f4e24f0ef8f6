//! Who belongs to which body, compared with the members that the dossier gives it.

use std::cell::OnceCell;
use std::ops::Range;

use crate::dossier::organisation::{Belonging, Member};
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::clause::Clause;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::negation::{denial, denials};
use crate::vet::sentence::Sentences;
use crate::vet::stage;
use crate::vet::voice::is_attributed;
use crate::vet::words::{Word, is_one_of};

/// So many members that the dossier gives a body are all of them, unless it says otherwise.
pub(super) const ALL: usize = 3;

/// Words for not belonging to a body, or no more.
const AWAY: &str = "outside left leaves quit withdrew withdraws withdrawn";

/// A clause that says who belongs to a body, or does not.
struct Belongs<'a> {
    body: Ref,
    members: &'a [Member],
    /// Who is said to, each with its words.
    who: Vec<(Who, Range<usize>)>,
    /// Is it said of members, and of nothing less?
    is_full: bool,
    /// The word that denies it.
    denied: Option<Range<usize>>,
}

/// What is wrong with what a clause says of the members of one body or of several; none where it says nothing of
/// them.
pub(super) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Option<Vec<Finding>> {
    let told = belongs(index, sentences, clause);
    if told.is_empty() {
        return None;
    }
    let wrong = told.iter().find_map(|told| {
        let mut all = told.who.iter();
        all.find_map(|(who, range)| told.wrong(index, *who, range))
    });
    Some(wrong.into_iter().collect())
}

impl Belongs<'_> {
    fn wrong(&self, index: &Index<'_>, who: Who, range: &Range<usize>) -> Option<Finding> {
        let is = |member: &&Member| index.lexicon.actor(index.dossier, &member.member) == Some(who);
        let entry = self.members.iter().find(is);
        let is_member = entry.is_some_and(|one| one.kind == Belonging::Member);
        let (name, body) = (index.name(who), index.dossier.title(self.body));
        let new = |range: Range<usize>, note: String| {
            Finding::new(Item::Event, Verdict::Contradicted, range)
                .of(self.body)
                .note(note)
        };
        match (&self.denied, entry) {
            (Some(not), _) if is_member => Some(new(
                not.clone(),
                format!("negation: in the dossier {name} is a member of {body}"),
            )),
            (None, Some(entry)) if !is_member && self.is_full => Some(new(
                range.clone(),
                format!(
                    "role: the dossier has {name} as {} of {body}",
                    entry.kind.word()
                ),
            )),
            (None, None) => {
                let full = self
                    .members
                    .iter()
                    .filter(|one| one.kind == Belonging::Member);
                let names: Vec<String> = full
                    .filter_map(|one| index.lexicon.actor(index.dossier, &one.member))
                    .map(|who| index.name(who))
                    .collect();
                (names.len() >= ALL).then(|| {
                    let note = format!("party: the members of {body} are {}", names.join(", "));
                    new(range.clone(), note)
                })
            }
            _ => None,
        }
    }
}

fn belongs<'a>(
    index: &Index<'a>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
) -> Vec<Belongs<'a>> {
    let sentence = clause.sentence;
    let words = &sentence.words;
    let here = || {
        let spots = sentence.spots.iter();
        spots.filter(|spot| {
            clause.words.contains(&spot.words.start) && !words[spot.words.start].quoted
        })
    };
    let plain: OnceCell<Vec<Word>> = OnceCell::new();
    let plain = || plain.get_or_init(|| clause.plain().cloned().collect());
    let mut last: Option<Said> = None;
    let mut found = Vec::new();
    for spot in here() {
        let Who::Record(body) = spot.who else {
            continue;
        };
        if body.kind != Kind::Organisation {
            continue;
        }
        let said = leads(words, clause, spot)
            .map(|lead| Said {
                who: subjects(index, sentences, clause, lead.start),
                is_full: lead.is_full,
                denied: not_before(words, clause, spot.words.start),
                end: spot.words.end,
            })
            .or_else(|| last.take().and_then(|last| last.joined(words, spot)))
            .or_else(|| {
                let verb = includes(words, spot)?;
                let outside = outside(words, clause, verb + 1);
                Some(Said {
                    who: objects(index, clause, verb),
                    is_full: true,
                    denied: outside
                        .or_else(|| denial(plain().iter()))
                        .map(|word| word.range.clone()),
                    end: spot.words.end,
                })
            });
        let members = index.dossier.organisations[body.at].members.as_slice();
        let is_told = said.as_ref().is_some_and(|said| !said.who.is_empty());
        if is_told && !members.is_empty() && !stage::is_ahead(plain()) {
            found.extend(said.clone().map(|said| Belongs {
                body,
                members,
                who: said.who,
                is_full: said.is_full,
                denied: said.denied,
            }));
        }
        last = said;
    }
    found
}

/// What is said of a body, whoever belongs to it.
#[derive(Clone)]
struct Said {
    who: Vec<(Who, Range<usize>)>,
    is_full: bool,
    denied: Option<Range<usize>>,
    /// The word behind its name.
    end: usize,
}

impl Said {
    /// "… of ASEAN and RCEP, but not of the EAEU": the same of the next body, or its denial.
    fn joined(self, words: &[Word], next: &Spot) -> Option<Self> {
        const JOINS: &str = "and or nor but not of the in to also both either";
        let gap = words.get(self.end..next.words.start)?;
        let is_joined = !gap.is_empty() && gap.iter().all(|word| is_one_of(JOINS, &word.low));
        let not = gap.iter().find(|word| matches!(&*word.low, "not" | "nor"));
        let is_but = gap.iter().any(|word| word.low == "but");
        let denied = match not {
            Some(not) => Some(not.range.clone()),
            None => self.denied.filter(|_| !is_but),
        };
        is_joined.then_some(Self {
            denied,
            end: next.words.end,
            ..self
        })
    }
}

/// The word of a clause before a place that denies that somebody belongs to what is named there.
fn not_before(words: &[Word], clause: &Clause<'_>, end: usize) -> Option<Range<usize>> {
    let plain: Vec<Word> = clause.plain().cloned().collect();
    let place = words.get(end)?.range.start;
    let not = denials(plain.iter())
        .into_iter()
        .find(|word| word.range.start < place);
    let found = outside(words, clause, end).or(not);
    found.map(|word| word.range.clone())
}

/// The word of a clause before a place by which somebody is outside of what is named there.
fn outside<'a>(words: &'a [Word], clause: &Clause<'_>, end: usize) -> Option<&'a Word> {
    let own = words.get(clause.words.start..end)?;
    own.iter().find(|word| is_one_of(AWAY, &word.low))
}

/// Words before a body that say that somebody belongs to it.
struct Lead {
    /// The first of them.
    start: usize,
    is_full: bool,
}

/// "is a member of ASEAN", "belongs to ASEAN", "has joined ASEAN", "remains outside ASEAN".
fn leads(words: &[Word], clause: &Clause<'_>, body: &Spot) -> Option<Lead> {
    const SMALL: &str = "the association bloc called grouping union organisation of";
    let mut at = body.words.start;
    while at > clause.words.start
        && is_one_of(SMALL, &words[at - 1].low)
        && words[at].mark.is_none()
    {
        at -= 1;
    }
    let before = |back: usize| {
        let at = at.checked_sub(back).filter(|at| clause.words.contains(at));
        at.map_or("", |at| words[at].low.as_str())
    };
    let lead = |back: usize, is_full: bool| {
        Some(Lead {
            start: at - back,
            is_full,
        })
    };
    let is_being = |low: &str| {
        matches!(
            low,
            "is" | "are" | "remains" | "remain" | "not" | "stays" | "stay"
        )
    };
    match before(1) {
        "member" | "members" if !matches!(before(2), "all" | "other" | "fellow") => lead(1, true),
        "part" => lead(1, false),
        "joined" | "outside" | "left" | "leaves" | "quit" => lead(1, true),
        "from" if is_one_of("withdrew withdraws withdrawn", before(2)) => lead(2, true),
        "to" if matches!(before(2), "belongs" | "belong") => lead(2, true),
        "in" if is_being(before(2)) => lead(2, false),
        _ => None,
    }
}

/// "ASEAN includes", "ASEAN takes in", "ASEAN is a bloc that counts", "ASEAN, whose members are": the place of the
/// verb behind a body.
fn includes(words: &[Word], body: &Spot) -> Option<usize> {
    /// Words from the body to its verb.
    const MOST: usize = 12;
    const INCLUDES: &str = "includes include comprises unites counts embraces groups";
    const BETWEEN: &str = "also a an the is are bloc union grouping group organisation organization association \
        economic trade regional customs free body of that which whose members member states countries its \
        currently today now";
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let is_verb = |at: usize| match (low(at), low(at + 1)) {
        ("takes" | "brings", "in" | "together") | ("consists" | "composed", "of") => true,
        ("made", "up") => low(at + 2) == "of",
        ("are", _) => {
            low(at - 1) == "members" && words.get(at + 1).is_some_and(|next| next.capital)
        }
        (verb, _) => is_one_of(INCLUDES, verb),
    };
    // "the Eurasian Economic Union (EAEU)"
    let is_short = |at: usize| words[at].mark == Some('(') && words[at].capital;
    let is_between = |at: usize| {
        let mark = words[at].mark;
        let is_apart = mark == Some(',') && matches!(low(at), "whose" | "which");
        is_one_of(BETWEEN, low(at)) && (is_apart || matches!(mark, None | Some(')')))
    };
    let end = words.len().min(body.words.end + MOST);
    let mut at = body.words.end;
    while at < end {
        let mark = words[at].mark;
        if matches!(mark, None | Some(')')) && is_verb(at) {
            return Some(at);
        }
        if !is_short(at) && !is_between(at) {
            return None;
        }
        at += 1;
    }
    None
}

/// The countries and bodies before a verb, or whom the words before it mean.
fn subjects(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    verb: usize,
) -> Vec<(Who, Range<usize>)> {
    const PRONOUNS: [&str; 4] = ["it", "which", "they", "country"];
    let words = &clause.sentence.words;
    let spots = clause.sentence.spots.iter();
    let own: Vec<&Spot> = spots
        .filter(|spot| clause.words.contains(&spot.words.start) && spot.words.end <= verb)
        .filter(|spot| is_free(words, spot))
        .collect();
    if let Some(last) = own.last() {
        if !is_predicate(words, last.words.end..verb) {
            return Vec::new();
        }
        let mut run: Vec<&Spot> = Vec::new();
        for spot in own.iter().rev() {
            let next = run.last().map(|next| next.words.start);
            let joins = |start: usize| {
                words[spot.words.end..start]
                    .iter()
                    .all(|word| word.low == "and")
            };
            if !next.is_none_or(joins) {
                break;
            }
            run.push(spot);
        }
        return run
            .iter()
            .filter_map(|spot| entry(index, words, spot))
            .collect();
    }
    let mut before = clause.words.start..verb;
    let is_pronoun = |at: &usize| PRONOUNS.contains(&words[*at].low.as_str());
    let Some(pronoun) = before
        .find(is_pronoun)
        .filter(|at| is_predicate(words, at + 1..verb))
    else {
        return Vec::new();
    };
    let pronoun = &words[pronoun];
    let earlier = clause.sentence.spots.iter();
    let earlier = earlier.filter(|spot| spot.words.end <= clause.words.start);
    let first = |words: &[Word], mut spots: Vec<&Spot>| {
        spots.retain(|spot| is_free(words, spot));
        spots.first().and_then(|spot| entry(index, words, spot))
    };
    let found = first(words, earlier.collect()).or_else(|| {
        let before = sentences.context(clause.sentence).next()?;
        first(&before.words, before.spots.iter().collect())
    });
    found
        .map(|(who, _)| (who, pronoun.range.clone()))
        .into_iter()
        .collect()
}

/// Are these words between a subject and what it belongs to nothing but a verb of being, and what denies it?
fn is_predicate(words: &[Word], gap: Range<usize>) -> bool {
    const BEING: &str = "is are was were remains remain has have had been become became becomes a an the full only both \
        founding also not no yet never longer still both now already currently itself which who does do did stays \
        stay";
    words[gap].iter().all(|word| is_one_of(BEING, &word.low))
}

/// Is it named as one who does something: no place, no owner, and not who only says it?
fn is_free(words: &[Word], spot: &Spot) -> bool {
    let before = spot
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| &*words[at].low);
    let last = &words[spot.words.end - 1];
    let owns = last.range.len() > last.low.len();
    let is_behind = is_one_of(
        "of in from with by at through between like unlike than",
        before,
    );
    !owns && !is_behind && !words[spot.words.start].quoted && !is_attributed(words, spot)
}

fn objects(index: &Index<'_>, clause: &Clause<'_>, verb: usize) -> Vec<(Who, Range<usize>)> {
    let words = &clause.sentence.words;
    let spots = clause.sentence.spots.iter();
    spots
        .filter(|spot| spot.words.start > verb && clause.words.contains(&spot.words.start))
        .filter(|spot| !words[spot.words.start].quoted && !is_attributed(words, spot))
        .filter(|spot| {
            let lead = &words[spot.words.start - 1].low;
            !is_one_of("in of from with by beside besides at", lead)
        })
        .filter_map(|spot| entry(index, words, spot))
        .collect()
}

/// A country or a body, with its bytes.
fn entry(index: &Index<'_>, words: &[Word], spot: &Spot) -> Option<(Who, Range<usize>)> {
    let is_body = match spot.who {
        Who::Country(_) => true,
        Who::Record(record) => record.kind == Kind::Organisation && !index.is_voice(spot.who),
    };
    let range = words[spot.words.start].range.start..words[spot.words.end - 1].range.end;
    is_body.then_some((spot.who, range))
}
