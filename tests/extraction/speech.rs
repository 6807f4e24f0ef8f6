//! Quotes and their speakers, measured over texts labelled by hand.

use std::collections::{BTreeMap, HashMap};
use std::env;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use bilat::extract::{Basis, Confidence, Speaker, Speech, Speeches, Who, speeches};

/// Words of a quote that are speech wherever they stand.
const SPEECH: usize = 5;

/// A folder of the corpora, if a person gave one.
fn folder(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("BILAT_CORPORA")?).join(name);
    folder.is_dir().then_some(folder)
}

/// Somebody says something, as annotators see it: bytes of the text.
#[derive(Debug, Default)]
struct Gold {
    source: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

/// One labelled text.
struct Labelled {
    name: String,
    text: String,
    gold: Vec<Gold>,
}

impl Labelled {
    /// Whatever is said there by the annotators.
    fn covering(&self, range: &Range<usize>) -> Vec<&Gold> {
        let covers = |gold: &&Gold| gold.content.iter().any(|content| within(range, content));
        self.gold.iter().filter(covers).collect()
    }
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
struct Share(usize, usize);

impl Share {
    fn count(&mut self, right: bool) {
        self.0 += usize::from(right);
        self.1 += 1;
    }

    fn print(self, what: &str) {
        let all = self.1.max(1);
        let thousandths = (self.0 * 1000 + all / 2) / all;
        let (whole, part) = (thousandths / 1000, thousandths % 1000);
        println!("{what:<52} {:>5}/{:<5} {whole}.{part:03}", self.0, self.1);
    }
}

/// The texts of a folder in the layout of brat: `text/*.txt`, `attributions/*.ann`.
fn labelled(folder: &Path) -> Vec<Labelled> {
    let mut all: BTreeMap<String, Labelled> = BTreeMap::new();
    for path in files(&folder.join("text")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let labelled = Labelled {
            name: name.clone(),
            text,
            gold: Vec::new(),
        };
        all.insert(name, labelled);
    }
    for path in files(&folder.join("attributions")) {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (name, _annotator) = stem.rsplit_once('_').unwrap();
        let text = all.get_mut(name).unwrap();
        let gold = read(&fs::read_to_string(&path).unwrap(), &text.text);
        text.gold.extend(gold);
    }
    all.into_values().collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// `T1<tab>Source 3 7;9 12<tab>words` and `E1<tab>Attribution:T3 Source:T1 Content:T2`.
fn read(annotations: &str, text: &str) -> Vec<Gold> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut spans: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    let mut gold = Vec::new();
    for line in annotations.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(body)) = (fields.next(), fields.next()) else {
            continue;
        };
        if id.starts_with('T') {
            let (_, places) = body.split_once(' ').unwrap();
            let ranges = places.split(';').filter_map(|place| {
                let (start, end) = place.split_once(' ')?;
                Some(bytes[start.parse::<usize>().ok()?]..bytes[end.parse::<usize>().ok()?])
            });
            spans.insert(id, ranges.collect());
        } else if id.starts_with('E') {
            let mut one = Gold::default();
            for (role, id) in body.split(' ').filter_map(|part| part.split_once(':')) {
                let ranges = spans.get(id).cloned().unwrap_or_default();
                match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                    "Source" => one.source.extend(ranges),
                    "Content" => one.content.extend(ranges),
                    _ => {}
                }
            }
            gold.push(one);
        }
    }
    gold
}

/// Pairs of marks, found in the plainest way: per line, outermost only.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let mut open: Option<usize> = None;
        for (at, c) in line.char_indices() {
            match (c, open) {
                ('"' | '“', None) | ('“', Some(_)) => open = Some(offset + at + c.len_utf8()),
                ('"' | '”', Some(start)) => {
                    found.push(start..offset + at);
                    open = None;
                }
                _ => {}
            }
        }
        offset += line.len();
    }
    found
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Is `inner` within `outer`, but for marks at its ends?
fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    inner.start + 4 >= outer.start && inner.end <= outer.end + 4
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// Nearly the same run of words?
fn same(a: &Range<usize>, b: &Range<usize>) -> bool {
    let union = a.end.max(b.end) - a.start.min(b.start);
    overlap(a, b) * 10 >= union * 8
}

/// What is counted over all texts.
#[derive(Default)]
struct Counts {
    found: Share,
    precise: Share,
    speaker: Share,
    sure: Share,
    likely: Share,
    unsure: Share,
    unknown: Share,
}

/// A run of speech that was found, and the speech that it is of.
type Run<'a> = (&'a Range<usize>, &'a Speech);

fn measure(labelled: &Labelled, counts: &mut Counts, show: bool) {
    let text = &labelled.text;
    let found = speeches(text, &[]);
    let runs: Vec<Run> = found
        .speeches
        .iter()
        .flat_map(|speech| speech.runs.iter().map(move |run| (run, speech)))
        .collect();
    for (run, _) in &runs {
        if words(&text[(*run).clone()]) < SPEECH {
            continue;
        }
        let right = !labelled.covering(run).is_empty();
        counts.precise.count(right);
        if show && !right {
            println!("NOT SPEECH {}: [{}]", labelled.name, context(text, run));
        }
    }
    for pair in pairs(text) {
        let gold = labelled.covering(&pair);
        if words(&text[pair.clone()]) < SPEECH || gold.is_empty() {
            continue;
        }
        let hit = runs.iter().find(|(run, _)| same(run, &pair)).copied();
        counts.found.count(hit.is_some());
        if show && hit.is_none() {
            println!("MISSED {}: [{}]", labelled.name, context(text, &pair));
        }
        let sources: Vec<_> = gold.iter().flat_map(|gold| &gold.source).collect();
        if !sources.is_empty() {
            measure_speaker(labelled, &found, hit, &sources, counts, show);
        }
    }
}

fn measure_speaker(
    labelled: &Labelled,
    found: &Speeches,
    hit: Option<Run>,
    sources: &[&Range<usize>],
    counts: &mut Counts,
    show: bool,
) {
    let text = &labelled.text;
    let right = hit.is_some_and(|(_, speech)| is_speaker(found, speech, sources, text));
    counts.speaker.count(right);
    let Some((run, speech)) = hit else {
        return;
    };
    let Speaker { who, basis, .. } = &speech.speaker;
    let share = match (basis.confidence, who) {
        (_, Who::Unknown) if speech.speaker.mention.is_none() => &mut counts.unknown,
        (Confidence::Sure, _) => &mut counts.sure,
        (Confidence::Likely, _) => &mut counts.likely,
        (Confidence::Unsure, _) => &mut counts.unsure,
    };
    share.count(right);
    if show && !right {
        let printed: Vec<_> = sources
            .iter()
            .map(|range| &text[(*range).clone()])
            .collect();
        let Basis {
            rule, confidence, ..
        } = basis;
        let context = context(text, run);
        let name = &labelled.name;
        println!("SPEAKER {name}: {printed:?} not {who:?} {rule} {confidence}\n   [{context}]");
    }
}

fn context(text: &str, range: &Range<usize>) -> String {
    let before: String = text[..range.start].chars().rev().take(160).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[range.end..].chars().take(120).collect();
    format!("{before}<<<{}>>>{after}", &text[range.clone()]).replace('\n', "⏎")
}

/// Is the speaker named by the words that annotators marked, or by name one of them?
fn is_speaker(found: &Speeches, speech: &Speech, sources: &[&Range<usize>], text: &str) -> bool {
    let mention = speech.speaker.mention.clone();
    let there = mention.is_some_and(|mention| sources.iter().any(|s| overlap(s, &mention) > 0));
    let name = match &speech.speaker.who {
        Who::Person(person) => found.people[*person].name.split(' ').next_back(),
        _ => None,
    };
    there || name.is_some_and(|name| sources.iter().any(|s| text[(*s).clone()].contains(name)))
}

#[test]
#[ignore = "measures labelled texts that are not a part of the project"]
fn quotes_and_speakers_of_labelled_news() {
    let Some(folder) = folder("polnear-dev") else {
        println!("polnear-dev: skipped; set BILAT_CORPORA to a folder that has it");
        return;
    };
    let half: Option<usize> = env::var("BILAT_HALF")
        .ok()
        .and_then(|half| half.parse().ok());
    let show = env::var_os("BILAT_SHOW").is_some();
    let all = labelled(&folder);
    let mut counts = Counts::default();
    for (at, text) in all.iter().enumerate() {
        if half.is_none_or(|half| at % 2 == half) {
            measure(text, &mut counts, show);
        }
    }
    counts.found.print("speech of five words and more: found");
    counts
        .precise
        .print("speech of five words and more: precision");
    counts.speaker.print("speaker right, end to end");
    counts.sure.print("  of those that are sure");
    counts.likely.print("  of those that are likely");
    counts.unsure.print("  of those that are unsure");
    counts.unknown.print("  unknown");
}
