//! Values that begin with a hyphen: `--text "- Yes"`, `--value -5`, `--topic -x`.

use std::ffi::OsString;

use clap::{Arg, ArgMatches, Command, Error};

/// Reads the words of a command line. An option takes the next word as its value even where that begins
/// with a hyphen, unless it is the name of an option: then a value was forgotten.
///
/// # Errors
/// As [`Command::try_get_matches_from`].
pub(super) fn parse(command: &mut Command, words: Vec<OsString>) -> Result<ArgMatches, Error> {
    let mut names = Names::default();
    names.add(command);
    if !names.is_value_forgotten(&words) {
        *command = taking(std::mem::take(command));
    }
    command.try_get_matches_from_mut(words)
}

/// The command, of which every option takes a value that begins with a hyphen.
fn taking(command: Command) -> Command {
    let argument = |argument: Arg| {
        let takes = has_value(&argument);
        argument.allow_hyphen_values(takes)
    };
    command.mut_args(argument).mut_subcommands(taking)
}

/// Is it an option with a value?
fn has_value(argument: &Arg) -> bool {
    !argument.is_positional() && argument.get_action().takes_values()
}

/// What options are called, in any command.
#[derive(Default)]
struct Names {
    all: Vec<String>,
    with_value: Vec<String>,
}

impl Names {
    fn add(&mut self, command: &Command) {
        for argument in command.get_arguments() {
            let long = argument.get_long_and_visible_aliases().unwrap_or_default();
            let short = argument.get_short().map(|short| format!("-{short}"));
            let long = long.into_iter().map(|long| format!("--{long}"));
            let names: Vec<_> = long.chain(short).collect();
            if has_value(argument) {
                self.with_value.extend(names.iter().cloned());
            }
            self.all.extend(names);
        }
        command
            .get_subcommands()
            .for_each(|command| self.add(command));
    }

    /// Is an option with a value followed by another option?
    fn is_value_forgotten(&self, words: &[OsString]) -> bool {
        let is_one_of =
            |word: &OsString, names: &[String]| names.iter().any(|name| *word == **name);
        let mut pairs = words.windows(2);
        pairs.any(|pair| is_one_of(&pair[0], &self.with_value) && self.is_option(&pair[1]))
    }

    /// `--date`, `--date=2001`, `-o`.
    fn is_option(&self, word: &OsString) -> bool {
        let Some(word) = word.to_str() else {
            return false;
        };
        let name = word.split('=').next().unwrap_or_default();
        ["--help", "-h", "--version", "-V"].contains(&name)
            || self.all.iter().any(|one| one == name)
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    fn read(words: &str) -> Result<ArgMatches, Error> {
        let words = words.split(' ').map(|word| word.replace('_', " ").into());
        let words = std::iter::once("bilat".into()).chain(words).collect();
        parse(&mut Arguments::command(), words)
    }

    #[test]
    fn a_value_may_begin_with_a_hyphen() {
        for words in [
            "add event --exact -5 --title -5_x --summary -5 --place -5 --note -5",
            "add quote --text -_Yes --prompt --_so",
            "add quote --text --",
            "add person --name -x --alias -y --alias -z",
            "timeline --topic -x",
            "timeline --year -0043 --person -x --json",
            "new x --sides LAO,RUS --title -x",
            "export json -o -x",
            "cite x --style=text",
        ] {
            assert!(read(words).is_ok(), "{words}: {:?}", read(words));
        }
    }

    #[test]
    fn a_forgotten_value_is_told() {
        for words in [
            "add event --title --date 2001",
            "add event --title --date=2001",
            "add event --exact --edit",
            "export json -o --id x",
            "timeline --topic --help",
        ] {
            let error = read(words).expect_err(words).to_string();
            assert!(
                error.contains("a value is required for"),
                "{words}: {error}"
            );
        }
        let error = read("timeline -x").expect_err("no option").to_string();
        assert!(error.contains("unexpected argument '-x'"), "{error}");
    }
}
