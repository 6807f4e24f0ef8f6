//! What a figure is about that is no trade: investment, aid, visitors, students, and from which country
//! to which.

mod bodies;
mod parties;

use std::ops::Range;

use super::again;
use super::carry;
use super::change::ChangeRole;
use super::quantity::Found;
use super::record::Amount;
use super::topic::{Matter, Topic};
use super::unit::{self, PERSONS, Unit};
use crate::dossier::observation::ObservationStatus;
use crate::extract::confidence::{Basis, Confidence};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;
pub(super) use bodies::gives as is_of_body;
use parties::parties;

const BEFORE: Basis = Basis::new(
    "matter-before",
    Confidence::Likely,
    "a word for investment, aid or the like is before the figure",
);
const BEHIND: Basis = Basis::new(
    "matter-behind",
    Confidence::Likely,
    "a word for investment, aid or the like follows the figure",
);
const COUNTED: Basis = Basis::new(
    "matter-counted",
    Confidence::Likely,
    "those who are counted, and a word for what they do",
);
const CARRIED: Basis = Basis::new(
    "matter-carried",
    Confidence::Unsure,
    "those whom the sentence before counts",
);
pub(super) const GROWTH: Basis = Basis::new(
    "matter-growth",
    Confidence::Likely,
    "the growth of the figure before",
);

/// Words before a figure that are looked at.
pub(super) const REACH: usize = 24;
/// Words behind it.
const AHEAD: usize = 12;

static INVESTMENT: WordList = WordList::new(
    "invest invests invested investing investment investments investissements investi",
);
static AID: WordList = WordList::new(
    "aid assistance grant grants granted donate donated donates donating donation donations contribute contributed \
     contributes contribution contributions disburse disbursed disbursement disbursements pledged pledge \
     pledges promised promises give gave given gives provide provided provides providing support supported supports",
);
static LOANS: WordList = WordList::new("lend lent lends loan loans borrow borrowed credit credits");
static FUNDING: WordList = WordList::new(
    "funding allocate allocated allocates earmarked earmark budgeted finance financed financing committed commit commits",
);
/// Words behind a noun that make it a name of something else: "the investment agreement".
static NAMES: WordList = WordList::new(
    "agreement agreements treaty accord pact deal authority agency fund bank protection promotion project \
     projects forum minister ministry ministers law climate board company companies memorandum decision decisions \
     opportunities cooperation talks framework",
);
static PUTTING: WordList = WordList::new(
    "put puts pour poured pours pump pumped plough ploughed plow plowed inject injected channel channelled",
);
static VISITING: WordList = WordList::new(
    "visit visited visits visiting visitor visitors tourist tourists tourism arrival arrivals arrived \
     landed flew flown holidaymakers travelled traveled vacationed holidayed guests",
);
static WORKING: WordList = WordList::new(
    "work works worked working workers labourers laborers employ employed employs recruited picked \
     seasonal jobs nurses",
);
static EMPLOYING: WordList = WordList::new("employ employs employed employing");
static LIVING: WordList = WordList::new(
    "live lives living lived reside resides residing home settled community diaspora",
);
static STUDYING: WordList = WordList::new(
    "student students scholarships scholarship educated enrolled studying study studied studies trainees graduated",
);

/// What a figure from the word `start` to before `end` is about.
pub(super) fn matter(words: &Words<'_>, start: usize, end: usize, unit: Unit) -> Option<Matter> {
    match unit {
        Unit::Money(_) => money(words, start, end),
        Unit::Measure(unit) if PERSONS.contains(&unit) => people(words, start, end, unit),
        Unit::Measure("overnight stays") => about(words, (start, end), Topic::Nights, COUNTED),
        Unit::Measure(unit) => things(words, (start, end), unit),
        _ => None,
    }
}

fn about(
    words: &Words<'_>,
    (start, end): (usize, usize),
    topic: Topic,
    basis: Basis,
) -> Option<Matter> {
    let (from, to) = parties(words, start, end, topic);
    // Help that names no country may be told by its currency.
    let known = from.or(to).is_some() || matches!(topic, Topic::Aid | Topic::Loans);
    // "7,000 students in Laos": from where they come is open.
    let told = match topic {
        _ if parties::counts_people(topic) => from,
        _ => from.or(to),
    };
    let basis = match told {
        Some(_) => basis,
        None => basis.at_most(Confidence::Unsure),
    };
    known.then_some(Matter {
        topic,
        from,
        to,
        basis,
    })
}

fn money(words: &Words<'_>, start: usize, end: usize) -> Option<Matter> {
    // "US$1,400 per head" is spent by each; prices of goods are known before.
    let each = matches!(words.low(end + 1), "head" | "person" | "day" | "night");
    if matches!(words.low(end), "per" | "each") || words.low(end) == "a" && each {
        return None;
    }
    let near = (start.saturating_sub(REACH)..start).rev();
    let before = near
        .take_while(|at| words.same_sentence(*at, start) && words.low(*at) != ";")
        .find_map(|at| of_money(words, at));
    let into = || {
        let put = (start.saturating_sub(4)..start).any(|at| PUTTING.has(words.low(at)));
        (put && into(words, end)).then_some(Topic::Investment)
    };
    if is_repaid(words, start, end) || bodies::gives(words, start) {
        return None;
    }
    // "pledged $5 million in loans"
    let named = || {
        let of = matches!(words.low(end), "in" | "of") && before.is_some();
        let near = (end + 1..end + 3).filter(|at| of && words.same_sentence(*at, start));
        near.take_while(|at| words.low(*at) != ",")
            .find_map(|at| of_money(words, at))
    };
    if let Some(topic) = into().or_else(named).or(before) {
        return about(words, (start, end), topic, BEFORE);
    }
    let behind = (end..end + AHEAD)
        .take_while(|at| words.same_sentence(*at, end - 1))
        .take_while(|at| !matches!(words.low(*at), "," | ";" | "and"))
        .find_map(|at| of_money(words, at));
    about(words, (start, end), behind?, BEHIND)
}

/// Words for what goes back to whoever lent it, or no longer has to.
pub(super) static REPAYING: WordList = WordList::new(
    "repaid repay repays repaying repayment repayments owe owes owed owing debt debts arrears outstanding \
     forgave forgiven forgive writeoff rescheduled",
);

/// Is money paid back or owed, and not lent: "of which $80 million was repaid"?
fn is_repaid(words: &Words<'_>, start: usize, end: usize) -> bool {
    let ends = |at: &usize| {
        words.same_sentence(*at, start)
            && !matches!(words.low(*at), "," | ";" | "(")
            && !is_money_sign(words, *at)
    };
    let before = (start.saturating_sub(REACH)..start).rev().take_while(ends);
    let behind = (end..end + AHEAD).take_while(ends);
    let mut near = before.chain(behind);
    near.any(|at| {
        let back = matches!(
            words.low(at),
            "paid" | "pay" | "pays" | "gave" | "written" | "wrote"
        );
        REPAYING.has(words.low(at)) || back && matches!(words.low(at + 1), "back" | "off")
    })
}

/// Does another sum begin here?
fn is_money_sign(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "$" | "€" | "£" | "¥")
}

/// Is "into" behind the figure, or behind what it is in another currency?
fn into(words: &Words<'_>, end: usize) -> bool {
    const LONGEST: usize = 8;
    let past = if words.low(end) == "(" {
        (end..end + LONGEST).find(|at| words.low(*at) == ")")
    } else {
        None
    };
    words.low(past.map_or(end, |at| at + 1)) == "into"
}

/// What a word says of money.
fn of_money(words: &Words<'_>, at: usize) -> Option<Topic> {
    let low = words.low(at);
    let next = words.low(at + 1);
    // "a loan agreement worth 15 billion yen"
    let of_loan = LOANS.has(low) && matches!(next, "agreement" | "agreements" | "deal" | "package");
    if NAMES.has(next) && !of_loan
        || words.get(at)?.is_capital() && words.low_before(at) != "." && at > 0
    {
        return None;
    }
    let made = matches!(low, "make" | "made" | "making");
    Some(match low {
        "contract" | "contracts" => Topic::Contracts,
        "facility"
            if matches!(
                words.low_before(at),
                "finance" | "financing" | "credit" | "loan" | "lending"
            ) =>
        {
            Topic::Loans
        }
        "set" if next == "aside" => Topic::Funding,
        "put" if next == "up" => Topic::Aid,
        // "registered capital", not the capital of a country.
        "capital" if matches!(words.low_before(at), "registered" | "share" | "charter") => {
            Topic::Investment
        }
        _ if made && is_made_available(words, at) => Topic::Aid,
        _ if INVESTMENT.has(low) => Topic::Investment,
        _ if LOANS.has(low) => Topic::Loans,
        _ if AID.has(low) => Topic::Aid,
        _ if FUNDING.has(low) => Topic::Funding,
        _ => return None,
    })
}

/// "make EUR 450,000 available"
fn is_made_available(words: &Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    (at + 1..at + LONGEST).any(|at| words.low(at) == "available")
}

/// Visitors that a sentence counts, with its number.
pub(super) type Counted = (u32, Matter);

/// What the sentence behind may count on.
pub(super) fn counted(words: &Words<'_>, start: usize, matter: Option<&Matter>) -> Option<Counted> {
    let matter = matter.filter(|one| one.topic == Topic::Visitors)?;
    Some((words.get(start)?.sentence, matter.clone()))
}

/// "28,000 Finns visited Peru last year. 35,000 arrivals are expected this year": those of the sentence before.
pub(super) fn goes_on_of(
    words: &Words<'_>,
    start: usize,
    found: &Found,
    before: Option<&Counted>,
) -> Option<Matter> {
    let (sentence, matter) = before?;
    let visitors = matches!(
        found.unit,
        Some(Unit::Measure(
            "arrivals" | "visitors" | "tourists" | "guests"
        ))
    );
    // "this number will reach 45,000"
    let same = visitors || found.basis.rule == again::AGAIN.rule;
    let next = words.get(start)?.sentence == sentence + 1;
    let named = parties(words, start, start + 1, Topic::Visitors);
    (same && next && named == (None, None)).then(|| Matter {
        basis: CARRIED,
        ..matter.clone()
    })
}

/// "60,000 jobs", "23 investment projects in Vietnam": of one of the two in the other.
fn things(words: &Words<'_>, (start, end): (usize, usize), unit: &str) -> Option<Matter> {
    let topic = match unit {
        "projects" => Topic::Projects,
        "companies" => Topic::Companies,
        "jobs" => Topic::Jobs,
        "scholarships" => Topic::Scholarships,
        _ => return None,
    };
    about(words, (start, end), topic, COUNTED)
}

pub(super) fn people(words: &Words<'_>, start: usize, end: usize, unit: &str) -> Option<Matter> {
    if is_whole(words, start) {
        return None;
    }
    // "…, and 41,000 Finns went to Agadir" tells of others.
    let joined = |at: usize| words.low(at) == "," && matches!(words.low(at + 1), "and" | "while");
    let from = start.saturating_sub(AHEAD);
    let from = (from..start).rev().find(|at| joined(*at)).unwrap_or(from);
    let last = end + AHEAD;
    let last = (end..last).find(|at| joined(*at)).unwrap_or(last);
    let near = || (from..last).filter(|at| words.same_sentence(*at, end - 1));
    let topic = match unit {
        "tourists" | "visitors" => Topic::Visitors,
        "students" => Topic::Students,
        "workers" => Topic::Workers,
        // "German firms employ 19,000 people in Moldova"
        "persons" if near().any(|at| EMPLOYING.has(words.low(at))) => Topic::Jobs,
        _ if near().any(|at| VISITING.has(words.low(at))) => Topic::Visitors,
        _ if near().any(|at| STUDYING.has(words.low(at))) => Topic::Students,
        _ if near().any(|at| WORKING.has(words.low(at))) => Topic::Workers,
        _ if near().any(|at| matches!(words.low(at), "trip" | "holiday" | "holidays")) => {
            Topic::Visitors
        }
        "residents" => Topic::Residents,
        _ if near().any(|at| LIVING.has(words.low(at))) => Topic::Residents,
        _ => return None,
    };
    about(words, (start, end), topic, COUNTED)
}

/// "Of 1.2 million tourists, 14,000 were Greeks": are all of them counted, wherever they come from?
fn is_whole(words: &Words<'_>, start: usize) -> bool {
    const NEAR: usize = 3;
    let mut before = (start.saturating_sub(NEAR)..start).rev();
    before.any(|at| {
        let opens =
            at == 0 || !words.same_sentence(at - 1, at) || matches!(words.low(at - 1), "," | "out");
        words.low(at) == "of" && opens && words.low(at + 1) != "which"
    })
}

/// Gives what an amount is about to those behind it that only continue it: how much it grew, what it is in
/// another currency, and what it was or will be at another time.
pub(super) fn continued(words: &Words<'_>, found: &[Found], amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let (done, rest) = amounts.split_at_mut(at);
        let Some(one) = rest.first_mut() else {
            continue;
        };
        let (start, end) = (found[at].words.start, found[at].words.end);
        let repaid = matches!(one.unit, Unit::Money(_)) && is_repaid(words, start, end);
        if one.matter.is_some() || one.trade.is_some() || repaid {
            continue;
        }
        let change = one.change.map(|change| change.role);
        let growth = one.unit == Unit::Percent && change == Some(ChangeRole::By);
        let near = |place: &usize| words.same_sentence(found[*place].words.start, start);
        // "$5 million, compared to $4 million in 2022, a rise of 25 per cent": of the first.
        let base = |place: usize| growth && carry::is_base(words, found[place].words.start);
        let mut before = (0..at).rev().take_while(near).filter(|place| !base(*place));
        let known = before.find(|place| {
            let other = &done[*place];
            growth && other.unit != Unit::Percent || one.unit.word() == other.unit.word()
        });
        let Some(known) = known else { continue };
        let other = &done[known];
        // "3,200 Moroccans live in Finland, and 41,000 Finns …": they come from elsewhere.
        let own = (start..found[at].words.end).find_map(|at| unit::demonym(words, at));
        let of_other = |matter: &Matter| own.is_none_or(|(code, _)| matter.from == Some(code));
        if let Some(matter) = other.matter.clone().filter(of_other) {
            let basis = if growth { GROWTH } else { matter.basis };
            one.matter = Some(Matter { basis, ..matter });
            if growth && one.status != ObservationStatus::Reported {
                one.status = other.status;
            }
        } else if growth
            && (known + 1..at).all(base)
            && goes_on(words, found[at - 1].words.end..start)
        {
            one.trade.clone_from(&other.trade);
            // "In January-September it exceeded $120 million, which is 27 per cent more"
            let longer = other.period.as_ref().filter(|_| one.trade.is_some());
            one.period = longer.cloned().or(one.period.take());
        }
    }
}

/// Do the words between a figure and a rate begin nothing new: "…, which is", "…, a growth of"?
fn goes_on(words: &Words<'_>, between: Range<usize>) -> bool {
    const LONGEST: usize = 14;
    let mut all = between.clone();
    between.len() <= LONGEST
        && !all.any(|at| {
            matches!(
                words.low(at),
                "while" | "but" | "and" | "as" | "whereas" | "with" | ";"
            )
        })
}
