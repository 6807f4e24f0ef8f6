//! A whole text held against a dossier and its inbox: every stage one after the other.

use std::collections::HashSet;

use super::accept::references;
use super::article::Article;
use super::context::{Cast, Context};
use super::inbox::{Inbox, record_id};
use super::left::Left;
use super::proposal::{Decision, Found, Proposal};
use super::version::{self, Asked, Earlier};
use super::{agreements, events, figures, near, people, quotes, settled, source};
use crate::dossier::about::Side;
use crate::dossier::{Dossier, Id, Kind, Person, Text};
use crate::extract::{KnownName, Speeches, all_facts, speeches};

/// What came of an article.
#[derive(Debug)]
pub struct Drafted {
    /// The source that it is.
    pub source: Id,
    /// The file that its text goes to; none if the dossier or the inbox has it.
    pub file: Option<String>,
    /// What is proposed and was not proposed before.
    pub proposals: Vec<Proposal>,
    /// What the inbox had of this text before.
    pub before: Before,
    /// The version that was drafted before, if this is an edited one, and how many proposals of its
    /// unchanged paragraphs are not repeated.
    pub edited: Option<(Earlier, usize)>,
    /// What was not proposed.
    pub left: Left,
}

/// How many proposals of a text the inbox has, by what was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// They wait.
    pub waiting: usize,
    /// They were accepted.
    pub accepted: usize,
    /// They were rejected.
    pub rejected: usize,
}

impl Before {
    fn of(inbox: &Inbox, source: &Id) -> Self {
        let own = || {
            let all = inbox.proposals.iter();
            all.filter(|one| one.anchor.source == *source)
        };
        let count = |decision| own().filter(|one| one.decision == decision).count();
        Self {
            waiting: count(None),
            accepted: count(Some(Decision::Accepted)),
            rejected: count(Some(Decision::Rejected)),
        }
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.waiting + self.accepted + self.rejected
    }
}

/// Drafts an article, of which `earlier` are versions that the dossier or the inbox has
/// ([`earlier`](super::version::earlier)). The same text twice gives nothing the second time.
///
/// # Errors
/// When a record cannot be written as JSON; those of the format all can.
pub fn draft(
    dossier: &Dossier,
    inbox: &Inbox,
    article: &Article,
    earlier: &[Earlier],
) -> serde_json::Result<Drafted> {
    let taken = inbox.record_ids();
    let same = source::same(dossier, inbox, &article.sha256);
    let is_new = same.is_none();
    let earlier = if is_new { earlier } else { &[] };
    let source = same.unwrap_or_else(|| {
        let is_taken = |id: &Id| dossier.find(id).is_some() || taken.contains(id);
        let id = Id::fresh(&source::name(article), "article", is_taken);
        (id, false)
    });
    let taken = taken.iter().cloned().chain([source.0.clone()]).collect();
    let context = Context::new(dossier, article, source, taken);
    let mut left = Left::default();
    let mut found = Vec::new();
    if is_new {
        let edited = earlier.first().map(|version| &version.source);
        found.push(source::found(&context, edited)?);
    }
    stages(&context, inbox, &mut found, &mut left)?;
    let mut proposals = named(&context, inbox, found);
    let repeated = drop_asked(&mut proposals, earlier, inbox, article);
    let edited = earlier.first().map(|version| (version.clone(), repeated));
    Ok(Drafted {
        before: Before::of(inbox, &context.source),
        edited,
        file: is_new.then(|| source::file(&context.source)),
        source: context.source,
        proposals,
        left,
    })
}

fn stages(
    context: &Context<'_>,
    inbox: &Inbox,
    found: &mut Vec<Found>,
    left: &mut Left,
) -> serde_json::Result<()> {
    let proposed: Vec<Person> = inbox.records(Kind::Person);
    let known: Vec<KnownName<'_>> = KnownName::all(context.dossier)
        .into_iter()
        .chain(proposed.iter().map(known))
        .collect();
    let speeches = speeches(context.text(), &known);
    left.names_neither = names_neither(context, &speeches);
    // "The two countries" may be two others.
    let others = left.names_neither && speeches.countries.len() > 1;
    let mut cast = Cast::new(&speeches);
    found.extend(people::found(context, &speeches, &mut cast)?);
    let facts = all_facts(context.text(), context.dates());
    let told = if others { &[] } else { facts.events.as_slice() };
    let (events, occasions) = events::found(context, &speeches, &cast, told, left)?;
    found.extend(quotes::found(
        context,
        &speeches,
        &cast,
        (&occasions, &facts.dates),
    )?);
    if others {
        left.of_others = true;
        return Ok(());
    }
    let waiting = figures::Waiting::of(inbox);
    let open = near::of_both(context, facts.open, &facts.countries);
    let figures = (facts.amounts, open);
    let (amounts, open) = settled::settled(context, &speeches, figures, left);
    found.extend(figures::found(context, (&amounts, &open), waiting, left)?);
    let told = (facts.agreements.as_slice(), &speeches.countries);
    let waiting = agreements::waiting(context, inbox);
    let (agreements, signings) = agreements::found(context, told, &waiting, left)?;
    found.extend(agreements);
    found.extend(events);
    found.extend(signings.found()?);
    Ok(())
}

/// Is neither of the two countries named, nor any name of theirs in the dossier?
fn names_neither(context: &Context<'_>, speeches: &Speeches) -> bool {
    let sides = &context.dossier.about.sides;
    let text = context.text();
    let is_named = |side: &Side| {
        let printed = |name: &String| !name.is_empty() && text.contains(name.as_str());
        speeches.countries.contains(&side.code) || side.names().iter().any(printed)
    };
    !sides.is_empty() && !sides.iter().any(is_named)
}

/// A person who is proposed already.
fn known(person: &Person) -> KnownName<'_> {
    KnownName {
        id: &person.id,
        person: true,
        names: [&person.name]
            .into_iter()
            .chain(&person.aliases)
            .map(Text::as_str)
            .collect(),
        country: person.country,
        titles: person.roles.iter().map(|r| r.title.as_str()).collect(),
    }
}

/// Gives names to what was not proposed before.
fn named(context: &Context<'_>, inbox: &Inbox, found: Vec<Found>) -> Vec<Proposal> {
    let mut keys = inbox.keys();
    let names = inbox.names();
    let source = &context.source;
    let numbered = |number: usize| Id::new(&format!("{source}.{number}")).ok();
    let mut free = (1..).filter_map(numbered).filter(|id| !names.has(id));
    let mut proposals = Vec::new();
    for one in found {
        let proposal = one.named(source.clone());
        if keys.insert(proposal.key()) {
            let id = free.next().unwrap_or_else(|| source.clone());
            proposals.push(Proposal { id, ..proposal });
        }
    }
    proposals
}

/// Takes out what was proposed from the same paragraphs of an earlier version, save what the others
/// refer to. Returns how many that are.
fn drop_asked(
    proposals: &mut Vec<Proposal>,
    earlier: &[Earlier],
    inbox: &Inbox,
    article: &Article,
) -> usize {
    if earlier.is_empty() {
        return 0;
    }
    let asked = Asked::new(earlier, inbox);
    let lines = version::split(&article.text);
    let count = proposals.len();
    let (mut out, mut kept): (Vec<_>, Vec<_>) = std::mem::take(proposals)
        .into_iter()
        .partition(|one| asked.has(one, &lines));
    let mut from = 0;
    while from < kept.len() {
        let referenced: HashSet<Id> = kept[from..]
            .iter()
            .flat_map(|one| references(one).unwrap_or_default())
            .collect();
        from = kept.len();
        let is_referenced =
            |one: &Proposal| record_id(one).is_some_and(|id| referenced.contains(&id));
        let (back, rest) = out.into_iter().partition(is_referenced);
        kept.extend::<Vec<_>>(back);
        out = rest;
    }
    *proposals = kept;
    count - proposals.len()
}
