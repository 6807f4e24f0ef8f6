//! The options of each kind of record, read from the table of fields.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, Error, FromArgMatches, Subcommand};

use super::members::Members;
use crate::dossier::about::About;
use crate::dossier::date::DateError;
use crate::dossier::fields::{Info, Type};
use crate::dossier::id::NotAnId;
use crate::dossier::number::NotANumber;
use crate::dossier::relation::Relation;
use crate::dossier::typed::fields_of;
use crate::dossier::{Code, Date, Id, Kind, Number};

/// The option that explains a date, and its member in the record.
const WHY: &str = "date-why";

/// The kind of record that is added, and what its options say.
#[derive(Debug)]
pub(in crate::cli) struct Options {
    /// The kind.
    pub(super) kind: Kind,
    given: Vec<Given>,
    why: Option<String>,
}

/// What one option says.
#[derive(Debug)]
struct Given {
    info: Info,
    /// The object that it is a part of.
    within: Option<&'static str>,
    values: Vec<String>,
}

impl Options {
    /// As members of the record, in a dossier of these two sides.
    pub(super) fn members(&self, about: &About) -> Members {
        let mut members = Members::default();
        for given in &self.given {
            let explained = given.info.option.is_some_and(|option| option.explained);
            let why = self.why.as_ref().filter(|_| explained);
            match given.within {
                Some(object) => members.put_within(object, &given.info, &given.values),
                None => members.put_field(&given.info, &given.values, why, about),
            }
        }
        members
    }
}

/// What `bilat add` can add, in the order of its help.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter()
}

/// The field that names the series of a figure, which is not stored with the figure.
fn series() -> Info {
    let help = "Series that the figure belongs to";
    Info::new("series", help, Type::Link(Relation::GrowthOf))
}

/// The fields of a kind that have an option, each with the object that it is a part of.
fn fields(kind: Kind) -> Vec<(Info, Option<&'static str>)> {
    let mut fields = Vec::new();
    if kind == Kind::Observation {
        fields.push((series(), None));
    }
    for info in fields_of(kind) {
        match (info.kind, info.option) {
            (Type::Part(parts), _) => {
                fields.extend(parts().into_iter().map(|part| (part, Some(info.name))));
            }
            (_, Some(_)) => fields.push((info, None)),
            _ => {}
        }
    }
    fields
}

impl FromArgMatches for Options {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let missing = || Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, given) = matches.subcommand().ok_or_else(missing)?;
        let mut known = kinds().filter(|kind| kind.singular() == name);
        let kind = known.next().ok_or_else(missing)?;
        let values = |name: &str| -> Vec<String> {
            let values = given.get_many::<String>(name).into_iter().flatten();
            values.cloned().collect()
        };
        let fields = fields(kind).into_iter().map(|(info, within)| Given {
            info,
            within,
            values: values(info.name),
        });
        let has_why = fields_of(kind).iter().any(is_explained);
        Ok(Self {
            kind,
            given: fields.filter(|given| !given.values.is_empty()).collect(),
            why: has_why.then(|| values(WHY).pop()).flatten(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for Options {
    fn augment_subcommands(command: Command) -> Command {
        command
            .subcommand_required(true)
            .subcommands(kinds().map(subcommand))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        kinds().any(|kind| kind.singular() == name)
    }
}

fn subcommand(kind: Kind) -> Command {
    let mut command = Command::new(kind.singular()).about(kind.about());
    for (info, within) in fields(kind) {
        let mut argument = argument(&info);
        // The parts of one object come together.
        let others = fields(kind)
            .into_iter()
            .filter(|(other, object)| *object == within && other.name != info.name);
        if within.is_some() {
            argument = argument.requires_all(others.map(|(other, _)| other.name));
        }
        command = command.arg(argument);
        if is_explained(&info) {
            let help = format!(
                "How the {} was worked out, if no source prints it",
                info.label()
            );
            let why = Arg::new(WHY).long("why").help(help).requires(info.name);
            command = command.arg(why);
        }
    }
    command
}

fn is_explained(info: &Info) -> bool {
    info.option.is_some_and(|option| option.explained)
}

fn argument(info: &Info) -> Arg {
    let mut argument = Arg::new(info.name)
        .long(info.long().unwrap_or_else(|| info.name.replace('_', "-")))
        .help(info.option_help());
    let option = info.option;
    if let Some(word) = option.and_then(|option| option.default) {
        argument = argument.default_value(word);
    }
    argument = match info.kind {
        Type::Words(words) => argument.value_parser(PossibleValuesParser::new(words)),
        Type::Flag { unknown } => {
            let all = ["yes", "no", "unknown"];
            let words = &all[..if unknown { 3 } else { 2 }];
            argument.value_parser(PossibleValuesParser::new(words))
        }
        Type::Integer | Type::Scale => argument.value_name("N").value_parser(whole),
        Type::Number => argument.value_name("NUMBER").value_parser(number),
        Type::Date => argument.value_name("DATE").value_parser(date),
        Type::Country => argument.value_name("CODE").value_parser(code),
        Type::Link(_) | Type::Links(_) => argument.value_name("ID").value_parser(id),
        Type::Actor(_) | Type::Actors(_) => argument.value_name("WHO"),
        _ => argument,
    };
    if let Some(name) = option.and_then(|option| option.value) {
        argument = argument.value_name(name);
    }
    let many = matches!(
        info.kind,
        Type::Texts | Type::Links(_) | Type::Actors(_) | Type::Parts(_)
    );
    if many {
        argument = argument.action(ArgAction::Append);
    }
    argument
}

fn date(text: &str) -> Result<String, DateError> {
    Date::parse(text).map(|_| text.to_owned())
}

/// Checks an id while the command line is read.
pub(super) fn id(text: &str) -> Result<String, NotAnId> {
    Id::new(text).map(|_| text.to_owned())
}

/// A text that is not a country code.
#[derive(Debug, thiserror::Error)]
#[error("expected three capital letters of ISO 3166-1, such as LAO")]
struct NotACode;

fn code(text: &str) -> Result<String, NotACode> {
    let code = Code::parse(text).map(|_| text.to_owned());
    code.ok_or(NotACode)
}

fn number(text: &str) -> Result<String, NotANumber> {
    Number::parse(text).map(|_| text.to_owned())
}

/// A text that is not a whole number.
#[derive(Debug, thiserror::Error)]
#[error("expected a whole number")]
struct NotWhole;

fn whole(text: &str) -> Result<String, NotWhole> {
    let number = text.parse::<i64>().map_err(|_| NotWhole)?;
    Ok(number.to_string())
}
