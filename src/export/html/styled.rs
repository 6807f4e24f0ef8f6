//! The footnotes and the list of sources after a style manual.

use maud::{Markup, html};

use crate::brief::letter;
use crate::brief::styled::Styled;
use crate::cite::Run;

/// The list, and the footnotes.
pub(super) fn written(styled: &Styled) -> Markup {
    html! {
        section aria-labelledby="sources" { "\n"
            h2 id="sources" { (styled.heading) } "\n"
            ul.works { "\n"
                @for (at, source) in &styled.sources {
                    li id={ "source-" (letter(*at)) } { (runs(source)) } "\n"
                }
            } "\n"
        } "\n"
        section aria-labelledby="notes" { "\n"
            h2 id="notes" { "Notes" } "\n"
            ol.notes { "\n"
                @for (number, note) in (1..).zip(&styled.notes) {
                    li id={ "note-" (number) } {
                        @for cited in note {
                            a href={ "#source-" (letter(cited.listed)) } { (runs(&cited.citation)) }
                            (cited.words)
                        }
                    } "\n"
                }
            } "\n"
        } "\n"
    }
}

fn runs(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @if run.italic { em { (run.text) } } @else { (run.text) }
        }
    }
}
