//! Text to lines: wrapped and clipped by grapheme and display width, with hits marked.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Breaks `text` into lines of at most `columns`: at line feeds, else after the last blank that
/// fits, else between graphemes, for Lao, Thai and Chinese write no blanks. The ranges are bytes
/// of `text`; blanks at a break belong to no line.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(text, start..start + paragraph.len(), columns, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(text: &str, range: Range<usize>, columns: usize, lines: &mut Vec<Range<usize>>) {
    let mut start = range.start;
    let mut used = 0;
    // The end of the last word that fits, and where the next one begins.
    let mut blank: Option<(usize, usize)> = None;
    for (offset, grapheme) in text[range.clone()].grapheme_indices(true) {
        let at = range.start + offset;
        let wide = grapheme.width();
        if grapheme == " " {
            blank = match blank {
                Some((end, next)) if next == at => Some((end, at + 1)),
                _ => Some((at, at + 1)),
            };
        }
        while grapheme != " " && used + wide > columns && at > start {
            let (end, next) = blank.unwrap_or((at, at));
            // Blanks before the first word belong to no line either.
            if end > start {
                lines.push(start..end);
            }
            start = next;
            used = text[start..at].width();
            blank = None;
        }
        used += wide;
    }
    let end = range.start + text[range].trim_end_matches(' ').len();
    lines.push(start..end.max(start));
}

/// The start of `text` that fits into `columns`, with an ellipsis if something is cut. Line feeds
/// become blanks.
pub fn clip(text: &str, columns: usize) -> String {
    let flat = text.replace('\n', " ");
    if flat.width() <= columns {
        return flat;
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in flat.graphemes(true) {
        used += grapheme.width();
        if used + 1 > columns {
            break;
        }
        out.push_str(grapheme);
    }
    out.truncate(out.trim_end().len());
    if columns > 0 {
        out.push('…');
    }
    out
}

/// [`clip`], filled with blanks to exactly `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = clip(text, columns);
    let used = out.width();
    out.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    out
}

/// A name, or its last word where there is no room for more.
pub fn short_name(name: &str, columns: usize) -> String {
    let last = name.rsplit(' ').next().unwrap_or(name);
    clip(if width(name) <= columns { name } else { last }, columns)
}

/// The part `range` of `text` as a line, with `hits` (ranges of `text`) in their own style.
pub fn marked(
    text: &str,
    range: Range<usize>,
    hits: &[Range<usize>],
    base: Style,
    hit: Style,
) -> Line<'static> {
    let mut spans = Vec::new();
    let mut at = range.start;
    for found in hits {
        let (from, to) = (found.start.max(at), found.end.min(range.end));
        if from >= to {
            continue;
        }
        spans.push(Span::styled(text[at..from].to_owned(), base));
        spans.push(Span::styled(text[from..to].to_owned(), base.patch(hit)));
        at = to;
    }
    spans.push(Span::styled(text[at..range.end].to_owned(), base));
    spans.retain(|span| !span.content.is_empty());
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn lines_break_at_blanks_or_between_graphemes() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one  two", 3), ["one", "two"]);
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(lines("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(lines("", 5), [""]);
        assert_eq!(lines("ສະບາຍດີ", 3), ["ສະບ", "າຍດີ"]);
        assert_eq!(lines("東京都", 4), ["東京", "都"]);
        assert_eq!(lines("word ", 4), ["word"]);
        assert_eq!(lines("   東", 2), ["東"]);
        assert_eq!(lines("  a", 9), ["  a"]);
        assert_eq!(lines("    ", 2), [""]);
    }

    #[test]
    fn what_is_cut_ends_in_an_ellipsis() {
        assert_eq!(clip("memorandum", 6), "memor…");
        assert_eq!(clip("memo", 4), "memo");
        assert_eq!(clip("東京都", 4), "東…");
        assert_eq!(clip("a\nb", 9), "a b");
        assert_eq!(pad("ab", 4), "ab  ");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_but_blanks_is_lost(
            text in "[a-zа-яກ-ຮະາ東京 \n]{0,60}", columns in 2usize..20,
        ) {
            let ranges = wrap(&text, columns);
            for range in &ranges {
                prop_assert!(text[range.clone()].width() <= columns);
            }
            let kept: String = ranges.into_iter().map(|range| text[range].replace(' ', "")).collect();
            prop_assert_eq!(kept, text.replace([' ', '\n'], ""));
        }

        #[test]
        fn padding_is_exact(text in "\\PC{0,30}", columns in 1usize..20) {
            prop_assert_eq!(pad(&text, columns).width(), columns);
        }
    }
}
