//! The command line of the bench.

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

use super::bilat;

/// Measure bilat and its peers, in a terminal, on the same texts.
#[derive(Debug, Parser)]
#[command(name = "terminal", bin_name = "cargo bench --bench terminal --")]
pub(crate) struct Options {
    /// How many quotes, as a list
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "10000,100000,1000000",
        value_parser = clap::value_parser!(u32).range(10..=5_000_000)
    )]
    sizes: Vec<u32>,

    /// Which peers, by the names of their commands; those that are not installed are named
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "fzf,sk,tv,rg,less,csvlens,vd"
    )]
    pub(crate) peers: Vec<String>,

    /// How often everything is done
    #[arg(long, default_value = "5", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) runs: u32,

    /// Other seeds make other texts
    #[arg(long, default_value = "1")]
    pub(crate) seed: u64,

    /// Also measure bilat with the best match first: the keys that lead there and to the search
    /// line
    #[arg(long, default_value = bilat::BEST, value_name = "KEYS")]
    pub(crate) best: String,

    /// How bilat searches on the command line
    #[arg(long, default_value = bilat::BATCH, value_name = "ARGUMENTS")]
    pub(crate) batch: String,

    /// Seconds for which idle programs are watched; 0 leaves it out
    #[arg(long, default_value = "10")]
    idle: u32,

    /// Seconds after which a program is given up that does not answer
    #[arg(long, default_value = "120")]
    patience: u32,

    /// Also write everything that was measured as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,

    /// What cargo says when it runs benches
    #[arg(long, hide = true)]
    pub(crate) bench: bool,
}

impl Options {
    /// From the smallest.
    pub(crate) fn sizes(&self) -> Vec<usize> {
        let mut sizes: Vec<_> = self
            .sizes
            .iter()
            .map(|size| usize::try_from(*size))
            .filter_map(Result::ok)
            .collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// The size at which is measured what need not be measured at each.
    pub(crate) fn middle(&self) -> usize {
        let sizes = self.sizes();
        sizes[(sizes.len() - 1) / 2]
    }

    pub(crate) fn idle(&self) -> Duration {
        Duration::from_secs(self.idle.into())
    }

    pub(crate) fn patience(&self) -> Duration {
        Duration::from_secs(self.patience.into())
    }
}
