//! Work for several cores that is done even where the system has no thread to give.

use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder};

/// Does something with each item, each in a thread of its own as far as there are any, else in this
/// one; the results are in the order of the items. A panic of one goes on here.
pub fn each<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let items: Vec<_> = items
        .into_iter()
        .map(|item| Mutex::new(Some(item)))
        .collect();
    // The item of a thread that cannot be had is still there.
    let done = |item: &Mutex<Option<T>>| {
        let item = item.lock().unwrap_or_else(PoisonError::into_inner).take();
        item.map(&work)
    };
    thread::scope(|scope| {
        let begin = |item| Builder::new().spawn_scoped(scope, move || done(item)).ok();
        // All are begun before the first is waited for.
        let threads: Vec<_> = items.iter().map(begin).collect();
        let results = threads
            .into_iter()
            .zip(&items)
            .filter_map(|(thread, item)| match thread {
                Some(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                None => done(item),
            });
        results.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order() {
        assert_eq!(
            each(0..20, |n| n * n),
            (0..20).map(|n| n * n).collect::<Vec<_>>()
        );
        assert_eq!(each(Vec::<u8>::new(), |n| n), Vec::<u8>::new());
    }
}
