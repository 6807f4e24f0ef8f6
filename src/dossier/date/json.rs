//! Dates in the files: an EDTF string, or an object that also says how the date was found.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Basis, Date, Limits, Written};
use crate::dossier::text::Text;
use crate::dossier::vocabulary::is_default;

/// A date as an object. Its fields are those of the format.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Object<W, T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<W>,
    #[serde(default, skip_serializing_if = "is_default")]
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<W>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_after: Option<W>,
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an EDTF date such as \"2017-09\", or an object with `edtf`, `basis` and `why`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        Date::parse(text).map_err(E::custom)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Date, A::Error> {
        let object =
            Object::<Written, Text>::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let limits = Limits {
            not_before: object.not_before,
            not_after: object.not_after,
        };
        let date = Date::build(object.edtf, limits).map_err(de::Error::custom)?;
        if object.basis != Basis::Stated && object.why.is_none() {
            return Err(de::Error::custom(
                "a date that was not printed says how it was found: add `why`",
            ));
        }
        Ok(Date {
            basis: object.basis,
            why: object.why,
            ..date
        })
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).map_err(de::Error::custom)
    }
}

/// The bare string where that says it all, else the object. An undated record of which nothing
/// is known is `{"edtf": null}`.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = self.basis == Basis::Stated && self.why.is_none() && self.limits.is_none();
        match self.edtf() {
            Some(edtf) if plain => serializer.serialize_str(edtf),
            None if plain => serializer.collect_map([("edtf", None::<()>)]),
            edtf => Object {
                edtf,
                basis: self.basis,
                why: self.why.as_ref(),
                not_before: self.limit(|limits| limits.not_before.as_ref()),
                not_after: self.limit(|limits| limits.not_after.as_ref()),
            }
            .serialize(serializer),
        }
    }
}

impl Date {
    fn limit(&self, of: impl Fn(&Limits) -> Option<&Written>) -> Option<&str> {
        Some(&of(self.limits.as_ref()?)?.text)
    }
}
