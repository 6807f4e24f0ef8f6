//! The clock of the system, whatever it is set to.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDateTime};

/// The years 1 to 9998 in seconds since 1970: in each of them there is a local time too.
const FIRST: i64 = -62_135_596_800 + 86_400;
const LAST: i64 = 253_370_764_800 - 86_400;

/// The local date and time. A clock that is set to a time before 1970, as by an empty battery, is
/// believed like any other.
pub fn now() -> NaiveDateTime {
    let (seconds, nanoseconds) = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => (whole(since.as_secs()), since.subsec_nanos()),
        Err(error) => (-whole(error.duration().as_secs()) - 1, 0),
    };
    let utc = DateTime::from_timestamp(seconds.clamp(FIRST, LAST), nanoseconds);
    utc.unwrap_or_default().with_timezone(&Local).naive_local()
}

fn whole(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX - 1)
}
