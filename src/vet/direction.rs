//! Who gives, sends, helps or sells, and to whom.

use super::actors::{Spot, Who};
use super::index::Index;
use super::voice::is_attributed;
use super::words::Word;

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
        | "stood" | "trained" => (Deed::Help, Form::Verb),
        "help" | "support" | "assistance" | "aid" | "backing" => (Deed::Help, Form::Noun),
        "exports" | "export" | "sells" | "sell" | "sold" | "exported" | "supplies" | "supplied"
        | "supply" | "ships" | "ship" | "shipped" | "delivers" | "deliver" | "delivered"
        | "sends" | "send" | "sent" => (Deed::Sell, Form::Verb),
        "exporting" | "deliveries" | "shipments" | "exporters" => (Deed::Sell, Form::Noun),
        "reach" | "reaches" | "reached" | "arrive" | "arrives" | "arrived" => {
            (Deed::Sell, Form::Arrival)
        }
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
    !same && (cross(act.from, other.to) || cross(act.to, other.from))
        || !same
            && act.from.is_some()
            && other.from.is_some()
            && other.to.is_none()
            && act.from != other.from
}

/// Do both begin or end with the same one?
pub(super) fn shares(act: &Act, other: &Act) -> bool {
    act.from.is_some() && act.from == other.from || act.to.is_some() && act.to == other.to
}

/// The names around a deed.
struct Near<'a> {
    index: &'a Index<'a>,
    words: &'a [Word],
    spots: &'a [Spot],
    range: std::ops::Range<usize>,
    at: usize,
}

impl Near<'_> {
    fn here(&self) -> impl DoubleEndedIterator<Item = &Spot> {
        let range = self.range.clone();
        self.spots
            .iter()
            .filter(move |spot| range.contains(&spot.words.start))
    }

    /// A country, or that of somebody who acts for one.
    fn country(&self, spot: &Spot) -> Option<Who> {
        self.index.country_of(spot.who)
    }

    /// The word before a name, articles apart.
    fn before(&self, spot: &Spot) -> &str {
        let mut at = spot.words.start;
        while at > 0 {
            at -= 1;
            let low = self.words[at].low.as_str();
            if !matches!(low, "the" | "its" | "both") {
                return low;
            }
        }
        ""
    }

    /// "given by Belarus and Russia": each of them.
    fn by(&self) -> Vec<Who> {
        let mut found = Vec::new();
        let mut next = None;
        for spot in self.here().filter(|spot| spot.words.start > self.at) {
            let is_joined =
                next.is_some_and(|end| spot.words.start == end + 1) && self.before(spot) == "and";
            if self.before(spot) == "by" || is_joined {
                next = Some(spot.words.end);
                found.extend(self.country(spot));
            }
        }
        found
    }

    fn behind_word(&self, prepositions: &[&str]) -> Option<Who> {
        let found = self
            .here()
            .find(|spot| spot.words.start > self.at && prepositions.contains(&self.before(spot)));
        found.and_then(|spot| self.country(spot))
    }

    /// "Yathotou said that the help …": who says it does not give it. What is done may be to say thanks.
    fn only_says(&self, spot: &Spot) -> bool {
        spot.words.end != self.at && is_attributed(self.words, spot)
    }

    /// "exports of Russian coffee": whose they are.
    fn owner(&self) -> Option<Who> {
        let of = self.words.get(self.at + 1).filter(|word| word.low == "of");
        of.and_then(|_| self.behind_word(&["of"]))
    }

    /// "with Russian help": whose it is.
    fn adjective(&self) -> Option<Who> {
        let mut here = self.here();
        let spot = here.find(|spot| spot.words.end == self.at)?;
        self.country(spot)
    }

    /// Who goes where: "Russians may stay in Laos", "stay of Russians in Laos", "staff from Laos study at
    /// Russian universities".
    fn journey(&self) -> (Option<Who>, Option<Who>) {
        let to = self.behind_word(&["to", "in", "into", "at", "towards"]);
        // "visitors", "tourists": people, and not what they do.
        let low = self.words[self.at].low.as_str();
        if low.ends_with("rs") || low == "tourists" {
            // "Laos counted many tourists from Russia": whose they are, and not who counts them.
            let from = self
                .adjective()
                .or_else(|| self.behind_word(&["from", "of"]));
            return (from, to.filter(|to| Some(*to) != from));
        }
        let mut before = self.here().filter(|spot| {
            let is_place = matches!(self.before(spot), "to" | "in" | "with" | "by" | "at");
            spot.words.end <= self.at && !is_place
        });
        let goer = before.next_back().and_then(|spot| self.country(spot));
        let from = goer.or_else(|| self.behind_word(&["from", "for", "of", "by"]));
        (from, to.filter(|to| Some(*to) != from))
    }

    /// "Laos made Russia a present": who gives, and to whom.
    fn made_to(&self) -> Option<(Option<Who>, Option<Who>)> {
        const MADE: [&str; 8] = [
            "make", "makes", "made", "give", "gives", "gave", "send", "sent",
        ];
        let mut before = self.here().filter(|spot| spot.words.end <= self.at);
        let to = before.next_back()?;
        let gap = self.words.get(to.words.end..self.at)?;
        let is_beside = gap
            .iter()
            .all(|word| matches!(word.low.as_str(), "a" | "the" | "some"));
        let verb = to
            .words
            .start
            .checked_sub(1)
            .map(|at| self.words[at].low.as_str());
        if !is_beside || !verb.is_some_and(|low| MADE.contains(&low)) {
            return None;
        }
        let from = before.next_back().and_then(|spot| self.country(spot));
        Some((from, self.country(to)))
    }

    /// Is what a noun tells done by the subject? Investment is drawn or made.
    fn is_of_subject(&self) -> bool {
        /// Words before the noun in which its verb is looked for.
        const NEAR: usize = 3;
        let makes = |word: &Word| matches!(word.low.as_str(), "make" | "makes" | "made" | "making");
        let is_investment = self.words[self.at].low.starts_with("investment");
        !is_investment
            || self.words[self.at.saturating_sub(NEAR)..self.at]
                .iter()
                .any(makes)
    }

    /// The end of the words in which a subject is looked for: before what is between commas right before the
    /// verb, "Belarus, though not Tajikistan, gives".
    fn aside(&self) -> usize {
        let is_comma = |at: &usize| self.words[*at].mark == Some(',');
        let mut before = (self.range.start..self.at).rev();
        let opens = before.find(is_comma).filter(|_| is_comma(&self.at));
        opens.unwrap_or(self.at)
    }

    /// "It was granted", "status granted by Belarus".
    fn is_passive(&self, form: Form) -> bool {
        let low = |at: Option<usize>| {
            at.and_then(|at| self.words.get(at))
                .map_or("", |word| word.low.as_str())
        };
        let is_being = matches!(
            low(self.at.checked_sub(1)),
            "was" | "were" | "been" | "is" | "are" | "being"
        );
        // "stood by Laos"
        let is_done_by = low(Some(self.at + 1)) == "by" && low(Some(self.at)) != "stood";
        is_being || form == Form::Verb && is_done_by
    }

    fn ends(&self, deed: Deed, form: Form) -> (Option<Who>, Option<Who>) {
        let passive = self.is_passive(form);
        let aside = self.aside();
        let subject = self
            .here()
            .rfind(|spot| {
                spot.words.end <= aside
                    && !self.only_says(spot)
                    && !matches!(self.before(spot), "to" | "in" | "from" | "with" | "by")
            })
            .and_then(|spot| self.country(spot));
        let from = self.behind_word(&["from"]);
        let to = self.behind_word(&["to", "for", "in", "into", "towards"]);
        let object = self
            .here()
            .find(|spot| {
                spot.words.start > self.at
                    && !matches!(
                        self.before(spot),
                        "from" | "by" | "with" | "through" | "via"
                    )
            })
            .and_then(|spot| self.country(spot));
        if passive {
            let by = self.behind_word(&["by"]).or(from);
            return match form {
                Form::Verb => (by, to.or(subject).filter(|to| Some(*to) != by)),
                _ => (from, to),
            };
        }
        match form {
            // "exports coffee from Russia": the subject receives.
            Form::Verb if from.is_some() && from != subject && to.is_none() => match deed {
                // "grants protection to goods from Laos": to whose goods they are.
                Deed::Give => (subject, from),
                _ => (from, subject),
            },
            Form::Verb => (subject, to.or(object).filter(|to| Some(*to) != subject)),
            Form::Turned => (
                from.or(object).filter(|from| Some(*from) != subject),
                subject,
            ),
            Form::Arrival => {
                let from = from.or(subject);
                (from, to.or(object).filter(|to| Some(*to) != from))
            }
            Form::Noun => {
                if let Some(made) = self.made_to() {
                    return made;
                }
                let named = from.or_else(|| self.owner()).or_else(|| self.adjective());
                // "draws investment": the subject receives it.
                let from = named.or(subject.filter(|_| self.is_of_subject()));
                (from, to.filter(|to| Some(*to) != from))
            }
        }
    }
}
