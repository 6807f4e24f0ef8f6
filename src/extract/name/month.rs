//! Months that are somebody's given name.

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::title;

/// "said January Kimaro, Tanzania's minister": a month that is somebody's given name, behind an office or a verb of
/// speech and before a surname that an office follows.
pub(super) fn is_month_given(reading: &Reading, at: usize) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let before = at.checked_sub(1);
    let office = before.is_some_and(|at| reading.is(at, Class::ROLE | Class::HONORIFIC));
    let verb = before.is_some_and(|at| reading.is(at, Class::SAY | Class::SAYING));
    let surname = at + 1;
    let small = Class::DETERMINER | Class::PREPOSITION | Class::AND | Class::CLAUSE;
    let apart = small | Class::AUXILIARY | Class::PRONOUN | Class::TIME | Class::NATION;
    let apart = apart | Class::BODY | Class::ROLE | Class::HONORIFIC;
    let named = reading.is(surname, Class::CAPITAL) && !reading.is(surname, apart);
    MONTHS.contains(&reading.word(at))
        && named
        && (office || verb && title::after(reading, surname + 1).is_some())
}
