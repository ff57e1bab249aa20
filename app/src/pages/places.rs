//! The places the head of a page leads to: the same few for every visitor, or those of the side a person is on.
//!
//! A place that is not listed is not locked by that, nor one that is listed open: whoever goes there is asked again.

use crate::routes;
use domain::people::{Actor, Side};

/// A place, and the message that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it is.
    pub path: &'static str,
    /// Message id of its name.
    pub name: &'static str,
}

impl Place {
    /// Whether a page with this path lies in this place.
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(self.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

const fn place(path: &'static str, name: &'static str) -> Place {
    Place { path, name }
}

/// Where everyone may go.
pub fn public() -> Vec<Place> {
    vec![
        place(routes::PUBLICATIONS, "shell-publications"),
        place(routes::CYCLES, "shell-cycles"),
        place(routes::PARTICIPANTS, "shell-participants"),
        place(routes::ABOUT, "shell-about"),
        place(routes::SIGN_IN, "shell-sign-in"),
    ]
}

/// Where this person works, or where somebody goes who is not signed in.
pub fn of(actor: Option<&Actor>) -> Vec<Place> {
    match actor.map(|actor| &actor.side) {
        Some(Side::State { .. }) => vec![
            place(routes::FILINGS, "shell-filings"),
            place(routes::REPORTS, "reports-title"),
            place(routes::SHARED, "shell-shared"),
            place(routes::PUBLICATIONS, "shell-publications"),
        ],
        Some(Side::Secretariat(_)) => {
            vec![
                place(routes::QUEUE, "shell-queue"),
                place(routes::PREPARATION, "shell-preparation"),
                place(routes::PUBLICATIONS, "shell-publications"),
            ]
        }
        Some(Side::Administrator) => vec![
            place(routes::PEOPLE, "shell-people"),
            place(routes::STATES, "shell-states"),
        ],
        Some(Side::Auditor) => vec![place(routes::LOG, "shell-log")],
        None => public(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_holds_what_lies_below_it() {
        let publications = place("/publications", "shell-publications");
        assert!(publications.holds("/publications") && publications.holds("/publications/PUB-2026-0412"));
        assert!(!publications.holds("/publications-of-others") && !publications.holds("/"));
    }
}
