//! Browsers that visit the portal: with a cookie, from a network, without script.

use crate::portal::email;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use tower::ServiceExt;

/// A browser: it keeps its cookie and knows where it is.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    address: &'static str,
    /// The cookie of its session.
    pub cookie: Option<String>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

impl Answer {
    /// Whether signing in led on.
    pub fn is_in(&self) -> bool {
        self.status == StatusCode::FOUND && self.location.as_deref().is_some_and(|to| !to.contains("refused"))
    }
}

impl Browser {
    /// A browser that has never been here.
    pub fn new(router: Router, address: &'static str) -> Self {
        Self {
            router,
            address,
            cookie: None,
        }
    }

    async fn sends(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request
            .header(header::HOST, "localhost:3000")
            .header(header::ACCEPT, "text/html,*/*")
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", self.address);
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let response = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        if let Some(set) = response.headers().get(header::SET_COOKIE) {
            let cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            self.cookie = (!cookie.ends_with('=')).then_some(cookie);
        }
        let location = response
            .headers()
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer {
            status,
            location,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    /// Visits a page.
    pub async fn visits(&mut self, path: &str) -> Answer {
        self.sends(Request::get(path), String::new()).await
    }

    /// Posts a form from this page.
    pub async fn posts(&mut self, page: &str, door: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let request = Request::post(door)
            .header(header::REFERER, format!("http://localhost:3000{page}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.sends(request, body.join("&")).await
    }

    /// Posts a form and goes where that leads.
    pub async fn posts_and_follows(&mut self, page: &str, door: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.posts(page, door, fields).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
        self.visits(&answer.location.expect("a form leads somewhere")).await
    }

    /// Signs in.
    pub async fn signs_in(&mut self, name: &str, password: &str) -> Answer {
        self.posts(
            "/sign-in",
            "/do/sign-in",
            &[("email", &email(name)), ("password", password)],
        )
        .await
    }

    /// Whether the portal knows who this is.
    pub async fn is_known(&mut self) -> bool {
        self.visits("/account").await.status == StatusCode::OK
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
