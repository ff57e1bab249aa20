//! When the cycles of the demonstration are: seen from the day on which it is loaded, last year's has closed and this
//! year's is open.

use super::NotSeeded;
use domain::{calendar::Day, cycle::CycleYear, ids::Timestamp};

/// Days from the opening of a cycle to the day on which reports are due, and to its close.
pub(super) const DUE: i64 = 75;
pub(super) const CLOSES: i64 = 120;
/// How many days ago this year's cycle opened.
const OPENED: i64 = 45;

/// A cycle of the demonstration: its year, and the day it opened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    /// Its year.
    pub year: CycleYear,
    /// The day on which it opened.
    pub on: Day,
}

impl Opened {
    /// Both cycles, last year's first, as they lie around this moment.
    pub(super) fn around(now: Timestamp) -> Result<[Self; 2], NotSeeded> {
        let unknown = |_| NotSeeded::Unreadable("the year has no cycle".to_owned());
        let today = Day::new(now.date()).map_err(|_| NotSeeded::Unreadable("no day".to_owned()))?;
        let this = today.plus(-OPENED);
        let year_of = |on: Day| on.plus(DUE).date().year();
        // A year has 365 days or one more: the cycle before is that of the year before.
        let days = if year_of(this.plus(-365)) == year_of(this) {
            366
        } else {
            365
        };
        let cycle = |on: Day| {
            let year = u16::try_from(year_of(on)).unwrap_or_default();
            Ok::<_, NotSeeded>(Self {
                year: year.try_into().map_err(unknown)?,
                on,
            })
        };
        Ok([cycle(this.plus(-days))?, cycle(this)?])
    }

    /// So many days after it opened, or before.
    pub(super) fn at(self, days: i64) -> Timestamp {
        Timestamp::from(self.on.date().midnight().assume_utc()).plus_seconds(days * 86_400)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_years_cycle_has_closed_on_any_day_of_four_years() {
        for day in 0..4 * 366 {
            let now = domain::samples::TUESDAY.plus_seconds(day * 86_400);
            let [last, this] = Opened::around(now).unwrap();
            assert_eq!(u16::from(last.year) + 1, u16::from(this.year), "{}", now.date());
            assert!(last.at(CLOSES + 3) < now && this.at(0) < now && now < this.at(DUE));
        }
    }
}
