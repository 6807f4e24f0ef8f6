//! Words by their stems, so that "signing", "signed" and "signature" are one, and so are words that
//! stand for each other.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};
use memchr::memchr_iter;

use crate::extract::{TokenKind, tokens};

/// A word of a text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its bytes in the whole text.
    pub(super) range: Range<usize>,
    /// In small letters, without `'s`.
    pub(super) low: String,
    /// What it is compared by; empty for words that say nothing.
    pub(super) stem: String,
    /// Does it begin with a capital?
    pub(super) capital: bool,
    /// Is it between quotation marks?
    pub(super) quoted: bool,
    /// The mark of punctuation before it, if there is one.
    pub(super) mark: Option<char>,
}

impl Word {
    /// Is it "May", the month, and not the verb?
    pub(super) fn is_month(&self) -> bool {
        self.capital && self.low == "may"
    }
}

/// Letters of a stem that are compared.
const STEM: usize = 6;

/// Words that say nothing of what a sentence is about.
const EMPTY: &str = "a an the and or but of on in to by at for with from between into onto as that this \
    these those its their his her our your it they he she we is are was were be been being has have had do \
    does did will would shall should may might can could must not no nor so than then there here which who \
    whom whose what when where while if also both all any each other others another more most less least \
    very too only own same such some many much few several new two one three according said says say told \
    about over under up out off after before since until during through against within without \
    however although though because due via per among including include includes made make makes making \
    take takes took taken put get got year years month months day days country countries side sides \
    mutual joint respectively including yet still already just even again further well now recent recently \
    us usd eur million billion thousand percent cent january february march april june july august september \
    october november december part parties party number source sources article report reports reported \
    records record dossier pair couple called calls call named name came come comes coming go goes went back followed follows way ways \
    respect regard regards anywhere ever anybody anything example instance several them him itself himself herself \
    themselves date today earlier author \
    done doing longer current currently cover covers covered covering dates dated";

/// Words that stand for each other: the first is the stem.
const SAME: &str = "agreement:accord accords pact pacts deal deals agreement agreements
    memorandum:memorandum memoranda memorandums mou mous
    nuclear:nuclear atom atomic atoms
    gsp:gsp generalised generalized
    bomb:bomb bombs bombed bombing bombings dropped
    help:help helps helped aid assistance assist assisted assists support supports supported backing backed
    clear:clear cleared clearing clearance demine demined demining mine mines mined
    rail:rail railway railways railroad railroads train trains line
    ruble:ruble rubles rouble roubles
    visit:visit visits visited visiting trip travelled traveled
    meet:meet meets met meeting meetings talks talk talked summit
    tie:tie ties relation relations relationship relationships
    annual:annual annually yearly
    tourist:tourist tourists tourism visitor visitors traveller travellers travelers holidaymakers
    trial:trial trials test tests tested testing trialled trialling
    killed:kill killed kills killing death deaths died dead die lost fatalities
    population:population people inhabitants residents
    freight:freight cargo goods
    container:container containers containerised
    ship:ship shipping ships shipped sea maritime
    open:open opened opens opening establish established establishes establishing establishment
    card:card cards
    discuss:discuss discusses discussed discussing discussion discussions negotiate negotiating negotiation negotiations
    farm:farm farms farming farmers agriculture agricultural
    give:give gives gave given giving gift gifts presented presents donated donation donate donates handed bestowed bestows
    use:use used uses using usage useful
    trade:trade trades trading traded turnover commerce
    visa:visa visas visafree
    train:training trained trains train
    study:study studies studied studying student students cadet cadets
    free:free
    currency:currency currencies
    doc:document documents paper papers
    grow:grow grew grown growing growth rise rises rose risen rising increase increased increases increasing climb climbed climbs climbing
    grow:surge surges surged surging jump jumps jumped jumping soar soars soared soaring
    grow:recover recovers recovered recovering recovery rebound rebounds rebounded rebounding
    fall:fall falls fell fallen falling decline declined declines declining drop drops dropped dropping
    fall:decrease decreased decreases decreasing shrink shrinks shrank shrunk shrinking dwindle dwindled dwindling
    fall:slump slumps slumped plunge plunges plunged plunging contracted wane wanes waned waning
    fall:plummet plummets plummeted plummeting tumble tumbles tumbled tumbling sank sunk collapse collapses collapsed
    fall:reduce reduces reduced reducing reduction weaken weakens weakened weakening diminish diminishes diminished
    extend:extend extends extended extending extension extensions prolong prolongs prolonged prolonging prolongation
    extend:lengthen lengthens lengthened lengthening
    join:join joins joined joining belong belongs belonged belonging accede accedes acceded accession
    favor:favor favour favors favours favored favoured
    rice:rice paddy
    land:land hectare hectares ha
    partner:partnership partner partners counterpart counterparts
    elephant:elephant elephants
    speak:speak speaks spoke spoken speech address addressed addresses floor
    zoo:zoo zoos
    military:military army armed forces
    develop:develop developed developing development
    head:head heads capita
    rememb:remember remembers remembered remembering forget forgets forgot forgotten memory
    escala:escalate escalates escalated escalating ease eases eased easing
    gdp:gdp economic economy economies domestic
    petersb:petersburg saint";

static EMPTIES: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.split_whitespace().collect());

static STEMS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = SAME.lines().filter_map(|line| line.trim().split_once(':'));
    lines
        .flat_map(|(stem, words)| words.split_whitespace().map(move |word| (word, stem)))
        .collect()
});

/// Endings that a word is compared without, the longest first.
const ENDINGS: [&str; 17] = [
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "als", "ers",
    "ed", "es", "er", "ly", "s",
];

/// What a word in small letters is compared by; empty for words that say nothing.
pub(super) fn stem(low: &str) -> String {
    if EMPTIES.contains(low) || low.chars().count() < 2 {
        return String::new();
    }
    if let Some(stem) = STEMS.get(low) {
        return (*stem).to_owned();
    }
    if low.starts_with(|c: char| c.is_ascii_digit()) {
        // Dates and amounts are compared as such.
        return String::new();
    }
    let mut rest = low;
    for ending in ENDINGS {
        if let Some(before) = rest.strip_suffix(ending)
            && before.chars().count() > 2
        {
            rest = before;
            break;
        }
    }
    // "extension" and "extend" are one.
    if let Some(before) = low.strip_suffix("nsion").or(low.strip_suffix("nsions")) {
        return format!("{before}nd").chars().take(STEM).collect();
    }
    let rest = rest.strip_suffix(['e', 'y', 'i']).unwrap_or(rest);
    rest.chars().take(STEM).collect()
}

/// The words of a range of a text; numbers and marks are none. `quoted` are the ranges between
/// quotation marks, in order.
pub(super) fn words(text: &str, range: &Range<usize>, quoted: &[Range<usize>]) -> Vec<Word> {
    let Some(part) = text.get(range.clone()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut mark = None;
    for token in tokens(part) {
        if token.kind == TokenKind::Mark {
            let sign = token
                .text
                .chars()
                .next()
                .filter(|c| !matches!(c, '\'' | '’'));
            mark = sign.or(mark);
            continue;
        }
        let start = range.start + token.start;
        let lower = token.text.to_lowercase().replace('’', "'");
        let low = lower
            .strip_suffix("'s")
            .unwrap_or(&lower)
            .trim_end_matches('\'')
            .to_owned();
        found.push(Word {
            range: start..start + token.text.len(),
            stem: stem(&low),
            low,
            capital: token.text.chars().next().is_some_and(char::is_uppercase),
            quoted: is_in(quoted, start),
            mark: mark.take(),
        });
    }
    found
}

/// Is a place in one of these ranges, which are in order?
pub(super) fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    next.checked_sub(1)
        .is_some_and(|last| at < ranges[last].end)
}

/// Is a word one of a list of words with blanks between them?
pub(super) fn is_one_of(list: &str, low: &str) -> bool {
    let (list, low) = (list.as_bytes(), low.as_bytes());
    let mut start = 0;
    let mut ends = memchr_iter(b' ', list).chain([list.len()]);
    !low.is_empty()
        && ends.any(|end| {
            let word = &list[start..end];
            start = end + 1;
            word == low
        })
}

/// The stems of a text of the dossier.
pub(super) fn stems(text: &str) -> Vec<String> {
    let all = words(text, &(0..text.len()), &[]).into_iter();
    all.map(|word| word.stem)
        .filter(|stem| !stem.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one() {
        for (one, other) in [
            ("signing", "signed"),
            ("memoranda", "memorandum"),
            ("trades", "trading"),
            ("atomic", "nuclear"),
            ("universities", "university"),
            ("railroad", "railway"),
            ("extension", "extended"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_eq!(stem("the"), "");
        assert_ne!(stem("treaty"), stem("trade"));
    }
}
