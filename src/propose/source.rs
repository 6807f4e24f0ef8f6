//! The article as a source: the one that the dossier or the inbox has of the same text, or a new one.

use super::article::Article;
use super::context::Context;
use super::inbox::Inbox;
use super::proposal::Found;
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Evidence, Id, Kind, Source, Text};
use crate::extract::{Basis, Confidence, Language, tokens};

const READ: Basis = Basis::new("article", Confidence::Sure, "the article that was read");

/// The source that has the same text, by its sum.
pub(super) fn same(dossier: &Dossier, inbox: &Inbox, sha256: &str) -> Option<(Id, bool)> {
    let is = |source: &Source| {
        let sum = source.sha256.as_ref();
        sum.is_some_and(|sum| sum.eq_ignore_ascii_case(sha256))
    };
    if let Some(source) = dossier.sources.iter().find(|source| is(source)) {
        return Some((source.id.clone(), true));
    }
    let proposed = inbox.records::<Source>(Kind::Source);
    let mut same = proposed.into_iter().filter(is);
    same.next().map(|source| (source.id, false))
}

/// Words that a new source is named after.
pub(super) fn name(article: &Article) -> String {
    let year = article.issued.as_ref().and_then(crate::dossier::Date::year);
    let site = article.site.as_deref().unwrap_or("article");
    year.map_or_else(|| site.to_owned(), |year| format!("{site} {year}"))
}

/// The proposal of a source that the dossier has not.
/// `edited`: the source that it is an edited version of.
pub(super) fn found(context: &Context<'_>, edited: Option<&Id>) -> serde_json::Result<Found> {
    let article = context.article;
    let text = |text: &Option<String>| text.as_deref().map(Text::new);
    let language = article.language.clone().or_else(|| language(&article.text));
    let missing = [
        ("title", article.title.is_none()),
        ("author", article.byline.is_none()),
        ("issued", article.issued.is_none()),
        ("URL", article.url.is_none()),
    ]
    .into_iter()
    .filter(|(_, is)| *is);
    let source = Source {
        container_title: text(&article.site),
        issued: article.issued.clone(),
        url: text(&article.url),
        language: text(&language),
        file: Some(Text::new(&file(&context.source))),
        sha256: Some(Text::new(&article.sha256)),
        missing: missing.map(|(name, _)| Text::new(name)).collect(),
        note: note(context, edited),
        ..Source::new(
            context.source.clone(),
            Text::new("article"),
            article.called(),
        )
    };
    // The whole text is its passage: no words of it are singled out.
    let anchor = Evidence {
        source: context.source.clone(),
        paragraph: 1,
        exact: None,
        prefix: None,
        suffix: None,
        support: Support::default(),
    };
    let mut found = Found::new(Kind::Source, &source, anchor, READ)?;
    found.remark = edited.map(|older| format!("an edited version of `{older}`"));
    Ok(found)
}

/// The name of the file that its text is stored in.
pub(super) fn file(source: &Id) -> String {
    format!("{source}.txt")
}

/// The byline, and the source that this is an edited version of.
fn note(context: &Context<'_>, edited: Option<&Id>) -> Option<Text> {
    let by = context
        .article
        .byline
        .as_ref()
        .map(|name| format!("By {name}."));
    let older = edited.map(|older| format!("An edited version of `{older}`."));
    let parts: Vec<_> = by.into_iter().chain(older).collect();
    (!parts.is_empty()).then(|| Text::new(&parts.join(" ")))
}

/// By its words, where they tell.
fn language(text: &str) -> Option<String> {
    let start = &text[..text.floor_char_boundary(1 << 14)];
    let tokens = tokens(start);
    let code = match Language::of(&tokens) {
        Language::Russian => "ru",
        Language::French => "fr",
        Language::German => "de",
        // Also where no language was recognised.
        Language::English if tokens.iter().any(|t| t.is("the") || t.is("of")) => "en",
        Language::English => return None,
    };
    Some(code.to_owned())
}
