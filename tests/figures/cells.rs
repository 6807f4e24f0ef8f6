//! Cells: what follows from growth, over one year or several, and how it stands beside what is
//! printed.

use bilat::contested::findings;
use bilat::contested::{FindingKind, Severity, Standing};
use bilat::figures::{Verdict, cells, implied, mirrors};
use serde_json::json;

use crate::fixture::{Figure, dossier, growth, indicator, trade};

/// A growth of the series `s0`.
pub(crate) fn of_first(value: &str, period: &str) -> Figure {
    growth(value).set("of", "s0").year(period).source("courier")
}

#[test]
fn two_years_and_the_growth_between_them_are_one_finding() {
    let figures = [
        trade("8.3"),
        trade("4.0").year("2023").source("herald"),
        of_first("66", "2024"),
    ];
    let dossier = dossier(&figures, &[]);
    let found = findings(&dossier, None);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, FindingKind::Conflict);
    assert_eq!(found[0].severity, Severity::Major);
    assert_eq!(found[0].statements.len(), 3);
    assert_eq!(found[0].sets, vec![found[0].statements.clone()]);
}

/// One record with passages of two sources is not "single source"; one person whom both quote is no
/// confirmation.
#[test]
fn passages_of_two_sources_support_one_figure() {
    let passage = |source: &str| json!({"source": source, "paragraph": 1, "exact": "words"});
    let both = json!([passage("gazette"), passage("herald")]);
    let speaker = json!([{"id": "vp", "name": "V P", "evidence": [passage("gazette")]}]);
    for (figure, expected) in [
        (trade("8.3"), Verdict::Single),
        (
            trade("8.3").says("evidence", both.clone()),
            Verdict::Confirmed,
        ),
        (
            trade("8.3").says("evidence", both).says("said_by", "vp"),
            Verdict::Echo,
        ),
    ] {
        let dossier = dossier(&[figure], &[("people.json", speaker.clone())]);
        let cells = cells(&dossier, None);
        assert_eq!(cells[0].verdict, expected);
        assert_eq!(cells[0].standing_of(0), expected);
    }
}

#[test]
fn the_smallest_sets_name_who_cannot_both_be_right() {
    let figures = [
        trade("8.3"),
        trade("8.3").source("herald"),
        trade("83").source("courier"),
    ];
    let dossier = dossier(&figures, &[]);
    let found = findings(&dossier, None);
    let ids = |set: &Vec<_>| {
        set.iter()
            .map(|r| dossier.id(*r).to_string())
            .collect::<Vec<_>>()
    };
    let sets: Vec<_> = found[0].sets.iter().map(ids).collect();
    assert_eq!(
        sets,
        [["s0.figure", "s2.figure"], ["s1.figure", "s2.figure"]]
    );
    assert_eq!(found[0].severity, Severity::Grave);
}

#[test]
fn the_reports_of_both_sides_stand_beside_each_other() {
    let exports = trade("8.3").set("flow", "exports");
    let imports = trade("12")
        .set("flow", "imports")
        .source("herald")
        .set("reporter", "RUS")
        .set("partner", "LAO");
    let dossier = dossier(&[exports, imports], &[]);
    let mirrors = mirrors(&dossier, None);
    assert_eq!(mirrors.len(), 1);
    assert_eq!(mirrors[0].gap, "1.45 times apart");
    let found = findings(&dossier, None);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].standing(), Standing::Query, "no conflict");
}

#[test]
fn neighbouring_years_an_order_of_magnitude_apart_are_told() {
    let two = |a: &str, b: &str, year: &str| {
        let figures = [trade(a), trade(b).year(year).source("herald")];
        let found = findings(&dossier(&figures, &[]), None);
        found.into_iter().map(|f| f.verdict).collect::<Vec<_>>()
    };
    assert_eq!(
        two("8.3", "30", "2025"),
        [""; 0],
        "amounts may grow by four"
    );
    assert_eq!(
        two("8.3", "83", "2025"),
        ["an order of magnitude apart (10 times)"]
    );
    assert_eq!(
        two("8.3", "8300", "2023"),
        ["3 orders of magnitude apart (1000 times)"]
    );
    assert_eq!(
        two("8.3", "60", "2026"),
        [""; 0],
        "two years apart, more is allowed"
    );
    assert_eq!(
        two("8.3", "83", "2026"),
        ["an order of magnitude apart (10 times)"]
    );
    let forecast = [trade("8.3"), trade("83").year("2025").forecast()];
    assert_eq!(findings(&dossier(&forecast, &[]), None), []);
    let share = |value: &str, year: &str| indicator("Debt", "%", value).year(year);
    assert_eq!(
        findings(
            &dossier(&[share("1", "2023"), share("9", "2024")], &[]),
            None
        ),
        []
    );
}

#[test]
fn a_population_follows_from_total_and_head() {
    let total = |value: &str| indicator("GDP, Laos", "USD", value).set("scale", 9);
    let head = indicator("GDP per head, Laos", "USD/person", "2004").source("herald");
    let people = |value: &str| indicator("Population, Laos", "persons", value).set("scale", 6);
    let verdicts = |figures: &[Figure]| {
        let found = findings(&dossier(figures, &[]), None);
        found
            .into_iter()
            .map(|f| (f.kind, f.severity))
            .collect::<Vec<_>>()
    };
    let check = |severity| vec![(FindingKind::PerHead, severity)];
    assert_eq!(verdicts(&[total("15.4"), head.clone(), people("7.7")]), []);
    assert_eq!(
        verdicts(&[total("15.9"), head.clone(), people("7.7")]),
        check(Severity::Minor)
    );
    assert_eq!(
        verdicts(&[total("159"), head.clone(), people("7.7")]),
        check(Severity::Grave)
    );
    let exports = total("159").set("title", "Exports, Laos");
    assert_eq!(
        verdicts(&[exports, head.clone(), people("7.7")]),
        [],
        "another total"
    );
    assert_eq!(
        verdicts(&[total("159"), head.clone(), people("7.7").year("2023")]),
        [],
        "another year is no cross-check"
    );
    let tourists = people("7.7").set("title", "Tourists, Laos");
    assert_eq!(
        verdicts(&[total("159"), head, tourists]),
        [],
        "not all persons are a population"
    );
}

#[test]
fn the_panel_gets_every_level_that_follows() {
    let figures = [
        trade("8.3").about(),
        of_first("66", "2024"),
        of_first("20", "2023"),
    ];
    let dossier = dossier(&figures, &[]);
    let found = implied(&dossier, 0);
    let listed: Vec<_> = found
        .iter()
        .map(|i| {
            (
                i.period.label(),
                i.level.shown(),
                i.from.len(),
                i.working.clone(),
            )
        })
        .collect();
    let first = "8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27";
    let second = format!("2023: {first}; 5.00 / (1 + 20 %) = 4.17, between 3.93 and 4.41");
    assert_eq!(
        listed,
        [
            ("2023".to_owned(), "5.0".to_owned(), 2, first.to_owned()),
            ("2022".to_owned(), "4.2".to_owned(), 3, second),
        ]
    );
    assert!(
        implied(&dossier, 1).is_empty(),
        "nothing follows for a rate"
    );
}

#[test]
fn growth_of_other_years_is_no_conflict() {
    let series = growth("5").year("2023").forecast();
    let figures = [series, growth("4").year("2025").forecast().source("herald")];
    assert_eq!(findings(&dossier(&figures, &[]), None), []);
}

#[test]
fn the_text_that_speaks_of_a_rise_stands_by_a_fall() {
    let evidence = json!([{"source": "herald", "paragraph": 7, "exact": "words"}]);
    let claim = |id: &str, statement: &str, modality: &str| {
        json!({"id": id, "statement": statement, "about": ["s0"], "modality": modality,
               "evidence": evidence})
    };
    let claims = json!([
        claim("rising", "Trade has been rising.", "assertion"),
        claim("hoped", "Trade will go on rising.", "expectation"),
        claim("denied", "Trade has not been rising.", "assertion"),
        claim("fell", "Trade fell.", "assertion"),
    ]);
    let figures = [
        trade("50").year("2022"),
        trade("5").year("2023").source("herald"),
    ];
    let dossier = dossier(&figures, &[("claims.json", claims)]);
    let found = findings(&dossier, None);
    assert_eq!(found.len(), 1);
    let ids = |refs: &[bilat::dossier::Ref]| {
        refs.iter()
            .map(|r| dossier.id(*r).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&found[0].context), ["rising", "fell"]);
    assert_eq!(
        found[0].sets.iter().map(|set| ids(set)).collect::<Vec<_>>(),
        [["s0.figure", "s1.figure", "rising"]]
    );
    assert!(
        found[0]
            .verdict
            .ends_with("while the text speaks of a rise")
    );
    assert!(
        bilat::contested::lines(&dossier, &found[0])
            .iter()
            .all(|line| !line.contains('\n'))
    );
}
