//! Which members of a record the options of each kind give.

use serde_json::json;

use super::{
    Agreement, Claim, Dispute, Event, Figure, Organisation, Person, Quote, Series, Source,
};
use crate::cli::add::members::{Members, pairs, parties};
use crate::dossier::about::About;

impl Event {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("title", self.title.as_ref())
            .text("summary", self.summary.as_ref())
            .date("date", self.date.as_ref(), self.why.as_ref())
            .text("kind", self.kind.as_ref())
            .text("status", Some(&self.status))
            .text("place", self.place.as_ref())
            .put("participants", pairs(&self.participant, ["who", "role"]))
            .text("part_of", self.part_of.as_ref())
            .list("follows", &self.follows)
            .list("agreements", &self.agreement);
    }
}

impl Agreement {
    pub(super) fn give(&self, members: &mut Members, about: &About) {
        members
            .text("title", self.title.as_ref())
            .text("kind", self.kind.as_ref())
            .put("parties", parties(&self.party, about))
            .date("signed", self.signed.as_ref(), self.why.as_ref())
            .text("in_force", self.in_force.as_ref())
            .text("ends", self.ends.as_ref())
            .text("horizon", self.horizon.as_ref())
            .text("status", self.status.as_ref())
            .text("event", self.event.as_ref())
            .list("follows", &self.follows);
    }
}

impl Source {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("type", self.kind.as_ref())
            .text("title", self.title.as_ref())
            .list("author", &self.author)
            .text("container_title", self.container_title.as_ref())
            .text("publisher", self.publisher.as_ref())
            .date("issued", self.issued.as_ref(), self.why.as_ref())
            .text("accessed", self.accessed.as_ref())
            .text("URL", self.url.as_ref())
            .text("language", self.language.as_ref())
            .text("side", self.side.as_ref())
            .text("file", self.file.as_ref())
            .text("sha256", self.sha256.as_ref())
            .text("rights", self.rights.as_ref());
    }
}

impl Person {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("name", self.name.as_ref())
            .text("native_name", self.native_name.as_ref())
            .list("aliases", &self.alias)
            .text("country", self.country.as_ref());
    }
}

impl Organisation {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("name", self.name.as_ref())
            .text("acronym", self.acronym.as_ref())
            .text("kind", self.kind.as_ref())
            .text("country", self.country.as_ref())
            .list("aliases", &self.alias);
    }
}

impl Quote {
    pub(super) fn give(&self, members: &mut Members) {
        let translation = match self.translation.as_str() {
            "yes" => json!(true),
            "no" => json!(false),
            word => json!(word),
        };
        members
            .text("speaker", self.speaker.as_ref())
            .text("role", self.role.as_ref())
            .date("said", self.said.as_ref(), self.why.as_ref())
            .text("event", self.event.as_ref())
            .text("language", self.language.as_ref())
            .put("translation", Some(translation))
            .text("text", self.text.as_ref())
            .text("kind", Some(&self.kind))
            .text("prompt", self.prompt.as_ref())
            .text("in_reply_to", self.in_reply_to.as_ref())
            .text("addressee", self.addressee.as_ref())
            .put("sequence", self.sequence);
    }
}

impl Claim {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("statement", self.statement.as_ref())
            .list("about", &self.about)
            .text("asserted_by", self.asserted_by.as_ref())
            .text("modality", Some(&self.modality));
    }
}

impl Series {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("title", self.title.as_ref())
            .text("kind", self.kind.as_ref())
            .text("unit", self.unit.as_ref())
            .put("scale", self.scale)
            .text("flow", self.flow.as_ref())
            .text("reporter", self.reporter.as_ref())
            .text("partner", self.partner.as_ref())
            .text("commodity", self.commodity.as_ref())
            .text("of", self.of.as_ref());
    }
}

impl Figure {
    pub(super) fn give(&self, members: &mut Members) {
        members
            .text("series", self.series.as_ref())
            .text("period", self.period.as_ref())
            .put("value", self.value)
            .text("qualifier", self.qualifier.as_ref())
            .text("status", self.status.as_ref())
            .text("compared_with", self.compared_with.as_ref())
            .text("said_by", self.said_by.as_ref());
    }
}

impl Dispute {
    pub(super) fn give(&self, members: &mut Members) {
        let resolution = self.preferred.as_ref().zip(self.why.as_ref());
        let resolution = resolution.map(|(id, why)| json!({"preferred": id, "why": why}));
        members
            .text("title", self.title.as_ref())
            .text("kind", self.kind.as_ref())
            .list("between", &self.between)
            .text("explanation", self.explanation.as_ref())
            .put("resolution", resolution);
    }
}
