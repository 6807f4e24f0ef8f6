//! The fields of a record on its page, in the order of the table of fields.

use super::Writer;
use crate::describe::{title, words};
use crate::dossier::date::Basis;
use crate::dossier::fields::{Info, OnPage, Type};
use crate::dossier::value::Value;
use crate::dossier::{Date, Kind, Record, Ref};

impl Writer<'_> {
    pub(super) fn fields(&mut self, record: Ref) {
        let dossier = self.dossier;
        let any = dossier.any(record);
        if record.kind == Kind::Observation {
            let (series, figure) = dossier.observation(record.at);
            self.field("figure", title::figure(series, figure));
        }
        let (bodies, rows): (Vec<_>, Vec<_>) = any
            .values()
            .into_iter()
            .partition(|(info, _)| info.on_page == OnPage::Body);
        for (_, body) in &bodies {
            if let Value::Text(text) = body {
                self.body(text);
            }
        }
        let is_headed = |info: &Info| matches!(info.on_page, OnPage::Headed(_) | OnPage::Listed(_));
        let (headed, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(i, _)| is_headed(i));
        for (info, value) in rows.iter().chain(&headed) {
            self.value(info, value);
        }
        self.absent(record, &*any);
        if record.kind == Kind::Series {
            self.figures(record.at);
        }
        self.field("id", any.id());
    }

    /// What it means that a field is empty, where that is worth saying.
    fn absent(&mut self, record: Ref, any: &dyn Record) {
        let trade = || !any.value("flow").is_empty();
        match record.kind {
            Kind::Dispute if any.value("resolution").is_empty() => {
                self.field("resolution", "left open");
            }
            Kind::Series if any.value("reporter").is_empty() && trade() => {
                self.field("reporter", "not stated");
            }
            _ => {}
        }
    }

    fn figures(&mut self, at: usize) {
        let series = &self.dossier.series[at];
        if !series.observations.is_empty() {
            self.heading("Figures");
        }
        for (place, observation) in series.observations.iter().enumerate() {
            let figure = title::figure(series, observation);
            let broken = if observation.is_break {
                " (break in the series)"
            } else {
                ""
            };
            let value = format!("{}: {figure}{broken}", observation.period);
            self.link("figure", value, self.dossier.observation_ref(at, place));
        }
    }

    fn value(&mut self, info: &Info, value: &Value<'_>) {
        let label = info.label();
        match (value, info.on_page) {
            // Passages have rows of their own.
            (_, OnPage::Hidden | OnPage::Body) | (Value::Evidence(_), _) => {}
            (Value::Date(date), _) => self.date(&label, date),
            (Value::Integer(0), _) if matches!(info.kind, Type::Scale) => {}
            (Value::Integer(scale), _) if matches!(info.kind, Type::Scale) => {
                let scale = i8::try_from(*scale).unwrap_or_default();
                self.field(&label, title::scale_word(scale).trim_start());
            }
            (Value::List(items), _) if info.relation().is_some() => {
                for item in items {
                    self.row(&label, item, "");
                }
            }
            (Value::Parts(objects), OnPage::Headed(heading)) => {
                for object in objects {
                    self.heading(heading);
                    self.object(info, object);
                }
            }
            (Value::Parts(objects), OnPage::Listed(heading)) if !objects.is_empty() => {
                self.heading(heading);
                self.lines(info, objects);
            }
            (Value::Parts(objects), _) if matches!(info.kind, Type::Part(_)) => {
                for object in objects {
                    self.object(info, object);
                }
            }
            (Value::Parts(objects), _) => self.lines(info, objects),
            (value, _) if value.is_empty() => {}
            (value, _) => self.row(&label, value, ""),
        }
    }

    /// An object with a line for each of its fields.
    fn object(&mut self, info: &Info, object: &[Value<'_>]) {
        let parts = info.parts().unwrap_or_default();
        for (part, value) in parts.iter().zip(object) {
            self.passages("evidence", value);
            self.value(part, value);
        }
    }

    /// Objects, each on one line.
    fn lines(&mut self, info: &Info, objects: &[Vec<Value<'_>>]) {
        for object in objects {
            self.line(info, object);
        }
    }

    /// An object on one line: whom or what it names, then the rest in the order of its fields.
    fn line(&mut self, info: &Info, object: &[Value<'_>]) {
        let parts = info.parts().unwrap_or_default();
        let (Some(first), Some(head)) = (parts.first(), object.first()) else {
            return;
        };
        let is_country = self.country_of(head).is_some();
        let mut rest = String::new();
        for (part, value) in parts.iter().zip(object).skip(1) {
            // A country acts for itself.
            let is_itself = is_country && matches!(value, Value::Country(_));
            let shown = words::value(self.dossier, value);
            if !is_itself && !shown.is_empty() && !matches!(value, Value::Evidence(_)) {
                let label = part.label();
                let gap = if label.is_empty() { "" } else { " " };
                rest.extend([", ", &label, gap, &shown]);
            }
        }
        self.row(&first.label(), head, &rest);
        for value in object {
            self.passages("", value);
        }
    }

    fn passages(&mut self, label: &str, value: &Value<'_>) {
        if let Value::Evidence(passages) = value {
            for passage in *passages {
                self.anchor(label, passage);
            }
        }
    }

    fn country_of(&self, value: &Value<'_>) -> Option<String> {
        let names_country = match value {
            Value::Country(_) => true,
            Value::Actor(actor) => actor.id().is_none(),
            _ => false,
        };
        names_country.then(|| words::value(self.dossier, value))
    }

    /// A value, with the record that it names as a link.
    fn row(&mut self, label: &str, value: &Value<'_>, more: &str) {
        let link = value.id().and_then(|id| self.dossier.find(id));
        let shown = match link {
            Some(target) => self.dossier.dated_title(target),
            None => words::value(self.dossier, value),
        };
        self.link(label, shown + more, link);
    }

    /// A date, and below it how it was found when it was not printed.
    fn date(&mut self, label: &str, date: &Date) {
        self.field(
            label,
            match date.basis {
                Basis::Stated => date.to_string(),
                Basis::Inferred => format!("{date} inferred"),
                Basis::Derived => format!("{date} derived"),
            },
        );
        if let Some(bounds) = narrowed(date) {
            self.field("", bounds);
        }
        if let Some(why) = &date.why {
            self.field("", why);
        }
    }
}
/// The bounds of a date, where they say more than the date itself.
fn narrowed(date: &Date) -> Option<String> {
    let plain = date.edtf().and_then(|edtf| Date::parse(edtf).ok());
    let (first, last) = plain.map_or((None, None), |date| (date.earliest(), date.latest()));
    match (
        date.earliest().filter(|day| Some(*day) != first),
        date.latest().filter(|day| Some(*day) != last),
    ) {
        (Some(a), Some(b)) => Some(format!("between {a} and {b}")),
        (Some(a), None) => Some(format!("not before {a}")),
        (None, Some(b)) => Some(format!("not after {b}")),
        (None, None) => None,
    }
}
