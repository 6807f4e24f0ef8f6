//! Properties of intervals, for any figures.

use bilat::dossier::Number;
use bilat::dossier::observation::Qualifier;
use bilat::figures::Interval;
use proptest::prelude::*;

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

/// Positive figures as printed, with up to three places after the point.
fn printed() -> impl Strategy<Value = String> {
    (1u32..1_000_000, 0usize..4).prop_map(|(digits, places)| {
        let text = format!("{digits:0width$}", width = places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        if places == 0 {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        }
    })
}

/// A percentage as printed, from a fall by 90 to a tenfold rise.
fn percent() -> impl Strategy<Value = String> {
    (-90i32..900, 0u32..10).prop_map(|(whole, tenth)| format!("{whole}.{tenth}"))
}

fn written(text: &str) -> Interval {
    Interval::written(number(text))
}

/// `inner` lies within `outer`, but for the last bits.
fn within(inner: Interval, outer: Interval) -> bool {
    let slack = 1e-9 * outer.high.abs().max(outer.low.abs());
    outer.low <= inner.low + slack && inner.high <= outer.high + slack
}

/// A value within the interval, at `share` of its width.
fn pick(interval: Interval, share: f64) -> f64 {
    interval.low + share * (interval.high - interval.low)
}

#[test]
fn a_written_number_is_half_open() {
    let level = written("8.3");
    assert!(level.contains(8.25) && level.contains(8.3) && !level.contains(8.35));
    let fall = written("-8.3");
    assert!(!fall.contains(-8.35) && fall.contains(-8.25));
    assert!(!written("8").overlaps(written("9")) && !written("7.7").overlaps(written("7.8")));
}

#[test]
fn words_widen_or_open_it() {
    let stated = |text, word| Interval::stated(number(text), Some(word));
    let about = stated("50", Qualifier::About);
    assert_eq!((about.low, about.high), (47.5, 52.5), "a twentieth");
    let about = stated("7", Qualifier::Estimated);
    assert_eq!(
        (about.low, about.high),
        (6.0, 8.0),
        "one unit is more than a twentieth"
    );
    let more = stated("20", Qualifier::MoreThan);
    assert!(!more.contains(20.0) && more.contains(20.1) && more.contains(1e12));
    let less = stated("20", Qualifier::LessThan);
    assert!(!less.contains(20.0) && less.contains(19.9) && less.contains(-1.0));
    assert!((more.middle() - 20.0).abs() < 1e-9, "the end that was told");
}

#[test]
fn growth_leads_back_to_the_base() {
    let level = Interval::stated(number("8.3"), Some(Qualifier::About));
    let base = level.before_growth(written("66")).unwrap();
    assert_eq!(base.shown(), "5.0");
    assert_eq!(base.span(), "between 4.73 and 5.27");
    assert_eq!(written("5").before_growth(written("-100")), None);
    assert_eq!(written("-5").after_growth(written("10")), None);
    let persons = written("79").scaled(1e9).over(written("10112")).unwrap();
    assert_eq!(persons.scaled(1e-6).shown(), "7.81");
    assert_eq!(persons.shown(), "7,810,000", "no digit that is not known");
    assert_eq!(written("8.3").over(written("0")), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_so_is_in_it(text in printed(), share in 0.001f64..0.999) {
        let interval = written(&text);
        let value = pick(interval, share);
        prop_assert!(interval.contains(value));
        let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        prop_assert_eq!(format!("{value:.places$}"), text);
    }

    #[test]
    fn results_contain_what_follows_from_any_value(
        level in printed(), rate in percent(), a in 0.001f64..0.999, b in 0.001f64..0.999,
    ) {
        let (level, rate) = (written(&level), written(&rate));
        let (x, p) = (pick(level, a), pick(rate, b));
        let after = level.after_growth(rate).unwrap();
        prop_assert!(after.contains(x * (1.0 + p / 100.0)));
        let before = level.before_growth(rate).unwrap();
        prop_assert!(before.contains(x / (1.0 + p / 100.0)));
    }

    #[test]
    fn quotients_contain_every_quotient(
        total in printed(), each in printed(), a in 0.001f64..0.999, b in 0.001f64..0.999,
    ) {
        let (total, each) = (written(&total), written(&each));
        prop_assume!(each.low > 0.0 && total.low >= 0.0);
        let quotient = total.over(each).unwrap();
        prop_assert!(quotient.contains(pick(total, a) / pick(each, b)));
    }

    #[test]
    fn there_and_back_again_loses_nothing(level in printed(), rate in percent()) {
        let (level, rate) = (written(&level), written(&rate));
        let back = level.after_growth(rate).unwrap().before_growth(rate).unwrap();
        prop_assert!(within(level, back));
        // An exact rate is undone exactly.
        let exact = Interval::exact(rate.middle());
        let back = level.after_growth(exact).unwrap().before_growth(exact).unwrap();
        prop_assert!(within(level, back) && within(back, level));
    }

    #[test]
    fn wider_figures_give_wider_results(level in printed(), rate in percent()) {
        let about = |text: &str| Interval::stated(number(text), Some(Qualifier::About));
        let (narrow, wide) = (written(&level), about(&level));
        prop_assert!(within(narrow, wide));
        prop_assume!(wide.low >= 0.0);
        let rate = written(&rate);
        prop_assert!(within(narrow.after_growth(rate).unwrap(), wide.after_growth(rate).unwrap()));
        prop_assert!(within(narrow.before_growth(rate).unwrap(), wide.before_growth(rate).unwrap()));
        let each = written("7");
        prop_assert!(within(narrow.over(each).unwrap(), wide.over(each).unwrap()));
    }

    #[test]
    fn chains_of_growth_compose(level in printed(), one in percent(), two in percent()) {
        let level = written(&level);
        let exact = |text: &str| Interval::exact(number(text).value());
        let steps = level.after_growth(exact(&one)).unwrap().after_growth(exact(&two)).unwrap();
        let factor = |text: &str| 1.0 + number(text).value() / 100.0;
        let both = Interval::exact((factor(&one) * factor(&two) - 1.0) * 100.0);
        let once = level.after_growth(both).unwrap();
        prop_assert!(within(steps, once) && within(once, steps));
        // The order of the steps makes no difference, rounded rates or not.
        let (a, b) = (written(&one), written(&two));
        let ab = level.after_growth(a).unwrap().after_growth(b).unwrap();
        let ba = level.after_growth(b).unwrap().after_growth(a).unwrap();
        prop_assert!(within(ab, ba) && within(ba, ab));
    }

    #[test]
    fn overlap_is_mutual_and_a_factor_tells_of_a_gap(one in printed(), two in printed()) {
        let (a, b) = (written(&one), written(&two));
        prop_assume!(a.low > 0.0 && b.low > 0.0);
        prop_assert_eq!(a.overlaps(b), b.overlaps(a));
        prop_assert!(a.overlaps(a));
        let least = a.least_factor(b).unwrap();
        prop_assert!(least >= 1.0 && Some(least) == b.least_factor(a));
        if least > 1.0 + 1e-6 {
            prop_assert!(!a.overlaps(b));
        }
    }
}
