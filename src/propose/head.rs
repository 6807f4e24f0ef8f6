//! What an article says of itself, as found in its head: all of it text that nobody has checked.

/// What an article says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) site: Option<String>,
    pub(super) issued: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
}
