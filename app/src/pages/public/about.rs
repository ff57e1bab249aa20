//! What this is, by which rules, who operates it, and how what is published may be used.

use crate::{
    pages::shell::{PageTitle, Site},
    words,
};
use leptos::prelude::*;

const RULES: [&str; 7] = [
    "about-rule-voluntary",
    "about-rule-words",
    "about-rule-approval",
    "about-rule-two",
    "about-rule-attribution",
    "about-rule-ranking",
    "about-rule-unclassified",
];

/// About this portal.
#[component]
pub fn AboutPage() -> impl IntoView {
    let operator = use_context::<Site>().unwrap_or_default().operator;
    let section = |id: &str, text: String| view! { <h2>{words::say(id)}</h2><p>{text}</p> };
    view! {
        <div class="prose">
            <PageTitle text=words::say("about-title")/>
            <p class="lede">{words::say("about-lede")}</p>
            <h2>{words::say("about-rules")}</h2>
            <ul>{RULES.map(|rule| view! { <li>{words::say(rule)}</li> }).collect_view()}</ul>
            {section("about-answers", words::say("about-answers-lede"))}
            {section("about-operator", words::say_with("about-operator-text", &[("operator", &operator)]))}
            {section("about-licence", words::say("about-licence-text"))}
            {section("about-cite", words::say("about-cite-text"))}
            {section("about-security", words::say("about-security-text"))}
        </div>
    }
}
