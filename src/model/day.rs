//! Days of the calendar, compared and counted without a clock.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::shape::DATE_PATTERN;
use crate::text::Lang;

/// A day of the Gregorian calendar, from year 0 to year 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

/// Seconds in a day, leap seconds left out as POSIX does.
const SECONDS: u64 = 86_400;
/// Days from 1 March of year 0 to 1 January 1970.
const TO_EPOCH: u64 = 719_468;
/// Days in four centuries.
const ERA: u64 = 146_097;

impl Day {
    /// Reads `YYYY-MM-DD`, if there is such a day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (part(4)?, u8::try_from(part(2)?).ok()?, u8::try_from(part(2)?).ok()?);
        let there = parts.next().is_none() && (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
        there.then_some(Self { year, month, of_month: day })
    }

    /// The day, in universal time, of so many seconds after 1 January 1970; `None` after year 9999.
    pub fn of_epoch(seconds: u64) -> Option<Self> {
        // Years are taken from 1 March, so that a leap day is the last of its year: its number in an era of four
        // centuries then follows from the days alone.
        let days = seconds / SECONDS + TO_EPOCH;
        let (era, of_era) = (days / ERA, days % ERA);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = u16::try_from(era * 400 + year + u64::from(month <= 2)).ok().filter(|year| *year <= 9999)?;
        Some(Self { year, month: u8::try_from(month).ok()?, of_month: u8::try_from(day).ok()? })
    }

    /// The day as each language writes it.
    pub fn shown(self, lang: Lang) -> String {
        let Self { year, month, of_month: day } = self;
        lang.pick(format!("{day:02}/{month:02}/{year:04}"), self.to_string())
    }
}

/// How many days a month has.
const fn length(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a day"))
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": DATE_PATTERN })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        for day in ["2026-11-22", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(day).map(|day| day.to_string()).as_deref(), Some(day));
        }
        for text in
            ["2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-1-1", "+026-01-01", "", "x"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2026-01-01-01"), None);
    }

    #[test]
    fn seconds_become_the_day_they_fall_in() {
        let days = [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (86_400, "1970-01-02"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_709_164_800, "2024-02-29"),
            (1_767_225_599, "2025-12-31"),
            (4_107_542_400, "2100-03-01"),
            (253_402_300_799, "9999-12-31"),
        ];
        for (seconds, day) in days {
            assert_eq!(Day::of_epoch(seconds), Day::parse(day), "{seconds}");
        }
        assert_eq!(Day::of_epoch(253_402_300_800), None);
        assert_eq!(Day::of_epoch(u64::MAX), None);
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let days: Vec<Day> = (0..50_000).filter_map(|day| Day::of_epoch(day * SECONDS)).collect();
        assert_eq!(days.len(), 50_000);
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(days.iter().all(|day| Day::parse(&day.to_string()) == Some(*day)));
    }
}
