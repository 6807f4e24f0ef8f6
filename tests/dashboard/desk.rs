//! The desk: where everything goes at every size, what the reading pane shows, the lens, the marks, the
//! brief, and how many keys the usual tasks take.

use bilat::brief::Body;
use bilat::dashboard::action::{BriefForm, Effect, PanelId};
use bilat::dashboard::ui::places::{Arrangement, Places, Split};
use bilat::listing::Filter;
use bilat::listing::contests::Entries;
use bilat::load::{Origin, load};
use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::screen::{Session, parse, screen};

/// The built-in dossier on a day on which something of it is due.
fn on_a_day(columns: u16, rows: u16, keys: &str) -> Session {
    let day = NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day");
    Session::on(load(&Origin::BuiltIn), day, columns, rows).press(keys)
}

#[test]
fn the_parts_of_the_screen_never_overlap() {
    let splits = [Split::Panels, Split::Both, Split::Pane];
    for (columns, rows) in (0..=220u16)
        .step_by(7)
        .flat_map(|c| (0..=70u16).step_by(3).map(move |r| (c, r)))
    {
        for (at, split) in splits.into_iter().enumerate() {
            let arrangement = Arrangement {
                focus: PanelId::ALL[at],
                zoomed: (columns + rows) % 2 == 0,
                split,
                inside: rows % 2 == 0,
                listed: columns % 2 == 0,
                rows: [columns % 80, rows, 20, u16::MAX],
            };
            let area = Rect::new(0, 0, columns, rows);
            let Some(places) = Places::new(area, arrangement) else {
                assert!(columns < 40 || rows < 10, "{columns}x{rows}");
                continue;
            };
            let mut parts: Vec<_> = places.panels.iter().map(|(_, area)| *area).collect();
            parts.extend([places.header, places.status]);
            parts.extend(places.tabs);
            parts.extend(places.pane);
            for (at, part) in parts.iter().enumerate() {
                assert_eq!(
                    part.intersection(area),
                    *part,
                    "{columns}x{rows}: {places:?}"
                );
                let overlaps = |other: &&Rect| part.intersects(**other);
                assert!(
                    !parts[at + 1..].iter().any(|other| overlaps(&other)),
                    "{columns}x{rows}: {places:?}"
                );
            }
            // Something is read or listed, whatever the size.
            assert!(
                places.pane.is_some() || !places.panels.is_empty(),
                "{columns}x{rows}"
            );
        }
    }
}

/// A list in the place of the panels leaves the pane as much as it takes, or what is good to read.
#[test]
fn a_list_leaves_the_passage_its_room() {
    for (columns, rows) in [(100, 30), (120, 40), (160, 50), (200, 60), (300, 60)] {
        for keys in ["c", "D", "i", "I"] {
            let screen = screen(columns, rows, keys);
            let top = screen.lines().nth(1).expect("a border");
            let list = top.chars().position(|c| c == '┓').expect("a list") + 1;
            let all = usize::from(columns);
            assert!(
                list <= all / 2 || all - list >= 112,
                "{columns} {keys}: {list}\n{screen}"
            );
        }
    }
}

/// What covers the names of the panels covers the highlight of one of them.
#[test]
fn no_highlight_shows_through_a_whole_list() {
    for keys in ["?", "!"] {
        let session = Session::new(80, 24).press(keys);
        let buffer = session.buffer();
        let is_reversed = |x: &u16| {
            let cell = buffer.cell((*x, 1)).expect("a cell");
            cell.modifier.contains(ratatui::style::Modifier::REVERSED)
                || cell.bg != ratatui::style::Color::Reset
        };
        assert_eq!(
            (0..80).filter(is_reversed).count(),
            0,
            "{keys}: {}",
            session.text()
        );
    }
}

/// A cut word says what it is of; an ellipsis alone says nothing.
#[test]
fn no_ellipsis_is_alone() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (160, 50)] {
        for keys in ["", "2", "3", "4"] {
            let screen = screen(columns, rows, keys);
            let alone = screen
                .lines()
                .find(|line| line.contains("  …┃") || line.contains("  …│"));
            assert_eq!(alone, None, "{columns}x{rows} {keys}\n{screen}");
        }
    }
}

#[test]
fn the_newest_event_and_the_key_to_all_keys_are_visible_at_every_size() {
    for (columns, rows) in [
        (60, 20),
        (80, 24),
        (100, 30),
        (120, 40),
        (160, 50),
        (200, 60),
    ] {
        let shown = screen(columns, rows, "");
        let selected = shown
            .lines()
            .find(|line| line.contains("┃▌"))
            .expect("a selection");
        assert!(selected.contains("Nuclear roadmap for 2025"), "{shown}");
        let last = shown.lines().last().expect("a status bar");
        assert!(last.contains("? keys"), "{shown}");
    }
}

#[test]
fn the_pane_follows_the_selection_while_searching() {
    let shown = screen(120, 40, "4/hydro");
    let pane: Vec<String> = shown
        .lines()
        .map(|line| line.chars().skip(60).collect())
        .collect();
    assert!(pane.join("\n").to_lowercase().contains("hydro"), "{shown}");
    assert_ne!(screen(120, 40, "1gj"), screen(120, 40, "1gjj"));
}

#[test]
fn a_lens_that_is_lifted_leaves_no_trace() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        for before in ["1gjj", "2jj", "3jj", "4jjj", "4/energy<enter>j"] {
            let was = screen(columns, rows, before);
            let keys = format!("{before}fnuclear<enter>F");
            assert_eq!(screen(columns, rows, &keys), was, "{keys}");
            assert_eq!(
                screen(columns, rows, &format!("{before}fnuclear<esc>")),
                was
            );
        }
    }
}

/// In print the title is bold; on the screen a full stop sets it apart.
#[test]
fn a_line_of_a_brief_does_not_run_into_its_title() {
    let text = screen(200, 60, "fenergy<enter>Bz");
    assert!(
        text.contains("First nuclear roadmap signed. Rosatom"),
        "{text}"
    );
}

/// The dossier has quotes; the lens has none.
#[test]
fn an_empty_panel_under_a_lens_says_so() {
    let text = screen(160, 50, "fzzz<enter>");
    for kind in ["events", "agreements", "series", "quotes"] {
        assert!(
            text.contains(&format!("no {kind} under this lens")),
            "{text}"
        );
    }
}

#[test]
fn every_list_obeys_the_lens() {
    let lens = screen(160, 50, "fenergy<enter>");
    assert!(
        lens.contains("lens: energy · 6 of 61 · 4 of 28 · 2 of 20 · 3 of 38"),
        "{lens}"
    );
    for (panel, count) in [
        ("1 Timeline", "6 of 61"),
        ("2 Agreements", "4 of 28"),
        ("3 Trade", "2 of 20"),
        ("4 Quotes", "3 of 38"),
    ] {
        let title = lens
            .lines()
            .find(|line| line.contains(panel))
            .expect("a panel");
        assert!(title.contains(count), "{panel}: {lens}");
    }
    let index = screen(160, 50, "fenergy<enter>i");
    for count in [
        "events (6 of 61)",
        "agreements (4 of 28)",
        "quotes (3 of 38)",
    ] {
        assert!(index.contains(count), "{count}\n{index}");
    }
    let contested = screen(160, 50, "fenergy<enter>c");
    let all = screen(160, 50, "c");
    assert!(all.contains("Trade rises, yet its figures fall"), "{all}");
    assert!(
        !contested.contains("Trade rises, yet its figures fall"),
        "{contested}"
    );
    // A panel's own search narrows further.
    let both = screen(160, 50, "fenergy<enter>4/hydro");
    assert!(both.contains("1 of 38"), "{both}");
}

#[test]
fn the_header_counts_what_presses_under_the_lens() {
    let header = |keys: &str| {
        let shown = on_a_day(120, 40, keys).text();
        shown.lines().next().unwrap_or_default().to_owned()
    };
    let all = header("");
    for words in ["≠ 4 contested", "? 3 queries", "2 due"] {
        assert!(all.contains(words), "{all}");
    }
    let energy = header("fenergy<enter>");
    assert!(
        energy.contains("1 due") && !energy.contains("queries"),
        "{energy}"
    );
    assert_eq!(header("fenergy<enter>F"), all);
}

#[test]
fn a_record_can_be_the_lens() {
    let shown = screen(160, 50, "3=");
    assert!(shown.contains("lens: id:trade-total"), "{shown}");
    let wrong = screen(160, 50, "fid:trade-totl");
    assert!(wrong.contains("did you mean `trade-total`?"), "{wrong}");
}

#[test]
fn marks_are_kept_and_counted_and_told_to_the_loop() {
    let mut session = Session::new(120, 40).press("1g");
    let effect = session.app.press(parse(" ")[0]);
    let Some(Effect::KeepMarks { add, remove }) = effect else {
        panic!("a mark is kept");
    };
    assert!(add.len() == 1 && remove.is_empty());
    session.draw();
    let marked = session.text();
    assert!(
        marked.contains("✓ 1 marked") && marked.contains("│✓") || marked.contains("┃✓"),
        "{marked}"
    );
    // The next one is selected; the mark is taken away from where it was set.
    let mut session = session.press("k");
    let effect = session.app.press(parse(" ")[0]);
    assert!(
        matches!(effect, Some(Effect::KeepMarks { add, remove }) if add.is_empty() && remove.len() == 1)
    );
    let range = screen(120, 40, "1gvjjjvm");
    assert!(range.contains("Marked (4)"), "{range}");
    let all = screen(120, 40, "1g 2 4 m");
    for kind in ["events", "agreements", "quotes"] {
        assert!(
            all.lines()
                .any(|line| line.starts_with(&format!("┃{kind}"))),
            "{kind}\n{all}"
        );
    }
    assert!(screen(120, 40, "1g 2 Mm").contains("nothing is marked"));
}

#[test]
fn a_brief_is_of_what_is_marked_else_of_the_lens() {
    let all = screen(120, 40, "B");
    assert!(all.contains("brief of the whole dossier"), "{all}");
    let lens = screen(120, 40, "fenergy<enter>B");
    assert!(lens.contains("brief of the lens energy"), "{lens}");
    let mut session = Session::new(120, 40).press("2jj fenergy<enter>");
    let Some(Effect::WriteBrief { brief, form }) = session
        .app
        .press(parse("w")[0])
        .or_else(|| session.app.press(parse("<enter>")[0]))
    else {
        panic!("a brief is written");
    };
    assert_eq!(form, BriefForm::Html);
    let lines = brief.sections.iter().map(|section| match &section.body {
        Body::Lines(lines) | Body::Numbered(lines) => lines.len(),
        _ => 0,
    });
    assert!(lines.sum::<usize>() >= 1, "{brief:?}");
}

#[test]
fn what_is_due_is_one_key_away() {
    let shown = on_a_day(120, 40, "d").text();
    for words in [
        "ASEAN-Russia plan of action 2021-2025",
        "Roadmap on nuclear energy 2025-2026",
        "ends in 33 days",
        "no evidence since [2023]",
    ] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    assert!(shown.contains("2 due"), "{shown}");
}

#[test]
fn the_palette_runs_keys_and_reads_records() {
    let run = screen(120, 40, ":contested<enter>");
    assert!(run.contains("┏ Contested ("), "{run}");
    let read = screen(120, 40, ":rosatom<enter>");
    assert!(read.contains("Rosatom ━"), "{read}");
    assert_eq!(screen(120, 40, ":zoom<esc>"), screen(120, 40, ""));
    // Help runs what it lists, too.
    let help = screen(120, 60, "?/toggle<esc><esc>");
    assert_eq!(help, screen(120, 60, ""));
}

#[test]
fn the_copy_menu_copies_what_it_names() {
    let mut session = Session::new(120, 40).press("4Y/id<enter>");
    let Some(Effect::Copy(text)) = session.app.press(parse("<enter>")[0]) else {
        panic!("a text is copied");
    };
    assert!(text.starts_with("q-"), "{text}");
}

#[test]
fn an_unbound_key_says_so_once() {
    let once = screen(120, 40, "#");
    assert!(once.contains("this key does nothing here"), "{once}");
    assert!(!screen(120, 40, "##").contains("this key does nothing here"));
    // The letters of a Russian keyboard are the keys that they are on.
    assert_eq!(screen(120, 40, "с"), screen(120, 40, "c"));
}

/// What people sit down for, with the most keys that it may take.
#[test]
fn the_usual_tasks_take_few_keys() {
    let tasks: [(&str, usize, &[&str]); 8] = [
        ("3l", 2, &["≈ US$ 5.0 million", "do not use alone"]),
        (
            "2/roadmap<enter>",
            11,
            &["signed", "Rosatom, for Russia", "2017-09"],
        ),
        ("4/yath mine<enter>", 13, &["Pany Yathotou, ", "Write (y)"]),
        ("1}", 2, &["Extension of the railway to Russia"]),
        (
            "4/putin railr<enter>",
            16,
            &["Russian President", "Moscow", "railroad"],
        ),
        ("fenergy<enter>", 9, &["lens: energy · 6 of 61"]),
        ("d", 1, &["Overdue"]),
        ("fenergy<enter>B<enter>", 13, &["━━ source"]),
    ];
    for (keys, most, words) in tasks {
        let count = parse(keys).len();
        assert!(count <= most, "{keys}: {count} keys");
        let shown = on_a_day(120, 40, keys).text();
        for word in words {
            assert!(shown.contains(word), "{keys}: no {word} in\n{shown}");
        }
    }
}

#[test]
fn the_contested_list_has_under_a_lens_what_the_command_line_lists() {
    for lens in [
        "",
        "is:open",
        "status:open",
        "kind:dispute",
        "-energy",
        "energy",
        "side:laos",
    ] {
        let workspace =
            bilat::workspace::Workspace::new(load(&Origin::BuiltIn).dossier, None, None);
        let kept = (!lens.is_empty()).then(|| workspace.lens(lens).expect("a lens"));
        let filter = Filter::default().under(kept);
        let (contests, dossier) = (&workspace.contests, &workspace.dossier);
        let entries = Entries::among(contests, dossier, &filter, &[], true);
        let shown = screen(120, 40, &format!("f{lens}<enter>c"));
        let title = format!("Contested ({})", entries.chosen.len());
        assert!(shown.contains(&title), "{lens}: {title}\n{shown}");
    }
}
