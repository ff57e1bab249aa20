//! Where the form of a report is taken along as a file, and brought back.

use super::{WrittenReport, title};
use crate::{
    api::offline::BringBack,
    components::form::FileRefused,
    pages::{
        desk::Eyebrow,
        load::{Found, load},
        shell::{LastRefusal, PageTitle},
    },
    portal::{
        ports::{OfflineFormat, Unread},
        reporting::{offline::OfflineSeen, saving::depth},
    },
    routes, words,
};
use domain::ids::FilingReference;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
}

/// Fill in a report offline.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let found = load(|portal, Address { reference }| async move { portal.offline_seen(&reference).await });
    view! {
        <Found of=found let:found>
            <WrittenReport of=found let:seen><Page seen/></WrittenReport>
        </Found>
    }
}

#[component]
fn Page(seen: OfflineSeen) -> impl IntoView {
    let reference = seen.filing.reference.clone();
    let error = seen.unread.as_ref().map(in_words);
    let waits = seen.waits.then(|| {
        let href = routes::offline_changes(&reference);
        view! { <p>{words::say("offline-waits")}" "<a href=href>{words::say("offline-waits-on")}</a></p> }
    });
    view! {
        <LastRefusal/>
        <Eyebrow reference=reference.clone() stage=Some(seen.filing.stage.name())/>
        <PageTitle text=words::say("offline-title")/>
        {error.clone().map(|error| view! { <FileRefused error/> })}
        <p class="lede">{words::say("offline-lede")}" "{words::say("offline-nothing-yet")}</p>
        {waits}
        <TakeAlong seen=&seen/>
        <Bring reference=reference.to_string() by=seen.by.to_string() error/>
        <p class="meta"><a href=routes::report(&reference)>{title(&seen.filing)}</a></p>
    }
}

/// Why a file was not read: the workbook's own sentence, or ours of JSON and of both.
fn in_words(why: &Unread) -> String {
    let of = match why.format {
        Some(OfflineFormat::Workbook) => "workbook",
        Some(OfflineFormat::Json) | None => "offline",
    };
    let values: Vec<(&str, &str)> = why.values.iter().map(|(name, value)| (&**name, &**value)).collect();
    words::say_with(&format!("{of}-unreadable-{}", why.code), &values)
}

/// The form as a file, in both formats.
#[component]
fn TakeAlong<'a>(seen: &'a OfflineSeen) -> impl IntoView + use<> {
    let (reference, draft) = (&seen.filing.reference, &seen.filing.draft);
    let tier = words::say(&format!("report-tier-{}", depth(draft).code()));
    let formats = [("workbook", OfflineFormat::Workbook), ("json", OfflineFormat::Json)];
    let links = formats.map(|(id, format)| {
        let href = routes::offline_file(reference, format.ending());
        view! {
            <li>
                <a href=href download>{words::say(&format!("offline-{id}"))}</a>", "
                {words::say(&format!("offline-{id}-explained"))}
            </li>
        }
    });
    view! {
        <h2>{words::say("offline-take")}</h2>
        <p>{words::say_with("offline-take-explained", &[("tier", &tier)])}</p>
        <ul>{links.collect_view()}</ul>
        <p>{words::say("offline-copies")}</p>
        <p>{words::say("offline-unclassified")}</p>
    }
}

#[component]
fn Bring(reference: String, by: String, #[prop(optional_no_strip)] error: Option<String>) -> impl IntoView {
    let wrong = error.is_some();
    let described = if wrong { "file-hint file-error" } else { "file-hint" };
    view! {
        <h2>{words::say("offline-bring")}</h2>
        <form method="post" action=BringBack::PATH enctype="multipart/form-data">
            <input type="hidden" name="reference" value=reference/>
            <input type="hidden" name="by" value=by/>
            <div class="field" class:field--wrong=wrong>
                <label for="file">{words::say("offline-file")}</label>
                <p class="hint" id="file-hint">{words::say("offline-file-hint")}</p>
                {error.map(|error| view! { <p class="error" id="file-error">{error}</p> })}
                <input
                    type="file" id="file" name="file" required accept=".xlsx,.json"
                    aria-describedby=described aria-invalid=wrong.then_some("true")
                />
            </div>
            <div class="buttons"><button class="btn">{words::say("offline-read")}</button></div>
        </form>
    }
}
