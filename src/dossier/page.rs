//! A record.
