//! How a page gets what it shows, and what is answered when there is nothing to show.
//!
//! A page asks once, with [`load`], and lays out what it got, in [`Found`]. Everything that is about HTTP is done here
//! and nowhere else: the status, the way to the sign-in page, the pages for what went wrong. Leptos renders a page only
//! when all of it is there (`server::web::pages`), so the status is right before the first byte is sent.
//!
//! The loading is a plain future in a `Suspend`, not a resource: a resource writes what it loaded into the page, for a
//! browser to read it again, and nothing a visitor cannot see on the page may be in its bytes.

use crate::{error::PortalError, local_path::LocalPath, pages::shell::Failure, portal::Portal, routes};
use axum::http::request::Parts;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::{
    hooks::{use_params_map, use_query_map},
    params::Params,
};
use std::{future::Future, pin::Pin};

/// What a page will show, on its way from the portal.
pub struct Loading<T>(Pin<Box<dyn Future<Output = Result<T, PortalError>> + Send>>);

/// Ask the portal for what this page shows.
///
/// `Address` is what the page reads from its own address, by name: the segments of the path, then the parameters of the
/// query. An address that makes no sense leads to nothing, as if it were well written and named a thing that is not
/// there.
pub fn load<Address, T, Asking>(ask: impl FnOnce(Portal, Address) -> Asking) -> Loading<T>
where
    Address: Params,
    T: Send + 'static,
    Asking: Future<Output = Result<T, PortalError>> + Send + 'static,
{
    let asking = use_context::<Portal>()
        .ok_or(PortalError::Unavailable)
        .and_then(|portal| Ok(ask(portal, address().ok_or(PortalError::NotFound)?)));
    Loading(Box::pin(async move { asking?.await }))
}

fn address<Address: Params>() -> Option<Address> {
    let mut address = use_query_map().get_untracked();
    for (name, value) in use_params_map().get_untracked() {
        address.replace_decoded(name, value);
    }
    Address::from_map(&address).ok()
}

/// Lays out what was found, or says why there is nothing.
#[component]
pub fn Found<T, Page, View>(
    /// What [`load`] is bringing.
    of: Loading<T>,
    /// The page of what was found.
    children: Page,
) -> impl IntoView
where
    T: Send + 'static,
    Page: FnOnce(T) -> View + Send + 'static,
    View: IntoView + 'static,
{
    Suspend::new(async move {
        match of.0.await {
            Ok(found) => children(found).into_any(),
            Err(failure) => failed(failure).into_any(),
        }
    })
}

/// The page for an address that leads nowhere, whatever kind of nowhere it is.
#[component]
pub fn NotFound() -> impl IntoView {
    failed(PortalError::NotFound)
}

fn failed(failure: PortalError) -> impl IntoView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(failure.status());
    }
    if failure == PortalError::SignInRequired {
        leptos_axum::redirect(&routes::sign_in(here().as_ref()), false);
    }
    let code = match failure.code() {
        code @ ("not-found" | "sign-in-required" | "malformed" | "unavailable") => code,
        _ => "refused",
    };
    view! { <Failure code/> }
}

/// The page that is being asked for.
pub fn here() -> Option<LocalPath> {
    use_context::<Parts>()?.uri.path_and_query()?.as_str().parse().ok()
}
