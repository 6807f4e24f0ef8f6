//! Files that are no text, by their first bytes; archives and compound files by what they name.

use memchr::memmem;

use super::known::Content::{
    Archive, Database, Mail, Media, Office, Pdf, Picture, Program, Sheet, Slides, Text,
};
use super::known::{Known, known};

/// From which byte on, what is there, and what that is.
const BINARIES: [(usize, &[u8], Known); 22] = [
    (0, b"%PDF-", known("a PDF", Pdf)),
    (0, b"\x1f\x8b", known("a gzip archive", Archive)),
    (0, b"BZh", known("a bzip2 archive", Archive)),
    (0, b"\xfd7zXZ\0", known("an xz archive", Archive)),
    (0, b"7z\xbc\xaf\x27\x1c", known("a 7-Zip archive", Archive)),
    (0, b"Rar!", known("a RAR archive", Archive)),
    (
        0,
        b"SQLite format 3\0",
        known("an SQLite database", Database),
    ),
    (0, b"PAR1", known("a Parquet file", Database)),
    (0, b"\x89PNG", known("a picture (PNG)", Picture)),
    (0, b"\xff\xd8\xff", known("a picture (JPEG)", Picture)),
    (0, b"GIF8", known("a picture (GIF)", Picture)),
    (0, b"II*\0", known("a picture (TIFF)", Picture)),
    (0, b"MM\0*", known("a picture (TIFF)", Picture)),
    (8, b"WEBPVP8", known("a picture (WebP)", Picture)),
    (4, b"ftyphei", known("a picture (HEIC)", Picture)),
    (4, b"ftypavif", known("a picture (AVIF)", Picture)),
    (4, b"ftyp", known("a recording (MP4)", Media)),
    (0, b"ID3", known("a recording (MP3)", Media)),
    (0, b"OggS", known("a recording (Ogg)", Media)),
    (8, b"WAVEfmt", known("a recording (WAV)", Media)),
    (0, b"%!PS", known("a PostScript file", Text)),
    (0, b"\x7fELF", known("a program", Program)),
];

/// What is in a ZIP archive, by the names of its parts; the first of them counts, for a document may hold
/// another one.
const ZIPPED: [(&[u8], Known); 10] = [
    (b"xl/workbook", known("an Excel workbook (.xlsx)", Sheet)),
    (b"word/", DOCX),
    (b"ppt/", known("PowerPoint slides (.pptx)", Slides)),
    (
        b"opendocument.spreadsheet",
        known("an OpenDocument spreadsheet (.ods)", Sheet),
    ),
    (
        b"opendocument.text",
        known("an OpenDocument text (.odt)", Text),
    ),
    (
        b"opendocument.presentation",
        known("OpenDocument slides (.odp)", Slides),
    ),
    (
        b"Index/Document.iwa",
        known("an Apple Numbers or Pages file", Sheet),
    ),
    (b"application/epub", known("an EPUB", Text)),
    (b"xl/worksheets", known("an Excel workbook (.xlsx)", Sheet)),
    (b"xl/_rels", known("an Excel workbook (.xlsx)", Sheet)),
];
/// A Word document, the one archive with sentences that is read.
const DOCX: Known = known("a Word document (.docx)", Text);
const ZIP: Known = known("a ZIP archive", Archive);

/// What is in a compound file, by the names of its streams, which are in UTF-16 and end in a NUL.
const COMPOUND: [(&str, Known); 6] = [
    (
        "EncryptedPackage",
        known(
            "an Office file with a password, to be removed first",
            Office,
        ),
    ),
    ("WordDocument", known("an old Word document (.doc)", Text)),
    (
        "PowerPoint Document",
        known("old PowerPoint slides (.ppt)", Slides),
    ),
    ("Workbook", XLS),
    ("Book", XLS),
    (
        "__properties_version1.0",
        known("an Outlook message (.msg)", Mail),
    ),
];
const XLS: Known = known("an old Excel workbook (.xls)", Sheet);
const OFFICE: Known = known("an old Microsoft Office file (.doc, .xls or .ppt)", Office);

/// What a file that is no text is, if that is known.
pub fn binary(bytes: &[u8]) -> Option<Known> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zipped(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(bytes));
    }
    let starts = |at: usize, sign: &[u8]| bytes.get(at..).is_some_and(|b| b.starts_with(sign));
    let mut all = BINARIES.iter();
    let found = all.find(|(at, sign, _)| starts(*at, sign));
    found.map(|(.., known)| *known)
}

/// Is a file a Word document?
pub fn is_word(bytes: &[u8]) -> bool {
    binary(bytes) == Some(DOCX)
}

fn zipped(bytes: &[u8]) -> Known {
    let all = ZIPPED.iter();
    let found = all.filter_map(|(name, known)| Some((memmem::find(bytes, name)?, *known)));
    found
        .min_by_key(|(at, _)| *at)
        .map_or(ZIP, |(_, known)| known)
}

fn compound(bytes: &[u8]) -> Known {
    let within = |name: &str| {
        let ended = name.encode_utf16().chain([0]);
        let wide: Vec<u8> = ended.flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    let found = COMPOUND.iter().find(|(name, _)| within(name));
    found.map_or(OFFICE, |(_, known)| *known)
}

/// Has a file control characters that no text has? Tabs, ends of lines and pages, and what a captured
/// terminal holds, bells and escapes, may be in a text.
pub fn is_noise(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1 << 12)];
    let strange = |byte: &&u8| matches!(byte, 1..=6 | 8 | 14..=26 | 28..=31);
    let count = start.iter().filter(strange).count();
    let utf16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    count * 50 > start.len() && !utf16
}
