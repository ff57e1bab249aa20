//! Where a filing is begun: empty, or from a file that an analyst holds.

use crate::{
    api::filings::{Import, Open},
    components::form::FileRefused,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{desk::NewSeen, ports::ImportError},
    words,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says: why the last file made no filing.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    not_imported: Option<String>,
}

/// Begin a filing.
#[component]
pub fn NewPage() -> impl IntoView {
    let new = load(|portal, Address { not_imported }| async move {
        let why = not_imported.and_then(|code| ImportError::from_code(&code));
        Ok((portal.new_filing().await?, why))
    });
    view! {
        <Found of=new let:new>
            <Page new=new.0 why=new.1/>
        </Found>
    }
}

#[component]
fn Page(new: NewSeen, why: Option<ImportError>) -> impl IntoView {
    let error = why.map(|why| words::say(&format!("import-{}", why.code())));
    view! {
        <PageTitle text=words::say("new-title")/>
        {error.clone().map(|error| view! { <FileRefused error/> })}
        <p class="lede">{words::say("new-lede")}</p>
        <h2>{words::say("new-empty")}</h2>
        <p>{words::say("new-empty-explained")}</p>
        <form method="post" action=Open::PATH>
            <Hidden new=(&new).into()/>
            <div class="buttons"><button class="btn">{words::say("new-begin")}</button></div>
        </form>
        <h2>{words::say("new-import")}</h2>
        <p>{words::say("new-import-explained")}</p>
        <FromFile hidden=(&new).into() error/>
        <FromText hidden=(&new).into()/>
    }
}

/// Key and person of the page's forms, as text.
#[derive(Clone)]
struct Carried {
    key: String,
    by: String,
}

impl From<&NewSeen> for Carried {
    fn from(new: &NewSeen) -> Self {
        Self {
            key: new.key.to_string(),
            by: new.by.to_string(),
        }
    }
}

#[component]
fn Hidden(new: Carried) -> impl IntoView {
    view! {
        <input type="hidden" name="key" value=new.key/>
        <input type="hidden" name="by" value=new.by/>
    }
}

#[component]
fn FromFile(hidden: Carried, error: Option<String>) -> impl IntoView {
    let wrong = error.is_some();
    let described = if wrong { "file-hint file-error" } else { "file-hint" };
    view! {
        <form method="post" action=Import::PATH enctype="multipart/form-data">
            <Hidden new=hidden/>
            <div class="field" class:field--wrong=wrong>
                <label for="file">{words::say("new-file")}</label>
                <p class="hint" id="file-hint">{words::say("new-file-hint")}</p>
                {error.map(|error| view! { <p class="error" id="file-error">{error}</p> })}
                <input
                    type="file" id="file" name="file" required accept=".json,application/json"
                    aria-describedby=described aria-invalid=wrong.then_some("true")
                />
            </div>
            <div class="buttons"><button class="btn btn--quiet">{words::say("new-import-file")}</button></div>
        </form>
    }
}

#[component]
fn FromText(hidden: Carried) -> impl IntoView {
    view! {
        <details>
            <summary>{words::say("new-paste")}</summary>
            // As a file is sent: encoded as other forms are, the quotes alone would make it half as long again.
            <form method="post" action=Import::PATH enctype="multipart/form-data">
                <Hidden new=hidden/>
                <div class="field">
                    <label for="text">{words::say("new-text")}</label>
                    <textarea id="text" name="file" rows="8" dir="ltr" required></textarea>
                </div>
                <div class="buttons"><button class="btn btn--quiet">{words::say("new-import-text")}</button></div>
            </form>
        </details>
    }
}
