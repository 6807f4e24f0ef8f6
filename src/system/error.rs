//! An error as a person is shown it.

use std::error::Error;

/// What went wrong and why, down to the first cause, on one line: "cannot read x.json: permission
/// denied".
pub fn in_full(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("{what}")]
    struct Layer {
        what: &'static str,
        source: Option<Box<Self>>,
    }

    #[test]
    fn causes_follow_one_another() {
        let layer = |what, source: Option<Layer>| Layer {
            what,
            source: source.map(Box::new),
        };
        let error = layer(
            "nothing copied",
            Some(layer("no disk", Some(layer("lost", None)))),
        );
        assert_eq!(in_full(&error), "nothing copied: no disk: lost");
        assert_eq!(in_full(&layer("full", None)), "full");
    }
}
