//! Reports to be printed: before they are sent by their State alone, afterwards by the secretariat, published by everyone;
//! as pages and as PDF, in every order.

use super::support::{
    databases::{TestDatabase, databases},
    house::House,
    pdf::{letters, letters_of, press, structure_of},
    reporting::shipped,
    visitors::{Answer, Visitor},
};
use app::{
    portal::ports::{Inside, Receipt, Reports},
    words::Language,
};
use axum::http::{HeaderName, Method, header};
use domain::{
    crosswalk::View,
    filing::{Filing, Question},
    ids::{FilingReference, Version},
    lifecycle::Command,
    people::Scope,
    report::{Report, inside::About},
    samples::{AMINA, BASHIR, BRUNO, CHIDI, note, reports::valdoria},
    state::StateCode,
};
use server::web::Settings;

const PUBLIC: &str = "A national strategy was adopted in February.";
const CONFIDENTIAL: &str = "Two ministries disagree on the budget.";
const COMMENT: &str = "The minister has not read this yet.";
const NOTICE: &str = "Self-reported, voluntary; not an assessment of compliance.";

fn printing(language: Language) -> Settings {
    Settings {
        press: press(),
        language,
        ..Settings::default()
    }
}

/// Every order, as an address asks for it.
fn orders() -> Vec<String> {
    let views = View::ALL.map(|view| format!("?by={}", view.code()));
    [String::new()].into_iter().chain(views).collect()
}

/// Amina writes the report of Valdoria, and tells her colleagues something about it.
async fn draft(house: &House) -> Filing<Report> {
    let (cast, state) = (&house.cast, StateCode::VALDORIA);
    cast.opens_cycle("2026", shipped(), None).await;
    let terms = cast
        .store
        .terms("2026".parse().unwrap(), &state)
        .await
        .unwrap()
        .unwrap();
    let posting = cast.posting(AMINA, Version::default());
    let begun = cast
        .reports()
        .open(&state, terms, valdoria(), cast.actor(AMINA), posting);
    let begun = begun.await.unwrap();
    let (text, receipt) = (note(COMMENT).unwrap(), Receipt::Noted(begun.reference.clone()));
    let posting = cast.posting(AMINA, begun.version);
    let told = cast
        .store
        .add_comment(begun.id, &About::Report, &text, &receipt, posting);
    told.await.unwrap();
    filing(house, &begun.reference).await
}

async fn filing(house: &House, reference: &FilingReference) -> Filing<Report> {
    let scope = Scope::Own(StateCode::VALDORIA);
    let found = house.cast.reports().filing(reference, &scope).await;
    found.unwrap().unwrap()
}

/// The page to be printed and its PDF, in this order.
fn addresses(reference: &FilingReference, order: &str) -> [String; 2] {
    let print = format!("/filings/{reference}/print");
    [format!("{print}{order}"), format!("{print}.pdf{order}")]
}

async fn reads(who: &Visitor, address: &str) -> Answer {
    let answer = who.gets(address).await;
    assert_eq!(answer.status, 200, "{} reads {address}", who.name);
    answer
}

fn of(answer: &Answer, name: HeaderName) -> &str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// What stands in a file or on a page, without what divides its words.
fn said(answer: &Answer) -> String {
    if of(answer, header::CONTENT_TYPE) == "application/pdf" {
        letters_of(&answer.bytes)
    } else {
        letters(&answer.body)
    }
}

/// That all of these words are there, and none of those.
fn says(address: &str, print: &Answer, all: &[&str], none: &[&str]) {
    let said = said(print);
    for words in all {
        assert!(said.contains(&letters(words)), "{address}: {words}: {said}");
    }
    for words in none {
        assert!(!said.contains(&letters(words)), "{address}: {words}: {said}");
    }
}

#[tokio::test]
async fn a_draft_is_printed_in_every_order_and_by_its_state_alone() {
    for database in databases().await {
        let house = House::set_up(&database, printing(Language::English)).await;
        let report = draft(&house).await;
        let [amina, bashir, bruno, chidi] = [
            house.visitor(AMINA).await,
            house.visitor(BASHIR).await,
            house.visitor(BRUNO).await,
            house.visitor(CHIDI).await,
        ];
        for order in orders() {
            // As PDF in one: setting it takes its time, and all are made of the same sheets.
            let both = addresses(&report.reference, &order).into_iter();
            let both = both.filter(|address| !address.contains(".pdf") || order == "?by=survey");
            for address in both {
                let print = reads(&amina, &address).await;
                let all = [
                    PUBLIC,
                    CONFIDENTIAL,
                    NOTICE,
                    "for coordination; not sent",
                    "Read by: The secretariat only",
                    "Read by: The public",
                    "Withheld: Security",
                    "https://cyber.valdoria.example/strategy-2026",
                ];
                says(&address, &print, &all, &[COMMENT]);
                assert_eq!(of(&print, header::CACHE_CONTROL), "no-store", "{address}");
                for other in [&bruno, &chidi] {
                    assert_eq!(other.gets(&address).await.status, 404, "{} reads {address}", other.name);
                }
                assert_eq!(house.nobody().gets(&address).await.status, 302, "{address}");
            }
        }
        let [_, pdf] = addresses(&report.reference, "?by=osce");
        let name = format!("attachment; filename=\"{}-draft-osce.pdf\"", report.reference);
        assert_eq!(of(&reads(&bashir, &pdf).await, header::CONTENT_DISPOSITION), name);
        for nowhere in addresses(&report.reference, "?by=progress") {
            assert_eq!(amina.gets(&nowhere).await.status, 404);
        }
    }
}

#[tokio::test]
async fn what_has_no_counterpart_is_listed_and_what_is_empty_says_so() {
    let database = databases().await.swap_remove(0);
    let house = House::set_up(&database, printing(Language::English)).await;
    let report = draft(&house).await;
    let amina = house.visitor(AMINA).await;
    for address in addresses(&report.reference, "?by=osce") {
        let print = said(&reads(&amina, &address).await);
        let (items, others) = print.split_once(&letters("Without a counterpart")).unwrap();
        assert!(
            items.contains("OSCE-1") && items.contains("OSCE-16"),
            "{address}: {items}"
        );
        assert!(
            others.contains(&letters(PUBLIC)) && !items.contains(&letters(PUBLIC)),
            "{address}"
        );
    }
    for address in addresses(&report.reference, "?by=survey") {
        let print = said(&reads(&amina, &address).await);
        for part in [
            "International law",
            "Norms, rules and principles",
            "Confidence-building measures",
            "Capacity-building",
            // As is the case of the first part.
            "No question that this State was asked serves this.",
        ] {
            assert!(print.contains(&letters(part)), "{address}: {part}");
        }
    }
}

/// Bashir lets it out, Chidi asks.
async fn asked(house: &House, report: &Filing<Report>) -> Filing<Report> {
    let cast = &house.cast;
    let sent = cast.moves(AMINA, report, Command::Send).await;
    let approved = cast.approves_report(&sent).await;
    let claimed = cast.moves(CHIDI, &approved, Command::Claim).await;
    let question = Question {
        on: None,
        text: note("When was it adopted?").unwrap(),
    };
    cast.moves(CHIDI, &claimed, Command::Ask(question)).await
}

#[tokio::test]
async fn the_secretariat_prints_what_it_received_and_never_what_is_being_written() {
    for database in databases().await {
        let house = House::set_up(&database, printing(Language::English)).await;
        let report = asked(&house, &draft(&house).await).await;
        let (amina, chidi) = (house.visitor(AMINA).await, house.visitor(CHIDI).await);
        for address in addresses(&report.reference, "") {
            let print = reads(&chidi, &address).await;
            let all = [PUBLIC, CONFIDENTIAL, "Submission 1, approved by the national authority"];
            says(&address, &print, &all, &[COMMENT, "not sent"]);
            says(&address, &reads(&amina, &address).await, &["not sent"], &[COMMENT]);
        }
    }
}

/// A portal with the report of Valdoria, which everyone reads.
async fn published(database: &TestDatabase, language: Language) -> House {
    let house = House::set_up(database, printing(language)).await;
    house.cast.opens_cycle("2026", shipped(), None).await;
    let report = house.cast.reports_on("2026", StateCode::VALDORIA, valdoria()).await;
    house.cast.publishes_report(&report).await;
    house
}

#[tokio::test]
async fn the_public_pdf_says_what_is_public_and_not_a_word_more() {
    for database in databases().await {
        let house = published(&database, Language::English).await;
        let nobody = house.nobody();
        for order in ["", "?by=survey"] {
            let address = format!("/data/reports/2026-XV.pdf{order}");
            let print = reads(&nobody, &address).await;
            assert_eq!(of(&print, header::CONTENT_TYPE), "application/pdf");
            let all = [PUBLIC, NOTICE, "Withheld: Security", "This is not an official text."];
            says(&address, &print, &all, &[CONFIDENTIAL, "about 120", "Read by:"]);
            let tag = of(&print, header::ETAG);
            let known = [(header::IF_NONE_MATCH, tag)];
            let again = nobody.asks_saying(Method::GET, &address, &known).await;
            assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0), "{address}");
        }
        let named = reads(&nobody, "/data/reports/2026-XV.pdf?by=norms").await;
        let name = "attachment; filename=\"report-2026-XV-norms.pdf\"";
        assert_eq!(of(&named, header::CONTENT_DISPOSITION), name);
        let page = reads(&nobody, "/cycles/2026/XV?by=norms").await;
        assert!(
            page.body.contains("/data/reports/2026-XV.pdf?by=norms"),
            "the page leads to it"
        );
        for nowhere in ["2026-XS.pdf", "2026-XV.pdf?by=progress", "2026-XV.pdf.pdf"] {
            assert_eq!(
                nobody.gets(&format!("/data/reports/{nowhere}")).await.status,
                404,
                "{nowhere}"
            );
        }
    }
}

#[tokio::test]
async fn a_report_is_the_same_file_on_every_server() {
    let mut files = Vec::new();
    for database in [databases().await, databases().await].into_iter().flatten() {
        let house = published(&database, Language::English).await;
        files.push(reads(&house.nobody(), "/data/reports/2026-XV.pdf").await.bytes);
    }
    assert!(files.len() > 1 && files.iter().all(|file| *file == files[0]));
}

#[tokio::test]
async fn a_reader_who_does_not_see_it_hears_title_headings_and_language() {
    for (language, tag) in [(Language::English, "en"), (Language::Pseudo, "ar-XB")] {
        let database = databases().await.swap_remove(0);
        let house = published(&database, language).await;
        let pdf = reads(&house.nobody(), "/data/reports/2026-XV.pdf?by=pledge")
            .await
            .bytes;
        let structure = structure_of(&pdf);
        for element in ["Title:", "Tagged:yes", "H1", "H2"] {
            assert!(letters(&structure).contains(element), "{element}: {structure}");
        }
        let file = String::from_utf8_lossy(&pdf);
        assert!(file.contains(&format!("/Lang({tag})")) || file.contains(&format!("/Lang ({tag})")));
        if language == Language::English {
            assert!(structure.contains("progress report 2026"), "{structure}");
        }
    }
}

#[tokio::test]
async fn a_withdrawn_report_leaves_its_state_its_cycle_and_two_dates() {
    let database = databases().await.swap_remove(0);
    let house = House::set_up(&database, printing(Language::English)).await;
    house.cast.opens_cycle("2026", shipped(), None).await;
    let report = house.cast.reports_on("2026", StateCode::VALDORIA, valdoria()).await;
    let report = house.cast.publishes_report(&report).await;
    let nobody = house.nobody();
    let address = "/data/reports/2026-XV.pdf";
    says(address, &reads(&nobody, address).await, &[PUBLIC], &[]);
    let why = note("Sent too early.").unwrap();
    house.cast.moves(BASHIR, &report, Command::Withdraw { why }).await;
    let print = reads(&nobody, address).await;
    says(address, &print, &["withdrew this report on"], &[PUBLIC]);
}

#[tokio::test]
async fn without_fonts_there_is_no_pdf_now_and_a_page_says_so() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let report = draft(&house).await;
    let [page, pdf] = addresses(&report.reference, "");
    let amina = house.visitor(AMINA).await;
    reads(&amina, &page).await;
    for html in [true, false] {
        let answer = if html {
            amina.gets(&pdf).await
        } else {
            amina.asks_plainly(Method::GET, &pdf, "").await
        };
        assert_eq!(answer.status, 503);
        assert_eq!(of(&answer, header::RETRY_AFTER), "10");
        let says = if html {
            "at the moment"
        } else {
            r#"{"error":"unavailable"}"#
        };
        assert!(answer.body.contains(says), "{}", answer.body);
    }
}
