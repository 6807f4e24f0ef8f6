//! A record written out in plain text: the page that the dashboard opens, row by row, with the id of
//! everything that a link leads to.

use super::{Chosen, Lister};
use crate::cite;
use crate::describe::page::{Page, Row, Subject};
use crate::dossier::text::on_one_line;

/// What the dashboard marks with a sign alone.
const CONTESTED: &str = "contested";

impl Lister<'_> {
    /// The lines of the page of a record.
    pub fn page(&self, chosen: Chosen) -> Vec<String> {
        let record = chosen.record;
        let contests = &self.computed.contests;
        let page = cite::page(self.dossier, contests, record, self.computed.day);
        let mut lines = self.in_full(record.kind.singular(), &page);
        if let Some(place) = self.dossier.place(record) {
            lines.push(String::new());
            lines.push(self.style.dim(&format!("{}:{}", place.file, place.line)));
        }
        lines
    }

    /// The lines of the page of a figure that is printed nowhere.
    pub fn implied_page(&self, page: &Page) -> Vec<String> {
        self.in_full("computed figure", page)
    }

    fn in_full(&self, kind: &str, page: &Page) -> Vec<String> {
        let title = self.style.strong(&on_one_line(&page.title));
        let mut lines = vec![format!("{kind}: {title}")];
        lines.extend(self.rows(page));
        lines
    }

    fn rows(&self, page: &Page) -> Vec<String> {
        let mut lines = Vec::new();
        for row in &page.rows {
            match row {
                Row::Heading(heading) => {
                    lines.push(String::new());
                    lines.push(self.style.lead(heading));
                }
                Row::Body(text) => lines.extend(text.lines().map(ToOwned::to_owned)),
                Row::Field {
                    label, value, link, ..
                } => lines.push(self.field(label, value, link.as_ref())),
            }
        }
        lines
    }

    /// "  follows: Roadmap 2017 (nuclear-roadmap-2017)".
    fn field(&self, label: &str, value: &str, link: Option<&Subject>) -> String {
        let label = match label {
            "" => "  ".to_owned(),
            "≠" => format!("{CONTESTED}: "),
            "?" => "query: ".to_owned(),
            "…" => "open: ".to_owned(),
            label => format!("{label}: "),
        };
        let id = match link {
            Some(Subject::Record(target)) => {
                let id = self.dossier.id(*target);
                self.style.dim(&format!(" ({id})"))
            }
            Some(Subject::Finding(_) | Subject::Implied { .. }) | None => String::new(),
        };
        on_one_line(&format!("  {label}{value}{id}"))
    }
}
