//! The names around the word of a deed: who does it, and to whom.

use super::deed::{Deed, Form, deed};
use crate::dossier::Kind;
use crate::vet::actors::{Spot, Who};
use crate::vet::index::Index;
use crate::vet::voice::is_attributed;
use crate::vet::words::{Word, is_one_of};

/// The ends of a journey; none of one within a country.
fn abroad(from: Option<Who>, to: Option<Who>) -> (Option<Who>, Option<Who>) {
    if from.is_some() && from == to {
        return (None, None);
    }
    (from, to)
}

/// The names around a deed.
pub(super) struct Near<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) words: &'a [Word],
    pub(super) spots: &'a [Spot],
    pub(super) range: std::ops::Range<usize>,
    pub(super) at: usize,
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

    /// "by way of China": neither from there nor to there.
    fn is_on_the_way(&self, spot: &Spot) -> bool {
        let before = self.words[..spot.words.start].iter().rev();
        let mut before = before.map(|word| word.low.as_str());
        before.next() == Some("of") && before.next() == Some("way")
    }

    /// "given by Belarus and Russia": each of them.
    pub(super) fn by(&self) -> Vec<Who> {
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

    /// "supported Laos and helped it": to whom the deed before was done.
    fn is_object(&self, spot: &Spot) -> bool {
        deed(self.before(spot)).is_some_and(|(_, form)| form == Form::Verb)
    }

    fn behind_word(&self, prepositions: &[&str]) -> Option<Who> {
        let found = self.here().find(|spot| {
            let is_behind = spot.words.start > self.at;
            is_behind && prepositions.contains(&self.before(spot)) && !self.is_on_the_way(spot)
        });
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

    /// "the imports of Laos": who receives them; not "imports of Lao coffee".
    fn receiver(&self) -> Option<Who> {
        self.words
            .get(self.at + 1)
            .filter(|word| word.low == "of")?;
        let mut here = self.here();
        let spot = here.find(|spot| spot.words.start > self.at && self.before(spot) == "of")?;
        let lows = self.words[spot.words.clone()].iter();
        let lows: Vec<&str> = lows.map(|word| word.low.as_str()).collect();
        let is_name = self.index.name(spot.who).to_lowercase() == lows.join(" ");
        self.country(spot).filter(|_| is_name)
    }

    /// "with Russian help": whose it is.
    fn adjective(&self) -> Option<Who> {
        let mut here = self.here();
        let spot = here.find(|spot| spot.words.end == self.at && self.before(spot) != "to")?;
        self.country(spot)
    }

    /// Who goes where: "Russians may stay in Laos", "stay of Russians in Laos", "staff from Laos study at
    /// Russian universities".
    pub(super) fn journey(&self) -> (Option<Who>, Option<Who>) {
        let to = self.behind_word(&["to", "in", "into", "at", "towards"]);
        let to = self.visited().or(to);
        // "visitors", "tourists": people, and not what they do.
        let low = self.words[self.at].low.as_str();
        if low.ends_with("rs") || low == "tourists" {
            // "Laos counted many tourists from Russia": whose they are, and not who counts them.
            let from = self
                .adjective()
                .or_else(|| self.behind_word(&["from", "of"]));
            return abroad(from, to);
        }
        let mut before = self.here().filter(|spot| {
            let is_place = matches!(self.before(spot), "to" | "in" | "with" | "by" | "at");
            // "attend the camp but study": a body does not go anywhere.
            let is_body = matches!(spot.who, Who::Record(who) if who.kind == Kind::Organisation);
            spot.words.end <= self.at && !is_place && !is_body
        });
        let goer = before.next_back().and_then(|spot| self.country(spot));
        // "cadets of the military schools": whose they are is where they learn.
        let school = self
            .here()
            .find(|spot| spot.words.start > self.at && self.before(spot) == "of");
        let is_body = |spot: &Spot| !matches!(spot.who, Who::Country(_));
        let school = school.filter(|spot| is_body(spot));
        let to = to.or_else(|| school.and_then(|spot| self.country(spot)));
        let of = if school.is_some() { "from" } else { "of" };
        let from = goer.or_else(|| self.behind_word(&["from", "for", of, "by"]));
        abroad(from, to)
    }

    /// "tourists from Laos are visiting Russia": whom they visit.
    fn visited(&self) -> Option<Who> {
        const VISITS: &str = "visit visits visited visiting";
        let mut here = self.here().filter(|spot| spot.words.start > self.at);
        let spot = here.find(|spot| VISITS.split(' ').any(|low| low == self.before(spot)))?;
        self.country(spot)
    }

    /// "Laos made Russia a present", "Laos rendered to Russia help": who gives, and to whom.
    fn made_to(&self) -> Option<(Option<Who>, Option<Who>)> {
        const MADE: &str = "make makes made give gives gave given giving send sends sent render \
            renders rendered rendering lend lends lent offer offers offered provide provides provided \
            providing extend extends extended grant grants granted bring brings brought \
            hand hands handed bestow bestows bestowed";
        let mut before = self.here().filter(|spot| spot.words.end <= self.at);
        let to = before.next_back()?;
        let gap = self.words.get(to.words.end..self.at)?;
        let is_beside = gap
            .iter()
            .all(|word| matches!(word.low.as_str(), "a" | "the" | "some"));
        let low = |back: usize| {
            let at = to.words.start.checked_sub(back);
            at.map_or("", |at| self.words[at].low.as_str())
        };
        let verb = if low(1) == "to" { low(2) } else { low(1) };
        if !is_beside || !is_one_of(MADE, verb) {
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

    /// "attracts investment": is it drawn by the subject?
    fn is_drawn(&self) -> bool {
        const DRAWS: &str = "attract attracts attracted attracting draw draws drew drawn drawing";
        let verb = self.at.checked_sub(1).map(|at| self.words[at].low.as_str());
        let is_draw = verb.is_some_and(|verb| DRAWS.split(' ').any(|draws| draws == verb));
        is_draw && self.words[self.at].low.starts_with("investment")
    }

    /// Is a noun what the subject receives? "receives humanitarian aid"
    fn is_received(&self) -> bool {
        /// Words from the verb to its noun.
        const NEAR: usize = 4;
        const RECEIVES: &str = "receive receives received receiving get gets got accept accepts accepted obtain \
            obtains obtained enjoy enjoys enjoyed";
        let near = &self.words[self.at.saturating_sub(NEAR).max(self.range.start)..self.at];
        near.iter().any(|word| is_one_of(RECEIVES, &word.low))
    }

    /// "Two elephants went from Russia to Laos as a gift": a name behind a preposition, wherever it is.
    fn anywhere(&self, preposition: &str) -> Option<Who> {
        let spot = self.here().find(|spot| self.before(spot) == preposition)?;
        self.country(spot)
    }

    /// "from many countries, including Laos": one of those from whom it comes.
    fn included(&self) -> Option<Who> {
        let behind = self.words.get(self.at + 1..self.range.end)?;
        let is_from = behind.first().is_some_and(|word| word.low == "from");
        is_from.then(|| self.behind_word(&["including"])).flatten()
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

    /// Who does it, if that is named before.
    fn subject(&self) -> Option<Who> {
        let aside = self.aside();
        let mut here = self.here();
        let spot = here.rfind(|spot| {
            spot.words.end <= aside
                && !self.only_says(spot)
                && !matches!(self.before(spot), "to" | "in" | "from" | "with" | "by")
                && !self.is_object(spot)
        })?;
        self.country(spot)
    }

    pub(super) fn ends(&self, deed: Deed, form: Form) -> (Option<Who>, Option<Who>) {
        let passive = self.is_passive(form);
        let subject = self.subject();
        let from = self.behind_word(&["from"]).or_else(|| self.included());
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
            Form::Turned => {
                let receiver = self.receiver();
                let to = receiver.or(subject);
                let from = from.or(object.filter(|_| receiver.is_none()));
                (from.filter(|from| Some(*from) != to), to)
            }
            Form::Arrival => {
                let from = from.or(subject);
                (from, to.or(object).filter(|to| Some(*to) != from))
            }
            Form::Shop => {
                let there = || self.behind_word(&["in", "of"]);
                let to = self.adjective().or_else(there);
                (subject.filter(|from| to.is_some() && Some(*from) != to), to)
            }
            Form::Noun => self.noun_ends(deed, subject, from, to),
        }
    }

    /// Of a noun: "help from Laos", "Laos made Russia a present".
    fn noun_ends(
        &self,
        deed: Deed,
        subject: Option<Who>,
        from: Option<Who>,
        to: Option<Who>,
    ) -> (Option<Who>, Option<Who>) {
        if let Some(made) = self.made_to() {
            return made;
        }
        // "Laos receives help": it does not give it.
        if let Some(receiver) = subject.filter(|_| self.is_received()) {
            return (from.filter(|from| *from != receiver), Some(receiver));
        }
        let (from, to) = match deed {
            Deed::Give => (
                from.or_else(|| self.anywhere("from")),
                to.or_else(|| self.anywhere("to")),
            ),
            _ => (from, to),
        };
        let named = from.or_else(|| self.owner()).or_else(|| self.adjective());
        // "draws investment": the subject receives it.
        let from = named.or(subject.filter(|_| self.is_of_subject()));
        let to = to.or(subject.filter(|_| self.is_drawn()));
        (from, to.filter(|to| Some(*to) != from))
    }
}
