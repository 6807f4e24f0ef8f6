//! A record from its text into the dossier, or what is wrong with it.

use std::path::Path;

use color_eyre::eyre::Result;

use super::{name, quoted};
use crate::dossier::typed::{OfType, of_kind};
use crate::dossier::{Id, Kind, Observation, Typed};
use crate::edit::draft::{Draft, Plan};
use crate::edit::template::Template;
use crate::load::{NO_FIGURES, Problem, Severity};
use crate::system::stderr::eprint;

/// What became of it.
pub(super) enum Outcome {
    /// It stands in the dossier: its id, and file and line.
    Added(String),
    /// It is not sound, and nothing was written.
    Refused(Vec<Problem>),
}

/// Tries to add a record of `kind` to the dossier in `folder`; its `text` is called `name`. Warnings
/// stand in the way, unless it is to be added `anyway`.
pub(super) fn put(
    kind: Kind,
    folder: &Path,
    (name, text): (&str, &str),
    anyway: bool,
) -> Result<Outcome> {
    let mut draft = Draft::open(folder)?;
    let mut template = Template::new(name, text);
    if template.is_blank() {
        let hint = "write one JSON object, or --edit a template";
        return Ok(Outcome::Refused(vec![
            template.problem("", "", "is empty", hint),
        ]));
    }
    if !template.has("id") {
        let id = name::fresh(kind, &template, &draft);
        template.set("id", id.as_str());
    }
    let id = match add(kind, &mut draft, &mut template) {
        Ok(id) => id,
        Err(problem) => return Ok(Outcome::Refused(vec![problem])),
    };
    let plan = draft.plan()?;
    // A series begins without figures: they are added to it one by one.
    let begun = |problem: &Problem| kind == Kind::Series && *problem.message == *NO_FIGURES;
    let slip = |problem: &Problem| !anyway && !begun(problem);
    let blocking = |problem: &&Problem| problem.severity == Severity::Error || slip(problem);
    let problems: Vec<_> = plan.problems().iter().filter(blocking).collect();
    if !problems.is_empty() {
        let retold = problems
            .into_iter()
            .map(|problem| retell(problem, &plan, &template));
        return Ok(Outcome::Refused(retold.collect()));
    }
    let misquoted = if anyway {
        Vec::new()
    } else {
        quoted::misquoted(&plan, &id, folder, &template)
    };
    if !misquoted.is_empty() {
        return Ok(Outcome::Refused(misquoted));
    }
    let place = plan
        .place(&id)
        .map(|place| format!(" {}:{}", place.file, place.line));
    let alike = alike(&plan, &id);
    plan.write()?;
    if let Some(words) = alike {
        eprint(&words);
    }
    Ok(Outcome::Added(format!(
        "{id}{}\n",
        place.unwrap_or_default()
    )))
}

/// That a record of the same name was there before; none where the name is new. What happens more than
/// once has its date beside its name.
fn alike(plan: &Plan, id: &Id) -> Option<String> {
    let dossier = plan.dossier();
    let record = dossier.find(id)?;
    let has_name = !matches!(record.kind, Kind::Quote | Kind::Claim | Kind::Observation);
    let name = |record| folded(&dossier.dated_title(record));
    let own = name(record);
    let mut others = dossier.all(record.kind).filter(|other| *other != record);
    let other = others.find(|other| has_name && name(*other) == own)?;
    Some(format!(
        "warning: {} `{}` has the same name as `{id}`",
        record.kind.singular(),
        dossier.id(other)
    ))
}

fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Is something missing that an editor would ask for?
pub(super) fn is_short(problems: &[Problem]) -> bool {
    let short = |problem: &Problem| {
        problem.message.contains("missing field") || problem.message.ends_with("has no evidence")
    };
    problems.iter().any(short)
}

/// At its place in the text that the person wrote, if that is where it comes from.
fn retell(problem: &Problem, plan: &Plan, template: &Template) -> Problem {
    let name = |path: &Path| crate::system::path::shown(path);
    let change = plan
        .changes()
        .iter()
        .find(|change| name(&change.path) == *problem.file);
    change.map_or_else(
        || problem.clone(),
        |change| template.retold(problem, &change.new),
    )
}

fn add(kind: Kind, draft: &mut Draft, template: &mut Template) -> Result<Id, Problem> {
    match kind {
        Kind::Observation => figure(draft, template),
        _ => of_kind(kind, Adding { draft, template }),
    }
}

/// A record that is no figure, to be added.
struct Adding<'a> {
    draft: &'a mut Draft,
    template: &'a Template,
}

impl OfType for Adding<'_> {
    type Output = Result<Id, Problem>;

    fn of<R: Typed>(self) -> Self::Output {
        let Self { draft, template } = self;
        let record: R = template.read()?;
        let id = record.id().clone();
        taken(draft, template, &id)?;
        let added = draft.add(&record);
        added.map_err(|error| template.problem("id", id.as_str(), &error.to_string(), ""))?;
        Ok(id)
    }
}

fn figure(draft: &mut Draft, template: &mut Template) -> Result<Id, Problem> {
    let Some(series) = template.take("series") else {
        let hint = "name the series that the figure belongs to";
        return Err(template.problem("", "", "missing field `series`", hint));
    };
    let figure: Observation = template.read()?;
    taken(draft, template, &figure.id)?;
    let wrong = |message: &str| {
        let known = draft
            .dossier()
            .series
            .iter()
            .map(|series| series.id.as_str());
        let hint = match crate::dossier::nearest(&series, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "add it first: `bilat add series`".to_owned(),
        };
        template.problem("", "", message, &hint)
    };
    let series_id = Id::new(&series).map_err(|error| wrong(&error.to_string()))?;
    let hint = wrong(&format!("no series is called `{series}`"));
    draft.add_figure(&series_id, &figure).map_err(|_| hint)?;
    Ok(figure.id)
}

fn taken(draft: &Draft, template: &Template, id: &Id) -> Result<(), Problem> {
    if !draft.has(id) {
        return Ok(());
    }
    let message = format!("the id `{id}` is taken");
    let hint = "leave `id` out, and a free one is made";
    Err(template.problem("id", id.as_str(), &message, hint))
}
