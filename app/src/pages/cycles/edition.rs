//! One version of the questionnaire: where it stands, what is wrong with it, and what the visitor may do with it.

use super::{
    Done, fact,
    faults::{Faults, RefusedFileBox, rows},
    name_of,
    preparation::FileField,
    stage,
};
use crate::{
    api::cycles::{OpenQuestionnaire, ProposeQuestionnaire, ReplaceQuestionnaire, ReturnQuestionnaire},
    components::{form::ErrorSummary, plain::again},
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::cycles::{RefusedWords, editions::EditionSeen},
    routes, words,
};
use domain::{
    ids::{PersonId, Timestamp},
    note::NOTE_MAX,
    policy::Refusal,
    questionnaire::{Edition, QuestionnaireVersion},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;
use std::collections::BTreeMap;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which version.
    version: QuestionnaireVersion,
    /// Why a form on this page was refused, if it was.
    refused: Option<String>,
    /// What was done just before.
    done: Option<String>,
}

/// One version of the questionnaire.
#[component]
pub fn EditionPage() -> impl IntoView {
    let page = load(|portal, Address { version, refused, done }| async move {
        Ok((portal.edition_seen(version, again(refused.as_deref())).await?, done))
    });
    view! { <Found of=page let:page><Page seen=page.0 done=page.1/></Found> }
}

#[component]
fn Page(seen: EditionSeen, done: Option<String>) -> impl IntoView {
    let of = seen.edition.questionnaire();
    let version = of.version;
    let title = words::say_with(
        "questionnaire-title",
        &[("title", &of.title), ("version", &version.to_string())],
    );
    let rows = rows(of);
    let (may, carried) = (seen.may, Carried::of(&seen));
    let wrong = seen.words.as_ref().map(|words| ("#why".to_owned(), said(words.why)));
    let refused = seen.refused;
    view! {
        <ErrorSummary links=wrong.into_iter().collect()/>
        <p class="eyebrow"><a href=routes::PREPARATION>{words::say("preparation-title")}</a></p>
        <PageTitle text=title/>
        <Done done/>
        <p><span class="tag">{stage(seen.edition.stage())}</span></p>
        <dl class="answers">{hands(&seen.edition, &seen.names)}</dl>
        <ul>
            <li><a href=routes::preview(version)>{words::say("edition-preview")}</a></li>
            <li><a href=routes::edition_file(version, "json") download="">{words::say("edition-json")}</a></li>
            <li><a href=routes::edition_file(version, "csv") download="">{words::say("edition-csv")}</a></li>
        </ul>
        <Faults faults=seen.faults.into_iter().collect() rows/>
        {refused.map(|refused| view! { <RefusedFileBox refused/> })}
        {may.revise.then(|| view! { <Replace carried=carried.clone()/> })}
        {may.propose.then(|| view! { <Propose carried=carried.clone()/> })}
        {may.open.then(|| view! { <Open carried=carried.clone()/> })}
        {may.give_back.then(|| view! { <Return carried words=seen.words/> })}
    }
}

/// What forms on this page carry unseen.
#[derive(Clone)]
struct Carried {
    version: String,
    seen: String,
    by: String,
}

impl Carried {
    fn of(seen: &EditionSeen) -> Self {
        Self {
            version: seen.edition.questionnaire().version.to_string(),
            seen: seen.seen.number().to_string(),
            by: seen.by.to_string(),
        }
    }
}

#[component]
fn Hidden(carried: Carried) -> impl IntoView {
    view! {
        <input type="hidden" name="version" value=carried.version/>
        <input type="hidden" name="seen" value=carried.seen/>
        <input type="hidden" name="by" value=carried.by/>
    }
}

/// Who had a hand in it.
fn hands(edition: &Edition, names: &BTreeMap<PersonId, String>) -> Vec<AnyView> {
    let authors: Vec<_> = edition.authors().iter().map(|id| name_of(names, *id)).collect();
    let mut facts = vec![fact("edition-authors", authors.join(", "))];
    let stage = edition.stage();
    facts.extend(
        stage
            .returned()
            .map(|why| fact("edition-returned", why.as_str().to_owned())),
    );
    facts.extend(
        stage
            .proposed_by()
            .map(|by| fact("edition-proposed", name_of(names, by))),
    );
    facts.extend(
        stage
            .opened()
            .map(|(by, at)| fact("edition-opened", by_at(&name_of(names, by), at))),
    );
    facts
}

fn by_at(name: &str, at: Timestamp) -> String {
    words::say_with("prepare-by-at", &[("name", name), ("at", &words::minute(at))])
}

#[component]
fn Replace(carried: Carried) -> impl IntoView {
    view! {
        <section>
            <h2>{words::say("edition-replace")}</h2>
            <p>{words::say("edition-replace-what")}</p>
            <form method="post" action=ReplaceQuestionnaire::url() enctype="multipart/form-data">
                <Hidden carried/>
                <FileField/>
                <p class="buttons"><button class="btn btn--quiet">{words::say("edition-replace-button")}</button></p>
            </form>
        </section>
    }
}

#[component]
fn Propose(carried: Carried) -> impl IntoView {
    view! {
        <section>
            <h2>{words::say("edition-propose")}</h2>
            <p>{words::say("edition-propose-what")}</p>
            <form method="post" action=ProposeQuestionnaire::url()>
                <Hidden carried/>
                <p class="buttons"><button class="btn">{words::say("edition-propose-button")}</button></p>
            </form>
        </section>
    }
}

#[component]
fn Open(carried: Carried) -> impl IntoView {
    view! {
        <section>
            <h2>{words::say("edition-open")}</h2>
            <p>{words::say("edition-open-what")}</p>
            <form method="post" action=OpenQuestionnaire::url()>
                <Hidden carried/>
                <p class="buttons"><button class="btn btn--grave">{words::say("edition-open-button")}</button></p>
            </form>
        </section>
    }
}

#[component]
fn Return(carried: Carried, words: Option<RefusedWords>) -> impl IntoView {
    view! {
        <section>
            <h2>{words::say("edition-return")}</h2>
            <form method="post" action=ReturnQuestionnaire::url()>
                <Hidden carried/>
                <Why words label=words::say("edition-return-why")/>
                <p class="buttons"><button class="btn btn--quiet">{words::say("edition-return-button")}</button></p>
            </form>
        </section>
    }
}

/// Why a reason was refused, in words.
pub(super) fn said(why: Refusal) -> String {
    words::say(&format!("refused-{}", why.code()))
}

/// A box for a reason, with what was written before.
#[component]
pub fn Why(
    /// What was refused.
    words: Option<RefusedWords>,
    /// What is asked for.
    label: String,
) -> impl IntoView {
    let error = words.as_ref().map(|words| said(words.why));
    let is_wrong = error.is_some();
    let described = is_wrong.then_some("why-error");
    let text = format!("\n{}", words.map(|words| words.text).unwrap_or_default());
    view! {
        <div class="field" class:field--wrong=is_wrong>
            <label for="why">{label}</label>
            {error.map(|error| view! { <p class="error" id="why-error">{error}</p> })}
            <textarea
                id="why" name="why" rows="4" dir="auto" required maxlength=NOTE_MAX.to_string()
                aria-describedby=described aria-invalid=is_wrong.then_some("true")
            >{text}</textarea>
        </div>
    }
}
