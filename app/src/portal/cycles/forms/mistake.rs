//! Everything that can be wrong with what was typed.

use domain::cycle::PlanFlaw;
use serde::{Deserialize, Serialize};

/// Something to mend in a form. Its sentence is `mend-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mistake {
    /// Not a version like 2026.1.
    Version,
    /// A version that does not come after the latest.
    VersionBefore,
    /// A version that was begun.
    VersionTaken,
    /// Not a year.
    Year,
    /// A year that has a cycle.
    YearTaken,
    /// Not a version there is.
    Questionnaire,
    /// Not a day.
    Opens,
    /// Not a day.
    Due,
    /// Not a day.
    Closes,
    /// Not in this order.
    DaysOutOfOrder,
    /// Due in another year.
    OtherYear,
    /// Name, place and day of a conference, or none of them.
    Conference,
    /// Not a day.
    ConferenceDate,
    /// It has passed when reports are due.
    ConferenceBefore,
    /// It carries a classification marking.
    Classified,
    /// Nobody takes part.
    NoStates,
    /// A State or a circle that is not known.
    States,
    /// No audience was chosen.
    Audience,
    /// Not days from the day on which reports are due, or too many, or outside the cycle.
    Reminders,
    /// Not a day.
    Until,
    /// A day before reports are due or after the cycle closes.
    UntilOutside,
    /// No reason.
    Reason,
    /// More than a note may hold.
    ReasonLong,
    /// It carries a classification marking.
    ReasonClassified,
    /// Characters that cannot be shown.
    ReasonUnreadable,
    /// Not an id of an instrument's item.
    Item,
    /// An item there is.
    ItemTaken,
    /// No title.
    Title,
    /// No symbol.
    Symbol,
    /// No status was chosen.
    Status,
    /// No circle was chosen.
    Circle,
    /// Not the id of a circle.
    CircleId,
    /// No name.
    CircleName,
    /// Not a zone.
    Zone,
    /// Not a weekday, or no day of the week is left to work on.
    Weekdays,
    /// Not a day: in this line, from 1.
    DayOff(u32),
    /// More days off than a year has.
    DaysOffMany,
    /// More text than days off could be.
    DaysOffLong,
}

impl Mistake {
    /// Every mistake, each once.
    pub const ALL: [Self; 38] = [
        Self::Version,
        Self::VersionBefore,
        Self::VersionTaken,
        Self::Year,
        Self::YearTaken,
        Self::Questionnaire,
        Self::Opens,
        Self::Due,
        Self::Closes,
        Self::DaysOutOfOrder,
        Self::OtherYear,
        Self::Conference,
        Self::ConferenceDate,
        Self::ConferenceBefore,
        Self::Classified,
        Self::NoStates,
        Self::States,
        Self::Audience,
        Self::Reminders,
        Self::Until,
        Self::UntilOutside,
        Self::Reason,
        Self::ReasonLong,
        Self::ReasonClassified,
        Self::ReasonUnreadable,
        Self::Item,
        Self::ItemTaken,
        Self::Title,
        Self::Symbol,
        Self::Status,
        Self::Circle,
        Self::CircleId,
        Self::CircleName,
        Self::Zone,
        Self::Weekdays,
        Self::DayOff(1),
        Self::DaysOffMany,
        Self::DaysOffLong,
    ];

    /// The code its sentence ends with, and the field to mend: the name of its control.
    const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Version => ("version", "version"),
            Self::VersionBefore => ("version-before", "version"),
            Self::VersionTaken => ("version-taken", "version"),
            Self::Year => ("year", "year"),
            Self::YearTaken => ("year-taken", "year"),
            Self::Questionnaire => ("questionnaire", "questionnaire"),
            Self::Opens => ("opens", "opens"),
            Self::Due => ("due", "due"),
            Self::Closes => ("closes", "closes"),
            Self::DaysOutOfOrder => ("days-out-of-order", "opens"),
            Self::OtherYear => ("other-year", "due"),
            Self::Conference => ("conference", "conference_name"),
            Self::ConferenceDate => ("conference-date", "conference_date"),
            Self::ConferenceBefore => ("conference-before", "conference_date"),
            Self::Classified => ("classified", "conference_name"),
            Self::NoStates => ("no-states", "circle"),
            Self::States => ("states", "circle"),
            Self::Audience => ("audience", "audience"),
            Self::Reminders => ("reminders", "before"),
            Self::Until => ("until", "until"),
            Self::UntilOutside => ("until-outside", "until"),
            Self::Reason => ("reason", "reason"),
            Self::ReasonLong => ("reason-long", "reason"),
            Self::ReasonClassified => ("reason-classified", "reason"),
            Self::ReasonUnreadable => ("reason-unreadable", "reason"),
            Self::Item => ("item", "item"),
            Self::ItemTaken => ("item-taken", "item"),
            Self::Title => ("title", "title"),
            Self::Symbol => ("symbol", "symbol"),
            Self::Status => ("status", "status"),
            Self::Circle => ("circle", "circle"),
            Self::CircleId => ("circle-id", "circle_id"),
            Self::CircleName => ("circle-name", "circle_name"),
            Self::Zone => ("zone", "zone"),
            Self::Weekdays => ("weekdays", "weekdays"),
            Self::DayOff(_) => ("day-off", "days_off"),
            Self::DaysOffMany => ("days-off-many", "days_off"),
            Self::DaysOffLong => ("days-off-long", "days_off"),
        }
    }

    /// The code its sentence ends with.
    pub const fn code(self) -> &'static str {
        self.parts().0
    }

    /// The field to mend.
    pub const fn field(self) -> &'static str {
        self.parts().1
    }

    /// The line it is in, where that is to be said.
    pub const fn line(self) -> Option<u32> {
        match self {
            Self::DayOff(line) => Some(line),
            _ => None,
        }
    }
}

impl From<PlanFlaw> for Mistake {
    fn from(flaw: PlanFlaw) -> Self {
        match flaw {
            PlanFlaw::DaysOutOfOrder => Self::DaysOutOfOrder,
            PlanFlaw::OtherYear => Self::OtherYear,
            PlanFlaw::NoStates => Self::NoStates,
            PlanFlaw::Conference => Self::Conference,
            PlanFlaw::ConferenceBefore => Self::ConferenceBefore,
            PlanFlaw::Reminders => Self::Reminders,
            PlanFlaw::Classified => Self::Classified,
        }
    }
}
