//! The status of an observation. Codes: the SDMX code list `CL_OBS_STATUS` 2.2, and the flags of
//! Eurostat, which are the same letters.

use super::columns::Coded;
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::import::SkipReason;

/// The codes of the list and the flags.
const CODES: &str = "AEIFPMLHOQBDGJKNRSUVW";

/// What a status says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Status {
    pub(super) qualifier: Option<Qualifier>,
    pub(super) firmness: ObservationStatus,
    /// The series is not comparable with earlier periods.
    pub(super) is_break: bool,
    /// What none of these can say.
    pub(super) notes: Vec<String>,
    /// Why there is no value, where there is none.
    pub(super) missing: Option<&'static str>,
}

/// Reads a status, or several of them in one cell.
pub(super) fn read(text: &str) -> Status {
    let mut status = Status::default();
    let upper = text.to_uppercase();
    let words = upper.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        // Eurostat puts flags side by side; anything else is one code of another list.
        let mut codes = word.chars().enumerate();
        if codes.all(|(at, code)| CODES.contains(code) && !word[..at].contains(code)) {
            word.chars().for_each(|code| status.add(code));
        } else {
            status.note(&format!("status {word}"));
        }
    }
    status
}

/// What is told of a figure that its publisher does not give to everyone: the SDMX code list
/// `CL_CONF_STATUS` 1.2.
pub(super) fn confidentiality(coded: &Coded) -> Option<String> {
    let words = match (coded.code.as_str(), coded.label.as_str()) {
        ("" | "F" | "_Z", _) => return None,
        ("C", _) => "confidential",
        ("D", _) => "confidential, to protect another figure",
        ("N", _) => "not for publication, for internal use",
        ("S", _) => "confidential until further notice",
        (code, "") => code,
        (_, label) => label,
    };
    Some(format!("{words} (CONF_STATUS {})", coded.code))
}

impl Status {
    fn add(&mut self, code: char) {
        match code {
            'A' => {}
            'E' => self.qualifier = Some(Qualifier::Estimated),
            'I' => {
                self.qualifier = Some(Qualifier::Estimated);
                self.note("imputed (status I)");
            }
            'F' => self.firmness = ObservationStatus::Forecast,
            'P' => self.firmness = ObservationStatus::Provisional,
            'M' => self.missing = Some("missing (status M): it cannot exist"),
            'L' => self.missing = Some("missing (status L): it exists and was not collected"),
            'H' => self.missing = Some("missing (status H): a holiday"),
            'O' => self.missing = Some("missing (status O)"),
            'Q' => self.missing = Some("missing (status Q): suppressed"),
            'B' => self.is_break = true,
            'D' => self.note("another definition (status D)"),
            'G' => self.note("experimental (status G)"),
            'J' => self.note("derived by the publisher (status J)"),
            'K' => self.note("counted elsewhere (status K)"),
            'N' => self.note("not significant (status N)"),
            'R' => self.note("revised (status R)"),
            'S' => self.note("a strike or another special event (status S)"),
            'U' => self.note("of low reliability (status U)"),
            'V' => self.note("not validated (status V)"),
            'W' => self.note("counts another category too (status W)"),
            other => self.note(&format!("status {other}")),
        }
    }

    /// Why there is no value: what the status says of it goes with it.
    pub(super) fn explain(&self, unused: SkipReason) -> SkipReason {
        let notes = || (!self.notes.is_empty()).then(|| self.notes.join("; "));
        match self.missing.map(ToOwned::to_owned).or_else(notes) {
            Some(why) => SkipReason::with(unused.reason, why),
            None => unused,
        }
    }

    fn note(&mut self, words: &str) {
        self.notes.push(words.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_status_says_survives() {
        assert_eq!(read("A"), Status::default());
        assert_eq!(read(""), Status::default());
        assert_eq!(read("E").qualifier, Some(Qualifier::Estimated));
        assert_eq!(read("F").firmness, ObservationStatus::Forecast);
        assert_eq!(read("p").firmness, ObservationStatus::Provisional);
        assert!(read("M").missing.is_some());
        assert_eq!((read("B").is_break, read("B").notes.len()), (true, 0));
        assert_eq!(read("9").notes, ["status 9"]);
        assert_eq!(read("ZZ").notes, ["status ZZ"]);
        assert_eq!(read("BB").notes, ["status BB"]);
        let empty = || SkipReason::with("no value", "empty");
        assert_eq!(
            read("K").explain(empty()).detail,
            "counted elsewhere (status K)"
        );
        assert_eq!(read("A").explain(empty()).detail, "empty");
        let both = read("b,e");
        assert_eq!(
            (both.qualifier, both.is_break),
            (Some(Qualifier::Estimated), true)
        );
    }
}
