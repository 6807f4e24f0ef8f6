//! "The Kingdom's exports" are those of the one of both that is a kingdom.

use super::super::context::Context;
use crate::dossier::Code;
use crate::dossier::series::Flow;
use crate::extract::Confidence;
use crate::extract::amount::Amount;

/// States that their own newspapers call by what they are.
const REALMS: [(&str, &[&str]); 4] = [
    (
        "kingdom",
        &[
            "BHR", "BTN", "BEL", "KHM", "DNK", "SWZ", "JOR", "LSO", "MAR", "NLD", "NOR", "SAU",
            "ESP", "SWE", "THA", "TON", "GBR",
        ],
    ),
    ("sultanate", &["OMN", "BRN"]),
    ("emirate", &["KWT", "QAT"]),
    ("principality", &["MCO", "LIE", "AND"]),
];

/// The amounts whose trade is that of a realm with its country, as those of the other direction behind them: "The
/// Kingdom's exports were $5 million, while imports were $3 million".
pub(super) fn settle(context: &Context<'_>, mut amounts: Vec<Amount>) -> Vec<Amount> {
    let mut last: Option<(Code, usize)> = None;
    for amount in &mut amounts {
        let range = amount.range.clone();
        let Some(trade) = amount.trade.as_mut() else {
            continue;
        };
        let nameless = trade.is_nameless();
        if !nameless || trade.flow == Flow::Total {
            continue;
        }
        let same = |end| {
            context
                .text()
                .get(end..range.start)
                .is_some_and(|text| !text.contains(". "))
        };
        let before = last.filter(|(_, end)| same(*end)).map(|(code, _)| code);
        let country = realm(context, trade.cue.start).or(before);
        if let Some(country) = country {
            trade.reporter = Some(country);
            trade.basis = trade.basis.at_most(Confidence::Likely);
            last = Some((country, range.end));
        }
    }
    amounts
}

/// The only one of both sides that the word before that byte may mean: "the Kingdom's".
fn realm(context: &Context<'_>, cue: usize) -> Option<Code> {
    let before = context.text().get(..cue)?.trim_end();
    let (rest, word) = before.rsplit_once(char::is_whitespace)?;
    let owner = word.strip_suffix("'s").or(word.strip_suffix("’s"))?;
    let article = rest.rsplit(char::is_whitespace).next()?;
    let (_, codes) = REALMS
        .iter()
        .find(|(realm, _)| owner.eq_ignore_ascii_case(realm))?;
    let sides = context.dossier.about.codes();
    let mut own = sides.iter().filter(|code| codes.contains(&code.as_str()));
    let first = own.next().copied();
    let only = own.next().is_none() && article.eq_ignore_ascii_case("the");
    first.filter(|_| only)
}
