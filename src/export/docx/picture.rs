//! A chart as a picture in the text, with its alternative text.

use std::io;

use super::xml::Xml;
use crate::brief::plot::Plot;
use crate::export::frame::{HEIGHT, WIDTH, describe};

/// English Metric Units a unit of a chart: 8.7 cm across, so that two are side by side.
const UNIT: f64 = 8.7 * 360_000.0 / WIDTH;

const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The id by which the document refers to a picture.
pub(super) fn relation(number: usize) -> String {
    format!("rIdChart{number}")
}

/// The name of its part.
pub(super) fn file(number: usize) -> String {
    format!("media/chart{number}.png")
}

/// A run with the picture.
pub(super) fn write(xml: &mut Xml, number: usize, plot: &Plot) -> io::Result<()> {
    let [width, height] = [WIDTH, HEIGHT].map(|units| format!("{:.0}", units * UNIT));
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let number_text = number.to_string();
    let name = format!("Chart {number}");
    let description = describe(plot);
    let about = [
        ("id", number_text.as_str()),
        ("name", name.as_str()),
        ("descr", description.as_str()),
        ("title", plot.title.as_str()),
    ];
    xml.within("w:r", &[], |xml| {
        xml.within("w:drawing", &[], |xml| {
            let no_room = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
            xml.within("wp:inline", &no_room, |xml| {
                xml.empty("wp:extent", &size)?;
                xml.empty("wp:docPr", &about)?;
                xml.within("a:graphic", &[], |xml| {
                    xml.within("a:graphicData", &[("uri", PICTURE)], |xml| {
                        picture(xml, number, &about[..2], &size)
                    })
                })
            })
        })
    })
}

fn picture(
    xml: &mut Xml,
    number: usize,
    about: &[(&str, &str)],
    size: &[(&str, &str)],
) -> io::Result<()> {
    xml.within("pic:pic", &[], |xml| {
        xml.within("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", about)?;
            xml.empty("pic:cNvPicPr", &[])
        })?;
        xml.within("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", &relation(number))])?;
            xml.within("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]))
        })?;
        xml.within("pic:spPr", &[], |xml| {
            xml.within("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
                xml.empty("a:ext", size)
            })?;
            xml.within("a:prstGeom", &[("prst", "rect")], |xml| {
                xml.empty("a:avLst", &[])
            })
        })
    })
}
