//! Whether a record is between the two sides, or a matter of third parties.

use super::about::Side;
use super::agreement::Party;
use super::{Actor, Agreement, Code, Dossier, Event, Id, Organisation, Person};

/// Which of the two sides somebody acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    /// The side at this place of the dossier.
    Side(usize),
    /// Neither.
    Third,
    /// Perhaps one of them: no source says for which country.
    Unknown,
}

impl Dossier {
    /// Is an event between the two sides? What the record says, or else what its participants tell:
    ///
    /// * yes, where both sides take part, or people and organisations of both;
    /// * no, where neither side takes part, and nobody from its country;
    /// * none, where only one side does, where the country of a participant is not known, where a side
    ///   is a member of an organisation that takes part, and where no participants are named.
    ///
    /// A predecessor of a side counts as the side. A person without a country acts for the countries
    /// of the organisations that their roles are in.
    pub fn is_bilateral(&self, event: &Event) -> Option<bool> {
        if event.bilateral.is_some() {
            return event.bilateral;
        }
        self.is_between(event.participants.iter().map(|p| &p.who))
    }

    /// The same of an agreement, by its parties. One that acts for a side, as the record says, counts as
    /// that side.
    pub fn is_bilateral_agreement(&self, agreement: &Agreement) -> Option<bool> {
        let sides: Vec<_> = agreement
            .parties
            .iter()
            .map(|party| {
                let side = party.side.map(Actor::Country);
                side.unwrap_or_else(|| party.party.clone())
            })
            .collect();
        self.is_between(sides.iter())
    }

    /// The same of some actors.
    pub fn is_between<'a>(&self, actors: impl Iterator<Item = &'a Actor>) -> Option<bool> {
        let found: Vec<_> = actors.flat_map(|who| self.acts_for(who)).collect();
        let has = |side| found.contains(&For::Side(side));
        match (has(0), has(1)) {
            (true, true) => Some(true),
            (false, false) if found.is_empty() || found.contains(&For::Unknown) => None,
            (false, false) => Some(false),
            _ => None,
        }
    }

    /// Is an agreement between the two sides? Its parties are all that there are, so that one of a
    /// single side with somebody else is not; none where it is not known for whom a party acts, or
    /// where none is named.
    pub fn is_between_sides(&self, agreement: &Agreement) -> Option<bool> {
        let acts_for = |party: &Party| match party.side {
            Some(side) => vec![self.side_of(side)],
            None => self.acts_for(&party.party),
        };
        let found: Vec<_> = agreement.parties.iter().flat_map(acts_for).collect();
        let has = |side| found.contains(&For::Side(side));
        match has(0) && has(1) {
            true => Some(true),
            false if found.is_empty() || found.contains(&For::Unknown) => None,
            false => Some(false),
        }
    }

    /// Does somebody act for one of the sides?
    pub fn is_side(&self, who: &Actor) -> bool {
        let found = self.acts_for(who);
        found.iter().any(|found| matches!(found, For::Side(_)))
    }

    /// Does somebody act for the side at a place, as far as is known?
    pub fn acts_for_side(&self, who: &Actor, side: usize) -> bool {
        self.acts_for(who).contains(&For::Side(side))
    }

    fn acts_for(&self, who: &Actor) -> Vec<For> {
        match who {
            Actor::Country(code) => vec![self.side_of(*code)],
            Actor::Record(id) => match (self.person(id), self.organisation(id)) {
                (Some(person), _) => self.person_acts_for(person),
                (_, Some(body)) => vec![self.body_acts_for(body)],
                _ => vec![For::Unknown],
            },
        }
    }

    fn person_acts_for(&self, person: &Person) -> Vec<For> {
        if let Some(country) = person.country {
            return vec![self.side_of(country)];
        }
        let bodies = person
            .roles
            .iter()
            .filter_map(|role| role.organisation.as_ref())
            .filter_map(|id| self.organisation(id)?.country);
        let found: Vec<_> = bodies.map(|country| self.side_of(country)).collect();
        if found.is_empty() {
            return vec![For::Unknown];
        }
        found
    }

    /// An organisation without a country, such as a bloc, acts for no country, unless a side is in it.
    fn body_acts_for(&self, body: &Organisation) -> For {
        let is_side = |who: &Actor| match who {
            Actor::Country(code) => matches!(self.side_of(*code), For::Side(_)),
            Actor::Record(_) => false,
        };
        match body.country {
            Some(country) => self.side_of(country),
            None if body.members.iter().any(|member| is_side(&member.member)) => For::Unknown,
            None => For::Third,
        }
    }

    fn side_of(&self, code: Code) -> For {
        let is_it = |side: &Side| {
            let mut predecessors = side.predecessors.iter();
            side.code == code || predecessors.any(|predecessor| predecessor.code == code)
        };
        let place = self.about.sides.iter().position(is_it);
        place.map_or(For::Third, For::Side)
    }

    fn organisation(&self, id: &Id) -> Option<&Organisation> {
        let found = self
            .find(id)
            .filter(|found| found.kind == super::Kind::Organisation)?;
        self.organisations.get(found.at)
    }
}
