//! The keys that hold: those of the table, or those that a person has set in their place.

use super::names::name;
use super::notation::{self, NotationError};
use super::{BINDINGS, Binding, Key, KeyEvent, Scope, typed};
use crate::dossier::nearest;

/// A row of the table with its keys.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The row.
    pub row: &'static Binding,
    /// Its keys, the usual one first; none where it has lost them.
    pub keys: Vec<Key>,
}

impl Bound {
    /// All its keys, as they are written for a person.
    pub fn key_names(&self) -> String {
        let names: Vec<_> = self.keys.iter().map(|key| key.name()).collect();
        names.join(" ")
    }
}

/// All keys that hold.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// Why keys cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// No action has that name.
    #[error("no action is called `{name}`{}", .nearest.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?")))]
    UnknownAction {
        /// What was written.
        name: String,
        /// The one that is written most like it.
        nearest: Option<String>,
    },
    /// It is not written as a key.
    #[error(transparent)]
    Notation(#[from] NotationError),
    /// It is no key or more than one.
    #[error("`{0}` is not one key: write a character, or a name such as <enter> or <ctrl-g>")]
    NotOne(String),
    /// It types a character where characters are typed.
    #[error("`{0}` types a character: in the search line only other keys can be bound")]
    Typed(String),
    /// Another action has it where this one holds.
    #[error("`{key}` is bound to `{other}` as well: give one of the two another key")]
    Taken {
        /// The key.
        key: String,
        /// The other action.
        other: String,
    },
}

impl Default for Keymap {
    fn default() -> Self {
        let rows = BINDINGS.iter().map(|row| Bound {
            row,
            keys: row.keys.to_vec(),
        });
        Self {
            rows: rows.collect(),
        }
    }
}

impl Keymap {
    /// Puts other keys in the place of those of an action, wherever it holds.
    ///
    /// # Errors
    /// When there is no such action, or its keys cannot be set.
    pub fn set(&mut self, action: &str, keys: &[Key]) -> Result<(), KeyError> {
        let is_it = |bound: &&mut Bound| name(bound.row).as_deref() == Some(action);
        let mut known = false;
        for bound in self.rows.iter_mut().filter(is_it) {
            keys.clone_into(&mut bound.keys);
            known = true;
        }
        if known {
            return Ok(());
        }
        let names: Vec<_> = self
            .rows
            .iter()
            .filter_map(|bound| name(bound.row))
            .collect();
        Err(KeyError::UnknownAction {
            name: action.to_owned(),
            nearest: nearest(action, names.iter().map(String::as_str)).map(str::to_owned),
        })
    }

    /// Whether a key that was set for an action can be pressed for it.
    ///
    /// # Errors
    /// When it does something else somewhere.
    pub fn check(&self, action: &str, key: Key) -> Result<(), KeyError> {
        let (own, others): (Vec<_>, Vec<_>) = self
            .rows
            .iter()
            .filter(|bound| bound.keys.contains(&key))
            .partition(|bound| name(bound.row).as_deref() == Some(action));
        for bound in own {
            if bound.row.scope == Scope::Prompt && typed(key.event()).is_some() {
                return Err(KeyError::Typed(key.name()));
            }
            let other = others
                .iter()
                .find(|other| together(other.row.scope, bound.row.scope));
            if let Some(other) = other {
                return Err(KeyError::Taken {
                    key: key.name(),
                    other: name(other.row).unwrap_or_else(|| other.row.help.to_owned()),
                });
            }
        }
        Ok(())
    }

    /// What `event` asks for in `scopes`, innermost first.
    pub fn resolve(&self, scopes: &[Scope], event: KeyEvent) -> Option<super::Action> {
        let key = Key::of(event);
        scopes.iter().find_map(|scope| {
            let mut rows = self.rows.iter().filter(|bound| bound.row.scope == *scope);
            rows.find(|bound| bound.keys.contains(&key))
                .map(|bound| bound.row.action)
        })
    }

    /// The rows that act in `scopes`, innermost first, leaving out what an inner one overrides.
    pub fn active(&self, scopes: &[Scope]) -> impl Iterator<Item = &Bound> {
        let depths = scopes.iter().enumerate();
        let rows = depths.flat_map(move |(depth, scope)| {
            let inner = &scopes[..depth];
            self.rows.iter().filter(move |bound| {
                bound.row.scope == *scope && !bound.keys.iter().all(|key| self.has(inner, *key))
            })
        });
        rows.collect::<Vec<_>>().into_iter()
    }

    fn has(&self, scopes: &[Scope], key: Key) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|bound| scopes.contains(&bound.row.scope) && bound.keys.contains(&key))
    }
}

/// The key that a text stands for.
///
/// # Errors
/// When it stands for none or for several.
pub fn key(text: &str) -> Result<Key, KeyError> {
    match notation::parse(text)?.as_slice() {
        [event] => Ok(Key::of(*event)),
        _ => Err(KeyError::NotOne(text.to_owned())),
    }
}

/// Can both be in force at one time?
fn together(one: Scope, other: Scope) -> bool {
    /// Of these only one is in force at a time.
    const INNER: [Scope; 9] = [
        Scope::Timeline,
        Scope::Agreements,
        Scope::Trade,
        Scope::Quotes,
        Scope::Pane,
        Scope::List,
        Scope::Kinds,
        Scope::Fields,
        Scope::Prompt,
    ];
    let alone = |scope: Scope, other: Scope| match scope {
        Scope::Prompt | Scope::Fields | Scope::Kinds => other != Scope::Everywhere,
        Scope::Pane | Scope::List => other == Scope::Dashboard,
        _ => false,
    };
    let both_inner = INNER.contains(&one) && INNER.contains(&other);
    one == other || !(both_inner || alone(one, other) || alone(other, one))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::dashboard::action::Action;

    #[test]
    fn every_row_but_one_has_a_name_and_no_name_two_meanings() {
        let mut actions: BTreeMap<String, Action> = BTreeMap::new();
        for row in BINDINGS {
            match name(row) {
                None => assert_eq!(row.action, Action::Interrupt),
                Some(name) => {
                    let before = actions.insert(name.clone(), row.action);
                    assert!(before.is_none_or(|before| before == row.action), "{name}");
                }
            }
        }
    }

    #[test]
    fn a_key_that_is_set_takes_the_place_of_the_others() {
        let mut keymap = Keymap::default();
        let zoom = key("<ctrl-g>").expect("a key");
        keymap
            .set("zoom", &[zoom])
            .expect("there is such an action");
        let scopes = [
            Scope::Timeline,
            Scope::Dashboard,
            Scope::Movement,
            Scope::View,
        ];
        assert_eq!(keymap.resolve(&scopes, zoom.event()), Some(Action::Zoom));
        let old = key("z").expect("a key");
        assert_eq!(keymap.resolve(&scopes, old.event()), None);
        assert_eq!(keymap.check("zoom", zoom), Ok(()));
        let rows = keymap.active(&scopes);
        let names = rows.map(Bound::key_names).collect::<Vec<_>>();
        assert!(names.contains(&"ctrl-g".to_owned()) && !names.contains(&"z".to_owned()));
    }

    #[test]
    fn what_cannot_be_set_is_told() {
        let mut keymap = Keymap::default();
        let message = keymap.set("zom", &[]).expect_err("unknown").to_string();
        assert!(
            message.contains("`zom`") && message.contains("`zoom`"),
            "{message}"
        );
        assert!(keymap.set("interrupt", &[]).is_err());
        for text in ["", "ab", "<nokey>", "<enter><enter>"] {
            assert!(key(text).is_err(), "{text}");
        }
        // In a scope that is in force with it, and in one that is not.
        for (action, pressed, taken) in [
            ("zoom", "f", true),
            ("zoom", "<ctrl-c>", true),
            ("regroup", "o", false),
            ("prompt-accept", "x", true),
            ("zoom", "<ctrl-w>", false),
            ("reorder", "t", false),
            ("reorder", "j", true),
        ] {
            let mut keymap = Keymap::default();
            let pressed = key(pressed).expect("a key");
            if keymap.set(action, &[pressed]).is_ok() {
                assert_eq!(keymap.check(action, pressed).is_err(), taken, "{action}");
            }
        }
    }
}
