//! From a request to a page: renders Leptos' two sites whole, and keeps every script out that has no business there.
//!
//! Leptos' own handlers stream a page and append scripts with the data it was made of. Here a page is awaited, so that
//! its status is right, and the stream of scripts is never asked for: a browser gets the page and not a byte of what
//! the page did not show. Islands need neither that data nor Leptos' inline loader; [`wake`] is all of it.
//!
//! A public page must be without script even if somebody puts an island on it, or a renderer forgets to escape: the
//! finished bytes are searched, and a page in which `<script` is found is not sent.

use super::{Web, csp, visitor};
use app::{pages, portal::Portal};
use axum::{
    Extension,
    body::{Body, Bytes},
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY},
    },
    response::{IntoResponse, Response},
};
use futures_util::{Stream, StreamExt, future::ready, stream::once};
use http_body_util::BodyExt;
use leptos::{nonce::Nonce, prelude::*};
use leptos_axum::handle_response_inner;
use std::pin::Pin;

/// A page of the public site, the same for everyone.
pub async fn public(State(web): State<Web>, request: Request) -> Response {
    let portal = visitor::nobody(&web);
    let context = move || provide(&web, &portal);
    let page = handle_response_inner(context, pages::public_site, request, whole).await;
    let mut page = without_script(page).await;
    page.headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    page
}

/// A page for one visitor, which nothing on the way may keep.
pub async fn private(State(web): State<Web>, Extension(portal): Extension<Portal>, request: Request) -> Response {
    render_private(web, portal, request, pages::private_site).await
}

/// Renders `page` in private: with a fresh nonce, known to the page's policy and to the script that wakes islands.
pub async fn render_private<View: IntoView + 'static>(
    web: Web,
    portal: Portal,
    request: Request,
    page: impl FnOnce() -> View + Send + 'static,
) -> Response {
    let nonce = Nonce::new();
    let policy = csp::with_nonce(&nonce);
    let script = web.files.waking(&nonce);
    let context = move || {
        provide(&web, &portal);
        provide_context(Waking(script.clone()));
    };
    let mut response = handle_response_inner(context, page, request, whole).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The script that wakes the islands of a page.
#[derive(Clone)]
struct Waking(String);

/// What every page is made with.
fn provide(web: &Web, portal: &Portal) {
    // Should anybody use a resource after all, it must not write what it loaded into the page: see `app::pages::load`.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    provide_context(portal.clone());
    provide_context(web.site.clone());
    provide_context(web.settings.language);
}

type Html = Pin<Box<dyn Stream<Item = String> + Send>>;

/// The whole page at once. `_scripts` would append what the page was made of.
fn whole<View: IntoView + 'static>(
    page: View,
    _scripts: Box<dyn FnOnce() -> Html + Send>,
    _out_of_order: bool,
) -> Pin<Box<dyn Future<Output = Html> + Send>> {
    let waking = use_context::<Waking>();
    Box::pin(async move {
        let mut html: String = page.to_html_stream_in_order().collect().await;
        if let (Some(Waking(script)), true) = (waking, html.contains("<leptos-island")) {
            let end = html.rfind("</body>").unwrap_or(html.len());
            html.insert_str(end, &script);
        }
        Box::pin(once(ready(html))) as Html
    })
}

/// The page as it is, or an error in its place if there is a script in it.
async fn without_script(page: Response) -> Response {
    let (parts, body) = page.into_parts();
    match body.collect().await.map(http_body_util::Collected::to_bytes) {
        Ok(bytes) if !holds_script(&bytes) => Response::from_parts(parts, Body::from(bytes)),
        Ok(_) => {
            tracing::error!("a public page holds a script and was not sent");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn holds_script(page: &Bytes) -> bool {
    page.windows(7).any(|window| window.eq_ignore_ascii_case(b"<script"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_public_page_with_a_script_is_not_sent() {
        for page in ["<p>x</p><script>1</script>", "<SCRIPT src=/x>", "<p><scripT"] {
            assert_eq!(without_script(page.into_response()).await.status(), 500, "{page}");
        }
        assert_eq!(without_script("<p>&lt;script></p>".into_response()).await.status(), 200);
    }
}
