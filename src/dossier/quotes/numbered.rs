//! Quotes by the numbers of their values: those that are alike in some facets.

use super::{Facet, Quotes, Segment};

impl Quotes {
    /// For each quote in order the numbers of its values of some facets, [`NONE`](super::NONE) for one that it leaves
    /// out: what depends on these facets only is found out once for each combination.
    pub fn numbered<const N: usize>(
        &self,
        facets: [Facet; N],
    ) -> Box<dyn Iterator<Item = [u32; N]> + '_> {
        let numbers =
            move |segment: &Segment, at| facets.map(|facet| segment.column(facet).number(at));
        match &self.view {
            Some(view) => Box::new(view.kept.iter().map(move |number| {
                let (segment, at) = self.store.segment(*number as usize);
                numbers(segment, at)
            })),
            None => {
                Box::new(self.store.segments.iter().flat_map(move |segment| {
                    (0..segment.len()).map(move |at| numbers(segment, at))
                }))
            }
        }
    }
}
