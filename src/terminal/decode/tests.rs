//! Bytes in, keys out.

use super::*;

fn decode(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(bytes, &mut out);
    decoder.pause(&mut out);
    out
}

/// Keys as a person would write them.
fn names(bytes: &[u8]) -> String {
    let name = |input| match input {
        Input::Paste(text) => format!("paste {text:?}"),
        Input::Mouse(mouse) => format!("{:?}@{},{}", mouse.pressed, mouse.column, mouse.row),
        Input::Key(key) => {
            let mut name = String::new();
            for (modifier, prefix) in [
                (KeyModifiers::CONTROL, "ctrl-"),
                (KeyModifiers::ALT, "alt-"),
                (KeyModifiers::SHIFT, "shift-"),
            ] {
                if key.modifiers.contains(modifier) {
                    name += prefix;
                }
            }
            match key.code {
                KeyCode::Char(c) => name + &c.to_string(),
                other => name + &other.to_string(),
            }
        }
    };
    let names: Vec<_> = decode(bytes).into_iter().map(name).collect();
    names.join(" ")
}

#[test]
fn keys_of_every_usual_terminal() {
    for (bytes, expected) in [
        (&b"jG/?"[..], "j shift-G / ?"),
        ("ёສ𝄞".as_bytes(), "ё ສ 𝄞"),
        (b"\r\t\x7f\x08 \0", "Enter Tab Backspace ctrl-h   ctrl- "),
        (b"\x03\x0f\x1a\x1f", "ctrl-c ctrl-o ctrl-z ctrl-7"),
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1bx\x1b\x7f", "alt-x alt-Backspace"),
        ("\x1bё".as_bytes(), "alt-ё"),
        (
            b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F",
            "Up Down Right Left Home End",
        ),
        (b"\x1bOA\x1bOH\x1bOP\x1bOR\x1bOM", "Up Home F1 F3 Enter"),
        (b"\x1b[Z\x1b[1;2Z", "shift-Back Tab shift-Back Tab"),
        (b"\x1b[1;5C\x1b[1;3A\x1bOc", "ctrl-Right alt-Up ctrl-Right"),
        (
            b"\x1b[5~\x1b[6~\x1b[3~\x1b[7~\x1b[4~",
            "Page Up Page Down Del Home End",
        ),
        (b"\x1b[15~\x1b[24~\x1b[[A", "F5 F12 F1"),
        (
            b"\x1b[27;5;100~\x1b[111;5u\x1b[9;2u\x1b[13u",
            "ctrl-d ctrl-o shift-Back Tab Enter",
        ),
    ] {
        assert_eq!(names(bytes), expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn the_mouse_says_where() {
    for (bytes, expected) in [
        (&b"\x1b[<0;1;1M\x1b[<0;1;1m"[..], "Button@0,0"),
        (b"\x1b[<16;80;24M", "Button@79,23"),
        (
            b"\x1b[<64;300;200M\x1b[<65;3;4M",
            "WheelUp@299,199 WheelDown@2,3",
        ),
    ] {
        assert_eq!(names(bytes), expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn answers_of_the_terminal_press_nothing() {
    for answer in [
        &b"\x1bP>|xterm(390)q\x1b\\"[..],
        b"\x1bP1$r0 q\x1b\\",
        b"\x1b]11;rgb:0000/cccc/qqqq\x07",
        b"\x1b]52;c;cXE=\x1b\\",
        b"\x1b_Gi=1;q\x1b\\",
        b"\x1b^q\x1b\\",
        b"\x1bXq\x1b\\",
        b"\x1b[?62;1;4c",
        b"\x1b[>0;276;0c",
        b"\x1b[=0;1q",
        b"\x1b[?2026;0$y",
        b"\x1b[0;0R",
        b"\x1b[24;80R",
        b"\x1b[0n",
        b"\x1b[8;24;80t",
        b"\x1b[?1u",
        b"\x1b[I\x1b[O",
        b"\x1b[<0;0;0M\x1b[<0;0;0m",
        b"\x1b[<0;7;3m\x1b[<2;7;3M\x1b[<35;7;3M\x1b[<66;7;3M",
        b"\x1b[<0M\x1b[<0;7M\x1b[<0;99999;3M",
        b"\x1b[M qq",
        b"\x1b[106;1:3u",
        b"\xff\xfe\x80",
        b"\xc2\x9b",
    ] {
        let then = [answer, b"j"].concat();
        assert_eq!(names(&then), "j", "{}", answer.escape_ascii());
        // However the line cuts it in pieces.
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        for byte in &then {
            decoder.feed(&[*byte], &mut out);
        }
        assert_eq!(out.len(), 1, "{}", answer.escape_ascii());
    }
}

#[test]
fn an_unfinished_answer_lets_keys_through_after_a_pause() {
    for begun in [
        &b"\x1bP>|xt"[..],
        b"\x1b]11;",
        b"\x1b[?1",
        b"\x1bO",
        b"\xe0\xba",
    ] {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        decoder.feed(begun, &mut out);
        assert!(decoder.patience().is_some());
        decoder.pause(&mut out);
        assert_eq!(decoder.patience(), None);
        decoder.feed(b"q", &mut out);
        assert_eq!(out.len(), 1, "{}", begun.escape_ascii());
    }
    assert_eq!(names(b"\x1b]11;rgb\x03"), "ctrl-c");
}

#[test]
fn a_paste_is_one_event() {
    for (bytes, expected) in [
        (
            &b"\x1b[200~hydro power\x1b[201~j"[..],
            "paste \"hydro power\" j",
        ),
        (b"\x1b[200~a\r\nb\rc\x1b[201~", "paste \"a\\nb\\nc\""),
        (b"\x1b[200~a\x1b[20\x1b[201~", "paste \"a[20\""),
        (b"\x1b[200~a\x03\x1b]0;t\x07\x1b[201~", "paste \"a]0;t\""),
        (b"\x1b[200~a\x1b[201~q", "paste \"a\" q"),
        (b"\x1b[200~lost end", "paste \"lost end\""),
        (b"\x1b[200~\xff\x1b[201~", "paste \"\u{fffd}\""),
        (b"\x1b[201~j", "j"),
    ] {
        assert_eq!(names(bytes), expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_paste_is_cut_at_its_limit_and_the_rest_is_no_key() {
    let long = "ສ".repeat(MAX_PASTE);
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.extend(long.as_bytes());
    bytes.extend(b"\x1b[201~j");
    let out = decode(&bytes);
    let [Input::Paste(text), Input::Key(key)] = &out[..] else {
        panic!("{} events", out.len());
    };
    assert_eq!(text.len(), MAX_PASTE / 3 * 3);
    assert!(text.chars().all(|c| c == 'ສ'));
    assert_eq!(key.code, KeyCode::Char('j'));
}
