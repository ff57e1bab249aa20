//! Listens, answers, and stops when asked to.
//!
//! A connection costs a client nothing and the server a place. So there are so many places and no more; and whoever
//! holds one has to get on: with the head of a request, however slowly it drips in, and with its body. A client that
//! waits between two requests waits no longer than for a head. What an *answer* may take is said in
//! [`layers`](super::layers).

use axum::{
    Router,
    extract::{ConnectInfo, Request},
    serve::Listener,
};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulConnection, GracefulShutdown},
    service::TowerToHyperService,
};
use std::{future::Future, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{SignalKind, signal},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::ServiceBuilder;
use tower_http::timeout::RequestBodyDeadlineLayer;

/// What clients may take of a server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a client may take for the head of a request, from when it could have begun.
    pub head: Duration,
    /// How long it may take for the body.
    pub body: Duration,
    /// How many may be connected at once; others wait until one has gone.
    pub connections: usize,
}

impl Limits {
    /// For everyday use. The longest upload takes so long at 2 Mbit/s; a process of Linux has 1024 files and sockets
    /// where nobody has given it more.
    pub const USUAL: Self = Self {
        head: Duration::from_secs(20),
        body: Duration::from_secs(25),
        connections: 800,
    };
}

/// Answers requests until `stop` is ready. What has been accepted by then is still answered; nothing new is.
pub async fn serve(
    mut listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let (places, open) = (Arc::new(Semaphore::new(limits.connections)), GracefulShutdown::new());
    let mut stop = pin!(stop);
    loop {
        let next = tokio::select! {
            next = accepted(&mut listener, &places) => next,
            () = &mut stop => None,
        };
        let Some((place, stream, peer)) = next else { break };
        let connection = open.watch(answering(&router, stream, peer, limits));
        tokio::spawn(async move {
            // How a connection ends is the client's affair: it went away, or was too slow.
            _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// The next connection, once there is a place for it.
async fn accepted(
    listener: &mut TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(OwnedSemaphorePermit, TcpStream, SocketAddr)> {
    let place = places.clone().acquire_owned().await.ok()?;
    let (stream, peer) = Listener::accept(listener).await;
    Some((place, stream, peer))
}

/// One connection, from its first request to its last.
fn answering(
    router: &Router,
    stream: TcpStream,
    peer: SocketAddr,
    limits: Limits,
) -> impl GracefulConnection + Send + use<> {
    let service = ServiceBuilder::new()
        .map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request
        })
        .layer(RequestBodyDeadlineLayer::new(limits.body))
        .service(router.clone());
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
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
