//! The table of figures.

use std::io;

use super::writer::{Set, Writer};
use crate::brief::Row;
use crate::brief::plot::{Plot, legend};

/// The columns with their widths, in twentieths of a point: 18 cm together.
const COLUMNS: [(&str, &str); 4] = [
    ("What", "2250"),
    ("When", "1900"),
    ("Figure", "2500"),
    ("Status", "3556"),
];

/// The table, and below it its signs in words.
pub(super) fn write(writer: &mut Writer, plots: &[Plot], rows: &[Row]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    writer.within("w:tbl", &[], |writer| {
        layout(writer)?;
        head(writer)?;
        for one in rows {
            row(writer, one)?;
        }
        Ok(())
    })?;
    writer.line("Legend", &signs(plots, rows))
}

fn layout(writer: &mut Writer) -> io::Result<()> {
    let xml = &mut writer.xml;
    xml.within("w:tblPr", &[], |xml| {
        xml.empty("w:tblStyle", &[("w:val", "TableGrid")])?;
        xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")])?;
        xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")])?;
        xml.empty("w:tblCaption", &[("w:val", "Figures")])?;
        let description =
            "Each figure with its time, its status and a footnote that leads to its passage.";
        xml.empty("w:tblDescription", &[("w:val", description)])
    })?;
    xml.within("w:tblGrid", &[], |xml| {
        let mut columns = COLUMNS.iter();
        columns.try_for_each(|(_, width)| xml.empty("w:gridCol", &[("w:w", width)]))
    })
}

fn head(writer: &mut Writer) -> io::Result<()> {
    writer.within("w:tr", &[], |writer| {
        writer.xml.within("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[])?;
            xml.empty("w:tblHeader", &[])
        })?;
        for (at, (name, _)) in COLUMNS.iter().enumerate() {
            cell(writer, at, |writer| writer.run(Set::Style("Strong"), name))?;
        }
        Ok(())
    })
}

/// The bookmarks are within the figure's cell: one that crosses cells would select columns.
fn row(writer: &mut Writer, row: &Row) -> io::Result<()> {
    writer.within("w:tr", &[], |writer| {
        writer
            .xml
            .within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        cell(writer, 0, |writer| writer.run(Set::Plain, &row.measure))?;
        cell(writer, 1, |writer| writer.run(Set::Plain, &row.period))?;
        cell(writer, 2, |writer| {
            let open = writer.begin(&row.records)?;
            let text = format!("{} {}", row.mark.sign(), row.figure);
            writer.run(Set::Plain, &text)?;
            writer.end(&open)
        })?;
        cell(writer, 3, |writer| {
            let sign = row.sign();
            writer.run(Set::Plain, &format!("{sign}{}", row.verdict))?;
            writer.reference(row.note)
        })
    })
}

fn cell(
    writer: &mut Writer,
    column: usize,
    body: impl FnOnce(&mut Writer) -> io::Result<()>,
) -> io::Result<()> {
    writer.within("w:tc", &[], |writer| {
        writer.xml.within("w:tcPr", &[], |xml| {
            let width = COLUMNS[column].1;
            xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])
        })?;
        writer.paragraph("TableText", body)
    })
}

/// The signs of the table and the charts in words.
fn signs(plots: &[Plot], rows: &[Row]) -> String {
    let marks = rows.iter().map(|row| row.mark);
    let doubts = rows.iter().filter_map(|row| row.standing);
    let legend: Vec<_> = legend(plots, marks, doubts)
        .into_iter()
        .map(|(sign, word)| format!("{sign} {word}"))
        .collect();
    legend.join(" · ")
}
