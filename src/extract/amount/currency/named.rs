//! A currency by its name or code.

use super::table::{ALONE, OF_COUNTRIES};
use crate::dossier::Code;

/// A currency as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// Its name in English, such as `dollar`; `cent` for any hundredth part.
    pub name: &'static str,
    /// Its code of ISO 4217; none where the words leave open whose it is.
    pub code: Option<&'static str>,
}

/// The name of a dollar of which the words beside it do not say whose it is: "$5 million".
const BARE: &str = "dollar of no country";

impl Currency {
    /// The currency of that name, of a country if one is named.
    pub(in crate::extract::amount) fn of(name: &'static str, country: Option<Code>) -> Self {
        let alone = ALONE.iter().find(|(known, _)| *known == name);
        let shared = OF_COUNTRIES.iter().find(|(known, owner, _, default)| {
            *known == name && country.map_or(*default, |code| code.as_str() == *owner)
        });
        let code = alone
            .map(|(_, code)| *code)
            .or_else(|| shared.map(|(_, _, code, _)| *code));
        let bare = name == "dollar" && country.is_none();
        let name = if bare { BARE } else { name };
        Self { name, code }
    }

    /// The dollar of a country, if it has one.
    pub fn dollar_of(country: Code) -> Option<Self> {
        let dollar = Self::of("dollar", Some(country));
        dollar.code.is_some().then_some(dollar)
    }

    /// Is it a dollar, whosever it is?
    pub fn is_dollar(self) -> bool {
        self.name == "dollar" || self.is_bare_dollar()
    }

    /// Is it a dollar of which no word beside it says whose it is? Its code is that of the United
    /// States, whose it is in most texts.
    pub fn is_bare_dollar(self) -> bool {
        self.name == BARE
    }

    /// The code of the currency of that name that one of two countries has; none where both have one.
    pub fn code_of_sides(self, sides: &[Code]) -> Option<&'static str> {
        let own = |code: &Code| {
            let mut all = OF_COUNTRIES.iter();
            all.find(|(name, owner, ..)| *name == self.name && code.as_str() == *owner)
        };
        let mut found = sides.iter().filter_map(own);
        let Some((_, _, code, _)) = found.next() else {
            let plain = self.name.starts_with("shilling of");
            let plain = plain.then(|| Self::of("shilling", None));
            return plain.and_then(|plain| plain.code_of_sides(sides));
        };
        found.next().is_none().then_some(*code)
    }

    /// Is it the money of that country?
    pub fn is_of(self, country: Code) -> bool {
        const EURO: &str =
            "AUT BEL BGR CYP DEU ESP EST FIN FRA GRC HRV IRL ITA LTU LUX LVA MLT NLD PRT SVK SVN";
        let Some(own) = self.code else { return false };
        let listed = |(_, owner, code, _): &(&str, &str, &str, bool)| {
            *code == own && country.as_str() == *owner
        };
        OF_COUNTRIES.iter().any(listed)
            || own == "EUR" && EURO.split(' ').any(|code| code == country.as_str())
    }

    /// The currency of a code in capital letters.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        let code = match code {
            "RMB" => "CNY",
            "RUR" => "RUB",
            // "TOP 10" counts no money.
            "TOP" => return None,
            code => code,
        };
        let alone = ALONE.iter().map(|(name, code)| (*name, *code));
        let shared = OF_COUNTRIES.iter().map(|(name, _, code, _)| (*name, *code));
        alone
            .chain(shared)
            .find(|(_, known)| *known == code)
            .map(|(name, code)| Self {
                name,
                code: Some(code),
            })
    }
}
