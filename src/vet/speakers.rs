//! Who says what a record tells: the speakers of the quotes in which its passages are.

use std::collections::HashMap;

use crate::dossier::fold::fold;
use crate::dossier::{Dossier, Id, Ref};

/// In a larger archive nobody is looked for.
const MOST: usize = 5_000;

/// The speech of each paragraph of a source.
#[derive(Debug, Default)]
pub(super) struct Speakers(HashMap<(Id, u32), Vec<(Id, String)>>);

impl Speakers {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let mut said: HashMap<(Id, u32), Vec<(Id, String)>> = HashMap::new();
        if dossier.quotes.len() > MOST {
            return Self(said);
        }
        for quote in dossier.quotes.iter() {
            let text = fold(&quote.text);
            for one in &quote.evidence {
                let place = (one.source.clone(), one.paragraph);
                let speech = (quote.speaker.clone(), text.clone());
                said.entry(place).or_default().push(speech);
            }
        }
        Self(said)
    }

    /// The people whose words every passage of a record is in; none where one of them is nobody's.
    pub(super) fn of(&self, dossier: &Dossier, record: Ref) -> Vec<Ref> {
        let mut found = Vec::new();
        for one in dossier.evidence(record).iter() {
            let words = one.exact.as_ref().map(|_| fold(&one.words()));
            let place = (one.source.clone(), one.paragraph);
            let all = self.0.get(&place).into_iter().flatten();
            let has = |text: &str| words.as_ref().is_some_and(|words| text.contains(&**words));
            let before = found.len();
            found.extend(all.filter(|(_, text)| has(text)).map(|(who, _)| who));
            if found.len() == before {
                return Vec::new();
            }
        }
        let mut people: Vec<Ref> = found
            .into_iter()
            .filter_map(|id| dossier.find(id))
            .collect();
        people.sort();
        people.dedup();
        people
    }
}
