//! Inputs that are nearly right: cut, doubled, spliced, repeated, with odd bytes and words put in.

use crate::random::Random;

/// Bytes of the longest input.
const LONGEST: usize = 64 << 10;

/// What is put into an input.
const WORDS: [&[u8]; 56] = [
    b"\x00",
    b"\x0b",
    b"\x0c",
    b"\x1b",
    b"\x7f",
    b"\x80",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n",
    b" ",
    b"\t",
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"'",
    b"`",
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b"<",
    b"</",
    b"<div>",
    b"<!--",
    b"&#x110000;",
    b"&",
    b"@string{a = b # b}",
    b"@",
    b"#",
    b"%",
    b"$",
    b":",
    b";",
    b",",
    b"=",
    b"|",
    b"/",
    b"..",
    b"-",
    b"~",
    b"?",
    b"null",
    b"1e999",
    b"-0",
    b"9999999999999999999",
    b"-9999-12-31",
    b"2024-02-30",
    b"Y-17E7",
    b"20XX/",
    "\u{202e}é\u{301}𝄞ﷺ".as_bytes(),
    b"\x1b[200~",
    b"\x1b[201~",
];

/// One of the seeds, changed in a few places.
pub(crate) fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.one(seeds).clone();
    for _ in 0..=random.below(8) {
        change(&mut bytes, seeds, random);
        bytes.truncate(LONGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let longest = 1 << random.below(10);
    let end = (at + random.below(longest)).min(bytes.len());
    match random.below(9) {
        0 => drop(bytes.drain(at..end)),
        1 => bytes.truncate(at),
        2 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        3 => {
            let part = bytes[at..end].to_vec();
            drop(bytes.splice(at..at, part));
        }
        4 => {
            let other = random.one(seeds);
            let from = random.below(other.len() + 1);
            let to = (from + random.below(512)).min(other.len());
            drop(bytes.splice(at..end, other[from..to].iter().copied()));
        }
        5 => {
            let part = bytes[at..end.min(at + 16)].repeat(random.below(4096));
            drop(bytes.splice(at..at, part));
        }
        6 => {
            let word = random.one(&WORDS).repeat(random.below(4096));
            drop(bytes.splice(at..at, word));
        }
        _ => {
            let word = random.one(&WORDS).to_vec();
            drop(bytes.splice(at..end.min(at + 4), word));
        }
    }
}
