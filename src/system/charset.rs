//! Bytes to text: which encoding a file is in, told or found out, and what had to be assumed.
//!
//! UTF-8 is taken for granted wherever it can be. A file that is mostly UTF-8 and has a byte that is
//! not is damaged, not in another encoding: it is refused, with the place. Names of encodings are
//! those of the web (<https://encoding.spec.whatwg.org/#names-and-labels>).

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::dossier::text::clean_line;

/// The mark with which some programs begin a text; it is no part of it.
const MARK: char = '\u{feff}';

/// A text, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark.
    pub text: String,
    /// What it was read as: `UTF-8`, `windows-1252`, …
    pub encoding: &'static str,
    /// How that was known.
    pub known: Known,
}

/// How an encoding was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The bytes can hardly be anything else: ASCII, or UTF-8.
    Plain,
    /// The file begins with a mark that says so.
    Marked,
    /// A person said so.
    Declared,
    /// It is the likeliest by its letters; the first byte that is not ASCII stands on this line.
    Guessed {
        /// From 1.
        line: usize,
    },
}

/// No encoding has that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no encoding is called `{}`: say utf-8, windows-1252 (Latin-1), utf-16le or another name of encoding.spec.whatwg.org",
    clean_line(.label)
)]
pub struct UnknownEncoding {
    /// As it was given.
    pub label: String,
}

/// Why bytes are not a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharsetError {
    /// A byte order mark contradicts the encoding that was given.
    #[error("has a {marked} BOM, so it cannot be {given}")]
    OtherMark {
        /// The encoding of the mark.
        marked: &'static str,
        /// The one that was given.
        given: &'static str,
    },
    /// Damaged UTF-8.
    #[error("is not UTF-8: byte 0x{byte:02X} at offset {offset}, line {line}")]
    NotUtf8 {
        /// The first byte that does not belong.
        byte: u8,
        /// From 0.
        offset: usize,
        /// From 1.
        line: usize,
    },
    /// Bytes that another encoding has no characters for.
    #[error("is not {encoding}: some of its bytes mean nothing there")]
    NotDecodable {
        /// The name of the encoding.
        encoding: &'static str,
    },
    /// A NUL, which no text has.
    #[error(
        "contains a NUL byte on line {line}: binary, or UTF-16 without a BOM (try `--encoding utf-16le`)"
    )]
    Nul {
        /// From 1.
        line: usize,
    },
}

/// The encoding of that name.
///
/// # Errors
/// When there is none.
pub fn named(label: &str) -> Result<&'static Encoding, UnknownEncoding> {
    let name = label.trim();
    Encoding::for_label(name.as_bytes()).ok_or_else(|| UnknownEncoding {
        label: name.to_owned(),
    })
}

/// Reads bytes as a text, in the encoding that was `declared` or else in what they look like.
///
/// # Errors
/// When they are not a text.
pub fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, CharsetError> {
    let (encoding, known, body) = match (Encoding::for_bom(bytes), declared) {
        (Some((marked, length)), declared) => {
            if let Some(declared) = declared.filter(|declared| *declared != marked) {
                return Err(CharsetError::OtherMark {
                    marked: marked.name(),
                    given: declared.name(),
                });
            }
            (marked, Known::Marked, &bytes[length..])
        }
        (None, Some(declared)) => (declared, Known::Declared, bytes),
        (None, None) => {
            let (encoding, known) = look(bytes)?;
            (encoding, known, bytes)
        }
    };
    if encoding == UTF_8 {
        whole(body)?;
    }
    let decoded = encoding
        .decode_without_bom_handling_and_without_replacement(body)
        .ok_or_else(|| CharsetError::NotDecodable {
            encoding: encoding.name(),
        })?;
    if decoded.contains('\0') {
        let line = line(decoded.as_bytes(), decoded.find('\0').unwrap_or(0));
        return Err(CharsetError::Nul { line });
    }
    let text = decoded.strip_prefix(MARK).unwrap_or(&decoded).to_owned();
    Ok(Decoded {
        text,
        encoding: encoding.name(),
        known,
    })
}

/// Which encoding bytes without a mark are in.
fn look(bytes: &[u8]) -> Result<(&'static Encoding, Known), CharsetError> {
    let Err(error) = std::str::from_utf8(bytes) else {
        return Ok((UTF_8, Known::Plain));
    };
    let begins_well = !bytes[..error.valid_up_to()].is_ascii();
    // Letters of UTF-8 behind the fault say as much as those before it.
    let goes_on_well = || {
        let lossy = String::from_utf8_lossy(bytes);
        let odd = |c: char| !c.is_ascii();
        let (broken, sound): (Vec<_>, Vec<_>) = lossy
            .chars()
            .filter(|c| odd(*c))
            .partition(|c| *c == '\u{fffd}');
        sound.len() > broken.len()
    };
    if begins_well || goes_on_well() {
        return Err(damaged(bytes, error.valid_up_to()));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    let line = line(bytes, error.valid_up_to());
    Ok((found, Known::Guessed { line }))
}

/// Are all of these bytes UTF-8?
fn whole(bytes: &[u8]) -> Result<(), CharsetError> {
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok(()),
        Err(error) => Err(damaged(bytes, error.valid_up_to())),
    }
}

fn damaged(bytes: &[u8], at: usize) -> CharsetError {
    CharsetError::NotUtf8 {
        byte: bytes.get(at).copied().unwrap_or(0),
        offset: at,
        line: line(bytes, at),
    }
}

/// The line of an offset, from 1.
fn line(bytes: &[u8], at: usize) -> usize {
    1 + memchr::memchr_iter(b'\n', &bytes[..at.min(bytes.len())]).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, &'static str), CharsetError> {
        decode(bytes, None).map(|decoded| (decoded.text, decoded.encoding))
    }

    #[test]
    fn what_a_file_looks_like_is_what_it_is_read_as() {
        let utf16: Vec<u8> = "\u{feff}Coût"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let cyrillic =
            b"\xcb\xe0\xee\xf1 \xe8 \xd0\xee\xf1\xf1\xe8\xff, \xf2\xee\xf0\xe3\xee\xe2\xeb\xff";
        for (bytes, text, encoding) in [
            (&b"plain"[..], "plain", "UTF-8"),
            ("Côte".as_bytes(), "Côte", "UTF-8"),
            ("\u{feff}Côte".as_bytes(), "Côte", "UTF-8"),
            (b"C\xf4te d'Ivoire\n", "Côte d'Ivoire\n", "windows-1252"),
            (
                b"\x80 100 \x96 Saint-Barth\xe9lemy",
                "€ 100 – Saint-Barthélemy",
                "windows-1252",
            ),
            (cyrillic, "Лаос и Россия, торговля", "windows-1251"),
            (&utf16, "Coût", "UTF-16LE"),
            (b"", "", "UTF-8"),
        ] {
            assert_eq!(read(bytes), Ok((text.to_owned(), encoding)), "{bytes:?}");
        }
        let guessed = decode(b"a\nb\nC\xf4te", None).map(|decoded| decoded.known);
        assert_eq!(guessed, Ok(Known::Guessed { line: 3 }));
    }

    #[test]
    fn what_was_told_counts_unless_the_file_says_otherwise() {
        let decode_as = |bytes: &[u8], label| {
            let encoding = named(label).expect(label);
            decode(bytes, Some(encoding)).map(|decoded| (decoded.text, decoded.encoding))
        };
        assert_eq!(
            decode_as(b"C\xf4te", "latin1"),
            Ok(("Côte".to_owned(), "windows-1252"))
        );
        assert_eq!(
            decode_as(b"a\0b\0", "utf-16le"),
            Ok(("ab".to_owned(), "UTF-16LE"))
        );
        assert_eq!(
            decode_as(b"ok\nC\xf4te", "utf8"),
            Err(CharsetError::NotUtf8 {
                byte: 0xf4,
                offset: 4,
                line: 2
            })
        );
        assert!(decode_as("\u{feff}x".as_bytes(), "latin1").is_err());
        assert!(
            named("latin-nonsense\u{1b}[31m")
                .is_err_and(|e| e.to_string().contains("`latin-nonsense<U+001B>"))
        );
    }

    #[test]
    fn what_is_damaged_is_refused_with_its_place() {
        for (bytes, fault) in [
            ("Лаос\n\u{41b}".as_bytes(), None),
            (
                &b"\xd0\x9b\xd0\xb0\n\xd0 trade"[..],
                Some("0xD0 at offset 5, line 2"),
            ),
            (
                b"bad \xff\nC\xc3\xb4te \xc3\xa9t\xc3\xa9",
                Some("0xFF at offset 4, line 1"),
            ),
            (b"a\0b", Some("NUL byte on line 1")),
            (b"\xff\xfea", Some("is not UTF-16LE")),
        ] {
            match (read(bytes), fault) {
                (Ok(_), None) => {}
                (Err(error), Some(fault)) => {
                    let error = error.to_string();
                    assert!(error.contains(fault), "{error}");
                }
                (found, _) => panic!("{bytes:?}: {found:?}"),
            }
        }
    }
}
