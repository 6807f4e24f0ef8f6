//! Wholes and their parts: a total and its flows, shares of one whole, shares and amounts, amounts below
//! nothing; and that one contradiction is told once.

use bilat::cite::write;
use bilat::contested::{Contests, FindingKind, Severity, Standing, findings};
use serde_json::json;

use crate::cells::of_first;
use crate::fixture::{Figure, dossier, found, indicator, trade};

fn flow(flow: &str, value: &str) -> Figure {
    trade(value).set("flow", flow)
}

#[test]
fn a_flow_is_no_more_than_the_total() {
    use FindingKind::CrossCheck;
    for one in ["exports", "imports"] {
        assert_eq!(found(&[flow(one, "703"), flow("total", "905")]), []);
        let too_much = [flow(one, "903"), flow("total", "701")];
        assert_eq!(found(&too_much), [(CrossCheck, vec![0, 1])]);
    }
    for balance in ["903", "-903"] {
        let figures = [flow("balance", balance), flow("total", "701")];
        assert_eq!(found(&figures), [(CrossCheck, vec![0, 1])]);
        assert_eq!(found(&[flow("balance", balance), flow("total", "905")]), []);
    }
}

#[test]
fn a_total_and_one_flow_leave_the_balance() {
    use FindingKind::CrossCheck;
    let with = |one: &str, value: &str, balance: &str| {
        found(&[
            flow(one, value),
            flow("total", "852"),
            flow("balance", balance),
        ])
    };
    assert_eq!(with("exports", "341", "-170"), []);
    assert_eq!(with("exports", "341", "170"), [(CrossCheck, vec![0, 1, 2])]);
    assert_eq!(with("imports", "341", "170"), []);
    assert_eq!(
        with("imports", "341", "-170"),
        [(CrossCheck, vec![0, 1, 2])]
    );
    // With both flows it is told once, of the total.
    let all = [
        flow("exports", "341"),
        flow("imports", "511"),
        flow("total", "1204"),
        flow("balance", "-170"),
    ];
    assert_eq!(found(&all), [(CrossCheck, vec![0, 1, 2])]);
}

#[test]
fn the_sum_is_compared_with_a_total_that_nobody_is_said_to_report() {
    let flows = [flow("exports", "310"), flow("imports", "240")];
    let with = |total: Figure| found(&[flows.to_vec(), vec![total]].concat());
    let told = [(FindingKind::CrossCheck, vec![0, 1, 2])];
    assert_eq!(with(flow("total", "715").without("reporter")), told);
    assert_eq!(with(flow("total", "549").without("reporter")), []);
    assert_eq!(with(flow("total", "715").set("reporter", "VNM")), []);
    let nobody = |flow: Figure| flow.without("reporter");
    let figures = [
        nobody(flow("exports", "310")),
        nobody(flow("imports", "240")),
        flow("total", "715"),
    ];
    assert_eq!(found(&figures), told);
    // So are the parts of a year, and some goods with all of them.
    let half = |value: &str| flow("total", value).year("2024-01/2024-06");
    let year = || flow("total", "305").without("reporter");
    let told = [(FindingKind::CrossCheck, vec![0, 1])];
    assert_eq!(found(&[half("411"), year()]), told);
    assert_eq!(found(&[half("211"), year()]), []);
    let coffee = flow("total", "411").set("commodity", "Coffee");
    assert_eq!(found(&[coffee, year()]), told);
}

#[test]
fn only_parts_without_anything_in_common_are_added() {
    let share = |of: &str, value: &str| {
        let title = format!("Share of {of}");
        indicator(&title, "%", value)
    };
    for (one, other) in [
        ("China in exports", "copper in exports"),
        ("copper in exports", "minerals in exports"),
        ("copper in exports", "metals in exports"),
        ("tea in exports", "black tea in exports"),
        ("China in trade", "exports in trade"),
        ("women in population", "under-30s in population"),
        ("copper in exports", "coffee in imports"),
    ] {
        assert_eq!(
            found(&[share(one, "70"), share(other, "60")]),
            [],
            "{one}, {other}"
        );
    }
    for (one, other) in [
        ("China in exports", "Vietnam in exports"),
        ("copper in exports", "coffee in exports"),
        ("coffee in exports", "tea in exports"),
        ("metals in exports", "timber in exports"),
        ("exports in trade", "imports in trade"),
        ("women in population", "men in population"),
        ("agriculture in GDP", "industry in GDP"),
    ] {
        let figures = [share(one, "70"), share(other, "60")];
        let told = [(FindingKind::CrossCheck, vec![0, 1])];
        assert_eq!(found(&figures), told, "{one}, {other}");
        assert_eq!(
            found(&[share(one, "40"), share(other, "60")]),
            [],
            "{one}, {other}"
        );
    }
    let three = [
        share("copper in exports", "45"),
        share("fruit in exports", "40"),
        share("salmon in exports", "25"),
    ];
    assert_eq!(found(&three), [(FindingKind::CrossCheck, vec![0, 1, 2])]);
}

#[test]
fn a_share_is_that_of_the_amounts() {
    let exports = |value: &str| flow("exports", value);
    let share = |value: &str| {
        let share = indicator("Share of coffee in exports to Russia", "%", value);
        share.set("partner", "RUS")
    };
    let with = |value: &str| {
        let coffee = exports("211").set("commodity", "Coffee");
        found(&[coffee, exports("422"), share(value)])
    };
    assert_eq!(with("50"), []);
    assert_eq!(with("71"), [(FindingKind::CrossCheck, vec![0, 1, 2])]);
    let elsewhere = exports("211")
        .set("commodity", "Coffee")
        .set("partner", "CHN");
    assert_eq!(found(&[elsewhere, exports("422"), share("71")]), []);
}

#[test]
fn what_is_nothing_or_more_is_not_below_zero() {
    let alone = |figure: Figure| found(&[figure]);
    let told = [(FindingKind::Impossible, vec![0])];
    for below in [
        flow("exports", "-210"),
        flow("imports", "-210"),
        flow("total", "-210"),
        indicator("Population", "persons", "-33"),
        indicator("Land under rice", "hectares", "-33"),
        indicator("GDP", "USD", "-33"),
        indicator("Share of coffee in exports", "%", "-33"),
    ] {
        assert_eq!(alone(below), told);
    }
    for sound in [
        flow("balance", "-210"),
        indicator("Population change", "persons", "-33"),
        indicator("Net migration", "persons", "-33"),
        indicator("Foreign direct investment", "USD", "-33"),
        indicator("Inflation", "%", "-3"),
        flow("total", "0"),
    ] {
        assert_eq!(alone(sound), []);
    }
}

#[test]
fn what_one_figure_contradicts_is_told_together() {
    let level = |value: &str, year: &str, source| trade(value).year(year).source(source);
    let figures = [
        level("3.0", "2023", "gazette"),
        level("3.3", "2024", "herald"),
        level("4.4", "2024", "courier"),
        of_first("10", "2024"),
    ];
    let dossier = dossier(&figures, &[]);
    let found = findings(&dossier, None);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].sets.len(), 2);
}

#[test]
fn one_set_of_records_is_told_once() {
    let event = |id: &str, title: &str, date: &str| {
        json!({"id": id, "title": title, "date": date, "kind": "meeting", "status": "occurred",
            "evidence": [{"source": "gazette", "paragraph": 1, "exact": "words"}]})
    };
    let mut second = event("second", "Second round", "2012-02");
    second["follows"] = json!(["first"]);
    let events = json!([event("first", "First round", "2016-06"), second]);
    let dossier = dossier(&[], &[("events.json", events)]);
    let told = Contests::new(&dossier, None);
    let doubts: Vec<_> = told
        .all
        .iter()
        .filter(|one| one.standing.is_doubt())
        .collect();
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert_eq!(doubts[0].standing, Standing::Conflict);
    assert!(!doubts[0].findings.is_empty());
}

#[test]
fn a_revised_figure_is_worth_a_look() {
    let provisional = |value: &str| trade(value).says("status", "provisional");
    for (first, then, severity) in [
        ("8.3", "8.9", Severity::Minor),
        ("8.3", "12.9", Severity::Minor),
        ("8.3", "83.2", Severity::Grave),
    ] {
        let dossier = dossier(&[provisional(first), trade(then)], &[]);
        assert_eq!(
            findings(&dossier, None)[0].severity,
            severity,
            "{first}, {then}"
        );
    }
    let dossier = dossier(&[trade("8.3"), trade("8.9")], &[]);
    assert_eq!(findings(&dossier, None)[0].severity, Severity::Major);
}

#[test]
fn the_steps_of_a_chain_lead_to_its_end() {
    let figures = [
        trade("600").year("2021"),
        trade("900").year("2024"),
        of_first("-10", "2022"),
        of_first("5", "2023"),
        of_first("20", "2024"),
    ];
    let dossier = dossier(&figures, &[]);
    let found = findings(&dossier, None);
    let chain = found[0].working.iter().find(|line| line.contains(" = "));
    let steps = "2023: 900 / (1 + 20 %) = 750, between 709 and 791; \
                 2022: 750 / (1 + 5 %) = 715, between 672 and 757; \
                 2021: 715 / (1 - 10 %) = 790, between 740 and 850";
    assert_eq!(chain.map(String::as_str), Some(steps));
    let record = dossier.observation_ref(1, 0).unwrap();
    let contests = Contests::new(&dossier, None);
    let cited = write(&dossier, &contests, record, None).unwrap().sentence;
    assert!(cited.contains(&format!("computed {steps}")), "{cited}");
}

fn goods(code: &str, value: &str) -> Figure {
    let title = format!("Goods of that code ({code}): Lao exports to Russia");
    let figure = flow("exports", value).set("title", title);
    figure.set("commodity", format!("goods, {code}"))
}

#[test]
fn goods_of_a_longer_code_are_a_part_of_those_of_a_shorter_one() {
    use FindingKind::CrossCheck;
    let with =
        |part: &str, value: &str| found(&[goods(part, value), goods("HS 09, 2012 edition", "1.5")]);
    for part in ["HS 0901, 2012 edition", "HS 090111, 2012 edition"] {
        assert_eq!(with(part, "5.5"), [(CrossCheck, vec![0, 1])], "{part}");
        assert_eq!(with(part, "1.2"), [], "{part}");
    }
    // Another chapter, another list and another edition say nothing of it.
    for other in [
        "HS 1001, 2012 edition",
        "HS 0901, 2017 edition",
        "SITC 0901, 2012 edition",
    ] {
        assert_eq!(with(other, "5.5"), [], "{other}");
    }
}

#[test]
fn goods_of_several_codes_are_no_more_than_all_goods() {
    use FindingKind::CrossCheck;
    let all = |value: &str| {
        let figure = flow("exports", value).set("title", "Goods, total: Lao exports to Russia");
        figure.set("commodity", "goods, total")
    };
    let with = |codes: &[(&str, &str)], total: &str| {
        let parts = codes.iter().map(|(code, value)| goods(code, value));
        found(&parts.chain([all(total)]).collect::<Vec<_>>())
    };
    let parts = [("HS 0901", "4.3"), ("HS 44", "3.1")];
    assert_eq!(with(&parts, "5.2"), [(CrossCheck, vec![0, 1, 2])]);
    assert_eq!(with(&parts, "7.9"), []);
    // A part of a part is not counted twice.
    let nested = [("HS 09", "4.3"), ("HS 0901", "4.1"), ("HS 44", "0.8")];
    assert_eq!(with(&nested, "5.2"), []);
}
