//! Countries by name, adjective or capital: "Lao", "Russia", "Moscow", "российский".
//!
//! Names and adjectives are those of [`countries`]; what is added here is what only newspapers write.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::dossier::{Code, countries};

/// Demonyms, and capitals used for their government, with the code of the country.
const ALSO: &[(&str, &str)] = &[
    ("LAO", "Vientiane laotien laotienne laotiens laotiennes"),
    ("RUS", "Russians Moscow Russie russe russes Moscou"),
    ("CHN", "Beijing Chine chinois chinoise Pékin"),
    ("USA", "Americans America Washington américain américaine"),
    ("FRA", "Paris français française françaises"),
    (
        "GBR",
        "English Scottish Welsh London Londres britannique Britons",
    ),
    ("DEU", "Germans Berlin Allemagne allemand allemande"),
    (
        "VNM",
        "Hanoi Hanoï vietnamien vietnamienne vietnamiens vietnamiennes",
    ),
    ("THA", "Bangkok thaïlandais thaïlandaise Thaïlande"),
    ("KHM", "Cambodge cambodgien cambodgienne"),
    ("JPN", "Tokyo Japon japonais japonaise"),
    ("IND", "Delhi Inde indien indienne"),
    ("TUR", "Turkiye Ankara Turks turc turque Turquie"),
    ("UKR", "Kyiv Kiev ukrainien ukrainienne"),
    ("BLR", "Minsk Belorussian biélorusse"),
    ("KAZ", "Astana kazakh"),
    ("SAU", "Riyadh saoudien"),
    ("IRN", "Tehran"),
    ("POL", "Warsaw Poles"),
    ("ITA", "italien italienne Italie"),
    ("ESP", "espagnol espagnole Espagne Spaniards"),
    ("SEN", "Dakar sénégalais sénégalaise sénégalaises"),
    ("MAR", "Rabat marocain marocaine marocains marocaines Maroc"),
    ("DZA", "algérien algérienne algériens algériennes Algérie"),
    ("TUN", "tunisien tunisienne tunisiens tunisiennes Tunisie"),
    ("CIV", "ivoirien ivoirienne ivoiriens ivoiriennes"),
    ("CMR", "camerounais camerounaise Cameroun"),
    ("MDG", "malgache malgaches"),
    (
        "EGY",
        "égyptien égyptienne égyptiens égyptiennes Égypte Egypte",
    ),
    ("BEL", "belge belges Belgique"),
    ("CAN", "canadien canadienne canadiens canadiennes"),
    ("CHE", "suisse suisses Suisse"),
    ("SRB", "serbe serbes Serbie Belgrade Serbs"),
    ("KOR", "RoK"),
    ("PNG", "PNG"),
    ("GRC", "grec grecque grecs grecques Grèce"),
    ("ROU", "roumain roumaine roumains roumaines Roumanie"),
    ("BGR", "bulgare bulgares Bulgarie"),
    ("HUN", "hongrois hongroise hongroises Hongrie"),
    ("CZE", "tchèque tchèques Tchéquie Czechs"),
    ("SVK", "slovaque slovaques Slovaquie Slovaks"),
    ("HRV", "croate croates Croatie Croats"),
    ("PRT", "portugais portugaise portugaises"),
    ("NLD", "néerlandais néerlandaise"),
    ("AUT", "autrichien autrichienne autrichiens Autriche"),
    ("SWE", "suédois suédoise suédoises Suède Swedes"),
    ("NOR", "norvégien norvégienne Norvège"),
    ("DNK", "danois danoise Danemark Danes"),
    ("FIN", "finlandais finlandaise Finlande Finns"),
    ("IRL", "irlandais irlandaise Irlande"),
    (
        "BRA",
        "brésilien brésilienne brésiliens brésiliennes Brésil",
    ),
    ("MEX", "mexicain mexicaine mexicains mexicaines Mexique"),
    ("PER", "péruvien péruvienne Pérou"),
    ("COL", "colombien colombienne Colombie"),
    ("CUB", "cubain cubaine"),
    (
        "IDN",
        "indonésien indonésienne indonésiens indonésiennes Indonésie",
    ),
    (
        "MYS",
        "malaisien malaisienne malaisiens malaisiennes Malaisie",
    ),
    ("PAK", "pakistanais pakistanaise"),
    ("UZB", "ouzbek ouzbèke ouzbeks Ouzbékistan"),
    ("ARM", "arménien arménienne arméniens Arménie"),
    ("AZE", "azerbaïdjanais azerbaïdjanaise Azerbaïdjan"),
    ("GEO", "géorgien géorgienne Géorgie"),
    ("MNG", "mongol mongole mongols Mongolie"),
    ("LBN", "libanais libanaise Liban"),
    ("IRQ", "irakien irakienne Irak"),
    ("JOR", "jordanien jordanienne Jordanie"),
    ("GHA", "ghanéen ghanéenne"),
    ("KEN", "kényan kényane"),
    ("ETH", "éthiopien éthiopienne Éthiopie"),
    ("MLI", "malien malienne maliens"),
    ("NER", "nigérien nigérienne"),
    ("NGA", "nigérian nigériane"),
    ("GAB", "gabonais gabonaise"),
    ("BEN", "béninois béninoise Bénin"),
    ("TGO", "togolais togolaise"),
    ("GIN", "guinéen guinéenne Guinée"),
    ("MRT", "mauritanien mauritanienne Mauritanie"),
    ("TZA", "tanzanien tanzanienne Tanzanie"),
    ("RWA", "rwandais rwandaise"),
    ("AUS", "australien australienne Australie"),
];

/// Other English adjectives than those of the table of countries; with an "s" they name the people.
const ADJECTIVES: &[(&str, &str)] = &[
    ("ARG", "Argentinian Argentinean"),
    ("ATG", "Antiguan"),
    ("AZE", "Azeri"),
    ("BFA", "Burkinabe"),
    ("BIH", "Bosnian"),
    ("BLR", "Belarussian"),
    ("CIV", "Ivoirian"),
    ("ECU", "Ecuadorean"),
    ("HRV", "Croat"),
    ("KAZ", "Kazakhstani"),
    ("KGZ", "Kyrgyzstani Kirghiz"),
    ("KNA", "Kittitian"),
    ("LAO", "Laotian"),
    ("LUX", "Luxembourger"),
    ("MDG", "Madagascan"),
    ("MMR", "Burmese"),
    ("NPL", "Nepali"),
    ("PHL", "Philippine Filipina"),
    ("SLV", "Salvadorean"),
    ("SRB", "Serb"),
    ("SVN", "Slovene"),
    ("TJK", "Tajikistani"),
    ("TTO", "Trinidadian"),
    ("UZB", "Uzbekistani"),
];

/// Beginnings of Russian names and adjectives.
const RUSSIAN: &[(&str, &str)] = &[
    ("росси", "RUS"),
    ("москв", "RUS"),
    ("рф", "RUS"),
    ("лаос", "LAO"),
    ("лнр", "LAO"),
    ("вьентьян", "LAO"),
    ("кита", "CHN"),
    ("кнр", "CHN"),
    ("пекин", "CHN"),
    ("сша", "USA"),
    ("американ", "USA"),
    ("вашингтон", "USA"),
    ("вьетнам", "VNM"),
    ("франц", "FRA"),
    ("германи", "DEU"),
    ("немецк", "DEU"),
    ("британ", "GBR"),
    ("великобритан", "GBR"),
    ("япон", "JPN"),
    ("инди", "IND"),
    ("белорус", "BLR"),
    ("беларус", "BLR"),
    ("казахстан", "KAZ"),
    ("казахск", "KAZ"),
    ("киргиз", "KGZ"),
    ("кыргыз", "KGZ"),
    ("украин", "UKR"),
    ("турци", "TUR"),
    ("турецк", "TUR"),
    ("таиланд", "THA"),
    ("таиландск", "THA"),
    ("камбодж", "KHM"),
    ("мьянм", "MMR"),
    ("монгол", "MNG"),
    ("узбек", "UZB"),
    ("таджик", "TJK"),
    ("армян", "ARM"),
    ("армени", "ARM"),
    ("азербайджан", "AZE"),
    ("грузи", "GEO"),
    ("иран", "IRN"),
    ("кубинск", "CUB"),
    ("малайзи", "MYS"),
    ("индонез", "IDN"),
    ("польш", "POL"),
    ("польск", "POL"),
    ("коре", "KOR"),
];

/// A country named by a run of words.
#[derive(Clone, Debug)]
struct Named {
    /// The words behind the first, folded.
    rest: Vec<String>,
    code: Code,
    adjective: bool,
}

type Index = HashMap<String, Vec<Named>>;

/// The names of [`ALSO`] in small letters.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = ALSO.iter().flat_map(|(_, names)| names.split(' '));
    names
        .filter(|name| name.starts_with(char::is_lowercase))
        .collect()
});

static INDEX: LazyLock<Index> = LazyLock::new(index);

/// How many words name a country, which, and whether by its adjective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) words: usize,
    pub(super) code: Code,
    pub(super) adjective: bool,
}

/// The country that the first of these words name, the longest name of several.
pub(super) fn find<'a, I>(first: &str, rest: &I) -> Option<Match>
where
    I: Iterator<Item = &'a str> + Clone,
{
    let key = fold(first);
    if let Some(found) = INDEX.get(&key) {
        let short = key.len() <= 3 && key.is_ascii();
        // "US", "RoK", but not "us".
        let loud = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
        let fits = found.iter().filter(|named| {
            let mut words = rest.clone();
            let spelled = !short || named.adjective || !named.rest.is_empty() || loud(first);
            spelled
                && named
                    .rest
                    .iter()
                    .all(|w| words.next().is_some_and(|word| fold(word) == *w))
        });
        return fits
            .max_by_key(|named| named.rest.len())
            .map(|named| Match {
                words: 1 + named.rest.len(),
                code: named.code,
                adjective: named.adjective,
            });
    }
    let cyrillic = matches!(key.chars().next(), Some('а'..='я'));
    let (start, code) = cyrillic
        .then(|| RUSSIAN.iter().find(|(start, _)| key.starts_with(start)))
        .flatten()?;
    let whole = start.chars().count() > 3 || key.len() <= start.len() || *start == "коре";
    whole.then_some(())?;
    Some(Match {
        words: 1,
        code: Code::parse(code)?,
        adjective: key.contains("ск"),
    })
}

/// Is a word that may name a country part of the name of a region: "South American", "the Indian Ocean"?
pub(super) fn is_of_region(before: &str, word: &str, behind: &str) -> bool {
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    let parts = ["south", "north", "latin", "central"];
    let america = parts.iter().any(|part| is(before, part)) && fold(word).starts_with("america");
    america || is(word, "indian") && is(behind, "ocean")
}

/// The country that a single word names, by its name, its adjective or its capital.
pub fn country(word: &str) -> Option<Code> {
    // "Finnish capital"
    let kinds = [" capital", " port", " city", " town"];
    let whose = kinds.iter().find_map(|kind| word.strip_suffix(kind));
    let found = find(whose.unwrap_or(word), &std::iter::empty())?;
    Some(found.code)
}

/// Can a word in small letters name a country? Only adjectives of French and Russian do.
pub(super) fn may_be_small(word: &str) -> bool {
    !word.is_ascii() || SMALL.contains(word)
}

fn fold(word: &str) -> String {
    if word.is_ascii() {
        let plain = word.bytes().filter(|b| !matches!(b, b'.' | b'\''));
        return plain.map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    countries::folded(word)
}

fn index() -> Index {
    let mut index = Index::new();
    let mut adjectives: HashMap<&str, Vec<Code>> = HashMap::new();
    for country in countries::all() {
        for name in country.names() {
            enter(&mut index, name, country.code, false);
        }
        if let Some(adjective) = country.adjective {
            adjectives.entry(adjective).or_default().push(country.code);
        }
    }
    for (adjective, codes) in adjectives {
        if let Some(code) = owner(&codes) {
            enter(&mut index, adjective, code, true);
        }
    }
    for (code, names) in ADJECTIVES {
        for name in names.split(' ') {
            if let Some(code) = Code::parse(code) {
                enter(&mut index, name, code, true);
            }
        }
    }
    for (code, names) in ALSO {
        for name in names.split(' ') {
            if let Some(code) = Code::parse(code) {
                enter(&mut index, name, code, name.chars().all(char::is_lowercase));
            }
        }
    }
    index
}

/// Whose an adjective is: a state's rather than its territories'; nobody's where two states share it.
fn owner(codes: &[Code]) -> Option<Code> {
    match codes {
        [code] => Some(*code),
        codes => {
            let states = ["FRA", "NLD", "NOR"];
            codes.iter().find(|c| states.contains(&c.as_str())).copied()
        }
    }
}

fn enter(index: &mut Index, name: &str, code: Code, adjective: bool) {
    let cut = name.replace('’', "'").replace("'s", " 's");
    let mut words = cut
        .split([' ', ',', '-', '(', ')'])
        .filter(|w| !w.is_empty());
    let Some(first) = words.next() else {
        return;
    };
    let rest = words.map(fold).collect();
    let named = Named {
        rest,
        code,
        adjective,
    };
    index.entry(fold(first)).or_default().push(named);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins_and_short_ones_are_capitals() {
        for (text, expected) in [
            ("Lao People 's Democratic Republic", Some((5, "LAO"))),
            ("Lao delegation", Some((1, "LAO"))),
            ("Laotian", Some((1, "LAO"))),
            ("United States", Some((2, "USA"))),
            ("United front", None),
            ("U.S officials", Some((1, "USA"))),
            ("us", None),
            ("RoK", Some((1, "KOR"))),
            ("rok", None),
            ("serbe", Some((1, "SRB"))),
            ("Equatorial Guinea", Some((2, "GNQ"))),
            ("Guinea", Some((1, "GIN"))),
            ("French", Some((1, "FRA"))),
            ("Dominican", None),
            ("Côte d’Ivoire", Some((2, "CIV"))),
            ("российский", Some((1, "RUS"))),
            ("РФ", Some((1, "RUS"))),
            ("рфи", None),
            ("Лаоса", Some((1, "LAO"))),
            ("Moscow", Some((1, "RUS"))),
        ] {
            let mut words = text.split(' ');
            let found = find(words.next().unwrap_or_default(), &words);
            let found = found.map(|found| (found.words, found.code.to_string()));
            let expected = expected.map(|(words, code)| (words, code.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
