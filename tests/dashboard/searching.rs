//! Searching: orders, offers, the searches of before, everything at once, and an archive that is
//! searched behind the screen.

use std::fmt::Write;

use bilat::dashboard::action::Effect;
use bilat::load::{Loaded, Origin, load_with};

use crate::screen::{Session, parse, screen};

/// The line of the screen that holds `needle`.
fn line(screen: &str, needle: &str) -> String {
    let found = screen.lines().find(|line| line.contains(needle));
    found
        .unwrap_or_else(|| panic!("no `{needle}` in\n{screen}"))
        .to_owned()
}

/// The title of the quotes.
fn title(screen: &str) -> String {
    line(screen, "4 Quotes ")
}

#[test]
fn the_order_of_the_quotes_turns() {
    let dossier = screen(120, 40, "4");
    let newest = screen(120, 40, "4o");
    assert!(title(&newest).contains("newest first"), "{newest}");
    let first = newest
        .lines()
        .position(|l| l.contains("▌"))
        .expect("a selection");
    assert!(
        dossier != newest && line(&newest, "┃▌").contains("Putin"),
        "{newest}"
    );
    assert!(first > 0);
    let best = screen(200, 40, "4oo/lao<enter>g");
    assert!(title(&best).contains("best match first"), "{best}");
    let back = screen(120, 40, "4ooog");
    assert_eq!(back, dossier);
    // A whole word comes before a part of one.
    let part = screen(200, 40, "4/lao<enter>");
    assert_ne!(best.replace(" · best match first", ""), part);
}

#[test]
fn the_title_tells_from_when_to_when() {
    let shown = screen(120, 40, "4/cooperation");
    assert!(title(&shown).contains(" of 38 · 2023"), "{shown}");
    let both = screen(120, 40, "4/soviet");
    assert!(title(&both).contains("2023–2025 █ ▁"), "{both}");
}

#[test]
fn values_of_a_field_are_offered_and_completed() {
    let offered = screen(120, 40, "4/speaker:ya");
    assert!(
        line(&offered, "Tab ").contains("Pany Yathotou"),
        "{offered}"
    );
    let first = Session::new(120, 40).press("4/speaker:p<tab>").text();
    let second = Session::new(120, 40).press("4/speaker:p<tab><tab>").text();
    assert!(first.contains("/ speaker:putin"), "{first}");
    assert!(title(&first).contains("19 of 38"), "{first}");
    assert!(second.contains("/ speaker:pany-yathotou"), "{second}");
    let role = Session::new(120, 40).press("4/role:mod<tab>").text();
    assert!(
        role.contains("/ role:\"Moderator of the session\""),
        "{role}"
    );
    assert!(
        !screen(120, 40, "4/putin").contains("Tab   "),
        "nothing to offer"
    );
    assert_eq!(
        screen(120, 40, "4/putin<tab>"),
        screen(120, 40, "4/putin"),
        "nothing to complete"
    );
}

#[test]
fn searches_of_before_come_back() {
    let keys = "4/putin<enter>/<ctrl-u>laos<enter>/<ctrl-u>draft";
    let up = |keys_after: &str| {
        Session::new(120, 40)
            .press(&format!("{keys}{keys_after}"))
            .text()
    };
    assert!(up("<up>").contains("/ laos"));
    assert!(up("<up><up>").contains("/ putin"));
    assert!(
        up("<up><up><up>").contains("/ putin"),
        "there is none before"
    );
    assert!(up("<up><up><down>").contains("/ laos"));
    assert!(
        up("<up><down>").contains("/ draft"),
        "what was typed is not lost"
    );
    assert!(up("<up><up><down><down><down>").contains("/ draft"));
}

#[test]
fn a_search_that_is_kept_is_remembered_once() {
    let mut session = Session::new(80, 24).press("4/putin");
    let remembered = Effect::Remember("putin".to_owned());
    assert_eq!(session.app.press(parse("<enter>")[0]), Some(remembered));
    session = session.press("/");
    assert_eq!(session.app.press(parse("<enter>")[0]), None);
    let mut session = Session::new(80, 24).press("4/");
    assert_eq!(session.app.press(parse("<enter>")[0]), None);
}

#[test]
fn everything_is_searched_at_once() {
    let shown = screen(120, 40, "<ctrl-f>moscow");
    for kind in ["events (3 of 61)", "disputes (1 of 34)", "sources (1 of 2)"] {
        assert!(shown.contains(kind), "{kind}\n{shown}");
    }
    let fields = screen(120, 40, "<ctrl-f>topic:demining");
    assert!(fields.contains("quotes (3 of 38)"), "{fields}");
    let from_panel = screen(120, 40, "4/moscow<ctrl-f>");
    assert!(from_panel.contains("/ moscow") && from_panel.contains("events (3 of 61)"));
    let opened = screen(120, 40, "<ctrl-f>nuclear memorandum<enter><enter>");
    assert!(opened.contains("━━ event · "), "{opened}");
    assert_eq!(
        screen(120, 40, "1<ctrl-f>zzz<esc><esc>"),
        screen(120, 40, "1")
    );
}

/// As many quotes as are searched behind the screen, in memory.
fn archive() -> Loaded {
    let mut quotes = String::from("[");
    for at in 0..6_000 {
        let comma = if at == 0 { "" } else { "," };
        let word = if at % 1_000 == 0 { "needle" } else { "hay" };
        write!(
            quotes,
            r#"{comma}{{"id": "a{at}", "speaker": "putin", "said": "{}", "text": "{word} number {at}", "evidence": [{{"source": "article-2025", "paragraph": 1}}]}}"#,
            2000 + at / 1_000
        )
        .expect("a string takes all");
    }
    quotes.push(']');
    let texts = [
        ("quotes.json".to_owned(), quotes),
        ("disputes.json".to_owned(), "[]".to_owned()),
    ];
    load_with(&Origin::BuiltIn, &texts.into())
}

#[test]
fn an_archive_is_searched_behind_the_screen() {
    let mut session = Session::over(archive(), 120, 40).press("4/needl");
    assert!(
        title(&session.text()).contains("6 of 6000 · 2000–2005 ██████"),
        "{}",
        session.text()
    );
    let Some(Effect::Find(first)) = session.app.press(parse("e")[0]) else {
        panic!("a search");
    };
    session.draw();
    assert!(
        title(&session.text()).contains("6 of 6000 · 2000–2005 ██████ …"),
        "it goes on"
    );
    let Some(Effect::Find(second)) = session.app.press(parse("x")[0]) else {
        panic!("a search");
    };
    session.app.answer(first.run(&|| true).expect("wanted"));
    session.draw();
    assert!(
        title(&session.text()).contains(" …"),
        "the answer to an older key is not shown"
    );
    session.app.answer(second.run(&|| true).expect("wanted"));
    session.draw();
    assert!(
        title(&session.text()).contains(" 0 of 6000 "),
        "{}",
        session.text()
    );
    assert!(session.text().contains("no quotes match"));
    let session = session.press("<esc>");
    assert!(
        title(&session.text()).contains(" 1/6000 "),
        "{}",
        session.text()
    );
}

#[test]
fn an_archive_can_be_listed_in_every_order_and_with_everything_else() {
    let newest = Session::over(archive(), 120, 40).press("4o/needle").text();
    assert!(
        newest.find("5000").expect("shown") < newest.find("4000").expect("shown"),
        "{newest}"
    );
    let all = Session::over(archive(), 120, 40)
        .press("<ctrl-f>needle")
        .text();
    assert!(all.contains("quotes (6 of 6000)"), "{all}");
    let index = Session::over(archive(), 120, 40).press("iG").text();
    assert!(index.contains("sources (2)"), "{index}");
    let person = Session::over(archive(), 120, 60)
        .press("4<enter><enter>G")
        .text();
    assert!(
        person.contains("5800 quotes; search the quotes for"),
        "{person}"
    );
}

#[test]
fn an_unknown_field_lists_the_fields() {
    let shown = screen(120, 40, "4/foo:bar");
    assert!(
        shown.contains("no field is called foo; fields: speaker,"),
        "{shown}"
    );
    // All of them, in as many lines as that takes.
    assert!(shown.contains("from, to"), "{shown}");
    let mut session = Session::new(120, 40).press("4/");
    session.app.paste("foo:bar");
    session.draw();
    let shown = session.text();
    assert!(
        title(&shown).contains(" 1/38 "),
        "what was shown stays\n{shown}"
    );
}

#[test]
fn nothing_found_tells_what_each_word_finds() {
    let quotes = screen(120, 40, "4/railway qqq");
    assert!(quotes.contains("no quotes match"), "{quotes}");
    assert!(quotes.contains("railway "), "{quotes}");
    assert!(quotes.contains("; qqq 0"), "{quotes}");
    let near = screen(120, 40, "1/moscw");
    assert!(near.contains("moscw 0, near: moscow "), "{near}");
    let all = screen(120, 40, "<ctrl-f>yathotu");
    assert!(all.contains("nothing matches"), "{all}");
    assert!(all.contains("yathotu 0, near: yathotou "), "{all}");
    // What each finds is told of an archive too, behind the screen.
    let archive = Session::over(archive(), 120, 40)
        .press("4/needel hay")
        .text();
    assert!(archive.contains("needel 0; hay 5994"), "{archive}");
}

#[test]
fn plain_words_are_spoken_or_name_the_speaker() {
    let count = |query: &str| title(&screen(120, 40, &format!("4/{query}")));
    assert!(
        count("yathotou").contains("13 of 38"),
        "{}",
        count("yathotou")
    );
    assert!(
        count("occasion:yathotou").contains(" of 38"),
        "{}",
        count("occasion:yathotou")
    );
    assert!(count("vp").contains(" of 38"), "an alias of the speaker");
}

#[test]
fn records_are_filtered_by_status_kind_party_side_and_state() {
    for (keys, found) in [
        ("2/status:signed", "of 28"),
        ("2/kind:roadmap", "2 of 28"),
        ("2/party:rosatom", "of 28"),
        ("1/is:planned", "of 61"),
        ("1/is:bilateral", "of 61"),
        ("1/side:laos", "of 61"),
        ("3/is:contested", "of 20"),
        ("4/side:rus", "of 38"),
        ("4/status:partial", "of 38"),
        ("1/is:marked", "0 of 61"),
    ] {
        let shown = screen(160, 50, keys);
        let name = ["1 Timeline", "2 Agreements", "3 Trade", "4 Quotes"]
            [usize::from(keys.as_bytes()[0] - b'1')];
        let title = line(&shown, name);
        println!("{keys}: {title}");
        assert!(title.contains(found), "{keys}\n{shown}");
    }
}

#[test]
fn a_row_says_why_it_was_found() {
    let timeline = screen(120, 40, "z1/kind:signing");
    assert!(timeline.contains(" · kind: signing"), "{timeline}");
    let all = screen(120, 40, "<ctrl-f>topic:demining");
    assert!(all.contains(" · topic: "), "{all}");
    // Titles, dates and snippets, no ids.
    let all = screen(120, 40, "<ctrl-f>peaceful atom");
    assert!(all.contains("[2025]") && !all.contains("q-2025"), "{all}");
}

#[test]
fn a_search_selects_the_first_record() {
    let mut session = Session::new(120, 40).press("2/nuclear<enter>");
    let selected = line(&session.text(), "▌");
    assert!(selected.to_lowercase().contains("nuclear"), "{selected}");
    session = session.press("<enter>");
    assert!(
        session.text().contains("━━ agreement"),
        "{}",
        session.text()
    );
    // Esc puts the group back.
    assert_eq!(screen(120, 40, "2/nuclear<esc>"), screen(120, 40, "2"));
}

#[test]
fn an_unfinished_query_moves_nothing() {
    let selected = |keys: &str| {
        let row = line(&screen(120, 40, keys), "┃▌");
        let text = row.split("┃▌").nth(1).expect("a row");
        text.split('┃').next().expect("its end").to_owned()
    };
    let chosen = selected("1jjjjj");
    for typed in ["speaker:", "is:", "is:con", "year:20x", "-", "\""] {
        assert_eq!(selected(&format!("1jjjjj/{typed}")), chosen, "{typed}");
    }
    // A word that does not match for a while: what was selected comes back when it does.
    assert_eq!(selected("1jjjjj/qqq<ctrl-u>"), chosen);
    // Newest first, an unfinished query does not go back to the first.
    assert_eq!(selected("4ojjj/speaker:"), selected("4ojjj"));
    // Nor does it in the list of everything, where Enter opens what was selected.
    let opened = |more: &str, pasted: &str| {
        let mut session = Session::new(120, 40).press(&format!("<ctrl-f>moscow<down><down>{more}"));
        session.app.paste(pasted);
        line(&session.press("<enter><enter>").text(), "┏ ")
    };
    assert!(opened("", "").contains("event"));
    assert_eq!(opened(" speaker:", ""), opened("", ""));
    assert_eq!(opened("", " foo:b"), opened("", ""));
}

#[test]
fn new_fields_are_completed() {
    for (typed, completed) in [
        ("2/status:in-<tab>", "/ status:in-force"),
        ("1/is:pl<tab>", "/ is:planned"),
        ("2/side:russ<tab>", "/ side:RUS"),
        ("2/party:rosat<tab>", "/ party:rosatom"),
        ("1/kind:road<tab>", "/ kind:roadmap"),
    ] {
        let shown = screen(120, 40, typed);
        assert!(shown.contains(completed), "{typed}\n{shown}");
    }
}

#[test]
fn what_is_marked_can_be_searched_for() {
    let shown = screen(120, 40, "2jj /is:marked");
    assert!(
        line(&shown, "2 Agreements ").contains(" 1 of 28 "),
        "{shown}"
    );
    // A mark that is taken away while it is searched for leaves the list.
    let gone = screen(120, 40, "2jj /is:marked<enter> ");
    assert!(line(&gone, "2 Agreements ").contains(" 0 of 28 "), "{gone}");
}

#[test]
fn names_are_found_in_every_script_and_spelling() {
    let people = r#"[{"id": "putin", "name": "Vladimir Putin", "native_name": "Владимир Путин",
        "aliases": ["ວລາດີເມຍ ປູຕິນ", "بوتين"], "country": "RUS"}]"#;
    let texts = [("people.json".to_owned(), people.to_owned())];
    let loaded = || load_with(&Origin::BuiltIn, &texts.clone().into());
    for typed in ["путин", "ປູຕິນ", "بُوتِين", "vladimir"] {
        let shown = Session::over(loaded(), 120, 40)
            .press(&format!("4/{typed}"))
            .text();
        assert!(title(&shown).contains("19 of 38"), "{typed}\n{shown}");
    }
    let shown = Session::over(loaded(), 120, 40).press("4/путин").text();
    assert!(shown.contains("speaker: Владимир Путин"), "{shown}");
}
