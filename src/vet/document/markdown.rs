//! Markdown: paragraphs, list items, rows of tables, footnotes.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::text::{Builder, Document};

pub(super) fn read(raw: &str) -> Document {
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut builder = Builder::default();
    // In the head of a file, or struck out.
    let mut hidden = 0_usize;
    for (event, range) in Parser::new_ext(raw, options).into_offset_iter() {
        match event {
            Event::Text(words) if hidden == 0 => builder.words(&words, range.start),
            Event::Code(words) if hidden == 0 => builder.words(&words, range.start + 1),
            Event::InlineHtml(tag) if is_struck(&tag, "<") => hidden += 1,
            Event::InlineHtml(tag) if is_struck(&tag, "</") => hidden = hidden.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak => builder.words(" ", range.start),
            Event::FootnoteReference(label) => builder.mark(&label),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                builder.end();
                builder.note = Some(label.to_string());
            }
            Event::End(TagEnd::FootnoteDefinition) => builder.note = None,
            Event::Start(Tag::MetadataBlock(_) | Tag::Strikethrough) => hidden += 1,
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::Strikethrough) => {
                hidden = hidden.saturating_sub(1);
            }
            // The cells of a row are one sentence with pauses.
            Event::End(TagEnd::TableCell) => builder.words("; ", range.end),
            Event::Start(tag) if is_block(&tag) => builder.end(),
            Event::End(tag) if ends_block(tag) => builder.end(),
            _ => {}
        }
    }
    builder.finish(Some(raw))
}

/// `<del>` where it opens with "<", `</del>` where with "</".
fn is_struck(tag: &str, open: &str) -> bool {
    let name = tag.strip_prefix(open).and_then(|tag| tag.strip_suffix('>'));
    name.is_some_and(|name| matches!(name, "del" | "s" | "strike"))
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::CodeBlock(_)
            | Tag::TableRow
            | Tag::TableHead
            | Tag::BlockQuote(_)
    )
}

fn ends_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::BlockQuote(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_places_stay() {
        let raw = "# Talks\n\nOne **bold** line\nwith US\\$ 8.3.[^1] More.\n\n| a | b |\n|---|---|\n| x | y |\n\n[^1]: `some.id`, ¶3.\n";
        let document = read(raw);
        assert_eq!(
            document.text,
            "Talks\nOne bold line with US$ 8.3. More.\na; b; \nx; y; \n"
        );
        let at = document.text.find("$ 8.3").expect("there");
        assert!(raw[document.place(at)..].starts_with("$ 8.3"));
        assert_eq!(document.notes["1"].trim(), "some.id, ¶3.");
        let mark = document.text.find(" More").expect("there");
        assert_eq!(document.marks, [(mark, "1".to_owned())]);
    }

    /// The statements of a note are compared, those that only cite are not; and each is found in the file.
    #[test]
    fn notes_are_read_behind_the_text() {
        let raw = "One.[^1] Two.[^2]\n\n[^1]: See the annex. Exports were much larger in 2019.\n[^2]: Ellis, “Ties were renewed”, 2023, ¶4.\n\nThe end ~~of it~~<del>it</del>.\n";
        let document = read(raw);
        let text = "One. Two.\nThe end .\nExports were much larger in 2019.\n";
        assert_eq!(document.text, text);
        for words in ["Exports", "2019", "The end"] {
            let at = document.text.find(words).expect("there");
            assert!(raw[document.place(at)..].starts_with(words), "{words}");
        }
    }
}
