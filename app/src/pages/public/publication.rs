//! One publication: a State's own words, what it withholds and why, and nothing of how it came here.

use super::{
    as_data::{AsData, Public},
    lines::state_name,
};
use crate::{
    components::{answers::AnswersOfDisclosure, indicators::DisclosedIndicators, tags::TlpLabel},
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::indicators::A_PAGE,
    words,
};
use domain::{
    answer::Text,
    ids::{PublicationReference, Timestamp},
    publication::{Disclosure, Publication, Standing},
};
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: PublicationReference,
}

/// One publication.
#[component]
pub fn PublicationPage() -> impl IntoView {
    let publication = load(|portal, Address { reference }| async move { portal.publication(reference).await });
    view! {
        <Found of=publication let:found>
            {
                let (publication, state) = found;
                let name = state_name(&state);
                match publication.standing.clone() {
                    Standing::Public(disclosure) => {
                        view! { <Standing publication disclosure=*disclosure name/> }.into_any()
                    }
                    Standing::Withdrawn { at } => view! { <Gone publication at name/> }.into_any(),
                }
            }
        </Found>
    }
}

#[component]
fn Standing(publication: Publication, disclosure: Disclosure, name: String) -> impl IntoView {
    let reference = publication.reference.to_string();
    let (title, summary) = (disclosure.title.clone(), disclosure.summary.clone());
    view! {
        <article>
            <p class="eyebrow">
                <span class="ref">{reference.clone()}</span>
                <time datetime=words::machine_time(publication.published)>
                    {words::say_with("publication-published", &[("day", &words::day(publication.published))])}
                </time>
                <TlpLabel marking=disclosure.marking/>
            </p>
            <PageTitle text=title.text.clone() lang=Some(title.language.clone())/>
            <p class="meta">{words::say_with("publication-by", &[("state", &name)])}</p>
            {disclosure.exercise.then(|| view! { <p class="warning">{words::say("publication-exercise")}</p> })}
            <Words text=summary/>
            <h2>{words::say("publication-answers")}</h2>
            <AnswersOfDisclosure disclosure=disclosure.clone() untitled=true/>
            <DisclosedIndicators traces=disclosure.indicators.clone()/>
            <OtherIndicators number=disclosure.indicators.given().len()/>
            <Withheld disclosure=disclosure.clone()/>
            <History published=publication.published withdrawn=None/>
            <Citation title reference name published=publication.published hash=disclosure.hash().to_string()/>
            <AsData of=Public::Publication(publication.reference)/>
            <p class="meta">{words::say("publication-voluntary")}</p>
        </article>
    }
}

/// Where the indicators are that the page has no room for: in its files, which are for programs as they are.
#[component]
fn OtherIndicators(number: usize) -> impl IntoView {
    (number > A_PAGE).then(|| {
        let (shown, number) = (A_PAGE.to_string(), number.to_string());
        let words = words::say_with("publication-indicators", &[("shown", &shown), ("number", &number)]);
        view! { <p>{words}" "<a href="#as-data">{words::say("data-as")}</a></p> }
    })
}

/// Free text, in its language and direction, its line breaks kept.
#[component]
fn Words(text: Text) -> impl IntoView {
    let paragraphs: Vec<String> = text.text.split("\n\n").map(str::to_owned).collect();
    let dir = words::direction(&text.language);
    view! {
        <div class="prose" lang=text.language dir=dir>
            {paragraphs.into_iter().map(|paragraph| view! { <p>{paragraph}</p> }).collect_view()}
        </div>
    }
}

#[component]
fn Withheld(disclosure: Disclosure) -> impl IntoView {
    let answers = disclosure
        .withheld()
        .map(|(field, reason)| (words::label(field), reason));
    let traces = disclosure
        .indicators
        .withheld()
        .map(|reason| (words::say("indicators-name"), reason));
    let withheld: Vec<_> = answers.chain(traces).collect();
    let rows = withheld.iter().map(|(name, reason)| {
        view! { <div><dt>{name.clone()}</dt><dd>{words::reason(*reason)}</dd></div> }
    });
    let listed = if withheld.is_empty() {
        view! { <p>{words::say("publication-withheld-none")}</p> }.into_any()
    } else {
        view! {
            <p>{words::say("publication-withheld-lede")}</p>
            <dl class="answers">{rows.collect_view()}</dl>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{words::say("publication-withheld")}</h2>
            {listed}
        </section>
    }
}

/// The public timeline: that it was published, and that it was withdrawn. Nothing of what went before.
#[component]
fn History(published: Timestamp, withdrawn: Option<Timestamp>) -> impl IntoView {
    let entry = |at: Timestamp, what: &str| {
        view! {
            <li>
                <time datetime=words::machine_time(at)>{words::day(at)}</time>
                <strong>{words::say(what)}</strong>
            </li>
        }
    };
    view! {
        <section>
            <h2>{words::say("publication-history")}</h2>
            <ol class="timeline">
                {entry(published, "publication-history-published")}
                {withdrawn.map(|at| entry(at, "publication-history-withdrawn"))}
            </ol>
        </section>
    }
}

#[component]
fn Citation(title: Text, reference: String, name: String, published: Timestamp, hash: String) -> impl IntoView {
    let day = words::day(published);
    let citation = words::say_with(
        "publication-citation",
        &[
            ("state", &name),
            ("title", &title.text),
            ("reference", &reference),
            ("day", &day),
        ],
    );
    view! {
        <section>
            <h2>{words::say("publication-cite")}</h2>
            <p>{citation}</p>
            <p class="meta">{words::say("publication-hash")}" "<code>{hash}</code></p>
        </section>
    }
}

/// What is left of a publication its State withdrew: reference, State, dates.
#[component]
fn Gone(publication: Publication, at: Timestamp, name: String) -> impl IntoView {
    let reference = publication.reference.to_string();
    let withdrawn = words::say_with("publication-withdrawn", &[("state", &name), ("day", &words::day(at))]);
    view! {
        <article>
            <p class="eyebrow"><span class="ref">{reference.clone()}</span></p>
            <PageTitle text=words::say_with("publication-withdrawn-title", &[("reference", &reference)])/>
            <p class="lede">{withdrawn}</p>
            <History published=publication.published withdrawn=Some(at)/>
            <AsData of=Public::Publication(publication.reference)/>
        </article>
    }
}
