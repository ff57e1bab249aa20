//! What stands around every page: the document, its head and foot, and the pages that say what went wrong.
//!
//! There are two shells. The *public* one is the same for everyone and carries no script. The *private* one knows who
//! is signed in, and says above the page why the last form was refused. Neither names a file of the browser build but
//! the style sheet: where a page holds an island, the web layer adds the few lines that wake it (`server::web::pages`).
//!
//! The title goes through [`PageTitle`] and nothing else: the crate that moves it into the head does not escape it.

use crate::{
    components::given_back,
    error::{self, PortalError},
    pages::places::{self, Place},
    portal::{Portal, notes::GivenBack},
    routes, words,
};
use axum::http::request::Parts;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use serde::Deserialize;
use std::sync::Arc;

/// What every page needs to know about this installation.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Address of the style sheet.
    pub style: Arc<str>,
    /// Whether its States are invented, so that every page says so.
    pub demonstration: bool,
    /// Who operates it, in the words of its configuration.
    pub operator: Arc<str>,
}

/// The heading of a page, which is also the title of its window.
#[component]
pub fn PageTitle(
    /// What the page is about; a visitor's words are safe here.
    #[prop(into)]
    text: String,
    /// The language of a visitor's words; none where they are ours.
    #[prop(optional_no_strip)]
    lang: Option<String>,
    /// What the window's title says instead, where pages of one heading differ.
    #[prop(optional_no_strip)]
    window: Option<String>,
) -> impl IntoView {
    let window = window.unwrap_or_else(|| text.clone());
    let window = escaped(&words::say_with("shell-title", &[("page", &window)]));
    let dir = lang.as_deref().map(words::direction);
    view! {
        <Title text=window/>
        <h1 lang=lang dir=dir>{text}</h1>
    }
}

/// For the inside of `<title>`, where only these two characters mean anything (HTML, 13.1.2.6).
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A page everyone may read.
#[component]
pub fn PublicShell(children: Children) -> impl IntoView {
    view! {
        <Document places=places::public()>{children()}</Document>
    }
}

/// A page of somebody who is signed in, or is about to be.
#[component]
pub fn PrivateShell(children: Children) -> impl IntoView {
    let actor = use_context::<Portal>().and_then(|portal| portal.visitor.actor);
    let page_says_it = use_context::<Parts>().is_some_and(|parts| routes::is_of_a_filing(parts.uri.path()));
    view! {
        <Document places=places::of(actor.as_ref()) nostrip:signed_in=actor.map(|actor| actor.name)>
            {(!page_says_it).then(|| view! { <LastRefusal/> })}
            {children()}
        </Document>
    }
}

#[component]
fn Document(
    places: Vec<Place>,
    #[prop(optional)] signed_in: Option<String>,
    #[prop(optional, into)] title: Option<String>,
    children: Children,
) -> impl IntoView {
    provide_meta_context();
    let site = use_context::<Site>().unwrap_or_default();
    let locale = words::locale();
    view! {
        <!DOCTYPE html>
        <html lang=locale.lang dir=locale.dir>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=site.style.to_string()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                {title.map(|title| view! { <title>{title}</title> })}
            </head>
            <body>
                <a class="skip" href="#content">{words::say("shell-skip")}</a>
                <Head places signed_in demonstration=site.demonstration/>
                <main id="content" class="wrap" tabindex="-1">{children()}</main>
                <Foot/>
            </body>
        </html>
    }
}

#[component]
fn Head(places: Vec<Place>, signed_in: Option<String>, demonstration: bool) -> impl IntoView {
    let path = use_context::<Parts>()
        .map(|parts| parts.uri.path().to_owned())
        .unwrap_or_default();
    let places = places.into_iter().map(|place| {
        let current = place
            .holds(&path)
            .then_some(if place.path == path { "page" } else { "true" });
        view! { <li><a href=place.path aria-current=current>{words::say(place.name)}</a></li> }
    });
    let at_account = (path == routes::ACCOUNT).then_some("page");
    view! {
        <header class="top">
            <div class="wrap">
                <a class="brand" href=routes::HOME>{words::say("shell-name")}<small>{words::say("shell-motto")}</small></a>
                <nav aria-label=words::say("shell-navigation")>
                    <ul>
                        {places.collect_view()}
                        {signed_in.map(|name| view! { <Signed name at_account/> })}
                    </ul>
                </nav>
            </div>
            {demonstration.then(|| view! { <p class="notice">{words::say("shell-demonstration")}</p> })}
        </header>
    }
}

/// Who is signed in, which leads to their account, and the way out.
#[component]
fn Signed(name: String, #[prop(optional_no_strip)] at_account: Option<&'static str>) -> impl IntoView {
    let account = words::say_with("shell-signed-in", &[("name", &name)]);
    view! {
        <li><a href=routes::ACCOUNT title=account aria-current=at_account>{name}</a></li>
        <li>
            <form method="post" action=routes::DO_SIGN_OUT><button>{words::say("shell-sign-out")}</button></form>
        </li>
    }
}

#[component]
fn Foot() -> impl IntoView {
    view! {
        <footer class="bottom">
            <ul>
                <li><a href=routes::PUBLICATIONS>{words::say("shell-publications")}</a></li>
                <li><a href=routes::CYCLES>{words::say("shell-cycles")}</a></li>
                <li><a href=routes::COMMITMENTS>{words::say("shell-commitments")}</a></li>
                <li><a href=routes::PARTICIPANTS>{words::say("shell-participants")}</a></li>
                <li><a href=routes::DATA>{words::say("data-link")}</a></li>
                <li><a href=routes::ABOUT>{words::say("shell-about")}</a></li>
            </ul>
            <p>{words::say("shell-voluntary")}" "{words::say("shell-unclassified")}</p>
        </footer>
    }
}

/// The code with which the form that led to this page was refused, as its address says.
fn last_refusal() -> Option<&'static str> {
    #[derive(Deserialize)]
    struct Query {
        refused: Option<String>,
    }
    let query = use_context::<Parts>()?.uri.query()?.to_owned();
    let query = serde_qs::from_str::<Query>(&query).ok()?;
    error::known(&query.refused?)
}

/// Whether the form that led to this page was refused for mistakes in it, which the page shows.
pub fn has_mistakes() -> bool {
    last_refusal() == Some(PortalError::Mistakes.code())
}

/// Why the form that led here was refused. The address says it, so anyone can write it: only known codes are read.
///
/// The shell says it on every page but those of a filing, which say it themselves: they may have something to give back.
#[component]
pub fn LastRefusal() -> impl IntoView {
    // Of mistakes the page says which, in a summary of its own.
    let refused = last_refusal().filter(|code| *code != PortalError::Mistakes.code());
    refused.map(|code| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2>{words::say("refused-heading")}</h2>
                <p>{words::say(&format!("refused-{code}"))}</p>
            </div>
        }
    })
}

/// Why the form that led to a page of a filing was refused; and what was written in it, if anything was.
#[component]
pub fn RefusedHere(
    /// What was written.
    given: Option<GivenBack>,
    /// Whether the page has the box it was written in.
    has_box: bool,
) -> impl IntoView {
    match given {
        Some(given) => view! { <given_back::Refused given has_box/> }.into_any(),
        None => view! { <LastRefusal/> }.into_any(),
    }
}

/// Where a refused form leads that does not say which page it was on: the shell says why.
#[component]
pub fn Refused() -> impl IntoView {
    view! {
        <PageTitle text=words::say("refused-heading")/>
        <p><a href=routes::HOME>{words::say("failure-home")}</a></p>
    }
}

/// A whole document that says why there is no page, drawn without asking anybody.
#[component]
pub fn FailureDocument(
    /// The end of a message id `failure-…`.
    code: &'static str,
) -> impl IntoView {
    let title = words::say_with("shell-title", &[("page", &words::say(&format!("failure-{code}")))]);
    view! {
        <Document places=places::public() title>
            <Failure code/>
        </Document>
    }
}

/// A page that says why there is no page.
#[component]
pub fn Failure(
    /// The end of a message id `failure-…`.
    code: &'static str,
) -> impl IntoView {
    let message = format!("failure-{code}");
    view! {
        <PageTitle text=words::say(&message)/>
        <p class="lede">{words::say(&format!("{message}-advice"))}</p>
        <p><a href=routes::HOME>{words::say("failure-home")}</a></p>
    }
}
