//! What keys do, told in a line each.

use bilat::dashboard::action::Effect;
use bilat::dashboard::app::{Content, Waiting};
use bilat::dossier::Text;
use bilat::load::{Loaded, Origin, load};
use bilat::verify::Texts;
use bilat::workspace::Workspace;
use ratatui::style::Modifier;

use crate::screen::{Session, odd, parse, screen};

/// The line of the screen that holds `needle`.
pub(crate) fn line(screen: &str, needle: &str) -> String {
    let found = screen.lines().find(|line| line.contains(needle));
    found
        .unwrap_or_else(|| panic!("no `{needle}` in\n{screen}"))
        .to_owned()
}

#[test]
fn escape_never_quits_and_q_closes_one_thing_at_a_time() {
    let mut session = Session::new(80, 24).press("1<enter>c");
    for _ in 0..5 {
        assert_eq!(session.app.press(parse("<esc>")[0]), None);
    }
    let mut session = Session::new(120, 40).press("z1c<enter>");
    let effects: Vec<_> = (0..4).map(|_| session.app.press(parse("q")[0])).collect();
    assert_eq!(effects, [None, None, None, Some(Effect::Quit)]);
    // The key is never called what it does not do.
    assert!(screen(120, 40, "2z").contains("q all panels"));
    assert!(screen(120, 40, "2zq").contains("q quit"));
}

#[test]
fn ctrl_c_leaves_from_everywhere() {
    for keys in ["", "4/abc", "1<enter>", "?", "i/x"] {
        let mut session = Session::new(80, 24).press(keys);
        assert_eq!(
            session.app.press(parse("<ctrl-c>")[0]),
            Some(Effect::Interrupt),
            "{keys}"
        );
    }
}

#[test]
fn letters_go_into_the_search_line_and_do_nothing_else() {
    let typed = screen(80, 24, "4/qz?!ci1n");
    assert!(typed.contains("/ qz?!ci1n") && line(&typed, "4 Quotes ━").contains("0 of 38"));
}

#[test]
fn escape_puts_back_what_was_before_the_search() {
    let before = screen(80, 24, "4jjj");
    assert_eq!(screen(80, 24, "4jjj/putin<ctrl-n><esc>"), before);
    let kept = screen(80, 24, "4/soviet<enter>j");
    assert_eq!(screen(80, 24, "4/soviet<enter>j/ zoo<esc>"), kept);
    assert_eq!(screen(80, 24, "4/soviet<enter><esc>gjjj"), before);
}

#[test]
fn all_words_must_occur_in_any_order() {
    let one = screen(80, 24, "4/energy hydro");
    assert!(line(&one, "4 Quotes ━").contains("1 of 38"));
    assert_eq!(
        one.replace("energy hydro", ""),
        screen(80, 24, "4/hydro energy").replace("hydro energy", "")
    );
}

#[test]
fn search_folds_case_and_accents_of_every_script() {
    for query in [
        "ЁЛКА",
        "елка",
        "мой дом",
        "ELYSEE naive",
        "東京",
        "ສະບາຍ",
        "семенов москве",
    ] {
        let shown = odd(80, 24).press("4/").press(query).text();
        assert!(
            line(&shown, "4 Quotes ━").contains("1 of 5"),
            "{query}\n{shown}"
        );
    }
    let none = odd(80, 24).press("4/мои дом").text();
    assert!(line(&none, "4 Quotes ━").contains("0 of 5"), "й is not и");
}

#[test]
fn hits_are_marked() {
    let session = Session::new(120, 40).press("4/hydro");
    assert!(underlined(&session, "hydro").starts_with("hydrohydro"));
}

#[test]
fn next_and_previous_hit_go_round() {
    let first = screen(80, 24, "4/soviet<enter>");
    let all = line(&first, "4 Quotes ━");
    let count: usize = all
        .split(" of ")
        .next()
        .and_then(|l| l.split_whitespace().last())
        .unwrap_or("0")
        .parse()
        .expect("a count");
    let round = format!("4/soviet<enter>{}", "n".repeat(count));
    assert_eq!(screen(80, 24, &round), first);
    assert_eq!(screen(80, 24, "4/soviet<enter>nN"), first);
    assert_eq!(
        screen(80, 24, "4/soviet<enter>N"),
        screen(80, 24, "4/soviet<enter>G")
    );
}

#[test]
fn links_are_followed_and_gone_back_from() {
    let quote = screen(120, 40, "4/hydro<enter><enter>");
    let person = screen(120, 40, "4/hydro<enter><enter><enter>");
    assert!(person.contains("━━ person · "), "{person}");
    assert_eq!(
        screen(120, 40, "4/hydro<enter><enter><enter><ctrl-o>"),
        quote
    );
    assert_eq!(screen(120, 40, "4/hydro<enter><enter><enter><bs>"), quote);
    assert_eq!(
        screen(120, 40, "4/hydro<enter><enter><bs>"),
        screen(120, 40, "4/hydro<enter>")
    );
}

#[test]
fn every_link_of_every_record_can_be_reached() {
    // From each record of the index: as many steps down as it has rows reach the last link.
    for at in [0, 40, 70, 100, 120, 200, 300, 330] {
        let keys = format!("i{}<enter>", "j".repeat(at));
        let opened = Session::new(80, 24).press(&keys);
        let end = opened.press(&"j".repeat(300));
        let shown = end.text();
        assert!(!shown.contains(" ↓ "), "{shown}");
    }
}

#[test]
fn growth_is_shown_as_growth_and_implies_only_whole_years() {
    let level = screen(120, 40, "3<right><right>");
    assert!(
        level.contains("○ ≈ US$ 5.0 million (8.3 / (1 + 66 %) = 5.0"),
        "{level}"
    );
    let growth = screen(120, 40, "3j");
    assert!(line(&growth, "2025-01 – 2025-05").contains("+20 %"));
    assert!(
        !growth.contains("implied"),
        "the months of 2025 imply no level:\n{growth}"
    );
}

#[test]
fn dates_are_never_more_precise_than_stored() {
    let shown = odd(80, 60).press("1g").text();
    for (title, date) in [
        ("Dated 199X", "199X "),
        ("Dated 1975~", "~1975"),
        ("Dated 2018?", "?"),
        ("Dated 2021/..", "since 2021"),
        ("Dated ../1991", "until 1991"),
        ("Dated 1960-10-07", "1960-10-07"),
    ] {
        let row = line(&shown, title);
        assert!(row.replace(title, "").contains(date), "{row}");
    }
    assert!(line(&shown, "Without a date").starts_with("┃"), "{shown}");
}

#[test]
fn the_selection_is_visible_without_colours_in_every_panel() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        for panel in 1..=4 {
            let session = Session::new(columns, rows).press(&format!("{panel}jj"));
            let cells = session.buffer().content();
            let reversed = cells
                .iter()
                .filter(|c| c.modifier.contains(Modifier::REVERSED))
                .count();
            assert!(reversed > 20, "panel {panel} at {columns}x{rows}");
            assert!(cells.iter().any(|c| c.symbol() == "▌"));
        }
    }
}

#[test]
fn resizing_keeps_the_selection() {
    for keys in ["1jjjjjjjjjj", "2jjjjj", "3jjj", "4jjjjjj"] {
        let mut session = Session::new(120, 40).press(keys);
        let selected = |session: &Session| {
            let shown = session.text();
            let line = shown.lines().find(|line| line.contains("┃▌"))?;
            Some(line.chars().take(40).collect::<String>())
        };
        let before = selected(&session);
        session.resize(80, 24);
        assert!(selected(&session).is_some(), "{keys}");
        session.resize(120, 40);
        assert_eq!(selected(&session), before, "{keys}");
    }
}

#[test]
fn text_goes_by_its_width() {
    let session = odd(80, 24).press("4jj");
    for row in session.text().lines().filter(|row| row.starts_with('┃')) {
        assert_eq!(bilat::dashboard::ui::text::width(row), 80, "{row}");
    }
    assert_eq!(Text::new("東京").as_str(), "東京");
}

#[test]
fn pasting_fills_the_search_line_only() {
    let mut session = Session::new(80, 24).press("4");
    session.app.paste("q");
    session.draw();
    assert_eq!(session.text(), screen(80, 24, "4"));
    session = session.press("/");
    session.app.paste("hydro\npower");
    session.draw();
    assert!(session.text().contains("/ hydro power"));
}

#[test]
fn an_earlier_date_shows_only_what_was_known_then() {
    let now = screen(120, 40, "3j");
    let then = screen(120, 40, "3j[");
    assert!(line(&then, "bilat").contains("as of [2023]: "), "{then}");
    assert!(
        now.contains("+20 %") && !then.contains("+20 %"),
        "a figure of 2025"
    );
    assert!(
        !screen(120, 40, "[4/elephants").contains("1 of "),
        "a quote of 2025"
    );
    assert_eq!(screen(120, 40, "3j[["), then, "there is nothing earlier");
    let both = "1jjjjj4jjj3/laos<enter>jj";
    let back = screen(120, 40, &format!("{both}[]"));
    assert_eq!(back, screen(120, 40, both), "selections and searches stay");
    let open = screen(120, 40, "4/hydro<enter><enter>[");
    assert!(
        open.contains("━━ quote"),
        "an open record stays open:\n{open}"
    );
    assert!(
        !screen(120, 40, "2/roadmap<enter>j<enter>[").contains("━ agreement · "),
        "of 2025"
    );
}

#[test]
fn a_search_by_time_says_how_sure_it_is() {
    let shown = odd(200, 40).press("1/year:2001").text();
    assert!(
        line(&shown, "1 Timeline ━").contains("1 certain + 1 possible, 1 undated hidden"),
        "{shown}"
    );
    let shown = odd(200, 40).press("1/from:1990 to:1999").text();
    let title = line(&shown, "1 Timeline ━");
    assert!(
        title.contains("2 certain + 0 possible"),
        "199X and the end of ../1991: {title}"
    );
    let shown = odd(200, 40).press("1/year:1990").text();
    assert!(
        line(&shown, "1 Timeline ━").contains("0 certain + 2 possible"),
        "{shown}"
    );
}

#[test]
fn a_search_can_name_fields() {
    for (query, found) in [
        ("speaker:putin", "19 of 38"),
        ("speaker:putin|speaker:yathotou -elephants", "31 of 38"),
        ("source:article-2025", "5 of 38"),
        ("topic:demining", "3 of 38"),
        ("role:minister -speaker:putin", "13 of 38"),
        ("\"young pioneers\"", "1 of 38"),
        ("=lao", "6 of 38"),
    ] {
        let shown = Session::new(120, 40).press("4/").press(query).text();
        assert!(
            line(&shown, "4 Quotes ━").contains(found),
            "{query}\n{shown}"
        );
    }
    let figures = screen(120, 40, "3/is:contested -topic:goods");
    assert!(
        figures.contains("Trade, total") && !figures.contains("GDP growth"),
        "{figures}"
    );
}

#[test]
fn a_wrong_search_says_where_and_keeps_what_was_found() {
    let mut session = Session::new(120, 40).press("4/energy");
    session.app.paste(" speeker:putin");
    session.draw();
    let wrong = session.text();
    assert!(line(&wrong, "4 Quotes ━").contains("3 of 38"), "{wrong}");
    let below = "^ no field is called speeker";
    let (typed, marker) = (line(&wrong, "speeker:putin"), line(&wrong, below));
    assert!(marker.find('^') <= typed.find("speeker:"), "{wrong}");
    let wrong = screen(120, 40, "1/year:20x3");
    assert!(wrong.contains("^ year:20x3 is not a date"), "{wrong}");
}

/// What is underlined and bold: hits, and the words that a record is based on; from `first` on.
pub(crate) fn underlined(session: &Session, first: &str) -> String {
    let cells = session.buffer().content().iter();
    let style = Modifier::UNDERLINED | Modifier::BOLD;
    let hits = cells.filter(|cell| cell.modifier.contains(style));
    let all: String = hits.map(ratatui::buffer::Cell::symbol).collect();
    all.find(first)
        .map_or(String::new(), |at| all[at..].to_owned())
}

#[test]
fn a_figure_shows_everything_that_is_said_of_its_cell() {
    let shown = screen(120, 90, "3/population<enter><left><right><enter>");
    assert!(shown.contains("All that is said of it"), "{shown}");
    assert!(
        line(&shown, "verdict").contains("query, 1.01 times apart"),
        "{shown}"
    );
    assert!(line(&shown, "stated").contains("7.7 million persons"));
    assert!(line(&shown, "implied").contains("≈ 7.81 million persons"));
    let single = screen(120, 90, "3/gdp growth<enter><left><enter>");
    assert!(
        line(&single, "verdict").contains("single source"),
        "{single}"
    );
}

#[test]
fn a_file_that_is_gone_is_told_and_its_records_stay_on_the_screen() {
    let whole = || load(&Origin::BuiltIn);
    let mut session = Session::over(whole(), 100, 24);
    let folder = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir("data/laos-russia")
        .expect("there")
        .flatten()
    {
        if entry.file_name() != "events.json" && entry.path().is_file() {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("copied");
        }
    }
    let content = |loaded: Loaded| Content {
        workspace: Workspace::new(loaded.dossier, None, None),
        problems: loaded.problems,
        texts: Texts::default(),
        inbox: Waiting::No(String::new()),
    };
    session
        .app
        .read(content(load(&Origin::Folder(folder.path().to_owned()))));
    session.draw();
    let shown = session.text();
    assert!(
        shown.contains("events.json: the events are gone"),
        "{shown}"
    );
    assert!(shown.contains("61 events"), "{shown}");
    session.app.read(content(whole()));
    session.draw();
    assert!(!session.text().contains("are gone"), "{}", session.text());
}
