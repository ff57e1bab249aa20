//! Somebody in front of the portal, with a browser or with a program of their own, and what they get.

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, HeaderName, Method, Request, StatusCode, header, request::Builder},
};
use domain::people::Side;
use std::fmt::Write;
use tower::ServiceExt;

/// Somebody in front of the portal.
#[derive(Clone)]
pub struct Visitor {
    /// Their name.
    pub name: String,
    /// For whom they may act, as what.
    pub side: Option<Side>,
    /// The cookie of their session.
    pub cookie: Option<String>,
    router: Router,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The rest.
    pub body: String,
    /// The same, where it is not text.
    pub bytes: Bytes,
}

impl Visitor {
    /// Somebody who is not signed in.
    pub fn at(router: Router) -> Self {
        Self {
            name: "nobody".to_owned(),
            side: None,
            cookie: None,
            router,
        }
    }

    /// The same browser, with this person in front of it and this cookie in it.
    pub fn known_as(self, name: &str, side: Option<Side>, cookie: Option<String>) -> Self {
        Self {
            name: name.to_owned(),
            side,
            cookie,
            ..self
        }
    }

    /// Asks for a page, as a browser does.
    pub async fn gets(&self, path: &str) -> Answer {
        self.asks(
            Request::get(path).header(header::ACCEPT, "text/html,*/*"),
            String::new(),
        )
        .await
    }

    /// Posts a form from this page, as a browser does.
    pub async fn posts(&self, from: &str, door: &str, form: &str) -> Answer {
        let referer = format!("http://localhost:3000{from}");
        let request = Request::post(door)
            .header(header::ACCEPT, "text/html,*/*")
            .header(header::REFERER, referer);
        self.asks(request.header(header::CONTENT_TYPE, kind(form)), form.to_owned())
            .await
    }

    /// Posts a form in parts from this page, with a file that is no text.
    pub async fn sends(&self, from: &str, door: &str, parts: Vec<u8>) -> Answer {
        let request = Request::post(door)
            .header(header::ACCEPT, "text/html,*/*")
            .header(header::REFERER, format!("http://localhost:3000{from}"))
            .header(header::CONTENT_LENGTH, parts.len());
        self.asks(request.header(header::CONTENT_TYPE, IN_PARTS), parts).await
    }

    /// Asks as a program does that wants no pages.
    pub async fn asks_plainly(&self, method: Method, path: &str, form: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, kind(form));
        self.asks(request, form.to_owned()).await
    }

    /// Asks as a program does that says something in its headers.
    pub async fn asks_saying(&self, method: Method, path: &str, said: &[(HeaderName, &str)]) -> Answer {
        let request = Request::builder().method(method).uri(path);
        let request = said
            .iter()
            .fold(request, |request, (name, what)| request.header(name, *what));
        self.asks(request, String::new()).await
    }

    async fn asks(&self, request: Builder, body: impl Into<Body>) -> Answer {
        let request = request
            .header(header::HOST, "localhost:3000")
            .header("sec-fetch-site", "same-origin");
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let request = request.body(body.into()).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a whole answer");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }
}

const IN_PARTS: &str = "multipart/form-data; boundary=part";

/// A form is sent in parts where it carries a file.
fn kind(form: &str) -> &'static str {
    if form.starts_with("--part") {
        IN_PARTS
    } else {
        "application/x-www-form-urlencoded"
    }
}

impl Answer {
    /// Where it leads.
    pub fn leads_to(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |to| to.to_str().expect("ASCII"))
    }

    /// Every byte of it that could tell something: without the request's id, and without the word that is drawn anew
    /// for each page's script.
    pub fn telling(&self) -> String {
        const DRAWN: [HeaderName; 2] = [HeaderName::from_static("x-request-id"), header::CONTENT_SECURITY_POLICY];
        let mut told = format!("{}\n", self.status);
        for (name, value) in self.headers.iter().filter(|(name, _)| !DRAWN.contains(name)) {
            let _ = writeln!(told, "{name}: {}", String::from_utf8_lossy(value.as_bytes()));
        }
        told + &self.body
    }
}
