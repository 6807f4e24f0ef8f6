//! Russian names behind an office in the instrumental: "встретился с министром Иваном Петровым".

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::spot::Run;

/// The nominative of a masculine name in the instrumental; none for any other.
pub(super) fn nominative(reading: &Reading, run: &Run) -> Option<String> {
    let title = run.title.clone()?;
    let mut office = title.filter(|at| reading.is(*at, Class::ROLE | Class::CYRILLIC));
    let instrumental = office.any(|at| {
        let word = reading.word(at).to_lowercase();
        let masculine = word.ends_with("ом") || word.ends_with("ем");
        masculine && reading.is(at, Class::ROLE) && reading.is(at, Class::CYRILLIC)
    });
    let last = run.name.end.checked_sub(1)?;
    let declined = ["ым", "им", "ом", "ем"]
        .iter()
        .any(|end| reading.word(last).ends_with(end));
    if !instrumental || !declined {
        return None;
    }
    let words: Vec<String> = run
        .name
        .clone()
        .filter(|at| reading.is(*at, Class::LETTER))
        .map(|at| word(reading.word(at), at == last))
        .collect();
    (run.name.len() == words.len()).then(|| words.join(" "))
}

/// A word of a name; the surname may be an adjective.
fn word(printed: &str, surname: bool) -> String {
    let stem = |ending: &str| printed.strip_suffix(ending);
    let vowel = |stem: &str| stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ю', 'я']);
    if let Some(stem) = stem("ским") {
        return format!("{stem}ский");
    }
    if let Some(stem) = stem("ым").or(stem("ом")) {
        return stem.to_owned();
    }
    match stem("ем").filter(|_| !surname) {
        Some(stem) if vowel(stem) => format!("{stem}й"),
        Some(stem) => format!("{stem}ь"),
        None => printed.to_owned(),
    }
}
