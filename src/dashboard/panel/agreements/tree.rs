//! Planting the tree of agreements: groups, and below each the lineage.

use std::collections::{BTreeMap, HashSet};

use crate::dossier::{Agreement, Dossier, Id, Kind, Ref};

/// What the roots of the tree are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grouping {
    #[default]
    Topic,
    Year,
    Status,
    Party,
}

impl Grouping {
    pub(super) fn next(self) -> Self {
        match self {
            Self::Topic => Self::Year,
            Self::Year => Self::Status,
            Self::Status => Self::Party,
            Self::Party => Self::Topic,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Year => "year",
            Self::Status => "status",
            Self::Party => "party",
        }
    }

    /// The groups of an agreement: their places in the list, and their names.
    fn groups(self, dossier: &Dossier, agreement: &Agreement) -> Vec<(usize, String)> {
        match self {
            // Under its first topic only: the others are on its page.
            Self::Topic => agreement.topics.first().map_or_else(
                || vec![(usize::MAX, "no topic".to_owned())],
                |topic| vec![(topic_place(dossier, topic), topic_name(dossier, topic))],
            ),
            Self::Year => vec![year(agreement)],
            Self::Status => vec![(
                agreement.status as usize,
                agreement.status.word().to_owned(),
            )],
            Self::Party => agreement
                .parties
                .iter()
                .map(|p| (0, dossier.actor(&p.party)))
                .collect(),
        }
    }
}

/// The newest years first, what has none last.
fn year(agreement: &Agreement) -> (usize, String) {
    match agreement.date().and_then(crate::dossier::Date::year) {
        Some(year) => (
            usize::try_from(i64::from(i32::MAX).saturating_sub(year)).unwrap_or(0),
            year.to_string(),
        ),
        None => (usize::MAX, "undated".to_owned()),
    }
}

fn topic_place(dossier: &Dossier, id: &Id) -> usize {
    dossier
        .about
        .topics
        .iter()
        .position(|topic| topic.id == *id)
        .unwrap_or(usize::MAX)
}

/// "Energy · nuclear": the wider topic in front.
fn topic_name(dossier: &Dossier, id: &Id) -> String {
    let topic = dossier.about.topics.iter().find(|topic| topic.id == *id);
    let broader = topic.and_then(|topic| topic.broader.as_ref());
    match broader {
        Some(broader) if broader != id => {
            format!("{} · {}", dossier.topic(broader), dossier.topic(id))
        }
        _ => dossier.topic(id).to_owned(),
    }
}

/// What a node shows.
#[derive(Clone, Debug)]
pub(super) enum Label {
    /// A group: its name, and how many agreements are in it.
    Group(String, usize),
    /// An agreement, by its place in the dossier.
    Agreement(usize),
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Unique among its siblings.
    pub(super) name: String,
    pub(super) label: Label,
    pub(super) children: Vec<Self>,
}

impl Node {
    /// The agreement that it shows.
    pub(super) fn agreement(&self) -> Option<usize> {
        match self.label {
            Label::Agreement(at) => Some(at),
            Label::Group(..) => None,
        }
    }
}

/// The tree over the agreements `shown`.
pub(super) fn plant(dossier: &Dossier, grouping: Grouping, shown: &[usize]) -> Vec<Node> {
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for at in shown {
        for group in grouping.groups(dossier, &dossier.agreements[*at]) {
            groups.entry(group).or_default().push(*at);
        }
    }
    let node = |((_, name), members): ((usize, String), Vec<usize>)| {
        let count = members.len();
        Node {
            name: format!("group {name}"),
            label: Label::Group(name, count),
            children: lineages(dossier, &members),
        }
    };
    groups.into_iter().map(node).collect()
}

/// The members that nothing else in the group follows on, each with its lineage below.
fn lineages(dossier: &Dossier, members: &[usize]) -> Vec<Node> {
    let mut roots: Vec<usize> = members
        .iter()
        .copied()
        .filter(|at| {
            !members
                .iter()
                .any(|other| other != at && stands_on(dossier, *other, *at))
        })
        .collect();
    if roots.is_empty() {
        // A circle of agreements that follow each other: a fault of the data, shown flat.
        roots = members.to_vec();
    }
    sort(dossier, &mut roots);
    roots
        .into_iter()
        .map(|at| lineage(dossier, at, &mut HashSet::new()))
        .collect()
}

fn lineage(dossier: &Dossier, at: usize, above: &mut HashSet<usize>) -> Node {
    above.insert(at);
    let mut below = followed(dossier, at);
    below.retain(|next| !above.contains(next));
    sort(dossier, &mut below);
    let children = below
        .into_iter()
        .map(|next| lineage(dossier, next, above))
        .collect();
    above.remove(&at);
    Node {
        name: dossier.agreements[at].id.to_string(),
        label: Label::Agreement(at),
        children,
    }
}

/// Does the lineage of `from` reach `to`?
fn stands_on(dossier: &Dossier, from: usize, to: usize) -> bool {
    let mut seen = HashSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        for below in followed(dossier, at) {
            if below == to {
                return true;
            }
            if seen.insert(below) {
                next.push(below);
            }
        }
    }
    false
}

fn followed(dossier: &Dossier, at: usize) -> Vec<usize> {
    let ids = dossier.agreements[at].follows.iter();
    let mut found: Vec<_> = ids
        .filter_map(|id| match dossier.find(id)? {
            Ref {
                kind: Kind::Agreement,
                at,
            } => Some(at),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The newest first, undated ones last.
fn sort(dossier: &Dossier, list: &mut [usize]) {
    list.sort_by(|a, b| {
        let date = |at: &usize| {
            dossier.agreements[*at]
                .date()
                .filter(|date| !date.is_undated())
        };
        match (date(a), date(b)) {
            (Some(a), Some(b)) => b.sort(a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    });
}

/// The paths of all nodes that have something below them.
pub(super) fn inner_paths(nodes: &[Node]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    walk(nodes, &mut Vec::new(), &mut |path, node| {
        if !node.children.is_empty() {
            paths.push(path.to_vec());
        }
        true
    });
    paths
}

/// The paths of the rows on the screen while `opened` are open.
pub(super) fn visible(nodes: &[Node], opened: &HashSet<Vec<String>>) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    walk(nodes, &mut Vec::new(), &mut |path, _| {
        paths.push(path.to_vec());
        opened.contains(path)
    });
    paths
}

fn walk(nodes: &[Node], path: &mut Vec<String>, visit: &mut dyn FnMut(&[String], &Node) -> bool) {
    for node in nodes {
        path.push(node.name.clone());
        if visit(path, node) {
            walk(&node.children, path, visit);
        }
        path.pop();
    }
}

/// The node at a path.
pub(super) fn find<'a>(nodes: &'a [Node], path: &[String]) -> Option<&'a Node> {
    let (name, rest) = path.split_first()?;
    let node = nodes.iter().find(|node| node.name == *name)?;
    if rest.is_empty() {
        Some(node)
    } else {
        find(&node.children, rest)
    }
}
