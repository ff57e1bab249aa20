//! The acknowledgement of a submission, to print and keep: what arrived when, and the hash that proves what it was.

use crate::{
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    routes, words,
};
use domain::{
    filing::{Filing, Submission},
    ids::FilingReference,
    incident::Incident,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    number: u32,
}

/// The acknowledgement of one submission.
#[component]
pub fn AcknowledgementPage() -> impl IntoView {
    let found = load(|portal, Address { reference, number }| async move {
        let (filing, submission) = portal.submission::<Incident>(&reference, number).await?;
        let names = portal.state_names().await?;
        let state = names
            .get(&reference.state)
            .map(|state| state.name.clone())
            .unwrap_or_default();
        Ok((filing, submission, state))
    });
    view! {
        <Found of=found let:found>
            <Page filing=found.0 submission=found.1 state=found.2/>
        </Found>
    }
}

#[component]
fn Page(filing: Filing, submission: Submission, state: String) -> impl IntoView {
    let reference = filing.reference.to_string();
    let title = words::say_with("acknowledgement-title", &[("reference", &reference)]);
    view! {
        <article class="acknowledgement">
            <PageTitle text=title/>
            <p>{words::say_with("acknowledgement-says", &[("state", &state)])}</p>
            <dl class="answers">
                <div><dt>{words::say("acknowledgement-reference")}</dt><dd>{reference}</dd></div>
                <div><dt>{words::say("acknowledgement-number")}</dt><dd>{submission.number}</dd></div>
                <div>
                    <dt>{words::say("acknowledgement-at")}</dt>
                    <dd><time datetime=words::machine_time(submission.at)>{words::minute(submission.at)}</time></dd>
                </div>
                <div>
                    <dt>{words::say("acknowledgement-hash")}</dt>
                    <dd><code>{submission.hash.to_string()}</code></dd>
                </div>
                <div>
                    <dt>{words::say("acknowledgement-disclosure")}</dt>
                    <dd><code>{submission.disclosure.to_string()}</code></dd>
                </div>
            </dl>
            <p class="meta">{words::say("acknowledgement-hash-explained")}</p>
        </article>
        <p class="buttons">
            <a class="btn btn--quiet" href=routes::filing(&filing.reference)>{words::say("acknowledgement-back")}</a>
        </p>
    }
}
