//! What is wrong with quotes: found while they are read or held against the other records, told
//! when every record is known.

use std::collections::HashSet;
use std::ops::Range;

use super::gather::Gathered;
use crate::dossier::Quote;
use crate::dossier::quotes::{FilePlace, MOST, QuoteFile, Quotes, Store};
use crate::load::check::Checker;
use crate::load::cycles::{self, circle};
use crate::load::file::File;
use crate::load::problem::LISTED;
use crate::load::{Problem, Reader, fault, json, partial, twice};

/// What was read of the quotes.
pub(in crate::load) struct Speech {
    pub(in crate::load) quotes: Quotes,
    pub(in crate::load) quote_problems: QuoteProblems,
}

/// What is wrong with quotes, to be told once every record is known.
#[derive(Default)]
pub(in crate::load) struct QuoteProblems {
    faults: Vec<Fault>,
    too_many: usize,
}

impl QuoteProblems {
    /// How many quotes are missing.
    pub(in crate::load) fn unread(&self) -> usize {
        let left_out =
            |fault: &&Fault| matches!(fault.wrong, Wrong::Broken | Wrong::Partial | Wrong::Twice);
        self.faults.iter().filter(left_out).count() + self.too_many
    }

    /// Where the records stand that cannot be read.
    pub(super) fn broken(&self) -> impl Iterator<Item = Range<u64>> + '_ {
        let broken = |fault: &&Fault| fault.wrong == Wrong::Broken;
        self.faults
            .iter()
            .filter(broken)
            .map(|fault| fault.range.clone())
    }
}

/// A record that something is wrong with, by its place in the file.
#[derive(PartialEq, Eq)]
struct Fault {
    range: Range<u64>,
    wrong: Wrong,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    /// It cannot be read.
    Broken,
    /// Items of its lists cannot be read.
    Partial,
    /// Its id stands before.
    Twice,
    /// Its references may lead nowhere.
    Doubtful,
    /// Its answer leads in a circle and was cut.
    Circle,
}

impl Reader<'_> {
    /// Tells what is wrong with the quotes, now that every record is known.
    pub(in crate::load) fn check_quotes(
        &mut self,
        checker: &Checker<'_>,
        mut deferred: QuoteProblems,
    ) {
        let store = checker.dossier.quotes.store();
        let doubtful = checker.doubtful_quotes();
        deferred
            .faults
            .extend(doubtful.into_iter().map(|number| Fault {
                range: store.range(number),
                wrong: Wrong::Doubtful,
            }));
        deferred
            .faults
            .sort_by_key(|fault| (fault.range.start, fault.wrong));
        deferred.faults.dedup();
        let mut place = FilePlace::new(&store.file);
        for fault in deferred.faults.iter().take(LISTED) {
            self.tell(checker, fault, &mut place);
        }
        let more = deferred.faults.len().saturating_sub(LISTED);
        if more > 0 {
            let message = format!("{more} more quotes have problems");
            let problem = Problem::error(&store.file.name, &message);
            self.problems
                .push(problem.hint("fix the errors listed and run again"));
        }
        if deferred.too_many > 0 {
            let message = format!(
                "{} quotes more than the {MOST} that are read",
                deferred.too_many
            );
            let problem = Problem::error(&store.file.name, &message);
            self.problems.push(problem.hint("split the dossier"));
        }
    }

    fn tell(&mut self, checker: &Checker<'_>, fault: &Fault, place: &mut FilePlace<'_>) {
        let file = &checker.dossier.quotes.store().file;
        let at = place.move_to(fault.range.start);
        let Some(text) = file.text(fault.range.clone()) else {
            return;
        };
        let part = File::part(file.name.clone(), text.into(), at);
        let record = match fault.wrong {
            Wrong::Broken => &*part.text,
            _ => json::first(&part.text),
        };
        let whole = 0..record.len();
        let read = match partial::read::<Quote>(&part, whole.clone()) {
            Err(problem) => {
                self.problems.push(Problem {
                    lost: true,
                    ..problem
                });
                return;
            }
            Ok(read) => read,
        };
        let quote = read.record;
        let problems = match fault.wrong {
            Wrong::Partial => read.problems,
            // What is not kept has a problem, and what has none is kept: a test compares the two. If they
            // should ever differ, the record is not missed in silence.
            Wrong::Broken => {
                let message = format!("the quote `{}` could not be read and was skipped", quote.id);
                vec![part.problem(0, &message)]
            }
            Wrong::Twice => vec![twice(&part, &quote.id, whole)],
            Wrong::Circle => {
                let faults = quote.in_reply_to.iter().map(|to| circle("in_reply_to", to));
                fault::locate(&part, whole, faults.collect())
            }
            Wrong::Doubtful => {
                let faults = checker.quote(&quote, read.lost_evidence);
                fault::locate(&part, whole, faults)
            }
        };
        let before = self.problems.len();
        self.problems.extend(problems);
        if matches!(fault.wrong, Wrong::Broken | Wrong::Partial | Wrong::Twice) {
            self.mark_lost(before);
        }
    }
}

/// The quotes, with every id in its place and no answers in a circle.
pub(super) fn speech(mut gathered: Gathered, file: QuoteFile) -> Speech {
    gathered.ids.sort_unstable();
    gathered.ids.shrink_to_fit();
    let mut store = Store {
        file,
        segments: gathered.segments,
        values: gathered.values,
        ids: gathered.ids,
        replies: gathered.replies,
        cut: HashSet::new(),
        partial: gathered.partial,
    };
    let is_lost = |(_, to): &&(u32, u64)| store.numbers(*to).next().is_none();
    let lost = store
        .replies
        .iter()
        .filter(is_lost)
        .map(|(number, _)| *number as usize);
    let doubtful = gathered.doubtful.into_iter().chain(lost);
    let of = |wrong: Wrong| {
        let store = &store;
        move |number: usize| Fault {
            range: store.range(number),
            wrong,
        }
    };
    let at = |wrong: Wrong| {
        move |(start, end): (u64, u64)| Fault {
            range: start..end,
            wrong,
        }
    };
    let cut = circles(&store);
    let mut faults: Vec<_> = doubtful.map(of(Wrong::Doubtful)).collect();
    faults.extend(cut.iter().map(|n| *n as usize).map(of(Wrong::Circle)));
    let partial = store.partial.keys().map(|n| *n as usize);
    faults.extend(partial.map(of(Wrong::Partial)));
    faults.extend(gathered.broken.into_iter().map(at(Wrong::Broken)));
    faults.extend(gathered.twice.into_iter().map(at(Wrong::Twice)));
    store.cut = cut;
    Speech {
        quotes: Quotes::new(store),
        quote_problems: QuoteProblems {
            faults,
            too_many: gathered.too_many,
        },
    }
}

/// The quotes whose answer closes a circle.
fn circles(store: &Store) -> HashSet<u32> {
    if store.replies.is_empty() {
        return HashSet::new();
    }
    let next = |number: usize| {
        let replies = &store.replies;
        let first = replies.partition_point(|(from, _)| (*from as usize) < number);
        let own = replies
            .get(first)
            .filter(|(from, _)| *from as usize == number);
        own.and_then(|(_, to)| store.numbers(*to).next())
            .into_iter()
            .collect()
    };
    let closing = cycles::closing(store.len(), next);
    closing
        .into_iter()
        .filter_map(|(from, _)| u32::try_from(from).ok())
        .collect()
}
