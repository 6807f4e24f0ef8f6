//! How a record is called in one line, wherever it is mentioned.

use super::{Dossier, Id, Kind, Observation, Ref, Series, Source};
use crate::dossier::series::{Firmness, Qualifier};

/// Words of a quote or claim that stand for the whole of it.
const GIST_WORDS: usize = 9;

impl Dossier {
    /// The title of a record, in one line.
    pub fn title(&self, record: Ref) -> String {
        let at = record.at;
        match record.kind {
            Kind::Event => self.events[at].title.to_string(),
            Kind::Agreement => self.agreements[at].title.to_string(),
            Kind::Series => self.series[at].title.to_string(),
            Kind::Observation => {
                let (series, observation) = self.observation(at);
                format!(
                    "{}, {}: {}",
                    series.title,
                    observation.period,
                    figure(series, observation)
                )
            }
            Kind::Quote => {
                let quote = &self.quotes[at];
                format!("{}: “{}”", self.name(&quote.speaker), gist(&quote.text))
            }
            Kind::Claim => gist(&self.claims[at].statement),
            Kind::Dispute => self.disputes[at].title.to_string(),
            Kind::Person => self.people[at].name.to_string(),
            Kind::Organisation => self.organisations[at].name.to_string(),
            Kind::Source => format!(
                "{}: {}",
                source_name(&self.sources[at]),
                self.sources[at].title
            ),
        }
    }

    /// The title of the record of that name, or the bare name.
    pub fn name(&self, id: &Id) -> String {
        self.find(id)
            .map_or_else(|| id.to_string(), |record| self.title(record))
    }
}

/// A source in short: where it stands and when it was published.
pub(super) fn source_name(source: &Source) -> String {
    let name = source
        .container_title
        .as_ref()
        .or(source.publisher.as_ref());
    let name = name.map_or_else(|| source.id.to_string(), ToString::to_string);
    match &source.issued {
        Some(date) if !date.is_undated() => format!("{name} {date}"),
        _ => name,
    }
}

/// A figure as one would write it: "about US$ 8.3 million", "more than 20,000 ha", "+66 %".
pub fn figure(series: &Series, observation: &Observation) -> String {
    let Some(value) = observation.value else {
        return "no figure".to_owned();
    };
    let word = match observation.qualifier {
        Some(Qualifier::About) => "about ",
        Some(Qualifier::MoreThan) => "more than ",
        Some(Qualifier::LessThan) => "less than ",
        Some(Qualifier::Estimated) => "an estimated ",
        None => "",
    };
    let firm = match observation.status {
        Firmness::Reported => "",
        Firmness::Forecast => ", forecast",
        Firmness::Provisional => ", provisional",
    };
    let unit = series.unit.as_deref().unwrap_or("");
    format!(
        "{word}{}{firm}",
        quantity(&value.to_string(), series.scale, unit, is_growth(series))
    )
}

/// A series whose values are shown with their sign.
fn is_growth(series: &Series) -> bool {
    series.kind == super::series::SeriesKind::Growth
}

/// Number, scale and unit in reading order.
fn quantity(number: &str, scale: i8, unit: &str, signed: bool) -> String {
    let sign = if signed && !number.starts_with('-') {
        "+"
    } else {
        ""
    };
    let scale = scale_word(scale);
    match unit.strip_prefix("USD") {
        Some(rest) => format!("{sign}US$ {number}{scale}{rest}"),
        None => format!(
            "{sign}{number}{scale}{}{unit}",
            if unit.is_empty() { "" } else { " " }
        ),
    }
}

/// The word for a power of ten, with a blank before it.
pub fn scale_word(scale: i8) -> String {
    match scale {
        0 => String::new(),
        3 => " thousand".to_owned(),
        6 => " million".to_owned(),
        9 => " billion".to_owned(),
        12 => " trillion".to_owned(),
        other => format!(" × 10^{other}"),
    }
}

/// The first words of a text, with an ellipsis where it goes on.
fn gist(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<_> = words.by_ref().take(GIST_WORDS).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}
