//! The list that the code of a row is from, and its edition: what UN Comtrade calls `H5`, `S3`, `B4` and
//! `EB02`, and other programs `HS 2017`, `SITC Rev. 3`, `BEC` and `EBOPS 2002`. One code means other things in
//! another list.

/// What goods or services are counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The Harmonized System, whichever edition.
    Hs,
    /// Another list of goods.
    Other(String),
    /// Services, by the Extended Balance of Payments Services.
    Services,
}

/// The edition of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edition {
    /// Its code in UN Comtrade, in small letters, such as `h5`.
    pub(super) code: String,
    /// "2017 edition", "revision 3".
    pub(super) words: String,
}

const HS: &str = "HS";
const SITC: &str = "SITC";
const BEC: &str = "BEC";
const EBOPS: &str = "EBOPS";

/// The codes and the short name of each list, and words of its full name.
const LISTS: [(&str, &[&str], &str); 4] = [
    (EBOPS, &["EB"], "SERVICES"),
    (HS, &["H"], "HARMONI"),
    (SITC, &["S", "SS", "ST"], "STANDARD INTERNATIONAL TRADE"),
    (BEC, &["B", "BE"], "BROAD ECONOMIC"),
];

/// The years of the editions of the Harmonized System, from `H0` on.
const YEARS: [u16; 7] = [1988, 1996, 2002, 2007, 2012, 2017, 2022];

/// The list of that name; none for one that is not known.
fn known(name: &str) -> Option<&'static str> {
    let name = name.to_uppercase();
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    let short = &name[..letters];
    let is_named = |(list, codes, words): &&(&'static str, &[&str], &str)| {
        let is_long = list.len() > HS.len() && short.starts_with(list);
        short == *list || is_long || codes.contains(&short) || name.contains(words)
    };
    LISTS.iter().find(is_named).map(|(list, ..)| *list)
}

impl Class {
    /// That of a row: `kind` is `C` or `S`, for commodities or services, `name` what its list is called. None
    /// where nothing says of which list a code is that none of the Harmonized System looks like.
    pub(super) fn of(kind: &str, name: &str, code: &str) -> Option<Self> {
        if kind.eq_ignore_ascii_case("S") {
            return Some(Self::Services);
        }
        let is_digits = code.bytes().all(|b| b.is_ascii_digit());
        let is_hs = is_total(code) || is_digits && code.len().is_multiple_of(2);
        match (known(name), name) {
            (Some(HS), _) => Some(Self::Hs),
            (Some(EBOPS), _) => Some(Self::Services),
            (Some(list), _) => Some(Self::Other(list.to_owned())),
            (None, "") => is_hs.then_some(Self::Hs),
            (None, name) => Some(Self::Other(name.to_owned())),
        }
    }

    /// What its codes are called.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Hs => HS,
            Self::Other(name) => name,
            Self::Services => EBOPS,
        }
    }
}

/// All goods or services together?
pub(super) fn is_total(code: &str) -> bool {
    code.eq_ignore_ascii_case("TOTAL")
}

impl Edition {
    /// The one that the name of a list says.
    pub(super) fn of(name: &str) -> Option<Self> {
        let list = known(name)?;
        let mut runs = name.split(|c: char| !c.is_ascii_digit());
        let digits = runs.find(|run| !run.is_empty())?;
        let number: u16 = digits.parse().ok()?;
        let year = match digits.len() {
            2 if number > 80 => 1900 + number,
            2 => 2000 + number,
            _ => number,
        };
        let (code, words) = match list {
            HS => {
                let at = match digits.len() {
                    1 => usize::from(number),
                    _ if year == 1992 => 0,
                    _ => YEARS.iter().position(|known| *known == year)?,
                };
                (format!("h{at}"), format!("{} edition", YEARS.get(at)?))
            }
            EBOPS => (format!("eb{:02}", year % 100), format!("{year} edition")),
            _ if digits.len() > 1 => return None,
            list => {
                let letter = if list == SITC { 's' } else { 'b' };
                (format!("{letter}{number}"), format!("revision {number}"))
            }
        };
        Some(Self { code, words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_known_by_its_code_and_by_its_name() {
        for (name, list, edition) in [
            ("H5", "HS", "h5 2017 edition"),
            ("h0", "HS", "h0 1988 edition"),
            ("HS", "HS", ""),
            ("HS 2022", "HS", "h6 2022 edition"),
            ("HS92", "HS", "h0 1988 edition"),
            ("HS12", "HS", "h4 2012 edition"),
            ("Harmonised System (2007)", "HS", "h3 2007 edition"),
            ("S4", "SITC", "s4 revision 4"),
            ("SS", "SITC", ""),
            ("SITC Rev. 3", "SITC", "s3 revision 3"),
            ("SITCRev2", "SITC", "s2 revision 2"),
            ("Standard International Trade Classification", "SITC", ""),
            ("B4", "BEC", "b4 revision 4"),
            ("BEC Rev.5", "BEC", "b5 revision 5"),
            ("Broad Economic Categories", "BEC", ""),
            ("EB02", "EBOPS", "eb02 2002 edition"),
            ("EB10S", "EBOPS", "eb10 2010 edition"),
            ("EBOPS 2010", "EBOPS", "eb10 2010 edition"),
            ("Trade in services", "EBOPS", ""),
            ("BPM6", "BPM6", ""),
            ("SNA", "SNA", ""),
            ("HTS 2022", "HTS 2022", ""),
            ("ISIC Rev.4", "ISIC Rev.4", ""),
            ("CPC", "CPC", ""),
        ] {
            let class = Class::of("C", name, "41").expect("it is named");
            let found = Edition::of(name);
            let found = found.map_or_else(String::new, |one| format!("{} {}", one.code, one.words));
            assert_eq!((class.name(), &*found), (list, edition), "{name}");
        }
    }

    #[test]
    fn a_code_of_a_list_without_a_name_is_one_of_hs_if_it_looks_like_one() {
        for (code, is_hs) in [
            ("09", true),
            ("090111", true),
            ("TOTAL", true),
            ("901", false),
            ("S2-041", false),
            ("SC", false),
        ] {
            let class = Class::of("", "", code);
            assert_eq!(class, is_hs.then_some(Class::Hs), "{code}");
        }
        assert_eq!(Class::of("S", "", "205"), Some(Class::Services));
    }
}
