//! Currencies: signs, codes and words, and which country's currency a word means.

mod named;
mod sign;
mod table;

use crate::dossier::Code;
use crate::extract::nation;
use crate::extract::word::{Word, Words};
pub use named::Currency;
pub(super) use sign::before;
use sign::sign;
use table::ALONE;

/// The currency behind a number, from the word `at`, and the word behind it.
pub(super) fn after(words: &Words<'_>, at: usize) -> Option<(Currency, usize)> {
    let start = at + usize::from(matches!(words.low(at), "of" | "de" | "-"));
    let word = words.get(start)?;
    if word.text == "$" && words.get(start + 1).is_none_or(|next| !next.is_glued()) {
        return Some((Currency::of("dollar", None), start + 1));
    }
    if let Some(currency) = sign(word.text).or_else(|| code(word)) {
        return Some((currency, start + 1));
    }
    if let Some(name) = noun(&word.low) {
        let (country, end) = owner_behind(words, start + 1);
        return Some((Currency::of(name, country), end));
    }
    if word.low == "cfa" && noun(words.low(start + 1)) == Some("franc") {
        return Some((Currency::of("CFA franc", None), start + 2));
    }
    let (country, end) = country(words, start)?;
    let noun_at = end + usize::from(words.low(end) == "-");
    let name = noun(words.low(noun_at))?;
    Some((Currency::of(name, Some(country)), noun_at + 1))
}

fn code(word: &Word<'_>) -> Option<Currency> {
    Currency::of_code(word.text).filter(|_| word.text.len() == 3)
}

/// The country that is named from the word `at`, and the word behind it.
pub(in crate::extract) fn country(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    const LONGEST: usize = 6;
    let word = words.get(at)?;
    if !word.is_capital() && !nation::may_be_small(word.text) {
        return None;
    }
    if nation::is_of_region(words.low_before(at), word.text, words.low(at + 1)) {
        return None;
    }
    let near = at..at + LONGEST;
    let near = near.map_while(|place| words.get(place).map(|word| (place, word.text)));
    let mut parts = near.flat_map(|(place, text)| {
        let (own, end) = split_possessive(text);
        std::iter::once((place, own)).chain(end.map(|end| (place, end)))
    });
    let (_, text) = parts.next()?;
    let found = nation::find(text, &parts.clone().map(|(_, text)| text))?;
    let last = found.words.checked_sub(2);
    let last = last.map_or(at, |last| parts.nth(last).map_or(at, |(place, _)| place));
    let point = usize::from(text == "U.S" && words.low(at + 1) == "." && words.is_glued(at + 1));
    Some((found.code, last + 1 + point))
}

/// "Korea's" as "Korea" and "'s", as names of countries are kept.
fn split_possessive(text: &str) -> (&str, Option<&str>) {
    let end = ["'s", "’s"].iter().find(|end| text.ends_with(**end));
    end.map_or((text, None), |end| {
        let (own, end) = text.split_at(text.len() - end.len());
        (own, Some(end))
    })
}

/// The same, but none where it is the country of a currency: "US$", "Kenyan shillings".
pub(in crate::extract) fn country_itself(words: &Words<'_>, at: usize) -> Option<(Code, usize)> {
    let is_money = |end: usize| {
        let sign = words.low(end) == "$" && words.is_glued(end);
        sign || after(words, end).is_some_and(|(_, next)| next == end + 1)
    };
    country(words, at).filter(|(_, end)| !is_money(*end))
}

/// "доллара США", "dollars américains", "pounds sterling".
fn owner_behind(words: &Words<'_>, at: usize) -> (Option<Code>, usize) {
    let point = at + usize::from(words.low(at) == "." && words.is_glued(at));
    match words.low(point) {
        "сша" | "u.s" | "us" => (Code::parse("USA"), point + 1),
        "sterling" | "стерлингов" => (Code::parse("GBR"), point + 1),
        low if low.starts_with("américain") => (Code::parse("USA"), point + 1),
        low if low.starts_with("canadien") => (Code::parse("CAN"), point + 1),
        low if low.starts_with("suisse") => (Code::parse("CHE"), point + 1),
        _ => (None, at),
    }
}

/// The name of a currency in English, for a word in small letters.
fn noun(low: &str) -> Option<&'static str> {
    let low = low.strip_prefix("d'").unwrap_or(low);
    Some(match low {
        "dollar" | "dollars" => "dollar",
        "euro" | "euros" => "euro",
        "pound" | "pounds" | "pfund" | "livres" => "pound",
        "yen" | "yens" => "yen",
        "yuan" | "yuans" | "renminbi" => "yuan",
        "ruble" | "rubles" | "rouble" | "roubles" | "rubel" => "rouble",
        "franc" | "francs" | "franken" => "franc",
        "rupee" | "rupees" | "roupies" => "rupee",
        "krone" | "kroner" | "krona" | "kronor" | "crowns" | "kronen" | "couronnes" | "króna"
        | "krónur" | "kronur" => "krone",
        "peso" | "pesos" => "peso",
        "dinar" | "dinars" => "dinar",
        "riyal" | "riyals" | "rial" | "rials" => "riyal",
        "dirham" | "dirhams" => "dirham",
        "reais" => "real",
        "soles" => "sol",
        "kč" => "koruna",
        "zł" | "zlotys" => "zloty",
        "lei" => "leu",
        "leva" => "lev",
        "shilling" | "shillings" => "shilling",
        "shekel" | "shekels" => "shekel",
        "lira" | "liras" | "lire" => "lira",
        "tugrik" | "tugriks" | "tögrög" => "tugrik",
        "hryvnia" | "hryvnias" | "hryvnya" => "hryvnia",
        "cent" | "cents" | "pence" | "sen" | "kopecks" | "копеек" | "копейки" | "центов" => {
            "cent"
        }
        "som" | "soms" | "soums" => "som",
        "won" => "won",
        "manat" | "manats" => "manat",
        "colones" => "colon",
        "guaranies" => "guarani",
        "quetzales" => "quetzal",
        "meticais" => "metical",
        "bolivars" | "bolivares" => "bolivar",
        "kwacha" | "kwachas" => "kwacha",
        "pa'anga" => "pa'anga",
        "tala" => "tala",
        _ => {
            return ALONE
                .iter()
                .map(|(name, _)| *name)
                .find(|name| *name == low || low.strip_suffix('s') == Some(*name))
                .or_else(|| cyrillic(low));
        }
    })
}

fn cyrillic(low: &str) -> Option<&'static str> {
    const ENDINGS: [&str; 20] = [
        "", "а", "ов", "у", "ы", "ам", "ами", "ом", "е", "ей", "ь", "я", "и", "ях", "ям", "ями",
        "ю", "ой", "ны", "ах",
    ];
    const STEMS: [(&str, &str); 21] = [
        ("доллар", "dollar"),
        ("долл", "dollar"),
        ("рубл", "rouble"),
        ("руб", "rouble"),
        ("евро", "euro"),
        ("юан", "yuan"),
        ("иен", "yen"),
        ("йен", "yen"),
        ("кип", "kip"),
        ("бат", "baht"),
        ("донг", "dong"),
        ("тенге", "tenge"),
        ("гривен", "hryvnia"),
        ("гривн", "hryvnia"),
        ("фунт", "pound"),
        ("франк", "franc"),
        ("рупи", "rupee"),
        ("вон", "won"),
        ("лир", "lira"),
        ("дирхам", "dirham"),
        ("тугрик", "tugrik"),
    ];
    if low.is_ascii() {
        return None;
    }
    STEMS.iter().find_map(|(stem, name)| {
        let ending = low.strip_prefix(stem)?;
        ENDINGS.contains(&ending).then_some(*name)
    })
}
