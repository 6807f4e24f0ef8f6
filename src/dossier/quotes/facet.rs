//! What is known of every quote without reading its record.

/// What is known of every quote without reading its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Who speaks.
    Speaker,
    /// As what.
    Role,
    /// When.
    Said,
    /// On which occasion.
    Event,
    /// In which language.
    Language,
    /// About what.
    Topics,
    /// On which sources it rests.
    Sources,
    /// Who is spoken to.
    Addressee,
    /// How much of it is verbatim.
    Kind,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Speaker,
        Self::Role,
        Self::Said,
        Self::Event,
        Self::Language,
        Self::Topics,
        Self::Sources,
        Self::Addressee,
        Self::Kind,
    ];
}
