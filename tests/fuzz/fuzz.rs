//! Fuzzing: each target reads inputs that are nearly right, for as long as it is told to.
//!
//! ```text
//! cargo bench --bench fuzz -- [TARGET] [SECONDS] [SEED]
//! ```
//!
//! `TARGET` is `loader`, `dates`, `query`, `keys`, `import`, `html`, `bibtex`, `cite`, or `all` \[default\];
//! `SECONDS` is for each target \[default: 10\]; `SEED` \[default: 1\] decides all inputs, so that a finding
//! comes again. It needs no other compiler and no other tool.
//!
//! A finding is a panic, an input that takes more processor time than [`LIMIT`], or more memory than [`MEMORY`]. The
//! input is kept below `target/tmp`, its path is printed, and the exit code is 1.

mod mutate;
mod random;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use mutate::mutated;
use random::Random;
use rustix::time::{ClockId, clock_gettime};
use targets::{TARGETS, Target};

/// Processor time that no input of 64 KB may take, in a build without optimization either.
const LIMIT: Duration = Duration::from_secs(20);

/// Kilobytes that the process may have at most.
const MEMORY: u64 = 4 << 20;

/// What a thread that watches the time is told.
enum Step {
    /// An input is read.
    Begun,
    /// It was.
    Done,
}

fn main() {
    let arguments: Vec<_> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let number = |at: usize, default: u64| match arguments.get(at).map(|text| text.parse()) {
        None => default,
        Some(Ok(number)) => number,
        Some(Err(_)) => usage(),
    };
    let name = arguments.first().map_or("all", String::as_str);
    let (seconds, seed) = (number(1, 10), number(2, 1));
    let chosen: Vec<_> = TARGETS
        .iter()
        .filter(|t| name == "all" || t.name == name)
        .collect();
    if chosen.is_empty() {
        usage();
    }
    for target in chosen {
        fuzz(target, Duration::from_secs(seconds), seed);
    }
}

fn usage() -> ! {
    let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    eprintln!(
        "usage: [TARGET] [SECONDS] [SEED]; targets: {}",
        names.join(", ")
    );
    exit(2)
}

/// Where an input is kept that found something.
fn kept(target: &str, seed: u64, count: u64) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}-{seed}-{count}"))
}

fn found(what: &str, path: &Path, input: &[u8]) -> ! {
    let place = match fs::write(path, input) {
        Ok(()) => path.display().to_string(),
        Err(error) => format!("not kept: {error}"),
    };
    eprintln!("{what}: {place}");
    exit(1)
}

fn fuzz(target: &Target, time: Duration, seed: u64) {
    let seeds = (target.seeds)();
    let mut random = Random::new(seed);
    let current = Arc::new(Mutex::new((PathBuf::new(), Vec::new())));
    let (tell, progress) = channel();
    let watched = Arc::clone(&current);
    thread::spawn(move || watch(&progress, &watched));
    let begun = Instant::now();
    let (mut count, mut slowest) = (0, Duration::ZERO);
    while begun.elapsed() < time {
        let input = mutated(&seeds, &mut random);
        count += 1;
        let path = kept(target.name, seed, count);
        if let Ok(mut current) = current.lock() {
            *current = (path.clone(), input.clone());
        }
        let _ = tell.send(Step::Begun);
        let start = worked();
        if catch_unwind(AssertUnwindSafe(|| (target.run)(&input))).is_err() {
            found("a panic", &path, &input);
        }
        slowest = slowest.max(worked().saturating_sub(start));
        let _ = tell.send(Step::Done);
        if count % 64 == 0 && memory() > MEMORY {
            found("too much memory by", &path, &input);
        }
    }
    println!(
        "{:8} {count} inputs in {} s with seed {seed}, the slowest {} ms, {} MB in all; no finding",
        target.name,
        time.as_secs(),
        slowest.as_millis(),
        memory() / 1024
    );
}

/// Ends the process when an input takes too long.
fn watch(progress: &Receiver<Step>, current: &Mutex<(PathBuf, Vec<u8>)>) {
    while let Ok(Step::Begun) = progress.recv() {
        let begun = worked();
        loop {
            match progress.recv_timeout(Duration::from_secs(1)) {
                Ok(_) => break,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) if worked().saturating_sub(begun) < LIMIT => {}
                Err(RecvTimeoutError::Timeout) => {
                    if let Ok(current) = current.lock() {
                        found("too slow", &current.0, &current.1);
                    }
                    exit(1);
                }
            }
        }
    }
}

/// The processor time of the process: a machine that is busy with other things makes nothing slow.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanoseconds)
}

/// The most kilobytes that the process had; 0 where the system does not say.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
