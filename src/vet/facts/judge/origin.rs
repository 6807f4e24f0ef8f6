//! Whose a view is said to be: "the guess that … came from the Kremlin", of what somebody else asserts.

use super::case::Case;
use crate::dossier::{Kind, Ref};
use crate::vet::actors::{Spot, Who};
use crate::vet::finding::{Finding, Verdict};
use crate::vet::matching::Match;
use crate::vet::words::{Word, is_one_of};

impl Case<'_> {
    /// A view that is said to be that of somebody else than of those who assert it.
    pub(super) fn other_origin(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let start = self.clause.words.start;
        let words = &sentence.words[start..];
        let spots = sentence.spots.iter();
        let mut spots = spots.filter(|spot| self.clause.words.contains(&spot.words.start));
        let spot = spots.find(|spot| is_origin(words, start, spot))?;
        let claims = self.claims();
        let owned = |one: &&Match<'_>| !self.owners(one).is_empty();
        let claim = claims.iter().find(owned)?;
        let owns = |one: &Match<'_>| {
            let mut owners = self.owners(one).into_iter();
            owners.any(|own| Who::Record(own) == spot.who)
        };
        let is_voice = self.index.is_voice(spot.who) || matches!(spot.who, Who::Country(_));
        if is_voice || claims.iter().any(owns) {
            return None;
        }
        let named = &sentence.words[spot.words.clone()];
        let range = named.first()?.range.start..named.last()?.range.end;
        let title = |who: &Ref| self.index.dossier.title(*who);
        let name = title(self.owners(claim).first()?);
        let note = format!(
            "speaker: said by {name}, not by {}: “{}”",
            self.index.name(spot.who),
            title(&claim.topic.record)
        );
        let finding = Finding::new(self.item, Verdict::Misattributed, range);
        Some(finding.of(claim.topic.record).note(note).suggest(name))
    }

    /// The claims that share the most words with the clause.
    fn claims(&self) -> Vec<Match<'_>> {
        /// Words in common that a view must have to be this one.
        const LEAST: usize = 3;
        let stems = self.clause.stems(&self.index.lexicon);
        let places = self.index.sharing(&stems).into_iter();
        let topics = places.map(|at| &self.index.topics[at]);
        let claims = topics.filter(|topic| topic.record.kind == Kind::Claim);
        let mut all: Vec<Match<'_>> = claims
            .map(|topic| Match {
                topic,
                score: 0.0,
                shared: topic.all.intersection(&stems).count(),
            })
            .filter(|one| one.shared >= LEAST)
            .collect();
        let most = all.iter().map(|one| one.shared).max().unwrap_or(0);
        all.retain(|one| one.shared == most);
        all
    }
}

/// "The guess … came from the Kremlin", "the view … is that of Putin": is somebody named as the one whose it is?
/// `words` are those of a clause, from its place in the sentence on.
fn is_origin(words: &[Word], start: usize, spot: &Spot) -> bool {
    const VIEWS: &str = "supposition guess guesses guesswork assumption view opinion claim statement remark \
        assessment conclusion belief inference speculation suggestion judgement judgment idea conjecture surmise";
    const COMES: &str = "came comes come stems stemmed originates originated";
    const MADE: &str =
        "voiced made ventured offered expressed raised stated advanced floated drawn";
    // Of the words before the name three say who it is; the view itself may be further away.
    let at = spot.words.start - start;
    let behind = words[..at].iter().rev().map(|word| word.low.as_str());
    let mut before: Vec<&str> = behind.filter(|low| *low != "the").take(3).collect();
    before.reverse();
    let is_view = || words[..at].iter().any(|word| is_one_of(VIEWS, &word.low));
    let leads = match before.as_slice() {
        [.., verb, "from"] => is_one_of(COMES, verb),
        [.., verb, "by"] => is_one_of(MADE, verb),
        [.., "is" | "was", "that", "of"] => true,
        [.., noun, "of"] => is_one_of(VIEWS, noun),
        [.., "is" | "was"] => {
            let last = &words[spot.words.end - 1 - start];
            let owns = last.range.len() > last.low.len();
            owns && words
                .get(spot.words.end - start)
                .is_none_or(|next| next.mark.is_some())
        }
        _ => false,
    };
    leads && is_view()
}
