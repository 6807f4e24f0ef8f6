//! Words that two records give to two speakers, answers of somebody who was not asked, and speakers
//! who are not named before their words.
//!
//! A claim or a figure with words from within a quote is by whoever is quoted.

mod named;

use std::collections::{HashMap, HashSet};

use super::dates::order;
use super::finding::{Finding, FindingKind, Severity};
use crate::dossier::date::Order;
use crate::dossier::{Actor, Dossier, Evidence, Id, Kind, Quote, Ref};
use crate::figures::as_of::AsOf;
use crate::figures::key::{folded, holds};
use crate::figures::statement::passage;
use named::Names;

/// Quotes of the sources that claims and figures cite which are compared; archives have more.
const QUOTES: usize = 2000;

/// Quotes of one paragraph that are compared with each other; more are in none that is known.
const CROWD: usize = 32;

/// Words which are too many for two people to say alike by chance.
const LONG: usize = 8;

/// Characters of a folded passage which are few enough to be anybody's.
const SHORT: usize = 8;

/// A finding for every two records that give one passage to two people, and for every quote whose
/// speaker cannot be the one that its neighbours or the words before it name.
pub(super) fn findings(dossier: &Dossier, known: &AsOf<'_>) -> Vec<Finding> {
    let attributed = attributed(dossier, known);
    let passages = Passages::new(dossier, known, &attributed);
    let mut found: Vec<_> = attributed
        .iter()
        .filter_map(|one| passages.contradicted(dossier, one))
        .collect();
    let names = Names::new(dossier);
    found.extend(
        attributed
            .iter()
            .filter_map(|one| unnamed(dossier, &names, one)),
    );
    found.extend(passages.repeated(dossier));
    for (record, quote) in &passages.quotes {
        found.extend(passages.twice(dossier, *record, quote));
        found.extend(answers(dossier, *record, quote));
        found.extend(label(dossier, *record, quote));
    }
    found
}

/// A claim or a figure, who gives it, and the passages that it is from.
struct Attributed<'a> {
    record: Ref,
    by: &'a Id,
    evidence: &'a [Evidence],
}

/// Every claim and every figure that a person or an organisation gives.
fn attributed<'a>(dossier: &'a Dossier, known: &AsOf<'_>) -> Vec<Attributed<'a>> {
    let claims = dossier.claims.iter().enumerate().map(|(at, claim)| {
        let by = claim.asserted_by.as_ref();
        (Some(Ref::new(Kind::Claim, at)), by, &claim.evidence)
    });
    let figures = dossier.series.iter().enumerate().flat_map(|(at, series)| {
        let figures = series.observations.iter().enumerate();
        figures.map(move |(place, figure)| {
            let record = dossier.observation_ref(at, place);
            (record, figure.said_by.as_ref(), &figure.evidence)
        })
    });
    let all = claims.chain(figures).filter_map(|(record, by, evidence)| {
        let (record, by) = (record?, by?);
        let speaks = matches!(
            dossier.find(by)?.kind,
            Kind::Person | Kind::Organisation | Kind::Source
        );
        let counts = speaks && known.any(evidence);
        counts.then_some(Attributed {
            record,
            by,
            evidence,
        })
    });
    all.collect()
}

/// A paragraph of a source.
type Paragraph<'a> = (&'a Id, u32);

/// Quotes by paragraph.
struct Passages {
    quotes: Vec<(Ref, Quote)>,
    /// For a source and its paragraph, the places of quotes, with their folded words.
    by_paragraph: HashMap<(Id, u32), Vec<(usize, String)>>,
}

impl Passages {
    /// The quotes of a dossier; of an archive, those of the sources that claims and figures cite.
    fn new(dossier: &Dossier, known: &AsOf<'_>, attributed: &[Attributed<'_>]) -> Self {
        let all = dossier.quotes.len();
        let evidence = attributed.iter().flat_map(|one| one.evidence);
        let cited: HashSet<&Id> = evidence.map(|evidence| &evidence.source).collect();
        let counts = |at: &usize| {
            let sources = dossier.quotes.facets(*at).sources;
            let is_cited = all <= QUOTES || sources.iter().any(|id| cited.contains(id));
            is_cited && known.sources(sources)
        };
        let places = (0..all).filter(counts).take(QUOTES);
        let quotes: Vec<_> = places
            .map(|at| (Ref::new(Kind::Quote, at), dossier.quotes.get(at)))
            .collect();
        let mut by_paragraph: HashMap<_, Vec<_>> = HashMap::new();
        for (at, (_, quote)) in quotes.iter().enumerate() {
            for (place, words) in words(quote) {
                let here = by_paragraph.entry((place.0.clone(), place.1)).or_default();
                here.push((at, folded(&words)));
            }
        }
        Self {
            quotes,
            by_paragraph,
        }
    }

    /// A claim or a figure by somebody else than the one who is quoted with its words.
    fn contradicted(&self, dossier: &Dossier, one: &Attributed<'_>) -> Option<Finding> {
        let quoted = one.evidence.iter().find_map(|evidence| {
            let words = folded(&evidence.words());
            let place = (evidence.source.clone(), evidence.paragraph);
            let mut here = self.by_paragraph.get(&place)?.iter().take(CROWD);
            let within = here.find(|(_, text)| has_words(text, &words))?;
            Some((&self.quotes[within.0], evidence))
        });
        let ((record, quote), evidence) = quoted?;
        // An article may say as its own what it quotes; a person may not.
        let own = quote.speaker == *one.by || *one.by == evidence.source;
        (!own).then(|| {
            two_speakers(
                dossier,
                [one.record, *record],
                [one.by, &quote.speaker],
                evidence,
            )
        })
    }

    /// Long words that two passages give to two people at what may be one time.
    fn repeated(&self, dossier: &Dossier) -> Vec<Finding> {
        let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, (_, quote)) in self.quotes.iter().enumerate() {
            let text = folded(&quote.text);
            if text.split(' ').count() >= LONG {
                by_words.entry(text).or_default().push(at);
            }
        }
        let mut rows: Vec<_> = by_words.into_values().filter(|row| row.len() > 1).collect();
        rows.sort();
        let pairs = rows.iter().flat_map(|row| row.windows(2));
        let found = pairs.filter_map(|pair| {
            let [(a, one), (b, other)] = [pair[0], pair[1]].map(|at| &self.quotes[at]);
            let days = one.said.as_ref().zip(other.said.as_ref());
            let one_time = days.is_some_and(|(x, y)| x.compare(y) == Order::Possible);
            let evidence = other.evidence.first()?;
            let place =
                |e: &&Evidence| e.source == evidence.source && e.paragraph == evidence.paragraph;
            let one_passage = one.evidence.iter().any(|e| place(&e));
            (one_time && one.speaker != other.speaker && !one_passage)
                .then(|| two_speakers(dossier, [*b, *a], [&other.speaker, &one.speaker], evidence))
        });
        found.collect()
    }

    /// The same words as another quote of the paragraph, by somebody else.
    fn twice(&self, dossier: &Dossier, record: Ref, quote: &Quote) -> Option<Finding> {
        quote.evidence.iter().find_map(|evidence| {
            let place = (evidence.source.clone(), evidence.paragraph);
            let here = self
                .by_paragraph
                .get(&place)
                .filter(|here| (2..=CROWD).contains(&here.len()))?;
            let words = folded(&quote.text);
            let found = here.iter().find_map(|(at, text)| {
                let (other, said) = &self.quotes[*at];
                let same = has_words(text, &words) && said.speaker != quote.speaker;
                let first = *other < record || text.len() > words.len();
                (same && first).then_some((other, said))
            });
            let (other, said) = found?;
            let speakers = [&quote.speaker, &said.speaker];
            Some(two_speakers(dossier, [record, *other], speakers, evidence))
        })
    }
}

/// A claim or a figure of somebody, where its words name another who says it; not a claim about them.
fn unnamed(dossier: &Dossier, names: &Names<'_>, one: &Attributed<'_>) -> Option<Finding> {
    let other = names.other(one.by, one.evidence)?;
    let is_about = |at: usize| {
        let claim = &dossier.claims[at];
        let id = dossier.id(other);
        let statement = folded(&claim.statement);
        let is_named = |name: &String| {
            let name = folded(name);
            name.split(' ').any(|part| holds(&statement, part))
        };
        claim.about.iter().any(|actor| actor.id() == Some(&id))
            || dossier
                .names(&Actor::Record(id.clone()))
                .iter()
                .any(is_named)
    };
    if one.record.kind == Kind::Claim && is_about(one.record.at) {
        return None;
    }
    let (by, other) = (dossier.name(one.by), dossier.title(other));
    let reason = format!("filed as said by {by}, but the words name {other}");
    Some(of_quote(dossier, &[one.record], &reason))
}

/// The paragraphs of a quote with its words there.
fn words(quote: &Quote) -> Vec<(Paragraph<'_>, String)> {
    let places = quote.evidence.iter();
    let words = places.map(|evidence| {
        let text = match evidence.exact {
            Some(_) => evidence.words().into_owned(),
            None => quote.text.to_string(),
        };
        ((&evidence.source, evidence.paragraph), text)
    });
    words.collect()
}

/// Does a folded text have these folded words?
fn has_words(text: &str, words: &str) -> bool {
    words.len() >= SHORT && format!(" {text} ").contains(&format!(" {words} "))
}

fn two_speakers(
    dossier: &Dossier,
    records: [Ref; 2],
    speakers: [&Id; 2],
    evidence: &Evidence,
) -> Finding {
    let [by, quoted] = speakers.map(|id| dossier.actor(&Actor::Record(id.clone())));
    let mut statements = records.to_vec();
    statements.sort();
    Finding {
        kind: FindingKind::Speaker,
        severity: Severity::Major,
        title: format!(
            "{}: said by {by} or by {quoted}?",
            dossier.title(records[0])
        ),
        verdict: "one passage, two speakers".to_owned(),
        working: vec![format!(
            "{}: “{}”; a record gives these words to {by}, a quote to {quoted}",
            passage(evidence),
            evidence.words()
        )],
        sets: vec![statements.clone()],
        statements,
        context: Vec::new(),
        choice: None,
    }
}

/// A quote against the question that it answers, which cannot be later.
fn answers(dossier: &Dossier, record: Ref, quote: &Quote) -> Option<Finding> {
    let name = |id: &Id| dossier.actor(&Actor::Record(id.clone()));
    if quote.addressee.as_ref() == Some(&quote.speaker) {
        let reason = format!("{} speaks to himself or herself", name(&quote.speaker));
        return Some(of_quote(dossier, &[record], &reason));
    }
    let asked = dossier.find(quote.in_reply_to.as_ref()?)?;
    let question = (asked.kind == Kind::Quote).then(|| dossier.quotes.get(asked.at))?;
    let days = quote.said.as_ref().zip(question.said.as_ref());
    let reason = if let Some((said, asked)) = days
        && order(said, asked) == Order::CertainlyBefore
    {
        format!("said {said}, before what it answers, which was said {asked}")
    } else if question.speaker == quote.speaker {
        format!(
            "an answer of {} to a question of the same",
            name(&quote.speaker)
        )
    } else {
        let asked = question.addressee.filter(|asked| *asked != quote.speaker)?;
        let (by, whom) = (name(&quote.speaker), name(&asked));
        format!("{by} answers a question to {whom}")
    };
    Some(of_quote(dossier, &[asked, record], &reason))
}

/// The label of a transcript before the words names somebody else.
fn label(dossier: &Dossier, record: Ref, quote: &Quote) -> Option<Finding> {
    let prefixes = quote.evidence.iter().filter_map(|e| e.prefix.as_deref());
    let mut labels = prefixes.filter_map(|prefix| {
        let prefix = prefix.trim_end_matches([' ', '“', '"', '«']);
        prefix.strip_suffix(':').map(folded)
    });
    let label = labels.next()?;
    let named = |id: &Id| {
        let names = dossier.names(&Actor::Record(id.clone()));
        let ends = |name: &String| format!(" {label}").ends_with(&format!(" {}", folded(name)));
        names.iter().any(ends)
    };
    if named(&quote.speaker) {
        return None;
    }
    let other = dossier.people.iter().find(|person| named(&person.id))?;
    let reason = format!("the words before it name {}", other.name);
    Some(of_quote(dossier, &[record], &reason))
}

fn of_quote(dossier: &Dossier, statements: &[Ref], reason: &str) -> Finding {
    let quote = statements[statements.len() - 1];
    let mut set = statements.to_vec();
    set.sort();
    Finding {
        kind: FindingKind::Speaker,
        severity: Severity::Minor,
        title: format!("{}: {reason}", dossier.title(quote)),
        verdict: "perhaps another speaker".to_owned(),
        working: statements.iter().map(|r| dossier.title(*r)).collect(),
        statements: set.clone(),
        context: Vec::new(),
        sets: vec![set],
        choice: None,
    }
}
