//! Titles that a text gives to people whom the dossier knows.

mod office;
mod predicate;

use std::collections::BTreeSet;
use std::ops::Range;

use super::actors::Who;
use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::sentence::{Sentence, Sentences};
use crate::dossier::date::Order;
use crate::dossier::person::Role;
use crate::dossier::{Kind, Person, Ref};
use office::Office;

/// A finding for every title of a person.
pub(super) fn check(index: &Index<'_>, sentences: &Sentences<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for person in &sentences.speeches.people {
        let known = person.known.as_ref().and_then(|id| index.dossier.find(id));
        for title in &person.titles {
            if super::words::is_in(&sentences.quoted, title.start) {
                continue;
            }
            found.extend(match known {
                Some(record) if record.kind == Kind::Person => {
                    let title = &widened(sentences, title);
                    several(index, sentences, title, record, false)
                }
                Some(_) => Vec::new(),
                None => vec![Finding::new(
                    Item::Person,
                    Verdict::NotInTheDossier,
                    title.clone(),
                )],
            });
        }
    }
    for sentence in sentences.iter().filter(|one| !one.is_reference) {
        for named in predicate::titles(sentence, &pronouns(index, sentences, sentence)) {
            let is_known = |one: &Finding| {
                one.range.start < named.title.end && named.title.start < one.range.end
            };
            if found.iter().any(is_known) {
                continue;
            }
            found.extend(match &named.office {
                Some(office) => {
                    let told = (&named.title, office.as_str());
                    judge(index, sentences, told, named.person, named.was)
                        .into_iter()
                        .collect()
                }
                None => several(index, sentences, &named.title, named.person, named.was),
            });
        }
    }
    found
}

/// Does a run of a sentence say nothing but which office somebody has?
pub(super) fn is_only_title(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
) -> bool {
    let before = pronouns(index, sentences, sentence);
    let mut titles = predicate::titles(sentence, &before).into_iter();
    titles.any(|told| {
        let is_whole = range.contains(&told.title.start) && told.title.end >= range.end;
        told.office.is_none() && is_whole
    })
}

/// Whom the pronouns of a sentence mean, each with its place.
fn pronouns(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
) -> Vec<(Ref, usize)> {
    /// Pronouns of a sentence that anybody writes.
    const MOST: usize = 20;
    let words = sentence.words.iter().enumerate();
    let all = words.filter(|(_, word)| {
        !word.quoted && matches!(word.low.as_str(), "he" | "she" | "his" | "her")
    });
    let is_person = |who: &Ref| who.kind == Kind::Person;
    all.take(MOST)
        .filter_map(|(at, word)| {
            let known = sentences.meant_by(&word.range);
            let known = known
                .and_then(|id| index.dossier.find(id))
                .filter(is_person);
            let only = || {
                sentences
                    .person_before(sentence)
                    .filter(|_| sentence.people().is_empty())
            };
            Some((known.or_else(only)?, at))
        })
        .collect()
}

/// Has somebody the office that words name? None where they name none, or the dossier gives that person
/// none.
pub(super) fn holds(index: &Index<'_>, title: &str, person: Ref) -> Option<bool> {
    let stated = Office::of(index, title)?;
    let own = index.country_of(Who::Record(person));
    let roles = &index.dossier.people[person.at].roles;
    let mut all = roles
        .iter()
        .flat_map(|role| office::of_role(index, role))
        .peekable();
    all.peek()?;
    let is_it = |office: &Office| {
        stated.is(office, own) || stated.is_short_for(office, own) || stated.may_be(office, own)
    };
    Some(all.any(|office| is_it(&office)))
}

/// The verdicts on a title of one office or of several. Where the dossier has one of them, another may be
/// one that it does not know.
fn several(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    title: &Range<usize>,
    record: Ref,
    was: bool,
) -> Vec<Finding> {
    let parts = office::parts(sentences.words(title))
        .into_iter()
        .map(|part| title.start + part.start..title.start + part.end);
    let mut found: Vec<Finding> = parts
        .filter_map(|part| {
            judge(
                index,
                sentences,
                (&part, sentences.words(&part)),
                record,
                was,
            )
        })
        .collect();
    if found.iter().any(|one| one.verdict <= Verdict::Contested) {
        for one in found
            .iter_mut()
            .filter(|one| one.verdict == Verdict::Misattributed)
        {
            *one = Finding::new(one.item, Verdict::NotInTheDossier, one.range.clone());
        }
    }
    found
}

/// The verdict on a title of one office, given by its place and its words. `was`: does the text say that
/// somebody once had it?
fn judge(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    (title, office): (&Range<usize>, &str),
    record: Ref,
    was: bool,
) -> Option<Finding> {
    let person = &index.dossier.people[record.at];
    let mut stated = Office::of(index, office)?;
    stated.add_country(behind_name(index, sentences, title, record));
    let former = was || stated.former || is_former(sentences, title);
    let new = |verdict| Finding::new(Item::Person, verdict, title.clone()).of(record);
    if person.roles.is_empty() {
        return Some(new(Verdict::NotInTheDossier));
    }
    let roles: Vec<(&Role, Office)> = person
        .roles
        .iter()
        .flat_map(|role| {
            office::of_role(index, role)
                .into_iter()
                .map(move |office| (role, office))
        })
        .collect();
    let own = index.country_of(Who::Record(record));
    let held: Vec<&Role> = roles
        .iter()
        .filter(|(_, office)| stated.is(office, own))
        .map(|(role, _)| *role)
        .collect();
    let Some(role) = held.first() else {
        if roles.iter().any(|(_, office)| stated.may_be(office, own)) {
            return Some(new(Verdict::NotInTheDossier).note("of which country is not said"));
        }
        let names = names(person);
        if was
            && may_be_another(index, &stated, &roles, record)
            && !is_dated(sentences, title, &roles)
        {
            return Some(new(Verdict::NotInTheDossier));
        }
        return (!roles.is_empty()).then(|| {
            new(Verdict::Misattributed)
                .note(format!("role: the dossier gives {}: {names}", person.name))
                .suggest_some(first_title(person, was))
        });
    };
    // Past for all who hold it, and the text does not say so.
    let past = |role: &&Role| role.to.is_some() && role.as_of.is_none();
    if held.iter().all(past) && !former {
        let until = role
            .to
            .as_ref()
            .map_or_else(String::new, ToString::to_string);
        return Some(
            new(Verdict::Outdated)
                .note(format!("title no longer held ({until}): {}", role.title))
                .suggest(format!("former {}", role.title)),
        );
    }
    let sentence = sentences.at(title.start)?;
    let finding = new(Verdict::Supported);
    if stated.is_high() && titles_clash(index, record) {
        return Some(super::contest::settle(
            index, sentences, sentence, record, finding,
        ));
    }
    Some(finding)
}

/// May an office that somebody once had be one that the dossier does not know? Not where it knows the one
/// that is over, nor where only one can have had it.
fn may_be_another(
    index: &Index<'_>,
    stated: &Office,
    roles: &[(&Role, Office)],
    person: Ref,
) -> bool {
    let mut over = roles.iter().filter(|(role, _)| role.to.is_some());
    let is_taken = || stated.is_of_occasion() && is_of_another(index, stated, person);
    over.next().is_none() && !is_taken()
}

/// Does the sentence of a title give a date at which the dossier has somebody in one of these roles, or say
/// that it was "at the time" of what it tells?
fn is_dated(sentences: &Sentences<'_>, title: &Range<usize>, roles: &[(&Role, Office)]) -> bool {
    let sentence = sentences.at(title.start);
    let mut known = roles
        .iter()
        .filter_map(|(role, _)| role.as_of.as_ref())
        .peekable();
    if known.peek().is_none() {
        return false;
    }
    let known: Vec<_> = known.collect();
    let behind = sentences.text[title.end..].trim_start();
    let then = ["at the time", "at that time", "then", "in those days"];
    let is_then = then.iter().any(|then| behind.starts_with(then));
    let dates = sentence.into_iter().flat_map(Sentence::real_dates);
    let mut dates = dates.filter_map(|date| date.date().ok().flatten());
    is_then
        || dates.any(|date| {
            known
                .iter()
                .any(|known| date.compare(known) == Order::Possible)
        })
}

/// Has somebody else an office that only one can have?
fn is_of_another(index: &Index<'_>, stated: &Office, person: Ref) -> bool {
    let people = index.dossier.people.iter().enumerate();
    let mut others = people.filter(|(at, _)| *at != person.at);
    others.any(|(_, other)| {
        let mut offices = other
            .roles
            .iter()
            .flat_map(|role| office::of_role(index, role));
        offices.any(|office| stated.is(&office, None))
    })
}

/// The first title of somebody, or the first that is no longer held.
fn first_title(person: &Person, was: bool) -> Option<String> {
    let mut roles = person.roles.iter();
    let role = roles.find(|role| role.to.is_some() == was);
    role.or(person.roles.first())
        .map(|role| role.title.to_string())
}

/// The words of a title with those before it that belong to it: "deputy energy and mines minister", of
/// which "mines minister" is but the end.
fn widened(sentences: &Sentences<'_>, title: &Range<usize>) -> Range<usize> {
    /// Words of a title before "and".
    const MOST: usize = 4;
    let Some(sentence) = sentences.at(title.start) else {
        return title.clone();
    };
    let words = &sentence.words;
    let at = words.partition_point(|word| word.range.start < title.start);
    let Some(and) = at.checked_sub(1).filter(|at| words[*at].low == "and") else {
        return title.clone();
    };
    let is_part = |at: &usize| {
        let word = &words[*at];
        let ends = matches!(
            word.low.as_str(),
            "the" | "a" | "then" | "former" | "by" | "with"
        );
        !ends && !word.quoted && words[*at + 1].mark.is_none()
    };
    let before = (0..and).rev().take(MOST).take_while(is_part).last();
    let is_deputy = |at: usize| matches!(words[at].low.as_str(), "deputy" | "vice" | "first");
    match before.filter(|at| is_deputy(*at)) {
        Some(first) => words[first].range.start..title.end,
        None => title.clone(),
    }
}

/// Do sources give somebody titles that cannot both be right?
fn titles_clash(index: &Index<'_>, person: Ref) -> bool {
    let clash = index.contests.of(person).any(|(one, _)| {
        use crate::contested::FindingKind as F;
        one.findings
            .iter()
            .any(|finding| matches!(finding.kind, F::Titles))
    });
    let roles = &index.dossier.people[person.at].roles;
    let several: BTreeSet<&str> = roles.iter().map(|role| role.title.as_str()).collect();
    clash && several.len() > 1
}

/// "President Thongloun Sisoulith of Laos": the country behind the name.
fn behind_name(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    title: &Range<usize>,
    person: Ref,
) -> Option<Who> {
    let sentence = sentences.at(title.start)?;
    let spots = &sentence.spots;
    let own = spots.iter().position(|spot| {
        let start = sentence.words[spot.words.start].range.start;
        spot.who == Who::Record(person) && start >= title.end
    })?;
    let end = spots[own].words.end;
    let country = spots.get(own + 1)?;
    let of = sentence
        .words
        .get(end)
        .is_some_and(|word| word.low == "of" && word.mark.is_none());
    (of && country.words.start == end + 1).then(|| index.country_of(country.who))?
}

/// "President of Laos; Deputy Prime Minister".
fn names(person: &Person) -> String {
    let mut titles: Vec<String> = Vec::new();
    for role in &person.roles {
        let title = role.title.to_string();
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join("; ")
}

/// Does "former" or "then" stand right before a title?
fn is_former(sentences: &Sentences<'_>, title: &Range<usize>) -> bool {
    let before = sentences.text[..title.start].trim_end();
    let word = before.rsplit([' ', '\n', '-']).next().unwrap_or_default();
    matches!(
        word.to_lowercase().as_str(),
        "former" | "then" | "ex" | "previously" | "once" | "past" | "late" | "time"
    )
}
