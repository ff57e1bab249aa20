//! Mounts what [`doors`] lists, and nothing else.

use super::{
    Web, accepts_html,
    doors::{self, Who},
    ended, flood, kept,
    layers::{self, LARGEST_FORM, LARGEST_UPLOAD},
    pages, refused, visitor,
};
use app::{error::PortalError, portal::Portal, routes};
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, Method},
    middleware::{Next, from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get, post},
};
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, generate_route_list, handle_server_fns_with_context};
use tower_http::limit::RequestBodyLimitLayer;
use tower_sessions::{SessionManagerLayer, SessionStore};

/// The whole portal, ready to be served.
pub fn router<Sessions: SessionStore + Clone>(web: Web, sessions: SessionManagerLayer<Sessions>) -> Router {
    let personal = functions(&web)
        .merge(private_pages())
        .merge(private_files(&web))
        .layer(from_fn_with_state(web.clone(), visitor::known))
        .layer(sessions);
    let site = handlers(&web)
        .merge(public_pages())
        .merge(personal)
        .fallback(pages::public);
    layers::around(site, &web).with_state(web)
}

fn handlers(web: &Web) -> Router<Web> {
    doors::ROUTES.iter().fold(Router::new(), |router, route| {
        router.route(route.path, (route.handler)(web))
    })
}

fn public_pages() -> Router<Web> {
    let pages = listed(generate_route_list(app::pages::public_site)).filter(|(_, who)| *who == Who::Anyone);
    pages.fold(Router::new(), |router, (path, _)| {
        router.route(&path, get(kept::public))
    })
}

fn private_pages() -> Router<Web> {
    listed(generate_route_list(app::pages::private_site)).fold(Router::new(), |router, (path, who)| {
        let page = get(pages::private);
        let open = who == Who::Anyone;
        router.route(&path, if open { page } else { page.layer(from_fn(signed_in)) })
    })
}

/// Files for people with an account.
fn private_files(web: &Web) -> Router<Web> {
    doors::FILES.iter().fold(Router::new(), |router, file| {
        router.route(file.path, (file.handler)(web).layer(from_fn(signed_in)))
    })
}

/// Pages that have a line in the list; a page without one is not there.
fn listed(pages: Vec<AxumRouteListing>) -> impl Iterator<Item = (String, Who)> {
    pages
        .into_iter()
        .filter_map(|page| Some((page.path().to_owned(), doors::page(page.path())?)))
}

/// Server functions that have a line in the list. All of them are posted to: nothing changes by being looked at.
fn functions(web: &Web) -> Router<Web> {
    let known = server_fn::axum::server_fn_paths()
        .filter(|(path, method)| *method == Method::POST && doors::function(path).is_some());
    known
        .fold(Router::new(), |router, (path, _)| router.route(path, door(web, path)))
        .layer(from_fn_with_state(web.clone(), ended::carried))
        .layer(from_fn(refused::answered))
        .layer(from_fn_with_state(web.clone(), flood::held_back))
}

/// A door takes no larger form than it must: what says so itself is answered at once, what does not is cut off.
fn door(web: &Web, path: &str) -> MethodRouter<Web> {
    let largest = if doors::LARGE.contains(&path) {
        LARGEST_UPLOAD
    } else {
        LARGEST_FORM
    };
    let door = match path {
        routes::DO_SIGN_IN => post(call).layer(from_fn_with_state(web.clone(), ended::resumed)),
        routes::DO_SIGN_OUT => post(call).layer(map_response(forgotten)),
        _ => post(call),
    };
    door.layer((RequestBodyLimitLayer::new(largest), DefaultBodyLimit::max(largest)))
}

/// Whoever signs out leaves nothing behind in the browser (OWASP ASVS 5.0, 14.3.1). The session's cookie ends with the
/// session; other sites of the same domain keep theirs.
async fn forgotten(mut response: Response) -> Response {
    let what = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", what);
    response
}

/// Calls the server function of this path, as this visitor.
pub async fn call(State(web): State<Web>, Extension(portal): Extension<Portal>, request: Request) -> Response {
    let context = move || {
        provide_context(portal.clone());
        provide_context(web.settings.language);
    };
    handle_server_fns_with_context(context, request).await.into_response()
}

/// Whoever is not signed in is led to the sign-in page, before a page is asked for and whether or not it exists.
async fn signed_in(Extension(portal): Extension<Portal>, request: Request, next: Next) -> Response {
    if portal.actor().is_ok() {
        return next.run(request).await;
    }
    let failure = PortalError::SignInRequired;
    if !accepts_html(request.headers()) {
        return (failure.status(), refused::to_machine(failure.code())).into_response();
    }
    let wanted = request
        .uri()
        .path_and_query()
        .and_then(|wanted| wanted.as_str().parse().ok());
    refused::lead_back(failure, wanted)
}
