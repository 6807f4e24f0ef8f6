//! How records point at each other, read from either end.

use super::kind::Kind;

macro_rules! relations {
    ($(#[doc = $doc:literal] $name:ident = $forward:literal, $backward:literal => [$($target:ident),*],)*) => {
        /// How one record points at another, read from either end.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Relation {
            $(#[doc = $doc] $name,)*
        }

        impl Relation {
            /// The label at the record that points.
            pub const fn forward(self) -> &'static str {
                match self {
                    $(Self::$name => $forward,)*
                }
            }

            /// The label at the record that is pointed at.
            pub const fn backward(self) -> &'static str {
                match self {
                    $(Self::$name => $backward,)*
                }
            }

            /// The kinds of record that it may point at; empty for any.
            pub const fn targets(self) -> &'static [Kind] {
                match self {
                    $(Self::$name => &[$(Kind::$target),*],)*
                }
            }
        }
    };
}

relations! {
    /// A source's author.
    Author = "author", "wrote" => [Person, Organisation],
    /// The organisation of a role.
    RoleAt = "role at", "people" => [Organisation],
    /// Who gave a person that title.
    TitledBy = "title given by", "gives a title to" => [Person, Organisation, Source],
    /// A member of an organisation.
    Member = "member", "member of" => [Person, Organisation],
    /// Who took part in an event.
    Participant = "participant", "took part in" => [Person, Organisation],
    /// The event that this one is part of.
    PartOf = "part of", "parts" => [Event],
    /// What this one follows: an event, or the lineage of an agreement.
    Follows = "follows", "followed by" => [Event, Agreement],
    /// An agreement that an event brought about.
    Agreement = "agreement", "at the event" => [Agreement],
    /// A party to an agreement.
    Party = "party", "party to" => [Person, Organisation],
    /// Where an agreement was signed or a quote was said.
    Occasion = "occasion", "on this occasion" => [Event],
    /// Perhaps the same agreement.
    MaybeSameAs = "maybe the same as", "maybe the same as" => [Agreement],
    /// Who reports a series.
    Reporter = "reporter", "reports" => [Person, Organisation],
    /// The other side of a flow.
    Partner = "partner", "partner in" => [Person, Organisation],
    /// The level series that a growth series is about.
    GrowthOf = "growth of", "growth" => [Series],
    /// Who said a figure.
    SaidBy = "said by", "gave the figure" => [Person, Organisation, Source],
    /// Who speaks.
    Speaker = "speaker", "said" => [Person],
    /// Who is spoken to.
    Addressee = "said to", "was told" => [Person],
    /// What a quote answers.
    ReplyTo = "in reply to", "answered by" => [Quote],
    /// What a claim is about.
    About = "about", "claims about it" => [],
    /// Who asserts a claim.
    AssertedBy = "asserted by", "asserts" => [Person, Organisation, Source],
    /// What a dispute stands between.
    Between = "between", "disputed in" => [],
    /// What a dispute is resolved in favour of.
    Preferred = "preferred", "preferred in" => [],
    /// A record that a dispute mentions without being about it.
    Mentions = "mentions", "mentioned in" => [],
}
