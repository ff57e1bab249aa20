//! Clients that take their time, each over a real connection.

use crate::portal;
use server::web::serve::{Limits, serve};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::{sleep, timeout},
};

const LIMITS: Limits = Limits {
    head: Duration::from_millis(400),
    body: Duration::from_millis(400),
    connections: 100,
};

/// Long enough on a busy machine, and shorter than any answer may take.
const PATIENCE: Duration = Duration::from_secs(15);

const PAGE: &str = "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n";

/// A server with these limits, until the sender is dropped.
async fn server(name: &str, limits: Limits) -> (SocketAddr, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (running, stop) = oneshot::channel::<()>();
    let router = portal(name, false).await;
    tokio::spawn(serve(listener, router, limits, async {
        _ = stop.await;
    }));
    (address, running)
}

async fn says(server: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// What came back until the server hung up.
async fn hears(mut stream: TcpStream) -> String {
    let mut heard = Vec::new();
    let ended = timeout(PATIENCE, stream.read_to_end(&mut heard)).await;
    assert!(ended.is_ok(), "the server hangs up, or the connection is reset");
    String::from_utf8_lossy(&heard).into_owned()
}

#[tokio::test]
async fn half_a_head_is_not_waited_for() {
    let (server, _running) = server("half-a-head", LIMITS).await;
    let begun = Instant::now();
    let slow = says(server, "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\nX-Slow: ").await;
    let healthy = hears(says(server, PAGE).await).await;
    assert!(
        healthy.starts_with("HTTP/1.1 200") && healthy.ends_with("alive\n"),
        "{healthy}"
    );
    let heard = hears(slow).await;
    assert!(!heard.contains("200 OK"), "{heard}");
    assert!(begun.elapsed() >= LIMITS.head, "it had its time");
}

#[tokio::test]
async fn nor_is_a_client_that_says_nothing_more() {
    let (server, _running) = server("idle", LIMITS).await;
    let kept = says(server, &PAGE.replace("close", "keep-alive")).await;
    assert!(hears(kept).await.starts_with("HTTP/1.1 200"), "answered, and let go");
}

#[tokio::test]
async fn nor_a_body_that_drips() {
    let (server, _running) = server("drips", LIMITS).await;
    let head = "POST /do/sign-in HTTP/1.1\r\nHost: localhost:3000\r\nContent-Length: 1000\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=";
    let (mut read, mut write) = says(server, head).await.into_split();
    let dripping = tokio::spawn(async move {
        while write.write_all(b"a").await.is_ok() {
            sleep(LIMITS.body / 8).await;
        }
    });
    let mut answer = [0; 12];
    timeout(PATIENCE, read.read_exact(&mut answer))
        .await
        .expect("in time")
        .unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    // Nobody is there any more to drip to.
    timeout(PATIENCE, dripping).await.expect("the server hangs up").unwrap();
}

#[tokio::test]
async fn there_are_so_many_places_and_each_is_given_back() {
    let one = Limits {
        connections: 1,
        ..LIMITS
    };
    let (server, _running) = server("places", one).await;
    let begun = Instant::now();
    let _holds_the_place = says(server, "GET ").await;
    let waited = hears(says(server, PAGE).await).await;
    assert!(waited.starts_with("HTTP/1.1 200"), "{waited}");
    assert!(begun.elapsed() >= one.head, "answered only when there was a place");
}

#[tokio::test]
async fn what_has_begun_is_answered_when_the_server_is_told_to_stop() {
    let patient = Limits {
        body: PATIENCE,
        ..LIMITS
    };
    let (server, running) = server("stops", patient).await;
    let head = "POST /do/choose-password HTTP/1.1\r\nHost: localhost:3000\r\nContent-Length: 5\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\na=";
    let mut begun = says(server, head).await;
    sleep(Duration::from_millis(200)).await;
    drop(running);
    sleep(Duration::from_millis(200)).await;
    assert!(TcpStream::connect(server).await.is_err(), "nothing new");
    begun.write_all(b"bcd").await.unwrap();
    let answered = hears(begun).await;
    assert!(answered.starts_with("HTTP/1.1 400"), "{answered}");
}
