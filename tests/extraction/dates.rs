//! Dates against texts with `TimeML`'s TIMEX3 labels, in the folder `timex-aquaint`.
//!
//! `BILAT_SHOW=1` prints each date that was read otherwise than labelled.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use bilat::dossier::Date;
use bilat::extract::{Confidence, Context, TimeExpression, TimeKind, dates};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A labelled expression.
struct Label {
    range: Range<usize>,
    kind: String,
    value: String,
}

/// A labelled text.
struct Labelled {
    name: String,
    text: String,
    published: Option<NaiveDate>,
    labels: Vec<Label>,
}

#[derive(Default)]
struct Row {
    all: usize,
    right: usize,
    missed: usize,
    open: usize,
    wrong: usize,
    wrong_and_sure: usize,
    too_precise: usize,
}

enum Outcome {
    Right,
    Missed,
    /// No date, or only bounds, with a reason.
    Open,
    Wrong {
        sure: bool,
        too_precise: bool,
    },
}

#[test]
#[ignore = "needs labelled texts in BILAT_CORPORA"]
fn dates_are_measured() {
    let Some(folder) = std::env::var_os("BILAT_CORPORA") else {
        return;
    };
    let folder = PathBuf::from(folder).join("timex-aquaint");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder of labelled texts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut printed = Row::default();
    let mut relative = Row::default();
    let (mut unlabelled, mut undated) = (0, 0);
    for path in paths {
        let source = fs::read_to_string(&path).expect("a text");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let labelled = Labelled::read(&name, &source);
        let context = Context {
            published: labelled.published,
            language: None,
        };
        let found = dates(&labelled.text, context);
        for label in labelled.labels.iter().filter(|label| label.kind == "DATE") {
            let Some(days) = days(&label.value) else {
                continue;
            };
            let words = &labelled.text[label.range.clone()];
            let row = if has_year(words) {
                &mut printed
            } else {
                &mut relative
            };
            row.count(&labelled, label, days, &found);
        }
        let labels = &labelled.labels;
        let known = |one: &TimeExpression| labels.iter().any(|l| overlap(&l.range, &one.range) > 0);
        let dated = found.iter().filter(|one| one.kind == TimeKind::Date);
        for one in dated.filter(|one| !known(one)) {
            if one.edtf.is_some() {
                unlabelled += 1;
                show(
                    &labelled,
                    &one.range,
                    &format!("unlabelled, read as {:?} by {}", one.edtf, one.rule),
                );
            } else {
                undated += 1;
            }
        }
    }
    println!(
        "dates                      right        of  missed  open  wrong  wrong and sure  more precise"
    );
    printed.print("with the year printed");
    relative.print("relative");
    println!("read where nothing is labelled: {unlabelled} with a date, {undated} without");
    assert_eq!(printed.too_precise + relative.too_precise, 0);
}

impl Row {
    fn count(
        &mut self,
        text: &Labelled,
        label: &Label,
        gold: (NaiveDate, NaiveDate),
        found: &[TimeExpression],
    ) {
        self.all += 1;
        let best = found
            .iter()
            .filter(|one| overlap(&one.range, &label.range) > 0)
            .max_by_key(|one| {
                (
                    one.kind == TimeKind::Date,
                    overlap(&one.range, &label.range),
                )
            });
        let outcome = outcome(best, gold, &text.text[label.range.clone()]);
        let told = best.map_or_else(
            || "nothing".to_owned(),
            |one| {
                format!(
                    "{} {:?} {:?} by {}, {}",
                    one.kind,
                    one.edtf,
                    one.limits,
                    one.rule,
                    one.confidence.word()
                )
            },
        );
        match outcome {
            Outcome::Right => self.right += 1,
            Outcome::Missed => self.missed += 1,
            Outcome::Open => self.open += 1,
            Outcome::Wrong { sure, too_precise } => {
                self.wrong += 1;
                self.wrong_and_sure += usize::from(sure);
                self.too_precise += usize::from(too_precise);
            }
        }
        if !matches!(outcome, Outcome::Right) {
            show(
                text,
                &label.range,
                &format!("labelled {}, read as {told}", label.value),
            );
        }
    }

    fn print(&self, name: &str) {
        let Self {
            all,
            right,
            missed,
            open,
            wrong,
            wrong_and_sure,
            too_precise,
        } = self;
        #[expect(clippy::cast_precision_loss, reason = "hundreds")]
        let share = *right as f64 / *all as f64;
        println!(
            "{name:<24} {right:>4} {share:.3} {all:>4}  {missed:>6}  {open:>4}  {wrong:>5}  {wrong_and_sure:>14}  {too_precise:>12}"
        );
    }
}

fn show(text: &Labelled, range: &Range<usize>, what: &str) {
    if std::env::var_os("BILAT_SHOW").is_none() {
        return;
    }
    let start = text
        .text
        .floor_char_boundary(range.start.saturating_sub(70));
    let end = text
        .text
        .ceil_char_boundary((range.end + 40).min(text.text.len()));
    println!(
        "{} [{:?}] {}⟦{}⟧{}: {what}",
        text.name,
        text.published,
        text.text[start..range.start].replace('\n', " "),
        &text.text[range.clone()],
        text.text[range.end..end].replace('\n', " "),
    );
}

fn outcome(best: Option<&TimeExpression>, gold: (NaiveDate, NaiveDate), words: &str) -> Outcome {
    let Some(one) = best.filter(|one| one.kind == TimeKind::Date) else {
        return Outcome::Missed;
    };
    let plain = one.edtf.as_deref().and_then(|edtf| Date::parse(edtf).ok());
    let whole = plain
        .as_ref()
        .and_then(|date| Some((date.earliest()?, date.latest()?)));
    let bounded = one.date().ok().flatten();
    let bounded = bounded.and_then(|date| Some((date.earliest()?, date.latest()?)));
    let near = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() <= 1;
    let within = |(a, b): (NaiveDate, NaiveDate)| gold.0 <= a && b <= gold.1;
    let words = words.to_lowercase();
    let is_week = words.contains("week");
    let ends: Vec<_> = one
        .edtf
        .iter()
        .flat_map(|edtf| edtf.split('/'))
        .map(str::to_owned)
        .collect();
    // The two ends of a span are labelled one by one.
    let is_end = ends.len() == 2
        && ends.iter().any(|end| {
            Date::parse(end)
                .is_ok_and(|end| (end.earliest(), end.latest()) == (Some(gold.0), Some(gold.1)))
        });
    let right = whole == Some(gold)
        || is_end
        || bounded.is_some_and(|(a, b)| near(a, gold.0) && near(b, gold.1) && a != b)
        // A week is labelled by its month, or a weekend by one of its days.
        || is_week && bounded.is_some_and(|(a, b)| within((a, b)) || (a <= gold.0 && gold.1 <= b));
    if right {
        return Outcome::Right;
    }
    let Some(days) = whole else {
        return Outcome::Open;
    };
    Outcome::Wrong {
        sure: one.confidence == Confidence::Sure,
        too_precise: within(days) && !is_week,
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn has_year(words: &str) -> bool {
    let digits = words.split(|c: char| !c.is_ascii_digit());
    digits
        .into_iter()
        .any(|run| run.len() == 4 && (run.starts_with('1') || run.starts_with('2')))
}

/// The days of a value of TIMEX3; none for "now" and for what is no date.
fn days(value: &str) -> Option<(NaiveDate, NaiveDate)> {
    let value = value.split('T').next()?;
    let mut parts = value.split('-').filter(|part| !part.starts_with("XX"));
    let first = parts.next()?;
    let (year, years) = match first.trim_end_matches('X') {
        year if year.len() == 4 => (year.parse().ok()?, 1),
        decade if decade.len() == 3 => (decade.parse::<i32>().ok()? * 10, 10),
        century if century.len() == 2 => (century.parse::<i32>().ok()? * 100, 100),
        _ => return None,
    };
    let start = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let until = |start: NaiveDate, months| {
        Some((
            start,
            start.checked_add_months(Months::new(months))?.pred_opt()?,
        ))
    };
    let Some(second) = parts.next() else {
        return until(start, 12 * years);
    };
    let season = |month| until(NaiveDate::from_ymd_opt(year, month, 1)?, 3);
    match second {
        "SP" => return season(3),
        "SU" => return season(6),
        "FA" => return season(9),
        "WI" => return season(12),
        _ => {}
    }
    if let Some(quarter) = second.strip_prefix('Q') {
        return season(quarter.parse::<u32>().ok()? * 3 - 2);
    }
    if let Some(week) = second.strip_prefix('W') {
        let first = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, chrono::Weekday::Mon)?;
        return Some((first, first.checked_add_days(Days::new(6))?));
    }
    let month = start.with_month(second.parse().ok()?)?;
    match parts.next() {
        None => until(month, 1),
        Some(day) => {
            let day = month.with_day(day.parse().ok()?)?;
            Some((day, day))
        }
    }
}

impl Labelled {
    /// Reads a file of `TimeML`: the text without its tags, and the TIMEX3 labels in it.
    fn read(name: &str, source: &str) -> Self {
        let published = source.split("<DCT>").nth(1).and_then(|rest| {
            let value = attribute(rest.split('>').next()?, "value")?;
            let (first, last) = days(value)?;
            (first == last && first.year() > 1900).then_some(first)
        });
        let body = source.split("<TEXT>").nth(1).unwrap_or("");
        let body = body.split("</TEXT>").next().unwrap_or("");
        let mut labelled = Self {
            name: name.to_owned(),
            text: String::new(),
            published,
            labels: Vec::new(),
        };
        let mut open = Vec::new();
        for part in body.split_inclusive(['<', '>']) {
            if let Some(tag) = part.strip_suffix('>') {
                labelled.tag(tag, &mut open);
            } else {
                let plain = part.trim_end_matches('<').replace("&amp;", "&");
                labelled.text.push_str(&plain);
            }
        }
        labelled
    }

    fn tag(&mut self, tag: &str, open: &mut Vec<(usize, String)>) {
        let at = self.text.len();
        if tag.starts_with("TIMEX3") {
            open.push((at, tag.to_owned()));
        } else if tag.starts_with("/TIMEX3")
            && let Some((start, tag)) = open.pop()
        {
            self.labels.push(Label {
                range: start..at,
                kind: attribute(&tag, "type").unwrap_or("").to_owned(),
                value: attribute(&tag, "value").unwrap_or("").to_owned(),
            });
        }
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split(&format!("{name}=\"")).nth(1)?;
    rest.split('"').next()
}
