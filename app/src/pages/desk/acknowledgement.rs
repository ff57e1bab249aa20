//! The acknowledgement of a submission, to print and keep: what arrived when, and the hash that proves what it was.

use crate::{
    error::PortalError,
    portal::{Portal, ports::Kept},
};
use crate::{
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    routes, words,
};
use domain::{
    filing::Hash,
    ids::{FilingKind, FilingReference, Timestamp},
    incident::Incident,
    report::Report,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    number: u32,
}

/// What is acknowledged.
struct Received {
    reference: FilingReference,
    number: u32,
    at: Timestamp,
    hash: Hash,
    disclosure: Hash,
    state: String,
}

/// The acknowledgement of one submission.
#[component]
pub fn AcknowledgementPage() -> impl IntoView {
    let found = load(|portal, Address { reference, number }| async move {
        match reference.kind {
            FilingKind::Incident => received::<Incident>(&portal, reference, number).await,
            FilingKind::Report => received::<Report>(&portal, reference, number).await,
        }
    });
    view! { <Found of=found let:received><Page received/></Found> }
}

async fn received<M: Kept>(portal: &Portal, reference: FilingReference, number: u32) -> Result<Received, PortalError> {
    let (_, submission) = portal.submission::<M>(&reference, number).await?;
    let names = portal.state_names().await?;
    let state = names.get(&reference.state).map(|state| state.name.clone());
    Ok(Received {
        state: state.unwrap_or_default(),
        number: submission.number,
        at: submission.at,
        hash: submission.hash,
        disclosure: submission.disclosure,
        reference,
    })
}

#[component]
fn Page(received: Received) -> impl IntoView {
    let reference = received.reference.to_string();
    let title = words::say_with("acknowledgement-title", &[("reference", &reference)]);
    let says = match received.reference.kind {
        FilingKind::Incident => "acknowledgement-says",
        FilingKind::Report => "report-acknowledgement-says",
    };
    view! {
        <article class="acknowledgement">
            <PageTitle text=title/>
            <p>{words::say_with(says, &[("state", &received.state)])}</p>
            <dl class="answers">
                <div><dt>{words::say("acknowledgement-reference")}</dt><dd>{reference}</dd></div>
                <div><dt>{words::say("acknowledgement-number")}</dt><dd>{received.number}</dd></div>
                <div>
                    <dt>{words::say("acknowledgement-at")}</dt>
                    <dd><time datetime=words::machine_time(received.at)>{words::minute(received.at)}</time></dd>
                </div>
                <div>
                    <dt>{words::say("acknowledgement-hash")}</dt>
                    <dd><code>{received.hash.to_string()}</code></dd>
                </div>
                <div>
                    <dt>{words::say("acknowledgement-disclosure")}</dt>
                    <dd><code>{received.disclosure.to_string()}</code></dd>
                </div>
            </dl>
            <p class="meta">{words::say("acknowledgement-hash-explained")}</p>
        </article>
        <p class="buttons">
            <a class="btn btn--quiet" href=routes::filing(&received.reference)>{words::say("acknowledgement-back")}</a>
        </p>
    }
}
