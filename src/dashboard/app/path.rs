//! The path of a text is completed as it is typed: Tab asks for the names that begin like it, which the loop
//! reads, and again for the next of them.

use super::App;
use super::typing::{Offered, Purpose};
use crate::dashboard::action::Effect;
use crate::search::Completion;

impl App {
    /// Asks for the paths that begin as what is typed does, or takes the next of them.
    pub(super) fn complete_path(&mut self) -> Option<Effect> {
        let typing = self.typing.as_ref()?;
        if typing.offered.is_some() {
            return self.complete();
        }
        let prompt = &typing.prompt;
        let typed = prompt.text()[..prompt.cursor()].to_owned();
        Some(Effect::CompletePath(typed))
    }

    /// Offers the paths that begin with `typed`, if that is what is still typed: what they have in common
    /// takes its place.
    pub fn offer_paths(&mut self, typed: &str, paths: Vec<Completion>) {
        let Some(typing) = self
            .typing
            .as_mut()
            .filter(|typing| typing.purpose == Purpose::Text)
        else {
            return;
        };
        let prompt = &mut typing.prompt;
        if &prompt.text()[..prompt.cursor()] != typed {
            return;
        }
        let Some(first) = paths.first() else {
            return self.say("no file name begins like this".to_owned());
        };
        let common = paths.iter().fold(&*first.typed, |common, path| {
            &common[..shared(common, &path.typed)]
        });
        prompt.replace(0..typed.len(), common);
        let range = 0..common.len();
        typing.offered = (paths.len() > 1).then_some(Offered {
            range,
            offers: paths,
            taken: None,
        });
    }
}

/// The bytes that two texts begin with alike, at the end of a character.
fn shared(a: &str, b: &str) -> usize {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    same.map(|(c, _)| c.len_utf8()).sum()
}
