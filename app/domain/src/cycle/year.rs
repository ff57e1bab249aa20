//! The name of a cycle: its year.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The year in which a cycle's reports are due. There is one cycle a year, so that it names the cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct CycleYear(u16);

/// Not a year between 2000 and 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a year of a cycle")]
pub struct NotAYear;

impl TryFrom<u16> for CycleYear {
    type Error = NotAYear;

    fn try_from(year: u16) -> Result<Self, NotAYear> {
        if (2000..3000).contains(&year) {
            Ok(Self(year))
        } else {
            Err(NotAYear)
        }
    }
}

impl From<CycleYear> for u16 {
    fn from(year: CycleYear) -> Self {
        year.0
    }
}

impl From<CycleYear> for i32 {
    fn from(year: CycleYear) -> Self {
        Self::from(year.0)
    }
}

impl FromStr for CycleYear {
    type Err = NotAYear;

    /// One spelling only, since it stands in addresses.
    fn from_str(text: &str) -> Result<Self, NotAYear> {
        let year = text.parse::<u16>().map_err(|_| NotAYear)?.try_into()?;
        if format!("{year}") == text {
            Ok(year)
        } else {
            Err(NotAYear)
        }
    }
}

impl fmt::Display for CycleYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_one_spelling() {
        assert_eq!("2026".parse::<CycleYear>().map(u16::from), Ok(2026));
        for wrong in ["", "26", "+2026", "02026", "1999", "3000", "2026 "] {
            assert_eq!(wrong.parse::<CycleYear>(), Err(NotAYear), "{wrong}");
        }
    }
}
