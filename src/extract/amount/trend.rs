//! Words that say that something grew or shrank.

use crate::extract::word_list::WordList;

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It grew.
    Up,
    /// It shrank.
    Down,
}

/// Which way a word says that something changed.
pub(super) fn trend(low: &str) -> Option<Trend> {
    if low.len() < 2 {
        return None;
    }
    if let Some((_, trend)) = multiple(low) {
        return Some(trend);
    }
    let stems = |stems: &[&str]| stems.iter().any(|stem| low.starts_with(stem));
    if UP.has(low) || (!low.is_ascii() && stems(&UP_STEMS)) {
        Some(Trend::Up)
    } else if DOWN.has(low) || (!low.is_ascii() && stems(&DOWN_STEMS)) {
        Some(Trend::Down)
    } else {
        None
    }
}

/// Words of growth.
static UP: WordList = WordList::new(
    "up rise rises rose risen rising raise raises raised lift lifts lifted raising grow grows grew grown growing \
     growth increase increases increased increasing jump jumps jumped jumping climb climbs \
     climbed climbing gain gains gained gaining surge surges surged surging soar soars soared \
     soaring expand expands expanded expanding expansion advance advances advanced rebound \
     rebounded recover recovered recovery widened boost boosted boosting higher upward accelerated rallied leapt improvement \
     premium hike hausse croissance progression progressé augmenté augmentation augmentent \
     augmente bondi gestiegen stieg stiegen wuchs wuchsen gewachsen anstieg zuwachs wachstum plus",
);

/// Words of decline.
static DOWN: WordList = WordList::new(
    "down fall falls fell fallen falling drop drops dropped dropping decline declines declined \
     declining decrease decreases decreased decreasing slide slid lose loses lost plunge plunged \
     plunging plummet plummeted plummeting slump slumped shrink shrank shrunk shrinking contract \
     contracted contraction cut cuts reduce reduces reduced reduction reducing sink sank tumble \
     tumbled dip dipped slip slipped slow slowed slowing lower lowered narrowed eased slipping \
     downward baisse baissé recul reculé chute chuté diminué diminution gesunken sanken fiel \
     fielen gefallen",
);

const UP_STEMS: [&str; 13] = [
    "вырос",
    "вырас",
    "увелич",
    "возрос",
    "возраст",
    "рост",
    "прирост",
    "подня",
    "повыс",
    "повыш",
    "прибав",
    "удво",
    "erhöh",
];
const DOWN_STEMS: [&str; 11] = [
    "снизи",
    "снижа",
    "снижен",
    "упал",
    "паден",
    "сократ",
    "сокращ",
    "уменьш",
    "rückg",
    "опусти",
    "потеря",
];

/// A noun or an adjective that a rate stands before.
pub(super) fn is_noun_of_change(low: &str) -> bool {
    !low.is_ascii()
        || !matches!(
            low,
            "up" | "down"
                | "rose"
                | "grew"
                | "fell"
                | "raised"
                | "slid"
                | "sank"
                | "lost"
                | "gained"
        ) && !low.ends_with("ed")
}

/// "doubled", "threefold": a word that is a multiple by itself. The number, and which way.
pub(super) fn multiple(low: &str) -> Option<(&'static str, Trend)> {
    Some(match low {
        "doubled" | "doubling" | "twofold" | "удвоился" | "удвоилась" | "удвоилось"
        | "удвоились" | "вдвое" | "doublé" | "verdoppelt" => ("2", Trend::Up),
        "tripled" | "tripling" | "trebled" | "threefold" | "утроился" | "утроилась" | "втрое"
        | "triplé" | "verdreifacht" => ("3", Trend::Up),
        "quadrupled" | "fourfold" | "вчетверо" | "quadruplé" => ("4", Trend::Up),
        "quintupled" | "fivefold" | "впятеро" => ("5", Trend::Up),
        "sixfold" => ("6", Trend::Up),
        "tenfold" => ("10", Trend::Up),
        "halved" => ("0.5", Trend::Down),
        _ => return None,
    })
}
