//! What browsers report: a page that wanted more than its policy allows (OWASP ASVS 5.0, 3.4.7).
//!
//! Such a report tells of a mistake of ours, of an extension in somebody's browser, or of an attack. Anybody can write
//! one, and a true one quotes addresses, so little is taken from it: which rule was broken, whose thing it was that did
//! not load (scheme and host), and the *pattern* of the page's path. No word that was typed is in any of them.
//!
//! Two forms of it are in use: one object sent at once (Content Security Policy level 2, `report-uri`), and a list sent
//! later (Reporting API, `report-to`).

use super::{
    Web, doors,
    flood::{Allowance, too_many},
    visitor,
};
use app::error::PortalError;
use axum::{
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, Uri, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::{MethodRouter, post},
};
use serde::Deserialize;
use std::num::NonZeroU32;

/// Where policies say that reports go.
pub const PATH: &str = "/csp-report";

/// A report is short, and a list of them not long.
const LARGEST: usize = 16 * 1024;

/// How many of a list are written down: a page that breaks a rule breaks it again and again.
const OF_A_LIST: usize = 10;

/// How many reports, or lists of them, one network may send in a minute.
const A_MINUTE: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);

/// The allowance of reports.
pub fn allowance() -> Allowance {
    Allowance::a_minute(A_MINUTE)
}

/// What takes reports.
pub fn door() -> MethodRouter<Web> {
    post(take)
}

async fn take(State(web): State<Web>, request: Request) -> Response {
    let network = visitor::network(&request, web.settings.proxies);
    if let Err(wait) = web.reports.spend(&network) {
        return too_many(PortalError::TooManyPosts.code(), wait);
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let Some(read) = reader(&parts.headers) else {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    };
    let Some(reports) = read(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    for Report {
        directive,
        blocked,
        page,
    } in reports.into_iter().take(OF_A_LIST)
    {
        tracing::warn!(directive, blocked, page, "a page wanted more than its policy allows");
    }
    StatusCode::NO_CONTENT.into_response()
}

/// What is kept of a report.
#[derive(Debug, PartialEq, Eq)]
struct Report {
    directive: String,
    blocked: String,
    page: &'static str,
}

type Reader = fn(&Bytes) -> Option<Vec<Report>>;

fn reader(headers: &HeaderMap) -> Option<Reader> {
    let kind = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    match kind.split(';').next()?.trim() {
        "application/csp-report" => Some(one),
        "application/reports+json" => Some(several),
        _ => None,
    }
}

/// As `report-uri` has it.
fn one(body: &Bytes) -> Option<Vec<Report>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Body {
        csp_report: Violation,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case", default)]
    #[derive(Default)]
    struct Violation {
        document_uri: String,
        blocked_uri: String,
        effective_directive: String,
        violated_directive: String,
    }
    let Body { csp_report: told } = serde_json::from_slice(body).ok()?;
    let directive = match told.effective_directive.as_str() {
        // What older browsers say, with the rule's whole text behind its name.
        "" => told.violated_directive.split(' ').next().unwrap_or_default(),
        directive => directive,
    };
    Some(vec![report(directive, &told.blocked_uri, &told.document_uri)])
}

/// As `report-to` has it. What is not about a policy is passed over.
fn several(body: &Bytes) -> Option<Vec<Report>> {
    #[derive(Deserialize)]
    struct Told {
        #[serde(rename = "type")]
        kind: String,
        #[serde(default)]
        body: Violation,
    }
    #[derive(Deserialize, Default)]
    #[serde(rename_all = "camelCase", default)]
    struct Violation {
        #[serde(rename = "documentURL")]
        document_url: String,
        #[serde(rename = "blockedURL")]
        blocked_url: String,
        effective_directive: String,
    }
    let told: Vec<Told> = serde_json::from_slice(body).ok()?;
    let of_policies = told.into_iter().filter(|told| told.kind == "csp-violation");
    let reports =
        of_policies.map(|Told { body, .. }| report(&body.effective_directive, &body.blocked_url, &body.document_url));
    Some(reports.collect())
}

fn report(directive: &str, blocked: &str, document: &str) -> Report {
    let path = document.parse().ok().map(|uri: Uri| uri.path().to_owned());
    Report {
        directive: keyword(directive).unwrap_or("unknown").to_owned(),
        blocked: origin(blocked),
        page: path.and_then(|path| doors::pattern(&path)).unwrap_or("unknown"),
    }
}

/// Whose it was: scheme and host, or a word such as `inline`.
fn origin(blocked: &str) -> String {
    if let Some(word) = keyword(blocked) {
        return word.to_owned();
    }
    let uri: Option<Uri> = blocked.parse().ok();
    let parts = uri.as_ref().and_then(|uri| uri.scheme_str().zip(uri.host()));
    parts.map_or_else(|| "unknown".to_owned(), |(scheme, host)| format!("{scheme}://{host}"))
}

/// A word of the policy's language: a name of a directive, or what stands for a thing without an address.
fn keyword(text: &str) -> Option<&str> {
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
    ((1..=32).contains(&text.len()) && text.bytes().all(is_word)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(directive: &str, blocked: &str, page: &'static str) -> Report {
        let (directive, blocked) = (directive.to_owned(), blocked.to_owned());
        Report {
            directive,
            blocked,
            page,
        }
    }

    #[test]
    fn little_is_taken_from_a_report() {
        let told =
            br#"{"csp-report":{"document-uri":"https://portal.example/filings/INC-XV-2026-0001/check?refused=stale#x",
            "blocked-uri":"https://user:word@evil.example:8443/a?secret=1","effective-directive":"img-src",
            "original-policy":"default-src 'none'","script-sample":"what somebody typed"}}"#;
        let reports = one(&Bytes::from_static(told));
        assert_eq!(
            reports,
            Some(vec![kept(
                "img-src",
                "https://evil.example",
                "/filings/{reference}/check"
            )])
        );
    }

    #[test]
    fn a_list_is_read_and_what_else_browsers_report_is_passed_over() {
        let told = br#"[{"type":"deprecation","body":{"id":"x"}},{"type":"csp-violation","age":3,"body":{
            "documentURL":"https://portal.example/sign-in","blockedURL":"inline","effectiveDirective":"script-src-elem"}}]"#;
        let reports = several(&Bytes::from_static(told));
        assert_eq!(reports, Some(vec![kept("script-src-elem", "inline", "/sign-in")]));
    }

    #[test]
    fn what_anybody_may_have_written_is_not_repeated() {
        let told =
            br#"{"csp-report":{"document-uri":"/a b","blocked-uri":"\u0000 Amina","violated-directive":"IMG\nx y"}}"#;
        assert_eq!(
            one(&Bytes::from_static(told)),
            Some(vec![kept("unknown", "unknown", "unknown")])
        );
        let elsewhere = report("img-src 'self'", "data", "https://portal.example/Amina/typed/this");
        assert_eq!(elsewhere, kept("unknown", "data", "unknown"));
        assert_eq!(one(&Bytes::from_static(b"[]")), None);
        assert_eq!(several(&Bytes::from_static(b"{}")), None);
    }
}
