//! Files that are not for everyone: who gets them, and that for others there are none.

use crate::{
    matrix::is_for,
    reported,
    support::{
        databases::databases,
        house::House,
        pdf::press,
        visitors::{Answer, Visitor},
    },
};
use axum::http::{Method, header};
use domain::people::Side;
use server::web::{Settings, doors::FILES};

/// Each file of something that is there, and the same of nothing.
fn addresses(path: &str, report: &str) -> Vec<[String; 2]> {
    let endings = if path.contains("{ending}") {
        &["json", "csv"][..]
    } else {
        &[""]
    };
    let of = |ending: &str, version: &str, reference: &str| {
        path.replace("{ending}", ending)
            .replace("{version}", version)
            .replace("{reference}", reference)
    };
    let both = |ending: &&str| [of(ending, "2026.1", report), of(ending, "2999.9", "REP-XV-2026-9999")];
    endings.iter().map(both).collect()
}

async fn asks(visitor: &Visitor, path: &str) -> Answer {
    visitor.asks_plainly(Method::GET, path, "").await
}

/// Whether it is for them: of a State's report that is being written, only its own people have a file.
fn has(who: server::web::doors::Who, path: &str, visitor: &Visitor) -> bool {
    let is_own = matches!(&visitor.side, Some(Side::State { state, .. }) if state.as_str() == "XV");
    is_for(who, visitor) && (is_own || !path.starts_with("/filings/"))
}

#[tokio::test]
async fn files_are_for_those_whose_they_are() {
    for database in databases().await {
        let settings = Settings {
            press: press(),
            ..Settings::default()
        };
        let house = House::set_up(&database, settings).await;
        house.cast.version("2026.1".parse().expect("a version")).await;
        let report = reported::report(&house).await.reference.to_string();
        for visitor in house.everyone().await {
            for file in FILES {
                for [path, nothing] in addresses(file.path, &report) {
                    let (answer, nothing) = (asks(&visitor, &path).await, asks(&visitor, &nothing).await);
                    let status = answer.status.as_u16();
                    match &visitor.side {
                        None => assert_eq!(status, 401, "{path}"),
                        Some(_) if has(file.who, &path, &visitor) => {
                            assert_eq!(status, 200, "{} asks for {path}", visitor.name);
                            assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{path}");
                            assert!(!answer.body.is_empty(), "{path}");
                        }
                        Some(_) => {
                            assert_eq!(answer.telling(), nothing.telling(), "{} asks for {path}", visitor.name);
                            assert_eq!(status, 404, "{} asks for {path}", visitor.name);
                        }
                    }
                }
            }
        }
    }
}
