//! Who gives, sends, helps or sells, and to whom.

mod near;

use super::actors::{Spot, Who};
use super::index::Index;
use super::words::Word;
use near::Near;

/// What is done, from one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Give,
    Help,
    /// Goods go from the first to the second.
    Sell,
    /// People of the first go to the second.
    Go,
    /// The first learn from the second.
    Learn,
    /// The first lets the second in, or favours it.
    Grant,
    Harm,
    Thank,
    /// Money of the first goes to the second.
    Invest,
}

/// A deed of one to another, as far as the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) deed: Deed,
    pub(super) from: Option<Who>,
    pub(super) to: Option<Who>,
    /// The word in its sentence.
    pub(super) at: usize,
}

/// Is the word of a deed a verb or a noun, and does it run the other way?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Verb,
    Noun,
    /// "imports": the subject receives.
    Turned,
    /// "reach": the object receives.
    Arrival,
    /// "in Russian shops": where goods of the one before are sold.
    Shop,
}

fn deed(low: &str) -> Option<(Deed, Form)> {
    Some(match low {
        "give" | "gives" | "gave" | "given" | "donated" | "donates" | "presented" | "presents"
        | "grant" | "grants" | "granted" | "provide" | "provides" | "provided" => {
            (Deed::Give, Form::Verb)
        }
        "gift" | "gifts" | "donation" | "present" => (Deed::Give, Form::Noun),
        "receives" | "received" | "receive" | "accepts" | "accepted" => (Deed::Give, Form::Turned),
        "helps" | "helped" | "supports" | "supported" | "assisted" | "assists" | "backed"
        | "stood" | "trained" | "contributed" | "contributes" => (Deed::Help, Form::Verb),
        "help" | "support" | "assistance" | "aid" | "backing" => (Deed::Help, Form::Noun),
        "exports" | "export" | "sells" | "sell" | "sold" | "exported" | "supplies" | "supplied"
        | "supply" | "ships" | "ship" | "shipped" | "delivers" | "deliver" | "delivered"
        | "sends" | "send" | "sent" => (Deed::Sell, Form::Verb),
        "exporting" | "deliveries" | "shipments" | "exporters" => (Deed::Sell, Form::Noun),
        "reach" | "reaches" | "reached" | "arrive" | "arrives" | "arrived" => {
            (Deed::Sell, Form::Arrival)
        }
        "supermarkets" | "shops" | "stores" => (Deed::Sell, Form::Shop),
        "imports" | "import" | "imported" | "buys" | "bought" | "buy" | "purchases"
        | "purchased" => (Deed::Sell, Form::Turned),
        "tourists" | "visitors" | "travellers" | "holidaymakers" | "stay" | "stays" | "stayed"
        | "travel" | "travels" | "travelled" | "traveled" | "travelling" | "traveling"
        | "spend" | "spends" | "spent" => (Deed::Go, Form::Noun),
        "invest" | "invests" | "invested" | "investing" => (Deed::Invest, Form::Verb),
        "investment" | "investments" => (Deed::Invest, Form::Noun),
        "study" | "studied" | "studies" | "students" | "cadets" | "learn" | "educated"
        | "taught" | "train" => (Deed::Learn, Form::Noun),
        "lets" | "allows" | "admits" => (Deed::Grant, Form::Verb),
        "bombed" | "bombs" | "invaded" | "attacked" | "dropped" => (Deed::Harm, Form::Verb),
        "thanked" | "thanks" => (Deed::Thank, Form::Verb),
        _ => return None,
    })
}

/// Every deed of a run of words between two who are known.
pub(super) fn acts(
    index: &Index<'_>,
    words: &[Word],
    spots: &[Spot],
    range: std::ops::Range<usize>,
) -> Vec<Act> {
    let mut found = Vec::new();
    for at in range.clone() {
        if words[at].quoted {
            continue;
        }
        let Some((deed, form)) = deed(&words[at].low).filter(|_| !is_being_there(words, at)) else {
            continue;
        };
        let is_noun = form == Form::Verb && is_noun(words, at);
        // "killed by the bombs": whose they are is not said.
        if is_noun && deed == Deed::Harm {
            continue;
        }
        let form = if is_noun { Form::Noun } else { form };
        // "trained in Russia", "trained at a university": who learns, and not who helps.
        let is_taught = words[at].low == "trained" && near_place(words, at);
        let (deed, form) = if is_taught {
            (Deed::Learn, Form::Noun)
        } else {
            (deed, form)
        };
        let near = Near {
            index,
            words,
            spots,
            range: range.clone(),
            at,
        };
        let (from, to) = match deed {
            Deed::Go | Deed::Learn => near.journey(),
            _ => near.ends(deed, form),
        };
        if from.is_some() || to.is_some() {
            found.push(Act { deed, from, to, at });
        } else if form == Form::Verb {
            let by = near.by().into_iter();
            found.extend(by.map(|from| Act {
                deed,
                from: Some(from),
                to,
                at,
            }));
        }
    }
    found
}

/// "present" that is no gift: "He was present at the talks."
fn is_being_there(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| words[at].low.as_str());
    words[at].low == "present" && !matches!(before, Some("a" | "as" | "birthday"))
}

/// Is a word of place right behind?
fn near_place(words: &[Word], at: usize) -> bool {
    let behind = words.get(at + 1);
    behind.is_some_and(|word| matches!(word.low.as_str(), "in" | "at"))
}

/// Is a word that may be a verb a noun here? "the exports", "exports of rice", "200 million bombs".
fn is_noun(words: &[Word], at: usize) -> bool {
    const NOUNS: [&str; 9] = [
        "bombs", "exports", "export", "ships", "supplies", "helps", "supports", "presents", "gives",
    ];
    const BEFORE: [&str; 20] = [
        "the", "a", "an", "of", "by", "with", "in", "from", "for", "its", "their", "these",
        "those", "million", "more", "fewer", "many", "under", "cluster", "some",
    ];
    let before = at.checked_sub(1).map(|at| words[at].low.as_str());
    let is_behind = before
        .is_some_and(|low| BEFORE.contains(&low) || low.starts_with(|c: char| c.is_ascii_digit()));
    let of = words.get(at + 1).is_some_and(|word| word.low == "of");
    NOUNS.contains(&words[at].low.as_str()) && (is_behind || of)
}

/// Does one act go the other way?
pub(super) fn against(act: &Act, other: &Act) -> bool {
    let cross = |one: Option<_>, two: Option<_>| one.is_some() && one == two;
    let same =
        act.from.is_some() && act.from == other.from || act.to.is_some() && act.to == other.to;
    // Investors may come from several countries.
    let is_only = act.deed != Deed::Invest;
    !same && (cross(act.from, other.to) || cross(act.to, other.from))
        || !same
            && is_only
            && act.from.is_some()
            && other.from.is_some()
            && other.to.is_none()
            && act.from != other.from
}

/// Do both begin or end with the same one?
pub(super) fn shares(act: &Act, other: &Act) -> bool {
    act.from.is_some() && act.from == other.from || act.to.is_some() && act.to == other.to
}
