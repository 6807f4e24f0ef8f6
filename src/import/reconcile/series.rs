//! A series meets the one that the dossier has: figures of further periods are added to it.

use super::error::SettleError;
use super::facts::{self, meet};
use super::{Outcome, Reconciled};
use crate::dossier::series::SeriesKind;
use crate::dossier::{Id, Kind, Observation, Ref, Series, Text};
use crate::edit::draft::Draft;
use crate::import::context::ImportContext;
use crate::import::series_builder::{Figure, Growing, Head};

/// Adds a series, or what is new of it.
pub(super) fn reconcile(
    context: &mut ImportContext<'_>,
    draft: &mut Draft,
    growing: &Growing,
    reconciled: &mut Reconciled,
) -> Result<(), SettleError> {
    let dossier = context.dossier;
    let id = name(context, growing);
    let old = dossier
        .find(&id)
        .filter(|found| found.kind == Kind::Series)
        .map(|found| &dossier.series[found.at]);
    let mut series = head(&growing.head, &id);
    reconciled.series.push(id);
    if let Some(old) = old {
        return known(context, draft, (old, &series), growing, reconciled);
    }
    for figure in &growing.figures {
        let figure = observation(context, &series.id, figure)?;
        series.observations.push(figure);
        reconciled.count(Kind::Observation, Outcome::New);
    }
    in_order(&mut series);
    draft.add(&series)?;
    reconciled.cite(&series);
    reconciled.count(Kind::Series, Outcome::New);
    Ok(())
}

/// The series that one of the figures stands in already, else one of its name that is the same.
fn name(context: &mut ImportContext<'_>, growing: &Growing) -> Id {
    let dossier = context.dossier;
    let anchored = growing.figures.iter().find_map(|figure| {
        let found = context.figure(&figure.evidence)?;
        Some(dossier.series[dossier.series_of(found.at)].id.clone())
    });
    if let Some(id) = anchored {
        context.take(&id);
        return id;
    }
    let head = &growing.head;
    context.name(Kind::Series, &head.words, None, |found: Ref| {
        is_same(&dossier.series[found.at], head)
    })
}

/// Trade is told apart by what is traded; an indicator by its code in the id, or where that was cut by
/// its title.
fn is_same(series: &Series, head: &Head) -> bool {
    let text = |text: &Option<Text>| text.as_deref().map(str::to_owned);
    let titled = series.kind == SeriesKind::Trade
        || Id::holds(&head.words)
        || *series.title == *Text::new(&head.title);
    (series.kind, series.flow, series.scale) == (head.kind, head.flow, head.scale)
        && (&series.reporter, &series.partner) == (&head.reporter, &head.partner)
        && text(&series.commodity) == head.commodity
        && text(&series.unit) == head.unit
        && titled
}

fn head(head: &Head, id: &Id) -> Series {
    let text = |text: &Option<String>| text.as_deref().map(Text::new);
    Series {
        id: id.clone(),
        title: Text::new(&head.title),
        kind: head.kind,
        unit: text(&head.unit),
        scale: head.scale,
        flow: head.flow,
        reporter: head.reporter.clone(),
        partner: head.partner.clone(),
        commodity: text(&head.commodity),
        of: None,
        observations: Vec::new(),
        items: Vec::new(),
        evidence: head.evidence.iter().cloned().collect(),
        topics: head.topics.clone(),
        note: text(&head.note),
    }
}

/// The figure with a name of its own: that of its series and its period.
fn observation(
    context: &mut ImportContext<'_>,
    series: &Id,
    figure: &Figure,
) -> Result<Observation, SettleError> {
    let stem = format!("{series}.{}", figure.label);
    let mut id = Id::new(&stem)?;
    let mut number = 2;
    while context.has(&id) {
        id = Id::new(&format!("{stem}-{number}"))?;
        number += 1;
    }
    context.take(&id);
    Ok(found(figure, id))
}

fn found(figure: &Figure, id: Id) -> Observation {
    Observation {
        qualifier: figure.qualifier,
        status: figure.status,
        is_break: figure.is_break,
        note: figure.note.clone(),
        evidence: vec![figure.evidence.clone()],
        ..Observation::new(id, figure.period.clone(), Some(figure.value))
    }
}

/// A series that is there already, as it is to be.
struct Known<'a> {
    old: &'a Series,
    merged: Series,
    /// Is something in it another than before?
    replaced: bool,
    added: Vec<Observation>,
}

/// The figures of a series that is there already.
fn known(
    context: &mut ImportContext<'_>,
    draft: &mut Draft,
    (old, new): (&Series, &Series),
    growing: &Growing,
    reconciled: &mut Reconciled,
) -> Result<(), SettleError> {
    let (mut merged, differs): (Series, _) = meet(old, new)?;
    merged.evidence.clone_from(&old.evidence);
    reconciled.differ(&old.id, &differs);
    let stand = Outcome::of(&differs, context.options.update);
    let mut known = Known {
        old,
        merged,
        replaced: stand == Outcome::Changed,
        added: Vec::new(),
    };
    for figure in &growing.figures {
        known.take(figure, context, reconciled)?;
    }
    let changed = known.replaced || !known.added.is_empty();
    let left = stand == Outcome::Kept || !changed;
    reconciled.count(Kind::Series, if left { stand } else { Outcome::Changed });
    known.write(draft, reconciled)
}

impl Known<'_> {
    /// A figure that is new, the same, or another than the file has it.
    fn take(
        &mut self,
        figure: &Figure,
        context: &mut ImportContext<'_>,
        reconciled: &mut Reconciled,
    ) -> Result<(), SettleError> {
        let Some(at) = place(context, self.old, figure) else {
            let new = observation(context, &self.old.id, figure)?;
            self.added.push(new);
            reconciled.count(Kind::Observation, Outcome::New);
            return Ok(());
        };
        let there = &self.old.observations[at];
        let (changed, differs) = facts::figure(there, &found(figure, there.id.clone()))?;
        reconciled.differ(&there.id, &differs);
        let stand = Outcome::of(&differs, context.options.update);
        reconciled.count(Kind::Observation, stand);
        if stand == Outcome::Changed {
            self.merged.observations[at] = changed;
            self.replaced = true;
        }
        Ok(())
    }

    /// New figures alone leave the rest of the text as it is spelled.
    fn write(mut self, draft: &mut Draft, reconciled: &mut Reconciled) -> Result<(), SettleError> {
        if !self.replaced && self.added.is_empty() {
            return Ok(());
        }
        self.merged.observations.extend(self.added.iter().cloned());
        in_order(&mut self.merged);
        reconciled.cite(&self.merged);
        if self.replaced {
            draft.replace(&self.merged)?;
            return Ok(());
        }
        for figure in &self.added {
            draft.add_figure(&self.old.id, figure)?;
        }
        Ok(())
    }
}

/// The figure of the dossier that this one is: by its place in the source, by name, by period.
fn place(context: &ImportContext<'_>, old: &Series, figure: &Figure) -> Option<usize> {
    let anchored = context.figure(&figure.evidence).and_then(|found| {
        let (series, observation) = context.dossier.observation(found.at);
        (series.id == old.id).then_some(&observation.id)
    });
    let named = format!("{}.{}", old.id, figure.label);
    let all = || old.observations.iter();
    let is_now = |there: &&Observation| there.period == figure.period;
    let found = all()
        .position(|there| Some(&there.id) == anchored)
        .or_else(|| all().position(|there| there.id.as_str() == named))
        .or_else(|| all().position(|there| is_now(&there) && there.value == Some(figure.value)));
    found.or_else(|| all().position(|there| is_now(&there)))
}

fn in_order(series: &mut Series) {
    series.observations.sort_by(|a, b| a.period.sort(&b.period));
}
