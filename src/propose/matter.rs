//! What an amount measures that is no trade, as a series: investment, aid, visitors and the like of the one
//! country in the other.

use super::measure::blank;
use crate::dossier::series::SeriesKind;
use crate::dossier::{Actor, Code, Dossier, Series, Text};
use crate::extract::amount::{Amount, ChangeRole, Matter, Topic, Unit};

/// The series of an amount, without an id; none where it is not of the two countries.
pub(super) fn series(dossier: &Dossier, amount: &Amount, scale: i8) -> Option<Series> {
    let matter = amount.matter.as_ref()?;
    let sides = dossier.about.codes();
    let [first, second] = sides.as_slice() else {
        return None;
    };
    let other = |code: Code| if code == *first { *second } else { *first };
    let named = [matter.from, matter.to];
    if named.iter().flatten().any(|code| !sides.contains(code)) {
        return None;
    }
    let from = matter
        .from
        .or(matter.to.map(other))
        .or_else(|| of_currency(amount, &sides))?;
    let (kind, unit) = kind(amount, &sides)?;
    let title = title(dossier, matter, (from, other(from)));
    let end = if kind == SeriesKind::Growth {
        ", growth"
    } else {
        ""
    };
    let mut series = blank(kind, None);
    series.title = Text::new(&format!("{title}{end}"));
    series.unit = Some(Text::new(unit));
    series.scale = scale;
    series.reporter = Some(Actor::Country(from));
    series.partner = Some(Actor::Country(other(from)));
    Some(series)
}

/// The one of the two whose own currency is given, where the sentence names no country.
fn of_currency(amount: &Amount, sides: &[Code]) -> Option<Code> {
    let Unit::Money(currency) = amount.unit else {
        return None;
    };
    let own = |side: &&Code| currency.is_of(**side);
    let mut found = sides.iter().filter(own);
    let first = found.next().copied();
    first.filter(|_| found.next().is_none())
}

/// A level or its growth, and the unit.
fn kind(amount: &Amount, sides: &[Code]) -> Option<(SeriesKind, &'static str)> {
    let by = amount
        .change
        .is_some_and(|change| change.role == ChangeRole::By);
    Some(match amount.unit {
        Unit::Percent if by => (SeriesKind::Growth, "%"),
        Unit::Money(currency) if !by => {
            let code = currency.code.or_else(|| currency.code_of_sides(sides))?;
            (SeriesKind::Indicator, code)
        }
        Unit::Measure(unit) if !by => {
            let people = amount.unit.counts_people();
            (SeriesKind::Indicator, if people { "persons" } else { unit })
        }
        _ => return None,
    })
}

/// "Investment of Malaysia in Uzbekistan".
fn title(dossier: &Dossier, matter: &Matter, (from, to): (Code, Code)) -> String {
    let (what, of, at) = match matter.topic {
        Topic::Investment => ("Investment", "of", "in"),
        Topic::Aid => ("Aid", "of", "to"),
        Topic::Loans => ("Loans", "of", "to"),
        Topic::Funding => ("Funding", "of", "for"),
        Topic::Contracts => ("Contracts", "of", "in"),
        Topic::Visitors => ("Visitors", "from", "in"),
        Topic::Nights => ("Nights of visitors", "from", "in"),
        Topic::Students => ("Students", "from", "in"),
        Topic::Workers => ("Workers", "from", "in"),
        Topic::Residents => ("Residents", "from", "in"),
        Topic::Projects => ("Projects", "of", "in"),
        Topic::Companies => ("Companies", "of", "in"),
        Topic::Jobs => ("Jobs of firms", "of", "in"),
        Topic::Scholarships => ("Scholarships", "of", "for"),
    };
    let name = |code| dossier.country(code);
    format!("{what} {of} {} {at} {}", name(from), name(to))
}
