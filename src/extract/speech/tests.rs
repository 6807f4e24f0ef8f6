//! Articles as newspapers print them, and what is found in them.

mod names;
mod press;
mod relative;
mod stressed;

use proptest::prelude::*;

use super::*;
use crate::dossier::{Code, Id};

/// Paragraph, words, speaker, and the rule and confidence of the speaker.
fn described(text: &str) -> Vec<String> {
    let found = speeches(text, &[]);
    found
        .speeches
        .iter()
        .map(|speech| {
            let words: Vec<_> = speech.runs.iter().map(|run| &text[run.clone()]).collect();
            let who = match &speech.speaker.who {
                Who::Person(at) => found.people[*at].name.clone(),
                Who::Organisation(name) | Who::Unnamed(name) => format!("({name})"),
                Who::Country(code) => code.to_string(),
                Who::Unknown => "?".to_owned(),
            };
            format!("{}: {who}: {}", speech.paragraph, words.join(" / "))
        })
        .collect()
}

fn roles(text: &str) -> Vec<&str> {
    let found = speeches(text, &[]);
    let roles = found.speeches.into_iter().map(|speech| speech.speaker.role);
    roles.flatten().map(|role| &text[role]).collect()
}

#[test]
fn a_meeting_as_a_newspaper_reports_it() {
    let text = "\
Lao Prime Minister Somphet Vannasin met Russian Foreign Minister Igor Belov in Vientiane on Tuesday.
“Our peoples have been friends for sixty years,” the Lao prime minister said. “It will stay so.”
Belov said Moscow was “ready to help with power”. He added that trade “is far below what it could be.”
“We agreed,” he told reporters, “that the commission meets in July.”
“It is a question of will,” Vannasin said. “And we have it.
“We also have the people for it.”
Russia's ambassador to Laos, Anna Orlova, spoke next. According to the ambassador, “every third doctor here reads Russian”.
The Ministry of Transport of Laos said in a statement that “both sides exchanged views on roads.”
A diplomat who asked not to be named said the talks were “frank, and not easy for either side”.
The line, nicknamed “Road of Friendship and Peace”, opens in 2030.
“Nobody signed this quotation at all.”";
    assert_eq!(
        described(text),
        [
            "2: Somphet Vannasin: Our peoples have been friends for sixty years / It will stay so.",
            "3: Igor Belov: ready to help with power",
            "3: Igor Belov: is far below what it could be.",
            "4: Igor Belov: We agreed / that the commission meets in July.",
            "5: Somphet Vannasin: It is a question of will / And we have it.",
            "6: Somphet Vannasin: We also have the people for it.",
            "7: Anna Orlova: every third doctor here reads Russian",
            "8: (Ministry of Transport of Laos): both sides exchanged views on roads.",
            "9: (A diplomat): frank, and not easy for either side",
            "11: ?: Nobody signed this quotation at all.",
        ]
    );
}

#[test]
fn names_of_every_order_titles_and_countries() {
    let text = "\
Vietnam, Laos agree to \"speed up\" the line
Prime Minister Tran Van Duc met his Lao counterpart Somphet Vannasin. PM Somphet replied: \"We will do our part.\"
\"Not before 2030,\" the Vietnamese transport minister, Le Thi Hoa, was quoted as saying.
\"The Lao side,\" said Ms. Khamla Sithong, Chief of the Office of the Government, \"asked for more time.\"
Laos' ambassador Bounmy Keo: \"Our friendship does not depend on trains.\"
'It is our duty,' she added, 'to finish what was begun.'
Beijing said it \"supports roads in the whole region\".
\"They want to take our land from us,\" Sengdao Phet, 52, said at the market.
“The road is our only hope.” — Noy Phommasan, a trader
US President Joe Miller met UN Secretary-General Carla Ruiz. Miller himself called the talks “very, very good”.
Ruiz welcomed what she described as “a victory for neighbours of all kinds”.";
    assert_eq!(
        described(text),
        [
            "1: (Vietnam, Laos): speed up",
            "2: Somphet Vannasin: We will do our part.",
            "3: Le Thi Hoa: Not before 2030",
            "4: Khamla Sithong: The Lao side / asked for more time.",
            "5: Bounmy Keo: Our friendship does not depend on trains.",
            "6: Bounmy Keo: It is our duty / to finish what was begun.",
            "7: CHN: supports roads in the whole region",
            "8: Sengdao Phet: They want to take our land from us",
            "9: Noy Phommasan: The road is our only hope.",
            "10: Joe Miller: very, very good",
            "11: Carla Ruiz: a victory for neighbours of all kinds",
        ]
    );
    assert_eq!(
        roles(text),
        [
            "PM",
            "Vietnamese transport minister",
            "Chief of the Office of the Government",
            "Laos' ambassador",
            "Laos' ambassador",
            "US President",
            "UN Secretary-General",
        ]
    );
}

#[test]
fn russian_and_french_newspapers() {
    let russian = "\
Президент России Игорь Белов принял президента Лаоса Сомпхета Ваннасина.
«Отношения носят стратегический характер», — сказал Белов на встрече в Кремле.
По словам российского лидера, «товарооборот вырос более чем на треть».
— Мы благодарны за помощь, — заявил Сомпхет Ваннасин. — Народ этого не забудет.
\"Мы обсудили строительство дороги\", - сообщил глава \"Севера\" Олег Громов журналистам.
«Мы ждем гостей, — сказал Игорь Белов. — Все готово».";
    let french = "\
Le président français Paul Morin a reçu son homologue laotien, Somphet Vannasin.
« Nous ouvrons un nouveau chapitre de notre histoire », a déclaré Paul Morin à l'issue de l'entretien.
« La France est un partenaire de longue date, a souligné M. Vannasin. Nous comptons sur elle. »
« Il faut aller plus vite », a-t-il ajouté.
Selon la ministre de la Culture, Claire Petit, le temple est « un trésor pour le monde entier ».";
    assert_eq!(
        described(russian),
        [
            "2: Игорь Белов: Отношения носят стратегический характер",
            "3: Игорь Белов: товарооборот вырос более чем на треть",
            "4: Сомпхет Ваннасин: Мы благодарны за помощь / Народ этого не забудет.",
            "5: Олег Громов: Мы обсудили строительство дороги",
            "6: Игорь Белов: Мы ждем гостей / Все готово",
        ]
    );
    assert_eq!(
        described(french),
        [
            "2: Paul Morin: Nous ouvrons un nouveau chapitre de notre histoire",
            "3: Somphet Vannasin: La France est un partenaire de longue date / Nous comptons sur elle.",
            "4: Somphet Vannasin: Il faut aller plus vite",
            "5: Claire Petit: un trésor pour le monde entier",
        ]
    );
}

#[test]
fn transcripts_with_labels_initials_questions_and_answers() {
    let text = "\
Statements to the press
President of Russia Igor Belov: Mr President, friends.
Trade grew by a third last year.
President of the Lao People's Democratic Republic Somphet Vannasin (retranslated): Thank you.
<…>
Question: Will there be flights?
IB: We are working on it.
Somphet Vannasin: We are ready as well.
XQ Smith: These words are not his any more.";
    assert_eq!(
        described(text),
        [
            "2: Igor Belov: Mr President, friends.",
            "3: Igor Belov: Trade grew by a third last year.",
            "4: Somphet Vannasin: Thank you.",
            "6: ?: Will there be flights?",
            "7: Igor Belov: We are working on it.",
            "8: Somphet Vannasin: We are ready as well.",
        ]
    );
    let found = speeches(text, &[]).speeches;
    let links: Vec<_> = found.iter().map(|s| (s.continues, s.answers)).collect();
    let none = (None, None);
    let answer = (None, Some(3));
    assert_eq!(links, [none, (Some(0), None), none, none, answer, none]);
    assert!(found.iter().all(|s| s.form == SpeechForm::Transcript));
}

#[test]
fn known_people_come_first_and_doubt_is_said() {
    let ids: Vec<Id> = ["belov", "vannasin", "sisters-fund"]
        .into_iter()
        .filter_map(|id| Id::new(id).ok())
        .collect();
    let [first, second, body] = ids.as_slice() else {
        panic!("ids are valid");
    };
    let name = |id, person, name, country: &str, title| KnownName {
        id,
        person,
        names: vec![name],
        country: Code::parse(country),
        titles: vec![title],
    };
    let known = [
        name(first, true, "Igor Belov", "RUS", "President of Russia"),
        name(second, true, "Somphet Vannasin", "LAO", "President"),
        name(body, false, "Sisters Fund", "LAO", ""),
    ];
    let text = "\
President Belov and President Vannasin met. The Lao president said: “We have waited a long time.”
The Sisters Fund said it “was glad to be of help”.";
    let found = speeches(text, &known);
    let who: Vec<_> = found.speeches.iter().map(|s| &s.speaker.who).collect();
    assert_eq!(
        who,
        [
            &Who::Person(1),
            &Who::Organisation("Sisters Fund".to_owned())
        ]
    );
    assert_eq!(found.people[1].known.as_ref(), Some(second));
    // Without the records nobody knows which of them is the Lao one.
    let strangers = speeches(text, &[]);
    let who = &strangers.speeches[0].speaker.who;
    assert_eq!(who, &Who::Unnamed("Lao president".to_owned()));
}

/// Words and marks of which texts are made that try the rules.
const PIECES: [&str; 24] = [
    "“",
    "”",
    "\"",
    "'",
    "’",
    "«",
    "»",
    "—",
    "\n",
    ". ",
    ", ",
    ": ",
    "(",
    ")",
    " said ",
    " Ng ",
    " Mr. ",
    "president of Laos ",
    "who ",
    "he ",
    "V.V.",
    "é\u{301}",
    " а ",
    "l’",
];

proptest! {
    #[test]
    fn spans_are_words_of_the_text_whatever_it_is(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60),
    ) {
        let text = pieces.concat();
        let found = speeches(&text, &[]);
        let mut end = 0;
        let mut turn = 0..0;
        for speech in &found.speeches {
            for run in &speech.runs {
                // A turn of a transcript may quote somebody.
                let nested = turn.start <= run.start && run.end <= turn.end;
                prop_assert!((run.start >= end || nested) && run.start < run.end);
                if speech.form == SpeechForm::Transcript {
                    turn = run.clone();
                }
                prop_assert_eq!(text[run.clone()].trim(), &text[run.clone()]);
                end = end.max(run.end);
            }
            let ranges = [&speech.speaker.mention, &speech.speaker.role, &speech.occasion];
            for range in ranges.into_iter().flatten() {
                prop_assert!(!text[range.clone()].is_empty());
            }
        }
        for person in &found.people {
            for range in person.mentions.iter().chain(&person.titles) {
                prop_assert!(!text[range.clone()].is_empty());
            }
        }
    }
}

#[test]
fn an_unpaired_mark_a_line_takes_time_in_proportion() {
    let line = "“We go, said he\n";
    let found = speeches(&line.repeat(20_000), &[]);
    assert_eq!(found.speeches.len(), 0);
    let marks = "\"".repeat(1_000_000);
    assert_eq!(speeches(&marks, &[]).speeches.len(), 0);
}

#[test]
fn words_of_an_office_or_a_headline_are_no_names() {
    let names = |text: &str| -> Vec<String> {
        let people = speeches(text, &[]).people;
        people.into_iter().map(|person| person.name).collect()
    };
    for (text, expected) in [
        (
            "Minister of Economic Development Maxim Belov took part.",
            vec!["Maxim Belov"],
        ),
        (
            "Minister of Urban Renewal Maxim Belov took part.",
            vec!["Maxim Belov"],
        ),
        (
            "Nilufar Karimova, a lecturer at the University of World Economy and Diplomacy, spoke.",
            vec!["Nilufar Karimova"],
        ),
        (
            "Joint Communiqué on the Official Visit of the President",
            vec![],
        ),
        (
            "Minister Kovács Concludes Working Visit to Kazakhstan",
            vec![],
        ),
        (
            "Agency president Park Sung-min said so.",
            vec!["Park Sung-min"],
        ),
        (
            "Le Premier ministre sénégalais, Ibrahima Diallo, a parlé.",
            vec!["Ibrahima Diallo"],
        ),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn a_gap_in_a_transcript_ends_the_turn() {
    let text = "\
President of Russia Igor Belov: I am glad to see you.
President of Laos Somphet Vannasin: I am glad to be here today.
<…>
Following the talks the two ministers signed a memorandum on roads and bridges.";
    assert_eq!(
        described(text),
        [
            "1: Igor Belov: I am glad to see you.",
            "2: Somphet Vannasin: I am glad to be here today."
        ]
    );
}

#[test]
fn offices_pronouns_and_people_without_a_name() {
    let text = "\
Lao Trade Minister Somphet Vannasin met his Russian counterpart, Anna Orlova, on Monday.
“We will open the road before the rains,” the Russian minister said.
Vannasin said Laos wanted “fewer stamps and faster lorries”.
A Lao official was less cheerful. “They got the lorries, we got the photograph,” he said.
Back in Moscow, Orlova is planning the next convoy. “You run a business on stamps,” she says.
Bold Enkhtuya, a herder with 400 sheep, fears for the pasture. “Nobody of them has asked us,” she says.";
    assert_eq!(
        described(text),
        [
            "2: Anna Orlova: We will open the road before the rains",
            "3: Somphet Vannasin: fewer stamps and faster lorries",
            "4: ?: They got the lorries, we got the photograph",
            "5: Anna Orlova: You run a business on stamps",
            "6: Bold Enkhtuya: Nobody of them has asked us",
        ]
    );
}

#[test]
fn answers_are_those_of_the_person_in_the_title() {
    let text = "\
Five questions to Anna Orlova
Anna Orlova is Russia's trade minister.
Q: When will the road open?
A: Before the rains, if they are late.
Q: And the railway?
A: That is a longer story than this one.";
    let who: Vec<_> = described(text)
        .into_iter()
        .filter(|one| one.contains("Orlova:"))
        .collect();
    assert_eq!(
        who,
        [
            "4: Anna Orlova: Before the rains, if they are late.",
            "6: Anna Orlova: That is a longer story than this one.",
        ]
    );
}
