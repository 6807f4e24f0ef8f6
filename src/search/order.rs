//! In which order hits are listed.

/// The order of the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Dossier order.
    #[default]
    Dossier,
    /// The newest first; what has no date comes last.
    Newest,
    /// Best match first: whole words before parts of them, rarer words before common ones,
    /// words that stand closer together first.
    Best,
}

impl Order {
    /// All of them, as a key turns through them.
    pub const ALL: [Self; 3] = [Self::Dossier, Self::Newest, Self::Best];

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// In a word or two; nothing for the usual one.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dossier => "",
            Self::Newest => "newest first",
            Self::Best => "best match first",
        }
    }
}
