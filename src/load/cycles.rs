//! A record cannot follow itself, at however many removes. Where references run in a circle, the
//! one that closes it is cut and reported, so that whoever walks them comes to an end.

use super::Reader;
use super::fault::{Fault, Spot};
use crate::dossier::{Id, Kind, Records, Ref};

/// A field by which records of one kind point at others of that kind.
struct Chain {
    kind: Kind,
    field: &'static str,
    count: fn(&Records) -> usize,
    id: fn(&Records, usize) -> &Id,
    ids: fn(&Records, usize) -> Vec<&Id>,
    drop: fn(&mut Records, usize, &Id),
}

const CHAINS: [Chain; 4] = [
    Chain {
        kind: Kind::Agreement,
        field: "follows",
        count: |dossier| dossier.agreements.len(),
        id: |dossier, at| &dossier.agreements[at].id,
        ids: |dossier, at| dossier.agreements[at].follows.iter().collect(),
        drop: |dossier, at, to| dossier.agreements[at].follows.retain(|id| id != to),
    },
    Chain {
        kind: Kind::Event,
        field: "follows",
        count: |dossier| dossier.events.len(),
        id: |dossier, at| &dossier.events[at].id,
        ids: |dossier, at| dossier.events[at].follows.iter().collect(),
        drop: |dossier, at, to| dossier.events[at].follows.retain(|id| id != to),
    },
    Chain {
        kind: Kind::Event,
        field: "part_of",
        count: |dossier| dossier.events.len(),
        id: |dossier, at| &dossier.events[at].id,
        ids: |dossier, at| dossier.events[at].part_of.iter().collect(),
        drop: |dossier, at, _| dossier.events[at].part_of = None,
    },
    Chain {
        kind: Kind::Organisation,
        field: "member",
        count: |dossier| dossier.organisations.len(),
        id: |dossier, at| &dossier.organisations[at].id,
        ids: |dossier, at| {
            let members = dossier.organisations[at].members.iter();
            members.filter_map(|member| member.member.id()).collect()
        },
        drop: |dossier, at, to| {
            let members = &mut dossier.organisations[at].members;
            members.retain(|member| member.member.id() != Some(to));
        },
    },
];

/// Cuts every circle between records.
pub(super) fn cut(dossier: &mut Records, reader: &mut Reader<'_>) {
    for chain in &CHAINS {
        let of_kind = |id: &Id| {
            dossier
                .index
                .get(id)
                .filter(|found| found.kind == chain.kind)
        };
        let next = |at| {
            let ids = (chain.ids)(dossier, at).into_iter();
            ids.filter_map(|id| Some(of_kind(id)?.at)).collect()
        };
        for (from, to) in closing((chain.count)(dossier), next) {
            let from = Ref::new(chain.kind, from);
            let to = (chain.id)(dossier, to).clone();
            (chain.drop)(dossier, from.at, &to);
            reader.report(from, vec![circle(chain.field, &to)]);
        }
    }
    for at in 0..dossier.agreements.len() {
        let paper = &mut dossier.agreements[at];
        let own = paper.id.clone();
        if paper.maybe_same_as.contains(&own) {
            paper.maybe_same_as.retain(|id| *id != own);
            let fault = circle("maybe_same_as", &own);
            reader.report(Ref::new(Kind::Agreement, at), vec![fault]);
        }
    }
}

/// What is said of the reference that closes a circle.
pub(super) fn circle(field: &'static str, to: &Id) -> Fault {
    Fault::error(
        Spot::Value(field, to.to_string()),
        format!("{field}: `{to}` leads back here; the reference was skipped"),
        "take one reference out of the circle",
    )
}

/// The edges of a graph without which it has no circle: those that lead back to where a walk in
/// depth is already on its way.
pub(super) fn closing(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Never,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::Never; count];
    let mut edges = Vec::new();
    for start in 0..count {
        // A path of places and what is still to visit from each: a stack, for lineage may be deep.
        let mut path = Vec::new();
        if seen[start] == Seen::Never {
            seen[start] = Seen::OnTheWay;
            path.push((start, next(start)));
        }
        while let Some((here, todo)) = path.last_mut() {
            let here = *here;
            match todo.pop() {
                None => {
                    seen[here] = Seen::Done;
                    path.pop();
                }
                Some(to) if seen[to] == Seen::OnTheWay => edges.push((here, to)),
                Some(to) if seen[to] == Seen::Never => {
                    seen[to] = Seen::OnTheWay;
                    path.push((to, next(to)));
                }
                Some(_) => {}
            }
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn without_the_closing_edges_there_is_no_circle(
            graph in prop::collection::vec(prop::collection::vec(0usize..12, 0..4), 12)
        ) {
            let cut = closing(graph.len(), |at| graph[at].clone());
            let rest = |at: usize| -> Vec<usize> {
                graph[at].iter().copied().filter(|to| !cut.contains(&(at, *to))).collect()
            };
            prop_assert!(closing(graph.len(), rest).is_empty());
            for (from, to) in cut {
                prop_assert!(reaches(&graph, to, from), "{from} → {to} is on no circle");
            }
        }
    }

    fn reaches(graph: &[Vec<usize>], from: usize, to: usize) -> bool {
        let mut seen = vec![from];
        let mut at = 0;
        while at < seen.len() {
            for next in &graph[seen[at]] {
                if !seen.contains(next) {
                    seen.push(*next);
                }
            }
            at += 1;
        }
        seen.contains(&to)
    }
}
