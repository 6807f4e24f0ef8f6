//! A chart as a picture: what the page of the web draws as SVG, in pixels.

use std::io;

use super::canvas::{Canvas, Colour, Point};
use super::digits::strokes;
use crate::brief::plot::{self, Mark, Plot};
use crate::export::frame::{BOTTOM, Frame, HEIGHT, LEFT, RIGHT, TOP, WIDTH};

/// Pixels of a unit: some 330 to the inch in print.
const SCALE: f64 = 5.0;
const ACROSS: usize = 1700;
const DOWN: usize = 525;

const AXIS: Colour = [0x99; 3];
const JOIN: Colour = [0x66; 3];
const BAR: Colour = [0x77; 3];
const INK: Colour = [0x11; 3];
const MARK: Colour = [0x14, 0x41, 0x8b];
const WHITE: Colour = [255; 3];

/// Units of a dot of a bar, and between two of them.
const DOT: f64 = 2.0;
const GAP: f64 = 3.0;

/// Units of a stroke's unit: digits are some 6.5 units high.
const DIGIT: f64 = 1.08;

/// The chart as a PNG file.
pub(super) fn png(plot: &Plot) -> io::Result<Vec<u8>> {
    let mut canvas = Canvas::new(ACROSS, DOWN, SCALE);
    let frame = Frame::new(plot);
    axes(&mut canvas, &frame);
    for (a, b) in plot.joins() {
        canvas.line(place(&frame, a), place(&frame, b), 1.0, JOIN);
    }
    for x in plot.breaks() {
        dotted(&mut canvas, frame.x(x));
    }
    for point in &plot.points {
        draw(&mut canvas, &frame, point);
    }
    canvas.png()
}

/// A dotted bar from top to bottom.
fn dotted(canvas: &mut Canvas, x: f64) {
    let starts = std::iter::successors(Some(TOP), |y| Some(y + DOT + GAP));
    for y in starts.take_while(|y| *y < HEIGHT - BOTTOM) {
        let end = (y + DOT).min(HEIGHT - BOTTOM);
        canvas.line((x, y), (x, end), 1.0, BAR);
    }
}

fn place(frame: &Frame, point: &plot::Point) -> Point {
    (frame.x(point.x), frame.y(point.y))
}

/// Two axes, three values and as many years as there is room for.
fn axes(canvas: &mut Canvas, frame: &Frame) {
    let [low, high] = frame.values;
    let zero = frame.y(0.0);
    canvas.line((LEFT, TOP), (LEFT, HEIGHT - BOTTOM), 0.7, AXIS);
    canvas.line((LEFT, zero), (WIDTH - RIGHT, zero), 0.7, AXIS);
    for value in [low, f64::midpoint(low, high), high] {
        let text = value.to_string();
        let left = LEFT - 5.0 - width(&text).unwrap_or_default();
        label(canvas, (left, frame.y(value) + 3.0), &text);
    }
    for year in frame.labels() {
        let at = (frame.x(year + 0.5), HEIGHT - 5.0);
        centred(canvas, at, &format!("{year:.0}"));
    }
}

/// The mark with what the figure leaves open behind it, and the digits above it.
fn draw(canvas: &mut Canvas, frame: &Frame, point: &plot::Point) {
    let (x, y) = place(frame, point);
    if let Some((low, high)) = point.bar {
        canvas.line((x, frame.y(low)), (x, frame.y(high)), 1.0, BAR);
    }
    match point.mark {
        Mark::Reported => canvas.disc((x, y), 3.0, MARK),
        Mark::Implied => {
            canvas.disc((x, y), 3.4, MARK);
            canvas.disc((x, y), 2.2, WHITE);
        }
        Mark::Forecast => {
            let corners = [(x, y - 4.0), (x + 4.0, y), (x, y + 4.0), (x - 4.0, y)];
            outline(canvas, &corners);
        }
        Mark::Target => outline(
            canvas,
            &[(x, y - 4.0), (x + 4.0, y + 3.0), (x - 4.0, y + 3.0)],
        ),
    }
    let top = point.bar.map_or(y, |(_, high)| frame.y(high).min(y)) - 5.5;
    centred(canvas, (x, top.max(8.0)), &point.digits);
}

fn outline(canvas: &mut Canvas, corners: &[Point]) {
    canvas.shape(corners, WHITE);
    let closed: Vec<_> = corners.iter().chain(corners.first()).copied().collect();
    canvas.path(&closed, 1.3, MARK);
}

/// How wide a number is; none where it has a character that is none of a number.
fn width(text: &str) -> Option<f64> {
    let widths = text
        .chars()
        .map(|c| strokes(c).map(|(_, width)| width * DIGIT));
    widths.sum()
}

/// A number whose middle is there, above the line. One that cannot be drawn is in the alternative text
/// alone.
fn centred(canvas: &mut Canvas, (x, y): Point, text: &str) {
    if let Some(width) = width(text) {
        label(canvas, (x - width / 2.0, y), text);
    }
}

/// A number that begins there, above the line.
fn label(canvas: &mut Canvas, (mut x, y): Point, text: &str) {
    for (lines, width) in text.chars().filter_map(strokes) {
        for line in lines {
            let points: Vec<_> = line
                .iter()
                .map(|(right, down)| (x + right * DIGIT, y + (down - 6.0) * DIGIT))
                .collect();
            canvas.path(&points, 0.85, INK);
        }
        x += width * DIGIT;
    }
}
