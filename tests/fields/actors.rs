//! Samples of people, organisations and sources.

use super::samples::{EVIDENCE, NOTE, Sample, TOPICS, sample};

pub(crate) const PERSON: &[Sample] = &[
    sample("name", r#""Full Name""#, &["person: Full Name"]),
    sample("native_name", r#""ຊື່ເຕັມ""#, &["native name: ຊື່ເຕັມ"]),
    sample(
        "aliases",
        r#"["F. Name", "Fully"]"#,
        &["also: F. Name; Fully"],
    ),
    sample("country", r#""GBR""#, &["country: Britain"]),
    sample(
        "roles",
        r#"[{"title": "Envoy", "organisation": "mot", "from": "2010", "to": "2012-05", "as_of": "2011", "said_by": "gazette",
             "evidence": [{"source": "gazette", "paragraph": 7, "exact": "envoy"}]}]"#,
        &[
            "title: Envoy",
            "role at: Ministry of Tests (mot)",
            "from: 2010",
            "to: 2012-05",
            "as of: 2011",
            "title given by: Gazette 2025: Gazette (gazette)",
            "evidence: Gazette 2025, ¶7: “envoy” (gazette)",
        ],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];

pub(crate) const ORGANISATION: &[Sample] = &[
    sample("name", r#""Full Body""#, &["organisation: Full Body"]),
    sample("acronym", r#""FB""#, &["acronym: FB"]),
    sample("kind", r#""company""#, &["kind: company"]),
    sample("country", r#""GBR""#, &["country: Britain"]),
    sample("aliases", r#"["The Body"]"#, &["also: The Body"]),
    sample(
        "members",
        r#"[{"member": "mot", "kind": "beneficiary", "since": "2005",
             "evidence": [{"source": "gazette", "paragraph": 8, "exact": "member"}]}]"#,
        &[
            "member: Ministry of Tests, beneficiary, since 2005 (mot)",
            "Gazette 2025, ¶8: “member” (gazette)",
        ],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];

pub(crate) const SOURCE: &[Sample] = &[
    sample("type", r#""article-journal""#, &["type: article-journal"]),
    sample(
        "title",
        r#""Full title of a source""#,
        &["title: Full title of a source"],
    ),
    sample(
        "author",
        r#"["ann", "mot"]"#,
        &["author: Ann Lee (ann)", "author: Ministry of Tests (mot)"],
    ),
    sample(
        "container_title",
        r#""Journal of Tests""#,
        &["container title: Journal of Tests"],
    ),
    sample("volume", r#""12""#, &["volume: 12"]),
    sample("issue", r#""3-4""#, &["issue: 3-4"]),
    sample("page", r#""101-120""#, &["page: 101-120"]),
    sample("publisher", r#""Test Press""#, &["publisher: Test Press"]),
    sample(
        "publisher_place",
        r#""Oxford""#,
        &["publisher place: Oxford"],
    ),
    sample(
        "issued",
        r#"{"edtf": "2023", "basis": "inferred", "why": "the text speaks of it"}"#,
        &["issued: [2023] inferred", "the text speaks of it"],
    ),
    sample("accessed", r#""2026-11-28""#, &["accessed: 2026-11-28"]),
    sample(
        "URL",
        r#""https://example.org/full""#,
        &["URL: https://example.org/full"],
    ),
    sample("DOI", r#""10.1000/full""#, &["DOI: 10.1000/full"]),
    sample("citation_key", r#""full2023""#, &["citation key: full2023"]),
    sample("language", r#""en""#, &["language: en"]),
    sample("side", r#""GBR""#, &["side: Britain"]),
    sample("file", r#""full.txt""#, &["file: full.txt"]),
    sample(
        "sha256",
        r#""e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""#,
        &["SHA-256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ),
    sample(
        "rights",
        r#""All rights reserved""#,
        &["rights: All rights reserved"],
    ),
    sample(
        "missing",
        r#"["author", "page"]"#,
        &["not stated: author; page"],
    ),
    TOPICS,
    EVIDENCE,
    NOTE,
];
