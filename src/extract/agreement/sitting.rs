//! The day of the meeting at which something was signed, told some sentences before: "They met on Monday.
//! The two ministers signed a protocol."

use std::ops::Range;

use crate::extract::date::{TimeExpression, TimeKind, is_dateline};
use crate::extract::lexicon::{self, Class};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Words of a sentence that tells of a meeting or of what was done there.
static MEETS: WordList = WordList::new(
    "met meet meets meeting talks received receives hosted held agreed signed negotiations session",
);

/// Words for those who met.
static WHO: WordList = WordList::new(
    "two both they sides parties countries ministers presidents leaders delegations officials governments \
     premiers ambassadors secretaries",
);

/// Do "the two ministers", "both sides" or "the two" do what the word `verb` says?
pub(super) fn is_mutual(words: &Words<'_>, verb: Option<usize>) -> bool {
    const REACH: usize = 8;
    const NOUN: usize = 4;
    let Some(verb) = verb else { return false };
    let near = (verb.saturating_sub(REACH)..verb).filter(|at| words.same_sentence(*at, verb));
    let mut two = near.filter(|at| {
        words.low(*at) == "both" || words.low(*at) == "two" && words.low_before(*at) == "the"
    });
    two.any(|at| {
        let mut noun = at + 1..verb.min(at + NOUN);
        at + 1 == verb || noun.any(|at| WHO.has(words.low(at)))
    })
}

/// The days of the meetings that a text told of.
#[derive(Debug, Default)]
pub(super) struct Sitting {
    days: Vec<TimeExpression>,
}

impl Sitting {
    /// Notes the days of the meetings of a paragraph.
    pub(super) fn note(&mut self, words: &Words<'_>, times: &[TimeExpression]) {
        const MOST: usize = 3;
        for time in times.iter().filter(|time| is_of_meeting(words, time)) {
            let known = |other: &TimeExpression| other.edtf == time.edtf;
            if self.days.len() < MOST && !self.days.iter().any(known) {
                self.days.push(time.clone());
            }
        }
    }

    /// The day on which those who met signed what is named at those bytes: that of the sentences before
    /// it in its paragraph, or else the only one that the text told of.
    pub(super) fn date(
        &self,
        words: &Words<'_>,
        times: &[TimeExpression],
        bytes: &Range<usize>,
    ) -> Option<TimeExpression> {
        let at = words.place(bytes.start);
        words.get(at)?;
        let own = |time: &TimeExpression| words.same_sentence(time.words.start, at);
        if times.iter().any(own) || !is_of_those_who_met(words, at) {
            return None;
        }
        let here: Vec<&TimeExpression> = times
            .iter()
            .filter(|time| time.words.start < at && is_of_meeting(words, time))
            .collect();
        let day = match (here.as_slice(), self.days.as_slice()) {
            ([.., last], _) => last,
            ([], [only]) => only,
            _ => return None,
        };
        let shown = day.edtf.as_deref()?;
        Some(TimeExpression {
            relative: true,
            why: Some(format!("the day of the meeting told before, {shown}")),
            edge: None,
            ..day.clone()
        })
    }
}

/// Is it a day in a sentence that tells of a meeting, and not that of a remark?
fn is_of_meeting(words: &Words<'_>, time: &TimeExpression) -> bool {
    const REACH: usize = 40;
    const SAID: usize = 3;
    let start = time.words.start;
    let day = time.kind == TimeKind::Date
        && time.edge.is_none()
        && time.edtf.as_deref().is_some_and(|edtf| edtf.len() == 10);
    if !day || is_dateline(words, time) {
        return false;
    }
    let said = (start.saturating_sub(SAID)..start)
        .any(|at| lexicon::of(words.low(at)).has(Class::SAY) && !MEETS.has(words.low(at)));
    let near = start.saturating_sub(REACH)..start + REACH;
    let same = || near.clone().filter(|at| words.same_sentence(*at, start));
    let meets = same().any(|at| MEETS.has(words.low(at)));
    let ahead = same().any(|at| matches!(words.low(at), "will" | "would" | "next" | "planned"));
    meets && !said && !ahead
}

/// Are those who met the ones who sign in the sentence of the word `at`, or is it "at the meeting"?
fn is_of_those_who_met(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 30;
    let sentence =
        || (at.saturating_sub(REACH)..at + REACH).filter(|place| words.same_sentence(*place, at));
    let met = |place: usize| {
        matches!(
            words.low(place),
            "meeting" | "talks" | "ceremony" | "session"
        ) && matches!(
            words.low_before(place),
            "the" | "their" | "this" | "these" | "signing" | "of"
        )
    };
    let same_day = |place: usize| words.low(place) == "same" && words.low(place + 1) == "day";
    let who = |place: usize| WHO.has(words.low(place)) && place < at;
    // A visit has several days.
    let other = |place: usize| {
        matches!(
            words.low(place),
            "visit"
                | "earlier"
                | "previous"
                | "previously"
                | "had"
                | "already"
                | "ago"
                | "last"
                | "has"
        )
    };
    sentence().any(|place| met(place) || same_day(place) || who(place)) && !sentence().any(other)
}
