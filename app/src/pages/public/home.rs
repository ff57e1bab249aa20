//! The start page: what this is, who takes part, what was published last.

use super::lines::PublicationLines;
use crate::{
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::ports::Participation,
    routes, words,
};
use leptos::prelude::*;

/// The start page.
#[component]
pub fn HomePage() -> impl IntoView {
    let home = load(|portal, ()| async move { portal.home().await });
    view! {
        <Found of=home let:seen>
            <div class="hero">
                <div>
                    <PageTitle text=words::say("home-title")/>
                    <p class="lede">{words::say("home-lede")}</p>
                    <p class="buttons">
                        <a class="btn" href=routes::PUBLICATIONS>{words::say("home-read")}</a>
                        <a href=routes::CYCLES>{words::say("home-progress")}</a>
                    </p>
                </div>
                <Figures participation=seen.participation/>
            </div>
            <section>
                <h2>{words::say("home-latest")}</h2>
                {if seen.latest.is_empty() {
                    view! { <p class="empty">{words::say("home-none")}</p> }.into_any()
                } else {
                    view! {
                        <PublicationLines publications=seen.latest states=seen.states/>
                        <p><a href=routes::PUBLICATIONS>{words::say("home-all")}</a></p>
                    }
                    .into_any()
                }}
            </section>
        </Found>
    }
}

#[component]
fn Figures(participation: Participation) -> impl IntoView {
    let figure = |name: &str, href: &'static str, number: String| {
        view! { <div><dt><a href=href>{words::say(name)}</a></dt><dd>{number}</dd></div> }
    };
    view! {
        <dl class="figures" aria-label=words::say("home-figures")>
            {figure("home-states", routes::PARTICIPANTS, participation.states.len().to_string())}
            {figure("home-publications", routes::PUBLICATIONS, participation.standing.to_string())}
        </dl>
    }
}
