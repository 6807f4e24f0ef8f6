//! How much of the start screen is left blank, and how many titles are cut on it.

use crate::screen::screen;

/// The sizes, with the most of a hundred cells that may be blank on each, and the most titles that may be
/// cut.
const LIMITS: [(u16, u16, usize, usize); 5] = [
    (80, 24, 27, 0),
    (100, 30, 26, 5),
    (120, 40, 26, 1),
    (160, 50, 29, 9),
    (200, 60, 32, 0),
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
            part[..end].iter().filter(|c| **c == '…').count()
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
