//! On what was measured: without it no figure means anything.

use std::process::Command;
use std::{fs, thread};

use chrono::Local;

/// "AMD EPYC, 2 cores, 23.4 GiB; Linux 6.1.0; rustc 1.91.0; 2026-01-31".
pub(crate) fn description() -> String {
    let parts = [
        format!("{}, {} cores, {}", processor(), cores(), memory()),
        kernel(),
        compiler(),
        Local::now().format("%Y-%m-%d").to_string(),
    ];
    parts.join("; ")
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    after(&text, "model name").unwrap_or_else(|| "unknown processor".to_owned())
}

fn memory() -> String {
    let text = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = after(&text, "MemTotal").unwrap_or_default();
    let kibibytes = total
        .split_whitespace()
        .next()
        .and_then(|n| n.parse::<u32>().ok());
    kibibytes.map_or_else(
        || "unknown memory".to_owned(),
        |kibibytes| format!("{:.1} GiB", f64::from(kibibytes) / 1_048_576.0),
    )
}

/// What stands behind the colon of the first line with that name.
fn after(text: &str, name: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn kernel() -> String {
    said_by("uname", &["-sr"])
}

fn compiler() -> String {
    let text = said_by("rustc", &["--version"]);
    text.split(" (").next().unwrap_or(&text).to_owned()
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| format!("unknown {program}"),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}
