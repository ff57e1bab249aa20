//! Every page, of everything there is.

use crate::support::visitors::{Answer, Visitor};
use axum::http::header::CONTENT_TYPE;
use domain::form::Section;
use server::web::doors::{PAGES, ROUTES, Who};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// A page that somebody asked for, and what they got: status, headers, body.
pub struct Read {
    /// Where.
    pub address: String,
    /// What.
    pub bytes: String,
}

/// The publications of these tests, and one that is not there.
const PUBLICATIONS: [&str; 3] = ["PUB-2026-0001", "PUB-2026-0002", "PUB-2026-0003"];

/// The formats of each.
const FORMATS: [&str; 4] = ["json", "csv", "stix.json", "misp.json"];

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
    let pages = PAGES.iter().map(|(page, _)| *page).chain(data());
    for address in pages.flat_map(|page| addresses(page, filings)) {
        let bytes = whole(&visitor.gets(&address).await);
        read.push(Read { address, bytes });
    }
    read
}

/// The pages that are for everyone, to the last byte.
pub async fn public_pages(nobody: &Visitor) -> Vec<String> {
    let mut bytes = Vec::new();
    let pages = PAGES
        .iter()
        .filter(|(_, who)| *who == Who::Anyone)
        .map(|(page, _)| *page);
    for page in pages.chain(data()) {
        for address in addresses(page, &[]) {
            bytes.push(whole(&nobody.gets(&address).await));
        }
    }
    bytes
}

/// Publications as data.
fn data() -> impl Iterator<Item = &'static str> {
    ROUTES
        .iter()
        .map(|route| route.path)
        .filter(|path| path.starts_with("/data/"))
}

/// Everything an answer tells: of an archive, what is in it.
fn whole(answer: &Answer) -> String {
    let mut told = answer.telling();
    if answer
        .headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/zip")
    {
        let mut archive = ZipArchive::new(Cursor::new(&answer.bytes)).expect("an archive");
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a file");
            file.read_to_string(&mut told).expect("UTF-8");
        }
    }
    told
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
    let files = PUBLICATIONS
        .iter()
        .flat_map(|publication| FORMATS.map(|format| format!("{publication}.{format}")));
    let files = each(states, "{file}", files.collect());
    each(files, "{token}", vec!["none".to_owned()])
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
