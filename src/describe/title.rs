//! How a record is called in one line, wherever it is mentioned.

use super::words;
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::dossier::{Dossier, Id, Kind, Observation, Quote, Ref, Series, Source};

/// The unit of a change of a rate.
pub const PERCENTAGE_POINTS: &str = "percentage-points";

/// Words of a quote or claim that stand for the whole of it.
const GIST_WORDS: usize = 9;

impl Dossier {
    /// The title of a record, in one line.
    pub fn title(&self, record: Ref) -> String {
        let at = record.at;
        match record.kind {
            Kind::Observation => {
                let (series, observation) = self.observation(at);
                let figure = figure(series, observation);
                format!("{}, {}: {figure}", series.title, observation.period)
            }
            Kind::Quote => self.quote_title(&self.quotes.get(at)),
            Kind::Claim => gist(&self.claims[at].statement),
            Kind::Source => {
                let source = &self.sources[at];
                format!("{}: {}", self.source_name(source), source.title)
            }
            _ => {
                let any = self.any(record);
                let named = ["title", "name"].map(|field| words::value(self, &any.value(field)));
                named.concat()
            }
        }
    }

    /// The title of a quote that was read already.
    pub fn quote_title(&self, quote: &Quote) -> String {
        format!("{}: “{}”", self.name(&quote.speaker), gist(&quote.text))
    }

    /// A source in short: what it appeared in, or who published or wrote it, and when; or its bare id.
    pub(crate) fn source_name(&self, source: &Source) -> String {
        let name = source
            .container_title
            .as_ref()
            .or(source.publisher.as_ref())
            .map(ToString::to_string)
            .or_else(|| self.institution(source).map(ToOwned::to_owned));
        match (name, &source.issued) {
            (Some(name), Some(date)) if !date.is_undated() => format!("{name} {date}"),
            (Some(name), _) => name,
            (None, _) => source.id.to_string(),
        }
    }

    /// The name of the first organisation among the authors of a source.
    pub fn institution(&self, source: &Source) -> Option<&str> {
        let found = source.author.iter().filter_map(|id| self.find(id));
        let mut bodies = found.filter(|record| record.kind == Kind::Organisation);
        let body = &self.organisations[bodies.next()?.at];
        Some(&body.name)
    }

    /// The title of the record of that name, or the bare name.
    pub fn name(&self, id: &Id) -> String {
        self.find(id)
            .map_or_else(|| id.to_string(), |record| self.title(record))
    }
}

/// A figure as one would write it: "about US$ 8.3 million", "more than 20,000 ha", "+66 %".
pub fn figure(series: &Series, observation: &Observation) -> String {
    let word = match observation.qualifier {
        Some(Qualifier::About) => "about ",
        Some(Qualifier::MoreThan) => "more than ",
        Some(Qualifier::LessThan) => "less than ",
        Some(Qualifier::Estimated) => "an estimated ",
        Some(Qualifier::AtLeast) => "at least ",
        Some(Qualifier::AtMost) => "at most ",
        Some(Qualifier::Almost) => "almost ",
        None => "",
    };
    let firm = match observation.status {
        ObservationStatus::Reported => "",
        ObservationStatus::Forecast => ", forecast",
        ObservationStatus::Provisional => ", provisional",
        ObservationStatus::Target => ", target",
    };
    figure_in_words(series, observation, word, &scale_word(series.scale), firm)
}

/// The sign of how a value is meant.
fn qualifier_sign(observation: &Observation) -> &'static str {
    match observation.qualifier {
        Some(Qualifier::About) => "~",
        Some(Qualifier::MoreThan) => ">",
        Some(Qualifier::LessThan) => "<",
        Some(Qualifier::Estimated) => "est. ",
        Some(Qualifier::AtLeast) => "≥",
        Some(Qualifier::AtMost) => "≤",
        Some(Qualifier::Almost) => "almost ",
        None => "",
    }
}

/// The bare number with its sign, as beside a point of a chart: "~8.3"; empty where there is none.
pub fn number_label(observation: &Observation) -> String {
    number(observation).map_or_else(String::new, |number| {
        format!("{}{number}", qualifier_sign(observation))
    })
}

/// The same where there is little room: "~US$ 8.3 m", ">20,000 ha", "+4 % (f)".
pub fn short_figure(series: &Series, observation: &Observation) -> String {
    let word = qualifier_sign(observation);
    let firm = match observation.status {
        ObservationStatus::Reported => "",
        ObservationStatus::Forecast => " (f)",
        ObservationStatus::Provisional => " (p)",
        ObservationStatus::Target => " (t)",
    };
    let scale = match series.scale {
        3 => " k".to_owned(),
        6 => " m".to_owned(),
        9 => " bn".to_owned(),
        12 => " tn".to_owned(),
        other => scale_word(other),
    };
    figure_in_words(series, observation, word, &scale, firm)
}

fn figure_in_words(
    series: &Series,
    observation: &Observation,
    word: &str,
    scale: &str,
    firm: &str,
) -> String {
    let unit = series.unit.as_deref().unwrap_or("");
    let quantity = |number: &str| quantity(number, scale, unit, is_growth(series));
    let amount = match (observation.value, observation.low, observation.high) {
        (None, Some(low), None) => format!("{} or more", quantity(&low.to_string())),
        (None, None, Some(high)) => format!("up to {}", quantity(&high.to_string())),
        _ => match number(observation) {
            Some(number) => quantity(&number),
            None => return "no figure".to_owned(),
        },
    };
    format!("{word}{amount}{firm}")
}

/// The printed number or range; none where the source gives neither.
pub fn number(observation: &Observation) -> Option<String> {
    let value = observation.value.map(|value| value.to_string());
    let range = match (observation.low, observation.high) {
        (Some(low), Some(high)) => Some(format!("{low} to {high}")),
        (Some(low), None) => Some(format!("{low} or more")),
        (None, Some(high)) => Some(format!("up to {high}")),
        (None, None) => None,
    };
    match (value, range) {
        (Some(value), Some(range)) => Some(format!("{value} ({range})")),
        (value, range) => value.or(range),
    }
}

/// A computed level of a series: "≈ US$ 5.0 million".
pub fn implied_figure(series: &Series, value: &str) -> String {
    let unit = series.unit.as_deref().unwrap_or("");
    format!(
        "≈ {}",
        quantity(value, &scale_word(series.scale), unit, false)
    )
}

/// What the bare numbers of a series are counted in: "US$ million", "%".
pub fn unit(series: &Series) -> String {
    let unit = series.unit.as_deref().unwrap_or("");
    quantity("", &scale_word(series.scale), unit, false)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Are its values percentage points?
pub fn is_in_points(series: &Series) -> bool {
    let unit = series.unit.as_deref().unwrap_or("").to_lowercase();
    unit.replace([' ', '_'], "-") == PERCENTAGE_POINTS
}

/// A series whose values are shown with their sign.
fn is_growth(series: &Series) -> bool {
    series.kind == crate::dossier::series::SeriesKind::Growth
}

/// Currencies by ISO 4217.
#[rustfmt::skip] // one list, read as a table
pub(crate) const CURRENCIES: [&str; 40] = [
    "USD", "EUR", "RUB", "LAK", "CNY", "JPY", "GBP", "THB", "VND", "CHF",
    "INR", "KRW", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "HUF", "RON", "TRY", "UAH", "KZT", "UZS", "ZAR", "BRL", "MXN", "EGP",
    "NGN", "KES", "IDR", "MYR", "PHP", "SGD", "HKD", "TWD", "AED", "SAR",
];

/// The currency that a unit begins with, and the rest: " PPP", "/person".
fn currency(unit: &str) -> Option<(&str, &str)> {
    let (code, rest) = unit.split_at_checked(3)?;
    let ends = !rest.starts_with(char::is_alphanumeric);
    (ends && CURRENCIES.contains(&code)).then_some((code, rest))
}

/// Number, scale and unit in reading order: the currency comes before the number.
fn quantity(number: &str, scale: &str, unit: &str, signed: bool) -> String {
    let sign = if signed && !number.starts_with('-') {
        "+"
    } else {
        ""
    };
    match currency(unit) {
        Some(("USD", rest)) => format!("{sign}US$ {number}{scale}{rest}"),
        Some((code, rest)) => format!("{sign}{code} {number}{scale}{rest}"),
        None if unit == PERCENTAGE_POINTS => format!("{sign}{number}{scale} percentage points"),
        None if unit.is_empty() => format!("{sign}{number}{scale}"),
        None => format!("{sign}{number}{scale} {unit}"),
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

/// What is added to the title of a series that counts the same as another in another power of ten or
/// unit: ", in million USD". Nothing where it has neither.
pub fn counted_in(scale: i8, unit: &str) -> String {
    let words = format!("{} {unit}", scale_word(scale));
    match words.trim() {
        "" => String::new(),
        counted => format!(", in {counted}"),
    }
}

/// The title without that: what series of the same in several units have in common.
pub fn subject(series: &Series) -> &str {
    let counted = counted_in(series.scale, series.unit.as_deref().unwrap_or_default());
    let bare = series.title.strip_suffix(counted.as_str());
    bare.unwrap_or(&series.title)
}

/// The first words of a text, with an ellipsis where it goes on.
fn gist(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<_> = words.by_ref().take(GIST_WORDS).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}
