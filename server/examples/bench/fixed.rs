//! Responses that cost nothing to make.

use axum::{
    Router,
    body::Bytes,
    extract::Path,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::IntoResponse,
    routing::get,
};
use server::{
    commands::Installation,
    config::{Configuration, Values},
    log,
    web::{
        Settings, Web,
        files::Files,
        layers,
        serve::{Limits, asked_to_stop, serve as answer},
    },
};
use std::{error::Error, net::SocketAddr, sync::Arc};
use tokio::net::TcpListener;

/// The largest of them: as large as the largest file that is asked for.
const LARGEST: usize = 64 * 1024 * 1024;

/// What an installation logs where nothing else is said.
const LOG: &str = "info,sea_orm_migration=warn";

/// Serve them, with the log an installation has.
pub async fn serve(database: &str, address: SocketAddr, folder: &str) -> Result<(), Box<dyn Error>> {
    let flags = [("database-url", database), ("data", folder), ("log", LOG)];
    let flags = flags.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let configuration = Configuration::read(&flags.into(), &Values::new())?;
    log::begin(&configuration);
    let installation = Installation::open(&configuration).await?;
    let files = Files::new(folder.into(), "");
    let readiness = Arc::new(installation.database.clone());
    let web = Web::new(installation.world()?, readiness, files, Settings::default());
    // Taken from one buffer, as a page that was kept is.
    let bytes = Bytes::from(vec![b'x'; LARGEST]);
    let fixed = Router::new().route("/fixed/{size}", get(of_size(bytes.clone())));
    let bare = Router::new().route("/bare/{size}", get(of_size(bytes)));
    let router = layers::around(fixed, &web).with_state(web).merge(bare);
    let listener = TcpListener::bind(address).await?;
    answer(listener, router, Limits::USUAL, asked_to_stop()?).await;
    Ok(())
}

fn of_size(bytes: Bytes) -> impl Fn(Path<usize>) -> std::future::Ready<axum::response::Response> + Clone + Send + Sync {
    move |Path(size)| {
        let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
        std::future::ready((headers, bytes.slice(..size.min(LARGEST))).into_response())
    }
}
