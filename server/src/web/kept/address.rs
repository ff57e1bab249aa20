//! Under which address a page is kept: one spelling for each page, or none.

use app::routes;
use axum::http::Uri;
use domain::{
    catalogue::{List, NOTICE_KIND, SECTORS},
    commitment::Instrument,
    crosswalk::View,
    state::StateCode,
};
use std::collections::BTreeMap;

/// The address of a page that may be kept, without its host.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address(String);

impl Address {
    /// The one spelling of this address. `None` where it is spelled oddly, or asks for something that is not from a
    /// closed list: whatever else a query may come to mean, it is not read here as meaning nothing.
    pub fn of(uri: &Uri) -> Option<Self> {
        let path = uri.path();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.');
        if !path.bytes().all(plain) {
            return None;
        }
        match uri.query().unwrap_or_default() {
            "" => Some(Self(path.to_owned())),
            query => with_conditions(path, query),
        }
    }

    /// The kind of page it is, where there are many of it: those below one place of the site, or the lists with
    /// conditions. The page of a cycle, of a commitment or of a State's history is of none: there are a few hundred, so
    /// large that unpacking one takes as long as sending it.
    pub fn kind(&self) -> Option<&str> {
        let (cycles, commitments, reports) = (routes::CYCLES, routes::COMMITMENTS, routes::PARTICIPANTS);
        let is_single = deep(&self.0, cycles) == 1 || deep(&self.0, commitments) == 1 || deep(&self.0, reports) == 2;
        let end = self.0.get(1..)?.find(['/', '?'])?;
        self.0.get(..end + 2).filter(|_| self.is_filtered() || !is_single)
    }

    /// Whether it is a list with conditions.
    pub fn is_filtered(&self) -> bool {
        self.0.contains('?')
    }

    /// The address, to be rendered.
    pub fn uri(&self) -> Uri {
        // Letters, digits, `/-?=&`: it came out of a URI.
        self.0.parse().unwrap_or_default()
    }

    /// What it takes to remember it.
    pub fn weight(&self) -> usize {
        self.0.len()
    }
}

/// The list with these conditions, in the order of their names. An empty box of the form is no condition, and the first
/// page is where a list begins. A page that has no list is not there a second time, and so is not found.
fn with_conditions(path: &str, query: &str) -> Option<Address> {
    let mut conditions = BTreeMap::new();
    for condition in query.split('&') {
        let (name, value) = condition.split_once('=')?;
        if !is_asked_of(path, name) || conditions.insert(name, value).is_some() || !is_condition(name, value) {
            return None;
        }
    }
    let conditions = conditions.into_iter().filter(|(_, value)| !value.is_empty());
    let conditions: Vec<_> = conditions
        .filter(|condition| *condition != ("page", "1"))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mark = if conditions.is_empty() { "" } else { "?" };
    Some(Address(format!("{path}{mark}{}", conditions.join("&"))))
}

/// Whether a page with this path can be asked for by this name. Of lists that have no form only the page can be chosen,
/// of the pages of progress reports the order or the year.
fn is_asked_of(path: &str, name: &str) -> bool {
    match name {
        "state" | "kind" | "sector" | "words" => path == routes::PUBLICATIONS,
        "year" => path == routes::PUBLICATIONS || deep(path, routes::PARTICIPANTS) == 2,
        "page" => {
            path == routes::PUBLICATIONS
                || deep(path, routes::PARTICIPANTS) == 1
                || deep(path, routes::COMMITMENTS) == 1
        }
        "of" => deep(path, routes::CYCLES) == 1,
        "by" => deep(path, routes::CYCLES) == 2,
        _ => false,
    }
}

/// How many segments follow a place of the site.
fn deep(path: &str, place: &str) -> usize {
    let below = path.strip_prefix(place).and_then(|rest| rest.strip_prefix('/'));
    below.map_or(0, |rest| rest.split('/').count())
}

/// Whether the list knows this condition, and would write it so. Words that are searched for are none: of those only the
/// empty box is known here.
fn is_condition(name: &str, value: &str) -> bool {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    match name {
        "state" => value.is_empty() || value.parse::<StateCode>().is_ok(),
        "year" => value.is_empty() || digits && value.len() == 4,
        "kind" => value.is_empty() || is_of(&NOTICE_KIND, value),
        "sector" => value.is_empty() || is_of(&SECTORS, value),
        "page" => digits && value.len() <= 6 && !value.starts_with('0'),
        "words" => value.is_empty(),
        "of" => Instrument::from_code(value).is_some(),
        "by" => View::from_code(value).is_some(),
        _ => false,
    }
}

fn is_of(list: &List, value: &str) -> bool {
    list.codes.iter().any(|code| code.id == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(address: &str) -> Option<String> {
        Address::of(&address.parse().unwrap()).map(|address| address.uri().to_string())
    }

    #[test]
    fn a_page_is_kept_under_one_address() {
        for page in ["/", "/about", "/publications/PUB-2026-0412", "/participants/XV"] {
            assert_eq!(kept(page).as_deref(), Some(page));
        }
        let filtered = "/publications?kind=incident&page=3&state=XV&year=2026";
        for spelling in [
            filtered,
            "/publications?year=2026&state=XV&page=3&kind=incident",
            "/publications?words=&state=XV&year=2026&sector=&kind=incident&page=3",
        ] {
            assert_eq!(kept(spelling).as_deref(), Some(filtered));
        }
        for spelling in ["/publications", "/publications?", "/publications?state=&year=&page=1"] {
            assert_eq!(kept(spelling).as_deref(), Some("/publications"));
        }
        assert_eq!(kept("/participants/XV?page=1").as_deref(), Some("/participants/XV"));
        assert_eq!(
            kept("/participants/XV?page=2").as_deref(),
            Some("/participants/XV?page=2")
        );
    }

    #[test]
    fn pages_of_progress_reports_are_kept_in_each_of_their_orders() {
        for page in [
            "/cycles",
            "/cycles/2026",
            "/cycles/2026?of=norms",
            "/cycles/2026/XV",
            "/cycles/2026/XV?by=survey",
            "/commitments/13g",
            "/commitments/UN-CBM-1?page=2",
            "/questionnaires/2026.1",
            "/participants/XV/reports?year=2026",
        ] {
            assert_eq!(kept(page).as_deref(), Some(page));
        }
        for other in [
            "/cycles/2026?of=anything",
            "/cycles/2026?by=norms",
            "/cycles/2026?of=",
            "/cycles/2026/XV?of=norms",
            "/cycles/2026/XV?by=progress",
            "/cycles?page=2",
            "/commitments?page=2",
            "/participants/XV?year=2026",
            "/participants/XV/reports?page=2",
        ] {
            assert_eq!(kept(other), None, "{other}");
        }
    }

    #[test]
    fn pages_of_which_there_are_many_are_of_a_kind() {
        for (address, kind) in [
            ("/", None),
            ("/publications", None),
            ("/publications/PUB-2026-0412", Some("/publications/")),
            ("/publications?year=2026", Some("/publications?")),
            ("/participants/XV", Some("/participants/")),
            ("/participants/XV?page=2", Some("/participants/")),
            ("/cycles/2026/XV", Some("/cycles/")),
            ("/cycles/2026?of=norms", Some("/cycles/")),
            ("/commitments/13g?page=2", Some("/commitments/")),
            ("/cycles/2026", None),
            ("/commitments/13g", None),
            ("/participants/XV/reports", None),
        ] {
            assert_eq!(
                Address::of(&address.parse().unwrap()).unwrap().kind(),
                kind,
                "{address}"
            );
        }
    }

    #[test]
    fn what_anybody_could_count_up_is_not_kept() {
        for address in [
            "/?x=1",
            "/about?page=2",
            "/publications?x=1",
            "/publications?state=XV&x=1",
            "/publications?state=XV&state=XV",
            "/publications?state=Valdoria",
            "/publications?state=%58V",
            "/publications?year=02026",
            "/publications?year=MMXX",
            "/publications?page=0",
            "/publications?page=01",
            "/publications?kind=anything",
            "/publications?words=archive",
            "/participants?page=2",
            "/participants/XV?year=2026",
            "/participants/XV?page=02",
            "/publications?page",
            "/publications/PUB%2D2026-0412",
        ] {
            assert_eq!(kept(address), None, "{address}");
        }
    }
}
