//! How much of the start screen is left blank, and how many titles are cut on it.

use crate::screen::{Session, screen};

/// The sizes, with the most of a hundred cells that may be blank on each, and the most titles that may be
/// cut.
const LIMITS: [(u16, u16, usize, usize); 5] = [
    (80, 24, 27, 0),
    (100, 30, 26, 5),
    (120, 40, 26, 1),
    (160, 50, 30, 12),
    (200, 60, 33, 0),
];

/// Of a hundred cells, those that are blank; borders are not.
fn blank(screen: &str, columns: u16, rows: u16) -> usize {
    let cells = usize::from(columns) * usize::from(rows);
    let filled = screen.chars().filter(|c| !c.is_whitespace()).count();
    ((cells - filled) * 100).div_ceil(cells)
}

/// The titles that are cut: in borders, and in the rows of the first three panels. The fourth lists the
/// first words of what was said.
fn cut(screen: &str) -> usize {
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let corners = rows.iter().enumerate().flat_map(|(y, row)| {
        let corner = move |(x, c): (usize, &char)| ['╭', '┏'].contains(c).then_some((x, y));
        row.iter().enumerate().filter_map(corner)
    });
    let counts = corners.map(|(x, y)| {
        let is_end = |c: &char| ['╮', '┓', '│', '┃'].contains(c);
        let inside = |row: &Vec<char>| {
            let part: Vec<char> = row[x + 1..].to_vec();
            let end = part.iter().position(is_end).unwrap_or(part.len());
            // Behind a blank it stands for counts that have no room.
            let is_cut = |pair: &&[char]| pair[0] != ' ' && pair[1] == '…';
            part[..end].windows(2).filter(is_cut).count()
        };
        let title: String = rows[y][x + 2..x + 4].iter().collect();
        let listed = rows[y + 1..]
            .iter()
            .take_while(|row| !['╰', '┗'].contains(&row[x]));
        let is_list = ["1 ", "2 ", "3 "].contains(&title.as_str());
        let cut: usize = listed.filter(|_| is_list).map(inside).sum();
        cut + inside(&rows[y])
    });
    counts.sum()
}

#[test]
fn the_start_screen_is_full_and_its_titles_are_whole() {
    for (columns, rows, most_blank, most_cut) in LIMITS {
        let screen = screen(columns, rows, "");
        let (blank, cut) = (blank(&screen, columns, rows), cut(&screen));
        println!("{columns}x{rows}: {blank} % blank, {cut} titles cut");
        assert!(
            blank <= most_blank,
            "{columns}x{rows}: {blank} % blank\n{screen}"
        );
        assert!(
            cut <= most_cut,
            "{columns}x{rows}: {cut} titles cut\n{screen}"
        );
    }
}

/// How many rows each panel has on a screen, by what its border begins with.
fn heights(screen: &str) -> Vec<(char, usize)> {
    let mut panels = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for line in screen.lines() {
        let mut signs = line.chars();
        let first = signs.next().unwrap_or(' ');
        match (first, &mut open) {
            ('╭' | '┏', _) => open = signs.nth(1).map(|number| (number, 0)),
            ('╰' | '┗', Some(panel)) => panels.push(*panel),
            ('│' | '┃', Some((_, rows))) => *rows += 1,
            _ => {}
        }
    }
    panels
}

#[test]
fn a_closed_tree_takes_the_rows_that_it_has() {
    for (columns, rows) in [(100, 30), (120, 40)] {
        let groups = 8;
        let session = Session::new(columns, rows).press("2Cgg1");
        let closed = heights(&session.text());
        assert!(closed[1].1 <= groups, "{closed:?}\n{}", session.text());
        // Opened again it takes more, and a search moves no panel.
        let session = session.press("2C1");
        let before = heights(&session.text());
        let searched = heights(&session.press("2/zzzz<enter>1").text());
        assert_eq!(before, searched);
        let open = heights(&screen(columns, rows, "2"));
        let folded = heights(&screen(columns, rows, "2C"));
        assert!(open[1].1 > folded[1].1, "{open:?} {folded:?}");
    }
}

#[test]
fn counts_of_a_group_that_have_no_room_leave_a_sign() {
    let mut is_cut = false;
    for (columns, rows) in [(50, 20), (60, 24), (80, 24), (100, 30), (120, 40)] {
        for keys in ["2", "2C", "2t", "2ttt"] {
            let screen = screen(columns, rows, keys);
            let groups = screen
                .lines()
                .filter(|line| line.contains('▸') || line.contains('▾'));
            for line in groups.filter(|line| line.contains(") ")) {
                is_cut |= line.contains('…');
            }
        }
    }
    assert!(is_cut);
    let wide = screen(200, 60, "2z");
    let line = wide
        .lines()
        .find(|line| line.contains("Finance"))
        .unwrap_or_default();
    assert!(
        line.contains("under discussion") && !line.contains('…'),
        "{line}"
    );
}
