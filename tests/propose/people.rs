//! Whom an article names: people with their offices, and no places, fields of an office, or notices.

use serde_json::Value;

use super::kinds::of;
use super::press::about;
use super::{bilat, dossier, text};

/// "William Ruto: Président": each person with the titles that are printed.
fn people(sides: &str, article: &str) -> Vec<String> {
    let (_folder, all, _) = about(sides, article);
    let shown = |one: &&Value| {
        let record = &one["record"];
        let roles = record["roles"].as_array().cloned().unwrap_or_default();
        let roles: Vec<_> = roles.iter().map(|role| text(role, "title")).collect();
        format!("{}: {}", text(record, "name"), roles.join(", "))
    };
    of(&all, "person").iter().map(shown).collect()
}

#[test]
fn places_behind_an_office_are_nobody() {
    for article in [
        "Ghana is our most important partner in West Africa.",
        "Hungary is the Chairman in Southern Europe and a leader in South Asia.",
        "Ghana is a partner in North America, chair in New York, an active member in Southeast Asia.",
        "Joint press conference of the President of Ghana and the Prime Minister of Hungary, Szeged, 5 November 2024",
        "Statement by the Prime Minister of Hungary, Santiago",
    ] {
        let none: [&str; 0] = [];
        assert_eq!(people("GHA,HUN", article), none, "{article}");
    }
    assert_eq!(
        people(
            "GHA,HUN",
            "The Governor of New York Kathy Arben met the Prime Minister of Hungary, Viktor Balog, on 5 May 2024."
        ),
        [
            "Kathy Arben: Governor of New York",
            "Viktor Balog: Prime Minister of Hungary"
        ]
    );
}

#[test]
fn the_last_word_of_a_field_is_nobody() {
    let article = "His Excellency Said bin Nasser al Harthy, Minister of Commerce, Industry and Investment Promotion, \
        said in a statement that “Kenya and Oman will trade a lot more than before.”";
    assert_eq!(
        people("OMN,KEN", article),
        ["Said bin Nasser al Harthy: Minister of Commerce, Industry and Investment Promotion"]
    );
}

#[test]
fn a_month_may_be_a_given_name() {
    let article = "“Kenya and Tanzania trade more than they ever did,” said January Kimaro, Tanzania's Minister of \
        Foreign Affairs. It was said January 5.";
    assert_eq!(
        people("TZA,KEN", article),
        ["January Kimaro: Tanzania's Minister of Foreign Affairs"]
    );
}

#[test]
fn russian_offices_end_with_whom_they_are_of() {
    let article = "Президент Казахстана Касым-Жомарт Токаев и премьер-министр Монголии Лувсаннамсрайн Оюун-Эрдэнэ \
        встретились в Астане.\n\nПрезидент Кении Уильям Руто прибыл. Министр иностранных дел Монголии Болд Ганбат и его \
        казахстанский коллега Ерлан Сеитов подписали меморандум. Министр торговли и промышленности Иван Петров \
        уехал. Премьер-министр Новой Зеландии Крис Хант и председатель Госдумы Вячеслав Сомов остались. Министр Орлов \
        Иван Сергеевич тоже.";
    assert_eq!(
        people("KAZ,MNG", article),
        [
            "Касым-Жомарт Токаев: Президент Казахстана",
            "Лувсаннамсрайн Оюун-Эрдэнэ: премьер-министр Монголии",
            "Уильям Руто: Президент Кении",
            "Болд Ганбат: Министр иностранных дел Монголии",
            "Ерлан Сеитов: казахстанский коллега",
            "Иван Петров: Министр торговли и промышленности",
            "Крис Хант: Премьер-министр Новой Зеландии",
            "Вячеслав Сомов: председатель Госдумы",
            "Орлов Иван Сергеевич: Министр"
        ]
    );
}

/// "unknown () sure: words": each quote with its speaker, role and certainty.
fn quotes(article: &str) -> Vec<String> {
    let (_folder, all, _) = about("KEN,VNM", article);
    let shown = |one: &&Value| {
        let record = &one["record"];
        let part = |name| text(record, name);
        let sure = text(one, "confidence");
        format!(
            "{} ({}) {sure}: {}",
            part("speaker"),
            part("role"),
            part("text")
        )
    };
    of(&all, "quote").iter().map(shown).collect()
}

#[test]
fn what_a_mark_leaves_open_is_an_unsure_quote_of_its_own() {
    let article = "\"Kenya loves Vietnam and its people,\" said President William Ruto. \"We trade more than ever. Trade \
        Minister Lee Kinyanjui agreed. \"We do indeed trade a lot,\" he said.";
    assert_eq!(
        quotes(article)[..2],
        [
            "william-ruto (President) sure: Kenya loves Vietnam and its people",
            "william-ruto (President) unsure: We trade more than ever. Trade Minister Lee Kinyanjui agreed."
        ]
    );
}

#[test]
fn questions_answers_and_notices_are_not_of_the_label_before() {
    let article = "Kenya and Vietnam meet\n\nPRESIDENT KIMARO: Kenya and Vietnam are friends.\n\nPRIME MINISTER CHINH: Thank \
        you.\n\nQ: When is the next visit?\n\nA: In May.\n\nRead more about Kenya: subscribe to our newsletter now.";
    assert_eq!(
        quotes(article),
        [
            "unknown (PRESIDENT KIMARO) sure: Kenya and Vietnam are friends.",
            "unknown (PRIME MINISTER CHINH) sure: Thank you.",
            "unknown () sure: When is the next visit?",
            "unknown () sure: In May."
        ]
    );
}

#[test]
fn words_that_are_no_office_are_no_role() {
    let article = "Kenya and Vietnam meet\n\nHis country said \"we want more Vietnamese coffee from the farms\".\n\nA senior \
        official said \"we want more Kenyan tea from the farms\".";
    assert_eq!(
        quotes(article),
        [
            "unknown () unsure: we want more Vietnamese coffee from the farms",
            "unknown (senior official) sure: we want more Kenyan tea from the farms"
        ]
    );
}

#[test]
fn what_no_reader_sees_is_not_drafted() {
    let folder = super::empty();
    let into = dossier(&folder);
    let file = folder.path().join("page.html");
    let page = "<article><p>Laos and Russia met.</p><p hidden>President Ivan Petrov came.</p><p>Trade <del>was $5 million in \
        2023</del> grew.</p><div style='display: none'>President Oleg Lunin left.</div></article>";
    std::fs::write(&file, page).expect("written");
    let file = file.to_str().expect("UTF-8");
    let (code, out, err) = bilat(&["draft", file, "--into", &into]);
    assert!(code < 2, "{out}{err}");
    let all = super::proposals(&into);
    let kinds: Vec<_> = all.iter().map(|one| text(one, "kind")).collect();
    assert!(
        kinds.iter().all(|kind| matches!(*kind, "source" | "event")),
        "{kinds:?}"
    );
}

#[test]
fn what_is_no_address_is_refused() {
    let folder = super::empty();
    let into = dossier(&folder);
    let file = folder.path().join("a.txt");
    std::fs::write(&file, "Laos and Russia met.\n").expect("written");
    let file = file.to_str().expect("UTF-8");
    for url in [
        "not a url",
        "www.example.org",
        "https://a b",
        "javascript:x",
    ] {
        let (code, _, err) = bilat(&["draft", file, "--into", &into, "--url", url]);
        assert_eq!(code, 2, "{url}");
        assert!(err.contains("an address begins with https://"), "{err}");
    }
    let (code, _, err) = bilat(&[
        "draft",
        file,
        "--into",
        &into,
        "--url",
        "https://example.org/a",
    ]);
    assert!(code < 2, "{err}");
}
