//! Listens, answers, and stops when asked to.

use axum::Router;
use std::{future::Future, io, net::SocketAddr};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Answers requests until `stop` is ready. What has been accepted by then is still answered; nothing new is.
///
/// # Errors
/// Where the socket fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stop)
        .await
}

/// Ready when this process is asked to end: by a supervisor (`SIGTERM`) or at a terminal (`SIGINT`).
///
/// # Errors
/// Where the system gives no signals.
pub fn asked_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let (mut by_supervisor, mut at_terminal) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = by_supervisor.recv() => {}
            _ = at_terminal.recv() => {}
        }
    })
}
