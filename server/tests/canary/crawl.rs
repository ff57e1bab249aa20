//! Every page, of everything there is.
//!
//! Addresses are made of the portal's own list of doors: what is mounted tomorrow is read tomorrow, or stops the test
//! until somebody says what its address can be filled with.

use crate::{
    support::visitors::{Answer, Visitor},
    unpacked::written,
};
use axum::http::{Method, StatusCode};
use domain::form::Section;
use server::web::doors::{FILES, PAGES, ROUTES, Who};
use std::time::Duration;
use tokio::time::sleep;

/// A page that somebody asked for, and what they got: status, headers, body.
pub struct Read {
    /// Where.
    pub address: String,
    /// What.
    pub bytes: String,
}

/// What addresses are filled with.
#[derive(Clone, Default)]
pub struct Things {
    /// Filings of both kinds, by their references.
    pub filings: Vec<String>,
    /// Sections of the questionnaire.
    pub sections: &'static [&'static str],
    /// Cycles.
    pub years: &'static [&'static str],
    /// Versions of the questionnaire.
    pub versions: &'static [&'static str],
}

/// The publications of these tests, and one that is not there.
const PUBLICATIONS: [&str; 3] = ["PUB-2026-0001", "PUB-2026-0002", "PUB-2026-0003"];

/// Commitments: one of the pledge, one norm, one of each circle's measures.
const COMMITMENTS: [&str; 6] = ["CDP-I", "CDP-III", "13e", "OSCE-7", "UN-CBM-7", "OAS-4"];

/// Pages that say more when asked for with a query.
const QUERIES: [(&str, &str); 18] = [
    ("/publications", "?state=XV&year=2026"),
    ("/publications", "?words=canary&kind=incident"),
    ("/publications", "?words=%22&year=abc&page=9"),
    ("/filings", "?page=1"),
    ("/filings/{reference}", "?done=approve"),
    ("/filings/{reference}/form/{section}", "?check=1&classified=measures"),
    ("/filings/{reference}/report", "?check=1"),
    ("/filings/{reference}/report/{section}", "?check=1"),
    ("/filings/{reference}/print", "?by=norms"),
    ("/review", "?all=1"),
    ("/people/invite", "?refused=incomplete"),
    ("/cycles/{year}", "?of=norms"),
    ("/cycles/{year}/{state}", "?by=norms"),
    ("/cycles/{year}/{state}", "?by=osce"),
    ("/cycles/{year}/{state}", "?by=survey"),
    ("/shared/reports/{year}/{state}", "?by=norms"),
    ("/participants/{code}/reports", "?year=2026"),
    ("/commitments/{id}", "?page=1"),
];

/// Asks for everything. Setting a page takes long, and is left to one of those who read the same.
pub async fn crawl(visitor: &Visitor, things: &Things, prints: bool) -> Vec<Read> {
    let mut read = Vec::new();
    let pages = PAGES.iter().map(|(page, _)| *page);
    let addresses = pages.chain(handlers()).flat_map(|page| things.addresses(page));
    for address in addresses.filter(|address| prints || !address.contains(".pdf")) {
        let bytes = whole(&patient(visitor, &address).await);
        read.push(Read { address, bytes });
    }
    read
}

/// Asks again where a page waits to be set.
async fn patient(visitor: &Visitor, address: &str) -> Answer {
    loop {
        let answer = visitor.gets(address).await;
        if answer.status != StatusCode::SERVICE_UNAVAILABLE {
            return answer;
        }
        sleep(Duration::from_millis(200)).await;
    }
}

/// What is for everyone, to the last byte.
pub async fn public_pages(nobody: &Visitor, things: &Things) -> Vec<Read> {
    let mut read = Vec::new();
    let pages = PAGES.iter().filter(|(_, who)| *who == Who::Anyone);
    for page in pages.map(|(page, _)| *page).chain(data()) {
        for address in things.addresses(page) {
            let bytes = whole(&patient(nobody, &address).await);
            read.push(Read { address, bytes });
        }
    }
    read
}

/// Handlers that answer to whoever looks, without the files every page is drawn with.
fn handlers() -> impl Iterator<Item = &'static str> {
    let looked_at = ROUTES.iter().chain(FILES).filter(|route| route.method == Method::GET);
    looked_at.map(|route| route.path).filter(|path| !path.contains("{*"))
}

/// What is published as data, and whatever else is a file for everyone.
fn data() -> impl Iterator<Item = &'static str> {
    let is_open = |path: &&str| {
        ROUTES
            .iter()
            .any(|route| route.path == *path && route.who == Who::Anyone)
    };
    handlers().filter(is_open)
}

/// Everything an answer tells: of what is packed, what is in it.
fn whole(answer: &Answer) -> String {
    answer.telling() + &written(&answer.bytes)
}

impl Things {
    /// This page of everything it can be about.
    fn addresses(&self, page: &str) -> Vec<String> {
        let queries = QUERIES.iter().filter(|(of, _)| *of == page).map(|(_, query)| *query);
        let asked = [""].into_iter().chain(queries).map(|query| format!("{page}{query}"));
        asked.flat_map(|address| self.filled(page, address)).collect()
    }

    /// The address with something in every place that is to be filled.
    fn filled(&self, page: &str, address: String) -> Vec<String> {
        let Some((before, rest)) = address.split_once('{') else {
            return vec![address];
        };
        let (place, after) = rest.split_once('}').expect("a place ends");
        let filled = |value: String| self.filled(page, format!("{before}{value}{after}"));
        self.values(page, place).into_iter().flat_map(filled).collect()
    }

    fn values(&self, page: &str, place: &str) -> Vec<String> {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        match place {
            "reference" if page.starts_with("/publications") => texts(&PUBLICATIONS),
            "reference" => self.filings.clone(),
            "section" if page.contains("/report/") => texts(self.sections),
            "section" => Section::ALL.map(|page| page.code().to_owned()).into(),
            "number" => texts(&["1", "2"]),
            "person" => texts(&["00000000-0000-4000-8000-000000000000"]),
            "code" | "state" => texts(&["XV"]),
            "year" => texts(self.years),
            "version" => texts(self.versions),
            "id" => texts(&COMMITMENTS),
            "ending" => texts(&["json", "csv", "xlsx"]),
            "token" => texts(&["none"]),
            "file" => self.files(page),
            other => panic!("say what {other} of {page} can be"),
        }
    }

    /// The files of which there are many.
    fn files(&self, page: &str) -> Vec<String> {
        let (names, endings): (&[&str], &[&str]) = match page {
            "/data/publications/{file}" => (&PUBLICATIONS, &["json", "csv", "xlsx", "stix.json", "misp.json"]),
            "/data/cycles/{file}" => (self.years, &["json", "csv", "answers.csv", "xlsx", "answers.xlsx"]),
            "/data/reports/{file}" => (self.years, &["XV.json", "XV.csv", "XV.xlsx", "XV.pdf"]),
            "/data/histories/{file}" => (&["XV"], &["json", "csv", "xlsx"]),
            "/data/commitments/{file}" => (&COMMITMENTS, &["json", "csv", "xlsx"]),
            "/data/questionnaires/{file}" => (self.versions, &["json", "csv", "xlsx"]),
            other => panic!("say which files are below {other}"),
        };
        // A report is named by its cycle and its State.
        let between = if page.contains("/reports/") { '-' } else { '.' };
        let of_name = |name: &&str| {
            endings
                .iter()
                .map(move |ending| ((*name).to_owned(), ending))
                .collect::<Vec<_>>()
        };
        let named = names.iter().flat_map(of_name);
        named.map(|(name, ending)| format!("{name}{between}{ending}")).collect()
    }
}
