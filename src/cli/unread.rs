//! Lines of the inbox that are no proposals, on standard error.

use crate::propose::Inbox;
use crate::system::stderr::eprint;

/// Says which lines of the inbox are no proposals; true if there are any.
pub(super) fn say_unread(inbox: &Inbox) -> bool {
    for problem in inbox.problems() {
        eprint(&problem.to_string());
    }
    inbox.problems().next().is_some()
}
