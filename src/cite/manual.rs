//! The style manuals that a citation or a list of works can follow.

use thiserror::Error;

/// A style manual, in the edition that is in use in 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manual {
    /// Publication Manual of the American Psychological Association, 7th edition.
    Apa,
    /// The Chicago Manual of Style, 18th edition: notes and bibliography.
    Chicago,
    /// Oxford University Standard for the Citation of Legal Authorities, 4th edition.
    Oscola,
    /// MLA Handbook of the Modern Language Association, 9th edition.
    Mla,
}

impl Manual {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Apa, Self::Chicago, Self::Oscola, Self::Mla];

    /// Does it cite in notes, and not in the text?
    pub fn has_notes(self) -> bool {
        matches!(self, Self::Chicago | Self::Oscola)
    }

    /// The heading of the list of works.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Apa => "References",
            Self::Chicago | Self::Oscola => "Bibliography",
            Self::Mla => "Works Cited",
        }
    }

    /// The words between what somebody said and the work that quotes it.
    pub(super) fn quoted_in(self) -> &'static str {
        match self {
            // Section 8.6 of the manual.
            Self::Apa => "as cited in ",
            Self::Chicago | Self::Oscola => "quoted in ",
            // Section 6.77 of the handbook.
            Self::Mla => "qtd. in ",
        }
    }
}

/// Why works cannot be cited after a style manual.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StyleError {
    /// The program was built without the processor of citation styles.
    #[error(
        "this build has no citation styles (APA, Chicago, OSCOLA, MLA); build it with the feature `styles`"
    )]
    NotBuilt,
    /// It takes too long to tell so many works apart.
    #[error("{0} sources are too many for a citation style, which takes up to {MOST}")]
    TooMany(usize),
}

/// Works that are cited together: hayagriva compares each with each.
pub(super) const MOST: usize = 1000;
