//! The sign of a verdict on a text, and its word for a column.

use crate::vet::Verdict;

/// The sign of a verdict, which must be changed if it `is_problem`.
pub fn sign(verdict: Verdict, is_problem: bool) -> char {
    match verdict {
        Verdict::Contested | Verdict::ContestedWithClause => '≠',
        _ if is_problem => '✗',
        Verdict::NotInTheDossier => '·',
        _ => '✓',
    }
}

/// A verdict in as few words as a column has room for.
pub fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::ContestedWithClause => "noted as contested",
        Verdict::MorePrecise => "too precise",
        other => other.words(),
    }
}
