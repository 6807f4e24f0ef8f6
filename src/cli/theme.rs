//! Themes by name.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::dashboard::ui::palette::Look;

/// Reads the name of a theme.
pub(super) fn look() -> impl TypedValueParser<Value = Look> {
    let names = Look::NAMED.map(|(name, _)| name);
    // The names are those that were just listed.
    PossibleValuesParser::new(names).map(|name| Look::named(&name).unwrap_or_default())
}
