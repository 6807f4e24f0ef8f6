//! Targets, ranges and breaks as lists and briefs show them.

use bilat::load::{Origin, load};
use serde_json::{Value, json};

use super::world::{World, printed};

/// A series of trade between the two sides with these figures; each has its passage.
fn world(figures: &Value) -> World {
    let world = World::of(|_| Vec::new());
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let mut figures = figures.clone();
    for (at, figure) in figures.as_array_mut().unwrap().iter_mut().enumerate() {
        figure["id"] = format!("f{at}").into();
        figure["evidence"] = evidence.clone();
    }
    let series = json!([{"id": "trade", "title": "Trade", "kind": "trade", "unit": "USD", "scale": 6, "flow": "total",
        "reporter": "LAO", "partner": "GBR", "observations": figures, "evidence": evidence}]);
    world.write("series.json", &series.to_string());
    let problems = load(&Origin::Folder(world.path().to_owned())).problems;
    assert_eq!(problems, []);
    world
}

#[test]
fn a_list_says_where_a_series_breaks() {
    let broken =
        json!([{"period": "2022", "value": 40}, {"period": "2024", "value": 60, "break": true}]);
    let world = world(&broken);
    let list = printed(&["trade", world.dossier()]);
    for line in [
        "  2024: US$ 60 million (single source; break in the series; f1; Gazette 2025, ¶1)",
        "  From 2022 to 2024: not comparable: break in the series.",
    ] {
        assert!(list.lines().any(|known| known == line), "{list}");
    }
    let json: Value =
        serde_json::from_str(&printed(&["trade", world.dossier(), "--json"])).unwrap();
    let change = &json["records"][0]["computed"]["change"];
    assert_eq!(change["told"], "not comparable: break in the series");
}

#[test]
fn a_list_tells_a_target_from_a_report() {
    let aimed = json!([{"period": "2022", "value": 40}, {"period": "2022", "value": 90, "status": "target"},
        {"period": "2023", "value": null, "low": 41, "high": 43}, {"period": "2024", "value": null, "low": 44},
        {"period": "2021", "value": null, "high": 39}]);
    let list = printed(&["trade", world(&aimed).dossier()]);
    for line in [
        "  2022: US$ 40 million (not comparable: one is a target; f0; Gazette 2025, ¶1)",
        "  2022: US$ 90 million, target (not comparable: one is a target; f1; Gazette 2025, ¶1)",
        "  2023: US$ 41 to 43 million (single source; f2; Gazette 2025, ¶1)",
        "  2024: US$ 44 million or more (single source; f3; Gazette 2025, ¶1)",
        "  2021: up to US$ 39 million (single source; f4; Gazette 2025, ¶1)",
    ] {
        assert!(list.lines().any(|known| known == line), "{list}");
    }
    // Nothing has changed from a report to a target, and no year is missing.
    assert!(
        !list.contains("From ") && !list.contains("No figure is printed"),
        "{list}"
    );
}

/// The signs of the legend, and those before the figures.
fn signs(brief: &str) -> (String, Vec<char>) {
    let rows = brief.lines().filter(|line| line.starts_with("| Trade"));
    let mut figures: Vec<_> = rows
        .map(|row| {
            row.split('|')
                .nth(3)
                .unwrap()
                .trim()
                .chars()
                .next()
                .unwrap()
        })
        .collect();
    figures.sort_unstable();
    figures.dedup();
    let all = "●○◇△≠";
    let legend = brief
        .lines()
        .find(|line| line.starts_with(|c| all.contains(c)));
    (legend.unwrap_or_default().to_owned(), figures)
}

#[test]
fn the_legend_of_a_brief_has_the_marks_that_are_used() {
    let report = json!({"period": "2022", "value": 40});
    let target = json!({"period": "2024", "value": 90, "status": "target"});
    let forecast = json!({"period": "2023", "value": 41, "status": "forecast"});
    let other = json!({"period": "2022", "value": 400});
    for (figures, legend, marks) in [
        (json!([report]), "● reported", "●"),
        (json!([report, target]), "● reported, △ target", "●△"),
        (json!([target]), "△ target", "△"),
        (
            json!([report, forecast, target]),
            "● reported, ◇ forecast, △ target",
            "●◇△",
        ),
        (json!([report, other]), "● reported, ≠ contested", "●"),
    ] {
        let world = world(&figures);
        let brief = printed(&["export", "markdown", world.dossier()]);
        let (explained, mut found) = signs(&brief);
        let mut marks: Vec<_> = marks.chars().collect();
        marks.sort_unstable();
        found.sort_unstable();
        assert_eq!((explained.as_str(), found), (legend, marks), "{brief}");
        let page = printed(&["export", "html", world.dossier()]);
        let (_, rest) = page.split_once("<p class=\"legend\">").unwrap();
        let (explained, _) = rest.split_once("</p>").unwrap();
        let words: Vec<_> = legend
            .split(", ")
            .map(|sign| sign.split(' ').next().unwrap())
            .collect();
        let drawn: Vec<_> = ["●", "○", "◇", "△", "≠"]
            .into_iter()
            .filter(|sign| explained.contains(sign))
            .collect();
        assert_eq!(drawn, words, "{explained}");
    }
}

#[test]
fn a_chart_of_a_brief_draws_a_target_as_a_triangle_and_joins_nothing_to_it() {
    let figures = json!([{"period": "2022", "value": 40}, {"period": "2023", "value": 41},
        {"period": "2024", "value": 90, "status": "target"}]);
    let page = printed(&["export", "html", world(&figures).dossier()]);
    let (joins, triangles) = (
        page.matches("class=\"join\"").count(),
        page.matches("l4 7l-8 0z").count(),
    );
    assert_eq!((joins, triangles), (1, 1), "{page}");
    // Nor is anything joined across a break.
    let broken =
        json!([{"period": "2022", "value": 40}, {"period": "2023", "value": 41, "break": true}]);
    let page = printed(&["export", "html", world(&broken).dossier()]);
    assert_eq!(page.matches("class=\"join\"").count(), 0);
}

/// A range whose ends are the wrong way round is reported.
#[test]
fn a_range_begins_at_its_lower_end() {
    let figures = json!([{"id": "f0", "period": "2022", "value": null, "low": 12, "high": 10,
        "evidence": [{"source": "gazette", "paragraph": 1, "exact": "12"}]}]);
    let world = World::of(|_| Vec::new());
    let series = json!([{"id": "s", "title": "S", "kind": "trade", "observations": figures,
        "evidence": [{"source": "gazette", "paragraph": 1, "exact": "12"}]}]);
    world.write(
        "series.json",
        &serde_json::to_string_pretty(&series).unwrap(),
    );
    let problems = load(&Origin::Folder(world.path().to_owned())).problems;
    let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let [message] = messages.as_slice() else {
        panic!("one problem: {messages:?}");
    };
    assert!(
        message.contains("error: `f0`: the range begins at 12 and ends at 10"),
        "{message}"
    );
}
