//! Words that may be quoted: one quotation for each side.

use std::cmp::Ordering;

use super::words::{date_in_words, day, line, list};
use super::{Body, Making, Quotation, Section};
use crate::dossier::about::Side;
use crate::dossier::dispute::DisputeKind;
use crate::dossier::quote::{QuoteKind, Translation};
use crate::dossier::{Date, Dispute, Id, Kind, Quote, Ref};

/// Characters of a quotation: a sentence or two.
const LENGTH: std::ops::RangeInclusive<usize> = 60..=400;
/// How many there are: one a side.
const QUOTES: usize = 2;
/// Roles of people who lead through a session or report of it, and speak for nobody.
const NO_VOICE: [&str; 6] = [
    "moderator",
    "journalist",
    "reporter",
    "correspondent",
    "author",
    "interpreter",
];

/// A quote that may be used.
struct Candidate {
    at: usize,
    quote: Quote,
    names_both: bool,
}

impl Making<'_> {
    /// One quotation for each side, and where one has none a second of the other.
    /// Of quotes that were chosen one by one, all.
    pub(super) fn quotes(&mut self) -> Option<Section> {
        let chosen = if self.is_picked {
            self.picked()
        } else {
            self.best()
        };
        let quotes: Vec<_> = chosen
            .into_iter()
            .filter_map(|one| self.quotation(&one))
            .collect();
        (!quotes.is_empty()).then_some(Section {
            heading: "Quotations",
            body: Body::Quotes(quotes),
            rest: None,
        })
    }

    /// Every quote that is kept.
    fn picked(&self) -> Vec<Candidate> {
        let all = self.dossier.all(Kind::Quote);
        let kept = all.filter(|record| self.scope.has(*record));
        let candidate = |record: Ref| Candidate {
            at: record.at,
            quote: self.dossier.quotes.get(record.at),
            names_both: false,
        };
        kept.map(candidate).collect()
    }

    /// The best of each side.
    fn best(&self) -> Vec<Candidate> {
        let mut sides = [const { Vec::new() }; 2];
        for at in 0..self.dossier.quotes.len() {
            let facets = self.dossier.quotes.facets(at);
            let country = self.dossier.person(facets.speaker).and_then(|p| p.country);
            let Some(side) = country
                .and_then(|code| self.scope.side(code))
                .filter(|side| *side < QUOTES)
            else {
                continue;
            };
            if self.scope.has(Ref::new(Kind::Quote, at)) {
                self.consider(at, &mut sides[side]);
            }
        }
        let mut chosen = Vec::new();
        for best in &mut sides {
            chosen.extend((!best.is_empty()).then(|| best.remove(0)));
        }
        chosen.extend(sides.into_iter().flatten());
        chosen.truncate(QUOTES);
        chosen
    }

    /// Puts a quote among the best of its side, if it may be used. Of a million quotes only those
    /// are read whose date could make them one.
    fn consider(&self, at: usize, best: &mut Vec<Candidate>) {
        let said = self.dossier.quotes.facets(at).said;
        if let Some(worst) = best.get(QUOTES - 1)
            && worst.names_both
            && later_first(said, worst.quote.said.as_ref()).is_ge()
        {
            return;
        }
        let quote = self.dossier.quotes.get(at);
        if !self.is_usable(&quote) {
            return;
        }
        let names_both = self
            .dossier
            .about
            .sides
            .iter()
            .all(|s| names(&quote.text, s));
        let place = best.partition_point(|other| {
            let by = other.names_both.cmp(&names_both).reverse();
            let said = later_first(other.quote.said.as_ref(), quote.said.as_ref());
            by.then(said).is_le()
        });
        best.insert(
            place,
            Candidate {
                at,
                quote,
                names_both,
            },
        );
        best.truncate(QUOTES);
    }

    fn is_usable(&self, quote: &Quote) -> bool {
        let role = quote.role.as_ref().map(|role| role.to_lowercase());
        let speaks = role.is_some_and(|role| !NO_VOICE.iter().any(|word| role.contains(word)));
        let dated = said_in_words(quote.said.as_ref()).is_some();
        let whole = quote.kind == QuoteKind::Verbatim && !quote.text.contains('?');
        let length = LENGTH.contains(&quote.text.chars().count());
        speaks && dated && whole && length && !self.disputed(&quote.id).any(is_on_who)
    }

    /// Open disputes that stand on a record.
    fn disputed<'b>(&'b self, id: &'b Id) -> impl Iterator<Item = &'b Dispute> {
        let disputes = self.dossier.disputes.iter();
        disputes.filter(move |dispute| {
            let between = &mut dispute.between.iter();
            dispute.resolution.is_none() && between.any(|actor| actor.id() == Some(id))
        })
    }

    fn quotation(&mut self, one: &Candidate) -> Option<Quotation> {
        let quote = &one.quote;
        let disputes: Vec<_> = self
            .disputed(&quote.id)
            .map(|d| format!("“{}”", line(&d.title)))
            .collect();
        let mut by = vec![line(&self.dossier.name(&quote.speaker))];
        by.extend(quote.role.as_ref().map(|role| line(role)));
        by.extend(said_in_words(quote.said.as_ref()));
        // What is disputed of the words may be their occasion.
        let event = quote.event.as_ref().filter(|_| disputes.is_empty());
        by.extend(event.map(|event| format!("at “{}”", line(&self.dossier.name(event)))));
        by.extend((quote.translation == Translation::Yes).then(|| "translated".to_owned()));
        let open = match disputes.as_slice() {
            [] => String::new(),
            disputes => format!("; open: {}", list(disputes)),
        };
        let note = self.notes.cite(&quote.evidence)?;
        self.shown.push(Ref::new(Kind::Quote, one.at));
        let paragraphs = paragraphs(&quote.text);
        Some(Quotation {
            paragraphs,
            by: by.join(", ") + &open,
            note,
            records: vec![quote.id.clone()],
        })
    }
}

/// When words were said, or by when if no more is known.
fn said_in_words(said: Option<&Date>) -> Option<String> {
    let by = || Some(format!("[by {}]", day(said?.latest()?)));
    date_in_words(said).or_else(by)
}

/// The paragraphs of speech, which blank lines part. What was said is set as it was given: with its
/// tabs and its single line ends.
fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        match paragraphs.last_mut() {
            Some(lines) if !line.trim().is_empty() => lines.push(line.trim_end()),
            _ => paragraphs.push(Vec::new()),
        }
    }
    let whole = paragraphs.iter().filter(|lines| !lines.is_empty());
    whole
        .map(|lines| lines.join("\n").trim().to_owned())
        .collect()
}

/// Is it about who spoke, or what the words refer to?
fn is_on_who(dispute: &Dispute) -> bool {
    dispute.kind == DisputeKind::Attribution
}

/// Does a text name a side, by any of its names?
fn names(text: &str, side: &Side) -> bool {
    let text = text.to_lowercase();
    let other = [&side.official_name, &side.adjective].into_iter().flatten();
    let old = side.predecessors.iter().map(|old| &old.name);
    let mut all = [&side.name]
        .into_iter()
        .chain(other)
        .chain(&side.aliases)
        .chain(old);
    all.any(|name| text.contains(&name.to_lowercase()))
}

/// The latest first; one of which only a bound is known comes behind those with a date.
fn later_first(a: Option<&Date>, b: Option<&Date>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let bare = a.is_undated().cmp(&b.is_undated());
            bare.then_with(|| b.sort(a))
        }
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}
