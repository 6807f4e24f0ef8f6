//! What two statements say about each other.

use super::digits::times;
use super::interval::Interval;
use super::key::Reason;
use super::statement::{Origin, Statement};
use crate::dossier::observation::ObservationStatus;

/// How a cell stands, or a pair of statements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Only one statement is there.
    Single,
    /// Two that do not depend on each other say the same: either figure lies within what the other
    /// leaves open.
    Confirmed,
    /// They can both be true, but the figures are not the same.
    WithinRounding,
    /// One utterance, told again, perhaps with fewer digits: it confirms nothing.
    Echo,
    /// They cannot both be true.
    Conflict(Apart),
    /// A figure and the quotient of two others are apart: the arithmetic of amounts per head asks which
    /// of the three is not meant as it is printed.
    Query(Apart),
    /// They say nothing about each other.
    NotComparable(Reason),
}

/// How far two figures are apart that cannot both be true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// The greater over the lesser; none where one is not above zero.
    pub factor: Option<f64>,
    /// The same at least, whatever rounding hides.
    pub least: Option<f64>,
    /// For rates: the difference in percentage points.
    pub points: Option<f64>,
}

impl Apart {
    /// In words: "10 times apart", "1.0 points apart".
    pub fn words(self) -> String {
        match (self.points, self.factor) {
            (Some(points), _) => format!("{points:.1} points apart"),
            (None, Some(factor)) => format!("{} times apart", times(factor)),
            (None, None) => "not above zero both".to_owned(),
        }
    }
}

impl Verdict {
    /// Its name: "conflict", "not comparable", …
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "single source",
            Self::Confirmed => "confirmed",
            Self::WithinRounding => "within rounding",
            Self::Echo => "echo",
            Self::Conflict(_) => "conflict",
            Self::Query(_) => "query",
            Self::NotComparable(_) => "not comparable",
        }
    }

    /// Its name with the factor or the reason.
    pub fn words(self) -> String {
        match self {
            Self::Conflict(apart) | Self::Query(apart) => {
                format!("{}, {}", self.name(), apart.words())
            }
            Self::NotComparable(reason) => format!("not comparable: {}", reason.words()),
            other => other.name().to_owned(),
        }
    }
}

/// What two statements say about each other. The order of the two makes no difference.
///
/// What is measured is looked at first, then the period, then how firm the two are, and the
/// figures last. A provisional figure is held against others like a reported one.
pub fn judge(a: &Statement, b: &Statement) -> Verdict {
    if let Some(reason) = a.key.mismatch(&b.key).or_else(|| times_differ(a, b)) {
        return Verdict::NotComparable(reason);
    }
    if a.base
        .is_some_and(|base| b.base.is_some_and(|other| base != other))
    {
        return Verdict::NotComparable(Reason::Base);
    }
    let is_target = |s: &Statement| s.firmness == ObservationStatus::Target;
    if is_target(a) != is_target(b) {
        return Verdict::NotComparable(Reason::Target);
    }
    if a.firmness.is_report() != b.firmness.is_report() {
        return Verdict::NotComparable(Reason::Forecast);
    }
    let (Some(x), Some(y)) = (a.value, b.value) else {
        return Verdict::NotComparable(Reason::NoFigure);
    };
    if !x.overlaps(y) {
        let is_quotient = [a, b].iter().any(|s| s.origin == Origin::Quotient);
        let apart = apart(a, b, x, y);
        // The arithmetic of amounts per head is a check of one source's figures.
        return if is_quotient && a.key.unit() == "persons" {
            Verdict::Query(apart)
        } else {
            Verdict::Conflict(apart)
        };
    }
    let alike = y.contains(a.figure) && x.contains(b.figure);
    if is_echo(a, b) {
        Verdict::Echo
    } else if alike {
        Verdict::Confirmed
    } else {
        Verdict::WithinRounding
    }
}

/// How a statement stands by itself: a printed figure with passages of several sources is confirmed,
/// unless one person is quoted by all of them.
pub(crate) fn alone(statement: &Statement) -> Verdict {
    if statement.origin != Origin::Stated || statement.sources.len() < 2 {
        return Verdict::Single;
    }
    if statement.voices.is_subset(&statement.sources) {
        Verdict::Confirmed
    } else {
        Verdict::Echo
    }
}

fn times_differ(a: &Statement, b: &Statement) -> Option<Reason> {
    let (Some(x), Some(y)) = (a.period, b.period) else {
        return Some(Reason::Undated);
    };
    if x == y {
        return None;
    }
    if x.is_part_of_a_year() != y.is_part_of_a_year() {
        return Some(Reason::PartOfYear);
    }
    Some(Reason::Period)
}

/// Are these, which can both be true, one utterance? One speaker, whose figure an outlet may have rounded, or
/// one source that agrees with itself. A figure that was computed from another source's figures is nobody's
/// echo.
fn is_echo(a: &Statement, b: &Statement) -> bool {
    let voice = !a.voices.is_empty() && a.voices == b.voices;
    let printed = a.origin == Origin::Stated && b.origin == Origin::Stated;
    let source = a.sources.len() == 1 && a.sources == b.sources;
    source || voice && printed
}

fn apart(a: &Statement, b: &Statement, x: Interval, y: Interval) -> Apart {
    let factor = |a: f64, b: f64| (a > 0.0 && b > 0.0).then(|| (a / b).max(b / a));
    if !a.key.is_growth() {
        return Apart {
            factor: factor(a.figure, b.figure),
            least: x.least_factor(y),
            points: None,
        };
    }
    // Rates differ as the levels do to which they lead.
    let grown = |rate: f64| 1.0 + rate / 100.0;
    let least = match (x.growth_factor(), y.growth_factor()) {
        (Some(x), Some(y)) => x.least_factor(y),
        _ => None,
    };
    Apart {
        factor: factor(grown(a.figure), grown(b.figure)),
        least,
        points: Some((a.figure - b.figure).abs()),
    }
}
