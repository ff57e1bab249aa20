//! Every page, of everything there is.

use crate::support::visitors::Visitor;
use domain::form::Section;
use server::web::doors::{PAGES, Who};

/// A page that somebody asked for, and what they got: status, headers, body.
pub struct Read {
    /// Where.
    pub address: String,
    /// What.
    pub bytes: String,
}

/// The publications of these tests, and one that is not there.
const PUBLICATIONS: [&str; 3] = ["PUB-2026-0001", "PUB-2026-0002", "PUB-2026-0003"];

/// Pages that say more when asked for with a query.
const QUERIES: [(&str, &str); 8] = [
    ("/publications", "?state=XV&year=2026"),
    ("/publications", "?words=canary&kind=incident"),
    ("/publications", "?words=%22&year=abc&page=9"),
    ("/filings", "?page=1"),
    ("/filings/{reference}", "?done=approve"),
    ("/filings/{reference}/form/{section}", "?check=1&classified=measures"),
    ("/review", "?all=1"),
    ("/people/invite", "?refused=incomplete"),
];

/// Asks for everything.
pub async fn crawl(visitor: &Visitor, filings: &[String]) -> Vec<Read> {
    let mut read = Vec::new();
    for address in PAGES.iter().flat_map(|(page, _)| addresses(page, filings)) {
        let bytes = visitor.gets(&address).await.telling();
        read.push(Read { address, bytes });
    }
    read
}

/// The pages that are for everyone, to the last byte.
pub async fn public_pages(nobody: &Visitor) -> Vec<String> {
    let mut bytes = Vec::new();
    for (page, _) in PAGES.iter().filter(|(_, who)| *who == Who::Anyone) {
        for address in addresses(page, &[]) {
            bytes.push(nobody.gets(&address).await.telling());
        }
    }
    bytes
}

/// This page of everything it can be about.
fn addresses(page: &str, filings: &[String]) -> Vec<String> {
    let queries = QUERIES.iter().filter(|(of, _)| *of == page).map(|(_, query)| *query);
    let asked: Vec<String> = [""]
        .into_iter()
        .chain(queries)
        .map(|query| format!("{page}{query}"))
        .collect();
    let named = each(asked, "{reference}", references(page, filings));
    let sections = each(
        named,
        "{section}",
        Section::ALL.map(|page| page.code().to_owned()).into(),
    );
    let numbered = each(sections, "{number}", vec!["1".to_owned(), "2".to_owned()]);
    let people = each(
        numbered,
        "{person}",
        vec!["00000000-0000-4000-8000-000000000000".to_owned()],
    );
    let states = each(people, "{code}", vec!["XV".to_owned()]);
    each(states, "{token}", vec!["none".to_owned()])
}

fn references(page: &str, filings: &[String]) -> Vec<String> {
    if page.starts_with("/publications") {
        PUBLICATIONS.map(str::to_owned).into()
    } else {
        filings.to_vec()
    }
}

fn each(addresses: Vec<String>, place: &str, values: Vec<String>) -> Vec<String> {
    let filled = |address: String| {
        if address.contains(place) {
            values.iter().map(|value| address.replace(place, value)).collect()
        } else {
            vec![address]
        }
    };
    addresses.into_iter().flat_map(filled).collect()
}
