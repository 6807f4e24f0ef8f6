//! An error as a person is shown it.

use std::error::Error;

/// What went wrong and why, down to the first cause, on one line: "cannot read x.json: permission
/// denied".
pub fn in_full(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        told = format!("{told}: {error}");
        cause = error.source();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("{what}")]
    struct Told {
        what: &'static str,
        source: Option<Box<Self>>,
    }

    #[test]
    fn causes_follow_one_another() {
        let told = |what, source: Option<Told>| Told {
            what,
            source: source.map(Box::new),
        };
        let error = told(
            "nothing copied",
            Some(told("no disk", Some(told("lost", None)))),
        );
        assert_eq!(in_full(&error), "nothing copied: no disk: lost");
        assert_eq!(in_full(&told("full", None)), "full");
    }
}
