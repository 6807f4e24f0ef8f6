//! Trees over lineages that share ancestors, are deep or are many.

use super::*;
use crate::load::{Origin, load_with};

/// `follows[n]` are the agreements that agreement `n` follows.
fn dossier(follows: &[Vec<usize>]) -> Dossier {
    let agreement = |(at, follows): (usize, &Vec<usize>)| {
        let quoted: Vec<_> = follows.iter().map(|f| format!("\"a{f}\"")).collect();
        let ids = quoted.join(",");
        format!(
            r#"{{"id":"a{at}","title":"A","kind":"protocol","status":"signed","follows":[{ids}],"signed":"{}",
            "evidence":[{{"source":"asean-briefing-2023","paragraph":1,"exact":"a"}}]}}"#,
            1000 + at
        )
    };
    let list: Vec<_> = follows.iter().enumerate().map(agreement).collect();
    let text = format!("[{}]", list.join(","));
    let texts = [("agreements.json".to_owned(), text)].into();
    load_with(&Origin::BuiltIn, &texts).dossier
}

fn count(nodes: &[Node]) -> usize {
    let below = nodes.iter().map(|node| count(&node.children));
    nodes.len() + below.sum::<usize>()
}

fn planted(follows: &[Vec<usize>]) -> Vec<Node> {
    let all: Vec<_> = (0..follows.len()).collect();
    plant(&dossier(follows), Grouping::Topic, &all, false)
}

#[test]
fn shared_ancestors_are_expanded_once() {
    // Each follows the two before it: as many paths as Fibonacci has rabbits.
    let follows: Vec<_> = (0..60usize)
        .map(|at| (at.saturating_sub(2)..at).collect())
        .collect();
    let nodes = planted(&follows);
    // The group, each agreement once, and one repeated place for each second reference.
    assert_eq!(count(&nodes), 1 + 60 + 58);
}

#[test]
fn a_long_chain_is_no_deeper_than_can_be_read() {
    let follows: Vec<_> = (0..3_000usize)
        .map(|at| at.checked_sub(1).into_iter().collect())
        .collect();
    let nodes = planted(&follows);
    assert_eq!(count(&nodes), 1 + 3_000);
    let opened = inner_paths(&nodes).into_iter().collect();
    let rows = visible(&nodes, &opened);
    assert_eq!(rows.len(), 1 + 3_000);
    assert!(rows.iter().all(|row| row.path.len() <= 2 + DEEP));
}

#[test]
fn many_roots_over_one_lineage_stay_in_bounds() {
    let chain = (0..500usize).map(|at| at.checked_sub(1).into_iter().collect());
    let roots = (0..500).map(|_| vec![499]);
    let nodes = planted(&chain.chain(roots).collect::<Vec<Vec<usize>>>());
    assert!(
        count(&nodes) <= 1 + 1_000 + 500 + 2 * MANY,
        "{}",
        count(&nodes)
    );
}

#[test]
fn a_chain_whose_links_are_in_groups_of_their_own_stays_in_bounds() {
    let links = 2_000;
    let follows: Vec<_> = (0..links)
        .map(|at: usize| at.checked_sub(1).into_iter().collect())
        .collect();
    let all: Vec<_> = (0..links).collect();
    let nodes = plant(&dossier(&follows), Grouping::Year, &all, false);
    assert_eq!(nodes.len(), links);
    // Each with its group and the one before it, and what is repeated.
    let most = 3 * links + 2 * MANY;
    assert!(count(&nodes) <= most, "{}", count(&nodes));
    let once = |node: &Node| node.children.len() == 1;
    assert!(nodes.iter().all(once));
}
