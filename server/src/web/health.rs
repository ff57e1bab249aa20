//! Whether the process runs, and whether it can work.
//!
//! Two questions for two askers. A supervisor asks the first and restarts what does not answer; it must not depend on
//! the database, or a restarting database restarts everything. A load balancer asks the second and sends nobody here
//! while the answer is no. Neither says a version or a name.

use super::Web;
use crate::storage::connect::Database;
use async_trait::async_trait;
use axum::{
    extract::State,
    http::{StatusCode, header::CACHE_CONTROL},
    response::{IntoResponse, Response},
};

/// Knows whether the portal can work.
#[async_trait]
pub trait Readiness: Send + Sync {
    /// Whether the database answers and is migrated.
    async fn is_ready(&self) -> bool;
}

#[async_trait]
impl Readiness for Database {
    async fn is_ready(&self) -> bool {
        self.ping().await.is_ok() && self.pending().await.is_ok_and(|migrations| migrations.is_empty())
    }
}

/// `/healthz`: this process answers.
pub async fn alive() -> Response {
    answer(StatusCode::OK, "alive\n")
}

/// `/readyz`: this process can work.
pub async fn ready(State(web): State<Web>) -> Response {
    if web.readiness.is_ready().await {
        answer(StatusCode::OK, "ready\n")
    } else {
        answer(StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
    }
}

fn answer(status: StatusCode, text: &'static str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], text).into_response()
}
