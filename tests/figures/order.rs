//! Which series come first in a brief and in the panel.

use bilat::figures::order::rank;

use crate::fixture::{dossier, growth, indicator, trade};

#[test]
fn trade_comes_before_what_an_article_titled_in_its_own_words() {
    let open = indicator("Multiple, wooden boats", "times", "3").set("partner", "RUS");
    let people = indicator("Nurses", "persons", "40").set("partner", "RUS");
    let aid = indicator("Aid of Laos to Russia", "EUR", "7").set("partner", "RUS");
    let figures = [
        open,
        people,
        aid,
        growth("4"),
        trade("1").set("flow", "imports"),
        trade("3").set("flow", "total").set("commodity", "tea"),
        trade("2").set("flow", "exports"),
        trade("3"),
    ];
    let dossier = dossier(&figures, &[]);
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by_key(|at| rank(&dossier, &dossier.series[*at]));
    assert_eq!(order, [7, 6, 4, 3, 5, 2, 1, 0]);
}
