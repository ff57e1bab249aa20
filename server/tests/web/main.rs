//! What every answer of the portal has in common, tried on the real router with a real database.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should say where it stopped"
)]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod comments;
mod commitments;
mod data;
mod flood;
mod forms;
mod hostile;
mod large;
mod logged;
mod offline;
mod panics;
mod participants;
mod preparation;
mod printing;
mod progress;
mod reading;
mod reporting;
mod reports;
mod resumed;
mod rounds;
mod shared;
mod slow;
mod tables;

use app::portal::ports::{Clock, World};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, header, request::Builder},
    response::Response,
};
use domain::ids::Timestamp;
use server::{
    chance::SystemChance,
    interchange::Formats,
    passwords::Argon2id,
    sessions::Sessions,
    storage::{Sql, connect::Database},
    web::{self, Settings, Web, files::Files},
};
use std::{fs, path::PathBuf, sync::Arc};
use tower::ServiceExt;
use tower_sessions::SessionManagerLayer;

/// A Tuesday in March 2026.
struct Tuesday;

impl Clock for Tuesday {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_773_741_600_000_000)
    }
}

/// The portal with an empty database and a site of two files.
async fn portal(name: &str, secure: bool) -> Router {
    let (web, sessions) = parts(name, secure).await;
    web::router(web, sessions)
}

/// What it is put together from.
async fn parts(name: &str, secure: bool) -> (Web, SessionManagerLayer<Sessions>) {
    let folder = std::env::temp_dir().join(format!("verbale-web-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pkg")).unwrap();
    fs::write(folder.join("pkg/verbale.css"), "p { color: black }").unwrap();
    fs::write(folder.join("pkg/verbale.css.br"), "brotli").unwrap();
    let database = Database::connect(&format!("sqlite://{}?mode=rwc", folder.join("verbale.db").display()))
        .await
        .unwrap();
    database.migrate().await.unwrap();
    let (sql, clock) = (Sql::on(database.clone()), Arc::new(Tuesday));
    let world = World {
        store: Arc::new(sql.clone()),
        clock: clock.clone(),
        chance: Arc::new(SystemChance),
        passwords: Arc::new(Argon2id::new().unwrap()),
        interchange: Arc::new(Formats),
    };
    let settings = Settings {
        secure,
        ..Settings::default()
    };
    let web = Web::new(
        world,
        Arc::new(database),
        Files::new(PathBuf::from(&folder), ""),
        settings,
    );
    let sessions = SessionManagerLayer::new(Sessions::new(sql, clock));
    (web, sessions.with_name("verbale").with_secure(secure))
}

/// A request as a browser sends it.
fn ask(method: &str, path: &str) -> Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost:3000")
        .header(header::ACCEPT, "text/html,*/*")
}

async fn answer(portal: &Router, request: Request<Body>) -> Response {
    portal.clone().oneshot(request).await.unwrap()
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), 10_000_000).await.unwrap().to_vec()).unwrap()
}

fn of<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}
