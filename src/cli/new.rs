//! `bilat new`: an empty dossier for two countries, that opens at once.

use std::fs;
use std::path::{Path, PathBuf};

use color_eyre::eyre::{Result, WrapErr, bail, eyre};

use super::print;
use crate::describe::schema;
use crate::dossier::about::{About, Side, Topic};
use crate::dossier::countries::{self, Country};
use crate::dossier::text::clean_line;
use crate::dossier::{Id, Text};
use crate::edit::write;
use crate::load;
use crate::system::files::{self, Change};
use crate::system::path::shown;

const README: &str = include_str!("../../assets/new/README.md");

/// Temporary files that a killed program may have left.
const IGNORED: &str = ".*.tmp\n";

/// What most relations have something under.
const TOPICS: [(&str, &str, Option<&str>); 12] = [
    ("diplomacy", "Diplomacy and high-level contacts", None),
    ("history", "Shared history", Some("diplomacy")),
    ("security", "Security and defence", None),
    ("law", "Justice and law", None),
    ("trade", "Trade", None),
    ("investment", "Investment", Some("trade")),
    ("transport", "Transport", None),
    ("energy", "Energy", None),
    ("development", "Development and aid", None),
    ("education", "Education and science", None),
    ("culture", "Culture and media", None),
    ("travel", "Travel and migration", None),
];

/// Writes the files of a new dossier into `folder` and returns the exit code.
///
/// # Errors
/// When a country is not known, something is in the folder already, or it cannot be written.
pub(super) fn run(folder: &Path, sides: &[String], title: Option<&str>) -> Result<u8> {
    let sides = both(sides)?;
    let made = empty(folder)?;
    let files = skeleton(&sides, title)?;
    let changes: Vec<_> = files
        .into_iter()
        .map(|(name, new)| Change {
            path: folder.join(name),
            old: None,
            new,
        })
        .collect();
    let outcome = fs::create_dir(folder.join("schema"))
        .wrap_err_with(|| format!("cannot make a folder in {}", shown(folder)))
        .and_then(|()| Ok(files::replace(&changes)?));
    if let Err(error) = outcome {
        clear(folder, &made);
        return Err(error);
    }
    print(&welcome(folder, &sides))?;
    Ok(0)
}

fn welcome(folder: &Path, sides: &[Country; 2]) -> String {
    let folder = shown(folder);
    let [a, b] = sides.map(|side| side.name);
    format!(
        "{folder}: a dossier of {a} and {b}, still empty; its README.md tells what goes where.\n\
         Next: `bilat draft ARTICLE --into {folder}` proposes records from an article, `bilat add source --dossier \
         {folder}` adds one, and `bilat {folder}` opens it.\n"
    )
}

/// The two countries.
fn both(sides: &[String]) -> Result<[Country; 2]> {
    let [first, second] = sides else {
        bail!("a dossier has two sides: --sides LAO,GBR");
    };
    let (a, b) = (country(first)?, country(second)?);
    if a == b {
        bail!("{} is given twice: a dossier has two sides", a.name);
    }
    Ok([a, b])
}

fn country(text: &str) -> Result<Country> {
    countries::find(text).ok_or_else(|| {
        let text = clean_line(text);
        match countries::near(&text) {
            Some(near) => eyre!(
                "no country is called `{text}`: did you mean {} ({})?",
                near.code,
                near.name
            ),
            None => {
                eyre!("no country is called `{text}`: give its code in ISO 3166-1, such as LAO")
            }
        }
    })
}

/// Makes `folder`, unless it is there and empty, and returns what had to be made. A repository
/// that was begun before its dossier is as good as empty.
fn empty(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot make {}", shown(folder));
    if !folder.exists() {
        let missing = folder
            .ancestors()
            .take_while(|path| !path.exists())
            .map(Path::to_owned)
            .collect();
        fs::create_dir_all(folder).wrap_err_with(cannot)?;
        return Ok(missing);
    }
    for entry in folder.read_dir().wrap_err_with(cannot)? {
        let name = entry.wrap_err_with(cannot)?.file_name();
        if name != ".git" {
            bail!(
                "{} is not empty (there is {} in it); nothing was changed",
                shown(folder),
                clean_line(&name.to_string_lossy())
            );
        }
    }
    Ok(Vec::new())
}

/// Takes away what was made before something failed, as far as nothing else is in it.
fn clear(folder: &Path, made: &[PathBuf]) {
    let _ = fs::remove_dir(folder.join("schema"));
    for path in made {
        let _ = fs::remove_dir(path);
    }
}

/// Name and text of every file. What makes the folder a dossier comes last.
fn skeleton(sides: &[Country; 2], title: Option<&str>) -> Result<Vec<(String, String)>> {
    let title = title.map_or_else(|| sides.map(|side| side.name).join(" – "), str::to_owned);
    let named = |name: &str| format!("./schema/{name}.json");
    let mut files = vec![
        ("README.md".to_owned(), readme(sides, &clean_line(&title))),
        (".gitignore".to_owned(), IGNORED.to_owned()),
    ];
    for (name, text) in schema::FILES {
        files.push((format!("schema/{name}.json"), text.to_owned()));
    }
    for name in load::FILES {
        let text = write::file::<()>(Some(&named(name)), &[])?;
        files.push((format!("{name}.json"), text));
    }
    let about = About {
        schema: Some(Text::new(&named("dossier"))),
        format: load::FORMAT.to_owned(),
        title: Text::new(&title),
        sides: sides.map(side).into(),
        topics: topics()?,
        ..About::default()
    };
    files.push(("dossier.json".to_owned(), write::pretty(&about)?));
    Ok(files)
}

fn side(country: Country) -> Side {
    Side {
        code: country.code,
        name: Text::new(country.name),
        official_name: country.official_name.map(Text::new),
        adjective: country.adjective.map(Text::new),
        aliases: Vec::new(),
        predecessors: Vec::new(),
    }
}

fn topics() -> Result<Vec<Topic>> {
    let topic = |(id, label, broader): (&str, &str, Option<&str>)| {
        Ok(Topic {
            id: Id::new(id)?,
            label: Text::new(label),
            broader: broader.map(Id::new).transpose()?,
        })
    };
    TOPICS.into_iter().map(topic).collect()
}

fn readme(sides: &[Country; 2], title: &str) -> String {
    let [a, b] = sides;
    // The words after the first are for a test, which reads every example.
    let text = load::FILES.iter().fold(README.to_owned(), |text, name| {
        text.replace(&format!("```json {name}\n"), "```json\n")
    });
    text.replace("{{TITLE}}", title)
        .replace("{{A}}", a.name)
        .replace("{{B}}", b.name)
        .replace("{{CODE_A}}", a.code.as_str())
        .replace("{{CODE_B}}", b.code.as_str())
}
