//! How certain a rule is of what it found, and why.

use std::fmt;

/// How certain a rule is. The order is from the least certain to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// One reading of several; a person has to decide.
    Unsure,
    /// The usual reading of such words.
    Likely,
    /// The words leave no other reading.
    Sure,
}

impl Confidence {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unsure => "unsure",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The rule that found something, how certain it is, and its reason in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The name of the rule, such as `cue-after`.
    pub rule: &'static str,
    /// How certain it is.
    pub confidence: Confidence,
    /// Why, for a person to read.
    pub reason: &'static str,
}

impl Basis {
    /// The basis of something found by `rule`.
    pub const fn new(rule: &'static str, confidence: Confidence, reason: &'static str) -> Self {
        Self {
            rule,
            confidence,
            reason,
        }
    }

    /// The same rule, at most as certain as `most`.
    #[must_use]
    pub fn at_most(self, most: Confidence) -> Self {
        Self {
            confidence: self.confidence.min(most),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_is_never_more_certain_than_its_cap() {
        let sure = Basis::new("cue-after", Confidence::Sure, "the words before it");
        assert_eq!(
            sure.at_most(Confidence::Likely).confidence,
            Confidence::Likely
        );
        let unsure = sure.at_most(Confidence::Unsure);
        assert_eq!(
            unsure.at_most(Confidence::Sure).confidence.to_string(),
            "unsure"
        );
        assert!(Confidence::Unsure < Confidence::Likely && Confidence::Likely < Confidence::Sure);
    }
}
