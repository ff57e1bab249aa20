//! Pages: who reads which, and that what somebody may not read is to them as if it were not there.

use crate::{
    matrix::{Row, is_for, table},
    reported,
    support::{
        databases::databases,
        house::House,
        visitors::{Answer, Visitor},
    },
};
use app::portal::ports::{Filings, WaitingFiles};
use axum::http::Method;
use domain::{
    draft::{Draft, Source},
    form::Instalment,
    ids::{FilingReference, PersonId, Version},
    lifecycle::StageName,
    marking::Audience,
    people::Side,
    samples::{self, AMINA, TUESDAY},
    state::StateCode,
};
use server::web::doors::{PAGES, ROUTES, Who};

/// What pages are about.
struct Things {
    draft: FilingReference,
    imported: FilingReference,
    report: FilingReference,
    under_review: FilingReference,
    shared: FilingReference,
    publication: String,
    person: PersonId,
}

impl Things {
    async fn of(house: &House) -> Self {
        let cast = &house.cast;
        let draft = Draft {
            source: Some(Source::default()),
            ..Draft::default()
        };
        let posting = cast.posting(AMINA, Version::default());
        let file = include_str!("../inputs/misp-several.json");
        let kept = cast
            .store
            .keep_file(cast.actor(AMINA).id, file, TUESDAY.plus_seconds(86_400))
            .await;
        kept.expect("it waits");
        let imported = cast
            .incidents()
            .open(
                &StateCode::VALDORIA,
                Instalment::Notification,
                draft,
                cast.actor(AMINA),
                posting,
            )
            .await;
        let published = cast.leads_to(StageName::Published, Audience::Public).await;
        let publication = cast
            .store
            .publication_of(published.id)
            .await
            .expect("it is read")
            .expect("it is published");
        cast.cycle("2026".parse().expect("a year")).await;
        let published = cast.reports_on("2026", StateCode::MERIDIA, samples::reports::valdoria());
        cast.publishes_report(&published.await).await;
        cast.plans("2027".parse().expect("a year")).await;
        Self {
            draft: cast.opens(Audience::Public).await.reference,
            imported: imported.expect("a draft is opened").reference,
            report: reported::report(house).await.reference,
            under_review: cast.leads_to(StageName::UnderReview, Audience::Public).await.reference,
            shared: cast
                .leads_to(StageName::Accepted, Audience::ParticipatingStates)
                .await
                .reference,
            publication: publication.to_string(),
            person: house.invites("Ines", Side::Auditor).await,
        }
    }

    /// A page of something that is there.
    fn address(&self, page: &str) -> String {
        let reference = match page {
            "/publications/{reference}" => self.publication.clone(),
            "/shared/{reference}" => self.shared.to_string(),
            "/filings/{reference}/source" => self.imported.to_string(),
            "/filings/{reference}/print" => self.report.to_string(),
            form if form.starts_with("/filings/{reference}/report") => self.report.to_string(),
            "/filings/{reference}" | "/filings/{reference}/acknowledgement/{number}" => self.under_review.to_string(),
            _ => self.draft.to_string(),
        };
        // What is planned is another year's than what is open.
        let year = if page.starts_with("/preparation/cycles/{year}/") {
            "2027"
        } else {
            "2026"
        };
        let page = page
            .replace("{year}", year)
            .replace("{version}", "2026.1")
            .replace("{id}", "CDP-I");
        // Meridia published a report, Valdoria a notification.
        let code = if page.ends_with("/reports") || page.ends_with("/{state}") && !page.starts_with("/preparation") {
            "XM"
        } else {
            "XV"
        };
        filled(&page, &reference, &self.person.to_string(), code, "token of Ines")
    }

    /// The same page of each filing.
    fn of_each_filing(&self, page: &str) -> Vec<String> {
        let filings = [
            &self.draft,
            &self.imported,
            &self.report,
            &self.under_review,
            &self.shared,
        ];
        let pages = filings.map(|filing| filled(page, &filing.to_string(), "", "", ""));
        if page.contains("{reference}") {
            pages.into()
        } else {
            Vec::new()
        }
    }
}

/// The same page of nothing.
fn of_nothing(page: &str) -> String {
    let reference = if page.starts_with("/publications") {
        "PUB-2026-9999"
    } else {
        "INC-XV-2026-9999"
    };
    let page = page
        .replace("{year}", "2999")
        .replace("{version}", "2999.9")
        .replace("{id}", "CDP-XX");
    filled(
        &page,
        reference,
        "00000000-0000-4000-8000-000000000000",
        "XQ",
        "no such link",
    )
}

fn filled(page: &str, reference: &str, person: &str, code: &str, token: &str) -> String {
    let page = page
        .replace("{reference}", reference)
        .replace("{person}", person)
        .replace("{code}", code)
        .replace("{state}", code);
    let section = if page.contains("/report/") {
        "anything-else"
    } else {
        "notice"
    };
    page.replace("{section}", section)
        .replace("{number}", "1")
        .replace("{token}", &token.replace(' ', "%20"))
}

#[tokio::test]
async fn everyone_reads_what_is_for_them() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (things, visitors) = (Things::of(&house).await, house.everyone().await);
        let mut rows = Vec::new();
        for (page, who) in PAGES.iter().copied() {
            let mut statuses = Vec::new();
            for visitor in &visitors {
                let address = things.address(page);
                let logged = database.rows("audit_line").await;
                let answer = visitor.gets(&address).await;
                let denied = database.rows("audit_line").await - logged;
                assert_eq!(
                    denied,
                    i64::from(answer.status == 404),
                    "{} at {page}: it is in the log",
                    visitor.name
                );
                holds(who, visitor, &address, &answer).await;
                statuses.push(answer.status.as_u16());
            }
            assert!(statuses.contains(&200), "{page} is for nobody");
            rows.push(Row { door: page, statuses });
        }
        insta::assert_snapshot!("pages", table(&visitors, &rows));
    }
}

/// What holds for every page.
async fn holds(who: Who, visitor: &Visitor, page: &str, answer: &Answer) {
    let (name, status) = (&visitor.name, answer.status.as_u16());
    match (who, &visitor.side) {
        (Who::Anyone, _) => assert_eq!(status, 200, "{name} reads {page}"),
        (_, None) => {
            assert_eq!(
                (status, answer.leads_to()),
                (302, format!("/sign-in?next={page}").as_str()),
                "{name}"
            );
            let program = visitor.asks_plainly(Method::GET, page, "").await;
            assert_eq!(
                (program.status.as_u16(), &*program.body),
                (401, r#"{"error":"sign-in-required"}"#),
                "{page}"
            );
        }
        _ if is_for(who, visitor) => assert!(matches!(status, 200 | 404), "{name} reads {page}: {status}"),
        _ => assert_eq!(status, 404, "{name} reads {page}"),
    }
}

#[tokio::test]
async fn what_is_hidden_is_as_what_does_not_exist() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (things, mut hidden) = (Things::of(&house).await, 0);
        for visitor in house.everyone().await.iter().filter(|visitor| visitor.side.is_some()) {
            for (page, _) in PAGES.iter().filter(|(page, _)| page.contains('{')) {
                let nothing = visitor.gets(&of_nothing(page)).await;
                assert_eq!(nothing.status, 404, "{page} of nothing, for {}", visitor.name);
                for address in things.of_each_filing(page).into_iter().chain([things.address(page)]) {
                    let answer = visitor.gets(&address).await;
                    if answer.status != 200 {
                        assert_eq!(answer.telling(), nothing.telling(), "{} reads {address}", visitor.name);
                        hidden += 1;
                    }
                }
            }
        }
        assert!(hidden > 200, "little was hidden: {hidden}");
    }
}

#[tokio::test]
async fn handlers_answer_everyone_and_nothing_but_what_is_listed() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    for visitor in house.everyone().await {
        for route in ROUTES {
            assert_eq!(route.who, Who::Anyone, "{}", route.path);
            // There is no site to take files from here; what matters is that nobody is asked who they are. Of what
            // browsers report, this is none.
            let path = route.path.replace("{*file}", "x.css");
            let status = visitor
                .asks_plainly(route.method.clone(), &path, "")
                .await
                .status
                .as_u16();
            assert!(
                matches!(status, 200 | 404 | 415),
                "{} asks {}: {status}",
                visitor.name,
                route.path
            );
            let others = [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH];
            for method in others.into_iter().filter(|method| *method != route.method) {
                let answer = visitor.asks_plainly(method.clone(), route.path, "").await;
                assert_eq!(answer.status, 405, "{method} {}", route.path);
            }
        }
    }
}
