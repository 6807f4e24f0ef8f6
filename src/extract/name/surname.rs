//! Names in full that only the surname tells: "President Osei", and "Kwaku Osei" elsewhere.

use super::link::Key;
use super::spot::Run;
use super::{Mention, People};
use crate::extract::confidence::Confidence;
use crate::extract::reading::Reading;

impl People {
    /// Two or more capitals that no rule takes for a name, if their last is the surname by which the
    /// text titles somebody: "President Osei" is the Kwaku Osei of another sentence.
    pub(super) fn add_surname(&mut self, reading: &Reading, run: &Run) {
        let key = Key::of_run(reading, run);
        let noted = |mention: &Mention| mention.name == run.name;
        if !(2..=3).contains(&key.words.len()) || self.mentions.iter().any(noted) {
            return;
        }
        let Some(person) = self.agreeing(&key) else {
            return;
        };
        self.note(reading, run, person, false);
        let entry = &mut self.all[person].public;
        entry.basis = entry.basis.at_most(Confidence::Likely);
    }
}
