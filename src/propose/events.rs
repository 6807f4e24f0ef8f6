//! Visits and meetings, and whether the dossier has them.

mod heading;
mod label;

use std::collections::HashSet;
use std::ops::Range;

use super::agreements::is_finer;
use super::context::{Cast, Context, body};
use super::guest::host;
use super::left::Left;
use super::occasions::Occasions;
use super::proposal::{Found, Met, News};
use super::words::weighty;
use crate::dossier::date::Order;
use crate::dossier::event::{EventStatus, Participant};
use crate::dossier::{Actor, Code, Date, Event, Id, Kind, Text};
use crate::extract::{Confidence, EventMention, Speech, Speeches, Who, country};

/// The events of a text, each once.
pub(super) fn found(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    mentions: &[EventMention],
    left: &mut Left,
) -> serde_json::Result<(Vec<Found>, Occasions)> {
    let mut found = Vec::new();
    let mut occasions = Occasions::default();
    let mut seen = Seen::default();
    for mention in &each_once(context, speeches, cast, mentions) {
        let (who, complete) = participants(context, speeches, cast, mention);
        if !is_of_both(context, speeches, cast, (mention, &who, complete)) {
            left.others += 1;
            continue;
        }
        let date = mention
            .date
            .as_ref()
            .and_then(|time| time.date().ok())
            .flatten();
        let names: Vec<String> = who.iter().map(|(_, name)| name.clone()).collect();
        let edtf = date.as_ref().and_then(Date::edtf).map(str::to_owned);
        let Some(anchor) = context.anchor(&mention.range) else {
            continue;
        };
        if !seen.is_new(mention, &names, edtf) {
            continue;
        }
        let guests = who
            .iter()
            .map(|(who, _)| country_of(context, speeches, cast, who));
        let host = host(context, mention, guests).filter(|_| complete);
        let record = Event {
            bilateral: host.map(|_| true),
            date,
            evidence: vec![anchor.clone()],
            ..record(context, mention, who)
        };
        let old = old(context, &record).filter(|_| complete);
        if let Some(old) = old.filter(|old| context.cites(&old.evidence, &anchor)) {
            occasions.add(old.id.clone(), record);
            continue;
        }
        let basis = mention.basis.at_most(mention.status_basis.confidence);
        // Two may have met twice in the time that one of the dates leaves open.
        let edtf = |date: &Option<Date>| date.as_ref().and_then(Date::edtf).map(str::to_owned);
        let firm = old.is_none_or(|old| edtf(&old.date) == edtf(&record.date));
        let basis = if firm && !mention.official && host.is_none() {
            basis
        } else {
            basis.at_most(Confidence::Likely)
        };
        let met = old.map(|old| meeting(old, &record));
        let mut one = Found::new(Kind::Event, &record, anchor, basis)?;
        one.remark = host.map(|side| format!("between the two, for its place is in {}", side.name));
        found.push(one.meets(met));
        if basis.confidence > Confidence::Unsure {
            let id = old.map_or(&record.id, |old| &old.id).clone();
            occasions.add(id, record);
        }
    }
    Ok((found, occasions))
}

/// The record of a mention, without its date and passage.
fn record(context: &Context<'_>, mention: &EventMention, who: Vec<(Actor, String)>) -> Event {
    let (who, names): (Vec<Actor>, Vec<String>) = who.into_iter().unzip();
    let title = title(context, mention, &names);
    let place = mention.place.as_ref();
    Event {
        place: place.map(|place| Text::new(context.words(place))),
        participants: who
            .into_iter()
            .map(|who| Participant { who, role: None })
            .collect(),
        ..Event::new(
            context.fresh(&title, Kind::Event),
            Text::new(&title),
            Text::new(mention.kind),
            mention.status,
        )
    }
}

/// The events of a text, those of its heading once.
fn each_once(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    mentions: &[EventMention],
) -> Vec<EventMention> {
    heading::merged(mentions, |mention| {
        let (who, _) = participants(context, speeches, cast, mention);
        who.into_iter().map(|(_, name)| name).collect()
    })
}

/// What was proposed of a text.
#[derive(Default)]
struct Seen {
    all: HashSet<(&'static str, Vec<String>, Option<String>)>,
    /// Meetings: who took part, and their day.
    met: Vec<(Vec<String>, Option<String>)>,
}

impl Seen {
    fn is_new(&mut self, mention: &EventMention, names: &[String], date: Option<String>) -> bool {
        let meets = heading::is_meeting(mention.kind);
        let again = meets && self.tells_again(mention, names, date.as_deref());
        if meets {
            self.met.push((names.to_vec(), date.clone()));
        }
        self.all.insert((mention.kind, names.to_vec(), date)) && !again
    }

    /// "Monday's talks", "the meeting": those that the text told of before.
    fn tells_again(&self, mention: &EventMention, names: &[String], date: Option<&str>) -> bool {
        self.met.iter().any(|(known, day)| {
            let shared = names.iter().any(|name| known.contains(name));
            let noun = mention.label.is_some();
            match date {
                None => {
                    let all = names.iter().all(|name| known.contains(name));
                    day.is_some() && all || all && noun && !names.is_empty()
                }
                Some(_) => noun && day.as_deref() == date && (shared || names.is_empty()),
            }
        })
    }
}

/// May it be between the two? "Russians visited Laos" is no event; nor is a meeting of one of them with
/// somebody of a third country, or a visit there.
fn is_of_both(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    (mention, who, complete): (&EventMention, &[(Actor, String)], bool),
) -> bool {
    let people = who.iter().any(|(who, _)| who.id().is_some());
    let from = |(who, _): &(Actor, String)| country_of(context, speeches, cast, who);
    let countries: HashSet<_> = who.iter().map(from).collect();
    // "called on the prime minister": an office without a name is of one of the two.
    let stranger = |range: &Range<usize>| context.words(range).contains(char::is_uppercase);
    let strangers = mention.participants.iter().any(|p| stranger(&p.range));
    let met_third = !complete && strangers;
    let meets_third = met_third && countries.len() == 1 && !countries.contains(&None);
    let named = people || who.len() > 1 || mention.official && !who.is_empty();
    let place = mention
        .place
        .as_ref()
        .and_then(|p| country(context.words(p)));
    let visit = mention.kind == "visit";
    let abroad = visit && place.is_some_and(|code| !context.is_side(code));
    // "will return to Morocco": of a Moroccan it is the way home.
    let home = visit
        && mention.status != EventStatus::Proposed
        && place.is_some()
        && countries.len() == 1
        && countries.contains(&place);
    let foreign = |code: &Option<Code>| code.is_some_and(|code| !context.is_side(code));
    let third = mention
        .participants
        .iter()
        .map(|party| party.country)
        .any(|code| foreign(&code));
    let dated = mention.label.is_some() && mention.date.is_some() && !third;
    let named =
        named && (mention.label.is_none() || mention.date.is_some() || people || who.len() > 1);
    (named || dated) && !meets_third && !abroad && !home
}

/// What an event is to the one that the dossier has: more precise where its date is narrower.
fn meeting(old: &Event, new: &Event) -> Met {
    let day = new.date.as_ref();
    let known = old.date.as_ref().filter(|date| !date.is_undated());
    let finer = day.filter(|day| known.is_none_or(|known| is_finer(day, known)));
    let remark = finer.map(|day| match known {
        Some(known) => format!("{day} here, {known} in the dossier"),
        None => format!("{day} here, without a date in the dossier"),
    });
    Met {
        news: if finer.is_some() {
            News::MorePrecise
        } else {
            News::Same
        },
        of: old.id.clone(),
        remark,
    }
}

/// Those whom the dossier or the inbox knows, or that are one of the two countries, and whether these are
/// all that the text names.
fn participants(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    mention: &EventMention,
) -> (Vec<(Actor, String)>, bool) {
    let mut who: Vec<(Actor, String)> = Vec::new();
    let mut complete = true;
    if mention.sides {
        let sides = context.dossier.about.sides.iter();
        who.extend(sides.map(|side| {
            (
                Actor::Country(side.code),
                context.dossier.country(side.code),
            )
        }));
    }
    for party in &mention.participants {
        let person = cast.within(&party.range).find_map(|at| {
            let id = cast.ids.get(&at)?.clone();
            Some((Actor::Record(id), speeches.people[at].name.clone()))
        });
        let body = || {
            let actor = body(context.dossier, context.words(&party.range))?;
            let name = context.dossier.actor(&actor);
            Some((actor, name))
        };
        let country = || {
            let code = party.country.filter(|code| context.is_side(*code))?;
            Some((Actor::Country(code), context.dossier.country(code)))
        };
        let speaker = || {
            let at = speaker(context, speeches, &party.range)?;
            let id = cast.ids.get(&at)?.clone();
            Some((Actor::Record(id), speeches.people[at].name.clone()))
        };
        let one = person.or_else(body).or_else(country).or_else(speaker);
        complete &= one.is_some();
        who.extend(one.filter(|(actor, _)| !who.iter().any(|(known, _)| known == actor)));
    }
    (one_level(context, speeches, cast, who), complete)
}

/// Where one side is there as a country, so is the other: "Laos, Vladimir Putin" becomes "Laos, Russia,
/// Vladimir Putin". A country whose people all take part by name is not told twice.
fn one_level(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    who: Vec<(Actor, String)>,
) -> Vec<(Actor, String)> {
    let is_person = |id: &Id| {
        let record = context.dossier.find(id);
        record.is_none_or(|record| record.kind == Kind::Person)
    };
    let people: HashSet<Code> = who
        .iter()
        .filter(|(actor, _)| actor.id().is_some_and(is_person))
        .filter_map(|(actor, _)| country_of(context, speeches, cast, actor))
        .collect();
    let named = |actor: &Actor| matches!(actor, Actor::Country(code) if people.contains(code));
    let mut who: Vec<_> = who.into_iter().filter(|(actor, _)| !named(actor)).collect();
    let countries = who.iter().filter(|(actor, _)| actor.id().is_none()).count();
    if countries > 0 {
        let mut behind = countries;
        for side in &context.dossier.about.sides {
            if people.contains(&side.code) {
                let one = (
                    Actor::Country(side.code),
                    context.dossier.country(side.code),
                );
                who.insert(behind, one);
                behind += 1;
            }
        }
    }
    who
}

/// The country itself, or that of somebody in the dossier or in the inbox.
fn country_of(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    who: &Actor,
) -> Option<Code> {
    match who {
        Actor::Country(code) => Some(*code),
        Actor::Record(id) => context.country_of(id).or_else(|| {
            let at = cast.ids.iter().find(|(_, one)| *one == id);
            at.and_then(|(at, _)| speeches.people[*at].country)
        }),
    }
}

/// Who says "I" or "we" at that place.
fn speaker(context: &Context<'_>, speeches: &Speeches, place: &Range<usize>) -> Option<usize> {
    let first = ["i", "we", "я", "мы", "je", "nous"];
    let words = context.words(place).to_lowercase();
    if !first.contains(&words.as_str()) {
        return None;
    }
    let within = |speech: &&Speech| {
        let mut runs = speech.runs.iter();
        runs.any(|run| run.start <= place.start && place.end <= run.end)
    };
    match speeches.speeches.iter().find(within)?.speaker.who {
        Who::Person(at) => Some(at),
        _ => None,
    }
}

/// "Meeting: Laos, Russia", or what the text calls it: "Third session", "Fifteenth High-Level Meeting: Laos, Russia".
fn title(context: &Context<'_>, mention: &EventMention, names: &[String]) -> String {
    let label = mention
        .label
        .as_ref()
        .map(|label| label::called(context.words(label)));
    let label = label.filter(|label| names.is_empty() || label::is_name(label));
    let kind = label.unwrap_or(mention.kind);
    let mut chars = kind.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    let kind: String = first.chain(chars).collect();
    if names.iter().all(|name| kind.contains(name)) {
        return kind;
    }
    format!("{kind}: {}", names.join(", "))
}

/// The event of the dossier that is the same: all that take part do so there, and its date does not rule
/// it out, nor its place; without a date only what cites the same passage. Of several that fit it is
/// none.
fn old<'a>(context: &Context<'a>, new: &Event) -> Option<&'a Event> {
    let day = new.date.as_ref().filter(|date| date.edtf().is_some());
    let meets = |kind: &str| matches!(kind, "meeting" | "talks" | "summit");
    let is = |old: &&Event| {
        let kind = *old.kind == *new.kind || meets(&old.kind) && meets(&new.kind);
        let dated = old.date.as_ref().filter(|date| date.edtf().is_some());
        let same_day = dated.zip(day).map(|(a, b)| a.compare(b) == Order::Possible);
        let cited = context.cites(&old.evidence, &new.evidence[0]);
        let takes = |who: &Actor| {
            let country = |code| *who == Actor::Country(code);
            let from = |one: &Participant| match &one.who {
                Actor::Record(id) => context.dossier.person(id)?.country,
                Actor::Country(_) => None,
            };
            let mut all = old.participants.iter();
            all.any(|one| one.who == *who || from(one).is_some_and(country))
        };
        let places = old.place.as_ref().zip(new.place.as_ref());
        let elsewhere = places.is_some_and(|(a, b)| weighty(a).is_disjoint(&weighty(b)));
        kind && !elsewhere
            && same_day.unwrap_or(cited)
            && new.participants.iter().all(|one| takes(&one.who))
    };
    let mut found = context.dossier.events.iter().filter(is);
    let first = found.next();
    first.filter(|_| found.next().is_none())
}
