//! Words for what one does to another.

use crate::vet::actors::Who;

/// What is done, from one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::vet) enum Deed {
    Give,
    Help,
    /// Goods go from the first to the second.
    Sell,
    /// People of the first go to the second.
    Go,
    /// The first learn from the second.
    Learn,
    /// The first lets the second in, or favours it.
    Grant,
    /// The first lets in goods of the second on better terms than others'.
    Prefer,
    Harm,
    Thank,
    /// Money of the first goes to the second.
    Invest,
}

/// A deed of one to another, as far as the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::vet) struct Act {
    pub(in crate::vet) deed: Deed,
    pub(in crate::vet) from: Option<Who>,
    pub(in crate::vet) to: Option<Who>,
    /// The word in its sentence.
    pub(in crate::vet) at: usize,
}

/// Is the word of a deed a verb or a noun, and does it run the other way?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Verb,
    Noun,
    /// "imports": the subject receives.
    Turned,
    /// "reach": the object receives.
    Arrival,
    /// "in Russian shops": where goods of the one before are sold.
    Shop,
}

/// What a word says to be done, and how it says it.
pub(super) fn deed(low: &str) -> Option<(Deed, Form)> {
    Some(match low {
        "give" | "gives" | "gave" | "given" | "handed" | "hands" | "bestowed" | "bestows"
        | "donated" | "donates" | "presented" | "presents" | "grant" | "grants" | "granted"
        | "provide" | "provides" | "provided" => (Deed::Give, Form::Verb),
        "gift" | "gifts" | "donation" | "present" => (Deed::Give, Form::Noun),
        "receives" | "received" | "receive" | "accepts" | "accepted" => (Deed::Give, Form::Turned),
        "helps" | "helped" | "supports" | "supported" | "assisted" | "assists" | "backed"
        | "stood" | "trained" | "contributed" | "contributes" => (Deed::Help, Form::Verb),
        "help" | "support" | "assistance" | "aid" | "backing" => (Deed::Help, Form::Noun),
        "exports" | "export" | "sells" | "sell" | "sold" | "exported" | "supplies" | "supplied"
        | "supply" | "ships" | "ship" | "shipped" | "delivers" | "deliver" | "delivered"
        | "sends" | "send" | "sent" => (Deed::Sell, Form::Verb),
        "exporting" | "supplier" | "exporter" | "seller" | "deliveries" | "shipments"
        | "exporters" => (Deed::Sell, Form::Noun),
        "reach" | "reaches" | "reached" | "arrive" | "arrives" | "arrived" => {
            (Deed::Sell, Form::Arrival)
        }
        "supermarkets" | "shops" | "stores" => (Deed::Sell, Form::Shop),
        "imports" | "import" | "imported" | "buys" | "bought" | "buy" | "purchases"
        | "purchased" => (Deed::Sell, Form::Turned),
        "tourists" | "visitors" | "travellers" | "holidaymakers" | "stay" | "stays" | "stayed"
        | "travel" | "travels" | "travelled" | "traveled" | "travelling" | "traveling"
        | "spend" | "spends" | "spent" => (Deed::Go, Form::Noun),
        "invest" | "invests" | "invested" | "investing" => (Deed::Invest, Form::Verb),
        "investment" | "investments" => (Deed::Invest, Form::Noun),
        "study" | "studied" | "studies" | "students" | "cadets" | "learn" | "educated"
        | "taught" | "train" => (Deed::Learn, Form::Noun),
        "lets" | "allows" | "admits" => (Deed::Grant, Form::Verb),
        "bombed" | "bombs" | "invaded" | "attacked" | "dropped" => (Deed::Harm, Form::Verb),
        "thanked" | "thanks" => (Deed::Thank, Form::Verb),
        _ => return None,
    })
}
