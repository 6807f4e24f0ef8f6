//! How the dashboard is to be run: what the settings of the person say, and over them the options.

use std::path::PathBuf;

use super::arguments::Arguments;
use crate::dashboard::keymap::bound::{self, Keymap};
use crate::dashboard::ui::palette::Look;
use crate::system::settings::{Settings, SettingsError};
use crate::terminal;

/// How to run the dashboard, and the folder in which to look for texts that are not beside the dossier.
///
/// # Errors
/// When something in the file is wrong.
pub(super) fn of(
    arguments: &Arguments,
) -> Result<(terminal::Settings, Option<PathBuf>), SettingsError> {
    let mut settings = Settings::load()?;
    let look = look(&settings)?.unwrap_or_default();
    let run = terminal::Settings {
        mouse: arguments.mouse || settings.mouse == Some(true),
        look: arguments.theme.unwrap_or(look),
        keymap: keymap(&settings)?,
        fresh: arguments.fresh,
        panic_at: arguments.panics(),
    };
    Ok((run, settings.sources.take()))
}

fn look(settings: &Settings) -> Result<Option<Look>, SettingsError> {
    let Some(theme) = &settings.theme else {
        return Ok(None);
    };
    let names = Look::NAMED.map(|(name, _)| name).join(", ");
    let unknown = || format!("unknown theme `{}`; there are {names}", theme.value);
    let look = Look::named(&theme.value).ok_or_else(|| settings.wrong(theme, unknown()))?;
    Ok(Some(look))
}

/// All keys are set before one is checked: two actions may have changed theirs.
fn keymap(settings: &Settings) -> Result<Keymap, SettingsError> {
    let mut keymap = Keymap::default();
    let mut set = Vec::new();
    for (name, texts) in &settings.keys {
        let mut keys = Vec::new();
        for text in texts {
            let key = bound::key(&text.value).map_err(|error| settings.wrong(text, error))?;
            keys.push(key);
            set.push((name, text, key));
        }
        keymap
            .set(&name.value, &keys)
            .map_err(|error| settings.wrong(name, error))?;
    }
    for (name, text, key) in set {
        keymap
            .check(&name.value, key)
            .map_err(|error| settings.wrong(text, error))?;
    }
    Ok(keymap)
}
