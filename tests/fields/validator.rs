//! As much of JSON Schema as the schemas of the format use. A keyword or a pattern that is not known
//! here is a failure: nothing is passed over.

use serde_json::{Map, Value};

/// A schema, with the definitions that it refers to.
pub(crate) struct Schema<'s>(pub(crate) &'s Value);

type Checked = Result<(), String>;

impl Schema<'_> {
    /// What is wrong with `value`, and where.
    pub(crate) fn check(&self, value: &Value) -> Checked {
        self.value(self.0, value, "")
    }

    fn value(&self, schema: &Value, value: &Value, at: &str) -> Checked {
        let Some(keywords) = schema.as_object() else {
            return if schema == true {
                Ok(())
            } else {
                Err(format!("{at}: nothing is allowed here"))
            };
        };
        let mut keywords_of = keywords.iter();
        keywords_of.try_for_each(|(name, rule)| self.keyword(keywords, (name, rule), value, at))
    }

    fn keyword(
        &self,
        schema: &Map<String, Value>,
        (name, rule): (&str, &Value),
        value: &Value,
        at: &str,
    ) -> Checked {
        let holds = match name {
            "$schema" | "title" | "description" | "examples" | "default" | "$defs" | "then"
            | "else" => true,
            "$ref" => return self.value(self.definition(rule), value, at),
            "type" => types(rule).any(|name| is(value, name)),
            "enum" => rule.as_array().unwrap().contains(value),
            "const" => rule == value,
            "pattern" => value
                .as_str()
                .is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|all| all.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|all| all.len() as u64 <= rule.as_u64().unwrap()),
            "required" => value.as_object().is_none_or(|members| {
                let mut names = rule.as_array().unwrap().iter();
                names.all(|name| members.contains_key(name.as_str().unwrap()))
            }),
            "additionalProperties" => value.as_object().is_none_or(|members| {
                assert_eq!(rule, false, "additionalProperties");
                let known = &schema["properties"];
                members.keys().all(|name| known.get(name).is_some())
            }),
            "properties" => return self.members(rule, value, at),
            "items" => return self.items(rule, value, at),
            "anyOf" | "oneOf" => {
                let mut all = rule.as_array().unwrap().iter();
                all.any(|one| self.value(one, value, at).is_ok())
            }
            "if" => {
                let keyword = if self.value(rule, value, at).is_ok() {
                    "then"
                } else {
                    "else"
                };
                let branch = schema.get(keyword);
                return branch.map_or(Ok(()), |branch| self.value(branch, value, at));
            }
            other => panic!("the keyword {other} is not known here"),
        };
        if holds {
            Ok(())
        } else {
            Err(format!("{at}: not {name} {rule}: {value}"))
        }
    }

    fn definition(&self, reference: &Value) -> &Value {
        let path = reference.as_str().unwrap().trim_start_matches('#');
        self.0
            .pointer(path)
            .unwrap_or_else(|| panic!("{path} leads nowhere"))
    }

    fn members(&self, schemas: &Value, value: &Value, at: &str) -> Checked {
        for (name, value) in value.as_object().into_iter().flatten() {
            if let Some(schema) = schemas.get(name) {
                self.value(schema, value, &format!("{at}/{name}"))?;
            }
        }
        Ok(())
    }

    fn items(&self, schema: &Value, value: &Value, at: &str) -> Checked {
        for (place, value) in value.as_array().into_iter().flatten().enumerate() {
            self.value(schema, value, &format!("{at}/{place}"))?;
        }
        Ok(())
    }
}

fn types(names: &Value) -> impl Iterator<Item = &str> {
    let one = std::slice::from_ref(names);
    let all = names.as_array().map_or(one, Vec::as_slice);
    all.iter().map(|name| name.as_str().unwrap())
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the type {other} is not known here"),
    }
}

/// The patterns that the schemas have.
fn matches(pattern: &str, text: &str) -> bool {
    let id = |text: &str| {
        let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
        text.chars().all(inner) && text.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    let code = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    match pattern {
        "^[a-z0-9][a-z0-9._-]*$" => id(text),
        "^[A-Z]{3}$" => code(text),
        "^([A-Z]{3}|[a-z0-9][a-z0-9._-]*)$" => id(text) || code(text),
        "^[0-9XYZTE:+~?%./-]+$" => {
            let one = |c: char| c.is_ascii_digit() || "XYZTE:+~?%./-".contains(c);
            !text.is_empty() && text.chars().all(one)
        }
        other => panic!("the pattern {other} is not known here"),
    }
}
