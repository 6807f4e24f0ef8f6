//! Pixels with smooth edges: lines, discs and filled shapes, each drawn by its distance.

use std::io;

/// A grey from 0 (black) to 255.
pub(super) type Colour = [u8; 3];

pub(super) type Point = (f64, f64);

/// A white picture that is drawn on in units, each `scale` pixels.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    scale: f64,
    pixels: Vec<u8>,
}

/// No picture is larger.
const FAR: f64 = 1e6;

impl Canvas {
    /// A picture of so many pixels.
    pub(super) fn new(width: usize, height: usize, scale: f64) -> Self {
        Self {
            width,
            height,
            scale,
            pixels: vec![255; width * height * 3],
        }
    }

    /// A line with round ends.
    pub(super) fn line(&mut self, a: Point, b: Point, thickness: f64, colour: Colour) {
        // What is nowhere near the picture has no place in it.
        if [a.0, a.1, b.0, b.1]
            .iter()
            .any(|at| !at.is_finite() || at.abs() > FAR)
        {
            return;
        }
        let half = thickness / 2.0;
        let (low, high) = around(&[a, b], half);
        self.fill(low, high, colour, |point| distance(point, a, b) - half);
    }

    /// Lines from point to point.
    pub(super) fn path(&mut self, points: &[Point], thickness: f64, colour: Colour) {
        for pair in points.windows(2) {
            self.line(pair[0], pair[1], thickness, colour);
        }
    }

    /// A disc.
    pub(super) fn disc(&mut self, (x, y): Point, radius: f64, colour: Colour) {
        let (low, high) = around(&[(x, y)], radius);
        self.fill(low, high, colour, |point| {
            (point.0 - x).hypot(point.1 - y) - radius
        });
    }

    /// A convex shape whose corners go round in one direction.
    pub(super) fn shape(&mut self, corners: &[Point], colour: Colour) {
        let (low, high) = around(corners, 0.0);
        let next = corners.iter().cycle().skip(1);
        let edges: Vec<_> = corners.iter().copied().zip(next.copied()).collect();
        self.fill(low, high, colour, |(x, y)| {
            let sides = edges
                .iter()
                .map(|((ax, ay), (bx, by))| {
                    let (dx, dy) = (bx - ax, by - ay);
                    ((y - ay) * dx - (x - ax) * dy) / dx.hypot(dy)
                })
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), side| {
                    (low.min(side), high.max(side))
                });
            (-sides.0).min(sides.1)
        });
    }

    /// Colours what is at most nought away, half a pixel to either side smoothly.
    fn fill(&mut self, low: Point, high: Point, colour: Colour, away: impl Fn(Point) -> f64) {
        let columns = range(low.0 * self.scale, high.0 * self.scale, self.width);
        let rows = range(low.1 * self.scale, high.1 * self.scale, self.height);
        for row in rows {
            for column in columns.clone() {
                let point = (middle(column) / self.scale, middle(row) / self.scale);
                let covered = (0.5 - away(point) * self.scale).clamp(0.0, 1.0);
                let at = (row * self.width + column) * 3;
                for (own, new) in self.pixels[at..at + 3].iter_mut().zip(colour) {
                    *own = mixed(*own, new, covered);
                }
            }
        }
    }

    /// The picture as a PNG file.
    pub(super) fn png(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let size = |pixels| u32::try_from(pixels).map_err(io::Error::other);
        let mut encoder = png::Encoder::new(&mut bytes, size(self.width)?, size(self.height)?);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// The corners of a box around points, with room.
fn around(points: &[Point], room: f64) -> (Point, Point) {
    let far = (f64::INFINITY, f64::INFINITY);
    let near = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    let low = points
        .iter()
        .fold(far, |low, point| (low.0.min(point.0), low.1.min(point.1)));
    let high = points.iter().fold(near, |high, point| {
        (high.0.max(point.0), high.1.max(point.1))
    });
    ((low.0 - room, low.1 - room), (high.0 + room, high.1 + room))
}

/// How far a point is from a line that ends.
fn distance((x, y): Point, (ax, ay): Point, (bx, by): Point) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - ax - along * dx).hypot(y - ay - along * dy)
}

/// The pixels from `low` to `high` and one beside, of so many that there are.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is outside of the picture is cut off"
)]
fn range(low: f64, high: f64, most: usize) -> std::ops::Range<usize> {
    let low = (low - 1.0).floor().max(0.0) as usize;
    let high = (high + 2.0).ceil().max(0.0) as usize;
    low.min(most)..high.min(most)
}

/// The middle of a pixel.
fn middle(pixel: usize) -> f64 {
    u32::try_from(pixel).map_or(f64::MAX, f64::from) + 0.5
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between two bytes"
)]
fn mixed(own: u8, new: u8, share: f64) -> u8 {
    let mixed = f64::from(own) * (1.0 - share) + f64::from(new) * share;
    mixed.round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_where_they_are_drawn() {
        let mut canvas = Canvas::new(20, 10, 2.0);
        canvas.disc((2.0, 2.0), 1.0, [0, 0, 0]);
        canvas.shape(&[(6.0, 0.0), (9.0, 0.0), (9.0, 4.0), (6.0, 4.0)], [9, 9, 9]);
        canvas.line((0.0, 1e300), (f64::NAN, 1.0), 1.0, [0, 0, 0]);
        let pixel = |x: usize, y: usize| canvas.pixels[(y * 20 + x) * 3];
        assert_eq!((pixel(4, 4), pixel(0, 0)), (0, 255));
        assert_eq!((pixel(14, 4), pixel(10, 4)), (9, 255));
        let png = canvas.png().expect("a picture");
        assert_eq!(&png[1..4], b"PNG");
    }
}
