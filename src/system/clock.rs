//! The clock of the system, whatever it is set to.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDateTime, Utc};

/// The years 1 to 9998 in seconds since 1970: in each of them there is a local time too.
const FIRST: i64 = -62_135_596_800 + 86_400;
const LAST: i64 = 253_370_764_800 - 86_400;

/// The local date and time. A clock that is set to a time before 1970, as by an empty battery, is
/// believed like any other.
pub fn now() -> NaiveDateTime {
    let utc = utc(SystemTime::now());
    utc.with_timezone(&Local).naive_local()
}

fn utc(time: SystemTime) -> DateTime<Utc> {
    let (seconds, nanoseconds) = match time.duration_since(UNIX_EPOCH) {
        Ok(since) => (whole(since.as_secs()), since.subsec_nanos()),
        Err(error) => {
            let before = error.duration();
            // Of a second that has begun the whole one.
            let begun = i64::from(before.subsec_nanos() > 0);
            (-whole(before.as_secs()) - begun, 0)
        }
    };
    DateTime::from_timestamp(seconds.clamp(FIRST, LAST), nanoseconds).unwrap_or_default()
}

fn whole(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX - 1)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn whatever_the_clock_says_is_a_day() {
        let day = 86_400;
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (-day * 365, "1969-01-01"),
            (-62_200_000_000, "0001-01-02"),
            (i64::MIN + 1_000_000, "0001-01-02"),
            (1_795_910_400, "2026-11-29"),
            (300_000_000_000, "9998-12-31"),
        ] {
            let far = Duration::from_secs(seconds.unsigned_abs());
            let time = if seconds < 0 {
                UNIX_EPOCH.checked_sub(far)
            } else {
                UNIX_EPOCH.checked_add(far)
            };
            let utc = utc(time.expect("the system can say so"));
            assert_eq!(utc.date_naive().to_string(), expected, "{seconds}");
            // And so it is a local day.
            let _ = utc.with_timezone(&Local).naive_local();
        }
    }
}
