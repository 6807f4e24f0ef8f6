//! The built-in dossier: the files of `data/laos-russia`, compiled in.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Name and text of each file.
        pub(super) const FILES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../data/laos-russia/", $name)))),*
        ];
    };
}

files![
    "dossier.json",
    "sources.json",
    "people.json",
    "organisations.json",
    "events.json",
    "agreements.json",
    "series.json",
    "quotes.json",
    "claims.json",
    "disputes.json",
];
