//! The closed vocabularies of the format: one macro makes the `enum`, its JSON spelling and the
//! word that is shown, so that the three cannot drift apart.

/// Declares `enum`s that are read from, and shown as, the quoted words. The first is the default.
macro_rules! vocabulary {
    ($(
        $(#[$meta:meta])*
        $name:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        pub enum $name {
            #[default]
            #[serde(rename = $first_word)]
            #[doc = concat!("`", $first_word, "`")]
            $first,
            $(
                #[serde(rename = $word)]
                #[doc = concat!("`", $word, "`")]
                $variant,
            )*
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "enum": [$first_word $(, $word)*],
                })
            }
            fn inline_schema() -> bool {
                true
            }
        }

        impl $name {
            /// All words.
            pub const WORDS: &[&str] = &[$first_word $(, $word)*];

            /// What a word of the files means.
            pub fn of(word: &str) -> Option<Self> {
                match word {
                    $first_word => Some(Self::$first),
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The word, as it stands in the files.
            pub fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)*
                }
            }
        }
    )*};
}

pub(super) use vocabulary;

/// Is it what a missing field means? Then it is not written.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
