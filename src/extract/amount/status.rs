//! Is a figure reported, forecast, or somebody's aim? The nearest word of its clause that tells.

mod basis;
mod beside;

use chrono::NaiveDate;

use super::period::Period;
use crate::dossier::observation::ObservationStatus;
use crate::extract::confidence::Confidence;
use crate::extract::date::{Edge, TimeExpression};
use crate::extract::modal::{is_may, is_perhaps};
use crate::extract::word::Words;
use crate::extract::word_list::WordList;
pub(super) use basis::{AIM, MODAL, Status};
use basis::{DEADLINE, EXPECTED, HOPED, PASSED, PAST, REPORTED, THEN_EXPECTED};
use beside::{behind, is_estimate, without_asides};

/// Words before a figure that are looked at.
const BEFORE: usize = 18;

/// Words for a goal, a plan or a promise.
static AIM_WORDS: WordList = WordList::new(
    "commit commits target targets targeted targeting goal goals aim aims aimed aiming plan plans planned \
     planning intends intend intended pledge pledged pledges promised vowed seek seeks seeking \
     hope hopes hoped hoping wish wishes wished ambition objective want wants ready foresees foresee foreseen envisages envisage envisaged цель целью планируем \
     планируют планирует планируется намерены намерен намерена намереваются рассчитывают \
     поставлена поставили задача задачу договорились objectif l'objectif vise visent entend souhaitent ziel \
      planen wollen",
);

/// Words for what somebody would like to be.
static HOPES: WordList = WordList::new(
    "hope hopes hoped hoping wish wishes wished aim aims goal target ambition want wants wanted",
);

/// Infinitives of what somebody has set out to reach.
static CLIMBING: WordList = WordList::new(
    "rise grow increase climb reach expand bring raise lift double triple boost take",
);

/// Words for a forecast.
static FORECAST_WORDS: WordList = WordList::new(
    "forecast forecasts forecasted forecasting expect expects expected expecting project projects \
     projected projection predict predicts predicted predicting anticipate anticipates \
     anticipated likely poised outlook прогноз прогнозу прогнозирует прогнозируется ожидается \
     ожидает ожидают предполагается prévoit prévoient devrait devraient prévision erwartet \
     erwarten prognose dürfte",
);

/// Verbs that tell what was.
pub(super) static PAST_VERBS: WordList = WordList::new(
    "rose grew fell was were reached stood amounted totalled totaled exceeded increased decreased \
     declined dropped climbed jumped surged soared doubled tripled hit came made accounted bought \
     sold exported imported invested spent received gained lost slid recorded posted paid \
     surpassed topped expanded edged earned brought shrank sank had has составил составила составило составили вырос выросла \
     выросло выросли достиг достигла достигло увеличился увеличилась превысил превысила снизился \
     снизилась упал упала сократился сократилась atteint augmenté progressé reculé stieg betrug \
     erreichte",
);

/// The status of a figure from the word `start` to before `end`; `ahead`, if its date is after the
/// publication.
pub(super) fn status(
    words: &Words<'_>,
    start: usize,
    end: usize,
    ahead: bool,
    period: Option<&TimeExpression>,
) -> Status {
    if let Some(status) = behind(words, end) {
        return status;
    }
    if is_estimate(words, start) {
        return (ObservationStatus::Forecast, EXPECTED);
    }
    let places = (start.saturating_sub(BEFORE)..start).rev();
    let nearest = without_asides(words, start, places)
        .take_while(|at| words.same_sentence(*at, start) && !matches!(words.low(*at), ";" | ":"))
        .take_while(|at| !opens_place(words, *at))
        .find_map(|at| cue(words, at))
        .or_else(|| named_goal(words, start));
    let until = period.is_some_and(|time| time.edge == Some(Edge::Until));
    match nearest {
        Some((ObservationStatus::Reported, _)) if ahead && until => (
            ObservationStatus::Target,
            DEADLINE.at_most(Confidence::Unsure),
        ),
        // "will raise trade to $1 billion by 2030"
        Some((ObservationStatus::Forecast, MODAL))
            if until && raises(words, start) && !is_predicted(words, start) =>
        {
            (ObservationStatus::Target, MODAL.at_most(Confidence::Unsure))
        }
        // "expressed the hope that trade would reach $1 billion"
        Some((ObservationStatus::Forecast, MODAL)) if is_hoped(words, start) => {
            (ObservationStatus::Target, HOPED)
        }
        Some(status) => status,
        None if ahead && until => (
            ObservationStatus::Target,
            DEADLINE.at_most(Confidence::Likely),
        ),
        None if ahead => (
            ObservationStatus::Forecast,
            DEADLINE.at_most(Confidence::Unsure),
        ),
        None => (ObservationStatus::Reported, REPORTED),
    }
}

/// A plan or a forecast is for a time to come: a date that has passed is not its period, unless it
/// follows the figure, and then tells what was.
pub(super) fn assign(
    status: Status,
    period: Option<Period>,
    published: Option<NaiveDate>,
) -> (Status, Option<Period>) {
    // What somebody pledges today is not for today.
    let passed = |period: &Period| {
        let days = period.time.extent.zip(published);
        days.is_some_and(|(extent, day)| {
            extent.last < day || extent.first == extent.last && extent.last == day
        })
    };
    let ahead = status.0 != ObservationStatus::Reported;
    match period {
        Some(period) if ahead && passed(&period) => {
            let until = period.time.edge == Some(Edge::Until);
            if status.0 == ObservationStatus::Target && until {
                // "promised 1,900 jobs by December 2022": what was to be so then.
                ((status.0, THEN_EXPECTED), Some(period))
            } else if period.basis.confidence < Confidence::Sure {
                (status, None)
            } else if status.1.rule == THEN_EXPECTED.rule {
                (status, Some(period))
            } else {
                ((ObservationStatus::Reported, PASSED), Some(period))
            }
        }
        period => (status, period),
    }
}

/// ", where a plant employs 700 workers": what is so where something will be done.
fn opens_place(words: &Words<'_>, at: usize) -> bool {
    words.low(at) == "where" && words.low_before(at) == ","
}

/// "Our goal is another one: $30 million": what is named before a colon right before a figure.
fn named_goal(words: &Words<'_>, start: usize) -> Option<Status> {
    const NEAR: usize = 8;
    let colon = start.checked_sub(1).filter(|at| words.low(*at) == ":")?;
    let mut near = colon.saturating_sub(NEAR)..colon;
    let named = near.any(|at| {
        let goal = matches!(
            words.low(at),
            "goal" | "target" | "aim" | "objective" | "ambition"
        );
        goal && words.same_sentence(at, start)
    });
    named.then_some((ObservationStatus::Target, AIM))
}

/// Is it what somebody hopes for or wants that will or may be?
fn is_hoped(words: &Words<'_>, start: usize) -> bool {
    let places = start.saturating_sub(BEFORE)..start;
    places
        .filter(|at| words.same_sentence(*at, start))
        .any(|at| HOPES.has(words.low(at)) && words.low(at + 1) != "to")
}

/// "He projected that firms would invest $5 million by 2027": does somebody foresee what others do?
pub(super) fn is_predicted(words: &Words<'_>, start: usize) -> bool {
    let places = start.saturating_sub(BEFORE)..start;
    places
        .filter(|at| words.same_sentence(*at, start))
        .any(|at| FORECAST_WORDS.has(words.low(at)) && words.low(at + 1) == "that")
}

/// Is what somebody does to a figure before it: "raise trade to"?
fn raises(words: &Words<'_>, start: usize) -> bool {
    (start.saturating_sub(8)..start).any(|at| {
        matches!(
            words.low(at),
            "raise" | "increase" | "bring" | "boost" | "double" | "expand" | "lift" | "invest"
        )
    })
}

/// What a word tells of the figure behind it.
fn cue(words: &Words<'_>, at: usize) -> Option<Status> {
    let low = words.low(at);
    let compared = matches!(words.low_before(at), "than" | "as" | "previously");
    if compared {
        return None;
    }
    // "was expected", "had planned"
    let then = matches!(words.low_before(at), "was" | "were" | "had" | "been");
    let basis = |basis| if then { THEN_EXPECTED } else { basis };
    // "the action plan lists"
    let paper = low == "plan" && matches!(words.low_before(at), "action" | "work" | "master");
    if AIM_WORDS.has(low) && !paper || to_verb(words, at) {
        return Some((ObservationStatus::Target, basis(AIM)));
    }
    // "11 projects worth $290 million"
    let noun = matches!(low, "projects" | "project") && !is_that(words.low(at + 1));
    if FORECAST_WORDS.has(low) && !noun {
        return Some((ObservationStatus::Forecast, basis(EXPECTED)));
    }
    if is_modal(words, at) {
        return Some((ObservationStatus::Forecast, MODAL));
    }
    is_past(words, at).then_some((ObservationStatus::Reported, PAST))
}

fn is_that(low: &str) -> bool {
    matches!(
        low,
        "that" | "a" | "an" | "the" | "growth" | "trade" | "exports" | "imports" | "it"
    )
}

/// "agreed to raise", "decided to bring", "to reach $1 billion by 2030".
fn to_verb(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    match words.low(at) {
        "meant" | "intended" | "designed" => next == "to" && CLIMBING.has(words.low(at + 2)),
        "agreed" | "agree" | "decided" | "proposed" | "called" | "urged" | "set" | "striving"
        | "strive" | "want" | "like" | "determined" | "resolved" | "undertook" => {
            matches!(next, "to" | "for" | "on" | "out" | "a" | "themselves")
        }
        "working" => next == "to" || next == "towards" || next == "toward",
        "looking" | "committed" => next == "to",
        // "is to rise to 250", "consider it realistic to bring trade to $1 billion"
        "is" | "are" | "realistic" | "feasible" | "achievable" => {
            next == "to" && CLIMBING.has(words.low(at + 2))
        }
        _ => false,
    }
}

fn is_modal(words: &Words<'_>, at: usize) -> bool {
    match words.low(at) {
        "may" => is_may(words, at) && words.low(at + 1) != "have",
        "set" | "due" | "about" => words.low(at + 1) == "to",
        // "It would have come to 5 million, had they …": of what was, and not of what is ahead.
        "would" | "could" | "might" if words.low(at + 1) == "have" => {
            (at + 2..at + 10).any(|at| words.low(at) == "by")
        }
        // "I would not use the figure" tells of the writer.
        "would" | "could" | "might" if matches!(words.low_before(at), "i" | "we" | "you") => false,
        "will"
        | "shall"
        | "would"
        | "could"
        | "might"
        | "won't"
        | "составит"
        | "достигнет"
        | "вырастет"
        | "увеличится"
        | "превысит"
        | "будет"
        | "может"
        | "atteindra"
        | "pourrait"
        | "wird" => true,
        low => low.ends_with("'ll"),
    }
}

/// A verb that tells what was. Verbs behind "to" or "be" tell nothing of the kind.
fn is_past(words: &Words<'_>, at: usize) -> bool {
    let may = at > 0 && is_perhaps(words, at - 1);
    if may || matches!(words.low_before(at), "to" | "be" | "will" | "would") {
        return false;
    }
    PAST_VERBS.has(words.low(at))
        && !(matches!(words.low(at), "has" | "had")
            && matches!(words.low(at + 1), "forecast" | "set" | "pledged" | "been"))
}
