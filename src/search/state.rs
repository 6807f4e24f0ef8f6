//! What `is:` asks for.

/// A state that a record is in or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Something contradicts it.
    Contested,
    /// It is still to come, or not settled.
    Open,
    /// It is announced as coming.
    Planned,
    /// Its day has passed, and no record says that it is done.
    Overdue,
    /// The reader has marked it.
    Marked,
    /// No passage supports it.
    Uncited,
    /// It is between the two sides.
    Bilateral,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Contested,
        Self::Open,
        Self::Planned,
        Self::Overdue,
        Self::Marked,
        Self::Uncited,
        Self::Bilateral,
    ];

    /// As it is typed after `is:`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contested => "contested",
            Self::Open => "open",
            Self::Planned => "planned",
            Self::Overdue => "overdue",
            Self::Marked => "marked",
            Self::Uncited => "uncited",
            Self::Bilateral => "bilateral",
        }
    }

    /// The state of that word.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Does the word of one begin so?
    pub(super) fn is_begun(word: &str) -> bool {
        Self::ALL.iter().any(|state| state.word().starts_with(word))
    }
}

/// The states that a record is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct States(u8);

impl States {
    /// These and another.
    pub(super) fn and(self, state: Option<State>) -> Self {
        Self(self.0 | Self::from_iter(state).0)
    }

    pub(super) fn has(self, state: State) -> bool {
        self.0 & (1 << state as u8) != 0
    }
}

impl FromIterator<State> for States {
    fn from_iter<I: IntoIterator<Item = State>>(states: I) -> Self {
        Self(
            states
                .into_iter()
                .fold(0, |all, state| all | 1 << state as u8),
        )
    }
}
