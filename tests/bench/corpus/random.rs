//! Numbers that look random and are the same everywhere: `SplitMix64` and what is drawn from it.

/// `SplitMix64` (Steele, Lea and Flood 2014): eight bytes of state, any seed is good.
#[derive(Clone)]
pub(super) struct Random(u64);

impl Random {
    /// A sequence of its own for each purpose, so that a change of one leaves the others alone.
    pub(super) fn new(seed: u64, purpose: u64) -> Self {
        let mut random = Self(seed ^ purpose.rotate_left(32));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`, each number as likely as the others.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * (end as u128);
        // The upper half is below `end`, so it fits.
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// One of them, each as likely as the others.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// True in `hundredths` of a hundred cases.
    pub(super) fn percent(&mut self, hundredths: usize) -> bool {
        self.below(100) < hundredths
    }

    /// At least 0 and below 1.
    pub(super) fn unit(&mut self) -> f64 {
        let top = u32::try_from(self.next() >> 32).unwrap_or(u32::MAX);
        f64::from(top) / (f64::from(u32::MAX) + 1.0)
    }
}

/// Ranks from 0, drawn as words are used: the r-th as often as 1 / (r + 2.7)^1.1 (Zipf's law with
/// Mandelbrot's shift, which fits real texts at the most frequent words).
///
/// Vose's alias method: a draw costs the same however many ranks there are.
pub(super) struct Zipf {
    /// Of each rank, how much of its share it keeps, and which rank gets the rest.
    columns: Vec<(f64, usize)>,
}

const EXPONENT: f64 = 1.1;
const SHIFT: f64 = 2.7;

impl Zipf {
    pub(super) fn new(ranks: usize) -> Self {
        let weights: Vec<f64> = (0..ranks)
            .map(|rank| (float(rank + 1) + SHIFT).powf(-EXPONENT))
            .collect();
        let mean = weights.iter().sum::<f64>() / float(ranks);
        let mut columns: Vec<_> = weights.iter().map(|w| w / mean).zip(0..).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..ranks).partition(|rank| columns[*rank].0 < 1.0);
        while let (Some(poor), Some(&rich)) = (small.pop(), large.last()) {
            columns[poor].1 = rich;
            columns[rich].0 -= 1.0 - columns[poor].0;
            if columns[rich].0 < 1.0 {
                large.pop();
                small.push(rich);
            }
        }
        Self { columns }
    }

    pub(super) fn draw(&self, random: &mut Random) -> usize {
        let column = random.below(self.columns.len());
        let (keeps, other) = self.columns[column];
        if random.unit() < keeps { column } else { other }
    }
}

/// Exact for all that is counted here.
fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
