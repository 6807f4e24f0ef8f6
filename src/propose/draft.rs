//! A whole text held against a dossier and its inbox: every stage one after the other.

use std::collections::HashSet;

use super::article::Article;
use super::context::{Cast, Context};
use super::inbox::Inbox;
use super::left::Left;
use super::proposal::{Found, Proposal};
use super::{agreements, events, figures, people, quotes, source};
use crate::dossier::{Dossier, Id, Kind, Person, Series, Text};
use crate::extract::{KnownName, speeches};

/// What came of an article.
#[derive(Debug)]
pub struct Drafted {
    /// The source that it is.
    pub source: Id,
    /// The file that its text goes to; none if the dossier or the inbox has it.
    pub file: Option<String>,
    /// What is proposed and was not proposed before.
    pub proposals: Vec<Proposal>,
    /// How many of the records were proposed before.
    pub before: usize,
    /// What was not proposed.
    pub left: Left,
}

/// Drafts an article. The same text twice gives nothing the second time.
///
/// # Errors
/// When a record cannot be written as JSON; those of the format all can.
pub fn draft(dossier: &Dossier, inbox: &Inbox, article: &Article) -> serde_json::Result<Drafted> {
    let taken = inbox.record_ids();
    let same = source::same(dossier, inbox, &article.sha256);
    let is_new = same.is_none();
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
        found.push(source::found(&context)?);
    }
    stages(&context, inbox, &mut found, &mut left)?;
    let (proposals, before) = named(&context, inbox, found);
    Ok(Drafted {
        file: is_new.then(|| source::file(&context.source)),
        source: context.source,
        proposals,
        before,
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
    let mut cast = Cast::new(&speeches.people);
    found.extend(people::found(context, &speeches, &mut cast)?);
    found.extend(quotes::found(context, &speeches, &cast)?);
    let series: Vec<Series> = inbox.records(Kind::Series);
    found.extend(figures::found(context, series, left)?);
    found.extend(agreements::found(context, left)?);
    found.extend(events::found(context, &speeches, &cast, left)?);
    Ok(())
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
fn named(context: &Context<'_>, inbox: &Inbox, found: Vec<Found>) -> (Vec<Proposal>, usize) {
    let mut keys = inbox.keys();
    let mut ids: HashSet<Id> = inbox.proposals.iter().map(|one| one.id.clone()).collect();
    let mut number = 0;
    let mut before = 0;
    let mut proposals = Vec::new();
    for one in found {
        let id = loop {
            number += 1;
            let id = Id::new(&format!("{}.{number}", context.source));
            if let Ok(id) = id
                && !ids.contains(&id)
            {
                break id;
            }
        };
        let proposal = one.named(id);
        if keys.insert(proposal.key()) {
            ids.insert(proposal.id.clone());
            proposals.push(proposal);
        } else {
            number -= 1;
            before += 1;
        }
    }
    (proposals, before)
}
