//! One figure in the spellings of several languages: number words, decimal marks, scales, units and
//! qualifiers. None of them is another figure.

use serde_json::{Value, json};

use crate::slips::file;

/// The words of the source, and the figure of a record: value, power of ten, unit, qualifier.
type Spelling = (&'static str, f64, i8, &'static str, &'static str);

const SPELLINGS: &[Spelling] = &[
    ("US$8.3 million in 2021", 8.3, 6, "USD", ""),
    ("8.3 million US dollars in 2021", 8.3, 6, "USD", ""),
    ("USD 8.3 mn in 2021", 8.3, 6, "USD", ""),
    ("$8.3m in 2021", 8.3, 6, "USD", ""),
    ("US$ 8,300,000 in 2021", 8.3, 6, "USD", ""),
    ("8 300 000 dollars in 2021", 8.3, 6, "USD", ""),
    ("8.300.000 US-Dollar im Jahr 2021", 8.3, 6, "USD", ""),
    ("8,3 Mio. US-Dollar im Jahr 2021", 8.3, 6, "USD", ""),
    ("8,3 Millionen Dollar im Jahr 2021", 8.3, 6, "USD", ""),
    ("8,3 millions de dollars en 2021", 8.3, 6, "USD", ""),
    ("8,3 млн долларов в 2021 году", 8.3, 6, "USD", ""),
    ("8,3 миллиона долларов США в 2021 году", 8.3, 6, "USD", ""),
    ("8,3 millones de dólares en 2021", 8.3, 6, "USD", ""),
    ("eight million dollars in 2021", 8.0, 6, "USD", ""),
    ("fifty million dollars in 2021", 50.0, 6, "USD", ""),
    ("twenty-five million dollars in 2021", 25.0, 6, "USD", ""),
    ("half a million dollars in 2021", 0.5, 6, "USD", ""),
    ("one and a half million dollars in 2021", 1.5, 6, "USD", ""),
    ("a million dollars in 2021", 1.0, 6, "USD", ""),
    ("two hundred thousand dollars in 2021", 0.2, 6, "USD", ""),
    ("$1.2 billion in 2021", 1200.0, 6, "USD", ""),
    ("$1.2bn in 2021", 1.2, 9, "USD", ""),
    ("1,2 Mrd. Dollar im Jahr 2021", 1.2, 9, "USD", ""),
    ("1,2 млрд долларов в 2021 году", 1200.0, 6, "USD", ""),
    ("1.2 trillion dollars in 2021", 1.2, 12, "USD", ""),
    ("US$1,200 million in 2021", 1.2, 9, "USD", ""),
    ("US$950 thousand in 2021", 0.95, 6, "USD", ""),
    ("US$950k in 2021", 0.95, 6, "USD", ""),
    ("950 тыс. долларов в 2021 году", 950.0, 3, "USD", ""),
    ("about US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("roughly US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("around US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("approximately US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("some US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("circa US$8 million in 2021", 8.0, 6, "USD", "about"),
    ("US$8 million or so in 2021", 8.0, 6, "USD", "about"),
    (
        "rund 8 Millionen Dollar im Jahr 2021",
        8.0,
        6,
        "USD",
        "about",
    ),
    (
        "environ 8 millions de dollars en 2021",
        8.0,
        6,
        "USD",
        "about",
    ),
    ("около 8 млн долларов в 2021 году", 8.0, 6, "USD", "about"),
    ("more than US$8 million in 2021", 8.0, 6, "USD", "more-than"),
    ("over US$8 million in 2021", 8.0, 6, "USD", "more-than"),
    ("above US$8 million in 2021", 8.0, 6, "USD", "more-than"),
    (
        "upwards of US$8 million in 2021",
        8.0,
        6,
        "USD",
        "more-than",
    ),
    ("exceeded US$8 million in 2021", 8.0, 6, "USD", "more-than"),
    (
        "более 8 млн долларов в 2021 году",
        8.0,
        6,
        "USD",
        "more-than",
    ),
    ("less than US$8 million in 2021", 8.0, 6, "USD", "less-than"),
    ("under US$8 million in 2021", 8.0, 6, "USD", "less-than"),
    ("below US$8 million in 2021", 8.0, 6, "USD", "less-than"),
    (
        "менее 8 млн долларов в 2021 году",
        8.0,
        6,
        "USD",
        "less-than",
    ),
    ("at least US$8 million in 2021", 8.0, 6, "USD", "at-least"),
    (
        "no less than US$8 million in 2021",
        8.0,
        6,
        "USD",
        "at-least",
    ),
    ("at most US$8 million in 2021", 8.0, 6, "USD", "at-most"),
    ("up to US$8 million in 2021", 8.0, 6, "USD", "at-most"),
    (
        "no more than US$8 million in 2021",
        8.0,
        6,
        "USD",
        "at-most",
    ),
    ("almost US$8 million in 2021", 8.0, 6, "USD", "almost"),
    ("nearly US$8 million in 2021", 8.0, 6, "USD", "almost"),
    ("close to US$8 million in 2021", 8.0, 6, "USD", "almost"),
    ("почти 8 млн долларов в 2021 году", 8.0, 6, "USD", "almost"),
    (
        "an estimated US$8 million in 2021",
        8.0,
        6,
        "USD",
        "estimated",
    ),
    (
        "estimated at US$8 million in 2021",
        8.0,
        6,
        "USD",
        "estimated",
    ),
    ("62% in 2021", 62.0, 0, "%", ""),
    ("62 % in 2021", 62.0, 0, "%", ""),
    ("62 per cent in 2021", 62.0, 0, "%", ""),
    ("62 percent in 2021", 62.0, 0, "%", ""),
    ("sixty-two percent in 2021", 62.0, 0, "%", ""),
    ("62 Prozent im Jahr 2021", 62.0, 0, "%", ""),
    ("62 процента в 2021 году", 62.0, 0, "%", ""),
    ("62 pour cent en 2021", 62.0, 0, "%", ""),
    ("four fifths in 2021", 80.0, 0, "%", ""),
    ("half of it in 2021", 50.0, 0, "%", ""),
    ("three quarters in 2021", 75.0, 0, "%", ""),
    ("two thirds in 2021", 66.7, 0, "%", "about"),
    ("20 thousand hectares in 2021", 20000.0, 0, "ha", ""),
    ("20,000 ha in 2021", 20000.0, 0, "ha", ""),
    ("20 000 hectares in 2021", 20.0, 3, "ha", ""),
    ("20 тыс. га в 2021 году", 20000.0, 0, "ha", ""),
    ("300,000 tonnes in 2021", 300.0, 3, "t", ""),
    ("300,000 tons in 2021", 300.0, 3, "t", ""),
    ("300 kt in 2021", 300.0, 3, "t", ""),
    ("300 thousand metric tons in 2021", 300000.0, 0, "t", ""),
    ("0.3 million tonnes in 2021", 300000.0, 0, "t", ""),
    ("a population of 7.7 million in 2021", 7.7, 6, "persons", ""),
    ("7.7 million people in 2021", 7.7, 6, "persons", ""),
    (
        "7,7 Millionen Einwohner im Jahr 2021",
        7.7,
        6,
        "persons",
        "",
    ),
    ("7.7m inhabitants in 2021", 7.7, 6, "persons", ""),
    ("a dozen tourists in 2021", 12.0, 0, "persons", ""),
    (
        "hundreds of thousands, namely 300,000 visitors, in 2021",
        300000.0,
        0,
        "persons",
        "",
    ),
    ("1,000 km in 2021", 1000.0, 0, "km", ""),
    ("1000 kilometres in 2021", 1000.0, 0, "km", ""),
    ("250 megawatts in 2021", 250.0, 0, "MW", ""),
    ("12 Milliarden Dollar im Jahr 2021", 12.0, 9, "USD", ""),
    ("8 Tsd. Dollar im Jahr 2021", 8.0, 3, "USD", ""),
    ("1.66-fold in 2021", 1.66, 0, "times", ""),
    ("5 тысяч человек в 2021 году", 5.0, 3, "persons", ""),
];

/// The series of the built-in dossier with one more for each spelling.
pub(crate) fn spellings() -> Vec<(&'static str, Value)> {
    SPELLINGS.iter().map(|one| (one.0, with(one))).collect()
}

fn with((exact, value, scale, unit, qualifier): &Spelling) -> Value {
    let evidence = json!([{"source": "article-2025", "paragraph": 12, "exact": exact}]);
    let mut figure =
        json!({"id": "spelled.2021", "period": "2021", "value": value, "evidence": evidence});
    if !qualifier.is_empty() {
        figure["qualifier"] = (*qualifier).into();
    }
    let mut all = file("series.json");
    all.as_array_mut()
        .unwrap()
        .push(json!({"id": "spelled", "title": "Spelled, Laos",
        "kind": "indicator", "unit": unit, "scale": scale, "reporter": "LAO",
        "evidence": evidence, "observations": [figure]}));
    all
}
