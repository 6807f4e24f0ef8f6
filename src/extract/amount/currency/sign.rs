//! Currencies by the sign or the letters before a number.

use super::named::Currency;
use crate::dossier::Code;
use crate::extract::lexicon::is_short_currency;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// The currency before a number that begins with the word `at`, and the first word of it.
pub(in crate::extract::amount) fn before(
    words: &Words<'_>,
    at: usize,
) -> Option<(Currency, usize)> {
    let last = at.checked_sub(1)?;
    // "Rs. 40 crore"
    let point = words.low(last) == "." && words.is_glued(last);
    let short = last
        .checked_sub(1)
        .filter(|short| point && is_short_currency(words.low(*short)));
    if let Some(short) = short {
        return spelled(words, at, short).map(|currency| (currency, short));
    }
    let word = words.get(last)?;
    if word.text == "$" {
        return Some(dollar(words, last));
    }
    let glued = words.is_glued(at);
    // "GH¢4.6 billion"
    if glued && matches!(word.text, "¢" | "₵") && words.low_before(last) == "gh" {
        return Some((Currency::of("cedi", None), last - 1));
    }
    // "E£20 million"
    if word.text == "£"
        && words.is_glued(last)
        && words.before(last).is_some_and(|one| one.text == "E")
    {
        return Some((Currency::of("pound", Code::parse("EGY")), last - 1));
    }
    if let Some(currency) = sign(word.text) {
        return Some((currency, last));
    }
    if glued && last > 0 && words.low(last - 1) == "$" && words.is_glued(last) {
        let doubled = word.text == "S" && last > 1 && words.low(last - 2) == "u";
        let letters = if doubled { "US" } else { word.text };
        return Some((dollar_of(letters)?, last - 1 - usize::from(doubled)));
    }
    // Feeds in plain ASCII write `Y=` and `PS` for the signs of yen and pound.
    if glued && word.text == "=" && last > 0 && words.get(last - 1)?.text == "Y" {
        return Some((Currency::of("yen", None), last - 1));
    }
    Some((spelled(words, at, last)?, last))
}

/// The currency of the letters at the word `last`, before a number that begins with the word `at`.
fn spelled(words: &Words<'_>, at: usize, last: usize) -> Option<Currency> {
    let glued = words.is_glued(at);
    let apart = at > last + 1;
    let word = words.get(last)?;
    Some(match word.text {
        "PS" if glued => Currency {
            name: "pound",
            code: Some("GBP"),
        },
        "Rs" | "Re" => Currency::of("rupee", None),
        "R" if glued => Currency::of("rand", None),
        "K" if glued => Currency::of("K", None),
        "MK" if glued => Currency::of("kwacha", Code::parse("MWI")),
        "Br" if glued || apart => Currency::of("Br", None),
        // Newspapers of Kenya print "Sh", those of Uganda "Shs".
        "Sh" if glued || apart => Currency::of("shilling of Sh", None),
        "Shs" if glued || apart => Currency::of("shilling of Shs", None),
        "KSh" | "Ksh" | "KShs" | "Kshs" => Currency::of("shilling", Code::parse("KEN")),
        "TSh" | "Tsh" | "TShs" | "Tshs" => Currency::of("shilling", Code::parse("TZA")),
        "USh" | "Ush" | "UShs" | "Ushs" => Currency::of("shilling", Code::parse("UGA")),
        "DKr" | "Dkr" => Currency::of("krone", Code::parse("DNK")),
        "NKr" | "Nkr" => Currency::of("krone", Code::parse("NOR")),
        "SKr" | "Skr" => Currency::of("krone", Code::parse("SWE")),
        "IKr" | "Ikr" => Currency::of("krone", Code::parse("ISL")),
        "Kč" | "Kc" if glued => Currency::of("koruna", None),
        "zł" => Currency::of("zloty", None),
        "RM" => Currency::of("ringgit", None),
        "Rp" => Currency::of("rupiah", None),
        "Tk" => Currency::of("taka", None),
        "Dh" | "Dhs" => Currency::of("dirham", None),
        "RO" if glued || is_scaled(words, at) => Currency::of("riyal", Code::parse("OMN")),
        "QR" if glued || is_scaled(words, at) => Currency::of("riyal", Code::parse("QAT")),
        "SR" if glued || is_scaled(words, at) => Currency::of("riyal", Code::parse("SAU")),
        "JD" if glued || is_scaled(words, at) => Currency::of("dinar", Code::parse("JOR")),
        "BD" if glued || is_scaled(words, at) => Currency::of("dinar", Code::parse("BHR")),
        "LD" if glued || is_scaled(words, at) => Currency::of("dinar", Code::parse("LBY")),
        "LE" if glued || is_scaled(words, at) => Currency::of("pound", Code::parse("EGY")),
        "KD" if glued || is_scaled(words, at) => Currency::of("dinar", Code::parse("KWT")),
        "TL" => Currency::of_code("TRY")?,
        "Bt" => Currency::of_code("THB")?,
        "NRs" => Currency::of_code("NPR")?,
        "SLR" | "SLRs" => Currency::of_code("LKR")?,
        "Php" | "PhP" => Currency::of_code("PHP")?,
        "Kz" => Currency::of_code("AOA")?,
        "Ft" => Currency::of_code("HUF")?,
        "DT" if is_scaled(words, at) => Currency::of("dinar", Code::parse("TUN")),
        "DA" if is_scaled(words, at) => Currency::of("dinar", Code::parse("DZA")),
        "N" if is_scaled(words, at) => Currency::of("N", None),
        "P" if is_scaled(words, at) => Currency::of("P", None),
        "B" if is_scaled(words, at) => Currency::of("B", None),
        "HRK" => Currency {
            name: "kuna",
            code: Some("HRK"),
        },
        letter if is_letter(letter) && is_scaled(words, at) => {
            Currency::of("currency of one letter", None)
        }
        text => Currency::of_code(text)?,
    })
}

/// "P 6.8 billion": a letter before so many is the sign of some currency. "A" and "I" are words.
fn is_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'B'..=b'H' | b'J'..=b'Z'])
}

fn is_scaled(words: &Words<'_>, number: usize) -> bool {
    const SCALES: [&str; 6] = ["million", "billion", "trillion", "mn", "bn", "tn"];
    SCALES.contains(&words.low(number + 1))
}

/// The currency of a dollar sign, with the letters before it. Letters that touch the sign and are not
/// known are of some other dollar or peso: never of the dollar of the United States.
fn dollar(words: &Words<'_>, sign: usize) -> (Currency, usize) {
    let usa = (Currency::of("dollar", None), sign);
    let Some(before) = sign.checked_sub(1) else {
        return usa;
    };
    let point = words.low(before) == "." && before > 0;
    let place = before - usize::from(point);
    let touches = words.is_glued(sign);
    let glued = touches || words.low(place).len() > 1;
    let Some(word) = words.get(place).filter(|_| glued) else {
        return usa;
    };
    let other = touches && word.kind == TokenKind::Word && word.text.len() <= 4;
    match dollar_of(word.text) {
        Some(currency) => (currency, place),
        None if other => (Currency::of("dollar of another country", None), place),
        None => usa,
    }
}

/// The dollar or peso of the letters beside the sign; without a code where several countries write so.
fn dollar_of(letters: &str) -> Option<Currency> {
    let (name, country) = match letters {
        "US" | "U.S" | "U" => ("dollar", "USA"),
        "A" | "AU" => ("dollar", "AUS"),
        "C" | "CA" | "CAN" | "Cdn" => ("dollar", "CAN"),
        "HK" => ("dollar", "HKG"),
        "S" | "SG" => ("dollar", "SGP"),
        "NZ" => ("dollar", "NZL"),
        "NT" => ("dollar", "TWN"),
        "N" | "NA" => ("dollar", "NAM"),
        "J" | "JA" => ("dollar", "JAM"),
        "F" | "FJ" => ("dollar", "FJI"),
        "G" | "GY" => ("dollar", "GUY"),
        "L" | "LD" => ("dollar", "LBR"),
        "SI" => ("dollar", "SLB"),
        "TT" => ("dollar", "TTO"),
        "Bds" | "BDS" => ("dollar", "BRB"),
        "BZ" => ("dollar", "BLZ"),
        "Sr" | "SR" => ("dollar", "SUR"),
        "BN" => ("dollar", "BRN"),
        "EC" => return Some(Currency::of("East Caribbean dollar", None)),
        "B" => return Some(Currency::of("dollar of B$", None)),
        "R" => ("real", "BRA"),
        "RD" => ("peso of a dollar sign", "DOM"),
        "MX" | "Mex" => ("peso of a dollar sign", "MEX"),
        "T" => ("pa'anga", "TON"),
        "WS" => ("tala", "WSM"),
        _ => return None,
    };
    Some(Currency::of(name, Code::parse(country)))
}

/// A sign other than that of the dollar.
pub(super) fn sign(text: &str) -> Option<Currency> {
    let (name, code) = match text {
        "€" => ("euro", "EUR"),
        "£" => ("pound", "GBP"),
        "¥" | "￥" => {
            return Some(Currency {
                name: "yen or yuan",
                code: None,
            });
        }
        "₽" => ("rouble", "RUB"),
        "₹" => ("rupee", "INR"),
        "₩" => ("won", "KRW"),
        "₫" => ("dong", "VND"),
        "₭" => ("kip", "LAK"),
        "฿" => ("baht", "THB"),
        "₴" => ("hryvnia", "UAH"),
        "₸" => ("tenge", "KZT"),
        "₺" => ("lira", "TRY"),
        "₱" => ("peso", "PHP"),
        "₪" => ("shekel", "ILS"),
        "₮" => ("tugrik", "MNT"),
        "₵" => ("cedi", "GHS"),
        "₼" => ("manat", "AZN"),
        "₾" => ("lari", "GEL"),
        "֏" => ("dram", "AMD"),
        "₡" => ("colon", "CRC"),
        "₲" => ("guarani", "PYG"),
        "៛" => ("riel", "KHR"),
        "৳" => ("taka", "BDT"),
        "₨" => return Some(Currency::of("rupee", None)),
        "₦" => ("naira", "NGN"),
        _ => return None,
    };
    Some(Currency {
        name,
        code: Some(code),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of the currency before the first number of a text, as that is read there.
    fn code(text: &str) -> Option<&'static str> {
        currency(text)?.code
    }

    fn currency(text: &str) -> Option<Currency> {
        let words = Words::new(text, 0);
        let number = (0..words.len()).find(|at| {
            let kind = words.get(*at).map(|word| word.kind);
            kind == Some(TokenKind::Number)
        });
        before(&words, number?).map(|(currency, _)| currency)
    }

    #[test]
    fn letters_beside_a_dollar_sign_say_whose_it_is() {
        let known = [
            ("$", "USD"),
            ("US$", "USD"),
            ("U$S", "USD"),
            ("A$", "AUD"),
            ("C$", "CAD"),
            ("CA$", "CAD"),
            ("NZ$", "NZD"),
            ("S$", "SGD"),
            ("HK$", "HKD"),
            ("NT$", "TWD"),
            ("N$", "NAD"),
            ("J$", "JMD"),
            ("T$", "TOP"),
            ("TT$", "TTD"),
            ("Bds$", "BBD"),
            ("EC$", "XCD"),
            ("R$", "BRL"),
            ("FJ$", "FJD"),
            ("KSh", "KES"),
            ("JD", "JOD"),
            ("BD ", "BHD"),
            ("LE", "EGP"),
            ("E£", "EGP"),
            ("TL", "TRY"),
            ("NRs", "NPR"),
            ("Php", "PHP"),
            ("DKr", "DKK"),
            ("SKr ", "SEK"),
            ("RO", "OMR"),
            ("RO ", "OMR"),
            ("QR ", "QAR"),
            ("KD ", "KWD"),
            ("₦", "NGN"),
            ("₵", "GHS"),
            ("₸", "KZT"),
        ];
        for (sign, expected) in known {
            assert_eq!(
                code(&format!("It cost {sign}720 million.")),
                Some(expected),
                "{sign}"
            );
        }
    }

    #[test]
    fn a_sign_of_several_countries_is_nobodys_alone() {
        for sign in ["B$", "Z$", "Q$", "Rs", "K", "Br", "Sh", "₨"] {
            assert_eq!(code(&format!("It cost {sign}720 million.")), None, "{sign}");
        }
        for amount in ["P 7.2 billion", "P7.2 billion", "R 7.2 billion"] {
            let read = currency(&format!("It cost {amount}."));
            assert_eq!(read.map(|one| one.code), Some(None), "{amount}");
        }
        assert_eq!(currency("A 7 billion loan."), None);
        let sides = |codes: &[&str]| -> Vec<Code> {
            codes.iter().filter_map(|code| Code::parse(code)).collect()
        };
        let shared = Currency::of("dollar of B$", None);
        assert_eq!(shared.code_of_sides(&sides(&["BRN", "LAO"])), Some("BND"));
        assert_eq!(shared.code_of_sides(&sides(&["BRN", "BHS"])), None);
    }
}
