//! Planting the tree of agreements: groups, and below each the lineage.

use std::collections::{BTreeMap, HashSet};

use super::statuses::statuses;
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
    /// A group: its name, how many agreements are in it, and of which status.
    Group(String, usize, Vec<String>),
    /// An agreement, by its place in the dossier.
    Agreement(usize),
    /// An agreement whose lineage is shown above.
    Repeated(usize),
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
            Label::Agreement(at) | Label::Repeated(at) => Some(at),
            Label::Group(..) => None,
        }
    }
}

/// From this depth on a lineage goes on as a list: a chain of thousands would leave no room for
/// titles, and its paths no memory.
const DEEP: usize = 8;

/// Where many agreements share their lineage, it is repeated below each of them up to this many
/// nodes in all; below the others it is said to be shown above.
const MANY: usize = 5_000;

/// The group of what is not between the two sides.
pub(super) const THIRD: &str = "not between the two";

/// The tree over the agreements `shown`. It has no more nodes than there are agreements and
/// references between them, and [`MANY`] more. What is not between the two sides is in a group of its
/// own if it stands `apart`.
pub(super) fn plant(
    dossier: &Dossier,
    grouping: Grouping,
    shown: &[usize],
    apart: bool,
) -> Vec<Node> {
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for at in shown {
        let agreement = &dossier.agreements[*at];
        let is_third = apart && dossier.is_between_sides(agreement) == Some(false);
        let third = || vec![(usize::MAX, THIRD.to_owned())];
        let here = if is_third {
            third()
        } else {
            grouping.groups(dossier, agreement)
        };
        for group in here {
            groups.entry(group).or_default().push(*at);
        }
    }
    let all = 0..dossier.agreements.len();
    let mut planting = Planting {
        dossier,
        followed: all.map(|at| followed(dossier, at)).collect(),
        left: MANY,
        seen: HashSet::new(),
    };
    let node = |((_, name), members): ((usize, String), Vec<usize>)| {
        let count = members.len();
        Node {
            name: format!("group {name}"),
            label: Label::Group(name, count, statuses(dossier, &members)),
            children: planting.lineages(&members),
        }
    };
    groups.into_iter().map(node).collect()
}

/// A tree that is being planted.
struct Planting<'a> {
    dossier: &'a Dossier,
    /// What each agreement follows, the newest first.
    followed: Vec<Vec<usize>>,
    /// How many nodes more may repeat what another root shows.
    left: usize,
    /// What is shown above with its lineage.
    seen: HashSet<usize>,
}

impl Planting<'_> {
    /// The members that nothing else in the group follows on, each with its lineage below.
    fn lineages(&mut self, members: &[usize]) -> Vec<Node> {
        let below = self.reached(members);
        let mut roots: Vec<usize> = members.to_vec();
        // The loader cuts circles, so that something is always left.
        roots.retain(|at| !below.contains(at));
        sort(self.dossier, &mut roots);
        let mut nodes = Vec::new();
        for root in roots {
            if self.left > 0 {
                self.seen.clear();
            }
            self.add(root, 0, &mut nodes);
            self.left = self.left.saturating_sub(self.seen.len());
        }
        nodes
    }

    /// Everything that the members follow, at however many removes.
    fn reached(&self, members: &[usize]) -> HashSet<usize> {
        let mut reached = HashSet::new();
        // A single one is not below another.
        let mut next = if members.len() > 1 {
            members.to_vec()
        } else {
            Vec::new()
        };
        while let Some(at) = next.pop() {
            let followed = self.followed[at].iter().copied();
            next.extend(followed.filter(|below| reached.insert(*below)));
        }
        reached
    }

    /// Adds an agreement with its lineage: below it, or from some depth on behind it.
    fn add(&mut self, first: usize, depth: usize, nodes: &mut Vec<Node>) {
        let mut next = vec![first];
        while let Some(at) = next.pop() {
            let id = &self.dossier.agreements[at].id;
            // In a list that goes on an agreement may come twice.
            let name = match depth {
                DEEP => format!("{id} {}", nodes.len()),
                _ => id.to_string(),
            };
            let below = self.followed[at].clone();
            if !self.seen.insert(at) && !below.is_empty() {
                nodes.push(Node {
                    name,
                    label: Label::Repeated(at),
                    children: Vec::new(),
                });
                continue;
            }
            let mut children = Vec::new();
            if depth < DEEP {
                for at in below {
                    self.add(at, depth + 1, &mut children);
                }
            } else {
                next.extend(below.into_iter().rev());
            }
            nodes.push(Node {
                name,
                label: Label::Agreement(at),
                children,
            });
        }
    }
}

/// What an agreement follows, the newest first.
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
    sort(dossier, &mut found);
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

impl Node {
    /// The name of the group that it is.
    pub(super) fn group(&self) -> Option<&str> {
        match &self.label {
            Label::Group(name, ..) => Some(name),
            Label::Agreement(_) | Label::Repeated(_) => None,
        }
    }

    /// The agreements below it, each once, in the order of the tree.
    pub(super) fn members(&self) -> Vec<usize> {
        let mut members = Vec::new();
        let mut seen = HashSet::new();
        walk(&self.children, &mut Vec::new(), &mut |_, node| {
            members.extend(node.agreement().filter(|at| seen.insert(*at)));
            true
        });
        members
    }

    /// Is it the group of what is not between the two sides?
    pub(super) fn is_third(&self) -> bool {
        self.group() == Some(THIRD)
    }
}

/// A row of the screen.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The names from the root to its node.
    pub(super) path: Vec<String>,
    /// The agreement that it shows.
    pub(super) agreement: Option<usize>,
    /// Something is below it.
    pub(super) has_children: bool,
}

/// The rows on the screen while `opened` are open.
pub(super) fn visible(nodes: &[Node], opened: &HashSet<Vec<String>>) -> Vec<Row> {
    let mut rows = Vec::new();
    walk(nodes, &mut Vec::new(), &mut |path, node| {
        rows.push(Row {
            path: path.to_vec(),
            agreement: node.agreement(),
            has_children: !node.children.is_empty(),
        });
        opened.contains(path)
    });
    rows
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

#[cfg(test)]
mod tests;
