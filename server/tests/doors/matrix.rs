//! Who gets what where, as a table to be read.

use crate::support::visitors::Visitor;
use domain::people::Side;
use server::web::doors::Who;
use std::fmt::Write;

/// Whether this visitor has any business behind a line for these.
pub fn is_for(who: Who, visitor: &Visitor) -> bool {
    match (who, &visitor.side) {
        (Who::Anyone, _) | (Who::SignedIn, Some(_)) => true,
        (Who::State, Some(side)) => matches!(side, Side::State { .. }),
        (Who::Secretariat, Some(side)) => matches!(side, Side::Secretariat(_)),
        (Who::Administrator, Some(side)) => matches!(side, Side::Administrator),
        (Who::Auditor, Some(side)) => matches!(side, Side::Auditor),
        (_, None) => false,
    }
}

/// A line of the table.
pub struct Row {
    /// The door.
    pub door: &'static str,
    /// What each visitor got.
    pub statuses: Vec<u16>,
}

/// The table. What is not there for somebody is a dot.
pub fn table(visitors: &[Visitor], rows: &[Row]) -> String {
    let mut table = format!("{:<48}", "");
    for visitor in visitors {
        let _ = write!(table, "{:<8}", visitor.name);
    }
    for Row { door, statuses } in rows {
        let _ = write!(table, "\n{door:<48}");
        for status in statuses {
            let said = if *status == 404 {
                "·".to_owned()
            } else {
                status.to_string()
            };
            let _ = write!(table, "{said:<8}");
        }
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}
