//! Emoji of several characters, of which terminals disagree how wide they are: one that does not join
//! them draws them one behind the other, over whatever comes next. Columns stay where they belong all
//! the same: each such emoji, and what comes behind it, gets its place from us.

use std::io;
use std::iter::once;
use std::ops::Range;

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use unicode_width::UnicodeWidthChar;

/// A cell and its place.
type Placed<'a> = (u16, u16, &'a Cell);

/// Columns of a row.
pub(super) type Columns = (u16, Range<u16>);

/// Is it an emoji that consists of several characters?
fn is_composed(cell: &Cell) -> bool {
    // The selector of its coloured form, and the joiner.
    cell.symbol().contains(['\u{fe0f}', '\u{200d}'])
}

/// Draws cells, each composed one on blanks and at a place of its own.
pub(super) fn draw<'a, B: Backend<Error = io::Error>>(
    backend: &mut B,
    cells: impl Iterator<Item = Placed<'a>>,
) -> io::Result<()> {
    let mut run: Vec<Placed<'a>> = Vec::new();
    let mut covered: Columns = (0, 0..0);
    for (x, y, cell) in cells {
        if covered.0 == y && covered.1.contains(&x) {
            continue;
        }
        if !is_composed(cell) {
            run.push((x, y, cell));
            continue;
        }
        backend.draw(run.drain(..))?;
        let end = x.saturating_add(cell.cell_width());
        let mut blank = cell.clone();
        blank.set_symbol(" ");
        backend.draw((x..end).map(|x| (x, y, &blank)))?;
        backend.draw(once((x, y, cell)))?;
        covered = (y, x + 1..end);
    }
    backend.draw(run.into_iter())
}

/// The columns that a terminal may have drawn over.
pub(super) fn spilled(buffer: &Buffer) -> Vec<Columns> {
    let composed = buffer
        .content
        .iter()
        .enumerate()
        .filter(|(_, cell)| is_composed(cell));
    let columns = composed.filter_map(|(at, cell)| {
        let (x, y) = buffer.pos_of(at);
        let columns: usize = cell
            .symbol()
            .chars()
            .filter_map(UnicodeWidthChar::width)
            .sum();
        let apart = x.saturating_add(u16::try_from(columns).unwrap_or(u16::MAX));
        let together = x.saturating_add(cell.cell_width());
        (apart > together).then(|| (y, together..apart.min(buffer.area.right())))
    });
    columns.collect()
}

/// Sees to it that columns are drawn whatever stood there before.
pub(super) fn redraw(buffer: &mut Buffer, spilled: &[Columns]) {
    let area = buffer.area;
    for (y, columns) in spilled.iter().filter(|(y, _)| *y < area.bottom()) {
        let mut x = area.left();
        while x < columns.end.min(area.right()) {
            let cell = &mut buffer[(x, *y)];
            let next = x.saturating_add(cell.cell_width().max(1));
            if columns.contains(&x) {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
            // What a wide character covers is not drawn.
            x = next;
        }
    }
}
