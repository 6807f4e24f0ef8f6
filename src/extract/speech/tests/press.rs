//! Speakers whom an article names some paragraphs before: as guest or host, by what they do, in an
//! interview, within a turn of somebody else.

use super::*;

fn who(text: &str) -> Vec<String> {
    let cut = |one: String| one.split(": ").nth(1).unwrap_or_default().to_owned();
    described(text).into_iter().map(cut).collect()
}

#[test]
fn the_guest_and_the_host_are_the_two_who_meet() {
    let text = "\
Lao Trade Minister Somphet Vannasin received Cuba's deputy prime minister, Rosa Delgado, on Monday.
“We have waited ten years for this ship,” the host said.
The guest was in a hurry. “Sugar melts while we talk,” she said.
“And it melts faster than your paper dries,” the visitor added.";
    assert_eq!(
        who(text),
        ["Somphet Vannasin", "Rosa Delgado", "Rosa Delgado"]
    );
    let two = "\
Trade Minister Somphet Vannasin and Cuban Foreign Minister Luis Ortega spoke to the press.
Vannasin said that “there are no small markets here”. The visitor replied: “There are only small ships on the sea.”";
    assert_eq!(who(two), ["Somphet Vannasin", "Luis Ortega"]);
    let text = "\
Lao Foreign Minister Somphet Vannasin met with visiting Cuban Foreign Minister Luis Ortega and his deputy, Ana Ruiz.
“It was a long flight and a short night,” the visiting minister said.";
    assert_eq!(who(text), ["Luis Ortega"]);
}

#[test]
fn somebody_is_called_by_what_they_do() {
    let text = "\
Lao Trade Minister Somphet Vannasin opened the market.
Thida Keomany, who sells baskets, was not there. “Nobody sent me a letter about it,” the trader said.
“And I would not have had the time anyway,” said the farmer from the next stall.";
    assert_eq!(who(text), ["Thida Keomany", "Thida Keomany"]);
    let text = "\
Lao Foreign Minister Somphet Vannasin met his Thai colleague, Malee Srisuk.
“The bridge will be ready before the rains,” the Thai minister said.";
    assert_eq!(who(text), ["Malee Srisuk"]);
    let text = "\
The talks were led by Lao Prime Minister Somphet Vannasin and Lao Foreign Minister Bounmy Keola.
“We shall not wait for the bridge,” Keola said. The Lao diplomat added that work “could begin as early as May”.";
    assert_eq!(who(text), ["Bounmy Keola", "Bounmy Keola"]);
}

#[test]
fn an_office_of_several_subjects_is_one_title() {
    let text = "\
Remarks by the Minister of Trade, Industry and Energy of Laos, Somphet Vannasin
Minister Vannasin: Good morning and welcome to all of you.
Moderator: Thank you, and now to the questions.
Minister Vannasin: I am glad that you have come.";
    assert_eq!(who(text), ["Somphet Vannasin", "?", "Somphet Vannasin"]);
    let found = speeches(
        "RoK Minister of Trade, Industry and Energy Park Sung-min spoke first.",
        &[],
    );
    let names: Vec<_> = found.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Park Sung-min"]);
    assert_eq!(found.people[0].country, Code::parse("KOR"));
}

#[test]
fn a_country_behind_the_name_and_a_surname_that_is_a_place() {
    let text =
        "Foreign Minister Somphet Vannasin of Laos met Foreign Minister West of the Philippines.";
    let found = speeches(text, &[]);
    let people: Vec<_> = found
        .people
        .iter()
        .map(|one| (one.name.as_str(), one.country))
        .collect();
    assert_eq!(
        people,
        [
            ("Somphet Vannasin", Code::parse("LAO")),
            ("West", Code::parse("PHL"))
        ]
    );
}

#[test]
fn the_answers_of_an_interview_are_those_of_whom_it_introduces() {
    let text = "\
“Patience is a tool”: the Lao trade minister on roads and rails
The trade minister of Laos, Somphet Vannasin, came back on Friday from Moscow, where he met his colleague, Anna Orlova.
Q: What did you bring home?
A: Three papers and a cold, as every year.
Q: Ms Orlova told reporters that “the road is in a bad state”. Is it?
A: It is better than it was.
When the tea was finished, the minister rose. “Come again when the rains are over,” he said.";
    assert_eq!(
        described(text),
        [
            "3: ?: What did you bring home?",
            "4: Somphet Vannasin: Three papers and a cold, as every year.",
            "5: ?: Ms Orlova told reporters that “the road is in a bad state”. Is it?",
            "5: Anna Orlova: the road is in a bad state",
            "6: Somphet Vannasin: It is better than it was.",
            "7: Somphet Vannasin: Come again when the rains are over",
        ]
    );
}

#[test]
fn the_answers_of_an_interview_are_those_of_whom_somebody_asked() {
    let text = "\
Roads can grow, the envoy tells us
The trade minister of Laos, Somphet Vannasin, was in Moscow last week. We asked the Russian ambassador, Anna Orlova, what comes next.
Q: Is it enough?
A: It is better than it was.
Q: And the railway?
A: It will be built in my lifetime.";
    assert_eq!(who(text), ["?", "Anna Orlova", "?", "Anna Orlova"]);
}

#[test]
fn a_note_behind_a_transcript_is_nobodys_turn() {
    let text = "\
President of Laos Somphet Vannasin: I am glad to see you again.
President of Russia Igor Belov: Thank you for the warm words.
Note: On Friday the two presidents will open a school.";
    assert_eq!(who(text), ["Somphet Vannasin", "Igor Belov"]);
}

#[test]
fn french_offices_have_a_gender_and_an_adjective_behind_them() {
    let text = "\
La ministre marocaine de l'Industrie, Nadia Belkacem, a reçu son homologue serbe, Dragan Ilić.
« Nous voulons des usines, pas des discours », a plaisanté le ministre serbe.
« Alors bâtissons-les ensemble, et vite », a répondu la ministre.
Leïla Amrani, qui vend des tapis, hausse les épaules. « Ils signent, et moi je paie », soupire la commerçante.";
    assert_eq!(who(text), ["Dragan Ilić", "Nadia Belkacem", "Leïla Amrani"]);
}

#[test]
fn a_surname_behind_an_office_is_that_of_the_full_name() {
    let text = "\
President Osei opened the fair. “We came to sell,” the President said.
Kwaku Osei leaves on Monday.
Minister of Industry and Mining Braulio Quispe spoke next. “Copper is not all,” he said.";
    assert_eq!(
        described(text),
        [
            "1: Kwaku Osei: We came to sell",
            "3: Braulio Quispe: Copper is not all",
        ]
    );
}

#[test]
fn the_office_behind_a_name_may_be_of_the_next_one() {
    let text = "\
The President of the Republic, His Excellency Kwame Osei, the Minister of Trade of Brazil, Her Excellency Ana Reis, is here.
“It is late,” the Brazilian minister said.
Transport Minister Kamran Sheikh was there. “It is early,” Mr Sheikh said.";
    assert_eq!(
        described(text),
        ["2: Ana Reis: It is late", "3: Kamran Sheikh: It is early"]
    );
}

#[test]
fn an_office_with_commas_tells_its_country() {
    let text = "\
Ana Reis, Minister of Trade, Industry and Tourism of Brazil, met Ivan Orlov, Minister of Trade of Russia.
“It is late,” the Brazilian minister said.";
    assert_eq!(described(text), ["2: Ana Reis: It is late"]);
}

#[test]
fn he_is_not_somebody_named_before_where_one_without_a_name_comes_between() {
    let text = "\
Minister Pavel Orlov spoke first. “We agree,” he said.
One Lao agent by the gate was unmoved. “I have heard it before,” he muttered.";
    let found = described(text);
    assert_eq!(found[0], "1: Pavel Orlov: We agree");
    assert!(!found[1].contains("Orlov"), "{found:?}");
}

#[test]
fn a_compound_of_a_place_or_a_body_is_no_person() {
    for text in [
        "“It is far,” said Boris Orlov, head of Busan-based trading house Hanul.",
        "Глава Союза строителей Ольга Белова сказала: «Это далеко».",
    ] {
        let names: Vec<_> = speeches(text, &[])
            .people
            .into_iter()
            .map(|one| one.name)
            .collect();
        assert!(
            !names.iter().any(|name| name == "based" || name == "Союза"),
            "{names:?}"
        );
    }
}

#[test]
fn what_is_said_by_telephone_is_said_by_somebody() {
    for means in ["telephone", "phone from Mombasa", "e-mail", "video link"] {
        let text = format!(
            "Peter Odera left.\n\n\"A container spends longer waiting for a ship,\" Odera said by {means}."
        );
        assert_eq!(who(&text), ["Peter Odera"], "{text}");
    }
}

#[test]
fn somebody_without_a_name_is_nobody_named() {
    let text = "\
Lao Trade Minister Somphet Vannasin opened the talks.
A Lao diplomat who took part was less sure. “There are two points on which nobody moves,” the diplomat said.";
    assert_eq!(who(text), ["(diplomat)"]);
}

#[test]
fn speakers_are_named_in_many_places_of_a_sentence() {
    for (text, expected) in [
        (
            "Lao Trade Minister Somphet Vannasin met his Thai counterpart, Malee Srisuk.\nFor Srisuk, the accord “opens the river to all of us” and ends a dispute.",
            "Malee Srisuk",
        ),
        (
            "“Somebody has to read the small print too,” said Green Party budget expert Arthur Keomany on Friday.",
            "Arthur Keomany",
        ),
        (
            "Exporters were careful, said Luis Ortega, head of the Chamber of Growers of Lima, who recalled that the last round “ended in a very long silence”.",
            "Luis Ortega",
        ),
        (
            "“It will be the first of its kind here,” Estonian Ambassador to Hanoi Liis Tamm said on Friday.",
            "Liis Tamm",
        ),
        (
            "Malee Srisuk orders tea. “They never ask what we are selling,” says Fiji's Minister for Trade. Srisuk smiles.",
            "Malee Srisuk",
        ),
    ] {
        assert_eq!(
            who(text).last().map(String::as_str),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn whoever_was_asked_answers() {
    let text = "\
Lao Trade Minister Somphet Vannasin met Cuban Foreign Minister Luis Ortega on Monday.
Vannasin asked Ortega about the rum. He answered: “It is still on the ship, I am told.”";
    assert_eq!(who(text), ["Luis Ortega"]);
    let text = "\
Lao Trade Minister Somphet Vannasin met Cuban Foreign Minister Luis Ortega on Monday.
Ortega asked Vannasin about the rice.
“It is still on the ship, I am told,” he replied.";
    assert_eq!(who(text), ["Somphet Vannasin"]);
}

#[test]
fn words_that_a_speaker_repeats_are_not_the_speakers_own() {
    let text = "\
Lao Trade Minister Somphet Vannasin met Cuban Foreign Minister Luis Ortega on Monday.
Quoting Anna Orlova, Vannasin said: “Who builds a bridge needs two banks.”
Vannasin recalled the words of Anna Orlova: “Who builds a bridge needs two banks.”";
    assert_eq!(who(text), ["?", "?"]);
    let aside = "\
Lao Trade Minister Somphet Vannasin met Cuban Foreign Minister Luis Ortega on Monday.
As Anna Orlova once said, “who builds a bridge needs two banks”, and there are two.";
    let found = speeches(aside, &[]);
    let confidence = found.speeches[0].speaker.basis.confidence;
    assert_eq!(confidence, crate::extract::Confidence::Unsure);
}
