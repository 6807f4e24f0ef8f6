//! A value for every field, as its file has it, and the lines of the page that show it.

use bilat::dossier::Kind;
use serde_json::Value;

use super::actors::{ORGANISATION, PERSON, SOURCE};

/// A value of a field.
pub(crate) struct Sample {
    pub(crate) field: &'static str,
    /// Its JSON, with the digits as they are printed.
    json: &'static str,
    /// Lines of the page that would not be there without it.
    pub(crate) shown: &'static [&'static str],
}

impl Sample {
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(self.json).unwrap_or_else(|error| panic!("{}: {error}", self.json))
    }
}

/// The samples of a kind, in the order of its table.
pub(crate) fn samples(kind: Kind) -> &'static [Sample] {
    match kind {
        Kind::Event => EVENT,
        Kind::Agreement => AGREEMENT,
        Kind::Series => SERIES,
        Kind::Observation => FIGURE,
        Kind::Quote => QUOTE,
        Kind::Claim => CLAIM,
        Kind::Dispute => DISPUTE,
        Kind::Person => PERSON,
        Kind::Organisation => ORGANISATION,
        Kind::Source => SOURCE,
    }
}

/// The id of the record that has every field.
pub(crate) fn id(kind: Kind) -> String {
    format!("full-{}", kind.singular())
}

/// The text of a record with the fields that `keep` names.
pub(crate) fn record(kind: Kind, id: &str, keep: impl Fn(&str) -> bool) -> String {
    let kept = samples(kind).iter().filter(|sample| keep(sample.field));
    let members: Vec<_> = kept
        .map(|sample| format!(", \"{}\": {}", sample.field, sample.json))
        .collect();
    format!("{{\"id\": \"{id}\"{}}}", members.concat())
}

pub(crate) const fn sample(
    field: &'static str,
    json: &'static str,
    shown: &'static [&'static str],
) -> Sample {
    Sample { field, json, shown }
}

pub(crate) const TOPICS: Sample = sample(
    "topics",
    r#"["trade", "energy"]"#,
    &["topics: Trade, Energy"],
);

pub(crate) const NOTE: Sample = sample(
    "note",
    r#""What the compiler notes""#,
    &["note: What the compiler notes"],
);

/// Several runs, the words around them, and what the passage does.
pub(crate) const EVIDENCE: Sample = sample(
    "evidence",
    r#"[{"source": "gazette", "paragraph": 2, "exact": ["one run", "another run"],
         "prefix": "before ", "suffix": " after", "relation": "implies"},
        {"source": "gazette", "paragraph": 3, "exact": "against it", "relation": "contradicts"}]"#,
    &[
        "Gazette 2025, ¶2 (implies): “one run … another run” (gazette)",
        "Gazette 2025, ¶3 (contradicts): “against it” (gazette)",
    ],
);

const EVENT: &[Sample] = &[
    sample(
        "title",
        r#""Full title of an event""#,
        &["event: Full title of an event"],
    ),
    sample(
        "summary",
        r#""What it is in a sentence.""#,
        &["What it is in a sentence."],
    ),
    sample(
        "date",
        r#"{"edtf": "2016", "basis": "inferred", "why": "the year before 2017", "not_before": "2016-05"}"#,
        &[
            "date: [2016] inferred",
            "the year before 2017",
            "not before 2016-05-01",
        ],
    ),
    sample("kind", r#""state""#, &["kind: state"]),
    sample(
        "status",
        r#""under-discussion""#,
        &["status: under-discussion"],
    ),
    sample("place", r#""Vientiane""#, &["place: Vientiane"]),
    sample(
        "participants",
        r#"[{"who": "LAO", "role": "host"}, {"who": "ann", "role": "guest"}, {"who": "mot"}]"#,
        &[
            "participant: Laos, host",
            "participant: Ann Lee, guest (ann)",
            "participant: Ministry of Tests (mot)",
        ],
    ),
    sample("bilateral", "false", &["bilateral: no"]),
    sample(
        "part_of",
        r#""opening""#,
        &["part of: 2001  Opening talks (opening)"],
    ),
    sample(
        "follows",
        r#"["opening"]"#,
        &["follows: 2001  Opening talks (opening)"],
    ),
    sample(
        "agreements",
        r#"["older"]"#,
        &["agreement: 2002  Older memo (older)"],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];

const AGREEMENT: &[Sample] = &[
    sample(
        "title",
        r#""Full title of an agreement""#,
        &["agreement: Full title of an agreement"],
    ),
    sample("kind", r#""plan-of-action""#, &["kind: plan-of-action"]),
    sample("status", r#""speculative""#, &["status: speculative"]),
    sample(
        "parties",
        r#"[{"party": "LAO", "side": "LAO", "signed": "2019-01-02", "in_force": "2020~", "withdrew": "2024-03"},
            {"party": "mot", "side": "GBR", "signed": "2018"}]"#,
        &[
            "party: Laos, signed 2019-01-02, in force ~2020, withdrew 2024-03",
            "party: Ministry of Tests, for Britain, signed 2018 (mot)",
        ],
    ),
    sample(
        "signed",
        r#"{"edtf": "2017", "basis": "inferred", "why": "the anniversary"}"#,
        &["signed: [2017] inferred", "the anniversary"],
    ),
    sample("in_force", r#""2021-02""#, &["in force: 2021-02"]),
    sample("ends", r#""2030""#, &["ends: 2030"]),
    sample("horizon", r#""2021/2026""#, &["horizon: 2021 – 2026"]),
    sample(
        "event",
        r#""opening""#,
        &["occasion: 2001  Opening talks (opening)"],
    ),
    sample(
        "follows",
        r#"["older"]"#,
        &["follows: 2002  Older memo (older)"],
    ),
    sample(
        "maybe_same_as",
        r#"["older"]"#,
        &["maybe the same as: 2002  Older memo (older)"],
    ),
    sample("count", "12", &["how many: 12"]),
    TOPICS,
    EVIDENCE,
    NOTE,
];

const SERIES: &[Sample] = &[
    sample(
        "title",
        r#""Full title of a series""#,
        &["series: Full title of a series"],
    ),
    sample("kind", r#""growth""#, &["kind: growth"]),
    sample(
        "unit",
        r#""percentage-points""#,
        &["unit: percentage-points"],
    ),
    sample("scale", "3", &["figures in: thousand"]),
    sample("flow", r#""balance""#, &["flow: balance"]),
    sample("reporter", r#""LAO""#, &["reporter: Laos"]),
    sample("partner", r#""mot""#, &["partner: Ministry of Tests (mot)"]),
    sample("commodity", r#""cassava""#, &["commodity: cassava"]),
    sample("of", r#""base""#, &["growth of: Base level (base)"]),
    sample(
        "items",
        r#"[{"name": "green coffee", "evidence": [{"source": "gazette", "paragraph": 5, "exact": "coffee"}]}]"#,
        &["name: green coffee", "Gazette 2025, ¶5: “coffee” (gazette)"],
    ),
    // The figure has samples of its own.
    sample(
        "observations",
        r#"[{"id": "listed-figure", "period": "2020", "value": 8.30, "low": 8.10, "high": 8.50, "qualifier": "at-least",
             "status": "target", "break": true, "compared_with": "2015", "said_by": "ann",
             "evidence": [{"source": "gazette", "paragraph": 6, "exact": "8.30"}], "note": "N"}]"#,
        &[
            "figure: 2020: at least +8.30 (8.10 to 8.50) thousand percentage points, target (break in the series) (listed-figure)",
        ],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];

const FIGURE: &[Sample] = &[
    sample("period", r#""2020""#, &["period: 2020"]),
    sample(
        "value",
        "8.30",
        &["figure: at least +8.30 (8.10 to 8.50) thousand percentage points, target"],
    ),
    sample(
        "low",
        "8.10",
        &["figure: at least +8.30 (8.10 to 8.50) thousand percentage points, target"],
    ),
    sample(
        "high",
        "8.50",
        &["figure: at least +8.30 (8.10 to 8.50) thousand percentage points, target"],
    ),
    sample(
        "qualifier",
        r#""at-least""#,
        &["figure: at least +8.30 (8.10 to 8.50) thousand percentage points, target"],
    ),
    sample("status", r#""target""#, &["status: target"]),
    sample("break", "true", &["break in the series: yes"]),
    sample("compared_with", r#""2015""#, &["compared with: 2015"]),
    sample("said_by", r#""ann""#, &["said by: Ann Lee (ann)"]),
    EVIDENCE,
    NOTE,
];

const QUOTE: &[Sample] = &[
    sample("speaker", r#""ann""#, &["speaker: Ann Lee (ann)"]),
    sample("role", r#""Minister""#, &["role: Minister"]),
    sample(
        "said",
        r#"{"edtf": "2020-05", "basis": "derived", "why": "the day of the event"}"#,
        &["said: [2020-05] derived", "the day of the event"],
    ),
    sample(
        "event",
        r#""opening""#,
        &["occasion: 2001  Opening talks (opening)"],
    ),
    sample("language", r#""lo""#, &["language: lo"]),
    sample("translation", "true", &["translation: yes"]),
    sample("text", r#""Words of a speaker.""#, &["Words of a speaker."]),
    sample("kind", r#""partial""#, &["kind: partial"]),
    sample(
        "prompt",
        r#""About the price""#,
        &["asked: About the price"],
    ),
    sample(
        "in_reply_to",
        r#""asked""#,
        &["in reply to: Bob Ray: “What was asked” (asked)"],
    ),
    sample("addressee", r#""bob""#, &["said to: Bob Ray (bob)"]),
    sample("sequence", "7", &["sequence: 7"]),
    TOPICS,
    EVIDENCE,
    NOTE,
];

const CLAIM: &[Sample] = &[
    sample(
        "statement",
        r#""Something is claimed""#,
        &["Something is claimed"],
    ),
    sample(
        "about",
        r#"["LAO", "base"]"#,
        &["about: Laos", "about: Base level (base)"],
    ),
    sample(
        "asserted_by",
        r#""mot""#,
        &["asserted by: Ministry of Tests (mot)"],
    ),
    sample("modality", r#""expectation""#, &["modality: expectation"]),
    TOPICS,
    EVIDENCE,
    NOTE,
];

const DISPUTE: &[Sample] = &[
    sample(
        "title",
        r#""Full title of a dispute""#,
        &["dispute: Full title of a dispute"],
    ),
    sample("kind", r#""attribution""#, &["kind: attribution"]),
    sample("weight", r#""grave""#, &["weight: grave"]),
    sample(
        "between",
        r#"["opening", "GBR"]"#,
        &["between: 2001  Opening talks (opening)", "between: Britain"],
    ),
    sample(
        "mentions",
        r#"["older", "LAO"]"#,
        &["mentions: 2002  Older memo (older)", "mentions: Laos"],
    ),
    sample(
        "explanation",
        r#""What it is about.""#,
        &["What it is about."],
    ),
    sample(
        "resolution",
        r#"{"preferred": "opening", "why": "it is firmer"}"#,
        &[
            "compiler's choice: 2001  Opening talks (opening)",
            "because: it is firmer",
        ],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];
