//! What an import took, and what it left out and why. The source's own title and words are shown here and never taken over.

use super::{Eyebrow, SourceTitle};
use crate::{
    components::indicators::Floor,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    routes, words,
};
use domain::{
    draft::{LeftOut, Passage, Source, Taken, WhyLeftOut},
    filing::Filing,
    ids::FilingReference,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
}

/// What an import took and left out.
#[component]
pub fn SourcePage() -> impl IntoView {
    let source = load(|portal, Address { reference }| async move { portal.source(&reference).await });
    view! {
        <Found of=source let:found>
            <Page filing=found.0 source=found.1/>
        </Found>
    }
}

#[component]
fn Page(filing: Filing, source: Source) -> impl IntoView {
    let Source {
        format,
        title,
        passages,
        taken,
        left_out,
    } = source;
    let indicators = filing.draft.indicators.len().to_string();
    let (form, here) = (routes::form(&filing.reference), filing.reference.clone());
    let all = routes::indicators(&filing.reference);
    let floor = filing.draft.floor();
    view! {
        <Eyebrow reference=here stage=Some(filing.stage.name())/>
        <PageTitle text=words::say_with("source-heading", &[("format", &format)])/>
        <p class="lede">{words::say("source-lede")}</p>
        <SourceTitle title=Some(title)/>
        <h2>{words::say("source-taken")}</h2>
        <Filled reference=filing.reference taken/>
        <p><a href=all>{words::say_with("source-indicators", &[("number", &indicators)])}</a></p>
        <Floor floor/>
        <h2>{words::say("source-left-out")}</h2>
        <NotTaken left_out/>
        <InItsWords passages/>
        <p class="buttons"><a class="btn" href=form>{words::say("source-on")}</a></p>
    }
}

/// What was filled in, each with where it stood in the file.
#[component]
fn Filled(reference: FilingReference, taken: Vec<Taken>) -> impl IntoView {
    if taken.is_empty() {
        return view! { <p>{words::say("source-nothing-taken")}</p> }.into_any();
    }
    let fields = taken.into_iter().map(|Taken { field, from }| {
        let href = format!("{}#{}", routes::section(&reference, field.section()), field.id());
        view! { <div><dt><a href=href>{words::label(field)}</a></dt><dd><code>{from}</code></dd></div> }
    });
    view! { <dl class="answers">{fields.collect_view()}</dl> }.into_any()
}

#[component]
fn NotTaken(left_out: Vec<LeftOut>) -> impl IntoView {
    if left_out.is_empty() {
        return view! { <p>{words::say("source-nothing-left-out")}</p> }.into_any();
    }
    let reasons = [
        WhyLeftOut::Attributes,
        WhyLeftOut::SourceProse,
        WhyLeftOut::NoPlace,
        WhyLeftOut::SaidTwice,
        WhyLeftOut::NotUnderstood,
    ];
    let rows = reasons.into_iter().filter_map(|why| {
        let things: Vec<String> = left_out.iter().filter(|one| one.why == why).map(thing).collect();
        (!things.is_empty()).then(|| {
            let why = words::say(&format!("source-why-{}", code(why)));
            view! { <div><dt>{why}</dt><dd>{things.join(", ")}</dd></div> }
        })
    });
    view! { <dl class="answers">{rows.collect_view()}</dl> }.into_any()
}

/// What the source tells of the incident, to be read and not taken over.
#[component]
fn InItsWords(passages: Vec<Passage>) -> impl IntoView {
    let quoted = |Passage { from, text }: Passage| {
        view! {
            <div>
                <dt><code>{from}</code></dt>
                <dd><div class="note" dir="auto">{text}</div></dd>
            </div>
        }
    };
    (!passages.is_empty()).then(|| {
        view! {
            <h2>{words::say("source-words")}</h2>
            <p>{words::say("source-words-lede")}</p>
            <dl class="answers">{passages.into_iter().map(quoted).collect_view()}</dl>
        }
    })
}

/// A kind of thing, in the words of the format, and how often it was there.
fn thing(one: &LeftOut) -> String {
    words::say_with(
        "source-thing",
        &[("what", &one.what), ("times", &one.times.to_string())],
    )
}

fn code(why: WhyLeftOut) -> &'static str {
    match why {
        WhyLeftOut::Attributes => "attributes",
        WhyLeftOut::SourceProse => "source-prose",
        WhyLeftOut::NoPlace => "no-place",
        WhyLeftOut::SaidTwice => "said-twice",
        WhyLeftOut::NotUnderstood => "not-understood",
    }
}
